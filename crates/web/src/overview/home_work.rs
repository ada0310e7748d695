//! What agreements and follow-up ask of somebody, and how the goals go: the part of Overblik that all three homes share.

use pejl_app::agreements::{self, AgreementTaskOf, AgreementTasks};
use pejl_app::letters::{self, LetterTask};
use pejl_app::reminders;
use pejl_app::rounds::{self, RoundTask, RoundTaskOf, RoundTasks, UnitLamp};
use pejl_domain::models::{BodyKind, Key};
use pejl_domain::rounds::frozen::{GoalSeen, RoundPage};
use pejl_domain::rounds::{Mark, Round};
use pejl_kernel::UnitId;
use pejl_lang::Args;

use super::home::{ToDo, ToDos, said};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::marks::{BarPart, LampShown, bar, lamp};

/// The most tasks of one kind; the rest are behind a link.
const OF_A_KIND: usize = 5;
/// The most red goals that are called by their titles.
const RED: usize = 3;

/// What to do in agreements and follow-up, in the order of how pressing it is; what is late first.
pub(super) async fn work(inside: &mut Inside) -> Result<Vec<ToDos>, Stop> {
    let actor = inside.visit.actor.clone();
    let ask = reminders::agreement_ask(&actor, &inside.voice.model, i64::try_from(OF_A_KIND).unwrap_or(i64::MAX));
    let promised = agreements::agreement_tasks(&mut inside.tx, &inside.visit.sight, &ask).await?;
    let asked = rounds::tasks(&mut inside.tx, &inside.visit.sight, &actor, OF_A_KIND).await?;
    let mut all = of_agreements(inside, &promised);
    all.extend(of_rounds(inside, &asked));
    let written = letters::tasks(&mut inside.tx, &inside.visit.sight, &actor).await?;
    all.extend(of_letters(inside, &written));
    all.sort_by_key(|kind| !kind.list.iter().any(|task| task.late));
    Ok(all)
}

fn of_agreements(inside: &Inside, tasks: &AgreementTasks) -> Vec<ToDos> {
    let of_kind = |of: &AgreementTaskOf| {
        let list: Vec<ToDo> =
            tasks.tasks.iter().filter(|task| task.of == *of).map(|task| said(inside, &reminders::agreement_to_do(task))).collect();
        let total = tasks.totals.iter().find(|(kind, _)| kind == of).map_or(list.len(), |(_, total)| *total);
        let heading = inside.t().n(&format!("overview-agreements-{}", of.as_str()), total);
        let more = (total > list.len()).then(|| (inside.href("aftaler"), inside.t().n("overview-show-all", total)));
        (!list.is_empty()).then_some(ToDos { heading, list, more })
    };
    AgreementTaskOf::ALL.iter().filter_map(of_kind).collect()
}

fn of_rounds(inside: &Inside, tasks: &RoundTasks) -> Vec<ToDos> {
    let of_kind = |of: &RoundTaskOf| {
        let here: Vec<&RoundTask> = tasks.tasks.iter().filter(|task| task.of == *of).collect();
        let list: Vec<ToDo> = here.iter().map(|task| said(inside, &reminders::round_to_do(task, &inside.voice.model))).collect();
        let total = tasks.totals.iter().find(|(kind, _)| kind == of).map_or(list.len(), |(_, total)| *total);
        let heading = inside.t().n(&format!("overview-rounds-{}", of.as_str()), total);
        let more = here
            .first()
            .filter(|_| total > list.len())
            .map(|task| (round_href(inside, &task.round.spec, task.round.year), inside.t().n("overview-show-all", total)));
        (!list.is_empty()).then_some(ToDos { heading, list, more })
    };
    RoundTaskOf::ALL.iter().filter_map(of_kind).collect()
}

/// What strategy letters ask: one kind, since there are never many.
fn of_letters(inside: &Inside, tasks: &[LetterTask]) -> Option<ToDos> {
    let list = tasks.iter().map(|task| said(inside, &reminders::letter_to_do(task))).collect();
    (!tasks.is_empty()).then(|| ToDos { heading: inside.t().say("letters-title"), list, more: None })
}

fn round_href(inside: &Inside, spec: &Key, year: i16) -> String {
    inside.href(&format!("opfoelgning/{year}/{spec}"))
}

/// How the goals go in the latest round: a lamp and a bar for each unit that concerns the reader.
pub(super) struct FollowUp {
    pub round: String,
    pub state: String,
    pub href: String,
    pub rows: Vec<UnitRow>,
    /// What is red and why, for the elected.
    pub red: Vec<RedGoal>,
    /// How it was last time: "" where nothing is known.
    pub before: String,
    pub summary_href: String,
}

