//! What comes back down: feedback with the unit's answer, and consequences with their grounds.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::rounds::feedback::{ConsequenceGiven, Feedback, FeedbackKind};
use pejl_domain::rounds::frozen::{ConsequenceSeen, FeedbackSeen};
use pejl_kernel::{ConsequenceId, ElementId, FeedbackId, MunicipalityId, PersonId, RoundId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::read::{key, prose, stamp, unit};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::number;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::Ts;

const READING: &str = "reading a feedback";

#[derive(sqlx::FromRow)]
struct Row {
    round_id: Uuid,
    from_id: Uuid,
    to_id: Uuid,
    goal_id: Option<Uuid>,
    kind: String,
    text: String,
    by_id: Uuid,
    standing_in_for: Option<Uuid>,
    at: Ts,
    answer: String,
    answered_by: Option<Uuid>,
    answered_at: Option<Ts>,
    version: i64,
}

fn kind(text: &str) -> Result<FeedbackKind, Fault> {
    FeedbackKind::parse(text).ok_or_else(|| corrupt(READING, text, "a kind of feedback"))
}

/// One feedback, for a deed.
///
/// # Errors
/// Not found, or a fault.
pub async fn feedback(tx: &mut Tx, municipality: MunicipalityId, id: FeedbackId) -> Result<Feedback, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT round_id, from_id, to_id, goal_id, kind, text, by_id, standing_in_for, at, answer, answered_by, answered_at, version
         FROM feedback WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a feedback"))?;
    let row = row.ok_or(Miss::NotFound)?;
    Ok(Feedback {
        id,
        round: row.round_id.into(),
        from: row.from_id.into(),
        to: row.to_id.into(),
        goal: row.goal_id.map(ElementId),
        kind: kind(&row.kind)?,
        text: prose(&row.text)?,
        stamp: stamp(row.by_id, row.standing_in_for, row.at),
        answer: prose(&row.answer)?,
        answered: row.answered_by.zip(row.answered_at).map(|(by, at)| (PersonId(by), at.0)),
        version: row.version,
    })
}

/// Saves a feedback: version 0 is entered, any other must still stand as it was read, and only its answer changes. The line
/// stands in the history of the unit that is answered.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_feedback(tx: &mut Tx, permit: &Permit, at: Timestamp, feedback: &Feedback, event: &Event) -> Result<(), Miss> {
    let answered = (feedback.answered.map(|(by, _)| by.0), feedback.answered.map(|(_, at)| Ts(at)));
    let saved = if feedback.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO feedback (municipality_id, id, round_id, from_id, to_id, goal_id, kind, text, by_id, standing_in_for, at,
                answer, answered_by, answered_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)")
            .bind(permit.municipality().0).bind(feedback.id.0).bind(feedback.round.0).bind(feedback.from.0).bind(feedback.to.0)
            .bind(feedback.goal.map(|g| g.0)).bind(feedback.kind.as_str()).bind(feedback.text.as_str())
            .bind(feedback.stamp.person.0).bind(feedback.stamp.standing_in_for.map(|p| p.0)).bind(Ts(feedback.stamp.at))
            .bind(feedback.answer.as_str()).bind(answered.0).bind(answered.1).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE feedback SET answer = $3, answered_by = $4, answered_at = $5, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $6")
            .bind(permit.municipality().0).bind(feedback.id.0).bind(feedback.answer.as_str()).bind(answered.0).bind(answered.1)
            .bind(feedback.version).execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving a feedback"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: feedback.to.0 }, event).await?;
    Ok(())
}

/// Records a consequence; the line stands in the history of the unit.
///
/// # Errors
/// A fault.
pub async fn save_consequence(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    given: &ConsequenceGiven,
    event: &Event,
) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO consequence (municipality_id, id, round_id, unit_id, goal_id, consequence, grounds, by_id, standing_in_for, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(permit.municipality().0).bind(given.id.0).bind(given.round.0).bind(given.unit.0).bind(given.goal.map(|g| g.0))
        .bind(given.consequence.as_str()).bind(given.grounds.as_str()).bind(given.stamp.person.0)
        .bind(given.stamp.standing_in_for.map(|p| p.0)).bind(Ts(given.stamp.at)).execute(c).await.map(|_| ()))
    .map_err(doing("recording a consequence"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: given.unit.0 }, event).await
}

/// What was recorded already for the same unit and goal on the same grounds; `None` where it was not.
///
/// # Errors
/// A fault.
pub async fn same_consequence(
    tx: &mut Tx,
    municipality: MunicipalityId,
    given: &ConsequenceGiven,
) -> Result<Option<ConsequenceId>, Fault> {
    let rows: Vec<(Uuid, Option<Uuid>, String)> = on!(tx, c => sqlx::query_as(
        "SELECT q.id, q.goal_id, q.grounds FROM consequence q
         WHERE q.municipality_id = $1 AND q.round_id = $2 AND q.unit_id = $3 AND q.consequence = $4 ORDER BY q.at, q.id")
        .bind(municipality.0).bind(given.round.0).bind(given.unit.0).bind(given.consequence.as_str()).fetch_all(c).await)
    .map_err(doing("looking for a consequence"))?;
    let is_same = |(_, goal, grounds): &&(Uuid, Option<Uuid>, String)| {
        *goal == given.goal.map(|goal| goal.0) && grounds == given.grounds.as_str()
    };
    Ok(rows.iter().find(is_same).map(|(id, ..)| ConsequenceId(*id)))
}

/// A feedback as a page shows it, with what its answer's form needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedbackRow {
    /// What is shown.
    pub seen: FeedbackSeen,
    /// The goal it is about.
    pub goal: Option<ElementId>,
    /// Its version.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct SeenRow {
    id: Uuid,
    from_id: Uuid,
    from_serial: i64,
    from_name: String,
    from_level: String,
    to_id: Uuid,
    to_serial: i64,
    to_name: String,
    to_level: String,
    goal_id: Option<Uuid>,
    prefix: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
    title: Option<String>,
    kind: String,
    text: String,
    by_name: String,
    at: Ts,
    answer: String,
    answered_at: Option<Ts>,
    version: i64,
}

