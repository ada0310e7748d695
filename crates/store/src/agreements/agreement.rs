//! Agreements: loaded whole, saved whole.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState};
use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, DecisionId, MunicipalityId, Number, NumberPrefix, Prose, UnitId, Years};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::mention::{edition, number, state, years};
use super::readout;
use super::sight::{agreement_seen, posts, sees_draft};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::mention::key;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::{self, spoken};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::id_rows;

const READING: &str = "reading an agreement";

/// The text that is signed, and its seal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FrozenText {
    /// The canonical JSON, byte for byte what the seal is taken over.
    pub body: String,
    /// SHA-256, 64 hexadecimal digits.
    pub seal: String,
}

/// An agreement as its row has it, and whether this reader may read what is being written in it. Who may not reads the
/// edition in force instead, see `AgreementPage`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenAgreement {
    /// The agreement; its content is the working copy.
    pub agreement: Agreement,
    /// Whether the working copy may be shown.
    pub sees_draft: bool,
}

/// Another agreement that stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overlap {
    /// The agreement.
    pub id: AgreementId,
    /// Its number.
    pub number: Number,
    /// The years it runs.
    pub period: Years,
    /// The agent both have.
    pub agent: UnitId,
    /// The agent's name.
    pub agent_name: String,
}

/// The columns an agreement is made of, but for its agents; the table is called `a`.
macro_rules! agreement_columns {
    () => {
        "a.id, a.year, a.serial, a.kind, a.principal_id, a.from_year, a.to_year, a.state, a.edition, a.decision_id, a.note,
            a.amending, a.report, a.predecessor_id, a.content, a.version"
    };
}
pub(super) use agreement_columns;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    year: i64,
    serial: i64,
    kind: String,
    principal_id: Uuid,
    from_year: i64,
    to_year: i64,
    state: String,
    edition: i64,
    decision_id: Option<Uuid>,
    note: String,
    amending: String,
    report: String,
    predecessor_id: Option<Uuid>,
    content: String,
    version: i64,
}

impl Row {
    pub(super) fn id(&self) -> AgreementId {
        self.id.into()
    }

    pub(super) fn agreement(self, agents: Vec<UnitId>) -> Result<Agreement, Fault> {
        Ok(Agreement {
            id: self.id.into(),
            number: number(self.year, self.serial)?,
            kind: key(&self.kind)?,
            principal: self.principal_id.into(),
            agents,
            period: years(self.from_year, self.to_year)?,
            state: state(&self.state)?,
            content: content(&self.content)?,
            edition: edition(self.edition)?,
            decision: self.decision_id.map(DecisionId),
            note: prose(&self.note, "a note")?,
            amending: prose(&self.amending, "a reason")?,
            report: prose(&self.report, "a report")?,
            predecessor: self.predecessor_id.map(AgreementId),
            version: self.version,
        })
    }
}

pub(super) fn prose(text: &str, expected: &'static str) -> Result<Prose, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", expected))
}

/// Reads what people wrote. Their words are kept out of the fault: it is logged.
pub(super) fn content(text: &str) -> Result<AgreementContent, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what people write in an agreement"))
}

/// Writes down what people wrote.
pub(super) fn written(content: &AgreementContent) -> Result<String, Fault> {
    serde_json::to_string(content).map_err(|e| doing("writing down an agreement")(sqlx::Error::Encode(Box::new(e))))
}

/// The agents of each row, in one statement.
async fn whole(tx: &mut Tx, municipality: MunicipalityId, rows: Vec<Row>) -> Result<Vec<Agreement>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT g.agreement_id, g.unit_id FROM rows_of($2) r CROSS JOIN agreement_agent g
         WHERE g.municipality_id = $1 AND g.agreement_id = id_of(r.value ->> 0) ORDER BY g.place",
    );
    let agents: Vec<(Uuid, Uuid)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(rows.iter().map(|row| row.id))).fetch_all(c).await)
    .map_err(doing("loading the agents of an agreement"))?;
    let of = |id: Uuid| agents.iter().filter(|(agreement, _)| *agreement == id).map(|(_, unit)| UnitId(*unit)).collect();
    rows.into_iter()
        .map(|row| {
            let agents = of(row.id);
            row.agreement(agents)
        })
        .collect()
}

async fn one(tx: &mut Tx, municipality: MunicipalityId, row: Option<Row>) -> Result<Agreement, Miss> {
    let mut found = whole(tx, municipality, row.into_iter().collect()).await?;
    found.pop().ok_or(Miss::NotFound)
}

