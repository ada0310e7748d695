//! What the organisation's pages show.

use pejl_domain::orgs::{Person, Unit};
use pejl_kernel::{PersonId, PositionId, Span};
use pejl_policy::Sight;
use pejl_store::audit::{self, Line};
use pejl_store::orgs::{self, Holding, PersonFilter, PersonRow, UnitFilter, UnitInLine, UnitRow};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;

/// A unit with all that stands around it.
pub struct UnitPage {
    /// The unit.
    pub unit: Unit,
    /// The unit and those above it, nearest first.
    pub line: Vec<UnitInLine>,
    /// The open units right below.
    pub below: Vec<UnitRow>,
    /// Its positions.
    pub positions: Vec<Holding>,
    /// Who stands in, by position.
    pub stand_ins: Vec<(PositionId, String, Span)>,
    /// The unit that carries on its work, where it is closed.
    pub successor: Option<Unit>,
    /// Its history, newest first.
    pub history: Vec<Line>,
}

/// A unit's page, by the number people say.
///
/// # Errors
/// Not found, or a fault.
pub async fn unit_page(tx: &mut Tx, sight: &Sight, serial: i64) -> Result<UnitPage, Ending> {
    let unit = orgs::unit_by_serial(tx, sight, serial).await?;
    let successor = match unit.successor {
        Some(id) => Some(orgs::unit(tx, sight.municipality(), id).await?),
        None => None,
    };
    Ok(UnitPage {
        line: orgs::line(tx, sight.municipality(), unit.id).await?,
        below: orgs::children(tx, sight, unit.id).await?,
        positions: orgs::positions_of_unit(tx, sight, unit.id).await?,
        stand_ins: orgs::stand_ins(tx, sight, unit.id).await?,
        history: audit::history(tx, sight, unit.id.0, 50).await?,
        successor,
        unit,
    })
}

/// What positions are called today, each with its unit. Those that are not there are left out.
///
/// # Errors
/// A fault of the database.
pub async fn position_titles(tx: &mut Tx, sight: &Sight, ids: &[PositionId]) -> Result<Vec<(PositionId, String)>, Fault> {
    orgs::position_titles(tx, sight, ids).await
}

/// A list of units.
///
/// # Errors
/// A fault of the database.
pub async fn units(tx: &mut Tx, sight: &Sight, filter: &UnitFilter) -> Result<Vec<UnitRow>, Fault> {
    orgs::list_units(tx, sight, filter).await
}

/// Every open unit, for a choice in a form.
///
/// # Errors
/// A fault of the database.
pub async fn unit_options(tx: &mut Tx, sight: &Sight) -> Result<Vec<UnitInLine>, Fault> {
    orgs::unit_options(tx, sight).await
}

/// A list of people.
///
/// # Errors
/// A fault of the database.
pub async fn people(tx: &mut Tx, sight: &Sight, filter: &PersonFilter) -> Result<Vec<PersonRow>, Fault> {
    orgs::list_people(tx, sight, filter).await
}

/// A person with the positions held now and before.
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// The positions.
    pub positions: Vec<Holding>,
    /// The history, newest first.
    pub history: Vec<Line>,
}

/// A person's page.
///
/// # Errors
/// Not found, or a fault.
pub async fn person_page(tx: &mut Tx, sight: &Sight, id: PersonId) -> Result<PersonPage, Ending> {
    Ok(PersonPage {
        person: orgs::person(tx, sight.municipality(), id).await?,
        positions: orgs::positions_of_person(tx, sight, id).await?,
        history: audit::history(tx, sight, id.0, 50).await?,
    })
}

/// A position with its holder, the units it stands in, and who stands in.
pub struct PositionPage {
    /// The position, with its unit and its holder.
    pub holding: Holding,
    /// Its unit and those above it, nearest first.
    pub line: Vec<UnitInLine>,
    /// Who stands in, now or later: name and when.
    pub stand_ins: Vec<(String, Span)>,
}

/// A position's page.
///
/// # Errors
/// Not found, or a fault.
pub async fn position_page(tx: &mut Tx, sight: &Sight, id: PositionId) -> Result<PositionPage, Ending> {
    let unit = orgs::position(tx, sight.municipality(), id).await?.content.unit;
    let holdings = orgs::positions_of_unit(tx, sight, unit).await?;
    let stand_ins = orgs::stand_ins(tx, sight, unit).await?;
    Ok(PositionPage {
        holding: holdings.into_iter().find(|h| h.id == id).ok_or(Ending::NotFound)?,
        line: orgs::line(tx, sight.municipality(), unit).await?,
        stand_ins: stand_ins.into_iter().filter(|(p, ..)| *p == id).map(|(_, name, span)| (name, span)).collect(),
    })
}
