//! Follow-up: the answer to what was promised.
//!
//! A round asks every goal in force on its cut-off date how it goes. This file holds the nouns: a [`Round`], a [`Report`] on
//! a goal with what people write in it, and the marks. *Attainment, outlook and freshness are three marks, never mixed* (H6).
//! What is done with a round and a report is `deeds` and `reporting`; what figures suggest is `suggestion`; what the marks
//! below add up to is `spread` (never an average); what comes back down is `feedback`; what a closed round looked like is
//! `frozen`; who is late is `deadlines`.

pub mod deadlines;
pub mod deeds;
pub mod evidence;
pub mod feedback;
pub mod frozen;
pub mod reporting;
pub mod spread;
pub mod suggestion;
mod zip;

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_kernel::{ElementId, Figure, PersonId, Prose, RoundId, UnitId};
use serde::{Deserialize, Serialize};

use crate::chain::{Documentation, spelled};
use crate::models::{Covers, Key, Model, RoundMode, Text};
use crate::sentence::{Arg, Refused, Sentence};

pub use evidence::{Evidence, EvidenceKind};
pub use feedback::{ConsequenceGiven, Feedback, FeedbackKind};
pub use reporting::About;
pub use spread::{Lamp, Spread};

/// A follow-up round of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The round's key in the model.
    pub spec: Key,
    /// The year it follows up on. With `spec` it is unique in a municipality.
    pub year: i16,
    /// The day the figures are cut off: goals in force that day are asked.
    pub cut_off: Date,
    /// What it covers.
    pub covers: Vec<Covers>,
    /// Everything, or only what is off course (Ø9).
    pub mode: RoundMode,
    /// When each level has reported, lowest level first in time. Only the units of these levels are asked.
    pub deadlines: Vec<RoundDeadline>,
    /// Where it stands.
    pub state: RoundState,
    /// The seal of the frozen round (SHA-256, 64 hexadecimal digits); empty before it is closed.
    pub seal: String,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// When a level has reported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RoundDeadline {
    /// The level.
    pub level: Key,
    /// The last day.
    pub on: Date,
}

/// Where a round stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RoundState {
    /// On the calendar; nobody is asked yet.
    Planned,
    /// Everybody reports.
    Open,
    /// Nothing new is reported; reports are accepted, assessments written, feedback given.
    Consolidating,
    /// Frozen.
    Closed,
}

spelled!(RoundState: Planned = "planned", Open = "open", Consolidating = "consolidating", Closed = "closed");

/// What can be done with a round.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RoundVerb {
    /// Move its dates.
    Reschedule,
    /// Ask every goal in force.
    Open,
    /// Take no more reports.
    Consolidate,
    /// Take reports again.
    Reopen,
    /// Freeze it.
    Close,
}

spelled!(RoundVerb:
    Reschedule = "reschedule", Open = "open", Consolidate = "consolidate", Reopen = "reopen", Close = "close",
);

/// Every deed there is with a round.
pub const ROUND_TRANSITIONS: &[(RoundState, RoundVerb, RoundState)] = &[
    (RoundState::Planned, RoundVerb::Reschedule, RoundState::Planned),
    (RoundState::Planned, RoundVerb::Open, RoundState::Open),
    (RoundState::Open, RoundVerb::Reschedule, RoundState::Open),
    (RoundState::Open, RoundVerb::Consolidate, RoundState::Consolidating),
    (RoundState::Consolidating, RoundVerb::Reopen, RoundState::Open),
    (RoundState::Consolidating, RoundVerb::Close, RoundState::Closed),
];

/// How far a goal is attained: the traffic light of the sources (H6). Never whether it is on course.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Red: not met.
    NotMet,
    /// Yellow: partly met.
    Partly,
    /// Green: met.
    Met,
    /// Grey: not yet to be judged.
    NotYet,
    /// Outside every denominator, because …
    NotRelevant,
}

spelled!(Mark: NotMet = "not-met", Partly = "partly", Met = "met", NotYet = "not-yet", NotRelevant = "not-relevant");

