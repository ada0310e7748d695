//! The secret addresses of calendars. What is kept is a hash; which login it opens is looked up by it.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_kernel::{AccountId, CalendarId, MunicipalityId};
use pejl_policy::Permit;
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::Ts;

/// A calendar's address in force: everything but its secret.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Address {
    /// When it was made.
    pub made_at: Timestamp,
}

/// A login's address in force, where it has one.
///
/// # Errors
/// A fault.
pub async fn address(tx: &mut Tx, municipality: MunicipalityId, account: AccountId) -> Result<Option<Address>, Fault> {
    let row: Option<(Ts,)> = on!(tx, c => sqlx::query_as(
        "SELECT made_at FROM calendar_address WHERE municipality_id = $1 AND account_id = $2 AND revoked_at IS NULL")
        .bind(municipality.0).bind(account.0).fetch_optional(c).await)
    .map_err(doing("looking for a calendar's address"))?;
    Ok(row.map(|(made,)| Address { made_at: made.0 }))
}

/// The login whose calendar has this address, and the first path segment of its municipality; `None` for a revoked or an
/// unknown one.
///
/// # Errors
/// A fault.
pub async fn account_of(tx: &mut Tx, hash: &str) -> Result<Option<(AccountId, String)>, Fault> {
    let row: Option<(Uuid, String)> = on!(tx, c => sqlx::query_as(
        "SELECT a.account_id, m.slug FROM calendar_address a JOIN municipality m ON m.id = a.municipality_id
         WHERE a.hash = $1 AND a.revoked_at IS NULL")
        .bind(hash).fetch_optional(c).await)
    .map_err(doing("looking up a calendar"))?;
    Ok(row.map(|(account, slug)| (account.into(), slug)))
}

/// Gives a login a new address; the one before, where there was one, is revoked.
///
/// # Errors
/// A fault.
pub async fn make_address(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    (id, account): (CalendarId, AccountId),
    hash: &str,
    event: &Event,
) -> Result<(), Fault> {
    revoked(tx, permit, at, account).await?;
    on!(tx, c => sqlx::query(
        "INSERT INTO calendar_address (municipality_id, id, account_id, hash, made_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(permit.municipality().0).bind(id.0).bind(account.0).bind(hash).bind(Ts(at)).execute(c).await.map(|_| ()))
    .map_err(doing("making a calendar's address"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Account, id: account.0 }, event).await
}

/// Revokes a login's address. `false` where it had none.
///
/// # Errors
/// A fault.
pub async fn revoke_address(tx: &mut Tx, permit: &Permit, at: Timestamp, account: AccountId, event: &Event) -> Result<bool, Fault> {
    if !revoked(tx, permit, at, account).await? {
        return Ok(false);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Account, id: account.0 }, event).await?;
    Ok(true)
}

async fn revoked(tx: &mut Tx, permit: &Permit, at: Timestamp, account: AccountId) -> Result<bool, Fault> {
    let revoked = on!(tx, c => sqlx::query(
        "UPDATE calendar_address SET revoked_at = $3 WHERE municipality_id = $1 AND account_id = $2 AND revoked_at IS NULL")
        .bind(permit.municipality().0).bind(account.0).bind(Ts(at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("revoking a calendar's address"))?;
    Ok(revoked > 0)
}
