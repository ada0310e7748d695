//! The demonstration: a database file of its own, the municipalities of the sources in it, and a login for every role.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use pejl_app::accounts::Password;
use pejl_app::{Office, demonstration, models};
use rust_embed::RustEmbed;

use super::{office, remind, serve};
use crate::settings::Settings;
use crate::speak::say;

/// The password of every demonstration login. No secret: it is shown on the login page, and only a demonstration has it.
const PASSWORD: &str = "pejl-demonstration";

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../demo"]
struct Content;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../models"]
struct Models;

/// Serves the demonstration, and fills it first where it is empty.
pub(super) async fn demo(settings: &Settings, data: &Path) -> Result<ExitCode> {
    let assets = serve::assets()?;
    let listener = serve::listen(settings.listen).await?; // taken before the slow part: a taken address shows at once
    std::fs::create_dir_all(data).with_context(|| format!("The folder {} (--data) cannot be made", data.display()))?;
    let settings = Settings { database: database_in(data), ..settings.clone() };
    let office = office::open(&settings).await?;
    fill(&office, data).await?;
    welcome(&office, &settings).await?;
    let web = pejl_web::Settings {
        demonstration: true,
        demonstration_password: PASSWORD.to_owned(),
        secure_cookies: false, // on one's own machine, over plain HTTP
        timing: settings.server_timing,
        accessibility_statement: settings.accessibility_statement.clone(),
        sends_mail: settings.mail.is_some(),
    };
    let reminding = remind::reminding(&office, &settings)?;
    serve::answer(listener, office, assets, web, reminding).await
}

/// The address of the database file. The address is a URL, in which `%` and `?` mean something else.
fn database_in(data: &Path) -> String {
    let file = data.join("pejl.db").display().to_string();
    format!("sqlite:{}", file.replace('%', "%25").replace('?', "%3F"))
}

/// Enters the municipalities that are not there yet.
async fn fill(office: &Office, data: &Path) -> Result<()> {
    let there = models::municipalities(&mut office.db().read().await?).await?;
    let wanted: BTreeSet<String> = Content::iter().filter_map(|file| Some(file.split_once('/')?.0.to_owned())).collect();
    if wanted.iter().all(|slug| there.iter().any(|m| m.slug == *slug)) {
        return Ok(());
    }
    say("Filling the demonstration …");
    let (content, models) = (lay_out::<Content>(data, "demo")?, lay_out::<Models>(data, "models")?);
    let password = Password::parse(PASSWORD).map_err(|_| anyhow!("the demonstration's password is too short"))?;
    demonstration::import(office, &content, &models, password).await?;
    Ok(())
}

/// Lays files held in the program out in a folder.
fn lay_out<Files: RustEmbed>(data: &Path, name: &str) -> Result<PathBuf> {
    let folder = data.join(name);
    let laid = || -> std::io::Result<()> {
        for file in Files::iter() {
            let path = folder.join(file.as_ref());
            if let (Some(above), Some(held)) = (path.parent(), Files::get(&file)) {
                std::fs::create_dir_all(above)?;
                std::fs::write(&path, held.data)?;
            }
        }
        Ok(())
    };
    laid().with_context(|| format!("The demonstration's files cannot be laid out in {}", folder.display()))?;
    Ok(folder)
}

/// Says where it is and who may log in.
async fn welcome(office: &Office, settings: &Settings) -> Result<()> {
    let mut tx = office.db().read().await?;
    let municipalities = models::municipalities(&mut tx).await?;
    drop(tx);
    let logins = office.demonstration_logins().await?;
    say(format!("\nPejl is at http://{}/\n", settings.listen));
    say(format!("Every demonstration login has the password {PASSWORD}\n"));
    let widest = logins.iter().map(|l| l.login.chars().count()).max().unwrap_or_default();
    for municipality in municipalities {
        say(municipality.name);
        for login in logins.iter().filter(|l| l.municipality == municipality.id) {
            say(format!("  {:widest$}  {}", login.login, if login.title.is_empty() { login.name.clone() } else { login.post() }));
        }
        say("");
    }
    Ok(())
}
