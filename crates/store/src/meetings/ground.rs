//! What a briefing is drawn from, beside the frozen page of the last round: figures that were reported, units that came and
//! went, and what the units say. A statement each, whatever the committee and however many units.

use jiff::civil::Date;
use pejl_domain::chain::Content;
use pejl_domain::meetings::{InputFrom, Preparation};
use pejl_domain::rounds::{Mark, ReportContent};
use pejl_kernel::{Number, RoundId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::read::READING;
use crate::chain::{UnitMention, number};
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, date};

/// The committee `$2` and every unit below it.
macro_rules! below {
    () => {
        "WITH RECURSIVE below(id) AS (
            SELECT u.id FROM unit u WHERE u.municipality_id = $1 AND u.id = $2
            UNION
            SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.municipality_id = $1
         ) "
    };
}

/// A goal with the figures that were reported on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureReported {
    /// The goal's number.
    pub number: Number,
    /// The unit it was asked of.
    pub unit: UnitMention,
    /// The goal in the edition that was judged.
    pub goal: Content,
    /// What was reported.
    pub report: ReportContent,
    /// How it was marked.
    pub mark: Option<Mark>,
}

#[derive(sqlx::FromRow)]
struct FigureRow {
    prefix: String,
    year: i64,
    serial: i64,
    unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    goal: String,
    report: String,
}

/// The goals of a committee and below on which figures were accepted or submitted in a round, by unit.
///
/// # Errors
/// A fault.
pub async fn figures_reported(tx: &mut Tx, sight: &Sight, round: RoundId, committee: UnitId) -> Result<Vec<FigureReported>, Fault> {
    let rows: Vec<FigureRow> = on!(tx, c => sqlx::query_as(concat!(below!(),
        "SELECT e.prefix, e.year, e.serial, u.id AS unit_id, u.serial AS unit_serial, u.name AS unit_name, d.content AS goal, r.content AS report
         FROM report r
         JOIN below b ON b.id = r.unit_id
         JOIN unit u ON u.municipality_id = $1 AND u.id = r.unit_id
         JOIN element e ON e.municipality_id = $1 AND e.id = r.goal_id
         JOIN element_edition d ON d.municipality_id = $1 AND d.element_id = r.goal_id AND d.edition = r.edition
         WHERE r.municipality_id = $1 AND r.round_id = $3 AND r.state IN ('submitted', 'accepted') AND NOT r.outside
           AND r.content LIKE '%\"values\":[{%'
         ORDER BY u.name COLLATE da, e.prefix, e.year, e.serial"))
        .bind(sight.municipality().0).bind(committee.0).bind(round.0).fetch_all(c).await)
    .map_err(doing("reading the figures that were reported"))?;
    rows.into_iter()
        .map(|r| {
            let report: ReportContent =
                serde_json::from_str(&r.report).map_err(|e| corrupt(READING, e.to_string(), "what was reported"))?;
            Ok(FigureReported {
                number: number(&r.prefix, r.year, r.serial)?,
                unit: UnitMention::new(r.unit_id, r.unit_serial, r.unit_name),
                goal: serde_json::from_str(&r.goal).map_err(|e| corrupt(READING, e.to_string(), "a goal"))?,
                mark: report.mark,
                report,
            })
        })
        .collect()
}

/// A unit that came or went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitMoved {
    /// The unit.
    pub unit: UnitMention,
    /// Its first day, where it came in the time that is looked at.
    pub opened: Option<Date>,
    /// Its last day, where it went in that time.
    pub closed: Option<Date>,
    /// Which carries on its work.
    pub successor: Option<String>,
}

/// The units under a committee that came or went between two days, both included.
///
/// # Errors
/// A fault.
pub async fn units_moved(tx: &mut Tx, sight: &Sight, committee: UnitId, (from, to): (Date, Date)) -> Result<Vec<UnitMoved>, Fault> {
    type Row = (Uuid, i64, String, DbDate, Option<DbDate>, Option<String>);
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(below!(),
        "SELECT u.id, u.serial, u.name, u.valid_from, u.valid_to, s.name
         FROM below b JOIN unit u ON u.municipality_id = $1 AND u.id = b.id
         LEFT JOIN unit s ON s.municipality_id = $1 AND s.id = u.successor_id
         WHERE u.id <> $2 AND ((u.valid_from BETWEEN $3 AND $4) OR (u.valid_to BETWEEN $3 AND $4))
         ORDER BY u.name COLLATE da, u.serial"))
        .bind(sight.municipality().0).bind(committee.0).bind(date(from)).bind(date(to)).fetch_all(c).await)
    .map_err(doing("reading which units came and went"))?;
    let within = |day: Date| (from..=to).contains(&day);
    Ok(rows
        .into_iter()
        .map(|(id, serial, name, opened, closed, successor)| UnitMoved {
            unit: UnitMention::new(id, serial, name),
            opened: Some(opened.to_jiff()).filter(|day| within(*day)),
            closed: closed.map(|day| day.to_jiff()).filter(|day| within(*day)),
            successor,
        })
        .collect())
}

/// What a unit says: what it brings to a meeting of the committee's, or what its employees or board want said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Voice {
    /// What a unit brings.
    Unit {
        /// The unit.
        unit: UnitMention,
        /// The meeting's number in its address.
        meeting: i64,
        /// What it brings.
        preparation: Preparation,
    },
    /// What employees or a board want said.
    Group {
        /// The unit.
        unit: UnitMention,
        /// The meeting's number in its address.
        meeting: i64,
        /// Who says it.
        from: InputFrom,
        /// In words.
        text: String,
    },
}

