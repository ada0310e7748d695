//! The lists of agreements: filtered, by the page, with what each still lacks.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pejl_domain::agreements::AgreementState;
use pejl_domain::models::Key;
use pejl_kernel::{Number, NumberPrefix, UnitId};
use pejl_policy::Sight;
use serde_json::{Value, json};
use sqlx::types::Json;

use super::meant::{Meant, kind_rows};
use super::mention::{AgreementMention, AgreementMentionRow, agents_of, agreement_mention_columns, principal, state};
use super::missing::{
    Missing, lacks_answer, lacks_approval, lacks_goals, lacks_hearing, lacks_signature, lacks_theme, signed, signed_in_force,
    signers,
};
use super::sight::{agreement_seen, posts, sees_draft, shown_state};
use crate::chain::mention::{key, whole};
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::typed::{folded, small};

/// Which agreements a list shows. The default shows none: set `most`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AgreementAsk {
    /// What the model means: what is missing is measured by it.
    pub meant: Meant,
    /// Only this kind.
    pub kind: Option<Key>,
    /// Only these states, as the reader sees them; empty for all but withdrawn.
    pub states: Vec<AgreementState>,
    /// Only those that run in this year.
    pub year: Option<i16>,
    /// Only those with this unit, or one below it, as agent or principal.
    pub within: Option<Within>,
    /// Only those with this number, or with this in the name of a party.
    pub text: String,
    /// Only those that lack this.
    pub missing: Option<Missing>,
    /// Pass over so many.
    pub skip: i64,
    /// Show so many.
    pub most: i64,
}

/// Whose agreements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Within {
    /// Those in which the unit itself is a party.
    Unit(UnitId),
    /// Those in which the unit or any below it is.
    Below(UnitId),
}

/// One row of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementRow {
    /// The agreement.
    pub agreement: AgreementMention,
    /// How many goals stand in it, as the reader sees it.
    pub goals: usize,
    /// How many counter-proposals wait for an answer.
    pub open_counters: usize,
    /// How many of its parties have signed the text that is submitted or in force.
    pub signed: usize,
    /// How many parties there are: the principal and every agent.
    pub signers: usize,
    /// What it lacks.
    pub missing: Vec<Missing>,
    /// The day by which it should be approved, where the model says one.
    pub due: Option<Date>,
    /// Whether the next edition is being written, and the reader sees it.
    pub is_amended: bool,
    /// Its version: for a deed on several at once.
    pub version: i64,
}

/// How many agreements of a kind are in a state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementCount {
    /// The kind.
    pub kind: Key,
    /// The state, as the reader sees it.
    pub state: AgreementState,
    /// How many.
    pub count: usize,
}

/// What the conditions look in; follows `posts!()`. `$5` are the kinds, `$6` the groups that are heard, `$7` the themes, `$8`
/// the unit.
const GROUND: &str = concat!(
    posts!(),
    kind_rows!(),
    ", hears(kind, heard) AS (
        SELECT r.value ->> 0, r.value ->> 1 FROM rows_of($6) r
     ), theme(theme, kind, from_year, to_year) AS (
        SELECT r.value ->> 0, r.value ->> 1, CAST(r.value ->> 2 AS BIGINT), CAST(r.value ->> 3 AS BIGINT) FROM rows_of($7) r
     ), beneath(unit_id) AS (
        SELECT b.id FROM unit b WHERE b.municipality_id = $1 AND b.id = $8
        UNION
        SELECT b.id FROM unit b JOIN beneath n ON b.parent_id = n.unit_id WHERE b.municipality_id = $1 AND $9
     ) "
);

/// The conditions that are asked for; what is not costs nothing.
fn conditions(ask: &AgreementAsk) -> String {
    let within = " AND (a.principal_id IN (SELECT n.unit_id FROM beneath n) OR EXISTS (
            SELECT 1 FROM agreement_agent g
            WHERE g.municipality_id = $1 AND g.agreement_id = a.id AND g.unit_id IN (SELECT n.unit_id FROM beneath n)))";
    let text = concat!(
        " AND (a.year || '-' || a.serial = $14 OR ",
        small!("p.name"),
        " LIKE '%' || $13 || '%' ESCAPE '\\' OR EXISTS (
            SELECT 1 FROM agreement_agent g JOIN unit u ON u.municipality_id = $1 AND u.id = g.unit_id
            WHERE g.municipality_id = $1 AND g.agreement_id = a.id AND ",
        small!("u.name"),
        " LIKE '%' || $13 || '%' ESCAPE '\\'))"
    );
    let missing = ask.missing.map(|missing| format!(" AND {} AND {}", sees_draft!(), missing.condition()));
    [
        if ask.within.is_some() { within } else { "" },
        if ask.text.trim().is_empty() { "" } else { text },
        missing.as_deref().unwrap_or_default(),
    ]
    .concat()
}

