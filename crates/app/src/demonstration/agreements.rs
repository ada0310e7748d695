//! Telling the agreements: who wrote, heard, negotiated, submitted, approved and signed them, and on which day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::agreements::{Agreement, AgreementContent, Frame, GoalLine, Proposal, Renewal, Side};
use pejl_domain::chain::State;
use pejl_kernel::{AgreementId, ElementId, Ore, PersonId, Prose};
use pejl_store::agreements as kept;

use crate::agreements::{self, AgreementDraft, CounterGiven, HearingGiven, Reply};
use crate::chain::DecisionGiven;
use crate::ending::Ending;

use super::Folder;
use super::agreement_file::{AgreementEntry, AmendmentEntry, CounterEntry, EndCounter, HeardEntry};
use super::course::{Step, What};
use super::fault::NotImported;
use super::files::DecisionEntry;
use super::told::Teller;

/// Something that is done with an agreement.
#[derive(Clone, Copy)]
pub(super) struct AgreementDeed<'f> {
    entry: &'f AgreementEntry,
    doing: Doing<'f>,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing<'f> {
    Draft,
    Amend(&'f AmendmentEntry),
    Hear,
    Listen(&'f HeardEntry),
    OpenDialogue,
    Counter(usize, &'f CounterEntry),
    Answer(usize, &'f CounterEntry, EndCounter),
    Submit,
    Return,
    Approve(Option<&'f DecisionEntry>),
    Sign,
    Report,
    Close,
    Withdraw,
}

impl AgreementDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Draft => 0,
            Doing::Amend(_) => 1,
            Doing::Hear => 2,
            Doing::Listen(_) => 3,
            Doing::OpenDialogue => 4,
            Doing::Counter(..) => 5,
            Doing::Answer(..) => 6,
            Doing::Submit => 7,
            Doing::Return => 8,
            Doing::Approve(_) => 9,
            Doing::Sign => 10,
            Doing::Report => 11,
            Doing::Close => 12,
            Doing::Withdraw => 13,
        }
    }
}

/// The decisions of a folder, by key.
type Decisions<'f> = BTreeMap<&'f str, &'f DecisionEntry>;

fn named(entry: &AgreementEntry) -> String {
    format!("[[agreement]] {}", entry.key)
}

/// The day an agreement was first approved; `None` where it has not been.
pub(super) fn approved(entry: &AgreementEntry, decisions: &Decisions<'_>) -> Option<Date> {
    let decided = entry.decision.as_deref().and_then(|key| decisions.get(key)).map(|decision| decision.on);
    decided.or(entry.approved)
}

/// Lays out every step of the agreements: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, decisions: &Decisions<'f>, steps: &mut Vec<Step<'f>>) -> Result<(), NotImported> {
    for entry in &folder.agreements.agreements {
        let mut step = |on: Option<Date>, doing: Doing<'f>| {
            let deed = AgreementDeed { entry, doing };
            steps.extend(on.map(|on| Step { on, what: What::Agreement(deed) }));
        };
        step(Some(entry.drafted), Doing::Draft);
        step(entry.hearing, Doing::Hear);
        entry.hearings.iter().for_each(|heard| step(Some(heard.on), Doing::Listen(heard)));
        step(entry.dialogue, Doing::OpenDialogue);
        for (place, counter) in entry.counters.iter().enumerate() {
            step(Some(counter.on), Doing::Counter(place, counter));
            if let Some(answer) = counter.answer {
                step(counter.answered, Doing::Answer(place, counter, answer));
            }
        }
        step(entry.submitted, Doing::Submit);
        step(entry.returned, Doing::Return);
        step(entry.submitted_again, Doing::Submit);
        let (on, decision) = approval(folder, entry, entry.decision.as_deref(), entry.approved, decisions)?;
        step(on, Doing::Approve(decision));
        step(entry.signed, Doing::Sign);
        for amendment in &entry.amendments {
            step(Some(amendment.amended), Doing::Amend(amendment));
            step(amendment.dialogue, Doing::OpenDialogue);
            step(amendment.submitted, Doing::Submit);
            let (on, decision) = approval(folder, entry, amendment.decision.as_deref(), amendment.approved, decisions)?;
            step(on, Doing::Approve(decision));
            step(amendment.signed, Doing::Sign);
        }
        step(entry.reported, Doing::Report);
        step(entry.closed, Doing::Close);
        step(entry.withdrawn, Doing::Withdraw);
    }
    Ok(())
}

