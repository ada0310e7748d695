//! The chain map: cards in columns, the lines between them, and groups by unit where a column is too long for cards.

use std::collections::BTreeMap;

use pejl_domain::chain::{Edge, StateName};
use pejl_kernel::ElementId;
use pejl_policy::Sight;
use uuid::Uuid;

use super::mention::{Mention, MentionRow, UnitMention, mention_columns, owner, whole};
use super::narrow::{Narrow, children_of, is_break, is_orphan, narrowed_by};
use super::shape::{Shape, rows, spec_rows};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::id_rows;

/// What the map is asked to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapAsk {
    /// The columns.
    pub shape: Shape,
    /// Which elements.
    pub narrow: Narrow,
    /// The element whose line is wanted: everything above and below it is shown whatever the filters say.
    pub chosen: Option<ElementId>,
    /// The most cards in a column. A longer one comes as groups; of a line, as many are shown and the rest counted.
    pub most: i64,
}

/// The map.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChainMap {
    /// The cards, column by column, in the order of their numbers.
    pub cards: Vec<Card>,
    /// The contributions among the cards.
    pub edges: Vec<Edge>,
    /// How much there is in each column, in the order of the shape; one for every column.
    pub columns: Vec<ColumnCount>,
    /// For the columns that are too long, the elements by owner, largest first within a column.
    pub groups: Vec<Group>,
}

/// One card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The element.
    pub element: Mention,
    /// Its column.
    pub column: usize,
    /// Where it lies on the chosen element's line; `None` where it does not, or where none is chosen.
    pub side: Option<Side>,
    /// Must stand under something and does not.
    pub is_orphan: bool,
    /// Should be served by something and is not.
    pub is_break: bool,
    /// Cuts across committees.
    pub cuts_across: bool,
    /// How many live elements stand right under it.
    pub below: usize,
}

/// Where a card lies on the line of the chosen element.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Side {
    Above,
    Chosen,
    Below,
}

/// How much there is in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ColumnCount {
    /// Elements that pass the filters.
    pub elements: usize,
    /// Whether they come as groups rather than cards.
    pub is_grouped: bool,
    /// Elements on the chosen element's line, itself too.
    pub on_line: usize,
    /// Of those on the line, how many have no card.
    pub rest_of_line: usize,
}

/// The elements of one owner in a column that is too long for cards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The column.
    pub column: usize,
    /// The owner.
    pub unit: UnitMention,
    /// How many.
    pub count: usize,
    /// How many in each state, in the order of the states; none is left out but the empty.
    pub states: Vec<(StateName, usize)>,
}

/// The map, in four statements.
///
/// # Errors
/// A fault of the database.
pub async fn map(tx: &mut Tx, sight: &Sight, ask: &MapAsk) -> Result<ChainMap, Fault> {
    let mut groups = groups(tx, sight, ask).await?;
    let mut columns = vec![ColumnCount::default(); ask.shape.columns.len()];
    for group in &groups {
        if let Some(column) = columns.get_mut(group.column) {
            column.elements += group.count;
        }
    }
    for column in &mut columns {
        column.is_grouped = i64::try_from(column.elements).unwrap_or(i64::MAX) > ask.most;
    }
    groups.retain(|group| columns.get(group.column).is_some_and(|c| c.is_grouped));
    let mut cards = cards(tx, sight, ask, &mut columns).await?;
    let ids: Vec<ElementId> = cards.iter().map(|card| card.element.id).collect();
    let edges = edges_among(tx, sight, &ids).await?;
    for id in crossing(tx, sight, ask, &ids).await? {
        if let Some(card) = cards.iter_mut().find(|card| card.element.id == id) {
            card.cuts_across = true;
        }
    }
    Ok(ChainMap { cards, edges, columns, groups })
}

#[derive(sqlx::FromRow)]
struct GroupRow {
    col: i64,
    id: Uuid,
    serial: i64,
    name: String,
    elements: i64,
    draft: i64,
    proposed: i64,
    returned: i64,
    adopted: i64,
    closed: i64,
    withdrawn: i64,
    superseded: i64,
}

