//! A goal of a round as lists show it: what it is called, how it is judged, which way it went, and why.

use pejl_domain::models::Model;
use pejl_domain::rounds::frozen::{FeedbackSeen, GoalSeen};
use pejl_domain::rounds::{Outlook, ReportState};
use pejl_lang::Args;

use super::loading::{report_sign, report_word};
use crate::inside::Inside;
use crate::marks::{MarkShown, mark};
use crate::voice::capital;

/// A goal in a list.
pub(super) struct GoalRow {
    pub number: String,
    pub title: String,
    /// Its report in this round.
    pub href: String,
    pub unit: String,
    pub mark: MarkShown,
    /// How it was judged last time, where it was another; and which way it went.
    pub before: Option<MarkShown>,
    pub change: String,
    pub suggested: Option<MarkShown>,
    pub outlook: String,
    pub state: &'static str,
    pub state_word: String,
    pub is_silent: bool,
    pub fact: String,
    pub cause: String,
    pub action: String,
}

/// A goal as the lists of a round show it.
pub(super) fn goal_row(inside: &Inside, round: &str, goal: &GoalSeen) -> GoalRow {
    let t = inside.t();
    // Of a goal that has no mark from last time, or none yet, it is not known which way it went.
    let moved = goal.before.and(goal.mark).and_then(|_| goal.change());
    let outlook = |outlook: Outlook| t.say(&format!("outlook-{}", outlook.as_str()));
    GoalRow {
        number: goal.number.clone(),
        title: goal.title.clone(),
        href: format!("{round}/indberetning/{}", goal.number),
        unit: goal.unit.name.clone(),
        mark: mark(inside, goal.mark),
        before: moved.map(|_| mark(inside, goal.before)),
        change: moved.map(|way| capital(&t.say(&format!("change-{}", way.as_str())))).unwrap_or_default(),
        suggested: goal.suggested.map(|of| mark(inside, Some(of))),
        outlook: goal.outlook.map(outlook).unwrap_or_default(),
        state: report_sign(goal.state),
        state_word: report_word(inside, goal.state),
        is_silent: !matches!(goal.state, ReportState::Submitted | ReportState::Accepted),
        fact: goal.fact.clone(),
        cause: goal.cause.clone(),
        action: goal.action.clone(),
    }
}

/// Feedback as lists show it.
pub(super) struct FeedbackShown {
    pub kind: String,
    /// From whom, about what.
    pub heading: String,
    pub goal: Option<(String, String, String)>,
    pub text: String,
    pub by: String,
    pub answer: String,
    pub answered: String,
    /// Whether it asks for an answer that has not come.
    pub is_waiting: bool,
    pub answer_href: String,
}

/// Feedback in words. `round` is the round's address.
pub(super) fn feedback_shown(inside: &Inside, round: &str, seen: &FeedbackSeen, may_answer: bool) -> FeedbackShown {
    let t = inside.t();
    let is_waiting = seen.kind.asks() && seen.answer.is_empty();
    let about = Args::new().text("from", &seen.from.name).text("to", &seen.to.name);
    FeedbackShown {
        kind: t.say(&format!("feedback-kind-{}", seen.kind.as_str())),
        heading: t.say_with("rounds-feedback-from-to", &about),
        goal: seen.goal.as_ref().map(|(number, title)| (number.clone(), title.clone(), format!("{round}/indberetning/{number}"))),
        text: seen.text.clone(),
        by: t.say_with("rounds-by-at", &Args::new().text("name", &seen.by).text("at", t.date_time(seen.at))),
        answer: seen.answer.clone(),
        answered: seen.answered_at.map(|at| t.a("rounds-answered-at", "at", t.date_time(at))).unwrap_or_default(),
        is_waiting,
        answer_href: if is_waiting && may_answer { format!("{round}/tilbagemeldinger/{}", seen.id) } else { String::new() },
    }
}

/// What followed, as lists show it.
pub(super) struct ConsequenceShown {
    pub name: String,
    pub goal: Option<(String, String, String)>,
    pub grounds: String,
    pub by: String,
}

/// A consequence in the model's words; its key where the model no longer has it.
pub(super) fn consequence_shown(
    inside: &Inside,
    round: &str,
    seen: &pejl_domain::rounds::frozen::ConsequenceSeen,
) -> ConsequenceShown {
    let (t, model): (_, &Model) = (inside.t(), &inside.voice.model);
    let named = model.consequences.iter().find(|c| c.key == seen.consequence);
    ConsequenceShown {
        name: named.map_or_else(|| seen.consequence.to_string(), |c| inside.voice.text(&c.name).to_owned()),
        goal: seen.goal.as_ref().map(|(number, title)| (number.clone(), title.clone(), format!("{round}/indberetning/{number}"))),
        grounds: seen.grounds.clone(),
        by: t.say_with("rounds-by-at", &Args::new().text("name", &seen.by).text("at", t.date_time(seen.at))),
    }
}
