//! What can be done with a letter: it is started, written, put before the leaders, and sent out for good. Which verb is open
//! in which state is [`LETTER_TRANSITIONS`](super::LETTER_TRANSITIONS) alone; here stands what else must hold.

use jiff::civil::Date;
use pejl_kernel::LetterId;

use super::{FrozenLetter, InputRound, Letter, LetterContent, LetterState, LetterVerb, SealedLetter, YearThemes, letter_leads_to};
use crate::chain::Done;
use crate::models::Model;
use crate::sentence::{Arg, Event, Refused, Sentence, reason};

/// The years a letter can be for.
pub const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// The longest input round, in days: nobody answers a letter for a year.
pub const LONGEST_ROUND: i32 = 366;

/// What is asked when a letter is sent out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Publishing {
    /// The day.
    pub on: Date,
    /// How many inputs nobody has said anything about yet.
    pub unanswered: usize,
    /// Whether somebody has seen that, and sends it out all the same.
    pub despite: bool,
}

impl Letter {
    /// Starts the letter of a year.
    ///
    /// # Errors
    /// Refused for a year that no letter can be for, and where the content contradicts itself.
    pub fn start(id: LetterId, year: i16, model: &Model, content: LetterContent) -> Done<Self> {
        if !YEARS.contains(&year) {
            let sentence = Sentence::new("refused-letter-year").text("first", YEARS.start().to_string());
            return Err(Refused::at("year", sentence.text("last", YEARS.end().to_string())));
        }
        let letter =
            Self { id, year, state: LetterState::Draft, content, input: None, published: None, seal: String::new(), version: 0 };
        letter.sound(model, &letter.content)?;
        let event = letter.sentence("event-letter-started").into();
        Ok((letter, event))
    }

    /// Changes what it says.
    ///
    /// # Errors
    /// Refused while leaders read it and after it was sent out, and where the content contradicts itself.
    pub fn write(mut self, model: &Model, content: LetterContent) -> Done<Self> {
        self.moved(LetterVerb::Write)?;
        self.sound(model, &content)?;
        self.content = content;
        let event = self.sentence("event-letter-written").into();
        Ok((self, event))
    }

    /// Asks leaders for input from one day to another; while the round runs, moves its days.
    ///
    /// # Errors
    /// Refused in the wrong state, without anything to give input to, where the days run backwards or over a year, and where
    /// the last day has passed.
    pub fn open_input(mut self, round: InputRound, today: Date) -> Done<Self> {
        let runs = self.state == LetterState::InputOpen;
        self.moved(LetterVerb::OpenInput)?;
        let day = |key: &str, on: Date| self.sentence(key).with("day", Arg::Date(on));
        let mut reasons = Vec::new();
        if self.content.headings.is_empty() {
            reasons.push(reason("headings", self.sentence("refused-letter-input-nothing-to-read")));
        }
        if round.to < round.from {
            reasons.push(reason("to", day("refused-letter-input-backwards", round.from)));
        } else if round.to < today {
            reasons.push(reason("to", day("refused-letter-input-past", today)));
        } else if (round.to - round.from).get_days() > LONGEST_ROUND {
            reasons.push(reason("to", day("refused-letter-input-too-long", round.from)));
        }
        Refused::unless_none(reasons)?;
        self.input = Some(round);
        let key = if runs { "event-letter-input-moved" } else { "event-letter-input-opened" };
        let event = self.sentence(key).with("from", Arg::Date(round.from)).with("to", Arg::Date(round.to));
        Ok((self, event.into()))
    }

    /// Takes no more input. Where that is before its last day, today becomes it.
    ///
    /// # Errors
    /// Refused unless input is taken.
    pub fn close_input(mut self, today: Date) -> Done<Self> {
        self.moved(LetterVerb::CloseInput)?;
        self.input = self.input.map(|round| InputRound { to: round.to.min(today).max(round.from), ..round });
        let event = self.sentence("event-letter-input-closed").into();
        Ok((self, event))
    }

    /// Sends it out: from now on its text stands, and what its themes ask the agreements of its year must answer.
    ///
    /// # Errors
    /// Refused in the wrong state, while something in it is empty, where it contradicts itself by the model in force, and
    /// while an input waits for a word, unless somebody has seen that.
    pub fn publish(mut self, model: &Model, publishing: Publishing) -> Result<(Self, SealedLetter, Event), Refused> {
        self.moved(LetterVerb::Publish)?;
        self.sound(model, &self.content)?;
        let mut reasons = self.unfinished();
        if publishing.unanswered > 0 && !publishing.despite {
            let sentence = self.sentence("refused-letter-input-unanswered").count("count", publishing.unanswered);
            reasons.push(reason("despite", sentence));
        }
        Refused::unless_none(reasons)?;
        self.published = Some(publishing.on);
        let sealed = SealedLetter::of(FrozenLetter::of(&self, publishing.on));
        self.seal.clone_from(&sealed.seal);
        let asked = YearThemes::of(&self).themes.len();
        let event = self.sentence("event-letter-published").count("asked", asked);
        Ok((self, sealed, event.into()))
    }

    /// Takes no more comments.
    ///
    /// # Errors
    /// Refused unless comments are taken.
    pub fn close_comments(mut self) -> Done<Self> {
        self.moved(LetterVerb::CloseComments)?;
        let event = self.sentence("event-letter-comments-closed").into();
        Ok((self, event))
    }

    /// Takes comments again.
    ///
    /// # Errors
    /// Refused unless it was closed to them.
    pub fn reopen_comments(mut self) -> Done<Self> {
        self.moved(LetterVerb::ReopenComments)?;
        let event = self.sentence("event-letter-comments-reopened").into();
        Ok((self, event))
    }

    /// Moves to where the verb leads; else says where the letter stands and what can be done.
    fn moved(&mut self, verb: LetterVerb) -> Result<(), Refused> {
        self.state = self.may(verb)?;
        Ok(())
    }

    /// Where a verb leads.
    ///
    /// # Errors
    /// Refused where the table does not allow it.
    pub(super) fn may(&self, verb: LetterVerb) -> Result<LetterState, Refused> {
        letter_leads_to(self.state, verb).ok_or_else(|| {
            let sentence = self.sentence(&format!("refused-letter-{}", self.state.as_str()));
            Refused::because(sentence.word("verb", format!("letter-verb-{}", verb.as_str())))
        })
    }
}
