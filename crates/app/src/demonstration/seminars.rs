//! Telling the goal seminars: who proposed what, how it was weighed, and that what came of it is what the chain's file tells.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::seminars::{
    CommissionContent, Frame, GoalWanted, Outcome, OutcomeName, ProposalContent, Route, RouteName, Seminar, Workspace,
};
use pejl_kernel::{ElementId, ProposalId, SeminarId};

use crate::ending::Ending;
use crate::seminars::{self, Known, NewProposal};

use super::Folder;
use super::course::{Step, What};
use super::fault::NotImported;
use super::seminar_file::{ProposalEntry, SeminarEntry};
use super::told::Teller;

/// Something that is done with a seminar.
#[derive(Clone, Copy)]
pub(super) struct SeminarDeed<'f> {
    entry: &'f SeminarEntry,
    doing: Doing<'f>,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing<'f> {
    Open,
    Frame,
    Propose(&'f ProposalEntry),
    /// Begins to prioritise, and weighs everything.
    Prioritise,
    Conclude,
}

impl SeminarDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Open => 0,
            Doing::Frame => 1,
            Doing::Propose(_) => 2,
            Doing::Prioritise => 3,
            Doing::Conclude => 4,
        }
    }

    /// What the entry is called in a fault.
    fn name(&self) -> String {
        let seminar = format!("[[seminar]] {}", self.entry.year);
        match self.doing {
            Doing::Propose(proposal) => format!("{seminar}, proposal {}", proposal.key),
            Doing::Open | Doing::Frame | Doing::Prioritise | Doing::Conclude => seminar,
        }
    }
}

/// Lays out every step of the seminars: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, steps: &mut Vec<Step<'f>>) {
    for entry in &folder.seminars.seminars {
        let mut step = |on: Option<Date>, doing: Doing<'f>| {
            let deed = SeminarDeed { entry, doing };
            steps.extend(on.map(|on| Step { on, what: What::Seminar(deed) }));
        };
        step(Some(entry.opened), Doing::Open);
        step(Some(entry.opened), Doing::Frame);
        for proposal in entry.proposals.iter().filter(|proposal| !proposal.kept) {
            step(Some(proposal.on.unwrap_or(entry.opened)), Doing::Propose(proposal));
        }
        step(entry.prioritised, Doing::Prioritise);
        step(entry.concluded, Doing::Conclude);
    }
}

/// The seminars told so far, by year, and their proposals by the file's keys.
#[derive(Default)]
pub(super) struct SeminarsTold {
    seminars: BTreeMap<i16, SeminarId>,
    proposals: BTreeMap<(i16, String), ProposalId>,
}

