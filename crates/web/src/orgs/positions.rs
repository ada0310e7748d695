//! The positions of a unit; and one position: handing it over, ending it, appointing a stand-in.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::orgs::{self, PositionPage};
use pejl_app::{Ending, Tx};
use pejl_domain::Sentence;
use pejl_kernel::{PositionId, Span};
use pejl_policy::{Action, Facts, Sight, decide};

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::history::{self, Told};
use crate::inside::may;
use crate::inside::{Inside, Room, deed};
use crate::orgs::choose::People;
use crate::orgs::people::{Post, post};
use crate::page::{Page, show, show_with};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "orgs/unit_positions.html")]
struct UnitPositions {
    page: Page,
    level: String,
    unit_href: String,
    edit_href: Option<String>,
    new_href: Option<String>,
    has_leader: bool,
    now: Vec<Post>,
    before: Vec<Post>,
    history: Vec<Told>,
}

/// `/{m}/opsaetning/organisation/E-12`
pub(crate) async fn unit_positions(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let serial = super::unit_serial(&number).ok_or(Ending::NotFound)?;
    let found = orgs::unit_page(&mut inside.tx, &inside.visit.sight, serial).await?;
    let t = inside.t();
    let today = inside.visit.actor.on;
    let shown = |h: &pejl_app::shown::Holding| {
        let stand_ins = found.stand_ins.iter().filter(|(position, ..)| *position == h.id);
        let told = stand_ins.map(|(_, name, span)| stand_in(&inside, name, *span)).collect();
        Post { stand_ins: told, ..post(&inside, h) }
    };
    let is_over = |h: &&pejl_app::shown::Holding| h.span.to.is_some_and(|to| to < today);
    let name = found.unit.content.name.to_string();
    let may_keep = may(&inside, Action::KeepOrganisation);
    let own = inside.href(&format!("opsaetning/organisation/{}", found.unit.number()));
    let view = UnitPositions {
        page: inside
            .page(Room::Setup, t.a("positions-title", "unit", &name))
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(t.say("menu-organisation"), inside.href("opsaetning/organisation"))
            .here(name),
        level: capital(&inside.voice.level(&found.unit.content.level)),
        unit_href: inside.href(&format!("enhed/{}", found.unit.number())),
        edit_href: may_keep.then(|| format!("{own}/ret")),
        new_href: may_keep.then(|| format!("{own}/stilling/ny")),
        has_leader: found.positions.iter().any(|h| h.role.leads() && h.person.is_some() && h.span.holds(today)),
        now: found.positions.iter().filter(|h| !is_over(h)).map(shown).collect(),
        before: found.positions.iter().filter(is_over).map(shown).collect(),
        history: found.history.iter().map(|line| history::told(&inside.voice, line)).collect(),
    };
    Ok(show(&view))
}

fn stand_in(inside: &Inside, name: &str, span: Span) -> String {
    let args = pejl_lang::Args::new().text("name", name).text("span", inside.t().span(span));
    inside.t().say_with("position-stand-in", &args)
}

/// A position with the forms in which it changes. Their fields begin with the form's name, since they share a page.
#[derive(Template)]
#[template(path = "orgs/position.html")]
struct Position {
    page: Page,
    faults: Faults,
    typed: Typed,
    shown: Post,
    version: i64,
    own: String,
    may_keep: bool,
    may_appoint: bool,
    is_over: bool,
    takers: Vec<Choice>,
    stand_ins: Vec<Choice>,
    find: String,
    more_people: bool,
}

struct Loaded {
    found: PositionPage,
    people: People,
}

async fn load(tx: &mut Tx, sight: &Sight, id: &str, find: &str) -> Result<Loaded, Stop> {
    let id: PositionId = id.parse().map_err(|_| Ending::NotFound)?;
    Ok(Loaded { found: orgs::position_page(tx, sight, id).await?, people: People::load(tx, sight, find).await? })
}

fn view(inside: &Inside, loaded: &Loaded, typed: Typed, faults: Faults) -> Position {
    let (t, found) = (inside.t(), &loaded.found);
    let facts = Facts { line: found.line.iter().map(|u| u.id).collect(), ..Facts::default() };
    let mut shown = post(inside, &found.holding);
    shown.stand_ins = found.stand_ins.iter().map(|(name, span)| stand_in(inside, name, *span)).collect();
    let unit = inside.href(&format!("opsaetning/organisation/E-{}", found.holding.unit_serial));
    let (people, typed_in) = (&loaded.people, |field: &str| typed.get(field).to_owned());
    Position {
        page: inside
            .page(Room::Setup, shown.title.clone())
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(shown.unit.clone(), unit)
            .here(shown.title.clone()),
        takers: people.choices(&typed_in("hand-person"), &t.say("position-vacant")),
        stand_ins: people.choices(&typed_in("stand-person"), &t.say("common-choose")),
        find: people.find.clone(),
        more_people: people.more || !people.find.is_empty(),
        own: shown.href.clone(),
        version: found.holding.version,
        may_keep: may(inside, Action::KeepOrganisation),
        may_appoint: decide(&inside.visit.actor, Action::AppointStandIn, &facts).is_ok(),
        is_over: found.holding.span.to.is_some_and(|to| to < inside.visit.actor.on),
        shown,
        typed,
        faults,
    }
}

