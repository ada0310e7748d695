//! One case: loaded whole, saved whole.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::cases::{Access, Adopts, Bar, Case, CaseState, Disqualified, Outcome, Part, Resolution};
use pejl_kernel::{AgreementId, CaseId, ElementId, MunicipalityId, Number, NumberPrefix, PersonId, Prose};
use pejl_policy::{Permit, Sight};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use super::sight::{case_seen, posts};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::{self, spoken};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::value::maybe_date;

const READING: &str = "reading a case";

/// The columns of a case; it is called `k`.
macro_rules! case_columns {
    () => {
        "k.id, k.year, k.serial, k.body_id, k.unit_id, k.state, k.content, k.corrects_id, k.decision_id, k.outcome, k.decided,
            k.note, k.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    year: i64,
    serial: i64,
    body_id: Uuid,
    unit_id: Uuid,
    state: String,
    content: String,
    corrects_id: Option<Uuid>,
    decision_id: Option<Uuid>,
    outcome: Option<String>,
    decided: String,
    note: String,
    version: i64,
}

impl Row {
    fn case(self, adopts: Vec<Adopts>, disqualified: Vec<Disqualified>) -> Result<Case, Fault> {
        let text = |text: &str| Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "what was decided"));
        let outcome = self.outcome.as_deref().map(outcome).transpose()?;
        let resolution = match self.decision_id.zip(outcome) {
            Some((decision, outcome)) => Some(Resolution { decision: decision.into(), outcome, text: text(&self.decided)? }),
            None => None,
        };
        Ok(Case {
            id: self.id.into(),
            number: number(self.year, self.serial)?,
            body: self.body_id.into(),
            unit: self.unit_id.into(),
            state: state(&self.state)?,
            content: serde_json::from_str(&self.content).map_err(|e| corrupt(READING, e.to_string(), "what people wrote"))?,
            adopts,
            disqualified,
            corrects: self.corrects_id.map(CaseId),
            resolution,
            note: text(&self.note)?,
            version: self.version,
        })
    }
}

pub(super) fn number(year: i64, serial: i64) -> Result<Number, Fault> {
    let unknown = || corrupt(READING, format!("{year}-{serial}"), "a number");
    Ok(Number {
        prefix: NumberPrefix::S,
        year: i16::try_from(year).map_err(|_| unknown())?,
        serial: u32::try_from(serial).map_err(|_| unknown())?,
    })
}

pub(super) fn state(text: &str) -> Result<CaseState, Fault> {
    CaseState::parse(text).ok_or_else(|| corrupt(READING, text, "a state"))
}

pub(super) fn outcome(text: &str) -> Result<Outcome, Fault> {
    Outcome::parse(text).ok_or_else(|| corrupt(READING, text, "what came of it"))
}

/// One case, where it is seen. Three statements.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn case_seen(tx: &mut Tx, sight: &Sight, id: CaseId) -> Result<Case, Miss> {
    let row: Option<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT ", case_columns!(), " FROM agenda_case k WHERE k.municipality_id = $1 AND k.id = $5 AND ", case_seen!())))
        .bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a case"))?;
    whole(tx, sight.municipality(), row).await
}

/// The case people call by this number, where it is seen. Three statements.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn case_by_number(tx: &mut Tx, sight: &Sight, number: Number) -> Result<Case, Miss> {
    let row: Option<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT ", case_columns!(), " FROM agenda_case k
         WHERE k.municipality_id = $1 AND k.year = $5 AND k.serial = $6 AND ", case_seen!())))
        .bind(i64::from(number.year)).bind(i64::from(number.serial)).fetch_optional(c).await)
    .map_err(doing("loading a case by its number"))?;
    whole(tx, sight.municipality(), row.filter(|_| number.prefix == NumberPrefix::S)).await
}

async fn whole(tx: &mut Tx, municipality: MunicipalityId, row: Option<Row>) -> Result<Case, Miss> {
    let row = row.ok_or(Miss::NotFound)?;
    let adopted: Vec<(Option<Uuid>, Option<Uuid>)> = on!(tx, c => sqlx::query_as(
        "SELECT element_id, agreement_id FROM agenda_case_adopts WHERE municipality_id = $1 AND case_id = $2 ORDER BY place")
        .bind(municipality.0).bind(row.id).fetch_all(c).await)
    .map_err(doing("reading what a case adopts"))?;
    let disqualified: Vec<(Uuid, String)> = on!(tx, c => sqlx::query_as(
        "SELECT person_id, reason FROM agenda_case_disqualified WHERE municipality_id = $1 AND case_id = $2 ORDER BY place")
        .bind(municipality.0).bind(row.id).fetch_all(c).await)
    .map_err(doing("reading who takes no part in a case"))?;
    let disqualified = disqualified.into_iter().map(|(person, reason)| {
        let reason = Prose::parse(&reason).map_err(|_| corrupt(READING, "a long text", "a reason"))?;
        Ok(Disqualified { person: PersonId(person), reason })
    });
    let disqualified = disqualified.collect::<Result<_, Fault>>()?;
    Ok(row.case(adopted.into_iter().filter_map(|(element, agreement)| adopts(element, agreement)).collect(), disqualified)?)
}

