//! Every sentence the chain says stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::chain::balance::Skew;
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::*;
use pejl_domain::models::GoalField;

const BEGINNINGS: [&str; 5] = ["event-", "refused-", "advice-", "balance-", "verb-"];

/// The keys that the source spells out.
fn spelled_out() -> BTreeSet<String> {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chain");
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(rooms).unwrap() {
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
        "state": StateName, "refused-element": StateName, "outcome": Outcome, "verb": Verb, "field": GoalField,
        "refused-missing": GoalField, "orientation": Orientation, "measure": Measure, "scope": Scope,
        "direction": Direction, "documentation": Documentation, "comparator": Comparator, "progress": Progress,
        "quality": Check, "balance": Skew, "answer": AnswerName, "refused-stance": AnswerName,
    );
    keys.extend(Check::ALL.iter().map(|check| format!("quality-{}-advice", check.as_str())));
    let more = [
        "title",
        "horizon",
        "tags",
        "owner",
        "under",
        "progress",
        "from",
        "to",
        "who",
        "dropped-because",
        "cost",
        "benefit-promised",
        "benefit-harvested",
        "criterion",
        "comparator",
        "value",
        "unit",
        "baseline-on",
        "targets",
        "target-on",
        "target-value",
        "milestone",
        "milestone-on",
        "note",
        "reason",
        "decision",
        "outcome",
        "by",
    ];
    keys.extend(more.iter().map(|field| format!("field-{field}")));
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/chain-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_of_the_chain_stands_in_danish_and_in_english() {
    let said: BTreeSet<String> = spelled_out().union(&put_together()).cloned().collect();
    for language in ["da", "en"] {
        let written = catalogue(language);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
    }
}
