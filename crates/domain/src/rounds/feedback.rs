//! What comes back down (K4): the receiving politicians or manager must answer each unit's follow-up; and what may follow
//! goal fulfilment (K5), from the model's list, with grounds.

use jiff::Timestamp;
use pejl_kernel::{ConsequenceId, ElementId, FeedbackId, Figure, PersonId, Prose, RoundId, UnitId};
use serde::{Deserialize, Serialize};

use super::{Assessment, Judgement, Round, RoundState, Stamp, both, mark_word, written};
use crate::chain::{Done, Element, State, spelled};
use crate::models::{ElementKind, Key, Model};
use crate::sentence::{Refused, Sentence};

/// What a receiver answered to a unit's follow-up, and what the unit said to that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// The round.
    pub round: RoundId,
    /// The receiving unit: a committee, or the unit above.
    pub from: UnitId,
    /// The unit whose follow-up it is.
    pub to: UnitId,
    /// The goal it is about; `None` where it is about all of it.
    pub goal: Option<ElementId>,
    /// What kind of answer.
    pub kind: FeedbackKind,
    /// In words; may be empty only where it is noted.
    pub text: Prose,
    /// Who gave it, in whose place, and when.
    pub stamp: Stamp,
    /// What the unit answered to a question or a request; empty while it has not.
    pub answer: Prose,
    /// Who answered, and when.
    pub answered: Option<(PersonId, Timestamp)>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What kind of answer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeedbackKind {
    /// Read, and nothing more.
    Noted,
    /// Well done.
    Praise,
    /// Asks for an answer.
    Question,
    /// Asks that something be done, and for an answer.
    Request,
}

spelled!(FeedbackKind: Noted = "noted", Praise = "praise", Question = "question", Request = "request");

impl FeedbackKind {
    /// Whether the unit is to answer it.
    pub const fn asks(self) -> bool {
        matches!(self, Self::Question | Self::Request)
    }
}

/// A consequence that followed goal fulfilment, with grounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsequenceGiven {
    /// Its id.
    pub id: ConsequenceId,
    /// The round.
    pub round: RoundId,
    /// The unit it concerns.
    pub unit: UnitId,
    /// The goal it rests on; `None` where it rests on all of them.
    pub goal: Option<ElementId>,
    /// Which of the model's consequences.
    pub consequence: Key,
    /// Why. Never empty.
    pub grounds: Prose,
    /// Who gave it, in whose place, and when.
    pub stamp: Stamp,
}

impl Feedback {
    /// Gives it. `to_name` is the unit's name for the sentence. Also after the round is closed: what was frozen stands, and the
    /// answer is shown beside it.
    ///
    /// # Errors
    /// Refused before the round is open, to oneself, and without words unless it is noted.
    pub fn give(self, model: &Model, round: &Round, to_name: &str, goal: Option<&Element>) -> Done<Self> {
        has_begun(model, round)?;
        if self.from == self.to {
            return Err(Refused::at("to", Sentence::new("refused-feedback-to-oneself").text("unit", to_name)));
        }
        match self.kind {
            FeedbackKind::Noted => {}
            FeedbackKind::Praise => written(&self.text, "text", "refused-feedback-praise-without-text")?,
            FeedbackKind::Question => written(&self.text, "text", "refused-feedback-question-without-text")?,
            FeedbackKind::Request => written(&self.text, "text", "refused-feedback-request-without-text")?,
        }
        let kind = self.kind.as_str();
        let key = if goal.is_some() { format!("event-feedback-{kind}-on-goal") } else { format!("event-feedback-{kind}") };
        let told = told(model, round, &key, to_name, goal);
        let told = if self.text.is_empty() { told } else { told.text("text", self.text.as_str()) };
        Ok((self, told.into()))
    }

    /// The unit answers a question or a request.
    ///
    /// # Errors
    /// Refused where nothing was asked, where it is answered already, and without words.
    pub fn answer(mut self, model: &Model, round: &Round, to_name: &str, answer: Prose, by: PersonId, at: Timestamp) -> Done<Self> {
        if !self.kind.asks() {
            return Err(Refused::because(Sentence::new("refused-feedback-asks-nothing")));
        }
        if self.answered.is_some() {
            return Err(Refused::because(Sentence::new("refused-feedback-answered").text("unit", to_name)));
        }
        written(&answer, "answer", "refused-feedback-without-answer")?;
        let told = told(model, round, "event-feedback-answered", to_name, None).text("text", answer.as_str());
        self.answer = answer;
        self.answered = Some((by, at));
        Ok((self, told.into()))
    }

    /// Whether it asks and has no answer.
    pub const fn is_waiting(&self) -> bool {
        self.kind.asks() && self.answered.is_none()
    }
}

