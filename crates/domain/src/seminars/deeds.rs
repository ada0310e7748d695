//! What can be done with a seminar. Which verb is open in which state is [`SEMINAR_TRANSITIONS`](super::SEMINAR_TRANSITIONS)
//! alone; here stands what else must hold. Concluding it is the `workspace`'s: it rests on everything in it.

use pejl_kernel::{Prose, SeminarId, UnitId};

use super::{Frame, Seminar, SeminarState, SeminarVerb, has_seminars, seminar_leads_to};
use crate::chain::Done;
use crate::models::Model;
use crate::sentence::{Arg, Refused, Sentence};

impl Seminar {
    /// Starts the seminar of a year: proposals can be put before it.
    ///
    /// # Errors
    /// Refused where the model has no goal seminar, and for a year that no seminar is of (1900–2199 are).
    pub fn open(id: SeminarId, model: &Model, year: i16, body: UnitId) -> Done<Self> {
        if !has_seminars(model) {
            return Err(Refused::because(Sentence::new("refused-seminar-not-in-model")));
        }
        if !(1900..2200).contains(&year) {
            return Err(Refused::at("year", Sentence::new("refused-seminar-year").text("year", year.to_string())));
        }
        let seminar = Self {
            id,
            year,
            body,
            frame: Frame::default(),
            state: SeminarState::Collecting,
            concluded_on: None,
            note: Prose::default(),
            turns: 0,
            version: 0,
        };
        let told = seminar.sentence(model, "event-seminar-opened");
        Ok((seminar, told.into()))
    }

    /// Says when it is held and what it is about.
    ///
    /// # Errors
    /// Refused in the wrong state, where nothing is changed, and for a day outside its year.
    pub fn frame(mut self, model: &Model, frame: Frame) -> Done<Self> {
        self.allows(model, SeminarVerb::Frame)?;
        if let Some(on) = frame.held_on
            && on.year() != self.year
        {
            return Err(Refused::at("held-on", self.sentence(model, "refused-seminar-day").with("on", Arg::Date(on))));
        }
        if frame == self.frame {
            return Err(Refused::because(self.sentence(model, "refused-seminar-unchanged")));
        }
        self.frame = frame;
        let told = self.sentence(model, "event-seminar-framed");
        Ok((self, told.into()))
    }

    /// Begins to weigh the proposals. `proposals` are those still before it, `standing` the objectives in force.
    ///
    /// # Errors
    /// Refused in the wrong state, and where there is nothing to weigh.
    pub fn prioritise(mut self, model: &Model, proposals: usize, standing: usize) -> Done<Self> {
        self.allows(model, SeminarVerb::Prioritise)?;
        if proposals == 0 && standing == 0 {
            return Err(Refused::because(self.sentence(model, "refused-seminar-nothing-to-weigh")));
        }
        self.state = SeminarState::Prioritising;
        let told = self.sentence(model, "event-seminar-prioritised").count("proposals", proposals);
        Ok((self, told.into()))
    }

    /// Calls it off.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a reason.
    pub fn cancel(mut self, model: &Model, because: Prose) -> Done<Self> {
        self.allows(model, SeminarVerb::Cancel)?;
        if because.is_empty() {
            return Err(Refused::at("because", self.sentence(model, "refused-seminar-cancel-without-reason")));
        }
        self.state = SeminarState::Cancelled;
        let told = self.sentence(model, "event-seminar-cancelled").text("because", because.as_str());
        self.note = because;
        Ok((self, told.into()))
    }

    pub(super) fn allows(&self, model: &Model, verb: SeminarVerb) -> Result<(), Refused> {
        if seminar_leads_to(self.state, verb).is_some() {
            return Ok(());
        }
        let sentence = self.sentence(model, &format!("refused-seminar-{}", self.state.as_str()));
        Err(Refused::because(sentence.word("verb", format!("seminar-verb-{}", verb.as_str()))))
    }

    /// Refused where proposals are not weighed now.
    pub(super) fn weighs(&self, model: &Model) -> Result<(), Refused> {
        if self.state.weighs() { Ok(()) } else { Err(Refused::because(self.sentence(model, "refused-seminar-not-weighing"))) }
    }
}
