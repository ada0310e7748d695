//! Laying the model's steps on a real year: each day moved off weekends, holidays and July by rule, then what people changed
//! laid over it.

use std::cmp::Ordering;

use jiff::civil::Date;
use pejl_kernel::{UnitId, Years};

use super::workdays::{open_from, open_until, workday_until};
use super::{Changed, Laid};
use crate::models::{Key, Model, WheelStep};
use crate::rounds::deeds::day_in;

/// The place of a year in its term, counted from 1: in the model's own term where that holds it, else in the law's.
pub fn year_of_term(model: &Model, year: i16) -> i16 {
    let term = if model.term.from <= year && year <= model.term.to { model.term } else { Years::term_of(year) };
    year - term.from + 1
}

/// Whether a step is held in a year.
pub fn is_held(model: &Model, step: &WheelStep, year: i16) -> bool {
    step.years.is_empty() || step.years.iter().any(|of| i16::from(*of) == year_of_term(model, year))
}

/// A year's steps, the earliest first. `whose` names a unit for each level of somebody's line: what was changed for that unit
/// counts before what was changed for all. Empty for the municipality's own wheel.
pub fn laid(model: &Model, year: i16, whose: &[(Key, UnitId)], changed: &[Changed]) -> Vec<Laid> {
    if !(1900..2200).contains(&year) {
        return Vec::new();
    }
    let held = model.wheel.iter().filter(|step| is_held(model, step, year));
    let mut all: Vec<Laid> = held.filter_map(|step| lay(step, year, whose, changed)).collect();
    all.sort_by(earlier); // stable: what falls on the same days stays in the model's order
    all
}

/// The steps of the year before that are still going on when a year begins.
pub fn running_into(model: &Model, year: i16, whose: &[(Key, UnitId)], changed: &[Changed]) -> Vec<Laid> {
    let mut all = laid(model, year - 1, whose, changed);
    all.retain(|step| step.touches(year));
    all
}

/// The order of two steps in time.
fn earlier(a: &Laid, b: &Laid) -> Ordering {
    (a.from, a.to).cmp(&(b.from, b.to))
}

fn lay(step: &WheelStep, year: i16, whose: &[(Key, UnitId)], changed: &[Changed]) -> Option<Laid> {
    let by_model = (day_in(step.from, year)?, day_in(step.to, year)?);
    let by_rule = on_open_days(by_model, step.statutory);
    let unit = whose.iter().find(|(level, _)| *level == step.actor).map(|(_, unit)| *unit);
    let here = || changed.iter().filter(|c| c.step == step.key && c.year == year);
    let own = unit.and_then(|unit| here().find(|c| c.unit == Some(unit)));
    let whole = here().find(|c| c.unit.is_none());
    let layers = || own.into_iter().chain(whole);
    let moved = layers().find_map(|c| c.moved.clone());
    let (from, to) = moved.as_ref().map_or(by_rule, |moved| (moved.from, moved.to));
    Some(Laid {
        step: step.key.clone(),
        year,
        kind: step.kind,
        actor: step.actor.clone(),
        unit,
        from,
        to,
        by_rule,
        by_model,
        statutory: step.statutory,
        moved,
        responsible: layers().find_map(|c| c.responsible),
        done: layers().find_map(|c| c.done.clone()),
        units_done: here().filter(|c| c.unit.is_some() && c.done.is_some()).count(),
        is_done_by_all: false,
    })
}

/// The first day moves forward to an open day, the last one back to one; what July swallows comes to the first working day of
/// August. A last day set by law is never later than the law's: it only moves back. Where nothing is left between the two, the
/// step is one day: the last open one before, in the same year, else the first one after.
fn on_open_days((first, last): (Date, Date), statutory: bool) -> (Date, Date) {
    let from = open_from(first);
    let to = if statutory { workday_until(last) } else { open_until(last) };
    if from <= to {
        (from, to)
    } else if statutory || to.year() == last.year() {
        (to, to)
    } else {
        (from, from)
    }
}

/// Whether a step concerns a unit: its own level acts, or a level above it, or the step feeds or needs one of its own
/// level's.
pub fn concerns(model: &Model, step: &WheelStep, own: &Key, line: &[Key]) -> bool {
    let of_own = || model.wheel.iter().filter(|other| other.actor == *own);
    line.contains(&step.actor)
        || of_own().any(|other| other.needs.contains(&step.key))
        || of_own().any(|other| step.needs.contains(&other.key))
}
