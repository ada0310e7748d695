//! What is put before a seminar, and how it is weighed.

use pejl_domain::seminars::{
    Given, Move, Outcome, Proposal, ProposalContent, ProposalKind, Route, Seminar, SeminarState, goal_spec,
};
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{ProposalId, Prose, SeminarId, UnitId};
use pejl_policy::{Action, Facts, Permit, decide};
use pejl_store::{orgs, seminars};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, keeper, take, unchanged};

/// A proposal as somebody types it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewProposal {
    /// What is proposed.
    pub kind: ProposalKind,
    /// What it says.
    pub content: ProposalContent,
    /// What it is grouped with.
    pub group: Prose<60>,
    /// The unit it comes from.
    pub unit: UnitId,
}

/// Leave to change a proposal: its author's own until the seminar weighs, then only whoever keeps the seminar.
fn author_or_keeper(desk: &Desk, seminar: &Seminar, proposal: &Proposal) -> Result<Permit, Ending> {
    let is_own = desk.actor.person() == Some(proposal.by) && seminar.state == SeminarState::Collecting;
    if is_own { Ok(desk.ask(Action::GiveProposal, &Facts::municipality())?) } else { keeper(desk) }
}

async fn save(desk: &mut Desk, permit: &Permit, mut proposal: Proposal, event: Event) -> Result<Proposal, Ending> {
    seminars::save_proposal(&mut desk.tx, permit, desk.at, &proposal, &event).await?;
    proposal.version += 1;
    desk.tell(event);
    Ok(proposal)
}

/// Puts a proposal before a seminar: beforehand by everybody who may, for one of their own units; at the seminar, and for any
/// unit, by whoever keeps it. The same words given twice by the same person are one proposal.
///
/// # Errors
/// Not found, denied, refused by [`Proposal::give`] or for another's unit, or a fault.
pub async fn give_proposal(desk: &mut Desk, seminar: SeminarId, new: NewProposal) -> Result<Proposal, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let taken = take(desk, seminar).await?;
    let seminar = &taken.workspace.seminar;
    let permit = match seminar.state {
        SeminarState::Collecting => desk.ask(Action::GiveProposal, &Facts::municipality())?,
        SeminarState::Prioritising | SeminarState::Concluded | SeminarState::Cancelled => keeper(desk)?,
    };
    let by = permit.person().ok_or(Ending::NotFound)?;
    let unit = orgs::unit(&mut desk.tx, municipality, new.unit).await?;
    let own = desk.actor.posts.iter().find(|post| post.unit == unit.id);
    let keeps = decide(&desk.actor, Action::KeepSeminar, &Facts::municipality()).is_ok();
    if (own.is_none() && !keeps) || !unit.is_open(desk.today()) {
        let sentence = Sentence::new("refused-proposal-unit").text("unit", unit.content.name.as_str());
        return Err(Refused::at("unit", sentence).into());
    }
    let same = |p: &&Proposal| p.by == by && p.kind == new.kind && p.content == new.content && p.is_there();
    if let Some(there) = taken.workspace.proposals.iter().find(same).filter(|_| seminar.state.takes_proposals()) {
        return Ok(there.clone());
    }
    let given = Given {
        kind: new.kind,
        content: new.content,
        group: new.group,
        unit: unit.id,
        position: own.map(|post| post.position),
        by,
        kept_from: None,
    };
    let id = ProposalId::new(desk.mint());
    let (proposal, event) = Proposal::give(id, seminar, &model, &taken.workspace.proposals, given)?;
    save(desk, &permit, proposal, event).await
}

/// A proposal taken up on the version somebody saw.
async fn take_up(desk: &mut Desk, seminar: SeminarId, id: ProposalId) -> Result<(Taken, Proposal), Ending> {
    let taken = take(desk, seminar).await?;
    let proposal = taken.proposal(id)?;
    Ok((taken, proposal))
}