impl ConsequenceGiven {
    /// Records what follows goal fulfilment (K5). `unit_name` is for the sentence.
    ///
    /// # Errors
    /// Refused before the round is open, where the model has no such consequence, and without grounds.
    pub fn give(self, model: &Model, round: &Round, unit_name: &str, goal: Option<&Element>) -> Done<Self> {
        has_begun(model, round)?;
        let Some(chosen) = model.consequences.iter().find(|consequence| consequence.key == self.consequence) else {
            let sentence = Sentence::new("refused-consequence-not-in-model");
            return Err(Refused::at("consequence", sentence.text("consequence", self.consequence.as_str())));
        };
        written(&self.grounds, "grounds", "refused-consequence-without-grounds")?;
        let key = if goal.is_some() { "event-consequence-given-on-goal" } else { "event-consequence-given" };
        let told = told(model, round, key, unit_name, goal).with("consequence", both(&chosen.name));
        let told = told.text("grounds", self.grounds.as_str());
        Ok((self, told.into()))
    }
}

impl Assessment {
    /// Writes it. `unit_name` is for the sentence.
    ///
    /// # Errors
    /// Refused unless the round is open or being consolidated, and without words.
    pub fn write(self, model: &Model, round: &Round, unit_name: &str) -> Done<Self> {
        takes_answers(model, round)?;
        written(&self.text, "text", "refused-assessment-without-text")?;
        let told = told(model, round, "event-assessment-written", unit_name, None);
        Ok((self, told.into()))
    }
}

impl Judgement {
    /// Writes it.
    ///
    /// # Errors
    /// Refused unless the round is open or being consolidated, on a goal (which is reported on) and what else nobody judges,
    /// on what is not in force, and without grounds.
    pub fn write(self, model: &Model, round: &Round, element: &Element) -> Done<Self> {
        takes_answers(model, round)?;
        let sentence = |key: &str| {
            let sentence = element.sentence(model, key).with("round", round.name(model));
            sentence.text("year", round.year.to_string())
        };
        match element.kind {
            ElementKind::Objective | ElementKind::Policy | ElementKind::Guidepost | ElementKind::FocusArea => {}
            ElementKind::Goal | ElementKind::Action | ElementKind::ValueMarker | ElementKind::Source => {
                return Err(Refused::because(sentence("refused-judgement-kind")));
            }
        }
        if element.state != State::Adopted {
            return Err(Refused::because(sentence("refused-judgement-not-in-force")));
        }
        written(&self.grounds, "grounds", "refused-judgement-without-grounds")?;
        let told = sentence("event-judgement-written").with("mark", mark_word(model, Some(self.mark)));
        let told = told.text("grounds", self.grounds.as_str());
        Ok((self, told.into()))
    }
}

fn told(model: &Model, round: &Round, key: &str, unit_name: &str, goal: Option<&Element>) -> Sentence {
    let sentence = match goal {
        Some(goal) => goal.sentence(model, key),
        None => Sentence::new(key),
    };
    sentence.with("round", round.name(model)).text("year", round.year.to_string()).text("unit", unit_name)
}

fn has_begun(model: &Model, round: &Round) -> Result<(), Refused> {
    match round.state {
        RoundState::Open | RoundState::Consolidating | RoundState::Closed => Ok(()),
        RoundState::Planned => Err(Refused::because(round.sentence(model, "refused-round-not-begun"))),
    }
}

fn takes_answers(model: &Model, round: &Round) -> Result<(), Refused> {
    has_begun(model, round)?;
    if round.state.takes_answers() { Ok(()) } else { Err(Refused::because(round.sentence(model, "refused-round-is-closed"))) }
}

/// How often and how fast something is answered (K4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measure {
    /// How many should be.
    pub due: usize,
    /// How many are.
    pub answered: usize,
    /// The share in whole percent, never 100 while one is missing; `None` where none is due.
    pub percent: Option<u8>,
    /// Half of the answers came in no more days than this; `None` where there are none.
    pub median_days: Option<Figure>,
}

impl Measure {
    /// From how many should be answered, and the days each answer took.
    pub fn of(due: usize, mut days: Vec<u32>) -> Self {
        let answered = days.len();
        let percent = (due > 0).then(|| {
            let share = answered.min(due).saturating_mul(100).checked_div(due).unwrap_or(0);
            u8::try_from(share).unwrap_or(100)
        });
        days.sort_unstable();
        let middle = |at: usize| days.get(at).map(|days| i64::from(*days));
        let half = answered / 2;
        let twice = if answered % 2 == 1 {
            middle(half).map(|day| day * 2)
        } else {
            half.checked_sub(1).and_then(middle).zip(middle(half)).map(|(a, b)| a + b)
        };
        let median_days = twice.map(|twice| Figure::from_stored(Figure::whole(twice).stored() / 2));
        Self { due, answered, percent, median_days }
    }
}

/// Whole days in Denmark from one instant to another; 0 where the other comes first.
pub fn days_between(from: Timestamp, to: Timestamp) -> u32 {
    super::deadlines::days_late(pejl_kernel::clock::danish_date(from), pejl_kernel::clock::danish_date(to))
}
