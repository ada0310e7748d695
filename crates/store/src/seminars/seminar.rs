//! Seminars: loaded, listed, saved.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::seminars::{Frame, Seminar, SeminarState};
use pejl_kernel::{MunicipalityId, SeminarId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::read::{prose, unknown, year};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};
use crate::value::{DbDate, maybe_date};

/// A seminar with how far it has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeminarRow {
    /// The seminar.
    pub seminar: Seminar,
    /// Objectives proposed to it, not counting those taken back.
    pub proposals: u32,
    /// Of these: chosen.
    pub chosen: u32,
    /// Of the chosen: by route A.
    pub by_policy: u32,
    /// Of the chosen: by route B.
    pub by_goal: u32,
    /// Kept for the next.
    pub parked: u32,
}

/// The columns of a seminar; it is called `s`.
macro_rules! seminar_columns {
    () => {
        "s.id, s.year, s.body_id, s.held_on, s.question, s.risk, s.state, s.concluded_on, s.note, s.turns, s.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    year: i64,
    body_id: Uuid,
    held_on: Option<DbDate>,
    question: String,
    risk: String,
    state: String,
    concluded_on: Option<DbDate>,
    note: String,
    turns: i64,
    version: i64,
}

impl Row {
    fn seminar(self) -> Result<Seminar, Fault> {
        Ok(Seminar {
            id: self.id.into(),
            year: year(self.year)?,
            body: self.body_id.into(),
            frame: Frame { held_on: self.held_on.map(DbDate::to_jiff), question: prose(&self.question)?, risk: prose(&self.risk)? },
            state: SeminarState::parse(&self.state).ok_or_else(|| unknown(&self.state, "a state of a seminar"))?,
            concluded_on: self.concluded_on.map(DbDate::to_jiff),
            note: prose(&self.note)?,
            turns: self.turns,
            version: self.version,
        })
    }
}

/// One seminar.
///
/// # Errors
/// Not found, or a fault.
pub async fn seminar(tx: &mut Tx, municipality: MunicipalityId, id: SeminarId) -> Result<Seminar, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", seminar_columns!(), " FROM seminar s WHERE s.municipality_id = $1 AND s.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a seminar"))?;
    Ok(row.ok_or(Miss::NotFound)?.seminar()?)
}

/// The seminar of a year; where every one was called off, the last that was.
///
/// # Errors
/// Not found, or a fault.
pub async fn seminar_of(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Seminar, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", seminar_columns!(), " FROM seminar s WHERE s.municipality_id = $1 AND s.year = $2
         ORDER BY CASE WHEN s.state = 'cancelled' THEN 1 ELSE 0 END, s.id DESC LIMIT 1"))
        .bind(municipality.0).bind(i64::from(year)).fetch_optional(c).await)
    .map_err(doing("loading the seminar of a year"))?;
    Ok(row.ok_or(Miss::NotFound)?.seminar()?)
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    seminar: Row,
    proposals: i64,
    chosen: i64,
    by_policy: i64,
    by_goal: i64,
    parked: i64,
}

/// Every seminar, newest first. That there is one, everybody who is logged in sees.
///
/// # Errors
/// A fault.
pub async fn seminars(tx: &mut Tx, sight: &Sight) -> Result<Vec<SeminarRow>, Fault> {
    let rows: Vec<CountedRow> = on!(tx, c => sqlx::query_as(concat!(
        "WITH counted(id, proposals, chosen, by_policy, by_goal, parked) AS (
            SELECT p.seminar_id, count(*), count(*) FILTER (WHERE p.outcome = 'chosen'),
               count(*) FILTER (WHERE p.outcome = 'chosen' AND p.route = 'policy'),
               count(*) FILTER (WHERE p.outcome = 'chosen' AND p.route = 'goal'),
               count(*) FILTER (WHERE p.outcome = 'parked')
            FROM seminar_proposal p
            WHERE p.municipality_id = $1 AND p.kind = 'objective' AND p.outcome <> 'withdrawn'
            GROUP BY p.seminar_id
         )
         SELECT ", seminar_columns!(), ", coalesce(t.proposals, 0) AS proposals, coalesce(t.chosen, 0) AS chosen,
            coalesce(t.by_policy, 0) AS by_policy, coalesce(t.by_goal, 0) AS by_goal, coalesce(t.parked, 0) AS parked
         FROM seminar s LEFT JOIN counted t ON t.id = s.id
         WHERE s.municipality_id = $1
         ORDER BY s.year DESC, CASE WHEN s.state = 'cancelled' THEN 1 ELSE 0 END, s.id DESC"))
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("listing the seminars"))?;
    let small = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    rows.into_iter()
        .map(|r| {
            Ok(SeminarRow {
                seminar: r.seminar.seminar()?,
                proposals: small(r.proposals),
                chosen: small(r.chosen),
                by_policy: small(r.by_policy),
                by_goal: small(r.by_goal),
                parked: small(r.parked),
            })
        })
        .collect()
}

/// Saves a seminar, and turns it: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or began the same year's; or a fault.
pub async fn save_seminar(tx: &mut Tx, permit: &Permit, at: Timestamp, seminar: &Seminar, event: &Event) -> Result<(), Miss> {
    let saved = if seminar.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO seminar (municipality_id, id, year, body_id, held_on, question, risk, state, concluded_on, note, turns, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, 1) ON CONFLICT DO NOTHING")
            .bind(permit.municipality().0).bind(seminar.id.0).bind(i64::from(seminar.year)).bind(seminar.body.0)
            .bind(maybe_date(seminar.frame.held_on)).bind(seminar.frame.question.as_str()).bind(seminar.frame.risk.as_str())
            .bind(seminar.state.as_str()).bind(maybe_date(seminar.concluded_on)).bind(seminar.note.as_str())
            .execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE seminar SET held_on = $3, question = $4, risk = $5, state = $6, concluded_on = $7, note = $8,
                turns = turns + 1, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $9")
            .bind(permit.municipality().0).bind(seminar.id.0)
            .bind(maybe_date(seminar.frame.held_on)).bind(seminar.frame.question.as_str()).bind(seminar.frame.risk.as_str())
            .bind(seminar.state.as_str()).bind(maybe_date(seminar.concluded_on)).bind(seminar.note.as_str())
            .bind(seminar.version).execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving a seminar"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Seminar, id: seminar.id.0 }, event).await?;
    Ok(())
}
