//! Every sentence of cases stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::cases::*;

use crate::catalogues::{no_other_stands_there, put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 2] = ["event-", "refused-"];

/// The keys that the source puts together from a beginning and a stored word.
fn put_together() -> BTreeSet<String> {
    put_together!(
        "case-state": CaseState, "case-verb": CaseVerb, "case-kind": CaseKind, "case-outcome": Outcome, "case-part": Part,
        "refused-case": CaseState,
    )
}

#[test]
fn every_sentence_of_cases_stands_in_danish_and_in_english_and_none_for_nothing() {
    let mut said = spelled_out(&["src/cases", "../app/src/cases"], &BEGINNINGS);
    said.extend(put_together());
    stand_in_both(&said, "cases-rules");
    no_other_stands_there(&said, "cases-rules");
}
