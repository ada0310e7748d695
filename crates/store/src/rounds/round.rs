//! Rounds: loaded, listed, saved; and opened, which asks every goal in force in one statement.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::models::{Covers, Key, RoundMode};
use pejl_domain::rounds::{ReportContent, Round, RoundDeadline, RoundState};
use pejl_kernel::{MunicipalityId, RoundId};
use pejl_policy::{Permit, Sight};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use super::counts;
use super::read::{key, round_state, small, year};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, date};

const READING: &str = "reading a round";

/// A round as other things name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundMention {
    /// Its id.
    pub id: RoundId,
    /// Its key in the model.
    pub spec: Key,
    /// The year it follows up on.
    pub year: i16,
    /// Its cut-off date.
    pub cut_off: Date,
    /// Where it stands.
    pub state: RoundState,
}

impl From<&Round> for RoundMention {
    fn from(round: &Round) -> Self {
        Self { id: round.id, spec: round.spec.clone(), year: round.year, cut_off: round.cut_off, state: round.state }
    }
}

/// The columns of a [`RoundMention`]; the round is called `n`.
macro_rules! round_mention {
    () => {
        "n.id AS round_id, n.spec AS round_spec, n.year AS round_year, n.cut_off AS round_cut_off, n.state AS round_state"
    };
}
pub(super) use round_mention;

#[derive(sqlx::FromRow)]
pub(super) struct MentionCells {
    round_id: Uuid,
    round_spec: String,
    round_year: i64,
    round_cut_off: DbDate,
    round_state: String,
}

impl MentionCells {
    pub(super) fn mention(self) -> Result<RoundMention, Fault> {
        Ok(RoundMention {
            id: self.round_id.into(),
            spec: key(&self.round_spec)?,
            year: year(self.round_year)?,
            cut_off: self.round_cut_off.to_jiff(),
            state: round_state(&self.round_state)?,
        })
    }
}

/// A round with how far it has come. Goals that are no longer in force are outside every figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundRow {
    /// The round.
    pub round: Round,
    /// Goals asked.
    pub asked: u32,
    /// Of these: submitted or accepted.
    pub submitted: u32,
    /// Of these: accepted.
    pub accepted: u32,
}

/// The columns of a round; it is called `n`.
macro_rules! round_columns {
    () => {
        "n.id, n.spec, n.year, n.cut_off, n.covers, n.mode, n.deadlines, n.state, n.seal, n.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    spec: String,
    year: i64,
    cut_off: DbDate,
    covers: String,
    mode: String,
    deadlines: String,
    state: String,
    seal: String,
    version: i64,
}

impl Row {
    fn round(self) -> Result<Round, Fault> {
        let covered = |text: &str| Covers::parse(text).ok_or_else(|| corrupt(READING, text, "what a round covers"));
        Ok(Round {
            id: self.id.into(),
            spec: key(&self.spec)?,
            year: year(self.year)?,
            cut_off: self.cut_off.to_jiff(),
            covers: self.covers.split_whitespace().map(covered).collect::<Result<_, _>>()?,
            mode: RoundMode::parse(&self.mode).ok_or_else(|| corrupt(READING, &self.mode, "all or deviations"))?,
            deadlines: serde_json::from_str(&self.deadlines).map_err(|e| corrupt(READING, e.to_string(), "deadlines"))?,
            state: round_state(&self.state)?,
            seal: self.seal,
            version: self.version,
        })
    }
}

/// One round.
///
/// # Errors
/// Not found, or a fault.
pub async fn round(tx: &mut Tx, municipality: MunicipalityId, id: RoundId) -> Result<Round, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_columns!(), " FROM round n WHERE n.municipality_id = $1 AND n.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a round"))?;
    Ok(row.ok_or(Miss::NotFound)?.round()?)
}

/// The round of a year with this key in the model.
///
/// # Errors
/// Not found, or a fault.
pub async fn round_at(tx: &mut Tx, municipality: MunicipalityId, year: i16, spec: &Key) -> Result<Round, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_columns!(), " FROM round n WHERE n.municipality_id = $1 AND n.spec = $2 AND n.year = $3"))
        .bind(municipality.0).bind(spec.as_str()).bind(i64::from(year)).fetch_optional(c).await)
    .map_err(doing("loading a round by its year"))?;
    Ok(row.ok_or(Miss::NotFound)?.round()?)
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    round: Row,
    asked: i64,
    submitted: i64,
    accepted: i64,
}

