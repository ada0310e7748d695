//! Whether what is written in a letter holds together: no theme twice, no kind of agreement that the model does not have, and
//! no more than anybody reads. Whether it is *finished* is asked when it is published.

use std::collections::BTreeSet;

use super::{Letter, LetterContent};
use crate::models::Model;
use crate::sentence::{Reason, Refused, Sentence, reason};

/// How many headings a letter may have: the letter for 2015 has three.
pub const MOST_HEADINGS: usize = 12;
/// How many themes in all: the letter for 2015 has six.
pub const MOST_THEMES: usize = 40;

impl Letter {
    /// Whether a content holds together.
    ///
    /// # Errors
    /// Every contradiction at once, each beside its field.
    pub(super) fn sound(&self, model: &Model, content: &LetterContent) -> Result<(), Refused> {
        let mut reasons = Vec::new();
        at_most("headings", content.headings.len(), MOST_HEADINGS, &mut reasons);
        at_most("themes", content.themes().count(), MOST_THEMES, &mut reasons);
        let mut keys = BTreeSet::new();
        for theme in content.themes() {
            let about = |key: &str| self.sentence(key).text("theme", theme.name.as_str());
            if !keys.insert(&theme.key) {
                reasons.push(reason("name", about("refused-letter-theme-twice")));
            }
            let Some(asks) = &theme.asks else { continue };
            if asks.question.is_empty() {
                reasons.push(reason("question", about("refused-letter-theme-without-question")));
            }
            if asks.agreements.iter().any(|kind| !model.agreements.iter().any(|known| known.key == *kind)) {
                reasons.push(reason("agreements", about("refused-letter-theme-kind-gone")));
            }
        }
        Refused::unless_none(reasons)
    }

    /// What is missing before it can be sent out.
    pub(super) fn unfinished(&self) -> Vec<Reason> {
        let content = &self.content;
        let mut reasons = Vec::new();
        if content.headings.is_empty() {
            reasons.push(reason("headings", self.sentence("refused-letter-without-headings")));
        }
        for heading in &content.headings {
            if heading.text.is_empty() && heading.themes.is_empty() {
                let sentence = self.sentence("refused-letter-heading-empty").text("heading", heading.title.as_str());
                reasons.push(reason("headings", sentence));
            }
        }
        for theme in content.themes().filter(|theme| theme.text.is_empty() && theme.asks.is_none()) {
            reasons.push(reason("themes", self.sentence("refused-letter-theme-empty").text("theme", theme.name.as_str())));
        }
        reasons
    }
}

fn at_most(field: &'static str, many: usize, most: usize, reasons: &mut Vec<Reason>) {
    if many > most {
        let sentence = Sentence::new("refused-too-many").word("field", format!("field-{field}"));
        reasons.push(reason(field, sentence.count("many", many).count("most", most)));
    }
}
