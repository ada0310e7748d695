//! The goal seminars of the municipality, and where a new one begins.

use askama::Template;
use axum::response::Response;
use pejl_app::seminars::{self, SeminarRow};
use pejl_domain::models::Noun;
use pejl_domain::seminars::{ProposalKind, SeminarState, seminar_step, spec_of};
use pejl_lang::Args;

use super::loading::{front, href_of, name_of, seminar_sign, seminar_word, step_name, there_are};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::rooms::{RoomLink, rooms};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "seminars/list.html")]
struct List {
    page: Page,
    rooms: Vec<RoomLink>,
    purpose: String,
    result: String,
    rows: Vec<Row>,
    /// The years that can begin one: the year and what it is called.
    years: Vec<(i16, String)>,
    open_href: String,
    empty: String,
}

/// A seminar in the list.
struct Row {
    name: String,
    /// Where it is; none where the reader does not see what is in it yet.
    href: Option<String>,
    state: &'static str,
    state_word: String,
    about: String,
    far: String,
}

/// `/{m}/maalseminar`
pub(crate) async fn list(mut inside: Inside) -> Result<Response, Stop> {
    there_are(&inside)?;
    let rooms = rooms(&mut inside, "maalseminar").await?;
    let found = seminars::seminars(&mut inside.tx, &inside.visit.sight).await?;
    let keeps = seminars::may_keep(&inside.visit.actor);
    let t = inside.t();
    let is_there = |year: i16| found.iter().any(|row| row.seminar.year == year && row.seminar.state != SeminarState::Cancelled);
    let this_year = inside.visit.actor.on.year();
    let years = [this_year, this_year.saturating_add(1)].into_iter().filter(|year| keeps && !is_there(*year));
    let step = seminar_step(&inside.voice.model);
    let title = capital(&step_name(&inside.voice));
    let council = inside.voice.noun(Noun::Council);
    Ok(show(&List {
        page: front(&inside, title.clone()).here(title),
        rooms,
        purpose: step.map(|step| inside.voice.text(&step.purpose).to_owned()).unwrap_or_default(),
        result: step.map(|step| inside.voice.text(&step.result).to_owned()).unwrap_or_default(),
        rows: found.iter().map(|row| shown(&inside, row)).collect(),
        years: years.map(|year| (year, name_of(&inside, year))).collect(),
        open_href: inside.href("maalseminar/begynd"),
        empty: if keeps {
            t.a("seminars-none-keeper", "council", &council.definite)
        } else {
            t.a("seminars-none-text", "council", &council.definite)
        },
    }))
}

fn shown(inside: &Inside, row: &SeminarRow) -> Row {
    let (t, seminar) = (inside.t(), &row.seminar);
    let sees = seminars::may_see(&inside.visit.actor, seminar).is_ok();
    let objective = spec_of(&inside.voice.model, ProposalKind::Objective).map(|spec| inside.voice.spec(spec).plural.clone());
    let args = || {
        Args::new()
            .count("proposals", row.proposals)
            .count("chosen", row.chosen)
            .count("policies", row.by_policy)
            .count("goals", row.by_goal)
            .count("parked", row.parked)
            .text("nouns", objective.clone().unwrap_or_default())
    };
    let about = match (seminar.state, seminar.concluded_on, seminar.frame.held_on) {
        (SeminarState::Concluded, Some(on), _) => t.a("seminars-concluded-on", "date", t.date(on)),
        (SeminarState::Cancelled, _, _) => seminar.note.to_string(),
        (_, _, Some(on)) => t.a("seminars-held-on", "date", t.date(on)),
        (_, _, None) => t.say("seminars-no-day"),
    };
    Row {
        name: name_of(inside, seminar.year),
        href: (sees && seminar.state != SeminarState::Cancelled).then(|| href_of(inside, seminar, "")),
        state: seminar_sign(seminar.state),
        state_word: seminar_word(inside, seminar.state),
        about,
        far: match seminar.state {
            SeminarState::Concluded => t.say_with("seminars-far-concluded", &args()),
            SeminarState::Cancelled => String::new(),
            SeminarState::Collecting | SeminarState::Prioritising if !sees => t.say("seminars-far-hidden"),
            SeminarState::Collecting | SeminarState::Prioritising => t.say_with("seminars-far", &args()),
        },
    }
}
