//! Whose wheel is looked at: the municipality's, or that of a unit with those above it.

use pejl_domain::models::Key;
use pejl_domain::wheel::{Changed, Laid};
use pejl_kernel::UnitId;
use pejl_policy::{Actor, Facts, Sight};
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;

/// Whose wheel it is, and every unit there is to choose among.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seats {
    /// Every open unit, by name.
    pub all: Vec<UnitInLine>,
    /// The unit and those above it, nearest first; empty for the municipality's wheel.
    pub line: Vec<UnitInLine>,
}

impl Seats {
    /// The unit whose wheel it is; `None` for the municipality's.
    pub fn unit(&self) -> Option<&UnitInLine> {
        self.line.first()
    }

    /// The open units of a level.
    pub fn at(&self, level: &Key) -> impl Iterator<Item = &UnitInLine> {
        self.all.iter().filter(move |unit| unit.level == *level)
    }

    /// Whether several units share a level: then each has steps of its own.
    pub fn is_shared(&self, level: &Key) -> bool {
        self.at(level).nth(1).is_some()
    }

    /// The unit of the line at a level, where several units share it.
    pub fn own(&self, level: &Key) -> Option<&UnitInLine> {
        self.line.iter().find(|unit| unit.level == *level).filter(|_| self.is_shared(level))
    }

    /// Counts, for the steps that are the municipality's, how many of the open units that share them have closed theirs: what
    /// all of them have done is done.
    pub(super) fn count(&self, laid: &mut [Laid], changed: &[Changed]) {
        for step in laid.iter_mut().filter(|step| step.unit.is_none()) {
            let units: Vec<UnitId> = self.at(&step.actor).map(|unit| unit.id).collect();
            let is_of = |c: &&Changed| c.step == step.step && c.year == step.year && c.done.is_some();
            let done = changed.iter().filter(is_of).filter(|c| c.unit.is_some_and(|unit| units.contains(&unit))).count();
            step.units_done = done;
            step.is_done_by_all = units.len() > 1 && done == units.len();
        }
    }

    /// For laying a year: the units of the line at levels that several share.
    pub fn layers(&self) -> Vec<(Key, UnitId)> {
        self.line.iter().filter(|unit| self.is_shared(&unit.level)).map(|unit| (unit.level.clone(), unit.id)).collect()
    }
}

/// The wheel of the unit people call E-`serial`, or the municipality's. Two statements at most.
///
/// # Errors
/// Not found, or a fault.
pub async fn seats(tx: &mut Tx, sight: &Sight, serial: Option<i64>) -> Result<Seats, Ending> {
    let all = orgs::unit_options(tx, sight).await?;
    let Some(serial) = serial else { return Ok(Seats { all, line: Vec::new() }) };
    let unit = all.iter().find(|unit| unit.serial == serial).map(|unit| unit.id).ok_or(Ending::NotFound)?;
    let line = orgs::line(tx, sight.municipality(), unit).await?;
    Ok(Seats { all, line })
}

/// Somebody's own wheel: that of the first post that leads, else of the first; of the municipality for whoever works for all of
/// it, and for whoever has no post.
///
/// # Errors
/// A fault of the database.
pub async fn own_seats(tx: &mut Tx, sight: &Sight, actor: &Actor) -> Result<Seats, Fault> {
    let all = orgs::unit_options(tx, sight).await?;
    let own = || actor.posts.iter().filter(|post| post.standing_in_for.is_none());
    let post = own().find(|post| post.role.leads()).or_else(|| own().next()).filter(|_| !sight.sees_everything());
    let line = match post {
        Some(post) => orgs::line(tx, sight.municipality(), post.unit).await?,
        None => Vec::new(),
    };
    Ok(Seats { all, line })
}

/// What the question who may do something with a step rests on: its unit with those above it, or the one body of its level;
/// and the position that answers for it.
pub(super) fn facts(line: &[UnitInLine], bodies: &[UnitInLine], answers: Option<pejl_kernel::PositionId>) -> Facts {
    let only = |units: &[UnitInLine]| -> Vec<UnitId> { units.iter().take(1).map(|unit| unit.id).collect() };
    Facts {
        line: line.iter().map(|unit| unit.id).collect(),
        bodies: if line.is_empty() && bodies.len() > 1 { Vec::new() } else { only(if line.is_empty() { bodies } else { line }) },
        answers: answers.into_iter().collect(),
    }
}
