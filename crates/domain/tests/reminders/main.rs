//! The rules of reminders, tried through the doors that other floors use. The tests bear the names of complaints.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod calendar;
mod outbox;
mod workflow;
