//! What tests are built from: both databases, a small municipality, a clock that stands still and ids that are the same
//! every time. Never part of what is released.

// A test that cannot set up its ground has nothing better to do than to stop and say so.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[cfg(feature = "deeds")]
pub mod deeds;
pub mod engines;
#[cfg(feature = "pages")]
pub mod outline;
#[cfg(feature = "pages")]
pub mod pages;
pub mod postbox;
pub mod town;

pub use engines::TestDb;
pub use town::Town;
