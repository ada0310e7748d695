//! A case's page: the paper as it stands, what comes next, and what happened.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::cases::{CasePage, CaseRow};
use pejl_domain::cases::dates::{agenda_by, material_by};
use pejl_domain::cases::{CaseState, CaseVerb};
use pejl_kernel::{Number, NumberPrefix};

use super::document::{Doc, document};
use super::loading::{
    case_href, deed_href, is_disqualified, number_of, open_verbs, page_of, room, state_sign, state_word, the_page,
};
use super::word;
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Faults;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::page::{Page, show_with};

#[derive(Template)]
#[template(path = "cases/case.html")]
struct CaseShown {
    page: Page,
    faults: Faults,
    notice: Vec<Notice>,
    number: String,
    body: (String, String),
    state: &'static str,
    state_word: String,
    way: Vec<WayStep>,
    doc: Doc,
    steps: Vec<Step>,
    more: Vec<Step>,
    version: i64,
    print_href: String,
    word_href: String,
    corrects: Option<Other>,
    corrections: Vec<Other>,
    history: Vec<HistoryEntry>,
}

/// Something the reader should see first.
struct Notice {
    kind: &'static str,
    title: String,
    text: String,
}

/// A step of the way a case goes.
struct WayStep {
    label: String,
    now: bool,
    done: bool,
    href: Option<String>,
}

/// Something to do: a button, or an address with a form.
struct Step {
    label: String,
    href: String,
    posts: bool,
    first: bool,
}

/// Another case beside this one.
struct Other {
    href: String,
    number: String,
    title: String,
    state: &'static str,
    state_word: String,
}

/// `GET /{m}/sager/S-2019-004`, and as a Word document where the address ends in `.docx`.
pub(crate) async fn case(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    if let Some(number) = number.strip_suffix(".docx") {
        return word::document_of(&mut inside, number_of(number)?).await;
    }
    let found = the_page(&mut inside, &number).await?;
    Ok(shown(&inside, &found, StatusCode::OK, &Faults::default()))
}

/// The page, perhaps with why something could not be done.
pub(super) fn shown(inside: &Inside, found: &CasePage, status: StatusCode, faults: &Faults) -> Response {
    let case = &found.case;
    let mut doc = document(&inside.voice, found);
    for one in &mut doc.adopts {
        one.href = Some(href_of(inside, &one.number));
    }
    let (steps, more) = steps(inside, found);
    let title = case.content.title.to_string();
    show_with(
        status,
        &CaseShown {
            page: room(inside, title).here(case.number.to_string()),
            faults: faults.clone(),
            notice: notices(inside, found),
            number: case.number.to_string(),
            body: (found.around.body.name.clone(), inside.href(&format!("enhed/E-{}", found.around.body.serial))),
            state: state_sign(case.state),
            state_word: state_word(inside, case.state),
            way: way(inside, found),
            doc,
            steps,
            more,
            version: case.version,
            print_href: deed_href(inside, &case.number, "udskriv"),
            word_href: format!("{}.docx", case_href(inside, &case.number)),
            corrects: found.around.corrects.as_ref().map(|one| other(inside, one)),
            corrections: found.around.corrections.iter().map(|one| other(inside, one)).collect(),
            history: entries(&inside.voice, &found.history),
        },
    )
}

fn href_of(inside: &Inside, number: &Number) -> String {
    if number.prefix == NumberPrefix::A { inside.href(&format!("aftale/{number}")) } else { element_href(inside, number) }
}

fn other(inside: &Inside, row: &CaseRow) -> Other {
    Other {
        href: case_href(inside, &row.number),
        number: row.number.to_string(),
        title: row.title.clone(),
        state: state_sign(row.state),
        state_word: state_word(inside, row.state),
    }
}

fn way(inside: &Inside, found: &CasePage) -> Vec<WayStep> {
    let states = [CaseState::Draft, CaseState::Ready, CaseState::Decided];
    if found.case.state == CaseState::Withdrawn {
        return Vec::new();
    }
    let at = states.iter().position(|state| *state == found.case.state).unwrap_or(0);
    let step = |(place, state): (usize, &CaseState)| WayStep {
        label: state_word(inside, *state),
        now: place == at,
        done: place < at,
        href: None,
    };
    states.iter().enumerate().map(step).collect()
}

