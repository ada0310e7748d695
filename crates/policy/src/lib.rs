//! Who may do what, and what an actor may see.
//!
//! [`decide`] is pure and total: actor + action + facts → [`Permit`] or [`Denied`]. A permit can be made nowhere else, and
//! every writing function of the store demands one; every list demands a [`Sight`]. The facts are given by the caller:
//! nothing here knows the database. The whole grid is printed to `docs/permissions.md` by a test.

mod actor;
mod decide;
mod sight;

pub use actor::{Actor, Post, Who};
pub use decide::{Action, Denied, Facts, Permit, decide};
pub use sight::Sight;
