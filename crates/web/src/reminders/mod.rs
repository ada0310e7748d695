//! Everything one has to do on one page, what one wants to be reminded of, and the way out of it without a login.

mod choosing;
mod leaving;
mod tasks;

use axum::Router;
use axum::routing::get;

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/afmeld/{secret}", get(leaving::leave_page).post(leaving::leave))
        .route("/{municipality}/opgaver", get(tasks::tasks))
        .route("/{municipality}/paamindelser", get(choosing::choices_page).post(choosing::choose))
}
