//! Putting elements under each other, and value markers and sources beside them.

use pejl_domain::chain::lines::path_between;
use pejl_domain::chain::{Element, ties};
use pejl_kernel::ElementId;
use pejl_policy::{Action, Permit};
use pejl_store::{chain, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::take_up;

/// Puts an element under another. Doing what is done already changes nothing.
///
/// # Errors
/// Not found (either of them), denied, refused by [`ties::may_tie`] or because it would close a circle, or a fault.
pub async fn tie_element(desk: &mut Desk, child: ElementId, parent: ElementId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let (child, facts) = take_up(desk, child).await?;
    let permit = desk.ask(Action::TieElement, &facts)?;
    put_under(desk, &permit, &child, parent).await
}

/// Takes an element from under another. Doing what is done already changes nothing.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn untie_element(desk: &mut Desk, child: ElementId, parent: ElementId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (child, facts) = take_up(desk, child).await?;
    let parent = chain::element_seen(&mut desk.tx, &desk.sight, parent).await?;
    let permit = desk.ask(Action::TieElement, &facts)?;
    if !chain::is_tied(&mut desk.tx, municipality, child.id, parent.id).await? {
        return Ok(());
    }
    let event = ties::untied(&model, &child, &parent);
    chain::untie(&mut desk.tx, &permit, desk.at, child.id, parent.id, &event).await?;
    desk.tell(event);
    Ok(())
}

/// Lets an element observe a value marker, or point to a source. Doing what is done already changes nothing.
///
/// # Errors
/// Not found (either of them), denied, refused by [`ties::may_mark`], or a fault.
pub async fn accompany_element(desk: &mut Desk, element: ElementId, beside: ElementId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, element).await?;
    let permit = desk.ask(Action::TieElement, &facts)?;
    put_beside(desk, &permit, &element, beside).await
}

/// The element no longer observes the value marker, or points to the source. Doing what is done already changes nothing.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn part_element(desk: &mut Desk, element: ElementId, beside: ElementId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (element, facts) = take_up(desk, element).await?;
    let beside = chain::element_seen(&mut desk.tx, &desk.sight, beside).await?;
    let permit = desk.ask(Action::TieElement, &facts)?;
    if !chain::is_accompanied(&mut desk.tx, municipality, element.id, beside.id).await? {
        return Ok(());
    }
    let event = ties::unmarked(&model, &element, &beside);
    chain::part(&mut desk.tx, &permit, desk.at, element.id, beside.id, &event).await?;
    desk.tell(event);
    Ok(())
}

/// Puts an element that is being tied or drafted under another, seen by whoever does it. The caller has queued to write: else
/// two could close a circle together that neither closes alone.
pub(crate) async fn put_under(desk: &mut Desk, permit: &Permit, child: &Element, parent: ElementId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let parent = chain::element_seen(&mut desk.tx, &desk.sight, parent).await?;
    if chain::is_tied(&mut desk.tx, municipality, child.id, parent.id).await? {
        return Ok(());
    }
    ties::may_tie(&model, child, &parent)?;
    ties::closes_circle(&model, child, &way_up(desk, parent.id, child.id).await?)?;
    let event = ties::tied(&model, child, &parent);
    chain::tie(&mut desk.tx, permit, desk.at, child.id, parent.id, &event).await?;
    desk.tell(event);
    Ok(())
}

/// The numbers on the way from one element up to another, both included; empty where none leads there.
async fn way_up(desk: &mut Desk, from: ElementId, to: ElementId) -> Result<Vec<String>, Ending> {
    let municipality = desk.municipality();
    let edges = chain::edges_above(&mut desk.tx, municipality, from).await?;
    let Some(path) = path_between(&edges, from, to) else { return Ok(Vec::new()) };
    let numbers = chain::numbers_above(&mut desk.tx, municipality, from).await?;
    let number = |id: &ElementId| numbers.iter().find(|(other, _)| other == id).map(|(_, number)| number.to_string());
    Ok(path.iter().filter_map(number).collect())
}

/// Puts a value marker or a source beside an element that is being tied or drafted.
pub(crate) async fn put_beside(desk: &mut Desk, permit: &Permit, element: &Element, beside: ElementId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let beside = chain::element_seen(&mut desk.tx, &desk.sight, beside).await?;
    if chain::is_accompanied(&mut desk.tx, municipality, element.id, beside.id).await? {
        return Ok(());
    }
    ties::may_mark(&model, element, &beside)?;
    let event = ties::marked(&model, element, &beside);
    chain::accompany(&mut desk.tx, permit, desk.at, element.id, beside.id, &event).await?;
    desk.tell(event);
    Ok(())
}
