//! The annual wheel: the model's steps laid on the days of a real year, and what people change about them.
//!
//! The rhythm is the model's; only what somebody changed is kept, as a [`Changed`]. `workdays` is the Danish calendar;
//! `laying` puts model and changes together into [`Laid`] steps, whose state is derived from the day it is; `deeds` is what
//! can be done with a step: moved with a reason, entrusted to a position, closed with a result.

pub mod deeds;
pub mod laying;
pub mod workdays;

use jiff::ToSpan as _;
use jiff::civil::Date;
use pejl_kernel::{PositionId, Prose, StepId, UnitId};

use crate::chain::spelled;
use crate::models::{Key, Model, StepKind, Text, WheelStep};
use crate::rounds::Stamp;
use crate::sentence::{Arg, Sentence};

pub use laying::{concerns, is_held, laid, running_into};

/// What people changed about a step in a year, for the whole municipality or for one unit of the level that acts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed {
    /// Its id.
    pub id: StepId,
    /// The step's key in the model.
    pub step: Key,
    /// The year the step begins in. With `step` and `unit` it is unique in a municipality.
    pub year: i16,
    /// The unit it is changed for; `None` for all of them.
    pub unit: Option<UnitId>,
    /// Where it was moved to.
    pub moved: Option<Moved>,
    /// The position that answers for it.
    pub responsible: Option<PositionId>,
    /// What came of it; `None` while it is not done.
    pub done: Option<StepDone>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Other days than the rule's, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why. Never empty.
    pub reason: Prose<1000>,
}

/// A step that was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepDone {
    /// The day it was done.
    pub on: Date,
    /// What came of it. Never empty.
    pub result: Prose<4000>,
    /// Who said so, and when.
    pub stamp: Stamp,
}

/// A step on the days of a year, as it stands for somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Laid {
    /// The step's key in the model.
    pub step: Key,
    /// The year it begins in by the model.
    pub year: i16,
    /// What kind of step.
    pub kind: StepKind,
    /// The level that acts.
    pub actor: Key,
    /// Whose it is: a unit of the acting level; `None` for the whole municipality's.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The days the rule gives: first and last.
    pub by_rule: (Date, Date),
    /// The days the model says, before weekends, holidays and July.
    pub by_model: (Date, Date),
    /// Whether its last day is the law's.
    pub statutory: bool,
    /// Where people moved it to, where they did.
    pub moved: Option<Moved>,
    /// The position that answers for it, where one is named.
    pub responsible: Option<PositionId>,
    /// What came of it, where it is done.
    pub done: Option<StepDone>,
    /// How many units have said that theirs is done.
    pub units_done: usize,
    /// Whether every unit that holds it has: whoever knows the units says so.
    pub is_done_by_all: bool,
}

/// Where a step stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StepState {
    /// Its last day has passed, and nobody has said what came of it.
    Late,
    /// Between its first and its last day.
    Running,
    /// Its first day is still to come.
    Coming,
    /// Done, with a result.
    Done,
    /// Over for so long that the year has come round again ([`LAPSES_AFTER`]): nobody will say any more what came of it.
    Lapsed,
}

/// How many days a step is late before it has lapsed.
pub const LAPSES_AFTER: i64 = 365;

spelled!(StepState: Late = "late", Running = "running", Coming = "coming", Done = "done", Lapsed = "lapsed");

impl Laid {
    /// Where it stands on a day. The last day itself is in time.
    pub fn state(&self, today: Date) -> StepState {
        if self.done.is_some() || self.is_done_by_all {
            StepState::Done
        } else if today < self.from {
            StepState::Coming
        } else if today <= self.to {
            StepState::Running
        } else if self.to.checked_add(LAPSES_AFTER.days()).is_ok_and(|lapses| lapses < today) {
            StepState::Lapsed
        } else {
            StepState::Late
        }
    }

    /// The last day the law allows, where it sets one.
    pub fn law(&self) -> Option<Date> {
        self.statutory.then_some(self.by_model.1)
    }

    /// Whether any of its days lies in a year.
    pub fn touches(&self, year: i16) -> bool {
        self.from.year() <= year && year <= self.to.year()
    }
}

/// A step of the model by its key.
pub fn step<'m>(model: &'m Model, key: &Key) -> Option<&'m WheelStep> {
    model.wheel.iter().find(|step| step.key == *key)
}

/// What a step is called, as a sentence takes it; its key where the model no longer has it.
pub fn name(model: &Model, key: &Key) -> Arg {
    step(model, key).map_or_else(|| Arg::Text(key.to_string()), |step| both(&step.name))
}

fn both(text: &Text) -> Arg {
    Arg::Both { da: text.da.clone(), en: text.en.clone() }
}

impl Changed {
    /// A sentence about this step: it gets `step` and `year`.
    pub fn sentence(&self, model: &Model, key: &str) -> Sentence {
        Sentence::new(key).with("step", name(model, &self.step)).text("year", self.year.to_string())
    }
}
