//! The rules of strategy letters, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod asked;
#[path = "../catalogues/keys.rs"]
mod catalogues;
mod deeds;
mod fixture;
mod laws;
mod said;
mod words;
mod workflow;
