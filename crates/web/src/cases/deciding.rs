//! What the body decided: recorded once, with what comes in force by it.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases::{self, CasePage, Put, Resolved, What};
use pejl_domain::cases::{Adopts, CaseVerb, Outcome};

use super::form::put_choice;
use super::keeping::done;
use super::loading::{form_about, must, the_page};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;

/// The case, for whoever may decide it, with what it names that still waits.
async fn taken_up(inside: &mut Inside, number: &str) -> Result<(CasePage, Vec<Put>), Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, CaseVerb::Decide)?;
    let model = std::sync::Arc::clone(&inside.voice.model);
    let put = cases::put_by(&mut inside.tx, &inside.visit.sight, &model, &found.case).await?;
    Ok((found, put))
}

fn number_of(put: &Put) -> String {
    match &put.what {
        What::Agreement(row) => row.agreement.number.to_string(),
        What::Element(element, _) => element.number.to_string(),
    }
}

/// A thing with the version the form shows.
fn value_of(put: &Put) -> String {
    format!("{}:{}", number_of(put), put.version)
}

fn form(inside: &Inside, found: &CasePage, put: &[Put], typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let outcomes = make.choices("outcome", "case-outcome", Outcome::ALL.iter().map(|one| one.as_str()));
    let outcomes = outcomes.into_iter().map(|choice| Choice { label: crate::voice::capital(&choice.label), ..choice }).collect();
    let mut fields = vec![
        make.named("on", "chain-decision-on", Input::Date).required(),
        make.named("outcome", "case-outcome", Input::Radios(outcomes)).required(),
        make.named("decided", "case-decided-text", Input::Area).hint(t.say("case-decided-hint")),
    ];
    if !put.is_empty() {
        let choice = |put: &Put| {
            let value = value_of(put);
            let is_chosen = typed.all("adopts").any(|one| one == value);
            Choice { value, chosen: is_chosen, ..put_choice(inside, put, false) }
        };
        let choices = put.iter().map(choice).collect();
        fields.push(make.named("adopts", "case-adopts-now", Input::Boxes(choices)).hint(t.say("case-adopts-now-hint")));
    }
    SmallForm {
        lead: t.a("case-decide-lead", "body", &found.around.body.name),
        beside: recommended(inside, found),
        submit: t.say("case-do-decide"),
        ..form_about(inside, found, t.say("case-do-decide"), fields, faults)
    }
}

/// What was recommended, to be read beside what was decided.
fn recommended(inside: &Inside, found: &CasePage) -> Vec<(String, String)> {
    let t = inside.t();
    let points: Vec<String> =
        found.case.content.recommendation.iter().map(|point| t.a("case-point", "point", point.as_str())).collect();
    if points.is_empty() { Vec::new() } else { vec![(t.say("case-recommendation"), points.join("\n"))] }
}

/// `GET …/beslut`
pub(crate) async fn decide_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let (found, put) = taken_up(&mut inside, &number).await?;
    let (t, today) = (inside.t(), inside.visit.actor.on);
    let on = found.case.content.meeting.filter(|meeting| *meeting <= today).unwrap_or(today);
    let outcome = match found.case.content.kind {
        pejl_domain::cases::CaseKind::Orientation => Outcome::Noted,
        pejl_domain::cases::CaseKind::Discussion | pejl_domain::cases::CaseKind::Decision => Outcome::AsRecommended,
    };
    let said = super::document::papers_voice(&inside).speech.say(match outcome {
        Outcome::Noted => "case-decided-noted",
        Outcome::AsRecommended | Outcome::Changed | Outcome::Rejected => "case-decided-as-recommended",
    });
    let begun = Typed::default().with("on", t.date_short(on)).with("outcome", outcome.as_str()).with("decided", said);
    let typed = put.iter().fold(begun, |typed, put| typed.with("adopts", value_of(put)));
    Ok(form(&inside, &found, &put, &typed, &Faults::default()).show())
}

/// `POST …/beslut`
pub(crate) async fn decide(
    mut inside: Inside,
    Path((_, number)): At,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let (found, put) = taken_up(&mut inside, &number).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let on = reader.date("on");
    let outcome = reader.chosen("outcome", Outcome::parse);
    let text = reader.prose("decided");
    let faults = reader.faults;
    let (Some(on), Some(outcome), true) = (on, outcome, faults.is_empty()) else {
        return Ok(form(&inside, &found, &put, &typed, &faults).show());
    };
    let versioned = |text: &str| {
        let (number, version) = text.rsplit_once(':')?;
        let put = put.iter().find(|put| number_of(put) == number)?;
        Some((put.thing, version.parse().ok()?))
    };
    let adopted: Vec<(Adopts, i64)> = typed.all("adopts").filter_map(versioned).collect();
    let resolved = Resolved { on, outcome, text };
    match deed!(inside, desk => cases::decide_case(&mut desk, found.case.id, typed.version(), resolved, adopted)) {
        Ok(case) => Ok(done(&inside, "case-decided-done", &case).await),
        Err(Ending::Refused(refused)) => {
            let beside = |(field, text): (String, String)| match field.as_str() {
                "on" | "decided" | "outcome" => (field, text),
                _ if put.is_empty() => (String::new(), text),
                _ => ("adopts".to_owned(), text),
            };
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(form(&inside, &found, &put, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = form(&inside, &found, &put, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("case-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
