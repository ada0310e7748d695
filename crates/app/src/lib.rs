//! The deeds: one function, one transaction, one audit line; and the reads that pages are made of.
//!
//! A deed has five beats: load, ask, decide, save, tell. It is given a [`Desk`], which holds the transaction, who acts and
//! what they may see; it ends in one of six ways (done, or an [`Ending`]). Nothing here knows requests, HTML or SQL text.

pub mod accounts;
pub mod agreements;
pub mod cases;
pub mod chain;
pub mod demonstration;
mod desk;
mod ending;
pub mod letters;
pub mod meetings;
pub mod models;
mod office;
pub mod orgs;
pub mod overview;
pub mod reminders;
pub mod rounds;
pub mod seminars;
pub mod synthetic;
pub mod wheel;

pub use desk::Desk;
pub use ending::Ending;
pub use office::{Office, Place, Visit};
pub use pejl_store::{Db, Engine, Fault, Miss, Tx, meter};

/// What the store gives pages to show: flat structs, no SQL.
pub mod shown {
    pub use pejl_store::audit::{Line as AuditLine, SubjectKind, Verdict, Window};
    pub use pejl_store::models::{Installed, Municipality};
    pub use pejl_store::orgs::{Holding, ImportRow, ImportState, PersonFilter, PersonRow, UnitFilter, UnitInLine, UnitRow};
}
