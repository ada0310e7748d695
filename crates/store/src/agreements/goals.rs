//! The goals and actions of agreements as they are now: what they say, what they serve all the way up (the line of sight,
//! T3), and what was put before the units that answer.
//!
//! What stands in an agreement is read with it: whoever sees the agreement sees its goals, also those that are drafts yet.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::agreements::GoalPlace;
use pejl_domain::chain::{AnswerName, Element};
use pejl_kernel::{AgreementId, ElementId, MunicipalityId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::mention::AgreementMention;
use super::related::live_of_agent;
use super::sight::{posts, sees_draft};
use crate::chain::mention::{MentionRow, mention_columns, owner, whole};
use crate::chain::sight::{mine, seen, seen_by};
use crate::chain::{ElementRow, Mention, UnitMention, element_columns};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, id_rows};

/// Something that a goal serves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Serves {
    /// What is served.
    pub element: Mention,
    /// How far up: 1 is right above. The shortest way counts.
    pub far: usize,
}

/// Something put before a unit that answers in an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PutBeforeAgent {
    /// The unit.
    pub unit: UnitId,
    /// What was put before it.
    pub element: Mention,
    /// What it answered.
    pub answer: AnswerName,
    /// Why not, where it declined.
    pub reason: String,
    /// The day it answered.
    pub answered_on: Option<Date>,
}

/// What a unit is part of, and what is expected of it (T3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineOfSight {
    /// Its agreements as agent that are neither closed nor withdrawn.
    pub agreements: Vec<AgreementMention>,
    /// Their goals, agreement by agreement, in the order people put them.
    pub goals: Vec<GoalInSight>,
    /// What was put before the unit, unanswered first.
    pub put_before: Vec<PutBeforeAgent>,
}

/// A goal in a line of sight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalInSight {
    /// The agreement it stands in.
    pub agreement: AgreementId,
    /// How it came in.
    pub place: GoalPlace,
    /// The goal.
    pub goal: Mention,
    /// Everything live it serves, nearest first, each once.
    pub serves: Vec<Serves>,
}

/// Goals and actions by their ids, in the order asked, for a deed; those that do not exist are left out. One statement.
///
/// # Errors
/// A fault.
pub async fn elements_of(tx: &mut Tx, municipality: MunicipalityId, ids: &[ElementId]) -> Result<Vec<Element>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT ",
            element_columns!(),
            " FROM rows_of($2) r CROSS JOIN element e
             WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0) ORDER BY CAST(r.value ->> 1 AS BIGINT)"
        ),
    );
    let rows: Vec<ElementRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("loading the goals of an agreement"))?;
    rows.into_iter().map(ElementRow::element).collect()
}

#[derive(sqlx::FromRow)]
struct OwnedRow {
    #[sqlx(flatten)]
    element: ElementRow,
    owner_serial: i64,
    owner_name: String,
}

