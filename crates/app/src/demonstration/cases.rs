//! Telling the cases: who wrote them, when they were put on an agenda, and what the body decided.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::cases::{Access, Adopts, Attachment, Case, CaseContent, Disqualified, HeadingSet, Outcome, Part, Section};
use pejl_kernel::{CaseId, Prose};
use pejl_store::{agreements as agreed, cases as kept, chain as elements};

use crate::cases::{self, NewCase, Resolved};
use crate::ending::Ending;

use super::Folder;
use super::case_file::{CaseEntry, EndOutcome, HeadingsEntry};
use super::course::{Step, What};
use super::fault::NotImported;
use super::files::DecisionEntry;
use super::told::Teller;

/// Something that is done with a case, or with a body's headings.
#[derive(Clone, Copy)]
pub(super) struct CaseDeed<'f> {
    doing: Doing<'f>,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing<'f> {
    Headings(&'f HeadingsEntry),
    Draft(&'f CaseEntry),
    Disqualify(&'f CaseEntry),
    Ready(&'f CaseEntry),
    Decide(&'f CaseEntry, Option<&'f DecisionEntry>),
    Withdraw(&'f CaseEntry),
}

impl CaseDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Headings(_) => 0,
            Doing::Draft(_) => 1,
            Doing::Disqualify(_) => 2,
            Doing::Ready(_) => 3,
            Doing::Decide(..) => 4,
            Doing::Withdraw(_) => 5,
        }
    }
}

fn named(entry: &CaseEntry) -> String {
    format!("[[case]] {}", entry.key)
}

/// Lays out every step of the cases: what has a day has been done on it.
pub(super) fn lay_out<'f>(
    folder: &'f Folder,
    decisions: &BTreeMap<&'f str, &'f DecisionEntry>,
    steps: &mut Vec<Step<'f>>,
) -> Result<(), NotImported> {
    for entry in &folder.cases.headings {
        steps.push(Step { on: entry.on, what: What::Case(CaseDeed { doing: Doing::Headings(entry) }) });
    }
    for entry in &folder.cases.cases {
        let mut step = |on: Option<Date>, doing: Doing<'f>| {
            steps.extend(on.map(|on| Step { on, what: What::Case(CaseDeed { doing }) }));
        };
        step(Some(entry.drafted), Doing::Draft(entry));
        step((!entry.disqualified.is_empty()).then_some(entry.drafted), Doing::Disqualify(entry));
        step(entry.ready, Doing::Ready(entry));
        match &entry.decision {
            Some(key) => {
                let right =
                    || format!("there is no decision {key:?}; write the key of a [[decision]] in chain.toml or agreements.toml");
                let found = decisions.get(key.as_str());
                let decision = found.ok_or_else(|| NotImported::entry(&folder.cases_file, named(entry), right()))?;
                step(Some(decision.on), Doing::Decide(entry, Some(decision)));
            }
            None => step(entry.decided, Doing::Decide(entry, None)),
        }
        step(entry.withdrawn, Doing::Withdraw(entry));
    }
    Ok(())
}

impl CaseEntry {
    /// What is written in it, under the body's headings.
    fn content(&self, headings: &HeadingSet) -> CaseContent {
        let section = |heading: &pejl_domain::cases::Heading| Section {
            part: heading.part,
            heading: heading.word.clone(),
            text: match heading.part {
                Part::Presentation => self.presentation.clone(),
                Part::Money => self.money.clone(),
                Part::Hearing => self.hearing.clone(),
                Part::Attachments => Prose::default(),
                Part::Other => self.other.get(heading.word.as_str()).cloned().unwrap_or_default(),
            },
        };
        CaseContent {
            access: self.closed.clone().map_or(Access::Open, |reason| Access::Closed { reason }),
            meeting: self.meeting,
            item: self.item,
            own_number: self.number.clone(),
            recommendation: self.recommendation.clone(),
            sections: headings.list().iter().map(section).collect(),
            attachments: self
                .attachments
                .iter()
                .map(|one| Attachment { title: one.title.clone(), link: one.link.clone() })
                .collect(),
            ..CaseContent::titled(self.title.clone(), self.kind)
        }
    }
}

impl From<EndOutcome> for Outcome {
    fn from(end: EndOutcome) -> Self {
        match end {
            EndOutcome::AsRecommended => Self::AsRecommended,
            EndOutcome::Changed => Self::Changed,
            EndOutcome::Noted => Self::Noted,
            EndOutcome::Rejected => Self::Rejected,
        }
    }
}

