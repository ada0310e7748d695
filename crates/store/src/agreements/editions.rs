//! Editions: what was agreed each time an agreement was approved, frozen (H9).

use jiff::Timestamp;
use pejl_domain::agreements::{Agreement, AgreementContent};
use pejl_kernel::{AgreementId, DecisionId, MunicipalityId, Prose};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::agreement::{FrozenText, content, prose, written};
use super::mention::edition;
use super::sight::{agreement_seen, posts};
use crate::chain::sight::seen_by;
use crate::chain::{DecisionRead, DecisionRow, decision_columns};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};
use crate::value::Ts;

/// What was agreed from one approval to the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementEdition {
    /// 1 for the first.
    pub edition: u32,
    /// What was written.
    pub content: AgreementContent,
    /// The text that was signed.
    pub frozen: FrozenText,
    /// Why it was amended; empty for the first.
    pub reason: Prose,
    /// The decision it rests on; `None` where a manager approved it.
    pub decision: Option<DecisionRow>,
    /// When it came into force.
    pub at: Timestamp,
}

/// An edition in a list: without its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditionRow {
    /// 1 for the first.
    pub edition: u32,
    /// The seal of its text.
    pub seal: String,
    /// Why it was amended; empty for the first.
    pub reason: Prose,
    /// The decision it rests on; `None` where a manager approved it.
    pub decision: Option<DecisionRow>,
    /// When it came into force.
    pub at: Timestamp,
}

/// Keeps what was approved as its edition. Called with the save of the deed that approved it, which writes the line in the
/// history.
///
/// # Errors
/// A fault, also where that edition is kept already.
pub async fn save_agreement_edition(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    agreement: &Agreement,
    frozen: &FrozenText,
    reason: &Prose,
) -> Result<(), Fault> {
    let content = written(&agreement.content)?;
    on!(tx, c => sqlx::query(
        "INSERT INTO agreement_edition (municipality_id, agreement_id, edition, content, frozen, seal, reason, decision_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(permit.municipality().0).bind(agreement.id.0).bind(i64::from(agreement.edition)).bind(&content)
        .bind(&frozen.body).bind(&frozen.seal).bind(reason.as_str()).bind(agreement.decision.map(|d| d.0)).bind(Ts(at))
        .execute(c).await.map(|_| ()))
    .map_err(doing("keeping an edition of an agreement"))
}

#[derive(sqlx::FromRow)]
struct Row {
    edition: i64,
    content: String,
    frozen: String,
    seal: String,
    reason: String,
    decision_id: Option<Uuid>,
    at: Ts,
}

impl Row {
    fn edition(self, decisions: &[DecisionRow]) -> Result<AgreementEdition, Fault> {
        Ok(AgreementEdition {
            edition: edition(self.edition)?,
            content: content(&self.content)?,
            frozen: FrozenText { body: self.frozen, seal: self.seal },
            reason: prose(&self.reason, "a reason")?,
            decision: behind(decisions, self.decision_id),
            at: self.at.0,
        })
    }
}

fn behind(decisions: &[DecisionRow], id: Option<Uuid>) -> Option<DecisionRow> {
    id.and_then(|id| decisions.iter().find(|d| d.decision.id == DecisionId(id)).cloned())
}

/// The decisions that the editions of an agreement rest on.
async fn decisions_behind(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<DecisionRow>, Fault> {
    let rows: Vec<DecisionRead> = on!(tx, c => sqlx::query_as(concat!(decision_columns!(),
        "WHERE d.municipality_id = $1 AND d.id IN (
            SELECT ed.decision_id FROM agreement_edition ed WHERE ed.municipality_id = $1 AND ed.agreement_id = $2)"))
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the decisions behind an agreement"))?;
    rows.into_iter().map(DecisionRead::decision).collect()
}

/// The editions of an agreement, newest first. Empty where it has none, or is not seen.
///
/// # Errors
/// A fault.
pub async fn agreement_editions(tx: &mut Tx, sight: &Sight, id: AgreementId) -> Result<Vec<AgreementEdition>, Fault> {
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT d.edition, d.content, d.frozen, d.seal, d.reason, d.decision_id, d.at
         FROM agreement_edition d JOIN agreement a ON a.municipality_id = d.municipality_id AND a.id = d.agreement_id
         WHERE d.municipality_id = $1 AND d.agreement_id = $5 AND ", agreement_seen!(), "
         ORDER BY d.edition DESC")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("listing the editions of an agreement"))?;
    let decisions = decisions_behind(tx, sight.municipality(), id).await?;
    rows.into_iter().map(|row| row.edition(&decisions)).collect()
}

/// One edition, for a deed or a comparison: whether the agreement is seen is asked before.
///
/// # Errors
/// Not found, or a fault.
pub async fn agreement_edition(
    tx: &mut Tx,
    municipality: MunicipalityId,
    id: AgreementId,
    edition: u32,
) -> Result<AgreementEdition, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(
        "SELECT edition, content, frozen, seal, reason, decision_id, at FROM agreement_edition
         WHERE municipality_id = $1 AND agreement_id = $2 AND edition = $3")
        .bind(municipality.0).bind(id.0).bind(i64::from(edition)).fetch_optional(c).await)
    .map_err(doing("loading an edition of an agreement"))?;
    let row = row.ok_or(Miss::NotFound)?;
    let decisions = decisions_behind(tx, municipality, id).await?;
    Ok(row.edition(&decisions)?)
}

/// The editions of an agreement without their texts, newest first, for its page. Two statements.
pub(super) async fn edition_rows(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId) -> Result<Vec<EditionRow>, Fault> {
    let rows: Vec<(i64, String, String, Option<Uuid>, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT edition, seal, reason, decision_id, at FROM agreement_edition
         WHERE municipality_id = $1 AND agreement_id = $2 ORDER BY edition DESC")
        .bind(municipality.0).bind(id.0).fetch_all(c).await)
    .map_err(doing("listing the editions of an agreement"))?;
    let decisions = decisions_behind(tx, municipality, id).await?;
    rows.into_iter()
        .map(|(number, seal, reason, decision, at)| {
            let (edition, reason) = (edition(number)?, prose(&reason, "a reason")?);
            Ok(EditionRow { edition, seal, reason, decision: behind(&decisions, decision), at: at.0 })
        })
        .collect()
}