/// Every round, newest cut-off first. Everybody who is logged in sees them.
///
/// # Errors
/// A fault.
pub async fn rounds(tx: &mut Tx, sight: &Sight) -> Result<Vec<RoundRow>, Fault> {
    let rows: Vec<CountedRow> = on!(tx, c => sqlx::query_as(concat!(
        "WITH counted(id, asked, submitted, accepted) AS (
            SELECT n.id, count(*), count(*) FILTER (WHERE r.state IN ('submitted', 'accepted')), count(*) FILTER (WHERE r.state = 'accepted')
            FROM round n CROSS JOIN report r CROSS JOIN element e
            WHERE n.municipality_id = $1 AND r.municipality_id = $1 AND r.round_id = n.id
              AND e.municipality_id = $1 AND e.id = r.goal_id AND ", counts!(), "
            GROUP BY n.id
         )
         SELECT ", round_columns!(), ", coalesce(t.asked, 0) AS asked, coalesce(t.submitted, 0) AS submitted, coalesce(t.accepted, 0) AS accepted
         FROM round n LEFT JOIN counted t ON t.id = n.id
         WHERE n.municipality_id = $1 ORDER BY n.cut_off DESC, n.spec"))
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("listing the rounds"))?;
    rows.into_iter()
        .map(|r| {
            Ok(RoundRow {
                round: r.round.round()?,
                asked: small(r.asked),
                submitted: small(r.submitted),
                accepted: small(r.accepted),
            })
        })
        .collect()
}

/// The last closed round that covered goals and was cut off before this one.
///
/// # Errors
/// A fault.
pub async fn last_closed(tx: &mut Tx, municipality: MunicipalityId, before: &Round) -> Result<Option<Round>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_columns!(), " FROM round n
         WHERE n.municipality_id = $1 AND n.state = 'closed' AND n.covers LIKE '%goals%' AND n.cut_off < $2
         ORDER BY n.cut_off DESC, n.id LIMIT 1"))
        .bind(municipality.0).bind(date(before.cut_off)).fetch_optional(c).await)
    .map_err(doing("looking for the last closed round"))?;
    row.map(Row::round).transpose()
}

/// The round to show where one is shown: the latest cut-off among those that have begun and cover goals.
///
/// # Errors
/// A fault.
pub async fn latest(tx: &mut Tx, sight: &Sight) -> Result<Option<Round>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_columns!(), " FROM round n
         WHERE n.municipality_id = $1 AND n.state IN ('open', 'consolidating', 'closed') AND n.covers LIKE '%goals%'
         ORDER BY n.cut_off DESC, n.id LIMIT 1"))
        .bind(sight.municipality().0).fetch_optional(c).await)
    .map_err(doing("looking for the latest round"))?;
    row.map(Row::round).transpose()
}

/// The rounds somebody could have something to do in: all that are not closed, and the latest that is and covered goals.
pub(super) async fn current(tx: &mut Tx, sight: &Sight) -> Result<Vec<Round>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_columns!(), " FROM round n
         WHERE n.municipality_id = $1 AND (n.state <> 'closed' OR n.cut_off = (
            SELECT max(l.cut_off) FROM round l WHERE l.municipality_id = $1 AND l.state = 'closed' AND l.covers LIKE '%goals%'))
         ORDER BY n.cut_off, n.id"))
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("reading the current rounds"))?;
    rows.into_iter().map(Row::round).collect()
}

