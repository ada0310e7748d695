//! What groups said before an agreement was made, and the negotiation about its goals.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::agreements::{Counter, CounterState, Hearing, Proposal, Side};
use pejl_domain::models::Heard;
use pejl_kernel::{AgreementId, CounterId, Line, MunicipalityId, Prose};
use pejl_policy::Permit;
use serde::Serialize;
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, Ts, date};

const READING_HEARING: &str = "reading what a group said";
const READING: &str = "reading a counter-proposal";

/// What a group said, with who wrote it down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HearingRow {
    /// What was said.
    pub hearing: Hearing,
    /// Who wrote it down.
    pub by: String,
}

/// A counter-proposal with the names in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CounterRow {
    /// The counter-proposal.
    pub counter: Counter,
    /// Who proposed.
    pub by: String,
    /// Who answered.
    pub answered_by: Option<String>,
}

fn prose(text: &str, reading: &'static str) -> Result<Prose, Fault> {
    Prose::parse(text).map_err(|_| corrupt(reading, "a long text", "a text"))
}

/// Writes down what a group said.
///
/// # Errors
/// A fault.
pub async fn save_hearing(tx: &mut Tx, permit: &Permit, at: Timestamp, hearing: &Hearing, event: &Event) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO agreement_hearing (municipality_id, id, agreement_id, heard, spoke, text, by_id, given_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(permit.municipality().0).bind(hearing.id.0).bind(hearing.agreement.0).bind(hearing.group.as_str())
        .bind(hearing.from.as_str()).bind(hearing.text.as_str()).bind(hearing.by.0).bind(date(hearing.on))
        .execute(c).await.map(|_| ()))
    .map_err(doing("writing down what a group said"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Agreement, id: hearing.agreement.0 }, event).await
}

#[derive(sqlx::FromRow)]
struct HearingRead {
    id: Uuid,
    heard: String,
    spoke: String,
    text: String,
    by_id: Uuid,
    given_on: DbDate,
    by_name: String,
}

impl HearingRead {
    fn row(self, agreement: AgreementId) -> Result<HearingRow, Fault> {
        let group = Heard::parse(&self.heard).ok_or_else(|| corrupt(READING_HEARING, &self.heard, "a group"))?;
        Ok(HearingRow {
            hearing: Hearing {
                id: self.id.into(),
                agreement,
                group,
                from: Line::parse(&self.spoke).map_err(|_| corrupt(READING_HEARING, "a long text", "who spoke"))?,
                text: prose(&self.text, READING_HEARING)?,
                by: self.by_id.into(),
                on: self.given_on.to_jiff(),
            },
            by: self.by_name,
        })
    }
}

