//! Positions and stand-ins, and the posts an actor acts from.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::orgs::{Position, PositionContent, Role, StandIn};
use pejl_kernel::{Line, MunicipalityId, PersonId, PositionId, Span, UnitId};
use pejl_policy::{Permit, Post, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, date, id_rows, maybe_date};

const READING: &str = "reading a position";

fn role(text: &str) -> Result<Role, Fault> {
    Role::parse(text).ok_or_else(|| corrupt(READING, text, "a role"))
}

#[derive(sqlx::FromRow)]
struct PostRow {
    id: Uuid,
    unit_id: Uuid,
    role: String,
    person_id: Option<Uuid>,
}

/// The posts a person acts from on a day: positions held, and those stood in for.
///
/// # Errors
/// A fault of the database.
pub async fn posts(tx: &mut Tx, municipality: MunicipalityId, person: PersonId, on: Date) -> Result<Vec<Post>, Fault> {
    let rows: Vec<PostRow> = on!(tx, c => sqlx::query_as(
        "SELECT po.id, po.unit_id, po.role, po.person_id
         FROM position po
         WHERE po.municipality_id = $1 AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
           AND (po.person_id = $2 OR po.id IN (
                SELECT s.position_id FROM stand_in s
                WHERE s.municipality_id = $1 AND s.person_id = $2 AND s.valid_from <= $3 AND (s.valid_to IS NULL OR s.valid_to >= $3)))
         ORDER BY po.id")
        .bind(municipality.0).bind(person.0).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading an actor's posts"))?;
    let post = |row: PostRow| {
        let holder = row.person_id.map(PersonId);
        // Who stands in for a vacancy answers for it.
        let standing_in_for = if holder == Some(person) { None } else { holder.or(Some(person)) };
        Ok(Post { position: row.id.into(), unit: row.unit_id.into(), role: role(&row.role)?, standing_in_for })
    };
    rows.into_iter().map(post).collect()
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    unit_id: Uuid,
    person_id: Option<Uuid>,
    role: String,
    title: String,
    valid_from: DbDate,
    valid_to: Option<DbDate>,
    version: i64,
}

impl Row {
    fn position(self) -> Result<Position, Fault> {
        let (from, to) = (self.valid_from.to_jiff(), self.valid_to.map(DbDate::to_jiff));
        Ok(Position {
            id: self.id.into(),
            content: PositionContent {
                unit: self.unit_id.into(),
                role: role(&self.role)?,
                title: Line::parse(&self.title).map_err(|_| corrupt(READING, &self.title, "a title"))?,
                person: self.person_id.map(PersonId),
                span: Span::new(from, to).ok_or_else(|| corrupt(READING, format!("{from}–{to:?}"), "a span of dates"))?,
            },
            version: self.version,
        })
    }
}

/// One position.
///
/// # Errors
/// Not found, or a fault.
pub async fn position(tx: &mut Tx, municipality: MunicipalityId, id: PositionId) -> Result<Position, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, unit_id, person_id, role, title, valid_from, valid_to, version
         FROM position WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a position"))?;
    Ok(row.ok_or(Miss::NotFound)?.position()?)
}

/// A position as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    /// The position.
    pub id: PositionId,
    /// What it is.
    pub role: Role,
    /// What it is called.
    pub title: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's number.
    pub unit_serial: i64,
    /// Who holds it; `None` where it is vacant.
    pub person: Option<(PersonId, String)>,
    /// From when to when.
    pub span: Span,
    /// Its version.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct HoldingRow {
    id: Uuid,
    role: String,
    title: String,
    unit: String,
    unit_serial: i64,
    person_id: Option<Uuid>,
    person: Option<String>,
    valid_from: DbDate,
    valid_to: Option<DbDate>,
    version: i64,
}

impl HoldingRow {
    fn holding(self) -> Result<Holding, Fault> {
        Ok(Holding {
            id: self.id.into(),
            role: role(&self.role)?,
            title: self.title,
            unit: self.unit,
            unit_serial: self.unit_serial,
            person: self.person_id.map(PersonId).zip(self.person),
            span: Span { from: self.valid_from.to_jiff(), to: self.valid_to.map(DbDate::to_jiff) },
            version: self.version,
        })
    }
}

/// The columns of a position in a list.
macro_rules! holding_columns {
    () => {
        "SELECT po.id, po.role, po.title, u.name AS unit, u.serial AS unit_serial, po.person_id, pe.name AS person,
            po.valid_from, po.valid_to, po.version
         FROM position po
         JOIN unit u ON u.municipality_id = po.municipality_id AND u.id = po.unit_id
         LEFT JOIN person pe ON pe.municipality_id = po.municipality_id AND pe.id = po.person_id "
    };
}

