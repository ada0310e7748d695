//! What people must do about agreements, computed when it is asked for and never kept.

use jiff::civil::Date;
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use super::meant::{Meant, kind_rows};
use super::mention::{AgreementMention, AgreementMentionRow, agents_of, agreement_mention_columns, principal};
use super::sight::posts;
use crate::chain::UnitMention;
use crate::chain::mention::whole;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::id_rows;

/// Whose tasks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AgreementTasksAsk {
    /// What the model means: who is heard, who approves, and by when.
    pub meant: Meant,
    /// The units the person leads, or stands in for the leader of.
    pub leads: Vec<UnitId>,
    /// The units in which the person is an employee or sits in the works council.
    pub works: Vec<UnitId>,
    /// The units on whose board the person sits.
    pub board: Vec<UnitId>,
    /// Keeps the chain in order for every body (a consultant): every approval and every end is theirs to follow.
    pub every: bool,
    /// The most tasks of each kind; the rest are counted.
    pub most: i64,
}

/// What a person must do about agreements.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AgreementTasks {
    /// By kind in the order of [`AgreementTaskOf::ALL`], the oldest years first.
    pub tasks: Vec<AgreementTask>,
    /// How many of each kind there are; kinds without any are left out.
    pub totals: Vec<(AgreementTaskOf, usize)>,
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementTask {
    /// What.
    pub of: AgreementTaskOf,
    /// With which agreement.
    pub agreement: AgreementMention,
    /// For which unit.
    pub unit: UnitMention,
    /// How many counter-proposals wait, where they are what waits; else 1.
    pub count: usize,
    /// Why it came back; else empty.
    pub note: String,
    /// The day by which the agreement should be approved, where it is not yet and the model says one.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// The kinds of task, most pressing first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AgreementTaskOf {
    /// The other side has made a counter-proposal.
    Counter,
    /// Sent back with a note.
    Returned,
    /// The unit is heard, and its group has not spoken.
    Hearing,
    /// Begun, heard by all or talked through, and not sent on.
    SendOn,
    /// Awaits the body or the leader that approves it.
    Approve,
    /// Awaits a signature for the unit.
    Sign,
    /// Its years are over and nothing is reported.
    Report,
    /// Reported, and not ended.
    Close,
}

impl AgreementTaskOf {
    /// Every one, most pressing first.
    pub const ALL: [Self; 8] =
        [Self::Counter, Self::Returned, Self::Hearing, Self::SendOn, Self::Approve, Self::Sign, Self::Report, Self::Close];

    /// As the catalogues' keys end.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Returned => "returned",
            Self::Hearing => "hearing",
            Self::SendOn => "send-on",
            Self::Approve => "approve",
            Self::Sign => "sign",
            Self::Report => "report",
            Self::Close => "close",
        }
    }

    /// Whether it is on the way to being approved.
    const fn is_before_approval(self) -> bool {
        match self {
            Self::Counter | Self::Returned | Self::Hearing | Self::SendOn | Self::Approve => true,
            Self::Sign | Self::Report | Self::Close => false,
        }
    }
}

fn units(ids: &[UnitId]) -> Json<Value> {
    id_rows(ids.iter().map(|id| id.0))
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    what: i64,
    total: i64,
    count: i64,
    unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    note: String,
    #[sqlx(flatten)]
    agreement: AgreementMentionRow,
}

