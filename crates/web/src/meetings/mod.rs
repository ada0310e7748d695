//! Dialogue meetings: planned, prepared, run on a projector, noted by a scribe, and what comes of them; and the committee's
//! briefing beforehand.
//!
//! `list` is the room's front page. `plan` is the large form; `meeting_page` a meeting before and after, `steps` what can be
//! done with it; `preparation` what a unit brings; `board` the projector; `scribe` what is noted and worded in the room;
//! `minutes` the four phases; `guideposts` how a draft comes before the committee; `briefing` the paper. `loading` is what
//! they all begin with. A meeting's address is its number.

mod board;
mod briefing;
mod briefing_edit;
mod guideposts;
mod list;
mod loading;
mod meeting_page;
mod minutes;
mod plan;
mod plan_form;
mod preparation;
mod scribe;
mod scribe_view;
mod steps;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use loading::has_meetings;

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/moeder/{{meeting}}{rest}");
    let paper = |rest: &str| format!("/{{municipality}}/moeder/briefing/{{unit}}/{{year}}{rest}");
    Router::new()
        .route("/{municipality}/moeder", get(list::list))
        .route("/{municipality}/moeder/nyt", get(plan::new_page).post(plan::create))
        .route("/{municipality}/moeder/briefing", get(briefing::list))
        .route("/{municipality}/moeder/briefing/ny", post(briefing_edit::begin))
        .route(&paper(""), get(briefing::briefing))
        .route(&paper("/ret"), get(briefing_edit::edit_page).post(briefing_edit::edit))
        .route(&paper("/hent"), post(briefing_edit::draw))
        .route(&paper("/send"), post(briefing_edit::send))
        .route(&at(""), get(meeting_page::meeting))
        .route(&at("/ret"), get(plan::edit_page).post(plan::save))
        .route(&at("/form"), get(steps::form_page).post(steps::choose_form))
        .route(&at("/inviter"), post(steps::invite))
        .route(&at("/start"), post(steps::start))
        .route(&at("/slut"), post(steps::end))
        .route(&at("/genoptag"), post(steps::resume))
        .route(&at("/aflys"), get(steps::cancel_page).post(steps::cancel))
        .route(&at("/forberedelse/{unit}"), get(preparation::preparation))
        .route(&at("/forberedelse/{unit}/gem"), post(preparation::save))
        .route(&at("/forberedelse/{unit}/input"), post(preparation::input))
        .route(&at("/tavle"), get(board::board))
        .route(&at("/referent"), get(scribe::scribe))
        .route(&at("/referent/indlaeg"), post(scribe::note))
        .route(&at("/referent/indlaeg/{contribution}"), post(scribe::mend))
        .route(&at("/referent/udkast"), post(scribe::word))
        .route(&at("/referent/udkast/{draft}"), get(scribe::reword_page).post(scribe::reword))
        .route(&at("/referent/fremmoede"), post(scribe::attend))
        .route(&at("/referat"), get(minutes::minutes))
        .route(&at("/referat/skriv"), post(minutes::write))
        .route(&at("/referat/send"), post(minutes::circulate))
        .route(&at("/referat/kommentar"), post(minutes::comment))
        .route(&at("/referat/indarbejd"), post(minutes::amend))
        .route(&at("/referat/godkend"), post(minutes::approve))
        .route(&at("/pejlemaerker/{draft}"), get(guideposts::propose_page).post(guideposts::propose))
}
