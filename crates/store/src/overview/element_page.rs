//! One element with everything around it: its line up, its branch down, what stands beside it, how far it has come down,
//! and by what and whom it stands.

use jiff::civil::Date;
use pejl_domain::chain::{Coverage, Edge, State};
use pejl_domain::models::{ElementKind, Key};
use pejl_kernel::{DecisionId, ElementId, PersonId, PositionId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::chain_map::edges_among;
use super::mention::{Mention, MentionRow, UnitMention, key, kind, mention_columns, owner, state, whole};
use super::narrow::CROWDED;
use super::shape::{Shape, spec_rows};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::DbDate;

/// Everything around an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Around {
    /// The element itself.
    pub element: Mention,
    /// Everything it serves, nearest first, each once.
    pub up: Vec<LineUp>,
    /// Everything that serves it, nearest first, each once, as far as was asked for.
    pub down: Vec<Below>,
    /// How many more serve it than are in `down`.
    pub rest: usize,
    /// The contributions among the element, `up` and `down`.
    pub edges: Vec<Edge>,
    /// Everything that serves it, each once, by kind, level and state; those in `rest` too.
    pub roll_up: Vec<RollUp>,
    /// The value markers and sources it observes, by number.
    pub beside: Vec<Mention>,
    /// What observes this value marker, or points to this source.
    pub pointing: Vec<Mention>,
    /// How many point to it; `pointing` shows the first hundred.
    pub pointing_total: usize,
    /// What the units it was put before answered, in figures.
    pub coverage: Coverage,
    /// The decision by which the edition in force was adopted.
    pub decision: Option<StoodBy>,
    /// The position that answers for it.
    pub responsible: Option<Holder>,
    /// What took its place.
    pub replaced_by: Option<Mention>,
    /// What it took the place of.
    pub replaces: Vec<Mention>,
    /// Actions anywhere below it, in force and neither done nor dropped, those due first first; at most twenty.
    pub open_actions: Vec<OpenAction>,
    /// How many open actions there are.
    pub open_actions_total: usize,
}

/// Something an element serves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineUp {
    /// The element above.
    pub element: Mention,
    /// How far up: 1 is right above. The shortest way counts.
    pub far: usize,
}

/// Something that serves an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Below {
    /// The element below.
    pub element: Mention,
    /// How far down: 1 is right under. The shortest way counts.
    pub far: usize,
    /// When it shall be met.
    pub due: Option<Date>,
}

/// How many below are of a kind and level and in a state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RollUp {
    /// The kind.
    pub kind: ElementKind,
    /// The level.
    pub level: Key,
    /// The state.
    pub state: State,
    /// How many.
    pub count: usize,
}

/// A decision that an element rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoodBy {
    /// The decision.
    pub id: DecisionId,
    /// The body that decided.
    pub body: UnitMention,
    /// The day.
    pub on: Date,
    /// The case number.
    pub case_number: String,
    /// What was decided.
    pub text: String,
}

/// A position that answers for an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The position.
    pub position: PositionId,
    /// What it is called.
    pub title: String,
    /// Its unit.
    pub unit: UnitMention,
    /// Who holds it; `None` where it is vacant.
    pub person: Option<(PersonId, String)>,
}

/// An action that is planned or runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenAction {
    /// The action.
    pub element: Mention,
    /// Its last day.
    pub due: Option<Date>,
}

/// How many open actions a page names, and how many of those that point to a marker or source.
const FIRST_ACTIONS: i64 = 20;
const FIRST_POINTING: i64 = 100;

/// After `mine!()`: `down(id, far)`, everything seen that serves `$5`, once for each distance.
macro_rules! down {
    () => {
        concat!(
            ", down(id, far) AS (
                SELECT e.id, CAST(0 AS BIGINT) FROM element e WHERE e.municipality_id = $1 AND e.id = $5
                UNION
                SELECT e.id, d.far + 1 FROM down d CROSS JOIN contribution c CROSS JOIN element e
                WHERE c.municipality_id = $1 AND c.parent_id = d.id AND e.municipality_id = $1 AND e.id = c.child_id AND ",
            seen!(),
            ") "
        )
    };
}