/// What a person must do about agreements. Two statements. What is put before somebody is seen by them.
///
/// # Errors
/// A fault.
pub async fn agreement_tasks(tx: &mut Tx, sight: &Sight, ask: &AgreementTasksAsk) -> Result<AgreementTasks, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            kind_rows!(),
            ", hears(kind, heard) AS (
            SELECT r.value ->> 0, r.value ->> 1 FROM rows_of($6) r
         ), led(unit_id, level) AS (
            SELECT b.id, b.level FROM rows_of($7) r JOIN unit b ON b.municipality_id = $1 AND b.id = id_of(r.value ->> 0)
         ), speaks(unit_id, heard) AS (
            SELECT id_of(r.value ->> 0), 'employees' FROM rows_of($8) r
            UNION ALL
            SELECT id_of(r.value ->> 0), 'works-council' FROM rows_of($8) r
            UNION ALL
            SELECT id_of(r.value ->> 0), 'user-board' FROM rows_of($9) r
         ), led_below(body_id, level, unit_id) AS (
            SELECT l.unit_id, l.level, l.unit_id FROM led l
            UNION
            SELECT t.body_id, t.level, b.id FROM unit b JOIN led_below t ON b.parent_id = t.unit_id WHERE b.municipality_id = $1
         ), mine_as(agreement_id, unit_id, side) AS (
            SELECT g.agreement_id, l.unit_id, 'agent' FROM led l CROSS JOIN agreement_agent g
            WHERE g.municipality_id = $1 AND g.unit_id = l.unit_id
            UNION ALL
            SELECT a.id, l.unit_id, 'principal' FROM led l CROSS JOIN agreement a
            WHERE a.municipality_id = $1 AND a.principal_id = l.unit_id
         ), task(what, agreement_id, unit_id, counted, note) AS (
            SELECT 0, m.agreement_id, m.unit_id, count(*), ''
            FROM mine_as m CROSS JOIN agreement a CROSS JOIN agreement_counter t
            WHERE a.municipality_id = $1 AND a.id = m.agreement_id AND a.state IN ('dialogue', 'returned')
              AND t.municipality_id = $1 AND t.agreement_id = a.id AND t.state = 'open' AND t.side <> m.side
            GROUP BY m.agreement_id, m.unit_id
            UNION ALL
            SELECT CASE WHEN a.state = 'returned' THEN 1 ELSE 3 END, a.id, m.unit_id, 1,
                CASE WHEN a.state = 'returned' THEN a.note ELSE '' END
            FROM mine_as m CROSS JOIN agreement a
            WHERE m.side = 'agent' AND a.municipality_id = $1 AND a.id = m.agreement_id
              AND (a.state IN ('draft', 'dialogue', 'returned') OR (a.state = 'hearing' AND NOT EXISTS (
                  SELECT 1 FROM hears h WHERE h.kind = a.kind AND NOT EXISTS (
                      SELECT 1 FROM agreement_hearing d
                      WHERE d.municipality_id = $1 AND d.agreement_id = a.id AND d.heard = h.heard))))
              AND NOT EXISTS (
                  SELECT 1 FROM agreement_counter t WHERE t.municipality_id = $1 AND t.agreement_id = a.id AND t.state = 'open')
            UNION ALL
            SELECT 2, a.id, s.unit_id, 1, ''
            FROM (SELECT DISTINCT p.unit_id, p.heard FROM speaks p) s CROSS JOIN agreement_agent g CROSS JOIN agreement a CROSS JOIN hears h
            WHERE g.municipality_id = $1 AND g.unit_id = s.unit_id AND a.municipality_id = $1 AND a.id = g.agreement_id
              AND a.state = 'hearing' AND h.kind = a.kind AND h.heard = s.heard AND NOT EXISTS (
                  SELECT 1 FROM agreement_hearing d
                  WHERE d.municipality_id = $1 AND d.agreement_id = a.id AND d.heard = s.heard)
            GROUP BY a.id, s.unit_id
            UNION ALL
            SELECT CASE WHEN a.state = 'submitted' THEN 4 ELSE 7 END, a.id, a.principal_id, 1, ''
            FROM agreement a JOIN meant k ON k.kind = a.kind
            WHERE a.municipality_id = $1 AND a.state IN ('submitted', 'reported')
              AND ($10 OR a.principal_id IN (SELECT t.unit_id FROM led_below t WHERE t.level = k.approves))
            UNION ALL
            SELECT 5, a.id, m.unit_id, 1, ''
            FROM mine_as m CROSS JOIN agreement a
            WHERE a.municipality_id = $1 AND a.id = m.agreement_id AND a.state IN ('submitted', 'approved') AND NOT EXISTS (
                SELECT 1 FROM agreement_signature s
                WHERE s.municipality_id = $1 AND s.agreement_id = a.id AND s.seal = a.seal AND s.unit_id = m.unit_id)
            UNION ALL
            SELECT 6, a.id, m.unit_id, 1, ''
            FROM mine_as m CROSS JOIN agreement a
            WHERE m.side = 'agent' AND a.municipality_id = $1 AND a.id = m.agreement_id AND a.state = 'approved' AND a.to_year < $11
         ), counted(what, agreement_id, unit_id, counted, note, total, place) AS (
            SELECT t.what, t.agreement_id, t.unit_id, t.counted, t.note, count(*) OVER (PARTITION BY t.what),
                row_number() OVER (PARTITION BY t.what ORDER BY a.from_year, a.year, a.serial, t.unit_id)
            FROM task t CROSS JOIN agreement a WHERE a.municipality_id = $1 AND a.id = t.agreement_id
         )
         SELECT CAST(n.what AS BIGINT) AS what, n.total, CAST(n.counted AS BIGINT) AS count, u.id AS unit_id,
            u.serial AS unit_serial, u.name AS unit_name, n.note, ",
            agreement_mention_columns!(),
            "
         FROM counted n CROSS JOIN agreement a ",
            principal!(),
            " JOIN unit u ON u.municipality_id = $1 AND u.id = n.unit_id
         WHERE a.municipality_id = $1 AND a.id = n.agreement_id AND n.place <= $12 ORDER BY n.what, n.place"
        ),
    );
    let rows: Vec<TaskRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(ask.meant.kind_rows(sight.on())).bind(ask.meant.heard_rows()).bind(units(&ask.leads)).bind(units(&ask.works))
        .bind(units(&ask.board)).bind(ask.every).bind(i64::from(sight.on().year())).bind(ask.most).fetch_all(c).await)
    .map_err(doing("reading the tasks about agreements"))?;
    let agents = agents_of(tx, sight.municipality(), rows.iter().map(|row| row.agreement.id())).await?;
    let mut found = AgreementTasks::default();
    for row in rows {
        let of = AgreementTaskOf::ALL.get(whole(row.what)).copied();
        let of = of.ok_or_else(|| corrupt("reading the tasks about agreements", row.what.to_string(), "a kind of task"))?;
        let agreement = row.agreement.mention(&agents)?;
        let due = if of.is_before_approval() && agreement.edition == 0 {
            ask.meant.made_by(&agreement.kind, agreement.period.from)
        } else {
            None
        };
        if found.totals.last().is_none_or(|(last, _)| *last != of) {
            found.totals.push((of, whole(row.total)));
        }
        found.tasks.push(AgreementTask {
            of,
            unit: UnitMention::new(row.unit_id, row.unit_serial, row.unit_name),
            count: whole(row.count),
            note: row.note,
            is_late: due.is_some_and(|day| day < sight.on()),
            due,
            agreement,
        });
    }
    Ok(found)
}
