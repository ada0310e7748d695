//! What the wheel asks of somebody, and what comes next in it.

use jiff::ToSpan as _;
use jiff::civil::Date;
use pejl_domain::models::Model;
use pejl_domain::rounds::deadlines::is_told;
use pejl_domain::wheel::{Changed, Laid, StepState, concerns, laid, step};
use pejl_kernel::{PositionId, UnitId, Years};
use pejl_policy::{Action, Actor, Facts, Sight, decide};
use pejl_store::wheel::{self, ChangedRow};
use pejl_store::{Fault, Tx, orgs};

use super::seats::{Seats, own_seats};

/// How many days before its first day a step is a task to whoever answers for it.
const AHEAD: i64 = 14;
/// How many days after its last day somebody is asked to answer for a step that nobody does. What is older is history: a
/// municipality that begins with the wheel is not asked about last year.
const RECENT: i64 = 120;
/// How many steps come next.
const NEXT: usize = 3;

/// Why a step is a task.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StepTaskOf {
    /// One answers for it, and its last day has passed.
    Late,
    /// One answers for it, and it is going on.
    Close,
    /// One answers for it, and it is about to begin.
    Begin,
    /// Somebody below answers for it, and has been late for some days.
    LateBelow,
    /// One keeps the wheel; it is late, and nobody answers for it.
    Nobody,
}

impl StepTaskOf {
    /// Every kind, the most pressing first.
    pub const ALL: [Self; 5] = [Self::Late, Self::Close, Self::Begin, Self::LateBelow, Self::Nobody];

    /// As it stands at the end of catalogue keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Close => "close",
            Self::Begin => "begin",
            Self::LateBelow => "late-below",
            Self::Nobody => "nobody",
        }
    }
}

/// A step that asks something of somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepTask {
    /// Why.
    pub of: StepTaskOf,
    /// The step on its days.
    pub laid: Laid,
    /// The unit it is for: its number and name; `None` for all.
    pub unit: Option<(i64, String)>,
    /// What the position that answers for it is called; empty where none is named.
    pub responsible: String,
    /// The day to do it by.
    pub due: Date,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// The wheel's part of somebody's overview.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WheelHome {
    /// What it asks of them, the most pressing first.
    pub tasks: Vec<StepTask>,
    /// The steps that come next for them, at most three: the next day of each, its first or its last, decides.
    pub next: Vec<Laid>,
    /// Whose wheel these are of.
    pub seats: Seats,
}

/// What the wheel asks of somebody today, and what comes next. Four statements at most.
///
/// # Errors
/// A fault of the database.
pub async fn home(tx: &mut Tx, sight: &Sight, model: &Model, actor: &Actor) -> Result<WheelHome, Fault> {
    if model.wheel.is_empty() {
        return Ok(WheelHome::default());
    }
    let today = actor.on;
    let years = Years { from: today.year() - 1, to: today.year() + 1 };
    let seats = own_seats(tx, sight, actor).await?;
    let rows = wheel::changes(tx, sight, years).await?;
    let changed: Vec<Changed> = rows.iter().map(|row| row.changed.clone()).collect();
    let late = Late::among(tx, sight, model, today, &rows, &changed).await?;
    let tasks = tasks_of(model, actor, &seats, &rows, &changed, &late);
    let next = next(model, &seats, today, years, &changed);
    Ok(WheelHome { tasks, next, seats })
}

/// What the wheel asks of each of these people today, in their order. Three statements, however many they are.
///
/// # Errors
/// A fault of the database.
pub async fn tasks_of_all(tx: &mut Tx, sight: &Sight, model: &Model, actors: &[Actor]) -> Result<Vec<Vec<StepTask>>, Fault> {
    if model.wheel.is_empty() {
        return Ok(vec![Vec::new(); actors.len()]);
    }
    let today = sight.on();
    let years = Years { from: today.year() - 1, to: today.year() + 1 };
    let seats = Seats { all: orgs::unit_options(tx, sight).await?, line: Vec::new() };
    let rows = wheel::changes(tx, sight, years).await?;
    let changed: Vec<Changed> = rows.iter().map(|row| row.changed.clone()).collect();
    let late = Late::among(tx, sight, model, today, &rows, &changed).await?;
    Ok(actors.iter().map(|actor| tasks_of(model, actor, &seats, &rows, &changed, &late)).collect())
}

fn tasks_of(
    model: &Model,
    actor: &Actor,
    seats: &Seats,
    rows: &[ChangedRow],
    changed: &[Changed],
    late: &Late<'_>,
) -> Vec<StepTask> {
    let mut tasks = entrusted(model, actor, rows, changed);
    tasks.extend(late.below(actor));
    if decide(actor, Action::KeepWheel, &Facts::municipality()).is_ok() {
        tasks.extend(without(model, seats, actor.on, changed));
    }
    tasks.sort_by_key(|task| (task.of, task.due));
    tasks
}

/// The step of a row on its days, for those the row is for.
fn laid_of(model: &Model, row: &ChangedRow, changed: &[Changed]) -> Option<Laid> {
    let of = &row.changed;
    let actor = step(model, &of.step)?.actor.clone();
    let whose: Vec<_> = of.unit.map(|unit| (actor, unit)).into_iter().collect();
    laid(model, of.year, &whose, changed).into_iter().find(|l| l.step == of.step)
}

