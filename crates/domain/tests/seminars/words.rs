//! Every sentence of goal seminars stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::seminars::*;

const BEGINNINGS: [&str; 4] = ["event-", "refused-", "seminar-count-", "field-proposal-"];

/// The keys that the source spells out.
fn spelled_out(room: &Path) -> BTreeSet<String> {
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

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    macro_rules! add {
        ($($beginning:literal: $of:ident),+ $(,)?) => { $( for word in $of::ALL {
            keys.insert(format!("{}-{}", $beginning, word.as_str()));
        } )+ };
    }
    add!(
        "seminar-state": SeminarState, "seminar-verb": SeminarVerb, "refused-seminar": SeminarState,
        "event-proposal": OutcomeName, "event-proposal-route": RouteName, "event-standing": VerdictName,
    );
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/seminars-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_of_goal_seminars_stands_in_danish_and_in_english_and_none_for_nothing() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = spelled_out(&here.join("src/seminars"));
    said.extend(spelled_out(&here.join("../app/src/seminars")));
    said.extend(put_together());
    for language in ["da", "en"] {
        let written = catalogue(language);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
        let unsaid: Vec<_> = written.difference(&said).collect();
        assert!(unsaid.is_empty(), "{language}: never said {unsaid:#?}");
    }
}
