//! The annual wheel: the year as a wheel, a list and a table, the whole term, each step's page, and the calendar.
//!
//! `year` is the front page (`picture` draws it, `term` shows all years of a term); `step` is a step's page with what it came
//! to (`products`), `keeping` what is done with it. `feed` is the calendar that other programs read, `addresses` its secret
//! address on one's own page. A step's address is its year and its key in the model.

mod addresses;
mod feed;
mod keeping;
mod loading;
mod picture;
mod products;
mod step;
mod term;
mod year;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) use loading::{dates_of, step_href};

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/aarshjul/{{year}}/{{step}}{rest}");
    Router::new()
        .route("/{municipality}/aarshjul", get(year::wheel))
        .route(&at(""), get(step::step))
        .route(&at("/flyt"), get(keeping::days_page).post(keeping::days))
        .route(&at("/laeg-tilbage"), post(keeping::put_back))
        .route(&at("/ansvarlig"), get(keeping::responsible_page).post(keeping::responsible))
        .route(&at("/luk"), get(keeping::close_page).post(keeping::close))
        .route(&at("/genaabn"), post(keeping::reopen))
        .route("/{municipality}/min-konto/kalender", post(addresses::make))
        .route("/{municipality}/min-konto/kalender/luk", post(addresses::revoke))
        .route("/kalender/{file}", get(feed::feed))
}
