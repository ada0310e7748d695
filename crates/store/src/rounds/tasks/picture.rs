//! The units in the trees of a person's own units, with how far each has come in the rounds: what is told by unit.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use pejl_domain::rounds::deadlines::{days_late, is_told};
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{Round, RoundState};
use pejl_kernel::{RoundId, UnitId};
use pejl_policy::Sight;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use super::super::counts;
use super::super::read::{UnitCells, is_led, small, unit_columns};
use super::{RoundTask, RoundTaskAsk, RoundTaskOf, any_of, dated, standing_columns, task, to_report};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::value::{date, id_rows};

/// How far a unit's own goals have come in a round.
#[derive(Clone, Copy, Default)]
pub(super) struct Standing {
    /// Missing and drafts.
    pub(super) open: u32,
    /// Sent back.
    pub(super) returned: u32,
    /// Submitted and not accepted.
    pub(super) waiting: u32,
    /// Submitted or accepted.
    pub(super) answered: u32,
    /// The deadline of its level.
    pub(super) due: Option<Date>,
}

impl Standing {
    const fn unsent(self) -> u32 {
        self.open + self.returned
    }
}

/// A unit in the trees of the person's own units.
struct Member {
    seen: UnitSeen,
    parent: Option<UnitId>,
    /// Whether somebody leads it in the administration, or stands in for who should.
    is_led: bool,
}

/// Everything in the trees of the person's own units.
pub(super) struct Picture {
    /// By name.
    units: Vec<Member>,
    place: HashMap<UnitId, usize>,
    standing: HashMap<(RoundId, UnitId), Standing>,
    /// Round, who answered, whom. A unit that has assessed stands as having answered itself.
    answered: HashSet<(RoundId, UnitId, UnitId)>,
    /// Goals sent and not sent, there and below.
    below: HashMap<(RoundId, UnitId), (u32, u32)>,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    #[sqlx(flatten)]
    unit: UnitCells,
    parent_id: Option<Uuid>,
    is_led: bool,
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    round_id: Uuid,
    unit_id: Uuid,
    open: i64,
    returned: i64,
    waiting: i64,
    answered: i64,
}

impl StandingRow {
    fn standing(&self, due: Option<Date>) -> Standing {
        Standing {
            open: small(self.open),
            returned: small(self.returned),
            waiting: small(self.waiting),
            answered: small(self.answered),
            due,
        }
    }
}

/// The units `$2`, every unit below them, and all units where `$3`.
macro_rules! tree {
    () => {
        "WITH RECURSIVE tree(id) AS (
            SELECT u.id FROM unit u
            WHERE u.municipality_id = $1 AND (($3 AND u.parent_id IS NULL) OR u.id IN (SELECT id_of(i.value ->> 0) FROM rows_of($2) i))
            UNION
            SELECT u.id FROM tree t CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.parent_id = t.id
         ) "
    };
}

