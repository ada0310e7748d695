//! What the pages of follow-up show. What is read of a closed round is what was kept when it closed, to the byte.

use jiff::civil::Date;
use pejl_domain::chain::State;
use pejl_domain::models::Key;
use pejl_domain::orgs::Role;
use pejl_domain::rounds::deeds::Unanswered;
use pejl_domain::rounds::frozen::{RoundPage, seal};
use pejl_domain::rounds::{Evidence, ReportState, Round, RoundState};
use pejl_kernel::{EvidenceId, Number, PositionId, RoundId, UnitId};
use pejl_policy::{Action, Actor, Facts, Post, Sight, decide};
use pejl_store::audit::{self, Line};
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::rounds::{self, Compared, FeedbackMeasures, LateUnit, RoundRow, RoundTaskAsk, RoundTasks, SheetGoal};
use pejl_store::{Fault, Tx, chain};

use crate::ending::Ending;
use crate::office::Place;

/// Every round, newest cut-off first, with how far it has come.
///
/// # Errors
/// A fault of the database.
pub async fn rounds(tx: &mut Tx, sight: &Sight) -> Result<Vec<RoundRow>, Fault> {
    rounds::rounds(tx, sight).await
}

/// One round.
///
/// # Errors
/// Not found, or a fault.
pub async fn round(tx: &mut Tx, sight: &Sight, id: RoundId) -> Result<Round, Ending> {
    Ok(rounds::round(tx, sight.municipality(), id).await?)
}

/// The round of a year with this key in the model.
///
/// # Errors
/// Not found, also where it is not planned; or a fault.
pub async fn round_at(tx: &mut Tx, sight: &Sight, year: i16, spec: &Key) -> Result<Round, Ending> {
    Ok(rounds::round_at(tx, sight.municipality(), year, spec).await?)
}

/// What is left of a round: what would stay silent, and what waits for an answer, were it closed now.
///
/// # Errors
/// Not found, or a fault.
pub async fn unanswered(tx: &mut Tx, sight: &Sight, id: RoundId) -> Result<Unanswered, Ending> {
    let row = rounds::rounds(tx, sight).await?.into_iter().find(|row| row.round.id == id).ok_or(Ending::NotFound)?;
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    Ok(Unanswered {
        silent: count(row.asked.saturating_sub(row.submitted)),
        waiting: count(row.submitted.saturating_sub(row.accepted)),
    })
}

/// What somebody reports on in a round, on one page.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// The goals, by the unit they are asked of and by number.
    pub goals: Vec<SheetLine>,
}

/// A goal on a sheet, with what this actor may do to its report. What the report's own state allows is another matter.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetLine {
    /// The goal with its report.
    pub goal: SheetGoal,
    /// Whether they may write in it.
    pub may_write: bool,
    /// Whether they may send it upwards.
    pub may_submit: bool,
}

/// The sheet of somebody: the goals of the units they lead or work in, and those they answer for elsewhere. With a `unit`, the
/// goals of that unit, for whoever stands above it.
///
/// # Errors
/// A fault of the database.
pub async fn sheet(tx: &mut Tx, sight: &Sight, actor: &Actor, round: &Round, unit: Option<UnitId>) -> Result<Sheet, Fault> {
    let positions: Vec<PositionId> = actor.posts.iter().map(|post| post.position).collect();
    // Their own right, or that of whoever answers, needs no line: it rests on the unit itself. Above it, it does.
    let (line, goals) = match unit {
        Some(unit) => {
            (ids(&orgs::line(tx, sight.municipality(), unit).await?), rounds::sheet(tx, sight, round, &[unit], &[]).await?)
        }
        None => (Vec::new(), rounds::sheet(tx, sight, round, &own_units(actor), &positions).await?),
    };
    let lined = |goal: SheetGoal| {
        let line = if unit.is_some() { line.clone() } else { vec![goal.asked.report.unit] };
        let facts = Facts { line, answers: goal.asked.responsible.into_iter().collect(), ..Facts::default() };
        let may = |action| decide(actor, action, &facts).is_ok();
        SheetLine { may_write: may(Action::WriteReport), may_submit: may(Action::SubmitReport), goal }
    };
    Ok(Sheet { goals: goals.into_iter().map(lined).collect() })
}

