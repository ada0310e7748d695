//! Signatures: who signed which text for which unit. A signature is on a seal; on another text it is none.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::agreements::{Side, Signature};
use pejl_kernel::{AgreementId, MunicipalityId, PersonId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::sight::{agreement_seen, posts, sees_draft};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::Ts;

/// A signature with the names in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignatureRow {
    /// The signature.
    pub signature: Signature,
    /// The unit it is for.
    pub unit: UnitMention,
    /// Who signed.
    pub person: String,
    /// In whose place.
    pub standing_in_for: Option<String>,
}

/// Signs.
///
/// # Errors
/// Stale where the unit has signed that text already; or a fault.
pub async fn save_signature(tx: &mut Tx, permit: &Permit, at: Timestamp, signature: &Signature, event: &Event) -> Result<(), Miss> {
    let signed = on!(tx, c => sqlx::query(
        "INSERT INTO agreement_signature (municipality_id, agreement_id, seal, unit_id, side, person_id, standing_in_for, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality_id, agreement_id, seal, unit_id) DO NOTHING")
        .bind(permit.municipality().0).bind(signature.agreement.0).bind(&signature.seal).bind(signature.unit.0)
        .bind(signature.side.as_str()).bind(signature.person.0).bind(signature.standing_in_for.map(|p| p.0))
        .bind(Ts(signature.at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("signing an agreement"))?;
    if signed == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Agreement, id: signature.agreement.0 }, event).await?;
    Ok(())
}

/// The units that have signed the text with this seal.
///
/// # Errors
/// A fault.
pub async fn signed_units(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId, seal: &str) -> Result<Vec<UnitId>, Fault> {
    let units: Vec<Uuid> = on!(tx, c => sqlx::query_scalar(
        "SELECT unit_id FROM agreement_signature WHERE municipality_id = $1 AND agreement_id = $2 AND seal = $3 ORDER BY at, unit_id")
        .bind(municipality.0).bind(id.0).bind(seal).fetch_all(c).await)
    .map_err(doing("reading who has signed"))?;
    Ok(units.into_iter().map(UnitId).collect())
}

#[derive(sqlx::FromRow)]
struct Row {
    seal: String,
    side: String,
    unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    person_id: Uuid,
    person_name: String,
    standing_in_for: Option<Uuid>,
    standing_in_name: Option<String>,
    at: Ts,
}

impl Row {
    fn signature(self, agreement: AgreementId) -> Result<SignatureRow, Fault> {
        let side = Side::parse(&self.side).ok_or_else(|| corrupt("reading a signature", &self.side, "a side"))?;
        Ok(SignatureRow {
            signature: Signature {
                agreement,
                seal: self.seal,
                side,
                unit: self.unit_id.into(),
                person: self.person_id.into(),
                standing_in_for: self.standing_in_for.map(PersonId),
                at: self.at.0,
            },
            unit: UnitMention::new(self.unit_id, self.unit_serial, self.unit_name),
            person: self.person_name,
            standing_in_for: self.standing_in_name,
        })
    }
}

/// Every signature on any text of an agreement, oldest first; those on a text that never was in force only to those who see
/// the draft.
/// Empty where the agreement is not seen.
///
/// # Errors
/// A fault.
pub async fn signatures(tx: &mut Tx, sight: &Sight, id: AgreementId) -> Result<Vec<SignatureRow>, Fault> {
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT s.seal, s.side, s.unit_id, u.serial AS unit_serial, u.name AS unit_name, s.person_id, n.name AS person_name,
            s.standing_in_for, i.name AS standing_in_name, s.at
         FROM agreement_signature s
         JOIN agreement a ON a.municipality_id = s.municipality_id AND a.id = s.agreement_id
         JOIN unit u ON u.municipality_id = s.municipality_id AND u.id = s.unit_id
         JOIN person n ON n.municipality_id = s.municipality_id AND n.id = s.person_id
         LEFT JOIN person i ON i.municipality_id = s.municipality_id AND i.id = s.standing_in_for
         WHERE s.municipality_id = $1 AND s.agreement_id = $5 AND ", agreement_seen!(), " AND (", sees_draft!(), " OR s.seal IN (
            SELECT ed.seal FROM agreement_edition ed WHERE ed.municipality_id = $1 AND ed.agreement_id = $5))
         ORDER BY s.at, s.side DESC, u.name COLLATE da, u.id")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the signatures on an agreement"))?;
    rows.into_iter().map(|row| row.signature(id)).collect()
}
