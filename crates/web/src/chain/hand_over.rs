//! Handing what a unit owns in the chain to another, as when it closes.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::{Desk, Ending, agreements, chain, orgs, rounds};
use pejl_domain::Sentence;
use pejl_kernel::UnitId;
use pejl_policy::Action;

use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::chain::loading::{chain_page, must_be_given};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{Page, show, show_with};

#[derive(Template)]
#[template(path = "chain/hand_over.html")]
struct HandOver {
    page: Page,
    lead: String,
    faults: Faults,
    fields: Vec<Field>,
    submit: String,
    back: String,
}

/// A unit that gives, and those that may take.
struct Giving {
    unit: pejl_domain::orgs::Unit,
    successor: String,
    units: Vec<pejl_app::shown::UnitInLine>,
}

async fn giving(inside: &mut Inside, number: &str) -> Result<Giving, Stop> {
    let serial = unit_serial(number).ok_or(Ending::NotFound)?;
    let sight = inside.visit.sight;
    let page = orgs::unit_page(&mut inside.tx, &sight, serial).await?;
    let facts = chain::facts_of_unit(&mut inside.tx, &sight, page.unit.id).await?;
    must_be_given(inside, Action::HandOverElement, &facts)?;
    let mut units = orgs::unit_options(&mut inside.tx, &sight).await?;
    units.retain(|u| u.id != page.unit.id);
    let successor = page.successor.map(|s| s.number()).unwrap_or_default();
    Ok(Giving { unit: page.unit, successor, units })
}

fn form(inside: &Inside, giving: &Giving, typed: &Typed, faults: Faults) -> HandOver {
    let t = inside.t();
    let name = giving.unit.content.name.as_str();
    let chosen = typed.get("to");
    let mut choices = vec![Choice::new("", t.say("chain-choose-unit"), chosen.is_empty())];
    choices.extend(giving.units.iter().map(|unit| {
        let number = format!("E-{}", unit.serial);
        let args = pejl_lang::Args::new().text("unit", &unit.name).text("level", inside.voice.level(&unit.level));
        let is_chosen = number == chosen;
        Choice::new(number, t.say_with("chain-unit-choice", &args), is_chosen)
    }));
    let make = Fields { t, typed, faults: &faults };
    let field = make.named("to", "chain-hand-over-to", Input::Select(choices)).required();
    let title = t.a("chain-hand-over-title", "unit", name);
    let back = inside.href(&format!("enhed/{}", giving.unit.number()));
    HandOver {
        page: chain_page(inside, title.clone()).crumb(name, back.clone()).here(title),
        lead: t.a("chain-hand-over-lead", "unit", name),
        faults: summary(t, &faults, std::iter::once(&field)),
        fields: vec![field],
        submit: t.say("chain-hand-over-do"),
        back,
    }
}

/// `GET /{m}/enhed/E-12/overdrag`
pub(crate) async fn hand_over_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let giving = giving(&mut inside, &number).await?;
    let typed = Typed::default().with("to", giving.successor.clone());
    Ok(show(&form(&inside, &giving, &typed, Faults::default())))
}

/// Everything the unit has begun: elements, agreements, and the reports on them. Says how many.
async fn hand_over_all(desk: &mut Desk, from: UnitId, to: UnitId) -> Result<usize, Ending> {
    let elements = chain::hand_over_elements(desk, from, to).await?;
    let agreements = agreements::hand_over_agreements(desk, from, to).await?;
    rounds::hand_over_reports(desk, from, to).await?;
    Ok(elements + agreements)
}

/// `POST /{m}/enhed/E-12/overdrag`
pub(crate) async fn hand_over(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let giving = giving(&mut inside, &number).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let of = |number: &str| unit_serial(number).and_then(|serial| giving.units.iter().find(|u| u.serial == serial));
    let Some(to) = reader.chosen("to", of) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &giving, &typed, reader.faults)));
    };
    match deed!(inside, desk => hand_over_all(&mut desk, giving.unit.id, to.id)) {
        Ok(count) => {
            let word = Sentence::new("chain-handed-over").count("count", count).text("unit", to.name.as_str());
            Ok(inside.done(&word, &inside.href(&format!("enhed/E-{}", to.serial))).await)
        }
        Err(Ending::Refused(refused)) => {
            // What is refused of an element stands beside the unit that was to take it.
            let said = inside.reasons(&refused).into_iter().map(|(_, text)| ("to".to_owned(), text)).collect();
            let faults = beside_fields(said);
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &giving, &typed, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}
