//! What a round asks of one person now: computed, never kept. Flat rows for the units they answer for and all below, and
//! then plain arithmetic; seven statements at most.

mod named;
mod picture;

use jiff::civil::Date;
use pejl_domain::rounds::deadlines::days_late;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{ReportState, Round, RoundState};
use pejl_kernel::{ElementId, FeedbackId, Number, PositionId, UnitId};
use pejl_policy::Sight;

use self::picture::{Picture, Standing};
use super::round::{RoundMention, current};
use crate::db::Tx;
use crate::fault::Fault;
use crate::value::id_rows;

/// Whose tasks, and what they answer for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoundTaskAsk<'a> {
    /// Today.
    pub today: Date,
    /// The units the person leads in the administration, or stands in for the leader of.
    pub leads: &'a [UnitId],
    /// The positions the person holds, or stands in for: goals they answer for.
    pub positions: &'a [PositionId],
    /// The units the person speaks for: leads or chairs.
    pub speaks_for: &'a [UnitId],
    /// Keeps the rounds: opens and closes them, and follows everybody who is late.
    pub keeps_rounds: bool,
    /// Keeps the rounds and may accept anybody's reports: those of units with nobody above them in the administration, who stand
    /// right under a committee, wait for no one else.
    pub accepts_for_bodies: bool,
    /// The most tasks of each kind; the rest are counted.
    pub most: usize,
}

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoundTasks {
    /// By kind in the order of [`RoundTaskOf::ALL`], earliest date first and those without one last.
    pub tasks: Vec<RoundTask>,
    /// How many of each kind there are; kinds without any are left out.
    pub totals: Vec<(RoundTaskOf, usize)>,
}

/// One thing to do in a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundTask {
    /// What kind of thing.
    pub of: RoundTaskOf,
    /// The round.
    pub round: RoundMention,
    /// The unit it is about; `None` for a round to be opened or closed.
    pub unit: Option<UnitSeen>,
    /// How many goals; of [`RoundTaskOf::Feedback`] how many units wait.
    pub goals: u32,
    /// The question or request to be answered.
    pub feedback: Option<FeedbackId>,
    /// The goal it is about, with number and title; only where a question is about one.
    pub goal: Option<(ElementId, Number, String)>,
    /// The last day.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// The kinds of task in a round.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RoundTaskOf {
    /// Reports that came back with a note; one task a unit.
    Returned,
    /// Goals to report on; one task a unit.
    Report,
    /// A question or a request about a unit's follow-up.
    Answer,
    /// Reports to accept or return; one task a unit that sent them.
    Accept,
    /// A unit's own assessment.
    Assess,
    /// Units right below that wait for an answer to their follow-up; one task a unit that answers.
    Feedback,
    /// A unit below that is late; by the escalation.
    Late,
    /// A planned round whose cut-off date has come.
    Open,
    /// A round that nobody reports to any more.
    Close,
}

impl RoundTaskOf {
    /// Every one, most pressing first.
    pub const ALL: [Self; 9] = [
        Self::Returned,
        Self::Report,
        Self::Answer,
        Self::Accept,
        Self::Assess,
        Self::Feedback,
        Self::Late,
        Self::Open,
        Self::Close,
    ];

    /// As the catalogues' keys end.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Report => "report",
            Self::Answer => "answer",
            Self::Accept => "accept",
            Self::Assess => "assess",
            Self::Feedback => "feedback",
            Self::Late => "late",
            Self::Open => "open",
            Self::Close => "close",
        }
    }
}

