//! What the pages and forms of one element show.

use pejl_domain::chain::{Element, Stance, StateName, Tied};
use pejl_domain::models::{ElementSpec, Key};
use pejl_kernel::{ElementId, Number, UnitId};
use pejl_policy::{Facts, Sight};
use pejl_store::audit::{self, Line};
use pejl_store::chain::{self, DecisionRow, Edition, PutBefore};
use pejl_store::orgs::{self, Holding, UnitInLine};
use pejl_store::overview::{self, Around, ListAsk, Mention, Narrow, Shape};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;
use crate::office::Place;

/// An element with everything its page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct ElementPage {
    /// The element.
    pub element: Element,
    /// Its line up, its branch down, what stands beside it, its decision and who answers for it.
    pub around: Around,
    /// What it is tied to, in figures: what readiness and quality are judged by.
    pub tied: Tied,
    /// Whether there are no more of its kind than the model means.
    pub is_one_of_few: bool,
    /// Its editions, newest first.
    pub editions: Vec<Edition>,
    /// The units it was put before, and what they answered.
    pub stances: Vec<PutBefore>,
    /// Its history, newest first.
    pub history: Vec<Line>,
    /// Its owner and the units above, nearest first.
    pub line: Vec<UnitInLine>,
    /// The bodies that could adopt it.
    pub bodies: Vec<UnitInLine>,
    /// Whether open units stand right below its owner, which it could be put before.
    pub has_units_below: bool,
}

impl ElementPage {
    /// What the question who may do what to it rests on.
    pub fn facts(&self) -> Facts {
        let ids = |units: &[UnitInLine]| units.iter().map(|u| u.id).collect();
        Facts { line: ids(&self.line), bodies: ids(&self.bodies), ..Facts::default() }
    }
}

/// How many of those below a page names, and how many lines of history.
const MOST_BELOW: i64 = 200;
const MOST_LINES: i64 = 100;

/// An element's page, by the number people say. The number of statements does not depend on how much there is.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn element_page(tx: &mut Tx, sight: &Sight, place: &Place, number: Number) -> Result<ElementPage, Ending> {
    let element = chain::element_by_number(tx, sight, number).await?;
    let line = orgs::line(tx, sight.municipality(), element.owner).await?;
    let spec = place.model.spec(element.kind, &element.level).filter(|spec| spec.count.is_some());
    Ok(ElementPage {
        is_one_of_few: match spec {
            Some(spec) => overview::is_one_of_few(tx, sight, &Shape::only(&place.model, |s| s.key == spec.key), element.id).await?,
            None => true, // the model means no number
        },
        around: overview::around(tx, sight, element.id, MOST_BELOW).await?,
        tied: chain::tied_facts(tx, sight.municipality(), element.id).await?,
        editions: chain::editions(tx, sight, element.id).await?,
        stances: chain::stances_of_element(tx, sight, element.id).await?,
        history: audit::history_for_all(tx, sight, element.id.0, MOST_LINES).await?,
        bodies: bodies(tx, sight, adopting_level(place, &element), &line).await?,
        has_units_below: orgs::open_units_below(tx, sight.municipality(), element.owner, sight.on()).await? > 0,
        line,
        element,
    })
}

/// The element people call by this number.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn by_number(tx: &mut Tx, sight: &Sight, number: Number) -> Result<Element, Ending> {
    Ok(chain::element_by_number(tx, sight, number).await?)
}

/// The bodies that could adopt an element: those at the adopting level in its owner's line, else every open one at that
/// level. Empty where it needs no adoption.
///
/// # Errors
/// A fault of the database.
pub async fn adopting_bodies(tx: &mut Tx, sight: &Sight, place: &Place, element: &Element) -> Result<Vec<UnitInLine>, Fault> {
    let line = orgs::line(tx, sight.municipality(), element.owner).await?;
    bodies(tx, sight, adopting_level(place, element), &line).await
}

fn adopting_level<'p>(place: &'p Place, element: &Element) -> Option<&'p Key> {
    place.model.spec(element.kind, &element.level)?.adopts.as_ref()
}

