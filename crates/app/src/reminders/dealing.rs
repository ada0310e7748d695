//! Deals what was read for all to those it is for: by the same rules as the subjects' own statements use for one person, but in
//! memory, so that a thousand people cost no more statements than ten.

use std::collections::{BTreeSet, HashMap};

use pejl_domain::models::{Key, Model};
use pejl_domain::orgs::Role;
use pejl_kernel::{PersonId, UnitId};
use pejl_policy::{Actor, Post, Sight};
use pejl_store::agreements::{self, AgreementTask, AgreementTaskOf, AgreementTasksAsk, Meant};
use pejl_store::overview::{self, HomeAsk, Shape, Task, TaskOf};
use pejl_store::reminders::UnitInTree;
use pejl_store::{Fault, Tx};

use super::asks::{answers_for, sits_on_board, units, works};

/// Many people, with what they answer for, and the tree of units.
pub struct Crowd {
    actors: Vec<Actor>,
    tree: HashMap<UnitId, (Option<UnitId>, Key)>,
    /// By unit: who answers for it in the chain.
    answer: HashMap<UnitId, Vec<usize>>,
    /// By unit: who leads it.
    lead: HashMap<UnitId, Vec<usize>>,
    /// By unit: who is heard for its employees.
    work: HashMap<UnitId, Vec<usize>>,
    /// By unit: who is on its board.
    board: HashMap<UnitId, Vec<usize>>,
}

impl Crowd {
    /// These people, with these posts, in this tree. Posts of others are passed over.
    pub fn of(people: &[PersonId], posts: Vec<(PersonId, Post)>, tree: Vec<UnitInTree>, whole: &Sight) -> Self {
        let mut of_person: HashMap<PersonId, Vec<Post>> = HashMap::new();
        for (person, post) in posts {
            of_person.entry(person).or_default().push(post);
        }
        let actor = |person: &PersonId| Actor {
            who: pejl_policy::Who::Person(*person),
            municipality: whole.municipality(),
            on: whole.on(),
            posts: of_person.remove(person).unwrap_or_default(),
        };
        let actors: Vec<Actor> = people.iter().map(actor).collect();
        let by_unit = |is_meant: &dyn Fn(&Post) -> bool| {
            let mut by_unit: HashMap<UnitId, Vec<usize>> = HashMap::new();
            for (at, actor) in actors.iter().enumerate() {
                for unit in units(actor, is_meant) {
                    by_unit.entry(unit).or_default().push(at);
                }
            }
            by_unit
        };
        Self {
            answer: by_unit(&answers_for),
            lead: by_unit(&|post| post.role.leads()),
            work: by_unit(&works),
            board: by_unit(&sits_on_board),
            tree: tree.into_iter().map(|unit| (unit.id, (unit.parent, unit.level))).collect(),
            actors,
        }
    }

    /// The people, in the order they were named.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// A unit and every unit above it.
    fn line(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(Some(unit), |id| self.tree.get(id).and_then(|(parent, _)| *parent))
    }

    fn level(&self, unit: UnitId) -> Option<&Key> {
        self.tree.get(&unit).map(|(_, level)| level)
    }

    fn at(by_unit: &HashMap<UnitId, Vec<usize>>, unit: UnitId) -> impl Iterator<Item = usize> {
        by_unit.get(&unit).into_iter().flatten().copied()
    }

    /// Those with a post that passes.
    fn with(&self, is_meant: impl Fn(&Actor) -> bool) -> impl Iterator<Item = usize> {
        self.actors.iter().enumerate().filter(move |(_, actor)| is_meant(actor)).map(|(at, _)| at)
    }

    /// Whether somebody has a post that passes in the unit or above it, or sees everything: see `chain::sight` in the store.
    fn sees(&self, at: usize, unit: UnitId, is_meant: impl Fn(&Post) -> bool) -> bool {
        let Some(actor) = self.actors.get(at) else { return false };
        let in_line = || self.line(unit).any(|above| actor.posts.iter().any(|post| post.unit == above && is_meant(post)));
        actor.posts.iter().any(|post| post.role.sees_everything()) || in_line()
    }

