//! What a model says about the year: agreements, follow-up rounds, the wheel, themes, rules of the game, lamps. What is
//! *done* with them lives with those subjects.

use pejl_kernel::Years;

use super::{HorizonMeant, Key, Text, Word};

/// A kind of agreement between two levels that touch.
#[derive(Clone, PartialEq, Debug)]
pub struct AgreementKind {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub word: Word,
    /// The level that asks.
    pub principal: Key,
    /// The level that answers.
    pub agent: Key,
    /// Whether one agreement may have several agents (S9).
    pub several_agents: bool,
    /// How many years it runs.
    pub horizon: HorizonMeant,
    /// Its sections, in order.
    pub sections: Vec<Text>,
    /// Whether the year's budget frame is shown (S6).
    pub shows_frame: bool,
    /// How many goals are meant.
    pub goals: Option<(u32, u32)>,
    /// Which groups are heard before it is agreed.
    pub heard: Vec<Heard>,
    /// The level that approves it.
    pub approves: Key,
    /// The wheel step in which it is made.
    pub made_in: Option<Key>,
    /// How it is followed up during the year.
    pub follow_up: Text,
    /// How it is reported at the end.
    pub report: Text,
}

/// Who is heard before an agreement is made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Heard {
    Employees,
    WorksCouncil,
    UserBoard,
}

/// The words behind the marks. Red, yellow and green say how far a goal is *attained* (H6); the other marks are grey.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scale {
    /// Not met.
    pub red: Text,
    /// Partly met.
    pub yellow: Text,
    /// Met.
    pub green: Text,
    /// Not yet to be judged.
    pub not_yet: Text,
    /// Nothing reported: silent is never green.
    pub silent: Text,
}

/// A follow-up round of the year.
#[derive(Clone, PartialEq, Debug)]
pub struct RoundSpec {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub name: Text,
    /// The day the figures are cut off.
    pub cut_off: YearDay,
    /// What it covers. Never empty.
    pub covers: Vec<Covers>,
    /// Everything, or only what is off course (Ø9).
    pub mode: RoundMode,
    /// When each level has reported, lowest level first in time.
    pub deadlines: Vec<Deadline>,
}

/// What a round covers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Covers {
    Goals,
    Money,
}

/// Whether a round reports everything or deviations only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum RoundMode {
    All,
    Deviations,
}

/// When a level has reported in a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// The level.
    pub level: Key,
    /// The day.
    pub day: YearDay,
}

/// A day of any year, or of the year after (a round on the year's end reports in January).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct YearDay {
    /// 0 this year, 1 the next.
    pub years_on: u8,
    /// 1–12.
    pub month: u8,
    /// 1–31, and a day that the month has.
    pub day: u8,
}

/// A step of the annual wheel.
#[derive(Clone, PartialEq, Debug)]
pub struct WheelStep {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub name: Text,
    /// What kind of step.
    pub kind: StepKind,
    /// The level that acts.
    pub actor: Key,
    /// First day.
    pub from: YearDay,
    /// Last day.
    pub to: YearDay,
    /// In which years of the term it is held, counted from 1; empty means every year.
    pub years: Vec<u8>,
    /// What it is for.
    pub purpose: Text,
    /// What it is expected to produce.
    pub result: Text,
    /// Steps that must come first.
    pub needs: Vec<Key>,
    /// A date set by law moves only by law.
    pub statutory: bool,
}

/// What kind of step in the wheel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum StepKind {
    Meeting,
    Seminar,
    Dialogue,
    Deadline,
    Round,
    Decision,
    Work,
}

/// A theme that agreements of some years must answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub name: Text,
    /// What is asked.
    pub question: Text,
    /// In which years.
    pub years: Years,
    /// Which kinds of agreement must answer it; empty means every kind.
    pub agreements: Vec<Key>,
    /// The year of the strategy letter that asks it; `None` where the model does.
    pub letter: Option<i16>,
}

/// A value marker that the model starts with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueMarkerSpec {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub name: Text,
    /// What it asks of people.
    pub text: Text,
}

/// One rule of the game: what is fixed centrally or free locally.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleOfTheGame {
    /// The kinds of unit it applies to; empty means all.
    pub unit_kinds: Vec<Key>,
    /// What it is about: method, money, staff …
    pub subject: Text,
    /// Fixed or free.
    pub latitude: Latitude,
    /// The rule itself.
    pub rule: Text,
}

/// Fixed centrally or free locally.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Latitude {
    Fixed,
    Free,
}

/// Something that may follow goal fulfilment (K5).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consequence {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub name: Text,
}

/// Thresholds of the lamps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lamps {
    /// Goal lamp: from how many percent red it turns yellow.
    pub goals_yellow: u8,
    /// Goal lamp: from how many percent red it turns red.
    pub goals_red: u8,
    /// Money lamp: from how many tenths of a percent over the corrected budget it turns yellow.
    pub money_yellow: u16,
    /// Money lamp: from how many tenths of a percent over it turns red.
    pub money_red: u16,
}
