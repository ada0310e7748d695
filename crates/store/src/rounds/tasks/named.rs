//! What is asked of a person by name: goals elsewhere that their positions answer for, and questions that wait for an answer.

use pejl_domain::rounds::Round;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_kernel::{ElementId, PositionId, RoundId, UnitId};
use pejl_policy::Sight;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use super::super::counts;
use super::super::read::{UnitCells, key, small, unit_columns};
use super::picture::Standing;
use super::{RoundTask, RoundTaskAsk, RoundTaskOf, any_of, standing_columns, task, to_report};
use crate::chain::number;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::id_rows;

#[derive(sqlx::FromRow)]
struct AnswerableRow {
    round_id: Uuid,
    responsible_id: Uuid,
    #[sqlx(flatten)]
    unit: UnitCells,
    level: String,
    open: i64,
    returned: i64,
}

/// How far the goals of a unit have come that one position answers for.
pub(super) struct Answerable {
    round: RoundId,
    responsible: PositionId,
    unit: UnitSeen,
    standing: Standing,
}

/// The goals that any of these people's positions answer for, by unit.
pub(super) async fn answerable(
    tx: &mut Tx,
    sight: &Sight,
    asks: &[RoundTaskAsk<'_>],
    begun: &[&Round],
    rounds: &Json<Value>,
) -> Result<Vec<Answerable>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT t.round_id, t.responsible_id, ",
            unit_columns!(),
            ", t.level, t.open, t.returned FROM (
            SELECT n.id AS round_id, r.responsible_id, r.unit_id, r.level, ",
            standing_columns!(),
            "
            FROM rows_of($2) i CROSS JOIN rows_of($3) k CROSS JOIN report r CROSS JOIN round n CROSS JOIN element e
            WHERE r.municipality_id = $1 AND r.responsible_id = id_of(i.value ->> 0) AND r.round_id = id_of(k.value ->> 0)
              AND n.municipality_id = $1 AND n.id = r.round_id AND n.state IN ('open', 'consolidating')
              AND e.municipality_id = $1 AND e.id = r.goal_id AND ",
            counts!(),
            "
            GROUP BY n.id, r.responsible_id, r.unit_id, r.level
         ) t CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = t.unit_id ORDER BY u.name COLLATE da, u.serial"
        ),
    );
    let positions = any_of(asks, |ask| ask.positions.to_vec());
    let rows: Vec<AnswerableRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(positions.iter().map(|p| p.0))).bind(rounds).fetch_all(c).await)
    .map_err(doing("reading the goals that positions answer for"))?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(round) = begun.iter().find(|round| round.id.0 == row.round_id) else { continue };
        let due = round.due(&key(&row.level)?);
        found.push(Answerable {
            round: round.id,
            responsible: row.responsible_id.into(),
            unit: row.unit.seen()?,
            standing: Standing { open: small(row.open), returned: small(row.returned), due, ..Standing::default() },
        });
    }
    Ok(found)
}

/// Goals of other units that one of the person's positions answers for: one task a unit, though two positions answer there.
pub(super) fn asked_by_name(found: &[Answerable], begun: &[&Round], ask: &RoundTaskAsk<'_>) -> Vec<RoundTask> {
    let is_theirs = |one: &&Answerable| ask.positions.contains(&one.responsible) && !ask.leads.contains(&one.unit.id);
    let mut units: Vec<(RoundId, &UnitSeen, Standing)> = Vec::new();
    for one in found.iter().filter(is_theirs) {
        match units.iter_mut().find(|(round, unit, _)| *round == one.round && unit.id == one.unit.id) {
            Some((_, _, standing)) => {
                standing.open += one.standing.open;
                standing.returned += one.standing.returned;
            }
            None => units.push((one.round, &one.unit, one.standing)),
        }
    }
    let mut tasks = Vec::new();
    for (id, unit, standing) in units {
        let Some(round) = begun.iter().find(|round| round.id == id) else { continue };
        tasks.extend(to_report(round, unit, standing, ask.today));
    }
    tasks
}

#[derive(sqlx::FromRow)]
struct QuestionRow {
    id: Uuid,
    round_id: Uuid,
    responsible_id: Option<Uuid>,
    #[sqlx(flatten)]
    unit: UnitCells,
    goal_id: Option<Uuid>,
    prefix: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
    title: Option<String>,
}

/// A question or request that waits, and whose it is to answer: the unit's leaders, and the position its goal answers to.
pub(super) struct Question {
    to: UnitId,
    responsible: Option<PositionId>,
    pub(super) task: RoundTask,
}

impl Question {
    /// Whether it is the person's to answer.
    pub(super) fn is_for(&self, ask: &RoundTaskAsk<'_>) -> bool {
        ask.leads.contains(&self.to) || self.responsible.is_some_and(|position| ask.positions.contains(&position))
    }
}

/// Questions and requests about any of these people's units, or about goals their positions answer for.
pub(super) async fn waiting_questions(
    tx: &mut Tx,
    sight: &Sight,
    asks: &[RoundTaskAsk<'_>],
    begun: &[&Round],
    rounds: &Json<Value>,
) -> Result<Vec<Question>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT f.id, f.round_id, r.responsible_id, ",
            unit_columns!(),
            ", f.goal_id, e.prefix, e.year, e.serial, e.title
         FROM rows_of($2) k CROSS JOIN feedback f CROSS JOIN unit u
         LEFT JOIN element e ON e.municipality_id = $1 AND e.id = f.goal_id
         LEFT JOIN report r ON r.municipality_id = $1 AND r.round_id = f.round_id AND r.goal_id = f.goal_id
         WHERE f.municipality_id = $1 AND f.round_id = id_of(k.value ->> 0) AND f.kind IN ('question', 'request') AND f.answered_at IS NULL
           AND (f.to_id IN (SELECT id_of(l.value ->> 0) FROM rows_of($3) l)
             OR r.responsible_id IN (SELECT id_of(l.value ->> 0) FROM rows_of($4) l))
           AND u.municipality_id = $1 AND u.id = f.to_id
         ORDER BY f.at, f.id"
        ),
    );
    let (leads, positions) = (any_of(asks, |ask| ask.leads.to_vec()), any_of(asks, |ask| ask.positions.to_vec()));
    let rows: Vec<QuestionRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(rounds).bind(id_rows(leads.iter().map(|u| u.0)))
        .bind(id_rows(positions.iter().map(|p| p.0))).fetch_all(c).await)
    .map_err(doing("reading the questions that wait"))?;
    let mut questions = Vec::new();
    for row in rows {
        let Some(round) = begun.iter().find(|round| round.id.0 == row.round_id) else { continue };
        let goal = match (row.goal_id, row.prefix, row.year, row.serial, row.title) {
            (Some(id), Some(prefix), Some(year), Some(serial), Some(title)) => {
                Some((ElementId(id), number(&prefix, year, serial)?, title))
            }
            _ => None,
        };
        let goals = u32::from(goal.is_some());
        let unit = row.unit.seen()?;
        let to = unit.id;
        let of = task(RoundTaskOf::Answer, round, Some(unit), None, false);
        let task = RoundTask { goals, goal, feedback: Some(row.id.into()), ..of };
        questions.push(Question { to, responsible: row.responsible_id.map(PositionId), task });
    }
    Ok(questions)
}
