//! Briefings: loaded, listed, saved; once sent, the bytes stand.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::meetings::briefing::{Briefing, Paper};
use pejl_kernel::{MunicipalityId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::read::{READING, stamp, year};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::Ts;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    committee_id: Uuid,
    year: i64,
    body: String,
    sent_by: Option<Uuid>,
    sent_for: Option<Uuid>,
    sent_at: Option<Ts>,
    seal: String,
    version: i64,
}

/// The briefing of a committee for a year; `None` where nobody has begun one.
///
/// # Errors
/// A fault, also where it can no longer be read.
pub async fn briefing(tx: &mut Tx, municipality: MunicipalityId, committee: UnitId, of: i16) -> Result<Option<Briefing>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT b.id, b.committee_id, b.year, b.body, b.sent_by, b.sent_for, b.sent_at, b.seal, b.version FROM briefing b
         WHERE b.municipality_id = $1 AND b.committee_id = $2 AND b.year = $3")
        .bind(municipality.0).bind(committee.0).bind(i64::from(of)).fetch_optional(c).await)
    .map_err(doing("loading a briefing"))?;
    row.map(|r| {
        let paper: Paper = serde_json::from_str(&r.body).map_err(|e| corrupt(READING, e.to_string(), "a briefing"))?;
        Ok(Briefing {
            id: r.id.into(),
            committee: r.committee_id.into(),
            year: year(r.year)?,
            paper,
            sent: r.sent_by.zip(r.sent_at).map(|(by, at)| stamp(by, r.sent_for, at)),
            seal: r.seal,
            version: r.version,
        })
    })
    .transpose()
}

/// The very bytes of a briefing: what its seal is taken over.
///
/// # Errors
/// Not found, or a fault.
pub async fn briefing_body(tx: &mut Tx, municipality: MunicipalityId, committee: UnitId, of: i16) -> Result<String, Miss> {
    let body: Option<String> = on!(tx, c => sqlx::query_scalar(
        "SELECT b.body FROM briefing b WHERE b.municipality_id = $1 AND b.committee_id = $2 AND b.year = $3")
        .bind(municipality.0).bind(committee.0).bind(i64::from(of)).fetch_optional(c).await)
    .map_err(doing("reading a briefing to the byte"))?;
    body.ok_or(Miss::NotFound)
}

/// A briefing in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BriefingRow {
    /// The committee.
    pub committee: UnitMention,
    /// The year.
    pub year: i16,
    /// When it was sent; `None` while it is written.
    pub sent: Option<Timestamp>,
}

/// Every briefing, the newest year first. One statement.
///
/// # Errors
/// A fault.
pub async fn briefings(tx: &mut Tx, sight: &Sight) -> Result<Vec<BriefingRow>, Fault> {
    let rows: Vec<(Uuid, i64, String, i64, Option<Ts>)> = on!(tx, c => sqlx::query_as(
        "SELECT u.id, u.serial, u.name, b.year, b.sent_at FROM briefing b JOIN unit u ON u.municipality_id = $1 AND u.id = b.committee_id
         WHERE b.municipality_id = $1 ORDER BY b.year DESC, u.name COLLATE da, u.serial")
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("listing the briefings"))?;
    rows.into_iter()
        .map(|(id, serial, name, of, sent)| {
            Ok(BriefingRow { committee: UnitMention::new(id, serial, name), year: year(of)?, sent: sent.map(|at| at.0) })
        })
        .collect()
}

/// Saves a briefing: version 0 is entered, any other must still stand as it was read; one that was sent never changes.
/// `body` is the paper to the byte.
///
/// # Errors
/// Stale where somebody saved or sent it in the meantime, or a fault.
pub async fn save_briefing(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    briefing: &Briefing,
    body: &str,
    event: &Event,
) -> Result<(), Miss> {
    let sent = briefing.sent;
    let saved = on!(tx, c => sqlx::query(if briefing.version == 0 {
            "INSERT INTO briefing (municipality_id, id, committee_id, year, body, sent_by, sent_for, sent_at, seal, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 + 1) ON CONFLICT (municipality_id, committee_id, year) DO NOTHING"
        } else {
            "UPDATE briefing SET body = $5, sent_by = $6, sent_for = $7, sent_at = $8, seal = $9, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND committee_id = $3 AND year = $4 AND version = $10 AND sent_at IS NULL"
        })
        .bind(permit.municipality().0).bind(briefing.id.0).bind(briefing.committee.0).bind(i64::from(briefing.year)).bind(body)
        .bind(sent.map(|s| s.person.0)).bind(sent.and_then(|s| s.standing_in_for).map(|p| p.0)).bind(sent.map(|s| Ts(s.at)))
        .bind(&briefing.seal).bind(briefing.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a briefing"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Briefing, id: briefing.id.0 }, event).await?;
    Ok(())
}
