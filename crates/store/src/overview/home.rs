//! Overblik: what one person should do now, what has changed since they were here, and their place in the chain.

use jiff::civil::Date;
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use super::judgements::{StateCount, states};
use super::mention::{Mention, MentionRow, UnitMention, mention_columns, owner, whole};
use super::narrow::{is_break, is_orphan};
use super::shape::{Shape, spec_rows};
use crate::audit::{Line, LineRow, for_all};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::DbDate;
use crate::value::id_rows;

/// Whose overview, and what they answer for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HomeAsk {
    /// The columns.
    pub shape: Shape,
    /// The units the person leads, or stands in for the leader of: theirs are the drafts, the answers, the loose ends.
    pub leads: Vec<UnitId>,
    /// The units the person has to do with: their elements are `chain`.
    pub units: Vec<UnitId>,
    /// Keeps the chain in order for every body (a consultant): every proposal, orphan and break is theirs to follow.
    pub every_proposal: bool,
    /// Keeps the organisation (an administrator): vacant leading positions are theirs.
    pub every_vacancy: bool,
    /// Where the audit trail had come to when the person was here last; `None` for the first time, then there is no news.
    pub since: Option<i64>,
    /// The most tasks of each kind; the rest are counted.
    pub most: i64,
}

/// Overblik.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Home {
    /// What to do, by kind in the order of [`TaskOf::ALL`], earliest date first and those without one last.
    pub tasks: Vec<Task>,
    /// How many tasks of each kind there are; kinds without any are left out.
    pub totals: Vec<(TaskOf, usize)>,
    /// What happened to elements the person sees, newest first, at most ten.
    pub news: Vec<Line>,
    /// The live elements of the person's units with everything live they serve up to the top, column by column; at most two
    /// hundred.
    pub chain: Vec<InChain>,
    /// Counts over everything the person sees.
    pub counts: Counts,
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// What kind of thing.
    pub of: TaskOf,
    /// The element; `None` for a vacancy.
    pub element: Option<Mention>,
    /// The unit it is about: the one asked, the one with the vacancy, else the owner.
    pub unit: UnitMention,
    /// The title of the vacant position, or why a draft came back; else empty.
    pub note: String,
    /// The date it was or is due.
    pub due: Option<Date>,
}

/// The kinds of task.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TaskOf {
    /// A goal in force whose day has passed.
    Overdue,
    /// Sent back with a note.
    Returned,
    /// Awaits a body the person speaks for.
    Proposal,
    /// A goal was put before the unit.
    Asked,
    /// Begun and not proposed.
    Draft,
    /// Must stand under something and does not.
    Orphan,
    /// Should be served by something and is not.
    Break,
    /// A leading position nobody holds.
    Vacancy,
}

impl TaskOf {
    /// Every one, most pressing first.
    pub const ALL: [Self; 8] =
        [Self::Overdue, Self::Returned, Self::Proposal, Self::Asked, Self::Draft, Self::Orphan, Self::Break, Self::Vacancy];

    /// As the catalogues' keys end.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Returned => "returned",
            Self::Proposal => "proposal",
            Self::Asked => "asked",
            Self::Draft => "draft",
            Self::Orphan => "orphan",
            Self::Break => "break",
            Self::Vacancy => "vacancy",
        }
    }
}

/// An element in the person's own chain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InChain {
    /// The element.
    pub element: Mention,
    /// Its column.
    pub column: usize,
    /// Whether one of the person's own units owns it.
    pub is_own: bool,
}

/// Counts over what is seen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// By column and state.
    pub states: Vec<StateCount>,
}

/// Overblik, in five statements.
///
/// # Errors
/// A fault of the database.
pub async fn home(tx: &mut Tx, sight: &Sight, ask: &HomeAsk) -> Result<Home, Fault> {
    let (tasks, totals) = chain_tasks(tx, sight, ask).await?;
    Ok(Home {
        tasks,
        totals,
        news: news(tx, sight, ask.since).await?,
        chain: chain(tx, sight, ask).await?,
        counts: Counts { states: states(tx, sight, &ask.shape, None).await? },
    })
}

/// What to do in the chain and in the organisation, and how many of each kind there are: the tasks of [`home`], alone. Two
/// statements.
///
/// # Errors
/// A fault of the database.
pub async fn chain_tasks(tx: &mut Tx, sight: &Sight, ask: &HomeAsk) -> Result<(Vec<Task>, Vec<(TaskOf, usize)>), Fault> {
    let mut rows = element_tasks(tx, sight, ask).await?;
    rows.extend(vacancies(tx, sight, ask).await?);
    let (mut tasks, mut totals) = (Vec::with_capacity(rows.len()), Vec::new());
    for (of, total, task) in rows {
        if totals.last().is_none_or(|(last, _)| *last != of) {
            totals.push((of, total));
        }
        tasks.push(task);
    }
    Ok((tasks, totals))
}

