//! The rules of the chain, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

#[path = "../catalogues/keys.rs"]
mod catalogues;
mod deeds;
mod fixture;
mod judgements;
mod laws;
mod stances;
mod ties;
mod words;
mod workflow;
