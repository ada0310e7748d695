//! Sessions live in the database, so that every node knows them and "log out everywhere" reaches them all.

use jiff::Timestamp;
use pejl_kernel::AccountId;

use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::Ts;

/// A session as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Its id, hashed: who reads the table cannot take over a session.
    pub id: String,
    /// Whose it is, once somebody has logged in.
    pub account: Option<AccountId>,
    /// What it holds, as JSON.
    pub data: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Saves a session.
///
/// # Errors
/// A fault of the database.
pub async fn save_session(tx: &mut Tx, session: &Session) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO session (id, account_id, data, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, data = excluded.data, expires_at = excluded.expires_at")
        .bind(&session.id).bind(session.account.map(|a| a.0)).bind(&session.data).bind(Ts(session.expires_at))
        .execute(c).await.map(|_| ()))
    .map_err(doing("saving a session"))
}

/// A session that has not ended: what it holds and when it ends.
///
/// # Errors
/// A fault of the database.
pub async fn load_session(tx: &mut Tx, id: &str, now: Timestamp) -> Result<Option<(String, Timestamp)>, Fault> {
    let row: Option<(String, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT data, expires_at FROM session WHERE id = $1 AND expires_at > $2").bind(id).bind(Ts(now)).fetch_optional(c).await)
    .map_err(doing("loading a session"))?;
    Ok(row.map(|(data, expires)| (data, expires.0)))
}

/// Ends one session.
///
/// # Errors
/// A fault of the database.
pub async fn delete_session(tx: &mut Tx, id: &str) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM session WHERE id = $1").bind(id).execute(c).await.map(|_| ()))
        .map_err(doing("ending a session"))
}

/// Ends every session of a login.
///
/// # Errors
/// A fault of the database.
pub async fn end_sessions(tx: &mut Tx, account: AccountId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM session WHERE account_id = $1").bind(account.0).execute(c).await.map(|_| ()))
        .map_err(doing("ending sessions"))
}

/// Removes sessions that have ended.
///
/// # Errors
/// A fault of the database.
pub async fn sweep_sessions(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM session WHERE expires_at <= $1").bind(Ts(now)).execute(c).await.map(|_| ()))
        .map_err(doing("sweeping sessions"))
}
