//! Lamps of many units at once: for Overblik and the units' pages.

use pejl_domain::models::Lamps;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{Lamp, Round, RoundState, Spread};
use pejl_kernel::UnitId;
use pejl_policy::Sight;

use super::counts;
use super::read::{SpreadCells, UnitCells, mark, report_state, shown, small, spread_columns, unit_columns};
use super::round::latest;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::id_rows;

/// A unit's lamp.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitLamp {
    /// The unit.
    pub unit: UnitSeen,
    /// The marks of the goals there and below.
    pub spread: Spread,
    /// Their lamp.
    pub lamp: Lamp,
}

/// The lamps of these units in the latest round that has begun and covers goals, by name: as frozen where it is closed, else
/// as it stands. Units without goals in it are left out; `None` where no round has begun. Two statements.
///
/// # Errors
/// A fault.
pub async fn lamps(
    tx: &mut Tx,
    sight: &Sight,
    units: &[UnitId],
    thresholds: Lamps,
) -> Result<Option<(Round, Vec<UnitLamp>)>, Fault> {
    let Some(round) = latest(tx, sight).await? else { return Ok(None) };
    let lamps = if round.state == RoundState::Closed {
        frozen(tx, sight, &round, units).await?
    } else {
        running(tx, sight, &round, units, thresholds).await?
    };
    Ok(Some((round, lamps)))
}

#[derive(sqlx::FromRow)]
struct FrozenRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    #[sqlx(flatten)]
    spread: SpreadCells,
}

async fn frozen(tx: &mut Tx, sight: &Sight, round: &Round, units: &[UnitId]) -> Result<Vec<UnitLamp>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT ",
            unit_columns!(),
            ", ",
            spread_columns!(),
            " FROM rows_of($3) i CROSS JOIN round_page p CROSS JOIN unit u
         WHERE p.municipality_id = $1 AND p.round_id = $2 AND p.unit_id = id_of(i.value ->> 0)
           AND u.municipality_id = $1 AND u.id = p.unit_id
         ORDER BY u.name COLLATE da, u.serial"
        ),
    );
    let rows: Vec<FrozenRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(round.id.0).bind(id_rows(units.iter().map(|u| u.0))).fetch_all(c).await)
    .map_err(doing("reading the lamps of a closed round"))?;
    rows.into_iter()
        .map(|r| {
            let (spread, lamp) = r.spread.read()?;
            Ok(UnitLamp { unit: r.unit.seen()?, spread, lamp })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct RunningRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    state: String,
    mark: Option<String>,
    goals: i64,
}

async fn running(tx: &mut Tx, sight: &Sight, round: &Round, units: &[UnitId], thresholds: Lamps) -> Result<Vec<UnitLamp>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "WITH RECURSIVE here(top, id) AS (
            SELECT u.id, u.id FROM rows_of($3) i CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = id_of(i.value ->> 0)
            UNION
            SELECT h.top, u.id FROM here h CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.parent_id = h.id
         )
         SELECT ",
            unit_columns!(),
            ", t.state, t.mark, t.goals FROM (
            SELECT h.top, r.state, r.mark, count(*) AS goals
            FROM round n CROSS JOIN here h CROSS JOIN report r CROSS JOIN element e
            WHERE n.municipality_id = $1 AND n.id = $2 AND r.municipality_id = $1 AND r.round_id = $2 AND r.unit_id = h.id
              AND e.municipality_id = $1 AND e.id = r.goal_id AND ",
            counts!(),
            "
            GROUP BY h.top, r.state, r.mark
         ) t CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = t.top
         ORDER BY u.name COLLATE da, u.serial"
        ),
    );
    let rows: Vec<RunningRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(round.id.0).bind(id_rows(units.iter().map(|u| u.0))).fetch_all(c).await)
    .map_err(doing("reading the lamps of a round"))?;
    let mut lamps: Vec<UnitLamp> = Vec::new();
    for row in rows {
        let its_mark = shown(report_state(&row.state)?, mark(row.mark.as_deref())?);
        if lamps.last().is_none_or(|last| last.unit.id.0 != row.unit.unit_id) {
            lamps.push(UnitLamp { unit: row.unit.seen()?, spread: Spread::default(), lamp: Lamp::Out });
        }
        if let Some(last) = lamps.last_mut() {
            last.spread.count(its_mark, small(row.goals));
        }
    }
    for unit in &mut lamps {
        unit.lamp = unit.spread.lamp(thresholds);
    }
    Ok(lamps)
}
