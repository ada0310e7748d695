//! The audit trail: is it whole?

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use pejl_app::models;
use pejl_store::audit::{self, Verdict};

use super::office;
use crate::settings::Settings;
use crate::speak::{complain, say};

/// What can be done with the audit trail.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Check that every line follows from the one before it; exit status 1 where one does not
    Verify {
        /// Only the municipality with this code
        #[arg(long, value_name = "CODE")]
        municipality: Option<String>,
    },
}

/// Carries one out.
pub(super) async fn carry_out(command: Command, settings: &Settings) -> Result<ExitCode> {
    let Command::Verify { municipality } = command;
    let office = office::open(settings).await?;
    let municipalities = match municipality {
        Some(code) => vec![office::place(&office, &code).await?.municipality],
        None => models::municipalities(&mut office.db().read().await?).await?,
    };
    let mut code = ExitCode::SUCCESS;
    for m in &municipalities {
        let verdict = audit::verify(&mut office.db().read().await?, m.id).await?;
        let whose = format!("{} {}", m.code, m.name);
        match verdict {
            Verdict::Whole { lines } => say(format!("{whose}: whole, {lines} lines")),
            Verdict::Broken { serial } => {
                complain(format!("{whose}: BROKEN at line {serial}, which does not follow from the one before it"))
            }
            Verdict::Cut { last, expected } => complain(format!("{whose}: CUT after line {last}; there were {expected}")),
        }
        if !matches!(verdict, Verdict::Whole { .. }) {
            code = ExitCode::FAILURE;
        }
    }
    if municipalities.is_empty() {
        say("There is no municipality in this database, and so no audit trail.");
    }
    office.db().close().await;
    Ok(code)
}