impl Picture {
    pub(super) async fn load(tx: &mut Tx, sight: &Sight, asks: &[RoundTaskAsk<'_>], rounds: &Json<Value>) -> Result<Self, Fault> {
        let units = any_of(asks, |ask| ask.leads.iter().chain(ask.speaks_for).copied().collect());
        let own = id_rows(units.iter().map(|u| u.0));
        let (keeps_rounds, today) = (asks.iter().any(|ask| ask.keeps_rounds), sight.on());
        let sql = spoken(
            tx.engine(),
            concat!(
                tree!(),
                "SELECT ",
                unit_columns!(),
                ", u.parent_id, ",
                is_led!("$4"),
                " AS is_led
             FROM tree t CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = t.id ORDER BY u.name COLLATE da, u.serial"
            ),
        );
        let units: Vec<MemberRow> = on!(tx, c => sqlx::query_as(sql)
            .bind(sight.municipality().0).bind(&own).bind(keeps_rounds).bind(date(today)).fetch_all(c).await)
        .map_err(doing("reading the units of one's tasks"))?;
        let sql = spoken(
            tx.engine(),
            concat!(
                tree!(),
                "SELECT n.id AS round_id, r.unit_id, ",
                standing_columns!(),
                "
             FROM rows_of($4) k CROSS JOIN round n CROSS JOIN tree t CROSS JOIN report r CROSS JOIN element e
             WHERE n.municipality_id = $1 AND n.id = id_of(k.value ->> 0) AND r.municipality_id = $1 AND r.round_id = n.id
               AND r.unit_id = t.id AND e.municipality_id = $1 AND e.id = r.goal_id AND ",
                counts!(),
                "
             GROUP BY n.id, r.unit_id"
            ),
        );
        let standing: Vec<StandingRow> = on!(tx, c => sqlx::query_as(sql)
            .bind(sight.municipality().0).bind(&own).bind(keeps_rounds).bind(rounds).fetch_all(c).await)
        .map_err(doing("reading how far units have come"))?;
        let sql = spoken(
            tx.engine(),
            "SELECT a.round_id, a.unit_id AS from_id, a.unit_id AS to_id FROM rows_of($2) k CROSS JOIN assessment a
             WHERE a.municipality_id = $1 AND a.round_id = id_of(k.value ->> 0)
             UNION
             SELECT f.round_id, f.from_id, f.to_id FROM rows_of($2) k CROSS JOIN feedback f
             WHERE f.municipality_id = $1 AND f.round_id = id_of(k.value ->> 0)",
        );
        let answered: Vec<(Uuid, Uuid, Uuid)> = on!(tx, c => sqlx::query_as(sql)
            .bind(sight.municipality().0).bind(rounds).fetch_all(c).await)
        .map_err(doing("reading who was answered"))?;
        let mut picture = Self {
            units: Vec::with_capacity(units.len()),
            place: HashMap::new(),
            standing: HashMap::new(),
            answered: answered.into_iter().map(|(round, from, to)| (round.into(), from.into(), to.into())).collect(),
            below: HashMap::new(),
        };
        for row in units {
            let seen = row.unit.seen()?;
            picture.place.insert(seen.id, picture.units.len());
            picture.units.push(Member { seen, parent: row.parent_id.map(UnitId), is_led: row.is_led });
        }
        for row in standing {
            picture.stand(&row);
        }
        Ok(picture)
    }

    fn stand(&mut self, row: &StandingRow) {
        let (round, unit) = (RoundId(row.round_id), UnitId(row.unit_id));
        let standing = row.standing(None);
        let own = self.standing.entry((round, unit)).or_default();
        own.open += standing.open;
        own.returned += standing.returned;
        own.waiting += standing.waiting;
        own.answered += standing.answered;
        for id in self.line(unit) {
            let (sent, unsent) = self.below.entry((round, id)).or_default();
            *sent += standing.answered;
            *unsent += standing.unsent();
        }
    }

    fn member(&self, unit: UnitId) -> Option<&Member> {
        self.place.get(&unit).and_then(|at| self.units.get(*at))
    }

    /// A unit and those above it, as far up as the person's own trees reach.
    fn line(&self, unit: UnitId) -> Vec<UnitId> {
        let first = self.member(unit);
        std::iter::successors(first, |m| m.parent.and_then(|p| self.member(p))).map(|m| m.seen.id).collect()
    }

    /// Everything a round asks of the person that is told by unit.
    pub(super) fn asked(&self, round: &Round, ask: &RoundTaskAsk<'_>) -> Vec<RoundTask> {
        let mut tasks = Vec::new();
        for member in &self.units {
            let unit = member.seen.id;
            let Some((sent, unsent)) = self.below.get(&(round.id, unit)).copied() else { continue };
            let mut own = self.standing.get(&(round.id, unit)).copied().unwrap_or_default();
            own.due = round.due(&member.seen.level);
            let leads = ask.leads.contains(&unit);
            if leads {
                tasks.extend(to_report(round, &member.seen, own, ask.today));
            }
            if own.waiting > 0 {
                let accepting = self.accepting(unit);
                if accepting.map_or(ask.accepts_for_bodies, |above| ask.leads.contains(&above)) {
                    tasks.extend(self.to_accept(round, &member.seen, accepting.or(member.parent), own, ask.today));
                }
            }
            if leads && round.state != RoundState::Closed && !self.answered.contains(&(round.id, unit, unit)) {
                tasks.push(dated(RoundTaskOf::Assess, round, &member.seen, own.due, sent + unsent, ask.today));
            }
            if ask.speaks_for.contains(&unit) {
                tasks.extend(self.to_answer(round, &member.seen));
            }
            if round.state == RoundState::Open && own.unsent() > 0 && !leads {
                tasks.extend(self.told(round, &member.seen, own, ask));
            }
        }
        tasks
    }

    /// Who accepts what a unit sends: the nearest unit above with a leader in the administration. Bodies of politicians
    /// answer; they do not accept reports one by one.
    fn accepting(&self, unit: UnitId) -> Option<UnitId> {
        let line = self.line(unit);
        line.into_iter().skip(1).find(|id| self.member(*id).is_some_and(|m| m.is_led))
    }

    fn to_accept(&self, round: &Round, unit: &UnitSeen, by: Option<UnitId>, own: Standing, today: Date) -> Option<RoundTask> {
        let due = by.and_then(|by| self.member(by)).and_then(|m| round.due(&m.seen.level));
        (round.state != RoundState::Closed).then(|| dated(RoundTaskOf::Accept, round, unit, due, own.waiting, today))
    }

    /// How many units right below wait for an answer. While everybody still reports, only those that have sent everything.
    fn to_answer(&self, round: &Round, unit: &UnitSeen) -> Option<RoundTask> {
        let waits = |m: &&Member| {
            let (sent, unsent) = self.below.get(&(round.id, m.seen.id)).copied().unwrap_or_default();
            let has_sent = sent > 0 && (unsent == 0 || round.state != RoundState::Open);
            m.parent == Some(unit.id) && has_sent && !self.answered.contains(&(round.id, unit.id, m.seen.id))
        };
        let waiting = small(i64::try_from(self.units.iter().filter(waits).count()).unwrap_or(i64::MAX));
        (waiting > 0).then(|| RoundTask { goals: waiting, ..task(RoundTaskOf::Feedback, round, Some(unit.clone()), None, false) })
    }

    /// A unit that is late, where one of the person's units above it is told, or they keep the rounds. The administration
    /// chases: a unit that nobody leads there is no step on the way up, and the elected read who is late in the round.
    fn told(&self, round: &Round, unit: &UnitSeen, own: Standing, ask: &RoundTaskAsk<'_>) -> Option<RoundTask> {
        let due = own.due.filter(|due| days_late(*due, ask.today) > 0)?;
        let line = self.line(unit.id);
        let mut led = line.iter().skip(1).filter(|id| self.member(**id).is_some_and(|m| m.is_led)).zip(1..);
        let is_told = ask.keeps_rounds || led.any(|(id, steps)| ask.leads.contains(id) && is_told(steps, due, ask.today));
        is_told.then(|| dated(RoundTaskOf::Late, round, unit, Some(due), own.unsent(), ask.today))
    }
}
