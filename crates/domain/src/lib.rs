//! The rules, pure: nouns, their states with one transition table each, judgements, and events.
//!
//! One folder a subject, in the order in which they may use each other's nouns: `models` < `orgs` < `chain` <
//! `agreements` < `rounds` < `wheel` < `cases` < `meetings` < `letters`.
//! Nothing here knows SQL, HTTP, today's date or a language: clocks and ids come in as arguments, and what goes out is a
//! value that another floor puts into words.

pub mod agreements;
pub mod cases;
pub mod chain;
pub mod letters;
pub mod meetings;
pub mod models;
pub mod orgs;
pub mod reminders;
pub mod rounds;
pub mod seminars;
pub mod sentence;
pub mod wheel;

pub use sentence::{Arg, Event, FieldChange, Reason, Refused, Sentence};
