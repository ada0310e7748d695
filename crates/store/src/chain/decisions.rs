//! Decisions by bodies. One decision can adopt many elements; it is recorded once and never changed.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::chain::Decision;
use pejl_domain::models::Key;
use pejl_kernel::{DecisionId, ElementId, Line, MunicipalityId, Prose};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, date};

/// A decision with the name of the body that made it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecisionRow {
    /// What was decided, where and when.
    pub decision: Decision,
    /// The body's name.
    pub body: String,
    /// The body's number: 12 is E-12.
    pub body_serial: i64,
}

/// The columns of a decision with its body.
macro_rules! decision_columns {
    () => {
        "SELECT d.id, d.body_id, d.level, d.decided_on, d.case_number, d.text, u.name AS body, u.serial AS body_serial
         FROM decision d JOIN unit u ON u.municipality_id = d.municipality_id AND u.id = d.body_id "
    };
}
pub(crate) use decision_columns;

#[derive(sqlx::FromRow)]
pub(crate) struct DecisionRead {
    id: Uuid,
    body_id: Uuid,
    level: String,
    decided_on: DbDate,
    case_number: String,
    text: String,
    body: String,
    body_serial: i64,
}

impl DecisionRead {
    pub(crate) fn decision(self) -> Result<DecisionRow, Fault> {
        const READING: &str = "reading a decision";
        Ok(DecisionRow {
            decision: Decision {
                id: self.id.into(),
                body: self.body_id.into(),
                level: Key::parse(&self.level).ok_or_else(|| corrupt(READING, &self.level, "a key"))?,
                on: self.decided_on.to_jiff(),
                case_number: Line::parse(&self.case_number).map_err(|_| corrupt(READING, &self.case_number, "a case number"))?,
                text: Prose::parse(&self.text).map_err(|_| corrupt(READING, "a long text", "the text of a decision"))?,
            },
            body: self.body,
            body_serial: self.body_serial,
        })
    }
}

/// One decision.
///
/// # Errors
/// Not found, or a fault.
pub async fn decision(tx: &mut Tx, municipality: MunicipalityId, id: DecisionId) -> Result<DecisionRow, Miss> {
    let row: Option<DecisionRead> =
        on!(tx, c => sqlx::query_as(concat!(decision_columns!(), "WHERE d.municipality_id = $1 AND d.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
        .map_err(doing("loading a decision"))?;
    Ok(row.ok_or(Miss::NotFound)?.decision()?)
}

/// The decision a body has already recorded on a day, in a case and with these words: one meeting adopts many elements by one
/// decision.
///
/// # Errors
/// A fault.
pub async fn same_decision(tx: &mut Tx, municipality: MunicipalityId, like: &Decision) -> Result<Option<DecisionRow>, Fault> {
    let row: Option<DecisionRead> = on!(tx, c => sqlx::query_as(concat!(decision_columns!(),
        "WHERE d.municipality_id = $1 AND d.body_id = $2 AND d.decided_on = $3 AND d.case_number = $4 AND d.text = $5
         ORDER BY d.id LIMIT 1"))
        .bind(municipality.0).bind(like.body.0).bind(date(like.on)).bind(like.case_number.as_str()).bind(like.text.as_str())
        .fetch_optional(c).await)
    .map_err(doing("looking for a decision"))?;
    row.map(DecisionRead::decision).transpose()
}

/// The latest decisions, to choose among when one meeting adopts several elements. Everybody who is logged in sees them.
///
/// # Errors
/// A fault.
pub async fn decisions(tx: &mut Tx, sight: &Sight, most: i64) -> Result<Vec<DecisionRow>, Fault> {
    let rows: Vec<DecisionRead> = on!(tx, c => sqlx::query_as(concat!(decision_columns!(),
        "WHERE d.municipality_id = $1 ORDER BY d.decided_on DESC, d.case_number, d.id LIMIT $2"))
        .bind(sight.municipality().0).bind(most).fetch_all(c).await)
    .map_err(doing("listing decisions"))?;
    rows.into_iter().map(DecisionRead::decision).collect()
}

/// The decisions that the editions of an element rest on.
pub(super) async fn decisions_behind(
    tx: &mut Tx,
    municipality: MunicipalityId,
    element: ElementId,
) -> Result<Vec<DecisionRow>, Fault> {
    let rows: Vec<DecisionRead> = on!(tx, c => sqlx::query_as(concat!(decision_columns!(),
        "WHERE d.municipality_id = $1 AND d.id IN (
            SELECT ed.decision_id FROM element_edition ed WHERE ed.municipality_id = $1 AND ed.element_id = $2)"))
        .bind(municipality.0).bind(element.0).fetch_all(c).await)
    .map_err(doing("reading the decisions behind an element"))?;
    rows.into_iter().map(DecisionRead::decision).collect()
}

/// Records a decision; the line stands in the history of the body that made it.
///
/// # Errors
/// A fault.
pub async fn save_decision(tx: &mut Tx, permit: &Permit, at: Timestamp, decision: &Decision, event: &Event) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO decision (municipality_id, id, body_id, level, decided_on, case_number, text) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(permit.municipality().0).bind(decision.id.0).bind(decision.body.0).bind(decision.level.as_str())
        .bind(date(decision.on)).bind(decision.case_number.as_str()).bind(decision.text.as_str())
        .execute(c).await.map(|_| ()))
    .map_err(doing("recording a decision"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: decision.body.0 }, event).await
}
