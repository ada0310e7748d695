//! What an element's own people do: draft, edit, propose, put in force what needs no adoption, say how it goes, hand over.

use pejl_domain::chain::{Content, Element, Progress, Verb};
use pejl_domain::models::Key;
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{ElementId, Prose, UnitId};
use pejl_policy::Action;
use pejl_store::{chain, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{action_for, save, take_up, unchanged};
use super::ties::{put_beside, put_under};

/// What somebody starts an element with.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which of the model's elements it is.
    pub spec: Key,
    /// The unit that owns it.
    pub owner: UnitId,
    /// The year of its number.
    pub year: i16,
    /// What it says.
    pub content: Content,
    /// What it is put under from the start.
    pub under: Vec<ElementId>,
    /// The value markers and sources put beside it from the start.
    pub beside: Vec<ElementId>,
}

/// Drafts an element in a unit. What it is put under and beside from the start is part of the draft: whoever may draft it may
/// say where it belongs.
///
/// # Errors
/// Not found (the unit, the spec, or what it is put under), denied, refused where the unit is closed, by [`Element::draft`]
/// or by the rules of ties, or a fault.
pub async fn draft_element(desk: &mut Desk, draft: Draft) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let spec = model.element(&draft.spec).ok_or(Ending::NotFound)?;
    let owner = orgs::unit(&mut desk.tx, municipality, draft.owner).await?;
    let facts = desk.facts_of(owner.id).await?;

    let permit = desk.ask(Action::DraftElement, &facts)?;

    if !owner.is_open(desk.today()) {
        let sentence = Sentence::new("refused-owner-closed").text("unit", owner.content.name.as_str());
        return Err(Refused::at("owner", sentence).into());
    }
    let id = ElementId::new(desk.mint());
    let number = chain::next_element_number(&mut desk.tx, municipality, spec.kind, draft.year).await?;
    let (element, event) = Element::draft(id, number, spec, owner.id, owner.content.level, draft.content)?;

    let element = save(desk, &permit, element, event).await?;
    for parent in draft.under {
        put_under(desk, &permit, &element, parent).await?;
    }
    for beside in draft.beside {
        put_beside(desk, &permit, &element, beside).await?;
    }
    Ok(element)
}

/// Changes what is written, before it is in force. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::edit`], or a fault.
pub async fn edit_element(desk: &mut Desk, id: ElementId, version: i64, content: Content) -> Result<Element, Ending> {
    let model = desk.model();
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(Action::DraftElement, &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.edit(&model, content)?;
    save(desk, &permit, element, event).await
}

/// Puts an element before the body that adopts it.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::propose`], or a fault.
pub async fn propose_element(desk: &mut Desk, id: ElementId, version: i64) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(Action::ProposeElement, &facts)?;
    unchanged(&element, version)?;
    let tied = chain::tied_facts(&mut desk.tx, municipality, id).await?;
    let (element, event) = element.propose(&model, &tied)?;
    save(desk, &permit, element, event).await
}

/// Puts what needs no adoption in force: its first edition.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::put_in_force`], or a fault.
pub async fn put_in_force(desk: &mut Desk, id: ElementId, version: i64) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(Action::RunElement, &facts)?;
    unchanged(&element, version)?;
    let tied = chain::tied_facts(&mut desk.tx, municipality, id).await?;
    let (element, event) = element.put_in_force(&model, &tied)?;
    let element = save(desk, &permit, element, event).await?;
    chain::save_edition(&mut desk.tx, &permit, desk.at, &element, &Prose::default()).await?;
    Ok(element)
}

/// Says how far an action has come; `because` is read where it is dropped.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::set_progress`], or a fault.
pub async fn set_progress(
    desk: &mut Desk,
    id: ElementId,
    version: i64,
    progress: Progress,
    because: Prose,
) -> Result<Element, Ending> {
    let model = desk.model();
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(action_for(Verb::Track, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.set_progress(&model, progress, because)?;
    save(desk, &permit, element, event).await
}

/// Records what an action gave, beside what was promised (T7).
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Element::harvest`], or a fault.
pub async fn harvest_benefit(desk: &mut Desk, id: ElementId, version: i64, benefit: Prose) -> Result<Element, Ending> {
    let model = desk.model();
    let (element, facts) = take_up(desk, id).await?;
    let permit = desk.ask(action_for(Verb::Track, &element, &model), &facts)?;
    unchanged(&element, version)?;
    let (element, event) = element.harvest(&model, benefit)?;
    save(desk, &permit, element, event).await
}

/// Hands everything that is being worked on or in force in a unit to another, as when the unit closes; says how many. Whoever
/// does it may do it in both units, so that nobody gives work to somebody else's unit.
///
/// # Errors
/// Not found, denied, refused where the receiving unit is closed or the model has no such element at its level, or a fault.
pub async fn hand_over_elements(desk: &mut Desk, from: UnitId, to: UnitId) -> Result<usize, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let giver = orgs::unit(&mut desk.tx, municipality, from).await?;
    let receiver = orgs::unit(&mut desk.tx, municipality, to).await?;
    let elements = chain::live_elements_of_unit(&mut desk.tx, municipality, giver.id).await?;
    let (of_giver, of_receiver) = (desk.facts_of(giver.id).await?, desk.facts_of(receiver.id).await?);

    let permit = desk.ask(Action::HandOverElement, &of_giver)?;
    let _also_there = desk.ask(Action::HandOverElement, &of_receiver)?;

    let name = receiver.content.name.as_str();
    if !receiver.is_open(desk.today()) {
        return Err(Refused::at("to", Sentence::new("refused-owner-closed").text("unit", name)).into());
    }
    let mut reasons = Vec::new();
    let mut handed = Vec::with_capacity(elements.len());
    for element in elements {
        match element.hand_over(&model, receiver.id, name, receiver.content.level.clone()) {
            Ok(done) => handed.push(done),
            Err(refused) => reasons.extend(refused.reasons),
        }
    }
    Refused::unless_none(reasons)?;

    let count = handed.len();
    for (element, event) in handed {
        save(desk, &permit, element, event).await?;
    }
    Ok(count)
}
