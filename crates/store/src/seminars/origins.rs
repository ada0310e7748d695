//! Across seminars and the chain: where an element came from, and which goals of route B wait for a policy.

use pejl_kernel::{ElementId, MunicipalityId};
use pejl_policy::Sight;

use super::read::{small, unknown, year};
use crate::chain::Mention;
use crate::chain::mention::{MentionRow, mention_columns, owner};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::id_rows;

/// What a seminar has to do with an element.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OriginPart {
    /// It is what was proposed.
    Proposed,
    /// It is a goal by route B of what was proposed.
    Goal,
    /// It is a policy that was asked for.
    Commissioned,
    /// It is a policy that was asked for because of what was proposed.
    Served,
    /// It is a goal that a policy was asked to take in.
    TakenIn,
    /// It was in force, and stood.
    Kept,
    /// It was in force, and was to be worded anew.
    Reworded,
    /// It was in force, and was to end.
    Ended,
}

impl OriginPart {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Proposed, "proposed"),
        (Self::Goal, "goal"),
        (Self::Commissioned, "commissioned"),
        (Self::Served, "served"),
        (Self::TakenIn, "taken-in"),
        (Self::Kept, "keep"),
        (Self::Reworded, "reword"),
        (Self::Ended, "end"),
    ];

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, spelled)| *spelled == text).map(|(part, _)| *part)
    }
}

/// One thing that a concluded seminar has to do with an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// What.
    pub part: OriginPart,
    /// The seminar's year.
    pub year: i16,
    /// The proposal's or the commission's number in the seminar, and 0 where it is neither.
    pub serial: u32,
    /// What was proposed or asked for; empty where it is neither.
    pub title: String,
    /// The unit it came from; empty where it is no proposal.
    pub unit: String,
    /// Whether it was merged into what became the element.
    pub is_merged: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    part: String,
    year: i64,
    serial: i64,
    title: String,
    unit: String,
    is_merged: bool,
}

/// What concluded seminars have to do with an element, in their order. One statement. Everybody sees it who sees the element.
///
/// # Errors
/// A fault.
pub async fn origins(tx: &mut Tx, municipality: MunicipalityId, element: ElementId) -> Result<Vec<Origin>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "WITH origin(part, proposal_id) AS (
            SELECT 'proposed', p.id FROM seminar_proposal p WHERE p.municipality_id = $1 AND p.made_id = $2
            UNION ALL
            SELECT 'goal', p.id FROM seminar_proposal p WHERE p.municipality_id = $1 AND p.goal_id = $2
            UNION ALL
            SELECT 'served', l.proposal_id
            FROM seminar_commission m JOIN seminar_link l ON l.municipality_id = $1 AND l.commission_id = m.id AND l.kind = 'proposal'
            WHERE m.municipality_id = $1 AND m.policy_id = $2
         )
         SELECT o.part, s.year, p.serial, p.title, u.name AS unit, p.id <> o.proposal_id AS is_merged
         FROM origin o
         JOIN seminar_proposal p ON p.municipality_id = $1 AND (p.id = o.proposal_id OR p.into_id = o.proposal_id)
         JOIN seminar s ON s.municipality_id = $1 AND s.id = p.seminar_id AND s.state = 'concluded'
         JOIN unit u ON u.municipality_id = $1 AND u.id = p.unit_id
         UNION ALL
         SELECT 'commissioned', s.year, m.serial, m.title, '', (1 = 0)
         FROM seminar_commission m JOIN seminar s ON s.municipality_id = $1 AND s.id = m.seminar_id AND s.state = 'concluded'
         WHERE m.municipality_id = $1 AND m.policy_id = $2
         UNION ALL
         SELECT 'taken-in', s.year, m.serial, m.title, '', (1 = 0)
         FROM seminar_link l
         JOIN seminar_commission m ON m.municipality_id = $1 AND m.id = l.commission_id
         JOIN seminar s ON s.municipality_id = $1 AND s.id = m.seminar_id AND s.state = 'concluded'
         WHERE l.municipality_id = $1 AND l.element_id = $2 AND l.kind = 'goal'
         UNION ALL
         SELECT t.verdict, s.year, 0, '', '', (1 = 0)
         FROM seminar_standing t JOIN seminar s ON s.municipality_id = $1 AND s.id = t.seminar_id AND s.state = 'concluded'
         WHERE t.municipality_id = $1 AND t.element_id = $2
         ORDER BY 2, 1, 6, 3")
        .bind(municipality.0).bind(element.0).fetch_all(c).await)
    .map_err(doing("reading where an element came from"))?;
    rows.into_iter()
        .map(|r| {
            Ok(Origin {
                part: OriginPart::parse(&r.part).ok_or_else(|| unknown(&r.part, "what a seminar has to do with an element"))?,
                year: year(r.year)?,
                serial: small(r.serial)?,
                title: r.title,
                unit: r.unit,
                is_merged: r.is_merged,
            })
        })
        .collect()
}

/// A goal of route B that is kept to be taken into a policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingGoal {
    /// The goal.
    pub goal: Mention,
    /// The year of the seminar it came from.
    pub year: i16,
    /// Whether a concluded seminar has asked a policy to take it in.
    pub is_taken_in: bool,
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    #[sqlx(flatten)]
    goal: MentionRow,
    seminar_year: i64,
    is_taken_in: bool,
}

/// The goals that seminars before a year made by route B and that are still live, by number.
///
/// # Errors
/// A fault.
pub async fn waiting_goals(tx: &mut Tx, sight: &Sight, before: i16) -> Result<Vec<WaitingGoal>, Fault> {
    let rows: Vec<WaitingRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT ", mention_columns!(), ", s.year AS seminar_year, EXISTS (
            SELECT 1 FROM seminar_link l
            JOIN seminar_commission m ON m.municipality_id = $1 AND m.id = l.commission_id
            JOIN seminar a ON a.municipality_id = $1 AND a.id = m.seminar_id AND a.state = 'concluded'
            WHERE l.municipality_id = $1 AND l.element_id = e.id AND l.kind = 'goal') AS is_taken_in
         FROM seminar_proposal p
         JOIN seminar s ON s.municipality_id = $1 AND s.id = p.seminar_id AND s.state = 'concluded' AND s.year < $5
         JOIN element e ON e.municipality_id = $1 AND e.id = p.goal_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted')",
        owner!(),
        "WHERE p.municipality_id = $1 AND p.goal_id IS NOT NULL AND ", seen!(), " ORDER BY e.prefix, e.year, e.serial")))
        .bind(i64::from(before)).fetch_all(c).await)
    .map_err(doing("reading goals that wait for a policy"))?;
    rows.into_iter()
        .map(|r| Ok(WaitingGoal { goal: r.goal.mention()?, year: year(r.seminar_year)?, is_taken_in: r.is_taken_in }))
        .collect()
}

/// Elements as lists name them, by their ids: those of them that this actor sees.
///
/// # Errors
/// A fault.
pub async fn mentions(tx: &mut Tx, sight: &Sight, ids: &[ElementId]) -> Result<Vec<Mention>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            "SELECT ",
            mention_columns!(),
            " FROM element e",
            owner!(),
            "WHERE e.municipality_id = $1 AND e.id IN (SELECT id_of(r.value ->> 0) FROM rows_of($5) r) AND ",
            seen!(),
            " ORDER BY e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<MentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("naming elements of a seminar"))?;
    rows.into_iter().map(MentionRow::mention).collect()
}
