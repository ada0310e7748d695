//! People.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::orgs::{Person, PersonContent};
use pejl_kernel::{Line, MunicipalityId, PersonId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::typed::{folded, small};
use crate::value::date;

/// One person.
///
/// # Errors
/// Not found, or a fault.
pub async fn person(tx: &mut Tx, municipality: MunicipalityId, id: PersonId) -> Result<Person, Miss> {
    let row: Option<(Option<String>, String, String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT foreign_id, name, email, version FROM person WHERE municipality_id = $1 AND id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a person"))?;
    let (foreign_id, name, email, version) = row.ok_or(Miss::NotFound)?;
    let name = Line::parse(&name).map_err(|_| corrupt("reading a person", &name, "a name"))?;
    Ok(Person { id, foreign_id, content: PersonContent { name, email }, version })
}

/// A person in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonRow {
    /// The id.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The mail address; empty where none is known.
    pub email: String,
    /// The title of a position held on the day, with its unit; `None` where there is none.
    pub position: Option<String>,
    /// The login, where the person has one that is open.
    pub login: Option<String>,
}

/// Which people a list shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonFilter {
    /// Only people with this in the name.
    pub name: String,
    /// Pass over so many.
    pub skip: i64,
    /// Show so many.
    pub most: i64,
}

#[derive(sqlx::FromRow)]
struct ListRow {
    id: Uuid,
    name: String,
    email: String,
    position: Option<String>,
    login: Option<String>,
}

/// A list of people, by name.
///
/// # Errors
/// A fault of the database.
pub async fn list_people(tx: &mut Tx, sight: &Sight, filter: &PersonFilter) -> Result<Vec<PersonRow>, Fault> {
    let rows: Vec<ListRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT p.id, p.name, p.email,
            (SELECT min(po.title || ', ' || u.name) FROM position po JOIN unit u ON u.municipality_id = po.municipality_id AND u.id = po.unit_id
              WHERE po.municipality_id = p.municipality_id AND po.person_id = p.id
                AND po.valid_from <= $2 AND (po.valid_to IS NULL OR po.valid_to >= $2)) AS position,
            (SELECT a.login FROM account a WHERE a.municipality_id = p.municipality_id AND a.person_id = p.id AND a.closed_at IS NULL) AS login
         FROM person p
         WHERE p.municipality_id = $1 AND ($3 = '' OR ", small!("p.name"), " LIKE '%' || $3 || '%' ESCAPE '\\')
         ORDER BY p.name COLLATE da, p.id LIMIT $4 OFFSET $5"))
        .bind(sight.municipality().0).bind(date(sight.on())).bind(folded(&filter.name))
        .bind(filter.most).bind(filter.skip).fetch_all(c).await)
    .map_err(doing("listing people"))?;
    let shown =
        |row: ListRow| PersonRow { id: row.id.into(), name: row.name, email: row.email, position: row.position, login: row.login };
    Ok(rows.into_iter().map(shown).collect())
}

/// Whether another person in the municipality has this mail address.
///
/// # Errors
/// A fault of the database.
pub async fn email_taken(tx: &mut Tx, municipality: MunicipalityId, email: &str, but: PersonId) -> Result<bool, Fault> {
    let count: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM person WHERE municipality_id = $1 AND lower(email) = lower($2) AND email <> '' AND id <> $3")
        .bind(municipality.0).bind(email).bind(but.0).fetch_one(c).await)
    .map_err(doing("looking for a mail address"))?;
    Ok(count > 0)
}

/// Saves a person: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_person(tx: &mut Tx, permit: &Permit, at: Timestamp, person: &Person, event: &Event) -> Result<(), Miss> {
    let municipality = permit.municipality();
    let (name, email) = (person.content.name.as_str(), &person.content.email);
    if person.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO person (municipality_id, id, foreign_id, name, email, version) VALUES ($1, $2, $3, $4, $5, 1)")
            .bind(municipality.0).bind(person.id.0).bind(&person.foreign_id).bind(name).bind(email)
            .execute(c).await.map(|_| ()))
        .map_err(doing("entering a person"))?;
    } else {
        let saved = on!(tx, c => sqlx::query(
            "UPDATE person SET name = $3, email = $4, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $5")
            .bind(municipality.0).bind(person.id.0).bind(name).bind(email).bind(person.version)
            .execute(c).await.map(|r| r.rows_affected()))
        .map_err(doing("saving a person"))?;
        if saved == 0 {
            return Err(Miss::Stale);
        }
    }
    search::index(tx, municipality, SubjectKind::Person, person.id.0, (name, email)).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Person, id: person.id.0 }, event).await?;
    Ok(())
}
