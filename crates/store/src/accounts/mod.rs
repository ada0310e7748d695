//! Logins, sessions, failed attempts, and what was denied.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_kernel::{AccountId, Mint, MunicipalityId, PersonId};
use pejl_policy::Permit;
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};
use crate::value::{Ts, date};

mod sessions;

pub use sessions::{Session, delete_session, end_sessions, load_session, save_session, sweep_sessions};

/// A login that is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// In which municipality.
    pub municipality: MunicipalityId,
    /// The municipality's first path segment.
    pub slug: String,
    /// Whose it is.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The title of the post the person is best known by; empty where there is none.
    pub title: String,
    /// The unit of that post.
    pub unit: String,
    /// What is typed.
    pub login: String,
    /// The language chosen: `da` or `en`.
    pub language: String,
    /// When the person last logged in.
    pub came_at: Option<Timestamp>,
    /// When they had logged in before that.
    pub seen_at: Option<Timestamp>,
    /// Where the audit trail had come to then: the lines after it are news to them.
    pub seen_line: Option<i64>,
}

impl Account {
    /// The title and unit of the post, as people say it; empty where there is none.
    pub fn post(&self) -> String {
        if self.title.is_empty() { String::new() } else { format!("{}, {}", self.title, self.unit) }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Uuid,
    slug: String,
    person_id: Uuid,
    name: String,
    post: Option<String>,
    login: String,
    language: String,
    came_at: Option<Ts>,
    seen_at: Option<Ts>,
    seen_line: Option<i64>,
}

impl From<Row> for Account {
    fn from(r: Row) -> Self {
        let post = r.post.unwrap_or_default();
        let (title, unit) = post.split_once('\n').unwrap_or_default();
        Self {
            id: r.id.into(),
            municipality: r.municipality_id.into(),
            slug: r.slug,
            person: r.person_id.into(),
            name: r.name,
            title: title.to_owned(),
            unit: unit.to_owned(),
            login: r.login,
            language: r.language,
            came_at: r.came_at.map(|t| t.0),
            seen_at: r.seen_at.map(|t| t.0),
            seen_line: r.seen_line,
        }
    }
}

/// The columns of a login; the real day stands in the parameter named. A municipality that stands on a day of its own counts
/// its posts on that.
macro_rules! account_columns {
    ($day:literal) => {
        concat!(
        "SELECT a.id, a.municipality_id, m.slug, a.person_id, p.name, a.login, a.language, a.came_at, a.seen_at, a.seen_line,
            (SELECT po.title || '\n' || u.name FROM position po
               JOIN unit u ON u.municipality_id = po.municipality_id AND u.id = po.unit_id
              WHERE po.municipality_id = a.municipality_id AND po.person_id = a.person_id
                AND po.valid_from <= COALESCE(m.stands_on, ", $day, ")
                AND (po.valid_to IS NULL OR po.valid_to >= COALESCE(m.stands_on, ", $day, "))
              ORDER BY CASE po.role
                  WHEN 'committee-chair' THEN 0 WHEN 'chief-executive' THEN 0 WHEN 'director' THEN 1 WHEN 'department-head' THEN 2
                  WHEN 'institution-leader' THEN 2 WHEN 'committee-member' THEN 3 WHEN 'council-member' THEN 4
                  WHEN 'employee' THEN 6 ELSE 5 END, po.title, po.id
              LIMIT 1) AS post
         FROM account a
         JOIN municipality m ON m.id = a.municipality_id
         JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id ")
    };
}

/// A login, where it is open. `on` is the real day.
///
/// # Errors
/// A fault of the database.
pub async fn open_account(tx: &mut Tx, id: AccountId, on: Date) -> Result<Option<Account>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(account_columns!("$2"), "WHERE a.id = $1 AND a.closed_at IS NULL"))
        .bind(id.0).bind(date(on)).fetch_optional(c).await)
    .map_err(doing("loading a login"))?;
    Ok(row.map(Account::from))
}

