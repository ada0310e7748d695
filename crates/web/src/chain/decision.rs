//! The fields in which a decision is given: who decided, when, in which case, and what.

use pejl_app::chain::{self, DecisionGiven};
use pejl_app::shown::UnitInLine;
use pejl_domain::chain::Element;
use pejl_domain::models::Noun;
use pejl_kernel::UnitId;

use crate::chain::field::{Field, Fields, Input};
use crate::chain::loading::about_noun;
use crate::ending::Stop;
use crate::forms::{Choice, Reader, Typed};
use crate::inside::Inside;

/// The bodies that could decide over an element. None where it needs no adoption.
pub(crate) async fn bodies(inside: &mut Inside, element: &Element) -> Result<Vec<UnitInLine>, Stop> {
    Ok(chain::adopting_bodies(&mut inside.tx, &inside.visit.sight, &inside.visit.place, element).await?)
}

/// Filled in beforehand where only one body can decide, and with the meeting day most often meant: today.
pub(crate) fn begun(typed: Typed, inside: &Inside, bodies: &[UnitInLine]) -> Typed {
    let body = match bodies {
        [only] => format!("E-{}", only.serial),
        _ => String::new(),
    };
    typed.with("body", body).with("on", inside.t().date_short(inside.visit.actor.on))
}

/// The fields.
pub(crate) fn fields(inside: &Inside, make: &Fields<'_>, bodies: &[UnitInLine]) -> Vec<Field> {
    let t = inside.t();
    let chosen = make.typed.get("body");
    let mut choices = vec![Choice::new("", t.say("chain-choose-body"), chosen.is_empty())];
    choices.extend(bodies.iter().map(|unit| {
        let number = format!("E-{}", unit.serial);
        let is_chosen = number == chosen;
        Choice::new(number, unit.name.clone(), is_chosen)
    }));
    vec![
        make.named("body", "chain-decision-body", Input::Select(choices)).required(),
        make.named("on", "chain-decision-on", Input::Date).required(),
        make.named("case", "chain-decision-case", Input::Short).hint(t.say("chain-decision-case-hint")).required(),
        make.labelled("decided", about_noun(inside, "chain-decision-text", Noun::Decision), Input::Area)
            .hint(t.say("chain-decision-text-hint")),
    ]
}

/// Reads a decision; `None` where a field has a fault.
pub(crate) fn read(reader: &mut Reader<'_>, bodies: &[UnitInLine]) -> Option<DecisionGiven> {
    let body = reader.chosen("body", |number| body_of(bodies, number));
    let on = reader.date("on");
    let case_number = reader.line("case");
    let text = reader.prose("decided");
    Some(DecisionGiven { body: body?, on: on?, case_number: case_number?, text })
}

/// Reads a decision that may be left out: only where something of it was written.
pub(crate) fn maybe_read(reader: &mut Reader<'_>, typed: &Typed, bodies: &[UnitInLine]) -> Option<DecisionGiven> {
    let is_given = ["body", "case", "decided"].iter().any(|name| !typed.get(name).trim().is_empty());
    if is_given { read(reader, bodies) } else { None }
}

fn body_of(bodies: &[UnitInLine], number: &str) -> Option<UnitId> {
    let serial = number.strip_prefix("E-")?.parse::<i64>().ok()?;
    bodies.iter().find(|unit| unit.serial == serial).map(|unit| unit.id)
}
