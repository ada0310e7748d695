//! Who holds a meeting and who is invited. A unit that has closed since is stood for by whichever carries on its work: so the
//! meeting of a committee that was merged goes to its successor.

use jiff::civil::Date;
use pejl_domain::meetings::deeds::UnitMeant;
use pejl_domain::models::Key;
use pejl_kernel::{MeetingId, MunicipalityId, PositionId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::read::{READING, key, maybe_key};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::{date, id_rows};

/// What a unit does at a meeting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// Holds it.
    Host,
    /// Is invited.
    Invited,
}

impl Part {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Invited => "invited",
        }
    }
}

/// A unit at a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// What it does there.
    pub part: Part,
    /// The unit, as it was planned.
    pub unit: UnitMention,
    /// Its level.
    pub level: Key,
    /// Its kind.
    pub kind: Option<Key>,
    /// Its area; empty where none is meant.
    pub area: String,
    /// The unit that stands for it now: itself, or whichever carries on its work.
    pub now: UnitMention,
}

#[derive(sqlx::FromRow)]
struct Row {
    part: String,
    id: Uuid,
    serial: i64,
    name: String,
    level: String,
    kind: Option<String>,
    area: String,
    now_id: Uuid,
    now_serial: i64,
    now_name: String,
}

/// Who holds a meeting and who is invited, in order, as they stand on a day. One statement.
///
/// # Errors
/// A fault.
pub async fn seats(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId, on: Date) -> Result<Vec<Seat>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "WITH RECURSIVE later(start, id, far) AS (
            SELECT DISTINCT s.unit_id, s.unit_id, CAST(0 AS BIGINT) FROM meeting_unit s WHERE s.municipality_id = $1 AND s.meeting_id = $2
            UNION ALL
            SELECT l.start, u.successor_id, l.far + 1 FROM later l JOIN unit u ON u.municipality_id = $1 AND u.id = l.id
            WHERE u.successor_id IS NOT NULL AND u.valid_to < $3 AND l.far < 20
         ), last(start, far) AS (SELECT l.start, max(l.far) FROM later l GROUP BY l.start)
         SELECT s.part, u.id, u.serial, u.name, u.level, u.kind, u.area, w.id AS now_id, w.serial AS now_serial, w.name AS now_name
         FROM meeting_unit s
         JOIN unit u ON u.municipality_id = $1 AND u.id = s.unit_id
         JOIN last t ON t.start = s.unit_id
         JOIN later l ON l.start = t.start AND l.far = t.far
         JOIN unit w ON w.municipality_id = $1 AND w.id = l.id
         WHERE s.municipality_id = $1 AND s.meeting_id = $2 ORDER BY s.part, s.place")
        .bind(municipality.0).bind(meeting.0).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading who is at a meeting"))?;
    rows.into_iter()
        .map(|r| {
            Ok(Seat {
                part: match r.part.as_str() {
                    "host" => Part::Host,
                    "invited" => Part::Invited,
                    other => return Err(corrupt(READING, other, "host or invited")),
                },
                unit: UnitMention::new(r.id, r.serial, r.name),
                level: key(&r.level)?,
                kind: maybe_key(r.kind.as_deref())?,
                area: r.area,
                now: UnitMention::new(r.now_id, r.now_serial, r.now_name),
            })
        })
        .collect()
}

/// The positions that lead the units right under these, on a day: those who keep a committee's meetings for the administration.
///
/// # Errors
/// A fault.
pub async fn keepers(tx: &mut Tx, municipality: MunicipalityId, hosts: &[UnitId], on: Date) -> Result<Vec<PositionId>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT po.id FROM rows_of($2) r CROSS JOIN unit u CROSS JOIN position po
         WHERE u.municipality_id = $1 AND u.parent_id = id_of(r.value ->> 0)
           AND po.municipality_id = $1 AND po.unit_id = u.id
           AND po.role IN ('chief-executive', 'director', 'department-head')
           AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3) ORDER BY po.id",
    );
    let rows: Vec<Uuid> = on!(tx, c => sqlx::query_scalar(sql)
        .bind(municipality.0).bind(id_rows(hosts.iter().map(|u| u.0))).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading who keeps a committee's meetings"))?;
    Ok(rows.into_iter().map(PositionId).collect())
}

/// Every position in these units on a day: those who may comment on what was said there.
///
/// # Errors
/// A fault.
pub async fn members(tx: &mut Tx, municipality: MunicipalityId, units: &[UnitId], on: Date) -> Result<Vec<PositionId>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT po.id FROM rows_of($2) r CROSS JOIN position po
         WHERE po.municipality_id = $1 AND po.unit_id = id_of(r.value ->> 0)
           AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3) ORDER BY po.id",
    );
    let rows: Vec<Uuid> = on!(tx, c => sqlx::query_scalar(sql)
        .bind(municipality.0).bind(id_rows(units.iter().map(|u| u.0))).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading who was at a meeting"))?;
    Ok(rows.into_iter().map(PositionId).collect())
}

/// Units as the rules about a meeting's form look at them, in the order in which they are asked for.
///
/// # Errors
/// A fault.
pub async fn units_meant(tx: &mut Tx, municipality: MunicipalityId, units: &[UnitId]) -> Result<Vec<UnitMeant>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT u.id, u.name, u.kind FROM rows_of($2) r CROSS JOIN unit u
         WHERE u.municipality_id = $1 AND u.id = id_of(r.value ->> 0) ORDER BY CAST(r.value ->> 1 AS BIGINT)",
    );
    let rows: Vec<(Uuid, String, Option<String>)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(units.iter().map(|u| u.0))).fetch_all(c).await)
    .map_err(doing("reading the units of a meeting"))?;
    rows.into_iter().map(|(id, name, kind)| Ok(UnitMeant { id: id.into(), name, kind: maybe_key(kind.as_deref())? })).collect()
}

/// The open units of a kind under some committees, by name: all who meet where all of a kind do. Without a kind, every open
/// unit under them that may bring something: those that have none below.
///
/// # Errors
/// A fault.
pub async fn kind_below(tx: &mut Tx, sight: &Sight, hosts: &[UnitId], kind: Option<&Key>) -> Result<Vec<UnitId>, Fault> {
    let sql = spoken(
        tx.engine(),
        "WITH RECURSIVE below(id) AS (
            SELECT u.id FROM rows_of($2) r CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.parent_id = id_of(r.value ->> 0)
            UNION
            SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.municipality_id = $1
         )
         SELECT u.id FROM below b JOIN unit u ON u.municipality_id = $1 AND u.id = b.id
         WHERE u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3) AND (CAST($4 AS TEXT) IS NULL OR u.kind = $4)
           AND u.service = 'service'
           AND NOT EXISTS (SELECT 1 FROM unit x WHERE x.municipality_id = $1 AND x.parent_id = u.id AND (x.valid_to IS NULL OR x.valid_to >= $3))
         ORDER BY u.name COLLATE da, u.serial",
    );
    let rows: Vec<Uuid> = on!(tx, c => sqlx::query_scalar(sql)
        .bind(sight.municipality().0).bind(id_rows(hosts.iter().map(|u| u.0))).bind(date(sight.on())).bind(kind.map(Key::as_str))
        .fetch_all(c).await)
    .map_err(doing("reading the units of a kind"))?;
    Ok(rows.into_iter().map(UnitId).collect())
}
