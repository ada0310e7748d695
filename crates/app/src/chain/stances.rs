//! Putting a goal before units, and what they answer.

use pejl_domain::chain::Stance;
use pejl_kernel::{ElementId, Prose, StanceId, UnitId};
use pejl_policy::Action;
use pejl_store::{chain, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::take_up;

/// What a unit answers to a goal put before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StanceAnswer {
    /// It works on it.
    TakenUp,
    /// Not relevant there, because of this.
    Declined(Prose),
}

/// Puts a goal in force before a unit, or asks it anew where it has answered.
///
/// # Errors
/// Not found, denied, refused by [`Stance::ask`] or [`Stance::ask_again`], in conflict, or a fault.
pub async fn ask_stance(desk: &mut Desk, element: ElementId, unit: UnitId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let (goal, facts) = take_up(desk, element).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    let name = unit.content.name.as_str();
    let permit = desk.ask(Action::AskStance, &facts)?;
    let (stance, event) = match chain::stance_of(&mut desk.tx, municipality, goal.id, unit.id).await? {
        Some(stance) => stance.ask_again(&model, &goal, name)?,
        None => Stance::ask(&model, StanceId::new(desk.mint()), &goal, unit.id, name)?,
    };
    chain::save_stance(&mut desk.tx, &permit, desk.at, &stance, &event).await?;
    desk.tell(event);
    Ok(())
}

/// Answers a goal for a unit it was put before. The unit's own leader answers, or a leader above it.
///
/// # Errors
/// Not found (also where the goal was never put before the unit), denied, refused by [`Stance::take_up`] or
/// [`Stance::decline`], in conflict, or a fault.
pub async fn answer_stance(desk: &mut Desk, element: ElementId, unit: UnitId, answer: StanceAnswer) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let (goal, _) = take_up(desk, element).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    let name = unit.content.name.as_str();
    let stance = chain::stance_of(&mut desk.tx, municipality, goal.id, unit.id).await?.ok_or(Ending::NotFound)?;
    let facts = desk.facts_of(unit.id).await?;
    let permit = desk.ask(Action::AnswerStance, &facts)?;
    let (stance, event) = match answer {
        StanceAnswer::TakenUp => stance.take_up(&model, &goal, name, desk.today())?,
        StanceAnswer::Declined(reason) => stance.decline(&model, &goal, name, reason, desk.today())?,
    };
    chain::save_stance(&mut desk.tx, &permit, desk.at, &stance, &event).await?;
    desk.tell(event);
    Ok(())
}
