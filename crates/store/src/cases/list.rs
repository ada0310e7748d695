//! Cases as lists and lines name them.

use jiff::civil::Date;
use pejl_domain::cases::{Adopts, CaseKind, CaseState, Outcome};
use pejl_kernel::{AgreementId, CaseId, ElementId, Number, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::case::{number, outcome, state};
use super::sight::{case_seen, posts};
use crate::chain::UnitMention;
use crate::chain::mention::whole;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::typed::{folded, small};
use crate::value::{DbDate, id_rows};

const READING: &str = "reading a case in a list";

/// A case as lists and lines name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseRow {
    /// Its id.
    pub id: CaseId,
    /// What people call it by.
    pub number: Number,
    /// What it is about.
    pub title: String,
    /// What is asked of the body.
    pub kind: CaseKind,
    /// Whether it is closed.
    pub is_closed: bool,
    /// Where it stands.
    pub state: CaseState,
    /// The body that decides.
    pub body: UnitMention,
    /// The day of the meeting.
    pub meeting: Option<Date>,
    /// Its place on the agenda.
    pub item: Option<u16>,
    /// How many things the body adopts by it.
    pub adopts: usize,
    /// When it was decided, and what came of it.
    pub decided: Option<(Date, Outcome)>,
    /// Whether it corrects another.
    pub is_correction: bool,
    /// Its version.
    pub version: i64,
}

/// Which cases a list shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaseAsk {
    /// Only this body's.
    pub body: Option<UnitId>,
    /// Only those that stand so.
    pub state: Option<CaseState>,
    /// Only those with a meeting from this day on.
    pub from: Option<Date>,
    /// Only those with a meeting up to this day.
    pub to: Option<Date>,
    /// What was typed, to be found in title or number.
    pub text: String,
    /// Pass over so many.
    pub skip: i64,
    /// Show so many.
    pub most: i64,
}

/// The columns of a [`CaseRow`]: the case is called `k`, its body `b`, its decision `d`.
macro_rules! row_columns {
    () => {
        "k.id, k.year, k.serial, k.title, k.kind, k.is_closed, k.state, k.body_id, b.serial AS body_serial, b.name AS body_name,
            k.meeting_on, k.item, k.outcome, d.decided_on, k.corrects_id, k.version,
            (SELECT count(*) FROM agenda_case_adopts o WHERE o.municipality_id = k.municipality_id AND o.case_id = k.id) AS adopts"
    };
}

/// Where a [`CaseRow`] comes from.
macro_rules! row_tables {
    () => {
        " JOIN unit b ON b.municipality_id = k.municipality_id AND b.id = k.body_id
          LEFT JOIN decision d ON d.municipality_id = k.municipality_id AND d.id = k.decision_id "
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    year: i64,
    serial: i64,
    title: String,
    kind: String,
    is_closed: bool,
    state: String,
    body_id: Uuid,
    body_serial: i64,
    body_name: String,
    meeting_on: Option<DbDate>,
    item: Option<i64>,
    outcome: Option<String>,
    decided_on: Option<DbDate>,
    corrects_id: Option<Uuid>,
    version: i64,
    adopts: i64,
}

impl Row {
    fn row(self) -> Result<CaseRow, Fault> {
        let came = self.outcome.as_deref().map(outcome).transpose()?;
        Ok(CaseRow {
            id: self.id.into(),
            number: number(self.year, self.serial)?,
            title: self.title,
            kind: CaseKind::parse(&self.kind).ok_or_else(|| corrupt(READING, &self.kind, "a kind"))?,
            is_closed: self.is_closed,
            state: state(&self.state)?,
            body: UnitMention::new(self.body_id, self.body_serial, self.body_name),
            meeting: self.meeting_on.map(DbDate::to_jiff),
            item: self.item.and_then(|item| u16::try_from(item).ok()),
            adopts: whole(self.adopts),
            decided: self.decided_on.map(DbDate::to_jiff).zip(came),
            is_correction: self.corrects_id.is_some(),
            version: self.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct FoundRow {
    #[sqlx(flatten)]
    row: Row,
    found: i64,
}

/// The cases that are asked for and seen, and how many there are: on the agenda first, the next meeting first; then what is
/// being written; then what was decided, the last first; then what was withdrawn. One statement.
///
/// # Errors
/// A fault.
pub async fn cases(tx: &mut Tx, sight: &Sight, ask: &CaseAsk) -> Result<(Vec<CaseRow>, usize), Fault> {
    let typed = folded(&ask.text);
    let pattern = if typed.is_empty() { String::new() } else { format!("%{typed}%") };
    let rows: Vec<FoundRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT ", row_columns!(), ", count(*) OVER () AS found FROM agenda_case k ", row_tables!(),
        " WHERE k.municipality_id = $1 AND ($5 IS NULL OR k.body_id = $5) AND ($6 IS NULL OR k.state = $6)
            AND ($7 IS NULL OR k.meeting_on >= $7) AND ($8 IS NULL OR k.meeting_on <= $8)
            AND ($9 = '' OR ", small!("k.title"), " LIKE $9 ESCAPE '\\'
                OR 's-' || CAST(k.year AS TEXT) || '-' || CASE WHEN k.serial < 10 THEN '00' WHEN k.serial < 100 THEN '0' ELSE '' END
                    || CAST(k.serial AS TEXT) LIKE $9 ESCAPE '\\')
            AND ", case_seen!(),
        " ORDER BY CASE k.state WHEN 'ready' THEN 0 WHEN 'draft' THEN 1 WHEN 'decided' THEN 2 ELSE 3 END, k.meeting_on IS NULL,
            CASE WHEN k.state IN ('ready', 'draft') THEN k.meeting_on END, k.meeting_on DESC, b.name COLLATE da, k.item IS NULL,
            k.item, k.year DESC, k.serial DESC
          LIMIT $10 OFFSET $11")))
        .bind(ask.body.map(|id| id.0)).bind(ask.state.map(CaseState::as_str)).bind(crate::value::maybe_date(ask.from))
        .bind(crate::value::maybe_date(ask.to)).bind(&pattern).bind(ask.most).bind(ask.skip).fetch_all(c).await)
    .map_err(doing("listing cases"))?;
    let total = rows.first().map_or(0, |row| whole(row.found));
    let rows = rows.into_iter().map(|found| found.row.row()).collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// How many cases stand so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseCount {
    /// Where they stand.
    pub state: CaseState,
    /// How many.
    pub count: usize,
}

/// How many cases that are seen stand where. One statement.
///
/// # Errors
/// A fault.
pub async fn case_counts(tx: &mut Tx, sight: &Sight) -> Result<Vec<CaseCount>, Fault> {
    let rows: Vec<(String, i64)> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT k.state, count(*) FROM agenda_case k WHERE k.municipality_id = $1 AND ", case_seen!(), " GROUP BY k.state")))
        .fetch_all(c).await)
    .map_err(doing("counting cases"))?;
    rows.into_iter().map(|(text, count)| Ok(CaseCount { state: state(&text)?, count: whole(count) })).collect()
}

/// These cases, those that are seen, in the order asked: what a search found. One statement.
///
/// # Errors
/// A fault.
pub async fn case_mentions(tx: &mut Tx, sight: &Sight, ids: &[CaseId]) -> Result<Vec<CaseRow>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            "SELECT ",
            row_columns!(),
            " FROM rows_of($5) r CROSS JOIN agenda_case k ",
            row_tables!(),
            " WHERE k.municipality_id = $1 AND k.id = id_of(r.value ->> 0) AND ",
            case_seen!(),
            " ORDER BY CAST(r.value ->> 1 AS BIGINT)"
        ),
    );
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("naming cases"))?;
    rows.into_iter().map(Row::row).collect()
}