/// The reports that wait for this actor to take them or send them back: a unit's own and those of the units right below it,
/// by unit and number.
///
/// # Errors
/// A fault of the database.
pub async fn to_judge(
    tx: &mut Tx,
    sight: &Sight,
    actor: &Actor,
    round: &Round,
    line: &[UnitId],
    below: &[UnitId],
) -> Result<Vec<SheetGoal>, Fault> {
    if !round.state.takes_answers() {
        return Ok(Vec::new());
    }
    let Some(unit) = line.first() else { return Ok(Vec::new()) };
    let may = |line: Vec<UnitId>| decide(actor, Action::JudgeReport, &Facts { line, ..Facts::default() }).is_ok();
    let mut units: Vec<UnitId> = Vec::new();
    if may(line.to_vec()) {
        units.push(*unit);
    }
    let below_it = |child: UnitId| std::iter::once(child).chain(line.iter().copied()).collect();
    units.extend(below.iter().copied().filter(|child| may(below_it(*child))));
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut goals = rounds::sheet(tx, sight, round, &units, &[]).await?;
    goals.retain(|goal| goal.asked.report.state == ReportState::Submitted && goal.asked.goal_state == State::Adopted);
    Ok(goals)
}

/// The units somebody reports for: those they lead, and those they work in.
fn own_units(actor: &Actor) -> Vec<UnitId> {
    let reports = |post: &&Post| post.role.leads() || matches!(post.role, Role::Employee | Role::WorksCouncilMember);
    let mut units: Vec<UnitId> = actor.posts.iter().filter(reports).map(|post| post.unit).collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn ids(line: &[UnitInLine]) -> Vec<UnitId> {
    line.iter().map(|unit| unit.id).collect()
}

/// One report in full.
#[derive(Clone, PartialEq, Debug)]
pub struct ReportPage {
    /// The goal with its report, what documents it, and what was said last time.
    pub goal: SheetGoal,
    /// The unit it is asked of and the units above, nearest first.
    pub line: Vec<UnitInLine>,
    /// What happened to the goal's reports, newest first.
    pub history: Vec<Line>,
}

impl ReportPage {
    /// What the question who may do what to it rests on.
    pub fn facts(&self) -> Facts {
        let answers = self.goal.asked.responsible.into_iter().collect();
        Facts { line: ids(&self.line), answers, ..Facts::default() }
    }
}

/// How many lines of a goal's history are looked through for those about its reports.
const MOST_LINES: i64 = 200;

/// A goal's report in a round, by the number people say. What is being written, only those who work there and above see.
///
/// # Errors
/// Not found, also where the goal was not asked in the round; or a fault.
pub async fn report_page(tx: &mut Tx, sight: &Sight, round: &Round, number: Number) -> Result<ReportPage, Ending> {
    let goal = chain::element_by_number(tx, sight, number).await?;
    let asked = rounds::report(tx, sight.municipality(), round.id, goal.id).await?;
    let unit = asked.report.unit;
    let sheet = rounds::sheet(tx, sight, round, &[unit], &[]).await?;
    let mut history = audit::history(tx, sight, goal.id.0, MOST_LINES).await?;
    let goal = sheet.into_iter().find(|line| line.asked.report.goal == goal.id).ok_or(Ending::NotFound)?;
    // Notes and what documents a report lie in the lines' own words: who does not read those reads when it was sent and taken.
    let told: &[&str] =
        if goal.words_seen { &["event-report-", "event-evidence-"] } else { &["event-report-submitted", "event-report-accepted"] };
    history.retain(|line| told.iter().any(|start| line.event.sentence.key.starts_with(start)));
    Ok(ReportPage { goal, line: orgs::line(tx, sight.municipality(), unit).await?, history })
}

/// A unit's follow-up in a round: as it stands while the round runs, as it was kept once it is closed. The politicians'
/// summary is the same value, shown shorter.
///
/// # Errors
/// Not found: no such unit, or a closed round in which it had no goals, there or below; or a fault.
pub async fn round_page(tx: &mut Tx, sight: &Sight, place: &Place, round: &Round, unit: UnitId) -> Result<RoundPage, Ending> {
    match round.state {
        RoundState::Closed => rounds::kept_round_page(tx, sight, round, unit).await?.ok_or(Ending::NotFound),
        RoundState::Planned | RoundState::Open | RoundState::Consolidating => {
            Ok(rounds::round_page(tx, sight, round, unit, place.model.lamps).await?)
        }
    }
}

/// The very bytes that were kept of a unit's follow-up when the round closed.
///
/// # Errors
/// Not found: the round is not closed, or the unit had no goals in it, there or below; or a fault.
pub async fn frozen_body(tx: &mut Tx, sight: &Sight, round: &Round, unit: UnitId) -> Result<String, Ending> {
    let kept = rounds::kept_bytes(tx, sight.municipality(), round.id).await?;
    kept.into_iter().find(|(of, _)| *of == unit).map(|(_, body)| body).ok_or(Ending::NotFound)
}

/// A round's seal, and what it comes to when it is taken once more over what was kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified {
    /// The seal the round was closed with.
    pub seal: String,
    /// The seal of what is kept now.
    pub recomputed: String,
}

