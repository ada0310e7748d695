//! The rules of goal seminars, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

#[path = "../catalogues/keys.rs"]
mod catalogues;
mod concluding;
mod fixture;
mod laws;
mod proposals;
mod words;
mod workflow;
