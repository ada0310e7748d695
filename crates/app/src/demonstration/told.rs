//! Doing the course of events: each step a deed, by the person who would do it, on its day.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use pejl_domain::agreements::Counter;
use pejl_domain::chain::{Element, Progress};
use pejl_domain::models::ElementKind;
use pejl_kernel::clock::danish_date;
use pejl_kernel::{AgreementId, CaseId, ElementId, FeedbackId, MeetingId, PersonId, Prose, RoundId};
use pejl_policy::{Actor, Who};
use pejl_store::{Fault, orgs as kept};

use crate::agreements;
use crate::chain::{self, DecisionGiven, Draft, StanceAnswer};
use crate::desk::Desk;
use crate::ending::Ending;
use crate::orgs;
use crate::rounds;

use super::course::{Step, What, named, named_stance};
use super::fault::NotImported;
use super::files::{DecisionEntry, ElementEntry, EndAnswer, StanceEntry, UnitEntry};
use super::people::Crew;
use super::seminars::SeminarsTold;
use super::{Folder, Hours};

/// Does every step in order.
pub(super) async fn tell(
    desk: &mut Desk,
    folder: &Folder,
    crew: &Crew,
    hours: &mut Hours,
    steps: Vec<Step<'_>>,
) -> Result<(), NotImported> {
    let mut teller = Teller {
        desk,
        folder,
        crew,
        hours,
        known: BTreeMap::new(),
        agreements: BTreeMap::new(),
        counters: BTreeMap::new(),
        rounds: BTreeMap::new(),
        feedback: BTreeMap::new(),
        seminars: SeminarsTold::default(),
        cases: BTreeMap::new(),
        meetings: BTreeMap::new(),
    };
    for step in steps {
        teller.step(&step).await?;
    }
    Ok(())
}

/// Whoever does what the files tell. Agreements and rounds are told in their own modules.
pub(super) struct Teller<'t> {
    pub(super) desk: &'t mut Desk,
    pub(super) folder: &'t Folder,
    pub(super) crew: &'t Crew,
    hours: &'t mut Hours,
    /// The elements drafted so far, as they last were, by the file's keys.
    pub(super) known: BTreeMap<String, Element>,
    /// The agreements drafted so far, by the file's keys.
    pub(super) agreements: BTreeMap<String, AgreementId>,
    /// The counter-proposals made so far, by the agreement's key and their place in it.
    pub(super) counters: BTreeMap<(String, usize), Counter>,
    /// The rounds planned so far.
    pub(super) rounds: BTreeMap<(String, i16), RoundId>,
    /// The feedback given so far, by the round and its place in it.
    pub(super) feedback: BTreeMap<(RoundId, usize), FeedbackId>,
    /// The goal seminars told so far.
    pub(super) seminars: SeminarsTold,
    /// The cases begun so far, by the file's keys.
    pub(super) cases: BTreeMap<String, CaseId>,
    /// The meetings planned so far, by the file's keys.
    pub(super) meetings: BTreeMap<String, MeetingId>,
}