/// A unit with its lamp and its marks.
pub(super) struct UnitRow {
    pub name: String,
    pub href: String,
    pub lamp: LampShown,
    pub bar: Vec<BarPart>,
    pub bar_label: String,
}

/// A red goal with its cause.
pub(super) struct RedGoal {
    pub title: String,
    pub href: String,
    pub unit: String,
    pub cause: String,
}

/// The follow-up of somebody's own units.
pub(super) async fn own(inside: &mut Inside) -> Result<Option<FollowUp>, Stop> {
    let units = own_units(inside);
    follow_up(inside, &units).await
}

/// The follow-up of the elected's bodies, with what is red and why.
pub(super) async fn elected(inside: &mut Inside) -> Result<Option<FollowUp>, Stop> {
    let units = own_units(inside);
    let lamps = inside.voice.model.lamps;
    let Some((round, rows)) = rounds::lamps(&mut inside.tx, &inside.visit.sight, &units, lamps).await? else { return Ok(None) };
    let Some(first) = rows.first() else { return Ok(None) };
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let page = rounds::round_page(&mut inside.tx, &sight, &place, &round, first.unit.id).await?;
    let mut shown = shown(inside, &round, &rows);
    shown.red = page.deviations.iter().filter(|goal| goal.mark == Some(Mark::NotMet)).take(RED).map(|g| red(inside, g)).collect();
    shown.before = before(inside, &page);
    Ok(Some(shown))
}

/// The follow-up of the whole municipality: its committees, and the executive board.
pub(super) async fn whole(inside: &mut Inside) -> Result<Option<FollowUp>, Stop> {
    let all = pejl_app::orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let model = &inside.voice.model;
    let is_shown = |level: &Key| {
        model.level(level).is_some_and(|level| {
            matches!(level.body, BodyKind::Committee | BodyKind::FinanceCommittee | BodyKind::ExecutiveBoard | BodyKind::Council)
        })
    };
    let units: Vec<UnitId> = all.iter().filter(|unit| is_shown(&unit.level)).map(|unit| unit.id).collect();
    follow_up(inside, &units).await
}

fn own_units(inside: &Inside) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = Vec::new();
    for post in &inside.visit.actor.posts {
        if !units.contains(&post.unit) {
            units.push(post.unit);
        }
    }
    units
}

async fn follow_up(inside: &mut Inside, units: &[UnitId]) -> Result<Option<FollowUp>, Stop> {
    let lamps = inside.voice.model.lamps;
    let read = rounds::lamps(&mut inside.tx, &inside.visit.sight, units, lamps).await?;
    Ok(read.filter(|(_, rows)| !rows.is_empty()).map(|(round, rows)| shown(inside, &round, &rows)))
}

fn shown(inside: &Inside, round: &Round, rows: &[UnitLamp]) -> FollowUp {
    // The largest first: it is the one whose summary says most.
    let mut rows: Vec<&UnitLamp> = rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.spread.all()));
    let href = round_href(inside, &round.spec, round.year);
    let first = rows.first().map(|row| row.unit.serial).unwrap_or_default();
    FollowUp {
        round: inside.voice.round(&round.spec, round.year),
        state: inside.t().say(&format!("round-state-{}", round.state.as_str())),
        rows: rows.into_iter().map(|row| unit_row(inside, row, &href)).collect(),
        red: Vec::new(),
        before: String::new(),
        summary_href: format!("{href}/resume?enhed=E-{first}"),
        href,
    }
}

fn unit_row(inside: &Inside, row: &UnitLamp, round: &str) -> UnitRow {
    UnitRow {
        name: row.unit.name.clone(),
        href: format!("{round}?enhed=E-{}", row.unit.serial),
        lamp: lamp(inside, row.lamp),
        bar: bar(inside, row.spread),
        bar_label: inside.t().n("overview-follow-up-goals", row.spread.all()),
    }
}

fn red(inside: &Inside, goal: &GoalSeen) -> RedGoal {
    RedGoal {
        title: goal.title.clone(),
        href: inside.href(&format!("maal/{}", goal.number)),
        unit: goal.unit.name.clone(),
        cause: goal.cause.clone(),
    }
}

fn before(inside: &Inside, page: &RoundPage) -> String {
    let Some(before) = page.before else { return String::new() };
    let args = Args::new().count("red", before.not_met).count("yellow", before.partly).count("green", before.met);
    inside.t().say_with("overview-follow-up-before", &args)
}