/// Saves a round: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or planned the same round of the year; or a fault.
pub async fn save_round(tx: &mut Tx, permit: &Permit, at: Timestamp, round: &Round, event: &Event) -> Result<(), Miss> {
    const SAVING: &str = "saving a round";
    let covers: Vec<&str> = round.covers.iter().map(|c| c.as_str()).collect();
    let covers = covers.join(" ");
    let deadlines = written(&round.deadlines)?;
    let saved = if round.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO round (municipality_id, id, spec, year, cut_off, covers, mode, deadlines, state, seal, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT (municipality_id, spec, year) DO NOTHING")
            .bind(permit.municipality().0).bind(round.id.0).bind(round.spec.as_str()).bind(i64::from(round.year))
            .bind(date(round.cut_off)).bind(&covers).bind(round.mode.as_str()).bind(&deadlines).bind(round.state.as_str())
            .bind(&round.seal).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE round SET cut_off = $3, covers = $4, mode = $5, deadlines = $6, state = $7, seal = $8, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $9")
            .bind(permit.municipality().0).bind(round.id.0).bind(date(round.cut_off)).bind(&covers).bind(round.mode.as_str())
            .bind(&deadlines).bind(round.state.as_str()).bind(&round.seal).bind(round.version)
            .execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing(SAVING))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Round, id: round.id.0 }, event).await?;
    Ok(())
}

fn written(deadlines: &[RoundDeadline]) -> Result<String, Fault> {
    serde_json::to_string(deadlines).map_err(|e| doing("writing down deadlines")(sqlx::Error::Encode(Box::new(e))))
}

/// The goals that a round asks when it opens: the goal is called `e`, its edition in force `d`. `$1` is the municipality, `$2`
/// the levels that have a deadline, `$3` the cut-off.
macro_rules! goals_to_ask {
    () => {
        " FROM element e CROSS JOIN element_edition d
         WHERE e.municipality_id = $1 AND e.kind = 'goal' AND e.state = 'adopted' AND (e.starts_on IS NULL OR e.starts_on <= $3)
           AND d.municipality_id = $1 AND d.element_id = e.id AND d.edition = e.edition
           AND e.level IN (SELECT l.value ->> 0 FROM rows_of($2) l) "
    };
}

fn levels_asked(round: &Round) -> Json<serde_json::Value> {
    Json(round.deadlines.iter().map(|d| json!([d.level.as_str()])).collect())
}

/// How many goals a round would ask, were it opened now.
///
/// # Errors
/// A fault.
pub async fn to_ask(tx: &mut Tx, municipality: MunicipalityId, round: &Round) -> Result<usize, Fault> {
    if !round.covers.contains(&Covers::Goals) {
        return Ok(0);
    }
    let sql = spoken(tx.engine(), concat!("SELECT count(*)", goals_to_ask!()));
    let count: i64 = on!(tx, c => sqlx::query_scalar(sql)
        .bind(municipality.0).bind(levels_asked(round)).bind(date(round.cut_off)).fetch_one(c).await)
    .map_err(doing("counting the goals to ask"))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Saves a round that is opened, and asks every goal in force: adopted, of a level that has a deadline, and not due to start
/// after the cut-off. What is judged is the edition in force now. Gives how many were asked.
///
/// # Errors
/// Stale where somebody saved the round in the meantime, or a fault.
pub async fn open_round(tx: &mut Tx, permit: &Permit, at: Timestamp, round: &Round, event: &Event) -> Result<u64, Miss> {
    save_round(tx, permit, at, round, event).await?;
    if !round.covers.contains(&Covers::Goals) {
        return Ok(0);
    }
    let nothing = serde_json::to_string(&ReportContent::default())
        .map_err(|e| doing("writing down an empty report")(sqlx::Error::Encode(Box::new(e))))?;
    let sql = spoken(
        tx.engine(),
        concat!(
            "INSERT INTO report (municipality_id, round_id, goal_id, edition, unit_id, level, responsible_id, policy_area, due_on, state,
            outside, content, note, version)
         SELECT e.municipality_id, $4, e.id, e.edition, e.owner_id, e.level, e.responsible_id,
            coalesce(json_of(d.content) -> 'goal' ->> 'policy-area', ''), e.due_on, 'missing', $5, $6, '', 1 ",
            goals_to_ask!(),
            "ON CONFLICT (municipality_id, round_id, goal_id) DO NOTHING"
        ),
    );
    let asked = on!(tx, c => sqlx::query(sql)
        .bind(permit.municipality().0).bind(levels_asked(round)).bind(date(round.cut_off)).bind(round.id.0).bind(false).bind(&nothing)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("asking every goal in force"))?;
    Ok(asked)
}
