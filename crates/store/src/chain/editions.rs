//! Editions: what an element said each time it was adopted, frozen (H9).

use jiff::Timestamp;
use pejl_domain::chain::{Content, Element};
use pejl_kernel::{DecisionId, ElementId, Prose};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::decisions::{DecisionRow, decisions_behind};
use super::elements::{content, written};
use super::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::Ts;

/// What an element said from one adoption to the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// 1 for the first.
    pub edition: u32,
    /// What it said.
    pub content: Content,
    /// Why it was changed; empty for the first.
    pub reason: Prose,
    /// The decision it rests on; `None` where none was needed.
    pub decision: Option<DecisionRow>,
    /// When it came into force.
    pub at: Timestamp,
}

/// Freezes what an element says as its edition. Called with the save of the deed that made the edition, which writes the
/// line in the history.
///
/// # Errors
/// A fault, also where that edition is frozen already.
pub async fn save_edition(tx: &mut Tx, permit: &Permit, at: Timestamp, element: &Element, reason: &Prose) -> Result<(), Fault> {
    let content = written(&element.content)?;
    on!(tx, c => sqlx::query(
        "INSERT INTO element_edition (municipality_id, element_id, edition, content, reason, decision_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(permit.municipality().0).bind(element.id.0).bind(i64::from(element.edition)).bind(&content)
        .bind(reason.as_str()).bind(element.decision.map(|d| d.0)).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("freezing an edition"))
}

#[derive(sqlx::FromRow)]
struct Row {
    edition: i64,
    content: String,
    reason: String,
    decision_id: Option<Uuid>,
    at: Ts,
}

/// The editions of an element, newest first. Empty where it has none, or is not seen.
///
/// # Errors
/// A fault.
pub async fn editions(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Vec<Edition>, Fault> {
    const READING: &str = "reading an edition";
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT d.edition, d.content, d.reason, d.decision_id, d.at
         FROM element_edition d JOIN element e ON e.municipality_id = d.municipality_id AND e.id = d.element_id
         WHERE d.municipality_id = $1 AND d.element_id = $5 AND ", seen!(), "
         ORDER BY d.edition DESC")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("listing the editions of an element"))?;
    let decisions = decisions_behind(tx, sight.municipality(), id).await?;
    let behind = |id: Uuid| decisions.iter().find(|d| d.decision.id == DecisionId(id)).cloned();
    rows.into_iter()
        .map(|r| {
            Ok(Edition {
                edition: u32::try_from(r.edition).map_err(|_| corrupt(READING, r.edition.to_string(), "an edition"))?,
                content: content(&r.content)?,
                reason: Prose::parse(&r.reason).map_err(|_| corrupt(READING, "a long text", "a reason"))?,
                decision: r.decision_id.and_then(behind),
                at: r.at.0,
            })
        })
        .collect()
}
