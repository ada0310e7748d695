//! A case for a committee, ready to be put on its agenda.

use jiff::civil::{Date, date};
use pejl_domain::cases::deeds::{NewCase, Resolved};
use pejl_domain::cases::*;
use pejl_domain::{Event, Refused};
use pejl_kernel::ids::{CaseId, DecisionId, ElementId, PersonId, UnitId};
use pejl_kernel::{Line, Number, Prose, SequenceMint};

pub const TODAY: Date = date(2019, 11, 18);
pub const MEETING: Date = date(2019, 11, 25);

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn number(text: &str) -> Number {
    text.parse().unwrap()
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

pub fn person(n: u64) -> PersonId {
    PersonId::new(&SequenceMint::after(2000 + n))
}

pub fn element(n: u64) -> ElementId {
    ElementId::new(&SequenceMint::after(3000 + n))
}

pub fn decision() -> DecisionId {
    DecisionId::new(&SequenceMint::after(4000))
}

pub fn case_id(n: u64) -> CaseId {
    CaseId::new(&SequenceMint::after(5000 + n))
}

pub fn section(part: Part, heading: &str, text: &str) -> Section {
    Section { part, heading: line(heading), text: prose(text) }
}

pub fn content() -> CaseContent {
    CaseContent {
        meeting: Some(MEETING),
        recommendation: vec![line("målet om færre unge uden job vedtages")],
        sections: vec![section(Part::Presentation, "Sagsfremstilling", "Målet er foreslået af afdelingen.")],
        ..CaseContent::titled(line("Vedtagelse af mål om unge"), CaseKind::Decision)
    }
}

pub fn new(content: CaseContent, adopts: Vec<Adopts>) -> Result<(Case, Event), Refused> {
    Case::draft(case_id(1), number("S-2019-004"), NewCase { body: unit(1), unit: unit(2), content, adopts }, "Udvalget")
}

pub fn draft() -> Case {
    new(content(), vec![Adopts::Element(element(1))]).unwrap().0
}

pub fn ready() -> Case {
    draft().ready(TODAY).unwrap().0
}

pub fn resolved(outcome: Outcome, text: &str) -> Resolved {
    Resolved { on: TODAY, outcome, text: prose(text) }
}

pub fn decided() -> Case {
    ready().decide(resolved(Outcome::AsRecommended, "Tiltrådt."), decision()).unwrap().0
}

/// The reasons of a refusal: field, or nothing where it concerns the whole, and key.
pub fn reasons<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> Vec<(&'static str, String)> {
    outcome.unwrap_err().reasons.into_iter().map(|r| (r.field.unwrap_or_default(), r.sentence.key)).collect()
}

pub fn keys<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> Vec<String> {
    reasons(outcome).into_iter().map(|(_, key)| key).collect()
}
