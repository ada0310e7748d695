//! The year as a wheel, a list and a table: whose it is, and which year, stand in the address.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::wheel::{self, Seats, WheelYear};
use pejl_domain::models::{BodyKind, Key};
use pejl_domain::wheel::{Laid, StepState, concerns, step};
use pejl_kernel::Years;
use pejl_lang::Args;

use super::loading::{actor_of, dates_of, name_of, name_with_year, sign, state_word, step_href, weeks_of, whose};
use super::picture::{Drawn, Picture, Said, picture};
use super::term;
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

/// The most units there are to choose among; above that, institutions are left out.
const UNITS: usize = 150;

/// How the year is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Wheel,
    List,
    Table,
    Term,
}

impl View {
    const ALL: [Self; 4] = [Self::Wheel, Self::List, Self::Table, Self::Term];

    fn read(query: &Typed) -> Self {
        match query.get("vis") {
            _ if !query.get("periode").is_empty() => Self::Term,
            "liste" => Self::List,
            "tabel" => Self::Table,
            _ => Self::Wheel,
        }
    }

    /// The keys of its word, and of its part of an address.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Wheel => ("wheel-view-wheel", ""),
            Self::List => ("wheel-view-list", "&vis=liste"),
            Self::Table => ("wheel-view-table", "&vis=tabel"),
            Self::Term => ("wheel-view-term", "&periode=1"),
        }
    }
}

/// What every way of showing it has around it.
pub(super) struct Head {
    pub lead: String,
    pub views: Vec<(String, String, bool)>,
    pub years: Vec<Choice>,
    pub units: Vec<Choice>,
    /// What a new choice keeps of the address.
    pub hidden: Vec<(&'static str, &'static str)>,
    pub previous: Option<(String, String)>,
    pub next: Option<(String, String)>,
    pub calendar_href: String,
}

/// A step in the list and in the table.
pub(super) struct Row {
    pub number: usize,
    pub name: String,
    pub href: String,
    pub kind: String,
    pub actor: String,
    pub dates: String,
    pub weeks: String,
    pub sign: &'static str,
    pub state: &'static str,
    pub state_word: String,
    pub responsible: String,
    pub purpose: String,
    /// What came of it; what is expected where it is not done.
    pub result: String,
    pub result_label: String,
    pub notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "wheel/year.html")]
