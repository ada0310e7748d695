//! Goal seminars: where the council's objectives are born, and adjusted year by year (S3, S4, S5).
//!
//! This file holds the nouns: a [`Seminar`] of a year, the [`Proposal`]s put before it, the [`Commission`]s by which it asks
//! committees for policies, and what [`Standing`] objectives and value markers are to become. What is done with them is
//! `deeds`, `proposals` and `commissions`; whether the seminar can be concluded, and what then comes of it, is `workspace`.
//!
//! A seminar decides nothing: it ends in objectives that are proposed to whoever adopts them, and in what is asked of others.

pub mod commissions;
pub mod deeds;
pub mod proposals;
pub mod workspace;

use jiff::civil::Date;
use pejl_kernel::{CommissionId, ElementId, Line, PersonId, PositionId, ProposalId, Prose, SeminarId, UnitId};

use crate::chain::spelled;
use crate::models::{ElementKind, ElementSpec, Key, Model, StepKind, WheelStep};
use crate::sentence::{Arg, Sentence};

pub use commissions::CommissionContent;
pub use proposals::Given;
pub use workspace::{Tally, Workspace};

/// The most proposals a seminar takes: more than any council has read.
pub const MOST_PROPOSALS: usize = 300;
/// The most policies a seminar commissions.
pub const MOST_COMMISSIONS: usize = 60;

/// The goal seminar of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seminar {
    /// Its id.
    pub id: SeminarId,
    /// The year it is held in. One that is not called off for each year of a municipality.
    pub year: i16,
    /// The body that holds it and will own the objectives: the council.
    pub body: UnitId,
    /// What it is about.
    pub frame: Frame,
    /// Where it stands.
    pub state: SeminarState,
    /// The day it was concluded.
    pub concluded_on: Option<Date>,
    /// Why it was called off; empty where it was not.
    pub note: Prose,
    /// How many times anything in it has changed: what is concluded is what was seen.
    pub turns: i64,
    /// Optimistic lock on the seminar itself; the store adds one at each save.
    pub version: i64,
}

/// What a seminar is about, and what it is told beforehand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    /// The day it is held, once that is known.
    pub held_on: Option<Date>,
    /// What the council is asked to find out.
    pub question: Prose,
    /// The risk analysis: what could keep the municipality from where it is going (S10).
    pub risk: Prose,
}

/// Where a seminar stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SeminarState {
    /// Proposals are put before it.
    Collecting,
    /// Proposals are weighed against each other, and each chosen one gets its way.
    Prioritising,
    /// Over: its objectives are proposed.
    Concluded,
    /// Called off. The year can have another.
    Cancelled,
}

spelled!(SeminarState:
    Collecting = "collecting", Prioritising = "prioritising", Concluded = "concluded", Cancelled = "cancelled",
);

/// What can be done with a seminar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SeminarVerb {
    /// Say when it is held and what it is about.
    Frame,
    /// Take no more proposals beforehand; begin to weigh them.
    Prioritise,
    /// End it: objectives are proposed, policies commissioned, goals drafted.
    Conclude,
    /// Call it off.
    Cancel,
}

spelled!(SeminarVerb: Frame = "frame", Prioritise = "prioritise", Conclude = "conclude", Cancel = "cancel");

/// Every deed there is with a seminar. What is concluded is never opened again: the next year adjusts it.
pub const SEMINAR_TRANSITIONS: &[(SeminarState, SeminarVerb, SeminarState)] = &[
    (SeminarState::Collecting, SeminarVerb::Frame, SeminarState::Collecting),
    (SeminarState::Collecting, SeminarVerb::Prioritise, SeminarState::Prioritising),
    (SeminarState::Collecting, SeminarVerb::Cancel, SeminarState::Cancelled),
    (SeminarState::Prioritising, SeminarVerb::Frame, SeminarState::Prioritising),
    (SeminarState::Prioritising, SeminarVerb::Conclude, SeminarState::Concluded),
    (SeminarState::Prioritising, SeminarVerb::Cancel, SeminarState::Cancelled),
];

/// What is proposed: an objective, or a value marker beside the hierarchy (S5).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ProposalKind {
    /// An objective. Those count against the number meant.
    Objective,
    /// A value marker.
    ValueMarker,
}

spelled!(ProposalKind: Objective = "objective", ValueMarker = "value-marker");

