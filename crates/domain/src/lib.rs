//! The rules, pure: nouns, their states with one transition table each, judgements, and events.
//!
//! One folder a subject, in the order in which they may use each other's nouns: `models` < `orgs` < `chain` <
//! `agreements` < `rounds`.
//! Nothing here knows SQL, HTTP, today's date or a language: clocks and ids come in as arguments, and what goes out is a
//! value that another floor puts into words.

pub mod agreements;
pub mod chain;
pub mod models;
pub mod orgs;
pub mod rounds;
pub mod sentence;

pub use sentence::{Arg, Event, FieldChange, Reason, Refused, Sentence};