struct YearPage {
    page: Page,
    head: Head,
    is_table: bool,
    is_list: bool,
    picture: Option<Picture>,
    rows: Vec<Row>,
    states: Vec<(&'static str, String)>,
    empty: (String, String),
    table_label: String,
}

/// `/{m}/aarshjul?aar=2019&enhed=E-4&vis=tabel`
pub(crate) async fn wheel(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let today = inside.visit.actor.on;
    let year = match query.get("aar") {
        "" => today.year(),
        text => text.parse::<i16>().ok().filter(|y| (1900..2200).contains(y)).ok_or(Ending::NotFound)?,
    };
    let view = View::read(&query);
    let seats = whose(&mut inside, &query).await?;
    if view == View::Term {
        return term::term(inside, seats, year).await;
    }
    let model = std::sync::Arc::clone(&inside.voice.model);
    let years = Years { from: year, to: year };
    let read = wheel::wheel_years(&mut inside.tx, &inside.visit.sight, &model, &seats, years).await?;
    let year_of = read.into_iter().next().ok_or(Ending::NotFound)?;
    let t = inside.t();
    let seen: Vec<&Laid> = year_of.before.iter().chain(&year_of.steps).filter(|l| is_meant(&inside, &seats, l)).collect();
    let rows: Vec<Row> = seen.iter().enumerate().map(|(at, l)| row(&inside, &seats, &year_of, l, at + 1)).collect();
    let title = title_of(&inside, &seats, &year.to_string());
    let page = YearPage {
        head: head(&inside, &seats, year, view),
        is_table: view == View::Table,
        is_list: view == View::List,
        picture: (view == View::Wheel && !seen.is_empty()).then(|| drawn(&inside, &seats, year, &seen, &rows, &title)),
        states: StepState::ALL
            .iter()
            .filter(|state| seen.iter().any(|laid| laid.state(today) == **state))
            .map(|state| (state.as_str(), state_word(t, *state)))
            .collect(),
        empty: match (model.wheel.is_empty(), seats.unit()) {
            (false, Some(unit)) => (t.say("wheel-empty-unit"), t.a("wheel-empty-unit-text", "unit", &unit.name)),
            _ => (t.say("wheel-empty"), t.say("wheel-empty-text")),
        },
        table_label: title.clone(),
        rows,
        page: inside.page(Room::Year, title.clone()).here(title),
    };
    Ok(show(&page))
}

/// Whether a step is shown in a wheel: in a unit's, those that concern it.
pub(super) fn is_meant(inside: &Inside, seats: &Seats, of: &Laid) -> bool {
    let model = &inside.voice.model;
    let line: Vec<Key> = seats.line.iter().map(|unit| unit.level.clone()).collect();
    match (line.first(), step(model, &of.step)) {
        (Some(own), Some(spec)) => concerns(model, spec, own, &line),
        _ => true,
    }
}

pub(super) fn title_of(inside: &Inside, seats: &Seats, years: &str) -> String {
    let t = inside.t();
    match seats.unit() {
        Some(unit) => t.say_with("wheel-title-of", &Args::new().text("years", years).text("unit", &unit.name)),
        None => t.a("wheel-title", "years", years),
    }
}

/// Where a year is, in a view.
fn year_href(inside: &Inside, seats: &Seats, year: i16, view: View) -> String {
    let unit = seats.unit().map(|unit| format!("&enhed=E-{}", unit.serial)).unwrap_or_default();
    inside.href(&format!("aarshjul?aar={year}{unit}{}", view.words().1))
}

pub(super) fn head(inside: &Inside, seats: &Seats, year: i16, view: View) -> Head {
    let (t, model) = (inside.t(), &inside.voice.model);
    let today = inside.visit.actor.on.year();
    let has_term = model.term.from < model.term.to;
    let mut years: Vec<i16> = (model.term.from - 1..=model.term.to + 1).chain([year, today]).collect();
    years.sort_unstable();
    years.dedup();
    let is_offered =
        |level: &Key| seats.all.len() <= UNITS || model.level(level).is_some_and(|level| level.body != BodyKind::Institution);
    let chosen = seats.unit().map(|unit| unit.serial);
    let mut units = vec![Choice::new("", t.say("wheel-all-units"), chosen.is_none())];
    let offered = seats.all.iter().filter(|unit| is_offered(&unit.level) || chosen == Some(unit.serial));
    units.extend(offered.map(|unit| Choice::new(format!("E-{}", unit.serial), unit.name.clone(), chosen == Some(unit.serial))));
    let views = View::ALL.into_iter().filter(|of| *of != View::Term || has_term);
    let beside = |year: i16| {
        let is_there = view != View::Term && (1900..2200).contains(&year);
        is_there.then(|| (year.to_string(), year_href(inside, seats, year, view)))
    };
    Head {
        lead: t.say(if view == View::Term { "wheel-term-lead" } else { "wheel-lead" }),
        views: views.map(|of| (t.say(of.words().0), year_href(inside, seats, year, of), of == view)).collect(),
        years: years.into_iter().map(|of| Choice::new(of.to_string(), of.to_string(), of == year)).collect(),
        units,
        hidden: match view {
            View::Wheel => Vec::new(),
            View::List => vec![("vis", "liste")],
            View::Table => vec![("vis", "tabel")],
            View::Term => vec![("periode", "1")],
        },
        previous: beside(year - 1),
        next: beside(year + 1),
        calendar_href: inside.href("min-konto#kalender"),
    }
}

fn row(inside: &Inside, seats: &Seats, wheel: &WheelYear, of: &Laid, number: usize) -> Row {
    let (t, voice) = (inside.t(), &inside.voice);
    let spec = step(&voice.model, &of.step);
    let state = of.state(inside.visit.actor.on);
    let (result, result_label) = match &of.done {
        Some(done) => (done.result.to_string(), t.say("wheel-result")),
        None => (spec.map(|s| voice.text(&s.result).to_owned()).unwrap_or_default(), t.say("wheel-expected")),
    };
    Row {
        number,
        name: if of.year == wheel.year { name_of(voice, &of.step) } else { name_with_year(voice, of) },
        href: step_href(inside, of, seats.unit()),
        kind: t.say(&format!("wheel-kind-{}", of.kind.as_str())),
        actor: actor_of(voice, seats, &of.actor),
        dates: dates_of(t, of.from, of.to),
        weeks: weeks_of(t, of.from, of.to),
        sign: sign(state),
        state: state.as_str(),
        state_word: state_word(t, state),
        responsible: wheel.responsible(of).to_owned(),
        purpose: spec.map(|s| voice.text(&s.purpose).to_owned()).unwrap_or_default(),
        result,
        result_label,
        notes: notes(inside, seats, of),
    }
}

/// What is worth knowing about its days at a glance.
fn notes(inside: &Inside, seats: &Seats, of: &Laid) -> Vec<String> {
    let t = inside.t();
    let units = seats.at(&of.actor).count();
    let some_done = of.unit.is_none() && of.done.is_none() && of.units_done > 0;
    [
        of.statutory.then(|| t.say("wheel-statutory")),
        of.moved.is_some().then(|| t.say("wheel-moved")),
        some_done.then(|| t.say_with("wheel-units-done", &Args::new().count("done", of.units_done).count("units", units))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn drawn(inside: &Inside, seats: &Seats, year: i16, seen: &[&Laid], rows: &[Row], title: &str) -> Picture {
    let (t, voice) = (inside.t(), &inside.voice);
    let today = inside.visit.actor.on;
    let steps: Vec<Drawn> = seen
        .iter()
        .zip(rows)
        .map(|(l, row)| {
            let args = Args::new()
                .count("number", row.number)
                .text("step", &row.name)
                .text("actor", &row.actor)
                .text("dates", &row.dates)
                .text("state", row.state_word.to_lowercase());
            Drawn {
                number: row.number,
                actor: l.actor.clone(),
                from: l.from,
                to: l.to,
                state: l.state(today),
                href: row.href.clone(),
                label: t.say_with("wheel-arc", &args),
            }
        })
        .collect();
    let levels: Vec<(Key, String)> =
        voice.model.levels.iter().map(|level| (level.key.clone(), actor_of(voice, seats, &level.key))).collect();
    let months = (1..=12).map(|month| t.say(&format!("wheel-month-{month}"))).collect();
    let said = Said {
        months,
        label: t.say_with("wheel-picture", &Args::new().text("title", title).count("count", steps.len())),
        today: t.day_month(today),
    };
    picture(year, &levels, &steps, Some(today), said)
}
