//! What the rules say to people, before any language: a key in the catalogues and what goes into it.
//!
//! An event, a refusal and a denial all become a [`Sentence`]. The audit trail stores it, and the same sentence is shown
//! in a thing's history, on the audit page and in a mail.

use jiff::civil::Date;
use pejl_kernel::Figure;
use serde::{Deserialize, Serialize};

use crate::models::{Key, Noun};

/// A key in the catalogues with its arguments.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sentence {
    /// The key: `event-goal-proposed`.
    pub key: String,
    /// The arguments, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
}

/// What can go into a sentence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arg {
    /// Text as it stands: a title, a name, a number people say.
    Text(String),
    /// A count, which chooses the plural.
    Count(i64),
    /// A civil date, shown in the reader's language.
    Date(Date),
    /// A figure, shown in the reader's language.
    Figure(Figure),
    /// The municipality's word for a noun: becomes `noun`, `nouns`, `thenoun` and `gender` (prefixed with the argument's
    /// name where it is not `noun`).
    Noun(Noun),
    /// The word of an element spec of the model; else of its noun, should the spec be gone.
    Element(Key, Noun),
    /// The word of a kind of agreement of the model; else of agreements, should the kind be gone.
    Agreement(Key),
    /// The name of a theme of the model.
    Theme(Key),
    /// The word of a level of the model.
    Level(Key),
    /// A fixed word of ours, by its key in the catalogues: a role, a state, a field.
    Word(String),
    /// A name or word from the model as it was then, in both languages: a round, a mark, a consequence.
    Both {
        /// Danish.
        da: String,
        /// English.
        en: String,
    },
}

impl Sentence {
    /// A sentence without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.push((name.to_owned(), arg));
        self
    }

    /// With a text argument.
    #[must_use]
    pub fn text(self, name: &str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// With a count.
    #[must_use]
    pub fn count(self, name: &str, count: usize) -> Self {
        self.with(name, Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// With a fixed word of ours.
    #[must_use]
    pub fn word(self, name: &str, key: impl Into<String>) -> Self {
        self.with(name, Arg::Word(key.into()))
    }
}

/// One field that changed, for the history: before and after as people saw them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field's key in the catalogues: `field-title`.
    pub field: String,
    /// Before; empty where there was nothing.
    pub before: String,
    /// After; empty where nothing is left.
    pub after: String,
}

/// What happened: one sentence, what it happened to, and the fields that changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Event {
    /// The sentence.
    pub sentence: Sentence,
    /// The fields that changed; empty for most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
}

impl From<Sentence> for Event {
    fn from(sentence: Sentence) -> Self {
        Self { sentence, changes: Vec::new() }
    }
}

/// A rule said no. Says what is wrong and what would be right, and beside which field of the form it belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Each reason; never empty.
    pub reasons: Vec<Reason>,
}

/// One reason for a refusal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// The form field it belongs to, by the field's name in forms; `None` for the whole.
    pub field: Option<&'static str>,
    /// The reason.
    pub sentence: Sentence,
}

impl Refused {
    /// One reason that concerns the whole.
    pub fn because(sentence: Sentence) -> Self {
        Self { reasons: vec![Reason { field: None, sentence }] }
    }

    /// One reason beside a field.
    pub fn at(field: &'static str, sentence: Sentence) -> Self {
        Self { reasons: vec![Reason { field: Some(field), sentence }] }
    }

    /// Ok where there is no reason, else all of them.
    ///
    /// # Errors
    /// The reasons, where there are any.
    pub fn unless_none(reasons: Vec<Reason>) -> Result<(), Self> {
        if reasons.is_empty() { Ok(()) } else { Err(Self { reasons }) }
    }
}

/// Shorthand for a reason beside a field.
pub fn reason(field: &'static str, sentence: Sentence) -> Reason {
    Reason { field: Some(field), sentence }
}
