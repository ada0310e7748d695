//! What every query here reads: keys, texts, stamps.

use pejl_domain::meetings::{Form, MeetingState, Minute, Speaker};
use pejl_domain::models::Key;
use pejl_domain::rounds::Stamp;
use pejl_kernel::{Line, PersonId, Prose};
use uuid::Uuid;

use crate::fault::{Fault, corrupt};
use crate::value::Ts;

pub(super) const READING: &str = "reading a dialogue meeting";

pub(super) fn key(text: &str) -> Result<Key, Fault> {
    Key::parse(text).ok_or_else(|| corrupt(READING, text, "a key"))
}

pub(super) fn maybe_key(text: Option<&str>) -> Result<Option<Key>, Fault> {
    text.map(key).transpose()
}

pub(super) fn year(n: i64) -> Result<i16, Fault> {
    i16::try_from(n).map_err(|_| corrupt(READING, n.to_string(), "a year"))
}

pub(super) fn small(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// Their words are kept out of the fault: it is logged.
pub(super) fn line<const MOST: usize>(text: &str) -> Result<Line<MOST>, Fault> {
    Line::parse(text).map_err(|_| corrupt(READING, "a line", "a line that fits"))
}

/// Their words are kept out of the fault: it is logged.
pub(super) fn prose<const MOST: usize>(text: &str) -> Result<Prose<MOST>, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "a text that fits"))
}

pub(super) fn form(text: &str) -> Result<Form, Fault> {
    Form::parse(text).ok_or_else(|| corrupt(READING, text, "a form of meeting"))
}

pub(super) fn state(text: &str) -> Result<MeetingState, Fault> {
    MeetingState::parse(text).ok_or_else(|| corrupt(READING, text, "a state of a meeting"))
}

pub(super) fn speaker(text: &str) -> Result<Speaker, Fault> {
    Speaker::parse(text).ok_or_else(|| corrupt(READING, text, "a kind of speaker"))
}

pub(super) fn minute(n: Option<i64>) -> Result<Option<Minute>, Fault> {
    n.map(|n| Minute::of_day(n).ok_or_else(|| corrupt(READING, n.to_string(), "a minute of the day"))).transpose()
}

pub(super) fn stamp(by: Uuid, instead_of: Option<Uuid>, at: Ts) -> Stamp {
    Stamp { person: PersonId(by), standing_in_for: instead_of.map(PersonId), at: at.0 }
}
