//! What a body decides about an element, and how an element ends.

use jiff::civil::Date;
use pejl_domain::chain::{Content, Decision, Element, Outcome, Verb};
use pejl_domain::models::Model;
use pejl_domain::{Event, Refused};
use pejl_kernel::{DecisionId, ElementId, Line, Prose, UnitId};
use pejl_policy::{Action, Facts, Permit};
use pejl_store::{chain, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{action_for, is_in_force, save, take_up, unchanged};

/// A decision as somebody gives it when they record what it did to an element. The same decision given twice (body, day, case
/// and words alike) is one decision: a meeting adopts many elements at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecisionGiven {
    /// The unit that decided.
    pub body: UnitId,
    /// The day of the meeting.
    pub on: Date,
    /// The case number in the municipality's case system.
    pub case_number: Line<60>,
    /// What was decided, and as which item where it matters.
    pub text: Prose,
}

/// A decision weighed, not yet saved; without an event where it was recorded before.
pub(crate) struct Weighed {
    pub(crate) decision: Decision,
    event: Option<Event>,
}

/// Whether what was given is a decision, made by a body that decides over this element.
async fn weighed(desk: &mut Desk, element: &Element, facts: &Facts, given: DecisionGiven) -> Result<Weighed, Ending> {
    let (decision, body) = made(desk, given).await?;
    made_by_its_body(&desk.model(), element, facts, &decision, &body)?;
    weigh(desk, decision, &body).await
}

/// The decision that was given, and the name of the body that made it.
pub(crate) async fn made(desk: &mut Desk, given: DecisionGiven) -> Result<(Decision, String), Ending> {
    let municipality = desk.municipality();
    let body = orgs::unit(&mut desk.tx, municipality, given.body).await?;
    let decision = Decision {
        id: DecisionId::new(desk.mint()),
        body: body.id,
        level: body.content.level.clone(),
        on: given.on,
        case_number: given.case_number,
        text: given.text,
    };
    Ok((decision, body.content.name.to_string()))
}

/// Whether the body decides over this element. Another level is refused by the element itself, in words that name the level.
pub(crate) fn made_by_its_body(
    model: &Model,
    element: &Element,
    facts: &Facts,
    decision: &Decision,
    body: &str,
) -> Result<(), Refused> {
    if decides_at(model, element, decision) && !facts.bodies.contains(&decision.body) {
        let sentence = element.sentence(model, "refused-decision-by-another-body");
        return Err(Refused::at("decision", sentence.text("unit", body)));
    }
    Ok(())
}

pub(crate) fn decides_at(model: &Model, element: &Element, decision: &Decision) -> bool {
    let spec = model.spec(element.kind, &element.level);
    spec.and_then(|spec| spec.adopts.as_ref()).is_some_and(|level| *level == decision.level)
}

/// Finds the decision where it was recorded before, else says whether it can be.
pub(crate) async fn weigh(desk: &mut Desk, decision: Decision, body: &str) -> Result<Weighed, Ending> {
    let municipality = desk.municipality();
    if let Some(known) = chain::same_decision(&mut desk.tx, municipality, &decision).await? {
        return Ok(Weighed { decision: known.decision, event: None });
    }
    let (decision, event) = decision.record(body, desk.today())?;
    Ok(Weighed { decision, event: Some(event) })
}

/// Saves a decision that was not recorded before.
pub(crate) async fn record(desk: &mut Desk, permit: &Permit, weighed: Weighed) -> Result<(), Ending> {
    if let Some(event) = weighed.event {
        chain::save_decision(&mut desk.tx, permit, desk.at, &weighed.decision, &event).await?;
        desk.tell(event);
    }
    Ok(())
}

/// Sends a proposal back with a note.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::return_to_draft`], or a fault.
pub async fn return_element(desk: &mut Desk, id: ElementId, version: i64, note: Prose) -> Result<Element, Ending> {
    let model = desk.model();
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(Action::ReturnElement, &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.return_to_draft(&model, note)?;
    save(desk, &permit, element, event).await
}

/// Records that the body adopted it (K1): the decision, and the first edition.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Decision::record`], by [`Element::adopt`], or where the body does not decide
/// over it; or a fault.
pub async fn adopt_element(desk: &mut Desk, id: ElementId, version: i64, given: DecisionGiven) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(Action::AdoptElement, &facts)?;
    unchanged(&element, version)?;
    let weighed = weighed(desk, &element, &facts, given).await?;
    let (element, event) = element.adopt(&model, &weighed.decision)?;
    record(desk, &permit, weighed).await?;
    let element = save(desk, &permit, element, event).await?;
    chain::save_edition(&mut desk.tx, &permit, desk.at, &element, &Prose::default()).await?;
    Ok(element)
}

/// Changes what is in force: a new edition with a reason, and with a decision where a body adopted it (H9).
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Decision::record`] or [`Element::revise`], or a fault.
pub async fn revise_element(
    desk: &mut Desk,
    id: ElementId,
    version: i64,
    content: Content,
    reason: Prose,
    given: Option<DecisionGiven>,
) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(action_for(Verb::Revise, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let weighed = match given {
        Some(given) => Some(weighed(desk, &element, &facts, given).await?),
        None => None,
    };
    let tied = chain::tied_facts(&mut desk.tx, municipality, id).await?;
    let (element, event) = element.revise(&model, content, &reason, weighed.as_ref().map(|w| &w.decision), &tied)?;
    if let Some(weighed) = weighed {
        record(desk, &permit, weighed).await?;
    }
    let element = save(desk, &permit, element, event).await?;
    chain::save_edition(&mut desk.tx, &permit, desk.at, &element, &reason).await?;
    Ok(element)
}

/// Gives an element up. What a body has adopted, that body's people withdraw.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::withdraw`], or a fault.
pub async fn withdraw_element(desk: &mut Desk, id: ElementId, version: i64, note: Prose) -> Result<Element, Ending> {
    let model = desk.model();
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(action_for(Verb::Withdraw, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.withdraw(&model, note)?;
    save(desk, &permit, element, event).await
}

/// Lets another element, in force, take its place.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::supersede`], or a fault.
pub async fn supersede_element(desk: &mut Desk, id: ElementId, version: i64, by: ElementId) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let by = chain::element_seen(&mut desk.tx, &desk.sight, by).await?;
    let permit = desk.ask(action_for(Verb::Supersede, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.supersede(&model, &by)?;
    save(desk, &permit, element, event).await
}

/// Ends an element and says how it went; with the decision where a body closed it.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Decision::record`] or [`Element::close`], or a fault.
pub async fn close_element(
    desk: &mut Desk,
    id: ElementId,
    version: i64,
    outcome: Outcome,
    note: Prose,
    given: Option<DecisionGiven>,
) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(action_for(Verb::Close, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let weighed = match given {
        Some(given) if is_in_force(&element) => Some(weighed(desk, &element, &facts, given).await?),
        Some(_) | None => None, // an element that cannot be closed is refused for that, not for its decision
    };
    let (element, event) = element.close(&model, outcome, note, weighed.as_ref().map(|w| &w.decision))?;
    if let Some(weighed) = weighed {
        record(desk, &permit, weighed).await?;
    }
    save(desk, &permit, element, event).await
}
