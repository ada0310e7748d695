//! What a unit writes about its goals, and sends upwards.

use std::collections::HashMap;

use pejl_domain::models::Model;
use pejl_domain::rounds::reporting::fitted;
use pejl_domain::rounds::suggestion::{Reported, suggest, trend};
use pejl_domain::rounds::{Report, ReportContent, ReportState, Round};
use pejl_domain::{Event, Refused};
use pejl_kernel::{ElementId, Number, RoundId};
use pejl_policy::{Action, Permit};
use pejl_store::queue_writers;
use pejl_store::rounds::{self, Before, ReportSave};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, stamp, take_reports, take_round};

/// What somebody typed about a goal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The goal.
    pub goal: ElementId,
    /// The version the form was opened on.
    pub version: i64,
    /// What they typed.
    pub content: ReportContent,
}

/// What became of one draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// The goal.
    pub goal: ElementId,
    /// What became of it.
    pub outcome: KeptOutcome,
}

/// What became of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeptOutcome {
    /// It is kept; the next save begins from this version.
    Kept {
        /// The version it now has.
        version: i64,
    },
    /// Somebody else saved it in the meantime; theirs stands.
    Conflict,
    /// A rule says no.
    Refused(Refused),
}

/// How sending a page of reports upwards ended.
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use]
pub enum Submission {
    /// All of them are submitted.
    Done {
        /// How many, with those that were submitted before with the very same content.
        submitted: usize,
    },
    /// None of them is: some are not as they should be.
    Refused(Vec<GoalRefused>),
}

/// Why one goal's report is not as it should be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalRefused {
    /// The goal.
    pub goal: ElementId,
    /// Its number.
    pub number: Number,
    /// What is wrong, beside the fields of that goal.
    pub refused: Refused,
}

/// Keeps drafts, each for itself: one goal's trouble keeps nobody from going on with the others. What is unchanged is left as
/// it stands.
///
/// # Errors
/// Not found, denied, refused where the round takes no reports (the text is still in the caller's hands), or a fault.
pub async fn write_reports(desk: &mut Desk, round: RoundId, typed: &[Typed]) -> Result<Vec<Kept>, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let (taken, permits) = take_for(desk, &round, typed, Action::WriteReport).await?;
    is_open(&model, &round, &taken)?;

    let before = before(desk, &round, typed).await?;
    let mut kept = Vec::with_capacity(typed.len());
    let mut saves = Vec::new();
    for ((taken, permit), typed) in taken.iter().zip(permits).zip(typed) {
        let (report, about) = (taken.report().clone(), taken.about(&model, &round));
        let goal = typed.goal;
        let outcome = if report.content == fitted(&taken.asked.content, typed.content.clone()) {
            KeptOutcome::Kept { version: report.version }
        } else if report.version != typed.version {
            KeptOutcome::Conflict
        } else {
            match report.write(&about, typed.content.clone()) {
                Ok((report, _)) => {
                    let version = report.version + 1;
                    // Nobody's history grows by a line each time a draft keeps itself.
                    saves.push((permit, weighed(&round, taken, &before, report, None)));
                    KeptOutcome::Kept { version }
                }
                Err(refused) => KeptOutcome::Refused(refused),
            }
        };
        kept.push(Kept { goal, outcome });
    }
    save(desk, saves).await?;
    Ok(kept)
}

