//! What `letters.toml` holds: each strategy letter with its days, its input and what was said to it since.

use jiff::civil::Date;
use pejl_domain::letters::{Became, Heading, InputRound, LetterContent, LetterTheme, ThemeQuestion};
use pejl_domain::models::Key;
use pejl_kernel::{Line, Prose};
use serde::{Deserialize, Deserializer};

/// The strategy letters of a municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LettersFile {
    #[serde(rename = "letter", default)]
    pub letters: Vec<LetterEntry>,
}

/// A letter with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LetterEntry {
    pub year: i16,
    pub title: Line<200>,
    pub started: Date,
    /// The input round; opened on its first day.
    pub round: Option<InputRound>,
    pub input_closed: Option<Date>,
    /// The day on which the texts are written that leaders did not see in the proposal.
    pub written: Option<Date>,
    pub published: Option<Date>,
    pub comments_closed: Option<Date>,
    #[serde(default)]
    pub opening: Prose<20_000>,
    #[serde(default)]
    pub closing: Prose<20_000>,
    #[serde(rename = "heading", default)]
    pub headings: Vec<HeadingEntry>,
    #[serde(rename = "input", default)]
    pub inputs: Vec<InputEntry>,
    #[serde(rename = "comment", default)]
    pub comments: Vec<CommentEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HeadingEntry {
    pub title: Line<200>,
    #[serde(default)]
    pub text: Prose,
    #[serde(rename = "theme", default)]
    pub themes: Vec<ThemeEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ThemeEntry {
    pub key: Key,
    pub name: Line<200>,
    #[serde(default)]
    pub text: Prose,
    /// What agreements answer; left out: nothing.
    pub question: Option<Prose<1_000>>,
    /// The kinds that answer; left out: all.
    #[serde(default)]
    pub agreements: Vec<Key>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct InputEntry {
    pub by: String,
    pub on: Date,
    pub network: Option<Line<200>>,
    pub unit: Option<String>,
    pub theme: Option<Key>,
    pub text: Prose,
    pub answered: Option<Date>,
    #[serde(default, deserialize_with = "became")]
    pub became: Option<Became>,
    #[serde(default)]
    pub because: Prose<2_000>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CommentEntry {
    pub by: String,
    pub on: Date,
    pub theme: Option<Key>,
    pub text: Prose<4_000>,
}

fn became<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Became>, D::Error> {
    let text = String::deserialize(d)?;
    let known = Became::parse(&text);
    known.map(Some).ok_or_else(|| serde::de::Error::custom("became is taken-in, partly or not"))
}

impl LetterEntry {
    /// The whole letter, as it is sent out.
    pub fn content(&self) -> LetterContent {
        let theme = |entry: &ThemeEntry| LetterTheme {
            key: entry.key.clone(),
            name: entry.name.clone(),
            text: entry.text.clone(),
            asks: entry
                .question
                .as_ref()
                .map(|question| ThemeQuestion { question: question.clone(), agreements: entry.agreements.clone() }),
        };
        let heading = |entry: &HeadingEntry| Heading {
            title: entry.title.clone(),
            text: entry.text.clone(),
            themes: entry.themes.iter().map(theme).collect(),
        };
        LetterContent {
            title: self.title.clone(),
            opening: self.opening.clone(),
            headings: self.headings.iter().map(heading).collect(),
            closing: self.closing.clone(),
        }
    }

    /// What it begins with: headings and themes alone where the texts have a day of their own.
    pub fn proposal(&self) -> LetterContent {
        let whole = self.content();
        if self.written.is_some() { LetterContent::begun_from(self.title.clone(), &whole) } else { whole }
    }
}