/// The cases that an element or an agreement came up in, those that are seen, newest first: for its own page. One statement.
///
/// # Errors
/// A fault.
pub async fn cases_of(tx: &mut Tx, sight: &Sight, thing: Adopts) -> Result<Vec<CaseRow>, Fault> {
    let (element, agreement) = match thing {
        Adopts::Element(id) => (Some(id.0), None),
        Adopts::Agreement(id) => (None, Some(id.0)),
    };
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT ", row_columns!(), " FROM agenda_case k ", row_tables!(),
        " WHERE k.municipality_id = $1 AND k.id IN (
            SELECT o.case_id FROM agenda_case_adopts o
            WHERE o.municipality_id = $1 AND (o.element_id = $5 OR o.agreement_id = $6)) AND ", case_seen!(),
        " ORDER BY k.year DESC, k.serial DESC LIMIT 50")))
        .bind(element).bind(agreement).fetch_all(c).await)
    .map_err(doing("listing the cases something came up in"))?;
    rows.into_iter().map(Row::row).collect()
}

/// The cases that correct one, those that are seen, newest first. One statement.
pub(super) async fn corrections_of(tx: &mut Tx, sight: &Sight, id: CaseId) -> Result<Vec<CaseRow>, Fault> {
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(
        posts!(), "SELECT ", row_columns!(), " FROM agenda_case k ", row_tables!(),
        " WHERE k.municipality_id = $1 AND k.corrects_id = $5 AND ", case_seen!(), " ORDER BY k.year DESC, k.serial DESC LIMIT 50")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("listing the corrections of a case"))?;
    rows.into_iter().map(Row::row).collect()
}

/// What stands in cases that are being written or are on an agenda, whoever sees them: it need not be taken up again. One
/// statement.
///
/// # Errors
/// A fault.
pub async fn taken_up(tx: &mut Tx, sight: &Sight) -> Result<Vec<Adopts>, Fault> {
    let rows: Vec<(Option<Uuid>, Option<Uuid>)> = on!(tx, c => sqlx::query_as(
        "SELECT o.element_id, o.agreement_id FROM agenda_case k
         JOIN agenda_case_adopts o ON o.municipality_id = $1 AND o.case_id = k.id
         WHERE k.municipality_id = $1 AND k.state IN ('draft', 'ready')")
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("reading what open cases are about"))?;
    let thing = |(element, agreement): (Option<Uuid>, Option<Uuid>)| {
        let element = element.map(|id| Adopts::Element(ElementId(id)));
        element.or_else(|| agreement.map(|id| Adopts::Agreement(AgreementId(id))))
    };
    Ok(rows.into_iter().filter_map(thing).collect())
}
