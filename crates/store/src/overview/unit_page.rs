//! One unit: its elements, its place in the organisation, what stands below it and what was put before it.

use jiff::civil::Date;
use pejl_domain::chain::AnswerName;
use pejl_domain::models::Key;
use pejl_kernel::{Number, StanceId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::judgements::{StateCount, StateCountRow};
use super::mention::{Mention, MentionRow, UnitMention, key, mention_columns, number, owner, whole};
use super::narrow::{children_of, parents_of};
use super::shape::{Shape, spec_rows};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::orgs;
use crate::value::DbDate;

/// What a unit's page shows beside its people.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UnitOverview {
    /// The units above it, nearest first.
    pub line: Vec<orgs::UnitInLine>,
    /// Its own live elements, column by column, in the order of their numbers; at most two hundred.
    pub elements: Vec<UnitElement>,
    /// All its own elements by column and state.
    pub states: Vec<StateCount>,
    /// The open units right under it, by name.
    pub below: Vec<UnitBelow>,
    /// What was put before it, unanswered first.
    pub asked: Vec<Asked>,
}

/// An element of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitElement {
    /// The element.
    pub element: Mention,
    /// Its column.
    pub column: usize,
    /// When it shall be met.
    pub due: Option<Date>,
    /// The number and title of the live element right above it, the first by number where there are several; `None` where
    /// it stands under nothing that is seen.
    pub above: Option<(Number, String)>,
    /// How many live elements it stands right under.
    pub parents: usize,
    /// How many live elements stand right under it.
    pub children: usize,
}

/// A unit right under another, with the elements owned there or further down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitBelow {
    /// The unit.
    pub unit: UnitMention,
    /// Its level.
    pub level: Key,
    /// Its kind.
    pub kind: Option<Key>,
    /// Live elements being written or sent back.
    pub drafts: usize,
    /// Proposed.
    pub proposed: usize,
    /// In force.
    pub adopted: usize,
    /// Over.
    pub closed: usize,
}

/// Something put before a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The stance.
    pub stance: StanceId,
    /// What was put before it.
    pub element: Mention,
    /// What the unit answered.
    pub answer: AnswerName,
    /// Why not, where it declined.
    pub reason: String,
    /// The day it answered.
    pub answered_on: Option<Date>,
}

/// What a unit's page shows, in five statements.
///
/// # Errors
/// A fault of the database.
pub async fn unit_overview(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: UnitId) -> Result<UnitOverview, Fault> {
    let mut line = orgs::line(tx, sight.municipality(), unit).await?;
    line.retain(|above| above.id != unit);
    Ok(UnitOverview {
        line,
        elements: elements(tx, sight, shape, unit).await?,
        states: states(tx, sight, shape, unit).await?,
        below: below(tx, sight, unit).await?,
        asked: asked(tx, sight, unit).await?,
    })
}

#[derive(sqlx::FromRow)]
struct ElementRow {
    #[sqlx(flatten)]
    element: MentionRow,
    col: i64,
    due_on: Option<DbDate>,
    above_prefix: Option<String>,
    above_year: Option<i64>,
    above_serial: Option<i64>,
    above_title: Option<String>,
    parents: i64,
    children: i64,
}

impl ElementRow {
    fn element(self) -> Result<UnitElement, Fault> {
        let above = match (self.above_prefix, self.above_year, self.above_serial, self.above_title) {
            (Some(prefix), Some(year), Some(serial), Some(title)) => Some((number(&prefix, year, serial)?, title)),
            _ => None,
        };
        Ok(UnitElement {
            element: self.element.mention()?,
            column: whole(self.col),
            due: self.due_on.map(DbDate::to_jiff),
            above,
            parents: whole(self.parents),
            children: whole(self.children),
        })
    }
}