    fn every_unit(&self) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = self.tree.keys().copied().collect();
        units.sort_unstable();
        units
    }

    /// What waits in the chain and in the organisation, with whose it is. Two statements.
    pub(super) async fn deal_chain(
        &self,
        tx: &mut Tx,
        sight: &Sight,
        model: &Model,
    ) -> Result<Vec<(Task, Vec<(usize, &Actor)>)>, Fault> {
        let ask = HomeAsk {
            shape: Shape::of(model),
            leads: self.every_unit(),
            every_proposal: true,
            every_vacancy: true,
            most: i64::MAX,
            ..HomeAsk::default()
        };
        let (tasks, _) = overview::chain_tasks(tx, sight, &ask).await?;
        let dealt = tasks.into_iter().map(|task| {
            let whose = self.whose_in_chain(&task, model);
            (task, whose.into_iter().filter_map(|at| Some((at, self.actors.get(at)?))).collect())
        });
        Ok(dealt.collect())
    }

    fn whose_in_chain(&self, task: &Task, model: &Model) -> BTreeSet<usize> {
        let owner = task.element.as_ref().map_or(task.unit.id, |element| element.owner.id);
        let up_the_line = || self.line(owner).flat_map(|unit| Self::at(&self.answer, unit));
        match task.of {
            TaskOf::Overdue => up_the_line().collect(),
            TaskOf::Returned | TaskOf::Draft => {
                let writes = |post: &Post| !post.role.is_political() && post.role != Role::BoardMember;
                Self::at(&self.answer, owner).filter(|at| self.sees(*at, owner, writes)).collect()
            }
            TaskOf::Proposal => self.whose_to_decide(task, owner, model),
            TaskOf::Asked => Self::at(&self.answer, task.unit.id).collect(),
            TaskOf::Orphan | TaskOf::Break => up_the_line().chain(self.with(|actor| actor.is(Role::Consultant))).collect(),
            TaskOf::Vacancy => self.with(|actor| actor.is(Role::Administrator)).collect(),
        }
    }

    fn whose_to_decide(&self, task: &Task, owner: UnitId, model: &Model) -> BTreeSet<usize> {
        let spec = task.element.as_ref().and_then(|element| model.spec(element.kind, &element.level));
        let Some(adopts) = spec.and_then(|spec| spec.adopts.as_ref()) else { return BTreeSet::new() };
        let adopts_here = |unit: &UnitId| self.level(*unit) == Some(adopts);
        let mut whose: BTreeSet<usize> = self.with(|actor| actor.is(Role::Consultant)).collect();
        whose.extend(self.line(owner).filter(adopts_here).flat_map(|unit| Self::at(&self.answer, unit)));
        if !self.line(owner).any(|unit| adopts_here(&unit)) {
            // Nobody in its line adopts it: then whoever does at that level, as far as they see it.
            let bodies = self.answer.keys().copied().filter(|unit| adopts_here(unit));
            whose.extend(bodies.flat_map(|unit| Self::at(&self.answer, unit)).filter(|at| self.sees(*at, owner, |_| true)));
        }
        whose
    }

    /// What waits in agreements, with whose it is. Four statements: what the boards are heard about is read by itself, since a
    /// unit's employees and its board are heard each for themselves.
    pub(super) async fn deal_agreements(
        &self,
        tx: &mut Tx,
        sight: &Sight,
        model: &Model,
    ) -> Result<Vec<(AgreementTask, BTreeSet<usize>)>, Fault> {
        if model.agreements.is_empty() {
            return Ok(Vec::new());
        }
        let meant = Meant::of(model);
        let every = self.every_unit();
        let ask = AgreementTasksAsk {
            meant: meant.clone(),
            leads: every.clone(),
            works: every.clone(),
            every: true,
            most: i64::MAX,
            ..AgreementTasksAsk::default()
        };
        let of_boards = AgreementTasksAsk { meant: meant.clone(), board: every, most: i64::MAX, ..AgreementTasksAsk::default() };
        let mut tasks = agreements::agreement_tasks(tx, sight, &ask).await?.tasks;
        let heard = agreements::agreement_tasks(tx, sight, &of_boards).await?.tasks;
        let mut dealt: Vec<(AgreementTask, BTreeSet<usize>)> = Vec::with_capacity(tasks.len());
        for task in tasks.drain(..) {
            let unit = task.unit.id;
            let whose = match task.of {
                AgreementTaskOf::Hearing => Self::at(&self.work, unit).collect(),
                AgreementTaskOf::Approve | AgreementTaskOf::Close => self.whose_to_approve(&task, &meant),
                AgreementTaskOf::Counter
                | AgreementTaskOf::Returned
                | AgreementTaskOf::SendOn
                | AgreementTaskOf::Sign
                | AgreementTaskOf::Report => Self::at(&self.lead, unit).collect(),
            };
            dealt.push((task, whose));
        }
        for task in heard.into_iter().filter(|task| task.of == AgreementTaskOf::Hearing) {
            let board: BTreeSet<usize> = Self::at(&self.board, task.unit.id).collect();
            match dealt
                .iter_mut()
                .find(|(known, _)| known.of == task.of && known.agreement.id == task.agreement.id && known.unit.id == task.unit.id)
            {
                Some((_, whose)) => whose.extend(board),
                None => dealt.push((task, board)),
            }
        }
        Ok(dealt)
    }

    fn whose_to_approve(&self, task: &AgreementTask, meant: &Meant) -> BTreeSet<usize> {
        let approves = meant.kinds.iter().find(|kind| kind.kind == task.agreement.kind).map(|kind| &kind.approves);
        let mut whose: BTreeSet<usize> = self.with(|actor| actor.is(Role::Consultant)).collect();
        let bodies = self.line(task.unit.id).filter(|unit| self.level(*unit) == approves);
        whose.extend(bodies.flat_map(|unit| Self::at(&self.lead, unit)));
        whose
    }
}
