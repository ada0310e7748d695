//! A goal is put before the units below; each answers that it takes the goal up, or that it is not relevant there,
//! because … (S9). Together the answers show where a goal or guidepost stops (Ø6, T4).

use jiff::civil::Date;
use pejl_kernel::Prose;
use pejl_kernel::ids::{ElementId, StanceId, UnitId};

use crate::models::Model;
use crate::sentence::{Refused, Sentence};

use super::deeds::Done;
use super::{Element, State, spelled};

/// One unit's answer to one goal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stance {
    /// Its id.
    pub id: StanceId,
    /// The goal (or guidepost, or other element) that was put before the unit.
    pub goal: ElementId,
    /// The unit that answers.
    pub unit: UnitId,
    /// What it answers.
    pub answer: Answer,
    /// The day it answered; `None` while it has not.
    pub answered_on: Option<Date>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What a unit answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Nothing yet.
    Asked,
    /// It works on it.
    TakenUp,
    /// Not relevant there.
    Declined {
        /// Because of this. Never empty.
        reason: Prose,
    },
}

/// An answer without its reason: for tables, lists and columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // as in `Answer`
pub enum AnswerName {
    Asked,
    TakenUp,
    Declined,
}

spelled!(AnswerName: Asked = "asked", TakenUp = "taken-up", Declined = "declined");

/// What can be done with a stance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StanceVerb {
    /// The unit takes the goal up.
    TakeUp,
    /// The unit says why it does not.
    Decline,
    /// The goal has changed: the unit is asked anew.
    AskAgain,
}

spelled!(StanceVerb: TakeUp = "take-up", Decline = "decline", AskAgain = "ask-again");

/// Every deed there is with a stance. A unit may change its mind; nobody is asked twice at once.
pub const STANCE_TRANSITIONS: &[(AnswerName, StanceVerb, AnswerName)] = &[
    (AnswerName::Asked, StanceVerb::TakeUp, AnswerName::TakenUp),
    (AnswerName::Asked, StanceVerb::Decline, AnswerName::Declined),
    (AnswerName::TakenUp, StanceVerb::Decline, AnswerName::Declined),
    (AnswerName::TakenUp, StanceVerb::AskAgain, AnswerName::Asked),
    (AnswerName::Declined, StanceVerb::TakeUp, AnswerName::TakenUp),
    (AnswerName::Declined, StanceVerb::AskAgain, AnswerName::Asked),
];

impl Answer {
    /// Without its reason.
    pub const fn name(&self) -> AnswerName {
        match self {
            Self::Asked => AnswerName::Asked,
            Self::TakenUp => AnswerName::TakenUp,
            Self::Declined { .. } => AnswerName::Declined,
        }
    }

    /// From two stored columns; `None` where they contradict each other, which is a fault.
    pub fn from_parts(name: AnswerName, reason: Prose) -> Option<Self> {
        match (name, reason.is_empty()) {
            (AnswerName::Asked, true) => Some(Self::Asked),
            (AnswerName::TakenUp, true) => Some(Self::TakenUp),
            (AnswerName::Declined, false) => Some(Self::Declined { reason }),
            (AnswerName::Asked | AnswerName::TakenUp, false) | (AnswerName::Declined, true) => None,
        }
    }
}

impl Stance {
    /// Puts a goal in force before a unit. `unit_name` is for the sentence.
    ///
    /// # Errors
    /// Refused where the goal is not in force, and where the unit owns it.
    pub fn ask(model: &Model, id: StanceId, goal: &Element, unit: UnitId, unit_name: &str) -> Done<Self> {
        if goal.state != State::Adopted {
            return Err(Refused::because(goal.sentence(model, "refused-stance-not-in-force")));
        }
        if goal.owner == unit {
            return Err(Refused::at("unit", goal.sentence(model, "refused-stance-owner").text("unit", unit_name)));
        }
        let stance = Self { id, goal: goal.id, unit, answer: Answer::Asked, answered_on: None, version: 0 };
        let told = told(model, goal, unit_name, "event-stance-asked");
        Ok((stance, told.into()))
    }

    /// The unit takes the goal up.
    ///
    /// # Errors
    /// Refused where it has taken it up already.
    pub fn take_up(mut self, model: &Model, goal: &Element, unit_name: &str, today: Date) -> Done<Self> {
        self.allows(model, goal, unit_name, StanceVerb::TakeUp)?;
        self.answer = Answer::TakenUp;
        self.answered_on = Some(today);
        let told = told(model, goal, unit_name, "event-stance-taken-up");
        Ok((self, told.into()))
    }

    /// The unit says why the goal is not relevant there.
    ///
    /// # Errors
    /// Refused without a reason, and where it has declined already.
    pub fn decline(mut self, model: &Model, goal: &Element, unit_name: &str, reason: Prose, today: Date) -> Done<Self> {
        self.allows(model, goal, unit_name, StanceVerb::Decline)?;
        if reason.is_empty() {
            return Err(Refused::at("reason", Sentence::new("refused-decline-without-reason")));
        }
        let told = told(model, goal, unit_name, "event-stance-declined").text("reason", reason.as_str());
        self.answer = Answer::Declined { reason };
        self.answered_on = Some(today);
        Ok((self, told.into()))
    }

    /// Asks anew, when the goal or the unit has changed.
    ///
    /// # Errors
    /// Refused while the unit has not answered yet.
    pub fn ask_again(mut self, model: &Model, goal: &Element, unit_name: &str) -> Done<Self> {
        self.allows(model, goal, unit_name, StanceVerb::AskAgain)?;
        self.answer = Answer::Asked;
        self.answered_on = None;
        let told = told(model, goal, unit_name, "event-stance-asked-again");
        Ok((self, told.into()))
    }

    fn allows(&self, model: &Model, goal: &Element, unit_name: &str, verb: StanceVerb) -> Result<(), Refused> {
        let answer = self.answer.name();
        if STANCE_TRANSITIONS.iter().any(|(from, by, _)| *from == answer && *by == verb) {
            return Ok(());
        }
        let key = format!("refused-stance-{}", answer.as_str());
        Err(Refused::because(told(model, goal, unit_name, &key)))
    }
}

fn told(model: &Model, goal: &Element, unit_name: &str, key: &str) -> Sentence {
    goal.sentence(model, key).text("unit", unit_name)
}

/// How far down a goal has come: the answers of the units it was put before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// Units it was put before.
    pub asked: usize,
    /// Of these: work on it.
    pub taken_up: usize,
    /// Of these: say it is not relevant there.
    pub declined: usize,
    /// Of these: have not answered.
    pub unanswered: usize,
}

impl Coverage {
    /// From one count an answer.
    pub const fn of(taken_up: usize, declined: usize, unanswered: usize) -> Self {
        let asked = taken_up.saturating_add(declined).saturating_add(unanswered);
        Self { asked, taken_up, declined, unanswered }
    }

    /// Whether it stops here: units were asked, every one has answered, and none takes it up.
    pub const fn stops(self) -> bool {
        self.asked > 0 && self.unanswered == 0 && self.taken_up == 0
    }

    /// Whether nobody has been asked: silence is not agreement.
    pub const fn is_unasked(self) -> bool {
        self.asked == 0
    }
}
