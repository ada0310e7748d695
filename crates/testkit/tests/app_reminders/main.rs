//! Reminders, through the doors that pages and the going round use: whose tasks they are, what is chosen, and the outbox.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod choosing;
mod dealing;
mod morning;
mod sending;

use morning::{Morning, outbox};
