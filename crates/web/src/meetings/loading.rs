//! What every page of a meeting begins with: the meeting of an address, the frame, and the words for what it holds.

use pejl_app::meetings::{self, MeetingPage, Seat};
use pejl_app::{Ending, shown};
use pejl_domain::meetings::{Form, Meeting, MeetingState, Minute, Speaker};
use pejl_domain::models::{BodyKind, ElementKind, Model, StepKind};
use pejl_kernel::UnitId;
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::Faults;
use crate::inside::{Inside, Room};
use crate::orgs::unit_serial;
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::capital;

/// The meeting's page that an address names.
pub(super) async fn the_meeting(inside: &mut Inside, serial: &str) -> Result<MeetingPage, Stop> {
    let serial = serial.parse::<i64>().map_err(|_| Ending::NotFound)?;
    let visit = &inside.visit;
    Ok(meetings::meeting_page(&mut inside.tx, &visit.sight, &visit.actor, serial).await?)
}

/// The seat of a unit that an address names.
pub(super) fn the_seat<'p>(page: &'p MeetingPage, unit: &str) -> Result<&'p Seat, Stop> {
    let serial = unit_serial(unit).ok_or(Ending::NotFound)?;
    page.units().find(|seat| seat.unit.serial == serial).ok_or(Stop(Ending::NotFound))
}

/// A meeting's address.
pub(super) fn href_of(inside: &Inside, meeting: &Meeting) -> String {
    at(inside, meeting.serial)
}

/// The address of the meeting with this number.
pub(super) fn at(inside: &Inside, serial: i64) -> String {
    inside.href(&format!("moeder/{serial}"))
}

/// The frame of a page in the room, without its last step.
pub(super) fn front(inside: &Inside, title: String) -> Page {
    inside.page(Room::Meetings, title).crumb(inside.t().say("menu-meetings"), inside.href("moeder"))
}

/// The frame of a page of a meeting.
pub(super) fn page_of(inside: &Inside, meeting: &Meeting, title: String) -> Page {
    front(inside, title.clone()).crumb(meeting.content.title.to_string(), href_of(inside, meeting)).here(title)
}

/// Whether the reader may do something.
pub(super) fn may(inside: &Inside, action: Action, facts: &Facts) -> bool {
    decide(&inside.visit.actor, action, facts).is_ok()
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may.
pub(super) fn must(inside: &Inside, action: Action, facts: &Facts) -> Result<(), Stop> {
    decide(&inside.visit.actor, action, facts).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// The sign of where a meeting stands.
pub(super) const fn sign(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "planned",
        MeetingState::Invited | MeetingState::ForComments => "proposed",
        MeetingState::Running => "running",
        MeetingState::MinutesDraft | MeetingState::Amended => "draft",
        MeetingState::Approved => "closed",
        MeetingState::Cancelled => "withdrawn",
    }
}

/// Where a meeting stands, in a word.
pub(super) fn state_word(inside: &Inside, state: MeetingState) -> String {
    capital(&inside.t().say(&format!("meeting-state-{}", state.as_str())))
}

/// A form in words: "Model 2: på tværs".
pub(super) fn form_word(inside: &Inside, form: Form) -> String {
    capital(&inside.t().say(&format!("meeting-form-{}", form.as_str())))
}

/// Who spoke, in kind, and for which unit.
pub(super) fn speaker_word(inside: &Inside, speaker: Speaker, unit: Option<&str>) -> String {
    let t = inside.t();
    let word = capital(&t.say(&format!("speaker-{}", speaker.as_str())));
    match unit {
        Some(unit) => t.say_with("meetings-speaker-of", &Args::new().text("speaker", word).text("unit", unit)),
        None => word,
    }
}

/// The day and the time, as far as they are known; "" where neither is.
pub(super) fn when(inside: &Inside, on: Option<jiff::civil::Date>, begins: Option<Minute>) -> String {
    let t = inside.t();
    match (on, begins) {
        (Some(on), Some(begins)) => {
            t.say_with("meetings-when", &Args::new().text("date", t.weekday_date(on)).text("time", begins.to_string()))
        }
        (Some(on), None) => t.weekday_date(on),
        (None, _) => String::new(),
    }
}

/// A unit's name, with whichever carries on its work where it has closed.
pub(super) fn seat_name(inside: &Inside, seat: &Seat) -> String {
    if seat.now.id == seat.unit.id {
        return seat.unit.name.clone();
    }
    inside.t().say_with("meetings-seat-now", &Args::new().text("unit", &seat.unit.name).text("now", &seat.now.name))
}

/// The committees that may hold a meeting, and the units that may be invited.
pub(super) async fn choosable(inside: &mut Inside) -> Result<(Vec<shown::UnitRow>, Vec<shown::UnitRow>), Stop> {
    let filter = shown::UnitFilter { most: 2_000, ..shown::UnitFilter::default() };
    let all = pejl_app::orgs::units(&mut inside.tx, &inside.visit.sight, &filter).await?;
    let body = |row: &shown::UnitRow| inside.voice.model.level(&row.level).map(|level| level.body);
    let (mut hosts, mut units) = (Vec::new(), Vec::new());
    for row in all {
        match body(&row) {
            Some(BodyKind::Committee | BodyKind::FinanceCommittee | BodyKind::ExecutiveBoard) => hosts.push(row),
            Some(BodyKind::Department | BodyKind::Institution) => units.push(row),
            Some(BodyKind::Council) | None => {}
        }
    }
    Ok((hosts, units))
}

/// The ids of the units whose numbers a form sent, in its order.
pub(super) fn chosen<'t>(all: &[shown::UnitRow], sent: impl Iterator<Item = &'t str>) -> Vec<UnitId> {
    sent.filter_map(unit_serial).filter_map(|serial| all.iter().find(|row| row.serial == serial)).map(|row| row.id).collect()
}