impl Teller<'_> {
    /// Does one step of a case. The consultant prepares committees: it is the consultant who writes and records.
    pub(super) async fn case(&mut self, on: Date, deed: CaseDeed<'_>) -> Result<(), NotImported> {
        self.consultant(on).await?;
        match deed.doing {
            Doing::Headings(entry) => self.keep_headings(entry).await,
            Doing::Draft(entry) => self.draft_case(entry).await,
            Doing::Disqualify(entry) => self.disqualify(entry).await,
            Doing::Ready(entry) => {
                let case = self.case_now(entry).await?;
                let done = cases::ready_case(self.desk, case.id, case.version).await;
                self.kept(entry, "putting it on the agenda", done)
            }
            Doing::Decide(entry, decision) => self.decide_case(on, entry, decision).await,
            Doing::Withdraw(entry) => {
                let case = self.case_now(entry).await?;
                let done = cases::withdraw_case(self.desk, case.id, case.version, entry.note.clone()).await;
                self.kept(entry, "withdrawing (note says why)", done)
            }
        }
    }

    fn kept(&mut self, entry: &CaseEntry, what: &'static str, done: Result<Case, Ending>) -> Result<(), NotImported> {
        let case = done.map_err(|ending| NotImported::deed(&self.folder.cases_file, named(entry), what, ending))?;
        self.cases.insert(entry.key.clone(), case.id);
        Ok(())
    }

    fn case_id(&self, entry: &CaseEntry, key: &str) -> Result<CaseId, NotImported> {
        let right = || format!("the case {key:?} is not there yet on that day; mend the dates of the two");
        self.cases.get(key).copied().ok_or_else(|| NotImported::entry(&self.folder.cases_file, named(entry), right()))
    }

    async fn case_now(&mut self, entry: &CaseEntry) -> Result<Case, NotImported> {
        let (id, sight) = (self.case_id(entry, &entry.key)?, self.desk.sight);
        let case = kept::case_seen(&mut self.desk.tx, &sight, id).await;
        case.map_err(|e| NotImported::deed(&self.folder.cases_file, named(entry), "loading", e.into()))
    }

    async fn keep_headings(&mut self, entry: &HeadingsEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.cases_file, format!("[[headings]] {}", entry.body));
        let body = self.crew.unit(file, &name, &entry.body)?.id;
        let done = cases::keep_headings(self.desk, body, 0, entry.set.clone()).await;
        done.map_err(|ending| NotImported::deed(file, name, "choosing the headings", ending))
    }

    async fn draft_case(&mut self, entry: &CaseEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.cases_file, named(entry));
        let body = self.crew.unit(file, &name, &entry.body)?.id;
        let unit = self.crew.unit(file, &name, entry.unit.as_deref().unwrap_or(&entry.body))?.id;
        let municipality = self.desk.municipality();
        let headings = kept::headings(&mut self.desk.tx, municipality, body).await?.0;
        let mut adopts = Vec::new();
        for key in &entry.elements {
            adopts.push(Adopts::Element(self.element_at(file, key, name.clone())?));
        }
        for key in &entry.agreements {
            let right = || format!("the agreement {key:?} is not there yet on that day; mend the dates of the two");
            let id = self.agreements.get(key).copied().ok_or_else(|| NotImported::entry(file, name.clone(), right()))?;
            adopts.push(Adopts::Agreement(id));
        }
        let content = entry.content(&headings);
        let done = match &entry.corrects {
            Some(key) => {
                let old = self.case_id(entry, key)?;
                match cases::correct_case(self.desk, old).await {
                    Ok(new) => cases::edit_case(self.desk, new.id, new.version, content, adopts).await,
                    Err(ending) => Err(ending),
                }
            }
            None => cases::draft_case(self.desk, NewCase { body, unit, content, adopts }).await,
        };
        self.kept(entry, "drafting (what it adopts must be proposed, or submitted, to the body by then)", done)
    }

    async fn disqualify(&mut self, entry: &CaseEntry) -> Result<(), NotImported> {
        let case = self.case_now(entry).await?;
        let mut people = Vec::new();
        for one in &entry.disqualified {
            let person = self.crew.person(&self.folder.cases_file, &named(entry), &one.person)?;
            people.push(Disqualified { person, reason: one.reason.clone() });
        }
        let done = cases::disqualify(self.desk, case.id, case.version, people).await;
        self.kept(entry, "noting who is disqualified", done)
    }

    async fn decide_case(&mut self, on: Date, entry: &CaseEntry, decision: Option<&DecisionEntry>) -> Result<(), NotImported> {
        let (case, municipality) = (self.case_now(entry).await?, self.desk.municipality());
        let in_vain = |ending: Ending| NotImported::deed(&self.folder.cases_file, named(entry), "deciding", ending);
        let mut adopted = Vec::new();
        for one in &case.adopts {
            let version = match one {
                Adopts::Element(id) => {
                    elements::element(&mut self.desk.tx, municipality, *id).await.map_err(|e| in_vain(e.into()))?.version
                }
                Adopts::Agreement(id) => {
                    agreed::agreement(&mut self.desk.tx, municipality, *id).await.map_err(|e| in_vain(e.into()))?.version
                }
            };
            adopted.push((*one, version));
        }
        let resolved = Resolved {
            on,
            outcome: entry.outcome.unwrap_or(EndOutcome::AsRecommended).into(),
            text: decision.map_or_else(|| entry.text.clone(), |decision| decision.text.clone()),
        };
        let moved: Vec<_> = case
            .adopts
            .iter()
            .filter_map(|one| match one {
                Adopts::Element(id) => Some(*id),
                Adopts::Agreement(_) => None,
            })
            .collect();
        let done = cases::decide_case(self.desk, case.id, case.version, resolved, adopted).await;
        self.learn(&moved).await.map_err(in_vain)?;
        self.kept(entry, "deciding", done)
    }
}