fn again(inside: &Inside, loaded: &Loaded, typed: Typed, faults: Faults) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(inside, loaded, typed, faults))
}

/// The reasons of a refusal, beside the fields of one of the forms.
fn beside(inside: &Inside, form: &str, refused: &pejl_domain::Refused) -> Faults {
    let reasons = inside.reasons(refused).into_iter();
    let named = reasons.map(|(field, text)| (if field.is_empty() { field } else { format!("{form}-{field}") }, text));
    Faults(named.collect())
}

/// `GET /{m}/opsaetning/stilling/{id}`
pub(crate) async fn position(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let loaded = load(&mut inside.tx, &inside.visit.sight, &id, Typed(query).get("find")).await?;
    let today = inside.t().date_short(inside.visit.actor.on);
    let typed = Typed::default().with("hand-from", today.clone()).with("end-to", today.clone()).with("stand-from", today);
    Ok(show(&view(&inside, &loaded, typed, Faults::default())))
}

/// `POST /{m}/opsaetning/stilling/{id}/overdrag`
pub(crate) async fn hand_over(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let loaded = load(&mut inside.tx, &inside.visit.sight, &id, typed.get("find")).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let person = reader.maybe_chosen("hand-person", |p| loaded.people.id(p));
    let on = reader.date("hand-from");
    let faults = reader.faults;
    let (Some(on), true) = (on, faults.is_empty()) else { return Ok(again(&inside, &loaded, typed, faults)) };
    let (id, version) = (loaded.found.holding.id, typed.version());
    match deed!(inside, desk => orgs::hand_position(&mut desk, id, version, person, on)) {
        Ok(next) => {
            let word = Sentence::new("position-handed-over").text("title", next.content.title.as_str());
            Ok(inside.done(&word, &inside.href(&format!("opsaetning/stilling/{}", next.id))).await)
        }
        Err(Ending::Refused(refused)) => Ok(again(&inside, &loaded, typed, beside(&inside, "hand", &refused))),
        Err(ending) => Err(ending.into()),
    }
}

/// `POST /{m}/opsaetning/stilling/{id}/ophoer`
pub(crate) async fn end(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let loaded = load(&mut inside.tx, &inside.visit.sight, &id, typed.get("find")).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let Some(on) = reader.date("end-to") else {
        let faults = reader.faults;
        return Ok(again(&inside, &loaded, typed, faults));
    };
    let (id, version) = (loaded.found.holding.id, typed.version());
    match deed!(inside, desk => orgs::end_position(&mut desk, id, version, on)) {
        Ok(ended) => {
            let word = Sentence::new("position-ended").text("title", ended.content.title.as_str());
            Ok(inside.done(&word, &inside.href(&format!("opsaetning/stilling/{}", ended.id))).await)
        }
        Err(Ending::Refused(refused)) => Ok(again(&inside, &loaded, typed, beside(&inside, "end", &refused))),
        Err(ending) => Err(ending.into()),
    }
}

/// `POST /{m}/opsaetning/stilling/{id}/stedfortraeder`
pub(crate) async fn appoint(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let loaded = load(&mut inside.tx, &inside.visit.sight, &id, typed.get("find")).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let person = reader.chosen("stand-person", |p| loaded.people.id(p));
    let from = reader.date("stand-from");
    let to = reader.maybe_date("stand-to");
    let span = from.and_then(|from| Span::new(from, to));
    if from.is_some() && span.is_none() {
        reader.fault("stand-to", inside.t().say("fault-date-backwards"));
    }
    let faults = reader.faults;
    let (Some(person), Some(span), true) = (person, span, faults.is_empty()) else {
        return Ok(again(&inside, &loaded, typed, faults));
    };
    let id = loaded.found.holding.id;
    match deed!(inside, desk => orgs::appoint_stand_in(&mut desk, id, person, span)) {
        Ok(_) => {
            let word = Sentence::new("stand-in-appointed").text("title", loaded.found.holding.title.as_str());
            Ok(inside.done(&word, &inside.href(&format!("opsaetning/stilling/{id}"))).await)
        }
        Err(Ending::Refused(refused)) => Ok(again(&inside, &loaded, typed, beside(&inside, "stand", &refused))),
        Err(ending) => Err(ending.into()),
    }
}
