//! Deeds on the chain, each in five beats: load, ask, decide, save, tell.
//!
//! `drafting` is what its own people do before an element is in force, and with what needs no adoption; `deciding` is what a
//! body decides, and how an element ends; `ties` puts elements under and beside each other; `stances` puts goals before
//! units; `reads` is what the pages of one element show. `taking` is how every deed takes an element up and puts it down.
//!
//! Whoever may not see an element is told that there is none. A deed on a version that is no longer the newest is a
//! conflict, and is told so before any rule is asked.

pub(crate) mod deciding;
mod drafting;
mod reads;
mod stances;
pub(crate) mod taking;
pub(crate) mod ties;

pub use deciding::{
    DecisionGiven, adopt_element, close_element, return_element, revise_element, supersede_element, withdraw_element,
};
pub use drafting::{
    Draft, draft_element, edit_element, hand_over_elements, harvest_benefit, propose_element, put_in_force, set_progress,
};
pub use pejl_store::chain::{DecisionRow, Edition, Put, PutBefore};
pub use reads::{
    ElementPage, adopting_bodies, beside_candidates, by_number, decisions, element_page, positions_to_answer, stance_of,
    supersede_candidates, tie_candidates,
};
pub use stances::{StanceAnswer, answer_stance, ask_stance};
pub use taking::{action_for, facts_of_element, facts_of_unit, may, open_verbs};
pub use ties::{accompany_element, part_element, tie_element, untie_element};
