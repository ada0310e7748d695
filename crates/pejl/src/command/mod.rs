//! The commands, and which of the files beside this one carries each out.

mod audit;
mod demo;
mod import;
mod model;
mod office;
mod remind;
mod serve;
mod synth;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};
use pejl_domain::models::report::Tongue;

use crate::settings::{self, Flags, Settings};

/// Pejl runs a municipality's chain of governance: from what the council wants to what one institution does next week.
#[derive(Parser)]
#[command(name = "pejl", version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    flags: Flags,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages
    Serve {
        /// Where to listen [env: PEJL_LISTEN] [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<String>,
        #[command(flatten)]
        database: Database,
    },
    /// Serve four municipalities to look at, with demonstration logins
    Demo {
        /// Where to listen [env: PEJL_LISTEN] [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<String>,
        /// The folder of the demonstration's database
        #[arg(long, value_name = "FOLDER", default_value = "data")]
        data: PathBuf,
    },
    /// Bring the database's schema up to date, and stop
    Migrate {
        #[command(flatten)]
        database: Database,
    },
    /// Check, compare and install governance models
    Model {
        #[command(subcommand)]
        command: model::Command,
    },
    /// Bring in data from files
    Import {
        #[command(subcommand)]
        command: import::Command,
        #[command(flatten)]
        database: Database,
    },
    /// Keep logins
    User {
        #[command(subcommand)]
        command: user::Command,
        #[command(flatten)]
        database: Database,
    },
    /// Check the audit trail
    Audit {
        #[command(subcommand)]
        command: audit::Command,
        #[command(flatten)]
        database: Database,
    },
    /// Write and send reminders by mail, beside the pages or without them
    Remind {
        /// One round, and stop: write what is due today, send what waits
        #[arg(long)]
        once: bool,
        #[command(flatten)]
        database: Database,
    },
    /// Write municipalities that do not exist, to try Pejl at size
    Synth {
        #[command(flatten)]
        wish: synth::Wish,
        #[command(flatten)]
        database: Database,
    },
}

/// Which database a command works on.
#[derive(Args)]
struct Database {
    /// sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE [env: DATABASE_URL] [default: sqlite:pejl.db]
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
}

/// The language that models are spoken about in.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Danish
    Da,
    /// English
    En,
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        match language {
            Language::Da => Self::Da,
            Language::En => Self::En,
        }
    }
}

/// Carries a command out. The code says how it went: 0 done, 1 found to be wrong or not done.
///
/// # Errors
/// What stopped it, in words.
pub(crate) async fn carry_out(line: Line) -> Result<ExitCode> {
    let Line { command, flags } = line;
    let settings = |listen: Option<&str>, database: Option<&str>| -> Result<Settings> {
        let settings = settings::read(&flags, listen, database, &|name| std::env::var(name).ok())?;
        crate::logs::begin(&settings);
        Ok(settings)
    };
    match command {
        Command::Serve { listen, database } => serve::serve(&settings(listen.as_deref(), database.database.as_deref())?).await,
        Command::Demo { listen, data } => demo::demo(&settings(listen.as_deref(), None)?, &data).await,
        Command::Migrate { database } => office::migrate(&settings(None, database.database.as_deref())?).await,
        Command::Model { command } => model::carry_out(command, &settings).await,
        Command::User { command, database } => user::carry_out(command, &settings(None, database.database.as_deref())?).await,
        Command::Import { command, database } => import::carry_out(command, &settings(None, database.database.as_deref())?).await,
        Command::Remind { once, database } => remind::remind(&settings(None, database.database.as_deref())?, once).await,
        Command::Synth { wish, database } => synth::write(&wish, &settings(None, database.database.as_deref())?).await,
        Command::Audit { command, database } => audit::carry_out(command, &settings(None, database.database.as_deref())?).await,
    }
}
