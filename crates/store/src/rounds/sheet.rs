//! A leader's page: every goal that is asked of their units or positions, with last time's words and what documents it.
//! Three statements, whatever the number of goals.

use std::collections::HashMap;

use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{Evidence, ReportContent, Round};
use pejl_kernel::{ElementId, PositionId, Prose, UnitId};
use pejl_policy::Sight;

use super::evidence::evidence_of;
use super::read::{UnitCells, unit_columns};
use super::report::{Asked, AskedCells, Before, asked_columns, asked_joined, asked_joins, before};
use super::{held, words_seen};
use crate::chain::sight::{mine, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::id_rows;

/// A goal on a leader's page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetGoal {
    /// The report with what was asked. Its words and its note are empty where they are not seen.
    pub asked: Asked,
    /// The unit it is asked of.
    pub unit: UnitSeen,
    /// The title of the position that answers for it; empty where none is named.
    pub responsible_title: String,
    /// What it got in the last closed round that asked it.
    pub before: Option<Before>,
    /// What documents it, oldest first.
    pub evidence: Vec<Evidence>,
    /// Whether what is written is seen: a draft, and what was sent back, only by those who work there or above.
    pub words_seen: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    asked: AskedCells,
    #[sqlx(flatten)]
    unit: UnitCells,
    responsible_title: String,
    is_seen: bool,
}

/// Every goal that a round asks of these units, or that these positions answer for; by the unit's name, then by number.
///
/// # Errors
/// A fault.
pub async fn sheet(
    tx: &mut Tx,
    sight: &Sight,
    round: &Round,
    units: &[UnitId],
    responsible: &[PositionId],
) -> Result<Vec<SheetGoal>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            held!(),
            ", theirs(goal_id) AS (
            SELECT r.goal_id FROM rows_of($6) i CROSS JOIN report r
            WHERE r.municipality_id = $1 AND r.round_id = $5 AND r.unit_id = id_of(i.value ->> 0)
            UNION
            SELECT r.goal_id FROM rows_of($7) i CROSS JOIN report r
            WHERE r.municipality_id = $1 AND r.round_id = $5 AND r.responsible_id = id_of(i.value ->> 0)
         )
         SELECT ",
            asked_columns!(),
            ", ",
            unit_columns!(),
            ", coalesce(po.title, '') AS responsible_title, ",
            words_seen!(),
            " AS is_seen
         FROM theirs t CROSS JOIN report r ",
            asked_joins!(),
            " CROSS JOIN unit u
         LEFT JOIN position po ON po.municipality_id = $1 AND po.id = r.responsible_id
         WHERE r.municipality_id = $1 AND r.round_id = $5 AND r.goal_id = t.goal_id AND ",
            asked_joined!(),
            " AND u.municipality_id = $1 AND u.id = r.unit_id
         ORDER BY u.name COLLATE da, u.serial, e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(round.id.0).bind(id_rows(units.iter().map(|u| u.0))).bind(id_rows(responsible.iter().map(|p| p.0)))
        .fetch_all(c).await)
    .map_err(doing("reading a leader's page"))?;
    let mut goals = rows.into_iter().map(sheet_goal).collect::<Result<Vec<_>, Fault>>()?;

    let ids: Vec<ElementId> = goals.iter().map(|g| g.asked.report.goal).collect();
    let mut last: HashMap<ElementId, Before> = before(tx, sight.municipality(), round, &ids).await?.into_iter().collect();
    let mut pieces: HashMap<ElementId, Vec<Evidence>> = HashMap::new();
    for piece in evidence_of(tx, sight, round.id, &ids).await? {
        pieces.entry(piece.goal).or_default().push(piece);
    }
    for goal in &mut goals {
        goal.before = last.remove(&goal.asked.report.goal);
        goal.evidence = pieces.remove(&goal.asked.report.goal).unwrap_or_default();
    }
    Ok(goals)
}

fn sheet_goal(row: Row) -> Result<SheetGoal, Fault> {
    let mut asked = row.asked.asked()?;
    if !row.is_seen {
        asked.report.content = ReportContent::default();
        asked.report.note = Prose::default();
        (asked.suggested, asked.trend) = (None, None);
    }
    Ok(SheetGoal {
        asked,
        unit: row.unit.seen()?,
        responsible_title: row.responsible_title,
        before: None,
        evidence: Vec::new(),
        words_seen: row.is_seen,
    })
}
