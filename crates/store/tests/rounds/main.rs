//! Rounds: what is asked and written, a unit's page and what it freezes to, and what a round asks of people.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod page;
mod reports;
mod support;
mod tasks;