/// What should be seen before anything else: that it is closed, that the reader takes no part, that something is late, that
/// there is a later word on it.
fn notices(inside: &Inside, found: &CasePage) -> Vec<Notice> {
    let (t, case, today) = (inside.t(), &found.case, inside.visit.actor.on);
    let mut notices = Vec::new();
    if let pejl_domain::cases::Access::Closed { reason } = &case.content.access {
        notices.push(Notice {
            kind: "warning",
            title: t.say("case-is-closed"),
            text: t.a("case-is-closed-text", "reason", reason),
        });
    }
    if is_disqualified(inside, case) {
        notices.push(Notice {
            kind: "warning",
            title: t.say("case-you-are-disqualified"),
            text: t.say("case-you-are-disqualified-text"),
        });
    }
    if let (CaseState::Draft, Some(meeting)) = (case.state, case.content.meeting) {
        let (agenda, material) = (agenda_by(meeting), material_by(meeting));
        let late = if meeting < today {
            Some(t.a("case-late-meeting", "date", t.date(meeting)))
        } else if material < today {
            Some(t.a("case-late-material", "date", t.date(material)))
        } else if agenda < today {
            Some(t.a("case-late-agenda", "date", t.date(agenda)))
        } else {
            None
        };
        notices.extend(late.map(|text| Notice { kind: "warning", title: t.say("case-late"), text }));
    }
    if case.state == CaseState::Ready && case.content.meeting.is_some_and(|meeting| meeting <= today) {
        notices.push(Notice { kind: "info", title: t.say("case-to-record"), text: t.say("case-to-record-text") });
    }
    if let Some(last) = found.around.corrections.first() {
        let text = format!("{} {}", last.number, last.title);
        notices.push(Notice { kind: "info", title: t.say("case-is-corrected"), text });
    }
    if case.state == CaseState::Withdrawn {
        notices.push(Notice { kind: "info", title: t.say("case-is-withdrawn"), text: case.note.to_string() });
    }
    notices
}

/// The deeds open to this reader: what moves it on and what is near at hand, and the rest.
fn steps(inside: &Inside, found: &CasePage) -> (Vec<Step>, Vec<Step>) {
    let may = open_verbs(inside, found);
    let step = |verb: CaseVerb, first: bool| {
        let (deed, posts) = match verb {
            CaseVerb::Edit => ("ret", false),
            CaseVerb::Ready => ("klar", true),
            CaseVerb::TakeBack => ("af-dagsordenen", true),
            CaseVerb::Disqualify => ("inhabil", false),
            CaseVerb::Decide => ("beslut", false),
            CaseVerb::Withdraw => ("traek-tilbage", false),
            CaseVerb::Correct => ("ny-beslutning", true),
        };
        let label = inside.t().say(&format!("case-do-{}", verb.as_str()));
        Step { label, href: deed_href(inside, &found.case.number, deed), posts, first }
    };
    let is_whole = found.case.content.lacks().is_empty();
    let in_order = match found.case.state {
        CaseState::Draft if is_whole => [CaseVerb::Ready, CaseVerb::Edit],
        CaseState::Draft => [CaseVerb::Edit, CaseVerb::Ready],
        CaseState::Ready => [CaseVerb::Decide, CaseVerb::TakeBack],
        CaseState::Decided | CaseState::Withdrawn => [CaseVerb::Correct, CaseVerb::Withdraw],
    };
    let near: Vec<CaseVerb> = in_order.into_iter().filter(|verb| may.contains(verb)).collect();
    let first_is_next = found.case.state != CaseState::Decided;
    let steps = near.iter().enumerate().map(|(place, verb)| step(*verb, place == 0 && first_is_next)).collect();
    let more = may.iter().filter(|verb| !near.contains(verb)).map(|verb| step(*verb, false)).collect();
    (steps, more)
}

/// The frame of a page about a case, for the forms beside it.
pub(super) fn beside(inside: &Inside, found: &CasePage, title: String) -> Page {
    page_of(inside, &found.case, title)
}