/// What the current rounds ask of a person.
///
/// # Errors
/// A fault.
pub async fn round_tasks(tx: &mut Tx, sight: &Sight, ask: &RoundTaskAsk<'_>) -> Result<RoundTasks, Fault> {
    let found = round_tasks_of_all(tx, sight, std::slice::from_ref(ask)).await?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// What the current rounds ask of each of many people, in their order: the same number of statements as for one.
///
/// # Errors
/// A fault.
pub async fn round_tasks_of_all(tx: &mut Tx, sight: &Sight, asks: &[RoundTaskAsk<'_>]) -> Result<Vec<RoundTasks>, Fault> {
    let rounds = current(tx, sight).await?;
    let begun: Vec<&Round> = rounds.iter().filter(|round| round.state != RoundState::Planned).collect();
    let read = if begun.is_empty() {
        None
    } else {
        let ids = id_rows(begun.iter().map(|round| round.id.0));
        let picture = Picture::load(tx, sight, asks, &ids).await?;
        let answerable = named::answerable(tx, sight, asks, &begun, &ids).await?;
        Some((picture, answerable, named::waiting_questions(tx, sight, asks, &begun, &ids).await?))
    };
    let of_one = |ask: &RoundTaskAsk<'_>| {
        let mut found = Vec::new();
        if ask.keeps_rounds {
            found.extend(rounds.iter().filter_map(|round| to_keep(round, ask.today)));
        }
        if let Some((picture, answerable, questions)) = &read {
            for round in &begun {
                found.extend(picture.asked(round, ask));
            }
            found.extend(named::asked_by_name(answerable, &begun, ask));
            found.extend(questions.iter().filter(|question| question.is_for(ask)).map(|question| question.task.clone()));
        }
        sorted(found, ask.most)
    };
    Ok(asks.iter().map(of_one).collect())
}

/// The ids that any of these people asks with, each once.
fn any_of<Id: Copy + Ord>(asks: &[RoundTaskAsk<'_>], ids: impl Fn(&RoundTaskAsk<'_>) -> Vec<Id>) -> Vec<Id> {
    let mut all: Vec<Id> = asks.iter().flat_map(ids).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn sorted(mut found: Vec<RoundTask>, most: usize) -> RoundTasks {
    // Stable: what has the same date stays by name.
    found.sort_by_key(|task| (task.of, task.due.is_none(), task.due));
    let mut tasks = RoundTasks::default();
    for task in found {
        match tasks.totals.last_mut() {
            Some((of, total)) if *of == task.of => *total += 1,
            _ => tasks.totals.push((task.of, 1)),
        }
        if tasks.totals.last().is_some_and(|(_, total)| *total <= most) {
            tasks.tasks.push(task);
        }
    }
    tasks
}

fn to_keep(round: &Round, today: Date) -> Option<RoundTask> {
    let last = round.deadlines.iter().map(|d| d.on).max();
    let (of, due) = match round.state {
        RoundState::Planned if round.cut_off <= today => (RoundTaskOf::Open, Some(round.cut_off)),
        RoundState::Open if last.is_some_and(|last| last < today) => (RoundTaskOf::Close, last),
        RoundState::Consolidating => (RoundTaskOf::Close, None),
        RoundState::Planned | RoundState::Open | RoundState::Closed => return None,
    };
    Some(RoundTask { goals: 0, ..task(of, round, None, due, false) })
}

fn task(of: RoundTaskOf, round: &Round, unit: Option<UnitSeen>, due: Option<Date>, is_late: bool) -> RoundTask {
    RoundTask { of, round: round.into(), unit, goals: 0, feedback: None, goal: None, due, is_late }
}

/// How the reports of the round `n` stand; what they are counted by stands before.
macro_rules! standing_columns {
    () => {
        "count(*) FILTER (WHERE r.state IN ('missing', 'draft')) AS open, count(*) FILTER (WHERE r.state = 'returned') AS returned,
            count(*) FILTER (WHERE r.state = 'submitted') AS waiting,
            count(*) FILTER (WHERE r.state IN ('submitted', 'accepted')) AS answered"
    };
}
use standing_columns;

fn dated(of: RoundTaskOf, round: &Round, unit: &UnitSeen, due: Option<Date>, goals: u32, today: Date) -> RoundTask {
    let is_late = due.is_some_and(|due| days_late(due, today) > 0);
    RoundTask { goals, ..task(of, round, Some(unit.clone()), due, is_late) }
}

/// What is to be written and sent, of what the round takes.
fn to_report(round: &Round, unit: &UnitSeen, own: Standing, today: Date) -> impl Iterator<Item = RoundTask> {
    let kinds =
        [(RoundTaskOf::Returned, ReportState::Returned, own.returned), (RoundTaskOf::Report, ReportState::Missing, own.open)];
    kinds
        .into_iter()
        .filter(|(_, state, goals)| round.state.takes(*state) && *goals > 0)
        .map(move |(of, _, goals)| dated(of, round, unit, own.due, goals, today))
}