/// One agreement, for a deed: the sight is asked where it is shown.
///
/// # Errors
/// Not found, or a fault.
pub async fn agreement(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Agreement, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", agreement_columns!(), " FROM agreement a WHERE a.municipality_id = $1 AND a.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an agreement"))?;
    one(tx, municipality, row).await
}

/// One agreement, if this actor may see it: where a deed begins, so that nobody learns of a draft by trying to change it. It
/// is the row itself: what is being written in an amendment stands in it, also for those who may not read that.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn agreement_seen(tx: &mut Tx, sight: &Sight, id: AgreementId) -> Result<Agreement, Miss> {
    let row: Option<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_columns!(), " FROM agreement a WHERE a.municipality_id = $1 AND a.id = $5 AND ", agreement_seen!())))
        .bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an agreement"))?;
    one(tx, sight.municipality(), row).await
}

#[derive(sqlx::FromRow)]
struct SeenRow {
    #[sqlx(flatten)]
    row: Row,
    sees_draft: bool,
}

/// The agreement people call by this number. Another kind of number is not found.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn agreement_by_number(tx: &mut Tx, sight: &Sight, number: Number) -> Result<SeenAgreement, Miss> {
    let row: Option<SeenRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_columns!(), ", ", sees_draft!(), " AS sees_draft FROM agreement a
         WHERE a.municipality_id = $1 AND a.year = $5 AND a.serial = $6 AND $7 AND ", agreement_seen!())))
        .bind(i64::from(number.year)).bind(i64::from(number.serial)).bind(number.prefix == NumberPrefix::A)
        .fetch_optional(c).await)
    .map_err(doing("loading an agreement by its number"))?;
    let sees_draft = row.as_ref().is_some_and(|seen| seen.sees_draft);
    Ok(SeenAgreement { agreement: one(tx, sight.municipality(), row.map(|seen| seen.row)).await?, sees_draft })
}

/// The agreements of a unit, as agent or principal, that are neither closed nor withdrawn: what must be handed over before the
/// unit closes. By number.
///
/// # Errors
/// A fault.
pub async fn live_agreements_of_unit(tx: &mut Tx, municipality: MunicipalityId, unit: UnitId) -> Result<Vec<Agreement>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", agreement_columns!(), " FROM agreement a
         WHERE a.municipality_id = $1 AND a.state NOT IN ('closed', 'withdrawn')
           AND (a.principal_id = $2 OR a.id IN (
                SELECT g.agreement_id FROM agreement_agent g WHERE g.municipality_id = $1 AND g.unit_id = $2))
         ORDER BY a.year, a.serial"))
        .bind(municipality.0).bind(unit.0).fetch_all(c).await)
    .map_err(doing("loading a unit's agreements"))?;
    whole(tx, municipality, rows).await
}

/// The next number of a year. What has been given out is never given out again. Waits for its turn to write.
///
/// # Errors
/// A fault.
pub async fn next_agreement_number(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Number, Fault> {
    let prefix = NumberPrefix::A;
    dialect::queue_writers(tx, municipality).await?;
    let next = crate::next_number(tx, municipality, &format!("{}-{year}", prefix.letters())).await?;
    let serial = u32::try_from(next).map_err(|_| corrupt("giving out a number", next.to_string(), "a serial number"))?;
    Ok(Number { prefix, year, serial })
}

/// The open agreements of a kind that one of these agents has in any of these years: neither closed nor withdrawn, and not
/// `but`. By number.
///
/// # Errors
/// A fault.
pub async fn overlapping(
    tx: &mut Tx,
    municipality: MunicipalityId,
    kind: &Key,
    agents: &[UnitId],
    period: Years,
    but: Option<AgreementId>,
) -> Result<Vec<Overlap>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT a.id, a.year, a.serial, a.from_year, a.to_year, u.id, u.name
         FROM rows_of($2) r CROSS JOIN agreement_agent g CROSS JOIN agreement a CROSS JOIN unit u
         WHERE g.municipality_id = $1 AND g.unit_id = id_of(r.value ->> 0) AND a.municipality_id = $1 AND a.id = g.agreement_id
           AND u.municipality_id = $1 AND u.id = g.unit_id AND a.kind = $3 AND a.from_year <= $5 AND a.to_year >= $4
           AND a.state NOT IN ('closed', 'withdrawn') AND ($6 IS NULL OR a.id <> $6)
         ORDER BY a.year, a.serial, g.place",
    );
    let rows: Vec<(Uuid, i64, i64, i64, i64, Uuid, String)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(agents.iter().map(|unit| unit.0))).bind(kind.as_str()).bind(i64::from(period.from))
        .bind(i64::from(period.to)).bind(but.map(|id| id.0)).fetch_all(c).await)
    .map_err(doing("looking for agreements of the same years"))?;
    rows.into_iter()
        .map(|(id, year, serial, from, to, agent, agent_name)| {
            let (number, period) = (number(year, serial)?, years(from, to)?);
            Ok(Overlap { id: id.into(), number, period, agent: agent.into(), agent_name })
        })
        .collect()
}

