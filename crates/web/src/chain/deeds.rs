//! Sending back, adopting, and saying how an action comes along.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::shown::UnitInLine;
use pejl_app::{cases, chain};
use pejl_domain::chain::{Element, Progress, Verb};
use pejl_lang::Args;

use crate::chain::decision;
use crate::chain::deed_form::{Deed, ended, faulty, shown, taken_up};
use crate::chain::field::{Field, Fields, Input};
use crate::ending::Stop;
use crate::forms::{Reader, Typed};
use crate::inside::{Inside, deed};

type Sent = Form<Vec<(String, String)>>;
type At = Path<(String, String)>;

const RETURN: Deed = Deed { verb: Verb::Return, name: "return", warns: false, fields: return_fields };
const ADOPT: Deed = Deed { verb: Verb::Adopt, name: "adopt", warns: false, fields: adopt_fields };
const PROGRESS: Deed = Deed { verb: Verb::Track, name: "progress", warns: false, fields: progress_fields };
const HARVEST: Deed = Deed { verb: Verb::Track, name: "harvest", warns: false, fields: harvest_fields };

fn return_fields(inside: &Inside, make: &Fields<'_>, _: &[UnitInLine], _: &Element) -> Vec<Field> {
    vec![make.named("note", "field-note", Input::Area).hint(inside.t().say("chain-return-note-hint")).required()]
}

/// `GET …/send-tilbage`
pub(crate) async fn return_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &RETURN).await?;
    Ok(shown(&inside, &RETURN, &element, &[], &Typed::default()))
}

/// `POST …/send-tilbage`
pub(crate) async fn send_back(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &RETURN).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let note = reader.prose("note");
    if !reader.faults.is_empty() {
        return Ok(faulty(&inside, &RETURN, &element, &[], &typed, reader.faults));
    }
    let outcome = deed!(inside, desk => cases::return_element(&mut desk, element.id, typed.version(), note));
    ended(&inside, &RETURN, &element, &[], &typed, outcome).await
}

fn adopt_fields(inside: &Inside, make: &Fields<'_>, bodies: &[UnitInLine], _: &Element) -> Vec<Field> {
    decision::fields(inside, make, bodies)
}

/// `GET …/vedtag`
pub(crate) async fn adopt_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &ADOPT).await?;
    let bodies = decision::bodies(&mut inside, &element).await?;
    let typed = decision::begun(Typed::default(), &inside, &bodies);
    Ok(shown(&inside, &ADOPT, &element, &bodies, &typed))
}

/// `POST …/vedtag`
pub(crate) async fn adopt(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &ADOPT).await?;
    let bodies = decision::bodies(&mut inside, &element).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let given = decision::read(&mut reader, &bodies);
    let faults = reader.faults;
    let (Some(given), true) = (given, faults.is_empty()) else {
        return Ok(faulty(&inside, &ADOPT, &element, &bodies, &typed, faults));
    };
    let outcome = deed!(inside, desk => cases::adopt_element(&mut desk, element.id, typed.version(), given));
    ended(&inside, &ADOPT, &element, &bodies, &typed, outcome).await
}

fn progress_fields(inside: &Inside, make: &Fields<'_>, _: &[UnitInLine], _: &Element) -> Vec<Field> {
    let mut choices = make.choices("progress", "progress", Progress::ALL.iter().map(|p| p.as_str()));
    for choice in &mut choices {
        choice.label = crate::voice::capital(&choice.label);
    }
    vec![
        make.named("progress", "field-progress", Input::Radios(choices)).required(),
        make.named("dropped-because", "field-dropped-because", Input::Area).hint(inside.t().say("chain-dropped-hint")),
    ]
}

/// `GET …/status`
pub(crate) async fn progress_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &PROGRESS).await?;
    let action = element.content.action.clone().unwrap_or_default();
    let typed =
        Typed::default().with("progress", action.progress.as_str()).with("dropped-because", action.dropped_because.as_str());
    Ok(shown(&inside, &PROGRESS, &element, &[], &typed))
}

/// `POST …/status`
pub(crate) async fn set_progress(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &PROGRESS).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let progress = reader.chosen("progress", Progress::parse);
    let because = reader.prose("dropped-because");
    let faults = reader.faults;
    let (Some(progress), true) = (progress, faults.is_empty()) else {
        return Ok(faulty(&inside, &PROGRESS, &element, &[], &typed, faults));
    };
    let outcome = deed!(inside, desk => chain::set_progress(&mut desk, element.id, typed.version(), progress, because));
    ended(&inside, &PROGRESS, &element, &[], &typed, outcome).await
}

fn harvest_fields(inside: &Inside, make: &Fields<'_>, _: &[UnitInLine], element: &Element) -> Vec<Field> {
    let promised = element.content.action.as_ref().map(|a| a.benefit_promised.to_string()).unwrap_or_default();
    let hint = match promised.as_str() {
        "" => inside.t().say("chain-harvest-hint"),
        promised => inside.t().say_with("chain-harvest-promised", &Args::new().text("promised", promised)),
    };
    vec![make.named("benefit-harvested", "field-benefit-harvested", Input::Area).hint(hint).required()]
}

/// `GET …/gevinst`
pub(crate) async fn harvest_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number, &HARVEST).await?;
    let harvested = element.content.action.as_ref().map(|a| a.benefit_harvested.to_string()).unwrap_or_default();
    Ok(shown(&inside, &HARVEST, &element, &[], &Typed::default().with("benefit-harvested", harvested)))
}

/// `POST …/gevinst`
pub(crate) async fn harvest(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number, &HARVEST).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let benefit = reader.prose("benefit-harvested");
    if !reader.faults.is_empty() {
        return Ok(faulty(&inside, &HARVEST, &element, &[], &typed, reader.faults));
    }
    let outcome = deed!(inside, desk => chain::harvest_benefit(&mut desk, element.id, typed.version(), benefit));
    ended(&inside, &HARVEST, &element, &[], &typed, outcome).await
}
