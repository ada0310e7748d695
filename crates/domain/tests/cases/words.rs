//! Every sentence of cases stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::cases::*;

const BEGINNINGS: [&str; 2] = ["event-", "refused-"];

/// The keys that the source spells out.
fn spelled_out() -> BTreeSet<String> {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cases");
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(rooms).unwrap() {
        keys.extend(keys_in(&std::fs::read_to_string(file.unwrap().path()).unwrap()));
    }
    // The deeds that need the database say some of them.
    let deeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/cases");
    for file in std::fs::read_dir(deeds).unwrap() {
        keys.extend(keys_in(&std::fs::read_to_string(file.unwrap().path()).unwrap()));
    }
    keys
}

fn keys_in(source: &str) -> BTreeSet<String> {
    let is_key = |text: &&str| {
        BEGINNINGS.iter().any(|b| text.starts_with(b))
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && !text.ends_with('-')
    };
    source.split('"').filter(is_key).map(str::to_owned).collect()
}

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    macro_rules! add {
        ($($beginning:literal: $of:ident),+ $(,)?) => { $( for word in $of::ALL {
            keys.insert(format!("{}-{}", $beginning, word.as_str()));
        } )+ };
    }
    add!(
        "case-state": CaseState, "case-verb": CaseVerb, "case-kind": CaseKind, "case-outcome": Outcome, "case-part": Part,
        "refused-case": CaseState,
    );
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/cases-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_of_cases_stands_in_danish_and_in_english_and_none_for_nothing() {
    let said: BTreeSet<String> = spelled_out().union(&put_together()).cloned().collect();
    for language in ["da", "en"] {
        let written = catalogue(language);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
        let unsaid: Vec<_> = written.difference(&said).collect();
        assert!(unsaid.is_empty(), "{language}: never said {unsaid:#?}");
    }
}
