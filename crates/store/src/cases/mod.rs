//! Cases in the database: what is put on agendas, what bodies adopt by it, who takes no part; and the headings each body uses.
//!
//! `case` loads and saves one whole, `list` names many, `around` is what a case's page shows beside it, `headings` what a body
//! calls the parts. Who may see which case is one rule, in `sight`; every list asks it.

mod around;
mod case;
mod headings;
mod list;
mod sight;

pub use around::{Around, DisqualifiedRow, around};
pub use case::{bars, case_by_number, case_seen, next_case_number, save_case};
pub use headings::{headings, save_headings};
pub use list::{CaseAsk, CaseCount, CaseRow, case_counts, case_mentions, cases, cases_of, taken_up};