/// What groups said, oldest first, for the page: whether it is seen is asked before.
pub(super) async fn hearing_rows(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<HearingRow>, Fault> {
    let rows: Vec<HearingRead> = on!(tx, c => sqlx::query_as(
        "SELECT h.id, h.heard, h.spoke, h.text, h.by_id, h.given_on, n.name AS by_name
         FROM agreement_hearing h JOIN person n ON n.municipality_id = h.municipality_id AND n.id = h.by_id
         WHERE h.municipality_id = $1 AND h.agreement_id = $2 ORDER BY h.given_on, h.id")
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading what groups said about an agreement"))?;
    rows.into_iter().map(|row| row.row(id)).collect()
}

/// What groups said about an agreement, oldest first, for a deed.
///
/// # Errors
/// A fault.
pub async fn hearings(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<Hearing>, Fault> {
    Ok(hearing_rows(tx, municipality, id).await?.into_iter().map(|row| row.hearing).collect())
}

#[derive(sqlx::FromRow)]
struct CounterRead {
    id: Uuid,
    agreement_id: Uuid,
    goal_id: Uuid,
    side: String,
    by_id: Uuid,
    at: Ts,
    proposal: String,
    instead_of: String,
    because: String,
    state: String,
    answer: String,
    agreed: Option<String>,
    answered_by: Option<Uuid>,
    answered_at: Option<Ts>,
    version: i64,
    by_name: String,
    answered_name: Option<String>,
}

impl CounterRead {
    fn row(self) -> Result<CounterRow, Fault> {
        let state = CounterState::parse(&self.state).ok_or_else(|| corrupt(READING, &self.state, "a state"))?;
        let side = Side::parse(&self.side).ok_or_else(|| corrupt(READING, &self.side, "a side"))?;
        Ok(CounterRow {
            counter: Counter {
                id: self.id.into(),
                agreement: self.agreement_id.into(),
                goal: self.goal_id.into(),
                side,
                by: self.by_id.into(),
                at: self.at.0,
                proposal: proposal(&self.proposal)?,
                instead_of: proposal(&self.instead_of)?,
                because: prose(&self.because, READING)?,
                state,
                answer: prose(&self.answer, READING)?,
                agreed: self.agreed.as_deref().map(proposal).transpose()?,
                answered: self.answered_by.zip(self.answered_at).map(|(person, at)| (person.into(), at.0)),
                version: self.version,
            },
            by: self.by_name,
            answered_by: self.answered_name,
        })
    }
}

/// Reads what was proposed. People's words are kept out of the fault: it is logged.
fn proposal(text: &str) -> Result<Proposal, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what can be proposed"))
}

fn written(proposal: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(proposal).map_err(|e| doing("writing down a counter-proposal")(sqlx::Error::Encode(Box::new(e))))
}

/// The columns of a counter-proposal with its names.
macro_rules! counter_columns {
    () => {
        "SELECT t.id, t.agreement_id, t.goal_id, t.side, t.by_id, t.at, t.proposal, t.instead_of, t.because, t.state, t.answer,
            t.agreed, t.answered_by, t.answered_at, t.version, n.name AS by_name, w.name AS answered_name
         FROM agreement_counter t
         JOIN person n ON n.municipality_id = t.municipality_id AND n.id = t.by_id
         LEFT JOIN person w ON w.municipality_id = t.municipality_id AND w.id = t.answered_by "
    };
}

/// One counter-proposal, for a deed.
///
/// # Errors
/// Not found, or a fault.
pub async fn counter(tx: &mut Tx, municipality: MunicipalityId, id: CounterId) -> Result<Counter, Miss> {
    let row: Option<CounterRead> =
        on!(tx, c => sqlx::query_as(concat!(counter_columns!(), "WHERE t.municipality_id = $1 AND t.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
        .map_err(doing("loading a counter-proposal"))?;
    Ok(row.ok_or(Miss::NotFound)?.row()?.counter)
}

/// The counter-proposals of an agreement that nobody has answered, oldest first.
///
/// # Errors
/// A fault.
pub async fn open_counters(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<Counter>, Fault> {
    let rows: Vec<CounterRead> = on!(tx, c => sqlx::query_as(concat!(counter_columns!(),
        "WHERE t.municipality_id = $1 AND t.agreement_id = $2 AND t.state = 'open' ORDER BY t.at, t.id"))
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the open counter-proposals"))?;
    rows.into_iter().map(|row| Ok(row.row()?.counter)).collect()
}

/// The whole negotiation, oldest first, for the page: whether it is seen is asked before.
pub(super) async fn counter_rows(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<CounterRow>, Fault> {
    let rows: Vec<CounterRead> = on!(tx, c => sqlx::query_as(concat!(counter_columns!(),
        "WHERE t.municipality_id = $1 AND t.agreement_id = $2 ORDER BY t.at, t.id"))
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the negotiation about an agreement"))?;
    rows.into_iter().map(CounterRead::row).collect()
}

/// Saves a counter-proposal: version 0 is entered, any other must still stand as it was read. What was proposed, by whom and
/// why, never changes.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_counter(tx: &mut Tx, permit: &Permit, at: Timestamp, counter: &Counter, event: &Event) -> Result<(), Miss> {
    let agreed = counter.agreed.as_ref().map(written).transpose()?;
    let (answered_by, answered_at) = counter.answered.map_or((None, None), |(person, at)| (Some(person.0), Some(Ts(at))));
    let saved = if counter.version == 0 {
        let (proposal, instead_of) = (written(&counter.proposal)?, written(&counter.instead_of)?);
        on!(tx, c => sqlx::query(
            "INSERT INTO agreement_counter (municipality_id, id, agreement_id, goal_id, side, by_id, at, proposal, instead_of,
                because, state, answer, agreed, answered_by, answered_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)")
            .bind(permit.municipality().0).bind(counter.id.0).bind(counter.agreement.0).bind(counter.goal.0)
            .bind(counter.side.as_str()).bind(counter.by.0).bind(Ts(counter.at)).bind(&proposal).bind(&instead_of)
            .bind(counter.because.as_str()).bind(counter.state.as_str()).bind(counter.answer.as_str()).bind(&agreed)
            .bind(answered_by).bind(answered_at).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE agreement_counter SET state = $3, answer = $4, agreed = $5, answered_by = $6, answered_at = $7, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $8")
            .bind(permit.municipality().0).bind(counter.id.0).bind(counter.state.as_str()).bind(counter.answer.as_str())
            .bind(&agreed).bind(answered_by).bind(answered_at).bind(counter.version)
            .execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving a counter-proposal"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Agreement, id: counter.agreement.0 }, event).await?;
    Ok(())
}