/// Something put before a seminar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The seminar.
    pub seminar: SeminarId,
    /// Its number in the seminar, from 1: what people call it by.
    pub serial: u32,
    /// What is proposed.
    pub kind: ProposalKind,
    /// What it says.
    pub content: ProposalContent,
    /// What it is grouped with; empty where it stands alone.
    pub group: Prose<60>,
    /// Its place among the others, lowest first.
    pub place: u32,
    /// The unit it comes from.
    pub unit: UnitId,
    /// The position it was written from, where it was written by somebody of that unit.
    pub position: Option<PositionId>,
    /// Who wrote it in.
    pub by: PersonId,
    /// The proposal of an earlier seminar that was kept for this one.
    pub kept_from: Option<ProposalId>,
    /// What became of it.
    pub outcome: Outcome,
    /// Which way a chosen objective takes from here.
    pub route: Option<Route>,
    /// The objective or value marker that came of it.
    pub made: Option<ElementId>,
    /// The goal that came of it by route B.
    pub goal: Option<ElementId>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What a proposal says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProposalContent {
    /// What it is called.
    pub title: Line<200>,
    /// What it says, as the objective would.
    pub text: Prose<4000>,
    /// Why it is proposed.
    pub why: Prose<4000>,
}

/// What became of a proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not weighed yet.
    Open,
    /// Becomes an objective or a value marker.
    Chosen,
    /// Kept for the next seminar.
    Parked,
    /// Said by another.
    Merged {
        /// Which.
        into: ProposalId,
    },
    /// Not wanted.
    Declined {
        /// Why. Never empty.
        because: Prose<2000>,
    },
    /// Taken back by whoever proposed it.
    Withdrawn,
}

/// An outcome without what it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // as in `Outcome`
pub enum OutcomeName {
    Open,
    Chosen,
    Parked,
    Merged,
    Declined,
    Withdrawn,
}

spelled!(OutcomeName:
    Open = "open", Chosen = "chosen", Parked = "parked", Merged = "merged", Declined = "declined", Withdrawn = "withdrawn",
);

/// Which way a chosen objective takes. Source: Silkeborg's model, routes A and B.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// A: into a policy that committees are asked for.
    Policy,
    /// B: a goal at once, kept to be taken into a policy later.
    Goal(GoalWanted),
}

/// A route without what it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // as in `Route`
pub enum RouteName {
    Policy,
    Goal,
}

spelled!(RouteName: Policy = "policy", Goal = "goal");

/// The goal that route B asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalWanted {
    /// The unit that writes it and will own it.
    pub unit: UnitId,
    /// What it is called.
    pub title: Line<200>,
    /// What it should say.
    pub text: Prose<4000>,
}

/// How a commissioned policy stands to what there is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Way {
    /// There is none yet.
    New,
    /// It takes another's place.
    Replaces,
    /// An existing one is written anew.
    Renews,
    /// An existing one goes on, perhaps with small adjustments.
    Continues,
}

spelled!(Way: New = "new", Replaces = "replaces", Renews = "renews", Continues = "continues");

/// A policy that committees are asked for (S4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Commission {
    /// Its id.
    pub id: CommissionId,
    /// The seminar.
    pub seminar: SeminarId,
    /// Its number in the seminar, from 1.
    pub serial: u32,
    /// What is asked, and of whom.
    pub content: CommissionContent,
    /// The policy that came of it.
    pub policy: Option<ElementId>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// An objective or value marker that was in force when the seminar met, and what it is to become.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The element.
    pub element: ElementId,
    /// What it is.
    pub kind: ProposalKind,
    /// The edition that was in force.
    pub edition: u32,
    /// What it is to become.
    pub verdict: Verdict,
    /// Optimistic lock; 0 while nobody has weighed it.
    pub version: i64,
}

/// What becomes of an objective in force.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Verdict {
    /// It stands.
    #[default]
    Keep,
    /// It is worded anew.
    Reword {
        /// The title it should have.
        title: Line<200>,
        /// The text it should have.
        text: Prose<4000>,
    },
    /// It ends.
    End {
        /// Why. Never empty.
        because: Prose<2000>,
    },
}

/// A verdict without what it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // as in `Verdict`
pub enum VerdictName {
    Keep,
    Reword,
    End,
}

spelled!(VerdictName: Keep = "keep", Reword = "reword", End = "end");

/// One step up or down in the order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Move {
    Up,
    Down,
}

spelled!(Move: Up = "up", Down = "down");

/// The state a verb leads a seminar to; `None` where the table does not allow it.
pub fn seminar_leads_to(state: SeminarState, verb: SeminarVerb) -> Option<SeminarState> {
    SEMINAR_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// The step of the wheel that is a goal seminar: the first seminar held by the level that owns objectives; `None` where the
/// model has none.
pub fn seminar_step(model: &Model) -> Option<&WheelStep> {
    let objective = spec_of(model, ProposalKind::Objective)?;
    model.wheel.iter().find(|step| step.kind == StepKind::Seminar && objective.levels.contains(&step.actor))
}

/// The spec of what is proposed; `None` where the model does without.
pub fn spec_of(model: &Model, kind: ProposalKind) -> Option<&ElementSpec> {
    model.elements.iter().find(|spec| spec.kind == kind.element())
}

/// The spec of a policy that a unit at a level can own under an objective: route A.
pub fn policy_spec<'m>(model: &'m Model, level: &Key) -> Option<&'m ElementSpec> {
    below_objectives(model, ElementKind::Policy).find(|spec| spec.levels.contains(level))
}

