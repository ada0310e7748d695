//! What stands under a model's keys: asked before another version takes some of them away.

use pejl_policy::Permit;

use crate::db::{Tx, on};
use crate::fault::{Fault, doing};

/// How much of what stands uses each key of a model.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Usage {
    /// Open units, by the key of their level.
    pub levels: Vec<(String, i64)>,
    /// Open units, by the key of their kind.
    pub kinds: Vec<(String, i64)>,
    /// Elements that stand or are on their way, by kind and by the key of their owner's level.
    pub elements: Vec<(String, String, i64)>,
}

/// How much uses each key.
///
/// # Errors
/// A fault of the database.
pub async fn usage(tx: &mut Tx, permit: &Permit) -> Result<Usage, Fault> {
    let municipality = permit.municipality().0;
    let levels = on!(tx, c => sqlx::query_as(
        "SELECT level, count(*) FROM unit WHERE municipality_id = $1 AND valid_to IS NULL GROUP BY level ORDER BY level")
        .bind(municipality).fetch_all(c).await)
    .map_err(doing("counting units by level"))?;
    let kinds = on!(tx, c => sqlx::query_as(
        "SELECT kind, count(*) FROM unit WHERE municipality_id = $1 AND valid_to IS NULL AND kind IS NOT NULL GROUP BY kind ORDER BY kind")
        .bind(municipality).fetch_all(c).await)
    .map_err(doing("counting units by kind"))?;
    let elements = on!(tx, c => sqlx::query_as(
        "SELECT kind, level, count(*) FROM element
         WHERE municipality_id = $1 AND state NOT IN ('withdrawn', 'superseded') GROUP BY kind, level ORDER BY kind, level")
        .bind(municipality).fetch_all(c).await)
    .map_err(doing("counting elements by kind and level"))?;
    Ok(Usage { levels, kinds, elements })
}
