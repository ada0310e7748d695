//! Everything that waits for somebody, from every subject, on one page and in one mail.
//!
//! `sources` is the place where the subjects' tasks come together: for one person, and for everybody at once. `asks` is what
//! somebody's posts make their task; `to_do` is how a task is said; `dealing` gives what was read for all to those it is for.
//! `choosing` is what one wants to be reminded of; `running` makes the mails and tells what became of them. The words and the
//! mail server are the `jobs` floor's.

mod asks;
mod choosing;
mod dealing;
mod running;
mod sources;
mod to_do;

pub use asks::{agreement_ask, chain_ask};
pub use choosing::{Secret, address, choose, outbox};
pub use dealing::Crowd;
pub use pejl_domain::reminders::{Choices, DaysBefore, DigestDay, MailLanguage};
pub use pejl_store::reminders::{Chosen, LeasedMail, MailContent, NewMail, OutboxStanding, Recipient, Unsubscriber, choices};
pub use running::{Digest, Digests, MadeMail};
pub use sources::{Mine, everybody, mine};
pub use to_do::{ToDo, agreement_to_do, chain_to_do, letter_to_do, meeting_to_do, round_to_do, step_to_do};
