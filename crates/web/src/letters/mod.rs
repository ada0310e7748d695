//! Strategibrev: the letters year by year, one letter as it is read, written, put before the leaders and sent out.
//!
//! `list` is the room's front page, `reading` the letter itself with its comments, `writing` its text, headings and themes,
//! `inputs` what leaders say before it is sent out, `publishing` the sending out. A letter's address is its year.

mod inputs;
mod list;
mod loading;
mod publishing;
mod reading;
mod writing;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/strategibrev/{{year}}{rest}");
    Router::new()
        .route("/{municipality}/strategibrev", get(list::list))
        .route("/{municipality}/strategibrev/nyt", get(list::start_page).post(list::start))
        .route(&at(""), get(reading::read))
        .route(&at("/kommentar"), post(reading::comment))
        .route(&at("/skriv"), get(writing::frame_page).post(writing::frame))
        .route(&at("/overskrift/{place}"), get(writing::heading_page).post(writing::heading))
        .route(&at("/overskrift/{place}/fjern"), get(writing::drop_heading_page).post(writing::drop_heading))
        .route(&at("/tema/{theme}"), get(writing::theme_page).post(writing::theme))
        .route(&at("/tema/{theme}/fjern"), get(writing::drop_theme_page).post(writing::drop_theme))
        .route(&at("/input"), get(inputs::inputs).post(inputs::give))
        .route(&at("/input/{input}"), get(inputs::answer_page).post(inputs::answer))
        .route(&at("/inputrunde"), get(inputs::round_page).post(inputs::round))
        .route(&at("/inputrunde/luk"), post(inputs::close))
        .route(&at("/udgiv"), get(publishing::publish_page).post(publishing::publish))
        .route(&at("/luk"), post(publishing::close))
        .route(&at("/genaabn"), post(publishing::reopen))
        .route(&at("/frosset.json"), get(publishing::download))
}