/// What the units invited to a committee's meetings of a year say and have said is ready, by unit. Two statements.
///
/// # Errors
/// A fault.
pub async fn voices(tx: &mut Tx, sight: &Sight, committee: UnitId, year: i16) -> Result<Vec<Voice>, Fault> {
    const DOING: &str = "reading what the units say";
    let rows: Vec<(Uuid, i64, String, i64, String)> = on!(tx, c => sqlx::query_as(
        "SELECT u.id, u.serial, u.name, n.serial, p.content
         FROM meeting_unit h
         JOIN meeting n ON n.municipality_id = $1 AND n.id = h.meeting_id AND n.year = $3 AND n.state <> 'cancelled'
         JOIN preparation p ON p.municipality_id = $1 AND p.meeting_id = n.id AND p.is_ready
         JOIN unit u ON u.municipality_id = $1 AND u.id = p.unit_id
         WHERE h.municipality_id = $1 AND h.unit_id = $2 AND h.part = 'host'
         ORDER BY u.name COLLATE da, u.serial, n.serial")
        .bind(sight.municipality().0).bind(committee.0).bind(i64::from(year)).fetch_all(c).await)
    .map_err(doing(DOING))?;
    let inputs: Vec<(Uuid, i64, String, i64, String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT u.id, u.serial, u.name, n.serial, i.said_by, i.text
         FROM meeting_unit h
         JOIN meeting n ON n.municipality_id = $1 AND n.id = h.meeting_id AND n.year = $3 AND n.state <> 'cancelled'
         JOIN meeting_input i ON i.municipality_id = $1 AND i.meeting_id = n.id
         JOIN unit u ON u.municipality_id = $1 AND u.id = i.unit_id
         WHERE h.municipality_id = $1 AND h.unit_id = $2 AND h.part = 'host'
         ORDER BY u.name COLLATE da, u.serial, i.said_by, i.at, i.text")
        .bind(sight.municipality().0).bind(committee.0).bind(i64::from(year)).fetch_all(c).await)
    .map_err(doing(DOING))?;
    let mut voices = Vec::with_capacity(rows.len() + inputs.len());
    for (id, serial, name, meeting, content) in rows {
        let preparation = serde_json::from_str(&content).map_err(|e| corrupt(READING, e.to_string(), "what a unit brings"))?;
        voices.push(Voice::Unit { unit: UnitMention::new(id, serial, name), meeting, preparation });
    }
    for (id, serial, name, meeting, from, text) in inputs {
        let from = InputFrom::parse(&from).ok_or_else(|| corrupt(READING, from, "employees or board"))?;
        voices.push(Voice::Group { unit: UnitMention::new(id, serial, name), meeting, from, text });
    }
    Ok(voices)
}
