//! What a body decided in a case: recorded once, and what the case names comes in force by it in the same transaction.

use pejl_domain::cases::deeds::Resolved;
use pejl_domain::cases::{Adopts, Case, CaseState, CaseVerb};
use pejl_domain::chain::StateName;
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{AgreementId, CaseId, DecisionId, ElementId, Prose};
use pejl_store::{Fault, agreements as kept, cases, chain as elements};

use crate::agreements;
use crate::chain::DecisionGiven;
use crate::chain::deciding::{made, record, weigh};
use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{save, take, unchanged};

/// Records what the body decided. `adopted` is what it adopts of what the case names, each on the version that was read; where
/// the recommendation was not agreed to, nothing is. All of it happens, or none. Recording the same twice is recording it
/// once, and a decision that was recorded before, on the page of what it adopted, is the same decision.
///
/// What is said of a closed case in the body's minutes stays with the case: the decision that everybody reads says only its
/// day and number.
///
/// # Errors
/// Not found, denied, in conflict; refused by [`Case::decide`], for who is disqualified, for a day that has not come, and by
/// the rules of everything it adopts; or a fault.
pub async fn decide_case(
    desk: &mut Desk,
    id: CaseId,
    version: i64,
    resolved: Resolved,
    adopted: Vec<(Adopts, i64)>,
) -> Result<Case, Ending> {
    let (case, permit) = take(desk, id, CaseVerb::Decide).await?;
    if case.state == CaseState::Decided && is_same(desk, &case, &resolved).await? {
        return Ok(case);
    }
    unchanged(&case, version)?;
    if adopted.iter().any(|(one, _)| !case.adopts.contains(one)) {
        return Err(Refused::at("adopts", Sentence::new("refused-case-adopts-unnamed")).into());
    }
    let adopted = if resolved.outcome.adopts() { adopted } else { Vec::new() };
    let given = DecisionGiven {
        body: case.body,
        on: resolved.on,
        case_number: case.decided_under().ok_or_else(|| unnumbered(&case))?,
        text: if case.is_closed() { Prose::default() } else { resolved.text.clone() },
    };
    let (decision, body) = made(desk, given.clone()).await?;
    let weighed = weigh(desk, decision, &body).await?;
    let (case, event) = case.decide(resolved, weighed.decision.id)?;
    record(desk, &permit, weighed).await?;
    let by = case.resolution.as_ref().map(|one| one.decision);
    let (agreements, goals) = not_adopted_yet(desk, by, adopted).await?;
    if !agreements.is_empty() || !goals.is_empty() {
        // What has gone back to those who wrote it meanwhile, the body no longer sees: the form was opened on something else.
        agreements::approve_many(desk, agreements, goals, given).await.map_err(|ending| match ending {
            Ending::NotFound => Ending::Conflict,
            ending => ending,
        })?;
    }
    save(desk, &permit, case, event).await
}

fn unnumbered(case: &Case) -> Fault {
    Fault::Corrupt { doing: "deciding a case", found: case.number.to_string(), expected: "a case number" }
}

/// Whether what is recorded is what was recorded before.
async fn is_same(desk: &mut Desk, case: &Case, resolved: &Resolved) -> Result<bool, Ending> {
    let around = cases::around(&mut desk.tx, &desk.sight, case).await?;
    Ok(around.decided.is_some_and(|(on, _)| case.was_decided_so(resolved, on)))
}

/// What the decision is still to bring in force: what it adopted before, on its own page, is passed over.
async fn not_adopted_yet(
    desk: &mut Desk,
    by: Option<DecisionId>,
    adopted: Vec<(Adopts, i64)>,
) -> Result<(Vec<(AgreementId, i64)>, Vec<(ElementId, i64)>), Ending> {
    let municipality = desk.municipality();
    let (mut approved, mut goals) = (Vec::new(), Vec::new());
    for (one, version) in adopted {
        match one {
            Adopts::Element(id) => {
                let element = elements::element(&mut desk.tx, municipality, id).await?;
                if element.decision != by || element.state.name() != StateName::Adopted {
                    goals.push((id, version));
                }
            }
            Adopts::Agreement(id) => {
                let agreement = kept::agreement(&mut desk.tx, municipality, id).await?;
                if agreement.decision != by {
                    approved.push((id, version));
                }
            }
        }
    }
    Ok((approved, goals))
}
