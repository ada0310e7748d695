//! What those above a unit say to its reports: taken as they are, or sent back with a note.

use pejl_domain::rounds::{Report, ReportState};
use pejl_kernel::{ElementId, Prose, RoundId, UnitId};
use pejl_policy::Action;
use pejl_store::rounds::{self, ReportSave};
use pejl_store::{chain, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::reporting::save;
use super::taking::{Taken, stamp, take_report, take_reports, take_round, unchanged};

/// As it was saved when it was submitted: what is said to a report changes none of its figures.
fn judged(taken: &Taken, report: Report, event: pejl_domain::Event) -> ReportSave {
    ReportSave { report, suggested: taken.asked.suggested, trend: taken.asked.trend, event: Some(event) }
}

/// Sends a report back with a note.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Report::send_back`], or a fault.
pub async fn return_report(desk: &mut Desk, round: RoundId, goal: ElementId, version: i64, note: Prose) -> Result<Report, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let taken = take_report(desk, &round, goal).await?;
    let permit = desk.ask(Action::JudgeReport, &taken.facts)?;
    unchanged(taken.report().version, version)?;
    let stamp = stamp(desk, &permit)?;
    let (mut report, event) = taken.report().clone().send_back(&taken.about(&model, &round), note, stamp)?;
    save(desk, vec![(permit, judged(&taken, report.clone(), event))]).await?;
    report.version += 1;
    Ok(report)
}

/// Takes reports as they are, all of them or none; says how many. What was read and is accepted since, by whoever, is done.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Report::accept`] with the reasons of all of them, or a fault.
pub async fn accept_reports(desk: &mut Desk, round: RoundId, reports: &[(ElementId, i64)]) -> Result<usize, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let goals: Vec<ElementId> = reports.iter().map(|(goal, _)| *goal).collect();
    let taken = take_reports(desk, &round, &goals).await?;
    let mut permits = Vec::with_capacity(taken.len());
    for one in &taken {
        permits.push(desk.ask(Action::JudgeReport, &one.facts)?);
    }
    let mut saves = Vec::new();
    let mut reasons = Vec::new();
    for ((taken, permit), (_, version)) in taken.iter().zip(permits).zip(reports) {
        let report = taken.report();
        if report.state == ReportState::Accepted && report.version == version + 1 {
            continue;
        }
        unchanged(report.version, *version)?;
        let stamp = stamp(desk, &permit)?;
        match report.clone().accept(&taken.about(&model, &round), stamp) {
            Ok((report, event)) => saves.push((permit, judged(taken, report, event))),
            Err(refused) => reasons.extend(refused.reasons),
        }
    }
    pejl_domain::Refused::unless_none(reasons)?;
    let accepted = taken.len();
    save(desk, saves).await?;
    Ok(accepted)
}

/// Lets the reports of goals that were handed over follow them to their new unit, in rounds that run; says how many. Done
/// beside [`crate::chain::hand_over_elements`], by whoever may do that.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn hand_over_reports(desk: &mut Desk, from: UnitId, to: UnitId) -> Result<u64, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let giver = orgs::unit(&mut desk.tx, municipality, from).await?;
    let receiver = orgs::unit(&mut desk.tx, municipality, to).await?;
    let goals = chain::live_elements_of_unit(&mut desk.tx, municipality, receiver.id).await?;
    let (of_giver, of_receiver) = (desk.facts_of(giver.id).await?, desk.facts_of(receiver.id).await?);
    let permit = desk.ask(Action::HandOverElement, &of_giver)?;
    let _also_there = desk.ask(Action::HandOverElement, &of_receiver)?;
    let goals: Vec<ElementId> = goals.into_iter().map(|goal| goal.id).collect();
    Ok(rounds::move_reports(&mut desk.tx, &permit, &goals, receiver.id).await?)
}
