//! What leaders say to a letter before it is sent out, what became of it, and what anybody says to it afterwards.

use jiff::civil::Date;
use pejl_kernel::{LetterCommentId, LetterId, LetterInputId, Line, Prose, UnitId};

use super::{Letter, LetterState, LetterVerb};
use crate::chain::{Done, spelled};
use crate::models::Key;
use crate::rounds::Stamp;
use crate::sentence::{Arg, Refused};

/// What somebody said to the proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// Its id.
    pub id: LetterInputId,
    /// The letter.
    pub letter: LetterId,
    /// For whom it is said.
    pub from: InputFrom,
    /// The theme it is about; none where it is about the whole.
    pub theme: Option<Key>,
    /// What is said. Never empty.
    pub text: Prose,
    /// Who wrote it down, and when.
    pub stamp: Stamp,
    /// What became of it; none before somebody has said.
    pub became: Option<Given>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// For whom an input is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputFrom {
    /// A network of leaders, by its name.
    Network(Line<200>),
    /// A unit, as it is called now.
    Unit(UnitId, Line<200>),
    /// Whoever writes it, for themselves.
    Person,
}

impl InputFrom {
    /// As it is stored.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Network(_) => "network",
            Self::Unit(..) => "unit",
            Self::Person => "person",
        }
    }

    /// What the network or the unit is called; `None` where somebody speaks for themselves.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Network(name) | Self::Unit(_, name) => Some(name.as_str()),
            Self::Person => None,
        }
    }
}

/// What became of an input.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Became {
    /// The letter says it.
    TakenIn,
    /// Some of it is in the letter.
    Partly,
    /// It is not in the letter.
    Not,
}

spelled!(Became: TakenIn = "taken-in", Partly = "partly", Not = "not");

/// What became of an input, with a word why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What became of it.
    pub became: Became,
    /// Why; never empty where it was not taken in whole.
    pub because: Prose<2_000>,
    /// Who said so, and when.
    pub stamp: Stamp,
}

/// What somebody said to the letter after it was sent out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    /// Its id.
    pub id: LetterCommentId,
    /// The letter.
    pub letter: LetterId,
    /// The theme it is about; none where it is about the whole.
    pub theme: Option<Key>,
    /// What is said. Never empty.
    pub text: Prose<4_000>,
    /// Who, and when.
    pub stamp: Stamp,
}

impl Letter {
    /// Takes an input.
    ///
    /// # Errors
    /// Refused before the round, after it (with its last day), without words, and about a theme that the letter does not have.
    pub fn take_input(&self, input: Input, today: Date) -> Done<Input> {
        self.round_runs(today)?;
        if input.text.is_empty() {
            return Err(self.refused_at("text", "refused-letter-input-empty"));
        }
        self.knows(input.theme.as_ref())?;
        let event = match input.from.name() {
            Some(from) => self.sentence("event-letter-input-given").text("from", from),
            None => self.sentence("event-letter-input-given-person"),
        };
        Ok((input, event.into()))
    }

    /// Whether the round takes input on a day; else when it did, or will.
    fn round_runs(&self, today: Date) -> Result<(), Refused> {
        let on = |key: &str, day: Date| Err(Refused::because(self.sentence(key).with("day", Arg::Date(day))));
        match (self.state, self.input) {
            (LetterState::InputOpen, Some(round)) if today < round.from => on("refused-letter-input-not-begun", round.from),
            (LetterState::InputOpen, Some(round)) if round.takes(today) => Ok(()),
            (_, Some(round)) => on("refused-letter-input-over", round.to),
            (_, None) => Err(Refused::because(self.sentence("refused-letter-input-none"))),
        }
    }

    /// Says what became of an input. Saying something else later takes the place of what was said.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a word why where it was not taken in whole.
    pub fn answer_input(&self, mut input: Input, given: Given) -> Done<Input> {
        self.may(LetterVerb::AnswerInput)?;
        if given.because.is_empty() && given.became != Became::TakenIn {
            return Err(self.refused_at("because", "refused-letter-input-without-because"));
        }
        let event = match input.from.name() {
            Some(from) => self.sentence("event-letter-input-answered").text("from", from),
            None => self.sentence("event-letter-input-answered-person"),
        };
        let event = event.word("became", format!("letter-became-{}", given.became.as_str()));
        input.became = Some(given);
        Ok((input, event.into()))
    }

    /// Takes a comment.
    ///
    /// # Errors
    /// Refused before it is sent out and after it was closed to comments, without words, and about a theme that the letter does
    /// not have.
    pub fn take_comment(&self, comment: Comment) -> Done<Comment> {
        self.may(LetterVerb::Comment)?;
        if comment.text.is_empty() {
            return Err(self.refused_at("text", "refused-letter-comment-empty"));
        }
        self.knows(comment.theme.as_ref())?;
        Ok((comment, self.sentence("event-letter-commented").into()))
    }

    fn knows(&self, theme: Option<&Key>) -> Result<(), Refused> {
        match theme {
            Some(key) if self.content.theme(key).is_none() => Err(self.refused_at("theme", "refused-letter-theme-unknown")),
            Some(_) | None => Ok(()),
        }
    }

    fn refused_at(&self, field: &'static str, key: &str) -> Refused {
        Refused::at(field, self.sentence(key))
    }
}
