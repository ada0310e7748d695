//! Guideposts worded at a meeting, with every wording they have had and what each came from.

use std::collections::HashMap;

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::chain::State;
use pejl_domain::meetings::Draft;
use pejl_domain::meetings::deeds::says_the_same;
use pejl_domain::models::Key;
use pejl_kernel::{DraftId, ElementId, Line, MeetingId, MunicipalityId, Number, PersonId, UnitId};
use pejl_policy::Permit;
use uuid::Uuid;

use super::read::{line, prose, small};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::{number, state};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};
use crate::value::{Ts, id_rows};

/// A draft, with the guidepost it became.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftRow {
    /// The draft.
    pub draft: Draft,
    /// The guidepost's number and where it stands.
    pub became: Option<(Number, State)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    client_key: String,
    title: String,
    text: String,
    wording: i64,
    is_struck: bool,
    element_id: Option<Uuid>,
    version: i64,
    prefix: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
    state: Option<String>,
    outcome: Option<String>,
}

/// The columns of a draft and where they come from; it is called `d`.
macro_rules! draft_columns {
    () => {
        "SELECT d.id, d.meeting_id, d.client_key, d.title, d.text, d.wording, d.is_struck, d.element_id, d.version,
            e.prefix, e.year, e.serial, e.state, e.outcome
         FROM guidepost_draft d LEFT JOIN element e ON e.municipality_id = $1 AND e.id = d.element_id "
    };
}

impl Row {
    fn row(self, from: &HashMap<Uuid, Vec<Uuid>>) -> Result<DraftRow, Fault> {
        let became = match (self.prefix, self.year, self.serial, self.state) {
            (Some(prefix), Some(year), Some(serial), Some(stands)) => {
                Some((number(&prefix, year, serial)?, state(&stands, self.outcome.as_deref())?))
            }
            _ => None,
        };
        Ok(DraftRow {
            draft: Draft {
                id: self.id.into(),
                meeting: self.meeting_id.into(),
                key: line(&self.client_key)?,
                title: line(&self.title)?,
                text: prose(&self.text)?,
                wording: small(self.wording),
                from: from.get(&self.id).map(|all| all.iter().map(|id| (*id).into()).collect()).unwrap_or_default(),
                element: self.element_id.map(Into::into),
                is_struck: self.is_struck,
                version: self.version,
            },
            became,
        })
    }
}

/// The guideposts worded at a meeting that stand, in the order in which they were worded. Two statements.
///
/// # Errors
/// A fault.
pub async fn drafts(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<DraftRow>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(draft_columns!(),
        "WHERE d.municipality_id = $1 AND d.meeting_id = $2 AND NOT d.is_struck ORDER BY d.id"))
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what was worded"))?;
    let sources: Vec<(Uuid, Uuid)> = on!(tx, c => sqlx::query_as(
        "SELECT s.draft_id, s.contribution_id FROM guidepost_draft d JOIN draft_source s ON s.municipality_id = $1 AND s.draft_id = d.id
         WHERE d.municipality_id = $1 AND d.meeting_id = $2 ORDER BY s.draft_id, s.place")
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what it was worded from"))?;
    let from = gathered(sources);
    rows.into_iter().map(|row| row.row(&from)).collect()
}

fn gathered(sources: Vec<(Uuid, Uuid)>) -> HashMap<Uuid, Vec<Uuid>> {
    let mut from: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (draft, contribution) in sources {
        from.entry(draft).or_default().push(contribution);
    }
    from
}

/// One draft, also one that was given up. Two statements.
///
/// # Errors
/// Not found, or a fault.
pub async fn draft(tx: &mut Tx, municipality: MunicipalityId, id: DraftId) -> Result<Draft, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(draft_columns!(), "WHERE d.municipality_id = $1 AND d.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading what was worded"))?;
    let row = row.ok_or(Miss::NotFound)?;
    let sources: Vec<(Uuid, Uuid)> = on!(tx, c => sqlx::query_as(
        "SELECT s.draft_id, s.contribution_id FROM draft_source s WHERE s.municipality_id = $1 AND s.draft_id = $2 ORDER BY s.place")
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading what it was worded from"))?;
    Ok(row.row(&gathered(sources))?.draft)
}

/// The draft that a browser calls by this key; `None` where it has not come in.
///
/// # Errors
/// A fault.
pub async fn draft_by_key(
    tx: &mut Tx,
    municipality: MunicipalityId,
    meeting: MeetingId,
    key: &str,
) -> Result<Option<DraftId>, Fault> {
    let id: Option<Uuid> = on!(tx, c => sqlx::query_scalar(
        "SELECT d.id FROM guidepost_draft d WHERE d.municipality_id = $1 AND d.meeting_id = $2 AND d.client_key = $3")
        .bind(municipality.0).bind(meeting.0).bind(key).fetch_optional(c).await)
    .map_err(doing("looking for what was worded"))?;
    Ok(id.map(Into::into))
}

