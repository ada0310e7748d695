//! Lists of elements: filtered, sorted, by the page.

use jiff::civil::Date;
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::{Measure, Orientation, Scope};
use pejl_policy::Sight;

use super::mention::{Mention, MentionRow, mention_columns, owner, whole};
use super::narrow::{CROWDED, Narrow, OWNED_BENEATH, children_of, is_tied, narrowed_by, parents_of};
use super::shape::{Shape, spec_rows};
use crate::chain::sight::{mine, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::{DbDate, maybe_date};

/// Which elements a list shows, and in which order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListAsk {
    /// The model's columns. Only what is of one of them is shown: leave out of it what is not asked for.
    pub shape: Shape,
    /// The filters shared with the map; `unit` here means owned at or below.
    pub narrow: Narrow,
    /// Only goals due before this day.
    pub due_before: Option<Date>,
    /// Only those of which this does not hold.
    pub missing: Option<Check>,
    /// Only this orientation.
    pub orientation: Option<Orientation>,
    /// Only this measure.
    pub measure: Option<Measure>,
    /// Only this scope.
    pub scope: Option<Scope>,
    /// By what.
    pub sort: Sort,
    /// Last first.
    pub turned: bool,
    /// Pass over so many.
    pub skip: i64,
    /// Show so many.
    pub most: i64,
}

/// The states in the order in which an element passes through them.
macro_rules! passing {
    () => {
        "CASE e.state WHEN 'draft' THEN 0 WHEN 'returned' THEN 1 WHEN 'proposed' THEN 2 WHEN 'adopted' THEN 3
            WHEN 'closed' THEN 4 WHEN 'superseded' THEN 5 ELSE 6 END"
    };
}

/// What a list is sorted by; equals stand in the order of their numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[allow(missing_docs)]
pub enum Sort {
    #[default]
    Number,
    Title,
    Owner,
    /// In the order in which an element passes through the states.
    State,
    /// Without a date last.
    Due,
    /// In the order of the model's columns.
    Column,
}

impl Sort {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Number, Self::Title, Self::Owner, Self::State, Self::Due, Self::Column];

    /// As it is spelled in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Owner => "owner",
            Self::State => "state",
            Self::Due => "due",
            Self::Column => "column",
        }
    }

    /// Reads what [`Sort::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text)
    }

    /// The order, where `e` is the element, `s` its spec and `u` its owner.
    const fn order(self, turned: bool) -> &'static str {
        match (self, turned) {
            (Self::Number, false) => "e.prefix, e.year, e.serial",
            (Self::Number, true) => "e.prefix DESC, e.year DESC, e.serial DESC",
            (Self::Title, false) => "e.title COLLATE da, e.prefix, e.year, e.serial",
            (Self::Title, true) => "e.title COLLATE da DESC, e.prefix, e.year, e.serial",
            (Self::Owner, false) => "u.name COLLATE da, u.serial, e.prefix, e.year, e.serial",
            (Self::Owner, true) => "u.name COLLATE da DESC, u.serial, e.prefix, e.year, e.serial",
            (Self::State, false) => concat!(passing!(), ", e.prefix, e.year, e.serial"),
            (Self::State, true) => concat!(passing!(), " DESC, e.prefix, e.year, e.serial"),
            (Self::Due, false) => "CASE WHEN e.due_on IS NULL THEN 1 ELSE 0 END, e.due_on, e.prefix, e.year, e.serial",
            (Self::Due, true) => "CASE WHEN e.due_on IS NULL THEN 1 ELSE 0 END, e.due_on DESC, e.prefix, e.year, e.serial",
            (Self::Column, false) => "s.col, e.prefix, e.year, e.serial",
            (Self::Column, true) => "s.col DESC, e.prefix, e.year, e.serial",
        }
    }
}

/// One row of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListRow {
    /// The element.
    pub element: Mention,
    /// Its column in the shape.
    pub column: usize,
    /// When it shall be met.
    pub due: Option<Date>,
    /// The title of the position that answers for it.
    pub responsible: Option<String>,
    /// Who holds that position; `None` where it is vacant, or none answers.
    pub holder: Option<String>,
    /// How many live elements it stands right under.
    pub parents: usize,
    /// How many live elements stand right under it.
    pub children: usize,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    element: MentionRow,
    col: i64,
    due_on: Option<DbDate>,
    responsible: Option<String>,
    holder: Option<String>,
    parents: i64,
    children: i64,
}

impl Row {
    fn row(self) -> Result<ListRow, Fault> {
        Ok(ListRow {
            element: self.element.mention()?,
            column: whole(self.col),
            due: self.due_on.map(DbDate::to_jiff),
            responsible: self.responsible,
            holder: self.holder,
            parents: whole(self.parents),
            children: whole(self.children),
        })
    }
}

