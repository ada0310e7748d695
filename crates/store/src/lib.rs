//! All SQL, on both engines, and the audit trail.
//!
//! [`Db`] is SQLite or PostgreSQL; a [`Tx`] is one transaction on it. Every function here takes a `Tx`, runs one SQL text on
//! either engine, and gives back domain values. What must differ between the engines is a named function in `dialect`.
//! Writing functions demand a `Permit` and write the audit line in the same transaction; lists demand a `Sight`.
//! Nothing here knows HTTP, templates or words.

pub mod accounts;
pub mod agreements;
pub mod audit;
pub mod bulk;
pub mod cases;
pub mod chain;
mod db;
mod dialect;
mod fault;
pub mod letters;
pub mod meetings;
pub mod meter;
pub mod models;
pub mod orgs;
pub mod overview;
pub mod reminders;
pub mod rounds;
pub mod search;
pub mod seminars;
mod typed;
mod value;
pub mod wheel;

pub use db::{Db, Engine, Tx};
pub use dialect::queue_writers;
pub use fault::{Fault, Miss};
pub use value::Ts;

use pejl_kernel::MunicipalityId;
use sqlx::Row as _;

use crate::db::on;

/// Gives out the next number of a running series: what has been given out is never given out again.
///
/// # Errors
/// A fault of the database.
pub async fn next_number(tx: &mut Tx, municipality: MunicipalityId, series: &str) -> Result<i64, Fault> {
    let row = on!(tx, c => sqlx::query(
        "INSERT INTO running_number (municipality_id, series, last) VALUES ($1, $2, 1)
         ON CONFLICT (municipality_id, series) DO UPDATE SET last = running_number.last + 1
         RETURNING last")
        .bind(municipality.0).bind(series).fetch_one(c).await.map(|r| r.get::<i64, _>(0)))
    .map_err(fault::doing("giving out a number"))?;
    Ok(row)
}
