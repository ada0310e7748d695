//! Elements: loaded whole, saved whole, with what lists and counts need read out into columns of their own.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::chain::quality::QualityFacts;
use pejl_domain::chain::{Content, Element, Measure, Orientation, Outcome, Progress, Scope, State, StateName, Tied};
use pejl_domain::models::{ElementKind, Key};
use pejl_kernel::{DecisionId, ElementId, MunicipalityId, Number, NumberPrefix, PositionId, Prose, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::sight::{mine, seen, seen_by};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::value::{id_rows, maybe_date};

const READING: &str = "reading an element";

/// The columns an element is made of; the table is called `e`.
macro_rules! element_columns {
    () => {
        "e.id, e.kind, e.prefix, e.year, e.serial, e.owner_id, e.level, e.state, e.outcome, e.decision_id, e.replaced_by,
            e.note, e.edition, e.version, e.content"
    };
}
pub(crate) use element_columns;

#[derive(sqlx::FromRow)]
pub(crate) struct ElementRow {
    id: Uuid,
    kind: String,
    prefix: String,
    year: i64,
    serial: i64,
    owner_id: Uuid,
    level: String,
    state: String,
    outcome: Option<String>,
    decision_id: Option<Uuid>,
    replaced_by: Option<Uuid>,
    note: String,
    edition: i64,
    version: i64,
    content: String,
}

impl ElementRow {
    pub(crate) fn element(self) -> Result<Element, Fault> {
        let kind = kind(&self.kind)?;
        Ok(Element {
            id: self.id.into(),
            kind,
            level: Key::parse(&self.level).ok_or_else(|| corrupt(READING, &self.level, "a key"))?,
            number: number(&self.prefix, self.year, self.serial)?,
            owner: self.owner_id.into(),
            content: content(&self.content)?,
            state: state(&self.state, self.outcome.as_deref())?,
            decision: self.decision_id.map(DecisionId),
            replaced_by: self.replaced_by.map(ElementId),
            note: Prose::parse(&self.note).map_err(|_| corrupt(READING, "a long text", "a note"))?,
            edition: u32::try_from(self.edition).map_err(|_| corrupt(READING, self.edition.to_string(), "an edition"))?,
            version: self.version,
        })
    }
}

pub(crate) fn kind(text: &str) -> Result<ElementKind, Fault> {
    ElementKind::parse(text).ok_or_else(|| corrupt(READING, text, "a kind of element"))
}

/// Reads a number from its three columns.
pub(crate) fn number(prefix: &str, year: i64, serial: i64) -> Result<Number, Fault> {
    let unknown = || corrupt(READING, format!("{prefix}-{year}-{serial}"), "a number");
    Ok(Number {
        prefix: NumberPrefix::ALL.into_iter().find(|p| p.letters() == prefix).ok_or_else(unknown)?,
        year: i16::try_from(year).map_err(|_| unknown())?,
        serial: u32::try_from(serial).map_err(|_| unknown())?,
    })
}

/// Reads a state from its two columns.
pub(crate) fn state(name: &str, outcome: Option<&str>) -> Result<State, Fault> {
    let unknown = || corrupt(READING, format!("{name} {outcome:?}"), "a state");
    let outcome = outcome.map(|o| Outcome::parse(o).ok_or_else(unknown)).transpose()?;
    StateName::parse(name).and_then(|name| State::from_parts(name, outcome)).ok_or_else(unknown)
}

/// Reads what people wrote. Their words are kept out of the fault: it is logged.
pub(super) fn content(text: &str) -> Result<Content, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what people write in an element"))
}

/// Writes down what people wrote.
pub(crate) fn written(content: &Content) -> Result<String, Fault> {
    serde_json::to_string(content).map_err(|e| doing("writing down an element")(sqlx::Error::Encode(Box::new(e))))
}

/// One element, for a deed: the sight is asked where it is shown.
///
/// # Errors
/// Not found, or a fault.
pub async fn element(tx: &mut Tx, municipality: MunicipalityId, id: ElementId) -> Result<Element, Miss> {
    let row: Option<ElementRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", element_columns!(), " FROM element e WHERE e.municipality_id = $1 AND e.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an element"))?;
    Ok(row.ok_or(Miss::NotFound)?.element()?)
}