async fn elements(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: UnitId) -> Result<Vec<UnitElement>, Fault> {
    let sql = spoken(tx.engine(), concat!(mine!(), spec_rows!(),
        ", own(id, col) AS (
            SELECT e.id, s.col FROM element e JOIN spec s ON s.kind = e.kind AND s.level = e.level
            WHERE e.municipality_id = $1 AND e.owner_id = $6 AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ", seen!(), "
            ORDER BY s.col, e.prefix, e.year, e.serial LIMIT 200
         )
         SELECT ", mention_columns!(), ", o.col, e.due_on, a.prefix AS above_prefix, a.year AS above_year,
            a.serial AS above_serial, a.title AS above_title,
            ", parents_of!("o.id"), " AS parents, ", children_of!("o.id"), " AS children
         FROM own o CROSS JOIN element e ", owner!(), "
         LEFT JOIN element a ON a.municipality_id = $1 AND a.id = (
            SELECT e.id FROM contribution c CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.id = c.parent_id AND c.municipality_id = $1 AND c.child_id = o.id AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
              AND ", seen!(), "
            ORDER BY e.prefix, e.year, e.serial LIMIT 1)
         WHERE e.municipality_id = $1 AND e.id = o.id
         ORDER BY o.col, e.prefix, e.year, e.serial"));
    let rows: Vec<ElementRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing a unit's elements"))?;
    rows.into_iter().map(ElementRow::element).collect()
}

async fn states(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: UnitId) -> Result<Vec<StateCount>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            spec_rows!(),
            "SELECT s.col, e.state, e.outcome, count(*) AS elements
         FROM element e JOIN spec s ON s.kind = e.kind AND s.level = e.level
         WHERE e.municipality_id = $1 AND e.owner_id = $6 AND ",
            seen!(),
            "
         GROUP BY s.col, e.state, e.outcome ORDER BY s.col, e.state, e.outcome"
        ),
    );
    let rows: Vec<StateCountRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.0).fetch_all(c).await)
    .map_err(doing("counting a unit's elements"))?;
    rows.into_iter().map(StateCount::read).collect()
}

#[derive(sqlx::FromRow)]
struct BelowRow {
    id: Uuid,
    serial: i64,
    name: String,
    level: String,
    kind: Option<String>,
    drafts: i64,
    proposed: i64,
    adopted: i64,
    closed: i64,
}

impl BelowRow {
    fn below(self) -> Result<UnitBelow, Fault> {
        Ok(UnitBelow {
            unit: UnitMention::new(self.id, self.serial, self.name),
            level: key(&self.level)?,
            kind: self.kind.as_deref().map(key).transpose()?,
            drafts: whole(self.drafts),
            proposed: whole(self.proposed),
            adopted: whole(self.adopted),
            closed: whole(self.closed),
        })
    }
}

async fn below(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<UnitBelow>, Fault> {
    let rows: Vec<BelowRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        ", tree(root, unit_id) AS (
            SELECT b.id, b.id FROM unit b WHERE b.municipality_id = $1 AND b.parent_id = $5 AND (b.valid_to IS NULL OR b.valid_to >= $3)
            UNION
            SELECT t.root, b.id FROM unit b JOIN tree t ON b.parent_id = t.unit_id WHERE b.municipality_id = $1
         ), owned(root, drafts, proposed, adopted, closed) AS (
            SELECT t.root, count(*) FILTER (WHERE e.state IN ('draft', 'returned')), count(*) FILTER (WHERE e.state = 'proposed'),
                count(*) FILTER (WHERE e.state = 'adopted'), count(*) FILTER (WHERE e.state = 'closed')
            FROM tree t CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.owner_id = t.unit_id AND ", seen!(), " GROUP BY t.root
         )
         SELECT b.id, b.serial, b.name, b.level, b.kind, coalesce(o.drafts, 0) AS drafts, coalesce(o.proposed, 0) AS proposed,
            coalesce(o.adopted, 0) AS adopted, coalesce(o.closed, 0) AS closed
         FROM unit b LEFT JOIN owned o ON o.root = b.id
         WHERE b.municipality_id = $1 AND b.parent_id = $5 AND (b.valid_to IS NULL OR b.valid_to >= $3)
         ORDER BY b.name COLLATE da, b.serial")))
        .bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing the units below with their elements"))?;
    rows.into_iter().map(BelowRow::below).collect()
}

#[derive(sqlx::FromRow)]
struct AskedRow {
    stance: Uuid,
    answer: String,
    reason: String,
    answered_on: Option<DbDate>,
    #[sqlx(flatten)]
    element: MentionRow,
}

impl AskedRow {
    fn asked(self) -> Result<Asked, Fault> {
        let unknown = || corrupt("listing what was put before a unit", &self.answer, "an answer");
        Ok(Asked {
            stance: self.stance.into(),
            answer: AnswerName::parse(&self.answer).ok_or_else(unknown)?,
            element: self.element.mention()?,
            reason: self.reason,
            answered_on: self.answered_on.map(DbDate::to_jiff),
        })
    }
}

async fn asked(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<Asked>, Fault> {
    let rows: Vec<AskedRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT st.id AS stance, st.answer, st.reason, st.answered_on, ", mention_columns!(), "
         FROM stance st JOIN element e ON e.municipality_id = $1 AND e.id = st.element_id ", owner!(), "
         WHERE st.municipality_id = $1 AND st.unit_id = $5 AND ", seen!(), "
         ORDER BY CASE WHEN st.answer = 'asked' THEN 0 ELSE 1 END, e.prefix, e.year, e.serial LIMIT 200")))
        .bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing what was put before a unit"))?;
    rows.into_iter().map(AskedRow::asked).collect()
}
