//! Setting up a position in a unit, held or vacant.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::orgs::{PositionContent, Role, Unit};
use pejl_kernel::{Line, Span};
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::orgs::choose::People;
use crate::page::{Page, show, show_with};

#[derive(Template)]
#[template(path = "orgs/position_form.html")]
struct PositionForm {
    page: Page,
    faults: Faults,
    typed: Typed,
    roles: Vec<Choice>,
    people: Vec<Choice>,
    find: String,
    more_people: bool,
    back: String,
}

fn position_form(inside: &Inside, unit: &Unit, people: &People, typed: Typed, faults: Faults) -> PositionForm {
    let t = inside.t();
    let title = t.a("position-new-title", "unit", unit.content.name.as_str());
    let back = inside.href(&format!("opsaetning/organisation/{}", unit.number()));
    let mut roles = vec![Choice::new("", t.say("common-choose"), typed.get("role").is_empty())];
    roles.extend(Role::ALL.map(|role| Choice::new(role.as_str(), t.say(&role.word()), typed.get("role") == role.as_str())));
    PositionForm {
        page: inside
            .page(Room::Setup, title.clone())
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(unit.content.name.as_str(), back.clone())
            .here(title),
        roles,
        people: people.choices(typed.get("person"), &t.say("position-vacant")),
        find: people.find.clone(),
        more_people: people.more || !people.find.is_empty(),
        typed,
        faults,
        back,
    }
}

async fn the_unit(inside: &mut Inside, number: &str) -> Result<Unit, Stop> {
    let serial = super::unit_serial(number).ok_or(Ending::NotFound)?;
    Ok(orgs::unit_page(&mut inside.tx, &inside.visit.sight, serial).await?.unit)
}

/// `GET /{m}/opsaetning/organisation/E-12/stilling/ny`
pub(crate) async fn new_position(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let unit = the_unit(&mut inside, &number).await?;
    only_if_may(&inside, Action::KeepOrganisation).await?;
    let people = People::load(&mut inside.tx, &inside.visit.sight, Typed(query).get("find")).await?;
    let typed = Typed::default().with("from", inside.t().date_short(inside.visit.actor.on));
    Ok(show(&position_form(&inside, &unit, &people, typed, Faults::default())))
}

/// `POST /{m}/opsaetning/organisation/E-12/stilling/ny`
pub(crate) async fn set_up(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let unit = the_unit(&mut inside, &number).await?;
    let people = People::load(&mut inside.tx, &inside.visit.sight, typed.get("find")).await?;
    let content = match read(&inside, &unit, &people, &typed) {
        Ok(content) => content,
        Err(faults) => {
            let form = position_form(&inside, &unit, &people, typed, faults);
            return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
        }
    };
    match deed!(inside, desk => orgs::set_up_position(&mut desk, content)) {
        Ok(position) => {
            let word = Sentence::new("position-set-up").text("title", position.content.title.as_str());
            Ok(inside.done(&word, &inside.href(&format!("opsaetning/stilling/{}", position.id))).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            let form = position_form(&inside, &unit, &people, typed, faults);
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(ending) => Err(ending.into()),
    }
}

fn read(inside: &Inside, unit: &Unit, people: &People, typed: &Typed) -> Result<PositionContent, Faults> {
    let mut reader = Reader::new(typed, inside.t(), inside.visit.actor.on);
    let role = reader.chosen("role", Role::parse);
    let title: Option<Line<120>> = reader.line("title");
    let person = reader.maybe_chosen("person", |id| people.id(id));
    let from = reader.date("from");
    let to = reader.maybe_date("to");
    let span = from.and_then(|from| Span::new(from, to));
    if from.is_some() && span.is_none() {
        reader.fault("to", inside.t().say("fault-date-backwards"));
    }
    match (role, title, span) {
        (Some(role), Some(title), Some(span)) if reader.faults.is_empty() => {
            Ok(PositionContent { unit: unit.id, role, title, person, span })
        }
        _ => Err(reader.faults),
    }
}
