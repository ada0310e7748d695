//! Setting up: the organisation, its people and positions, and imports. The pattern the other subjects copy: one view
//! model, one template and one handler with one name; a form that keeps every letter; a conflict that shows both texts.

pub(crate) mod choose;
mod fields;
mod import_page;
pub(crate) mod imports;
mod list;
mod people;
mod person_form;
mod position_form;
mod positions;
mod setup;
mod unit_form;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::inside::Web;

/// How much of an upload that is far too large is read before the door is shut: enough to answer in words, which a browser
/// only shows once it has sent everything.
const MOST_READ: usize = 256 << 20;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{municipality}/opsaetning", get(setup::setup))
        .route("/{municipality}/opsaetning/organisation", get(list::organisation))
        .route("/{municipality}/opsaetning/organisation/ny", get(unit_form::new_unit).post(unit_form::establish))
        .route("/{municipality}/opsaetning/organisation/{unit}", get(positions::unit_positions))
        .route("/{municipality}/opsaetning/organisation/{unit}/ret", get(unit_form::edit_unit).post(unit_form::save))
        .route("/{municipality}/opsaetning/organisation/{unit}/luk", get(unit_form::close_unit).post(unit_form::close))
        .route(
            "/{municipality}/opsaetning/organisation/{unit}/stilling/ny",
            get(position_form::new_position).post(position_form::set_up),
        )
        .route("/{municipality}/opsaetning/personer", get(people::people))
        .route("/{municipality}/opsaetning/personer/ny", get(person_form::new_person).post(person_form::enter))
        .route("/{municipality}/opsaetning/personer/{person}", get(people::person))
        .route("/{municipality}/opsaetning/personer/{person}/ret", get(person_form::edit_person).post(person_form::save))
        .route("/{municipality}/opsaetning/stilling/{position}", get(positions::position))
        .route("/{municipality}/opsaetning/stilling/{position}/overdrag", post(positions::hand_over))
        .route("/{municipality}/opsaetning/stilling/{position}/ophoer", post(positions::end))
        .route("/{municipality}/opsaetning/stilling/{position}/stedfortraeder", post(positions::appoint))
        .route(
            "/{municipality}/opsaetning/indlaesning",
            get(imports::imports).post(imports::upload).layer(DefaultBodyLimit::max(MOST_READ)),
        )
        .route("/{municipality}/opsaetning/indlaesning/organisation.csv", get(imports::export))
        .route("/{municipality}/opsaetning/indlaesning/{import}", get(import_page::import))
        .route("/{municipality}/opsaetning/indlaesning/{import}/koer", post(import_page::run))
        .route("/{municipality}/opsaetning/indlaesning/{import}/fortryd", post(import_page::undo))
        .route("/{municipality}/opsaetning/indlaesning/{import}/fremdrift", get(import_page::progress))
}

/// The number in an address: `E-12` is 12.
pub(crate) fn unit_serial(text: &str) -> Option<i64> {
    text.strip_prefix("E-").or_else(|| text.strip_prefix("e-"))?.parse().ok()
}
