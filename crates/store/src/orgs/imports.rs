//! Imports of organisation data: the file that waits, the whole organisation read at once, and many rows written or taken
//! away with few statements. An import is one line of the audit trail, written by [`finish_import`]; what it did is in its
//! own record.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::models::Key;
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit};
use pejl_kernel::{ImportId, Line, MunicipalityId, PersonId, Span};
use pejl_policy::{Permit, Sight};
use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;

use super::units;
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::value::{DbDate, Ts, date, maybe_date};

/// Rows a statement: a unit has 14 columns, and SQLite binds at most 32,766 values.
const ROWS: usize = 500;

/// How far an import has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportState {
    /// Uploaded, waiting for a yes.
    Previewed,
    /// Carried out.
    Done,
    /// Carried out and taken back.
    Undone,
    /// Broken off by a fault; nothing of it stands.
    Failed,
}

impl ImportState {
    const ALL: [Self; 4] = [Self::Previewed, Self::Done, Self::Undone, Self::Failed];

    /// How it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Previewed => "previewed",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Failed => "failed",
        }
    }
}

/// An import, without the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportRow {
    /// Its id.
    pub id: ImportId,
    /// What the file was called.
    pub file_name: String,
    /// How far it has come.
    pub state: ImportState,
    /// How many rows the file has.
    pub total: i64,
    /// What it did, as JSON; empty until it has.
    pub counts: String,
    /// When it was uploaded, or carried out, or taken back: the last of them.
    pub at: Timestamp,
}

type RawImport = (Uuid, String, String, i64, String, Ts);

fn import_row((id, file_name, state, total, counts, at): RawImport) -> Result<ImportRow, Fault> {
    let known = ImportState::ALL.into_iter().find(|s| s.as_str() == state);
    let state = known.ok_or_else(|| corrupt("reading an import", state, "a state of an import"))?;
    Ok(ImportRow { id: id.into(), file_name, state, total, counts, at: at.0 })
}

/// Keeps an uploaded file until somebody says yes, and forgets those that have waited since before `forget`. Nothing has
/// happened to the organisation yet, so there is no line in the trail.
///
/// # Errors
/// A fault of the database.
pub async fn keep_import(tx: &mut Tx, permit: &Permit, import: &ImportRow, payload: &str, forget: Timestamp) -> Result<(), Fault> {
    let municipality = permit.municipality();
    on!(tx, c => sqlx::query(
        "DELETE FROM org_import WHERE municipality_id = $1 AND state IN ('previewed', 'failed') AND at < $2")
        .bind(municipality.0).bind(Ts(forget)).execute(c).await.map(|_| ()))
    .map_err(doing("forgetting old uploads"))?;
    on!(tx, c => sqlx::query(
        "INSERT INTO org_import (municipality_id, id, file_name, state, total, counts, payload, undo, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)")
        .bind(municipality.0).bind(import.id.0).bind(&import.file_name).bind(import.state.as_str()).bind(import.total)
        .bind(&import.counts).bind(payload).bind(Ts(import.at)).execute(c).await.map(|_| ()))
    .map_err(doing("keeping an upload"))
}

/// One import.
///
/// # Errors
/// Not found, or a fault.
pub async fn import(tx: &mut Tx, municipality: MunicipalityId, id: ImportId) -> Result<ImportRow, Miss> {
    let row: Option<RawImport> = on!(tx, c => sqlx::query_as(
        "SELECT id, file_name, state, total, counts, at FROM org_import WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an import"))?;
    Ok(import_row(row.ok_or(Miss::NotFound)?)?)
}

/// The file of an import that waits, and what was there before one that is done; each empty where it is not kept.
///
/// # Errors
/// Not found, or a fault.
pub async fn import_texts(tx: &mut Tx, municipality: MunicipalityId, id: ImportId) -> Result<(String, String), Miss> {
    let row: Option<(String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT payload, undo FROM org_import WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an import's file"))?;
    row.ok_or(Miss::NotFound)
}

/// The newest imports.
///
/// # Errors
/// A fault of the database.
pub async fn imports(tx: &mut Tx, permit: &Permit, most: i64) -> Result<Vec<ImportRow>, Fault> {
    let rows: Vec<RawImport> = on!(tx, c => sqlx::query_as(
        "SELECT id, file_name, state, total, counts, at FROM org_import WHERE municipality_id = $1 ORDER BY id DESC LIMIT $2")
        .bind(permit.municipality().0).bind(most).fetch_all(c).await)
    .map_err(doing("listing imports"))?;
    rows.into_iter().map(import_row).collect()
}

/// Records that an import came to a state, with what it did and what was there before. The file itself is not kept: it
/// holds names, and has done its service. The line in the trail is the only one an import writes.
///
/// # Errors
/// A fault of the database.
pub async fn finish_import(tx: &mut Tx, permit: &Permit, import: &ImportRow, undo: &str, event: &Event) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE org_import SET state = $3, counts = $4, payload = '', undo = $5, at = $6 WHERE municipality_id = $1 AND id = $2")
        .bind(permit.municipality().0).bind(import.id.0).bind(import.state.as_str()).bind(&import.counts).bind(undo)
        .bind(Ts(import.at)).execute(c).await.map(|_| ()))
    .map_err(doing("finishing an import"))?;
    audit::write(tx, permit, import.at, Subject { kind: SubjectKind::Import, id: import.id.0 }, event).await
}