/// When it was approved, and by which decision.
fn approval<'f>(
    folder: &Folder,
    entry: &AgreementEntry,
    decision: Option<&str>,
    approved: Option<Date>,
    decisions: &Decisions<'f>,
) -> Result<(Option<Date>, Option<&'f DecisionEntry>), NotImported> {
    let Some(key) = decision else { return Ok((approved, None)) };
    let right = || format!("there is no decision {key:?}; write the key of a [[decision]] in this file or in chain.toml");
    let found = decisions.get(key).ok_or_else(|| NotImported::entry(&folder.agreements_file, named(entry), right()))?;
    Ok((Some(found.on), Some(found)))
}

impl Teller<'_> {
    /// Does one step of an agreement, by the person who would have done it.
    pub(super) async fn agreement(&mut self, on: Date, deed: AgreementDeed<'_>) -> Result<(), NotImported> {
        let entry = deed.entry;
        match deed.doing {
            Doing::Draft => self.draft_agreement(on, entry).await,
            Doing::Sign => self.sign_agreement(on, entry).await,
            Doing::Counter(place, counter) => self.counter(on, entry, place, counter).await,
            Doing::Answer(place, counter, answer) => self.answer_counter(on, entry, place, counter, answer).await,
            Doing::Amend(amendment) => self.amend(on, entry, amendment).await,
            Doing::Hear
            | Doing::Listen(_)
            | Doing::OpenDialogue
            | Doing::Submit
            | Doing::Return
            | Doing::Approve(_)
            | Doing::Report
            | Doing::Close
            | Doing::Withdraw => self.move_agreement(on, entry, deed.doing).await,
        }
    }

    /// Whoever writes an agreement for its agents: the head of the first, else the consultant.
    async fn sit_writer(&mut self, on: Date, entry: &AgreementEntry) -> Result<(), NotImported> {
        let agent = entry.agents.first().map_or("", String::as_str);
        match self.crew.head(&self.folder.agreements_file, &named(entry), agent, on)? {
            Some(head) => Ok(self.seat(head, on).await?),
            None => self.consultant(on).await,
        }
    }

    /// Whoever says yes or no for the principal: its leader, and for a political body the consultant who keeps its minutes.
    async fn sit_approver(&mut self, on: Date, entry: &AgreementEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.agreements_file, named(entry));
        let leader = self.crew.leader(file, &name, &entry.principal, on)?;
        match self.crew.head(file, &name, &entry.principal, on)? {
            Some(head) if head == leader => Ok(self.seat(leader, on).await?),
            Some(_) | None => self.consultant(on).await,
        }
    }

    async fn sit_side(&mut self, on: Date, entry: &AgreementEntry, side: Side) -> Result<(), NotImported> {
        let unit = match side {
            Side::Principal => &entry.principal,
            Side::Agent => entry.agents.first().unwrap_or(&entry.principal),
        };
        let leader = self.crew.leader(&self.folder.agreements_file, &named(entry), unit, on)?;
        Ok(self.seat(leader, on).await?)
    }

    fn in_vain(&self, entry: &AgreementEntry, deed: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.agreements_file, named(entry), deed, ending.into())
    }

    fn agreement_id(&self, key: &str, entry: &AgreementEntry) -> Result<AgreementId, NotImported> {
        let right = || format!("the agreement {key:?} is not there yet on that day; mend the dates");
        let found = self.agreements.get(key).copied();
        found.ok_or_else(|| NotImported::entry(&self.folder.agreements_file, named(entry), right()))
    }

    async fn agreement_now(&mut self, entry: &AgreementEntry) -> Result<Agreement, NotImported> {
        let (id, municipality) = (self.agreement_id(&entry.key, entry)?, self.desk.municipality());
        kept::agreement(&mut self.desk.tx, municipality, id).await.map_err(|e| self.in_vain(entry, "loading it", e))
    }

    /// Goals and actions may have moved with it: what is known of them is learnt again.
    async fn moved(&mut self, entry: &AgreementEntry, agreement: &Agreement) -> Result<(), NotImported> {
        let elements: Vec<ElementId> = agreement.content.elements().collect();
        self.learn(&elements).await.map_err(|e| self.in_vain(entry, "loading what is in it", e))
    }

    async fn draft_agreement(&mut self, on: Date, entry: &AgreementEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.agreements_file, named(entry));
        let mut agents = Vec::new();
        for key in &entry.agents {
            agents.push(self.crew.unit(file, &name, key)?.id);
        }
        // The head of an agent sees its own drafts and what is in force; the consultant sees everything.
        let sees = |line: &String| self.known.get(line).is_none_or(|e| agents.contains(&e.owner) || e.state == State::Adopted);
        if entry.goals.iter().map(|line| &line.goal).all(sees) {
            self.sit_writer(on, entry).await?;
        } else {
            self.consultant(on).await?;
        }
        let drafted = match &entry.renews {
            Some(key) => {
                let mut choices = Vec::new();
                for goal in &entry.drops {
                    choices.push((self.element_at(file, goal, name.clone())?, Renewal::Drop));
                }
                let id = self.agreement_id(key, entry)?;
                agreements::renew(self.desk, id, choices).await
            }
            None => {
                let principal = self.crew.unit(file, &name, &entry.principal)?.id;
                let years = u8::try_from(entry.period.to - entry.period.from + 1).unwrap_or(1);
                let draft = AgreementDraft { kind: entry.kind.clone(), principal, agents, from: entry.period.from, years };
                agreements::draft_agreement(self.desk, draft).await
            }
        };
        let agreement = drafted.map_err(|e| self.in_vain(entry, "drafting", e))?;
        if agreement.period != entry.period {
            let right = format!("the next period is {}; write period = \"{}\"", agreement.period, agreement.period);
            return Err(NotImported::entry(file, name, right));
        }
        self.agreements.insert(entry.key.clone(), agreement.id);
        let content = self.written(entry, agreement.content)?;
        let done = agreements::edit_agreement(self.desk, agreement.id, agreement.version, content).await;
        done.map(|_| ()).map_err(|e| self.in_vain(entry, "writing", e))
    }

    /// What the file says, on top of what a new agreement begins with.
    fn written(&self, entry: &AgreementEntry, mut content: AgreementContent) -> Result<AgreementContent, NotImported> {
        let (file, name) = (&self.folder.agreements_file, named(entry));
        self.fill(entry, &mut content, &entry.sections, &entry.themes)?;
        if let (Some(kroner), Some(source)) = (entry.frame_kroner, &entry.frame_source) {
            content.frame = Some(Frame { amount: Ore::kroner(kroner), source: source.clone() });
        }
        if !entry.follow_up.is_empty() {
            content.follow_up = entry.follow_up.clone();
        }
        if !entry.reporting.is_empty() {
            content.reporting = entry.reporting.clone();
        }
        if !entry.goals.is_empty() {
            content.goals.clear();
            for line in &entry.goals {
                let goal = self.element_at(file, &line.goal, name.clone())?;
                content.goals.push(GoalLine { goal, place: line.place, note: line.note.clone() });
            }
        }
        if !entry.actions.is_empty() {
            content.actions.clear();
            for key in &entry.actions {
                content.actions.push(self.element_at(file, key, name.clone())?);
            }
        }
        Ok(content)
    }

    fn fill(
        &self,
        entry: &AgreementEntry,
        content: &mut AgreementContent,
        sections: &BTreeMap<String, Prose>,
        themes: &BTreeMap<String, Prose>,
    ) -> Result<(), NotImported> {
        let fault = |right| NotImported::entry(&self.folder.agreements_file, named(entry), right);
        for (heading, text) in sections {
            let found = content.sections.iter_mut().find(|section| section.heading.as_str() == heading);
            let right =
                || format!("there is no section {heading:?} in {}; write a Danish heading of the model", entry.kind.as_str());
            found.ok_or_else(|| fault(right()))?.text = text.clone();
        }
        for (theme, answer) in themes {
            let found = content.themes.iter_mut().find(|asked| asked.theme.as_str() == theme);
            let right = || format!("the theme {theme:?} is not asked of it; write the key of a theme of its years");
            found.ok_or_else(|| fault(right()))?.answer = answer.clone();
        }
        Ok(())
    }

    async fn amend(&mut self, on: Date, entry: &AgreementEntry, amendment: &AmendmentEntry) -> Result<(), NotImported> {
        self.sit_writer(on, entry).await?;
        let agreement = self.agreement_now(entry).await?;
        let amended = agreements::amend(self.desk, agreement.id, agreement.version, amendment.because.clone()).await;
        let amended = amended.map_err(|e| self.in_vain(entry, "amending", e))?;
        let mut content = amended.content;
        self.fill(entry, &mut content, &amendment.sections, &amendment.themes)?;
        if let Some(frame) = &mut content.frame {
            frame.amount = amendment.frame_kroner.map_or(frame.amount, Ore::kroner);
            frame.source = amendment.frame_source.clone().unwrap_or_else(|| frame.source.clone());
        }
        let done = agreements::edit_agreement(self.desk, amended.id, amended.version, content).await;
        done.map(|_| ()).map_err(|e| self.in_vain(entry, "writing the amendment", e))
    }

    /// The steps that take the agreement from one state to the next.
    async fn move_agreement(&mut self, on: Date, entry: &AgreementEntry, doing: Doing<'_>) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.agreements_file, named(entry));
        match doing {
            Doing::Listen(HeardEntry { by: Some(person), .. }) => {
                let person = self.crew.person(file, &name, person)?;
                self.seat(person, on).await?;
            }
            Doing::Return => self.sit_side(on, entry, Side::Principal).await?,
            Doing::Approve(_) | Doing::Close => self.sit_approver(on, entry).await?,
            _ => self.sit_writer(on, entry).await?,
        }
        let Agreement { id, version, .. } = self.agreement_now(entry).await?;
        let (deed, done) = match doing {
            Doing::Hear => ("putting it to hearing", agreements::hear(self.desk, id, version).await),
            Doing::Listen(heard) => {
                let given = HearingGiven { group: heard.group, from: heard.from.clone(), text: heard.text.clone() };
                let told = agreements::give_hearing(self.desk, id, given).await;
                return told.map(|_| ()).map_err(|e| self.in_vain(entry, "writing down what was said", e));
            }
            Doing::OpenDialogue => ("opening the dialogue", agreements::open_dialogue(self.desk, id, version).await),
            Doing::Submit => ("submitting", agreements::submit(self.desk, id, version).await),
            Doing::Return => {
                ("returning (note says why)", agreements::return_agreement(self.desk, id, version, entry.note.clone()).await)
            }
            Doing::Approve(decision) => {
                let given = match decision {
                    Some(decision) => Some(DecisionGiven {
                        body: self.crew.unit(file, &name, &decision.body)?.id,
                        on: decision.on,
                        case_number: decision.case.clone(),
                        text: decision.text.clone(),
                    }),
                    None => None,
                };
                ("approving", agreements::approve(self.desk, id, version, given).await)
            }
            Doing::Report => ("reporting", agreements::report_agreement(self.desk, id, version, entry.report.clone()).await),
            Doing::Close => ("closing", agreements::close_agreement(self.desk, id, version, entry.note.clone()).await),
            Doing::Withdraw => {
                ("withdrawing (note says why)", agreements::withdraw(self.desk, id, version, entry.note.clone()).await)
            }
            Doing::Draft | Doing::Amend(_) | Doing::Counter(..) | Doing::Answer(..) | Doing::Sign => return Ok(()),
        };
        let agreement = done.map_err(|e| self.in_vain(entry, deed, e))?;
        self.moved(entry, &agreement).await
    }

    /// Everybody who leads a party signs for it.
    async fn sign_agreement(&mut self, on: Date, entry: &AgreementEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.agreements_file, named(entry));
        let (agreement, municipality) = (self.agreement_now(entry).await?, self.desk.municipality());
        let frozen = kept::frozen_text(&mut self.desk.tx, municipality, agreement.id).await?;
        let seal = frozen.map(|text| text.seal).unwrap_or_default();
        for key in std::iter::once(&entry.principal).chain(&entry.agents) {
            let unit = self.crew.unit(file, &name, key)?.id;
            let leader: PersonId = self.crew.leader(file, &name, key, on)?;
            self.seat(leader, on).await?;
            agreements::sign(self.desk, agreement.id, unit, &seal).await.map_err(|e| self.in_vain(entry, "signing", e))?;
        }
        Ok(())
    }

    async fn counter(&mut self, on: Date, entry: &AgreementEntry, place: usize, made: &CounterEntry) -> Result<(), NotImported> {
        self.sit_side(on, entry, made.side).await?;
        let id = self.agreement_id(&entry.key, entry)?;
        let goal = self.element_at(&self.folder.agreements_file, &made.goal, named(entry))?;
        let proposal = proposal(made, made.text.as_ref(), made.value, made.due);
        let given = CounterGiven { goal, proposal, because: made.because.clone() };
        let counter = agreements::counter(self.desk, id, given).await;
        let counter = counter.map_err(|e| self.in_vain(entry, "making a counter-proposal", e))?;
        self.counters.insert((entry.key.clone(), place), counter);
        Ok(())
    }

    async fn answer_counter(
        &mut self,
        on: Date,
        entry: &AgreementEntry,
        place: usize,
        made: &CounterEntry,
        answer: EndCounter,
    ) -> Result<(), NotImported> {
        let other = match made.side {
            Side::Principal => Side::Agent,
            Side::Agent => Side::Principal,
        };
        self.sit_side(on, entry, if answer == EndCounter::TakenBack { made.side } else { other }).await?;
        let id = self.agreement_id(&entry.key, entry)?;
        let right = "it is answered before it was made; mend on and answered";
        let counter = self.counters.get(&(entry.key.clone(), place));
        let counter = counter.ok_or_else(|| NotImported::entry(&self.folder.agreements_file, named(entry), right))?;
        let (counter, version) = (counter.id, counter.version);
        let said = made.said.clone();
        let done = match answer {
            EndCounter::Accepted => agreements::answer_counter(self.desk, id, counter, version, Reply::Accept).await,
            EndCounter::AcceptedWithChange => {
                let agreed = proposal(made, made.agreed_text.as_ref(), made.agreed_value, made.agreed_due);
                let reply = Reply::AcceptWithChange { agreed, answer: said };
                agreements::answer_counter(self.desk, id, counter, version, reply).await
            }
            EndCounter::Declined => {
                agreements::answer_counter(self.desk, id, counter, version, Reply::Decline { answer: said }).await
            }
            EndCounter::TakenBack => agreements::take_back_counter(self.desk, id, counter, version).await,
        };
        done.map_err(|e| self.in_vain(entry, "answering a counter-proposal", e))?;
        let agreement = self.agreement_now(entry).await?;
        self.moved(entry, &agreement).await
    }
}

/// What is proposed, about the field that the entry is about.
fn proposal(made: &CounterEntry, text: Option<&Prose>, value: Option<pejl_kernel::Figure>, due: Option<Date>) -> Proposal {
    match (text, made.criterion) {
        (Some(text), _) => Proposal::Text(text.clone()),
        (None, Some(criterion)) => Proposal::Target { criterion, value },
        (None, None) => Proposal::Due(due),
    }
}
