//! What stands under what, and what stands beside. Never in a circle: whoever ties asks [`edges_above`] first, in the
//! writing transaction and after [`crate::queue_writers`].

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::chain::{Edge, Tied};
use pejl_kernel::{ElementId, MunicipalityId, Number};
use pejl_policy::Permit;
use uuid::Uuid;

use super::elements::number;
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};

/// Puts an element under another. The line stands in the history of the one below.
///
/// # Errors
/// Stale where somebody has done so in the meantime, or a fault.
pub async fn tie(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    child: ElementId,
    parent: ElementId,
    event: &Event,
) -> Result<(), Miss> {
    let changed = on!(tx, c => sqlx::query(
        "INSERT INTO contribution (municipality_id, child_id, parent_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(permit.municipality().0).bind(child.0).bind(parent.0).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("tying an element"))?;
    told(tx, permit, at, child, changed, event).await
}

/// Takes an element from under another.
///
/// # Errors
/// Stale where somebody has done so in the meantime, or a fault.
pub async fn untie(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    child: ElementId,
    parent: ElementId,
    event: &Event,
) -> Result<(), Miss> {
    let changed = on!(tx, c => sqlx::query(
        "DELETE FROM contribution WHERE municipality_id = $1 AND child_id = $2 AND parent_id = $3")
        .bind(permit.municipality().0).bind(child.0).bind(parent.0).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("untying an element"))?;
    told(tx, permit, at, child, changed, event).await
}

/// Lets an element observe a value marker, or point to a source.
///
/// # Errors
/// Stale where somebody has done so in the meantime, or a fault.
pub async fn accompany(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    element: ElementId,
    beside: ElementId,
    event: &Event,
) -> Result<(), Miss> {
    let changed = on!(tx, c => sqlx::query(
        "INSERT INTO accompaniment (municipality_id, element_id, beside_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(permit.municipality().0).bind(element.0).bind(beside.0).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("putting something beside an element"))?;
    told(tx, permit, at, element, changed, event).await
}

/// The element no longer observes the value marker or points to the source.
///
/// # Errors
/// Stale where somebody has done so in the meantime, or a fault.
pub async fn part(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    element: ElementId,
    beside: ElementId,
    event: &Event,
) -> Result<(), Miss> {
    let changed = on!(tx, c => sqlx::query(
        "DELETE FROM accompaniment WHERE municipality_id = $1 AND element_id = $2 AND beside_id = $3")
        .bind(permit.municipality().0).bind(element.0).bind(beside.0).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("taking away what stood beside an element"))?;
    told(tx, permit, at, element, changed, event).await
}

async fn told(tx: &mut Tx, permit: &Permit, at: Timestamp, about: ElementId, changed: u64, event: &Event) -> Result<(), Miss> {
    if changed == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: about.0 }, event).await?;
    Ok(())
}

/// The ids of everything above the element `$2`.
macro_rules! above {
    () => {
        "WITH RECURSIVE above(id) AS (
            SELECT c.parent_id FROM contribution c WHERE c.municipality_id = $1 AND c.child_id = $2
            UNION
            SELECT c.parent_id FROM contribution c JOIN above a ON c.child_id = a.id WHERE c.municipality_id = $1
         ) "
    };
}

/// Every tie upward from an element, its own and those further up, each once: for `lines::path_between`, which finds the
/// circle that another tie would close.
///
/// # Errors
/// A fault.
pub async fn edges_above(tx: &mut Tx, municipality: MunicipalityId, id: ElementId) -> Result<Vec<Edge>, Fault> {
    let rows: Vec<(Uuid, Uuid)> = on!(tx, c => sqlx::query_as(concat!(above!(),
        "SELECT c.child_id, c.parent_id FROM contribution c
         WHERE c.municipality_id = $1 AND (c.child_id = $2 OR c.child_id IN (SELECT a.id FROM above a))
         ORDER BY c.child_id, c.parent_id"))
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading what stands above an element"))?;
    Ok(rows.into_iter().map(|(child, parent)| Edge { child: child.into(), parent: parent.into() }).collect())
}

/// The number of an element and of everything above it: to name the path of a circle.
///
/// # Errors
/// A fault.
pub async fn numbers_above(tx: &mut Tx, municipality: MunicipalityId, id: ElementId) -> Result<Vec<(ElementId, Number)>, Fault> {
    let rows: Vec<(Uuid, String, i64, i64)> = on!(tx, c => sqlx::query_as(concat!(above!(),
        "SELECT e.id, e.prefix, e.year, e.serial FROM element e
         WHERE e.municipality_id = $1 AND (e.id = $2 OR e.id IN (SELECT a.id FROM above a))
         ORDER BY e.prefix, e.year, e.serial"))
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the numbers above an element"))?;
    rows.into_iter().map(|(id, prefix, year, serial)| Ok((id.into(), number(&prefix, year, serial)?))).collect()
}

/// Whether an element stands right under another.
///
/// # Errors
/// A fault.
pub async fn is_tied(tx: &mut Tx, municipality: MunicipalityId, child: ElementId, parent: ElementId) -> Result<bool, Fault> {
    let count: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM contribution WHERE municipality_id = $1 AND child_id = $2 AND parent_id = $3")
        .bind(municipality.0).bind(child.0).bind(parent.0).fetch_one(c).await)
    .map_err(doing("looking for a tie"))?;
    Ok(count > 0)
}

/// Whether an element observes a value marker, or points to a source.
///
/// # Errors
/// A fault.
pub async fn is_accompanied(
    tx: &mut Tx,
    municipality: MunicipalityId,
    element: ElementId,
    beside: ElementId,
) -> Result<bool, Fault> {
    let count: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM accompaniment WHERE municipality_id = $1 AND element_id = $2 AND beside_id = $3")
        .bind(municipality.0).bind(element.0).bind(beside.0).fetch_one(c).await)
    .map_err(doing("looking for what stands beside an element"))?;
    Ok(count > 0)
}

/// How much an element is tied to. What is over no longer counts: an element under a withdrawn one stands under nothing.
///
/// # Errors
/// A fault.
pub async fn tied_facts(tx: &mut Tx, municipality: MunicipalityId, id: ElementId) -> Result<Tied, Fault> {
    let (parents, markers, sources): (i64, i64, i64) = on!(tx, c => sqlx::query_as(
        "SELECT
            (SELECT count(*) FROM contribution c JOIN element p ON p.municipality_id = c.municipality_id AND p.id = c.parent_id
              WHERE c.municipality_id = $1 AND c.child_id = $2 AND p.state IN ('draft', 'proposed', 'returned', 'adopted')),
            (SELECT count(*) FROM accompaniment a JOIN element b ON b.municipality_id = a.municipality_id AND b.id = a.beside_id
              WHERE a.municipality_id = $1 AND a.element_id = $2 AND b.kind = 'value-marker'
                AND b.state IN ('draft', 'proposed', 'returned', 'adopted')),
            (SELECT count(*) FROM accompaniment a JOIN element b ON b.municipality_id = a.municipality_id AND b.id = a.beside_id
              WHERE a.municipality_id = $1 AND a.element_id = $2 AND b.kind = 'source'
                AND b.state IN ('draft', 'proposed', 'returned', 'adopted'))")
        .bind(municipality.0).bind(id.0).fetch_one(c).await)
    .map_err(doing("counting what an element is tied to"))?;
    let counted = |n: i64| usize::try_from(n).unwrap_or(0);
    Ok(Tied { parents: counted(parents), markers: counted(markers), sources: counted(sources) })
}
