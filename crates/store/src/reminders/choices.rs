//! What somebody chose. One's own and nobody else's business, so no line in the trail.

use pejl_domain::reminders::{Choices, DaysBefore, DigestDay, MailLanguage};
use pejl_kernel::{MunicipalityId, PersonId};
use pejl_policy::Permit;

use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};

const READING: &str = "reading what reminders somebody chose";

/// What somebody chose, with its version: 0 where they never did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// What.
    pub choices: Choices,
    /// Optimistic lock; counted up by each save.
    pub version: i64,
}

/// The columns of a choice as they come; all `None` where there is no row.
pub(super) type Cells = (Option<String>, Option<i64>, Option<String>);

/// What the columns say; the default where there is no row.
pub(super) fn read((weekly, before, language): Cells) -> Result<Choices, Fault> {
    let Some(language) = language else { return Ok(Choices::default()) };
    let day = |text: String| DigestDay::parse(&text).ok_or_else(|| corrupt(READING, text, "a day of the week"));
    let days = |days: i64| {
        let fits = u8::try_from(days).ok().and_then(|days| DaysBefore::new(days).ok());
        fits.ok_or_else(|| corrupt(READING, days.to_string(), "a number of days"))
    };
    Ok(Choices {
        weekly: weekly.map(day).transpose()?,
        before: before.map(days).transpose()?,
        language: MailLanguage::parse(&language).ok_or_else(|| corrupt(READING, language, "a language"))?,
    })
}

/// What a person chose, or the default.
///
/// # Errors
/// A fault.
pub async fn choices(tx: &mut Tx, municipality: MunicipalityId, person: PersonId) -> Result<Chosen, Fault> {
    let row: Option<(Option<String>, Option<i64>, String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT weekly, days_before, language, version FROM reminder_choice WHERE municipality_id = $1 AND person_id = $2")
        .bind(municipality.0).bind(person.0).fetch_optional(c).await)
    .map_err(doing(READING))?;
    let Some((weekly, before, language, version)) = row else { return Ok(Chosen { choices: Choices::default(), version: 0 }) };
    Ok(Chosen { choices: read((weekly, before, Some(language)))?, version })
}

/// Saves what a person chose, on the version it was chosen on.
///
/// # Errors
/// Stale where it was changed in the meantime, or a fault.
pub async fn save_choices(tx: &mut Tx, permit: &Permit, person: PersonId, chosen: Chosen) -> Result<(), Miss> {
    let Chosen { choices, version } = chosen;
    let saved = on!(tx, c => sqlx::query(
        "INSERT INTO reminder_choice (municipality_id, person_id, weekly, days_before, language, version)
         VALUES ($1, $2, $3, $4, $5, $6 + 1)
         ON CONFLICT (municipality_id, person_id) DO UPDATE
         SET weekly = excluded.weekly, days_before = excluded.days_before, language = excluded.language, version = excluded.version
         WHERE reminder_choice.version = $6")
        .bind(permit.municipality().0).bind(person.0).bind(choices.weekly.map(DigestDay::as_str))
        .bind(choices.before.map(|before| i64::from(before.days()))).bind(choices.language.as_str()).bind(version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving what reminders somebody chose"))?;
    if saved == 0 { Err(Miss::Stale) } else { Ok(()) }
}
