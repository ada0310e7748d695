//! The headings a body wants its cases under.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::cases::HeadingSet;
use pejl_kernel::{MunicipalityId, UnitId};
use pejl_policy::Permit;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};

/// The headings of a body, and their version: the ordinary ones, version 0, where it has chosen none.
///
/// # Errors
/// A fault.
pub async fn headings(tx: &mut Tx, municipality: MunicipalityId, body: UnitId) -> Result<(HeadingSet, i64), Fault> {
    let row: Option<(String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT headings, version FROM body_headings WHERE municipality_id = $1 AND body_id = $2")
        .bind(municipality.0).bind(body.0).fetch_optional(c).await)
    .map_err(doing("reading a body's headings"))?;
    match row {
        None => Ok((HeadingSet::default(), 0)),
        Some((text, version)) => {
            let set = serde_json::from_str(&text).map_err(|e| corrupt("reading a body's headings", e.to_string(), "headings"))?;
            Ok((set, version))
        }
    }
}

/// Saves the headings of a body: version 0 is entered, any other must still stand as it was read. The line stands in the
/// body's own history.
///
/// # Errors
/// Stale where somebody saved them in the meantime, or a fault.
pub async fn save_headings(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    body: UnitId,
    (set, version): (&HeadingSet, i64),
    event: &Event,
) -> Result<(), Miss> {
    let text = serde_json::to_string(set).map_err(|e| doing("writing down headings")(sqlx::Error::Encode(Box::new(e))))?;
    let saved = on!(tx, c => sqlx::query(
        "INSERT INTO body_headings (municipality_id, body_id, headings, version) VALUES ($1, $2, $3, 1)
         ON CONFLICT (municipality_id, body_id) DO UPDATE SET headings = excluded.headings, version = body_headings.version + 1
         WHERE body_headings.version = $4")
        .bind(permit.municipality().0).bind(body.0).bind(&text).bind(version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a body's headings"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: body.0 }, event).await?;
    Ok(())
}
