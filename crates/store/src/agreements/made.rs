//! The agreements that a step of the wheel makes.

use pejl_domain::models::Key;
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use serde_json::json;
use sqlx::types::Json;

use super::mention::{AgreementMention, AgreementMentionRow, agreement_mention_columns, principal, with_agents};
use super::sight::{agreement_seen, posts, shown_state};
use crate::chain::mention::whole;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};

/// Agreements that a step makes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MadeIn {
    /// The first of them, by number.
    pub some: Vec<AgreementMention>,
    /// How many the reader sees in all.
    pub total: usize,
    /// How many of these have been approved.
    pub approved: usize,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    agreement: AgreementMentionRow,
    total: i64,
    approved: i64,
}

/// The agreements of these kinds that run from the year that a step makes them for, and those of a whole term that run from the
/// year of the step itself; only those of a party, where one is named; not those withdrawn, and as far as the reader sees them.
/// Two statements.
///
/// # Errors
/// A fault.
pub async fn made_in(
    tx: &mut Tx,
    sight: &Sight,
    kinds: &[Key],
    (of, runs_from): (i16, i16),
    party: Option<UnitId>,
    most: i64,
) -> Result<MadeIn, Fault> {
    if kinds.is_empty() {
        return Ok(MadeIn::default());
    }
    let sql = [
        posts!(),
        "SELECT count(*) OVER () AS total, count(*) FILTER (WHERE a.edition > 0) OVER () AS approved, ",
        agreement_mention_columns!(),
        " FROM agreement a ",
        principal!(),
        " WHERE a.municipality_id = $1 AND (a.from_year = $7 OR (a.from_year = $6 AND a.to_year >= $6 + 3)) AND a.kind IN (SELECT r.value ->> 0 FROM rows_of($5) r)
            AND ($9 IS NULL OR a.principal_id = $9 OR EXISTS (
                SELECT 1 FROM agreement_agent g WHERE g.municipality_id = $1 AND g.agreement_id = a.id AND g.unit_id = $9)) AND ",
        agreement_seen!(),
        " AND ",
        shown_state!(),
        " <> 'withdrawn' ORDER BY a.serial LIMIT $8",
    ]
    .concat();
    let sql = spoken(tx.engine(), &sql);
    let kinds = Json(kinds.iter().map(|kind| json!([kind.as_str()])).collect::<serde_json::Value>());
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(kinds).bind(i64::from(of)).bind(i64::from(runs_from)).bind(most).bind(party.map(|unit| unit.0)).fetch_all(c).await)
    .map_err(doing("listing the agreements of a step"))?;
    let (total, approved) = rows.first().map_or((0, 0), |row| (whole(row.total), whole(row.approved)));
    let some = with_agents(tx, sight.municipality(), rows.into_iter().map(|row| row.agreement).collect()).await?;
    Ok(MadeIn { some, total, approved })
}
