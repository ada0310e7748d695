//! Every sentence of follow-up stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::chain::StateName;
use pejl_domain::rounds::evidence::Media;
use pejl_domain::rounds::frozen::Change;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::*;

use crate::catalogues::{no_other_stands_there, put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 2] = ["event-", "refused-"];

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    let mut keys = put_together!(
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

#[test]
fn every_sentence_of_follow_up_stands_in_danish_and_in_english_and_none_for_nothing() {
    let mut said = spelled_out(&["src/rounds"], &BEGINNINGS);
    said.extend(put_together());
    stand_in_both(&said, "rounds-rules");
    no_other_stands_there(&said, "rounds-rules");
}