/// The number typed, as the query puts one together; empty where none was.
fn typed_number(text: &str) -> String {
    let number = text.parse().ok().filter(|n: &Number| n.prefix == NumberPrefix::A);
    number.map(|n| format!("{}-{}", n.year, n.serial)).unwrap_or_default()
}

fn state_rows(states: &[AgreementState]) -> Json<Value> {
    let all = || AgreementState::ALL.iter().filter(|s| **s != AgreementState::Withdrawn).copied().collect();
    let shown: Vec<AgreementState> = if states.is_empty() { all() } else { states.to_vec() };
    Json(shown.iter().map(|s| json!([s.as_str()])).collect())
}

#[derive(sqlx::FromRow)]
struct RowRead {
    total: i64,
    version: i64,
    row_state: String,
    sees_draft: bool,
    goals: i64,
    open_counters: i64,
    signed: i64,
    signers: i64,
    lacks_hearing: bool,
    lacks_theme: bool,
    lacks_goals: bool,
    lacks_signature: bool,
    lacks_answer: bool,
    lacks_approval: bool,
    #[sqlx(flatten)]
    agreement: AgreementMentionRow,
}

impl RowRead {
    /// What it lacks is between the parties: who does not see the draft sees what is in force, and that lacks nothing.
    fn missing(&self) -> Vec<Missing> {
        let lacks =
            [self.lacks_hearing, self.lacks_theme, self.lacks_goals, self.lacks_signature, self.lacks_answer, self.lacks_approval];
        Missing::ALL.into_iter().zip(lacks).filter(|(_, lacks)| *lacks && self.sees_draft).map(|(missing, _)| missing).collect()
    }
}

/// The agreements asked for, kind by kind as the model has them, the newest years first, then by the first agent's name; and
/// how many there are in all. Two statements.
///
/// # Errors
/// A fault.
pub async fn agreements(tx: &mut Tx, sight: &Sight, ask: &AgreementAsk) -> Result<(Vec<AgreementRow>, usize), Fault> {
    let sql = [
        GROUND,
        ", found(id, place, total) AS (
            SELECT f.id, f.place, f.total FROM (
                SELECT a.id, count(*) OVER () AS total, row_number() OVER (
                    ORDER BY CASE WHEN k.place IS NULL THEN 1 ELSE 0 END, k.place, a.kind, a.from_year DESC, a.to_year,
                        first.name COLLATE da, a.year, a.serial) AS place
                FROM agreement a ",
        principal!(),
        " LEFT JOIN meant k ON k.kind = a.kind
                LEFT JOIN agreement_agent o ON o.municipality_id = a.municipality_id AND o.agreement_id = a.id AND o.place = 0
                LEFT JOIN unit first ON first.municipality_id = o.municipality_id AND first.id = o.unit_id
                WHERE a.municipality_id = $1 AND (CAST($10 AS TEXT) IS NULL OR a.kind = $10)
                  AND (CAST($11 AS BIGINT) IS NULL OR (a.from_year <= $11 AND a.to_year >= $11))
                  AND ",
        agreement_seen!(),
        " AND ",
        shown_state!(),
        " IN (SELECT r.value ->> 0 FROM rows_of($12) r)",
        &conditions(ask),
        "
            ) f WHERE f.place > $15 AND f.place <= $15 + $16
         )
         SELECT f.total, a.version, a.state AS row_state, ",
        sees_draft!(),
        " AS sees_draft,
            (SELECT count(*) FROM agreement_goal g WHERE g.municipality_id = $1 AND g.agreement_id = a.id
                AND CASE WHEN ",
        sees_draft!(),
        " THEN g.written ELSE g.in_force END) AS goals,
            (SELECT count(*) FROM agreement_counter t WHERE t.municipality_id = $1 AND t.agreement_id = a.id AND t.state = 'open')
                AS open_counters, CASE WHEN ",
        sees_draft!(),
        " THEN ",
        signed!(),
        " ELSE ",
        signed_in_force!(),
        " END AS signed, ",
        signers!(),
        " AS signers, ",
        lacks_hearing!(),
        " AS lacks_hearing, ",
        lacks_theme!(),
        " AS lacks_theme, ",
        lacks_goals!(),
        " AS lacks_goals, ",
        lacks_signature!(),
        " AS lacks_signature, ",
        lacks_answer!(),
        " AS lacks_answer, ",
        lacks_approval!(),
        " AS lacks_approval, ",
        agreement_mention_columns!(),
        "
         FROM found f CROSS JOIN agreement a ",
        principal!(),
        " LEFT JOIN meant k ON k.kind = a.kind
         WHERE a.municipality_id = $1 AND a.id = f.id ORDER BY f.place",
    ]
    .concat();
    let (unit, and_below) = match ask.within {
        None => (None, false),
        Some(Within::Unit(unit)) => (Some(unit.0), false),
        Some(Within::Below(unit)) => (Some(unit.0), true),
    };
    let sql = spoken(tx.engine(), &sql);
    let rows: Vec<RowRead> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(ask.meant.kind_rows(sight.on())).bind(ask.meant.heard_rows()).bind(ask.meant.theme_rows()).bind(unit)
        .bind(and_below).bind(ask.kind.as_ref().map(Key::as_str)).bind(ask.year.map(i64::from)).bind(state_rows(&ask.states))
        .bind(folded(&ask.text)).bind(typed_number(&ask.text)).bind(ask.skip).bind(ask.most).fetch_all(c).await)
    .map_err(doing("listing agreements"))?;
    let agents = agents_of(tx, sight.municipality(), rows.iter().map(|row| row.agreement.id())).await?;
    let total = rows.first().map_or(0, |row| whole(row.total));
    let rows = rows.into_iter().map(|row| {
        let missing = row.missing();
        let row_state = state(&row.row_state)?;
        let agreement = row.agreement.mention(&agents)?;
        let is_amended = row.sees_draft && agreement.edition > 0 && is_on_the_way(row_state);
        Ok(AgreementRow {
            goals: whole(row.goals),
            open_counters: if row.sees_draft { whole(row.open_counters) } else { 0 },
            signed: whole(row.signed),
            signers: whole(row.signers),
            missing,
            due: ask.meant.made_by(&agreement.kind, agreement.period.from),
            is_amended,
            version: row.version,
            agreement,
        })
    });
    Ok((rows.collect::<Result<_, Fault>>()?, total))
}