/// Elements by their ids, by number, for a deed on many of them; those that are not there are left out.
///
/// # Errors
/// A fault.
pub async fn elements(tx: &mut Tx, municipality: MunicipalityId, ids: &[ElementId]) -> Result<Vec<Element>, Fault> {
    let sql = dialect::spoken(
        tx.engine(),
        concat!(
            "SELECT ",
            element_columns!(),
            " FROM rows_of($2) r CROSS JOIN element e
         WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0) ORDER BY e.prefix, e.year, e.serial"
        ),
    );
    let rows: Vec<ElementRow> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("loading elements"))?;
    rows.into_iter().map(ElementRow::element).collect()
}

/// One element, if this actor may see it: where a deed begins, so that nobody learns of a draft by trying to change it.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn element_seen(tx: &mut Tx, sight: &Sight, id: ElementId) -> Result<Element, Miss> {
    let row: Option<ElementRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT ", element_columns!(), " FROM element e WHERE e.municipality_id = $1 AND e.id = $5 AND ", seen!())))
        .bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an element"))?;
    Ok(row.ok_or(Miss::NotFound)?.element()?)
}

/// The element people call by this number.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn element_by_number(tx: &mut Tx, sight: &Sight, number: Number) -> Result<Element, Miss> {
    let row: Option<ElementRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(),
        "SELECT ", element_columns!(), " FROM element e
         WHERE e.municipality_id = $1 AND e.prefix = $5 AND e.year = $6 AND e.serial = $7 AND ", seen!())))
        .bind(number.prefix.letters()).bind(i64::from(number.year)).bind(i64::from(number.serial))
        .fetch_optional(c).await)
    .map_err(doing("loading an element by its number"))?;
    Ok(row.ok_or(Miss::NotFound)?.element()?)
}

/// The elements of a unit that are being worked on or in force: what must be handed over before the unit closes.
///
/// # Errors
/// A fault.
pub async fn live_elements_of_unit(tx: &mut Tx, municipality: MunicipalityId, unit: UnitId) -> Result<Vec<Element>, Fault> {
    let rows: Vec<ElementRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", element_columns!(), " FROM element e
         WHERE e.municipality_id = $1 AND e.owner_id = $2 AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
         ORDER BY e.prefix, e.year, e.serial"))
        .bind(municipality.0).bind(unit.0).fetch_all(c).await)
    .map_err(doing("loading a unit's elements"))?;
    rows.into_iter().map(ElementRow::element).collect()
}

/// The next number of a kind in a year. What has been given out is never given out again. Waits for its turn to write.
///
/// # Errors
/// A fault.
pub async fn next_element_number(tx: &mut Tx, municipality: MunicipalityId, kind: ElementKind, year: i16) -> Result<Number, Fault> {
    let prefix = kind.prefix();
    dialect::queue_writers(tx, municipality).await?;
    let next = crate::next_number(tx, municipality, &format!("{}-{year}", prefix.letters())).await?;
    let serial = u32::try_from(next).map_err(|_| corrupt("giving out a number", next.to_string(), "a serial number"))?;
    Ok(Number { prefix, year, serial })
}

/// What lists, counts and quality read without opening the content.
pub(crate) struct ReadOut {
    pub(crate) orientation: Option<&'static str>,
    pub(crate) measure: Option<&'static str>,
    pub(crate) scope: Option<&'static str>,
    pub(crate) progress: Option<&'static str>,
    pub(crate) starts_on: Option<Date>,
    pub(crate) due_on: Option<Date>,
    pub(crate) responsible: Option<PositionId>,
    pub(crate) facts: QualityFacts,
}

impl ReadOut {
    /// An action has dates of its own.
    pub(crate) fn of(content: &Content) -> Self {
        let (goal, action) = (&content.goal, content.action.as_ref());
        Self {
            orientation: goal.orientation.map(Orientation::as_str),
            measure: goal.measure.map(Measure::as_str),
            scope: goal.scope.map(Scope::as_str),
            progress: action.map(|a| Progress::as_str(a.progress)),
            starts_on: goal.start.or_else(|| action.and_then(|a| a.from)),
            due_on: goal.due.or_else(|| action.and_then(|a| a.to)),
            responsible: goal.responsible,
            // Ties, decision and siblings are other tables' business; only what the content says is asked.
            facts: QualityFacts::of(content, &Tied::default(), false, false),
        }
    }
}