/// Sends reports upwards, all of them or none. What is submitted already with the very same content is done: pressing twice
/// does no harm.
///
/// # Errors
/// Not found, denied, in conflict where somebody saved one of them in the meantime, refused where the round takes no reports,
/// or a fault. What is wrong with single goals is in [`Submission::Refused`].
pub async fn submit_reports(desk: &mut Desk, round: RoundId, typed: &[Typed]) -> Result<Submission, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let (taken, permits) = take_for(desk, &round, typed, Action::SubmitReport).await?;
    let is_done = |(taken, typed): (&Taken, &Typed)| taken.report().is_submitted_as(&taken.about(&model, &round), &typed.content);
    let submitted = typed.len();
    if taken.iter().zip(typed).all(is_done) {
        return Ok(Submission::Done { submitted });
    }
    is_open(&model, &round, &taken)?;

    let before = before(desk, &round, typed).await?;
    let mut refusals = Vec::new();
    let mut saves = Vec::new();
    let mut in_conflict = false;
    for ((taken, permit), typed) in taken.iter().zip(permits).zip(typed) {
        if is_done((taken, typed)) {
            continue;
        }
        in_conflict |= taken.report().version != typed.version;
        let stamp = stamp(desk, &permit)?;
        match taken.report().clone().submit(&taken.about(&model, &round), typed.content.clone(), stamp) {
            Ok((report, event)) => saves.push((permit, weighed(&round, taken, &before, report, Some(event)))),
            Err(refused) => refusals.push(GoalRefused { goal: typed.goal, number: taken.asked.number, refused }),
        }
    }
    if in_conflict {
        return Err(Ending::Conflict);
    }
    if !refusals.is_empty() {
        return Ok(Submission::Refused(refusals));
    }
    save(desk, saves).await?;
    Ok(Submission::Done { submitted })
}

/// Takes up what is typed about, and asks leave for each: who answers for a goal may do it on another right than who leads.
async fn take_for(desk: &mut Desk, round: &Round, typed: &[Typed], action: Action) -> Result<(Vec<Taken>, Vec<Permit>), Ending> {
    let goals: Vec<ElementId> = typed.iter().map(|t| t.goal).collect();
    let taken = take_reports(desk, round, &goals).await?;
    let permits = taken.iter().map(|t| desk.ask(action, &t.facts)).collect::<Result<_, _>>()?;
    Ok((taken, permits))
}

/// A round that takes no reports says so once, not goal by goal.
fn is_open(model: &Model, round: &Round, taken: &[Taken]) -> Result<(), Refused> {
    match taken.first() {
        Some(first) if !taken.iter().any(|t| round.state.takes(t.report().state)) => {
            let any = Report { state: ReportState::Draft, ..first.report().clone() };
            any.write(&first.about(model, round), ReportContent::default()).map(|_| ())
        }
        Some(_) | None => Ok(()),
    }
}

/// What each goal's report said in the last closed round, with what the goal said then.
async fn before(desk: &mut Desk, round: &Round, typed: &[Typed]) -> Result<HashMap<ElementId, Before>, Ending> {
    let municipality = desk.municipality();
    let goals: Vec<ElementId> = typed.iter().map(|t| t.goal).collect();
    Ok(rounds::before(&mut desk.tx, municipality, round, &goals).await?.into_iter().collect())
}

/// A report with what its figures say: what they suggest, and which way they go since last time.
fn weighed(round: &Round, taken: &Taken, before: &HashMap<ElementId, Before>, report: Report, event: Option<Event>) -> ReportSave {
    let judged = &taken.asked.content;
    let now = Reported { judged, content: &report.content, cut_off: round.cut_off };
    let last = before.get(&report.goal);
    let trend =
        last.and_then(|last| trend(now, Reported { judged: &last.judged, content: &last.content, cut_off: last.round.cut_off }));
    ReportSave { suggested: suggest(judged, &report.content, round.cut_off), trend, event, report }
}

/// Saves reports, those of one permit together: who stands in for somebody does so only where the right was the other's.
pub(super) async fn save(desk: &mut Desk, saves: Vec<(Permit, ReportSave)>) -> Result<(), Ending> {
    let mut by_permit: Vec<(Permit, Vec<ReportSave>)> = Vec::new();
    for (permit, save) in saves {
        if let Some(event) = &save.event {
            desk.tell(event.clone());
        }
        match by_permit.iter_mut().find(|(other, _)| *other == permit) {
            Some((_, others)) => others.push(save),
            None => by_permit.push((permit, vec![save])),
        }
    }
    for (permit, saves) in by_permit {
        rounds::save_reports(&mut desk.tx, &permit, desk.at, &saves).await?;
    }
    Ok(())
}
