//! Counts statements and the time they take, for one page or deed: tests hold a page to a fixed number of statements, and
//! the benchmarks tell SQL from the rest.

use std::cell::Cell;
use std::time::{Duration, Instant};

tokio::task_local! {
    static READING: Cell<Reading>;
}

/// What was measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    /// How many statements were run; beginning and ending a transaction count too.
    pub statements: u32,
    /// How long they took together.
    pub sql: Duration,
}

/// Runs something and measures its statements.
pub async fn measure<F: Future>(work: F) -> (F::Output, Reading) {
    READING
        .scope(Cell::new(Reading::default()), async {
            let out = work.await;
            (out, READING.with(Cell::get))
        })
        .await
}

/// Runs one statement; counts it where somebody measures.
pub(crate) async fn counted<F: Future>(statement: F) -> F::Output {
    if READING.try_with(|_| ()).is_err() {
        return statement.await;
    }
    let begun = Instant::now();
    let out = statement.await;
    let taken = begun.elapsed();
    let _ = READING.try_with(|r| {
        let so_far = r.get();
        r.set(Reading { statements: so_far.statements + 1, sql: so_far.sql + taken });
    });
    out
}
