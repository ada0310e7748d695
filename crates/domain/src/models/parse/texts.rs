//! Words and texts in both languages.

use super::read::{NAME, PROSE, Table};
use crate::models::{Forms, Text, Word, fault::FaultKind};

const FORMS: &[&str] = &["singular", "plural", "definite", "explanation"];

/// The `da` and `en` of a table. Without English the noun's is used where there is a noun, else the Danish.
/// `None` where there is no Danish; that is noted, unless the table says nothing at all and the noun can speak for it.
pub(super) fn word(table: &Table<'_>, noun: Option<&Word>) -> Option<Word> {
    if !table.has("da") {
        if let Some(noun) = noun
            && !table.has("en")
        {
            return Some(noun.clone());
        }
        let place = if table.has("en") { table.place("en") } else { table.heading() };
        table.fault(place, FaultKind::MissingDanish { key: table.name().to_owned() });
        return None;
    }
    let da = forms(&table.table("da", FORMS)?, None);
    let en = match table.table("en", FORMS) {
        Some(own) => forms(&own, Some(noun.map_or(&da.explanation, |word| &word.en.explanation))),
        None => noun.map_or_else(|| da.clone(), |word| word.en.clone()),
    };
    Some(Word { da, en })
}

fn forms(table: &Table<'_>, explanation: Option<&String>) -> Forms {
    Forms {
        singular: table.must_line("singular", NAME),
        plural: table.must_line("plural", NAME),
        definite: table.must_line("definite", NAME),
        explanation: match explanation {
            Some(standard) if !table.has("explanation") => standard.clone(),
            _ => table.must_line("explanation", PROSE),
        },
    }
}

/// A text in both languages that must be there.
pub(super) fn text(table: &Table<'_>, key: &'static str, most: usize) -> Text {
    if !table.has(key) {
        table.missing(key);
    }
    table.table(key, &["da", "en"]).map_or_else(nothing, |own| both(&own, most))
}

/// The `da` and `en` of a table that is a text.
pub(super) fn both(table: &Table<'_>, most: usize) -> Text {
    if !table.has("da") {
        table.fault(table.heading(), FaultKind::MissingDanish { key: table.name().to_owned() });
    }
    let da = table.line("da", most).unwrap_or_default();
    let en = table.line("en", most).unwrap_or_else(|| da.clone());
    Text { da, en }
}

/// A text that could not be read.
pub(super) fn nothing() -> Text {
    Text { da: String::new(), en: String::new() }
}