fn units(ids: &[UnitId]) -> Json<Value> {
    id_rows(ids.iter().map(|id| id.0))
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    what: i64,
    total: i64,
    #[sqlx(flatten)]
    element: MentionRow,
    unit_id: Uuid,
    unit_serial: i64,
    unit_name: String,
    note: String,
    due: Option<DbDate>,
}

impl TaskRow {
    fn task(self) -> Result<(TaskOf, usize, Task), Fault> {
        let of = TaskOf::ALL.get(whole(self.what)).copied();
        let of = of.ok_or_else(|| corrupt("reading the tasks", self.what.to_string(), "a kind of task"))?;
        let task = Task {
            of,
            element: Some(self.element.mention()?),
            unit: UnitMention::new(self.unit_id, self.unit_serial, self.unit_name),
            note: self.note,
            due: self.due.map(DbDate::to_jiff),
        };
        Ok((of, whole(self.total), task))
    }
}

/// The tasks that are about elements. A task is called by its place in [`TaskOf::ALL`].
async fn element_tasks(tx: &mut Tx, sight: &Sight, ask: &HomeAsk) -> Result<Vec<(TaskOf, usize, Task)>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            spec_rows!(),
            ", led(unit_id, level) AS (
            SELECT b.id, b.level FROM rows_of($6) r JOIN unit b ON b.municipality_id = $1 AND b.id = id_of(r.value ->> 0)
         ), led_tree(unit_id) AS (
            SELECT l.unit_id FROM led l
            UNION
            SELECT b.id FROM unit b JOIN led_tree t ON b.parent_id = t.unit_id WHERE b.municipality_id = $1
         ), led_below(body_id, level, unit_id) AS (
            SELECT l.unit_id, l.level, l.unit_id FROM led l
            UNION
            SELECT t.body_id, t.level, b.id FROM unit b JOIN led_below t ON b.parent_id = t.unit_id WHERE b.municipality_id = $1
         ), body_line(unit_id, parent_id, level) AS (
            SELECT b.id, b.parent_id, b.level FROM unit b WHERE b.municipality_id = $1
            UNION
            SELECT y.unit_id, b.parent_id, b.level FROM body_line y JOIN unit b ON b.municipality_id = $1 AND b.id = y.parent_id
         ), loose(id, owner_id, due_on, is_orphan, is_break) AS (
            SELECT e.id, e.owner_id, e.due_on, ",
            is_orphan!(),
            ", ",
            is_break!(),
            "
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND (s.tied OR s.served)
              AND e.state IN ('proposed', 'adopted') AND ($7 OR e.owner_id IN (SELECT t.unit_id FROM led_tree t)) AND ",
            seen!(),
            "
         ), task(what, element_id, unit_id, note, due) AS (
            SELECT 0, e.id, e.owner_id, '', e.due_on FROM led_tree t CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.owner_id = t.unit_id AND e.state = 'adopted' AND e.due_on < $3
              AND (e.progress IS NULL OR e.progress IN ('planned', 'running'))
            UNION ALL
            SELECT CASE WHEN e.state = 'returned' THEN 1 ELSE 4 END, e.id, e.owner_id, e.note, e.due_on
            FROM led l CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.owner_id = l.unit_id AND e.state IN ('draft', 'returned') AND ",
            seen!(),
            "
            UNION ALL
            SELECT 2, e.id, e.owner_id, '', e.due_on
            FROM spec s CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level AND e.state = 'proposed' AND s.adopts IS NOT NULL
              AND ($7 OR e.owner_id IN (SELECT t.unit_id FROM led_below t WHERE t.level = s.adopts)
                OR (s.adopts IN (SELECT l.level FROM led l) AND ",
            seen!(),
            " AND NOT EXISTS (
                    SELECT 1 FROM body_line y WHERE y.unit_id = e.owner_id AND y.level = s.adopts)))
            UNION ALL
            SELECT 3, e.id, st.unit_id, '', e.due_on
            FROM led l CROSS JOIN stance st CROSS JOIN element e
            WHERE st.municipality_id = $1 AND st.unit_id = l.unit_id AND e.municipality_id = $1 AND e.id = st.element_id
              AND st.answer = 'asked' AND e.state = 'adopted'
            UNION ALL
            SELECT 5, o.id, o.owner_id, '', o.due_on FROM loose o WHERE o.is_orphan
            UNION ALL
            SELECT 6, o.id, o.owner_id, '', o.due_on FROM loose o WHERE o.is_break
         ), counted(what, element_id, unit_id, note, due, total, place) AS (
            SELECT t.what, t.element_id, t.unit_id, t.note, t.due, count(*) OVER (PARTITION BY t.what),
                row_number() OVER (PARTITION BY t.what ORDER BY CASE WHEN t.due IS NULL THEN 1 ELSE 0 END, t.due, t.element_id)
            FROM task t
         )
         SELECT CAST(n.what AS BIGINT) AS what, n.total, ",
            mention_columns!(),
            ", a.id AS unit_id, a.serial AS unit_serial,
            a.name AS unit_name, n.note, n.due
         FROM counted n CROSS JOIN element e ",
            owner!(),
            "
         JOIN unit a ON a.municipality_id = $1 AND a.id = n.unit_id
         WHERE e.municipality_id = $1 AND e.id = n.element_id AND n.place <= $8 ORDER BY n.what, n.place"
        ),
    );
    let rows: Vec<TaskRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(ask.shape.spec_rows()).bind(units(&ask.leads)).bind(ask.every_proposal).bind(ask.most).fetch_all(c).await)
    .map_err(doing("reading the tasks"))?;
    rows.into_iter().map(TaskRow::task).collect()
}