impl GroupRow {
    fn group(self) -> Group {
        let states = [
            (StateName::Draft, self.draft),
            (StateName::Proposed, self.proposed),
            (StateName::Returned, self.returned),
            (StateName::Adopted, self.adopted),
            (StateName::Closed, self.closed),
            (StateName::Withdrawn, self.withdrawn),
            (StateName::Superseded, self.superseded),
        ];
        Group {
            column: whole(self.col),
            unit: UnitMention::new(self.id, self.serial, self.name),
            count: whole(self.elements),
            states: states.into_iter().filter(|(_, n)| *n > 0).map(|(state, n)| (state, whole(n))).collect(),
        }
    }
}

/// Follows the ground of the filters where a unit is asked for: `reach(id)`, the elements of the unit and those below it,
/// with all that theirs serve and all that serves theirs.
const REACH: &str = ", seed(id) AS (
        SELECT e.id FROM beneath n CROSS JOIN element e WHERE e.municipality_id = $1 AND e.owner_id = n.unit_id
     ), reach_up(id) AS (
        SELECT d.id FROM seed d
        UNION
        SELECT c.parent_id FROM reach_up y JOIN contribution c ON c.municipality_id = $1 AND c.child_id = y.id
     ), reach_down(id) AS (
        SELECT d.id FROM seed d
        UNION
        SELECT c.child_id FROM reach_down y JOIN contribution c ON c.municipality_id = $1 AND c.parent_id = y.id
     ), reach(id) AS (
        SELECT y.id FROM reach_up y UNION SELECT y.id FROM reach_down y
     ) ";

impl MapAsk {
    /// What the conditions look in; follows `spec_rows!()`.
    fn ground(&self) -> String {
        format!("{}{}", self.narrow.ground(), if self.narrow.unit.is_some() { REACH } else { "" })
    }

    /// The conditions on the element `e` of the spec `s`.
    fn conditions(&self) -> String {
        let in_reach = if self.narrow.unit.is_some() { " AND e.id IN (SELECT y.id FROM reach y) " } else { "" };
        format!("{}{in_reach}", self.narrow.conditions())
    }
}

/// Everything that passes, by column and owner.
async fn groups(tx: &mut Tx, sight: &Sight, ask: &MapAsk) -> Result<Vec<Group>, Fault> {
    let (ground, conditions) = (ask.ground(), ask.conditions());
    let text = [
        concat!(mine!(), spec_rows!()),
        &ground,
        "SELECT g.col, u.id, u.serial, u.name, g.elements, g.draft, g.proposed, g.returned, g.adopted, g.closed, g.withdrawn,
            g.superseded
         FROM (
            SELECT s.col, e.owner_id, count(*) AS elements,
                count(*) FILTER (WHERE e.state = 'draft') AS draft, count(*) FILTER (WHERE e.state = 'proposed') AS proposed,
                count(*) FILTER (WHERE e.state = 'returned') AS returned, count(*) FILTER (WHERE e.state = 'adopted') AS adopted,
                count(*) FILTER (WHERE e.state = 'closed') AS closed, count(*) FILTER (WHERE e.state = 'withdrawn') AS withdrawn,
                count(*) FILTER (WHERE e.state = 'superseded') AS superseded
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND ",
        &conditions,
        "   GROUP BY s.col, e.owner_id
         ) g JOIN unit u ON u.municipality_id = $1 AND u.id = g.owner_id
         ORDER BY g.col, g.elements DESC, u.name COLLATE da, u.serial",
    ];
    let sql = spoken(tx.engine(), &text.concat());
    let rows: Vec<GroupRow> = on!(tx, c => narrowed_by!(ask.shape, ask.narrow, seen_by!(sight, sqlx::query_as(sql)))
        .fetch_all(c).await)
    .map_err(doing("counting the columns of the chain map"))?;
    Ok(rows.into_iter().map(GroupRow::group).collect())
}

#[derive(sqlx::FromRow)]
struct CardRow {
    #[sqlx(flatten)]
    element: MentionRow,
    col: i64,
    side: Option<String>,
    on_line: Option<i64>,
    is_orphan: bool,
    is_break: bool,
    below: i64,
}

