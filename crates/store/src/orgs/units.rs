//! Units.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::models::Key;
use pejl_domain::orgs::{Unit, UnitContent, UnitFunction};
use pejl_kernel::{Line, MunicipalityId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::typed::{folded, small};
use crate::value::{DbDate, date, maybe_date};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    serial: i64,
    foreign_id: Option<String>,
    name: String,
    level: String,
    kind: Option<String>,
    area: String,
    parent_id: Option<Uuid>,
    service: String,
    valid_from: DbDate,
    valid_to: Option<DbDate>,
    successor_id: Option<Uuid>,
    version: i64,
}

fn key(text: &str) -> Result<Key, Fault> {
    Key::parse(text).ok_or_else(|| corrupt("reading a unit", text, "a key"))
}

impl Row {
    pub(super) fn unit(self) -> Result<Unit, Fault> {
        const DOING: &str = "reading a unit";
        Ok(Unit {
            id: self.id.into(),
            serial: self.serial,
            foreign_id: self.foreign_id,
            content: UnitContent {
                name: Line::parse(&self.name).map_err(|_| corrupt(DOING, &self.name, "a name"))?,
                level: key(&self.level)?,
                kind: self.kind.as_deref().map(key).transpose()?,
                area: self.area,
                parent: self.parent_id.map(UnitId),
                function: UnitFunction::parse(&self.service).ok_or_else(|| corrupt(DOING, &self.service, "service or support"))?,
                from: self.valid_from.to_jiff(),
            },
            to: self.valid_to.map(DbDate::to_jiff),
            successor: self.successor_id.map(UnitId),
            version: self.version,
        })
    }
}

/// One unit.
///
/// # Errors
/// Not found, or a fault.
pub async fn unit(tx: &mut Tx, municipality: MunicipalityId, id: UnitId) -> Result<Unit, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version
         FROM unit WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a unit"))?;
    Ok(row.ok_or(Miss::NotFound)?.unit()?)
}

/// The unit people call E-`serial`. Every unit is seen by everybody who is logged in.
///
/// # Errors
/// Not found, or a fault.
pub async fn unit_by_serial(tx: &mut Tx, sight: &Sight, serial: i64) -> Result<Unit, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version
         FROM unit WHERE municipality_id = $1 AND serial = $2")
        .bind(sight.municipality().0).bind(serial).fetch_optional(c).await)
    .map_err(doing("loading a unit"))?;
    Ok(row.ok_or(Miss::NotFound)?.unit()?)
}

/// A unit in the line up from another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitInLine {
    /// Its id.
    pub id: UnitId,
    /// 12 is E-12.
    pub serial: i64,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Key,
}

/// A unit and every unit above it, nearest first.
///
/// # Errors
/// A fault of the database.
pub async fn line(tx: &mut Tx, municipality: MunicipalityId, id: UnitId) -> Result<Vec<UnitInLine>, Fault> {
    let rows: Vec<(Uuid, i64, String, String)> = on!(tx, c => sqlx::query_as(
        "WITH RECURSIVE above(id, parent_id, far) AS (
            SELECT id, parent_id, CAST(0 AS BIGINT) FROM unit WHERE municipality_id = $1 AND id = $2
            UNION ALL
            SELECT u.id, u.parent_id, a.far + 1 FROM unit u JOIN above a ON u.id = a.parent_id WHERE u.municipality_id = $1
         )
         SELECT u.id, u.serial, u.name, u.level FROM above a JOIN unit u ON u.municipality_id = $1 AND u.id = a.id ORDER BY a.far")
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the line above a unit"))?;
    rows.into_iter().map(|(id, serial, name, level)| Ok(UnitInLine { id: id.into(), serial, name, level: key(&level)? })).collect()
}

/// The open units at a level: the bodies that could adopt something.
///
/// # Errors
/// A fault of the database.
pub async fn bodies(tx: &mut Tx, municipality: MunicipalityId, level: &Key, on: Date) -> Result<Vec<UnitInLine>, Fault> {
    let rows: Vec<(Uuid, i64, String)> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, name FROM unit
         WHERE municipality_id = $1 AND level = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
         ORDER BY name COLLATE da")
        .bind(municipality.0).bind(level.as_str()).bind(date(on)).fetch_all(c).await)
    .map_err(doing("listing the bodies of a level"))?;
    Ok(rows.into_iter().map(|(id, serial, name)| UnitInLine { id: id.into(), serial, name, level: level.clone() }).collect())
}

