//! What the units bring, and what their employees and boards want said (H3, H8).

use pejl_domain::meetings::{Brought, Input, InputFrom, Preparation};
use pejl_kernel::{Line, MeetingId, UnitId};
use pejl_policy::Action;
use pejl_store::meetings;

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, prepare_facts, stamp, take, unchanged};

fn name_of(taken: &Taken, unit: UnitId) -> String {
    taken.seats.iter().find(|seat| seat.unit.id == unit).map(|seat| seat.unit.name.clone()).unwrap_or_default()
}

/// Writes what a unit brings. `version` is the one the form was opened on, 0 where nothing was written.
///
/// # Errors
/// Not found (also a unit that is not invited), denied, in conflict, refused by [`Brought::write`], or a fault.
pub async fn prepare(
    desk: &mut Desk,
    id: MeetingId,
    unit: UnitId,
    version: i64,
    preparation: Preparation,
    is_ready: bool,
) -> Result<Brought, Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let facts = prepare_facts(&mut desk.tx, municipality, &taken.seats, unit).await?;
    let permit = desk.ask(Action::PrepareMeeting, &facts)?;
    let brought = meetings::brought(&mut desk.tx, municipality, id, unit).await?;
    unchanged(brought.version, version)?;
    let stamp = stamp(desk, &permit)?;
    let (mut brought, event) = brought.write(&taken.meeting, &name_of(&taken, unit), preparation, is_ready, stamp)?;
    meetings::save_brought(&mut desk.tx, &permit, desk.at, &brought, &event).await?;
    brought.version += 1;
    desk.tell(event);
    Ok(brought)
}

/// Writes down what employees or a board want said; the same words are said once.
///
/// # Errors
/// Not found (also a unit that is not invited), denied, refused by [`Input::give`], or a fault.
pub async fn give_input(desk: &mut Desk, id: MeetingId, unit: UnitId, from: InputFrom, text: Line<1_000>) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let taken = take(desk, id).await?;
    let facts = prepare_facts(&mut desk.tx, municipality, &taken.seats, unit).await?;
    let permit = desk.ask(Action::GiveMeetingInput, &facts)?;
    let stamp = stamp(desk, &permit)?;
    let (input, event) = Input::give(&taken.meeting, unit, &name_of(&taken, unit), from, text, stamp)?;
    if meetings::save_input(&mut desk.tx, &permit, desk.at, &input, &event).await? {
        desk.tell(event);
    }
    Ok(())
}
