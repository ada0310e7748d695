//! Whether what people wrote agrees with itself: dates that run forwards, a number with its comparator. Whether it is
//! *complete* is `readiness`; whether it is *good* is `quality` and `wording`.

use jiff::civil::Date;
use pejl_kernel::Ore;

use crate::models::ElementKind;
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

use super::{ActionFields, Content, Criterion, GoalFields, Progress};

/// How many criteria an element may have. Far more than anybody follows up; a bound keeps one page one page.
pub const MOST_CRITERIA: usize = 30;
/// How many milestones.
pub const MOST_MILESTONES: usize = 60;
/// How many targets one criterion.
pub const MOST_TARGETS: usize = 30;
/// How many tags.
pub const MOST_TAGS: usize = 30;

/// The content as this kind of element holds it: an action has action fields, nothing else has.
pub(super) fn fitted(kind: ElementKind, mut content: Content) -> Content {
    content.action = match kind {
        ElementKind::Action => Some(content.action.unwrap_or_default()),
        ElementKind::Objective
        | ElementKind::Policy
        | ElementKind::Guidepost
        | ElementKind::FocusArea
        | ElementKind::Goal
        | ElementKind::ValueMarker
        | ElementKind::Source => None,
    };
    content
}

/// Whether the content agrees with itself.
///
/// # Errors
/// Every contradiction at once, each beside its field.
pub fn sound(content: &Content) -> Result<(), Refused> {
    let mut reasons = Vec::new();
    if content.horizon.is_some_and(|years| years.from > years.to) {
        reasons.push(reason("horizon", Sentence::new("refused-horizon-backwards")));
    }
    at_most("tags", content.tags.len(), MOST_TAGS, &mut reasons);
    goal(&content.goal, &mut reasons);
    if let Some(fields) = &content.action {
        action(fields, &mut reasons);
    }
    Refused::unless_none(reasons)
}

fn goal(goal: &GoalFields, reasons: &mut Vec<Reason>) {
    forwards(goal.start, goal.due, "due", "refused-due-before-start", reasons);
    at_most("milestones", goal.milestones.len(), MOST_MILESTONES, reasons);
    at_most("criteria", goal.criteria.len(), MOST_CRITERIA, reasons);
    for criterion in &goal.criteria {
        self::criterion(criterion, reasons);
    }
}

fn criterion(criterion: &Criterion, reasons: &mut Vec<Reason>) {
    let mut wrong = |key: &str| {
        reasons.push(reason("criteria", Sentence::new(key).text("criterion", criterion.text.as_str())));
    };
    match (criterion.comparator, criterion.value) {
        (Some(_), None) => wrong("refused-criterion-without-value"),
        (None, Some(_)) => wrong("refused-criterion-without-comparator"),
        (Some(_), Some(_)) | (None, None) => {}
    }
    match (criterion.baseline, criterion.baseline_on) {
        (Some(_), None) => wrong("refused-baseline-without-date"),
        (None, Some(_)) => wrong("refused-baseline-without-value"),
        (Some(_), Some(_)) | (None, None) => {}
    }
    at_most("criteria", criterion.targets.len(), MOST_TARGETS, reasons);
    let mut days: Vec<Date> = criterion.targets.iter().map(|target| target.on).collect();
    days.sort_unstable();
    if let Some(day) = days.windows(2).find(|pair| pair.first() == pair.last()).and_then(|pair| pair.first()) {
        let sentence = Sentence::new("refused-target-twice").text("criterion", criterion.text.as_str());
        reasons.push(reason("criteria", sentence.with("on", Arg::Date(*day))));
    }
}

fn action(action: &ActionFields, reasons: &mut Vec<Reason>) {
    forwards(action.from, action.to, "to", "refused-to-before-from", reasons);
    if action.progress == Progress::Dropped && action.dropped_because.is_empty() {
        reasons.push(reason("dropped-because", Sentence::new("refused-dropped-without-reason")));
    }
    if action.cost.is_some_and(|cost| cost < Ore(0)) {
        reasons.push(reason("cost", Sentence::new("refused-cost-negative")));
    }
}

fn forwards(from: Option<Date>, to: Option<Date>, field: &'static str, key: &str, reasons: &mut Vec<Reason>) {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        reasons.push(reason(field, Sentence::new(key).with("from", Arg::Date(from)).with("to", Arg::Date(to))));
    }
}

fn at_most(field: &'static str, many: usize, most: usize, reasons: &mut Vec<Reason>) {
    if many > most {
        let sentence = Sentence::new("refused-too-many").word("field", format!("field-{field}"));
        reasons.push(reason(field, sentence.count("many", many).count("most", most)));
    }
}
