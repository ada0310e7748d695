//! What can go wrong in the store.

use thiserror::Error;

/// The database, or what stands in it, is not as it should be. Says what we were doing, and keeps its cause.
#[derive(Debug, Error)]
pub enum Fault {
    /// The database said no.
    #[error("{doing}: {cause}")]
    Database {
        /// What we were doing.
        doing: &'static str,
        /// What the database said.
        #[source]
        cause: sqlx::Error,
    },
    /// A row holds what no row may hold: an unknown state, a text that is no key.
    #[error("{doing}: the row holds {found:?}, which is not {expected}")]
    Corrupt {
        /// What we were doing.
        doing: &'static str,
        /// What stood there.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// The schema could not be brought up to date.
    #[error("migrating the database: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

/// Why a thing was not loaded or saved.
#[derive(Debug, Error)]
pub enum Miss {
    /// There is none, or this actor may not see it.
    #[error("not found")]
    NotFound,
    /// Somebody else saved it in the meantime.
    #[error("changed by somebody else in the meantime")]
    Stale,
    /// A fault.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Names what we were doing when the database said no.
pub(crate) fn doing(doing: &'static str) -> impl Fn(sqlx::Error) -> Fault {
    move |cause| Fault::Database { doing, cause }
}

/// A row holds what no row may hold.
pub(crate) fn corrupt(doing: &'static str, found: impl Into<String>, expected: &'static str) -> Fault {
    Fault::Corrupt { doing, found: found.into(), expected }
}
