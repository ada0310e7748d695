//! The database: one of two engines, opened, migrated, and used in transactions.

use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use icu::collator::Collator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use crate::fault::{Fault, doing};
use crate::meter;

/// Which engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Embedded, the default.
    Sqlite,
    /// For several nodes, or a country's municipalities.
    Postgres,
}

/// A database on one of the two engines. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Db {
    /// Many readers, one writer: SQLite lets one write at a time, so writers queue here rather than at the file.
    Sqlite {
        /// Connections that read.
        readers: SqlitePool,
        /// The connection that writes.
        writer: SqlitePool,
    },
    /// A pool.
    Postgres(PgPool),
}

/// One transaction on either engine. Rolled back when dropped without [`Tx::commit`].
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs the same statement on whichever engine the transaction is on: one text, two drivers, both type-checked.
macro_rules! on {
    ($tx:expr, $conn:ident => $run:expr) => {
        $crate::meter::counted(async {
            match $tx {
                $crate::Tx::Sqlite(tx) => {
                    let $conn = &mut **tx;
                    $run
                }
                $crate::Tx::Postgres(tx) => {
                    let $conn = &mut **tx;
                    $run
                }
            }
        })
        .await
    };
}
pub(crate) use on;

impl Db {
    /// Opens the database at a URL (`sqlite:FILE` or `postgres://…`) and brings its schema up to date.
    ///
    /// # Errors
    /// A fault where it cannot be reached or migrated.
    pub async fn open(url: &str) -> Result<Self, Fault> {
        let db = if url.starts_with("sqlite:") { Self::open_sqlite(url).await? } else { Self::open_postgres(url).await? };
        db.migrate().await?;
        Ok(db)
    }

    async fn open_sqlite(url: &str) -> Result<Self, Fault> {
        let da = icu::locale::locale!("da");
        let collator = Collator::try_new(da.into(), Default::default()).map_err(|e| Fault::Database {
            doing: "loading the Danish alphabet",
            cause: sqlx::Error::Configuration(Box::new(e)),
        })?;
        let collator = Arc::new(collator);
        let options = SqliteConnectOptions::from_str(url)
            .map_err(doing("reading the database address"))?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // Full: what was acknowledged survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(200)
            .optimize_on_close(true, 400)
            .pragma("cache_size", "-16000")
            .collation("da", move |a, b| collator.compare(a, b));
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .map_err(doing("opening the database file"))?;
        let readers =
            SqlitePoolOptions::new().max_connections(4).connect_with(options).await.map_err(doing("opening the database file"))?;
        Ok(Self::Sqlite { readers, writer })
    }

    async fn open_postgres(url: &str) -> Result<Self, Fault> {
        let options = PgConnectOptions::from_str(url)
            .map_err(doing("reading the database address"))?
            // Compiling a page's wide queries takes many times as long as running them.
            .options([("jit", "off")]);
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await
            .map_err(doing("connecting to PostgreSQL"))?;
        Ok(Self::Postgres(pool))
    }

    async fn migrate(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite { writer, .. } => sqlx::migrate!("migrations/sqlite").run(writer).await?,
            Self::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    /// Which engine it is on.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// A transaction that reads: everything in it is seen as of one moment.
    ///
    /// # Errors
    /// A fault where the database cannot be reached.
    pub async fn read(&self) -> Result<Tx, Fault> {
        meter::counted(async {
            match self {
                Self::Sqlite { readers, .. } => readers.begin().await.map(Tx::Sqlite),
                Self::Postgres(pool) => pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await.map(Tx::Postgres),
            }
        })
        .await
        .map_err(doing("beginning to read"))
    }

    /// A transaction that writes.
    ///
    /// # Errors
    /// A fault where the database cannot be reached.
    pub async fn write(&self) -> Result<Tx, Fault> {
        meter::counted(async {
            match self {
                Self::Sqlite { writer, .. } => writer.begin_with("BEGIN IMMEDIATE").await.map(Tx::Sqlite),
                Self::Postgres(pool) => pool.begin().await.map(Tx::Postgres),
            }
        })
        .await
        .map_err(doing("beginning to write"))
    }

    /// Lets the engine count what is in its tables, so that it plans its queries by it. After much was written at once.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn analyse(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite { writer, .. } => sqlx::query("ANALYZE").execute(writer).await.map(|_| ()),
            Self::Postgres(pool) => sqlx::query("ANALYZE").execute(pool).await.map(|_| ()),
        }
        .map_err(doing("counting what is in the tables"))
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything in it last.
    ///
    /// # Errors
    /// A fault where the database could not.
    pub async fn commit(self) -> Result<(), Fault> {
        meter::counted(async {
            match self {
                Self::Sqlite(tx) => tx.commit().await,
                Self::Postgres(tx) => tx.commit().await,
            }
        })
        .await
        .map_err(doing("committing"))
    }

    /// Which engine it is on.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }
}
