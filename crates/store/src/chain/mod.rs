//! The chain in the database: elements with their editions, what they are tied to, the decisions they rest on, and the
//! answers of the units they are put before. `mention` is an element as everything else names it. Who may see which element
//! is one rule, in `sight`; every list asks it.
//!
//! A deed that decides on what it reads (a running number, a circle) first waits for its turn with
//! [`crate::queue_writers`], so that two such deeds never decide on the same thing.

mod decisions;
mod editions;
mod elements;
pub(crate) mod mention;
pub(crate) mod sight;
mod stances;
mod ties;

pub(crate) use decisions::{DecisionRead, decision_columns};
pub use decisions::{DecisionRow, decision, decisions, same_decision, save_decision};
pub use editions::{Edition, editions, save_edition};
pub(crate) use elements::{ElementRow, ReadOut, element_columns, kind, number, searched, state, written};
pub use elements::{element, element_by_number, element_seen, elements, live_elements_of_unit, next_element_number, save_element};
pub use mention::{Mention, UnitMention};
pub use stances::{Put, PutBefore, save_stance, stance, stance_of, stances_of_element, stances_of_unit};
pub use ties::{
    TiedTo, accompany, edges_above, is_accompanied, is_tied, numbers_above, part, tie, tied_facts, tied_facts_of, ties_of, untie,
};
