//! What the scribe's page shows: the agenda to choose an item of, the form for the next line, what was said, and the
//! guideposts worded from it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::meetings::MeetingPage;
use pejl_domain::meetings::{MeetingState, MeetingVerb, Speaker};
use pejl_lang::Args;

use super::loading::{href_of, page_of, remark_of, seat_name, sign, state_word};
use crate::forms::{Choice, Faults, Typed};
use crate::inside::Inside;
use crate::page::{Page, show_with};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "meetings/scribe.html")]
struct View {
    page: Page,
    href: String,
    kicker: String,
    state: &'static str,
    state_word: String,
    version: i64,
    faults: Faults,
    items: Vec<ItemLink>,
    /// The number of the item that is noted under; "" for none.
    item: String,
    item_title: String,
    place: usize,
    board_href: String,
    /// A key of its own for each of the two forms.
    note_key: String,
    draft_key: String,
    speakers: Vec<Choice>,
    units: Vec<Choice>,
    text: String,
    text_error: String,
    speaker_error: String,
    draft_title: String,
    draft_title_error: String,
    draft_text: String,
    draft_text_error: String,
    from_error: String,
    said: Vec<Said>,
    drafts: Vec<DraftShown>,
    units_there: Vec<There>,
    there_word: String,
    is_running: bool,
}

struct ItemLink {
    label: String,
    at: String,
    href: String,
    current: bool,
    count: String,
}

struct Said {
    id: String,
    who: String,
    text: String,
    version: i64,
    ticked: bool,
    action: String,
    is_used: bool,
}

struct DraftShown {
    title: String,
    text: String,
    from: String,
    wording: String,
    /// Where it is worded otherwise; none once it was proposed.
    reword_href: Option<String>,
    number: String,
}

struct There {
    number: String,
    name: String,
    is_absent: bool,
}

/// What was typed in the two forms, with what is wrong with it.
#[derive(Default)]
pub(super) struct Typing {
    pub note: Typed,
    pub note_faults: Faults,
    pub draft: Typed,
    pub draft_faults: Faults,
}

/// The page.
pub(super) fn view(inside: &Inside, found: &MeetingPage, punkt: &str, typing: &Typing) -> Response {
    let (t, meeting) = (inside.t(), &found.meeting);
    let href = href_of(inside, meeting);
    let agenda = &meeting.content.agenda;
    let place = punkt.parse::<usize>().unwrap_or(1).clamp(1, agenda.len().max(1));
    let item = agenda.get(place - 1);
    let starts = meeting.starts();
    let noted = |number: u32| found.notes.iter().filter(|note| note.said.item == Some(number)).count();
    let items = agenda.iter().enumerate().map(|(at, item)| ItemLink {
        label: item.title.to_string(),
        at: starts.get(at).map(ToString::to_string).unwrap_or_default(),
        href: format!("{href}/referent?punkt={}", at + 1),
        current: at + 1 == place,
        count: match noted(item.item) {
            0 => String::new(),
            count => t.n("meetings-lines", count),
        },
    });
    let sent = |name: &str| typing.note.get(name);
    let speaker = if sent("speaker").is_empty() { Speaker::Politician.as_str() } else { sent("speaker") };
    let speakers = Speaker::ALL
        .iter()
        .map(|s| Choice::new(s.as_str(), capital(&t.say(&format!("speaker-{}", s.as_str()))), s.as_str() == speaker));
    let seats = found.hosts().chain(found.units()).map(|seat| {
        let number = format!("E-{}", seat.unit.serial);
        Choice { chosen: number == sent("unit"), label: seat_name(inside, seat), value: number, hint: String::new() }
    });
    let units = std::iter::once(Choice::new("", t.say("meetings-no-unit"), sent("unit").is_empty())).chain(seats).collect();
    let is_used = |id| found.drafts.iter().any(|row| row.draft.from.contains(&id));
    let said = found.notes.iter().rev().map(|note| {
        let id = note.said.id.to_string();
        Said {
            who: remark_of(inside, note),
            text: note.said.text.to_string(),
            version: note.said.version,
            ticked: typing.draft.all("from").any(|sent| sent == id),
            action: format!("{href}/referent/indlaeg/{id}?punkt={place}"),
            is_used: is_used(note.said.id),
            id,
        }
    });
    let drafts = found.drafts.iter().map(|row| {
        let from = row.draft.from.len();
        DraftShown {
            title: row.draft.title.to_string(),
            text: row.draft.text.to_string(),
            from: t.n("meetings-draft-lines", from),
            wording: if row.draft.wording > 1 {
                t.say_with("meetings-wording", &Args::new().count("wording", row.draft.wording))
            } else {
                String::new()
            },
            reword_href: row.became.is_none().then(|| format!("{href}/referent/udkast/{}", row.draft.id)),
            number: row.became.map(|(number, _)| number.to_string()).unwrap_or_default(),
        }
    });
    let there: Vec<There> = found
        .units()
        .map(|seat| There {
            number: format!("E-{}", seat.unit.serial),
            name: seat_name(inside, seat),
            is_absent: found.of_unit(seat.unit.id).is_some_and(|row| row.brought.is_absent),
        })
        .collect();
    let came = there.iter().filter(|unit| !unit.is_absent).count();
    let fresh = |typed: &Typed| match typed.get("key") {
        "" => inside.web.office.mint().fresh().to_string(),
        key => key.to_owned(),
    };
    let labels = [
        ("text", "meetings-said"),
        ("speaker", "meetings-speaker"),
        ("unit", "common-unit"),
        ("title", "meetings-draft-title"),
        ("draft-text", "meetings-draft-text"),
        ("from", "meetings-draft-from-label"),
    ];
    let mut faults = typing.note_faults.named(&t, &labels);
    faults.extend(typing.draft_faults.named(&t, &labels));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = View {
        page: page_of(inside, meeting, t.say("meetings-scribe")),
        kicker: meeting.content.title.to_string(),
        state: sign(meeting.state),
        state_word: state_word(inside, meeting.state),
        version: meeting.version,
        faults: Faults(faults),
        items: items.collect(),
        item: item.map(|item| item.item.to_string()).unwrap_or_default(),
        item_title: item.map(|item| item.title.to_string()).unwrap_or_default(),
        place,
        board_href: format!("{href}/tavle?punkt={place}"),
        note_key: fresh(&typing.note),
        draft_key: fresh(&typing.draft),
        speakers: speakers.collect(),
        units,
        text: sent("text").to_owned(),
        text_error: typing.note_faults.at("text").to_owned(),
        speaker_error: typing.note_faults.at("speaker").to_owned(),
        draft_title: typing.draft.get("title").to_owned(),
        draft_title_error: typing.draft_faults.at("title").to_owned(),
        draft_text: typing.draft.get("draft-text").to_owned(),
        draft_text_error: typing.draft_faults.at("draft-text").to_owned(),
        from_error: typing.draft_faults.at("from").to_owned(),
        said: said.collect(),
        drafts: drafts.collect(),
        there_word: t.say_with("meetings-there", &Args::new().count("came", came).count("of", there.len())),
        units_there: there,
        is_running: meeting.state == MeetingState::Running && meeting.can(MeetingVerb::End),
        href,
    };
    show_with(status, &shown)
}
