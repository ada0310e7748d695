//! Agreements: the promise between two levels.
//!
//! A principal asks, one or several agents answer, and both sign what they mean. This file holds the nouns: an
//! [`Agreement`], what people write in it, its states and the table of what may be done in which state. What is done with it
//! is `deeds`, and `settling` where its goals move with it; the units in it and the model's rules about them are `parties`;
//! whether what is written agrees with itself is `sound`; what groups say beforehand is `hearing`; the negotiation about a goal is `counter`; the text that is signed is
//! `frozen`; what differs between two such texts is `difference`; how the goals lean and how many they are is `advice`; next year's draft
//! from this year's is `renewal`. The kinds of agreement are the model's (S1, S7, S9, Ø1).

pub mod advice;
pub mod counter;
pub mod deeds;
pub mod difference;
pub mod frozen;
pub mod hearing;
pub mod parties;
pub mod renewal;
pub mod settling;
mod sound;

use jiff::Timestamp;
use pejl_kernel::{AgreementId, DecisionId, ElementId, Line, Number, Ore, PersonId, Prose, UnitId, Years};
use serde::{Deserialize, Serialize};

use crate::chain::spelled;
use crate::models::{AgreementKind, Key, Model};
use crate::sentence::{Arg, Sentence};

pub use advice::Advice;
pub use counter::{Answered, Answering, Counter, CounterState, Proposal, Proposing, Reply};
pub use deeds::Drafting;
pub use difference::{Difference, content_changes};
pub use frozen::{Frozen, Sealed, seal_of};
pub use hearing::Hearing;
pub use parties::{Held, Party, Standing, clash, kind, themes_asked};
pub use settling::{Moved, Signing, Submission, Submitted};

/// The promise between a principal and its agents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The number people say: `A-2018-003`.
    pub number: Number,
    /// The kind in the model.
    pub kind: Key,
    /// The unit that asks.
    pub principal: UnitId,
    /// The units that answer; never empty, and more than one only where the kind allows it.
    pub agents: Vec<UnitId>,
    /// The years it runs.
    pub period: Years,
    /// Where it stands.
    pub state: AgreementState,
    /// What people wrote: the text being worked on, or while nothing is, the text in force.
    pub content: AgreementContent,
    /// 0 before it has been approved, then 1, 2 …: an amendment is the next.
    pub edition: u32,
    /// The decision by which the edition in force was approved (K1); none where a manager approved it.
    pub decision: Option<DecisionId>,
    /// Why it was returned, withdrawn or closed as it was, or what the report was sent back with.
    pub note: Prose,
    /// Why what is in force is being amended (H9); empty while nothing is.
    pub amending: Prose,
    /// The agent's report at the end of the period; empty before.
    pub report: Prose,
    /// Last year's agreement, where this was drafted from it.
    pub predecessor: Option<AgreementId>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Everything people write in an agreement.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AgreementContent {
    /// The model's sections, in its order.
    pub sections: Vec<Section>,
    /// Answers to the themes of the years it runs (T2).
    pub themes: Vec<ThemeAnswer>,
    /// The year's budget, where the kind shows it (S6).
    pub frame: Option<Frame>,
    /// How it is followed up during the year (S9); empty means as the model says.
    pub follow_up: Prose,
    /// How it is reported at the end (S9); empty means as the model says.
    pub reporting: Prose,
    /// The goals in it, in the order people put them.
    pub goals: Vec<GoalLine>,
    /// The actions in it, in the order people put them.
    pub actions: Vec<ElementId>,
}

/// One section.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// The model's heading in Danish: what a section is known by, so that a later model changes no agreement.
    pub heading: Line<200>,
    /// What is written under it.
    #[serde(default)]
    pub text: Prose,
}

/// The answer to a theme.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeAnswer {
    /// The theme in the model.
    pub theme: Key,
    /// What is answered.
    #[serde(default)]
    pub answer: Prose,
}

/// The money it is made within, as a figure with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Frame {
    /// In øre; expenses are positive.
    pub amount: Ore,
    /// Where the figure stands: "Budget 2019, bevilling 41 Skoler".
    pub source: Line<200>,
}

/// A goal in an agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GoalLine {
    /// The goal.
    pub goal: ElementId,
    /// How it came in.
    pub place: GoalPlace,
    /// What is agreed about it here, beside what the goal itself says.
    #[serde(default)]
    pub note: Prose,
}

