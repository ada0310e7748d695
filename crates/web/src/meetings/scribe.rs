//! What the scribe does: notes who said what, mends it, words guideposts from it and words them otherwise. The forms work by
//! themselves; with scripts they are sent from a queue in the browser, which asks for JSON and is told what has come in.

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use pejl_app::Ending;
use pejl_app::meetings::{self, MeetingPage};
use pejl_app::meetings::{Said, Worded};
use pejl_domain::meetings::{ClientKey, Speaker};
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{ContributionId, DraftId, Line};
use pejl_policy::Action;
use serde_json::json;

use super::loading::{form_about, href_of, must, remark_of, the_meeting};
use super::scribe_view::{Typing, view};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

async fn scribed(inside: &mut Inside, serial: &str) -> Result<MeetingPage, Stop> {
    let found = the_meeting(inside, serial).await?;
    must(inside, Action::ScribeMeeting, &found.facts)?;
    Ok(found)
}

/// `GET …/referent?punkt=2`
pub(crate) async fn scribe(mut inside: Inside, Path((_, serial)): At, Query(query): Asked) -> Result<Response, Stop> {
    let found = scribed(&mut inside, &serial).await?;
    Ok(view(&inside, &found, Typed(query).get("punkt"), &Typing::default()))
}

/// Whether the queue in the browser asks, and not somebody who pressed the button.
fn from_queue(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

/// What the queue is told of a line that the rules say no to: it is kept in the browser, with why.
fn refused_json(inside: &Inside, refused: &Refused) -> Response {
    let why: Vec<String> = inside.reasons(refused).into_iter().map(|(_, text)| text).collect();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "why": why.join(" ") }))).into_response()
}

fn faults_json(faults: &Faults) -> Response {
    let why: Vec<&str> = faults.0.iter().map(|(_, text)| text.as_str()).collect();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "why": why.join(" ") }))).into_response()
}

/// The way back to the scribe's page, at the same item.
fn back(inside: &Inside, found: &MeetingPage, punkt: &str) -> String {
    let href = href_of(inside, &found.meeting);
    if punkt.parse::<u16>().is_ok() { format!("{href}/referent?punkt={punkt}") } else { format!("{href}/referent") }
}

/// The browser's name for a line; where it sent none that fits, one of ours.
fn key_of(inside: &Inside, typed: &Typed) -> Result<ClientKey, Ending> {
    let own = |_| Line::parse(&inside.web.office.mint().fresh().to_string());
    Line::parse(typed.get("key")).or_else(own).map_err(|_| Ending::NotFound)
}

