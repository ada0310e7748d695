//! The rules of agreements, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod advice;
#[path = "../catalogues/keys.rs"]
mod catalogues;
mod deeds;
mod difference;
mod fixture;
mod laws;
mod renewal;
mod settling;
mod talking;
mod words;
mod workflow;
