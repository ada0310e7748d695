//! Stances: goals put before units, and what the units answered.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::chain::{Answer, AnswerName, Stance, State};
use pejl_kernel::{ElementId, MunicipalityId, Number, Prose, StanceId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::elements::{number, state};
use super::sight::{mine, seen, seen_by};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, maybe_date};

const READING: &str = "reading a stance";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    element_id: Uuid,
    unit_id: Uuid,
    answer: String,
    reason: String,
    answered_on: Option<DbDate>,
    version: i64,
}

impl Row {
    fn stance(self) -> Result<Stance, Fault> {
        Ok(Stance {
            id: self.id.into(),
            goal: self.element_id.into(),
            unit: self.unit_id.into(),
            answer: answer(&self.answer, &self.reason)?,
            answered_on: self.answered_on.map(DbDate::to_jiff),
            version: self.version,
        })
    }
}

fn answer(name: &str, reason: &str) -> Result<Answer, Fault> {
    let reason = Prose::parse(reason).map_err(|_| corrupt(READING, "a long text", "a reason"))?;
    AnswerName::parse(name)
        .and_then(|name| Answer::from_parts(name, reason))
        .ok_or_else(|| corrupt(READING, name, "an answer that fits its reason"))
}

/// One stance, for a deed.
///
/// # Errors
/// Not found, or a fault.
pub async fn stance(tx: &mut Tx, municipality: MunicipalityId, id: StanceId) -> Result<Stance, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, element_id, unit_id, answer, reason, answered_on, version FROM stance WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a stance"))?;
    Ok(row.ok_or(Miss::NotFound)?.stance()?)
}

/// The stance of a unit to a goal; `None` where the goal was never put before it.
///
/// # Errors
/// A fault.
pub async fn stance_of(
    tx: &mut Tx,
    municipality: MunicipalityId,
    element: ElementId,
    unit: UnitId,
) -> Result<Option<Stance>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, element_id, unit_id, answer, reason, answered_on, version
         FROM stance WHERE municipality_id = $1 AND element_id = $2 AND unit_id = $3")
        .bind(municipality.0).bind(element.0).bind(unit.0).fetch_optional(c).await)
    .map_err(doing("loading a unit's stance"))?;
    row.map(Row::stance).transpose()
}

/// Saves a stance: version 0 is entered, any other must still stand as it was read. The line stands in the history of the
/// goal.
///
/// # Errors
/// Stale where somebody saved it, or put the goal before the unit, in the meantime; or a fault.
pub async fn save_stance(tx: &mut Tx, permit: &Permit, at: Timestamp, stance: &Stance, event: &Event) -> Result<(), Miss> {
    let reason = match &stance.answer {
        Answer::Declined { reason } => reason.as_str(),
        Answer::Asked | Answer::TakenUp => "",
    };
    let saved = if stance.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO stance (municipality_id, id, element_id, unit_id, answer, reason, answered_on, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (municipality_id, element_id, unit_id) DO NOTHING")
            .bind(permit.municipality().0).bind(stance.id.0).bind(stance.goal.0).bind(stance.unit.0)
            .bind(stance.answer.name().as_str()).bind(reason).bind(maybe_date(stance.answered_on))
            .execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE stance SET answer = $3, reason = $4, answered_on = $5, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $6")
            .bind(permit.municipality().0).bind(stance.id.0).bind(stance.answer.name().as_str()).bind(reason)
            .bind(maybe_date(stance.answered_on)).bind(stance.version).execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving a stance"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: stance.goal.0 }, event).await?;
    Ok(())
}

/// A unit that a goal was put before, as the goal's page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PutBefore {
    /// The stance.
    pub id: StanceId,
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its number: 12 is E-12.
    pub serial: i64,
    /// What it answered, and why not where it declined.
    pub answer: Answer,
    /// The day it answered.
    pub answered_on: Option<Date>,
    /// Its version.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct PutBeforeRow {
    id: Uuid,
    unit_id: Uuid,
    name: String,
    unit_serial: i64,
    answer: String,
    reason: String,
    answered_on: Option<DbDate>,
    version: i64,
}

/// The units a goal was put before, by name. Empty where the goal is not seen.
///
/// # Errors
/// A fault.
pub async fn stances_of_element(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Vec<PutBefore>, Fault> {
    let rows: Vec<PutBeforeRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT s.id, s.unit_id, u.name, u.serial AS unit_serial, s.answer, s.reason, s.answered_on, s.version
         FROM stance s
         JOIN element e ON e.municipality_id = s.municipality_id AND e.id = s.element_id
         JOIN unit u ON u.municipality_id = s.municipality_id AND u.id = s.unit_id
         WHERE s.municipality_id = $1 AND s.element_id = $5 AND ", seen!(), "
         ORDER BY u.name COLLATE da, u.serial")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("listing the stances to a goal"))?;
    rows.into_iter()
        .map(|r| {
            Ok(PutBefore {
                id: r.id.into(),
                unit: r.unit_id.into(),
                name: r.name,
                serial: r.unit_serial,
                answer: answer(&r.answer, &r.reason)?,
                answered_on: r.answered_on.map(DbDate::to_jiff),
                version: r.version,
            })
        })
        .collect()
}

/// A goal that was put before a unit, as the unit's page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Put {
    /// The stance.
    pub id: StanceId,
    /// The goal.
    pub element: ElementId,
    /// Its number.
    pub number: Number,
    /// Its title.
    pub title: String,
    /// Where it stands: an answer to what is over is history.
    pub state: State,
    /// What the unit answered, and why not where it declined.
    pub answer: Answer,
    /// The day it answered.
    pub answered_on: Option<Date>,
    /// Its version.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct PutRow {
    id: Uuid,
    element_id: Uuid,
    prefix: String,
    year: i64,
    serial: i64,
    title: String,
    state: String,
    outcome: Option<String>,
    answer: String,
    reason: String,
    answered_on: Option<DbDate>,
    version: i64,
}

/// The goals put before a unit, those still waiting for an answer first.
///
/// # Errors
/// A fault.
pub async fn stances_of_unit(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<Put>, Fault> {
    let rows: Vec<PutRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT s.id, s.element_id, e.prefix, e.year, e.serial, e.title, e.state, e.outcome, s.answer, s.reason, s.answered_on, s.version
         FROM stance s
         JOIN element e ON e.municipality_id = s.municipality_id AND e.id = s.element_id
         WHERE s.municipality_id = $1 AND s.unit_id = $5 AND ", seen!(), "
         ORDER BY CASE WHEN s.answer = 'asked' THEN 0 ELSE 1 END, e.prefix, e.year, e.serial")))
        .bind(unit.0).fetch_all(c).await)
    .map_err(doing("listing a unit's stances"))?;
    rows.into_iter()
        .map(|r| {
            Ok(Put {
                id: r.id.into(),
                element: r.element_id.into(),
                number: number(&r.prefix, r.year, r.serial)?,
                title: r.title,
                state: state(&r.state, r.outcome.as_deref())?,
                answer: answer(&r.answer, &r.reason)?,
                answered_on: r.answered_on.map(DbDate::to_jiff),
                version: r.version,
            })
        })
        .collect()
}
