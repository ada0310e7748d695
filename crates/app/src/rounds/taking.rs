//! How a deed takes a round and its reports up, with what the question who may rests on.

use std::collections::HashMap;

use pejl_domain::chain::Element;
use pejl_domain::models::{BodyKind, Model};
use pejl_domain::rounds::reporting::About;
use pejl_domain::rounds::{Report, Round, Stamp};
use pejl_kernel::{ElementId, MunicipalityId, PersonId, RoundId, UnitId};
use pejl_policy::{Actor, Facts, Permit, Sight};
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::rounds::{self, Asked};
use pejl_store::{Fault, Tx, chain};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::Place;

/// A report with all that a deed on it asks: the goal as it is now, what documents it, and who answers for it.
pub(super) struct Taken {
    pub(super) asked: Asked,
    pub(super) goal: Element,
    pub(super) evidence: usize,
    pub(super) facts: Facts,
}

impl Taken {
    pub(super) fn report(&self) -> &Report {
        &self.asked.report
    }

    /// What the rules about the report look at.
    pub(super) fn about<'a>(&'a self, model: &'a Model, round: &'a Round) -> About<'a> {
        About { model, round, goal: &self.goal, judged: &self.asked.content, evidence: self.evidence }
    }
}

/// A round, for a deed. Every round is seen by everybody who is logged in.
pub(super) async fn take_round(desk: &mut Desk, id: RoundId) -> Result<Round, Ending> {
    let municipality = desk.municipality();
    Ok(rounds::round(&mut desk.tx, municipality, id).await?)
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(super) fn unchanged(stands: i64, version: i64) -> Result<(), Ending> {
    if stands == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// Takes reports up, in the order they are asked for.
///
/// # Errors
/// Not found, where one of the goals was not asked in the round; or a fault.
pub(super) async fn take_reports(desk: &mut Desk, round: &Round, goals: &[ElementId]) -> Result<Vec<Taken>, Ending> {
    let municipality = desk.municipality();
    let asked = rounds::reports(&mut desk.tx, municipality, round.id, goals).await?;
    let mut asked: HashMap<ElementId, Asked> = asked.into_iter().map(|a| (a.report.goal, a)).collect();
    let now = chain::elements(&mut desk.tx, municipality, goals).await?;
    let mut now: HashMap<ElementId, Element> = now.into_iter().map(|goal| (goal.id, goal)).collect();
    let documented = pieces(desk, round, goals).await?;
    let mut lines: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    let mut taken = Vec::with_capacity(goals.len());
    for goal in goals {
        let asked = asked.remove(goal).ok_or(Ending::NotFound)?;
        let line = match lines.get(&asked.report.unit) {
            Some(line) => line.clone(),
            None => {
                let line = desk.facts_of(asked.report.unit).await?.line;
                lines.insert(asked.report.unit, line.clone());
                line
            }
        };
        taken.push(Taken {
            goal: now.remove(goal).ok_or(Ending::NotFound)?,
            evidence: documented.get(goal).copied().unwrap_or_default(),
            facts: Facts { line, answers: asked.responsible.into_iter().collect(), ..Facts::default() },
            asked,
        });
    }
    Ok(taken)
}

/// Takes one report up.
///
/// # Errors
/// Not found, where the goal was not asked in the round; or a fault.
pub(super) async fn take_report(desk: &mut Desk, round: &Round, goal: ElementId) -> Result<Taken, Ending> {
    take_reports(desk, round, &[goal]).await?.pop().ok_or(Ending::NotFound)
}

/// How many pieces document each report. The rules count what is there, also what this actor does not see.
async fn pieces(desk: &mut Desk, round: &Round, goals: &[ElementId]) -> Result<HashMap<ElementId, usize>, Ending> {
    let whole = Sight::of(&Actor::operator(desk.municipality(), desk.today()));
    let mut count = HashMap::new();
    for piece in rounds::evidence_of(&mut desk.tx, &whole, round.id, goals).await? {
        *count.entry(piece.goal).or_default() += 1;
    }
    Ok(count)
}

/// Who does it, in whose place, and when. No deed of follow-up is the operator's: only people promise and answer.
pub(super) fn stamp(desk: &Desk, permit: &Permit) -> Result<Stamp, Ending> {
    Ok(Stamp { person: person(permit)?, standing_in_for: permit.standing_in_for(), at: desk.at })
}

/// The person that a permit was given to.
pub(super) fn person(permit: &Permit) -> Result<PersonId, Ending> {
    permit.person().ok_or(Ending::NotFound)
}

/// What the question who may do something about a goal in a round rests on: the unit it is asked of, those above, and the
/// position that answers for it.
///
/// # Errors
/// Not found, where the goal was not asked in the round; or a fault.
pub async fn report_facts(tx: &mut Tx, sight: &Sight, round: RoundId, goal: ElementId) -> Result<Facts, Ending> {
    let asked = rounds::report(tx, sight.municipality(), round, goal).await?;
    let line = orgs::line(tx, sight.municipality(), asked.report.unit).await?;
    Ok(Facts { line: ids(&line), answers: asked.responsible.into_iter().collect(), ..Facts::default() })
}

/// What the question who may do something about a unit's follow-up rests on: its line, and those who receive it.
///
/// # Errors
/// A fault of the database.
pub async fn unit_facts(tx: &mut Tx, sight: &Sight, place: &Place, unit: UnitId) -> Result<Facts, Fault> {
    let line = orgs::line(tx, sight.municipality(), unit).await?;
    let bodies = receiving(&place.model, &line).map(|u| u.id).collect();
    Ok(Facts { line: ids(&line), bodies, ..Facts::default() })
}

/// What the question who may answer a unit on behalf of another rests on. Nobody may, where the other does not receive its
/// follow-up.
///
/// # Errors
/// A fault of the database.
pub async fn feedback_facts(tx: &mut Tx, sight: &Sight, place: &Place, from: UnitId, to: UnitId) -> Result<Facts, Fault> {
    let mut facts = unit_facts(tx, sight, place, to).await?;
    facts.bodies.retain(|body| *body == from);
    Ok(facts)
}

/// Who receives a unit's follow-up and answers it (K4): the unit right above it, and the committees in its line.
///
/// # Errors
/// A fault of the database.
pub async fn receivers(tx: &mut Tx, sight: &Sight, place: &Place, unit: UnitId) -> Result<Vec<UnitInLine>, Fault> {
    let line = orgs::line(tx, sight.municipality(), unit).await?;
    Ok(receiving(&place.model, &line).cloned().collect())
}

/// Those of a line, nearest first, who receive the follow-up of the first in it.
fn receiving<'a>(model: &'a Model, line: &'a [UnitInLine]) -> impl Iterator<Item = &'a UnitInLine> {
    let is_committee = |unit: &UnitInLine| {
        matches!(model.level(&unit.level).map(|l| l.body), Some(BodyKind::Committee | BodyKind::FinanceCommittee))
    };
    line.iter().enumerate().skip(1).filter(move |(far, unit)| *far == 1 || is_committee(unit)).map(|(_, unit)| unit)
}

fn ids(line: &[UnitInLine]) -> Vec<UnitId> {
    line.iter().map(|u| u.id).collect()
}

/// Whether a unit is the first of a line or stands above it.
pub(super) async fn is_under(tx: &mut Tx, municipality: MunicipalityId, unit: UnitId, above: UnitId) -> Result<bool, Fault> {
    Ok(orgs::line(tx, municipality, unit).await?.iter().any(|u| u.id == above))
}
