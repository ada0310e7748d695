//! Cases and decisions: what is put on a body's agenda, what it decided, and the papers for the municipality's agenda system.
//!
//! `list` is the room's front page, `case_page` one case (`document` what stands on its paper), `print` and `word` the same on
//! paper and as a Word document. `new_case` and `edit` are the large form (`form` its fields, `form_read` what comes of them,
//! `begun` the text that can be put together from what was proposed); `keeping`, `deciding` and `disqualified` the small ones;
//! `headings` what a body calls the parts.

mod begun;
mod case_page;
mod deciding;
mod disqualified;
mod document;
mod edit;
mod form;
mod form_read;
mod headings;
mod keeping;
mod list;
mod loading;
mod new_case;
mod print;
mod word;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) use loading::{case_href, state_word};

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/sager/{{case}}{rest}");
    Router::new()
        .route("/{municipality}/sager", get(list::list))
        .route("/{municipality}/sager/ny", get(new_case::new_case).post(new_case::draft))
        .route("/{municipality}/sager/overskrifter", get(headings::headings_page).post(headings::keep))
        .route(&at(""), get(case_page::case))
        .route(&at("/udskriv"), get(print::print))
        .route(&at("/ret"), get(edit::edit_page).post(edit::save))
        .route(&at("/klar"), post(keeping::ready))
        .route(&at("/af-dagsordenen"), post(keeping::take_back))
        .route(&at("/traek-tilbage"), get(keeping::withdraw_page).post(keeping::withdraw))
        .route(&at("/inhabil"), get(disqualified::disqualified_page).post(disqualified::disqualify))
        .route(&at("/beslut"), get(deciding::decide_page).post(deciding::decide))
        .route(&at("/ny-beslutning"), post(keeping::correct))
}
