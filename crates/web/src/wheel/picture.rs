//! The year drawn as a wheel: a ring for each level that acts, the first of the model outermost; an arc for each step, with its
//! number in the list beside; months around it, and a line for today. Drawn in the units of a square of 400.

use std::f64::consts::PI;

use jiff::civil::{Date, date};
use pejl_domain::models::Key;
use pejl_domain::wheel::StepState;

/// The middle of the square.
const MIDDLE: f64 = 200.0;
/// The outer edge of the rings.
const OUTER: f64 = 168.0;
/// The inner edge of the rings.
const INNER: f64 = 38.0;
/// Between two rings.
const GAP: f64 = 5.0;
/// The thickest a lane is drawn.
const THICKEST: f64 = 22.0;
/// Degrees left free around the top, where the rings are named.
const FREE: f64 = 5.0;
/// The shortest arc, along its middle: wide enough for its number.
const SHORTEST: f64 = 15.0;

/// A step as it is drawn.
pub(super) struct Drawn {
    /// Its number in the list.
    pub number: usize,
    /// The level that acts.
    pub actor: Key,
    pub from: Date,
    pub to: Date,
    pub state: StepState,
    pub href: String,
    /// All of it in words.
    pub label: String,
}

/// The wheel.
pub(super) struct Picture {
    pub year: i16,
    pub rings: Vec<Ring>,
    pub arcs: Vec<Arc>,
    pub months: Vec<Month>,
    pub today: Option<Line>,
    /// Today in words, in the middle.
    pub today_said: String,
    pub label: String,
}

/// The ring of a level.
pub(super) struct Ring {
    /// A letter, where the ring begins.
    pub letter: char,
    pub name: String,
    pub radius: String,
    pub width: String,
    pub y: String,
}

/// The arc of a step.
pub(super) struct Arc {
    pub path: String,
    pub state: &'static str,
    pub number: usize,
    pub x: String,
    pub y: String,
    pub href: String,
    pub label: String,
}

/// A month: its name, and the line it begins with.
pub(super) struct Month {
    pub name: String,
    pub x: String,
    pub y: String,
    pub line: Line,
}

/// A line from the middle outwards.
pub(super) struct Line {
    pub x1: String,
    pub y1: String,
    pub x2: String,
    pub y2: String,
}

/// How far round a day begins, in degrees from the top.
fn degrees(day: Date, year: i16) -> f64 {
    let days = f64::from(date(year, 1, 1).days_in_year());
    let gone = match day.year().cmp(&year) {
        std::cmp::Ordering::Less => 0.0,
        std::cmp::Ordering::Equal => f64::from(day.day_of_year() - 1),
        std::cmp::Ordering::Greater => days,
    };
    FREE + gone / days * (360.0 - 2.0 * FREE)
}

fn point(degrees: f64, radius: f64) -> (f64, f64) {
    let turn = degrees * PI / 180.0;
    (MIDDLE + radius * turn.sin(), MIDDLE - radius * turn.cos())
}

fn shown(n: f64) -> String {
    format!("{n:.1}")
}

fn line(degrees: f64, inner: f64, outer: f64) -> Line {
    let ((x1, y1), (x2, y2)) = (point(degrees, inner), point(degrees, outer));
    Line { x1: shown(x1), y1: shown(y1), x2: shown(x2), y2: shown(y2) }
}

/// Where a step begins and ends, in degrees, at least as long as its number is wide.
fn span(step: &Drawn, year: i16, radius: f64) -> (f64, f64) {
    let begin = degrees(step.from, year);
    let end = degrees(step.to.tomorrow().unwrap_or(step.to), year);
    let least = SHORTEST / radius * 180.0 / PI;
    let missing = (least - (end - begin)).max(0.0) / 2.0;
    let (begin, end) = (begin - missing, end + missing);
    // Not over the top, where the rings are named.
    let shift = (FREE - begin).max(0.0) - (end - (360.0 - FREE)).max(0.0);
    (begin + shift, end + shift)
}

/// The steps of one level in as few lanes as they need: each lane holds steps that do not overlap.
fn lanes<'d>(steps: &[&'d Drawn], year: i16) -> Vec<Vec<&'d Drawn>> {
    let mut lanes: Vec<(f64, Vec<&Drawn>)> = Vec::new();
    let mut by_begin = steps.to_vec();
    by_begin.sort_by_key(|step| (step.from, step.to));
    for step in by_begin {
        let (begin, end) = span(step, year, (INNER + OUTER) / 2.0);
        match lanes.iter_mut().find(|(free, _)| *free <= begin) {
            Some((free, lane)) => {
                *free = end;
                lane.push(step);
            }
            None => lanes.push((end, vec![step])),
        }
    }
    lanes.into_iter().map(|(_, lane)| lane).collect()
}