/// `POST …/referent/indlaeg?punkt=2`
pub(crate) async fn note(
    mut inside: Inside,
    Path((_, serial)): At,
    Query(query): Asked,
    headers: HeaderMap,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let (typed, query) = (Typed(typed), Typed(query));
    let punkt = query.get("punkt");
    let found = scribed(&mut inside, &serial).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (text, speaker) = (reader.line::<1_000>("text"), reader.chosen("speaker", Speaker::parse));
    let seat = unit_serial(typed.get("unit")).and_then(|serial| found.seats.iter().find(|seat| seat.unit.serial == serial));
    let (Some(text), Some(speaker)) = (text, speaker) else {
        if from_queue(&headers) {
            return Ok(faults_json(&reader.faults));
        }
        let note_faults = reader.faults;
        return Ok(view(&inside, &found, punkt, &Typing { note: typed, note_faults, ..Typing::default() }));
    };
    let said = Said {
        key: key_of(&inside, &typed)?,
        item: typed.get("item").parse().ok(),
        speaker,
        unit: seat.map(|seat| seat.unit.id),
        text,
    };
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::note(&mut desk, id, said)) {
        Ok(noted) if from_queue(&headers) => Ok(Json(json!({ "id": noted.id.to_string() })).into_response()),
        Ok(_) => Ok(crate::page::go(&format!("{}#sagt", back(&inside, &found, punkt)))),
        Err(Ending::Refused(refused)) if from_queue(&headers) => Ok(refused_json(&inside, &refused)),
        Err(Ending::Refused(refused)) => {
            let note_faults = beside_fields(inside.reasons(&refused));
            Ok(view(&inside, &found, punkt, &Typing { note: typed, note_faults, ..Typing::default() }))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/referent/indlaeg/{contribution}`: mended, or struck out where that button was pressed.
pub(crate) async fn mend(
    mut inside: Inside,
    Path((_, serial, id)): Path<(String, String, String)>,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let (typed, query) = (Typed(typed), Typed(query));
    let found = scribed(&mut inside, &serial).await?;
    let id: ContributionId = id.parse().map_err(|_| Ending::NotFound)?;
    let word = if typed.get("goer") == "slet" {
        deed!(inside, desk => meetings::strike_contribution(&mut desk, id))?;
        "meetings-struck-done"
    } else {
        let text = Line::parse(typed.get("text")).map_err(|fault| {
            let key = match fault {
                pejl_kernel::TextFault::Empty => "fault-text-empty",
                pejl_kernel::TextFault::TooLong { .. } => "refused-contribution-too-long",
            };
            Ending::Refused(Refused::because(Sentence::new(key)))
        })?;
        deed!(inside, desk => meetings::mend_contribution(&mut desk, id, typed.version(), text))?;
        "meetings-mended-done"
    };
    Ok(inside.done(&found.meeting.sentence(word), &format!("{}#sagt", back(&inside, &found, query.get("punkt")))).await)
}

/// What was typed about a guidepost: what is wrong with it stands beside the fields of the page.
fn worded(inside: &Inside, typed: &Typed) -> Result<Worded, Faults> {
    let mut reader = Reader::new(typed, inside.t(), inside.visit.actor.on);
    let (title, text) = (reader.line::<200>("title"), reader.prose::<2_000>("draft-text"));
    let from = typed.all("from").filter_map(|id| id.parse().ok()).collect();
    match (title, key_of(inside, typed)) {
        (Some(title), Ok(key)) if reader.faults.is_empty() => Ok(Worded { key, title, text, from }),
        _ => Err(reader.faults),
    }
}

/// `POST …/referent/udkast?punkt=2`
pub(crate) async fn word(
    mut inside: Inside,
    Path((_, serial)): At,
    Query(query): Asked,
    headers: HeaderMap,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let (typed, query) = (Typed(typed), Typed(query));
    let punkt = query.get("punkt");
    let found = scribed(&mut inside, &serial).await?;
    let read = match worded(&inside, &typed) {
        Ok(read) => read,
        Err(faults) if from_queue(&headers) => return Ok(faults_json(&faults)),
        Err(draft_faults) => {
            return Ok(view(&inside, &found, punkt, &Typing { draft: typed, draft_faults, ..Typing::default() }));
        }
    };
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::word_draft(&mut desk, id, read)) {
        Ok(draft) if from_queue(&headers) => Ok(Json(json!({ "id": draft.id.to_string() })).into_response()),
        Ok(draft) => {
            let word = found.meeting.sentence("meetings-worded-done").text("title", draft.title.as_str());
            Ok(inside.done(&word, &format!("{}#udkast", back(&inside, &found, punkt))).await)
        }
        Err(Ending::Refused(refused)) if from_queue(&headers) => Ok(refused_json(&inside, &refused)),
        Err(Ending::Refused(refused)) => {
            let draft_faults = beside_fields(inside.reasons(&refused));
            Ok(view(&inside, &found, punkt, &Typing { draft: typed, draft_faults, ..Typing::default() }))
        }
        Err(ending) => Err(ending.into()),
    }
}

fn reword_form(inside: &Inside, found: &MeetingPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let chosen = |id: &str| typed.all("from").any(|sent| sent == id);
    let lines = found.notes.iter().map(|note| {
        let id = note.said.id.to_string();
        Choice { chosen: chosen(&id), value: id, label: note.said.text.to_string(), hint: remark_of(inside, note) }
    });
    let fields = vec![
        make.named("title", "meetings-draft-title", Input::Line).required(),
        make.named("draft-text", "meetings-draft-text", Input::Area),
        make.named("from", "meetings-draft-from-label", Input::Boxes(lines.collect())).required(),
    ];
    SmallForm {
        lead: t.say("meetings-reword-lead"),
        version: typed.version(),
        submit: t.say("meetings-reword-do"),
        strike: t.say("meetings-strike-draft"),
        back: format!("{}/referent", href_of(inside, &found.meeting)),
        ..form_about(inside, &found.meeting, t.say("meetings-reword"), fields, faults)
    }
}

fn draft_of<'p>(found: &'p MeetingPage, id: &str) -> Result<&'p meetings::DraftRow, Stop> {
    let id: DraftId = id.parse().map_err(|_| Ending::NotFound)?;
    found.drafts.iter().find(|row| row.draft.id == id).ok_or(Stop(Ending::NotFound))
}

/// `GET …/referent/udkast/{draft}`
pub(crate) async fn reword_page(
    mut inside: Inside,
    Path((_, serial, id)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let found = scribed(&mut inside, &serial).await?;
    let draft = &draft_of(&found, &id)?.draft;
    let typed = Typed::default()
        .with("title", draft.title.as_str())
        .with("draft-text", draft.text.as_str())
        .with("version", draft.version.to_string());
    let typed = draft.from.iter().fold(typed, |typed, from| typed.with("from", from.to_string()));
    let mut form = reword_form(&inside, &found, &typed, &Faults::default());
    form.beside = earlier(&inside, &found, draft.id, draft.wording);
    form.draft_key = format!("reword-{}-{}", draft.id, draft.version);
    Ok(form.show())
}

/// The wordings before this one.
fn earlier(inside: &Inside, found: &MeetingPage, draft: DraftId, wording: u32) -> Vec<(String, String)> {
    let before = found.wordings.iter().filter(|w| w.draft == draft && w.wording < wording);
    before
        .map(|w| {
            let label = inside.t().say_with("meetings-wording", &pejl_lang::Args::new().count("wording", w.wording));
            (label, format!("{}\n{}", w.title, w.text).trim().to_owned())
        })
        .collect()
}

/// `POST …/referent/udkast/{draft}`: worded otherwise, or given up where that button was pressed.
pub(crate) async fn reword(
    mut inside: Inside,
    Path((_, serial, id)): Path<(String, String, String)>,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = scribed(&mut inside, &serial).await?;
    let to = format!("{}/referent#udkast", href_of(&inside, &found.meeting));
    let draft: DraftId = id.parse().map_err(|_| Ending::NotFound)?;
    if typed.get("goer") == "slet" {
        deed!(inside, desk => meetings::strike_draft(&mut desk, draft))?;
        return Ok(inside.done(&found.meeting.sentence("meetings-draft-struck-done"), &to).await);
    }
    draft_of(&found, &id)?;
    let read = match worded(&inside, &typed) {
        Ok(read) => read,
        Err(faults) => return Ok(reword_form(&inside, &found, &typed, &faults).show()),
    };
    match deed!(inside, desk => meetings::reword_draft(&mut desk, draft, typed.version(), read)) {
        Ok(draft) => {
            let word = found.meeting.sentence("meetings-reworded-done").text("title", draft.title.as_str());
            Ok(inside.done(&word, &to).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(reword_form(&inside, &found, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let stands = &draft_of(&found, &id)?.draft;
            let mut form = reword_form(&inside, &found, &typed, &Faults::default());
            form.version = stands.version;
            form.notice = inside.t().say("meetings-conflict");
            form.theirs = vec![(stands.title.to_string(), stands.text.to_string())];
            Ok(form.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/referent/fremmoede`: the units that are ticked were there, the others were not.
pub(crate) async fn attend(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = scribed(&mut inside, &serial).await?;
    let came = |serial: i64| typed.all("der").filter_map(unit_serial).any(|sent| sent == serial);
    let changed: Vec<_> = found
        .units()
        .filter_map(|seat| {
            let was = found.of_unit(seat.unit.id).is_some_and(|row| row.brought.is_absent);
            let is_absent = !came(seat.unit.serial);
            (was != is_absent).then_some((seat.unit.id, is_absent))
        })
        .collect();
    let id = found.meeting.id;
    deed!(inside, desk => async {
        for (unit, is_absent) in &changed {
            meetings::attend(&mut desk, id, *unit, *is_absent).await?;
        }
        Ok::<(), Ending>(())
    })?;
    let to = format!("{}/referent", href_of(&inside, &found.meeting));
    Ok(inside.done(&found.meeting.sentence("meetings-attended-done"), &to).await)
}
