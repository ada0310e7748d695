//! The deeds that end an element: giving it up, letting another take its place, closing it with how it went.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, chain};
use pejl_domain::chain::{Element, Outcome, Verb};

use crate::chain::deed_form::{Deed, ended, faulty, shown, taken_up};
use crate::chain::edit::done;
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::chain::loading::{about, mention_choice, page_of, the_element};
use crate::chain::pick::Pick;
use crate::chain::{decision, element_href};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{show, show_with};
use crate::voice::capital;

type Sent = Form<Vec<(String, String)>>;
type At = Path<(String, String)>;

const WITHDRAW: Deed = Deed { verb: Verb::Withdraw, name: "withdraw", warns: true, fields: withdraw_fields };
const CLOSE: Deed = Deed { verb: Verb::Close, name: "close", warns: false, fields: close_fields };
const SUPERSEDE: Deed = Deed { verb: Verb::Supersede, name: "supersede", warns: false, fields: withdraw_fields };

fn withdraw_fields(inside: &Inside, make: &Fields<'_>, _: &[UnitInLine], _: &Element) -> Vec<Field> {
    vec![make.named("note", "field-reason", Input::Area).hint(inside.t().say("chain-withdraw-note-hint")).required()]
}

/// `GET …/traek-tilbage`
pub(crate) async fn withdraw_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &WITHDRAW).await?;
    Ok(shown(&inside, &WITHDRAW, &element, &[], &Typed::default()))
}

/// `POST …/traek-tilbage`
pub(crate) async fn withdraw(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &WITHDRAW).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let note = reader.prose("note");
    if !reader.faults.is_empty() {
        return Ok(faulty(&inside, &WITHDRAW, &element, &[], &typed, reader.faults));
    }
    let outcome = deed!(inside, desk => chain::withdraw_element(&mut desk, element.id, typed.version(), note));
    ended(&inside, &WITHDRAW, &element, &[], &typed, outcome).await
}

fn close_fields(inside: &Inside, make: &Fields<'_>, bodies: &[UnitInLine], _: &Element) -> Vec<Field> {
    let t = inside.t();
    let scale = &inside.visit.place.model.scale;
    // The municipality's own words for how it went.
    let word = |outcome: &Outcome| match outcome {
        Outcome::Met => inside.voice.text(&scale.green),
        Outcome::Partly => inside.voice.text(&scale.yellow),
        Outcome::NotMet => inside.voice.text(&scale.red),
    };
    let chosen = make.typed.get("outcome");
    let choices = Outcome::ALL.iter().map(|o| Choice::new(o.as_str(), capital(word(o)), o.as_str() == chosen)).collect();
    let mut fields = vec![
        make.named("outcome", "field-outcome", Input::Radios(choices)).required(),
        make.named("note", "field-note", Input::Area).hint(t.say("chain-close-note-hint")),
    ];
    if !bodies.is_empty() {
        let given = decision::fields(inside, make, bodies).into_iter();
        fields.extend(given.map(|field| field.required_if(false)));
    }
    fields
}

/// `GET …/afslut`
pub(crate) async fn close_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &CLOSE).await?;
    let bodies = decision::bodies(&mut inside, &element).await?;
    Ok(shown(&inside, &CLOSE, &element, &bodies, &Typed::default()))
}

/// `POST …/afslut`
pub(crate) async fn close(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &CLOSE).await?;
    let bodies = decision::bodies(&mut inside, &element).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let outcome = reader.chosen("outcome", Outcome::parse);
    let note = reader.prose("note");
    let given = decision::maybe_read(&mut reader, &typed, &bodies);
    let faults = reader.faults;
    let (Some(outcome), true) = (outcome, faults.is_empty()) else {
        return Ok(faulty(&inside, &CLOSE, &element, &bodies, &typed, faults));
    };
    let done = deed!(inside, desk => chain::close_element(&mut desk, element.id, typed.version(), outcome, note, given));
    ended(&inside, &CLOSE, &element, &bodies, &typed, done).await
}

async fn supersede_form(inside: &mut Inside, element: &Element, typed: &Typed, faults: Faults) -> Result<Pick, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let searched = typed.get("soeg");
    let found = chain::supersede_candidates(&mut inside.tx, &sight, &place, element, searched).await?;
    let chosen = typed.get("by");
    let choices = found.iter().map(|m| mention_choice(inside, m, m.number.to_string() == chosen)).collect();
    let t = inside.t();
    let make = Fields { t, typed, faults: &faults };
    let field = make.named("by", "field-by", Input::Radios(choices)).required();
    Ok(Pick {
        page: page_of(inside, element, about(inside, "chain-supersede-title", element)),
        lead: about(inside, "chain-supersede-lead", element),
        searched: searched.to_owned(),
        empty: t.say("chain-supersede-none"),
        faults: summary(t, &faults, std::iter::once(&field)),
        groups: vec![field],
        standing: Vec::new(),
        standing_title: String::new(),
        remove_href: String::new(),
        version: element.version,
        submit: about(inside, "chain-supersede-do", element),
        back: element_href(inside, &element.number),
    })
}

/// `GET …/afloes?soeg=trivsel`
pub(crate) async fn supersede_page(
    mut inside: Inside,
    Path((_, number)): At,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &SUPERSEDE).await?;
    Ok(show(&supersede_form(&mut inside, &element, &Typed(query), Faults::default()).await?))
}

/// `POST …/afloes`
pub(crate) async fn supersede(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &SUPERSEDE).await?;
    if typed.get("by").is_empty() {
        let faults = Faults(vec![("by".to_owned(), inside.t().say("fault-choice-empty"))]);
        let form = supersede_form(&mut inside, &element, &typed, faults).await?;
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    let by = the_element(&mut inside, typed.get("by")).await?;
    match deed!(inside, desk => chain::supersede_element(&mut desk, element.id, typed.version(), by.id)) {
        Ok(element) => Ok(done(&inside, "chain-supersede-done", &element).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            let form = supersede_form(&mut inside, &element, &typed, faults).await?;
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(Ending::Conflict) => {
            let said = about(&inside, "chain-changed-meanwhile", &element);
            let form = supersede_form(&mut inside, &element, &typed, Faults(vec![(String::new(), said)])).await?;
            Ok(show_with(StatusCode::CONFLICT, &form))
        }
        Err(ending) => Err(ending.into()),
    }
}