fn arc(step: &Drawn, year: i16, inner: f64, outer: f64) -> Arc {
    let middle = f64::midpoint(inner, outer);
    let (begin, end) = span(step, year, middle);
    let large = u8::from(end - begin > 180.0);
    let ((ax, ay), (bx, by)) = (point(begin, outer), point(end, outer));
    let ((cx, cy), (dx, dy)) = (point(end, inner), point(begin, inner));
    let path = format!(
        "M{ax:.1} {ay:.1}A{outer:.1} {outer:.1} 0 {large} 1 {bx:.1} {by:.1}L{cx:.1} {cy:.1}A{inner:.1} {inner:.1} 0 {large} 0 {dx:.1} {dy:.1}Z"
    );
    let (x, y) = point(f64::midpoint(begin, end), middle);
    Arc {
        path,
        state: step.state.as_str(),
        number: step.number,
        x: shown(x),
        y: shown(y),
        href: step.href.clone(),
        label: step.label.clone(),
    }
}

/// What the picture says in words.
pub(super) struct Said {
    /// The months' short names, from January.
    pub months: Vec<String>,
    pub label: String,
    pub today: String,
}

/// Draws a year. `levels` are the levels with their names, the outermost first.
pub(super) fn picture(year: i16, levels: &[(Key, String)], steps: &[Drawn], today: Option<Date>, said: Said) -> Picture {
    let rings: Vec<(&String, Vec<Vec<&Drawn>>)> = levels
        .iter()
        .map(|(level, name)| (name, lanes(&steps.iter().filter(|s| s.actor == *level).collect::<Vec<_>>(), year)))
        .filter(|(_, lanes)| !lanes.is_empty())
        .collect();
    let count: usize = rings.iter().map(|(_, lanes)| lanes.len()).sum();
    let gaps = GAP * f64::from(u16::try_from(rings.len().saturating_sub(1)).unwrap_or(0));
    let lane = ((OUTER - INNER - gaps) / f64::from(u16::try_from(count.max(1)).unwrap_or(1))).min(THICKEST);
    let (mut edge, mut shown_rings, mut arcs) = (OUTER, Vec::new(), Vec::new());
    for ((name, lanes), letter) in rings.into_iter().zip('A'..) {
        let outer = edge;
        for steps in &lanes {
            arcs.extend(steps.iter().map(|step| arc(step, year, edge - lane + 0.8, edge - 0.8)));
            edge -= lane;
        }
        let middle = f64::midpoint(outer, edge);
        shown_rings.push(Ring {
            letter,
            name: name.clone(),
            radius: shown(middle),
            width: shown(outer - edge),
            y: shown(MIDDLE - middle),
        });
        edge -= GAP;
    }
    arcs.sort_by_key(|arc| arc.number);
    Picture {
        year,
        rings: shown_rings,
        arcs,
        months: months(year, said.months),
        today: today.filter(|day| day.year() == year).map(|day| line(degrees(day, year), 30.0, 163.0)),
        today_said: if today.is_some_and(|day| day.year() == year) { said.today } else { String::new() },
        label: said.label,
    }
}

fn months(year: i16, names: Vec<String>) -> Vec<Month> {
    let month = |(name, number): (String, i8)| {
        let first = date(year, number, 1);
        let (begin, end) = (degrees(first, year), degrees(first.last_of_month().tomorrow().unwrap_or(first), year));
        let (x, y) = point(f64::midpoint(begin, end), 184.0);
        Month { name, x: shown(x), y: shown(y), line: line(begin, INNER - 4.0, 176.0) }
    };
    names.into_iter().zip(1i8..=12).map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(number: usize, from: Date, to: Date) -> Drawn {
        let actor = Key::parse("byraad").unwrap();
        Drawn { number, actor, from, to, state: StepState::Coming, href: String::new(), label: String::new() }
    }

    #[test]
    fn steps_at_the_same_time_lie_beside_each_other_and_steps_apart_share_a_lane() {
        let all = [
            drawn(1, date(2019, 1, 2), date(2019, 3, 31)),
            drawn(2, date(2019, 2, 1), date(2019, 2, 28)),
            drawn(3, date(2019, 6, 1), date(2019, 6, 30)),
        ];
        let lanes = lanes(&all.iter().collect::<Vec<_>>(), 2019);
        let numbers: Vec<Vec<usize>> = lanes.iter().map(|lane| lane.iter().map(|step| step.number).collect()).collect();
        assert_eq!(numbers, [vec![1, 3], vec![2]]);
    }

    #[test]
    fn a_step_of_one_day_is_as_wide_as_its_number_and_none_crosses_the_top() {
        for day in [date(2019, 1, 1), date(2019, 10, 15), date(2019, 12, 31)] {
            let (begin, end) = span(&drawn(1, day, day), 2019, 150.0);
            assert!((end - begin) * PI / 180.0 * 150.0 > SHORTEST - 0.1);
            assert!(begin >= FREE - 0.01 && end <= 360.0 - FREE + 0.01, "{begin} {end}");
        }
    }

    #[test]
    fn what_runs_on_into_the_next_year_ends_at_the_top() {
        let (_, end) = span(&drawn(1, date(2019, 11, 1), date(2020, 1, 31)), 2019, 150.0);
        assert!((end - (360.0 - FREE)).abs() < 0.01);
        let (begin, _) = span(&drawn(1, date(2019, 11, 1), date(2020, 1, 31)), 2020, 150.0);
        assert!((begin - FREE).abs() < 0.01);
    }
}
