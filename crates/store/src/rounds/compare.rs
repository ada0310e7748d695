//! Two rounds beside each other: the marks of both, and the goals whose mark is another.

use std::collections::BTreeMap;

use pejl_domain::rounds::frozen::{Moved, UnitSeen};
use pejl_domain::rounds::{Mark, Round, Spread};
use pejl_kernel::{ElementId, Number, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::counts;
use super::ground::here;
use super::read::{UnitCells, mark, report_state, shown, unit_columns};
use crate::chain::number;
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};

/// Two rounds compared.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Compared {
    /// Goals with another mark, or asked in one of the rounds only; worst change first.
    pub moved: Vec<Moved>,
    /// How many there are in all.
    pub in_all: u32,
    /// The marks of the earlier round.
    pub earlier: Spread,
    /// The marks of the later round.
    pub later: Spread,
}

#[derive(sqlx::FromRow)]
struct Row {
    is_later: bool,
    goal_id: Uuid,
    prefix: String,
    year: i64,
    serial: i64,
    title: String,
    #[sqlx(flatten)]
    unit: UnitCells,
    state: String,
    mark: Option<String>,
}

/// A goal in both rounds.
struct Both {
    id: ElementId,
    title: String,
    unit: UnitSeen,
    earlier: Option<Option<Mark>>,
    later: Option<Option<Mark>>,
}

/// Compares two rounds, in a unit and below it or everywhere; `from` and `most` say which of the moved goals are listed. The
/// unit's tree is today's, for both. One statement.
///
/// # Errors
/// A fault.
pub async fn compare(
    tx: &mut Tx,
    sight: &Sight,
    earlier: &Round,
    later: &Round,
    unit: Option<UnitId>,
    from: usize,
    most: usize,
) -> Result<Compared, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(here!(),
        "SELECT r.round_id = $4 AS is_later, r.goal_id, e.prefix, e.year, e.serial, e.title, ", unit_columns!(), ", r.state, r.mark
         FROM round n CROSS JOIN here h CROSS JOIN report r CROSS JOIN element e CROSS JOIN unit u
         WHERE n.municipality_id = $1 AND n.id IN ($3, $4) AND r.municipality_id = $1 AND r.round_id = n.id AND r.unit_id = h.id
           AND e.municipality_id = $1 AND e.id = r.goal_id AND u.municipality_id = $1 AND u.id = r.unit_id AND ", counts!()))
        .bind(sight.municipality().0).bind(unit.map(|u| u.0)).bind(earlier.id.0).bind(later.id.0).fetch_all(c).await)
    .map_err(doing("comparing two rounds"))?;
    let mut compared = Compared::default();
    let mut goals: BTreeMap<(Number, ElementId), Both> = BTreeMap::new();
    for row in rows {
        let its_mark = shown(report_state(&row.state)?, mark(row.mark.as_deref())?);
        let id = ElementId(row.goal_id);
        let (is_later, unit) = (row.is_later, row.unit.seen()?);
        let both = goals.entry((number(&row.prefix, row.year, row.serial)?, id)).or_insert_with(|| Both {
            id,
            title: row.title,
            unit: unit.clone(),
            earlier: None,
            later: None,
        });
        if is_later {
            (both.later, both.unit) = (Some(its_mark), unit);
            compared.later.count(its_mark, 1);
        } else {
            both.earlier = Some(its_mark);
            compared.earlier.count(its_mark, 1);
        }
    }
    let mut moved: Vec<Moved> =
        goals.into_iter().filter(|(_, g)| g.earlier != g.later).map(|((number, _), g)| told(number, g)).collect();
    moved.sort_by_key(|m| (fall(m), m.number));
    compared.in_all = u32::try_from(moved.len()).unwrap_or(u32::MAX);
    compared.moved = moved.into_iter().skip(from).take(most).collect();
    Ok(compared)
}

fn told(number: Number, goal: Both) -> Moved {
    Moved { id: goal.id, number, title: goal.title, unit: goal.unit, earlier: goal.earlier, later: goal.later }
}

/// How a goal moved along red, yellow, green: most negative is worst; 0 where one end is none of them.
fn fall(moved: &Moved) -> i8 {
    let colour = |mark: Option<Option<Mark>>| match mark.flatten() {
        Some(Mark::NotMet) => Some(0),
        Some(Mark::Partly) => Some(1),
        Some(Mark::Met) => Some(2),
        Some(Mark::NotYet | Mark::NotRelevant) | None => None,
    };
    colour(moved.later).zip(colour(moved.earlier)).map_or(0, |(later, earlier): (i8, i8)| later - earlier)
}
