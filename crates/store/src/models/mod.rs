//! Municipalities and the versions of their governance models. A version, once installed, is never changed.

mod usage;

pub use usage::{Usage, usage};

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_kernel::{ModelVersionId, MunicipalityId};
use pejl_policy::Permit;
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect;
use crate::fault::{Fault, doing};
use crate::value::{DbDate, Ts, maybe_date};

/// A municipality in this installation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Municipality {
    /// Its id.
    pub id: MunicipalityId,
    /// The four-digit code.
    pub code: String,
    /// The name without "Kommune".
    pub name: String,
    /// The first path segment of its pages.
    pub slug: String,
    /// The day it stands on, where that is not the real one: a demonstration's, whose content lies in the past.
    pub stands_on: Option<Date>,
}

/// An installed version of a model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Installed {
    /// Its id.
    pub id: ModelVersionId,
    /// 1 for the first.
    pub serial: i64,
    /// What the model is called.
    pub name: String,
    /// When it was installed.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct MunicipalityRow {
    id: Uuid,
    code: String,
    name: String,
    slug: String,
    stands_on: Option<DbDate>,
}

impl From<MunicipalityRow> for Municipality {
    fn from(r: MunicipalityRow) -> Self {
        let stands_on = r.stands_on.map(DbDate::to_jiff);
        Self { id: r.id.into(), code: r.code, name: r.name, slug: r.slug, stands_on }
    }
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    #[sqlx(flatten)]
    municipality: MunicipalityRow,
    version_id: Uuid,
    asked: String,
}

/// Every municipality in this installation, by name.
///
/// # Errors
/// A fault of the database.
pub async fn municipalities(tx: &mut Tx) -> Result<Vec<Municipality>, Fault> {
    let rows: Vec<MunicipalityRow> = on!(tx, c => sqlx::query_as(
        "SELECT id, code, name, slug, stands_on FROM municipality ORDER BY name COLLATE da").fetch_all(c).await)
    .map_err(doing("listing municipalities"))?;
    Ok(rows.into_iter().map(Municipality::from).collect())
}

/// What a municipality steers by: the version of its model that is in force, and what its published strategy letters ask.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct InForce {
    /// The version of the model.
    pub version: ModelVersionId,
    /// What each letter that asks something asks of the agreements of its year, as it was kept, the newest year first.
    pub asked: String,
}

/// The municipality with this first path segment, with what it steers by: one statement.
///
/// # Errors
/// A fault of the database.
pub async fn municipality_at(tx: &mut Tx, slug: &str) -> Result<Option<(Municipality, InForce)>, Fault> {
    let row: Option<PlaceRow> = on!(tx, c => sqlx::query_as(
        "SELECT m.id, m.code, m.name, m.slug, m.stands_on, v.id AS version_id,
            '[' || coalesce((SELECT string_agg(l.asked, ',' ORDER BY l.year DESC) FROM letter l
                WHERE l.municipality_id = m.id AND l.asked <> ''), '') || ']' AS asked
         FROM municipality m JOIN model_version v ON v.municipality_id = m.id
         WHERE m.slug = $1 ORDER BY v.serial DESC LIMIT 1").bind(slug).fetch_optional(c).await)
    .map_err(doing("finding a municipality"))?;
    Ok(row.map(|r| (r.municipality.into(), InForce { version: r.version_id.into(), asked: r.asked })))
}

/// Enters a municipality and opens its audit trail. Only the operator's permit to install a model leads here.
///
/// # Errors
/// A fault of the database, among them that the code or the path is taken.
pub async fn enter(tx: &mut Tx, permit: &Permit, at: Timestamp, municipality: &Municipality) -> Result<(), Fault> {
    debug_assert_eq!(permit.municipality(), municipality.id);
    on!(tx, c => sqlx::query("INSERT INTO municipality (id, code, name, slug, created_at, stands_on) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(municipality.id.0).bind(&municipality.code).bind(&municipality.name).bind(&municipality.slug).bind(Ts(at))
        .bind(maybe_date(municipality.stands_on))
        .execute(c).await.map(|_| ()))
    .map_err(doing("entering a municipality"))?;
    audit::open(tx, municipality.id).await
}

/// Lets a municipality stand on a day from now on, or on the real one again.
///
/// # Errors
/// A fault of the database.
pub async fn stand_on(tx: &mut Tx, permit: &Permit, at: Timestamp, day: Option<Date>, event: &Event) -> Result<(), Fault> {
    let municipality = permit.municipality();
    on!(tx, c => sqlx::query("UPDATE municipality SET stands_on = $2 WHERE id = $1")
        .bind(municipality.0).bind(maybe_date(day)).execute(c).await.map(|_| ()))
    .map_err(doing("letting a municipality stand on a day"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Municipality, id: municipality.0 }, event).await
}

/// Installs a version of a model; it is in force from then on. `body` is its text, to the letter.
///
/// # Errors
/// A fault of the database.
pub async fn install(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    id: ModelVersionId,
    (name, body): (&str, &str),
    event: &Event,
) -> Result<i64, Fault> {
    let municipality = permit.municipality();
    dialect::queue_writers(tx, municipality).await?;
    let serial = crate::next_number(tx, municipality, "model").await?;
    on!(tx, c => sqlx::query(
        "INSERT INTO model_version (municipality_id, id, serial, name, body, installed_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(municipality.0).bind(id.0).bind(serial).bind(name).bind(body).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("installing a model"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Model, id: id.0 }, event).await?;
    Ok(serial)
}

/// The text of an installed version.
///
/// # Errors
/// A fault of the database.
pub async fn body(tx: &mut Tx, municipality: MunicipalityId, id: ModelVersionId) -> Result<Option<String>, Fault> {
    on!(tx, c => sqlx::query_scalar("SELECT body FROM model_version WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("reading a model"))
}

/// Every installed version, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn versions(tx: &mut Tx, municipality: MunicipalityId) -> Result<Vec<Installed>, Fault> {
    let rows: Vec<(Uuid, i64, String, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT id, serial, name, installed_at FROM model_version WHERE municipality_id = $1 ORDER BY serial DESC")
        .bind(municipality.0).fetch_all(c).await)
    .map_err(doing("listing model versions"))?;
    Ok(rows.into_iter().map(|(id, serial, name, at)| Installed { id: id.into(), serial, name, at: at.0 }).collect())
}
