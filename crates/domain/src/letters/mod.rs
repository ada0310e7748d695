//! Strategy letters: what the executive board asks every leader to keep in view for a year (T1).
//!
//! A letter has a few headings with themes under them. Leaders give input before it is written to the end, each input is
//! answered with what became of it, the published letter is frozen under a seal, and everybody may comment on it. A theme that
//! asks something becomes a theme of that year's agreements (T2). This file holds the nouns and the table of what may be
//! done when; what is done with a letter is `deeds`; whether what is written holds together is `sound`; input and comments are
//! `input`; the sealed text is `frozen`; what the agreements of the year must answer is `asked`.

pub mod asked;
pub mod deeds;
pub mod frozen;
pub mod input;
mod sound;

use jiff::civil::Date;
use pejl_kernel::{LetterId, Line, Prose};
use serde::{Deserialize, Serialize};

use crate::chain::spelled;
use crate::models::Key;
use crate::sentence::Sentence;

pub use asked::{AskedTheme, YearThemes, with_themes};
pub use deeds::Publishing;
pub use frozen::{FrozenLetter, SealedLetter};
pub use input::{Became, Comment, Given, Input, InputFrom};
pub use sound::{MOST_HEADINGS, MOST_THEMES};

/// The strategy letter of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// The year it is for. A municipality has one letter a year.
    pub year: i16,
    /// Where it stands.
    pub state: LetterState,
    /// What it says.
    pub content: LetterContent,
    /// The days on which leaders give input; none before a round has been opened.
    pub input: Option<InputRound>,
    /// The day it was published; none before.
    pub published: Option<Date>,
    /// The seal of the published text (SHA-256, 64 hexadecimal digits); empty before.
    pub seal: String,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// The first and the last day on which input is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct InputRound {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What a letter says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LetterContent {
    /// Its title: "Direktionens strategibrev 2015".
    pub title: Line<200>,
    /// What stands before the headings: the year that went, the political direction, why these headings.
    #[serde(default)]
    pub opening: Prose<20_000>,
    /// The headings, in order. The letter for 2015 has three.
    #[serde(default)]
    pub headings: Vec<Heading>,
    /// What stands after them: the year's projects, whom to ask.
    #[serde(default)]
    pub closing: Prose<20_000>,
}

/// A heading with its themes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Heading {
    /// "Resultater for borgerne".
    pub title: Line<200>,
    /// What is said under it, before the themes.
    #[serde(default)]
    pub text: Prose,
    /// The themes under it, in order.
    #[serde(default)]
    pub themes: Vec<LetterTheme>,
}

/// A theme: what leaders are asked to keep in view.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LetterTheme {
    /// What the agreements know it by. Made of its first name, and kept when it is renamed.
    pub key: Key,
    /// "Tværgående samarbejde".
    pub name: Line<200>,
    /// What the letter says about it.
    #[serde(default)]
    pub text: Prose,
    /// What the year's agreements must answer; none where it is for talk alone.
    #[serde(default)]
    pub asks: Option<ThemeQuestion>,
}

/// What a theme asks of agreements.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ThemeQuestion {
    /// The question that is answered.
    pub question: Prose<1_000>,
    /// The kinds of agreement that must answer it; empty means every kind.
    #[serde(default)]
    pub agreements: Vec<Key>,
}

/// Where a letter stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LetterState {
    /// The proposal is being written.
    Draft,
    /// Leaders give input to the proposal.
    InputOpen,
    /// The input is worked in.
    Writing,
    /// Sent out: its text stands, and everybody may comment.
    Published,
    /// Sent out, and no longer open to comments.
    Closed,
}

spelled!(LetterState:
    Draft = "draft", InputOpen = "input-open", Writing = "writing", Published = "published", Closed = "closed",
);

/// What can be done with a letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LetterVerb {
    /// Change what it says.
    Write,
    /// Ask leaders for input until a day, or move that day.
    OpenInput,
    /// Give input.
    GiveInput,
    /// Say what became of an input.
    AnswerInput,
    /// Take no more input.
    CloseInput,
    /// Send it out.
    Publish,
    /// Say something to what was sent out.
    Comment,
    /// Take no more comments.
    CloseComments,
    /// Take comments again.
    ReopenComments,
}

spelled!(LetterVerb:
    Write = "write", OpenInput = "open-input", GiveInput = "give-input", AnswerInput = "answer-input",
    CloseInput = "close-input", Publish = "publish", Comment = "comment", CloseComments = "close-comments",
    ReopenComments = "reopen-comments",
);

