//! What the pages of cases show.

use pejl_domain::cases::{Adopts, Case};
use pejl_domain::chain::{Element, StateName};
use pejl_domain::models::Model;
use pejl_kernel::{ElementId, Number, UnitId};
use pejl_policy::{Facts, Sight};
use pejl_store::agreements::AgreementRow;
use pejl_store::audit::{self, Line};
use pejl_store::cases::{self, Around};
use pejl_store::chain::{self, Mention};
use pejl_store::orgs::{self, Holding, UnitInLine};
use pejl_store::overview::{self, ListAsk, Narrow, Shape};
use pejl_store::{Fault, Tx};

use crate::agreements::waiting;
use crate::ending::Ending;

use super::taking::decides_cases;

/// How many lines of history a case's page shows.
const MOST_LINES: i64 = 100;
/// How many proposed elements are read, for all bodies together.
const MOST_PROPOSED: i64 = 1000;

/// A case with everything its page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct CasePage {
    /// The case.
    pub case: Case,
    /// What stands around it.
    pub around: Around,
    /// What the question who may do what to it rests on.
    pub facts: Facts,
    /// Its history, newest first.
    pub history: Vec<Line>,
}

/// A case's page, by the number people say. The number of statements does not depend on how much there is.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn case_page(tx: &mut Tx, sight: &Sight, number: Number) -> Result<CasePage, Ending> {
    let case = cases::case_by_number(tx, sight, number).await?;
    let line = orgs::line(tx, sight.municipality(), case.unit).await?;
    Ok(CasePage {
        around: cases::around(tx, sight, &case).await?,
        facts: Facts { line: line.into_iter().map(|unit| unit.id).collect(), bodies: vec![case.body], ..Facts::default() },
        history: audit::history(tx, sight, case.id.0, MOST_LINES).await?,
        case,
    })
}

/// The case people call by this number.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn case_by_number(tx: &mut Tx, sight: &Sight, number: Number) -> Result<Case, Ending> {
    Ok(cases::case_by_number(tx, sight, number).await?)
}

/// The open units that meet over an agenda, by name.
///
/// # Errors
/// A fault of the database.
pub async fn bodies(tx: &mut Tx, sight: &Sight, model: &Model) -> Result<Vec<UnitInLine>, Fault> {
    let mut units = orgs::unit_options(tx, sight).await?;
    units.retain(|unit| decides_cases(model, &unit.level));
    Ok(units)
}

/// Those who sit in a body today, by title.
///
/// # Errors
/// A fault of the database.
pub async fn members(tx: &mut Tx, sight: &Sight, body: UnitId) -> Result<Vec<Holding>, Fault> {
    let mut held = orgs::positions_of_unit(tx, sight, body).await?;
    held.retain(|one| one.person.is_some() && one.span.holds(sight.on()));
    let mut people = Vec::new();
    held.retain(|one| {
        let person = one.person.as_ref().map(|(id, _)| *id);
        let is_new = !people.contains(&person);
        people.push(person);
        is_new
    });
    Ok(held)
}

/// A body with what was put before it.
#[derive(Clone, PartialEq, Debug)]
pub struct Awaiting {
    /// The body.
    pub body: UnitInLine,
    /// What it is to decide over: agreements first, then elements by number.
    pub put: Vec<Put>,
}

/// Something that was put before a body.
#[derive(Clone, PartialEq, Debug)]
pub struct Put {
    /// Which.
    pub thing: Adopts,
    /// What it is.
    pub what: What,
    /// Its version: for a deed on several at once.
    pub version: i64,
}

/// What was put before a body.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    /// An agreement to approve.
    Agreement(Box<AgreementRow>),
    /// An element to adopt, with the name of its owner.
    Element(Box<Element>, String),
}

/// What was put before each of these bodies and waits for them. The number of statements depends on the model only.
///
/// # Errors
/// A fault of the database.
pub async fn awaiting(tx: &mut Tx, sight: &Sight, model: &Model, bodies: Vec<UnitInLine>) -> Result<Vec<Awaiting>, Fault> {
    let ask = ListAsk {
        shape: Shape::only(model, |spec| spec.adopts.as_ref().is_some_and(|level| bodies.iter().any(|body| body.level == *level))),
        narrow: Narrow { states: vec![StateName::Proposed], ..Narrow::default() },
        most: MOST_PROPOSED,
        ..ListAsk::default()
    };
    let proposed: Vec<Mention> = match ask.shape.columns.is_empty() {
        true => Vec::new(),
        false => overview::list(tx, sight, &ask).await?.0.into_iter().map(|row| row.element).collect(),
    };
    let waiting = waiting(tx, sight, model, bodies, &proposed).await?;
    let named = |number: &Number| proposed.iter().find(|mention| mention.number == *number);
    let ids: Vec<ElementId> = waiting.iter().flat_map(|one| &one.goals).filter_map(named).map(|mention| mention.id).collect();
    let elements = chain::elements(tx, sight.municipality(), &ids).await?;
    let put = |one: crate::agreements::Waiting| {
        let element = |number: &Number| {
            let owner = named(number)?.owner.name.clone();
            let element = elements.iter().find(|element| element.number == *number)?.clone();
            let thing = Adopts::Element(element.id);
            Some(Put { thing, version: element.version, what: What::Element(Box::new(element), owner) })
        };
        let goals: Vec<Put> = one.goals.iter().filter_map(element).collect();
        let agreement = |row: AgreementRow| {
            let (thing, version) = (Adopts::Agreement(row.agreement.id), row.version);
            Put { thing, version, what: What::Agreement(Box::new(row)) }
        };
        let mut put: Vec<Put> = one.agreements.into_iter().map(agreement).collect();
        put.extend(goals);
        Awaiting { body: one.body, put }
    };
    Ok(waiting.into_iter().map(put).collect())
}

/// What a case names, with the versions that stand now: those things that still wait for its body.
///
/// # Errors
/// A fault of the database.
pub async fn put_by(tx: &mut Tx, sight: &Sight, model: &Model, case: &Case) -> Result<Vec<Put>, Fault> {
    let body = orgs::line(tx, sight.municipality(), case.body).await?.into_iter().take(1).collect();
    let mut put = awaiting(tx, sight, model, body).await?.pop().map(|one| one.put).unwrap_or_default();
    put.retain(|one| case.adopts.contains(&one.thing));
    Ok(put)
}