/// Words a proposal anew, or groups it otherwise.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Proposal::edit`], or a fault.
pub async fn edit_proposal(
    desk: &mut Desk,
    seminar: SeminarId,
    id: ProposalId,
    version: i64,
    content: ProposalContent,
    group: Prose<60>,
) -> Result<Proposal, Ending> {
    let model = desk.model();
    let (taken, proposal) = take_up(desk, seminar, id).await?;
    let permit = author_or_keeper(desk, &taken.workspace.seminar, &proposal)?;
    unchanged(proposal.version, version)?;
    let (proposal, event) = proposal.edit(&taken.workspace.seminar, &model, content, group)?;
    save(desk, &permit, proposal, event).await
}

/// Takes a proposal back.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Proposal::take_back`], or a fault.
pub async fn take_back_proposal(desk: &mut Desk, seminar: SeminarId, id: ProposalId, version: i64) -> Result<Proposal, Ending> {
    let model = desk.model();
    let (taken, proposal) = take_up(desk, seminar, id).await?;
    let permit = author_or_keeper(desk, &taken.workspace.seminar, &proposal)?;
    unchanged(proposal.version, version)?;
    let (proposal, event) = proposal.take_back(&taken.workspace.seminar, &model)?;
    save(desk, &permit, proposal, event).await
}

/// Says what becomes of a proposal. Saying what is said already changes nothing.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Proposal::weigh`], or a fault.
pub async fn weigh_proposal(
    desk: &mut Desk,
    seminar: SeminarId,
    id: ProposalId,
    version: i64,
    outcome: Outcome,
) -> Result<Proposal, Ending> {
    let model = desk.model();
    let (taken, proposal) = take_up(desk, seminar, id).await?;
    let permit = keeper(desk)?;
    unchanged(proposal.version, version)?;
    if proposal.outcome == outcome && taken.workspace.seminar.state.weighs() {
        return Ok(proposal);
    }
    let (proposal, event) = proposal.weigh(&taken.workspace.seminar, &model, outcome, &taken.workspace.proposals)?;
    save(desk, &permit, proposal, event).await
}

/// Chooses which way a chosen objective takes. Choosing what is chosen already changes nothing.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Proposal::take_route`] or where the unit cannot own such a goal, or a fault.
pub async fn route_proposal(
    desk: &mut Desk,
    seminar: SeminarId,
    id: ProposalId,
    version: i64,
    route: Route,
) -> Result<Proposal, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let (taken, proposal) = take_up(desk, seminar, id).await?;
    let permit = keeper(desk)?;
    unchanged(proposal.version, version)?;
    if let Route::Goal(goal) = &route {
        let unit = orgs::unit(&mut desk.tx, municipality, goal.unit).await?;
        if goal_spec(&model, &unit.content.level).is_none() || !unit.is_open(desk.today()) {
            let sentence = Sentence::new("refused-route-unit").text("unit", unit.content.name.as_str());
            return Err(Refused::at("goal-unit", sentence).into());
        }
    }
    if proposal.route.as_ref() == Some(&route) && taken.workspace.seminar.state.weighs() {
        return Ok(proposal);
    }
    let (proposal, event) = proposal.take_route(&taken.workspace.seminar, &model, route)?;
    save(desk, &permit, proposal, event).await
}

/// Moves a proposal one step up or down among those that came as far. At the end of the list nothing moves.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Proposal::change_places`], or a fault.
pub async fn move_proposal(
    desk: &mut Desk,
    seminar: SeminarId,
    id: ProposalId,
    version: i64,
    way: Move,
) -> Result<Proposal, Ending> {
    let model = desk.model();
    let (taken, proposal) = take_up(desk, seminar, id).await?;
    let permit = keeper(desk)?;
    unchanged(proposal.version, version)?;
    let Some(neighbour) = taken.workspace.neighbour(&proposal, way).cloned() else { return Ok(proposal) };
    let (mut moved, neighbour, event) = proposal.change_places(&taken.workspace.seminar, &model, neighbour)?;
    seminars::save_proposals(&mut desk.tx, &permit, desk.at, &[&moved, &neighbour], &event).await?;
    moved.version += 1;
    desk.tell(event);
    Ok(moved)
}
