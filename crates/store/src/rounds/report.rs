//! Reports with what was asked, and what the last closed round got for an answer.

use jiff::civil::Date;
use pejl_domain::chain::{Content, State};
use pejl_domain::models::Key;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{Mark, Report, ReportContent, Round};
use pejl_kernel::{ElementId, MunicipalityId, Number, PositionId, RoundId};
use uuid::Uuid;

use super::read::{content, key, mark, prose, report_state, shown, stamp};
use super::round::{MentionCells, RoundMention, round_mention};
use crate::chain::{number, state};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{DbDate, Ts, date, id_rows};

const READING: &str = "reading a report";

/// A report with what was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The report.
    pub report: Report,
    /// The level of its unit: says which deadline it has.
    pub level: Key,
    /// The position that answers for the goal.
    pub responsible: Option<PositionId>,
    /// The goal's policy area; empty where it has none.
    pub policy_area: String,
    /// When the goal shall be met.
    pub due: Option<Date>,
    /// The goal's number.
    pub number: Number,
    /// What the goal said in the edition that is judged.
    pub content: Content,
    /// Where the goal stands now: one that is no longer in force is outside every count.
    pub goal_state: State,
    /// What took the goal's place since.
    pub replaced_by: Option<ElementId>,
    /// What the figures suggested at the last save.
    pub suggested: Option<Mark>,
    /// Which way the figures had gone at the last save.
    pub trend: Option<Trend>,
}

/// What a goal got in the last closed round that asked it. Never a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Before {
    /// The round.
    pub round: RoundMention,
    /// The edition that was judged.
    pub edition: u32,
    /// What the goal said in it.
    pub judged: Content,
    /// Its mark; `None` where it was silent.
    pub mark: Option<Mark>,
    /// What was written; empty where it was silent.
    pub content: ReportContent,
}

/// The columns of an [`Asked`]: the report is called `r`, the goal `e`, its edition `d`.
macro_rules! asked_columns {
    () => {
        "r.round_id AS report_round, r.goal_id, r.edition, r.unit_id AS report_unit, r.level, r.responsible_id, r.policy_area, r.due_on,
            r.state AS report_state, r.suggested, r.trend, r.content AS words, r.submitted_by, r.submitted_for, r.submitted_at,
            r.answered_by, r.answered_for, r.answered_at, r.note, r.version, e.prefix, e.year, e.serial, e.state AS goal_state,
            e.outcome, e.replaced_by, d.content AS judged"
    };
}
pub(super) use asked_columns;

/// Joins the goal and its edition to the report `r`.
macro_rules! asked_joins {
    () => {
        " CROSS JOIN element e CROSS JOIN element_edition d "
    };
}
pub(super) use asked_joins;

/// How [`asked_joins!`] are joined.
macro_rules! asked_joined {
    () => {
        "(e.municipality_id = $1 AND e.id = r.goal_id AND d.municipality_id = $1 AND d.element_id = r.goal_id AND d.edition = r.edition)"
    };
}
pub(super) use asked_joined;

#[derive(sqlx::FromRow)]
pub(super) struct AskedCells {
    report_round: Uuid,
    goal_id: Uuid,
    edition: i64,
    report_unit: Uuid,
    level: String,
    responsible_id: Option<Uuid>,
    policy_area: String,
    due_on: Option<DbDate>,
    report_state: String,
    suggested: Option<String>,
    trend: Option<String>,
    words: String,
    submitted_by: Option<Uuid>,
    submitted_for: Option<Uuid>,
    submitted_at: Option<Ts>,
    answered_by: Option<Uuid>,
    answered_for: Option<Uuid>,
    answered_at: Option<Ts>,
    note: String,
    version: i64,
    prefix: String,
    year: i64,
    serial: i64,
    goal_state: String,
    outcome: Option<String>,
    replaced_by: Option<Uuid>,
    judged: String,
}

/// Reads what a goal said.
fn judged(text: &str) -> Result<Content, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what a goal said"))
}

fn edition(n: i64) -> Result<u32, Fault> {
    u32::try_from(n).map_err(|_| corrupt(READING, n.to_string(), "an edition"))
}

