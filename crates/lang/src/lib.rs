//! The words and the formats: everything that is said to people, in Danish and in English.
//!
//! Here live the catalogues (`locales/<language>/<subject>.ftl`, built into the program), the formats of dates, figures
//! and money, Danish sorting, and the reading of what people type. A sentence is whole in its catalogue; nothing is glued
//! together elsewhere. What is said, and when, is for the floors above: nothing here knows what Pejl is for.

mod args;
mod formats;
mod icu_formats;
mod lang;
mod number_formats;
pub mod read;
mod speech;

pub use args::{Args, Whole};
pub use lang::Lang;
pub use speech::{Speech, keys};