impl Teller<'_> {
    async fn step(&mut self, step: &Step<'_>) -> Result<(), NotImported> {
        match step.what {
            What::Answer(entry) => return self.answer(step.on, entry).await,
            What::CloseUnit(entry) => return self.close_unit(step.on, entry).await,
            What::Ask(entry) => return self.ask(step.on, entry).await,
            What::Draft(entry) => return self.draft(step.on, entry).await,
            What::Agreement(deed) => return self.agreement(step.on, deed).await,
            What::Round(deed) => return self.round(step.on, deed).await,
            What::Letter(deed) => return self.letter(step.on, deed).await,
            What::Wheel(deed) => return self.wheel(step.on, deed).await,
            What::Seminar(deed) => return self.seminar(step.on, deed).await,
            What::Case(deed) => return self.case(step.on, deed).await,
            What::Meeting(deed) => return self.meeting(step.on, deed).await,
            What::Tie(_)
            | What::Propose(_)
            | What::Adopt(..)
            | What::PutInForce(_)
            | What::Return(_)
            | What::Track(..)
            | What::Harvest(_)
            | What::Untie(_)
            | What::Close(_)
            | What::Withdraw(_) => {}
        }
        self.consultant(step.on).await?;
        match step.what {
            What::Tie(entry) => self.tie(entry).await,
            What::Untie(entry) => self.untie(entry).await,
            What::Propose(entry) => {
                let (id, version) = self.standing(entry)?;
                let done = chain::propose_element(self.desk, id, version).await;
                self.keep(entry, "proposing", done)
            }
            What::Adopt(entry, decision) => self.adopt(entry, decision).await,
            What::PutInForce(entry) => {
                let (id, version) = self.standing(entry)?;
                let done = chain::put_in_force(self.desk, id, version).await;
                self.keep(entry, "putting in force", done)
            }
            What::Return(entry) => {
                let (id, version) = self.standing(entry)?;
                let done = chain::return_element(self.desk, id, version, entry.note.clone()).await;
                self.keep(entry, "returning (note says why)", done)
            }
            What::Track(entry, progress) => {
                let (id, version) = self.standing(entry)?;
                let because = if progress == Progress::Dropped { entry.reason.clone() } else { Prose::default() };
                let done = chain::set_progress(self.desk, id, version, progress, because).await;
                self.keep(entry, "setting the progress (reason says why it was dropped)", done)
            }
            What::Harvest(entry) => {
                let (id, version) = self.standing(entry)?;
                let done = chain::harvest_benefit(self.desk, id, version, entry.benefit_harvested.clone()).await;
                self.keep(entry, "recording the benefit", done)
            }
            What::Close(entry) => self.close(entry).await,
            What::Withdraw(entry) => {
                let (id, version) = self.standing(entry)?;
                let done = chain::withdraw_element(self.desk, id, version, entry.note.clone()).await;
                self.keep(entry, "withdrawing (note says why)", done)
            }
            What::Draft(_)
            | What::Ask(_)
            | What::Answer(_)
            | What::CloseUnit(_)
            | What::Agreement(_)
            | What::Round(_)
            | What::Letter(_)
            | What::Wheel(_)
            | What::Seminar(_)
            | What::Case(_)
            | What::Meeting(_) => Ok(()),
        }
    }

    /// Seats somebody at the desk on a day, with the posts they held that day.
    pub(super) async fn seat(&mut self, person: PersonId, on: Date) -> Result<(), Fault> {
        let (municipality, at) = (self.desk.municipality(), self.hours.next(on));
        let posts = kept::posts(&mut self.desk.tx, municipality, person, on).await?;
        self.desk.pass_to(Actor { who: Who::Person(person), municipality, on, posts }, at);
        Ok(())
    }

    pub(super) async fn consultant(&mut self, on: Date) -> Result<(), NotImported> {
        let consultant = self.crew.consultant(on)?;
        Ok(self.seat(consultant, on).await?)
    }

    fn trouble(&self, entry: &ElementEntry, deed: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.chain_file, named(entry), deed, ending.into())
    }

    fn keep(&mut self, entry: &ElementEntry, deed: &'static str, done: Result<Element, Ending>) -> Result<(), NotImported> {
        let element = done.map_err(|ending| self.trouble(entry, deed, ending))?;
        self.known.insert(entry.key.clone(), element);
        Ok(())
    }

    fn id_of(&self, key: &str, named_by: String) -> Result<ElementId, NotImported> {
        self.element_at(&self.folder.chain_file, key, named_by)
    }

    /// An element by its key, named by an entry of some file.
    pub(super) fn element_at(&self, file: &Path, key: &str, named_by: String) -> Result<ElementId, NotImported> {
        let right = || format!("the element {key:?} is not there yet on that day; mend the dates of the two");
        let known = self.known.get(key).map(|e| e.id);
        known.ok_or_else(|| NotImported::entry(file, named_by, right()))
    }

    /// Learns again how elements are that moved with something else.
    pub(super) async fn learn(&mut self, moved: &[ElementId]) -> Result<(), Ending> {
        let municipality = self.desk.municipality();
        for element in self.known.values_mut().filter(|e| moved.contains(&e.id)) {
            *element = pejl_store::chain::element(&mut self.desk.tx, municipality, element.id).await?;
        }
        Ok(())
    }

    fn standing(&self, entry: &ElementEntry) -> Result<(ElementId, i64), NotImported> {
        let id = self.id_of(&entry.key, named(entry))?;
        Ok((id, self.known.get(&entry.key).map_or(0, |e| e.version)))
    }

    async fn draft(&mut self, on: Date, entry: &ElementEntry) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let (file, name) = (&self.folder.chain_file, named(entry));
        let model = self.desk.model();
        let spec = model.element(&entry.spec).ok_or_else(|| {
            let right = format!(
                "the model has no element {:?}; write the key of an [[element]] in models/{}.toml",
                entry.spec.as_str(),
                self.folder.slug
            );
            NotImported::entry(file, &name, right)
        })?;
        let owner = self.crew.unit(file, &name, &entry.owner)?.id;
        let responsible = match &entry.responsible {
            Some(key) => Some(self.crew.leading(file, &name, key)?),
            None => None,
        };
        let who = match &entry.who {
            Some(key) => Prose::parse(self.crew.unit(file, &name, key)?.content.name.as_str()).unwrap_or_default(),
            None => Prose::default(),
        };
        let content = entry.content(responsible, who, spec.kind == ElementKind::Action);
        let draft = Draft { spec: entry.spec.clone(), owner, year: entry.year, content, under: Vec::new(), beside: Vec::new() };
        let done = chain::draft_element(self.desk, draft).await;
        self.keep(entry, "drafting", done)
    }

    async fn tie(&mut self, entry: &ElementEntry) -> Result<(), NotImported> {
        let (child, _) = self.standing(entry)?;
        for key in &entry.under {
            let parent = self.id_of(key, named(entry))?;
            chain::tie_element(self.desk, child, parent).await.map_err(|e| self.trouble(entry, "putting it under", e))?;
        }
        for key in entry.sources.iter().chain(&entry.markers) {
            let beside = self.id_of(key, named(entry))?;
            chain::accompany_element(self.desk, child, beside)
                .await
                .map_err(|e| self.trouble(entry, "putting a source or value marker beside it", e))?;
        }
        Ok(())
    }

    async fn untie(&mut self, entry: &ElementEntry) -> Result<(), NotImported> {
        let (child, _) = self.standing(entry)?;
        for key in &entry.under {
            let parent = self.id_of(key, named(entry))?;
            chain::untie_element(self.desk, child, parent).await.map_err(|e| self.trouble(entry, "cutting it loose", e))?;
        }
        Ok(())
    }

    async fn adopt(&mut self, entry: &ElementEntry, decision: &DecisionEntry) -> Result<(), NotImported> {
        let (id, version) = self.standing(entry)?;
        let name = format!("[[decision]] {}", decision.key);
        let given = DecisionGiven {
            body: self.crew.unit(&self.folder.chain_file, &name, &decision.body)?.id,
            on: decision.on,
            case_number: decision.case.clone(),
            text: decision.text.clone(),
        };
        let done = chain::adopt_element(self.desk, id, version, given).await;
        self.keep(entry, "adopting", done)
    }

    async fn close(&mut self, entry: &ElementEntry) -> Result<(), NotImported> {
        let (id, version) = self.standing(entry)?;
        let right = "it is closed, but not how it went; write outcome = \"met\", \"partly\" or \"not-met\"";
        let outcome = entry.outcome.ok_or_else(|| NotImported::entry(&self.folder.chain_file, named(entry), right))?;
        let done = chain::close_element(self.desk, id, version, outcome, entry.note.clone(), None).await;
        self.keep(entry, "closing (note says why it was not fully met)", done)
    }

    async fn ask(&mut self, on: Date, entry: &StanceEntry) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let (file, name) = (&self.folder.chain_file, named_stance(entry));
        let goal = self.id_of(&entry.goal, name.clone())?;
        let unit = self.crew.unit(file, &name, &entry.unit)?.id;
        chain::ask_stance(self.desk, goal, unit).await.map_err(|e| NotImported::deed(file, name, "putting it before the unit", e))
    }

    async fn answer(&mut self, on: Date, entry: &StanceEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.chain_file, named_stance(entry));
        let leader = self.crew.leader(file, &name, &entry.unit, on)?;
        self.seat(leader, on).await?;
        let goal = self.id_of(&entry.goal, name.clone())?;
        let unit = self.crew.unit(file, &name, &entry.unit)?.id;
        let answer = match entry.answer {
            EndAnswer::Asked => return Ok(()),
            EndAnswer::TakenUp => StanceAnswer::TakenUp,
            EndAnswer::Declined => StanceAnswer::Declined(entry.reason.clone()),
        };
        chain::answer_stance(self.desk, goal, unit, answer)
            .await
            .map_err(|e| NotImported::deed(file, name, "answering (reason says why not)", e))
    }

    /// A unit closes: its consultant hands over what it was working on, and the operator closes it.
    async fn close_unit(&mut self, on: Date, entry: &UnitEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.organisation_file, format!("[[unit]] {}", entry.key));
        let (crew, municipality) = (self.crew, self.desk.municipality());
        let unit = crew.unit(file, &name, &entry.key)?;
        let successor = match &entry.successor {
            Some(key) => Some(crew.unit(file, &name, key)?.id),
            None => None,
        };
        if let Some(to) = successor {
            self.consultant(on).await?;
            let in_vain = |e| NotImported::deed(file, &name, "handing over what it was working on", e);
            chain::hand_over_elements(self.desk, unit.id, to).await.map_err(in_vain)?;
            agreements::hand_over_agreements(self.desk, unit.id, to).await.map_err(in_vain)?;
            rounds::hand_over_reports(self.desk, unit.id, to).await.map_err(in_vain)?;
            for element in self.known.values_mut().filter(|e| e.owner == unit.id && e.state.is_live()) {
                *element = pejl_store::chain::element(&mut self.desk.tx, municipality, element.id)
                    .await
                    .map_err(|e| NotImported::deed(file, &name, "handing over what it was working on", e.into()))?;
            }
        }
        let at = self.hours.next(on);
        self.desk.pass_to(Actor::operator(municipality, danish_date(at)), at);
        orgs::close_unit(self.desk, unit.id, unit.version, on, successor)
            .await
            .map_err(|e| NotImported::deed(file, name, "closing the unit", e))?;
        Ok(())
    }
}