/// The leading positions that nobody holds today, for whoever keeps the organisation.
async fn vacancies(tx: &mut Tx, sight: &Sight, ask: &HomeAsk) -> Result<Vec<(TaskOf, usize, Task)>, Fault> {
    let rows: Vec<(String, Uuid, i64, String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT po.title, u.id, u.serial, u.name, count(*) OVER () AS total
         FROM position po JOIN unit u ON u.municipality_id = $1 AND u.id = po.unit_id
         WHERE $3 AND po.municipality_id = $1 AND po.person_id IS NULL
           AND po.role IN ('committee-chair', 'chief-executive', 'director', 'department-head', 'institution-leader')
           AND po.valid_from <= $2 AND (po.valid_to IS NULL OR po.valid_to >= $2) AND (u.valid_to IS NULL OR u.valid_to >= $2)
         ORDER BY u.name COLLATE da, po.title COLLATE da, po.id LIMIT $4")
        .bind(sight.municipality().0).bind(crate::value::date(sight.on())).bind(ask.every_vacancy).bind(ask.most)
        .fetch_all(c).await)
    .map_err(doing("reading the vacancies"))?;
    let vacancy = |(title, id, serial, name, total): (String, Uuid, i64, String, i64)| {
        let task = Task { of: TaskOf::Vacancy, element: None, unit: UnitMention::new(id, serial, name), note: title, due: None };
        (TaskOf::Vacancy, whole(total), task)
    };
    Ok(rows.into_iter().map(vacancy).collect())
}

/// What others did to elements that are seen, newest first.
async fn news(tx: &mut Tx, sight: &Sight, since: Option<i64>) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT a.serial, a.at, p.name AS person, s.name AS standing_in_for, a.subject_kind, a.subject_id, a.event
         FROM audit_line a
         JOIN element e ON e.municipality_id = a.municipality_id AND e.id = a.subject_id
         LEFT JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id
         LEFT JOIN person s ON s.municipality_id = a.municipality_id AND s.id = a.standing_in_for
         WHERE a.municipality_id = $1 AND a.serial > CAST($5 AS BIGINT) AND a.subject_kind = 'element'
           AND (a.person_id IS NULL OR $2 IS NULL OR a.person_id <> $2) AND ", for_all!(), " AND ", seen!(), "
         ORDER BY a.serial DESC LIMIT 10")))
        .bind(since).fetch_all(c).await)
    .map_err(doing("reading what has changed"))?;
    rows.into_iter().map(LineRow::line).collect()
}

#[derive(sqlx::FromRow)]
struct InChainRow {
    #[sqlx(flatten)]
    element: MentionRow,
    col: i64,
    is_own: bool,
}

async fn chain(tx: &mut Tx, sight: &Sight, ask: &HomeAsk) -> Result<Vec<InChain>, Fault> {
    let sql = spoken(tx.engine(), concat!(mine!(), spec_rows!(),
        ", here(unit_id) AS (
            SELECT id_of(r.value ->> 0) FROM rows_of($6) r
         ), up(id) AS (
            SELECT e.id FROM here h CROSS JOIN element e
            WHERE e.municipality_id = $1 AND e.owner_id = h.unit_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ", seen!(), "
            UNION
            SELECT e.id FROM up y CROSS JOIN contribution c CROSS JOIN element e
            WHERE c.municipality_id = $1 AND c.child_id = y.id AND e.municipality_id = $1 AND e.id = c.parent_id
              AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ", seen!(), "
         )
         SELECT ", mention_columns!(), ", s.col, e.owner_id IN (SELECT h.unit_id FROM here h) AS is_own
         FROM up y CROSS JOIN element e CROSS JOIN spec s ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = y.id AND s.kind = e.kind AND s.level = e.level
         ORDER BY s.col, e.prefix, e.year, e.serial LIMIT 200"));
    let rows: Vec<InChainRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(ask.shape.spec_rows()).bind(units(&ask.units)).fetch_all(c).await)
    .map_err(doing("reading one's own chain"))?;
    rows.into_iter().map(|r| Ok(InChain { element: r.element.mention()?, column: whole(r.col), is_own: r.is_own })).collect()
}
