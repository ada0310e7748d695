//! A closed round: every unit's page, counted in one pass over rows loaded once, and kept to the byte.

use jiff::civil::Date;
use pejl_domain::models::Lamps;
use pejl_domain::rounds::frozen::RoundPage;
use pejl_domain::rounds::{Lamp, Round, Spread};
use pejl_kernel::{MunicipalityId, RoundId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::ground::load;
use super::page::fill;
use super::tally::Tally;
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};

/// The pages that a round freezes to: one for every unit that has goals in it, there or below; in the order of the units' ids.
/// Nine statements.
///
/// # Errors
/// A fault.
pub async fn pages_to_freeze(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    lamps: Lamps,
    today: Date,
) -> Result<Vec<RoundPage>, Fault> {
    let ground = load(tx, municipality, round, None).await?;
    let tally = Tally::of(&ground, round, lamps, today);
    let mut units: Vec<UnitId> = tally.units_with_goals().collect();
    units.sort_unstable();
    let mut pages: Vec<RoundPage> = units.into_iter().filter_map(|unit| tally.page(unit)).collect();
    fill(tx, municipality, round, &mut pages).await?;
    Ok(pages)
}

/// A page as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptPage {
    /// The unit.
    pub unit: UnitId,
    /// The page, to the byte.
    pub body: String,
    /// The marks there and below, for lists of many units or rounds.
    pub spread: Spread,
    /// Their lamp.
    pub lamp: Lamp,
}

impl KeptPage {
    /// A page as it is kept.
    ///
    /// # Errors
    /// A fault where it cannot be written down.
    pub fn of(page: &RoundPage) -> Result<Self, Fault> {
        let body = page.freeze().map_err(|e| doing("writing down a page")(sqlx::Error::Encode(Box::new(e))))?;
        Ok(Self { unit: page.unit.id, body, spread: page.spread, lamp: page.lamp })
    }
}

/// Keeps the pages of a round that closes, and which of its goals were no longer in force: those count nowhere, for good. The
/// line stands with the save of the round.
///
/// # Errors
/// A fault, also where a page is kept already.
pub async fn save_round_pages(tx: &mut Tx, permit: &Permit, round: &Round, pages: &[KeptPage]) -> Result<(), Fault> {
    let municipality = permit.municipality();
    for page in pages {
        let marks = [
            page.spread.not_met,
            page.spread.partly,
            page.spread.met,
            page.spread.not_yet,
            page.spread.silent,
            page.spread.not_relevant,
        ];
        let [not_met, partly, met, not_yet, silent, not_relevant] = marks.map(i64::from);
        on!(tx, c => sqlx::query(
            "INSERT INTO round_page (municipality_id, round_id, unit_id, body, lamp, not_met, partly, met, not_yet, silent, not_relevant)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
            .bind(municipality.0).bind(round.id.0).bind(page.unit.0).bind(&page.body).bind(page.lamp.as_str()).bind(not_met)
            .bind(partly).bind(met).bind(not_yet).bind(silent).bind(not_relevant).execute(c).await.map(|_| ()))
        .map_err(doing("keeping a page of a closed round"))?;
    }
    // Asked of each report by itself: as a join, PostgreSQL without statistics compares every report with every element.
    on!(tx, c => sqlx::query(
        "UPDATE report SET outside = $3 WHERE municipality_id = $1 AND round_id = $2
           AND (SELECT e.state FROM element e WHERE e.municipality_id = $1 AND e.id = report.goal_id) <> 'adopted'")
        .bind(municipality.0).bind(round.id.0).bind(true).execute(c).await.map(|_| ()))
    .map_err(doing("keeping what was outside a closed round"))
}

/// A unit's page in a closed round, as it was; `None` where the unit had no goals in it.
///
/// # Errors
/// A fault, also where the page can no longer be read.
pub async fn kept_round_page(tx: &mut Tx, sight: &Sight, round: &Round, unit: UnitId) -> Result<Option<RoundPage>, Fault> {
    let body: Option<String> = on!(tx, c => sqlx::query_scalar(
        "SELECT body FROM round_page WHERE municipality_id = $1 AND round_id = $2 AND unit_id = $3")
        .bind(sight.municipality().0).bind(round.id.0).bind(unit.0).fetch_optional(c).await)
    .map_err(doing("reading a frozen page"))?;
    body.map(|b| RoundPage::thaw(&b).map_err(|e| corrupt("reading a frozen page", e.to_string(), "a page"))).transpose()
}

/// Every page of a closed round to the byte, in the order of the units' ids: what its seal is taken over.
///
/// # Errors
/// A fault.
pub async fn kept_bytes(tx: &mut Tx, municipality: MunicipalityId, round: RoundId) -> Result<Vec<(UnitId, String)>, Fault> {
    let rows: Vec<(Uuid, String)> = on!(tx, c => sqlx::query_as(
        "SELECT unit_id, body FROM round_page WHERE municipality_id = $1 AND round_id = $2 ORDER BY unit_id")
        .bind(municipality.0).bind(round.0).fetch_all(c).await)
    .map_err(doing("reading the frozen pages"))?;
    Ok(rows.into_iter().map(|(unit, body)| (unit.into(), body)).collect())
}
