//! The counts behind the judgements: how many are in which state, what hangs loose, how the numbers fit the model, how the
//! goals lean, how good they are, and how far down the chain reaches. What the figures mean is the domain's.

use pejl_domain::chain::counts;
use pejl_domain::chain::quality::QualityFacts;
use pejl_domain::chain::{Coverage, Measure, Orientation, Scope, State};
use pejl_domain::models::{CountedWithin, Key};
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::mention::{Mention, MentionRow, UnitMention, key, mention_columns, owner, state, whole};
use super::narrow::{BENEATH, CROWDED, OWNED_BENEATH, is_break, is_orphan, is_tied};
use super::shape::{Shape, spec_rows};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};

pub use pejl_domain::chain::balance::Alike;

/// How many of a column are in a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateCount {
    /// The column.
    pub column: usize,
    /// The state, with the outcome where it is closed.
    pub state: State,
    /// How many.
    pub count: usize,
}

#[derive(sqlx::FromRow)]
pub(super) struct StateCountRow {
    col: i64,
    state: String,
    outcome: Option<String>,
    elements: i64,
}

impl StateCount {
    pub(super) fn read(row: StateCountRow) -> Result<Self, Fault> {
        Ok(Self { column: whole(row.col), state: state(&row.state, row.outcome.as_deref())?, count: whole(row.elements) })
    }
}

/// How many of a column hang loose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LooseEnds {
    /// The column.
    pub column: usize,
    /// Proposed or adopted ones that must stand under something and do not.
    pub orphans: usize,
    /// Adopted ones that should be served and are not.
    pub breaks: usize,
}

/// Live goals of a column of which the same is true, and how many they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FactsAlike {
    /// The column.
    pub column: usize,
    /// What is true of them.
    pub facts: QualityFacts,
    /// How many.
    pub count: usize,
}

/// What the units answered that an element was put before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageRow {
    /// The element.
    pub element: Mention,
    /// The answers, in figures.
    pub coverage: Coverage,
}

/// How far down an element reaches: where does it stop?
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reach {
    /// The element.
    pub element: Mention,
    /// The levels of the organisation, each with how many of its open units own something live below the element. Every
    /// level that has an open unit is there.
    pub levels: Vec<LevelReach>,
}

/// How many units of a level have something under an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelReach {
    /// The level.
    pub level: Key,
    /// Open units of it that own something live below the element.
    pub units: usize,
    /// Open units of it in all.
    pub of: usize,
}

/// A query about what is owned at or below a unit, or about everything: `ground` is what it looks in, and the condition
/// stands between `before` and `after`. `$6` is the unit.
fn owned(unit: Option<UnitId>, ground: &str, before: &str, after: &str) -> String {
    let (beneath, owned) = if unit.is_some() { (BENEATH, OWNED_BENEATH) } else { ("", "") };
    [concat!(mine!(), spec_rows!()), beneath, ground, before, owned, after].concat()
}

/// Every element at or below a unit (all, where none is named) by column and state.
///
/// # Errors
/// A fault of the database.
pub async fn states(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: Option<UnitId>) -> Result<Vec<StateCount>, Fault> {
    let sql = spoken(
        tx.engine(),
        &owned(
            unit,
            "",
            concat!(
                "SELECT s.col, e.state, e.outcome, count(*) AS elements
         FROM spec s CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND ",
                seen!()
            ),
            "
         GROUP BY s.col, e.state, e.outcome ORDER BY s.col, e.state, e.outcome",
        ),
    );
    let rows: Vec<StateCountRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("counting the elements by state"))?;
    rows.into_iter().map(StateCount::read).collect()
}

/// Orphans and breaks at or below a unit (all, where none is named), by column; columns without any are left out.
///
/// # Errors
/// A fault of the database.
pub async fn loose_ends(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: Option<UnitId>) -> Result<Vec<LooseEnds>, Fault> {
    let sql = spoken(
        tx.engine(),
        &owned(
            unit,
            "",
            concat!(
                "SELECT l.col, count(*) FILTER (WHERE l.is_orphan), count(*) FILTER (WHERE l.is_break) FROM (
            SELECT s.col, ",
                is_orphan!(),
                " AS is_orphan, ",
                is_break!(),
                " AS is_break
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
              AND (s.tied OR s.served) AND e.state IN ('proposed', 'adopted') AND ",
                seen!()
            ),
            "
         ) l WHERE l.is_orphan OR l.is_break GROUP BY l.col ORDER BY l.col",
        ),
    );
    let rows: Vec<(i64, i64, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("counting orphans and breaks"))?;
    Ok(rows
        .into_iter()
        .map(|(col, orphans, breaks)| LooseEnds { column: whole(col), orphans: whole(orphans), breaks: whole(breaks) })
        .collect())
}

