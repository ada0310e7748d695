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
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};
use crate::value::id_rows;

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
    Ok(tied_facts_of(tx, municipality, &[id]).await?.into_iter().next().map(|(_, tied)| tied).unwrap_or_default())
}

/// How much each of many elements is tied to, see [`tied_facts`]; in no order.
///
/// # Errors
/// A fault.
pub async fn tied_facts_of(tx: &mut Tx, municipality: MunicipalityId, ids: &[ElementId]) -> Result<Vec<(ElementId, Tied)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT e.id,
            (SELECT count(*) FROM contribution c JOIN element p ON p.municipality_id = c.municipality_id AND p.id = c.parent_id
              WHERE c.municipality_id = $1 AND c.child_id = e.id AND p.state IN ('draft', 'proposed', 'returned', 'adopted')),
            (SELECT count(*) FROM accompaniment a JOIN element b ON b.municipality_id = a.municipality_id AND b.id = a.beside_id
              WHERE a.municipality_id = $1 AND a.element_id = e.id AND b.kind = 'value-marker'
                AND b.state IN ('draft', 'proposed', 'returned', 'adopted')),
            (SELECT count(*) FROM accompaniment a JOIN element b ON b.municipality_id = a.municipality_id AND b.id = a.beside_id
              WHERE a.municipality_id = $1 AND a.element_id = e.id AND b.kind = 'source'
                AND b.state IN ('draft', 'proposed', 'returned', 'adopted'))
         FROM rows_of($2) r CROSS JOIN element e WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0)",
    );
    let rows: Vec<(Uuid, i64, i64, i64)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("counting what elements are tied to"))?;
    let counted = |n: i64| usize::try_from(n).unwrap_or(0);
    let tied = |(id, parents, markers, sources): (Uuid, i64, i64, i64)| {
        (id.into(), Tied { parents: counted(parents), markers: counted(markers), sources: counted(sources) })
    };
    Ok(rows.into_iter().map(tied).collect())
}

/// How something is tied to an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TiedTo {
    /// The element stands right under it.
    Under(ElementId),
    /// It stands beside the element: a value marker or a source.
    Beside(ElementId),
}

/// What each of many elements stands right under, and what stands beside it: what a goal that is drafted from another is tied
/// to as well. What is over is left out.
///
/// # Errors
/// A fault.
pub async fn ties_of(tx: &mut Tx, municipality: MunicipalityId, ids: &[ElementId]) -> Result<Vec<(ElementId, TiedTo)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT c.child_id, c.parent_id, CAST(0 AS BIGINT)
         FROM rows_of($2) r CROSS JOIN contribution c CROSS JOIN element p
         WHERE c.municipality_id = $1 AND c.child_id = id_of(r.value ->> 0) AND p.municipality_id = $1 AND p.id = c.parent_id
           AND p.state IN ('draft', 'proposed', 'returned', 'adopted')
         UNION ALL
         SELECT a.element_id, a.beside_id, CAST(1 AS BIGINT)
         FROM rows_of($2) r CROSS JOIN accompaniment a CROSS JOIN element b
         WHERE a.municipality_id = $1 AND a.element_id = id_of(r.value ->> 0) AND b.municipality_id = $1 AND b.id = a.beside_id
           AND b.state IN ('draft', 'proposed', 'returned', 'adopted')
         ORDER BY 1, 3, 2",
    );
    let rows: Vec<(Uuid, Uuid, i64)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading what elements are tied to"))?;
    let tied = |(id, other, beside): (Uuid, Uuid, i64)| {
        (id.into(), if beside == 1 { TiedTo::Beside(other.into()) } else { TiedTo::Under(other.into()) })
    };
    Ok(rows.into_iter().map(tied).collect())
}
