//! What the wide pages read: straight from the store, since nothing is decided on the way.

pub use pejl_store::overview::*;
pub use pejl_store::search;
