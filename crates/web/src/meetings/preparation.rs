//! What a unit brings to a meeting: its leader's status, conditions, challenges and needs, with what employees and board want
//! said beside.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::meetings::{self, MeetingPage, Seat};
use pejl_domain::meetings::{InputFrom, MeetingVerb, Preparation};
use pejl_policy::{Action, Facts};

use super::loading::{href_of, may, page_of, preparation_fields, seat_name, the_meeting, the_seat, when};
use super::meeting_page::input_word;
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "meetings/preparation.html")]
struct View {
    page: Page,
    kicker: String,
    unit: String,
    when: String,
    notice: String,
    theirs: Vec<(String, String)>,
    faults: Faults,
    /// The form, for whoever writes for the unit.
    fields: Vec<Field>,
    is_ready: bool,
    /// What is written, for everybody else.
    brings: Vec<(String, String)>,
    inputs: Vec<(String, String)>,
    save_action: String,
    input_action: String,
    input_fields: Vec<Field>,
    version: i64,
    back: String,
    draft_key: String,
    closed: String,
}

struct Allowed {
    writes: bool,
    gives: bool,
    facts: Facts,
}

async fn allowed(inside: &mut Inside, found: &MeetingPage, seat: &Seat) -> Result<Allowed, Stop> {
    let municipality = inside.visit.sight.municipality();
    let facts = meetings::prepare_facts(&mut inside.tx, municipality, &found.seats, seat.unit.id).await?;
    let open = found.meeting.can(MeetingVerb::Prepare);
    Ok(Allowed {
        writes: open && may(inside, Action::PrepareMeeting, &facts),
        gives: open && may(inside, Action::GiveMeetingInput, &facts),
        facts,
    })
}

fn typed_of(preparation: &Preparation, is_ready: bool) -> Typed {
    let typed = Typed::default()
        .with("status", preparation.status.as_str())
        .with("conditions", preparation.conditions.as_str())
        .with("challenges", preparation.challenges.as_str())
        .with("needs", preparation.needs.as_str());
    if is_ready { typed.with("ready", "1") } else { typed }
}