/// Where a goal is heading, towards its deadline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Outlook {
    OnCourse,
    AtRisk,
    OffCourse,
}

spelled!(Outlook: OnCourse = "on-course", AtRisk = "at-risk", OffCourse = "off-course");

/// A goal in a round: what was asked of whom, and what was answered. One for each goal that was in force when the round
/// opened; who answers for it may change while the round runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The round.
    pub round: RoundId,
    /// The goal.
    pub goal: ElementId,
    /// The edition of the goal that is judged: the one in force when the round opened.
    pub edition: u32,
    /// The unit that owned it when the round opened.
    pub unit: UnitId,
    /// Where it stands.
    pub state: ReportState,
    /// What people wrote.
    pub content: ReportContent,
    /// Who submitted it, and when; `None` before.
    pub submitted: Option<Stamp>,
    /// Who returned or accepted it, and when; `None` before.
    pub answered: Option<Stamp>,
    /// What it was returned with.
    pub note: Prose,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Who did something, in whose place, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Stamp {
    /// Who.
    pub person: PersonId,
    /// In whose place.
    pub standing_in_for: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// Where a report stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportState {
    /// Nothing written: shown as silent, never as green.
    Missing,
    /// Being written.
    Draft,
    /// Sent upwards.
    Submitted,
    /// Sent back with a note.
    Returned,
    /// Taken as it is.
    Accepted,
}

spelled!(ReportState:
    Missing = "missing", Draft = "draft", Submitted = "submitted", Returned = "returned", Accepted = "accepted",
);

/// What can be done with a report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum ReportVerb {
    Write,
    Submit,
    Return,
    Accept,
}

spelled!(ReportVerb: Write = "write", Submit = "submit", Return = "return", Accept = "accept");

/// Every deed there is with a report. What was submitted can be taken back only by being returned.
pub const REPORT_TRANSITIONS: &[(ReportState, ReportVerb, ReportState)] = &[
    (ReportState::Missing, ReportVerb::Write, ReportState::Draft),
    (ReportState::Missing, ReportVerb::Submit, ReportState::Submitted),
    (ReportState::Draft, ReportVerb::Write, ReportState::Draft),
    (ReportState::Draft, ReportVerb::Submit, ReportState::Submitted),
    (ReportState::Returned, ReportVerb::Write, ReportState::Returned),
    (ReportState::Returned, ReportVerb::Submit, ReportState::Submitted),
    (ReportState::Submitted, ReportVerb::Return, ReportState::Returned),
    (ReportState::Submitted, ReportVerb::Accept, ReportState::Accepted),
    (ReportState::Accepted, ReportVerb::Return, ReportState::Returned),
];

/// What people write about a goal in a round.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ReportContent {
    /// How far it is attained.
    pub mark: Option<Mark>,
    /// Where it is heading; not asked of what is met or not relevant.
    pub outlook: Option<Outlook>,
    /// What was done.
    pub done: Prose,
    /// How the effect is documented (T5).
    pub documentation: Option<Documentation>,
    /// The documented effect: what was measured, or what is assessed on which grounds.
    pub effect: Prose,
    /// On red and yellow: what is the case.
    pub fact: Prose,
    /// On red and yellow: why.
    pub cause: Prose,
    /// On red and yellow: what is done about it now.
    pub action: Prose,
    /// Why it is not relevant here; asked where the mark says so.
    pub not_relevant_because: Prose,
    /// Why the mark differs from what the figures suggest.
    pub differs_because: Prose,
    /// The figures of the criteria that can be counted.
    pub values: Vec<CriterionValue>,
    /// The milestones that have been reached: their places among the goal's milestones, from 0.
    pub milestones: Vec<usize>,
}

/// The figure of one criterion on a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CriterionValue {
    /// The criterion's place among the goal's criteria, from 0.
    pub criterion: usize,
    /// The value, in the criterion's own unit.
    pub value: Figure,
    /// Where it comes from: "Trivselsmåling 2019".
    #[serde(default)]
    pub source: Prose<200>,
}