impl CardRow {
    fn card(self, chosen: Option<ElementId>) -> Result<Card, Fault> {
        let element = self.element.mention()?;
        let side = match self.side.as_deref() {
            None => None,
            Some(_) if chosen == Some(element.id) => Some(Side::Chosen),
            Some("above") => Some(Side::Above),
            Some("below") => Some(Side::Below),
            Some(other) => return Err(corrupt("reading the chain map", other, "a side of the line")),
        };
        Ok(Card {
            element,
            column: whole(self.col),
            side,
            is_orphan: self.is_orphan,
            is_break: self.is_break,
            cuts_across: false,
            below: whole(self.below),
        })
    }
}

/// Everything live that is seen above and below the chosen element (`$12`), itself too: `line(id, side, place, on_line)`, of
/// each column as many as are shown (`$13`), the chosen one first.
const LINE: &str = concat!(
    ", up(id) AS (
        SELECT e.id FROM element e WHERE e.municipality_id = $1 AND e.id = $12 AND ",
    seen!(),
    "
        UNION
        SELECT e.id FROM up y CROSS JOIN contribution c CROSS JOIN element e
        WHERE c.municipality_id = $1 AND c.child_id = y.id AND e.municipality_id = $1 AND e.id = c.parent_id
          AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
    seen!(),
    "
     ), down(id) AS (
        SELECT e.id FROM element e WHERE e.municipality_id = $1 AND e.id = $12 AND ",
    seen!(),
    "
        UNION
        SELECT e.id FROM down y CROSS JOIN contribution c CROSS JOIN element e
        WHERE c.municipality_id = $1 AND c.parent_id = y.id AND e.municipality_id = $1 AND e.id = c.child_id
          AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
    seen!(),
    "
     ), line(id, side, place, on_line) AS (
        SELECT e.id, l.side,
            row_number() OVER (PARTITION BY s.col ORDER BY CASE WHEN e.id = $12 THEN 0 ELSE 1 END, e.prefix, e.year, e.serial),
            count(*) OVER (PARTITION BY s.col)
        FROM (SELECT up.id, 'above' AS side FROM up UNION ALL SELECT down.id, 'below' FROM down WHERE down.id <> $12) l
        CROSS JOIN element e CROSS JOIN spec s
        WHERE e.municipality_id = $1 AND e.id = l.id AND s.kind = e.kind AND s.level = e.level
     ) "
);

/// The cards of the columns that are short enough, and those on the line of the chosen element.
async fn cards(tx: &mut Tx, sight: &Sight, ask: &MapAsk, columns: &mut [ColumnCount]) -> Result<Vec<Card>, Fault> {
    let short: Vec<String> =
        columns.iter().enumerate().filter(|(_, c)| !c.is_grouped && c.elements > 0).map(|(at, _)| at.to_string()).collect();
    let (ground, conditions) = (ask.ground(), ask.conditions());
    let (line, on_line, joined) = match ask.chosen {
        None => ("", "", "CAST(NULL AS TEXT) AS side, CAST(NULL AS BIGINT) AS on_line"),
        Some(_) => (LINE, " UNION SELECT l.id FROM line l WHERE l.place <= $13", "l.side, l.on_line"),
    };
    let text = [
        concat!(mine!(), spec_rows!()),
        &ground,
        line,
        ", shown(id) AS (
            SELECT e.id FROM spec s CROSS JOIN element e
            WHERE s.col IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM rows_of($14) r)
              AND e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND ",
        &conditions,
        on_line,
        ") SELECT ",
        joined,
        concat!(
            ", ",
            mention_columns!(),
            ", s.col, ",
            is_orphan!(),
            " AS is_orphan, ",
            is_break!(),
            " AS is_break, ",
            children_of!("sh.id"),
            " AS below
         FROM shown sh CROSS JOIN element e CROSS JOIN spec s ",
            owner!()
        ),
        if ask.chosen.is_some() { " LEFT JOIN line l ON l.id = sh.id " } else { "" },
        " WHERE e.municipality_id = $1 AND e.id = sh.id AND s.kind = e.kind AND s.level = e.level
          ORDER BY s.col, e.prefix, e.year, e.serial",
    ];
    let sql = spoken(tx.engine(), &text.concat());
    let found: Vec<CardRow> = on!(tx, c => narrowed_by!(ask.shape, ask.narrow, seen_by!(sight, sqlx::query_as(sql)))
        .bind(ask.chosen.map(|e| e.0)).bind(ask.most).bind(rows(short.iter().map(String::as_str)))
        .fetch_all(c).await)
    .map_err(doing("reading the cards of the chain map"))?;
    let mut shown_of_line: BTreeMap<i64, usize> = BTreeMap::new();
    for row in &found {
        if let (Some(on_line), Some(column)) = (row.on_line, columns.get_mut(whole(row.col))) {
            let shown = shown_of_line.entry(row.col).or_default();
            *shown += 1;
            column.on_line = whole(on_line);
            column.rest_of_line = column.on_line.saturating_sub(*shown);
        }
    }
    found.into_iter().map(|row| row.card(ask.chosen)).collect()
}

