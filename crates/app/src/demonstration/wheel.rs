//! What `wheel.toml` holds, and telling it: which steps were moved, entrusted and closed, on which day and by whom.

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_domain::wheel::deeds::NewDays;
use pejl_kernel::Prose;
use pejl_store::wheel as kept;
use serde::Deserialize;

use crate::ending::Ending;
use crate::wheel::{self, Named};

use super::Folder;
use super::course::{Step, What};
use super::fault::NotImported;
use super::told::Teller;

/// What people have changed about the steps of the wheel.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WheelFile {
    #[serde(rename = "step", default)]
    pub steps: Vec<StepEntry>,
}

/// A step of a year, for one unit or for all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StepEntry {
    pub step: Key,
    pub year: i16,
    /// A unit of the acting level; missing for all.
    pub unit: Option<String>,
    /// The unit whose leading position answers for it, and the day it was named.
    pub responsible: Option<String>,
    pub entrusted: Option<Date>,
    /// Moved, on which day, to when, and why.
    pub moved: Option<Date>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    #[serde(default)]
    pub reason: Prose<1000>,
    /// Done, on which day, and what came of it; said on that day too, or later.
    pub done: Option<Date>,
    pub said: Option<Date>,
    #[serde(default)]
    pub result: Prose<4000>,
}

/// Something that is done with a step.
#[derive(Clone, Copy)]
pub(super) struct StepDeed<'f> {
    entry: &'f StepEntry,
    doing: Doing,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing {
    Entrust,
    Move,
    Close,
}

impl StepDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Entrust => 0,
            Doing::Move => 1,
            Doing::Close => 2,
        }
    }

    /// What the entry is called in a fault.
    fn name(&self) -> String {
        format!("[[step]] {} {}", self.entry.step, self.entry.year)
    }
}

/// Lays out every deed on a step: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, steps: &mut Vec<Step<'f>>) {
    for entry in &folder.wheel.steps {
        let mut step = |on: Option<Date>, doing: Doing| {
            steps.extend(on.map(|on| Step { on, what: What::Wheel(StepDeed { entry, doing }) }));
        };
        step(entry.entrusted, Doing::Entrust);
        step(entry.moved, Doing::Move);
        step(entry.said.or(entry.done), Doing::Close);
    }
}

impl Teller<'_> {
    /// Does one thing with a step: the consultant moves and entrusts it, whoever answers for it closes it.
    pub(super) async fn wheel(&mut self, on: Date, deed: StepDeed<'_>) -> Result<(), NotImported> {
        let (entry, name, file) = (deed.entry, deed.name(), self.folder.wheel_file.clone());
        let missing = |what: &str| NotImported::entry(&file, deed.name(), format!("write {what} as well"));
        let unit = match &entry.unit {
            Some(key) => Some(self.crew.unit(&file, &name, key)?.id),
            None => None,
        };
        let named = Named { step: entry.step.clone(), year: entry.year, unit };
        match (deed.doing, &entry.responsible) {
            (Doing::Close, Some(key)) => {
                let leader = self.crew.leader(&file, &name, key, on)?;
                self.seat(leader, on).await?;
            }
            _ => self.consultant(on).await?,
        }
        let municipality = self.desk.municipality();
        let row = kept::change(&mut self.desk.tx, municipality, &named.step, named.year, named.unit).await?;
        let version = row.map_or(0, |row| row.version);
        let (what, done) = match deed.doing {
            Doing::Entrust => {
                let key = entry.responsible.as_deref().ok_or_else(|| missing("responsible"))?;
                let position = self.crew.leading(&file, &name, key)?;
                ("naming who is responsible", wheel::entrust_step(self.desk, &named, version, Some(position)).await)
            }
            Doing::Move => {
                let (from, to) = entry.from.zip(entry.to).ok_or_else(|| missing("from and to"))?;
                let to = NewDays { from, to, reason: entry.reason.clone() };
                ("moving it", wheel::move_step(self.desk, &named, version, to).await)
            }
            Doing::Close => {
                let day = entry.done.ok_or_else(|| missing("done"))?;
                ("closing it", wheel::close_step(self.desk, &named, version, day, entry.result.clone()).await)
            }
        };
        done.map(drop).map_err(|ending: Ending| NotImported::deed(&file, name, what, ending))
    }
}
