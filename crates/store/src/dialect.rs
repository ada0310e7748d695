//! What must differ between the two engines: each difference a named function, and no other place asks which engine it is.

use crate::db::{Engine, Tx};
use crate::fault::{Fault, doing};
use pejl_kernel::MunicipalityId;
use sqlx::AssertSqlSafe;

/// Lets the writers of one municipality queue. SQLite has one writer for the whole file already; PostgreSQL locks the
/// municipality's place in the audit trail until the transaction ends. A deed that decides on what it reads, or that saves
/// more than one thing, calls this first: so two never decide on the same thing, and never wait for each other in a ring.
///
/// # Errors
/// A fault of the database.
pub async fn queue_writers(tx: &mut Tx, municipality: MunicipalityId) -> Result<(), Fault> {
    match tx {
        Tx::Sqlite(_) => Ok(()),
        Tx::Postgres(tx) => {
            crate::meter::counted(
                sqlx::query("SELECT serial FROM audit_head WHERE municipality_id = $1 FOR UPDATE")
                    .bind(municipality.0)
                    .execute(&mut **tx),
            )
            .await
            .map_err(doing("queueing to write"))?;
            Ok(())
        }
    }
}

/// The condition and the order of a search, where `$2` is what [`search_for`] made of the words.
pub(crate) fn search_sql(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "SELECT s.subject_kind, s.subject_id, s.title FROM search_words w JOIN search_entry s ON s.rowid = w.rowid
             WHERE search_words MATCH $2 AND s.municipality_id = $1 ORDER BY bm25(search_words, 0.0, 10.0, 1.0), s.rowid LIMIT 200"
        }
        Engine::Postgres => {
            "SELECT s.subject_kind, s.subject_id, s.title FROM search_entry s
             WHERE s.words @@ to_tsquery('simple', $2) AND s.municipality_id = $1
             ORDER BY ts_rank(s.words, to_tsquery('simple', $2)) DESC, s.subject_id LIMIT 200"
        }
    }
}

/// Letters of a word that count. PostgreSQL leaves a word out of a query from 2,047 bytes on, and would find everything.
const LONGEST_WORD: usize = 100;

/// What a person typed, as a query in the engine's own language: every word must be there, the beginning of a word is
/// enough, and nothing typed is taken for an operator. Empty where no word is left.
pub(crate) fn search_for(engine: Engine, fence: &str, typed: &str) -> String {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(12);
    let words: Vec<String> = words.map(|w| w.to_lowercase().chars().take(LONGEST_WORD).collect()).collect();
    if words.is_empty() {
        return String::new();
    }
    match engine {
        Engine::Sqlite => {
            let all: Vec<String> = words.iter().map(|w| format!("{{title body}} : \"{w}\"*")).collect();
            format!("fence : \"{fence}\" AND {}", all.join(" AND "))
        }
        Engine::Postgres => {
            let all: Vec<String> = words.iter().map(|w| format!("{w}:*AB")).collect();
            format!("{fence}:D & {}", all.join(" & "))
        }
    }
}

/// A text of ours in the engine's own words. In it, `rows_of($n)` stands for the rows of a bound JSON array (its column:
/// `value`), `each_text(x)` for the texts of a JSON array, `json_of(x)` for a text column that holds JSON, to be read with
/// `->` and `->>`, and `id_of(x)` for an id that stands as 32 hexadecimal digits.
pub(crate) fn spoken(engine: Engine, text: &str) -> AssertSqlSafe<String> {
    let (rows, texts, json, id) = match engine {
        Engine::Sqlite => ("json_each(", "json_each(", "json(", "unhex("),
        Engine::Postgres => ("jsonb_array_elements(", "json_array_elements_text(", "jsonb(", "uuid("),
    };
    let text = text.replace("rows_of(", rows).replace("each_text(", texts).replace("json_of(", json);
    AssertSqlSafe(text.replace("id_of(", id))
}

/// A text of ours in which `unless_locked` stands behind a selection of rows to be changed: rows that another node is changing
/// right now are passed over, not waited for. SQLite has one writer, so none is.
pub(crate) fn unless_locked(engine: Engine, text: &str) -> AssertSqlSafe<String> {
    let said = match engine {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    AssertSqlSafe(text.replace("unless_locked", said))
}