/// The contributions among some elements.
pub(super) async fn edges_among(tx: &mut Tx, sight: &Sight, ids: &[ElementId]) -> Result<Vec<Edge>, Fault> {
    let sql = spoken(tx.engine(),
        "WITH here(id) AS (SELECT id_of(r.value ->> 0) FROM rows_of($2) r)
         SELECT c.child_id, c.parent_id FROM here h CROSS JOIN contribution c
         WHERE c.municipality_id = $1 AND c.child_id = h.id AND c.parent_id IN (SELECT o.id FROM here o) ORDER BY c.parent_id, c.child_id");
    let found: Vec<(Uuid, Uuid)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading the lines between elements"))?;
    Ok(found.into_iter().map(|(child, parent)| Edge { child: child.into(), parent: parent.into() }).collect())
}

/// Which of some elements cut across committees: they say so, or their live ties belong to several.
async fn crossing(tx: &mut Tx, sight: &Sight, ask: &MapAsk, ids: &[ElementId]) -> Result<Vec<ElementId>, Fault> {
    let sql = spoken(
        tx.engine(),
        "WITH RECURSIVE here(id) AS (
            SELECT id_of(r.value ->> 0) FROM rows_of($2) r
         ), committee_of(unit_id, committee_id) AS (
            SELECT k.id, k.id FROM unit k WHERE k.municipality_id = $1 AND k.level IN (SELECT r.value ->> 0 FROM rows_of($3) r)
            UNION
            SELECT k.id, o.committee_id FROM unit k JOIN committee_of o ON k.parent_id = o.unit_id
            WHERE k.municipality_id = $1 AND k.level NOT IN (SELECT r.value ->> 0 FROM rows_of($3) r)
         )
         SELECT t.id FROM (
            SELECT h.id, o.committee_id FROM here h CROSS JOIN contribution c CROSS JOIN element e CROSS JOIN committee_of o
            WHERE c.municipality_id = $1 AND c.child_id = h.id AND e.municipality_id = $1 AND e.id = c.parent_id
              AND o.unit_id = e.owner_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
            UNION
            SELECT h.id, o.committee_id FROM here h CROSS JOIN contribution c CROSS JOIN element e CROSS JOIN committee_of o
            WHERE c.municipality_id = $1 AND c.parent_id = h.id AND e.municipality_id = $1 AND e.id = c.child_id
              AND o.unit_id = e.owner_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
         ) t GROUP BY t.id HAVING count(*) > 1
         UNION
         SELECT e.id FROM here h CROSS JOIN element e WHERE e.municipality_id = $1 AND e.id = h.id AND e.scope = 'cross-cutting'",
    );
    let found: Vec<(Uuid,)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().map(|id| id.0))).bind(ask.shape.committee_rows())
        .fetch_all(c).await)
    .map_err(doing("finding what cuts across"))?;
    Ok(found.into_iter().map(|(id,)| id.into()).collect())
}
