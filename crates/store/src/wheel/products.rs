//! What a step has come to that no other subject lists by itself: the decisions of its bodies within its days, with what they
//! adopted.

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use uuid::Uuid;

use crate::chain::mention::{Mention, MentionRow, mention_columns, owner};
use crate::chain::{DecisionRead, DecisionRow, decision_columns};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::date;

/// A decision with what it adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecidedRow {
    /// The decision.
    pub decision: DecisionRow,
    /// The elements it put in force, by number; the first of them.
    pub adopted: Vec<Mention>,
}

/// The most decisions of one step.
const DECISIONS: i64 = 20;
/// The most elements they adopted.
const ELEMENTS: i64 = 60;

#[derive(sqlx::FromRow)]
struct AdoptedRow {
    #[sqlx(flatten)]
    element: MentionRow,
    decision_id: Uuid,
}

/// The decisions that bodies of a level, or one of them, made within some days; what is in force everybody sees. Two
/// statements.
///
/// # Errors
/// A fault.
pub async fn decided(
    tx: &mut Tx,
    sight: &Sight,
    level: &Key,
    body: Option<UnitId>,
    (from, to): (Date, Date),
) -> Result<Vec<DecidedRow>, Fault> {
    let decisions: Vec<DecisionRead> = on!(tx, c => sqlx::query_as(concat!(decision_columns!(),
        "WHERE d.municipality_id = $1 AND d.level = $2 AND d.decided_on >= $3 AND d.decided_on <= $4 AND ($5 IS NULL OR d.body_id = $5)
         ORDER BY d.decided_on, d.case_number, d.id LIMIT $6"))
        .bind(sight.municipality().0).bind(level.as_str()).bind(date(from)).bind(date(to)).bind(body.map(|b| b.0))
        .bind(DECISIONS).fetch_all(c).await)
    .map_err(doing("listing the decisions of a step"))?;
    let adopted: Vec<AdoptedRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT e.decision_id, ", mention_columns!(), " FROM element e ", owner!(), "
         JOIN decision d ON d.municipality_id = e.municipality_id AND d.id = e.decision_id
         WHERE e.municipality_id = $1 AND e.state IN ('adopted', 'closed') AND d.level = $2 AND d.decided_on >= $3 AND d.decided_on <= $4
           AND ($5 IS NULL OR d.body_id = $5)
         ORDER BY e.year, e.serial, e.id LIMIT $6"))
        .bind(sight.municipality().0).bind(level.as_str()).bind(date(from)).bind(date(to)).bind(body.map(|b| b.0))
        .bind(ELEMENTS).fetch_all(c).await)
    .map_err(doing("listing what the decisions of a step adopted"))?;
    let mut rows = Vec::with_capacity(decisions.len());
    for read in decisions {
        rows.push(DecidedRow { decision: read.decision()?, adopted: Vec::new() });
    }
    for row in adopted {
        if let Some(decided) = rows.iter_mut().find(|d| d.decision.decision.id.0 == row.decision_id) {
            decided.adopted.push(row.element.mention()?);
        }
    }
    Ok(rows)
}
