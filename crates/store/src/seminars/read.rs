//! What every query here reads and writes: texts, years, places; and the turn that each change in a seminar takes.

use pejl_kernel::{Line, Prose, SeminarId};
use pejl_policy::Permit;

use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};

const READING: &str = "reading a goal seminar";

/// Their words are kept out of the fault: it is logged.
pub(super) fn prose<const MOST: usize>(text: &str) -> Result<Prose<MOST>, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "a text"))
}

pub(super) fn line<const MOST: usize>(text: &str) -> Result<Line<MOST>, Fault> {
    Line::parse(text).map_err(|_| corrupt(READING, "another text", "a line"))
}

pub(super) fn year(n: i64) -> Result<i16, Fault> {
    i16::try_from(n).map_err(|_| corrupt(READING, n.to_string(), "a year"))
}

/// A place, a number in the seminar, an edition: never negative, never large.
pub(super) fn small(n: i64) -> Result<u32, Fault> {
    u32::try_from(n).map_err(|_| corrupt(READING, n.to_string(), "a small number"))
}

pub(super) fn unknown(found: &str, expected: &'static str) -> Fault {
    corrupt(READING, found, expected)
}

/// Turns the seminar: something in it has changed.
pub(super) async fn turn(tx: &mut Tx, permit: &Permit, seminar: SeminarId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("UPDATE seminar SET turns = turns + 1 WHERE municipality_id = $1 AND id = $2")
        .bind(permit.municipality().0).bind(seminar.0).execute(c).await.map(|_| ()))
    .map_err(doing("turning a seminar"))
}