/// Everything written that somebody could search for, beside the title.
fn words(content: &Content) -> String {
    let goal = &content.goal;
    let mut words: Vec<&str> = vec![
        content.text.as_str(),
        goal.vision.as_str(),
        goal.motivation.as_str(),
        goal.expected_effect.as_str(),
        goal.target_group.as_str(),
        goal.follow_up.as_str(),
        goal.policy_area.as_str(),
    ];
    words.extend(content.tags.iter().map(|t| t.as_str()));
    words.extend(goal.criteria.iter().map(|c| c.text.as_str()));
    words.extend(goal.milestones.iter().map(|m| m.text.as_str()));
    if let Some(action) = &content.action {
        words.extend([action.who.as_str(), action.benefit_promised.as_str(), action.benefit_harvested.as_str()]);
    }
    words.retain(|w| !w.is_empty());
    words.join("\n")
}

/// What search finds an element by: its number and title, and everything else that is written in it.
pub(crate) fn searched(element: &Element) -> (String, String) {
    (format!("{} {}", element.number, element.content.title), words(&element.content))
}

/// Saves an element: version 0 is entered, any other must still stand as it was read.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_element(tx: &mut Tx, permit: &Permit, at: Timestamp, element: &Element, event: &Event) -> Result<(), Miss> {
    if element.version == 0 {
        enter(tx, permit, element).await?;
    } else {
        renew(tx, permit, element).await?;
    }
    let (title, body) = searched(element);
    search::index(tx, permit.municipality(), SubjectKind::Element, element.id.0, (&title, &body)).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: element.id.0 }, event).await?;
    Ok(())
}

async fn enter(tx: &mut Tx, permit: &Permit, element: &Element) -> Result<(), Fault> {
    let (out, number, content) = (ReadOut::of(&element.content), element.number, written(&element.content)?);
    on!(tx, c => sqlx::query(
        "INSERT INTO element (municipality_id, id, kind, prefix, year, serial, owner_id, level, state, outcome, decision_id,
            replaced_by, note, edition, version, content, title, orientation, measure, scope, progress, starts_on, due_on,
            responsible_id, has_effect, is_measurable, has_baseline, has_money)
         VALUES ($1, $2, $24, $25, $26, $27, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20, $21, $22, $23)")
        .bind(permit.municipality().0).bind(element.id.0).bind(element.owner.0).bind(element.level.as_str())
        .bind(element.state.name().as_str()).bind(element.state.outcome().map(Outcome::as_str))
        .bind(element.decision.map(|d| d.0)).bind(element.replaced_by.map(|e| e.0)).bind(element.note.as_str())
        .bind(i64::from(element.edition)).bind(&content).bind(element.content.title.as_str()).bind(out.orientation)
        .bind(out.measure).bind(out.scope).bind(out.progress).bind(maybe_date(out.starts_on)).bind(maybe_date(out.due_on))
        .bind(out.responsible.map(|p| p.0)).bind(out.facts.has_effect).bind(out.facts.is_measurable)
        .bind(out.facts.has_baseline).bind(out.facts.has_money)
        .bind(element.kind.as_str()).bind(number.prefix.letters()).bind(i64::from(number.year)).bind(i64::from(number.serial))
        .execute(c).await.map(|_| ()))
    .map_err(doing("entering an element"))
}

/// Kind and number never change.
async fn renew(tx: &mut Tx, permit: &Permit, element: &Element) -> Result<(), Miss> {
    let (out, content) = (ReadOut::of(&element.content), written(&element.content)?);
    let saved = on!(tx, c => sqlx::query(
        "UPDATE element SET owner_id = $3, level = $4, state = $5, outcome = $6, decision_id = $7, replaced_by = $8, note = $9,
            edition = $10, content = $11, title = $12, orientation = $13, measure = $14, scope = $15, progress = $16,
            starts_on = $17, due_on = $18, responsible_id = $19, has_effect = $20, is_measurable = $21, has_baseline = $22,
            has_money = $23, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND version = $24")
        .bind(permit.municipality().0).bind(element.id.0).bind(element.owner.0).bind(element.level.as_str())
        .bind(element.state.name().as_str()).bind(element.state.outcome().map(Outcome::as_str))
        .bind(element.decision.map(|d| d.0)).bind(element.replaced_by.map(|e| e.0)).bind(element.note.as_str())
        .bind(i64::from(element.edition)).bind(&content).bind(element.content.title.as_str()).bind(out.orientation)
        .bind(out.measure).bind(out.scope).bind(out.progress).bind(maybe_date(out.starts_on)).bind(maybe_date(out.due_on))
        .bind(out.responsible.map(|p| p.0)).bind(out.facts.has_effect).bind(out.facts.is_measurable)
        .bind(out.facts.has_baseline).bind(out.facts.has_money)
        .bind(element.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving an element"))?;
    if saved == 0 { Err(Miss::Stale) } else { Ok(()) }
}
