//! How a deed takes an element up, and puts it down: loaded by sight, with what the question who may rests on.

use pejl_domain::Event;
use pejl_domain::chain::{Element, State, StateName, Verb};
use pejl_domain::models::Model;
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::{Action, Actor, Facts, Permit, Sight, decide};
use pejl_store::{Fault, Tx, chain, orgs};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::Place;

use super::reads::adopting_bodies;

/// Loads an element that the actor sees, with what the decision about it rests on.
pub(crate) async fn take_up(desk: &mut Desk, id: ElementId) -> Result<(Element, Facts), Ending> {
    let element = chain::element_seen(&mut desk.tx, &desk.sight, id).await?;
    let facts = facts_of_element(&mut desk.tx, &desk.sight, &desk.place, &element).await?;
    Ok((element, facts))
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(crate) fn unchanged(element: &Element, version: i64) -> Result<(), Ending> {
    if element.version == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// Saves an element and tells what happened to it; gives it back with the version it now has.
pub(crate) async fn save(desk: &mut Desk, permit: &Permit, mut element: Element, event: Event) -> Result<Element, Ending> {
    chain::save_element(&mut desk.tx, permit, desk.at, &element, &event).await?;
    element.version += 1;
    desk.tell(event);
    Ok(element)
}

/// What a decision about an element rests on: its owner's line, and the bodies that could adopt it.
///
/// # Errors
/// A fault of the database.
pub async fn facts_of_element(tx: &mut Tx, sight: &Sight, place: &Place, element: &Element) -> Result<Facts, Fault> {
    let mut facts = facts_of_unit(tx, sight, element.owner).await?;
    let bodies = adopting_bodies(tx, sight, place, element).await?;
    facts.bodies = bodies.into_iter().map(|unit| unit.id).collect();
    Ok(facts)
}

/// What a decision about something of a unit's rests on: the unit's line.
///
/// # Errors
/// A fault of the database.
pub async fn facts_of_unit(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Facts, Fault> {
    let line = orgs::line(tx, sight.municipality(), unit).await?;
    Ok(Facts { line: line.into_iter().map(|u| u.id).collect(), ..Facts::default() })
}

/// Whether an actor may do something: for showing a button, or leaving it out. The deed asks again.
pub fn may(actor: &Actor, action: Action, facts: &Facts) -> bool {
    decide(actor, action, facts).is_ok()
}

/// What doing this to an element asks leave for. What a body has adopted, a body changes and ends; what its unit has put in
/// force itself, its unit does.
pub fn action_for(verb: Verb, element: &Element, model: &Model) -> Action {
    let adopted_by_a_body = model.spec(element.kind, &element.level).is_none_or(|spec| spec.adopts.is_some());
    let in_force = if adopted_by_a_body { Action::AdoptElement } else { Action::RunElement };
    match verb {
        Verb::Edit => Action::DraftElement,
        Verb::Propose => Action::ProposeElement,
        Verb::Return => Action::ReturnElement,
        Verb::Adopt => Action::AdoptElement,
        Verb::PutInForce | Verb::Track => Action::RunElement,
        Verb::HandOver => Action::HandOverElement,
        Verb::Revise | Verb::Supersede | Verb::Close => in_force,
        Verb::Withdraw => match element.state.name() {
            StateName::Adopted => in_force,
            StateName::Draft
            | StateName::Proposed
            | StateName::Returned
            | StateName::Closed
            | StateName::Withdrawn
            | StateName::Superseded => Action::WithdrawElement,
        },
    }
}

/// What this actor can do to an element now: open by its state and model, and theirs to do.
pub fn open_verbs(actor: &Actor, model: &Model, element: &Element, facts: &Facts) -> Vec<Verb> {
    let mut verbs = element.open_verbs(model);
    verbs.retain(|verb| may(actor, action_for(*verb, element, model), facts));
    verbs
}

/// Whether an element is in force.
pub(super) fn is_in_force(element: &Element) -> bool {
    element.state == State::Adopted
}
