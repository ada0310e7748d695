//! The outbox: mails are made once, taken by one node at a time, and end as sent or given up.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::reminders::outbox::LEASE;
use pejl_domain::reminders::{Mail, MailKey, MailKind, MailState};
use pejl_kernel::{MailId, MunicipalityId, PersonId};
use pejl_policy::Permit;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use crate::db::{Tx, on};
use crate::dialect::{spoken, unless_locked};
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, Ts, date};

/// What a mail says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MailContent {
    /// The recipient's name.
    pub name: String,
    /// The language, as mail headers say it: `da` or `en`.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The part for whoever reads plain text.
    pub text: String,
    /// The part for whoever reads HTML.
    pub html: String,
    /// The address by which it is unsubscribed from.
    pub unsubscribe: String,
}

/// A mail about to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMail {
    /// Its id.
    pub id: MailId,
    /// To whom.
    pub person: PersonId,
    /// At which address.
    pub recipient: String,
    /// What it says.
    pub content: MailContent,
    /// A hash of the secret in the address it is unsubscribed by.
    pub secret_hash: String,
}

/// The last day on which a municipality's people were gone through.
///
/// # Errors
/// A fault.
pub async fn last_run(tx: &mut Tx, municipality: MunicipalityId) -> Result<Option<Date>, Fault> {
    let day: Option<DbDate> = on!(tx, c => sqlx::query_scalar("SELECT day FROM reminder_run WHERE municipality_id = $1")
        .bind(municipality.0).fetch_optional(c).await)
    .map_err(doing("reading when people were last reminded"))?;
    Ok(day.map(DbDate::to_jiff))
}

/// Notes that a day is gone through. `false` where it was already: another node does it, or has done it.
///
/// # Errors
/// A fault.
pub async fn begin_run(tx: &mut Tx, permit: &Permit, day: Date) -> Result<bool, Fault> {
    let begun = on!(tx, c => sqlx::query(
        "INSERT INTO reminder_run (municipality_id, day) VALUES ($1, $2)
         ON CONFLICT (municipality_id) DO UPDATE SET day = excluded.day WHERE reminder_run.day < excluded.day")
        .bind(permit.municipality().0).bind(date(day)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("noting that people were reminded"))?;
    Ok(begun > 0)
}

/// The keys of the mails made since an instant.
///
/// # Errors
/// A fault.
pub async fn made_since(tx: &mut Tx, permit: &Permit, since: Timestamp) -> Result<Vec<MailKey>, Fault> {
    let rows: Vec<(Uuid, String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT person_id, kind, period FROM outbox WHERE municipality_id = $1 AND created_at >= $2")
        .bind(permit.municipality().0).bind(Ts(since)).fetch_all(c).await)
    .map_err(doing("reading which mails were made"))?;
    rows.into_iter().map(mail_key).collect()
}

fn mail_key((person, kind, period): (Uuid, String, String)) -> Result<MailKey, Fault> {
    let kind = MailKind::parse(&kind).ok_or_else(|| corrupt("reading a mail", &kind, "a kind of mail"))?;
    Ok(MailKey { person: person.into(), kind, period })
}

/// Makes mails of one kind and period, those that are there already excepted. How many were made. One statement.
///
/// # Errors
/// A fault.
pub async fn save_mails(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    (kind, period): (MailKind, &str),
    life: &Mail,
    mails: &[NewMail],
) -> Result<u64, Fault> {
    let mut rows = Vec::with_capacity(mails.len());
    for mail in mails {
        rows.push(json!([
            mail.id.0.simple().to_string(),
            mail.person.0.simple().to_string(),
            mail.recipient,
            written(&mail.content)?,
            mail.secret_hash
        ]));
    }
    let sql = spoken(
        tx.engine(),
        "INSERT INTO outbox (municipality_id, id, person_id, kind, period, recipient, content, secret_hash, state, attempts, next_at,
            give_up_at, last_error, created_at)
         SELECT $1, id_of(r.value ->> 0), id_of(r.value ->> 1), $2, $3, r.value ->> 2, r.value ->> 3, r.value ->> 4, $4, $5, $6, $7, '', $8
         FROM rows_of($9) r WHERE true
         ON CONFLICT (municipality_id, person_id, kind, period) DO NOTHING",
    );
    on!(tx, c => sqlx::query(sql)
        .bind(permit.municipality().0).bind(kind.as_str()).bind(period).bind(life.state.as_str()).bind(i64::from(life.attempts))
        .bind(Ts(life.next_at)).bind(Ts(life.give_up_at)).bind(Ts(at)).bind(Json(rows))
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("putting mails in the outbox"))
}

fn written(content: &MailContent) -> Result<String, Fault> {
    serde_json::to_string(content).map_err(|e| doing("writing down a mail")(sqlx::Error::Encode(Box::new(e))))
}

/// Forgets mails that were made before an instant.
///
/// # Errors
/// A fault.
pub async fn forget_mails(tx: &mut Tx, permit: &Permit, before: Timestamp) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM outbox WHERE municipality_id = $1 AND created_at < $2 AND ended_at IS NOT NULL")
        .bind(permit.municipality().0).bind(Ts(before)).execute(c).await.map(|_| ()))
    .map_err(doing("forgetting old mails"))
}