/// The text that is submitted, or in force while nothing is being written; `None` where there is none.
///
/// # Errors
/// A fault.
pub async fn frozen_text(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Option<FrozenText>, Fault> {
    let row: Option<(String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT frozen, seal FROM agreement WHERE municipality_id = $1 AND id = $2 AND seal <> ''")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading the text of an agreement"))?;
    Ok(row.map(|(body, seal)| FrozenText { body, seal }))
}

/// Whether an agreement in this state has a text that is sealed.
const fn is_sealed(state: AgreementState) -> bool {
    match state {
        AgreementState::Submitted | AgreementState::Approved | AgreementState::Reported | AgreementState::Closed => true,
        AgreementState::Draft
        | AgreementState::Hearing
        | AgreementState::Dialogue
        | AgreementState::Returned
        | AgreementState::Withdrawn => false,
    }
}

/// Saves an agreement: version 0 is entered, any other must still stand as it was read. `frozen` is the text it is sealed with
/// from now on; without one, the text it has is kept where its state is a sealed one, and dropped in every other.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_agreement(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    agreement: &Agreement,
    frozen: Option<&FrozenText>,
    event: &Event,
) -> Result<(), Miss> {
    if agreement.version == 0 {
        enter(tx, permit, agreement, frozen).await?;
    } else {
        renew(tx, permit, agreement, frozen).await?;
    }
    readout::save(tx, permit, agreement).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Agreement, id: agreement.id.0 }, event).await?;
    Ok(())
}

async fn enter(tx: &mut Tx, permit: &Permit, agreement: &Agreement, frozen: Option<&FrozenText>) -> Result<(), Fault> {
    let content = written(&agreement.content)?;
    let (body, seal) = frozen.map_or(("", ""), |text| (text.body.as_str(), text.seal.as_str()));
    on!(tx, c => sqlx::query(
        "INSERT INTO agreement (municipality_id, id, year, serial, kind, principal_id, from_year, to_year, state, edition,
            decision_id, note, amending, report, predecessor_id, content, frozen, seal, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)")
        .bind(permit.municipality().0).bind(agreement.id.0).bind(i64::from(agreement.number.year))
        .bind(i64::from(agreement.number.serial)).bind(agreement.kind.as_str()).bind(agreement.principal.0)
        .bind(i64::from(agreement.period.from)).bind(i64::from(agreement.period.to)).bind(agreement.state.as_str())
        .bind(i64::from(agreement.edition)).bind(agreement.decision.map(|d| d.0)).bind(agreement.note.as_str())
        .bind(agreement.amending.as_str()).bind(agreement.report.as_str()).bind(agreement.predecessor.map(|a| a.0))
        .bind(&content).bind(body).bind(seal).execute(c).await.map(|_| ()))
    .map_err(doing("entering an agreement"))
}

/// Kind, number and predecessor never change.
async fn renew(tx: &mut Tx, permit: &Permit, agreement: &Agreement, frozen: Option<&FrozenText>) -> Result<(), Miss> {
    let content = written(&agreement.content)?;
    let (body, seal) = frozen.map_or(("", ""), |text| (text.body.as_str(), text.seal.as_str()));
    let keeps = frozen.is_none() && is_sealed(agreement.state);
    let saved = on!(tx, c => sqlx::query(
        "UPDATE agreement SET principal_id = $3, from_year = $4, to_year = $5, state = $6, edition = $7, decision_id = $8,
            note = $9, amending = $10, report = $11, content = $12, frozen = CASE WHEN $13 THEN frozen ELSE $14 END,
            seal = CASE WHEN $13 THEN seal ELSE $15 END, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $16")
        .bind(permit.municipality().0).bind(agreement.id.0).bind(agreement.principal.0)
        .bind(i64::from(agreement.period.from)).bind(i64::from(agreement.period.to)).bind(agreement.state.as_str())
        .bind(i64::from(agreement.edition)).bind(agreement.decision.map(|d| d.0)).bind(agreement.note.as_str())
        .bind(agreement.amending.as_str()).bind(agreement.report.as_str()).bind(&content).bind(keeps).bind(body).bind(seal)
        .bind(agreement.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving an agreement"))?;
    if saved == 0 { Err(Miss::Stale) } else { Ok(()) }
}
