//! The rules of follow-up, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod answers;
#[path = "../catalogues/keys.rs"]
mod catalogues;
mod deadlines;
mod evidence;
mod figures;
mod fixture;
mod laws;
mod lights;
mod pages;
mod reports;
mod round;
mod words;
mod workflow;
