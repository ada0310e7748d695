//! Every sentence that agreements say stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::agreements::difference::How;
use pejl_domain::agreements::*;
use pejl_domain::models::{Heard, Latitude};

const BEGINNINGS: [&str; 4] = ["event-", "refused-", "advice-", "field-"];

/// Words that other rules have already.
const ELSEWHERE: [&str; 4] = ["refused-too-many", "refused-horizon-backwards", "field-follow-up", "field-owner"];

/// The keys that the source spells out.
fn spelled_out() -> BTreeSet<String> {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/agreements");
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(rooms).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for text in source.split('"').filter(|t| BEGINNINGS.iter().any(|b| t.starts_with(b))) {
            if text.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !text.ends_with('-') {
                keys.insert(text.to_owned());
            }
        }
    }
    keys.retain(|key| !ELSEWHERE.contains(&key.as_str()));
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
        "agreement-state": AgreementState, "refused-agreement": AgreementState, "agreement-verb": AgreementVerb,
        "counter-state": CounterState, "goal-place": GoalPlace, "side": Side, "heard": Heard, "latitude": Latitude,
        "renewal": Renewal, "difference-how": How,
    );
    let answered = CounterState::ALL.iter().filter(|state| **state != CounterState::Open);
    keys.extend(answered.map(|state| format!("event-counter-{}", state.as_str())));
    keys.extend(["sections", "themes", "goals", "actions"].map(|field| format!("field-{field}")));
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/agreements-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_of_agreements_stands_in_danish_and_in_english_and_no_other() {
    let said: BTreeSet<String> = spelled_out().union(&put_together()).cloned().collect();
    for language in ["da", "en"] {
        let written = catalogue(language);
        let differing: Vec<_> = said.symmetric_difference(&written).collect();
        assert!(differing.is_empty(), "{language}: said or written, not both: {differing:#?}");
    }
}