/// How a goal came into an agreement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalPlace {
    /// From the agreement or the body above.
    TakenOver,
    /// It stands in other agreements too (S6).
    Shared,
    /// The agent's own (S9).
    Own,
}

spelled!(GoalPlace: TakenOver = "taken-over", Shared = "shared", Own = "own");

/// Where an agreement stands. An amendment goes the same way again with `edition` above 0: the edition approved before stays
/// in force until the next is approved.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AgreementState {
    /// Being written.
    Draft,
    /// Put before employees, works council or user board.
    Hearing,
    /// The parties talk about it: counter-proposals are made and answered.
    Dialogue,
    /// Put before whoever approves it; the text is frozen and can be signed.
    Submitted,
    /// Sent back with a note.
    Returned,
    /// In force.
    Approved,
    /// The agent has reported at the end.
    Reported,
    /// Over. Nobody changes it any more.
    Closed,
    /// Given up before it was ever in force.
    Withdrawn,
}

spelled!(AgreementState:
    Draft = "draft", Hearing = "hearing", Dialogue = "dialogue", Submitted = "submitted", Returned = "returned",
    Approved = "approved", Reported = "reported", Closed = "closed", Withdrawn = "withdrawn",
);

/// What can be done with an agreement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AgreementVerb {
    /// Change what is written.
    Edit,
    /// Put it before the groups the model wants heard.
    Hear,
    /// Write down what a group said.
    GiveInput,
    /// Let the parties talk about it.
    OpenDialogue,
    /// Make or answer a counter-proposal on a goal.
    Negotiate,
    /// Put it before whoever approves it: freezes the text.
    Submit,
    /// Sign the frozen text.
    Sign,
    /// Send it back with a note.
    Return,
    /// Approve it, by decision where a body does.
    Approve,
    /// Write the next edition of what is in force, with a reason (H9).
    Amend,
    /// Give the amendment up; what was in force stays so.
    DropAmendment,
    /// Report at the end of the period.
    Report,
    /// Send the report back with a note.
    ReturnReport,
    /// End it.
    Close,
    /// Let a successor take a party's place, as when a unit closes in mid-year.
    HandOver,
    /// Give it up.
    Withdraw,
}

spelled!(AgreementVerb:
    Edit = "edit", Hear = "hear", GiveInput = "give-input", OpenDialogue = "open-dialogue", Negotiate = "negotiate",
    Submit = "submit", Sign = "sign", Return = "return", Approve = "approve", Amend = "amend",
    DropAmendment = "drop-amendment", Report = "report", ReturnReport = "return-report", Close = "close",
    HandOver = "hand-over", Withdraw = "withdraw",
);

/// Every deed there is, and nothing else: the deeds, the buttons, the diagram in `docs/workflows/agreement.md` and the
/// property tests all read this table. `DropAmendment` asks for an edition in force, `Withdraw` for none.
pub const AGREEMENT_TRANSITIONS: &[(AgreementState, AgreementVerb, AgreementState)] = {
    use AgreementState as S;
    use AgreementVerb as V;
    &[
        (S::Draft, V::Edit, S::Draft),
        (S::Draft, V::Hear, S::Hearing),
        (S::Draft, V::OpenDialogue, S::Dialogue),
        (S::Draft, V::HandOver, S::Draft),
        (S::Draft, V::DropAmendment, S::Approved),
        (S::Draft, V::Withdraw, S::Withdrawn),
        (S::Hearing, V::Edit, S::Hearing),
        (S::Hearing, V::GiveInput, S::Hearing),
        (S::Hearing, V::OpenDialogue, S::Dialogue),
        (S::Hearing, V::HandOver, S::Hearing),
        (S::Hearing, V::DropAmendment, S::Approved),
        (S::Hearing, V::Withdraw, S::Withdrawn),
        (S::Dialogue, V::Edit, S::Dialogue),
        (S::Dialogue, V::GiveInput, S::Dialogue),
        (S::Dialogue, V::Negotiate, S::Dialogue),
        (S::Dialogue, V::Submit, S::Submitted),
        (S::Dialogue, V::HandOver, S::Dialogue),
        (S::Dialogue, V::DropAmendment, S::Approved),
        (S::Dialogue, V::Withdraw, S::Withdrawn),
        (S::Submitted, V::Sign, S::Submitted),
        (S::Submitted, V::Return, S::Returned),
        (S::Submitted, V::Approve, S::Approved),
        (S::Submitted, V::Withdraw, S::Withdrawn),
        (S::Returned, V::Edit, S::Returned),
        (S::Returned, V::GiveInput, S::Returned),
        (S::Returned, V::Negotiate, S::Returned),
        (S::Returned, V::Submit, S::Submitted),
        (S::Returned, V::HandOver, S::Returned),
        (S::Returned, V::DropAmendment, S::Approved),
        (S::Returned, V::Withdraw, S::Withdrawn),
        (S::Approved, V::Sign, S::Approved),
        (S::Approved, V::Amend, S::Draft),
        (S::Approved, V::Report, S::Reported),
        (S::Approved, V::HandOver, S::Approved),
        (S::Reported, V::ReturnReport, S::Approved),
        (S::Reported, V::Close, S::Closed),
    ]
};

