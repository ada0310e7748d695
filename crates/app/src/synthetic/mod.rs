//! Synthetic municipalities: believable shapes and sizes of municipalities that do not exist, the same every time from the
//! same seed. For trying Pejl at a country's size, for benchmarks and for tests. Written by the store's fast path, which
//! keeps every constraint; afterwards they are like any other municipality.

mod followed;
mod town;
mod words;

use pejl_policy::{Action, Actor, Facts};
use pejl_store::bulk;

use crate::accounts::{Password, create_login};
use crate::desk::Desk;
use crate::ending::Ending;
use crate::models::{NotInstalled, found_in};
use crate::office::Office;

use town::Made;

/// How large, and which.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Units, the council among them.
    pub units: usize,
    /// Goals, at all levels together.
    pub goals: usize,
    /// Actions.
    pub actions: usize,
}

/// The model synthetic municipalities steer by.
const MODEL: &str = include_str!("model.toml");

/// What one synthetic municipality is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// Its four-digit code. No real municipality's begins with a nine.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The first path segment of its pages.
    pub slug: String,
}

/// The `index`th one's, from 0: at most 98, so that the codes stay short of those that tests use.
pub fn name(index: usize) -> Name {
    Name { code: (9_001 + index).to_string(), name: format!("Synteby {}", index + 1), slug: format!("synteby-{}", index + 1) }
}

/// Writes one synthetic municipality, whole or not at all: the `index`th from this seed. Its logins are `<slug>.konsulent`,
/// `.politiker`, `.administrator` and, where somebody leads an institution, `.leder`, with the given password. Gives back its
/// slug.
///
/// # Errors
/// The deed's ending; a municipality with that code being there already is a fault of the database.
pub async fn write(office: &Office, size: Size, seed: u64, index: usize, password_hash: &str) -> Result<String, Ending> {
    let Name { code, name, slug } = name(index);
    let body = MODEL.replace("@CODE@", &code).replace("@NAME@", &name).replace("@SLUG@", &slug);
    let at = office.clock().now();
    let mut tx = office.db().write().await?;
    let place = found_in(office, &mut tx, at, &slug, &body).await.map_err(|error| match error {
        NotInstalled::Ending(ending) => ending,
        NotInstalled::Faults(faults) => Ending::Fault(pejl_store::Fault::Corrupt {
            doing: "reading the synthetic model",
            found: format!("{faults:?}"),
            expected: "a sound model",
        }),
    })?;
    let made = town::make(&place.model, size, seed.wrapping_add(index as u64), 9_001 + index as u64);
    let actor = Actor::operator(place.municipality.id, office.today());
    let mut desk = Desk::with(office, tx, actor, place, at);
    let outcome = enter(&mut desk, &made, &slug, password_hash, seed).await;
    desk.close(outcome, "synth").await?;
    Ok(slug)
}

async fn enter(desk: &mut Desk, made: &Made, slug: &str, password_hash: &str, seed: u64) -> Result<(), Ending> {
    let permit = desk.ask(Action::WriteSynthetic, &Facts::municipality())?;
    bulk::write(&mut desk.tx, &permit, made.adopted_at, &made.bulk).await?;
    for (login, person) in &made.logins {
        create_login(desk, *person, &format!("{slug}.{login}"), password_hash, false).await?;
    }
    followed::write(desk, &permit, made, seed).await?;
    Ok(())
}

/// The hash of a password for the logins, made once for all of them.
///
/// # Errors
/// Refused where it is too short, or a fault.
pub async fn hashed(password: &str) -> Result<String, Ending> {
    Ok(Password::parse(password)?.hashed().await?)
}
