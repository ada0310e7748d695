//! A whole term: every step, and when it is held in each year.

use askama::Template;
use axum::response::Response;
use pejl_app::wheel::{self, Seats};
use pejl_domain::models::Key;
use pejl_domain::wheel::laying::year_of_term;
use pejl_kernel::Years;

use super::loading::{actor_of, dates_of, sign, state_word, step_href};
use super::year::{Head, View, head, is_meant, title_of};
use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "wheel/term.html")]
struct Term {
    page: Page,
    head: Head,
    years: Vec<(String, bool)>,
    rows: Vec<StepRow>,
    table_label: String,
}

/// A step in the years of a term.
struct StepRow {
    name: String,
    actor: String,
    kind: String,
    /// One a year; none where it is not held.
    cells: Vec<Option<Cell>>,
}

/// A step in one year.
struct Cell {
    href: String,
    dates: String,
    sign: &'static str,
    state_word: String,
    /// For those who listen: the link is only dates.
    said: String,
}

/// The term that holds a year: the model's own, else four years by the law.
fn term_of(inside: &Inside, year: i16) -> Years {
    let term = inside.voice.model.term;
    if term.from <= year && year <= term.to { term } else { Years::term_of(year) }
}

/// `/{m}/aarshjul?periode=1`
pub(super) async fn term(mut inside: Inside, seats: Seats, year: i16) -> Result<Response, Stop> {
    let years = term_of(&inside, year);
    let model = std::sync::Arc::clone(&inside.voice.model);
    let wheels = wheel::wheel_years(&mut inside.tx, &inside.visit.sight, &model, &seats, years).await?;
    let today = inside.visit.actor.on;
    let (t, voice) = (inside.t(), &inside.voice);
    let cell = |key: &Key, at: usize| {
        let laid = wheels.get(at)?.steps.iter().find(|l| l.step == *key)?;
        let state = laid.state(today);
        Some(Cell {
            href: step_href(&inside, laid, seats.unit()),
            dates: dates_of(t, laid.from, laid.to),
            sign: sign(state),
            state_word: state_word(t, state),
            said: voice.text(&model.wheel.iter().find(|s| s.key == *key)?.name).to_owned(),
        })
    };
    let is_here = |key: &Key| {
        let laid = wheels.iter().find_map(|w| w.steps.iter().find(|l| l.step == *key));
        laid.is_some_and(|l| is_meant(&inside, &seats, l))
    };
    let rows: Vec<StepRow> = model
        .wheel
        .iter()
        .filter(|spec| is_here(&spec.key))
        .map(|spec| StepRow {
            name: voice.text(&spec.name).to_owned(),
            actor: actor_of(voice, &seats, &spec.actor),
            kind: t.say(&format!("wheel-kind-{}", spec.kind.as_str())),
            cells: (0..wheels.len()).map(|at| cell(&spec.key, at)).collect(),
        })
        .collect();
    let title = title_of(&inside, &seats, &t.years(years));
    let shown = |year: i16| {
        let args = pejl_lang::Args::new().text("year", year.to_string()).count("place", year_of_term(&model, year));
        (t.say_with("wheel-term-year", &args), year == today.year())
    };
    let page = Term {
        head: head(&inside, &seats, year, View::Term),
        years: (years.from..=years.to).map(shown).collect(),
        rows,
        table_label: title.clone(),
        page: inside.page(Room::Year, title.clone()).here(title),
    };
    Ok(show(&page))
}
