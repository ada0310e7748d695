//! The negotiation about a goal: either side proposes another text, target or deadline; the other accepts, accepts with a
//! change, or declines. The thread stays. Nobody submits or signs while one is open.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_kernel::{AgreementId, CounterId, ElementId, Figure, PersonId, Prose};
use serde::{Deserialize, Serialize};

use super::deeds::written;
use super::{Agreement, AgreementVerb, Side};
use crate::chain::sound::sound;
use crate::chain::{Content, Done, Element, StateName, spelled};
use crate::models::Model;
use crate::sentence::{Arg, Event, Refused, Sentence};

/// A counter-proposal with its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counter {
    /// Its id.
    pub id: CounterId,
    /// The agreement in which it is made.
    pub agreement: AgreementId,
    /// The goal it is about. A goal that is in force already is changed by its body, not here.
    pub goal: ElementId,
    /// Which side proposes.
    pub side: Side,
    /// Who proposes.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What is proposed.
    pub proposal: Proposal,
    /// What stood there when it was proposed, so that the thread reads whole afterwards.
    pub instead_of: Proposal,
    /// Why. Never empty.
    pub because: Prose,
    /// Where it stands.
    pub state: CounterState,
    /// What the other side said; empty while it is open, and where it was simply accepted.
    pub answer: Prose,
    /// What was agreed instead, where it was accepted with a change.
    pub agreed: Option<Proposal>,
    /// Who answered, and when.
    pub answered: Option<(PersonId, Timestamp)>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What can be proposed otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proposal {
    /// Another text of the goal.
    Text(Prose),
    /// Another value of a success criterion that can be counted.
    Target {
        /// The criterion's place among the goal's criteria, from 0.
        criterion: usize,
        /// The value, in the criterion's own unit; `None` where none stood.
        value: Option<Figure>,
    },
    /// Another day on which the goal shall be met; `None` where none stood.
    Due(Option<Date>),
}

/// Where a counter-proposal stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CounterState {
    /// The other side has not answered.
    Open,
    /// The goal was changed as proposed.
    Accepted,
    /// The goal was changed otherwise, and both sides agree.
    AcceptedWithChange,
    /// The goal stands.
    Declined,
    /// Whoever made it took it back.
    TakenBack,
}

spelled!(CounterState:
    Open = "open", Accepted = "accepted", AcceptedWithChange = "accepted-with-change", Declined = "declined",
    TakenBack = "taken-back",
);

/// A counter-proposal as somebody makes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposing {
    /// Its id.
    pub id: CounterId,
    /// Which side proposes.
    pub side: Side,
    /// Who proposes.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What is proposed.
    pub proposal: Proposal,
    /// Why.
    pub because: Prose,
}

/// What the other side says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reply {
    /// So be it.
    Accept,
    /// Yes, but so.
    AcceptWithChange {
        /// What it shall be instead, about the same field.
        agreed: Proposal,
        /// Why so; may be empty.
        answer: Prose,
    },
    /// No.
    Decline {
        /// Why not. Never empty.
        answer: Prose,
    },
}

/// Who answers what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answering {
    /// Which side answers.
    pub side: Side,
    /// Who answers.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What is said.
    pub reply: Reply,
}

/// What an answer gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    /// The counter-proposal, answered.
    pub counter: Counter,
    /// What the goal shall say from now on; `None` where it was declined. The chain's own `edit` puts it in.
    pub content: Option<Content>,
    /// What happened.
    pub event: Event,
}

impl Proposal {
    /// What stands in a goal where this proposes something else; `None` where the goal has no such criterion.
    pub fn standing(&self, content: &Content) -> Option<Self> {
        match self {
            Self::Text(_) => Some(Self::Text(content.text.clone())),
            Self::Target { criterion, .. } => {
                let there = content.goal.criteria.get(*criterion)?;
                Some(Self::Target { criterion: *criterion, value: there.value })
            }
            Self::Due(_) => Some(Self::Due(content.goal.due)),
        }
    }

    /// The goal as it would be; `None` where it has no such criterion.
    pub fn applied(&self, content: &Content) -> Option<Content> {
        let mut content = content.clone();
        match self {
            Self::Text(text) => content.text = text.clone(),
            Self::Target { criterion, value } => content.goal.criteria.get_mut(*criterion)?.value = *value,
            Self::Due(day) => content.goal.due = *day,
        }
        Some(content)
    }