/// Records that an import was broken off. Nothing happened, so there is no line in the trail.
///
/// # Errors
/// A fault of the database.
pub async fn fail_import(tx: &mut Tx, permit: &Permit, id: ImportId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("UPDATE org_import SET state = 'failed' WHERE municipality_id = $1 AND id = $2 AND state = 'previewed'")
        .bind(permit.municipality().0).bind(id.0).execute(c).await.map(|_| ()))
    .map_err(doing("recording a failed import"))
}

/// Every unit there is and was, by number.
///
/// # Errors
/// A fault of the database.
pub async fn every_unit(tx: &mut Tx, sight: &Sight) -> Result<Vec<Unit>, Fault> {
    let rows: Vec<units::Row> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version
         FROM unit WHERE municipality_id = $1 ORDER BY serial")
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("reading the whole organisation"))?;
    rows.into_iter().map(units::Row::unit).collect()
}

/// Everybody.
///
/// # Errors
/// A fault of the database.
pub async fn everybody(tx: &mut Tx, sight: &Sight) -> Result<Vec<Person>, Fault> {
    let rows: Vec<(Uuid, Option<String>, String, String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT id, foreign_id, name, email, version FROM person WHERE municipality_id = $1 ORDER BY id")
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("reading everybody"))?;
    rows.into_iter()
        .map(|(id, foreign_id, name, email, version)| {
            let name = Line::parse(&name).map_err(|_| corrupt("reading a person", &name, "a name"))?;
            Ok(Person { id: id.into(), foreign_id, content: PersonContent { name, email }, version })
        })
        .collect()
}

type RawPosition = (Uuid, Uuid, Option<Uuid>, String, String, DbDate, Option<DbDate>, i64);