/// A mail that this node has, for as long as its lease runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeasedMail {
    /// In which municipality.
    pub municipality: MunicipalityId,
    /// Which mail.
    pub id: MailId,
    /// What makes it the same mail.
    pub key: MailKey,
    /// At which address.
    pub recipient: String,
    /// What it says.
    pub content: MailContent,
    /// Its life as it stands.
    pub life: Mail,
}

#[derive(sqlx::FromRow)]
struct LeasedRow {
    municipality_id: Uuid,
    id: Uuid,
    person_id: Uuid,
    kind: String,
    period: String,
    recipient: String,
    content: String,
    attempts: i64,
    next_at: Ts,
    lease_until: Option<Ts>,
    give_up_at: Ts,
    last_error: String,
}

impl LeasedRow {
    fn mail(self) -> Result<LeasedMail, Fault> {
        let corrupted = |_| corrupt("reading a mail", "a content", "a mail's content");
        let attempts = u32::try_from(self.attempts).unwrap_or(u32::MAX);
        Ok(LeasedMail {
            municipality: self.municipality_id.into(),
            id: self.id.into(),
            key: mail_key((self.person_id, self.kind, self.period))?,
            recipient: self.recipient,
            content: serde_json::from_str(&self.content).map_err(corrupted)?,
            life: Mail {
                state: MailState::Leased,
                attempts,
                next_at: self.next_at.0,
                lease_until: self.lease_until.map(|t| t.0),
                give_up_at: self.give_up_at.0,
                last_error: self.last_error,
            },
        })
    }
}

/// Takes so many mails whose time has come, of all municipalities, the longest waiting first; also those of a node whose lease
/// ran out. Two nodes never take the same.
///
/// # Errors
/// A fault.
pub async fn lease_mails(tx: &mut Tx, now: Timestamp, most: i64) -> Result<Vec<LeasedMail>, Fault> {
    let until = now.checked_add(LEASE).unwrap_or(Timestamp::MAX);
    let sql = unless_locked(
        tx.engine(),
        "UPDATE outbox SET state = 'leased', lease_until = $2, attempts = attempts + 1
         WHERE (municipality_id, id) IN (
            SELECT o.municipality_id, o.id FROM outbox o
            WHERE o.ended_at IS NULL AND o.give_up_at > $1
              AND ((o.state = 'waiting' AND o.next_at <= $1) OR (o.state = 'leased' AND o.lease_until <= $1))
            ORDER BY o.next_at, o.id LIMIT $3 unless_locked)
         RETURNING municipality_id, id, person_id, kind, period, recipient, content, attempts, next_at, lease_until, give_up_at, last_error",
    );
    let rows: Vec<LeasedRow> = on!(tx, c => sqlx::query_as(sql).bind(Ts(now)).bind(Ts(until)).bind(most).fetch_all(c).await)
        .map_err(doing("taking mails to send"))?;
    rows.into_iter().map(LeasedRow::mail).collect()
}

/// Notes that a mail was sent. Also where the lease ran out in the meantime: what is sent is sent.
///
/// # Errors
/// A fault.
pub async fn end_mail(tx: &mut Tx, mail: &LeasedMail, at: Timestamp) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE outbox SET state = 'sent', lease_until = NULL, content = '', last_error = '', ended_at = $3
         WHERE municipality_id = $1 AND id = $2 AND state IN ('leased', 'waiting')")
        .bind(mail.municipality.0).bind(mail.id.0).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("noting that a mail was sent"))
}

