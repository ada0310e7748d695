//! The headings a body wants its cases under. Committees have their own customs ("Økonomi og finansiering", "Lovgrundlag",
//! "Videre proces"); what a heading is about is known all the same, so that money is found whatever it is called.

use pejl_kernel::Line;
use serde::{Deserialize, Serialize};

use crate::chain::spelled;
use crate::sentence::{Reason, Refused, Sentence, reason};

/// How many headings a body may have.
pub const MOST_HEADINGS: usize = 12;

/// What a heading is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The case presentation: what it is about and why.
    Presentation,
    /// What it costs, and where the money comes from.
    Money,
    /// Who was heard, and what they said.
    Hearing,
    /// What lies beside it.
    Attachments,
    /// Whatever else the body wants told.
    Other,
}

spelled!(Part:
    Presentation = "presentation", Money = "money", Hearing = "hearing", Attachments = "attachments", Other = "other",
);

/// One heading.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Heading {
    /// What it is about.
    pub part: Part,
    /// What the body calls it.
    pub word: Line<80>,
}

/// The headings of a body, in its order. One of them is the presentation's; money, hearing and attachments stand once at most.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Vec<Heading>", into = "Vec<Heading>")]
pub struct HeadingSet(Vec<Heading>);

impl Default for HeadingSet {
    /// What most Danish committees use.
    fn default() -> Self {
        let words = [
            (Part::Presentation, "Sagsfremstilling"),
            (Part::Money, "Økonomi"),
            (Part::Hearing, "Høring"),
            (Part::Attachments, "Bilag"),
        ];
        Self(words.into_iter().filter_map(|(part, word)| Some(Heading { part, word: Line::parse(word).ok()? })).collect())
    }
}

impl HeadingSet {
    /// The headings, if they are a set.
    ///
    /// # Errors
    /// Refused where the presentation is missing or a part stands twice, where a word stands twice, and where there are too
    /// many; every fault at once.
    pub fn new(headings: Vec<Heading>) -> Result<Self, Refused> {
        let mut reasons: Vec<Reason> = Vec::new();
        if !headings.iter().any(|heading| heading.part == Part::Presentation) {
            reasons.push(reason("headings", Sentence::new("refused-headings-without-presentation")));
        }
        if headings.len() > MOST_HEADINGS {
            reasons.push(reason("headings", Sentence::new("refused-headings-too-many").count("most", MOST_HEADINGS)));
        }
        for (at, heading) in headings.iter().enumerate() {
            let before = &headings[..at];
            if heading.part != Part::Other && before.iter().any(|other| other.part == heading.part) {
                let sentence = Sentence::new("refused-headings-part-twice");
                reasons.push(reason("headings", sentence.word("part", format!("case-part-{}", heading.part.as_str()))));
            }
            if before.iter().any(|other| other.word.as_str().to_lowercase() == heading.word.as_str().to_lowercase()) {
                let sentence = Sentence::new("refused-headings-word-twice").text("heading", heading.word.as_str());
                reasons.push(reason("headings", sentence));
            }
        }
        Refused::unless_none(reasons)?;
        Ok(Self(headings))
    }

    /// The headings, in the body's order.
    pub fn list(&self) -> &[Heading] {
        &self.0
    }
}

impl TryFrom<Vec<Heading>> for HeadingSet {
    type Error = String;

    fn try_from(headings: Vec<Heading>) -> Result<Self, String> {
        Self::new(headings).map_err(|refused| refused.reasons.into_iter().map(|r| r.sentence.key).collect::<Vec<_>>().join(", "))
    }
}

impl From<HeadingSet> for Vec<Heading> {
    fn from(set: HeadingSet) -> Self {
        set.0
    }
}