fn task(of: StepTaskOf, laid: Laid, row: Option<&ChangedRow>, today: Date) -> StepTask {
    let due = if of == StepTaskOf::Begin { laid.from } else { laid.to };
    StepTask {
        of,
        unit: row.and_then(|row| row.unit.as_ref()).map(|unit| (unit.serial, unit.name.clone())),
        responsible: row.map(|row| row.responsible.clone()).unwrap_or_default(),
        due,
        is_late: due < today,
        laid,
    }
}

/// The steps one answers for oneself.
fn entrusted(model: &Model, actor: &Actor, rows: &[ChangedRow], changed: &[Changed]) -> Vec<StepTask> {
    let today = actor.on;
    let is_own = |position: PositionId| actor.posts.iter().any(|post| post.position == position);
    let soon = |from: Date| today.checked_add(AHEAD.days()).is_ok_and(|day| from <= day);
    let own = rows.iter().filter(|row| row.changed.responsible.is_some_and(is_own));
    let asked = |row: &ChangedRow| {
        let laid = laid_of(model, row, changed)?;
        let of = match laid.state(today) {
            StepState::Late => StepTaskOf::Late,
            StepState::Running => StepTaskOf::Close,
            StepState::Coming if soon(laid.from) => StepTaskOf::Begin,
            StepState::Coming | StepState::Done | StepState::Lapsed => return None,
        };
        Some(task(of, laid, Some(row), today))
    };
    own.filter_map(asked).collect()
}

/// The steps that somebody answers for and is late with, and the lines of units above them.
struct Late<'r> {
    steps: Vec<(PositionId, &'r ChangedRow, Laid)>,
    lines: Vec<(PositionId, UnitId, usize)>,
}

impl<'r> Late<'r> {
    /// One statement at most.
    async fn among(
        tx: &mut Tx,
        sight: &Sight,
        model: &Model,
        today: Date,
        rows: &'r [ChangedRow],
        changed: &[Changed],
    ) -> Result<Self, Fault> {
        let steps: Vec<_> = rows
            .iter()
            .filter_map(|row| Some((row.changed.responsible?, row, laid_of(model, row, changed)?)))
            .filter(|(_, _, laid)| laid.state(today) == StepState::Late)
            .collect();
        if steps.is_empty() {
            return Ok(Self { steps, lines: Vec::new() });
        }
        let positions: Vec<PositionId> = steps.iter().map(|(position, ..)| *position).collect();
        let lines = wheel::lines_of_positions(tx, sight.municipality(), &positions).await?;
        Ok(Self { steps, lines })
    }

    /// Those that somebody below one is late with, for as long as the line above is told of it.
    fn below(&self, actor: &Actor) -> Vec<StepTask> {
        let today = actor.on;
        let leads = |unit: UnitId| actor.posts.iter().any(|p| p.unit == unit && p.role.leads() && !p.role.is_political());
        let is_own = |position: PositionId| actor.posts.iter().any(|post| post.position == position);
        let is_mine = |position: PositionId, due: Date| {
            self.lines.iter().any(|(of, unit, far)| *of == position && leads(*unit) && is_told(*far, due, today))
        };
        let told = self.steps.iter().filter(|(position, _, laid)| !is_own(*position) && is_mine(*position, laid.to));
        told.map(|(_, row, laid)| task(StepTaskOf::LateBelow, laid.clone(), Some(row), today)).collect()
    }
}

/// The municipality's steps that are late and that nobody answers for.
fn without(model: &Model, seats: &Seats, today: Date, changed: &[Changed]) -> Vec<StepTask> {
    let years = [today.year() - 1, today.year()];
    // Where units have somebody for their own, those are asked.
    let is_entrusted = |l: &Laid| changed.iter().any(|c| c.step == l.step && c.year == l.year && c.responsible.is_some());
    let is_late = |l: &Laid| l.state(today) == StepState::Late && !is_entrusted(l);
    let recent = |l: &Laid| today.checked_sub(RECENT.days()).is_ok_and(|day| day <= l.to);
    let mut all: Vec<Laid> = years.into_iter().flat_map(|year| laid(model, year, &[], changed)).collect();
    seats.count(&mut all, changed);
    all.into_iter().filter(|l| is_late(l) && recent(l)).map(|l| task(StepTaskOf::Nobody, l, None, today)).collect()
}

/// What comes next for somebody.
fn next(model: &Model, seats: &Seats, today: Date, years: Years, changed: &[Changed]) -> Vec<Laid> {
    let layers = seats.layers();
    let line: Vec<_> = seats.line.iter().map(|unit| unit.level.clone()).collect();
    let is_meant = |l: &Laid| match (line.first(), step(model, &l.step)) {
        (Some(own), Some(spec)) => concerns(model, spec, own, &line),
        _ => true,
    };
    let next_day = |l: &Laid| if today < l.from { l.from } else { l.to };
    let is_ahead = |l: &Laid| matches!(l.state(today), StepState::Running | StepState::Coming);
    let mut all: Vec<Laid> = (years.from..=years.to).flat_map(|year| laid(model, year, &layers, changed)).collect();
    seats.count(&mut all, changed);
    all.retain(|l| is_ahead(l) && is_meant(l));
    all.sort_by_key(next_day);
    all.truncate(NEXT);
    all
}
