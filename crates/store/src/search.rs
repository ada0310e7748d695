//! What search looks in: one entry per thing that can be found, kept by the deed that saves the thing.

use pejl_kernel::MunicipalityId;
use pejl_policy::Sight;
use uuid::Uuid;

use crate::audit::SubjectKind;
use crate::db::{Tx, on};
use crate::dialect;
use crate::fault::{Fault, doing};

/// Something found. Whether the finder may see it is asked where it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Which kind of thing: `unit`, `element`, `person`.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// Its number and title.
    pub title: String,
}

/// A word that only one municipality's entries hold.
pub(crate) fn fence(municipality: MunicipalityId) -> String {
    format!("m{}", municipality.0.simple())
}

/// Puts a thing where search finds it, or renews what stands there. Called with the thing's own save.
pub(crate) async fn index(
    tx: &mut Tx,
    municipality: MunicipalityId,
    kind: SubjectKind,
    id: Uuid,
    (title, body): (&str, &str),
) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO search_entry (municipality_id, subject_kind, subject_id, fence, title, body) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (municipality_id, subject_id) DO UPDATE SET title = excluded.title, body = excluded.body")
        .bind(municipality.0).bind(kind.as_str()).bind(id).bind(fence(municipality)).bind(title).bind(body)
        .execute(c).await.map(|_| ()))
    .map_err(doing("indexing for search"))
}

/// The things that hold every word typed, best first; at most 200. Empty where nothing was typed.
///
/// # Errors
/// A fault of the database.
pub async fn find(tx: &mut Tx, sight: &Sight, typed: &str) -> Result<Vec<Found>, Fault> {
    let engine = tx.engine();
    let query = dialect::search_for(engine, &fence(sight.municipality()), typed);
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, Uuid, String)> = on!(tx, c => sqlx::query_as(dialect::search_sql(engine))
        .bind(sight.municipality().0).bind(&query).fetch_all(c).await)
    .map_err(doing("searching"))?;
    Ok(rows.into_iter().map(|(kind, id, title)| Found { kind, id, title }).collect())
}