fn view(
    inside: &Inside,
    found: &MeetingPage,
    seat: &Seat,
    allowed: &Allowed,
    (typed, faults, notice): (&Typed, &Faults, String),
) -> Response {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let row = found.of_unit(seat.unit.id);
    let area = |name: &str| make.named(name, &format!("topic-{name}"), Input::Area).hint(t.say(&format!("topic-hint-{name}")));
    let fields: Vec<Field> =
        if allowed.writes { ["status", "conditions", "challenges", "needs"].map(area).into() } else { Vec::new() };
    let from =
        InputFrom::ALL.iter().map(|from| Choice::new(from.as_str(), input_word(inside, *from), typed.get("from") == from.as_str()));
    let input_fields = if allowed.gives {
        vec![
            make.named("from", "meetings-input-from", Input::Radios(from.collect())).required(),
            make.named("text", "meetings-input-text", Input::Area).required(),
        ]
    } else {
        Vec::new()
    };
    let brings = row.map(|row| preparation_fields(inside, &row.brought.preparation)).unwrap_or_default();
    let inputs = found.inputs.iter().filter(|input| input.unit == seat.unit.id);
    let content = &found.meeting.content;
    let status = match (notice.is_empty(), faults.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let href = href_of(inside, &found.meeting);
    let here = format!("{href}/forberedelse/E-{}", seat.unit.serial);
    let shown = View {
        page: page_of(inside, &found.meeting, t.a("meetings-preparation-of", "unit", &seat.unit.name)),
        kicker: content.title.to_string(),
        unit: seat_name(inside, seat),
        when: when(inside, content.on, content.begins),
        theirs: if notice.is_empty() { Vec::new() } else { brings.clone() },
        notice,
        faults: summary(t, faults, fields.iter().chain(&input_fields)),
        is_ready: typed.ticked("ready"),
        brings: if allowed.writes { Vec::new() } else { brings },
        fields,
        inputs: inputs.map(|input| (input_word(inside, input.from), input.text.clone())).collect(),
        save_action: format!("{here}/gem"),
        input_action: format!("{here}/input"),
        input_fields,
        version: row.map_or(0, |row| row.brought.version),
        draft_key: format!("preparation-{}-{}", found.meeting.serial, seat.unit.serial),
        back: href,
        closed: if found.meeting.can(MeetingVerb::Prepare) { String::new() } else { t.say("meetings-preparation-closed") },
    };
    show_with(status, &shown)
}

/// `GET …/forberedelse/{unit}`
pub(crate) async fn preparation(mut inside: Inside, Path((_, serial, unit)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    let seat = the_seat(&found, &unit)?.clone();
    let allowed = allowed(&mut inside, &found, &seat).await?;
    let typed = found.of_unit(seat.unit.id).map(|row| typed_of(&row.brought.preparation, row.brought.is_ready)).unwrap_or_default();
    Ok(view(&inside, &found, &seat, &allowed, (&typed, &Faults::default(), String::new())))
}

/// `POST …/forberedelse/{unit}/gem`
pub(crate) async fn save(mut inside: Inside, Path((_, serial, unit)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    let seat = the_seat(&found, &unit)?.clone();
    let allowed = allowed(&mut inside, &found, &seat).await?;
    super::loading::must(&inside, Action::PrepareMeeting, &allowed.facts)?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let preparation = Preparation {
        status: reader.prose("status"),
        conditions: reader.prose("conditions"),
        challenges: reader.prose("challenges"),
        needs: reader.prose("needs"),
    };
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(view(&inside, &found, &seat, &allowed, (&typed, &faults, String::new())));
    }
    let (id, version, is_ready) = (found.meeting.id, typed.version(), typed.ticked("ready"));
    match deed!(inside, desk => meetings::prepare(&mut desk, id, seat.unit.id, version, preparation, is_ready)) {
        Ok(_) => {
            let word = if is_ready { "meetings-preparation-ready-done" } else { "meetings-preparation-done" };
            let word = found.meeting.sentence(word).text("unit", &seat.unit.name);
            Ok(inside.done(&word, &href_of(&inside, &found.meeting)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(view(&inside, &found, &seat, &allowed, (&typed, &faults, String::new())))
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("meetings-conflict");
            Ok(view(&inside, &found, &seat, &allowed, (&typed, &Faults::default(), notice)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/forberedelse/{unit}/input`
pub(crate) async fn input(mut inside: Inside, Path((_, serial, unit)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let sent = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    let seat = the_seat(&found, &unit)?.clone();
    let allowed = allowed(&mut inside, &found, &seat).await?;
    super::loading::must(&inside, Action::GiveMeetingInput, &allowed.facts)?;
    let mut reader = Reader::new(&sent, inside.t(), inside.visit.actor.on);
    let (from, text) = (reader.chosen("from", InputFrom::parse), reader.line::<1_000>("text"));
    // The form above keeps what is saved in it.
    let typed = found.of_unit(seat.unit.id).map(|row| typed_of(&row.brought.preparation, row.brought.is_ready)).unwrap_or_default();
    let typed = typed.with("from", sent.get("from")).with("text", sent.get("text"));
    let (Some(from), Some(text)) = (from, text) else {
        return Ok(view(&inside, &found, &seat, &allowed, (&typed, &reader.faults, String::new())));
    };
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::give_input(&mut desk, id, seat.unit.id, from, text)) {
        Ok(()) => {
            let here = format!("{}/forberedelse/E-{}", href_of(&inside, &found.meeting), seat.unit.serial);
            Ok(inside.done(&found.meeting.sentence("meetings-input-done").text("unit", &seat.unit.name), &here).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(view(&inside, &found, &seat, &allowed, (&typed, &faults, String::new())))
        }
        Err(ending) => Err(ending.into()),
    }
}
