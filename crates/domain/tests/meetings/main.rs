//! The rules of dialogue meetings, tried through the doors that other floors use.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod fixture;
mod laws;
mod meeting;
mod papers;
mod talk;
mod workflow;