/// Live elements of one column, counted within one of the groups in which the model counts them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountedRow {
    /// The column.
    pub column: usize,
    /// The group. A unit that may own one and owns none is here too, with 0.
    pub group: counts::Group,
    /// The name of the unit, or the title of the element above; empty for the municipality.
    pub name: String,
    /// How many.
    pub count: usize,
}

/// Live elements counted within what the model counts them, for the columns of which it means a number.
///
/// # Errors
/// A fault of the database.
pub async fn counted(tx: &mut Tx, sight: &Sight, shape: &Shape) -> Result<Vec<CountedRow>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            spec_rows!(),
            ", live(id, col, within, owner_id) AS (
            SELECT e.id, s.col, s.within, e.owner_id
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
              AND s.within IS NOT NULL AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            seen!(),
            "
         ), by_unit(col, id, elements) AS (
            SELECT l.col, l.owner_id, count(*) FROM live l WHERE l.within = 'unit' GROUP BY l.col, l.owner_id
         )
         SELECT s.col, 'municipality', NULL AS id, '' AS name, coalesce(m.elements, 0) AS elements
         FROM (SELECT DISTINCT spec.col FROM spec WHERE spec.within = 'municipality') s
         LEFT JOIN (SELECT l.col, count(*) AS elements FROM live l GROUP BY l.col) m ON m.col = s.col
         UNION ALL
         SELECT s.col, s.within, u.id, u.name, coalesce(b.elements, 0)
         FROM spec s JOIN unit u ON u.municipality_id = $1 AND u.level = s.level
            AND u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3)
         LEFT JOIN by_unit b ON b.col = s.col AND b.id = u.id
         WHERE s.within = 'unit'
         UNION ALL
         SELECT k.col, 'parent', e.id, e.title, k.elements FROM (
            SELECT l.col, c.parent_id, count(*) AS elements FROM live l CROSS JOIN contribution c
            WHERE l.within = 'parent' AND c.municipality_id = $1 AND c.child_id = l.id GROUP BY l.col, c.parent_id
         ) k CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.id = k.parent_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            seen!(),
            "
         ORDER BY 1, 4, 3"
        ),
    );
    let rows: Vec<(i64, String, Option<Uuid>, String, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).fetch_all(c).await)
    .map_err(doing("counting the elements against the model"))?;
    rows.into_iter()
        .map(|(col, within, id, name, elements)| {
            let group = match (CountedWithin::parse(&within), id) {
                (Some(CountedWithin::Municipality), None) => counts::Group::Municipality,
                (Some(CountedWithin::Unit), Some(unit)) => counts::Group::Unit(unit.into()),
                (Some(CountedWithin::Parent), Some(parent)) => counts::Group::Parent(parent.into()),
                (Some(_) | None, Some(_) | None) => {
                    return Err(corrupt("counting the elements against the model", within, "a group"));
                }
            };
            Ok(CountedRow { column: whole(col), group, name, count: whole(elements) })
        })
        .collect()
}

