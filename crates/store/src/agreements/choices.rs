//! What an agreement's editor may choose among: the goals and actions of its parties, and what was put before its agents.

use jiff::civil::Date;
use pejl_kernel::UnitId;
use pejl_policy::Sight;

use crate::chain::Mention;
use crate::chain::mention::{MentionRow, mention_columns, owner};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, id_rows};

/// A goal or an action that could stand in an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The goal or action.
    pub element: Mention,
    /// Why it is offered. What an agent owns and was put before another is the agent's.
    pub of: ChoiceOf,
    /// When it shall be met or done.
    pub due: Option<Date>,
}

/// Why a goal or an action is offered, in the order they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChoiceOf {
    /// An agent owns it.
    Agent,
    /// It was put before an agent.
    PutBefore,
    /// The principal owns it.
    Principal,
}

impl ChoiceOf {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Agent, Self::PutBefore, Self::Principal];

    /// As the catalogues' keys end.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::PutBefore => "put-before",
            Self::Principal => "principal",
        }
    }
}

#[derive(sqlx::FromRow)]
struct ChoiceRow {
    what: i64,
    due_on: Option<DbDate>,
    #[sqlx(flatten)]
    element: MentionRow,
}

/// The live goals and actions that could stand in an agreement between these units, each once; at most two thousand.
///
/// # Errors
/// A fault.
pub async fn choices(tx: &mut Tx, sight: &Sight, agents: &[UnitId], principal: UnitId) -> Result<Vec<Choice>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            ", agent(unit_id) AS (
            SELECT id_of(r.value ->> 0) FROM rows_of($5) r
         ), offered(what, id) AS (
            SELECT 0, e.id FROM agent g CROSS JOIN element e WHERE e.municipality_id = $1 AND e.owner_id = g.unit_id
            UNION ALL
            SELECT 1, st.element_id FROM agent g CROSS JOIN stance st WHERE st.municipality_id = $1 AND st.unit_id = g.unit_id
            UNION ALL
            SELECT 2, e.id FROM element e WHERE e.municipality_id = $1 AND e.owner_id = $6
         )
         SELECT CAST(o.what AS BIGINT) AS what, e.due_on, ",
            mention_columns!(),
            "
         FROM (SELECT f.id, min(f.what) AS what FROM offered f GROUP BY f.id) o CROSS JOIN element e ",
            owner!(),
            "
         WHERE e.municipality_id = $1 AND e.id = o.id AND e.kind IN ('goal', 'action')
           AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            seen!(),
            "
         ORDER BY o.what, e.kind DESC, e.prefix, e.year, e.serial LIMIT 2000"
        ),
    );
    let rows: Vec<ChoiceRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(agents.iter().map(|unit| unit.0))).bind(principal.0).fetch_all(c).await)
    .map_err(doing("reading what could stand in an agreement"))?;
    rows.into_iter()
        .map(|row| {
            let of = usize::try_from(row.what).ok().and_then(|at| ChoiceOf::ALL.get(at).copied());
            let of = of.ok_or_else(|| corrupt("reading what could stand in an agreement", row.what.to_string(), "a reason"))?;
            Ok(Choice { element: row.element.mention()?, of, due: row.due_on.map(DbDate::to_jiff) })
        })
        .collect()
}
