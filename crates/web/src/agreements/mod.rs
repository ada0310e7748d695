//! Agreements: the list, the document, the forms in which one is written and agreed.
//!
//! `list` is every agreement with what it lacks; `agreement_page` one of them as a document (`document` its text, `steps` what
//! a reader may do, `talks` the negotiation, `signatures` who signed). `new_agreement` and `edit` are where it is written;
//! `deeds`, `hearing`, `counters` and `signing` the small forms (`small_form` draws them); `approve_many` the decision over many;
//! `renewal` the turn of the year; `compare` what differs between two editions and whether a kept text is the one that was
//! signed; `sight` a unit's line of sight.

mod address;
mod agreement_page;
mod approve_many;
mod compare;
mod counters;
mod deeds;
mod document;
mod edit;
mod edit_form;
mod hearing;
mod list;
mod loading;
mod new_agreement;
mod renewal;
mod sight;
mod signatures;
mod signing;
mod small_form;
mod steps;
mod talks;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/aftale/{{number}}{rest}");
    Router::new()
        .route("/{municipality}/aftaler", get(list::list))
        .route("/{municipality}/aftaler/godkend", get(approve_many::approve_many_page).post(approve_many::approve_many))
        .route("/{municipality}/aftaler/ny", get(new_agreement::new_agreement).post(new_agreement::draft))
        .route("/{municipality}/aftaler/naeste-aar", get(renewal::renew_many_page).post(renewal::renew_many))
        .route("/{municipality}/aftaler/sigtelinje", get(sight::line_of_sight))
        .route(&at("/ret"), get(edit::edit_page).post(edit::save))
        .route(&at("/input"), get(hearing::hearing_page).post(hearing::give))
        .route(&at("/modforslag"), get(counters::counter_page).post(counters::counter))
        .route(&at("/modforslag/{counter}"), get(counters::answer_page).post(counters::answer))
        .route(&at("/modforslag/{counter}/tilbage"), post(counters::take_back))
        .route(&at("/underskriv"), get(signing::sign_page).post(signing::sign))
        .route(&at("/forskel"), get(compare::difference))
        .route(&at("/kontrol"), get(compare::verify))
        .route(&at("/naeste-aar"), get(renewal::renewal_page).post(renewal::renew))
        .route(&at(""), get(agreement_page::agreement))
        .route(&at("/hoer"), post(deeds::hear))
        .route(&at("/dialog"), post(deeds::dialogue))
        .route(&at("/send"), post(deeds::submit))
        .route(&at("/send-tilbage"), get(deeds::return_page).post(deeds::send_back))
        .route(&at("/godkend"), get(deeds::approve_page).post(deeds::approve))
        .route(&at("/aendring"), get(deeds::amend_page).post(deeds::amend))
        .route(&at("/opgiv-aendring"), get(deeds::drop_page).post(deeds::drop_amendment))
        .route(&at("/rapport"), get(deeds::report_page).post(deeds::report))
        .route(&at("/rapport-tilbage"), get(deeds::return_report_page).post(deeds::return_report))
        .route(&at("/afslut"), get(deeds::close_page).post(deeds::close))
        .route(&at("/traek-tilbage"), get(deeds::withdraw_page).post(deeds::withdraw))
}