/// Everything around an element; of what serves it, the nearest `most`. Eight statements.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn around(tx: &mut Tx, sight: &Sight, id: ElementId, most: i64) -> Result<Around, Miss> {
    let itself = itself(tx, sight, id).await?.ok_or(Miss::NotFound)?;
    let up = up(tx, sight, id).await?;
    let (down, all_below) = below(tx, sight, id, most).await?;
    let roll_up = roll_up(tx, sight, id).await?;
    let (open_actions, open_actions_total) = open_actions(tx, sight, id).await?;
    let mut related = related(tx, sight, id).await?;
    let coverage = coverage(tx, sight, id).await?;
    let ids: Vec<ElementId> =
        [id].into_iter().chain(up.iter().map(|u| u.element.id)).chain(down.iter().map(|d| d.element.id)).collect();
    let edges = edges_among(tx, sight, &ids).await?;
    let decision = itself.decision();
    let responsible = itself.responsible();
    Ok(Around {
        element: itself.element.mention()?,
        rest: all_below.saturating_sub(down.len()),
        up,
        down,
        edges,
        roll_up,
        pointing_total: related.iter().find(|r| r.how == "pointing").map_or(0, |r| whole(r.total)),
        beside: take(&mut related, "beside")?,
        pointing: take(&mut related, "pointing")?,
        replaced_by: take(&mut related, "replaced-by")?.into_iter().next(),
        replaces: take(&mut related, "replaces")?,
        coverage,
        decision,
        responsible,
        open_actions,
        open_actions_total,
    })
}

#[derive(sqlx::FromRow)]
struct Itself {
    #[sqlx(flatten)]
    element: MentionRow,
    decision: Option<Uuid>,
    body: Option<Uuid>,
    body_serial: Option<i64>,
    body_name: Option<String>,
    decided_on: Option<DbDate>,
    case_number: Option<String>,
    decision_text: Option<String>,
    position: Option<Uuid>,
    position_title: Option<String>,
    position_unit: Option<Uuid>,
    position_unit_serial: Option<i64>,
    position_unit_name: Option<String>,
    person: Option<Uuid>,
    person_name: Option<String>,
}

impl Itself {
    fn decision(&self) -> Option<StoodBy> {
        Some(StoodBy {
            id: self.decision?.into(),
            body: UnitMention::new(self.body?, self.body_serial?, self.body_name.clone()?),
            on: self.decided_on?.to_jiff(),
            case_number: self.case_number.clone()?,
            text: self.decision_text.clone()?,
        })
    }

    fn responsible(&self) -> Option<Holder> {
        Some(Holder {
            position: self.position?.into(),
            title: self.position_title.clone()?,
            unit: UnitMention::new(self.position_unit?, self.position_unit_serial?, self.position_unit_name.clone()?),
            person: self.person.map(PersonId).zip(self.person_name.clone()),
        })
    }
}

async fn itself(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Option<Itself>, Fault> {
    on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT ", mention_columns!(), ", d.id AS decision, b.id AS body, b.serial AS body_serial, b.name AS body_name, d.decided_on,
            d.case_number, d.text AS decision_text, po.id AS position, po.title AS position_title, pu.id AS position_unit,
            pu.serial AS position_unit_serial, pu.name AS position_unit_name, pe.id AS person, pe.name AS person_name
         FROM element e ", owner!(), "
         LEFT JOIN decision d ON d.municipality_id = $1 AND d.id = e.decision_id
         LEFT JOIN unit b ON b.municipality_id = $1 AND b.id = d.body_id
         LEFT JOIN position po ON po.municipality_id = $1 AND po.id = e.responsible_id
         LEFT JOIN unit pu ON pu.municipality_id = $1 AND pu.id = po.unit_id
         LEFT JOIN person pe ON pe.municipality_id = $1 AND pe.id = po.person_id
            AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
         WHERE e.municipality_id = $1 AND e.id = $5 AND ", seen!())))
        .bind(id.0).fetch_optional(c).await)
    .map_err(doing("reading an element's page"))
}

