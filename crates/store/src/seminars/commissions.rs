//! Commissions: what is asked of committees, with who takes part and what it serves.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::seminars::{Commission, CommissionContent, Way};
use pejl_kernel::{CommissionId, ElementId, MunicipalityId, ProposalId, SeminarId, UnitId};
use pejl_policy::Permit;
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use super::read::{line, prose, small, turn, unknown};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    serial: i64,
    way: String,
    existing_id: Option<Uuid>,
    existing_name: String,
    title: String,
    task: String,
    lead_id: Uuid,
    policy_id: Option<Uuid>,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    commission_id: Uuid,
    kind: String,
    unit_id: Option<Uuid>,
    proposal_id: Option<Uuid>,
    element_id: Option<Uuid>,
}

/// The policies that a seminar asks for, in the order they were asked for. Two statements.
///
/// # Errors
/// A fault.
pub async fn commissions(tx: &mut Tx, municipality: MunicipalityId, seminar: SeminarId) -> Result<Vec<Commission>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "SELECT m.id, m.serial, m.way, m.existing_id, m.existing_name, m.title, m.task, m.lead_id, m.policy_id, m.version
         FROM seminar_commission m WHERE m.municipality_id = $1 AND m.seminar_id = $2 ORDER BY m.serial")
        .bind(municipality.0).bind(seminar.0).fetch_all(c).await)
    .map_err(doing("reading what a seminar asks for"))?;
    let links: Vec<LinkRow> = on!(tx, c => sqlx::query_as(
        "SELECT l.commission_id, l.kind, l.unit_id, l.proposal_id, l.element_id
         FROM seminar_commission m JOIN seminar_link l ON l.municipality_id = m.municipality_id AND l.commission_id = m.id
         WHERE m.municipality_id = $1 AND m.seminar_id = $2 ORDER BY l.commission_id, l.kind, l.place")
        .bind(municipality.0).bind(seminar.0).fetch_all(c).await)
    .map_err(doing("reading what commissions are for"))?;
    rows.into_iter().map(|row| commission(row, seminar, &links)).collect()
}

fn commission(row: Row, seminar: SeminarId, links: &[LinkRow]) -> Result<Commission, Fault> {
    let own = |kind: &'static str| links.iter().filter(move |link| link.commission_id == row.id && link.kind == kind);
    let elements = |kind| own(kind).filter_map(|link| link.element_id).map(ElementId).collect();
    Ok(Commission {
        id: CommissionId(row.id),
        seminar,
        serial: small(row.serial)?,
        content: CommissionContent {
            way: Way::parse(&row.way).ok_or_else(|| unknown(&row.way, "a way of asking for a policy"))?,
            existing: row.existing_id.map(ElementId),
            existing_name: prose(&row.existing_name)?,
            title: line(&row.title)?,
            task: prose(&row.task)?,
            lead: UnitId(row.lead_id),
            others: own("unit").filter_map(|link| link.unit_id).map(UnitId).collect(),
            serves: own("proposal").filter_map(|link| link.proposal_id).map(ProposalId).collect(),
            objectives: elements("objective"),
            takes_in: elements("goal"),
        },
        policy: row.policy_id.map(ElementId),
        version: row.version,
    })
}

/// Saves a commission, and turns its seminar: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime; or a fault.
pub async fn save_commission(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    commission: &Commission,
    event: &Event,
) -> Result<(), Miss> {
    let content = &commission.content;
    let saved = on!(tx, c => sqlx::query(if commission.version == 0 {
            "INSERT INTO seminar_commission (municipality_id, id, seminar_id, serial, way, existing_id, existing_name, title, task,
                lead_id, policy_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 + 1)"
        } else {
            "UPDATE seminar_commission SET seminar_id = $3, serial = $4, way = $5, existing_id = $6, existing_name = $7, title = $8,
                task = $9, lead_id = $10, policy_id = $11, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $12"
        })
        .bind(permit.municipality().0).bind(commission.id.0).bind(commission.seminar.0).bind(i64::from(commission.serial))
        .bind(content.way.as_str()).bind(content.existing.map(|e| e.0)).bind(content.existing_name.as_str())
        .bind(content.title.as_str()).bind(content.task.as_str()).bind(content.lead.0).bind(commission.policy.map(|e| e.0))
        .bind(commission.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a commission"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    unlink(tx, permit, commission.id).await?;
    link(tx, permit, commission).await?;
    turn(tx, permit, commission.seminar).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Seminar, id: commission.seminar.0 }, event).await?;
    Ok(())
}

