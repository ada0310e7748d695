//! The minutes in their four phases: draft, for comments by those who were there, amended, approved.

use pejl_domain::meetings::{Comment, Meeting};
use pejl_kernel::{Line, MeetingId, Prose};
use pejl_policy::Action;
use pejl_store::meetings;

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{present_facts, save, stamp, take, unchanged};

/// Writes the minutes. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::write_minutes`], or a fault.
pub async fn write_minutes(desk: &mut Desk, id: MeetingId, version: i64, text: Prose<40_000>) -> Result<Meeting, Ending> {
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let (meeting, event) = taken.meeting.write_minutes(text)?;
    save(desk, &permit, meeting, event).await
}

/// Sends the minutes to those who were there.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::circulate`], or a fault.
pub async fn circulate_minutes(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let noted = meetings::contributions(&mut desk.tx, municipality, id).await?.len();
    let (meeting, event) = taken.meeting.circulate(noted)?;
    save(desk, &permit, meeting, event).await
}

/// Comments on the minutes as one who was there; the same words from the same person are said once.
///
/// # Errors
/// Not found, denied, refused by [`Comment::give`], or a fault.
pub async fn comment_minutes(desk: &mut Desk, id: MeetingId, text: Line<2_000>) -> Result<(), Ending> {
    let (municipality, today) = (desk.municipality(), desk.today());
    let taken = take(desk, id).await?;
    let brought = meetings::brought_all(&mut desk.tx, municipality, id).await?;
    let facts = present_facts(&mut desk.tx, municipality, today, &taken.seats, &brought).await?;
    let permit = desk.ask(Action::CommentMinutes, &facts)?;
    let (comment, event) = Comment::give(&taken.meeting, text, stamp(desk, &permit)?)?;
    if meetings::save_comment(&mut desk.tx, &permit, desk.at, &comment, &event).await? {
        desk.tell(event);
    }
    Ok(())
}

/// Takes no more comments, so that they are worked in.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::amend`], or a fault.
pub async fn amend_minutes(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let (meeting, event) = taken.meeting.amend()?;
    save(desk, &permit, meeting, event).await
}

/// Records that the committee approved the minutes.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::approve`], or a fault.
pub async fn approve_minutes(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ApproveMinutes, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let (meeting, event) = taken.meeting.approve()?;
    save(desk, &permit, meeting, event).await
}