const fn is_on_the_way(state: AgreementState) -> bool {
    match state {
        AgreementState::Draft
        | AgreementState::Hearing
        | AgreementState::Dialogue
        | AgreementState::Submitted
        | AgreementState::Returned => true,
        AgreementState::Approved | AgreementState::Reported | AgreementState::Closed | AgreementState::Withdrawn => false,
    }
}

/// How many agreements of each kind are in each state, those that run in a year or all; kinds by their keys, states in the
/// order in which an agreement passes through them.
///
/// # Errors
/// A fault.
pub async fn agreement_counts(tx: &mut Tx, sight: &Sight, year: Option<i16>) -> Result<Vec<AgreementCount>, Fault> {
    let rows: Vec<(String, String, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT n.kind, n.state, count(*) FROM (
            SELECT a.kind, ", shown_state!(), " AS state FROM agreement a
            WHERE a.municipality_id = $1 AND (CAST($5 AS BIGINT) IS NULL OR (a.from_year <= $5 AND a.to_year >= $5)) AND ",
            agreement_seen!(), "
         ) n GROUP BY n.kind, n.state")))
        .bind(year.map(i64::from)).fetch_all(c).await)
    .map_err(doing("counting agreements"))?;
    let counted = |(kind, at, count): (String, String, i64)| {
        Ok(AgreementCount { kind: key(&kind)?, state: state(&at)?, count: whole(count) })
    };
    let mut counts = rows.into_iter().map(counted).collect::<Result<Vec<_>, Fault>>()?;
    counts.sort_by(|a, b| (&a.kind, a.state).cmp(&(&b.kind, b.state)));
    Ok(counts)
}

/// Every year in which an agreement that is seen runs, newest first.
///
/// # Errors
/// A fault.
pub async fn agreement_years(tx: &mut Tx, sight: &Sight) -> Result<Vec<i16>, Fault> {
    let rows: Vec<(i64, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT DISTINCT a.from_year, a.to_year FROM agreement a
         WHERE a.municipality_id = $1 AND a.state <> 'withdrawn' AND ", agreement_seen!())))
        .fetch_all(c).await)
    .map_err(doing("listing the years of agreements"))?;
    let years: BTreeSet<i64> = rows.into_iter().flat_map(|(from, to)| from..=to.min(from.saturating_add(50))).collect();
    Ok(years.into_iter().rev().filter_map(|year| i16::try_from(year).ok()).collect())
}
