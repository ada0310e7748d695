//! A small municipality's model with a goal seminar, and a seminar of it that weighs.

use std::sync::LazyLock;

use pejl_domain::models::{Model, parse};
use pejl_domain::seminars::*;
use pejl_domain::{Event, Refused};
use pejl_kernel::ids::{PersonId, ProposalId, SeminarId, UnitId};
use pejl_kernel::{CommissionId, Line, Prose, SequenceMint};

/// Testby's model: two to four objectives, policies with the council, goals with committees.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| {
        let text = include_str!("../../../testkit/models/testby.toml");
        parse::parse("testby.toml", text).unwrap_or_else(|faults| panic!("{:#?}", faults.list))
    });
    &MODEL
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

pub fn proposal_id(n: u64) -> ProposalId {
    ProposalId::new(&SequenceMint::after(2000 + n))
}

pub fn commission_id(n: u64) -> CommissionId {
    CommissionId::new(&SequenceMint::after(3000 + n))
}

pub fn seminar() -> Seminar {
    Seminar::open(SeminarId::new(&SequenceMint::after(1)), model(), 2018, unit(0)).unwrap().0
}

pub fn given(title: &str) -> Given {
    Given {
        kind: ProposalKind::Objective,
        content: ProposalContent { title: line(title), text: prose("Det skal være anderledes."), why: prose("") },
        group: prose(""),
        unit: unit(1),
        position: None,
        by: PersonId::new(&SequenceMint::after(4000)),
        kept_from: None,
    }
}

/// A seminar that weighs so many proposals.
pub fn weighing(count: u64) -> Workspace {
    let (mut seminar, mut proposals) = (seminar(), Vec::new());
    for n in 0..count {
        let given = given(&format!("Forslag {}", n + 1));
        proposals.push(Proposal::give(proposal_id(n), &seminar, model(), &proposals, given).unwrap().0);
    }
    seminar = seminar.prioritise(model(), proposals.len().max(1), 0).unwrap().0;
    Workspace { seminar, proposals, commissions: Vec::new(), standing: Vec::new() }
}

/// Weighs one proposal of a seminar.
pub fn weigh(workspace: &mut Workspace, n: u64, outcome: Outcome) -> Result<Event, Refused> {
    let at = workspace.proposals.iter().position(|p| p.id == proposal_id(n)).unwrap();
    let proposal = workspace.proposals[at].clone();
    let (weighed, event) = proposal.weigh(&workspace.seminar, model(), outcome, &workspace.proposals)?;
    workspace.proposals[at] = weighed;
    Ok(event)
}

/// Gives one proposal its way.
pub fn route(workspace: &mut Workspace, n: u64, route: Route) {
    let at = workspace.proposals.iter().position(|p| p.id == proposal_id(n)).unwrap();
    let proposal = workspace.proposals[at].clone();
    workspace.proposals[at] = proposal.take_route(&workspace.seminar, model(), route).unwrap().0;
}

pub fn goal(title: &str) -> Route {
    Route::Goal(GoalWanted { unit: unit(1), title: line(title), text: prose("") })
}

/// A policy that is asked for because of some proposals.
pub fn asked(title: &str, serves: &[u64]) -> CommissionContent {
    CommissionContent {
        way: Way::New,
        existing: None,
        existing_name: prose(""),
        title: line(title),
        task: prose(""),
        lead: unit(2),
        others: vec![unit(3), unit(2), unit(3)],
        serves: serves.iter().map(|n| proposal_id(*n)).collect(),
        objectives: Vec::new(),
        takes_in: Vec::new(),
    }
}

pub fn keys(refused: Refused) -> Vec<String> {
    refused.reasons.into_iter().map(|reason| reason.sentence.key).collect()
}
