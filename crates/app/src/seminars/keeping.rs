//! The life of a seminar until it is concluded: begun, framed, weighing, or called off.

use pejl_domain::seminars::{Frame, Given, Proposal, ProposalKind, Seminar, SeminarState, spec_of};
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{ProposalId, Prose, SeminarId};
use pejl_policy::Permit;
use pejl_store::{Miss, orgs, queue_writers, seminars};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{keeper, take, unchanged};

/// Saves a seminar and tells what happened to it; gives it back as it now stands.
async fn save(desk: &mut Desk, permit: &Permit, mut seminar: Seminar, event: Event) -> Result<Seminar, Ending> {
    seminars::save_seminar(&mut desk.tx, permit, desk.at, &seminar, &event).await?;
    seminar.version += 1;
    seminar.turns += 1;
    desk.tell(event);
    Ok(seminar)
}

/// Begins the seminar of a year. What the last one parked, and what stood before one of the same year that was called off, is
/// put before it from the start. Beginning one that is begun already gives it back as it stands.
///
/// # Errors
/// Denied, refused by [`Seminar::open`] or where no body holds it, or a fault.
pub async fn open_seminar(desk: &mut Desk, year: i16) -> Result<Seminar, Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = keeper(desk)?;
    match seminars::seminar_of(&mut desk.tx, municipality, year).await {
        Ok(there) if there.state != SeminarState::Cancelled => return Ok(there),
        Ok(_) | Err(Miss::NotFound) => {}
        Err(miss) => return Err(miss.into()),
    }
    let mut body = None;
    for level in spec_of(&model, ProposalKind::Objective).map(|spec| spec.levels.as_slice()).unwrap_or_default() {
        if body.is_none() {
            body = orgs::bodies(&mut desk.tx, municipality, level, today).await?.into_iter().next();
        }
    }
    let body = body.ok_or_else(|| Refused::because(Sentence::new("refused-seminar-without-body")))?;
    let (seminar, event) = Seminar::open(SeminarId::new(desk.mint()), &model, year, body.id)?;
    let mut seminar = save(desk, &permit, seminar, event).await?;
    let mut there: Vec<Proposal> = Vec::new();
    for kept in seminars::kept(&mut desk.tx, municipality, year).await? {
        let given = Given {
            kind: kept.kind,
            content: kept.content,
            group: kept.group,
            unit: kept.unit,
            position: kept.position,
            by: kept.by,
            kept_from: Some(kept.id),
        };
        let (proposal, event) = Proposal::give(ProposalId::new(desk.mint()), &seminar, &model, &there, given)?;
        seminars::save_proposal(&mut desk.tx, &permit, desk.at, &proposal, &event).await?;
        seminar.turns += 1;
        desk.tell(event);
        there.push(proposal);
    }
    Ok(seminar)
}

/// Says when a seminar is held, what it is about, and what could stand in the way.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Seminar::frame`], or a fault.
pub async fn frame_seminar(desk: &mut Desk, id: SeminarId, version: i64, frame: Frame) -> Result<Seminar, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let seminar = seminars::seminar(&mut desk.tx, municipality, id).await?;
    let permit = keeper(desk)?;
    unchanged(seminar.version, version)?;
    let (seminar, event) = seminar.frame(&model, frame)?;
    save(desk, &permit, seminar, event).await
}

/// Takes no more proposals beforehand; from now on they are weighed.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Seminar::prioritise`], or a fault.
pub async fn prioritise_seminar(desk: &mut Desk, id: SeminarId, version: i64) -> Result<Seminar, Ending> {
    let model = desk.model();
    let taken = take(desk, id).await?;
    let permit = keeper(desk)?;
    let workspace = taken.workspace;
    unchanged(workspace.seminar.version, version)?;
    let there = workspace.proposals.iter().filter(|proposal| proposal.is_there()).count();
    let (seminar, event) = workspace.seminar.prioritise(&model, there, workspace.standing.len())?;
    save(desk, &permit, seminar, event).await
}

/// Calls a seminar off. What stood before it comes along where the year gets another.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Seminar::cancel`], or a fault.
pub async fn cancel_seminar(desk: &mut Desk, id: SeminarId, version: i64, because: Prose) -> Result<Seminar, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let seminar = seminars::seminar(&mut desk.tx, municipality, id).await?;
    let permit = keeper(desk)?;
    unchanged(seminar.version, version)?;
    let (seminar, event) = seminar.cancel(&model, because)?;
    save(desk, &permit, seminar, event).await
}
