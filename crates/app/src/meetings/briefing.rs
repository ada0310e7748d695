//! A committee's briefing: begun, drawn anew, written in, sent. Once sent it stands to the byte.

use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::meetings::briefing::{Briefing, Edited};
use pejl_domain::models::BodyKind;
use pejl_domain::orgs::Unit;
use pejl_kernel::{BriefingId, MunicipalityId, UnitId};
use pejl_policy::{Action, Facts, Permit};
use pejl_store::{Fault, Tx, meetings, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::drawing::draw;
use super::taking::{host_facts, stamp, unchanged};

/// What the question who may write a committee's briefing rests on.
///
/// # Errors
/// A fault of the database.
pub async fn briefing_facts(tx: &mut Tx, municipality: MunicipalityId, on: Date, committee: UnitId) -> Result<Facts, Fault> {
    host_facts(tx, municipality, on, &[committee]).await
}

/// A committee, for a deed on its briefing.
async fn take(desk: &mut Desk, committee: UnitId) -> Result<(Unit, Permit), Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, committee).await?;
    let body = model.level(&unit.content.level).map(|level| level.body);
    if !matches!(body, Some(BodyKind::Committee | BodyKind::FinanceCommittee)) {
        return Err(Ending::NotFound);
    }
    let facts = briefing_facts(&mut desk.tx, municipality, today, committee).await?;
    let permit = desk.ask(Action::KeepBriefing, &facts)?;
    Ok((unit, permit))
}

async fn save(desk: &mut Desk, permit: &Permit, mut briefing: Briefing, event: Event) -> Result<Briefing, Ending> {
    let body = briefing.paper.body().map_err(|e| Fault::Corrupt {
        doing: "writing down a briefing",
        found: e.to_string(),
        expected: "a briefing",
    })?;
    meetings::save_briefing(&mut desk.tx, permit, desk.at, &briefing, &body, &event).await?;
    briefing.version += 1;
    desk.tell(event);
    Ok(briefing)
}

/// Begins a briefing: assembled from what is known now. Beginning what is begun gives it back as it stands.
///
/// # Errors
/// Not found (also a unit that is no committee), denied, refused by [`Briefing::begin`], or a fault.
pub async fn begin_briefing(desk: &mut Desk, committee: UnitId, year: i16) -> Result<Briefing, Ending> {
    let municipality = desk.municipality();
    let (unit, permit) = take(desk, committee).await?;
    if let Some(known) = meetings::briefing(&mut desk.tx, municipality, committee, year).await? {
        return Ok(known);
    }
    let paper = draw(&mut desk.tx, &desk.sight, &unit, year, desk.at).await?;
    let (briefing, event) = Briefing::begin(BriefingId::new(desk.mint()), committee, year, paper)?;
    save(desk, &permit, briefing, event).await
}

async fn known(desk: &mut Desk, committee: UnitId, year: i16, version: i64) -> Result<Briefing, Ending> {
    let municipality = desk.municipality();
    let briefing = meetings::briefing(&mut desk.tx, municipality, committee, year).await?.ok_or(Ending::NotFound)?;
    unchanged(briefing.version, version)?;
    Ok(briefing)
}

/// Draws its figures anew; what was written stays.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Briefing::draw`], or a fault.
pub async fn draw_briefing(desk: &mut Desk, committee: UnitId, year: i16, version: i64) -> Result<Briefing, Ending> {
    let (unit, permit) = take(desk, committee).await?;
    let briefing = known(desk, committee, year, version).await?;
    let fresh = draw(&mut desk.tx, &desk.sight, &unit, year, desk.at).await?;
    let (briefing, event) = briefing.draw(fresh)?;
    save(desk, &permit, briefing, event).await
}

/// Writes in it, and leaves lines out.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Briefing::edit`], or a fault.
pub async fn edit_briefing(
    desk: &mut Desk,
    committee: UnitId,
    year: i16,
    version: i64,
    edited: Vec<Edited>,
) -> Result<Briefing, Ending> {
    let (_, permit) = take(desk, committee).await?;
    let briefing = known(desk, committee, year, version).await?;
    let (briefing, event) = briefing.edit(edited)?;
    save(desk, &permit, briefing, event).await
}

/// Sends it to the committee: frozen, under a seal.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Briefing::send`], or a fault.
pub async fn send_briefing(desk: &mut Desk, committee: UnitId, year: i16, version: i64) -> Result<Briefing, Ending> {
    let (_, permit) = take(desk, committee).await?;
    let briefing = known(desk, committee, year, version).await?;
    let stamp = stamp(desk, &permit)?;
    let (mut briefing, body, event) = briefing.send(stamp)?;
    meetings::save_briefing(&mut desk.tx, &permit, desk.at, &briefing, &body, &event).await?;
    briefing.version += 1;
    desk.tell(event);
    Ok(briefing)
}
