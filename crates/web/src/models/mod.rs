//! The governance model: the one in force as a page in the municipality's own words, its versions, and installing another.

mod chapters;
mod install;
mod model_page;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{municipality}/opsaetning/model", get(model_page::model))
        .route("/{municipality}/opsaetning/model/version/{version}", get(model_page::version))
        .route("/{municipality}/opsaetning/model/ny", get(install::choose).post(install::preview))
        .route("/{municipality}/opsaetning/model/installer", post(install::install))
}
