//! The meetings that are not over yet, with who sits where: what waits for somebody, and what comes next, is reckoned from it.

use jiff::civil::Date;
use pejl_domain::meetings::MeetingState;
use pejl_policy::Sight;
use uuid::Uuid;

use super::read::{READING, state};
use super::seats::Part;
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::{DbDate, date};

/// A unit's seat at a meeting that is not over yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenSeat {
    /// The meeting's number.
    pub meeting: i64,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: MeetingState,
    /// Whether its form has been chosen.
    pub is_chosen: bool,
    /// Its day.
    pub on: Option<Date>,
    /// What the unit does there.
    pub part: Part,
    /// The unit: whichever stands for it now, where it has closed since.
    pub unit: UnitMention,
    /// Whether what it brings is ready, or it has said that it does not come.
    pub is_ready: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    serial: i64,
    title: String,
    state: String,
    is_chosen: bool,
    held_on: Option<DbDate>,
    part: String,
    id: Uuid,
    unit_serial: i64,
    name: String,
    is_ready: bool,
}

/// Every seat at every meeting that is neither cancelled nor has its minutes approved, by the meeting's day. One statement.
///
/// # Errors
/// A fault.
pub async fn open_seats(tx: &mut Tx, sight: &Sight) -> Result<Vec<OpenSeat>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(
        "WITH RECURSIVE open_meeting(id) AS (
            SELECT n.id FROM meeting n WHERE n.municipality_id = $1 AND n.state NOT IN ('approved', 'cancelled')
         ), later(start, id, far) AS (
            SELECT DISTINCT s.unit_id, s.unit_id, CAST(0 AS BIGINT) FROM open_meeting o
            JOIN meeting_unit s ON s.municipality_id = $1 AND s.meeting_id = o.id
            UNION ALL
            SELECT l.start, u.successor_id, l.far + 1 FROM later l JOIN unit u ON u.municipality_id = $1 AND u.id = l.id
            WHERE u.successor_id IS NOT NULL AND u.valid_to < $2 AND l.far < 20
         ), last(start, far) AS (SELECT l.start, max(l.far) FROM later l GROUP BY l.start)
         SELECT n.serial, n.title, n.state, n.chosen_form IS NOT NULL AS is_chosen, n.held_on, s.part, w.id, w.serial AS unit_serial,
            w.name, EXISTS (SELECT 1 FROM preparation p WHERE p.municipality_id = $1 AND p.meeting_id = n.id AND p.unit_id = s.unit_id
                AND (p.is_ready OR p.is_absent)) AS is_ready
         FROM open_meeting o
         JOIN meeting n ON n.municipality_id = $1 AND n.id = o.id
         JOIN meeting_unit s ON s.municipality_id = $1 AND s.meeting_id = n.id
         JOIN last t ON t.start = s.unit_id
         JOIN later l ON l.start = t.start AND l.far = t.far
         JOIN unit w ON w.municipality_id = $1 AND w.id = l.id
         ORDER BY n.held_on IS NULL, n.held_on, n.serial, s.part, s.place")
        .bind(sight.municipality().0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading the meetings ahead"))?;
    rows.into_iter()
        .map(|r| {
            Ok(OpenSeat {
                meeting: r.serial,
                title: r.title,
                state: state(&r.state)?,
                is_chosen: r.is_chosen,
                on: r.held_on.map(|day| day.to_jiff()),
                part: match r.part.as_str() {
                    "host" => Part::Host,
                    "invited" => Part::Invited,
                    other => return Err(corrupt(READING, other, "host or invited")),
                },
                unit: UnitMention::new(r.id, r.unit_serial, r.name),
                is_ready: r.is_ready,
            })
        })
        .collect()
}
