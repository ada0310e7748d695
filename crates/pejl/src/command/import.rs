//! Bringing an organisation in from a file: the same deed as on the page, for whoever has the machine.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Subcommand;
use pejl_app::orgs::import;
use pejl_app::{Office, Place};
use pejl_domain::orgs::import::{Counts, Plan, Turn};
use pejl_lang::Lang;
use pejl_policy::Actor;

use super::office::{self, as_operator};
use crate::settings::Settings;
use crate::speak::{self, complain, say};

/// What can be brought in.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Units and their leaders, from a CSV file as docs/import.md describes it. All of it, or nothing
    Org {
        /// The file: semicolons or commas, UTF-8 or Windows-1252
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The municipality's four-digit code
        #[arg(long, value_name = "CODE")]
        municipality: String,
        /// Say what it would do, and change nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Carries one out.
pub(super) async fn carry_out(command: Command, settings: &Settings) -> Result<ExitCode> {
    let Command::Org { file, municipality, dry_run } = command;
    let bytes = std::fs::read(&file).with_context(|| format!("The file {} cannot be read", file.display()))?;
    let office = office::open(settings).await?;
    let place = office::place(&office, &municipality).await?;

    let plan = planned(&office, &place, &bytes).await?;
    if !plan.faults.is_empty() {
        complain_of(&file, &plan, &place);
        return Ok(ExitCode::FAILURE);
    }
    if !plan.unread.is_empty() {
        say(format!("Columns that are not read: {}", plan.unread.join(", ")));
    }
    if dry_run {
        say_rows(&plan);
        say_counts("It would be", plan.counts);
    } else {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let counts = as_operator(&office, &place, async |desk| import::run(desk, &name, &bytes).await).await?;
        say_counts("Done", counts);
    }
    office.db().close().await;
    Ok(ExitCode::SUCCESS)
}

async fn planned(office: &Office, place: &Place, bytes: &[u8]) -> Result<Plan> {
    let operator = Actor::operator(place.municipality.id, office.today_in(&place.municipality));
    let mut tx = office.db().read().await?;
    let plan = import::preview(&mut tx, &operator, place, office.mint(), bytes).await;
    plan.map_err(|ending| speak::ending(place, ending))
}

fn complain_of(file: &Path, plan: &Plan, place: &Place) {
    let file = file.display();
    for fault in &plan.faults {
        let says = pejl_web::in_words(&place.model, Lang::En, &fault.sentence);
        let whose = if fault.column.is_empty() { String::new() } else { format!(" {} {:?}:", fault.column, fault.found) };
        complain(format!("{file}:{}:{whose} {says}", fault.line));
    }
    complain(format!("{file}: {} faults. Nothing was changed.", plan.faults.len()));
}

fn say_rows(plan: &Plan) {
    for row in &plan.rows {
        let turn = match row.turn {
            Turn::New => "new",
            Turn::Changed => "changed",
            Turn::Closed => "closed",
            Turn::Unchanged => continue,
        };
        say(format!("line {}: {}: {turn}", row.line, row.name));
    }
}

fn say_counts(how: &str, counts: Counts) {
    let Counts { created, changed, closed, unchanged, people, leaders } = counts;
    say(format!(
        "{how}: {created} units new, {changed} changed, {closed} closed, {unchanged} as they were; {people} people new, {leaders} units with another leader."
    ));
}