    /// Whether two are about the same place in the goal.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(_), Self::Text(_)) | (Self::Due(_), Self::Due(_)) => true,
            (Self::Target { criterion: one, .. }, Self::Target { criterion: other, .. }) => one == other,
            (Self::Text(_) | Self::Target { .. } | Self::Due(_), _) => false,
        }
    }

    /// The field it is about, as it ends the catalogue key `field-…`.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Target { .. } => "target-value",
            Self::Due(_) => "due",
        }
    }

    /// Whether it can be put in the goal: something is proposed, it differs from what stands, and the goal would still agree
    /// with itself.
    fn fits(&self, model: &Model, goal: &Element) -> Result<Content, Refused> {
        let wrong = |key: &str| Refused::at("proposal", goal.sentence(model, key).word("field", format!("field-{}", self.field())));
        let (Some(standing), Some(content)) = (self.standing(&goal.content), self.applied(&goal.content)) else {
            return Err(Refused::at("criterion", goal.sentence(model, "refused-counter-no-criterion")));
        };
        let countable = |place: &usize| goal.content.goal.criteria.get(*place).is_some_and(|c| c.comparator.is_some());
        match self {
            Self::Text(text) if text.is_empty() => return Err(wrong("refused-counter-empty")),
            Self::Target { value: None, .. } => return Err(wrong("refused-counter-empty")),
            Self::Target { criterion, .. } if !countable(criterion) => {
                return Err(Refused::at("criterion", goal.sentence(model, "refused-counter-not-countable")));
            }
            Self::Due(None) => return Err(wrong("refused-counter-empty")),
            Self::Text(_) | Self::Target { .. } | Self::Due(Some(_)) => {}
        }
        if *self == standing {
            return Err(wrong("refused-counter-same"));
        }
        sound(&content)?;
        Ok(content)
    }
}

impl Counter {
    /// Whether the other side owes an answer.
    pub const fn is_open(&self) -> bool {
        match self.state {
            CounterState::Open => true,
            CounterState::Accepted | CounterState::AcceptedWithChange | CounterState::Declined | CounterState::TakenBack => false,
        }
    }

    /// One side proposes that a goal of the agreement should say something else.
    ///
    /// # Errors
    /// Refused where nobody negotiates now, where the goal is not in the agreement or no longer being written (a goal in force
    /// is changed by its body), while the same place is being talked about already, without a reason, and where what is
    /// proposed is nothing, is what stands, or contradicts the rest of the goal.
    pub fn propose(model: &Model, agreement: &Agreement, goal: &Element, proposing: Proposing, others: &[Self]) -> Done<Self> {
        agreement.allows(AgreementVerb::Negotiate)?;
        if !agreement.content.goals.iter().any(|line| line.goal == goal.id) {
            let sentence = goal.sentence(model, "refused-counter-not-in-it").text("agreement", agreement.number.to_string());
            return Err(Refused::because(sentence));
        }
        is_open_to_talk(model, goal)?;
        let the_same = |other: &Self| {
            other.is_open()
                && other.agreement == agreement.id
                && other.goal == goal.id
                && other.proposal.is_about_the_same(&proposing.proposal)
        };
        let field = format!("field-{}", proposing.proposal.field());
        if others.iter().any(the_same) {
            return Err(Refused::at("proposal", goal.sentence(model, "refused-counter-already").word("field", field)));
        }
        proposing.proposal.fits(model, goal)?;
        written(&proposing.because, "because", "refused-counter-without-because")?;
        let told = told(model, agreement, goal, "event-counter-proposed")
            .word("field", field)
            .word("side", format!("side-{}", proposing.side.as_str()))
            .text("because", proposing.because.as_str());
        let instead_of = proposing.proposal.standing(&goal.content).unwrap_or_else(|| proposing.proposal.clone());
        let counter = Self {
            id: proposing.id,
            agreement: agreement.id,
            goal: goal.id,
            side: proposing.side,
            by: proposing.by,
            at: proposing.at,
            proposal: proposing.proposal,
            instead_of,
            because: proposing.because,
            state: CounterState::Open,
            answer: Prose::default(),
            agreed: None,
            answered: None,
            version: 0,
        };
        Ok((counter, told.into()))
    }