/// Notes that a mail was not sent: `life` is what has become of it. Nothing where another node has it by now.
///
/// # Errors
/// A fault.
pub async fn fail_mail(tx: &mut Tx, mail: &LeasedMail, life: &Mail, at: Timestamp) -> Result<(), Fault> {
    let ended = matches!(life.state, MailState::Sent | MailState::GivenUp).then_some(Ts(at));
    on!(tx, c => sqlx::query(
        "UPDATE outbox SET state = $4, lease_until = NULL, next_at = $5, last_error = $6, ended_at = $7,
            content = CASE WHEN $8 THEN '' ELSE content END
         WHERE municipality_id = $1 AND id = $2 AND state = 'leased' AND attempts = $3")
        .bind(mail.municipality.0).bind(mail.id.0).bind(i64::from(mail.life.attempts)).bind(life.state.as_str())
        .bind(Ts(life.next_at)).bind(&life.last_error).bind(ended).bind(ended.is_some()).execute(c).await.map(|_| ()))
    .map_err(doing("noting that a mail was not sent"))
}

/// Gives up every mail that has become too old and that no node has. How many.
///
/// # Errors
/// A fault.
pub async fn give_up_stale(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE outbox SET state = 'given-up', lease_until = NULL, content = '', ended_at = $1
         WHERE ended_at IS NULL AND give_up_at <= $1 AND (state = 'waiting' OR lease_until <= $1)")
        .bind(Ts(now)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("giving up old mails"))
}

/// Gives up the mails that wait for a person, who no longer wants them.
///
/// # Errors
/// A fault.
pub async fn give_up_mails_of(tx: &mut Tx, permit: &Permit, person: PersonId, at: Timestamp) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE outbox SET state = 'given-up', content = '', ended_at = $3
         WHERE municipality_id = $1 AND person_id = $2 AND state = 'waiting'")
        .bind(permit.municipality().0).bind(person.0).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("giving up somebody's mails"))
}

/// Whose mail a secret came with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unsubscriber {
    /// The first path segment of the municipality.
    pub slug: String,
    /// Who.
    pub person: PersonId,
    /// The address the mail went to.
    pub recipient: String,
}

/// Whose mail a secret came with; `None` where there is no such secret.
///
/// # Errors
/// A fault.
pub async fn unsubscriber(tx: &mut Tx, secret_hash: &str) -> Result<Option<Unsubscriber>, Fault> {
    let row: Option<(String, Uuid, String)> = on!(tx, c => sqlx::query_as(
        "SELECT m.slug, o.person_id, o.recipient FROM outbox o JOIN municipality m ON m.id = o.municipality_id
         WHERE o.secret_hash = $1")
        .bind(secret_hash).fetch_optional(c).await)
    .map_err(doing("looking up who unsubscribes"))?;
    Ok(row.map(|(slug, person, recipient)| Unsubscriber { slug, person: person.into(), recipient }))
}

/// How a municipality's outbox stands, for whoever keeps it running.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OutboxStanding {
    /// Mails that wait or are on their way.
    pub open: usize,
    /// Mails sent since the instant asked for.
    pub sent: usize,
    /// Mails given up since then.
    pub given_up: usize,
    /// What went wrong last with one that waits; empty where nothing did.
    pub last_error: String,
    /// When a mail was last sent.
    pub last_sent: Option<Timestamp>,
}

/// How a municipality's outbox stands. Whoever reads it keeps the municipality's logins: see `Action::KeepLogins`.
///
/// # Errors
/// A fault.
pub async fn outbox_standing(tx: &mut Tx, permit: &Permit, since: Timestamp) -> Result<OutboxStanding, Fault> {
    let row: (i64, i64, i64, Option<Ts>, Option<String>) = on!(tx, c => sqlx::query_as(
        "SELECT count(*) FILTER (WHERE o.ended_at IS NULL) AS open,
            count(*) FILTER (WHERE o.state = 'sent' AND o.ended_at >= $2) AS sent,
            count(*) FILTER (WHERE o.state = 'given-up' AND o.ended_at >= $2) AS given_up,
            max(CASE WHEN o.state = 'sent' THEN o.ended_at END) AS last_sent,
            (SELECT e.last_error FROM outbox e WHERE e.municipality_id = $1 AND e.ended_at IS NULL AND e.last_error <> ''
             ORDER BY e.next_at DESC LIMIT 1) AS last_error
         FROM outbox o WHERE o.municipality_id = $1")
        .bind(permit.municipality().0).bind(Ts(since)).fetch_one(c).await)
    .map_err(doing("reading how the outbox stands"))?;
    let (open, sent, given_up, last_sent, last_error) = row;
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    Ok(OutboxStanding {
        open: count(open),
        sent: count(sent),
        given_up: count(given_up),
        last_error: last_error.unwrap_or_default(),
        last_sent: last_sent.map(|t| t.0),
    })
}