impl Teller<'_> {
    /// Does one step of a seminar, by the person who would have done it.
    pub(super) async fn seminar(&mut self, on: Date, deed: SeminarDeed<'_>) -> Result<(), NotImported> {
        match deed.doing {
            Doing::Propose(proposal) => return self.propose_to(on, deed, proposal).await,
            Doing::Open | Doing::Frame | Doing::Prioritise | Doing::Conclude => self.consultant(on).await?,
        }
        match deed.doing {
            Doing::Open => self.open_seminar(deed).await,
            Doing::Frame => {
                let frame =
                    Frame { held_on: deed.entry.held_on, question: deed.entry.question.clone(), risk: deed.entry.risk.clone() };
                let seminar = self.seminar_now(&deed).await?;
                let done = seminars::frame_seminar(self.desk, seminar.id, seminar.version, frame).await;
                done.map(|_| ()).map_err(|e| self.untold(&deed, "framing it", e))
            }
            Doing::Prioritise => self.prioritise(deed).await,
            Doing::Conclude => self.conclude(deed).await,
            Doing::Propose(_) => Ok(()),
        }
    }

    fn untold(&self, deed: &SeminarDeed<'_>, what: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.seminars_file, deed.name(), what, ending.into())
    }

    fn seminar_id(&self, deed: &SeminarDeed<'_>) -> Result<SeminarId, NotImported> {
        let right = "the seminar is not begun yet on that day; mend opened";
        let known = self.seminars.seminars.get(&deed.entry.year).copied();
        known.ok_or_else(|| NotImported::entry(&self.folder.seminars_file, deed.name(), right))
    }

    fn proposal_id(&self, deed: &SeminarDeed<'_>, key: &str) -> Result<ProposalId, NotImported> {
        let right = || format!("there is no proposal {key:?} at that seminar; write the key of a [[seminar.proposal]]");
        let known = self.seminars.proposals.get(&(deed.entry.year, key.to_owned())).copied();
        known.ok_or_else(|| NotImported::entry(&self.folder.seminars_file, deed.name(), right()))
    }

    async fn seminar_now(&mut self, deed: &SeminarDeed<'_>) -> Result<Seminar, NotImported> {
        Ok(self.workspace_now(deed).await?.seminar)
    }

    async fn workspace_now(&mut self, deed: &SeminarDeed<'_>) -> Result<Workspace, NotImported> {
        let id = self.seminar_id(deed)?;
        seminars::workspace(self.desk, id).await.map_err(|e| self.untold(deed, "loading it", e))
    }

    async fn open_seminar(&mut self, deed: SeminarDeed<'_>) -> Result<(), NotImported> {
        let year = deed.entry.year;
        let opened = seminars::open_seminar(self.desk, year).await.map_err(|e| self.untold(&deed, "beginning it", e))?;
        self.seminars.seminars.insert(year, opened.id);
        // What an earlier seminar kept goes by the same key.
        let before: Vec<((i16, String), ProposalId)> = self.seminars.proposals.clone().into_iter().collect();
        for proposal in self.workspace_now(&deed).await?.proposals {
            let was = before.iter().find(|(_, id)| Some(*id) == proposal.kept_from);
            self.seminars.proposals.extend(was.map(|((_, key), _)| ((year, key.clone()), proposal.id)));
        }
        Ok(())
    }

    async fn propose_to(&mut self, on: Date, deed: SeminarDeed<'_>, entry: &ProposalEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.seminars_file, deed.name());
        let lacking =
            |what: &str| NotImported::entry(file, &name, format!("{what} is missing; a proposal that is not kept has one"));
        let key = entry.unit.as_deref().ok_or_else(|| lacking("unit"))?;
        let title = entry.title.clone().ok_or_else(|| lacking("title"))?;
        let unit = self.crew.unit(file, &name, key)?.id;
        let by = match &entry.by {
            Some(person) => self.crew.person(file, &name, person)?,
            None => self.crew.leader(file, &name, key, on)?,
        };
        self.seat(by, on).await?;
        let seminar = self.seminar_id(&deed)?;
        let content = ProposalContent { title, text: entry.text.clone(), why: entry.why.clone() };
        let new = NewProposal { kind: entry.kind, content, group: entry.group.clone(), unit };
        let given = seminars::give_proposal(self.desk, seminar, new).await.map_err(|e| self.untold(&deed, "proposing", e))?;
        self.seminars.proposals.insert((deed.entry.year, entry.key.clone()), given.id);
        Ok(())
    }

    /// Begins to prioritise; then weighs every proposal that has an outcome (those that others are merged into first), asks for
    /// the policies, and gives the rest of what was chosen its way.
    async fn prioritise(&mut self, deed: SeminarDeed<'_>) -> Result<(), NotImported> {
        let seminar = self.seminar_now(&deed).await?;
        let begun = seminars::prioritise_seminar(self.desk, seminar.id, seminar.version).await;
        begun.map_err(|e| self.untold(&deed, "beginning to prioritise", e))?;
        let is_merged = |entry: &&ProposalEntry| entry.outcome == Some(OutcomeName::Merged);
        let entries = &deed.entry.proposals;
        for entry in entries.iter().filter(|e| !is_merged(e)).chain(entries.iter().filter(is_merged)) {
            let outcome = match entry.outcome {
                None | Some(OutcomeName::Open | OutcomeName::Withdrawn) => continue,
                Some(OutcomeName::Chosen) => Outcome::Chosen,
                Some(OutcomeName::Parked) => Outcome::Parked,
                Some(OutcomeName::Declined) => Outcome::Declined { because: entry.because.clone() },
                Some(OutcomeName::Merged) => {
                    Outcome::Merged { into: self.proposal_id(&deed, entry.into.as_deref().unwrap_or_default())? }
                }
            };
            let (id, version) = self.proposal_now(&deed, &entry.key).await?;
            let weighed = seminars::weigh_proposal(self.desk, seminar.id, id, version, outcome).await;
            weighed.map_err(|e| self.untold(&deed, "weighing a proposal", e))?;
        }
        self.commission(&deed, seminar.id).await?;
        for entry in entries.iter().filter(|entry| entry.route == Some(RouteName::Goal)) {
            let goal = entry.goal.as_deref().and_then(|key| self.folder.chain.elements.iter().find(|e| e.key == key));
            let right = "route is \"goal\", but no goal came of it; write goal, the key of an [[element]] in chain.toml";
            let goal = goal.ok_or_else(|| NotImported::entry(&self.folder.seminars_file, deed.name(), right))?;
            let unit = self.crew.unit(&self.folder.seminars_file, &deed.name(), &goal.owner)?.id;
            let text = pejl_kernel::Prose::parse(goal.text.as_str()).unwrap_or_default();
            let route = Route::Goal(GoalWanted { unit, title: goal.title.clone(), text });
            let (id, version) = self.proposal_now(&deed, &entry.key).await?;
            let routed = seminars::route_proposal(self.desk, seminar.id, id, version, route).await;
            routed.map_err(|e| self.untold(&deed, "choosing a route", e))?;
        }
        Ok(())
    }

    async fn commission(&mut self, deed: &SeminarDeed<'_>, seminar: SeminarId) -> Result<(), NotImported> {
        for entry in &deed.entry.commissions {
            let (file, name) = (&self.folder.seminars_file, format!("{}, commission {}", deed.name(), entry.title));
            let elements = |keys: &[String]| -> Result<Vec<ElementId>, NotImported> {
                keys.iter().map(|key| self.element_at(file, key, name.clone())).collect()
            };
            let units: Result<_, NotImported> = entry.others.iter().map(|key| Ok(self.crew.unit(file, &name, key)?.id)).collect();
            let serves: Result<_, NotImported> = entry.serves.iter().map(|key| self.proposal_id(deed, key)).collect();
            let content = CommissionContent {
                way: entry.way,
                existing: None,
                existing_name: entry.existing_name.clone(),
                title: entry.title.clone(),
                task: entry.task.clone(),
                lead: self.crew.unit(file, &name, &entry.lead)?.id,
                others: units?,
                serves: serves?,
                objectives: elements(&entry.objectives)?,
                takes_in: elements(&entry.takes_in)?,
            };
            let asked = seminars::ask_commission(self.desk, seminar, content).await;
            asked.map_err(|e| NotImported::deed(file, &name, "asking for the policy", e))?;
        }
        Ok(())
    }

    async fn proposal_now(&mut self, deed: &SeminarDeed<'_>, key: &str) -> Result<(ProposalId, i64), NotImported> {
        let id = self.proposal_id(deed, key)?;
        let workspace = self.workspace_now(deed).await?;
        Ok((id, workspace.proposal(id).map_or(0, |proposal| proposal.version)))
    }

    async fn conclude(&mut self, deed: SeminarDeed<'_>) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.seminars_file, deed.name());
        let workspace = self.workspace_now(&deed).await?;
        let mut known = Known::default();
        for entry in &deed.entry.proposals {
            let id = self.proposal_id(&deed, &entry.key)?;
            if let Some(key) = &entry.made {
                known.made.insert(id, self.element_at(file, key, name.clone())?);
            }
            if let Some(key) = &entry.goal {
                known.goals.insert(id, self.element_at(file, key, name.clone())?);
            }
        }
        for entry in &deed.entry.commissions {
            let commission = workspace.commissions.iter().find(|commission| commission.content.title == entry.title);
            if let (Some(commission), Some(key)) = (commission, &entry.policy) {
                known.policies.insert(commission.id, self.element_at(file, key, name.clone())?);
            }
        }
        let seminar = &workspace.seminar;
        let done = seminars::conclude_with(self.desk, seminar.id, seminar.turns, false, &known).await;
        done.map(|_| ()).map_err(|e| self.untold(&deed, "concluding it", e))
    }
}
