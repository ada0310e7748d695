//! Every test of the store runs on both engines, each time on a database of its own: [`crate::on_both_engines!`].
//!
//! SQLite is a file that goes with the test. PostgreSQL is the server that `PEJL_TEST_POSTGRES` names (the URL of its
//! maintenance database, as `scripts/postgres.sh run` sets it); without it, one is started for the process and taken away
//! after it. Each test gets a copy of one migrated template. Where there is no PostgreSQL, the test fails and says what to
//! install: a test that was never run must not look like one that passed.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use pejl_store::{Db, Engine};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

/// One test, twice: `NAME::sqlite` and `NAME::postgres`.
///
/// ```text
/// on_both_engines!(a_saved_unit_is_read_back_the_same, async |db| { … });
/// ```
#[macro_export]
macro_rules! on_both_engines {
    ($(#[$meta:meta])* $name:ident, $test:expr $(,)?) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            $(#[$meta])*
            #[test]
            fn sqlite() {
                $crate::engines::run(::pejl_store::Engine::Sqlite, $test);
            }

            $(#[$meta])*
            #[test]
            fn postgres() {
                $crate::engines::run(::pejl_store::Engine::Postgres, $test);
            }
        }
    };
}

/// A migrated, empty database that only this test uses.
pub struct TestDb {
    db: Db,
    url: String,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Database { server: String, name: String },
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// Runs a test on an engine, and takes its database away afterwards, however it went.
pub fn run(engine: Engine, test: impl AsyncFnOnce(&TestDb)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime for the test");
    let db = runtime.block_on(TestDb::fresh(engine));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&db))));
    runtime.block_on(db.clear());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl TestDb {
    /// A fresh one. Whoever takes it calls [`TestDb::clear`]; [`run`] does both.
    pub async fn fresh(engine: Engine) -> Self {
        let name = format!("pejl_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let (url, place) = match engine {
            Engine::Sqlite => {
                let folder = std::env::temp_dir().join(name);
                std::fs::create_dir_all(&folder).expect("a folder for the database");
                (format!("sqlite:{}", folder.join("pejl.db").display()), Place::Folder(folder))
            }
            Engine::Postgres => {
                let server = server();
                copy_template(server, &name).await;
                (with_database(server, &name), Place::Database { server: server.to_owned(), name })
            }
        };
        let db = Db::open(&url).await.expect("opening the test's database");
        Self { db, url, place }
    }

    /// Its URL, to open it once more.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs SQL as it stands, outside every floor: for tests that break what the schema protects.
    ///
    /// # Errors
    /// What the database said.
    pub async fn raw(&self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.db {
            Db::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(|_| ()),
            Db::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
        }
    }

    /// Reads rows of text, NULL as an empty text. Each column must be text: cast what is not.
    pub async fn texts(&self, sql: &str) -> Vec<Vec<String>> {
        let sql = AssertSqlSafe(sql.to_owned());
        macro_rules! cells {
            ($rows:expr) => {
                $rows
                    .iter()
                    .map(|row| {
                        let cell = |i| row.get::<Option<String>, usize>(i).unwrap_or_default();
                        (0..row.len()).map(cell).collect()
                    })
                    .collect()
            };
        }
        match &self.db {
            Db::Sqlite { writer, .. } => cells!(sqlx::query(sql).fetch_all(writer).await.expect("reading texts")),
            Db::Postgres(pool) => cells!(sqlx::query(sql).fetch_all(pool).await.expect("reading texts")),
        }
    }

    /// Closes it and takes it away.
    pub async fn clear(self) {
        self.db.close().await;
        match self.place {
            Place::Folder(folder) => std::fs::remove_dir_all(folder).expect("taking the database's folder away"),
            Place::Database { server, name } => {
                let mut c = connect(&server).await;
                execute(&mut c, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
            }
        }
    }
}

/// The URL of the server to test against.
fn server() -> &'static str {
    static SERVER: OnceLock<String> = OnceLock::new();
    SERVER.get_or_init(|| match std::env::var("PEJL_TEST_POSTGRES") {
        Ok(url) if !url.is_empty() => url,
        Ok(_) | Err(_) => started(),
    })
}

/// Starts a server that goes when this process does.
fn started() -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres.sh");
    let output = Command::new(script)
        .args(["start", "--while", &std::process::id().to_string()])
        .stdin(Stdio::null())
        .output()
        .expect("running scripts/postgres.sh");
    assert!(
        output.status.success(),
        "{}\nOr set PEJL_TEST_POSTGRES to the URL of a running server's maintenance database.",
        String::from_utf8_lossy(&output.stderr).trim(),
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The same server, another database.
fn with_database(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').map_or((server, None), |(a, p)| (a, Some(p)));
    let host = address.rsplit_once('/').map_or(address, |(host, _)| host);
    parameters.map_or_else(|| format!("{host}/{name}"), |p| format!("{host}/{name}?{p}"))
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.expect("no PostgreSQL answers at PEJL_TEST_POSTGRES")
}

/// The names are ours, so the statement is safe to put together.
async fn execute(c: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(c).await.expect(sql);
}

static MIGRATIONS: Migrator = sqlx::migrate!("../store/migrations/postgres");

/// The template is named after its migrations, so that a server that goes on running never serves an old one.
fn template() -> String {
    let sums = MIGRATIONS.iter().flat_map(|m| m.checksum.iter());
    let folded = sums.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("pejl_template_{folded:016x}")
}

/// Makes a database as a copy of the template; the first to ask makes the template, and the others wait for it.
async fn copy_template(server: &str, name: &str) {
    const OUR_LOCK: i64 = 0x7065_6a6c;
    let template = template();
    let mut c = connect(server).await;
    execute(&mut c, &format!("SELECT pg_advisory_lock({OUR_LOCK})")).await;
    let made: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)")
        .bind(&template)
        .fetch_one(&mut c)
        .await
        .expect("looking for the template");
    if !made {
        // It gets its name when it is whole: one that was left half made is never copied.
        let half = format!("{template}_half");
        execute(&mut c, &format!("DROP DATABASE IF EXISTS {half} WITH (FORCE)")).await;
        execute(&mut c, &format!("CREATE DATABASE {half}")).await;
        let db = Db::open(&with_database(server, &half)).await.expect("migrating the template");
        db.close().await;
        execute(&mut c, &format!("ALTER DATABASE {half} RENAME TO {template}")).await;
    }
    execute(&mut c, &format!("SELECT pg_advisory_unlock({OUR_LOCK})")).await;
    execute(&mut c, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    execute(&mut c, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    c.close().await.expect("leaving the server");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_on_a_server_keeps_the_socket() {
        let url = with_database("postgres://postgres@localhost/postgres?host=/run/x", "ours");
        assert_eq!(url, "postgres://postgres@localhost/ours?host=/run/x");
        assert_eq!(with_database("postgres://a@b:5432/c", "ours"), "postgres://a@b:5432/ours");
    }
}
