//! What was said at a meeting, as the scribes noted it. The key a line got in the browser makes sending it twice harmless.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::meetings::Contribution;
use pejl_kernel::{ContributionId, MeetingId, MunicipalityId, PersonId};
use pejl_policy::Permit;
use uuid::Uuid;

use super::read::{line, small, speaker};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};
use crate::value::Ts;

/// A contribution, with the unit it was said for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteRow {
    /// What was said.
    pub said: Contribution,
    /// The unit.
    pub unit: Option<UnitMention>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    client_key: String,
    item: Option<i64>,
    speaker: String,
    unit_id: Option<Uuid>,
    unit_serial: Option<i64>,
    unit_name: Option<String>,
    text: String,
    is_struck: bool,
    by_id: Uuid,
    at: Ts,
    version: i64,
}

/// The columns of a contribution and where they come from; it is called `k`.
macro_rules! note_columns {
    () => {
        "SELECT k.id, k.meeting_id, k.client_key, k.item, k.speaker, k.unit_id, u.serial AS unit_serial, u.name AS unit_name, k.text,
            k.is_struck, k.by_id, k.at, k.version
         FROM meeting_contribution k LEFT JOIN unit u ON u.municipality_id = $1 AND u.id = k.unit_id "
    };
}

impl Row {
    fn row(self) -> Result<NoteRow, Fault> {
        let unit = match (self.unit_id, self.unit_serial, self.unit_name) {
            (Some(id), Some(serial), Some(name)) => Some(UnitMention::new(id, serial, name)),
            _ => None,
        };
        Ok(NoteRow {
            said: Contribution {
                id: self.id.into(),
                meeting: self.meeting_id.into(),
                key: line(&self.client_key)?,
                item: self.item.map(small),
                speaker: speaker(&self.speaker)?,
                unit: self.unit_id.map(Into::into),
                text: line(&self.text)?,
                is_struck: self.is_struck,
                by: PersonId(self.by_id),
                at: self.at.0,
                version: self.version,
            },
            unit,
        })
    }
}

/// What was said at a meeting and stands, in the order in which it was noted: that of its ids, for a municipality may stand on
/// one day for many. One statement.
///
/// # Errors
/// A fault.
pub async fn contributions(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<NoteRow>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(note_columns!(),
        "WHERE k.municipality_id = $1 AND k.meeting_id = $2 AND NOT k.is_struck ORDER BY k.id"))
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what was said"))?;
    rows.into_iter().map(Row::row).collect()
}

/// One contribution.
///
/// # Errors
/// Not found, or a fault.
pub async fn contribution(tx: &mut Tx, municipality: MunicipalityId, id: ContributionId) -> Result<Contribution, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(note_columns!(), "WHERE k.municipality_id = $1 AND k.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading what was said"))?;
    Ok(row.ok_or(Miss::NotFound)?.row()?.said)
}

/// The contribution that a browser calls by this key; `None` where it has not come in.
///
/// # Errors
/// A fault.
pub async fn contribution_by_key(
    tx: &mut Tx,
    municipality: MunicipalityId,
    meeting: MeetingId,
    key: &str,
) -> Result<Option<Contribution>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(note_columns!(),
        "WHERE k.municipality_id = $1 AND k.meeting_id = $2 AND k.client_key = $3"))
        .bind(municipality.0).bind(meeting.0).bind(key).fetch_optional(c).await)
    .map_err(doing("looking for what was said"))?;
    row.map(|r| r.row().map(|r| r.said)).transpose()
}

/// Notes a contribution; whether it was new.
///
/// # Errors
/// A fault.
pub async fn note_contribution(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    said: &Contribution,
    event: &Event,
) -> Result<bool, Fault> {
    let saved = on!(tx, c => sqlx::query(
        "INSERT INTO meeting_contribution (municipality_id, id, meeting_id, client_key, item, speaker, unit_id, text, is_struck, by_id, at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) ON CONFLICT (municipality_id, meeting_id, client_key) DO NOTHING")
        .bind(permit.municipality().0).bind(said.id.0).bind(said.meeting.0).bind(said.key.as_str()).bind(said.item.map(i64::from))
        .bind(said.speaker.as_str()).bind(said.unit.map(|u| u.0)).bind(said.text.as_str()).bind(said.is_struck).bind(said.by.0)
        .bind(Ts(said.at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("noting what was said"))?;
    if saved > 0 {
        audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: said.meeting.0 }, event).await?;
    }
    Ok(saved > 0)
}

/// Saves a contribution that was mended or struck out: it must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_contribution(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    said: &Contribution,
    event: &Event,
) -> Result<(), Miss> {
    let saved = on!(tx, c => sqlx::query(
        "UPDATE meeting_contribution SET text = $3, is_struck = $4, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $5")
        .bind(permit.municipality().0).bind(said.id.0).bind(said.text.as_str()).bind(said.is_struck).bind(said.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving what was said"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: said.meeting.0 }, event).await?;
    Ok(())
}

/// How many guideposts that stand were worded from a contribution.
///
/// # Errors
/// A fault.
pub async fn times_used(tx: &mut Tx, municipality: MunicipalityId, id: ContributionId) -> Result<usize, Fault> {
    let count: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM draft_source s JOIN guidepost_draft d ON d.municipality_id = $1 AND d.id = s.draft_id
         WHERE s.municipality_id = $1 AND s.contribution_id = $2 AND NOT d.is_struck")
        .bind(municipality.0).bind(id.0).fetch_one(c).await)
    .map_err(doing("counting what was worded from something said"))?;
    Ok(usize::try_from(count).unwrap_or(0))
}