/// The positions of a unit, those of today first.
///
/// # Errors
/// A fault of the database.
pub async fn positions_of_unit(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<Holding>, Fault> {
    let rows: Vec<HoldingRow> = on!(tx, c => sqlx::query_as(concat!(holding_columns!(),
        "WHERE po.municipality_id = $1 AND po.unit_id = $2
         ORDER BY CASE WHEN po.valid_to IS NULL OR po.valid_to >= $3 THEN 0 ELSE 1 END, po.title COLLATE da, po.valid_from DESC LIMIT 200"))
        .bind(sight.municipality().0).bind(unit.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("listing a unit's positions"))?;
    rows.into_iter().map(HoldingRow::holding).collect()
}

/// The positions that lead the administration below a unit, the nearest units first: who may answer for what a political body
/// owns. At most sixty.
///
/// # Errors
/// A fault of the database.
pub async fn leading_positions_below(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<Holding>, Fault> {
    let rows: Vec<HoldingRow> = on!(tx, c => sqlx::query_as(concat!(
        "WITH RECURSIVE below(id, far) AS (
            SELECT id, CAST(0 AS BIGINT) FROM unit WHERE municipality_id = $1 AND id = $2
            UNION ALL
            SELECT u.id, b.far + 1 FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.municipality_id = $1
         ) ", holding_columns!(),
        "JOIN below ON below.id = po.unit_id
         WHERE po.municipality_id = $1 AND (po.valid_to IS NULL OR po.valid_to >= $3)
           AND po.role IN ('chief-executive', 'director', 'department-head', 'institution-leader')
         ORDER BY below.far, u.name COLLATE da, po.title COLLATE da, po.id LIMIT 60"))
        .bind(sight.municipality().0).bind(unit.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("listing the leaders below a unit"))?;
    rows.into_iter().map(HoldingRow::holding).collect()
}

/// The positions a person holds or held, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn positions_of_person(tx: &mut Tx, sight: &Sight, person: PersonId) -> Result<Vec<Holding>, Fault> {
    let rows: Vec<HoldingRow> = on!(tx, c => sqlx::query_as(concat!(holding_columns!(),
        "WHERE po.municipality_id = $1 AND po.person_id = $2 ORDER BY po.valid_from DESC, po.id LIMIT 200"))
        .bind(sight.municipality().0).bind(person.0).fetch_all(c).await)
    .map_err(doing("listing a person's positions"))?;
    rows.into_iter().map(HoldingRow::holding).collect()
}

/// Saves a position: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_position(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    position: &Position,
    event: Option<&Event>,
) -> Result<(), Miss> {
    let municipality = permit.municipality();
    let content = &position.content;
    if position.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO position (municipality_id, id, unit_id, person_id, role, title, valid_from, valid_to, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)")
            .bind(municipality.0).bind(position.id.0).bind(content.unit.0).bind(content.person.map(|p| p.0))
            .bind(content.role.as_str()).bind(content.title.as_str()).bind(date(content.span.from))
            .bind(maybe_date(content.span.to)).execute(c).await.map(|_| ()))
        .map_err(doing("entering a position"))?;
    } else {
        let saved = on!(tx, c => sqlx::query(
            "UPDATE position SET person_id = $3, role = $4, title = $5, valid_from = $6, valid_to = $7, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $8")
            .bind(municipality.0).bind(position.id.0).bind(content.person.map(|p| p.0)).bind(content.role.as_str())
            .bind(content.title.as_str()).bind(date(content.span.from)).bind(maybe_date(content.span.to))
            .bind(position.version).execute(c).await.map(|r| r.rows_affected()))
        .map_err(doing("saving a position"))?;
        if saved == 0 {
            return Err(Miss::Stale);
        }
    }
    // A take-over saves two positions and is one event, written in the unit's history.
    if let Some(event) = event {
        audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: content.unit.0 }, event).await?;
    }
    Ok(())
}

/// Saves the appointment of a stand-in.
///
/// # Errors
/// A fault of the database.
pub async fn save_stand_in(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    stand_in: &StandIn,
    unit: UnitId,
    event: &Event,
) -> Result<(), Miss> {
    let municipality = permit.municipality();
    on!(tx, c => sqlx::query(
        "INSERT INTO stand_in (municipality_id, id, position_id, person_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(municipality.0).bind(stand_in.id.0).bind(stand_in.position.0).bind(stand_in.person.0)
        .bind(date(stand_in.span.from)).bind(maybe_date(stand_in.span.to)).execute(c).await.map(|_| ()))
    .map_err(doing("appointing a stand-in"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: unit.0 }, event).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct StandInRow {
    position_id: Uuid,
    name: String,
    valid_from: DbDate,
    valid_to: Option<DbDate>,
}

/// Who stands in in a unit's positions: the position, the person's name, and when.
///
/// # Errors
/// A fault of the database.
pub async fn stand_ins(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<(PositionId, String, Span)>, Fault> {
    let rows: Vec<StandInRow> = on!(tx, c => sqlx::query_as(
        "SELECT s.position_id, pe.name, s.valid_from, s.valid_to
         FROM stand_in s
         JOIN position po ON po.municipality_id = s.municipality_id AND po.id = s.position_id
         JOIN person pe ON pe.municipality_id = s.municipality_id AND pe.id = s.person_id
         WHERE s.municipality_id = $1 AND po.unit_id = $2 AND (s.valid_to IS NULL OR s.valid_to >= $3)
         ORDER BY s.valid_from, s.id")
        .bind(sight.municipality().0).bind(unit.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("listing stand-ins"))?;
    let span = |row: &StandInRow| Span { from: row.valid_from.to_jiff(), to: row.valid_to.map(DbDate::to_jiff) };
    Ok(rows.into_iter().map(|row| (row.position_id.into(), row.name.clone(), span(&row))).collect())
}

/// What positions are called today, each with its unit: "Skoleleder, Ådalskolen". Those that are not there are left out.
///
/// # Errors
/// A fault of the database.
pub async fn position_titles(tx: &mut Tx, sight: &Sight, ids: &[PositionId]) -> Result<Vec<(PositionId, String)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT po.id, po.title || ', ' || u.name
         FROM rows_of($2) r CROSS JOIN position po CROSS JOIN unit u
         WHERE po.municipality_id = $1 AND po.id = id_of(r.value ->> 0) AND u.municipality_id = $1 AND u.id = po.unit_id",
    );
    let rows: Vec<(Uuid, String)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("reading what positions are called"))?;
    Ok(rows.into_iter().map(|(id, title)| (id.into(), title)).collect())
}
