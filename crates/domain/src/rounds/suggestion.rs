//! What the figures suggest, beside what people judge. Exact: figures are compared as they are counted, and no product of
//! two of them can overflow. A percentage is a figure like any other: from 80 % half the way to 90 % is 85 %.

use jiff::civil::Date;
use pejl_kernel::Figure;

use super::{Mark, ReportContent};
use crate::chain::{Comparator, Content, Criterion, spelled};

/// Met within so many percent of the value to hold; within [`HOLD_PARTLY`] it is partly met.
const HOLD_MET: i128 = 2;
const HOLD_PARTLY: i128 = 5;

/// One thing that can be counted, and what it comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// What was counted.
    pub of: Counted,
    /// What it comes to: met, partly or not met.
    pub mark: Mark,
}

/// What was counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// A criterion with a reported value.
    Criterion {
        /// Its place among the goal's criteria, from 0.
        place: usize,
        /// What was asked for on the cut-off date.
        asked_for: Figure,
        /// What was reported.
        value: Figure,
    },
    /// The milestones dated no later than the cut-off, taken as one.
    Milestones {
        /// How many of them were reached.
        reached: usize,
        /// How many they are.
        of: usize,
    },
}

/// Which way a figure went since the last closed round, seen from the goal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Trend {
    Better,
    Worse,
    Same,
}

spelled!(Trend: Better = "better", Worse = "worse", Same = "same");

/// What was reported on an edition of a goal in one round.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The edition that was judged.
    pub judged: &'a Content,
    /// What people wrote.
    pub content: &'a ReportContent,
    /// The round's cut-off date.
    pub cut_off: Date,
}

/// What the figures suggest: all met is met, none met is not met, anything else is partly met. `None` where nothing can be
/// counted.
pub fn suggest(judged: &Content, content: &ReportContent, cut_off: Date) -> Option<Mark> {
    let parts = parts(judged, content, cut_off);
    let all = |mark: Mark| parts.iter().all(|part| part.mark == mark);
    match parts.is_empty() {
        true => None,
        false if all(Mark::Met) => Some(Mark::Met),
        false if all(Mark::NotMet) => Some(Mark::NotMet),
        false => Some(Mark::Partly),
    }
}

/// What a suggestion is put together from, in the goal's own order.
pub fn parts(judged: &Content, content: &ReportContent, cut_off: Date) -> Vec<Part> {
    let goal = &judged.goal;
    let mut parts = Vec::new();
    for (place, criterion) in goal.criteria.iter().enumerate() {
        let Some(value) = value_of(content, place) else { continue };
        let (Some(comparator), Some(asked_for)) = (criterion.comparator, asked_for(criterion, goal.due, cut_off)) else { continue };
        let mark = judge(comparator, asked_for, criterion.baseline, value);
        parts.push(Part { of: Counted::Criterion { place, asked_for, value }, mark });
    }
    let passed = |place: &usize| goal.milestones.get(*place).is_some_and(|milestone| milestone.on <= cut_off);
    let of = (0..goal.milestones.len()).filter(passed).count();
    if of > 0 {
        let reached = (0..goal.milestones.len()).filter(passed).filter(|place| content.milestones.contains(place)).count();
        let mark = match reached {
            0 => Mark::NotMet,
            n if n == of => Mark::Met,
            _ => Mark::Partly,
        };
        parts.push(Part { of: Counted::Milestones { reached, of }, mark });
    }
    parts
}

/// What a criterion asks for on a day: the last value to be reached on the way, while the goal is not due yet; else its final
/// value. `None` where it cannot be counted. A goal without a due date is never due.
pub fn asked_for(criterion: &Criterion, due: Option<Date>, cut_off: Date) -> Option<Figure> {
    criterion.comparator?;
    let on_the_way = criterion.targets.iter().filter(|target| target.on <= cut_off).max_by_key(|target| target.on);
    match on_the_way {
        Some(target) if due.is_none_or(|due| due > cut_off) => Some(target.value),
        Some(_) | None => criterion.value,
    }
}

