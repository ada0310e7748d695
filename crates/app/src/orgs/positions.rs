//! Entering people, setting up and handing over positions, appointing stand-ins.

use jiff::civil::Date;
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, StandIn};
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{PersonId, PositionId, Span, StandInId};
use pejl_policy::{Action, Facts};
use pejl_store::orgs;

use crate::desk::Desk;
use crate::ending::Ending;

/// Two people with one mail address are nearly always one person entered twice.
async fn address_is_free(desk: &mut Desk, content: &PersonContent, but: PersonId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    if orgs::email_taken(&mut desk.tx, municipality, &content.email, but).await? {
        return Err(Refused::at("email", Sentence::new("refused-person-email-taken")).into());
    }
    Ok(())
}

/// Enters a person.
///
/// # Errors
/// Denied, refused by [`Person::enter`] or because the mail address is taken, or a fault.
pub async fn enter_person(desk: &mut Desk, foreign_id: Option<String>, content: PersonContent) -> Result<Person, Ending> {
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let id = PersonId::new(desk.mint());
    address_is_free(desk, &content, id).await?;
    let (person, event) = Person::enter(id, foreign_id, content)?;
    orgs::save_person(&mut desk.tx, &permit, desk.at, &person, &event).await?;
    desk.tell(event);
    Ok(person)
}

/// Changes what is written about a person. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, refused, in conflict, or a fault.
pub async fn edit_person(desk: &mut Desk, id: PersonId, version: i64, content: PersonContent) -> Result<Person, Ending> {
    let municipality = desk.municipality();
    let person = orgs::person(&mut desk.tx, municipality, id).await?;
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    address_is_free(desk, &content, id).await?;
    let (mut person, event) = person.edit(content)?;
    person.version = version;
    orgs::save_person(&mut desk.tx, &permit, desk.at, &person, &event).await?;
    desk.tell(event);
    Ok(person)
}

/// Sets up a position in a unit, held or vacant.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn set_up_position(desk: &mut Desk, content: PositionContent) -> Result<Position, Ending> {
    let municipality = desk.municipality();
    let unit = orgs::unit(&mut desk.tx, municipality, content.unit).await?;
    if let Some(person) = content.person {
        orgs::person(&mut desk.tx, municipality, person).await?;
    }
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let (position, event) = Position::set_up(PositionId::new(desk.mint()), content, unit.content.name.as_str());
    orgs::save_position(&mut desk.tx, &permit, desk.at, &position, Some(&event)).await?;
    desk.tell(event);
    Ok(position)
}

/// Hands a position to a person from a day, or leaves it vacant from then. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, refused by [`Position::take_over`], in conflict, or a fault.
pub async fn hand_position(
    desk: &mut Desk,
    id: PositionId,
    version: i64,
    person: Option<PersonId>,
    on: Date,
) -> Result<Position, Ending> {
    let municipality = desk.municipality();
    let position = orgs::position(&mut desk.tx, municipality, id).await?;
    if let Some(person) = person {
        orgs::person(&mut desk.tx, municipality, person).await?;
    }
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let (mut before, next, event) = position.take_over(PositionId::new(desk.mint()), person, on)?;
    before.version = version;
    orgs::save_position(&mut desk.tx, &permit, desk.at, &before, None).await?;
    orgs::save_position(&mut desk.tx, &permit, desk.at, &next, Some(&event)).await?;
    desk.tell(event);
    Ok(next)
}

/// Ends a position on a day. `version` is the one the form was opened on.
///
/// # Errors
/// Not found, denied, refused by [`Position::end`], in conflict, or a fault.
pub async fn end_position(desk: &mut Desk, id: PositionId, version: i64, on: Date) -> Result<Position, Ending> {
    let municipality = desk.municipality();
    let position = orgs::position(&mut desk.tx, municipality, id).await?;
    let permit = desk.ask(Action::KeepOrganisation, &Facts::municipality())?;
    let (mut position, event) = position.end(on)?;
    position.version = version;
    orgs::save_position(&mut desk.tx, &permit, desk.at, &position, Some(&event)).await?;
    desk.tell(event);
    Ok(position)
}

/// Appoints a person to stand in for the holder of a position.
///
/// # Errors
/// Not found, denied, refused by [`StandIn::appoint`], or a fault.
pub async fn appoint_stand_in(desk: &mut Desk, position: PositionId, person: PersonId, span: Span) -> Result<StandIn, Ending> {
    let municipality = desk.municipality();
    let position = orgs::position(&mut desk.tx, municipality, position).await?;
    orgs::person(&mut desk.tx, municipality, person).await?;
    let facts = desk.facts_of(position.content.unit).await?;
    let permit = desk.ask(Action::AppointStandIn, &facts)?;
    let (stand_in, event) = StandIn::appoint(StandInId::new(desk.mint()), &position, person, span)?;
    orgs::save_stand_in(&mut desk.tx, &permit, desk.at, &stand_in, position.content.unit, &event).await?;
    desk.tell(event);
    Ok(stand_in)
}
