//! The rules of cases: what is put on an agenda, when, and what came of it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

#[path = "../catalogues/keys.rs"]
mod catalogues;
mod content;
mod dates;
mod deeds;
mod fixture;
mod laws;
mod words;
mod workflow;