#[derive(sqlx::FromRow)]
struct FarRow {
    #[sqlx(flatten)]
    element: MentionRow,
    far: i64,
    due_on: Option<DbDate>,
    total: i64,
}

async fn up(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Vec<LineUp>, Fault> {
    let rows: Vec<FarRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        ", up(id, far) AS (
            SELECT e.id, CAST(0 AS BIGINT) FROM element e WHERE e.municipality_id = $1 AND e.id = $5
            UNION
            SELECT e.id, y.far + 1 FROM up y CROSS JOIN contribution c CROSS JOIN element e
            WHERE c.municipality_id = $1 AND c.child_id = y.id AND e.municipality_id = $1 AND e.id = c.parent_id AND ", seen!(), "
         )
         SELECT ", mention_columns!(), ", y.far, e.due_on, count(*) OVER () AS total
         FROM (SELECT up.id, min(up.far) AS far FROM up WHERE up.far > 0 GROUP BY up.id) y
         CROSS JOIN element e ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = y.id
         ORDER BY y.far, e.prefix, e.year, e.serial LIMIT 500")))
        .bind(id.0).fetch_all(c).await)
    .map_err(doing("reading the line up from an element"))?;
    rows.into_iter().map(|r| Ok(LineUp { element: r.element.mention()?, far: whole(r.far) })).collect()
}

/// The nearest below, and how many there are in all.
async fn below(tx: &mut Tx, sight: &Sight, id: ElementId, most: i64) -> Result<(Vec<Below>, usize), Fault> {
    let rows: Vec<FarRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(), down!(),
        "SELECT ", mention_columns!(), ", y.far, e.due_on, y.total
         FROM (
            SELECT n.id, n.far, count(*) OVER () AS total FROM (
                SELECT d.id, min(d.far) AS far FROM down d WHERE d.far > 0 GROUP BY d.id
            ) n CROSS JOIN element o WHERE o.municipality_id = $1 AND o.id = n.id ORDER BY n.far, o.prefix, o.year, o.serial LIMIT $6
         ) y CROSS JOIN element e ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = y.id
         ORDER BY y.far, e.prefix, e.year, e.serial")))
        .bind(id.0).bind(most).fetch_all(c).await)
    .map_err(doing("reading the branch below an element"))?;
    let total = rows.first().map_or(0, |r| whole(r.total));
    let rows = rows
        .into_iter()
        .map(|r| Ok(Below { element: r.element.mention()?, far: whole(r.far), due: r.due_on.map(DbDate::to_jiff) }));
    Ok((rows.collect::<Result<_, Fault>>()?, total))
}

async fn roll_up(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Vec<RollUp>, Fault> {
    let rows: Vec<(String, String, String, Option<String>, i64)> =
        on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(), down!(),
        "SELECT e.kind, e.level, e.state, e.outcome, count(*)
         FROM (SELECT DISTINCT d.id FROM down d WHERE d.far > 0) n CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.id = n.id
         GROUP BY e.kind, e.level, e.state, e.outcome ORDER BY e.kind, e.level, e.state, e.outcome")))
        .bind(id.0).fetch_all(c).await)
        .map_err(doing("counting the branch below an element"))?;
    rows.into_iter()
        .map(|(of, level, name, outcome, count)| {
            Ok(RollUp { kind: kind(&of)?, level: key(&level)?, state: state(&name, outcome.as_deref())?, count: whole(count) })
        })
        .collect()
}

async fn open_actions(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<(Vec<OpenAction>, usize), Fault> {
    let rows: Vec<FarRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(), down!(),
        "SELECT ", mention_columns!(), ", CAST(0 AS BIGINT) AS far, e.due_on, count(*) OVER () AS total
         FROM (SELECT DISTINCT d.id FROM down d WHERE d.far > 0) n CROSS JOIN element e ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = n.id AND e.kind = 'action' AND e.state = 'adopted' AND (e.progress IS NULL OR e.progress IN ('planned', 'running'))
         ORDER BY CASE WHEN e.due_on IS NULL THEN 1 ELSE 0 END, e.due_on, e.prefix, e.year, e.serial LIMIT $6")))
        .bind(id.0).bind(FIRST_ACTIONS).fetch_all(c).await)
    .map_err(doing("reading the open actions below an element"))?;
    let total = rows.first().map_or(0, |r| whole(r.total));
    let rows = rows.into_iter().map(|r| Ok(OpenAction { element: r.element.mention()?, due: r.due_on.map(DbDate::to_jiff) }));
    Ok((rows.collect::<Result<_, Fault>>()?, total))
}