/// A unit's own short assessment of what is below it, and what it asks of whoever reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The round.
    pub round: RoundId,
    /// The unit that assesses.
    pub unit: UnitId,
    /// What it says.
    pub text: Prose,
    /// What is asked of the receiving politicians or manager; empty where nothing is.
    pub asked: Prose,
    /// Who wrote it last, and when.
    pub stamp: Stamp,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// A parent's own mark, judged by its owner with the marks below beside it. Never computed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// The round.
    pub round: RoundId,
    /// The objective, policy, guidepost or focus area.
    pub element: ElementId,
    /// How it is judged.
    pub mark: Mark,
    /// Why. Never empty.
    pub grounds: Prose,
    /// Who judged it last, and when.
    pub stamp: Stamp,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// The state a verb leads a round to; `None` where the table does not allow it.
pub fn round_leads_to(state: RoundState, verb: RoundVerb) -> Option<RoundState> {
    ROUND_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// The state a verb leads a report to; `None` where the table does not allow it.
pub fn report_leads_to(state: ReportState, verb: ReportVerb) -> Option<ReportState> {
    REPORT_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// The municipality's word for a mark, as a sentence takes it; `None` is the word for silence.
pub fn mark_word(model: &Model, mark: Option<Mark>) -> Arg {
    let scale = &model.scale;
    match mark {
        Some(Mark::NotMet) => both(&scale.red),
        Some(Mark::Partly) => both(&scale.yellow),
        Some(Mark::Met) => both(&scale.green),
        Some(Mark::NotYet) => both(&scale.not_yet),
        Some(Mark::NotRelevant) => Arg::Word("mark-not-relevant".to_owned()),
        None => both(&scale.silent),
    }
}

fn both(text: &Text) -> Arg {
    Arg::Both { da: text.da.clone(), en: text.en.clone() }
}

/// Refused beside a field where nothing was written in it.
fn written(text: &Prose, field: &'static str, key: &str) -> Result<(), Refused> {
    if text.is_empty() { Err(Refused::at(field, Sentence::new(key))) } else { Ok(()) }
}

impl Round {
    /// Its name in the model; its key where the model no longer has it.
    pub fn name(&self, model: &Model) -> Arg {
        let spec = model.rounds.iter().find(|spec| spec.key == self.spec);
        spec.map_or_else(|| Arg::Text(self.spec.to_string()), |spec| both(&spec.name))
    }

    /// A sentence that is about this round: it gets `round` and `year`.
    pub fn sentence(&self, model: &Model, key: &str) -> Sentence {
        Sentence::new(key).with("round", self.name(model)).text("year", self.year.to_string())
    }

    /// What can be done with it as it stands, in the table's order.
    pub fn open_verbs(&self) -> impl Iterator<Item = RoundVerb> + use<> {
        let state = self.state;
        ROUND_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
    }

    /// Whether goals are followed up in it, and not only money.
    pub fn covers_goals(&self) -> bool {
        self.covers.contains(&Covers::Goals)
    }
}

impl RoundState {
    /// Whether a report that stands so can be written and submitted. While reports are consolidated nothing new is taken, but
    /// what was sent back can be mended.
    pub const fn takes(self, report: ReportState) -> bool {
        match self {
            Self::Open => true,
            Self::Consolidating => matches!(report, ReportState::Returned),
            Self::Planned | Self::Closed => false,
        }
    }

    /// Whether a report can still be accepted or returned, assessed and judged.
    pub const fn takes_answers(self) -> bool {
        match self {
            Self::Open | Self::Consolidating => true,
            Self::Planned | Self::Closed => false,
        }
    }
}

impl ReportState {
    /// Whether it has been sent upwards and not back.
    pub const fn is_answered(self) -> bool {
        match self {
            Self::Submitted | Self::Accepted => true,
            Self::Missing | Self::Draft | Self::Returned => false,
        }
    }

    /// Whether whoever reports can still write in it.
    pub const fn is_writable(self) -> bool {
        match self {
            Self::Missing | Self::Draft | Self::Returned => true,
            Self::Submitted | Self::Accepted => false,
        }
    }
}