impl Verified {
    /// Whether what is kept is what was kept.
    pub fn holds(&self) -> bool {
        self.seal == self.recomputed
    }
}

/// Takes a closed round's seal once more.
///
/// # Errors
/// Not found, where the round is not closed; or a fault.
pub async fn verify_round(tx: &mut Tx, sight: &Sight, round: &Round) -> Result<Verified, Ending> {
    if round.state != RoundState::Closed {
        return Err(Ending::NotFound);
    }
    let kept = rounds::kept_bytes(tx, sight.municipality(), round.id).await?;
    let recomputed = seal(kept.iter().map(|(unit, body)| (*unit, body.as_str())));
    Ok(Verified { seal: round.seal.clone(), recomputed })
}

/// A file beside a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EvidenceFile {
    /// What it is.
    pub evidence: Evidence,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The bytes of a file beside a report, for those who see the report.
///
/// # Errors
/// Not found, also where it is no file or the report is not seen; or a fault.
pub async fn evidence_file(tx: &mut Tx, sight: &Sight, id: EvidenceId) -> Result<EvidenceFile, Ending> {
    let (evidence, bytes) = rounds::evidence_bytes(tx, sight, id).await?;
    Ok(EvidenceFile { evidence, bytes })
}

/// What moved from one round to another, for the whole or for a unit and those below it: `most` goals, after `from` of them.
///
/// # Errors
/// A fault of the database.
pub async fn compare(
    tx: &mut Tx,
    sight: &Sight,
    (earlier, later): (&Round, &Round),
    unit: Option<UnitId>,
    (from, most): (usize, usize),
) -> Result<Compared, Fault> {
    rounds::compare(tx, sight, earlier, later, unit, from, most).await
}

/// The units that have not reported by their deadline, longest late first, with those above who are told.
///
/// # Errors
/// A fault of the database.
pub async fn late(tx: &mut Tx, sight: &Sight, round: &Round) -> Result<Vec<LateUnit>, Fault> {
    rounds::late(tx, sight, round).await
}

/// How many units were answered and how fast, and what they said to it (K4).
///
/// # Errors
/// A fault of the database.
pub async fn measures(tx: &mut Tx, sight: &Sight, round: &Round) -> Result<FeedbackMeasures, Fault> {
    rounds::feedback_measures(tx, sight, round).await
}

/// What somebody has to do in follow-up now. Computed, never kept. At most `most` are listed; the totals count all.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, sight: &Sight, actor: &Actor, most: usize) -> Result<RoundTasks, Fault> {
    let found = tasks_of_all(tx, sight, std::slice::from_ref(actor), most).await?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// What each of many people has to do in follow-up now, in their order: the same number of statements as for one. The sight is
/// that of whoever reads for all of them.
///
/// # Errors
/// A fault of the database.
pub async fn tasks_of_all(tx: &mut Tx, sight: &Sight, actors: &[Actor], most: usize) -> Result<Vec<RoundTasks>, Fault> {
    let asking: Vec<Asking> = actors.iter().map(Asking::of).collect();
    let asks: Vec<RoundTaskAsk<'_>> = asking.iter().map(|asking| asking.ask(sight.on(), most)).collect();
    rounds::round_tasks_of_all(tx, sight, &asks).await
}

/// What somebody answers for in follow-up.
struct Asking {
    leads: Vec<UnitId>,
    speaks_for: Vec<UnitId>,
    positions: Vec<PositionId>,
    keeps_rounds: bool,
    accepts_for_bodies: bool,
}

impl Asking {
    fn of(actor: &Actor) -> Self {
        let units = |is_meant: &dyn Fn(&Post) -> bool| {
            let mut units: Vec<UnitId> = actor.posts.iter().filter(|post| is_meant(post)).map(|post| post.unit).collect();
            units.sort_unstable();
            units.dedup();
            units
        };
        let may = |action| decide(actor, action, &Facts::municipality()).is_ok();
        Self {
            leads: units(&|post| post.role.leads() && !post.role.is_political()),
            speaks_for: units(&|post| post.role.leads()),
            positions: actor.posts.iter().map(|post| post.position).collect(),
            keeps_rounds: may(Action::KeepRound),
            // A controller keeps rounds and accepts nothing; whoever may do both everywhere does it where nobody else can.
            accepts_for_bodies: may(Action::KeepRound) && may(Action::JudgeReport),
        }
    }

    fn ask(&self, today: Date, most: usize) -> RoundTaskAsk<'_> {
        RoundTaskAsk {
            today,
            leads: &self.leads,
            positions: &self.positions,
            speaks_for: &self.speaks_for,
            keeps_rounds: self.keeps_rounds,
            accepts_for_bodies: self.accepts_for_bodies,
            most,
        }
    }
}