/// The state a verb leads to; `None` where the table does not allow it.
pub fn leads_to(state: AgreementState, verb: AgreementVerb) -> Option<AgreementState> {
    AGREEMENT_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// What the table allows in a state, in the table's order.
pub fn verbs(state: AgreementState) -> impl Iterator<Item = AgreementVerb> {
    AGREEMENT_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
}

impl AgreementState {
    /// Neither over nor given up.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::Hearing | Self::Dialogue | Self::Submitted | Self::Returned | Self::Approved | Self::Reported => {
                true
            }
            Self::Closed | Self::Withdrawn => false,
        }
    }
}

/// A party's side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Asks.
    Principal,
    /// Answers.
    Agent,
}

spelled!(Side: Principal = "principal", Agent = "agent");

impl Side {
    /// The side across the table.
    pub const fn other(self) -> Self {
        match self {
            Self::Principal => Self::Agent,
            Self::Agent => Self::Principal,
        }
    }
}

/// A signature: who signed what for whom. What was signed is the seal of the frozen text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The agreement.
    pub agreement: AgreementId,
    /// SHA-256 of the frozen text, 64 hexadecimal digits.
    pub seal: String,
    /// Which side.
    pub side: Side,
    /// For which unit.
    pub unit: UnitId,
    /// Who signed.
    pub person: PersonId,
    /// In whose place.
    pub standing_in_for: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// How a goal of last year's agreement goes into next year's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Renewal {
    /// As it stands.
    Carry,
    /// A new goal is drafted from it.
    Change,
    /// It is left out.
    Drop,
}

spelled!(Renewal: Carry = "carry", Change = "change", Drop = "drop");

impl Agreement {
    /// A sentence that is about this agreement: it gets `noun` (the kind's word) and `number`.
    pub fn sentence(&self, key: &str) -> Sentence {
        Sentence::new(key).with("noun", Arg::Agreement(self.kind.clone())).text("number", self.number.to_string())
    }

    /// Its kind in a model; `None` where the model no longer has it.
    pub fn kind_in<'m>(&self, model: &'m Model) -> Option<&'m AgreementKind> {
        kind(model, &self.kind)
    }

    /// Which side a unit is on; `None` where it is no party.
    pub fn side_of(&self, unit: UnitId) -> Option<Side> {
        if unit == self.principal { Some(Side::Principal) } else { self.agents.contains(&unit).then_some(Side::Agent) }
    }

    /// Whether it is neither over nor given up.
    pub const fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Whether an edition of it binds its parties now, also while the next is being written.
    pub const fn is_in_force(&self) -> bool {
        match self.state {
            AgreementState::Approved | AgreementState::Reported => true,
            AgreementState::Draft
            | AgreementState::Hearing
            | AgreementState::Dialogue
            | AgreementState::Submitted
            | AgreementState::Returned => self.edition > 0,
            AgreementState::Closed | AgreementState::Withdrawn => false,
        }
    }

    /// Whether the text that both sides see is still being worked on.
    pub const fn is_being_written(&self) -> bool {
        match self.state {
            AgreementState::Draft | AgreementState::Hearing | AgreementState::Dialogue | AgreementState::Returned => true,
            AgreementState::Submitted
            | AgreementState::Approved
            | AgreementState::Reported
            | AgreementState::Closed
            | AgreementState::Withdrawn => false,
        }
    }
}
