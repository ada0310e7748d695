//! How a deed takes a case up, and puts it down: loaded by sight, with what the question who may rests on.

use pejl_domain::Event;
use pejl_domain::cases::{Case, CaseVerb};
use pejl_domain::models::{BodyKind, Key, Model};
use pejl_kernel::{CaseId, UnitId};
use pejl_policy::{Action, Facts, Permit, Sight};
use pejl_store::{Fault, Tx, cases, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

/// Loads a case that the actor sees, for somebody who may do this to it and is not disqualified from it. Waits for its turn
/// first: two never decide the same case.
pub(super) async fn take(desk: &mut Desk, id: CaseId, verb: CaseVerb) -> Result<(Case, Permit), Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let case = cases::case_seen(&mut desk.tx, &desk.sight, id).await?;
    let facts = case_facts(&mut desk.tx, &desk.sight, case.body, case.unit).await?;
    let permit = desk.ask(action_for(verb), &facts)?;
    case.fit_to_act(desk.actor.person())?;
    Ok((case, permit))
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(super) fn unchanged(case: &Case, version: i64) -> Result<(), Ending> {
    if case.version == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// Saves a case and tells what happened to it; gives it back with the version it now has.
pub(super) async fn save(desk: &mut Desk, permit: &Permit, mut case: Case, event: Event) -> Result<Case, Ending> {
    cases::save_case(&mut desk.tx, permit, desk.at, &case, &event).await?;
    case.version += 1;
    desk.tell(event);
    Ok(case)
}

/// What a decision about a case rests on: the line of the unit that prepares it, and the body that decides.
///
/// # Errors
/// A fault of the database.
pub async fn case_facts(tx: &mut Tx, sight: &Sight, body: UnitId, unit: UnitId) -> Result<Facts, Fault> {
    let line = orgs::line(tx, sight.municipality(), unit).await?;
    Ok(Facts { line: line.into_iter().map(|u| u.id).collect(), bodies: vec![body], ..Facts::default() })
}

/// What doing this to a case asks leave for.
pub const fn action_for(verb: CaseVerb) -> Action {
    match verb {
        CaseVerb::Decide => Action::DecideCase,
        CaseVerb::Edit | CaseVerb::Ready | CaseVerb::TakeBack | CaseVerb::Disqualify | CaseVerb::Withdraw | CaseVerb::Correct => {
            Action::KeepCase
        }
    }
}

/// Whether units at a level decide by meeting over an agenda: council, committees, executive board. A department or an
/// institution has a leader, who decides without one.
pub fn decides_cases(model: &Model, level: &Key) -> bool {
    model.level(level).is_some_and(|level| match level.body {
        BodyKind::Council | BodyKind::FinanceCommittee | BodyKind::Committee | BodyKind::ExecutiveBoard => true,
        BodyKind::Department | BodyKind::Institution => false,
    })
}
