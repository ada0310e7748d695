//! Every sentence that agreements say stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::agreements::difference::How;
use pejl_domain::agreements::*;
use pejl_domain::models::{Heard, Latitude};

use crate::catalogues::{no_other_stands_there, put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 4] = ["event-", "refused-", "advice-", "field-"];

/// Words that other rules have already.
const ELSEWHERE: [&str; 4] = ["refused-too-many", "refused-horizon-backwards", "field-follow-up", "field-owner"];

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    let mut keys = put_together!(
        "agreement-state": AgreementState, "refused-agreement": AgreementState, "agreement-verb": AgreementVerb,
        "counter-state": CounterState, "goal-place": GoalPlace, "side": Side, "heard": Heard, "latitude": Latitude,
        "renewal": Renewal, "difference-how": How,
    );
    let answered = CounterState::ALL.iter().filter(|state| **state != CounterState::Open);
    keys.extend(answered.map(|state| format!("event-counter-{}", state.as_str())));
    keys.extend(["sections", "themes", "goals", "actions"].map(|field| format!("field-{field}")));
    keys
}

#[test]
fn every_sentence_of_agreements_stands_in_danish_and_in_english_and_no_other() {
    let mut said = spelled_out(&["src/agreements"], &BEGINNINGS);
    said.retain(|key| !ELSEWHERE.contains(&key.as_str()));
    said.extend(put_together());
    stand_in_both(&said, "agreements-rules");
    no_other_stands_there(&said, "agreements-rules");
}
