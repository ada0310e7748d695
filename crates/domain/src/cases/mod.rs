//! Cases: what is put on a body's agenda, and what the body decided.
//!
//! A case says what is recommended, why, and what it costs, under the headings that the body is used to; it names what the
//! body adopts by it, and who is disqualified. This file holds the nouns and the transition table; `content` is what people
//! write, `headings` how a body wants it ordered, `deeds` what is done with a case, `dates` when agenda and material are due
//! by law. The decision itself is the chain's ([`crate::chain::Decision`]): what adopts a goal shows by which case.
//!
//! Meetings with their agendas of many items are not here; a case knows only its day and its item number.

pub mod content;
pub mod dates;
pub mod deeds;
pub mod headings;

use pejl_kernel::ids::{CaseId, DecisionId};
use pejl_kernel::{AgreementId, ElementId, Number, PersonId, Prose, UnitId};

use crate::chain::spelled;
use crate::sentence::Sentence;

pub use content::{Access, Attachment, CaseContent, Link, Section};
pub use headings::{Heading, HeadingSet, Part};

/// A case for a body's agenda.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The number people say: `S-2019-004`.
    pub number: Number,
    /// The body that decides.
    pub body: UnitId,
    /// The unit that prepares it: the body itself, or one below it.
    pub unit: UnitId,
    /// Where it stands.
    pub state: CaseState,
    /// What people wrote.
    pub content: CaseContent,
    /// What the body adopts by it, in the order it was named.
    pub adopts: Vec<Adopts>,
    /// Those who take no part in it.
    pub disqualified: Vec<Disqualified>,
    /// The decided case that this one corrects.
    pub corrects: Option<CaseId>,
    /// What came of it; there from the day it is decided.
    pub resolution: Option<Resolution>,
    /// Why it was withdrawn; empty where it was not.
    pub note: Prose,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Where a case stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaseState {
    /// Being written.
    Draft,
    /// On the agenda: nothing in it changes any more.
    Ready,
    /// The body has decided.
    Decided,
    /// Taken off for good.
    Withdrawn,
}

spelled!(CaseState: Draft = "draft", Ready = "ready", Decided = "decided", Withdrawn = "withdrawn");

/// What can be done with a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaseVerb {
    /// Write in it.
    Edit,
    /// Put it on the agenda.
    Ready,
    /// Take it off the agenda, to write in it again.
    TakeBack,
    /// Say who takes no part in it.
    Disqualify,
    /// Record what the body decided.
    Decide,
    /// Give it up.
    Withdraw,
    /// Begin a case that corrects it.
    Correct,
}

spelled!(CaseVerb:
    Edit = "edit", Ready = "ready", TakeBack = "take-back", Disqualify = "disqualify", Decide = "decide", Withdraw = "withdraw",
    Correct = "correct",
);

/// Every deed there is with a case. A decision is never written over: a correction is a case of its own.
pub const CASE_TRANSITIONS: &[(CaseState, CaseVerb, CaseState)] = &[
    (CaseState::Draft, CaseVerb::Edit, CaseState::Draft),
    (CaseState::Draft, CaseVerb::Disqualify, CaseState::Draft),
    (CaseState::Draft, CaseVerb::Ready, CaseState::Ready),
    (CaseState::Draft, CaseVerb::Withdraw, CaseState::Withdrawn),
    (CaseState::Ready, CaseVerb::Disqualify, CaseState::Ready),
    (CaseState::Ready, CaseVerb::TakeBack, CaseState::Draft),
    (CaseState::Ready, CaseVerb::Decide, CaseState::Decided),
    (CaseState::Ready, CaseVerb::Withdraw, CaseState::Withdrawn),
    (CaseState::Decided, CaseVerb::Correct, CaseState::Decided),
];

/// What is asked of the body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum CaseKind {
    Orientation,
    Discussion,
    Decision,
}

spelled!(CaseKind: Orientation = "orientation", Discussion = "discussion", Decision = "decision");

/// Something that a body adopts by deciding a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Adopts {
    /// An element that was proposed to it.
    Element(ElementId),
    /// An agreement that was put before it.
    Agreement(AgreementId),
}

/// What somebody keeps out of for now: something named by an open case that they are disqualified from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What the case is to adopt.
    pub thing: Adopts,
    /// The case's number.
    pub case: Number,
}

/// Somebody who takes no part in a case (forvaltningsloven §§ 3–6). It is written in the minutes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Disqualified {
    /// Who.
    pub person: PersonId,
    /// Why: own interest, family, another office.
    pub reason: Prose<500>,
}

/// What a body decided in a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolution {
    /// The decision as the chain knows it.
    pub decision: DecisionId,
    /// What came of the recommendation.
    pub outcome: Outcome,
    /// What was decided, as it stands in the minutes.
    pub text: Prose,
}

/// What came of the recommendation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// As recommended.
    AsRecommended,
    /// With changes.
    Changed,
    /// Taken note of.
    Noted,
    /// Not agreed to.
    Rejected,
}

spelled!(Outcome: AsRecommended = "as-recommended", Changed = "changed", Noted = "noted", Rejected = "rejected");

impl Outcome {
    /// Whether what the case names is adopted by it.
    pub const fn adopts(self) -> bool {
        match self {
            Self::AsRecommended | Self::Changed => true,
            Self::Noted | Self::Rejected => false,
        }
    }
}

/// The state a verb leads a case to; `None` where the table does not allow it.
pub fn case_leads_to(state: CaseState, verb: CaseVerb) -> Option<CaseState> {
    CASE_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

impl Case {
    /// A sentence that is about this case: it gets `number` and `title`.
    pub fn sentence(&self, key: &str) -> Sentence {
        Sentence::new(key).text("number", self.number.to_string()).text("title", self.content.title.as_str())
    }

    /// What can be done with it as it stands, in the table's order.
    pub fn open_verbs(&self) -> impl Iterator<Item = CaseVerb> + use<> {
        let state = self.state;
        CASE_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
    }

    /// Whether only the body's members and those who work for the whole municipality see it.
    pub const fn is_closed(&self) -> bool {
        match self.content.access {
            Access::Closed { .. } => true,
            Access::Open => false,
        }
    }

    /// Whether somebody takes no part in it.
    pub fn is_disqualified(&self, person: PersonId) -> bool {
        self.disqualified.iter().any(|one| one.person == person)
    }
}
