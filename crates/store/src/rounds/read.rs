//! What every query here reads: keys, marks, units, stamps, spreads.

use pejl_domain::models::Key;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{Lamp, Mark, Outlook, ReportContent, ReportState, RoundState, Spread, Stamp};
use pejl_kernel::{PersonId, Prose};
use uuid::Uuid;

use crate::fault::{Fault, corrupt};
use crate::value::Ts;

const READING: &str = "reading a follow-up";

pub(super) fn key(text: &str) -> Result<Key, Fault> {
    Key::parse(text).ok_or_else(|| corrupt(READING, text, "a key"))
}

pub(super) fn mark(text: Option<&str>) -> Result<Option<Mark>, Fault> {
    text.map(|t| Mark::parse(t).ok_or_else(|| corrupt(READING, t, "a mark"))).transpose()
}

pub(super) fn one_mark(text: &str) -> Result<Mark, Fault> {
    Mark::parse(text).ok_or_else(|| corrupt(READING, text, "a mark"))
}

pub(super) fn outlook(text: Option<&str>) -> Result<Option<Outlook>, Fault> {
    text.map(|t| Outlook::parse(t).ok_or_else(|| corrupt(READING, t, "an outlook"))).transpose()
}

pub(super) fn report_state(text: &str) -> Result<ReportState, Fault> {
    ReportState::parse(text).ok_or_else(|| corrupt(READING, text, "a state of a report"))
}

pub(super) fn round_state(text: &str) -> Result<RoundState, Fault> {
    RoundState::parse(text).ok_or_else(|| corrupt(READING, text, "a state of a round"))
}

pub(super) fn lamp(text: &str) -> Result<Lamp, Fault> {
    Lamp::parse(text).ok_or_else(|| corrupt(READING, text, "a lamp"))
}

pub(super) fn prose(text: &str) -> Result<Prose, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "a text"))
}

/// Their words are kept out of the fault: it is logged.
pub(super) fn content(text: &str) -> Result<ReportContent, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what people write in a report"))
}

/// A figure that is never negative and never large.
pub(super) fn small(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// A year as it is stored.
pub(super) fn year(n: i64) -> Result<i16, Fault> {
    i16::try_from(n).map_err(|_| corrupt(READING, n.to_string(), "a year"))
}

pub(super) fn stamp(person: Uuid, standing_in_for: Option<Uuid>, at: Ts) -> Stamp {
    Stamp { person: person.into(), standing_in_for: standing_in_for.map(PersonId), at: at.0 }
}

/// What a mark counts as: what is not submitted, or was sent back, is silent.
pub(super) fn shown(state: ReportState, mark: Option<Mark>) -> Option<Mark> {
    if state.is_answered() { mark } else { None }
}

/// The columns of a [`UnitSeen`]; the unit is called `u`.
macro_rules! unit_columns {
    () => {
        "u.id AS unit_id, u.serial AS unit_serial, u.name AS unit_name, u.level AS unit_level"
    };
}
pub(super) use unit_columns;

/// Whether somebody leads the unit `u` in the administration on a day, or stands in for who should.
macro_rules! is_led {
    ($on:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM position po WHERE po.municipality_id = $1 AND po.unit_id = u.id
                AND po.role IN ('chief-executive', 'director', 'department-head', 'institution-leader')
                AND po.valid_from <= ",
            $on,
            " AND (po.valid_to IS NULL OR po.valid_to >= ",
            $on,
            ") AND (po.person_id IS NOT NULL OR EXISTS (
                    SELECT 1 FROM stand_in s WHERE s.municipality_id = $1 AND s.position_id = po.id
                      AND s.valid_from <= ",
            $on,
            " AND (s.valid_to IS NULL OR s.valid_to >= ",
            $on,
            "))))"
        )
    };
}
pub(super) use is_led;

#[derive(sqlx::FromRow)]
pub(super) struct UnitCells {
    pub(super) unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    unit_level: String,
}

impl UnitCells {
    pub(super) fn seen(self) -> Result<UnitSeen, Fault> {
        unit(self.unit_id, self.unit_serial, self.unit_name, &self.unit_level)
    }
}

pub(super) fn unit(id: Uuid, serial: i64, name: String, level: &str) -> Result<UnitSeen, Fault> {
    Ok(UnitSeen { id: id.into(), serial, name, level: key(level)? })
}

/// The columns of a kept page's marks; the page is called `p`.
macro_rules! spread_columns {
    () => {
        "p.lamp, p.not_met, p.partly, p.met, p.not_yet, p.silent, p.not_relevant"
    };
}
pub(super) use spread_columns;

#[derive(sqlx::FromRow)]
pub(super) struct SpreadCells {
    lamp: String,
    not_met: i64,
    partly: i64,
    met: i64,
    not_yet: i64,
    silent: i64,
    not_relevant: i64,
}

impl SpreadCells {
    pub(super) fn read(&self) -> Result<(Spread, Lamp), Fault> {
        let spread = Spread {
            not_met: small(self.not_met),
            partly: small(self.partly),
            met: small(self.met),
            not_yet: small(self.not_yet),
            silent: small(self.silent),
            not_relevant: small(self.not_relevant),
        };
        Ok((spread, lamp(&self.lamp)?))
    }
}
