//! Writing municipalities that do not exist: for trying an installation at the size it is meant for.

use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;
use pejl_app::accounts::Password;
use pejl_app::synthetic::{self, Size};
use pejl_app::{Ending, Office, models};

use super::office;
use crate::settings::Settings;
use crate::speak::say;

/// The password of every synthetic login, where none is asked for. No secret: what it opens does not exist.
const PASSWORD: &str = "pejl-synthetic";

/// How many, and how large.
#[derive(Args)]
pub(super) struct Wish {
    /// Units in each municipality
    #[arg(long, value_name = "NUMBER", default_value_t = 300, value_parser = clap::value_parser!(u32).range(10..=10_000))]
    units: u32,
    /// Goals in each municipality
    #[arg(long, value_name = "NUMBER", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(10..=100_000))]
    goals: u32,
    /// Actions in each municipality
    #[arg(long, value_name = "NUMBER", default_value_t = 6_000, value_parser = clap::value_parser!(u32).range(0..=300_000))]
    actions: u32,
    /// How many municipalities
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=98))]
    municipalities: u32,
    /// The same seed writes the same municipalities
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// The password of every login: at least 12 characters
    #[arg(long, value_name = "PASSWORD", default_value = PASSWORD)]
    password: String,
}

/// Writes them, in a database where none of them is yet.
pub(super) async fn write(wish: &Wish, settings: &Settings) -> Result<ExitCode> {
    let password = Password::parse(&wish.password)
        .map_err(|_| anyhow!("The password does not fit: at least {} characters would be right.", Password::LEAST))?;
    let office = office::open(settings).await?;
    let count = wish.municipalities as usize;
    none_is_there(&office, count).await?;
    let hash = password.hashed().await?;
    let size = Size { units: wish.units as usize, goals: wish.goals as usize, actions: wish.actions as usize };
    for index in 0..count {
        let name = synthetic::name(index);
        match synthetic::write(&office, size, wish.seed, index, &hash).await {
            Ok(slug) => say(format!(
                "{} {}: {} units, {} goals, {} actions. Log in as {slug}.konsulent, .leder, .politiker or .administrator; the pages are under /{slug}",
                name.code, name.name, size.units, size.goals, size.actions
            )),
            Err(Ending::Fault(fault)) => return Err(fault).with_context(|| format!("{} {} was not written", name.code, name.name)),
            Err(ending) => bail!("{} {} was not written: {ending:?}", name.code, name.name),
        }
    }
    office.db().analyse().await?;
    say(format!("The password of every login is {}", wish.password));
    office.db().close().await;
    Ok(ExitCode::SUCCESS)
}

/// A synthetic municipality is written once: what people have tried in it since is never written over.
async fn none_is_there(office: &Office, count: usize) -> Result<()> {
    let there = models::municipalities(&mut office.db().read().await?).await?;
    let taken = |name: &synthetic::Name| there.iter().any(|m| m.code == name.code || m.slug == name.slug);
    if let Some(name) = (0..count).map(synthetic::name).find(taken) {
        bail!(
            "{} {} is in this database already, and nothing was written. Give --database another, or begin anew in an empty one.",
            name.code,
            name.name
        );
    }
    Ok(())
}
