//! What a synthetic municipality has agreed and how it was followed up: an agreement for each institution, a closed round and an
//! open one. Rounds are kept by the consultant's own deeds; the reports are written by the store, because two thousand forms
//! would take their time.

use fastrand::Rng;
use pejl_domain::Event;
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState, GoalLine, GoalPlace};
use pejl_domain::chain::StateName;
use pejl_domain::models::{ElementKind, Key};
use pejl_domain::rounds::{Mark, Outlook, Report, ReportContent, ReportState, Round, Stamp};
use pejl_kernel::{AgreementId, ElementId, PersonId, Prose, UnitId, Years};
use pejl_policy::{Actor, Permit, Who};
use pejl_store::agreements::{next_agreement_number, save_agreement};
use pejl_store::orgs;
use pejl_store::rounds::{ReportSave, reports, save_reports};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::rounds;

use super::town::Made;

/// The year of it all.
const YEAR: i16 = 2026;
/// The most goals in an agreement.
const MOST_GOALS: usize = 20;
/// Of a hundred reports in the open round, so many are submitted.
const SUBMITTED: u8 = 60;

/// Writes it.
///
/// # Errors
/// The ending of the first deed that is not done; a model without the two rounds leaves them out.
pub(super) async fn write(desk: &mut Desk, permit: &Permit, made: &Made, seed: u64) -> Result<(), Ending> {
    let Some(consultant) = made.logins.iter().find(|(login, _)| *login == "konsulent").map(|(_, person)| *person) else {
        return Ok(());
    };
    agreements(desk, permit, made).await?;
    let (municipality, on) = (desk.municipality(), desk.today());
    let posts = orgs::posts(&mut desk.tx, municipality, consultant, on).await?;
    desk.pass_to(Actor { who: Who::Person(consultant), municipality, on, posts }, desk.at);
    let mut chance = Rng::with_seed(seed);
    if let Some(round) = opened(desk, "halvaar").await? {
        report(desk, permit, made, &round, consultant, &mut |n| n < 97, &mut chance).await?;
        let round = rounds::consolidate_round(desk, round.id, round.version).await?;
        rounds::close_round(desk, round.id, round.version, true).await?;
    }
    if let Some(round) = opened(desk, "aarsstatus").await? {
        report(desk, permit, made, &round, consultant, &mut |n| n < SUBMITTED, &mut chance).await?;
    }
    Ok(())
}

async fn opened(desk: &mut Desk, key: &str) -> Result<Option<Round>, Ending> {
    let Some(key) = Key::parse(key).filter(|key| desk.model().rounds.iter().any(|round| round.key == *key)) else {
        return Ok(None);
    };
    let round = rounds::plan_round(desk, &key, YEAR).await?;
    Ok(Some(rounds::open_round(desk, round.id, round.version).await?.round))
}

async fn report(
    desk: &mut Desk,
    permit: &Permit,
    made: &Made,
    round: &Round,
    by: PersonId,
    is_in: &mut impl FnMut(u8) -> bool,
    chance: &mut Rng,
) -> Result<(), Ending> {
    let goals: Vec<ElementId> = made.bulk.elements.iter().filter(|e| e.kind == ElementKind::Goal).map(|e| e.id).collect();
    let stamp = Stamp { person: by, standing_in_for: None, at: desk.at };
    let mut saves = Vec::new();
    for asked in reports(&mut desk.tx, desk.place.municipality.id, round.id, &goals).await? {
        if !is_in(chance.u8(..100)) {
            continue;
        }
        let report = Report {
            state: if chance.bool() { ReportState::Accepted } else { ReportState::Submitted },
            content: said(chance),
            submitted: Some(stamp),
            ..asked.report
        };
        let answered = (report.state == ReportState::Accepted).then_some(stamp);
        saves.push(ReportSave { report: Report { answered, ..report }, suggested: None, trend: None, event: None });
    }
    save_reports(&mut desk.tx, permit, desk.at, &saves).await?;
    Ok(())
}

fn said(chance: &mut Rng) -> ReportContent {
    let text = |text: &str| Prose::parse(text).unwrap_or_default();
    let (mark, outlook) = match chance.u8(..100) {
        0..8 => (Mark::NotMet, Some(Outlook::OffCourse)),
        8..28 => (Mark::Partly, Some(Outlook::AtRisk)),
        28..40 => (Mark::NotYet, Some(Outlook::OnCourse)),
        40..43 => (Mark::NotRelevant, None),
        _ => (Mark::Met, None),
    };
    let is_off = matches!(mark, Mark::NotMet | Mark::Partly);
    ReportContent {
        mark: Some(mark),
        outlook,
        done: text("Indsatsen er gennemført som aftalt og drøftet i personalegruppen."),
        effect: text("Vurderet ud fra samtaler med borgere og pårørende."),
        fact: if is_off { text("Halvdelen af det aftalte er nået.") } else { Prose::default() },
        cause: if is_off { text("To stillinger har stået ubesatte siden foråret.") } else { Prose::default() },
        action: if is_off { text("Stillingerne er slået op, og planen er lagt om.") } else { Prose::default() },
        ..ReportContent::default()
    }
}

/// An agreement that is being talked about, for each institution that has goals.
async fn agreements(desk: &mut Desk, permit: &Permit, made: &Made) -> Result<(), Ending> {
    let model = desk.model();
    let Some(kind) = model.agreements.first() else { return Ok(()) };
    for unit in made.bulk.units.iter().filter(|unit| unit.content.level == kind.agent) {
        let Some(principal) = unit.content.parent else { continue };
        let goals = goals_of(made, unit.id);
        if goals.is_empty() {
            continue;
        }
        let municipality = desk.municipality();
        let number = next_agreement_number(&mut desk.tx, municipality, YEAR).await?;
        let agreement = Agreement {
            id: AgreementId::new(desk.mint()),
            number,
            kind: kind.key.clone(),
            principal,
            agents: vec![unit.id],
            period: Years { from: YEAR, to: YEAR },
            state: AgreementState::Dialogue,
            content: AgreementContent { goals, ..AgreementContent::default() },
            edition: 0,
            decision: None,
            note: Prose::default(),
            amending: Prose::default(),
            report: Prose::default(),
            predecessor: None,
            version: 0,
        };
        let told: Event = agreement.sentence("event-agreement-put-to-dialogue").into();
        save_agreement(&mut desk.tx, permit, desk.at, &agreement, None, &told).await?;
    }
    Ok(())
}

fn goals_of(made: &Made, unit: UnitId) -> Vec<GoalLine> {
    let live = |state: StateName| matches!(state, StateName::Draft | StateName::Proposed | StateName::Adopted);
    made.bulk
        .elements
        .iter()
        .filter(|e| e.kind == ElementKind::Goal && e.owner == unit && live(e.state.name()))
        .take(MOST_GOALS)
        .map(|e| GoalLine { goal: e.id, place: GoalPlace::Own, note: Prose::default() })
        .collect()
}
