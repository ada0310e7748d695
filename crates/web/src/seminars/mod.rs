//! Goal seminars: the list, a seminar as a workspace, its forms, and what came of it.
//!
//! `list` and `workspace` show (`shown` what a proposal, a commission and an objective in force look like); `keeping` is the
//! life of a seminar, `proposing` what is put before it, `weighing` how that is ordered and weighed, `routing` which way what
//! was chosen takes, `commissioning` what committees are asked for, `concluding` the page that says what will come of it. A
//! seminar's address is its year; a proposal's and a commission's their numbers in it.

mod commissioning;
mod concluding;
mod keeping;
mod list;
mod loading;
mod proposing;
mod routing;
mod shown;
mod weighing;
mod workspace;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/maalseminar/{{year}}{rest}");
    Router::new()
        .route("/{municipality}/maalseminar", get(list::list))
        .route("/{municipality}/maalseminar/begynd", post(keeping::open))
        .route(&at(""), get(workspace::workspace))
        .route(&at("/ramme"), get(keeping::frame_page).post(keeping::frame))
        .route(&at("/prioriter"), post(keeping::prioritise))
        .route(&at("/aflys"), get(keeping::cancel_page).post(keeping::cancel))
        .route(&at("/forslag/nyt"), get(proposing::new_page).post(proposing::give))
        .route(&at("/forslag/{serial}/ret"), get(proposing::edit_page).post(proposing::edit))
        .route(&at("/forslag/{serial}/tag-tilbage"), post(proposing::take_back))
        .route(&at("/forslag/{serial}/flyt"), post(weighing::move_one))
        .route(&at("/forslag/{serial}/afgoer"), get(weighing::weigh_page).post(weighing::weigh))
        .route(&at("/forslag/{serial}/vej"), get(routing::route_page).post(routing::route))
        .route(&at("/gaeldende/{number}"), get(weighing::standing_page).post(weighing::standing))
        .route(&at("/bestilling/ny"), get(commissioning::new_page).post(commissioning::ask))
        .route(&at("/bestilling/{serial}"), get(commissioning::edit_page).post(commissioning::change))
        .route(&at("/bestilling/{serial}/fjern"), post(commissioning::drop_it))
        .route(&at("/afslut"), get(concluding::conclude_page).post(concluding::conclude))
}