/// What a person keeps out of for now: all that the open cases name from which they are disqualified. One statement.
///
/// # Errors
/// A fault.
pub async fn bars(tx: &mut Tx, municipality: MunicipalityId, person: PersonId) -> Result<Vec<Bar>, Fault> {
    let rows: Vec<(Option<Uuid>, Option<Uuid>, i64, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT o.element_id, o.agreement_id, k.year, k.serial
         FROM agenda_case_disqualified q
         JOIN agenda_case k ON k.municipality_id = $1 AND k.id = q.case_id AND k.state IN ('draft', 'ready')
         JOIN agenda_case_adopts o ON o.municipality_id = $1 AND o.case_id = k.id
         WHERE q.municipality_id = $1 AND q.person_id = $2 ORDER BY k.year, k.serial, o.place")
        .bind(municipality.0).bind(person.0).fetch_all(c).await)
    .map_err(doing("reading what somebody is disqualified from"))?;
    let bar = |(element, agreement, year, serial)| Ok(adopts(element, agreement).zip(Some(number(year, serial)?)));
    let bars = rows.into_iter().map(bar).collect::<Result<Vec<_>, Fault>>()?;
    Ok(bars.into_iter().flatten().map(|(thing, case)| Bar { thing, case }).collect())
}

fn adopts(element: Option<Uuid>, agreement: Option<Uuid>) -> Option<Adopts> {
    let element = element.map(|id| Adopts::Element(ElementId(id)));
    element.or_else(|| agreement.map(|id| Adopts::Agreement(AgreementId(id))))
}

/// The next number of a year. What has been given out is never given out again. Waits for its turn to write.
///
/// # Errors
/// A fault.
pub async fn next_case_number(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Number, Fault> {
    dialect::queue_writers(tx, municipality).await?;
    let next = crate::next_number(tx, municipality, &format!("{}-{year}", NumberPrefix::S.letters())).await?;
    let serial = u32::try_from(next).map_err(|_| corrupt("giving out a number", next.to_string(), "a serial number"))?;
    Ok(Number { prefix: NumberPrefix::S, year, serial })
}

/// Saves a case: version 0 is entered, any other must still stand as it was read. The line stands in its own history.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_case(tx: &mut Tx, permit: &Permit, at: Timestamp, case: &Case, event: &Event) -> Result<(), Miss> {
    let municipality = permit.municipality();
    if case.version == 0 {
        enter(tx, municipality, case).await?;
    } else if renew(tx, municipality, case).await? == 0 {
        return Err(Miss::Stale);
    }
    save_adopted(tx, municipality, case).await?;
    save_disqualified(tx, municipality, case).await?;
    let (title, body) = searched(case);
    search::index(tx, municipality, SubjectKind::Case, case.id.0, (&title, &body)).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Case, id: case.id.0 }, event).await?;
    Ok(())
}

fn written(case: &Case) -> Result<String, Fault> {
    serde_json::to_string(&case.content).map_err(|e| doing("writing down a case")(sqlx::Error::Encode(Box::new(e))))
}

fn decided(case: &Case) -> (Option<Uuid>, Option<&'static str>, &str) {
    match &case.resolution {
        Some(one) => (Some(one.decision.0), Some(one.outcome.as_str()), one.text.as_str()),
        None => (None, None, ""),
    }
}

const fn is_closed(case: &Case) -> bool {
    match case.content.access {
        Access::Closed { .. } => true,
        Access::Open => false,
    }
}

