//! A case from its first draft until it is on an agenda, or off it for good.

use pejl_domain::cases::deeds::NewCase;
use pejl_domain::cases::{Access, Adopts, Case, CaseContent, CaseVerb, Disqualified};
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{CaseId, PersonId, Prose, UnitId};
use pejl_policy::Action;
use pejl_store::orgs::UnitInLine;
use pejl_store::{Miss, cases, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::reads::{awaiting, members};
use super::taking::{case_facts, decides_cases, save, take, unchanged};

/// Starts a case for a body, prepared by a unit. What the body is to adopt must have been put before it.
///
/// # Errors
/// Denied; refused by [`Case::draft`], where the unit named is no body that meets, where something was not put before it, and
/// where who starts a closed case would not see it; or a fault.
pub async fn draft_case(desk: &mut Desk, new: NewCase) -> Result<Case, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let body = the_body(desk, new.body).await?;
    let facts = case_facts(&mut desk.tx, &desk.sight, new.body, new.unit).await?;
    if facts.line.is_empty() {
        return Err(Ending::NotFound);
    }
    let permit = desk.ask(Action::KeepCase, &facts)?;
    stays_in_sight(desk, new.body, &new.content)?;
    put_before(desk, &body, &new.adopts, &[]).await?;
    let year = desk.today().year();
    let number = cases::next_case_number(&mut desk.tx, municipality, year).await?;
    let (case, event) = Case::draft(CaseId::new(desk.mint()), number, new, &body.name)?;
    save(desk, &permit, case, event).await
}

/// Writes in a case that is not on the agenda yet.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Case::edit`] and as [`draft_case`]; or a fault.
pub async fn edit_case(
    desk: &mut Desk,
    id: CaseId,
    version: i64,
    content: CaseContent,
    adopts: Vec<Adopts>,
) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::Edit).await?;
    unchanged(&case, version)?;
    stays_in_sight(desk, case.body, &content)?;
    let body = the_body(desk, case.body).await?;
    put_before(desk, &body, &adopts, &case.adopts).await?;
    let (case, event) = case.edit(content, adopts)?;
    save(desk, &permit, case, event).await
}

/// Puts a case on the agenda of its meeting.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Case::ready`], or a fault.
pub async fn ready_case(desk: &mut Desk, id: CaseId, version: i64) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::Ready).await?;
    unchanged(&case, version)?;
    let today = desk.today();
    let (case, event) = case.ready(today)?;
    save(desk, &permit, case, event).await
}

/// Takes a case off the agenda, to write in it again or to put it off.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Case::take_back`], or a fault.
pub async fn take_back_case(desk: &mut Desk, id: CaseId, version: i64) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::TakeBack).await?;
    unchanged(&case, version)?;
    let (case, event) = case.take_back()?;
    save(desk, &permit, case, event).await
}

/// Gives a case up, with a reason.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Case::withdraw`], or a fault.
pub async fn withdraw_case(desk: &mut Desk, id: CaseId, version: i64, note: Prose) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::Withdraw).await?;
    unchanged(&case, version)?;
    let (case, event) = case.withdraw(note)?;
    save(desk, &permit, case, event).await
}

/// Says who takes no part in a case: all of them at once, each with a reason. Only those who sit in the body can be named, and
/// those who are named already.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Case::disqualify`] or for somebody else; or a fault.
pub async fn disqualify(desk: &mut Desk, id: CaseId, version: i64, people: Vec<Disqualified>) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::Disqualify).await?;
    unchanged(&case, version)?;
    let sitting: Vec<(PersonId, String)> =
        members(&mut desk.tx, &desk.sight, case.body).await?.into_iter().filter_map(|held| held.person).collect();
    let known = cases::around(&mut desk.tx, &desk.sight, &case).await?.disqualified;
    let name = |person: PersonId| {
        let sits = sitting.iter().find(|(id, _)| *id == person).map(|(_, name)| name.clone());
        sits.or_else(|| known.iter().find(|one| one.person == person).map(|one| one.name.clone()))
    };
    if people.iter().any(|one| name(one.person).is_none()) {
        return Err(Refused::at("disqualified", Sentence::new("refused-case-disqualified-elsewhere")).into());
    }
    let (case, event) = case.disqualify(people, |person| name(person).unwrap_or_default())?;
    save(desk, &permit, case, event).await
}

/// Begins a case that corrects one that is decided. The decided one stays as it is.
///
/// # Errors
/// Not found, denied, refused by [`Case::correction`], or a fault.
pub async fn correct_case(desk: &mut Desk, id: CaseId) -> Result<Case, Ending> {
    let municipality = desk.municipality();
    let (case, permit) = take(desk, id, CaseVerb::Correct).await?;
    stays_in_sight(desk, case.body, &case.content)?;
    let year = desk.today().year();
    let number = cases::next_case_number(&mut desk.tx, municipality, year).await?;
    let (correction, event) = case.correction(CaseId::new(desk.mint()), number)?;
    save(desk, &permit, correction, event).await
}

/// The unit, where it is a body that meets over an agenda.
async fn the_body(desk: &mut Desk, id: UnitId) -> Result<UnitInLine, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let body = orgs::line(&mut desk.tx, municipality, id).await?.into_iter().next().ok_or(Miss::NotFound)?;
    if decides_cases(&model, &body.level) {
        return Ok(body);
    }
    Err(Refused::at("body", Sentence::new("refused-case-no-body").text("unit", body.name)).into())
}

/// A closed case is seen only by the body's people and those who work for the whole municipality: nobody else makes one, for
/// it would be gone to them as soon as it was saved.
fn stays_in_sight(desk: &Desk, body: UnitId, content: &CaseContent) -> Result<(), Refused> {
    let sees = desk.sight.sees_everything() || desk.actor.posts.iter().any(|post| post.unit == body && post.role.leads());
    match content.access {
        Access::Closed { .. } if !sees => Err(Refused::at("access", Sentence::new("refused-case-closed-by-others"))),
        Access::Closed { .. } | Access::Open => Ok(()),
    }
}

/// Whether everything the body is to adopt was put before it; what stood in the case already may stay.
async fn put_before(desk: &mut Desk, body: &UnitInLine, adopts: &[Adopts], stood: &[Adopts]) -> Result<(), Ending> {
    if adopts.iter().all(|one| stood.contains(one)) {
        return Ok(());
    }
    let (model, sight) = (desk.model(), desk.sight);
    let waits = awaiting(&mut desk.tx, &sight, &model, vec![body.clone()]).await?;
    let put = |one: &Adopts| stood.contains(one) || waits.iter().any(|awaiting| awaiting.put.iter().any(|put| put.thing == *one));
    if adopts.iter().all(put) {
        return Ok(());
    }
    Err(Refused::at("adopts", Sentence::new("refused-case-not-put-before").text("body", body.name.clone())).into())
}
