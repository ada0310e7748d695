//! Signing: the text that is signed, word for word, and one button under it.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementPage};
use pejl_domain::agreements::AgreementVerb;
use pejl_kernel::UnitId;

use super::document;
use super::loading::{about, must, the_page};
use super::signatures::{seal_of, short};
use super::small_form::{SmallForm, done};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{show, show_with};

async fn open(inside: &mut Inside, number: &str) -> Result<AgreementPage, Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, AgreementVerb::Sign)?;
    Ok(found)
}

/// The parties that this reader may sign for, those that have not signed first; what has is refused in words.
fn units(inside: &Inside, found: &AgreementPage) -> Vec<(UnitId, i64, String)> {
    let parties = std::iter::once(&found.shown.principal).chain(&found.shown.agents);
    let may = |unit: UnitId| match found.sign_for.is_empty() {
        false => found.sign_for.contains(&unit),
        true => found.parties.decide_signing(&inside.visit.actor, unit).is_ok(),
    };
    let may_sign = parties.filter(|party| may(party.unit.id));
    may_sign.map(|party| (party.unit.id, party.unit.serial, party.unit.name.clone())).collect()
}

async fn form(inside: &mut Inside, found: &AgreementPage, typed: &Typed, faults: &Faults) -> Result<SmallForm, Stop> {
    let doc = document::of_text(inside, &found.text).await?;
    let (t, agreement) = (inside.t(), &found.shown.agreement);
    let make = Fields { t, typed, faults };
    let seal = seal_of(found);
    let chosen = typed.get("unit");
    let units = units(inside, found);
    let choices = units.iter().map(|(_, serial, name)| {
        let number = format!("E-{serial}");
        let is_chosen = number == chosen || units.len() == 1;
        Choice::new(number, name.clone(), is_chosen)
    });
    let fields = vec![make.named("unit", "agreement-sign-for", Input::Radios(choices.collect())).required()];
    let facts = vec![
        (t.say("field-principal"), found.text.principal.clone()),
        (t.say("field-agents"), found.text.agents.join(", ")),
        (t.say("field-period"), t.years(found.text.period)),
        (t.say("agreement-seal"), short(&seal)),
    ];
    Ok(SmallForm {
        lead: about(inside, "agreement-sign-lead", agreement),
        facts,
        doc: Some(doc),
        hidden: vec![("seal", seal)],
        submit: about(inside, "agreement-do-sign", agreement),
        ..SmallForm::about(inside, agreement, about(inside, "agreement-sign-title", agreement)).with(inside, fields, faults)
    })
}

/// `GET …/underskriv`
pub(super) async fn sign_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = open(&mut inside, &number).await?;
    let form = form(&mut inside, &found, &Typed::default(), &Faults::default()).await?;
    Ok(show(&form))
}

/// `POST …/underskriv`
pub(super) async fn sign(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = open(&mut inside, &number).await?;
    let units = units(&inside, &found);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let of = |text: &str| unit_serial(text).and_then(|serial| units.iter().find(|(_, s, _)| *s == serial)).map(|(id, _, _)| *id);
    let unit = reader.chosen("unit", of);
    let faults = reader.faults;
    let Some(unit) = unit else {
        let form = form(&mut inside, &found, &typed, &faults).await?;
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    };
    let id = found.shown.agreement.id;
    match deed!(inside, desk => agreements::sign(&mut desk, id, unit, typed.get("seal"))) {
        Ok(_) => Ok(done(&inside, "agreement-signed", &found.shown.agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(|(_, text)| ("unit".to_owned(), text)).collect());
            let form = form(&mut inside, &found, &typed, &faults).await?;
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(Ending::Conflict) => {
            let notice = about(&inside, "agreement-sign-changed", &found.shown.agreement);
            let form = form(&mut inside, &found, &typed, &Faults::default()).await?;
            Ok(show_with(StatusCode::CONFLICT, &SmallForm { notice, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}
