//! Who has signed an agreement, what they signed, and who has not yet.

use pejl_app::agreements::{AgreementPage, SignatureRow};
use pejl_lang::Args;

use crate::inside::Inside;

/// The letters of a seal that people compare.
const SHORT: usize = 12;

/// The beginning of a seal, as people compare it.
pub(super) fn short(seal: &str) -> String {
    seal.chars().take(SHORT).collect()
}

/// A signature.
pub(super) struct Signed {
    pub unit: String,
    pub who: String,
    pub at: String,
    pub at_iso: String,
}

/// The signatures on one text.
pub(super) fn on(inside: &Inside, seal: &str, rows: &[SignatureRow]) -> Vec<Signed> {
    let t = inside.t();
    let signed = rows.iter().filter(|row| row.signature.seal == seal).map(|row| Signed {
        unit: row.unit.name.clone(),
        who: match &row.standing_in_for {
            Some(other) => t.say_with("role-standing-in", &Args::new().text("name", &row.person).text("other", other)),
            None => row.person.clone(),
        },
        at: t.date_time(row.signature.at),
        at_iso: row.signature.at.to_string(),
    });
    signed.collect()
}

/// The seal of the text that this reader reads; "" where none stands.
pub(super) fn seal_of(found: &AgreementPage) -> String {
    match (&found.shown.frozen, found.shown.sees_draft) {
        (Some(frozen), _) => frozen.seal.clone(),
        (None, true) => String::new(),
        (None, false) => found.shown.editions.first().map(|edition| edition.seal.clone()).unwrap_or_default(),
    }
}

/// The parties that have not signed the text that stands.
pub(super) fn unsigned(found: &AgreementPage) -> Vec<String> {
    found.unsigned.iter().map(|unit| found.parties.name_of(*unit).to_owned()).collect()
}
