//! Deeds on cases, each in five beats: load, ask, decide, save, tell; and what their pages read.
//!
//! `keeping` is a case from the first draft until it is on an agenda, or off it; `deciding` what the body decided, which adopts
//! what the case names in the same transaction; `headings` what a body calls the parts of its cases; `reads` what the pages
//! show; `barring` keeps whoever is disqualified from deciding by another door. `taking` is how every deed takes a case up and puts it down.
//!
//! Whoever may not see a case is told that there is none, and whoever is disqualified from it does nothing in it.

mod barring;
mod deciding;
mod headings;
mod keeping;
mod reads;
mod taking;

pub use barring::{adopt_element, approve, approve_many, return_agreement, return_element};
pub use deciding::decide_case;
pub use headings::{headings, keep_headings};
pub use keeping::{correct_case, disqualify, draft_case, edit_case, ready_case, take_back_case, withdraw_case};
pub use pejl_domain::cases::deeds::{NewCase, Resolved};
pub use pejl_store::cases::{
    Around, CaseAsk, CaseCount, CaseRow, DisqualifiedRow, case_counts, case_mentions, cases, cases_of, taken_up,
};
pub use reads::{Awaiting, CasePage, Put, What, awaiting, bodies, case_by_number, case_page, members, put_by};
pub use taking::{action_for, case_facts, decides_cases};
