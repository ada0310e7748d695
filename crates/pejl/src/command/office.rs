//! Opening the office that the commands work in, and entering a municipality as the operator of the machine.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use pejl_app::{Db, Desk, Engine, Office, Place, models};
use pejl_kernel::{SystemClock, TimeMint};
use pejl_policy::Actor;

use crate::settings::Settings;
use crate::speak::{self, say};

/// Opens the database, brings its schema up to date, and opens an office on it.
pub(super) async fn open(settings: &Settings) -> Result<Office> {
    let db = Db::open(&settings.database).await.context("The database (setting \"database\") cannot be used")?;
    Ok(Office::new(db, Arc::new(SystemClock), Arc::new(TimeMint)))
}

/// Opening a database brings its schema up to date.
pub(super) async fn migrate(settings: &Settings) -> Result<ExitCode> {
    let office = open(settings).await?;
    let engine = match office.db().engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    say(format!("The schema is up to date ({engine})."));
    office.db().close().await;
    Ok(ExitCode::SUCCESS)
}

/// The municipality with a code.
pub(super) async fn place(office: &Office, code: &str) -> Result<Place> {
    let mut tx = office.db().read().await?;
    let all = models::municipalities(&mut tx).await?;
    if let Some(municipality) = all.iter().find(|m| m.code == code)
        && let Some(place) = office.place(&mut tx, &municipality.slug).await?
    {
        return Ok(place);
    }
    let there: Vec<String> = all.iter().map(|m| format!("{} {}", m.code, m.name)).collect();
    if there.is_empty() {
        bail!("There is no municipality in this database yet. `pejl model install FILE` enters one with its model.");
    }
    bail!("There is no municipality with the code {code:?} here. There is: {}.", there.join(", "));
}

/// Does a deed as the operator, in a transaction of its own.
pub(super) async fn as_operator<T>(
    office: &Office,
    place: &Place,
    deed: impl AsyncFnOnce(&mut Desk) -> Result<T, pejl_app::Ending>,
) -> Result<T> {
    let actor = Actor::operator(place.municipality.id, office.today_in(&place.municipality));
    let in_words = |ending| speak::ending(place, ending);
    let mut desk = office.desk_for(actor, place.clone()).await.map_err(in_words)?;
    let outcome = deed(&mut desk).await;
    desk.close(outcome, "command line").await.map_err(in_words)
}