impl AskedCells {
    pub(super) fn asked(self) -> Result<Asked, Fault> {
        let trend = |t: String| Trend::parse(&t).ok_or_else(|| corrupt(READING, t, "a trend"));
        Ok(Asked {
            report: Report {
                round: self.report_round.into(),
                goal: self.goal_id.into(),
                edition: edition(self.edition)?,
                unit: self.report_unit.into(),
                state: report_state(&self.report_state)?,
                content: content(&self.words)?,
                submitted: self.submitted_by.zip(self.submitted_at).map(|(by, at)| stamp(by, self.submitted_for, at)),
                answered: self.answered_by.zip(self.answered_at).map(|(by, at)| stamp(by, self.answered_for, at)),
                note: prose(&self.note)?,
                version: self.version,
            },
            level: key(&self.level)?,
            responsible: self.responsible_id.map(PositionId),
            policy_area: self.policy_area,
            due: self.due_on.map(DbDate::to_jiff),
            number: number(&self.prefix, self.year, self.serial)?,
            content: judged(&self.judged)?,
            goal_state: state(&self.goal_state, self.outcome.as_deref())?,
            replaced_by: self.replaced_by.map(ElementId),
            suggested: mark(self.suggested.as_deref())?,
            trend: self.trend.map(trend).transpose()?,
        })
    }
}

/// One report, for a deed: the sight is asked where it is shown.
///
/// # Errors
/// Not found, or a fault.
pub async fn report(tx: &mut Tx, municipality: MunicipalityId, round: RoundId, goal: ElementId) -> Result<Asked, Miss> {
    reports(tx, municipality, round, &[goal]).await?.pop().ok_or(Miss::NotFound)
}

/// The reports on these goals that the round asked for, by number; for a deed.
///
/// # Errors
/// A fault.
pub async fn reports(tx: &mut Tx, municipality: MunicipalityId, round: RoundId, goals: &[ElementId]) -> Result<Vec<Asked>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "SELECT ",
            asked_columns!(),
            " FROM rows_of($3) i CROSS JOIN report r ",
            asked_joins!(),
            "
         WHERE r.municipality_id = $1 AND r.round_id = $2 AND r.goal_id = id_of(i.value ->> 0) AND ",
            asked_joined!(),
            "
         ORDER BY e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<AskedCells> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(round.0).bind(id_rows(goals.iter().map(|g| g.0))).fetch_all(c).await)
    .map_err(doing("loading reports"))?;
    rows.into_iter().map(AskedCells::asked).collect()
}

#[derive(sqlx::FromRow)]
struct BeforeRow {
    goal_id: Uuid,
    #[sqlx(flatten)]
    round: MentionCells,
    edition: i64,
    state: String,
    mark: Option<String>,
    words: String,
    judged: String,
}

/// What each of these goals got in the last closed round that asked it, of those that were cut off before this one. Goals
/// that were never asked are left out.
///
/// # Errors
/// A fault.
pub async fn before(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    goals: &[ElementId],
) -> Result<Vec<(ElementId, Before)>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            "WITH latest(goal_id, round_id, place) AS (
            SELECT r.goal_id, r.round_id, row_number() OVER (PARTITION BY r.goal_id ORDER BY n.cut_off DESC, n.id)
            FROM rows_of($3) i CROSS JOIN report r CROSS JOIN round n
            WHERE r.municipality_id = $1 AND r.goal_id = id_of(i.value ->> 0) AND NOT r.outside
              AND n.municipality_id = $1 AND n.id = r.round_id AND n.state = 'closed' AND n.cut_off < $2
         )
         SELECT r.goal_id, ",
            round_mention!(),
            ", r.edition, r.state, r.mark, r.content AS words, d.content AS judged
         FROM latest l CROSS JOIN report r CROSS JOIN round n CROSS JOIN element_edition d
         WHERE l.place = 1 AND r.municipality_id = $1 AND r.round_id = l.round_id AND r.goal_id = l.goal_id
           AND n.municipality_id = $1 AND n.id = l.round_id
           AND d.municipality_id = $1 AND d.element_id = r.goal_id AND d.edition = r.edition"
        ),
    );
    let rows: Vec<BeforeRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(date(round.cut_off)).bind(id_rows(goals.iter().map(|g| g.0))).fetch_all(c).await)
    .map_err(doing("reading what the last round got"))?;
    rows.into_iter()
        .map(|r| {
            let at = report_state(&r.state)?;
            let before = Before {
                round: r.round.mention()?,
                edition: edition(r.edition)?,
                judged: judged(&r.judged)?,
                mark: shown(at, mark(r.mark.as_deref())?),
                content: if at.is_answered() { content(&r.words)? } else { ReportContent::default() },
            };
            Ok((r.goal_id.into(), before))
        })
        .collect()
}
