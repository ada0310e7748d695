//! What a page of a round is counted from: flat rows, loaded in a fixed number of statements. The same rows serve one unit's
//! page and the pages of all units at once.

use std::collections::HashMap;

use jiff::civil::Date;
use pejl_domain::models::{ElementKind, Key};
use pejl_domain::rounds::frozen::{AssessmentSeen, ConsequenceSeen, FeedbackSeen, UnitSeen};
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{Mark, Outlook, ReportState, Round, Spread};
use pejl_kernel::{ElementId, MunicipalityId, Number, UnitId};
use uuid::Uuid;

use super::counts;
use super::feedback::{followed, given};
use super::read::{SpreadCells, UnitCells, key, mark, outlook, report_state, shown, spread_columns, unit_columns};
use crate::chain::{kind, number};
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, Ts, date};

/// The rows. Goals that are outside the counts are not among them.
pub(super) struct Ground {
    /// By name.
    pub(super) units: Vec<GroundUnit>,
    /// By policy area, then by number.
    pub(super) goals: Vec<GroundGoal>,
    /// Objectives, policies, guideposts and focus areas in force, by kind and number.
    pub(super) elements: Vec<GroundElement>,
    /// Child, parent: what stands in force below the elements.
    pub(super) edges: Vec<(ElementId, ElementId)>,
    /// The mark of every goal that is reached by the edges and counts.
    pub(super) marks: HashMap<ElementId, Option<Mark>>,
    /// What units assess.
    pub(super) assessments: Vec<AssessmentSeen>,
    /// What was answered, oldest first.
    pub(super) feedback: Vec<FeedbackSeen>,
    /// What followed, oldest first.
    pub(super) consequences: Vec<(UnitId, ConsequenceSeen)>,
    /// The marks of the last closed round that covered goals.
    pub(super) before: HashMap<UnitId, Spread>,
}

/// A unit and the one above it.
pub(super) struct GroundUnit {
    pub(super) seen: UnitSeen,
    pub(super) parent: Option<UnitId>,
}

/// A goal that is asked and counts. Mark, outlook, suggestion and trend only of what is submitted.
pub(super) struct GroundGoal {
    pub(super) id: ElementId,
    pub(super) number: Number,
    pub(super) unit: UnitId,
    pub(super) level: Key,
    pub(super) area: String,
    pub(super) due: Option<Date>,
    pub(super) state: ReportState,
    pub(super) mark: Option<Mark>,
    pub(super) before: Option<Mark>,
    pub(super) outlook: Option<Outlook>,
    pub(super) suggested: Option<Mark>,
    pub(super) trend: Option<Trend>,
}

/// An element that owners judge.
pub(super) struct GroundElement {
    pub(super) id: ElementId,
    pub(super) owner: UnitId,
    pub(super) kind: ElementKind,
    pub(super) number: Number,
    pub(super) title: String,
    pub(super) mark: Option<Mark>,
    pub(super) grounds: String,
}

/// Loads what the page of a unit is counted from, or every unit's where none is named. Eight statements.
pub(super) async fn load(tx: &mut Tx, municipality: MunicipalityId, round: &Round, unit: Option<UnitId>) -> Result<Ground, Fault> {
    let units = units(tx, municipality, unit).await?;
    let goals = goals(tx, municipality, round, unit).await?;
    let elements = elements(tx, municipality, round, unit).await?;
    let (edges, marks) = edges(tx, municipality, round, unit).await?;
    let assessments = assessments(tx, municipality, round, unit).await?;
    let feedback = given(tx, municipality, round.id, unit, unit).await?.into_iter().map(|f| f.seen).collect();
    let consequences = followed(tx, municipality, round.id, unit).await?;
    let before = before(tx, municipality, round, unit).await?;
    Ok(Ground { units, goals, elements, edges, marks, assessments, feedback, consequences, before })
}

/// `$2` and every unit below it; all units where it is null.
macro_rules! here {
    () => {
        "WITH RECURSIVE here(id) AS (
            SELECT u.id FROM unit u WHERE u.municipality_id = $1 AND (u.id = $2 OR ($2 IS NULL AND u.parent_id IS NULL))
            UNION
            SELECT u.id FROM here h CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.parent_id = h.id
         ) "
    };
}
pub(super) use here;

#[derive(sqlx::FromRow)]
struct UnitRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    parent_id: Option<Uuid>,
}

