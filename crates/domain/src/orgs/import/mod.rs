//! What a file of units and leaders would do to the organisation, planned before anything is done.
//!
//! [`plan()`] is pure: what stands, the file's cells and the model go in; steps, counts and every fault with its cell come
//! out. A plan with a fault is never carried out, so an import is all or nothing. A unit is known again by its id in the
//! system the file comes from, else by its number here; so the same file a second time changes nothing. Units that the file
//! does not name are left alone. Reading bytes into cells is the app's business; the format is described in `docs/import.md`.

mod cells;
mod columns;
mod dates;
mod leaders;
mod planning;

use jiff::civil::Date;

pub use columns::Column;
pub use dates::read_date;
pub use planning::plan;

use super::{Person, Position, Unit};
use crate::models::{BodyKind, Level};
use crate::orgs::Role;
use crate::sentence::{FieldChange, Sentence};

/// A file, cell by cell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<SheetRow>,
}

/// One row of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRow {
    /// The line of the file it begins on; the header is on 1.
    pub line: usize,
    /// Its cells; may be fewer or more than the header has.
    pub cells: Vec<String>,
}

/// What stands before the import.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Existing {
    /// Every unit, closed ones too.
    pub units: Vec<Unit>,
    /// Everybody.
    pub people: Vec<Person>,
    /// The leading positions that have not ended.
    pub leaders: Vec<Position>,
}

/// Something wrong with a cell, or with a whole row or file where no column is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The line of the file.
    pub line: usize,
    /// The column, by the name it has in the file; empty where the whole row is meant.
    pub column: String,
    /// What stands there.
    pub found: String,
    /// What is wrong and what would be right.
    pub sentence: Sentence,
}

/// What becomes of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// A unit is established.
    New,
    /// A unit or its leader changes.
    Changed,
    /// A unit closes.
    Closed,
    /// All is as it was.
    Unchanged,
}

/// What becomes of one row, for the preview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// The line of the file.
    pub line: usize,
    /// The unit's name.
    pub name: String,
    /// The number people say, where the unit has one already: 12 is E-12.
    pub serial: Option<i64>,
    /// What becomes of it.
    pub turn: Turn,
    /// The fields that change.
    pub changes: Vec<FieldChange>,
}

/// A thing before and after; `before` is `None` for what is new.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step<T> {
    /// As it stands.
    pub before: Option<T>,
    /// As it will stand.
    pub after: T,
}

/// How many of each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Units established.
    pub created: usize,
    /// Units that change, or get another leader.
    pub changed: usize,
    /// Units that close.
    pub closed: usize,
    /// Rows that change nothing.
    pub unchanged: usize,
    /// People entered.
    pub people: usize,
    /// Units that get another leader, or lose theirs.
    pub leaders: usize,
}

/// What the import would do.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Units, those above before those below, the new before the changed. New ones have serial 0 until [`Plan::number`].
    pub units: Vec<Step<Unit>>,
    /// People.
    pub people: Vec<Step<Person>>,
    /// Positions.
    pub positions: Vec<Step<Position>>,
    /// What becomes of each row that could be read, in the order of the file.
    pub rows: Vec<Planned>,
    /// Everything that is wrong, in the order of the file. Where there is anything, nothing may be done.
    pub faults: Vec<Fault>,
    /// How many of each.
    pub counts: Counts,
    /// Columns that are not read, by the names they have in the file.
    pub unread: Vec<String>,
}

impl Plan {
    /// Whether the import would change nothing.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.people.is_empty() && self.positions.is_empty()
    }

    /// How many new units there are: so many numbers must be given out.
    pub fn new_units(&self) -> usize {
        self.units.iter().filter(|step| step.before.is_none()).count()
    }

    /// Gives the new units their numbers, from `first` on.
    pub fn number(&mut self, first: i64) {
        let fresh = self.units.iter_mut().filter(|step| step.before.is_none());
        for (step, serial) in fresh.zip(first..) {
            step.after.serial = serial;
        }
    }

    /// How many things would be written.
    pub fn steps(&self) -> usize {
        self.units.len() + self.people.len() + self.positions.len()
    }
}

/// The role that leads a unit at a level.
fn leading_role(level: &Level) -> Role {
    match level.body {
        BodyKind::Council | BodyKind::FinanceCommittee | BodyKind::Committee => Role::CommitteeChair,
        BodyKind::ExecutiveBoard => Role::ChiefExecutive,
        BodyKind::Department => Role::DepartmentHead,
        BodyKind::Institution => Role::InstitutionLeader,
    }
}

/// Whether a unit goes on, today or later.
fn goes_on(unit: &Unit, today: Date) -> bool {
    unit.to.is_none_or(|to| today <= to)
}
