//! The agreements around something: a unit's, an element's, those a goal also stands in, those before and after, those that
//! have nothing after them yet.

use pejl_domain::agreements::GoalPlace;
use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, ElementId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::mention::{AgreementMention, AgreementMentionRow, agents_of, agreement_mention_columns, principal, with_agents};
use super::sight::{agreement_seen, posts, sees_draft};
use crate::chain::mention::whole;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::id_rows;

/// The agreements of a unit, as agent or principal, newest first and at most two hundred; what was withdrawn is left out. Two
/// statements.
///
/// # Errors
/// A fault.
pub async fn agreements_of_unit(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<AgreementMention>, Fault> {
    let rows: Vec<AgreementMentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_mention_columns!(), " FROM agreement a ", principal!(), "
         WHERE a.municipality_id = $1 AND a.state <> 'withdrawn' AND (a.principal_id = $5 OR a.id IN (
               SELECT g.agreement_id FROM agreement_agent g WHERE g.municipality_id = $1 AND g.unit_id = $5)) AND ", agreement_seen!(), "
         ORDER BY a.from_year DESC, a.principal_id = $5, a.year DESC, a.serial LIMIT 200")))
        .bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing a unit's agreements"))?;
    with_agents(tx, sight.municipality(), rows).await
}

/// The agreements of a unit as agent that are neither closed nor withdrawn, newest first. Two statements.
pub(super) async fn live_of_agent(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<AgreementMention>, Fault> {
    let rows: Vec<AgreementMentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_mention_columns!(), " FROM agreement_agent g CROSS JOIN agreement a ", principal!(), "
         WHERE g.municipality_id = $1 AND g.unit_id = $5 AND a.municipality_id = $1 AND a.id = g.agreement_id
           AND a.state NOT IN ('closed', 'withdrawn') AND ", agreement_seen!(), "
         ORDER BY a.from_year DESC, a.year DESC, a.serial")))
        .bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing what a unit has agreed"))?;
    with_agents(tx, sight.municipality(), rows).await
}

#[derive(sqlx::FromRow)]
struct OfElementRow {
    came: Option<String>,
    #[sqlx(flatten)]
    agreement: AgreementMentionRow,
}

/// The agreements an element stands in, newest first and at most two hundred: a goal with how it came in, an action with
/// `None`. What was withdrawn is left out. Two statements.
///
/// # Errors
/// A fault.
pub async fn agreements_of_element(
    tx: &mut Tx,
    sight: &Sight,
    element: ElementId,
) -> Result<Vec<(AgreementMention, Option<GoalPlace>)>, Fault> {
    let rows: Vec<OfElementRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        ", stands(agreement_id, came, in_force) AS (
            SELECT g.agreement_id, g.came, g.in_force FROM agreement_goal g WHERE g.municipality_id = $1 AND g.goal_id = $5
            UNION ALL
            SELECT g.agreement_id, NULL, g.in_force FROM agreement_action g WHERE g.municipality_id = $1 AND g.action_id = $5
         )
         SELECT s.came, ", agreement_mention_columns!(), " FROM stands s CROSS JOIN agreement a ", principal!(), "
         WHERE a.municipality_id = $1 AND a.id = s.agreement_id AND a.state <> 'withdrawn' AND ", agreement_seen!(), "
           AND (s.in_force OR ", sees_draft!(), ")
         ORDER BY a.from_year DESC, a.year DESC, a.serial LIMIT 200")))
        .bind(element.0).fetch_all(c).await)
    .map_err(doing("listing the agreements an element stands in"))?;
    let agents = agents_of(tx, sight.municipality(), rows.iter().map(|row| row.agreement.id())).await?;
    rows.into_iter()
        .map(|row| {
            let came = |text: &String| {
                GoalPlace::parse(text).ok_or_else(|| corrupt("listing the agreements of an element", text, "how a goal came in"))
            };
            let place = row.came.as_ref().map(came).transpose()?;
            Ok((row.agreement.mention(&agents)?, place))
        })
        .collect()
}