/// The open units at a level, by name, each with every unit above it: the unit itself first, then nearest first.
///
/// # Errors
/// A fault of the database.
pub async fn lines_of_level(
    tx: &mut Tx,
    municipality: MunicipalityId,
    level: &Key,
    on: Date,
) -> Result<Vec<Vec<UnitInLine>>, Fault> {
    let rows: Vec<(i64, Uuid, i64, String, String)> = on!(tx, c => sqlx::query_as(
        "WITH RECURSIVE up(start, id, far) AS (
            SELECT serial, id, CAST(0 AS BIGINT) FROM unit
            WHERE municipality_id = $1 AND level = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
            UNION ALL
            SELECT up.start, u.parent_id, up.far + 1 FROM up JOIN unit u ON u.municipality_id = $1 AND u.id = up.id
            WHERE u.parent_id IS NOT NULL
         )
         SELECT up.far, u.id, u.serial, u.name, u.level
         FROM up JOIN unit u ON u.municipality_id = $1 AND u.id = up.id
         JOIN unit s ON s.municipality_id = $1 AND s.serial = up.start
         ORDER BY s.name COLLATE da, s.serial, up.far")
        .bind(municipality.0).bind(level.as_str()).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading the lines up from a level"))?;
    let mut lines: Vec<Vec<UnitInLine>> = Vec::new();
    for (far, id, serial, name, level) in rows {
        let unit = UnitInLine { id: id.into(), serial, name, level: key(&level)? };
        match lines.last_mut() {
            Some(line) if far > 0 => line.push(unit),
            Some(_) | None => lines.push(vec![unit]),
        }
    }
    Ok(lines)
}

/// A unit in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitRow {
    /// Its id.
    pub id: UnitId,
    /// 12 is E-12.
    pub serial: i64,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Key,
    /// Its kind.
    pub kind: Option<Key>,
    /// Its area; empty where none is meant.
    pub area: String,
    /// The name of the unit above.
    pub parent: Option<String>,
    /// Who leads it on the day; `None` where the post is vacant.
    pub leader: Option<String>,
    /// Last day, where it is closed.
    pub to: Option<Date>,
    /// How many open units stand under it.
    pub below: i64,
}

/// Which units a list shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UnitFilter {
    /// Only units with this in the name.
    pub name: String,
    /// Only this level.
    pub level: Option<Key>,
    /// Only units without a leader on the day.
    pub vacant: bool,
    /// Closed ones too.
    pub closed: bool,
    /// Pass over so many.
    pub skip: i64,
    /// Show so many.
    pub most: i64,
}

#[derive(sqlx::FromRow)]
struct ListRow {
    id: Uuid,
    serial: i64,
    name: String,
    level: String,
    kind: Option<String>,
    area: String,
    parent: Option<String>,
    leader: Option<String>,
    valid_to: Option<DbDate>,
    below: i64,
}

impl ListRow {
    fn row(self) -> Result<UnitRow, Fault> {
        Ok(UnitRow {
            id: self.id.into(),
            serial: self.serial,
            name: self.name,
            level: key(&self.level)?,
            kind: self.kind.as_deref().map(key).transpose()?,
            area: self.area,
            parent: self.parent,
            leader: self.leader,
            to: self.valid_to.map(DbDate::to_jiff),
            below: self.below,
        })
    }
}

/// The columns of a unit in a list; `$2` is the day.
macro_rules! list_columns {
    () => {
        "SELECT u.id, u.serial, u.name, u.level, u.kind, u.area, above.name AS parent, u.valid_to,
            (SELECT min(pe.name) FROM position po JOIN person pe ON pe.municipality_id = po.municipality_id AND pe.id = po.person_id
              WHERE po.municipality_id = u.municipality_id AND po.unit_id = u.id
                AND po.role IN ('committee-chair', 'chief-executive', 'director', 'department-head', 'institution-leader')
                AND po.valid_from <= $2 AND (po.valid_to IS NULL OR po.valid_to >= $2)) AS leader,
            (SELECT count(*) FROM unit b WHERE b.municipality_id = u.municipality_id AND b.parent_id = u.id
                AND (b.valid_to IS NULL OR b.valid_to >= $2)) AS below
         FROM unit u LEFT JOIN unit above ON above.municipality_id = u.municipality_id AND above.id = u.parent_id "
    };
}

