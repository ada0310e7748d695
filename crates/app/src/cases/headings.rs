//! What a body calls the parts of its cases.

use pejl_domain::cases::HeadingSet;
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::UnitId;
use pejl_policy::{Action, Sight};
use pejl_store::{Fault, Tx, cases, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{case_facts, decides_cases};

/// The headings of a body, and their version: the ordinary ones, version 0, where it has chosen none.
///
/// # Errors
/// A fault of the database.
pub async fn headings(tx: &mut Tx, sight: &Sight, body: UnitId) -> Result<(HeadingSet, i64), Fault> {
    cases::headings(tx, sight.municipality(), body).await
}

/// Chooses the headings of a body's cases. Cases that are written already keep theirs.
///
/// # Errors
/// Not found, denied, in conflict, refused where the unit is no body that meets; or a fault.
pub async fn keep_headings(desk: &mut Desk, body: UnitId, version: i64, set: HeadingSet) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, body).await?;
    let facts = case_facts(&mut desk.tx, &desk.sight, body, body).await?;
    let permit = desk.ask(Action::KeepCase, &facts)?;
    let name = unit.content.name.as_str();
    if !decides_cases(&model, &unit.content.level) {
        return Err(Refused::at("body", Sentence::new("refused-case-no-body").text("unit", name)).into());
    }
    let (_, stands) = cases::headings(&mut desk.tx, municipality, body).await?;
    if stands != version {
        return Err(Ending::Conflict);
    }
    let event: Event = Sentence::new("event-headings-kept").text("body", name).into();
    cases::save_headings(&mut desk.tx, &permit, desk.at, body, (&set, version), &event).await?;
    desk.tell(event);
    Ok(())
}
