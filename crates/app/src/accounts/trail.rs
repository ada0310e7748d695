//! Reading the audit trail, and checking that it is whole.

use pejl_policy::{Action, Actor, Facts, decide};
use pejl_store::Tx;
use pejl_store::audit::{self, Line, Verdict, Window};

use crate::ending::Ending;

/// A page of the municipality's audit trail, newest first.
///
/// # Errors
/// Denied, or a fault.
pub async fn audit_page(tx: &mut Tx, actor: &Actor, window: &Window, most: i64) -> Result<Vec<Line>, Ending> {
    let permit = decide(actor, Action::SeeAudit, &Facts::municipality())?;
    Ok(audit::page(tx, &permit, window, most).await?)
}

/// Reads the whole trail and says whether each line follows from the one before it.
///
/// # Errors
/// Denied, or a fault.
pub async fn verify_audit(tx: &mut Tx, actor: &Actor) -> Result<Verdict, Ending> {
    let _ = decide(actor, Action::SeeAudit, &Facts::municipality())?;
    Ok(audit::verify(tx, actor.municipality).await?)
}
