//! What waits for bodies to decide: agreements that were put before them, and the goals they are to adopt.

use std::collections::HashMap;

use pejl_domain::agreements::{AgreementState, kind};
use pejl_domain::models::{Key, Model};
use pejl_kernel::{Number, UnitId};
use pejl_policy::Sight;
use pejl_store::agreements::{self, AgreementAsk, AgreementRow, Meant};
use pejl_store::chain::Mention;
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::{Fault, Tx};

/// The most agreements that are read for all bodies together.
const MOST: i64 = 1000;

/// A body with what waits for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// The body.
    pub body: UnitInLine,
    /// The agreements it is to approve, in the order of the list of agreements.
    pub agreements: Vec<AgreementRow>,
    /// The goals it is to adopt, by number.
    pub goals: Vec<Number>,
}

/// What waits for each of these bodies, in their order; of the goals, those that are proposed. A thing waits for the body at its deciding level in its own line up;
/// where there is none, for every body at that level. One statement, and one more for each
/// level that something waits from.
///
/// # Errors
/// A fault of the database.
pub async fn waiting(
    tx: &mut Tx,
    sight: &Sight,
    model: &Model,
    bodies: Vec<UnitInLine>,
    proposed: &[Mention],
) -> Result<Vec<Waiting>, Fault> {
    let ask =
        AgreementAsk { meant: Meant::of(model), states: vec![AgreementState::Submitted], most: MOST, ..AgreementAsk::default() };
    let (rows, _) = agreements::agreements(tx, sight, &ask).await?;
    let of_agreement = |row: &AgreementRow| kind(model, &row.agreement.kind).map(|kind| (&kind.agent, &kind.approves));
    let mut levels: Vec<&Key> = rows.iter().filter_map(of_agreement).map(|(from, _)| from).collect();
    levels.extend(proposed.iter().map(|goal| &goal.level));
    levels.sort_unstable();
    levels.dedup();
    let mut lines: HashMap<UnitId, Vec<UnitInLine>> = HashMap::new();
    for level in levels {
        let of_level = orgs::lines_of_level(tx, sight.municipality(), level, sight.on()).await?;
        lines.extend(of_level.into_iter().filter_map(|line| Some((line.first()?.id, line))));
    }
    let waits_for = |body: &UnitInLine, from: Option<UnitId>, level: &Key| {
        let line = from.and_then(|unit| lines.get(&unit)).map(Vec::as_slice).unwrap_or_default();
        body.level == *level && (line.iter().any(|unit| unit.id == body.id) || line.iter().all(|unit| unit.level != *level))
    };
    let put_before = |body: UnitInLine| {
        let approves = |row: &&AgreementRow| {
            let from = row.agreement.agents.first().map(|agent| agent.id);
            of_agreement(row).is_some_and(|(_, level)| waits_for(&body, from, level))
        };
        let adopts = |goal: &&Mention| {
            let spec = model.spec(goal.kind, &goal.level);
            let level = spec.and_then(|spec| spec.adopts.as_ref());
            level.is_some_and(|level| waits_for(&body, Some(goal.owner.id), level))
        };
        let (agreements, goals) = (rows.iter().filter(approves).cloned().collect(), proposed.iter().filter(adopts));
        Waiting { agreements, goals: goals.map(|goal| goal.number).collect(), body }
    };
    Ok(bodies.iter().cloned().map(put_before).collect())
}
