//! Rounds of Testby for the tests: opened, answered, closed.

use pejl_domain::chain::Element;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{Mark, Report, ReportState, Round, RoundState, Stamp, frozen};
use pejl_kernel::{ElementId, RoundId};
use pejl_policy::Action;
use pejl_store::rounds::{self, KeptPage, ReportSave};
use pejl_store::{Tx, chain};
use pejl_testkit::Town;
use pejl_testkit::town::{event, key, prose};

/// Who did it, at the town's instant.
pub fn stamp(town: &Town) -> Stamp {
    let person = town.actor(pejl_domain::orgs::Role::InstitutionLeader).person().unwrap();
    Stamp { person, standing_in_for: None, at: town.at() }
}

/// A round of the model, planned and saved.
pub async fn planned(tx: &mut Tx, town: &Town, spec: &str, year: i16) -> Round {
    let (round, event) = Round::plan(RoundId::new(&town.mint), &town.model, &key(spec), year).unwrap();
    rounds::save_round(tx, &town.permit(Action::KeepRound), town.at(), &round, &event).await.unwrap();
    rounds::round(tx, town.id, round.id).await.unwrap()
}

/// A round of the model, opened: every goal in force is asked.
pub async fn opened(tx: &mut Tx, town: &Town, spec: &str, year: i16) -> Round {
    let planned = planned(tx, town, spec, year).await;
    let round = Round { state: RoundState::Open, ..planned };
    rounds::open_round(tx, &town.permit(Action::KeepRound), town.at(), &round, &event("event-round-opened")).await.unwrap();
    rounds::round(tx, town.id, round.id).await.unwrap()
}

/// Changes a report and saves it.
pub async fn changed(tx: &mut Tx, town: &Town, round: &Round, goal: ElementId, how: impl FnOnce(&mut Report)) {
    let mut report = rounds::report(tx, town.id, round.id, goal).await.unwrap().report;
    how(&mut report);
    saved(tx, town, ReportSave { report, suggested: None, trend: None, event: Some(event("event-report-submitted")) }).await;
}

pub async fn saved(tx: &mut Tx, town: &Town, save: ReportSave) {
    rounds::save_reports(tx, &town.permit(Action::WriteReport), town.at(), &[save]).await.unwrap();
}

/// Submits a goal's report with a mark.
pub async fn answered(tx: &mut Tx, town: &Town, round: &Round, goal: &Element, mark: Mark) {
    changed(tx, town, round, goal.id, |report| submit(town, report, mark)).await;
}

fn submit(town: &Town, report: &mut Report, mark: Mark) {
    report.state = ReportState::Submitted;
    report.content.mark = Some(mark);
    report.content.fact = prose("Sådan er det.");
    report.content.effect = prose("Det har virket.");
    report.submitted = Some(stamp(town));
}

/// The same, where the figures have gone a way.
pub async fn answered_while(tx: &mut Tx, town: &Town, round: &Round, goal: &Element, mark: Mark, trend: Trend) {
    let mut report = rounds::report(tx, town.id, round.id, goal.id).await.unwrap().report;
    submit(town, &mut report, mark);
    saved(tx, town, ReportSave { report, suggested: None, trend: Some(trend), event: Some(event("event-report-submitted")) }).await;
}

/// Freezes a round and closes it.
pub async fn closed(tx: &mut Tx, town: &Town, round: &Round) -> Round {
    let pages = rounds::pages_to_freeze(tx, town.id, round, town.model.lamps, town.whole_sight().on()).await.unwrap();
    let kept: Vec<KeptPage> = pages.iter().map(|page| KeptPage::of(page).unwrap()).collect();
    let seal = frozen::seal(kept.iter().map(|page| (page.unit, page.body.as_str())));
    let permit = town.permit(Action::KeepRound);
    let closed = Round { state: RoundState::Closed, seal, ..round.clone() };
    rounds::save_round(tx, &permit, town.at(), &closed, &event("event-round-closed")).await.unwrap();
    rounds::save_round_pages(tx, &permit, &closed, &kept).await.unwrap();
    rounds::round(tx, town.id, round.id).await.unwrap()
}

/// Takes a goal out of force.
pub async fn withdrawn(tx: &mut Tx, town: &Town, goal: &Element) {
    let element = chain::element(tx, town.id, goal.id).await.unwrap();
    let (element, event) = element.withdraw(&town.model, prose("Ikke længere.")).unwrap();
    town.save(tx, &element, &event).await;
}