/// How far one value is from what was asked for.
///
/// At least and at most: reached is met; half the way from the baseline or more is partly met; without a baseline there is no
/// half way, and what moved the wrong way is not met. Hold: within 2 % of the value is met, within 5 % partly met; a zero is
/// held by zero alone.
pub fn judge(comparator: Comparator, asked_for: Figure, baseline: Option<Figure>, value: Figure) -> Mark {
    let (asked, value) = (i128::from(asked_for.stored()), i128::from(value.stored()));
    let baseline = baseline.map(|figure| i128::from(figure.stored()));
    match comparator {
        Comparator::AtLeast => towards(asked, baseline, value),
        // Lower is better: the same road with the signs turned.
        Comparator::AtMost => towards(-asked, baseline.map(|b| -b), -value),
        Comparator::Hold => {
            let off = (value - asked).abs() * 100;
            match asked.abs() {
                size if off <= size * HOLD_MET => Mark::Met,
                size if off <= size * HOLD_PARTLY => Mark::Partly,
                _ => Mark::NotMet,
            }
        }
    }
}

fn towards(asked: i128, baseline: Option<i128>, value: i128) -> Mark {
    if value >= asked {
        return Mark::Met;
    }
    match baseline {
        Some(from) if from < asked && (value - from) * 2 >= asked - from => Mark::Partly,
        Some(_) | None => Mark::NotMet,
    }
}

/// Whether a judgement differs from what the figures suggest. What is not relevant has its own reason.
pub fn differs(mark: Mark, suggested: Option<Mark>) -> bool {
    match mark {
        Mark::NotRelevant => false,
        Mark::NotMet | Mark::Partly | Mark::Met | Mark::NotYet => suggested.is_some_and(|suggested| suggested != mark),
    }
}

/// Which way the figures went: the first criterion with a value in both rounds. `None` where there is none. A criterion is
/// found again by its words, else by its place where it is compared alike in the same unit.
pub fn trend(now: Reported<'_>, before: Reported<'_>) -> Option<Trend> {
    now.judged.goal.criteria.iter().enumerate().find_map(|(place, criterion)| {
        let comparator = criterion.comparator?;
        let asked_for = asked_for(criterion, now.judged.goal.due, now.cut_off)?;
        let value = value_of(now.content, place)?;
        let earlier = value_of(before.content, place_before(criterion, place, before.judged)?)?;
        Some(way(comparator, asked_for, earlier, value))
    })
}

fn way(comparator: Comparator, asked_for: Figure, earlier: Figure, now: Figure) -> Trend {
    let figure = |figure: Figure| i128::from(figure.stored());
    let (asked, earlier, now) = (figure(asked_for), figure(earlier), figure(now));
    let gain = match comparator {
        Comparator::AtLeast => now - earlier,
        Comparator::AtMost => earlier - now,
        Comparator::Hold => (earlier - asked).abs() - (now - asked).abs(),
    };
    match gain {
        0 => Trend::Same,
        1.. => Trend::Better,
        _ => Trend::Worse,
    }
}

fn place_before(criterion: &Criterion, place: usize, before: &Content) -> Option<usize> {
    let criteria = &before.goal.criteria;
    let counts_alike = |other: &Criterion| other.comparator == criterion.comparator && other.unit == criterion.unit;
    let says_the_same = |other: &Criterion| other.text == criterion.text && counts_alike(other);
    // Two criteria may say the same in words: then the one that stands where this stands is this one.
    let here = |fits: &dyn Fn(&Criterion) -> bool| criteria.get(place).filter(|other| fits(other)).map(|_| place);
    let by_words = here(&says_the_same).or_else(|| criteria.iter().position(says_the_same));
    by_words.or_else(|| here(&counts_alike))
}

/// Judged green while its figures fall, or red while they rise: what somebody ought to look at.
pub fn is_against_figures(mark: Mark, trend: Option<Trend>) -> bool {
    matches!((mark, trend), (Mark::Met, Some(Trend::Worse)) | (Mark::NotMet, Some(Trend::Better)))
}

fn value_of(content: &ReportContent, place: usize) -> Option<Figure> {
    content.values.iter().find(|value| value.criterion == place).map(|value| value.value)
}
