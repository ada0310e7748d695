//! Every sentence of follow-up stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;
use std::path::Path;

use pejl_domain::chain::StateName;
use pejl_domain::rounds::evidence::Media;
use pejl_domain::rounds::frozen::Change;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::*;

const BEGINNINGS: [&str; 2] = ["event-", "refused-"];

/// The keys that the source spells out.
fn spelled_out() -> BTreeSet<String> {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rounds");
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
        "round-state": RoundState, "round-verb": RoundVerb, "report-state": ReportState, "report-verb": ReportVerb,
        "refused-round": RoundState, "refused-report": ReportState, "outlook": Outlook, "trend": Trend, "change": Change,
        "lamp": Lamp, "feedback-kind": FeedbackKind, "media": Media, "refused-report-round": RoundState,
        "refused-report-goal": StateName, "event-feedback": FeedbackKind,
    );
    keys.extend(FeedbackKind::ALL.iter().map(|kind| format!("event-feedback-{}-on-goal", kind.as_str())));
    // An open round takes everything, and a goal in force too: nothing is refused because of that.
    for never in ["refused-report-round-open", "refused-report-goal-adopted"] {
        keys.remove(never);
    }
    keys.extend(["link", "figure", "file"].map(|kind| format!("evidence-kind-{kind}")));
    let fields = [
        "mark",
        "outlook",
        "done",
        "effect",
        "fact",
        "cause",
        "action",
        "not-relevant-because",
        "differs-because",
        "cut-off",
        "deadlines",
    ];
    keys.extend(fields.map(|field| format!("field-{field}")));
    keys.insert("mark-not-relevant".to_owned());
    keys
}

fn catalogue(language: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/rounds-rules.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_sentence_of_follow_up_stands_in_danish_and_in_english_and_none_for_nothing() {
    let said: BTreeSet<String> = spelled_out().union(&put_together()).cloned().collect();
    for language in ["da", "en"] {
        let written = catalogue(language);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
        let unsaid: Vec<_> = written.difference(&said).collect();
        assert!(unsaid.is_empty(), "{language}: never said {unsaid:#?}");
    }
}
