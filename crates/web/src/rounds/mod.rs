//! Follow-up: the rounds, a leader's own page, the overview, the summary for politicians.
//!
//! `list` is the room's front page. `mine` is everything somebody reports on, on one page (`mine_form` what it shows,
//! `mine_read` what comes of what is typed); `overview` is a unit's follow-up in a round (`overview_view` what it shows) and
//! `summary` the same on one sheet of paper. `report` and `evidence` are about one goal; `keeping` is the life of a round;
//! `answering` is what is said about a unit's follow-up, `answers` what it was told. `compare`, `late` and `sealed` read
//! across rounds and units. A round's address is its year and its key in the model.

mod answering;
mod answers;
mod compare;
mod evidence;
mod goal_rows;
mod judging;
mod keeping;
mod late;
mod list;
mod loading;
mod mine;
mod mine_form;
mod mine_read;
mod overview;
mod overview_view;
mod report;
mod said;
mod sealed;
mod summary;

use axum::Router;
use axum::routing::{get, post};

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    let at = |rest: &str| format!("/{{municipality}}/opfoelgning/{{year}}/{{round}}{rest}");
    Router::new()
        .route("/{municipality}/opfoelgning", get(list::list))
        .route("/{municipality}/opfoelgning/planlaeg", post(keeping::plan))
        .route(&at(""), get(overview::overview))
        .route(&at("/min"), get(mine::mine).post(mine::send))
        .route(&at("/min/gem"), post(mine::keep))
        .route(&at("/resume"), get(summary::summary))
        .route(&at("/godkend"), post(report::accept_many))
        .route(&at("/indberetning/{number}"), get(report::report))
        .route(&at("/indberetning/{number}/send-tilbage"), get(report::return_page).post(report::send_back))
        .route(&at("/maal/{number}/dokumentation"), get(evidence::evidence).post(evidence::attach))
        .route(&at("/maal/{number}/dokumentation/fjern"), post(evidence::remove))
        .route(&at("/bilag/{evidence}"), get(evidence::file))
        .route(&at("/plan"), get(keeping::dates_page).post(keeping::dates))
        .route(&at("/aabn"), post(keeping::open))
        .route(&at("/saml"), post(keeping::consolidate))
        .route(&at("/genaabn"), post(keeping::reopen))
        .route(&at("/luk"), get(keeping::close_page).post(keeping::close))
        .route(&at("/vurdering"), get(judging::assess_page).post(judging::assess))
        .route(&at("/bedoem/{number}"), get(judging::judge_page).post(judging::judge))
        .route(&at("/tilbagemelding"), get(answering::give_page).post(answering::give))
        .route(&at("/konsekvens"), get(answering::consequence_page).post(answering::consequence))
        .route(&at("/tilbagemeldinger"), get(answers::answers))
        .route(&at("/tilbagemeldinger/{feedback}"), get(answers::answer_page).post(answers::answer))
        .route(&at("/mangler"), get(late::late))
        .route(&at("/sammenlign"), get(compare::compare))
        .route(&at("/frosset"), get(sealed::sealed))
        .route(&at("/frosset.json"), get(sealed::download))
}