/// Whether a model steers by meetings at all: it has guideposts, or steps that are meetings.
pub(crate) fn has_meetings(model: &Model) -> bool {
    let is_meeting = |kind: StepKind| matches!(kind, StepKind::Meeting | StepKind::Seminar | StepKind::Dialogue);
    model.elements.iter().any(|spec| spec.kind == ElementKind::Guidepost) || model.wheel.iter().any(|step| is_meeting(step.kind))
}

/// Who said a note, in kind, and for which unit.
pub(super) fn remark_of(inside: &Inside, note: &pejl_app::meetings::NoteRow) -> String {
    speaker_word(inside, note.said.speaker, note.unit.as_ref().map(|u| u.name.as_str()))
}

/// What a unit brings, field by field, as far as it is written.
pub(super) fn preparation_fields(inside: &Inside, of: &pejl_domain::meetings::Preparation) -> Vec<(String, String)> {
    let fields = [("status", &of.status), ("conditions", &of.conditions), ("challenges", &of.challenges), ("needs", &of.needs)];
    let written = fields.into_iter().filter(|(_, text)| !text.is_empty());
    written.map(|(topic, text)| (inside.t().say(&format!("topic-{topic}")), text.to_string())).collect()
}

/// The committees for which the reader may do something, where they may not for all of them: those they speak for, and the one
/// right above a unit they lead. The policy is asked for each.
pub(super) async fn committees_kept(inside: &mut Inside, action: Action) -> Result<Vec<UnitId>, Stop> {
    let (actor, sight, place) = (inside.visit.actor.clone(), inside.visit.sight, inside.visit.place.clone());
    let mut asked: Vec<UnitId> = Vec::new();
    for post in actor.posts.iter().filter(|post| post.role.leads()) {
        let line = pejl_app::rounds::unit_facts(&mut inside.tx, &sight, &place, post.unit).await?.line;
        asked.extend(line.into_iter().take(2).filter(|unit| !asked.contains(unit)).collect::<Vec<_>>());
    }
    let (bodies, _) = choosable(inside).await?;
    let mut kept = Vec::new();
    for unit in asked.into_iter().filter(|unit| bodies.iter().any(|row| row.id == *unit)) {
        let facts = meetings::host_facts(&mut inside.tx, sight.municipality(), sight.on(), &[unit]).await?;
        if may(inside, action, &facts) {
            kept.push(unit);
        }
    }
    Ok(kept)
}

/// A small form about a meeting, with its fields and the faults beside them.
pub(super) fn form_about(inside: &Inside, meeting: &Meeting, title: String, fields: Vec<Field>, faults: &Faults) -> SmallForm {
    let (page, kicker) = (page_of(inside, meeting, title), meeting.content.title.to_string());
    SmallForm { version: meeting.version, ..SmallForm::new(inside, page, kicker, href_of(inside, meeting), fields, faults) }
}