impl ListAsk {
    /// What the conditions look in; follows `spec_rows!()`.
    fn ground(&self) -> String {
        let crowded = if self.missing == Some(Check::Few) { CROWDED } else { "" };
        format!("{}{crowded}", self.narrow.ground())
    }

    /// The conditions on the element `e` of the spec `s`.
    fn conditions(&self) -> String {
        let missing = match self.missing {
            None => "",
            Some(Check::Effect) => " AND NOT e.has_effect",
            Some(Check::Measurable) => " AND NOT e.is_measurable",
            Some(Check::Baseline) => " AND NOT e.has_baseline",
            Some(Check::Owner) => " AND e.responsible_id IS NULL",
            Some(Check::Deadline) => " AND e.due_on IS NULL",
            Some(Check::Decision) => " AND s.adopts IS NOT NULL AND e.decision_id IS NULL",
            Some(Check::Money) => " AND NOT e.has_money",
            Some(Check::Tied) => concat!(" AND s.stands_under AND NOT ", is_tied!()),
            Some(Check::Aim) => " AND (e.measure IS NULL OR e.measure <> 'effect')",
            Some(Check::Few) => " AND e.id IN (SELECT w.id FROM crowded w)",
        };
        let when = |is_asked: bool, condition: &'static str| if is_asked { condition } else { "" };
        [
            self.narrow.conditions().as_str(),
            when(self.narrow.unit.is_some(), OWNED_BENEATH),
            when(self.due_before.is_some(), " AND e.due_on < $12"),
            when(self.orientation.is_some(), " AND e.orientation = $13"),
            when(self.measure.is_some(), " AND e.measure = $14"),
            when(self.scope.is_some(), " AND e.scope = $15"),
            missing,
        ]
        .concat()
    }
}

/// Binds what a list is asked for, `$1` to `$15`.
macro_rules! listed_by {
    ($sight:expr, $ask:expr, $query:expr) => {
        narrowed_by!($ask.shape, $ask.narrow, seen_by!($sight, $query))
            .bind(maybe_date($ask.due_before))
            .bind($ask.orientation.map(Orientation::as_str))
            .bind($ask.measure.map(Measure::as_str))
            .bind($ask.scope.map(Scope::as_str))
    };
}

/// A page of the list, and how many there are in all. Two statements.
///
/// # Errors
/// A fault of the database.
pub async fn list(tx: &mut Tx, sight: &Sight, ask: &ListAsk) -> Result<(Vec<ListRow>, usize), Fault> {
    let rows = page(tx, sight, ask).await?;
    Ok((rows, total(tx, sight, ask).await?))
}

/// The page is picked first, over lean rows; only what is on it is joined and counted.
async fn page(tx: &mut Tx, sight: &Sight, ask: &ListAsk) -> Result<Vec<ListRow>, Fault> {
    let (ground, conditions, order) = (ask.ground(), ask.conditions(), ask.sort.order(ask.turned));
    let named = if ask.sort == Sort::Owner { owner!() } else { "" };
    let text = [
        concat!(mine!(), spec_rows!()),
        &ground,
        ", page(id, col) AS (
            SELECT e.id, s.col FROM spec s CROSS JOIN element e ",
        named,
        " WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND ",
        &conditions,
        " ORDER BY ",
        order,
        " LIMIT $16 OFFSET $17)
          SELECT ",
        concat!(
            mention_columns!(),
            ", s.col, e.due_on, po.title AS responsible, pe.name AS holder,
            ",
            parents_of!("s.id"),
            " AS parents, ",
            children_of!("s.id"),
            " AS children
         FROM page s CROSS JOIN element e ",
            owner!(),
            "
         LEFT JOIN position po ON po.municipality_id = $1 AND po.id = e.responsible_id
         LEFT JOIN person pe ON pe.municipality_id = $1 AND pe.id = po.person_id
            AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
         WHERE e.municipality_id = $1 AND e.id = s.id
         ORDER BY "
        ),
        order,
    ];
    let sql = spoken(tx.engine(), &text.concat());
    let rows: Vec<Row> = on!(tx, c => listed_by!(sight, ask, sqlx::query_as(sql)).bind(ask.most).bind(ask.skip).fetch_all(c).await)
        .map_err(doing("listing elements"))?;
    rows.into_iter().map(Row::row).collect()
}

async fn total(tx: &mut Tx, sight: &Sight, ask: &ListAsk) -> Result<usize, Fault> {
    let (ground, conditions) = (ask.ground(), ask.conditions());
    let text = [
        concat!(mine!(), spec_rows!()),
        &ground,
        "SELECT count(*) FROM spec s CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND ",
        &conditions,
    ];
    let sql = spoken(tx.engine(), &text.concat());
    let total: i64 = on!(tx, c => listed_by!(sight, ask, sqlx::query_scalar(sql)).fetch_one(c).await)
        .map_err(doing("counting a list of elements"))?;
    Ok(whole(total))
}
