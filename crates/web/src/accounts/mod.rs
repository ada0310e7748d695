//! Logging in and out, one's own account, everybody's logins, what was done and denied, the language, and the
//! accessibility statement.

mod admin;
mod door;
mod logs;
mod own;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/", get(door::front))
        .route("/log-ind", get(door::login_page).post(door::log_in))
        .route("/logud", post(door::log_out))
        .route("/sprog", post(door::choose_language))
        .route("/tilgaengelighed", get(door::accessibility))
        .route("/was", get(crate::router::was))
        .route("/{municipality}/min-konto", get(own::own_page).post(own::change_password))
        .route("/{municipality}/min-konto/log-ud-alle-steder", post(own::log_out_everywhere))
        .route("/{municipality}/opsaetning/adgange", get(admin::logins))
        .route("/{municipality}/opsaetning/adgange/ny", get(admin::new_login).post(admin::create))
        .route("/{municipality}/opsaetning/adgange/{account}/kodeord", get(admin::password).post(admin::set_password))
        .route("/{municipality}/opsaetning/adgange/{account}/luk", get(admin::close_form).post(admin::close))
        .route("/{municipality}/opsaetning/haendelseslog", get(logs::audit))
        .route("/{municipality}/opsaetning/afvisninger", get(logs::denials))
}