    /// The other side accepts, accepts with a change, or declines. What is accepted as a change to the very same is simply
    /// accepted.
    ///
    /// # Errors
    /// Refused where it has been answered, where nobody negotiates now, for the side that proposed, where a decline has no
    /// answer, where what is agreed is about something else, and where the goal has changed since: then nobody knows what was
    /// accepted.
    pub fn answer(
        mut self,
        model: &Model,
        agreement: &Agreement,
        goal: &Element,
        answering: Answering,
    ) -> Result<Answered, Refused> {
        agreement.allows(AgreementVerb::Negotiate)?;
        self.still_open(model, goal)?;
        let Answering { side, by, at, reply } = answering;
        if side == self.side {
            return Err(Refused::because(self.about(model, agreement, goal, "refused-counter-own-side")));
        }
        let (state, answer, agreed) = match reply {
            Reply::Accept => (CounterState::Accepted, Prose::default(), None),
            Reply::AcceptWithChange { agreed, answer } if agreed == self.proposal => (CounterState::Accepted, answer, None),
            Reply::AcceptWithChange { agreed, answer } => (CounterState::AcceptedWithChange, answer, Some(agreed)),
            Reply::Decline { answer } => {
                written(&answer, "answer", "refused-counter-decline-without-answer")?;
                (CounterState::Declined, answer, None)
            }
        };
        let content = match state {
            CounterState::Declined | CounterState::TakenBack | CounterState::Open => None,
            CounterState::Accepted | CounterState::AcceptedWithChange => {
                is_open_to_talk(model, goal)?;
                if self.proposal.standing(&goal.content).as_ref() != Some(&self.instead_of) {
                    return Err(Refused::because(self.about(model, agreement, goal, "refused-counter-overtaken")));
                }
                let result = agreed.as_ref().unwrap_or(&self.proposal);
                if !result.is_about_the_same(&self.proposal) {
                    return Err(Refused::at("proposal", self.about(model, agreement, goal, "refused-counter-another-field")));
                }
                Some(result.fits(model, goal)?)
            }
        };
        let mut sentence = self.about(model, agreement, goal, &format!("event-counter-{}", state.as_str()));
        if state == CounterState::Declined {
            sentence = sentence.text("answer", answer.as_str());
        }
        self.state = state;
        self.answer = answer;
        self.agreed = agreed;
        self.answered = Some((by, at));
        Ok(Answered { counter: self, content, event: sentence.into() })
    }

    /// The side that made it takes it back; the goal stands as it stood.
    ///
    /// # Errors
    /// Refused where it has been answered, and for the other side: that one declines.
    pub fn take_back(
        mut self,
        model: &Model,
        agreement: &Agreement,
        goal: &Element,
        side: Side,
        by: PersonId,
        at: Timestamp,
    ) -> Done<Self> {
        self.still_open(model, goal)?;
        if side != self.side {
            return Err(Refused::because(self.about(model, agreement, goal, "refused-counter-take-back-others")));
        }
        let told = self.about(model, agreement, goal, "event-counter-taken-back");
        self.state = CounterState::TakenBack;
        self.answered = Some((by, at));
        Ok((self, told.into()))
    }

    fn still_open(&self, model: &Model, goal: &Element) -> Result<(), Refused> {
        if self.is_open() {
            return Ok(());
        }
        let sentence = goal.sentence(model, "refused-counter-answered");
        Err(Refused::because(sentence.word("state", format!("counter-state-{}", self.state.as_str()))))
    }

    fn about(&self, model: &Model, agreement: &Agreement, goal: &Element, key: &str) -> Sentence {
        let sentence = told(model, agreement, goal, key);
        sentence.word("field", format!("field-{}", self.proposal.field())).word("side", format!("side-{}", self.side.as_str()))
    }
}

fn told(model: &Model, agreement: &Agreement, goal: &Element, key: &str) -> Sentence {
    goal.sentence(model, key).text("agreement", agreement.number.to_string())
}

/// Whether the parties can still agree on a goal between them: it is theirs until it is put before a body.
fn is_open_to_talk(model: &Model, goal: &Element) -> Result<(), Refused> {
    let state = goal.state.name();
    let sentence = match state {
        StateName::Draft | StateName::Returned => return Ok(()),
        StateName::Adopted => match model.spec(goal.kind, &goal.level).and_then(|spec| spec.adopts.clone()) {
            Some(level) => goal.sentence(model, "refused-counter-adopted").with("level", Arg::Level(level)),
            None => goal.sentence(model, "refused-counter-in-force"),
        },
        StateName::Proposed | StateName::Closed | StateName::Withdrawn | StateName::Superseded => {
            goal.sentence(model, "refused-counter-goal-state").word("state", format!("state-{}", state.as_str()))
        }
    };
    Err(Refused::because(sentence))
}
