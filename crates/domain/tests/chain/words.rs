//! Every sentence the chain says stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::chain::balance::Skew;
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::*;
use pejl_domain::models::GoalField;

use crate::catalogues::{put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 5] = ["event-", "refused-", "advice-", "balance-", "verb-"];

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    let mut keys = put_together!(
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

#[test]
fn every_sentence_of_the_chain_stands_in_danish_and_in_english() {
    let mut said = spelled_out(&["src/chain"], &BEGINNINGS);
    said.extend(put_together());
    stand_in_both(&said, "chain-rules");
}
