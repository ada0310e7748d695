//! Every sentence about strategy letters stands in both catalogues, and none stands there for nothing.

use std::collections::BTreeSet;

use pejl_domain::letters::{Became, LetterState, LetterVerb};

use crate::catalogues::{no_other_stands_there, put_together, spelled_out, stand_in_both};

const BEGINNINGS: [&str; 2] = ["event-letter-", "refused-letter-"];

/// The keys that are put together from a beginning and a stored word, and those that another floor says.
fn put_together() -> BTreeSet<String> {
    let mut keys = put_together!(
        "letter-state": LetterState, "refused-letter": LetterState, "letter-verb": LetterVerb, "letter-became": Became,
    );
    keys.extend(["field-headings", "refused-letter-input-other-unit"].map(str::to_owned));
    keys
}

#[test]
fn every_sentence_about_letters_stands_in_danish_and_in_english_and_none_for_nothing() {
    let mut said = spelled_out(&["src/letters"], &BEGINNINGS);
    said.extend(put_together());
    stand_in_both(&said, "letters-rules");
    no_other_stands_there(&said, "letters-rules");
}
