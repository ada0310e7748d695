//! What a case's page shows around what people wrote in it: names, what the body adopts, what corrects what.

use jiff::civil::Date;
use pejl_domain::cases::{Adopts, Case};
use pejl_kernel::{AgreementId, PersonId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::list::{CaseRow, case_mentions, corrections_of};
use crate::agreements::{AgreementMention, agreement_mentions};
use crate::chain::mention::{MentionRow, mention_columns, owner};
use crate::chain::sight::{mine, seen, seen_by};
use crate::chain::{Mention, UnitMention};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};
use crate::value::{DbDate, date, id_rows};

/// What stands around a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Around {
    /// The body that decides.
    pub body: UnitMention,
    /// The unit that prepares it.
    pub unit: UnitMention,
    /// The elements the body adopts by it, those that are seen.
    pub elements: Vec<Mention>,
    /// The agreements the body approves by it, those that are seen.
    pub agreements: Vec<AgreementMention>,
    /// Those who take no part in it, in the case's order.
    pub disqualified: Vec<DisqualifiedRow>,
    /// The day it was decided, and the case number the decision stands under.
    pub decided: Option<(Date, String)>,
    /// The case it corrects, where that is seen.
    pub corrects: Option<CaseRow>,
    /// The cases that correct it, newest first.
    pub corrections: Vec<CaseRow>,
}

/// Somebody who takes no part, with a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DisqualifiedRow {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Their post in the body that day; empty where they have none.
    pub title: String,
    /// Why.
    pub reason: String,
}

#[derive(sqlx::FromRow)]
struct Frame {
    body_id: Uuid,
    body_serial: i64,
    body_name: String,
    unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    decided_on: Option<DbDate>,
    case_number: Option<String>,
}

/// What stands around a case that is seen. Seven statements however much there is.
///
/// # Errors
/// Not found where the case is gone; or a fault.
pub async fn around(tx: &mut Tx, sight: &Sight, case: &Case) -> Result<Around, Miss> {
    let frame: Option<Frame> = on!(tx, c => sqlx::query_as(
        "SELECT b.id AS body_id, b.serial AS body_serial, b.name AS body_name, u.id AS unit_id, u.serial AS unit_serial,
            u.name AS unit_name, d.decided_on, d.case_number
         FROM agenda_case k
         JOIN unit b ON b.municipality_id = $1 AND b.id = k.body_id
         JOIN unit u ON u.municipality_id = $1 AND u.id = k.unit_id
         LEFT JOIN decision d ON d.municipality_id = $1 AND d.id = k.decision_id
         WHERE k.municipality_id = $1 AND k.id = $2")
        .bind(sight.municipality().0).bind(case.id.0).fetch_optional(c).await)
    .map_err(doing("reading what stands around a case"))?;
    let frame = frame.ok_or(Miss::NotFound)?;
    let agreements: Vec<AgreementId> = case
        .adopts
        .iter()
        .filter_map(|one| match one {
            Adopts::Agreement(id) => Some(*id),
            Adopts::Element(_) => None,
        })
        .collect();
    let corrected: Vec<_> = case.corrects.into_iter().collect();
    Ok(Around {
        body: UnitMention::new(frame.body_id, frame.body_serial, frame.body_name),
        unit: UnitMention::new(frame.unit_id, frame.unit_serial, frame.unit_name),
        elements: elements(tx, sight, case).await?,
        agreements: agreement_mentions(tx, sight, &agreements).await?,
        disqualified: disqualified(tx, sight, case).await?,
        decided: frame.decided_on.map(DbDate::to_jiff).zip(frame.case_number),
        corrects: case_mentions(tx, sight, &corrected).await?.pop(),
        corrections: corrections_of(tx, sight, case.id).await?,
    })
}

async fn elements(tx: &mut Tx, sight: &Sight, case: &Case) -> Result<Vec<Mention>, Fault> {
    let ids = case.adopts.iter().filter_map(|one| match one {
        Adopts::Element(id) => Some(id.0),
        Adopts::Agreement(_) => None,
    });
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            "SELECT ",
            mention_columns!(),
            " FROM rows_of($5) r CROSS JOIN element e ",
            owner!(),
            " WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0) AND ",
            seen!(),
            " ORDER BY CAST(r.value ->> 1 AS BIGINT)"
        ),
    );
    let rows: Vec<MentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql)).bind(id_rows(ids)).fetch_all(c).await)
        .map_err(doing("reading the elements a body adopts"))?;
    rows.into_iter().map(MentionRow::mention).collect()
}

async fn disqualified(tx: &mut Tx, sight: &Sight, case: &Case) -> Result<Vec<DisqualifiedRow>, Fault> {
    let rows: Vec<(Uuid, String, Option<String>, String)> = on!(tx, c => sqlx::query_as(
        "SELECT q.person_id, p.name, min(po.title), q.reason
         FROM agenda_case_disqualified q
         JOIN person p ON p.municipality_id = $1 AND p.id = q.person_id
         LEFT JOIN position po ON po.municipality_id = $1 AND po.person_id = q.person_id AND po.unit_id = $3
            AND po.valid_from <= $4 AND (po.valid_to IS NULL OR po.valid_to >= $4)
         WHERE q.municipality_id = $1 AND q.case_id = $2
         GROUP BY q.person_id, p.name, q.reason, q.place ORDER BY q.place")
        .bind(sight.municipality().0).bind(case.id.0).bind(case.body.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading who takes no part in a case"))?;
    let row = |(person, name, title, reason): (Uuid, String, Option<String>, String)| DisqualifiedRow {
        person: PersonId(person),
        name,
        title: title.unwrap_or_default(),
        reason,
    };
    Ok(rows.into_iter().map(row).collect())
}