/// Saves a draft with its wording and what it comes from: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or the browser's key was used before; or a fault.
pub async fn save_draft(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    by: PersonId,
    draft: &Draft,
    event: &Event,
) -> Result<(), Miss> {
    const SAVING: &str = "saving what was worded";
    let municipality = permit.municipality();
    let saved = if draft.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO guidepost_draft (municipality_id, id, meeting_id, client_key, title, text, wording, is_struck, element_id, at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT (municipality_id, meeting_id, client_key) DO NOTHING")
            .bind(municipality.0).bind(draft.id.0).bind(draft.meeting.0).bind(draft.key.as_str()).bind(draft.title.as_str())
            .bind(draft.text.as_str()).bind(i64::from(draft.wording)).bind(draft.is_struck).bind(draft.element.map(|e| e.0))
            .bind(Ts(at)).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE guidepost_draft SET title = $3, text = $4, wording = $5, is_struck = $6, element_id = $7, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $8")
            .bind(municipality.0).bind(draft.id.0).bind(draft.title.as_str()).bind(draft.text.as_str())
            .bind(i64::from(draft.wording)).bind(draft.is_struck).bind(draft.element.map(|e| e.0)).bind(draft.version)
            .execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing(SAVING))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    on!(tx, c => sqlx::query(
        "INSERT INTO draft_wording (municipality_id, draft_id, wording, title, text, by_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality_id, draft_id, wording) DO NOTHING")
        .bind(municipality.0).bind(draft.id.0).bind(i64::from(draft.wording)).bind(draft.title.as_str()).bind(draft.text.as_str())
        .bind(by.0).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing(SAVING))?;
    on!(tx, c => sqlx::query("DELETE FROM draft_source WHERE municipality_id = $1 AND draft_id = $2")
        .bind(municipality.0).bind(draft.id.0).execute(c).await.map(|_| ()))
    .map_err(doing(SAVING))?;
    let sql = spoken(
        tx.engine(),
        "INSERT INTO draft_source (municipality_id, draft_id, contribution_id, place)
         SELECT k.municipality_id, $2, k.id, CAST(r.value ->> 1 AS BIGINT)
         FROM rows_of($3) r CROSS JOIN meeting_contribution k WHERE k.municipality_id = $1 AND k.id = id_of(r.value ->> 0)
         ON CONFLICT (municipality_id, draft_id, contribution_id) DO NOTHING",
    );
    on!(tx, c => sqlx::query(sql)
        .bind(municipality.0).bind(draft.id.0).bind(id_rows(draft.from.iter().map(|id| id.0))).execute(c).await.map(|_| ()))
    .map_err(doing(SAVING))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: draft.meeting.0 }, event).await?;
    Ok(())
}

/// A wording a draft has had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wording {
    /// Of which draft.
    pub draft: DraftId,
    /// Which wording, from 1.
    pub wording: u32,
    /// What it was called.
    pub title: String,
    /// What it said.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// Every wording of every draft of a meeting, each draft's in order. One statement.
///
/// # Errors
/// A fault.
pub async fn wordings(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<Wording>, Fault> {
    let rows: Vec<(Uuid, i64, String, String, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT w.draft_id, w.wording, w.title, w.text, w.at
         FROM guidepost_draft d JOIN draft_wording w ON w.municipality_id = $1 AND w.draft_id = d.id
         WHERE d.municipality_id = $1 AND d.meeting_id = $2 ORDER BY w.draft_id, w.wording")
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading the wordings"))?;
    Ok(rows
        .into_iter()
        .map(|(draft, wording, title, text, at)| Wording { draft: draft.into(), wording: small(wording), title, text, at: at.0 })
        .collect())
}

/// A guidepost of a unit's that is being worked on or in force and says the same as this title; `None` where there is none.
///
/// # Errors
/// A fault.
pub async fn live_guidepost_titled(
    tx: &mut Tx,
    municipality: MunicipalityId,
    owner: UnitId,
    level: &Key,
    title: &Line<200>,
) -> Result<Option<ElementId>, Fault> {
    let rows: Vec<(Uuid, String)> = on!(tx, c => sqlx::query_as(
        "SELECT e.id, e.title FROM element e
         WHERE e.municipality_id = $1 AND e.owner_id = $2 AND e.level = $3 AND e.kind = 'guidepost'
           AND e.state IN ('draft', 'proposed', 'returned', 'adopted') ORDER BY e.year, e.serial")
        .bind(municipality.0).bind(owner.0).bind(level.as_str()).fetch_all(c).await)
    .map_err(doing("looking for a guidepost that says the same"))?;
    Ok(rows.into_iter().find(|(_, known)| says_the_same(title, known)).map(|(id, _)| id.into()))
}