/// Every deed there is with a letter. While leaders read the proposal its text stands still; what is published never moves.
pub const LETTER_TRANSITIONS: &[(LetterState, LetterVerb, LetterState)] = {
    use LetterState as S;
    use LetterVerb as V;
    &[
        (S::Draft, V::Write, S::Draft),
        (S::Draft, V::OpenInput, S::InputOpen),
        (S::Draft, V::Publish, S::Published),
        (S::InputOpen, V::OpenInput, S::InputOpen),
        (S::InputOpen, V::GiveInput, S::InputOpen),
        (S::InputOpen, V::AnswerInput, S::InputOpen),
        (S::InputOpen, V::CloseInput, S::Writing),
        (S::Writing, V::Write, S::Writing),
        (S::Writing, V::OpenInput, S::InputOpen),
        (S::Writing, V::AnswerInput, S::Writing),
        (S::Writing, V::Publish, S::Published),
        (S::Published, V::Comment, S::Published),
        (S::Published, V::CloseComments, S::Closed),
        (S::Closed, V::ReopenComments, S::Published),
    ]
};

/// The state a verb leads a letter to; `None` where the table does not allow it.
pub fn letter_leads_to(state: LetterState, verb: LetterVerb) -> Option<LetterState> {
    LETTER_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

impl LetterState {
    /// Whether it has been sent out.
    pub const fn is_published(self) -> bool {
        match self {
            Self::Published | Self::Closed => true,
            Self::Draft | Self::InputOpen | Self::Writing => false,
        }
    }

    /// Whether its text is there for everybody who is logged in; before, for those alone who keep letters.
    pub const fn is_read_by_all(self) -> bool {
        match self {
            Self::InputOpen | Self::Published | Self::Closed => true,
            Self::Draft | Self::Writing => false,
        }
    }

    /// Whether everybody may know that it is on its way.
    pub const fn is_known_to_all(self) -> bool {
        match self {
            Self::InputOpen | Self::Writing | Self::Published | Self::Closed => true,
            Self::Draft => false,
        }
    }
}

impl InputRound {
    /// Whether input is taken on a day.
    pub fn takes(&self, on: Date) -> bool {
        self.from <= on && on <= self.to
    }
}

impl LetterContent {
    /// A letter with nothing but a title.
    pub fn titled(title: Line<200>) -> Self {
        Self { title, opening: Prose::default(), headings: Vec::new(), closing: Prose::default() }
    }

    /// What next year's letter begins with: the headings and themes of this one, with their questions and without its texts.
    pub fn begun_from(title: Line<200>, before: &Self) -> Self {
        let theme = |theme: &LetterTheme| LetterTheme { text: Prose::default(), ..theme.clone() };
        let heading = |heading: &Heading| Heading {
            title: heading.title.clone(),
            text: Prose::default(),
            themes: heading.themes.iter().map(theme).collect(),
        };
        Self { headings: before.headings.iter().map(heading).collect(), ..Self::titled(title) }
    }

    /// Every theme, in the letter's order.
    pub fn themes(&self) -> impl Iterator<Item = &LetterTheme> {
        self.headings.iter().flat_map(|heading| &heading.themes)
    }

    /// The theme with this key.
    pub fn theme(&self, key: &Key) -> Option<&LetterTheme> {
        self.themes().find(|theme| theme.key == *key)
    }

    /// A key for a new theme of this name, one that no theme of the letter has: `tvaergaaende-samarbejde`. The same name gets
    /// the same key from year to year, so that answers can be compared. `None` where a letter is full of themes of that name.
    pub fn new_key(&self, name: &str) -> Option<Key> {
        let plain = key_text(name);
        let tries = (1..=MOST_THEMES + 1).map(|n| if n == 1 { plain.clone() } else { format!("{}-{n}", cut(&plain, 36)) });
        tries.filter_map(|text| Key::parse(&text)).find(|key| self.theme(key).is_none())
    }
}

/// A name as the text of a key: small letters, digits and hyphens, beginning with a letter, at most 40.
fn key_text(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => text.push(c),
            'æ' | 'ä' => text.push_str("ae"),
            'ø' | 'ö' => text.push_str("oe"),
            'å' => text.push_str("aa"),
            'é' | 'è' => text.push('e'),
            'ü' => text.push('u'),
            _ if text.ends_with('-') || text.is_empty() => {}
            _ => text.push('-'),
        }
    }
    if !text.starts_with(|c: char| c.is_ascii_lowercase()) {
        text.insert_str(0, "tema-");
    }
    cut(&text, 40).to_owned()
}

/// The first so many letters, without a hyphen at the end. All letters are ASCII here.
fn cut(text: &str, most: usize) -> &str {
    text.get(..most).unwrap_or(text).trim_end_matches('-')
}

impl Letter {
    /// A sentence that is about this letter: it gets `year`.
    pub fn sentence(&self, key: &str) -> Sentence {
        Sentence::new(key).text("year", self.year.to_string())
    }

    /// What can be done with it as it stands, in the table's order.
    pub fn open_verbs(&self) -> impl Iterator<Item = LetterVerb> + use<> {
        let state = self.state;
        LETTER_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
    }

    /// Whether a verb is open to it.
    pub fn allows(&self, verb: LetterVerb) -> bool {
        letter_leads_to(self.state, verb).is_some()
    }

    /// Whether input is taken on a day.
    pub fn takes_input(&self, on: Date) -> bool {
        self.allows(LetterVerb::GiveInput) && self.input.is_some_and(|round| round.takes(on))
    }
}
