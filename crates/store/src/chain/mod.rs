//! The chain in the database: elements with their editions, what they are tied to, the decisions they rest on, and the
//! answers of the units they are put before. Who may see which element is one rule, in `sight`; every list here asks it.
//!
//! A deed that decides on what it reads (a running number, a circle) first waits for its turn with
//! [`crate::queue_writers`], so that two such deeds never decide on the same thing.

mod decisions;
mod editions;
mod elements;
pub(crate) mod sight;
mod stances;
mod ties;

pub use decisions::{DecisionRow, decision, decisions, same_decision, save_decision};
pub use editions::{Edition, editions, save_edition};
pub(crate) use elements::{ReadOut, kind, number, searched, state, written};
pub use elements::{element, element_by_number, element_seen, live_elements_of_unit, next_element_number, save_element};
pub use stances::{Put, PutBefore, save_stance, stance, stance_of, stances_of_element, stances_of_unit};
pub use ties::{accompany, edges_above, is_accompanied, is_tied, numbers_above, part, tie, tied_facts, untie};