async fn enter(tx: &mut Tx, municipality: MunicipalityId, case: &Case) -> Result<(), Fault> {
    let (content, of, (decision, outcome, text)) = (written(case)?, &case.content, decided(case));
    on!(tx, c => sqlx::query(
        "INSERT INTO agenda_case (municipality_id, id, year, serial, body_id, unit_id, state, title, kind, is_closed, meeting_on, item,
            content, corrects_id, decision_id, outcome, decided, note, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)")
        .bind(municipality.0).bind(case.id.0).bind(i64::from(case.number.year)).bind(i64::from(case.number.serial))
        .bind(case.body.0).bind(case.unit.0).bind(case.state.as_str()).bind(of.title.as_str()).bind(of.kind.as_str())
        .bind(is_closed(case)).bind(maybe_date(of.meeting)).bind(of.item.map(i64::from)).bind(&content)
        .bind(case.corrects.map(|id| id.0)).bind(decision).bind(outcome).bind(text).bind(case.note.as_str())
        .execute(c).await.map(|_| ()))
    .map_err(doing("entering a case"))
}

/// Number, body and what it corrects never change.
async fn renew(tx: &mut Tx, municipality: MunicipalityId, case: &Case) -> Result<u64, Fault> {
    let (content, of, (decision, outcome, text)) = (written(case)?, &case.content, decided(case));
    on!(tx, c => sqlx::query(
        "UPDATE agenda_case SET unit_id = $3, state = $4, title = $5, kind = $6, is_closed = $7, meeting_on = $8, item = $9,
            content = $10, decision_id = $11, outcome = $12, decided = $13, note = $14, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $15")
        .bind(municipality.0).bind(case.id.0).bind(case.unit.0).bind(case.state.as_str()).bind(of.title.as_str())
        .bind(of.kind.as_str()).bind(is_closed(case)).bind(maybe_date(of.meeting)).bind(of.item.map(i64::from)).bind(&content)
        .bind(decision).bind(outcome).bind(text).bind(case.note.as_str()).bind(case.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a case"))
}

/// Two statements however much it is.
async fn save_adopted(tx: &mut Tx, municipality: MunicipalityId, case: &Case) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM agenda_case_adopts WHERE municipality_id = $1 AND case_id = $2")
        .bind(municipality.0).bind(case.id.0).execute(c).await.map(|_| ()))
    .map_err(doing("forgetting what a case adopted"))?;
    let rows = case.adopts.iter().enumerate().map(|(place, one)| match one {
        Adopts::Element(id) => json!([place, id.0.simple().to_string(), null]),
        Adopts::Agreement(id) => json!([place, null, id.0.simple().to_string()]),
    });
    let rows: Json<serde_json::Value> = Json(rows.collect());
    let sql = spoken(
        tx.engine(),
        "INSERT INTO agenda_case_adopts (municipality_id, case_id, place, element_id, agreement_id)
         SELECT $1, $2, CAST(r.value ->> 0 AS BIGINT), id_of(r.value ->> 1), id_of(r.value ->> 2) FROM rows_of($3) r",
    );
    on!(tx, c => sqlx::query(sql).bind(municipality.0).bind(case.id.0).bind(rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving what a case adopts"))
}

async fn save_disqualified(tx: &mut Tx, municipality: MunicipalityId, case: &Case) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("DELETE FROM agenda_case_disqualified WHERE municipality_id = $1 AND case_id = $2")
        .bind(municipality.0).bind(case.id.0).execute(c).await.map(|_| ()))
    .map_err(doing("forgetting who took no part in a case"))?;
    let rows = case.disqualified.iter().enumerate();
    let rows = rows.map(|(place, one)| json!([place, one.person.0.simple().to_string(), one.reason.as_str()]));
    let rows: Json<serde_json::Value> = Json(rows.collect());
    let sql = spoken(
        tx.engine(),
        "INSERT INTO agenda_case_disqualified (municipality_id, case_id, place, person_id, reason)
         SELECT $1, $2, CAST(r.value ->> 0 AS BIGINT), id_of(r.value ->> 1), r.value ->> 2 FROM rows_of($3) r",
    );
    on!(tx, c => sqlx::query(sql).bind(municipality.0).bind(case.id.0).bind(rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving who takes no part in a case"))
}

/// What search finds a case by: number and title, and everything that is written in it. Whether the finder sees it is asked
/// where it is shown.
fn searched(case: &Case) -> (String, String) {
    let of = &case.content;
    let mut words: Vec<&str> = of.sections.iter().filter(|s| s.part != Part::Attachments).map(|s| s.text.as_str()).collect();
    words.extend(of.recommendation.iter().map(|point| point.as_str()));
    words.extend(of.attachments.iter().map(|one| one.title.as_str()));
    words.extend(of.own_number.iter().map(|number| number.as_str()));
    words.extend(case.resolution.iter().map(|one| one.text.as_str()));
    words.retain(|text| !text.is_empty());
    (format!("{} {}", case.number, of.title), words.join("\n"))
}
