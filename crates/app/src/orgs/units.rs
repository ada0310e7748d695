//! Setting up, changing and closing units.

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_domain::orgs::{Closing, Unit, UnitContent};
use pejl_kernel::UnitId;
use pejl_policy::{Action, Facts};
use pejl_store::orgs;

use crate::desk::Desk;
use crate::ending::Ending;

/// The level of the unit above; refused later by the rule where it does not fit.
async fn level_above(desk: &mut Desk, parent: Option<UnitId>) -> Result<Option<Key>, Ending> {
    let Some(parent) = parent else { return Ok(None) };
    let municipality = desk.municipality();
    let above = orgs::unit(&mut desk.tx, municipality, parent).await?;
    Ok(Some(above.content.level))
}

/// Sets up a unit.
///
/// # Errors
/// Denied, refused by [`Unit::establish`], or a fault.
pub async fn establish_unit(desk: &mut Desk, foreign_id: Option<String>, content: UnitContent) -> Result<Unit, Ending> {
    let parent_level = level_above(desk, content.parent).await?;
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let (id, municipality) = (UnitId::new(desk.mint()), desk.municipality());
    let serial = pejl_store::next_number(&mut desk.tx, municipality, "unit").await?;
    let (unit, event) = Unit::establish(id, serial, foreign_id, content, &desk.model(), parent_level.as_ref())?;
    orgs::save_unit(&mut desk.tx, &permit, desk.at, &unit, &event).await?;
    desk.tell(event);
    Ok(unit)
}

/// Changes what is written about a unit. `version` is the one its form was opened on.
///
/// # Errors
/// Not found, denied, refused by [`Unit::edit`] or [`Unit::keeps_below`], in conflict, or a fault.
pub async fn edit_unit(desk: &mut Desk, id: UnitId, version: i64, content: UnitContent) -> Result<Unit, Ending> {
    let municipality = desk.municipality();
    let unit = orgs::unit(&mut desk.tx, municipality, id).await?;
    let parent_level = level_above(desk, content.parent).await?;
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    if unit.content.level != content.level {
        let below = orgs::levels_below(&mut desk.tx, municipality, id).await?;
        Unit::keeps_below(&desk.model(), &content.level, &below)?;
    }
    let (mut unit, event) = unit.edit(content, &desk.model(), parent_level.as_ref())?;
    unit.version = version;
    orgs::save_unit(&mut desk.tx, &permit, desk.at, &unit, &event).await?;
    desk.tell(event);
    Ok(unit)
}

/// Closes a unit on a day, with the unit that carries on its work where one does.
///
/// # Errors
/// Not found, denied, refused by [`Unit::close`], in conflict, or a fault.
pub async fn close_unit(desk: &mut Desk, id: UnitId, version: i64, on: Date, successor: Option<UnitId>) -> Result<Unit, Ending> {
    let municipality = desk.municipality();
    let unit = orgs::unit(&mut desk.tx, municipality, id).await?;
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let open_units_below = orgs::open_units_below(&mut desk.tx, municipality, id, on).await?;
    let (mut unit, event) = unit.close(Closing { on, successor, open_units_below })?;
    unit.version = version;
    orgs::save_unit(&mut desk.tx, &permit, desk.at, &unit, &event).await?;
    desk.tell(event);
    Ok(unit)
}