/// Goals and actions with their owners, by id. Whether they are seen is the agreement's question. One statement.
pub(super) async fn owned_elements(
    tx: &mut Tx,
    municipality: MunicipalityId,
    ids: &[ElementId],
) -> Result<BTreeMap<ElementId, (Element, UnitMention)>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT ",
            element_columns!(),
            ", u.serial AS owner_serial, u.name AS owner_name FROM rows_of($2) r CROSS JOIN element e ",
            owner!(),
            " WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0)"
        ),
    );
    let rows: Vec<OwnedRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading the goals of an agreement"))?;
    rows.into_iter()
        .map(|row| {
            let element = row.element.element()?;
            let owner = UnitMention::new(element.owner.0, row.owner_serial, row.owner_name);
            Ok((element.id, (element, owner)))
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct ServesRow {
    root: Uuid,
    far: i64,
    #[sqlx(flatten)]
    element: MentionRow,
}

/// Everything live above each of these elements, nearest first, each once. One statement.
pub(super) async fn served_by(tx: &mut Tx, sight: &Sight, ids: &[ElementId]) -> Result<BTreeMap<ElementId, Vec<Serves>>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            ", root(id) AS (
            SELECT id_of(r.value ->> 0) FROM rows_of($5) r
         ), up(root, id, far) AS (
            SELECT o.id, o.id, CAST(0 AS BIGINT) FROM root o
            UNION
            SELECT y.root, e.id, y.far + 1 FROM up y CROSS JOIN contribution c CROSS JOIN element e
            WHERE c.municipality_id = $1 AND c.child_id = y.id AND e.municipality_id = $1 AND e.id = c.parent_id
              AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND (e.id IN (SELECT o.id FROM root o) OR ",
            seen!(),
            ")
         )
         SELECT y.root, y.far, ",
            mention_columns!(),
            "
         FROM (SELECT up.root, up.id, min(up.far) AS far FROM up WHERE up.far > 0 GROUP BY up.root, up.id) y
         CROSS JOIN element e ",
            owner!(),
            "
         WHERE e.municipality_id = $1 AND e.id = y.id ORDER BY y.far, e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<ServesRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading what goals serve"))?;
    let mut served: BTreeMap<ElementId, Vec<Serves>> = BTreeMap::new();
    for row in rows {
        let serves = Serves { element: row.element.mention()?, far: whole(row.far) };
        served.entry(row.root.into()).or_default().push(serves);
    }
    Ok(served)
}

#[derive(sqlx::FromRow)]
struct PutRow {
    unit_id: Uuid,
    answer: String,
    reason: String,
    answered_on: Option<DbDate>,
    #[sqlx(flatten)]
    element: MentionRow,
}

/// What live was put before these units, unanswered first; at most five hundred. One statement.
pub(super) async fn put_before(tx: &mut Tx, sight: &Sight, units: &[UnitId]) -> Result<Vec<PutBeforeAgent>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            "SELECT st.unit_id, st.answer, st.reason, st.answered_on, ",
            mention_columns!(),
            "
         FROM rows_of($5) r CROSS JOIN stance st CROSS JOIN element e ",
            owner!(),
            "
         WHERE st.municipality_id = $1 AND st.unit_id = id_of(r.value ->> 0) AND e.municipality_id = $1 AND e.id = st.element_id
           AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            seen!(),
            "
         ORDER BY CASE WHEN st.answer = 'asked' THEN 0 ELSE 1 END, e.prefix, e.year, e.serial, st.unit_id LIMIT 500"
        ),
    );
    let rows: Vec<PutRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(units.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading what was put before units"))?;
    rows.into_iter()
        .map(|row| {
            let unknown = || corrupt("reading what was put before units", &row.answer, "an answer");
            Ok(PutBeforeAgent {
                unit: row.unit_id.into(),
                answer: AnswerName::parse(&row.answer).ok_or_else(unknown)?,
                element: row.element.mention()?,
                reason: row.reason,
                answered_on: row.answered_on.map(DbDate::to_jiff),
            })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct InSightRow {
    in_agreement: Uuid,
    came: String,
    #[sqlx(flatten)]
    goal: MentionRow,
}

/// What a unit is part of, and what is expected of it. Five statements.
///
/// # Errors
/// A fault.
pub async fn line_of_sight(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<LineOfSight, Fault> {
    let agreements = live_of_agent(tx, sight, unit).await?;
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            "SELECT g.agreement_id AS in_agreement, g.came, ",
            mention_columns!(),
            "
         FROM rows_of($5) r CROSS JOIN agreement a CROSS JOIN agreement_goal g CROSS JOIN element e ",
            owner!(),
            "
         WHERE a.municipality_id = $1 AND a.id = id_of(r.value ->> 0) AND g.municipality_id = $1 AND g.agreement_id = a.id
           AND e.municipality_id = $1 AND e.id = g.goal_id AND CASE WHEN ",
            sees_draft!(),
            " THEN g.written ELSE g.in_force END
         ORDER BY CAST(r.value ->> 1 AS BIGINT), g.place, e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<InSightRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(agreements.iter().map(|a| a.id.0))).fetch_all(c).await)
    .map_err(doing("reading the goals of a unit's agreements"))?;
    let mut goals = rows
        .into_iter()
        .map(|row| {
            let unknown = || corrupt("reading the goals of a unit's agreements", &row.came, "how a goal came in");
            Ok(GoalInSight {
                agreement: row.in_agreement.into(),
                place: GoalPlace::parse(&row.came).ok_or_else(unknown)?,
                goal: row.goal.mention()?,
                serves: Vec::new(),
            })
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    let ids: Vec<ElementId> = goals.iter().map(|goal| goal.goal.id).collect();
    let served = served_by(tx, sight, &ids).await?;
    for goal in &mut goals {
        goal.serves = served.get(&goal.goal.id).cloned().unwrap_or_default();
    }
    Ok(LineOfSight { agreements, goals, put_before: put_before(tx, sight, &[unit]).await? })
}