async fn units(tx: &mut Tx, municipality: MunicipalityId, unit: Option<UnitId>) -> Result<Vec<GroundUnit>, Fault> {
    let rows: Vec<UnitRow> = on!(tx, c => sqlx::query_as(concat!(here!(),
        "SELECT ", unit_columns!(), ", u.parent_id FROM here h CROSS JOIN unit u
         WHERE u.municipality_id = $1 AND u.id = h.id ORDER BY u.name COLLATE da, u.serial"))
        .bind(municipality.0).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("reading the units of a round"))?;
    rows.into_iter().map(|r| Ok(GroundUnit { seen: r.unit.seen()?, parent: r.parent_id.map(UnitId) })).collect()
}

#[derive(sqlx::FromRow)]
struct GoalRow {
    goal_id: Uuid,
    prefix: String,
    year: i64,
    serial: i64,
    unit_id: Uuid,
    level: String,
    policy_area: String,
    due_on: Option<DbDate>,
    state: String,
    mark: Option<String>,
    before: Option<String>,
    outlook: Option<String>,
    suggested: Option<String>,
    trend: Option<String>,
}

async fn goals(tx: &mut Tx, municipality: MunicipalityId, round: &Round, unit: Option<UnitId>) -> Result<Vec<GroundGoal>, Fault> {
    let rows: Vec<GoalRow> = on!(tx, c => sqlx::query_as(concat!(here!(),
        "SELECT r.goal_id, e.prefix, e.year, e.serial, r.unit_id, r.level, r.policy_area, r.due_on, r.state, r.mark, r.outlook, r.suggested,
            r.trend,
            (SELECT CASE WHEN b.state IN ('submitted', 'accepted') THEN b.mark END FROM report b CROSS JOIN round l
             WHERE b.municipality_id = $1 AND b.goal_id = r.goal_id AND NOT b.outside
               AND l.municipality_id = $1 AND l.id = b.round_id AND l.state = 'closed' AND l.cut_off < n.cut_off
             ORDER BY l.cut_off DESC, l.id LIMIT 1) AS before
         FROM round n CROSS JOIN here h CROSS JOIN report r CROSS JOIN element e
         WHERE n.municipality_id = $1 AND n.id = $3 AND r.municipality_id = $1 AND r.round_id = $3 AND r.unit_id = h.id
           AND e.municipality_id = $1 AND e.id = r.goal_id AND ", counts!(), "
         ORDER BY r.policy_area COLLATE da, r.policy_area, e.prefix, e.year, e.serial"))
        .bind(municipality.0).bind(unit.map(|u| u.0)).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("reading the goals of a round"))?;
    rows.into_iter().map(goal).collect()
}

fn goal(row: GoalRow) -> Result<GroundGoal, Fault> {
    let state = report_state(&row.state)?;
    let trend = |t: &str| Trend::parse(t).ok_or_else(|| corrupt("reading the goals of a round", t, "a trend"));
    let answered = |text: Option<String>| text.filter(|_| state.is_answered());
    Ok(GroundGoal {
        id: row.goal_id.into(),
        number: number(&row.prefix, row.year, row.serial)?,
        unit: row.unit_id.into(),
        level: key(&row.level)?,
        area: row.policy_area,
        due: row.due_on.map(DbDate::to_jiff),
        state,
        mark: mark(answered(row.mark).as_deref())?,
        before: mark(row.before.as_deref())?,
        outlook: outlook(answered(row.outlook).as_deref())?,
        suggested: mark(answered(row.suggested).as_deref())?,
        trend: answered(row.trend).as_deref().map(trend).transpose()?,
    })
}

/// The elements of `$2` that owners judge; everybody's where it is null. The element is called `e`.
macro_rules! judged {
    () => {
        "(e.municipality_id = $1 AND e.kind IN ('objective', 'policy', 'guidepost', 'focus-area') AND e.state = 'adopted'
           AND ($2 IS NULL OR e.owner_id = $2))"
    };
}

#[derive(sqlx::FromRow)]
struct ElementRow {
    id: Uuid,
    owner_id: Uuid,
    kind: String,
    prefix: String,
    year: i64,
    serial: i64,
    title: String,
    mark: Option<String>,
    grounds: String,
}

async fn elements(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    unit: Option<UnitId>,
) -> Result<Vec<GroundElement>, Fault> {
    let rows: Vec<ElementRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT e.id, e.owner_id, e.kind, e.prefix, e.year, e.serial, e.title, j.mark, coalesce(j.grounds, '') AS grounds
         FROM element e LEFT JOIN judgement j ON j.municipality_id = $1 AND j.round_id = $3 AND j.element_id = e.id
         WHERE ", judged!()))
        .bind(municipality.0).bind(unit.map(|u| u.0)).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("reading the elements of a round"))?;
    let element = |r: ElementRow| {
        Ok(GroundElement {
            id: r.id.into(),
            owner: r.owner_id.into(),
            kind: kind(&r.kind)?,
            number: number(&r.prefix, r.year, r.serial)?,
            title: r.title,
            mark: mark(r.mark.as_deref())?,
            grounds: r.grounds,
        })
    };
    let mut elements = rows.into_iter().map(element).collect::<Result<Vec<_>, Fault>>()?;
    elements.sort_by_key(|e| (e.kind, e.number));
    Ok(elements)
}

/// A tie, with the report on the one below where it is a goal that counts.
type EdgeRow = (Uuid, Uuid, Option<String>, Option<String>);

type Edges = (Vec<(ElementId, ElementId)>, HashMap<ElementId, Option<Mark>>);

/// Every tie below the elements, along what is in force: a goal under a withdrawn one stands under nothing.
async fn edges(tx: &mut Tx, municipality: MunicipalityId, round: &Round, unit: Option<UnitId>) -> Result<Edges, Fault> {
    let rows: Vec<EdgeRow> = on!(tx, c => sqlx::query_as(concat!(
        "WITH RECURSIVE down(id) AS (
            SELECT e.id FROM element e WHERE ", judged!(), "
            UNION
            SELECT c.child_id FROM down d CROSS JOIN contribution c CROSS JOIN element k
            WHERE c.municipality_id = $1 AND c.parent_id = d.id AND k.municipality_id = $1 AND k.id = c.child_id AND k.state = 'adopted'
         )
         SELECT c.child_id, c.parent_id, r.state, r.mark
         FROM down d CROSS JOIN contribution c CROSS JOIN element k
         LEFT JOIN report r ON r.municipality_id = $1 AND r.round_id = $3 AND r.goal_id = c.child_id AND NOT r.outside
         WHERE c.municipality_id = $1 AND c.parent_id = d.id AND k.municipality_id = $1 AND k.id = c.child_id AND k.state = 'adopted'"))
        .bind(municipality.0).bind(unit.map(|u| u.0)).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("reading what stands below the elements of a round"))?;
    let mut edges = Vec::with_capacity(rows.len());
    let mut marks = HashMap::new();
    for (child, parent, state, its_mark) in rows {
        edges.push((child.into(), parent.into()));
        if let Some(state) = state {
            marks.insert(child.into(), shown(report_state(&state)?, mark(its_mark.as_deref())?));
        }
    }
    Ok((edges, marks))
}

#[derive(sqlx::FromRow)]
struct AssessmentRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    text: String,
    asked: String,
    by_name: String,
    at: Ts,
}

/// Of the unit and those right below it, by the unit's name.
async fn assessments(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    unit: Option<UnitId>,
) -> Result<Vec<AssessmentSeen>, Fault> {
    let rows: Vec<AssessmentRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", unit_columns!(), ", a.text, a.asked, p.name AS by_name, a.at
         FROM assessment a CROSS JOIN unit u CROSS JOIN person p
         WHERE a.municipality_id = $1 AND a.round_id = $3 AND u.municipality_id = $1 AND u.id = a.unit_id
           AND ($2 IS NULL OR u.id = $2 OR u.parent_id = $2) AND p.municipality_id = $1 AND p.id = a.by_id
         ORDER BY u.name COLLATE da, u.serial"))
        .bind(municipality.0).bind(unit.map(|u| u.0)).bind(round.id.0).fetch_all(c).await)
    .map_err(doing("reading the assessments of a round"))?;
    rows.into_iter()
        .map(|r| Ok(AssessmentSeen { unit: r.unit.seen()?, text: r.text, asked: r.asked, by: r.by_name, at: r.at.0 }))
        .collect()
}

#[derive(sqlx::FromRow)]
struct BeforeRow {
    unit_id: Uuid,
    #[sqlx(flatten)]
    spread: SpreadCells,
}

/// As they were frozen.
async fn before(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    unit: Option<UnitId>,
) -> Result<HashMap<UnitId, Spread>, Fault> {
    let rows: Vec<BeforeRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT p.unit_id, ", spread_columns!(), " FROM round_page p
         WHERE p.municipality_id = $1 AND ($2 IS NULL OR p.unit_id = $2) AND p.round_id = (
            SELECT n.id FROM round n
            WHERE n.municipality_id = $1 AND n.state = 'closed' AND n.covers LIKE '%goals%' AND n.cut_off < $3
            ORDER BY n.cut_off DESC, n.id LIMIT 1)"))
        .bind(municipality.0).bind(unit.map(|u| u.0)).bind(date(round.cut_off)).fetch_all(c).await)
    .map_err(doing("reading the marks of the round before"))?;
    rows.into_iter().map(|r| Ok((r.unit_id.into(), r.spread.read()?.0))).collect()
}