/// The spec of a goal that a unit at a level can own under an objective: route B.
pub fn goal_spec<'m>(model: &'m Model, level: &Key) -> Option<&'m ElementSpec> {
    below_objectives(model, ElementKind::Goal).find(|spec| spec.levels.contains(level))
}

/// Whether a chosen objective can take a route in this model.
pub fn has_route(model: &Model, route: RouteName) -> bool {
    let kind = match route {
        RouteName::Policy => ElementKind::Policy,
        RouteName::Goal => ElementKind::Goal,
    };
    below_objectives(model, kind).next().is_some()
}

fn below_objectives(model: &Model, kind: ElementKind) -> impl Iterator<Item = &ElementSpec> {
    let objective = spec_of(model, ProposalKind::Objective).map(|spec| &spec.key);
    model.elements.iter().filter(move |spec| spec.kind == kind && objective.is_some_and(|key| spec.under.contains(key)))
}

/// Whether the model has goal seminars at all: a step of that kind in its wheel, objectives, and a way for them to take.
pub fn has_seminars(model: &Model) -> bool {
    seminar_step(model).is_some() && RouteName::ALL.iter().any(|route| has_route(model, *route))
}

impl Seminar {
    /// A sentence that is about this seminar: it gets `seminar` (its name in the model) and `year`.
    pub fn sentence(&self, model: &Model, key: &str) -> Sentence {
        let name = seminar_step(model).map(|step| Arg::Both { da: step.name.da.clone(), en: step.name.en.clone() });
        Sentence::new(key)
            .with("seminar", name.unwrap_or_else(|| Arg::Text(self.year.to_string())))
            .text("year", self.year.to_string())
    }

    /// What can be done with it as it stands, in the table's order.
    pub fn open_verbs(&self) -> impl Iterator<Item = SeminarVerb> + use<> {
        let state = self.state;
        SEMINAR_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
    }
}

impl SeminarState {
    /// Whether proposals can still be put before it: beforehand by everybody who may, at the seminar by whoever keeps it.
    pub const fn takes_proposals(self) -> bool {
        match self {
            Self::Collecting | Self::Prioritising => true,
            Self::Concluded | Self::Cancelled => false,
        }
    }

    /// Whether proposals are weighed.
    pub const fn weighs(self) -> bool {
        match self {
            Self::Prioritising => true,
            Self::Collecting | Self::Concluded | Self::Cancelled => false,
        }
    }
}

impl ProposalKind {
    /// The kind of element it becomes.
    pub const fn element(self) -> ElementKind {
        match self {
            Self::Objective => ElementKind::Objective,
            Self::ValueMarker => ElementKind::ValueMarker,
        }
    }

    /// From the kind of an element; `None` for what no seminar is about.
    pub const fn of(kind: ElementKind) -> Option<Self> {
        match kind {
            ElementKind::Objective => Some(Self::Objective),
            ElementKind::ValueMarker => Some(Self::ValueMarker),
            ElementKind::Policy
            | ElementKind::Guidepost
            | ElementKind::FocusArea
            | ElementKind::Goal
            | ElementKind::Action
            | ElementKind::Source => None,
        }
    }

    /// The municipality's word for it, as a sentence takes it.
    pub fn word(self, model: &Model) -> Arg {
        match spec_of(model, self) {
            Some(spec) => Arg::Element(spec.key.clone(), spec.kind.noun()),
            None => Arg::Noun(self.element().noun()),
        }
    }
}

impl Outcome {
    /// Without what it holds.
    pub const fn name(&self) -> OutcomeName {
        match self {
            Self::Open => OutcomeName::Open,
            Self::Chosen => OutcomeName::Chosen,
            Self::Parked => OutcomeName::Parked,
            Self::Merged { .. } => OutcomeName::Merged,
            Self::Declined { .. } => OutcomeName::Declined,
            Self::Withdrawn => OutcomeName::Withdrawn,
        }
    }
}

impl Route {
    /// Without what it holds.
    pub const fn name(&self) -> RouteName {
        match self {
            Self::Policy => RouteName::Policy,
            Self::Goal(_) => RouteName::Goal,
        }
    }

    /// The goal wanted, where it is route B.
    pub const fn goal(&self) -> Option<&GoalWanted> {
        match self {
            Self::Policy => None,
            Self::Goal(goal) => Some(goal),
        }
    }
}

impl Verdict {
    /// Without what it holds.
    pub const fn name(&self) -> VerdictName {
        match self {
            Self::Keep => VerdictName::Keep,
            Self::Reword { .. } => VerdictName::Reword,
            Self::End { .. } => VerdictName::End,
        }
    }
}