async fn bodies(tx: &mut Tx, sight: &Sight, level: Option<&Key>, line: &[UnitInLine]) -> Result<Vec<UnitInLine>, Fault> {
    let Some(level) = level else { return Ok(Vec::new()) };
    let in_line: Vec<UnitInLine> = line.iter().filter(|unit| unit.level == *level).cloned().collect();
    if in_line.is_empty() { orgs::bodies(tx, sight.municipality(), level, sight.on()).await } else { Ok(in_line) }
}

/// The latest decisions, to choose among when one meeting adopts several elements.
///
/// # Errors
/// A fault of the database.
pub async fn decisions(tx: &mut Tx, sight: &Sight) -> Result<Vec<DecisionRow>, Fault> {
    chain::decisions(tx, sight, 50).await
}

/// A unit's answer to a goal; `None` where it was never asked.
///
/// # Errors
/// A fault of the database.
pub async fn stance_of(tx: &mut Tx, sight: &Sight, element: ElementId, unit: UnitId) -> Result<Option<Stance>, Fault> {
    chain::stance_of(tx, sight.municipality(), element, unit).await
}

/// The positions that could answer for something of a unit's: its own and those of the units above, nearest first; where
/// nobody among them leads in the administration, as with what a council owns, those below who do. Those ended are left out.
///
/// # Errors
/// A fault of the database.
pub async fn positions_to_answer(tx: &mut Tx, sight: &Sight, owner: UnitId) -> Result<Vec<Holding>, Fault> {
    let mut positions = Vec::new();
    for unit in orgs::line(tx, sight.municipality(), owner).await? {
        positions.extend(orgs::positions_of_unit(tx, sight, unit.id).await?);
    }
    positions.retain(|p| p.span.holds(sight.on()) || p.span.from > sight.on());
    if !positions.iter().any(|p| p.role.leads() && !p.role.is_political()) {
        positions.extend(orgs::leading_positions_below(tx, sight, owner).await?);
    }
    Ok(positions)
}

/// How many candidates a form offers at a time.
const MOST_CANDIDATES: i64 = 25;

/// Live elements that an element may stand under and does not yet, with what was typed in the title, a tag or the number.
///
/// # Errors
/// A fault of the database.
pub async fn tie_candidates(
    tx: &mut Tx,
    sight: &Sight,
    place: &Place,
    element: &Element,
    typed: &str,
) -> Result<Vec<Mention>, Fault> {
    let Some(spec) = place.model.spec(element.kind, &element.level) else { return Ok(Vec::new()) };
    let above = chain::edges_above(tx, sight.municipality(), element.id).await?;
    let has = |id: ElementId| above.iter().any(|edge| edge.child == element.id && edge.parent == id);
    let mut found = candidates(tx, sight, place, |s| spec.under.contains(&s.key), Vec::new(), typed).await?;
    found.retain(|m| m.id != element.id && !has(m.id));
    Ok(found)
}

/// Live value markers and sources, with what was typed in the title, a tag or the number.
///
/// # Errors
/// A fault of the database.
pub async fn beside_candidates(tx: &mut Tx, sight: &Sight, place: &Place, typed: &str) -> Result<Vec<Mention>, Fault> {
    candidates(tx, sight, place, |s| s.kind.is_beside(), Vec::new(), typed).await
}

/// Elements in force of the same sort that could take an element's place.
///
/// # Errors
/// A fault of the database.
pub async fn supersede_candidates(
    tx: &mut Tx,
    sight: &Sight,
    place: &Place,
    element: &Element,
    typed: &str,
) -> Result<Vec<Mention>, Fault> {
    let mut found = candidates(tx, sight, place, |s| s.kind == element.kind, vec![StateName::Adopted], typed).await?;
    found.retain(|m| m.id != element.id);
    Ok(found)
}

async fn candidates(
    tx: &mut Tx,
    sight: &Sight,
    place: &Place,
    of: impl Fn(&ElementSpec) -> bool,
    states: Vec<StateName>,
    typed: &str,
) -> Result<Vec<Mention>, Fault> {
    let ask = ListAsk {
        shape: Shape::only(&place.model, of),
        narrow: Narrow { text: typed.trim().to_owned(), states, ..Narrow::default() },
        sort: overview::Sort::Column,
        most: MOST_CANDIDATES,
        ..ListAsk::default()
    };
    if ask.shape.columns.is_empty() {
        return Ok(Vec::new());
    }
    let (rows, _) = overview::list(tx, sight, &ask).await?;
    Ok(rows.into_iter().map(|row| row.element).collect())
}
