//! Every sentence about strategy letters stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::letters::{Became, LetterState, LetterVerb};

const BEGINNINGS: [&str; 2] = ["event-letter-", "refused-letter-"];

/// The keys that the source spells out.
fn spelled_out() -> BTreeSet<String> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/letters");
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(room).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for text in source.split('"').filter(|t| BEGINNINGS.iter().any(|b| t.starts_with(b))) {
            if text.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !text.ends_with('-') {
                keys.insert(text.to_owned());
            }
        }
    }
    keys
}

/// The keys that are put together from a beginning and a stored word, and those that another floor says.
fn put_together() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for state in LetterState::ALL {
        keys.extend([format!("letter-state-{}", state.as_str()), format!("refused-letter-{}", state.as_str())]);
    }
    keys.extend(LetterVerb::ALL.iter().map(|verb| format!("letter-verb-{}", verb.as_str())));
    keys.extend(Became::ALL.iter().map(|became| format!("letter-became-{}", became.as_str())));
    keys.extend(["field-headings", "refused-letter-input-other-unit"].map(str::to_owned));
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/letters-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_about_letters_stands_in_danish_and_in_english_and_none_for_nothing() {
    let said: BTreeSet<String> = spelled_out().union(&put_together()).cloned().collect();
    for language in ["da", "en"] {
        let written = catalogue(language);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
        let unsaid: Vec<_> = written.difference(&said).collect();
        assert!(unsaid.is_empty(), "{language}: never said {unsaid:#?}");
    }
}
