//! Which way a chosen objective takes: into a policy that is asked for, or as a goal at once.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::seminars::{self, SeminarPage};
use pejl_domain::seminars::{GoalWanted, Proposal, Route, RouteName, goal_spec, has_route};

use super::loading::{changed_meanwhile, form_about, href_of, kept_seminar, place_of, the_proposal};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::small_form::SmallForm;

type AtOne = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

fn route_form(inside: &Inside, found: &SeminarPage, proposal: &Proposal, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, model, seminar) = (inside.t(), &inside.voice.model, &found.workspace.seminar);
    let make = Fields { t, typed, faults };
    let routes = RouteName::ALL.iter().filter(|route| has_route(model, **route)).map(|route| {
        let chosen = typed.get("route") == route.as_str();
        Choice {
            hint: t.say(&format!("seminars-route-{}-hint", route.as_str())),
            ..Choice::new(route.as_str(), t.say(&format!("seminars-route-{}", route.as_str())), chosen)
        }
    });
    let mut fields = vec![make.named("route", "seminars-field-route", Input::Radios(routes.collect())).required()];
    if has_route(model, RouteName::Goal) {
        let units = found.units.iter().filter(|unit| goal_spec(model, &unit.level).is_some()).map(|unit| {
            let number = format!("E-{}", unit.serial);
            let chosen = typed.get("goal-unit") == number;
            Choice::new(number, unit.name.clone(), chosen)
        });
        let units = std::iter::once(Choice::new("", t.say("common-choose"), false)).chain(units).collect();
        fields.extend([
            make.named("goal-title", "seminars-field-goal-title", Input::Line).hint(t.say("seminars-field-goal-title-hint")),
            make.named("goal-text", "seminars-field-goal-text", Input::Area),
            make.named("goal-unit", "seminars-field-goal-unit", Input::Select(units)).hint(t.say("seminars-field-goal-unit-hint")),
        ]);
    }
    SmallForm {
        lead: t.say("seminars-route-lead"),
        version: proposal.version,
        back: place_of(inside, seminar, proposal),
        ..form_about(inside, seminar.year, proposal.content.title.to_string(), fields, faults)
    }
}

/// `GET …/forslag/{serial}/vej`
pub(crate) async fn route_page(mut inside: Inside, Path((_, year, serial)): AtOne) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let mut typed = Typed::default().with("route", proposal.route.as_ref().map_or("", |route| route.name().as_str()));
    match proposal.route.as_ref().and_then(Route::goal) {
        Some(goal) => {
            let unit = found.unit(goal.unit).map(|unit| format!("E-{}", unit.serial));
            typed = typed.with("goal-title", goal.title.as_str()).with("goal-text", goal.text.as_str());
            typed = typed.with("goal-unit", unit.unwrap_or_default());
        }
        None => {
            // Where only the body itself can write such a goal, that needs no choosing.
            let body =
                found.unit(found.workspace.seminar.body).filter(|body| goal_spec(&inside.voice.model, &body.level).is_some());
            typed = typed.with("goal-unit", body.map(|body| format!("E-{}", body.serial)).unwrap_or_default());
        }
    }
    Ok(route_form(&inside, &found, proposal, &typed, &Faults::default()).show())
}

/// `POST …/forslag/{serial}/vej`. By route A the next thing is to say who is asked, so that page follows where nobody is yet.
pub(crate) async fn route(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let route = reader.chosen("route", RouteName::parse).and_then(|name| match name {
        RouteName::Policy => Some(Route::Policy),
        RouteName::Goal => {
            let unit = |text: &str| unit_serial(text).and_then(|serial| found.units.iter().find(|unit| unit.serial == serial));
            let (title, text, unit) = (reader.line("goal-title"), reader.prose("goal-text"), reader.chosen("goal-unit", unit));
            Some(Route::Goal(GoalWanted { unit: unit?.id, title: title?, text }))
        }
    });
    let faults = reader.faults;
    let Some(route) = route.filter(|_| faults.is_empty()) else {
        return Ok(route_form(&inside, &found, proposal, &typed, &faults).show());
    };
    let (seminar, id, name) = (&found.workspace.seminar, proposal.id, route.name());
    match deed!(inside, desk => seminars::route_proposal(&mut desk, seminar.id, id, typed.version(), route)) {
        Ok(routed) => {
            let word = routed.sentence(seminar, &inside.voice.model, &format!("seminars-route-{}-done", name.as_str()));
            let is_asked = found.workspace.commissions_of(id).next().is_some();
            let next = match name {
                RouteName::Policy if !is_asked => href_of(&inside, seminar, &format!("/bestilling/ny?forslag={}", routed.serial)),
                RouteName::Policy | RouteName::Goal => place_of(&inside, seminar, &routed),
            };
            Ok(inside.done(&word, &next).await)
        }
        Err(Ending::Refused(refused)) => {
            Ok(route_form(&inside, &found, proposal, &typed, &beside_fields(inside.reasons(&refused))).show())
        }
        Err(Ending::Conflict) => {
            let form = route_form(&inside, &found, proposal, &typed, &Faults::default());
            Ok(changed_meanwhile(&inside, form, Vec::new()).show())
        }
        Err(ending) => Err(ending.into()),
    }
}