/// The open units right under one.
///
/// # Errors
/// A fault of the database.
pub async fn children(tx: &mut Tx, sight: &Sight, parent: UnitId) -> Result<Vec<UnitRow>, Fault> {
    let rows: Vec<ListRow> = on!(tx, c => sqlx::query_as(concat!(list_columns!(),
        "WHERE u.municipality_id = $1 AND u.parent_id = $3 AND (u.valid_to IS NULL OR u.valid_to >= $2)
         ORDER BY u.level, u.name COLLATE da, u.serial"))
        .bind(sight.municipality().0).bind(date(sight.on())).bind(parent.0).fetch_all(c).await)
    .map_err(doing("listing the units below"))?;
    rows.into_iter().map(ListRow::row).collect()
}

/// A list of units, by name.
///
/// # Errors
/// A fault of the database.
pub async fn list_units(tx: &mut Tx, sight: &Sight, filter: &UnitFilter) -> Result<Vec<UnitRow>, Fault> {
    let rows: Vec<ListRow> = on!(tx, c => sqlx::query_as(concat!("SELECT * FROM (", list_columns!(),
        "WHERE u.municipality_id = $1
           AND ($3 = '' OR ", small!("u.name"), " LIKE '%' || $3 || '%' ESCAPE '\\')
           AND (CAST($4 AS TEXT) IS NULL OR u.level = $4)
           AND ($5 OR u.valid_to IS NULL OR u.valid_to >= $2)) l
         WHERE (NOT $6 OR l.leader IS NULL)
         ORDER BY l.name COLLATE da, l.serial LIMIT $7 OFFSET $8"))
        .bind(sight.municipality().0).bind(date(sight.on())).bind(folded(&filter.name))
        .bind(filter.level.as_ref().map(Key::as_str)).bind(filter.closed).bind(filter.vacant)
        .bind(filter.most).bind(filter.skip).fetch_all(c).await)
    .map_err(doing("listing units"))?;
    rows.into_iter().map(ListRow::row).collect()
}

/// Every open unit, for a choice in a form: by name.
///
/// # Errors
/// A fault of the database.
pub async fn unit_options(tx: &mut Tx, sight: &Sight) -> Result<Vec<UnitInLine>, Fault> {
    let rows: Vec<(Uuid, i64, String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, name, level FROM unit
         WHERE municipality_id = $1 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY name COLLATE da, serial")
        .bind(sight.municipality().0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("listing units to choose from"))?;
    rows.into_iter().map(|(id, serial, name, level)| Ok(UnitInLine { id: id.into(), serial, name, level: key(&level)? })).collect()
}

/// How many units right under one are open after a day.
///
/// # Errors
/// A fault of the database.
pub async fn open_units_below(tx: &mut Tx, municipality: MunicipalityId, id: UnitId, after: Date) -> Result<usize, Fault> {
    let count: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM unit WHERE municipality_id = $1 AND parent_id = $2 AND (valid_to IS NULL OR valid_to > $3)")
        .bind(municipality.0).bind(id.0).bind(date(after)).fetch_one(c).await)
    .map_err(doing("counting the units below"))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The levels of the units right under one, open or closed: one for each.
///
/// # Errors
/// A fault of the database.
pub async fn levels_below(tx: &mut Tx, municipality: MunicipalityId, id: UnitId) -> Result<Vec<Key>, Fault> {
    let levels: Vec<String> =
        on!(tx, c => sqlx::query_scalar("SELECT level FROM unit WHERE municipality_id = $1 AND parent_id = $2")
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
        .map_err(doing("reading the levels of the units below"))?;
    levels.iter().map(|level| key(level)).collect()
}

/// Saves a unit: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_unit(tx: &mut Tx, permit: &Permit, at: Timestamp, unit: &Unit, event: &Event) -> Result<(), Miss> {
    let municipality = permit.municipality();
    let content = &unit.content;
    if unit.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO unit (municipality_id, id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)")
            .bind(municipality.0).bind(unit.id.0).bind(unit.serial).bind(&unit.foreign_id).bind(content.name.as_str())
            .bind(content.level.as_str()).bind(content.kind.as_ref().map(Key::as_str)).bind(&content.area)
            .bind(content.parent.map(|p| p.0)).bind(content.function.as_str()).bind(date(content.from))
            .bind(maybe_date(unit.to)).bind(unit.successor.map(|s| s.0)).execute(c).await.map(|_| ()))
        .map_err(doing("entering a unit"))?;
    } else {
        let saved = on!(tx, c => sqlx::query(
            "UPDATE unit SET name = $3, level = $4, kind = $5, area = $6, parent_id = $7, service = $8, valid_from = $9,
                valid_to = $10, successor_id = $11, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $12")
            .bind(municipality.0).bind(unit.id.0).bind(content.name.as_str()).bind(content.level.as_str())
            .bind(content.kind.as_ref().map(Key::as_str)).bind(&content.area).bind(content.parent.map(|p| p.0))
            .bind(content.function.as_str()).bind(date(content.from)).bind(maybe_date(unit.to))
            .bind(unit.successor.map(|s| s.0)).bind(unit.version).execute(c).await.map(|r| r.rows_affected()))
        .map_err(doing("saving a unit"))?;
        if saved == 0 {
            return Err(Miss::Stale);
        }
    }
    let title = format!("{} {}", unit.number(), content.name);
    search::index(tx, municipality, SubjectKind::Unit, unit.id.0, (&title, &content.area)).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: unit.id.0 }, event).await?;
    Ok(())
}
