//! Every sentence of goal seminars stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::seminars::*;

use crate::catalogues::{no_other_stands_there, put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 4] = ["event-", "refused-", "seminar-count-", "field-proposal-"];

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    put_together!(
        "seminar-state": SeminarState, "seminar-verb": SeminarVerb, "refused-seminar": SeminarState,
        "event-proposal": OutcomeName, "event-proposal-route": RouteName, "event-standing": VerdictName,
    )
}

#[test]
fn every_sentence_of_goal_seminars_stands_in_danish_and_in_english_and_none_for_nothing() {
    let mut said = spelled_out(&["src/seminars", "../app/src/seminars"], &BEGINNINGS);
    said.extend(put_together());
    stand_in_both(&said, "seminars-rules");
    no_other_stands_there(&said, "seminars-rules");
}
