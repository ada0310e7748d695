//! What employees, works council or user board say before an agreement is made; never after.

use jiff::civil::Date;
use pejl_kernel::{AgreementId, HearingId, Line, PersonId, Prose};

use super::deeds::written;
use super::{Agreement, AgreementVerb};
use crate::chain::Done;
use crate::models::{Heard, Model};
use crate::sentence::{Arg, Refused, Sentence};

/// One group's input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hearing {
    /// Its id.
    pub id: HearingId,
    /// The agreement that was heard.
    pub agreement: AgreementId,
    /// Which group speaks.
    pub group: Heard,
    /// Who spoke for the group, in words: "MED-udvalget, møde 12. marts".
    pub from: Line<200>,
    /// What was said. Never empty.
    pub text: Prose,
    /// Who wrote it down.
    pub by: PersonId,
    /// The day it was given.
    pub on: Date,
}

impl Hearing {
    /// Writes down what a group said, before the agreement is made: afterwards it would change nothing.
    ///
    /// # Errors
    /// Refused where the agreement is not being heard or talked about, where the model does not want the group heard,
    /// before the day has come, and where nothing was said.
    pub fn give(self, model: &Model, agreement: &Agreement, today: Date) -> Done<Self> {
        agreement.allows(AgreementVerb::GiveInput)?;
        let group = format!("heard-{}", self.group.as_str());
        if !agreement.known_kind(model)?.heard.contains(&self.group) {
            let sentence = agreement.sentence("refused-hearing-group").word("group", group);
            return Err(Refused::at("group", sentence));
        }
        if self.on > today {
            return Err(Refused::at("on", Sentence::new("refused-hearing-ahead").with("on", Arg::Date(self.on))));
        }
        written(&self.text, "text", "refused-hearing-without-text")?;
        let told = agreement.sentence("event-agreement-heard").word("group", group).text("from", self.from.as_str());
        Ok((self, told.into()))
    }
}
