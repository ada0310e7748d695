//! What is noted and worded in the room. Every line has a key from the browser: sending it again, because the net was away or
//! a button was pressed twice, changes nothing more.

use pejl_domain::meetings::talk::{Said, Worded};
use pejl_domain::meetings::{Contribution, Draft, Meeting};
use pejl_kernel::{ContributionId, DraftId, Line, MeetingId, UnitId};
use pejl_policy::{Action, Permit};
use pejl_store::meetings;

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{person, take, unchanged};

/// Notes what was said. A line that has come in already is given back as it stands.
///
/// # Errors
/// Not found, denied, refused by [`Contribution::note`], or a fault.
pub async fn note(desk: &mut Desk, id: MeetingId, said: Said) -> Result<Contribution, Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    if let Some(known) = meetings::contribution_by_key(&mut desk.tx, municipality, id, said.key.as_str()).await? {
        return Ok(known);
    }
    let (mut contribution, event) =
        Contribution::note(ContributionId::new(desk.mint()), &taken.meeting, said, person(&permit)?, desk.at)?;
    if meetings::note_contribution(&mut desk.tx, &permit, desk.at, &contribution, &event).await? {
        desk.tell(event);
    }
    contribution.version += 1;
    Ok(contribution)
}

async fn of(desk: &mut Desk, id: ContributionId) -> Result<(Contribution, Meeting, Permit), Ending> {
    let municipality = desk.municipality();
    let said = meetings::contribution(&mut desk.tx, municipality, id).await?;
    let taken = take(desk, said.meeting).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    Ok((said, taken.meeting, permit))
}

/// Mends what was noted.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Contribution::mend`], or a fault.
pub async fn mend_contribution(desk: &mut Desk, id: ContributionId, version: i64, text: Line<1_000>) -> Result<(), Ending> {
    let (said, meeting, permit) = of(desk, id).await?;
    unchanged(said.version, version)?;
    let (said, event) = said.mend(&meeting, text)?;
    meetings::save_contribution(&mut desk.tx, &permit, desk.at, &said, &event).await?;
    desk.tell(event);
    Ok(())
}

/// Strikes out what was noted by mistake. What is struck out already stays so.
///
/// # Errors
/// Not found, denied, refused by [`Contribution::strike`], or a fault.
pub async fn strike_contribution(desk: &mut Desk, id: ContributionId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let (said, meeting, permit) = of(desk, id).await?;
    if said.is_struck {
        return Ok(());
    }
    let used = meetings::times_used(&mut desk.tx, municipality, id).await?;
    let (said, event) = said.strike(&meeting, used)?;
    meetings::save_contribution(&mut desk.tx, &permit, desk.at, &said, &event).await?;
    desk.tell(event);
    Ok(())
}

async fn known(desk: &mut Desk, id: MeetingId) -> Result<Vec<ContributionId>, Ending> {
    let municipality = desk.municipality();
    Ok(meetings::contributions(&mut desk.tx, municipality, id).await?.into_iter().map(|row| row.said.id).collect())
}

async fn save(desk: &mut Desk, permit: &Permit, mut draft: Draft, event: pejl_domain::Event) -> Result<Draft, Ending> {
    meetings::save_draft(&mut desk.tx, permit, desk.at, person(permit)?, &draft, &event).await?;
    draft.version += 1;
    desk.tell(event);
    Ok(draft)
}

/// Words a guidepost from what was said. One that has come in already is given back as it stands.
///
/// # Errors
/// Not found, denied, refused by [`Draft::word`], or a fault.
pub async fn word_draft(desk: &mut Desk, id: MeetingId, worded: Worded) -> Result<Draft, Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    if let Some(known) = meetings::draft_by_key(&mut desk.tx, municipality, id, worded.key.as_str()).await? {
        return Ok(meetings::draft(&mut desk.tx, municipality, known).await?);
    }
    let known = known(desk, id).await?;
    let (draft, event) = Draft::word(DraftId::new(desk.mint()), &taken.meeting, worded, &known)?;
    save(desk, &permit, draft, event).await
}

/// Words a guidepost otherwise; the wording before is kept. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Draft::reword`], or a fault.
pub async fn reword_draft(desk: &mut Desk, id: DraftId, version: i64, worded: Worded) -> Result<Draft, Ending> {
    let municipality = desk.municipality();
    let draft = meetings::draft(&mut desk.tx, municipality, id).await?;
    let taken = take(desk, draft.meeting).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    // Read again behind the queue: another scribe may have been at it.
    let draft = meetings::draft(&mut desk.tx, municipality, id).await?;
    unchanged(draft.version, version)?;
    let known = known(desk, draft.meeting).await?;
    let (draft, event) = draft.reword(&taken.meeting, worded, &known)?;
    save(desk, &permit, draft, event).await
}

/// Gives a guidepost draft up. What is given up already stays so.
///
/// # Errors
/// Not found, denied, refused by [`Draft::strike`], or a fault.
pub async fn strike_draft(desk: &mut Desk, id: DraftId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let draft = meetings::draft(&mut desk.tx, municipality, id).await?;
    let taken = take(desk, draft.meeting).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    if draft.is_struck {
        return Ok(());
    }
    let (draft, event) = draft.strike(&taken.meeting)?;
    save(desk, &permit, draft, event).await?;
    Ok(())
}

/// Says whether anybody of a unit was there.
///
/// # Errors
/// Not found (also a unit that is not invited), denied, refused by [`pejl_domain::meetings::Brought::attend`], or a fault.
pub async fn attend(desk: &mut Desk, id: MeetingId, unit: UnitId, is_absent: bool) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    let seat = taken.seats.iter().find(|seat| seat.unit.id == unit && seat.part == meetings::Part::Invited);
    let name = seat.map(|seat| seat.unit.name.clone()).ok_or(Ending::NotFound)?;
    let brought = meetings::brought(&mut desk.tx, municipality, id, unit).await?;
    if brought.is_absent == is_absent {
        return Ok(());
    }
    let (brought, event) = brought.attend(&taken.meeting, &name, is_absent)?;
    meetings::save_brought(&mut desk.tx, &permit, desk.at, &brought, &event).await?;
    desk.tell(event);
    Ok(())
}
