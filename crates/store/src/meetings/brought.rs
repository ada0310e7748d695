//! What the units bring to a meeting, and what their employees and boards want said.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::meetings::{Brought, Input, InputFrom, Preparation};
use pejl_kernel::{MeetingId, MunicipalityId, UnitId};
use pejl_policy::Permit;
use uuid::Uuid;

use super::read::{READING, stamp};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::Ts;

/// What a unit brings, with the name of who wrote it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BroughtRow {
    /// What it brings.
    pub brought: Brought,
    /// Who wrote it; empty while nobody has.
    pub by: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    unit_id: Uuid,
    content: String,
    is_ready: bool,
    is_absent: bool,
    by_id: Option<Uuid>,
    standing_in_for: Option<Uuid>,
    at: Option<Ts>,
    by_name: Option<String>,
    version: i64,
}

impl Row {
    fn row(self, meeting: MeetingId) -> Result<BroughtRow, Fault> {
        let preparation: Preparation =
            serde_json::from_str(&self.content).map_err(|e| corrupt(READING, e.to_string(), "what a unit brings"))?;
        let brought = Brought {
            meeting,
            unit: self.unit_id.into(),
            preparation,
            is_ready: self.is_ready,
            is_absent: self.is_absent,
            stamp: self.by_id.zip(self.at).map(|(by, at)| stamp(by, self.standing_in_for, at)),
            version: self.version,
        };
        Ok(BroughtRow { brought, by: self.by_name.unwrap_or_default() })
    }
}

/// What the units bring to a meeting: those that have written something. One statement.
///
/// # Errors
/// A fault.
pub async fn brought_all(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<BroughtRow>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "SELECT p.unit_id, p.content, p.is_ready, p.is_absent, p.by_id, p.standing_in_for, p.at, w.name AS by_name, p.version
         FROM preparation p LEFT JOIN person w ON w.municipality_id = $1 AND w.id = p.by_id
         WHERE p.municipality_id = $1 AND p.meeting_id = $2")
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what the units bring"))?;
    rows.into_iter().map(|row| row.row(meeting)).collect()
}

/// What one unit brings; nothing yet, with version 0, where it has written nothing.
///
/// # Errors
/// A fault.
pub async fn brought(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId, unit: UnitId) -> Result<Brought, Fault> {
    let all = brought_all(tx, municipality, meeting).await?;
    Ok(all.into_iter().map(|row| row.brought).find(|b| b.unit == unit).unwrap_or(Brought {
        meeting,
        unit,
        preparation: Preparation::default(),
        is_ready: false,
        is_absent: false,
        stamp: None,
        version: 0,
    }))
}

/// Saves what a unit brings: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_brought(tx: &mut Tx, permit: &Permit, at: Timestamp, brought: &Brought, event: &Event) -> Result<(), Miss> {
    let content = serde_json::to_string(&brought.preparation)
        .map_err(|e| doing("writing down what a unit brings")(sqlx::Error::Encode(Box::new(e))))?;
    let stamp = brought.stamp;
    let saved = on!(tx, c => sqlx::query(if brought.version == 0 {
            "INSERT INTO preparation (municipality_id, meeting_id, unit_id, content, is_ready, is_absent, by_id, standing_in_for, at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 + 1) ON CONFLICT (municipality_id, meeting_id, unit_id) DO NOTHING"
        } else {
            "UPDATE preparation SET content = $4, is_ready = $5, is_absent = $6, by_id = $7, standing_in_for = $8, at = $9, version = version + 1
             WHERE municipality_id = $1 AND meeting_id = $2 AND unit_id = $3 AND version = $10"
        })
        .bind(permit.municipality().0).bind(brought.meeting.0).bind(brought.unit.0).bind(&content).bind(brought.is_ready)
        .bind(brought.is_absent).bind(stamp.map(|s| s.person.0)).bind(stamp.and_then(|s| s.standing_in_for).map(|p| p.0))
        .bind(stamp.map(|s| Ts(s.at))).bind(brought.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving what a unit brings"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: brought.meeting.0 }, event).await?;
    Ok(())
}

/// What employees or a board want said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputRow {
    /// For which unit.
    pub unit: UnitId,
    /// Who says it.
    pub from: InputFrom,
    /// In words.
    pub text: String,
    /// When it was written down.
    pub at: Timestamp,
}

/// What employees and boards want said at a meeting, in the order in which it was written down.
///
/// # Errors
/// A fault.
pub async fn inputs(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<InputRow>, Fault> {
    let rows: Vec<(Uuid, String, String, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT i.unit_id, i.said_by, i.text, i.at FROM meeting_input i
         WHERE i.municipality_id = $1 AND i.meeting_id = $2 ORDER BY i.at, i.text")
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what employees and boards want said"))?;
    rows.into_iter()
        .map(|(unit, from, text, at)| {
            let from = InputFrom::parse(&from).ok_or_else(|| corrupt(READING, from, "employees or board"))?;
            Ok(InputRow { unit: unit.into(), from, text, at: at.0 })
        })
        .collect()
}

/// Writes down what employees or a board want said; whether it was new. The same words from the same group are said once.
///
/// # Errors
/// A fault.
pub async fn save_input(tx: &mut Tx, permit: &Permit, at: Timestamp, input: &Input, event: &Event) -> Result<bool, Fault> {
    let stamp = input.stamp;
    let saved = on!(tx, c => sqlx::query(
        "INSERT INTO meeting_input (municipality_id, meeting_id, unit_id, said_by, text, by_id, standing_in_for, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality_id, meeting_id, unit_id, said_by, text) DO NOTHING")
        .bind(permit.municipality().0).bind(input.meeting.0).bind(input.unit.0).bind(input.from.as_str()).bind(input.text.as_str())
        .bind(stamp.person.0).bind(stamp.standing_in_for.map(|p| p.0)).bind(Ts(stamp.at))
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("writing down what employees or a board want said"))?;
    if saved > 0 {
        audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: input.meeting.0 }, event).await?;
    }
    Ok(saved > 0)
}
