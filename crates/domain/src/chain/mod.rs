//! The chain: what the council wants, all the way to what an institution does.
//!
//! This file holds the nouns: an [`Element`], its states, and the table of what may be done in which state. What people
//! write in an element is `content` (`sound`: it agrees with itself; `changes`: what differs between two); what is
//! done with it is `deeds`, some of it by a `decision`; how elements stand under each other is `ties`; how a unit below
//! answers a goal is `stance`. The rest are judgements over flat facts: `readiness`, `wording`, `quality`, `balance`,
//! `counts`, and the picture: `map`, `lines`. Who may do what is not here: that is policy's.

pub mod balance;
pub mod changes;
pub mod content;
pub mod counts;
pub mod decision;
pub mod deeds;
pub mod lines;
pub mod map;
pub mod quality;
pub mod readiness;
pub mod sound;
pub mod stance;
pub mod ties;
pub mod wording;

pub use changes::changes;
pub use content::{
    ActionFields, Comparator, Content, Criterion, Direction, Documentation, GoalFields, Measure, Milestone, Orientation, Progress,
    Scope, Target,
};

pub use decision::Decision;
pub use deeds::Done;
pub use lines::Edge;
pub use readiness::{Tied, missing};
pub use stance::{Answer, AnswerName, Coverage, STANCE_TRANSITIONS, Stance, StanceVerb};

use pejl_kernel::ids::{DecisionId, ElementId, UnitId};
use pejl_kernel::{Number, Prose};

use crate::models::{ElementKind, Key, Model};
use crate::sentence::{Arg, Sentence};

/// Gives a stored enum its one spelling: `ALL`, `as_str` and `parse`. The same spelling ends the enum's catalogue keys.
macro_rules! spelled {
    ($name:ident: $($variant:ident = $text:literal),+ $(,)?) => {
        impl $name {
            /// Every one there is, in the order people are shown them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it is stored, sent in forms, and spelled at the end of catalogue keys.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the stored spelling; `None` for anything else, which is a fault and never a default.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use spelled;

/// One element of the chain, or a value marker or source beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element {
    /// Its id.
    pub id: ElementId,
    /// What kind of element it is.
    pub kind: ElementKind,
    /// The level of its owner. With the kind it says which spec of the model applies.
    pub level: Key,
    /// The number people say: `M-2018-014`.
    pub number: Number,
    /// The unit that owns it.
    pub owner: UnitId,
    /// What people wrote.
    pub content: Content,
    /// Where it stands.
    pub state: State,
    /// The decision by which the edition in force was adopted (K1).
    pub decision: Option<DecisionId>,
    /// What took its place, once it is superseded.
    pub replaced_by: Option<ElementId>,
    /// Why it was returned, withdrawn or closed as it was. Kept until it is adopted, so that whoever reads it when it is
    /// proposed anew sees what was asked for.
    pub note: Prose,
    /// 0 before it is in force, then 1, 2 … : each a frozen content (H9).
    pub edition: u32,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Where an element stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// Being written.
    Draft,
    /// Put before the body that adopts it.
    Proposed,
    /// Sent back with a note.
    Returned,
    /// In force.
    Adopted,
    /// Over, and this is how it went.
    Closed(Outcome),
    /// Given up.
    Withdrawn,
    /// Another took its place.
    Superseded,
}

/// A state without what it holds: for tables, lists and columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // as in `State`
pub enum StateName {
    Draft,
    Proposed,
    Returned,
    Adopted,
    Closed,
    Withdrawn,
    Superseded,
}

spelled!(StateName:
    Draft = "draft", Proposed = "proposed", Returned = "returned", Adopted = "adopted",
    Closed = "closed", Withdrawn = "withdrawn", Superseded = "superseded",
);

/// How a closed element ended. Source: H6's three colours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Outcome {
    Met,
    Partly,
    NotMet,
}

spelled!(Outcome: Met = "met", Partly = "partly", NotMet = "not-met");

impl State {
    /// Without what it holds.
    pub const fn name(self) -> StateName {
        match self {
            Self::Draft => StateName::Draft,
            Self::Proposed => StateName::Proposed,
            Self::Returned => StateName::Returned,
            Self::Adopted => StateName::Adopted,
            Self::Closed(_) => StateName::Closed,
            Self::Withdrawn => StateName::Withdrawn,
            Self::Superseded => StateName::Superseded,
        }
    }

    /// How it ended, where it is closed.
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Closed(outcome) => Some(outcome),
            Self::Draft | Self::Proposed | Self::Returned | Self::Adopted | Self::Withdrawn | Self::Superseded => None,
        }
    }

    /// From two stored columns; `None` where they contradict each other, which is a fault.
    pub const fn from_parts(name: StateName, outcome: Option<Outcome>) -> Option<Self> {
        match (name, outcome) {
            (StateName::Closed, Some(outcome)) => Some(Self::Closed(outcome)),
            (StateName::Closed, None) | (_, Some(_)) => None,
            (StateName::Draft, None) => Some(Self::Draft),
            (StateName::Proposed, None) => Some(Self::Proposed),
            (StateName::Returned, None) => Some(Self::Returned),
            (StateName::Adopted, None) => Some(Self::Adopted),
            (StateName::Withdrawn, None) => Some(Self::Withdrawn),
            (StateName::Superseded, None) => Some(Self::Superseded),
        }
    }

    /// Still being worked on or in force: what counts in lists, counts and balances.
    pub const fn is_live(self) -> bool {
        match self {
            Self::Draft | Self::Proposed | Self::Returned | Self::Adopted => true,
            Self::Closed(_) | Self::Withdrawn | Self::Superseded => false,
        }
    }
}

