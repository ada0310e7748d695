//! Who has not reported though the deadline of their level has passed, with the line above them.

use std::collections::HashMap;

use jiff::civil::Date;
use pejl_domain::rounds::Round;
use pejl_domain::rounds::deadlines::days_late;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use uuid::Uuid;

use super::counts;
use super::read::{UnitCells, is_led, key, small, unit_columns};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::{date, id_rows};

/// A unit that is late.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LateUnit {
    /// The unit.
    pub unit: UnitSeen,
    /// The day it should have reported.
    pub due: Date,
    /// Its goals that are not submitted.
    pub missing: u32,
    /// Its goals in all.
    pub asked: u32,
    /// Who leads it today; `None` where nobody does.
    pub leader: Option<String>,
    /// The units above it, nearest first.
    pub above: Vec<UnitSeen>,
    /// Of these: those that somebody leads in the administration, who are told one after the other.
    pub told: Vec<UnitSeen>,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    unit: UnitCells,
    level: String,
    asked: i64,
    missing: i64,
    leader: Option<String>,
}

/// The units that are late in a round today, longest late first and then by name. Two statements.
///
/// # Errors
/// A fault.
pub async fn late(tx: &mut Tx, sight: &Sight, round: &Round) -> Result<Vec<LateUnit>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", unit_columns!(), ", t.level, t.asked, t.missing,
            (SELECT min(pe.name) FROM position po CROSS JOIN person pe
             WHERE po.municipality_id = $1 AND po.unit_id = t.unit_id
               AND po.role IN ('committee-chair', 'chief-executive', 'director', 'department-head', 'institution-leader')
               AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
               AND pe.municipality_id = $1 AND pe.id = po.person_id) AS leader
         FROM (
            SELECT r.unit_id, r.level, count(*) AS asked, count(*) FILTER (WHERE r.state NOT IN ('submitted', 'accepted')) AS missing
            FROM round n CROSS JOIN report r CROSS JOIN element e
            WHERE n.municipality_id = $1 AND n.id = $2 AND r.municipality_id = $1 AND r.round_id = $2
              AND e.municipality_id = $1 AND e.id = r.goal_id AND ", counts!(), "
            GROUP BY r.unit_id, r.level
         ) t CROSS JOIN unit u
         WHERE t.missing > 0 AND u.municipality_id = $1 AND u.id = t.unit_id
         ORDER BY u.name COLLATE da, u.serial"))
        .bind(sight.municipality().0).bind(round.id.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading who is late"))?;
    let mut late = Vec::new();
    for row in rows {
        let Some(due) = round.due(&key(&row.level)?).filter(|due| *due < sight.on()) else { continue };
        late.push(LateUnit {
            unit: row.unit.seen()?,
            due,
            missing: small(row.missing),
            asked: small(row.asked),
            leader: row.leader,
            above: Vec::new(),
            told: Vec::new(),
        });
    }
    let ids: Vec<UnitId> = late.iter().map(|l| l.unit.id).collect();
    let mut above = lines_above(tx, sight, &ids).await?;
    for unit in &mut late {
        let line = above.remove(&unit.unit.id).unwrap_or_default();
        unit.told = line.iter().filter(|(_, is_led)| *is_led).map(|(above, _)| above.clone()).collect();
        unit.above = line.into_iter().map(|(above, _)| above).collect();
    }
    late.sort_by_key(|l| std::cmp::Reverse(days_late(l.due, sight.on())));
    Ok(late)
}

#[derive(sqlx::FromRow)]
struct AboveRow {
    below: Uuid,
    #[sqlx(flatten)]
    unit: UnitCells,
    is_led: bool,
}

/// A unit and whether somebody leads it in the administration.
type Led = (UnitSeen, bool);

/// The units above each of these, nearest first.
async fn lines_above(tx: &mut Tx, sight: &Sight, units: &[UnitId]) -> Result<HashMap<UnitId, Vec<Led>>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "WITH RECURSIVE line(below, id, far) AS (
            SELECT u.id, u.parent_id, CAST(0 AS BIGINT) FROM rows_of($2) i CROSS JOIN unit u
            WHERE u.municipality_id = $1 AND u.id = id_of(i.value ->> 0) AND u.parent_id IS NOT NULL
            UNION ALL
            SELECT l.below, u.parent_id, l.far + 1 FROM line l CROSS JOIN unit u
            WHERE u.municipality_id = $1 AND u.id = l.id AND u.parent_id IS NOT NULL
         )
         SELECT l.below, ",
            unit_columns!(),
            ", ",
            is_led!("$3"),
            " AS is_led FROM line l CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = l.id ORDER BY l.below, l.far"
        ),
    );
    let rows: Vec<AboveRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(units.iter().map(|u| u.0))).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading the lines above units"))?;
    let mut lines: HashMap<UnitId, Vec<Led>> = HashMap::new();
    for row in rows {
        lines.entry(row.below.into()).or_default().push((row.unit.seen()?, row.is_led));
    }
    Ok(lines)
}
