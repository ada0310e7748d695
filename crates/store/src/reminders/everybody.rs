//! Everybody at once: who gets mail, what posts they hold, and the units these are in. One statement each, however many there
//! are.

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_domain::orgs::Role;
use pejl_domain::reminders::Choices;
use pejl_kernel::{PersonId, UnitId};
use pejl_policy::{Permit, Post};
use uuid::Uuid;

use super::choices;
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::date;

/// Somebody who can be sent mail: has a login that is open, and an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The language of their pages: `da` or `en`.
    pub pages_in: String,
    /// What they chose.
    pub choices: Choices,
}

/// Everybody who can be sent mail and has not chosen none, by id.
///
/// # Errors
/// A fault.
pub async fn recipients(tx: &mut Tx, permit: &Permit) -> Result<Vec<Recipient>, Fault> {
    type Row = (Uuid, String, String, String, Option<String>, Option<i64>, Option<String>);
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "SELECT p.id, p.name, p.email, a.language AS pages_in, r.weekly, r.days_before, r.language
         FROM account a JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id
         LEFT JOIN reminder_choice r ON r.municipality_id = a.municipality_id AND r.person_id = a.person_id
         WHERE a.municipality_id = $1 AND a.closed_at IS NULL AND p.email <> ''
           AND (r.language IS NULL OR r.weekly IS NOT NULL OR r.days_before IS NOT NULL)
         ORDER BY p.id")
        .bind(permit.municipality().0).fetch_all(c).await)
    .map_err(doing("reading who gets mail"))?;
    let recipient = |(person, name, email, pages_in, weekly, before, language): Row| {
        let choices = choices::read((weekly, before, language))?;
        Ok(Recipient { person: person.into(), name, email, pages_in, choices })
    };
    rows.into_iter().map(recipient).collect()
}

/// The posts that everybody acts from on a day: positions held, and those stood in for. By person.
///
/// # Errors
/// A fault.
pub async fn posts_of_all(tx: &mut Tx, permit: &Permit, on: Date) -> Result<Vec<(PersonId, Post)>, Fault> {
    type Row = (Uuid, Uuid, Uuid, String, Option<Uuid>);
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "SELECT po.person_id AS actor_id, po.id, po.unit_id, po.role, po.person_id
         FROM position po
         WHERE po.municipality_id = $1 AND po.person_id IS NOT NULL AND po.valid_from <= $2 AND (po.valid_to IS NULL OR po.valid_to >= $2)
         UNION
         SELECT s.person_id, po.id, po.unit_id, po.role, po.person_id
         FROM stand_in s JOIN position po ON po.municipality_id = $1 AND po.id = s.position_id
         WHERE s.municipality_id = $1 AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $2)
           AND po.valid_from <= $2 AND (po.valid_to IS NULL OR po.valid_to >= $2)
         ORDER BY 1, 2")
        .bind(permit.municipality().0).bind(date(on)).fetch_all(c).await)
    .map_err(doing("reading everybody's posts"))?;
    let post = |(actor, position, unit, role, holder): Row| {
        let (actor, holder) = (PersonId(actor), holder.map(PersonId));
        let role = Role::parse(&role).ok_or_else(|| corrupt("reading everybody's posts", &role, "a role"))?;
        // As `orgs::posts` reads them: who stands in for a vacancy answers for it.
        let standing_in_for = if holder == Some(actor) { None } else { holder.or(Some(actor)) };
        Ok((actor, Post { position: position.into(), unit: unit.into(), role, standing_in_for }))
    };
    rows.into_iter().map(post).collect()
}

/// A unit with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitInTree {
    /// Which.
    pub id: UnitId,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Its level.
    pub level: Key,
}

/// Every unit there is and was.
///
/// # Errors
/// A fault.
pub async fn unit_tree(tx: &mut Tx, permit: &Permit) -> Result<Vec<UnitInTree>, Fault> {
    let rows: Vec<(Uuid, Option<Uuid>, String)> = on!(tx, c => sqlx::query_as(
        "SELECT id, parent_id, level FROM unit WHERE municipality_id = $1 ORDER BY id")
        .bind(permit.municipality().0).fetch_all(c).await)
    .map_err(doing("reading the tree of units"))?;
    let unit = |(id, parent, level): (Uuid, Option<Uuid>, String)| {
        let level = Key::parse(&level).ok_or_else(|| corrupt("reading the tree of units", &level, "a level's key"))?;
        Ok(UnitInTree { id: id.into(), parent: parent.map(UnitId), level })
    };
    rows.into_iter().map(unit).collect()
}
