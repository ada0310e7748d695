//! How well a round was answered: which units were, how fast, and whether they answered in turn.

use pejl_domain::rounds::Round;
use pejl_domain::rounds::feedback::{Measure, days_between};
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_policy::Sight;

use super::counts;
use super::read::{UnitCells, unit_columns};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::Ts;

/// The feedback of a round in figures.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackMeasures {
    /// Units that have goals of their own and a unit above; answered where anybody did; in days from the unit's last
    /// submission to the first feedback.
    pub units: Measure,
    /// Those that nobody has answered, by name.
    pub unanswered: Vec<UnitSeen>,
    /// Questions and requests; answered where the unit did; in days.
    pub questions: Measure,
}

#[derive(sqlx::FromRow)]
struct UnitRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    submitted_at: Option<Ts>,
    answered_at: Option<Ts>,
}

/// The feedback of a round in figures. Two statements.
///
/// # Errors
/// A fault.
pub async fn feedback_measures(tx: &mut Tx, sight: &Sight, round: &Round) -> Result<FeedbackMeasures, Fault> {
    let rows: Vec<UnitRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", unit_columns!(), ", t.submitted_at,
            (SELECT min(f.at) FROM feedback f WHERE f.municipality_id = $1 AND f.to_id = t.unit_id AND f.round_id = $2) AS answered_at
         FROM (
            SELECT r.unit_id, max(r.submitted_at) AS submitted_at
            FROM round n CROSS JOIN report r CROSS JOIN element e
            WHERE n.municipality_id = $1 AND n.id = $2 AND r.municipality_id = $1 AND r.round_id = $2
              AND e.municipality_id = $1 AND e.id = r.goal_id AND ", counts!(), "
            GROUP BY r.unit_id
         ) t CROSS JOIN unit u
         WHERE u.municipality_id = $1 AND u.id = t.unit_id AND u.parent_id IS NOT NULL
         ORDER BY u.name COLLATE da, u.serial"))
        .bind(sight.municipality().0).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("measuring the feedback of a round"))?;
    let (units, mut days, mut unanswered) = (rows.len(), Vec::new(), Vec::new());
    for row in rows {
        match row.answered_at {
            // Answered before anything was submitted is answered at once.
            Some(answered) => days.push(row.submitted_at.map_or(0, |submitted| days_between(submitted.0, answered.0))),
            None => unanswered.push(row.unit.seen()?),
        }
    }
    let asked: Vec<(Ts, Option<Ts>)> = on!(tx, c => sqlx::query_as(
        "SELECT f.at, f.answered_at FROM feedback f
         WHERE f.municipality_id = $1 AND f.round_id = $2 AND f.kind IN ('question', 'request') ORDER BY f.at, f.id")
        .bind(sight.municipality().0).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("measuring the answers of a round"))?;
    let replied = asked.iter().filter_map(|(at, answered)| answered.map(|answered| days_between(at.0, answered.0))).collect();
    Ok(FeedbackMeasures { units: Measure::of(units, days), unanswered, questions: Measure::of(asked.len(), replied) })
}