/// The live goals of the columns at or below a unit (all, where none is named), those alike together.
///
/// # Errors
/// A fault of the database.
pub async fn goals_alike(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: Option<UnitId>) -> Result<Vec<Alike>, Fault> {
    const READING: &str = "counting how the goals lean";
    let sql = spoken(
        tx.engine(),
        &owned(
            unit,
            "",
            concat!(
                "SELECT e.scope, e.orientation, e.measure, count(*)
         FROM spec s CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
           AND e.kind = 'goal' AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
                seen!()
            ),
            "
         GROUP BY e.scope, e.orientation, e.measure ORDER BY e.scope, e.orientation, e.measure",
        ),
    );
    type Row = (Option<String>, Option<String>, Option<String>, i64);
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing(READING))?;
    rows.into_iter()
        .map(|(scope, orientation, measure, count)| {
            let unknown = |text: &str| corrupt(READING, text, "a scope, an orientation or a measure");
            Ok(Alike {
                scope: scope.map(|t| Scope::parse(&t).ok_or_else(|| unknown(&t))).transpose()?,
                orientation: orientation.map(|t| Orientation::parse(&t).ok_or_else(|| unknown(&t))).transpose()?,
                measure: measure.map(|t| Measure::parse(&t).ok_or_else(|| unknown(&t))).transpose()?,
                count: whole(count),
            })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct FactsRow {
    col: i64,
    has_effect: bool,
    is_measurable: bool,
    has_baseline: bool,
    has_owner: bool,
    has_deadline: bool,
    has_decision: bool,
    has_money: bool,
    is_tied: bool,
    aims_at_effect: bool,
    is_one_of_few: bool,
    elements: i64,
}

impl FactsRow {
    fn alike(self) -> FactsAlike {
        let facts = QualityFacts {
            has_effect: self.has_effect,
            is_measurable: self.is_measurable,
            has_baseline: self.has_baseline,
            has_owner: self.has_owner,
            has_deadline: self.has_deadline,
            has_decision: self.has_decision,
            has_money: self.has_money,
            is_tied: self.is_tied,
            aims_at_effect: self.aims_at_effect,
            is_one_of_few: self.is_one_of_few,
        };
        FactsAlike { column: whole(self.col), facts, count: whole(self.elements) }
    }
}

/// What is true of the live goals of the columns at or below a unit (all, where none is named), those of which the same is
/// true together.
///
/// # Errors
/// A fault of the database.
pub async fn how_good(tx: &mut Tx, sight: &Sight, shape: &Shape, unit: Option<UnitId>) -> Result<Vec<FactsAlike>, Fault> {
    let sql = spoken(
        tx.engine(),
        &owned(
            unit,
            CROWDED,
            concat!(
        "SELECT f.col, f.has_effect, f.is_measurable, f.has_baseline, f.has_owner, f.has_deadline, f.has_decision, f.has_money,
            f.is_tied, f.aims_at_effect, f.is_one_of_few, count(*) AS elements
         FROM (
            SELECT s.col, e.has_effect, e.is_measurable, e.has_baseline, e.responsible_id IS NOT NULL AS has_owner,
                e.due_on IS NOT NULL AS has_deadline, e.decision_id IS NOT NULL AS has_decision, e.has_money,
                ", is_tied!(), " AS is_tied, coalesce(e.measure, '') = 'effect' AS aims_at_effect,
                e.id NOT IN (SELECT w.id FROM crowded w) AS is_one_of_few
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
           AND e.kind = 'goal' AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ", seen!()),
            "
         ) f
         GROUP BY f.col, f.has_effect, f.is_measurable, f.has_baseline, f.has_owner, f.has_deadline, f.has_decision, f.has_money,
            f.is_tied, f.aims_at_effect, f.is_one_of_few
         ORDER BY f.col, elements DESC",
        ),
    );
    let rows: Vec<FactsRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("counting how good the goals are"))?;
    Ok(rows.into_iter().map(FactsRow::alike).collect())
}

#[derive(sqlx::FromRow)]
struct CoverageRead {
    #[sqlx(flatten)]
    element: MentionRow,
    taken_up: i64,
    declined: i64,
    unanswered: i64,
}

/// What is in force and was put before units at or below a unit (all, where none is named), with those units' answers in
/// figures: most unanswered first, at most five hundred.
///
/// # Errors
/// A fault of the database.
pub async fn coverage(tx: &mut Tx, sight: &Sight, unit: Option<UnitId>) -> Result<Vec<CoverageRow>, Fault> {
    let rows: Vec<CoverageRead> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        ", beneath(unit_id) AS (
            SELECT b.id FROM unit b WHERE b.municipality_id = $1 AND b.id = $5
            UNION
            SELECT b.id FROM unit b JOIN beneath n ON b.parent_id = n.unit_id WHERE b.municipality_id = $1
         ), answers(id, taken_up, declined, unanswered) AS (
            SELECT st.element_id, count(*) FILTER (WHERE st.answer = 'taken-up'), count(*) FILTER (WHERE st.answer = 'declined'),
                count(*) FILTER (WHERE st.answer = 'asked')
            FROM stance st
            WHERE st.municipality_id = $1 AND ($5 IS NULL OR st.unit_id IN (SELECT n.unit_id FROM beneath n))
            GROUP BY st.element_id
         )
         SELECT ", mention_columns!(), ", a.taken_up, a.declined, a.unanswered
         FROM answers a CROSS JOIN element e ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = a.id AND e.state = 'adopted' AND ", seen!(), "
         ORDER BY a.unanswered DESC, a.declined DESC, e.prefix, e.year, e.serial LIMIT 500")))
        .bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("counting the answers to goals"))?;
    rows.into_iter()
        .map(|r| {
            Ok(CoverageRow {
                element: r.element.mention()?,
                coverage: Coverage::of(whole(r.taken_up), whole(r.declined), whole(r.unanswered)),
            })
        })
        .collect()
}

