//! The text that is sent out, in one written form with its seal: what leaders were asked stays what they were asked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{InputRound, Letter, LetterContent};
use crate::agreements::seal_of;

/// A letter as it was sent out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FrozenLetter {
    /// The year it is for.
    pub year: i16,
    /// The day it was sent out.
    pub published: Date,
    /// The input round before it, where there was one.
    pub input: Option<InputRound>,
    /// What it says.
    pub content: LetterContent,
}

/// A sent-out text in its one written form, with its seal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedLetter {
    /// What it says.
    pub frozen: FrozenLetter,
    /// Its written form: JSON, the fields in their order. What is kept, and what the seal is of.
    pub text: String,
    /// SHA-256 of the written form, 64 hexadecimal digits.
    pub seal: String,
}

impl FrozenLetter {
    /// A letter as it is sent out on a day.
    pub fn of(letter: &Letter, published: Date) -> Self {
        Self { year: letter.year, published, input: letter.input, content: letter.content.clone() }
    }
}

impl SealedLetter {
    /// Seals a text.
    pub fn of(frozen: FrozenLetter) -> Self {
        // Every field is text, a number or a list of them: there is nothing in it that could not be written down.
        let text = serde_json::to_string(&frozen).unwrap_or_default();
        Self { seal: seal_of(&text), text, frozen }
    }

    /// Reads what was kept; `None` where the seal is not the text's, or the text says nothing: then somebody has been at it.
    pub fn read(text: &str, seal: &str) -> Option<Self> {
        let frozen = serde_json::from_str(text).ok().filter(|_| seal_of(text) == seal)?;
        Some(Self { frozen, text: text.to_owned(), seal: seal.to_owned() })
    }
}
