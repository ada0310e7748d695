//! What somebody's posts make their task: asked of each subject in its own way.

use pejl_domain::models::Model;
use pejl_domain::orgs::Role;
use pejl_kernel::UnitId;
use pejl_policy::{Actor, Post};
use pejl_store::agreements::{AgreementTasksAsk, Meant};
use pejl_store::overview::{HomeAsk, Shape};

/// The units of the posts that pass, each once.
pub(super) fn units(actor: &Actor, is_meant: impl Fn(&Post) -> bool) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = actor.posts.iter().filter(|post| is_meant(post)).map(|post| post.unit).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether a post answers for what its unit has in the chain. A member of a committee does not speak for it, but what it shall
/// decide is theirs to read.
pub(super) fn answers_for(post: &Post) -> bool {
    post.role.leads() || post.role.is_political()
}

/// Whether a post is heard for the employees of its unit.
pub(super) fn works(post: &Post) -> bool {
    matches!(post.role, Role::Employee | Role::WorksCouncilMember)
}

/// Whether a post is on its unit's board.
pub(super) fn sits_on_board(post: &Post) -> bool {
    post.role == Role::BoardMember
}

/// What somebody answers for in the chain and in the organisation. `since` is where the audit trail had come to when they were
/// here last.
pub fn chain_ask(actor: &Actor, model: &Model, since: Option<i64>, most: i64) -> HomeAsk {
    HomeAsk {
        shape: Shape::of(model),
        leads: units(actor, answers_for),
        units: units(actor, |_| true),
        every_proposal: actor.is(Role::Consultant),
        every_vacancy: actor.is(Role::Administrator),
        since,
        most,
    }
}

/// What somebody answers for in agreements.
pub fn agreement_ask(actor: &Actor, model: &Model, most: i64) -> AgreementTasksAsk {
    AgreementTasksAsk {
        meant: Meant::of(model),
        leads: units(actor, |post| post.role.leads()),
        works: units(actor, works),
        board: units(actor, sits_on_board),
        every: actor.is(Role::Consultant),
        most,
    }
}