/// The agreements that end in a year, are or were in force, and have no successor yet; by number. What was withdrawn succeeds
/// nothing. Two statements.
///
/// # Errors
/// A fault.
pub async fn without_successor(
    tx: &mut Tx,
    sight: &Sight,
    year: i16,
    kind: Option<&Key>,
    principal: Option<UnitId>,
) -> Result<Vec<AgreementMention>, Fault> {
    let rows: Vec<AgreementMentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_mention_columns!(), " FROM agreement a ", principal!(), "
         WHERE a.municipality_id = $1 AND a.to_year = $5 AND (CAST($6 AS TEXT) IS NULL OR a.kind = $6)
           AND ($7 IS NULL OR a.principal_id = $7) AND a.edition > 0
           AND NOT EXISTS (
               SELECT 1 FROM agreement n WHERE n.municipality_id = $1 AND n.predecessor_id = a.id AND n.state <> 'withdrawn')
           AND ", agreement_seen!(), "
         ORDER BY a.year, a.serial")))
        .bind(i64::from(year)).bind(kind.map(Key::as_str)).bind(principal.map(|unit| unit.0)).fetch_all(c).await)
    .map_err(doing("listing the agreements without a successor"))?;
    with_agents(tx, sight.municipality(), rows).await
}

/// What stands around one agreement.
#[derive(Default)]
pub(super) struct Around {
    pub(super) predecessor: Option<AgreementMention>,
    pub(super) successors: Vec<AgreementMention>,
    /// Goal, how many other agreements it stands in, and one of them.
    pub(super) shared: Vec<(ElementId, usize, AgreementMention)>,
}

#[derive(sqlx::FromRow)]
struct AroundRow {
    how: String,
    goal_id: Option<Uuid>,
    total: i64,
    #[sqlx(flatten)]
    agreement: AgreementMentionRow,
}

/// How many other agreements are named for each goal.
const FIRST_SHARED: i64 = 12;

/// The agreements before and after one, and the open ones that these goals also stand in. Two statements.
pub(super) async fn around(tx: &mut Tx, sight: &Sight, id: AgreementId, goals: &[ElementId]) -> Result<Around, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            ", related(how, goal_id, id, in_force) AS (
            SELECT 'shared', g.goal_id, g.agreement_id, g.in_force FROM rows_of($5) r CROSS JOIN agreement_goal g
            WHERE g.municipality_id = $1 AND g.goal_id = id_of(r.value ->> 0) AND g.agreement_id <> $6
            UNION ALL
            SELECT 'before', NULL, o.predecessor_id, TRUE FROM agreement o
            WHERE o.municipality_id = $1 AND o.id = $6 AND o.predecessor_id IS NOT NULL
            UNION ALL
            SELECT 'after', NULL, o.id, TRUE FROM agreement o
            WHERE o.municipality_id = $1 AND o.predecessor_id = $6 AND o.state <> 'withdrawn'
         ), counted(how, goal_id, id, total, place) AS (
            SELECT n.how, n.goal_id, n.id, count(*) OVER (PARTITION BY n.how, n.goal_id),
                row_number() OVER (PARTITION BY n.how, n.goal_id ORDER BY a.from_year DESC, a.year, a.serial)
            FROM related n CROSS JOIN agreement a
            WHERE a.municipality_id = $1 AND a.id = n.id AND (n.how <> 'shared' OR a.state NOT IN ('closed', 'withdrawn')) AND ",
            agreement_seen!(),
            " AND (n.in_force OR ",
            sees_draft!(),
            ")
         )
         SELECT n.how, n.goal_id, n.total, ",
            agreement_mention_columns!(),
            "
         FROM counted n CROSS JOIN agreement a ",
            principal!(),
            "
         WHERE a.municipality_id = $1 AND a.id = n.id AND n.place <= $7 ORDER BY n.how, n.goal_id, n.place"
        ),
    );
    let rows: Vec<AroundRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(goals.iter().map(|goal| goal.0))).bind(id.0).bind(FIRST_SHARED).fetch_all(c).await)
    .map_err(doing("reading the agreements around an agreement"))?;
    let agents = agents_of(tx, sight.municipality(), rows.iter().map(|row| row.agreement.id())).await?;
    let mut around = Around::default();
    for row in rows {
        let mention = row.agreement.mention(&agents)?;
        match (row.how.as_str(), row.goal_id) {
            ("shared", Some(goal)) => around.shared.push((goal.into(), whole(row.total), mention)),
            ("before", _) => around.predecessor = Some(mention),
            _ => around.successors.push(mention),
        }
    }
    Ok(around)
}
