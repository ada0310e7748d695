//! What the pages of the wheel take up before they can be shown: whose wheel, which year, and the words for a step.

use jiff::civil::Date;
use pejl_app::Ending;
use pejl_app::shown::UnitInLine;
use pejl_app::wheel::{self, Seats, StepPage};
use pejl_domain::models::Key;
use pejl_domain::wheel::{Laid, StepState, step};
use pejl_kernel::Span;
use pejl_lang::{Args, Speech};
use pejl_policy::{Action, Facts, decide};

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, Room};
use crate::orgs::unit_serial;
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::{Voice, capital};

/// Whose wheel an address names: that of a unit, or the municipality's.
pub(super) async fn whose(inside: &mut Inside, query: &Typed) -> Result<Seats, Stop> {
    let serial = match query.get("enhed") {
        "" => None,
        number => Some(unit_serial(number).ok_or(Ending::NotFound)?),
    };
    Ok(wheel::seats(&mut inside.tx, &inside.visit.sight, serial).await?)
}

/// A step's page as an address names it.
pub(super) async fn the_step(inside: &mut Inside, query: &Typed, year: &str, key: &str) -> Result<(Seats, StepPage), Stop> {
    let year = year.parse::<i16>().map_err(|_| Ending::NotFound)?;
    let key = Key::parse(key).ok_or(Ending::NotFound)?;
    let seats = whose(inside, query).await?;
    let model = std::sync::Arc::clone(&inside.voice.model);
    let page = wheel::step_page(&mut inside.tx, &inside.visit.sight, &model, &seats, year, &key).await?;
    Ok((seats, page))
}

/// `?enhed=E-4`, or nothing for the municipality.
pub(super) fn unit_query(unit: Option<&UnitInLine>) -> String {
    unit.map(|unit| format!("?enhed=E-{}", unit.serial)).unwrap_or_default()
}

/// Where a step is: `/testby/aarshjul/2019/maalseminar`.
pub(crate) fn step_href(inside: &Inside, of: &Laid, unit: Option<&UnitInLine>) -> String {
    inside.href(&format!("aarshjul/{}/{}{}", of.year, of.step, unit_query(unit)))
}

/// What a step is called.
pub(super) fn name_of(voice: &Voice, key: &Key) -> String {
    step(&voice.model, key).map_or_else(|| key.to_string(), |spec| voice.text(&spec.name).to_owned())
}

/// What a step is called, with the year it begins in.
pub(super) fn name_with_year(voice: &Voice, of: &Laid) -> String {
    format!("{} {}", name_of(voice, &of.step), of.year)
}

/// The days of a step.
pub(crate) fn dates_of(t: Speech, from: Date, to: Date) -> String {
    Span::new(from, Some(to)).map_or_else(|| t.date(from), |span| t.span(span))
}

/// The weeks of a step: `uge 7`, `uge 7–9`.
pub(super) fn weeks_of(t: Speech, from: Date, to: Date) -> String {
    let week = |day: Date| day.iso_week_date().week();
    if week(from) == week(to) && from.iso_week_date().year() == to.iso_week_date().year() {
        return t.week(from);
    }
    t.say_with("wheel-weeks", &Args::new().text("from", week(from).to_string()).text("to", week(to).to_string()))
}

/// The sign of where a step stands.
pub(super) const fn sign(state: StepState) -> &'static str {
    match state {
        StepState::Late => "late",
        StepState::Running => "running",
        StepState::Coming => "planned",
        StepState::Done => "done",
        StepState::Lapsed => "silent",
    }
}

/// Where a step stands, in a word.
pub(super) fn state_word(t: Speech, state: StepState) -> String {
    capital(&t.say(&format!("wheel-state-{}", state.as_str())))
}

/// The municipality's word for the level that acts; the name of its one unit where it has only one.
pub(super) fn actor_of(voice: &Voice, seats: &Seats, level: &Key) -> String {
    let mut units = seats.at(level);
    match (seats.own(level), units.next(), units.next()) {
        (Some(own), ..) => own.name.clone(),
        (None, Some(only), None) => only.name.clone(),
        _ => capital(&voice.model.level(level).map_or_else(|| level.to_string(), |l| voice.forms(&l.word).plural.clone())),
    }
}

/// The frame of a page in the room, without its last step.
pub(super) fn front(inside: &Inside, title: String) -> Page {
    inside.page(Room::Year, title).crumb(inside.t().say("menu-year"), inside.href("aarshjul"))
}

/// Whether the reader may do something with a step.
pub(super) fn may(inside: &Inside, action: Action, facts: &Facts) -> bool {
    decide(&inside.visit.actor, action, facts).is_ok()
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may.
pub(super) fn must(inside: &Inside, action: Action, facts: &Facts) -> Result<(), Stop> {
    decide(&inside.visit.actor, action, facts).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// A small form about a step, with its fields and the faults beside them.
pub(super) fn form_about(
    inside: &Inside,
    seats: &Seats,
    of: &StepPage,
    title: String,
    fields: Vec<Field>,
    faults: &Faults,
) -> SmallForm {
    let (step, back) = (name_with_year(&inside.voice, &of.laid), step_href(inside, &of.laid, seats.unit()));
    let page = front(inside, title.clone()).crumb(step.clone(), back.clone()).here(title);
    let version = of.row.as_ref().map_or(0, |row| row.changed.version);
    SmallForm { version, ..SmallForm::new(inside, page, step, back, fields, faults) }
}
