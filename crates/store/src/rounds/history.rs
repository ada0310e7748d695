//! Marks over the rounds: of a goal, of a unit, and of what stands above goals.

use pejl_domain::rounds::{Lamp, Mark, Outlook, ReportState, Spread};
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::Sight;

use super::counts;
use super::read::{SpreadCells, mark, outlook, report_state, shown, small, spread_columns};
use super::round::{MentionCells, RoundMention, round_mention};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};

/// How a goal was judged in a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalMark {
    /// The round.
    pub round: RoundMention,
    /// Where the report stands.
    pub state: ReportState,
    /// The mark; `None` while nothing is submitted.
    pub mark: Option<Mark>,
    /// Where it was heading.
    pub outlook: Option<Outlook>,
    /// Whether the goal was no longer in force when the round closed, or is no longer while it runs.
    pub is_outside: bool,
}

#[derive(sqlx::FromRow)]
struct GoalMarkRow {
    #[sqlx(flatten)]
    round: MentionCells,
    state: String,
    mark: Option<String>,
    outlook: Option<String>,
    counts: bool,
}

/// How a goal was judged, newest round first. What is not submitted shows no mark.
///
/// # Errors
/// A fault.
pub async fn marks_of_goal(tx: &mut Tx, sight: &Sight, goal: ElementId) -> Result<Vec<GoalMark>, Fault> {
    let rows: Vec<GoalMarkRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_mention!(), ", r.state, r.mark, r.outlook, ", counts!(), " AS counts
         FROM report r CROSS JOIN round n CROSS JOIN element e
         WHERE r.municipality_id = $1 AND r.goal_id = $2 AND n.municipality_id = $1 AND n.id = r.round_id
           AND e.municipality_id = $1 AND e.id = r.goal_id
         ORDER BY n.cut_off DESC, n.id"))
        .bind(sight.municipality().0).bind(goal.0).fetch_all(c).await)
    .map_err(doing("reading a goal's marks"))?;
    rows.into_iter()
        .map(|r| {
            let state = report_state(&r.state)?;
            Ok(GoalMark {
                round: r.round.mention()?,
                state,
                mark: shown(state, mark(r.mark.as_deref())?),
                outlook: if state.is_answered() { outlook(r.outlook.as_deref())? } else { None },
                is_outside: !r.counts,
            })
        })
        .collect()
}

/// A unit's marks in a closed round, there and below.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitSpread {
    /// The round.
    pub round: RoundMention,
    /// The marks.
    pub spread: Spread,
    /// The lamp, by the thresholds in force then.
    pub lamp: Lamp,
}

#[derive(sqlx::FromRow)]
struct UnitSpreadRow {
    #[sqlx(flatten)]
    round: MentionCells,
    #[sqlx(flatten)]
    spread: SpreadCells,
}

/// A unit's marks in the closed rounds, newest first, as they were frozen.
///
/// # Errors
/// A fault.
pub async fn spreads_of_unit(tx: &mut Tx, sight: &Sight, unit: UnitId, most: i64) -> Result<Vec<UnitSpread>, Fault> {
    let rows: Vec<UnitSpreadRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_mention!(), ", ", spread_columns!(), "
         FROM round_page p CROSS JOIN round n
         WHERE p.municipality_id = $1 AND p.unit_id = $2 AND n.municipality_id = $1 AND n.id = p.round_id
         ORDER BY n.cut_off DESC, n.id LIMIT $3"))
        .bind(sight.municipality().0).bind(unit.0).bind(most).fetch_all(c).await)
    .map_err(doing("reading a unit's marks"))?;
    rows.into_iter()
        .map(|r| {
            let (spread, lamp) = r.spread.read()?;
            Ok(UnitSpread { round: r.round.mention()?, spread, lamp })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct BelowRow {
    #[sqlx(flatten)]
    round: MentionCells,
    state: String,
    mark: Option<String>,
    goals: i64,
}

/// The marks below an element that is not a goal, in every round that has begun, newest first; by the goals that stand below
/// it today, each counted once. Rounds that asked none of them are left out.
///
/// # Errors
/// A fault.
pub async fn spreads_of_element(
    tx: &mut Tx,
    sight: &Sight,
    element: ElementId,
    most: i64,
) -> Result<Vec<(RoundMention, Spread)>, Fault> {
    let rows: Vec<BelowRow> = on!(tx, c => sqlx::query_as(concat!(
        "WITH RECURSIVE down(id) AS (
            SELECT e.id FROM element e WHERE e.municipality_id = $1 AND e.id = $2
            UNION
            SELECT k.id FROM down d CROSS JOIN contribution c CROSS JOIN element k
            WHERE c.municipality_id = $1 AND c.parent_id = d.id AND k.municipality_id = $1 AND k.id = c.child_id AND k.state = 'adopted'
         ), begun(id) AS (
            SELECT n.id FROM round n WHERE n.municipality_id = $1 AND n.state <> 'planned' ORDER BY n.cut_off DESC, n.id LIMIT $3
         )
         SELECT ", round_mention!(), ", r.state, r.mark, count(*) AS goals
         FROM down d CROSS JOIN report r CROSS JOIN round n CROSS JOIN element e
         WHERE d.id <> $2 AND r.municipality_id = $1 AND r.goal_id = d.id AND r.round_id IN (SELECT b.id FROM begun b)
           AND n.municipality_id = $1 AND n.id = r.round_id AND e.municipality_id = $1 AND e.id = d.id AND ", counts!(), "
         GROUP BY n.id, n.spec, n.year, n.cut_off, n.state, r.state, r.mark
         ORDER BY n.cut_off DESC, n.id"))
        .bind(sight.municipality().0).bind(element.0).bind(most).fetch_all(c).await)
    .map_err(doing("reading the marks below an element"))?;
    let mut spreads: Vec<(RoundMention, Spread)> = Vec::new();
    for row in rows {
        let round = row.round.mention()?;
        let mark = shown(report_state(&row.state)?, mark(row.mark.as_deref())?);
        match spreads.last_mut() {
            Some((last, spread)) if last.id == round.id => spread.count(mark, small(row.goals)),
            _ => {
                let mut spread = Spread::default();
                spread.count(mark, small(row.goals));
                spreads.push((round, spread));
            }
        }
    }
    Ok(spreads)
}
