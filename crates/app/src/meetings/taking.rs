//! How a deed takes a meeting up, with what the question who may rests on.

use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::meetings::Meeting;
use pejl_domain::rounds::Stamp;
use pejl_kernel::{MeetingId, MunicipalityId, PersonId, UnitId};
use pejl_policy::{Action, Actor, Facts, Permit, decide};
use pejl_store::meetings::{self, BroughtRow, Part, Seat};
use pejl_store::{Fault, Tx, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

/// A meeting with who is there, and what the question who may keep it rests on.
pub(super) struct Taken {
    pub(super) meeting: Meeting,
    pub(super) seats: Vec<Seat>,
    pub(super) facts: Facts,
}

/// Takes a meeting up. The writers of the municipality queue: who decides on its state decides alone.
pub(super) async fn take(desk: &mut Desk, id: MeetingId) -> Result<Taken, Ending> {
    let (municipality, today) = (desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    let meeting = meetings::meeting(&mut desk.tx, municipality, id).await?;
    let seats = meetings::seats(&mut desk.tx, municipality, id, today).await?;
    let facts = host_facts(&mut desk.tx, municipality, today, &hosts_now(&seats)).await?;
    Ok(Taken { meeting, seats, facts })
}

/// The committees that hold a meeting as they are now.
pub(super) fn hosts_now(seats: &[Seat]) -> Vec<UnitId> {
    let mut hosts = Vec::new();
    for seat in seats.iter().filter(|seat| seat.part == Part::Host) {
        if !hosts.contains(&seat.now.id) {
            hosts.push(seat.now.id);
        }
    }
    hosts
}

/// What the question who may keep a meeting rests on: the leading committee's line, the committees that hold it, and whoever
/// leads right under them. Two statements.
///
/// # Errors
/// A fault of the database.
pub async fn host_facts(tx: &mut Tx, municipality: MunicipalityId, on: Date, hosts: &[UnitId]) -> Result<Facts, Fault> {
    let line = match hosts.first() {
        Some(first) => orgs::line(tx, municipality, *first).await?.into_iter().map(|unit| unit.id).collect(),
        None => Vec::new(),
    };
    Ok(Facts { line, bodies: hosts.to_vec(), answers: meetings::keepers(tx, municipality, hosts, on).await? })
}

/// What the question who may write for a unit rests on: its line as it stands now.
///
/// # Errors
/// Not found, where the unit is not invited; or a fault.
pub async fn prepare_facts(tx: &mut Tx, municipality: MunicipalityId, seats: &[Seat], unit: UnitId) -> Result<Facts, Ending> {
    let seat = seats.iter().find(|s| s.part == Part::Invited && s.unit.id == unit).ok_or(Ending::NotFound)?;
    let line = orgs::line(tx, municipality, seat.now.id).await?;
    Ok(Facts { line: line.into_iter().map(|unit| unit.id).collect(), ..Facts::default() })
}

/// What the question who may comment on minutes rests on: the committees, and everybody in the units that were there.
pub(super) async fn present_facts(
    tx: &mut Tx,
    municipality: MunicipalityId,
    on: Date,
    seats: &[Seat],
    brought: &[BroughtRow],
) -> Result<Facts, Fault> {
    let was_absent = |unit: UnitId| brought.iter().any(|row| row.brought.unit == unit && row.brought.is_absent);
    let there: Vec<UnitId> = seats.iter().filter(|s| s.part == Part::Invited && !was_absent(s.unit.id)).map(|s| s.now.id).collect();
    let answers = meetings::members(tx, municipality, &there, on).await?;
    Ok(Facts { line: Vec::new(), bodies: hosts_now(seats), answers })
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(super) fn unchanged(stands: i64, version: i64) -> Result<(), Ending> {
    if stands == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// Saves a meeting and tells what happened to it; gives it back with the version it now has.
pub(super) async fn save(desk: &mut Desk, permit: &Permit, mut meeting: Meeting, event: Event) -> Result<Meeting, Ending> {
    meetings::save_meeting(&mut desk.tx, permit, desk.at, &meeting, &event).await?;
    meeting.version += 1;
    desk.tell(event);
    Ok(meeting)
}

/// Who does it, in whose place, and when. No deed here is the operator's.
pub(super) fn stamp(desk: &Desk, permit: &Permit) -> Result<Stamp, Ending> {
    Ok(Stamp { person: person(permit)?, standing_in_for: permit.standing_in_for(), at: desk.at })
}

/// The person that a permit was given to.
pub(super) fn person(permit: &Permit) -> Result<PersonId, Ending> {
    permit.person().ok_or(Ending::NotFound)
}

/// Whether an actor may do something: for showing a button, or leaving it out. The deed asks again.
pub fn may(actor: &Actor, action: Action, facts: &Facts) -> bool {
    decide(actor, action, facts).is_ok()
}