/// The positions of a role that leads, in every unit, that have not ended before a day.
///
/// # Errors
/// A fault of the database.
pub async fn leading_positions(tx: &mut Tx, sight: &Sight, on: Date) -> Result<Vec<Position>, Fault> {
    let rows: Vec<RawPosition> = on!(tx, c => sqlx::query_as(
        "SELECT id, unit_id, person_id, role, title, valid_from, valid_to, version FROM position
         WHERE municipality_id = $1 AND (valid_to IS NULL OR valid_to >= $2)
           AND role IN ('committee-chair', 'chief-executive', 'director', 'department-head', 'institution-leader')
         ORDER BY unit_id, valid_from, id")
        .bind(sight.municipality().0).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading who leads"))?;
    rows.into_iter().map(position).collect()
}

fn position((id, unit, person, role, title, from, to, version): RawPosition) -> Result<Position, Fault> {
    const DOING: &str = "reading a position";
    let content = PositionContent {
        unit: unit.into(),
        role: Role::parse(&role).ok_or_else(|| corrupt(DOING, &role, "a role"))?,
        title: Line::parse(&title).map_err(|_| corrupt(DOING, &title, "a title"))?,
        person: person.map(PersonId),
        span: Span { from: from.to_jiff(), to: to.map(DbDate::to_jiff) },
    };
    Ok(Position { id: id.into(), content, version })
}

/// Gives out so many numbers of a running series at once; the first of them.
///
/// # Errors
/// A fault of the database.
pub async fn next_numbers(tx: &mut Tx, permit: &Permit, series: &str, count: usize) -> Result<i64, Fault> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let last: i64 = on!(tx, c => sqlx::query_scalar(
        "INSERT INTO running_number (municipality_id, series, last) VALUES ($1, $2, $3)
         ON CONFLICT (municipality_id, series) DO UPDATE SET last = running_number.last + $3
         RETURNING last")
        .bind(permit.municipality().0).bind(series).bind(count).fetch_one(c).await)
    .map_err(doing("giving out numbers"))?;
    Ok(last - count + 1)
}

/// One statement put together from many rows; the same binds on either engine.
macro_rules! many {
    ($tx:expr, $begin:expr, |$query:ident| $put:block) => {
        crate::meter::counted(async {
            match $tx {
                Tx::Sqlite(tx) => {
                    let mut $query = QueryBuilder::<Sqlite>::new($begin);
                    $put
                    $query.build().execute(&mut **tx).await.map(|done| done.rows_affected())
                }
                Tx::Postgres(tx) => {
                    let mut $query = QueryBuilder::<Postgres>::new($begin);
                    $put
                    $query.build().execute(&mut **tx).await.map(|done| done.rows_affected())
                }
            }
        })
        .await
    };
}

/// Enters units, those above before those below.
///
/// # Errors
/// A fault of the database.
pub async fn insert_units(tx: &mut Tx, permit: &Permit, new: &[&Unit]) -> Result<(), Fault> {
    let municipality = permit.municipality().0;
    for chunk in new.chunks(ROWS) {
        many!(tx, "INSERT INTO unit (municipality_id, id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version) ", |query| {
            query.push_values(chunk, |mut b, unit| {
                let content = &unit.content;
                b.push_bind(municipality).push_bind(unit.id.0).push_bind(unit.serial).push_bind(unit.foreign_id.clone())
                    .push_bind(content.name.to_string()).push_bind(content.level.to_string())
                    .push_bind(content.kind.as_ref().map(Key::to_string)).push_bind(content.area.clone())
                    .push_bind(content.parent.map(|p| p.0)).push_bind(content.function.as_str()).push_bind(date(content.from))
                    .push_bind(maybe_date(unit.to)).push_bind(unit.successor.map(|s| s.0)).push_bind(1i64);
            });
        })
        .map_err(doing("entering units"))?;
    }
    index_units(tx, permit, new).await
}

/// Saves a unit that stands as it was read, its foreign id too.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn update_unit(tx: &mut Tx, permit: &Permit, unit: &Unit) -> Result<(), Miss> {
    let content = &unit.content;
    let saved = on!(tx, c => sqlx::query(
        "UPDATE unit SET name = $3, level = $4, kind = $5, area = $6, parent_id = $7, service = $8, valid_from = $9,
            valid_to = $10, successor_id = $11, foreign_id = $13, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $12")
        .bind(permit.municipality().0).bind(unit.id.0).bind(content.name.as_str()).bind(content.level.as_str())
        .bind(content.kind.as_ref().map(Key::as_str)).bind(&content.area).bind(content.parent.map(|p| p.0))
        .bind(content.function.as_str()).bind(date(content.from)).bind(maybe_date(unit.to))
        .bind(unit.successor.map(|s| s.0)).bind(unit.version).bind(&unit.foreign_id).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a unit"))?;
    if saved == 0 { Err(Miss::Stale) } else { Ok(()) }
}

/// Puts units where search finds them, or renews what stands there.
///
/// # Errors
/// A fault of the database.
pub async fn index_units(tx: &mut Tx, permit: &Permit, units: &[&Unit]) -> Result<(), Fault> {
    let entries = units.iter().map(|u| (u.id.0, format!("{} {}", u.number(), u.content.name), u.content.area.clone()));
    index(tx, permit, SubjectKind::Unit, entries.collect()).await
}

/// Enters people.
///
/// # Errors
/// A fault of the database.
pub async fn insert_people(tx: &mut Tx, permit: &Permit, new: &[&Person]) -> Result<(), Fault> {
    let municipality = permit.municipality().0;
    for chunk in new.chunks(ROWS) {
        many!(tx, "INSERT INTO person (municipality_id, id, foreign_id, name, email, version) ", |query| {
            query.push_values(chunk, |mut b, person| {
                b.push_bind(municipality)
                    .push_bind(person.id.0)
                    .push_bind(person.foreign_id.clone())
                    .push_bind(person.content.name.to_string())
                    .push_bind(person.content.email.clone())
                    .push_bind(1i64);
            });
        })
        .map_err(doing("entering people"))?;
    }
    index_people(tx, permit, new).await
}

/// Saves a person who stands as they were read, their foreign id too.
///
/// # Errors
/// Stale where somebody saved them in the meantime, or a fault.
pub async fn update_person(tx: &mut Tx, permit: &Permit, person: &Person) -> Result<(), Miss> {
    let saved = on!(tx, c => sqlx::query(
        "UPDATE person SET name = $3, email = $4, foreign_id = $5, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $6")
        .bind(permit.municipality().0).bind(person.id.0).bind(person.content.name.as_str()).bind(&person.content.email)
        .bind(&person.foreign_id).bind(person.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a person"))?;
    if saved == 0 { Err(Miss::Stale) } else { Ok(()) }
}

/// Puts people where search finds them, or renews what stands there.
///
/// # Errors
/// A fault of the database.
pub async fn index_people(tx: &mut Tx, permit: &Permit, people: &[&Person]) -> Result<(), Fault> {
    let entries = people.iter().map(|p| (p.id.0, p.content.name.to_string(), p.content.email.clone()));
    index(tx, permit, SubjectKind::Person, entries.collect()).await
}

/// Enters positions.
///
/// # Errors
/// A fault of the database.
pub async fn insert_positions(tx: &mut Tx, permit: &Permit, new: &[&Position]) -> Result<(), Fault> {
    let municipality = permit.municipality().0;
    for chunk in new.chunks(ROWS) {
        many!(
            tx,
            "INSERT INTO position (municipality_id, id, unit_id, person_id, role, title, valid_from, valid_to, version) ",
            |query| {
                query.push_values(chunk, |mut b, position| {
                    let content = &position.content;
                    b.push_bind(municipality)
                        .push_bind(position.id.0)
                        .push_bind(content.unit.0)
                        .push_bind(content.person.map(|p| p.0))
                        .push_bind(content.role.as_str())
                        .push_bind(content.title.to_string())
                        .push_bind(date(content.span.from))
                        .push_bind(maybe_date(content.span.to))
                        .push_bind(1i64);
                });
            }
        )
        .map_err(doing("entering positions"))?;
    }
    Ok(())
}

/// What an import can take away again: only things it entered itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entered {
    /// Units, those below before those above.
    Units,
    /// People.
    People,
    /// Positions.
    Positions,
}

/// Takes away things that an import entered, and their place in search.
///
/// # Errors
/// Stale where something else points to one of them by now, or one is gone; or a fault.
pub async fn take_away(tx: &mut Tx, permit: &Permit, what: Entered, ids: &[Uuid]) -> Result<(), Miss> {
    let municipality = permit.municipality().0;
    let begin = match what {
        Entered::Units => "DELETE FROM unit WHERE municipality_id = ",
        Entered::People => "DELETE FROM person WHERE municipality_id = ",
        Entered::Positions => "DELETE FROM position WHERE municipality_id = ",
    };
    for chunk in ids.chunks(ROWS) {
        let gone = many!(tx, begin, |query| {
            query.push_bind(municipality).push(" AND id IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|id| {
                list.push_bind(*id);
            });
            query.push(")");
        })
        .map_err(in_use)?;
        if gone != chunk.len() as u64 {
            return Err(Miss::Stale);
        }
        if what == Entered::Positions {
            continue; // positions are not searched for
        }
        many!(tx, "DELETE FROM search_entry WHERE municipality_id = ", |query| {
            query.push_bind(municipality).push(" AND subject_id IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|id| {
                list.push_bind(*id);
            });
            query.push(")");
        })
        .map_err(doing("taking what an import entered out of search"))?;
    }
    Ok(())
}

/// The schema keeps what something else points to.
fn in_use(cause: sqlx::Error) -> Miss {
    match &cause {
        sqlx::Error::Database(said) if said.is_foreign_key_violation() => Miss::Stale,
        _ => doing("taking away what an import entered")(cause).into(),
    }
}

async fn index(tx: &mut Tx, permit: &Permit, kind: SubjectKind, entries: Vec<(Uuid, String, String)>) -> Result<(), Fault> {
    let municipality = permit.municipality();
    let fence = search::fence(municipality);
    for chunk in entries.chunks(ROWS) {
        many!(tx, "INSERT INTO search_entry (municipality_id, subject_kind, subject_id, fence, title, body) ", |query| {
            query.push_values(chunk, |mut b, (id, title, body)| {
                b.push_bind(municipality.0)
                    .push_bind(kind.as_str())
                    .push_bind(*id)
                    .push_bind(fence.clone())
                    .push_bind(title.clone())
                    .push_bind(body.clone());
            });
            query.push(" ON CONFLICT (municipality_id, subject_id) DO UPDATE SET title = excluded.title, body = excluded.body");
        })
        .map_err(doing("indexing for search"))?;
    }
    Ok(())
}

/// The version of each of these things now; those that are gone are left out.
///
/// # Errors
/// A fault of the database.
pub async fn versions(tx: &mut Tx, municipality: MunicipalityId, what: Entered) -> Result<Vec<(Uuid, i64)>, Fault> {
    let rows = match what {
        Entered::Units => on!(tx, c => sqlx::query_as("SELECT id, version FROM unit WHERE municipality_id = $1")
            .bind(municipality.0).fetch_all(c).await),
        Entered::People => on!(tx, c => sqlx::query_as("SELECT id, version FROM person WHERE municipality_id = $1")
            .bind(municipality.0).fetch_all(c).await),
        Entered::Positions => {
            on!(tx, c => sqlx::query_as("SELECT id, version FROM position WHERE municipality_id = $1")
            .bind(municipality.0).fetch_all(c).await)
        }
    };
    rows.map_err(doing("reading versions"))
}
