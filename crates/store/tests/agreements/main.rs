//! Agreements on both engines: saved and read back, who sees which, the lists, the page, what is to be done.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod fixture;
mod lists;
mod page;
mod saving;
mod sight;
mod tasks;
