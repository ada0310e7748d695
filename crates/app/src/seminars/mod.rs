//! Goal seminars, each deed in five beats: load, ask, decide, save, tell.
//!
//! `keeping` begins a seminar, says what it is about, and calls it off; `proposing` is what is put before it and how that is
//! weighed; `commissioning` is what committees are asked for, and what becomes of objectives in force; `concluding` lets the
//! chain's own deeds make what comes of it. `reads` is what the pages show; `taking` how every deed takes a seminar up.
//!
//! A deed on a version that is no longer the newest is a conflict. Versions are those of the single proposal, so that two can
//! work on two proposals at once; whoever concludes shows how many turns the whole seminar had taken when they looked.

mod commissioning;
mod concluding;
mod keeping;
mod proposing;
mod reads;
mod taking;

pub use commissioning::{ask_commission, change_commission, drop_commission, weigh_standing};
pub use concluding::conclude_seminar;
pub(crate) use concluding::{Known, conclude_with};
pub use keeping::{cancel_seminar, frame_seminar, open_seminar, prioritise_seminar};
pub use pejl_store::seminars::{Origin, OriginPart, ProposalRow, SeminarRow, StandingRow, WaitingGoal};
pub use proposing::{NewProposal, edit_proposal, give_proposal, move_proposal, route_proposal, take_back_proposal, weigh_proposal};
pub use reads::{Material, SeminarPage, may_keep, may_see, origins, policies_in_force, policy_homes, seminar_page, seminars};
pub(crate) use taking::workspace;