/// How far down each adopted element of a column reaches, by number; at most two hundred. Three statements.
///
/// # Errors
/// A fault of the database.
pub async fn reaches(tx: &mut Tx, sight: &Sight, shape: &Shape, column: usize) -> Result<Vec<Reach>, Fault> {
    let place = i64::try_from(column).unwrap_or(i64::MAX);
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            spec_rows!(),
            "SELECT ",
            mention_columns!(),
            "
         FROM spec s JOIN element e ON e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level ",
            owner!(),
            "
         WHERE s.col = $6 AND e.state = 'adopted' ORDER BY e.prefix, e.year, e.serial LIMIT 200"
        ),
    );
    let roots: Vec<MentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(place).fetch_all(c).await)
    .map_err(doing("listing what reaches down"))?;
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            spec_rows!(),
            ", root(id) AS (
            SELECT e.id FROM spec s JOIN element e ON e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
            WHERE s.col = $6 AND e.state = 'adopted' ORDER BY e.prefix, e.year, e.serial LIMIT 200
         ), branch(root, id) AS (
            SELECT r.id, r.id FROM root r
            UNION
            SELECT b.root, c.child_id FROM branch b CROSS JOIN contribution c
            WHERE c.municipality_id = $1 AND c.parent_id = b.id
         ), reached(root, unit_id) AS (
            SELECT DISTINCT b.root, e.owner_id FROM branch b CROSS JOIN element e
            WHERE b.id <> b.root AND e.municipality_id = $1 AND e.id = b.id
              AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
         )
         SELECT r.root, u.level, count(*) FROM reached r CROSS JOIN unit u
         WHERE u.municipality_id = $1 AND u.id = r.unit_id AND u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3)
         GROUP BY r.root, u.level"
        ),
    );
    let reached: Vec<(Uuid, String, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(shape.spec_rows()).bind(place).fetch_all(c).await)
    .map_err(doing("counting the units that elements reach"))?;
    let levels: Vec<(String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT u.level, count(*) FROM unit u
         WHERE u.municipality_id = $1 AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
         GROUP BY u.level ORDER BY u.level")
        .bind(sight.municipality().0).bind(crate::value::date(sight.on())).fetch_all(c).await)
    .map_err(doing("counting the units of the levels"))?;
    roots
        .into_iter()
        .map(|root| {
            let element = root.mention()?;
            let units = |level: &str| {
                let here = reached.iter().find(|(id, l, _)| *id == element.id.0 && l == level);
                here.map_or(0, |(_, _, units)| whole(*units))
            };
            let levels =
                levels.iter().map(|(level, of)| Ok(LevelReach { level: key(level)?, units: units(level), of: whole(*of) }));
            Ok(Reach { levels: levels.collect::<Result<_, Fault>>()?, element })
        })
        .collect()
}

/// The open units of a level (and of a kind, where one is named) that own nothing live below an element, by name.
///
/// # Errors
/// A fault of the database.
pub async fn units_without(
    tx: &mut Tx,
    sight: &Sight,
    element: ElementId,
    level: &Key,
    kind: Option<&Key>,
) -> Result<Vec<UnitMention>, Fault> {
    let rows: Vec<(Uuid, i64, String)> = on!(tx, c => sqlx::query_as(
        "WITH RECURSIVE branch(id) AS (
            SELECT c.child_id FROM contribution c WHERE c.municipality_id = $1 AND c.parent_id = $3
            UNION
            SELECT c.child_id FROM branch b JOIN contribution c ON c.municipality_id = $1 AND c.parent_id = b.id
         )
         SELECT u.id, u.serial, u.name FROM unit u
         WHERE u.municipality_id = $1 AND u.level = $4 AND (CAST($5 AS TEXT) IS NULL OR u.kind = $5)
           AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
           AND u.id NOT IN (
                SELECT e.owner_id FROM branch b CROSS JOIN element e
                WHERE e.municipality_id = $1 AND e.id = b.id AND e.state IN ('draft', 'proposed', 'returned', 'adopted'))
         ORDER BY u.name COLLATE da, u.serial LIMIT 500")
        .bind(sight.municipality().0).bind(crate::value::date(sight.on())).bind(element.0).bind(level.as_str())
        .bind(kind.map(Key::as_str)).fetch_all(c).await)
    .map_err(doing("listing the units that an element does not reach"))?;
    Ok(rows.into_iter().map(|(id, serial, name)| UnitMention::new(id, serial, name)).collect())
}
