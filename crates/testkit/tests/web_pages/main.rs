//! The pages, visited as browsers visit them: who is let in where, what each page says, what it costs, and that nothing
//! typed is ever lost. One binary, so that the upper floors are linked once.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on has nothing better to do than to stop

mod agreed;
mod cases;
mod chain;
mod costs;
mod day;
mod doors;
mod endings;
mod headers;
mod letters;
mod meetings;
mod offers;
mod outlines;
mod reminders;
mod rounds;
mod routes;
mod rows;
mod seminars;
mod strategy;
mod wheel;
mod words;