/// What can be done with an element.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verb {
    /// Change what is written before it is in force.
    Edit,
    /// Put it before the body that adopts it.
    Propose,
    /// Send it back with a note.
    Return,
    /// The body adopts it by a decision.
    Adopt,
    /// Start what needs no adoption.
    PutInForce,
    /// Change what is in force: a new edition, with a reason (H9).
    Revise,
    /// Say how an action comes along, or what it gave.
    Track,
    /// Let another unit own it.
    HandOver,
    /// Give it up.
    Withdraw,
    /// Let another element take its place.
    Supersede,
    /// End it, and say how it went.
    Close,
}

spelled!(Verb:
    Edit = "edit", Propose = "propose", Return = "return", Adopt = "adopt", PutInForce = "put-in-force",
    Revise = "revise", Track = "track", HandOver = "hand-over", Withdraw = "withdraw", Supersede = "supersede",
    Close = "close",
);

/// Every deed there is, and nothing else: the deeds, the buttons, the diagram in `docs/workflows/element.md` and the
/// property tests all read this table.
pub const TRANSITIONS: &[(StateName, Verb, StateName)] = &[
    (StateName::Draft, Verb::Edit, StateName::Draft),
    (StateName::Draft, Verb::Propose, StateName::Proposed),
    (StateName::Draft, Verb::PutInForce, StateName::Adopted),
    (StateName::Draft, Verb::HandOver, StateName::Draft),
    (StateName::Draft, Verb::Withdraw, StateName::Withdrawn),
    (StateName::Proposed, Verb::Return, StateName::Returned),
    (StateName::Proposed, Verb::Adopt, StateName::Adopted),
    (StateName::Proposed, Verb::HandOver, StateName::Proposed),
    (StateName::Proposed, Verb::Withdraw, StateName::Withdrawn),
    (StateName::Returned, Verb::Edit, StateName::Returned),
    (StateName::Returned, Verb::Propose, StateName::Proposed),
    (StateName::Returned, Verb::PutInForce, StateName::Adopted),
    (StateName::Returned, Verb::HandOver, StateName::Returned),
    (StateName::Returned, Verb::Withdraw, StateName::Withdrawn),
    (StateName::Adopted, Verb::Revise, StateName::Adopted),
    (StateName::Adopted, Verb::Track, StateName::Adopted),
    (StateName::Adopted, Verb::HandOver, StateName::Adopted),
    (StateName::Adopted, Verb::Withdraw, StateName::Withdrawn),
    (StateName::Adopted, Verb::Supersede, StateName::Superseded),
    (StateName::Adopted, Verb::Close, StateName::Closed),
];

/// The state a verb leads to; `None` where the table does not allow it.
pub fn leads_to(state: StateName, verb: Verb) -> Option<StateName> {
    TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// What the table allows in a state, in the table's order.
pub fn verbs(state: StateName) -> impl Iterator<Item = Verb> {
    TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
}

/// The municipality's word for a kind of element at a level, as a sentence takes it. Falls back to the noun's own word
/// where the model no longer uses the kind at that level.
pub fn word(model: &Model, kind: ElementKind, level: &Key) -> Arg {
    match model.spec(kind, level) {
        Some(spec) => Arg::Element(spec.key.clone(), kind.noun()),
        None => Arg::Noun(kind.noun()),
    }
}

impl Element {
    /// A sentence that is about this element: it gets `noun`, `number` and `title`.
    pub fn sentence(&self, model: &Model, key: &str) -> Sentence {
        Sentence::new(key)
            .with("noun", word(model, self.kind, &self.level))
            .text("number", self.number.to_string())
            .text("title", self.content.title.as_str())
    }
}
