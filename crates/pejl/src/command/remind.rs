//! Reminders by mail, without the pages: one round for whoever has a timer of their own, or round after round.

use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow, bail};
use pejl_app::Office;
use pejl_jobs::{Post, Reminding, Round};

use super::{office, serve};
use crate::settings::Settings;
use crate::speak::say;

/// The reminders of an installation; `None` where it has no mail server.
pub(super) fn reminding(office: &Office, settings: &Settings) -> Result<Option<Reminding>> {
    let Some(mail) = &settings.mail else { return Ok(None) };
    let post = Post::open(mail).map_err(|fault| anyhow!("The settings of mail: one of them {fault}."))?;
    Ok(Some(Reminding::new(office.clone(), post, pejl_web::in_words)))
}

/// Goes round once, or until stop is said.
pub(super) async fn remind(settings: &Settings, once: bool) -> Result<ExitCode> {
    let office = office::open(settings).await?;
    let Some(reminding) = reminding(&office, settings)? else {
        bail!(
            "No mail server is set. Give the settings \"smtp-url\", \"mail-from\" and \"public-url\" (PEJL_SMTP_URL, PEJL_MAIL_FROM, \
             PEJL_PUBLIC_URL)."
        );
    };
    let mut code = ExitCode::SUCCESS;
    if once {
        let Round { made, sent, waiting, given_up } = reminding.once().await.context("Going round with reminders")?;
        say(format!("{made} written, {sent} sent, {waiting} to be tried again, {given_up} given up."));
        if waiting + given_up > 0 {
            code = ExitCode::FAILURE;
        }
    } else {
        let running = pejl_jobs::begin(reminding);
        serve::stop_is_said().await;
        running.end().await;
    }
    office.db().close().await;
    Ok(code)
}