async fn unlink(tx: &mut Tx, permit: &Permit, commission: CommissionId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM seminar_link WHERE municipality_id = $1 AND commission_id = $2")
        .bind(permit.municipality().0).bind(commission.0).execute(c).await.map(|_| ()))
    .map_err(doing("taking a commission's links away"))
}

/// Every link in one statement: a row of kind, place and the ids of unit, proposal and element, of which one stands.
async fn link(tx: &mut Tx, permit: &Permit, commission: &Commission) -> Result<(), Fault> {
    let content = &commission.content;
    let hex = |id: Uuid| id.simple().to_string();
    let mut rows = Vec::new();
    let mut add = |kind: &str, column: usize, ids: Vec<Uuid>| {
        for (place, id) in ids.into_iter().enumerate() {
            let mut row = vec![json!(kind), json!(place), json!(null), json!(null), json!(null)];
            if let Some(cell) = row.get_mut(column) {
                *cell = json!(hex(id));
            }
            rows.push(serde_json::Value::Array(row));
        }
    };
    add("unit", 2, content.others.iter().map(|u| u.0).collect());
    add("proposal", 3, content.serves.iter().map(|p| p.0).collect());
    add("objective", 4, content.objectives.iter().map(|e| e.0).collect());
    add("goal", 4, content.takes_in.iter().map(|e| e.0).collect());
    let sql = spoken(
        tx.engine(),
        "INSERT INTO seminar_link (municipality_id, commission_id, kind, place, unit_id, proposal_id, element_id)
         SELECT $1, $2, r.value ->> 0, CAST(r.value ->> 1 AS BIGINT), id_of(r.value ->> 2), id_of(r.value ->> 3), id_of(r.value ->> 4)
         FROM rows_of($3) r",
    );
    on!(tx, c => sqlx::query(sql)
        .bind(permit.municipality().0).bind(commission.id.0).bind(Json(serde_json::Value::Array(rows)))
        .execute(c).await.map(|_| ()))
    .map_err(doing("linking a commission"))
}

/// Takes a commission away, and turns its seminar.
///
/// # Errors
/// Stale where somebody saved it in the meantime; or a fault.
pub async fn remove_commission(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    commission: &Commission,
    event: &Event,
) -> Result<(), Miss> {
    unlink(tx, permit, commission.id).await?;
    let gone = on!(tx, c => sqlx::query(
        "DELETE FROM seminar_commission WHERE municipality_id = $1 AND id = $2 AND version = $3")
        .bind(permit.municipality().0).bind(commission.id.0).bind(commission.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("taking a commission away"))?;
    if gone == 0 {
        return Err(Miss::Stale);
    }
    turn(tx, permit, commission.seminar).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Seminar, id: commission.seminar.0 }, event).await?;
    Ok(())
}

/// Notes which policy came of a commission when its seminar was concluded. The lines stand with the policy.
///
/// # Errors
/// A fault.
pub async fn save_policy(tx: &mut Tx, permit: &Permit, commission: CommissionId, policy: ElementId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE seminar_commission SET policy_id = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2")
        .bind(permit.municipality().0).bind(commission.0).bind(policy.0).execute(c).await.map(|_| ()))
    .map_err(doing("noting which policy came of a commission"))
}