/// Every open demonstration login, for the login page of a demonstration.
///
/// # Errors
/// A fault of the database.
pub async fn demonstration_accounts(tx: &mut Tx, on: Date) -> Result<Vec<Account>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(account_columns!("$1"),
        "WHERE a.demonstration AND a.closed_at IS NULL ORDER BY m.name COLLATE da, a.created_at, a.login")).bind(date(on)).fetch_all(c).await)
    .map_err(doing("listing demonstration logins"))?;
    Ok(rows.into_iter().map(Account::from).collect())
}

/// A municipality's logins, by login. Whoever reads them holds a permit to: see `Action::KeepLogins`.
///
/// # Errors
/// A fault of the database.
pub async fn accounts(tx: &mut Tx, permit: &Permit, on: Date) -> Result<Vec<Account>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(account_columns!("$2"),
        "WHERE a.municipality_id = $1 AND a.closed_at IS NULL ORDER BY a.login"))
        .bind(permit.municipality().0).bind(date(on)).fetch_all(c).await)
    .map_err(doing("listing logins"))?;
    Ok(rows.into_iter().map(Account::from).collect())
}

/// The open login with this name, and the hash of its password.
///
/// # Errors
/// A fault of the database.
pub async fn credentials(tx: &mut Tx, login: &str) -> Result<Option<(AccountId, String, bool)>, Fault> {
    let row: Option<(Uuid, String, bool)> = on!(tx, c => sqlx::query_as(
        "SELECT id, password_hash, demonstration FROM account WHERE login = $1 AND closed_at IS NULL")
        .bind(login).fetch_optional(c).await)
    .map_err(doing("looking up a login"))?;
    Ok(row.map(|(id, hash, demonstration)| (id.into(), hash, demonstration)))
}

/// A login about to be created.
pub struct NewAccount<'a> {
    /// Its id.
    pub id: AccountId,
    /// Whose.
    pub person: PersonId,
    /// What is typed; small letters.
    pub login: &'a str,
    /// The hash of the password, in PHC form.
    pub password_hash: &'a str,
    /// Whether it is shown on the login page of a demonstration.
    pub demonstration: bool,
}

/// Creates a login. `false` where the name is taken, or the person has one.
///
/// # Errors
/// A fault of the database.
pub async fn create_account(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    new: &NewAccount<'_>,
    event: &Event,
) -> Result<bool, Fault> {
    let municipality = permit.municipality();
    let created = on!(tx, c => sqlx::query(
        "INSERT INTO account (id, municipality_id, person_id, login, password_hash, language, demonstration, created_at, version)
         VALUES ($1, $2, $3, $4, $5, 'da', $6, $7, 1) ON CONFLICT DO NOTHING")
        .bind(new.id.0).bind(municipality.0).bind(new.person.0).bind(new.login).bind(new.password_hash)
        .bind(new.demonstration).bind(Ts(at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("creating a login"))?;
    if created == 0 {
        return Ok(false);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Account, id: new.id.0 }, event).await?;
    Ok(true)
}

/// Gives a login another password.
///
/// # Errors
/// Not found where it is no open login of this municipality, or a fault.
pub async fn set_password(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    id: AccountId,
    hash: &str,
    event: &Event,
) -> Result<(), Miss> {
    let set = on!(tx, c => sqlx::query(
        "UPDATE account SET password_hash = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2 AND closed_at IS NULL")
        .bind(permit.municipality().0).bind(id.0).bind(hash).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("setting a password"))?;
    if set == 0 {
        return Err(Miss::NotFound);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Account, id: id.0 }, event).await?;
    Ok(())
}

/// Closes a login for good; its history stays.
///
/// # Errors
/// Not found where it is no open login of this municipality, or a fault.
pub async fn close_account(tx: &mut Tx, permit: &Permit, at: Timestamp, id: AccountId, event: &Event) -> Result<(), Miss> {
    let closed = on!(tx, c => sqlx::query(
        "UPDATE account SET closed_at = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2 AND closed_at IS NULL")
        .bind(permit.municipality().0).bind(id.0).bind(Ts(at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("closing a login"))?;
    if closed == 0 {
        return Err(Miss::NotFound);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Account, id: id.0 }, event).await?;
    Ok(())
}

/// Remembers that somebody logged in now, and when they did before. One's own and nobody else's business, so no line in the trail.
///
/// # Errors
/// A fault of the database.
pub async fn saw(tx: &mut Tx, id: AccountId, at: Timestamp) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE account SET seen_at = came_at, seen_line = came_line, came_at = $2,
            came_line = (SELECT h.serial FROM audit_head h WHERE h.municipality_id = account.municipality_id)
         WHERE id = $1").bind(id.0).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("remembering a visit"))
}

/// Remembers the language somebody chose for themselves.
///
/// # Errors
/// A fault of the database.
pub async fn choose_language(tx: &mut Tx, id: AccountId, language: &str) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("UPDATE account SET language = $2 WHERE id = $1").bind(id.0).bind(language).execute(c).await.map(|_| ()))
        .map_err(doing("choosing a language"))
}