#[derive(sqlx::FromRow)]
struct Related {
    how: String,
    total: i64,
    #[sqlx(flatten)]
    element: MentionRow,
}

/// What stands beside it, what points to it, what took its place and what it took the place of.
async fn related(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Vec<Related>, Fault> {
    on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        ", related(how, id) AS (
            SELECT 'beside', a.beside_id FROM accompaniment a WHERE a.municipality_id = $1 AND a.element_id = $5
            UNION ALL
            SELECT 'pointing', a.element_id FROM accompaniment a WHERE a.municipality_id = $1 AND a.beside_id = $5
            UNION ALL
            SELECT 'replaced-by', o.replaced_by FROM element o WHERE o.municipality_id = $1 AND o.id = $5 AND o.replaced_by IS NOT NULL
            UNION ALL
            SELECT 'replaces', o.id FROM element o WHERE o.municipality_id = $1 AND o.replaced_by = $5
         ), counted(how, id, total, place) AS (
            SELECT r.how, r.id, count(*) OVER (PARTITION BY r.how),
                row_number() OVER (PARTITION BY r.how ORDER BY e.prefix, e.year, e.serial)
            FROM related r CROSS JOIN element e WHERE e.municipality_id = $1 AND e.id = r.id AND ", seen!(), "
         )
         SELECT n.how, n.total, ", mention_columns!(), "
         FROM counted n CROSS JOIN element e ", owner!(), "
         WHERE e.municipality_id = $1 AND e.id = n.id AND n.place <= $6 ORDER BY n.how, n.place")))
        .bind(id.0).bind(FIRST_POINTING).fetch_all(c).await)
    .map_err(doing("reading what is related to an element"))
}

/// Takes those related in one way out of the rest.
fn take(related: &mut Vec<Related>, how: &str) -> Result<Vec<Mention>, Fault> {
    related.extract_if(.., |r| r.how == how).map(|r| r.element.mention()).collect()
}

async fn coverage(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Coverage, Fault> {
    let rows: Vec<(String, i64)> = on!(tx, c => sqlx::query_as(
        "SELECT s.answer, count(*) FROM stance s WHERE s.municipality_id = $1 AND s.element_id = $2 GROUP BY s.answer")
        .bind(sight.municipality().0).bind(id.0).fetch_all(c).await)
    .map_err(doing("counting the answers to an element"))?;
    let (mut taken_up, mut declined, mut unanswered) = (0, 0, 0);
    for (answer, count) in rows {
        match answer.as_str() {
            "taken-up" => taken_up = whole(count),
            "declined" => declined = whole(count),
            "asked" => unanswered = whole(count),
            other => return Err(corrupt("counting the answers to an element", other, "an answer")),
        }
    }
    Ok(Coverage::of(taken_up, declined, unanswered))
}

/// Whether there are no more of an element's kind than the model means, counted within what it counts them. The shape holds
/// the element's spec.
///
/// # Errors
/// A fault of the database.
pub async fn is_one_of_few(tx: &mut Tx, sight: &Sight, shape: &Shape, element: ElementId) -> Result<bool, Fault> {
    const SQL: &str = concat!(
        "SELECT count(*) FROM crowded w CROSS JOIN element e
         WHERE w.id = $6 AND e.municipality_id = $1 AND e.id = w.id AND ",
        seen!()
    );
    let sql = spoken(tx.engine(), &[concat!(mine!(), spec_rows!()), CROWDED, SQL].concat());
    let crowded: i64 = on!(tx, c => seen_by!(sight, sqlx::query_scalar(sql))
        .bind(shape.spec_rows()).bind(element.0).fetch_one(c).await)
    .map_err(doing("counting the siblings of an element"))?;
    Ok(crowded == 0)
}
