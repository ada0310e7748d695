//! Governance models: check a file, compare two, install one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use pejl_app::models::{self as deeds, NotInstalled};
use pejl_domain::models::fault::Faults;
use pejl_domain::models::report::{Tongue, diagnostics, summary};
use pejl_domain::models::{Model, diff, parse};

use super::office::{self, as_operator};
use super::{Database, Language};
use crate::settings::Settings;
use crate::speak::{colour, complain, say};

/// What can be done with models.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Check model files: every fault with its place, or a summary of a sound model
    Check {
        /// The model files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The language of faults and summary
        #[arg(long, value_enum, default_value = "da")]
        language: Language,
    },
    /// Say what another version of a model would change
    Diff {
        /// The model as it is
        #[arg(value_name = "A")]
        old: PathBuf,
        /// The model as it would be
        #[arg(value_name = "B")]
        new: PathBuf,
        /// The language of faults and changes
        #[arg(long, value_enum, default_value = "da")]
        language: Language,
    },
    /// Install a model: enters its municipality, or gives it this version to steer by from now on
    Install {
        /// The model file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Say what it would change, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The language of faults and changes
        #[arg(long, value_enum, default_value = "da")]
        language: Language,
        #[command(flatten)]
        database: Database,
    },
}

/// Carries one out. Only installing needs a database, so only it reads the settings.
pub(super) async fn carry_out(
    command: Command,
    settings: impl Fn(Option<&str>, Option<&str>) -> Result<Settings>,
) -> Result<ExitCode> {
    match command {
        Command::Check { files, language } => check(&files, language.into()),
        Command::Diff { old, new, language } => compare(&old, &new, language.into()),
        Command::Install { file, dry_run, language, database } => {
            let settings = settings(None, database.database.as_deref())?;
            install(&settings, &file, dry_run, language.into()).await
        }
    }
}

fn check(files: &[PathBuf], tongue: Tongue) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match read(file)? {
            Ok(model) => say(summary(&model, tongue)),
            Err(faults) => {
                complain(diagnostics(&faults, tongue, colour()));
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

fn compare(old: &Path, new: &Path, tongue: Tongue) -> Result<ExitCode> {
    let (old, new) = match (read(old)?, read(new)?) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            for faults in [old.err(), new.err()].into_iter().flatten() {
                complain(diagnostics(&faults, tongue, colour()));
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    say_changes(&diff::diff(&old, &new), tongue);
    Ok(ExitCode::SUCCESS)
}

fn say_changes(changes: &[diff::Change], tongue: Tongue) {
    if changes.is_empty() {
        say(tongue.pick("De to udgaver er ens.", "The two versions are the same."));
    }
    for change in changes {
        say(format!("- {}", change.describe(tongue)));
    }
}

async fn install(settings: &Settings, file: &Path, dry_run: bool, tongue: Tongue) -> Result<ExitCode> {
    let body = text(file)?;
    let model = match parse::parse(&file.display().to_string(), &body) {
        Ok(model) => model,
        Err(faults) => {
            complain(diagnostics(&faults, tongue, colour()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let office = office::open(settings).await?;
    let mut tx = office.db().read().await?;
    let there = deeds::municipalities(&mut tx).await?.into_iter().any(|m| m.code == model.municipality.code);
    drop(tx);

    let (name, code) = (&model.municipality.name, &model.municipality.code);
    if !there {
        if dry_run {
            say(format!("{code} {name} would be entered with its first model."));
        } else {
            found(&office, file, &body).await?;
            say(format!("{code} {name} is entered with its first model."));
        }
    } else {
        let place = office::place(&office, code).await?;
        say_changes(&diff::diff(&place.model, &model), tongue);
        if !dry_run {
            as_operator(&office, &place, async |desk| deeds::install(desk, &body).await).await?;
            say(format!("{code} {name} steers by this version from now on."));
        }
    }
    office.db().close().await;
    Ok(ExitCode::SUCCESS)
}

async fn found(office: &pejl_app::Office, file: &Path, body: &str) -> Result<()> {
    match deeds::found(office, &file.display().to_string(), body).await {
        Ok(_) => Ok(()),
        Err(NotInstalled::Faults(faults)) => bail!("{}: {} faults", file.display(), faults.list.len()),
        Err(NotInstalled::Ending(pejl_app::Ending::Fault(fault))) => Err(fault.into()),
        Err(NotInstalled::Ending(ending)) => bail!("The model was not installed: {ending:?}"),
    }
}

fn read(file: &Path) -> Result<Result<Model, Faults>> {
    Ok(parse::parse(&file.display().to_string(), &text(file)?))
}

/// The text of a model file. A file in another encoding says so, with the line.
fn text(file: &Path) -> Result<String> {
    let name = file.display();
    let bytes = std::fs::read(file).with_context(|| format!("The model file {name} cannot be read"))?;
    String::from_utf8(bytes).map_err(|wrong| {
        let good = &wrong.as_bytes()[..wrong.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("The model file {name} is not UTF-8 (first seen on line {line}). Save it as UTF-8.")
    })
}
