//! Serving the pages, until the machine or its operator says stop.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use pejl_app::{Office, models};
use pejl_jobs::Reminding;
use pejl_web::Assets;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::{office, remind};
use crate::settings::Settings;

/// How long requests under way may take to end once stop was said.
const LONGEST_GOODBYE: Duration = Duration::from_secs(10);

/// Serves an installation.
pub(super) async fn serve(settings: &Settings) -> Result<ExitCode> {
    let assets = assets()?;
    let office = office::open(settings).await?;
    let mut tx = office.db().read().await?;
    if models::municipalities(&mut tx).await?.is_empty() {
        tracing::warn!("there is no municipality yet: `pejl model install FILE` enters one with its model");
    }
    drop(tx);
    if settings.secure_cookies && settings.listen.ip().is_loopback() {
        tracing::info!(
            "cookies travel over HTTPS only: put a proxy with TLS in front, or set secure-cookies = false to try it out"
        );
    }
    let listener = listen(settings.listen).await?;
    let web = pejl_web::Settings {
        secure_cookies: settings.secure_cookies,
        timing: settings.server_timing,
        accessibility_statement: settings.accessibility_statement.clone(),
        sends_mail: settings.mail.is_some(),
        ..pejl_web::Settings::default()
    };
    let reminding = remind::reminding(&office, settings)?;
    if reminding.is_none() {
        tracing::info!("no mail server is set (setting \"smtp-url\"): nobody is reminded by mail");
    }
    answer(listener, office, assets, web, reminding).await
}

/// The built styles and scripts.
pub(super) fn assets() -> Result<Assets> {
    Assets::load().context(
        "The styles and scripts of the pages were not built into this program. Build them first (`npm ci` and \
         `npm run build` in assets/, or `make run`, which does it), and then the program",
    )
}

/// Takes the address.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("The address {address} (setting \"listen\") cannot be listened on"))
}

/// Answers until stop is said, and goes round with reminders beside it; then lets the requests and the mails under way end, and
/// closes the database.
pub(super) async fn answer(
    listener: TcpListener,
    office: Office,
    assets: Assets,
    web: pejl_web::Settings,
    reminding: Option<Reminding>,
) -> Result<ExitCode> {
    tracing::info!(address = %listener.local_addr()?, version = env!("CARGO_PKG_VERSION"), "listening");
    let db = office.db().clone();
    let running = reminding.map(pejl_jobs::begin);
    let router = pejl_web::router(office, assets, web).into_make_service_with_connect_info::<SocketAddr>();
    let stop = Arc::new(Notify::new());
    let said = Arc::clone(&stop);
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        stop_is_said().await;
        tracing::info!("stopping");
        said.notify_one();
    });
    let patience = async {
        stop.notified().await;
        tokio::time::sleep(LONGEST_GOODBYE).await;
    };
    tokio::select! {
        served = server => served.context("Serving the pages")?,
        () = patience => tracing::warn!("stopped with requests still under way"),
    }
    if let Some(running) = running {
        running.end().await;
    }
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, or the signal that service managers send.
pub(super) async fn stop_is_said() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
