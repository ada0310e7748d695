//! A decision by a body: what shows political ownership of a goal (K1). Meetings, agendas and papers are not here.

use jiff::civil::Date;
use pejl_kernel::ids::{DecisionId, UnitId};
use pejl_kernel::{Line, Prose};

use crate::models::Key;
use crate::sentence::{Arg, Event, Refused, Sentence};

/// What a body decided, when, and in which case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// The unit that decided.
    pub body: UnitId,
    /// The level of that unit when it decided: an element is adopted only by the level its model names.
    pub level: Key,
    /// The day of the meeting.
    pub on: Date,
    /// The case number in the municipality's case system.
    pub case_number: Line<60>,
    /// What was decided, in a sentence or more.
    pub text: Prose,
}

impl Decision {
    /// Records a decision that has been made. `body_name` is for the sentence.
    ///
    /// # Errors
    /// Refused where the day has not come yet: what is still to be decided is no decision.
    pub fn record(self, body_name: &str, today: Date) -> Result<(Self, Event), Refused> {
        if self.on > today {
            return Err(Refused::at("on", Sentence::new("refused-decision-ahead").with("on", Arg::Date(self.on))));
        }
        let sentence = self.told(Sentence::new("event-decision-recorded").text("body", body_name));
        Ok((self, sentence.into()))
    }

    /// Adds the case number and the day to a sentence.
    pub(crate) fn told(&self, sentence: Sentence) -> Sentence {
        sentence.text("case", self.case_number.as_str()).with("on", Arg::Date(self.on))
    }
}
