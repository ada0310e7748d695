//! What people changed about steps: loaded, listed by year, saved.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::models::Key;
use pejl_domain::rounds::Stamp;
use pejl_domain::wheel::{Changed, Moved, StepDone};
use pejl_kernel::{MunicipalityId, PersonId, PositionId, Prose, UnitId, Years};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, Ts, id_rows, maybe_date};

const READING: &str = "reading a step of the wheel";

/// The columns of a change; it is called `s`.
macro_rules! step_columns {
    () => {
        "s.id, s.step, s.year, s.unit_id, s.from_on, s.to_on, s.reason, s.responsible_id, s.result, s.done_on, s.done_by, s.done_for,
            s.done_at, s.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    step: String,
    year: i64,
    unit_id: Option<Uuid>,
    from_on: Option<DbDate>,
    to_on: Option<DbDate>,
    reason: String,
    responsible_id: Option<Uuid>,
    result: String,
    done_on: Option<DbDate>,
    done_by: Option<Uuid>,
    done_for: Option<Uuid>,
    done_at: Option<Ts>,
    version: i64,
}

fn long<const MOST: usize>(text: &str) -> Result<Prose<MOST>, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "a text"))
}

impl Row {
    fn changed(self) -> Result<Changed, Fault> {
        let moved = match (self.from_on, self.to_on) {
            (Some(from), Some(to)) => Some(Moved { from: from.to_jiff(), to: to.to_jiff(), reason: long(&self.reason)? }),
            _ => None,
        };
        let done = match (self.done_on, self.done_by, self.done_at) {
            (Some(on), Some(person), Some(at)) => {
                let stamp = Stamp { person: person.into(), standing_in_for: self.done_for.map(PersonId), at: at.0 };
                Some(StepDone { on: on.to_jiff(), result: long(&self.result)?, stamp })
            }
            _ => None,
        };
        Ok(Changed {
            id: self.id.into(),
            step: Key::parse(&self.step).ok_or_else(|| corrupt(READING, &self.step, "a key"))?,
            year: i16::try_from(self.year).map_err(|_| corrupt(READING, self.year.to_string(), "a year"))?,
            unit: self.unit_id.map(UnitId),
            moved,
            responsible: self.responsible_id.map(PositionId),
            done,
            version: self.version,
        })
    }
}

/// What was changed about a step in a year for a unit, or for all.
///
/// # Errors
/// A fault.
pub async fn change(
    tx: &mut Tx,
    municipality: MunicipalityId,
    step: &Key,
    year: i16,
    unit: Option<UnitId>,
) -> Result<Option<Changed>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", step_columns!(), " FROM wheel_step s
         WHERE s.municipality_id = $1 AND s.step = $2 AND s.year = $3 AND s.unit_id IS NOT DISTINCT FROM $4"))
        .bind(municipality.0).bind(step.as_str()).bind(i64::from(year)).bind(unit.map(|u| u.0)).fetch_optional(c).await)
    .map_err(doing("loading a step of the wheel"))?;
    row.map(Row::changed).transpose()
}

/// A change with the names that a page shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedRow {
    /// The change.
    pub changed: Changed,
    /// The unit it is for; `None` for all.
    pub unit: Option<UnitMention>,
    /// What the position that answers for it is called, with its unit; empty where none is named.
    pub responsible: String,
    /// Who said that it is done; empty while nobody has.
    pub done_by: String,
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    row: Row,
    unit_serial: Option<i64>,
    unit_name: Option<String>,
    responsible: Option<String>,
    done_name: Option<String>,
}