/// The number and title of a goal that may be missing.
fn named(
    prefix: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
    title: Option<String>,
) -> Result<Option<(String, String)>, Fault> {
    match (prefix, year, serial, title) {
        (Some(prefix), Some(year), Some(serial), Some(title)) => Ok(Some((number(&prefix, year, serial)?.to_string(), title))),
        _ => Ok(None),
    }
}

impl SeenRow {
    fn row(self) -> Result<FeedbackRow, Fault> {
        Ok(FeedbackRow {
            seen: FeedbackSeen {
                id: self.id.into(),
                from: unit(self.from_id, self.from_serial, self.from_name, &self.from_level)?,
                to: unit(self.to_id, self.to_serial, self.to_name, &self.to_level)?,
                goal: named(self.prefix, self.year, self.serial, self.title)?,
                kind: kind(&self.kind)?,
                text: self.text,
                by: self.by_name,
                at: self.at.0,
                answer: self.answer,
                answered_at: self.answered_at.map(|t| t.0),
            },
            goal: self.goal_id.map(ElementId),
            version: self.version,
        })
    }
}

/// What was answered in a round: to `to`, or by `from`; all of it where neither is named. Oldest first.
pub(super) async fn given(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: RoundId,
    to: Option<UnitId>,
    from: Option<UnitId>,
) -> Result<Vec<FeedbackRow>, Fault> {
    let rows: Vec<SeenRow> = on!(tx, c => sqlx::query_as(
        "SELECT f.id, s.id AS from_id, s.serial AS from_serial, s.name AS from_name, s.level AS from_level, t.id AS to_id,
            t.serial AS to_serial, t.name AS to_name, t.level AS to_level, f.goal_id, e.prefix, e.year, e.serial, e.title, f.kind, f.text,
            p.name AS by_name, f.at, f.answer, f.answered_at, f.version
         FROM feedback f CROSS JOIN unit s CROSS JOIN unit t CROSS JOIN person p
         LEFT JOIN element e ON e.municipality_id = $1 AND e.id = f.goal_id
         WHERE f.municipality_id = $1 AND f.round_id = $2
           AND (($3 IS NULL AND $4 IS NULL) OR f.to_id = $3 OR f.from_id = $4)
           AND s.municipality_id = $1 AND s.id = f.from_id AND t.municipality_id = $1 AND t.id = f.to_id
           AND p.municipality_id = $1 AND p.id = f.by_id
         ORDER BY f.at, f.id")
        .bind(municipality.0).bind(round.0).bind(to.map(|u| u.0)).bind(from.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("listing feedback"))?;
    rows.into_iter().map(SeenRow::row).collect()
}

/// What a unit was answered in a round, oldest first: as it stands now, also beside a frozen page.
///
/// # Errors
/// A fault.
pub async fn feedback_to(tx: &mut Tx, sight: &Sight, round: RoundId, unit: UnitId) -> Result<Vec<FeedbackRow>, Fault> {
    given(tx, sight.municipality(), round, Some(unit), None).await
}

/// What a body or a unit answered in a round, oldest first.
///
/// # Errors
/// A fault.
pub async fn feedback_from(tx: &mut Tx, sight: &Sight, round: RoundId, unit: UnitId) -> Result<Vec<FeedbackRow>, Fault> {
    given(tx, sight.municipality(), round, None, Some(unit)).await
}

#[derive(sqlx::FromRow)]
struct ConsequenceRow {
    unit_id: Uuid,
    consequence: String,
    prefix: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
    title: Option<String>,
    grounds: String,
    by_name: String,
    at: Ts,
}

/// What followed in a round for a unit, or for every unit where none is named; oldest first.
pub(super) async fn followed(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: RoundId,
    unit: Option<UnitId>,
) -> Result<Vec<(UnitId, ConsequenceSeen)>, Fault> {
    let rows: Vec<ConsequenceRow> = on!(tx, c => sqlx::query_as(
        "SELECT q.unit_id, q.consequence, e.prefix, e.year, e.serial, e.title, q.grounds, p.name AS by_name, q.at
         FROM consequence q CROSS JOIN person p
         LEFT JOIN element e ON e.municipality_id = $1 AND e.id = q.goal_id
         WHERE q.municipality_id = $1 AND q.round_id = $2 AND ($3 IS NULL OR q.unit_id = $3)
           AND p.municipality_id = $1 AND p.id = q.by_id
         ORDER BY q.at, q.id")
        .bind(municipality.0).bind(round.0).bind(unit.map(|u| u.0)).fetch_all(c).await)
    .map_err(doing("listing consequences"))?;
    rows.into_iter()
        .map(|r| {
            let seen = ConsequenceSeen {
                consequence: key(&r.consequence)?,
                goal: named(r.prefix, r.year, r.serial, r.title)?,
                grounds: r.grounds,
                by: r.by_name,
                at: r.at.0,
            };
            Ok((r.unit_id.into(), seen))
        })
        .collect()
}

/// What followed for a unit in a round, oldest first: as it stands now, also beside a frozen page.
///
/// # Errors
/// A fault.
pub async fn consequences_of(tx: &mut Tx, sight: &Sight, round: RoundId, unit: UnitId) -> Result<Vec<ConsequenceSeen>, Fault> {
    Ok(followed(tx, sight.municipality(), round, Some(unit)).await?.into_iter().map(|(_, seen)| seen).collect())
}