/// How many attempts failed at each of these doors since then: the highest count.
///
/// # Errors
/// A fault of the database.
pub async fn failed_attempts(tx: &mut Tx, doors: [&str; 2], since: Timestamp) -> Result<[i64; 2], Fault> {
    let counts: (i64, i64) = on!(tx, c => sqlx::query_as(
        "SELECT (SELECT count(*) FROM login_attempt WHERE door = $1 AND at > $3) AS one,
                (SELECT count(*) FROM login_attempt WHERE door = $2 AND at > $3) AS other")
        .bind(doors[0]).bind(doors[1]).bind(Ts(since)).fetch_one(c).await)
    .map_err(doing("counting failed attempts"))?;
    Ok(counts.into())
}

/// Remembers a failed attempt at these doors, and forgets those older than `forget`.
///
/// # Errors
/// A fault of the database.
pub async fn log_attempt(tx: &mut Tx, mint: &dyn Mint, doors: [&str; 2], at: Timestamp, forget: Timestamp) -> Result<(), Fault> {
    for door in doors {
        on!(tx, c => sqlx::query("INSERT INTO login_attempt (id, door, at) VALUES ($1, $2, $3)")
            .bind(mint.fresh()).bind(door).bind(Ts(at)).execute(c).await.map(|_| ()))
        .map_err(doing("logging a failed attempt"))?;
    }
    on!(tx, c => sqlx::query("DELETE FROM login_attempt WHERE at < $1").bind(Ts(forget)).execute(c).await.map(|_| ()))
        .map_err(doing("forgetting old attempts"))
}

/// Something that was asked for and denied.
pub struct Denial<'a> {
    /// Where.
    pub municipality: MunicipalityId,
    /// By whom; `None` for the operator.
    pub person: Option<PersonId>,
    /// What.
    pub action: &'a str,
    /// On which page.
    pub path: &'a str,
}

/// Writes the security log.
///
/// # Errors
/// A fault of the database.
pub async fn log_denial(tx: &mut Tx, mint: &dyn Mint, at: Timestamp, denial: &Denial<'_>) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("INSERT INTO denial (id, municipality_id, person_id, action, path, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(mint.fresh()).bind(denial.municipality.0).bind(denial.person.map(|p| p.0)).bind(denial.action)
        .bind(denial.path).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("writing the security log"))
}

/// A line of the security log, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DenialLine {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub person: Option<String>,
    /// What.
    pub action: String,
    /// On which page.
    pub path: String,
}

/// The newest lines of the security log. Whoever reads it holds a permit to: see `Action::SeeDenials`.
///
/// # Errors
/// A fault of the database.
pub async fn denials(tx: &mut Tx, permit: &Permit, most: i64) -> Result<Vec<DenialLine>, Fault> {
    let rows: Vec<(Ts, Option<String>, String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT d.at, p.name, d.action, d.path FROM denial d
         LEFT JOIN person p ON p.municipality_id = d.municipality_id AND p.id = d.person_id
         WHERE d.municipality_id = $1 ORDER BY d.at DESC, d.id DESC LIMIT $2")
        .bind(permit.municipality().0).bind(most).fetch_all(c).await)
    .map_err(doing("reading the security log"))?;
    Ok(rows.into_iter().map(|(at, person, action, path)| DenialLine { at: at.0, person, action, path }).collect())
}