/// Everything that was changed about the steps of some years. Everybody who is logged in sees it. One statement.
///
/// # Errors
/// A fault.
pub async fn changes(tx: &mut Tx, sight: &Sight, years: Years) -> Result<Vec<ChangedRow>, Fault> {
    let rows: Vec<NamedRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", step_columns!(), ", u.serial AS unit_serial, u.name AS unit_name, po.title || ', ' || pu.name AS responsible,
            pe.name AS done_name
         FROM wheel_step s
         LEFT JOIN unit u ON u.municipality_id = s.municipality_id AND u.id = s.unit_id
         LEFT JOIN position po ON po.municipality_id = s.municipality_id AND po.id = s.responsible_id
         LEFT JOIN unit pu ON pu.municipality_id = s.municipality_id AND pu.id = po.unit_id
         LEFT JOIN person pe ON pe.municipality_id = s.municipality_id AND pe.id = s.done_by
         WHERE s.municipality_id = $1 AND s.year >= $2 AND s.year <= $3 ORDER BY s.year, s.step, u.serial"))
        .bind(sight.municipality().0).bind(i64::from(years.from)).bind(i64::from(years.to)).fetch_all(c).await)
    .map_err(doing("listing what was changed about the wheel"))?;
    let named = |row: NamedRow| {
        let unit = row.row.unit_id.zip(row.unit_serial).zip(row.unit_name);
        Ok(ChangedRow {
            changed: row.row.changed()?,
            unit: unit.map(|((id, serial), name)| UnitMention { id: id.into(), serial, name }),
            responsible: row.responsible.unwrap_or_default(),
            done_by: row.done_name.unwrap_or_default(),
        })
    };
    rows.into_iter().map(named).collect()
}

/// Saves a change: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime; or a fault.
pub async fn save_change(tx: &mut Tx, permit: &Permit, at: Timestamp, changed: &Changed, event: &Event) -> Result<(), Miss> {
    let (moved, done) = (changed.moved.as_ref(), changed.done.as_ref());
    let (from, to) = (maybe_date(moved.map(|m| m.from)), maybe_date(moved.map(|m| m.to)));
    let reason = moved.map(|m| m.reason.as_str()).unwrap_or_default();
    let result = done.map(|d| d.result.as_str()).unwrap_or_default();
    let (by, standing) = (done.map(|d| d.stamp.person.0), done.and_then(|d| d.stamp.standing_in_for).map(|p| p.0));
    let (on_day, said_at) = (maybe_date(done.map(|d| d.on)), done.map(|d| Ts(d.stamp.at)));
    let saved = if changed.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO wheel_step (municipality_id, id, step, year, unit_id, from_on, to_on, reason, responsible_id, result, done_on,
                done_by, done_for, done_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1) ON CONFLICT DO NOTHING")
            .bind(permit.municipality().0).bind(changed.id.0).bind(changed.step.as_str()).bind(i64::from(changed.year))
            .bind(changed.unit.map(|u| u.0)).bind(from).bind(to).bind(reason).bind(changed.responsible.map(|p| p.0)).bind(result)
            .bind(on_day).bind(by).bind(standing).bind(said_at).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE wheel_step SET from_on = $3, to_on = $4, reason = $5, responsible_id = $6, result = $7, done_on = $8, done_by = $9,
                done_for = $10, done_at = $11, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $12")
            .bind(permit.municipality().0).bind(changed.id.0).bind(from).bind(to).bind(reason)
            .bind(changed.responsible.map(|p| p.0)).bind(result).bind(on_day).bind(by).bind(standing).bind(said_at)
            .bind(changed.version).execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving a step of the wheel"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Step, id: changed.id.0 }, event).await?;
    Ok(())
}

/// The unit of each position and the units above it, nearest first: 0 is its own. One statement.
///
/// # Errors
/// A fault.
pub async fn lines_of_positions(
    tx: &mut Tx,
    municipality: MunicipalityId,
    positions: &[PositionId],
) -> Result<Vec<(PositionId, UnitId, usize)>, Fault> {
    if positions.is_empty() {
        return Ok(Vec::new());
    }
    let sql = spoken(
        tx.engine(),
        "WITH RECURSIVE up(position_id, unit_id, far) AS (
            SELECT po.id, po.unit_id, CAST(0 AS BIGINT) FROM rows_of($2) r CROSS JOIN position po
            WHERE po.municipality_id = $1 AND po.id = id_of(r.value ->> 0)
            UNION ALL
            SELECT up.position_id, u.parent_id, up.far + 1 FROM up JOIN unit u ON u.municipality_id = $1 AND u.id = up.unit_id
            WHERE u.parent_id IS NOT NULL
         )
         SELECT position_id, unit_id, far FROM up ORDER BY position_id, far",
    );
    let rows: Vec<(Uuid, Uuid, i64)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(positions.iter().map(|p| p.0))).fetch_all(c).await)
    .map_err(doing("reading the lines above positions"))?;
    Ok(rows.into_iter().map(|(p, u, far)| (p.into(), u.into(), usize::try_from(far).unwrap_or(usize::MAX))).collect())
}
