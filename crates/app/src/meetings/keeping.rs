//! The life of a meeting: planned, its form chosen, the units invited, held, called off.

use pejl_domain::chain::Done;
use pejl_domain::meetings::{Choice, Form, Meeting, MeetingContent};
use pejl_kernel::{MeetingId, Prose};
use pejl_policy::Action;
use pejl_store::{meetings, next_number, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, host_facts, save, stamp, take, unchanged};

/// Plans a meeting. Where all of a kind shall meet and none is named, all of the kind are meant.
///
/// # Errors
/// Not found (a committee or a unit), denied, refused by [`Meeting::plan`], or a fault.
pub async fn plan_meeting(desk: &mut Desk, content: MeetingContent) -> Result<Meeting, Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    for host in &content.hosts {
        orgs::unit(&mut desk.tx, municipality, *host).await?;
    }
    let facts = host_facts(&mut desk.tx, municipality, today, &content.hosts).await?;
    let permit = desk.ask(Action::KeepMeeting, &facts)?;
    let content = all_of_a_kind(desk, content).await?;
    let serial = next_number(&mut desk.tx, municipality, "meeting").await?;
    let (meeting, event) = Meeting::plan(MeetingId::new(desk.mint()), serial, &model, content)?;
    save(desk, &permit, meeting, event).await
}

async fn all_of_a_kind(desk: &mut Desk, mut content: MeetingContent) -> Result<MeetingContent, Ending> {
    if content.form == Form::Alike && content.units.is_empty() && content.kind.is_some() {
        content.units = meetings::kind_below(&mut desk.tx, &desk.sight, &content.hosts, content.kind.as_ref()).await?;
    }
    Ok(content)
}

/// Changes what is planned. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied (also in a committee that it would be moved to), in conflict, refused by [`Meeting::edit`], or a fault.
pub async fn edit_meeting(desk: &mut Desk, id: MeetingId, version: i64, content: MeetingContent) -> Result<Meeting, Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::KeepMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    if content.hosts != taken.meeting.content.hosts {
        for host in &content.hosts {
            orgs::unit(&mut desk.tx, municipality, *host).await?;
        }
        let there = host_facts(&mut desk.tx, municipality, today, &content.hosts).await?;
        let _also_there = desk.ask(Action::KeepMeeting, &there)?;
    }
    let content = all_of_a_kind(desk, content).await?;
    let (meeting, event) = taken.meeting.edit(&model, content)?;
    save(desk, &permit, meeting, event).await
}

/// Records which form the committee chose on the administration's proposal (H2).
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::choose_form`], or a fault.
pub async fn choose_form(desk: &mut Desk, id: MeetingId, version: i64, form: Form, note: Prose) -> Result<Meeting, Ending> {
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::ChooseMeetingForm, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let choice = Choice { form, note, stamp: stamp(desk, &permit)? };
    let (meeting, event) = taken.meeting.choose_form(choice)?;
    save(desk, &permit, meeting, event).await
}

/// Invites the units: from now on they prepare.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::invite`], or a fault.
pub async fn invite(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::KeepMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let units = meetings::units_meant(&mut desk.tx, municipality, &taken.meeting.content.units).await?;
    let (meeting, event) = taken.meeting.invite(&units)?;
    save(desk, &permit, meeting, event).await
}

/// Opens the meeting.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::start`], or a fault.
pub async fn start_meeting(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    let today = desk.today();
    held(desk, id, version, |meeting| meeting.start(today)).await
}

/// Ends the meeting: the minutes begin.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::end`], or a fault.
pub async fn end_meeting(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    held(desk, id, version, Meeting::end).await
}

/// Goes on with a meeting that was ended too early.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::resume`], or a fault.
pub async fn resume_meeting(desk: &mut Desk, id: MeetingId, version: i64) -> Result<Meeting, Ending> {
    held(desk, id, version, Meeting::resume).await
}

async fn held(
    desk: &mut Desk,
    id: MeetingId,
    version: i64,
    deed: impl FnOnce(Meeting) -> Done<Meeting>,
) -> Result<Meeting, Ending> {
    let Taken { meeting, facts, .. } = take(desk, id).await?;
    let permit = desk.ask(Action::ScribeMeeting, &facts)?;
    unchanged(meeting.version, version)?;
    let (meeting, event) = deed(meeting)?;
    save(desk, &permit, meeting, event).await
}

/// Calls the meeting off.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Meeting::cancel`], or a fault.
pub async fn cancel_meeting(desk: &mut Desk, id: MeetingId, version: i64, note: Prose) -> Result<Meeting, Ending> {
    let taken = take(desk, id).await?;
    let permit = desk.ask(Action::KeepMeeting, &taken.facts)?;
    unchanged(taken.meeting.version, version)?;
    let (meeting, event) = taken.meeting.cancel(note)?;
    save(desk, &permit, meeting, event).await
}
