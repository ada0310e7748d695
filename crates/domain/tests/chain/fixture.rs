//! A small municipality's model and a few elements in it.

use jiff::civil::{Date, date};
use pejl_domain::chain::*;
use pejl_domain::models::*;
use pejl_domain::{Arg, Event, Refused};
use pejl_kernel::ids::{DecisionId, ElementId, UnitId};
use pejl_kernel::{Line, Number, Prose, SequenceMint, Years};

pub const TODAY: Date = date(2018, 6, 1);

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn element_id(n: u64) -> ElementId {
    ElementId::new(&SequenceMint::after(n))
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

fn word(singular: &str, definite: &str) -> Word {
    let forms = |singular: &str, definite: &str| Forms {
        singular: singular.to_owned(),
        plural: singular.to_owned(),
        definite: definite.to_owned(),
        explanation: String::new(),
    };
    Word { da: forms(singular, definite), en: forms(singular, definite) }
}

fn level(name: &str, body: BodyKind, above: Option<&str>) -> Level {
    Level { key: key(name), word: word(name, name), body, above: above.map(key) }
}

fn spec(name: &str, kind: ElementKind, level: &str, under: &[&str], adopts: Option<&str>) -> ElementSpec {
    ElementSpec {
        key: key(name),
        kind,
        word: word(name, name),
        levels: vec![key(level)],
        under: under.iter().map(|k| key(k)).collect(),
        tied: !under.is_empty(),
        served: false,
        count: None,
        horizon: None,
        required: Vec::new(),
        recommended: Vec::new(),
        proposes: vec![key(level)],
        adopts: adopts.map(key),
    }
}

/// Council, committee and institution; objective, goal under it, action under that; a value marker beside.
pub fn model() -> Model {
    let text = || Text { da: "ja".to_owned(), en: "yes".to_owned() };
    Model {
        municipality: Municipality { code: "9999".to_owned(), name: "Prøveby".to_owned(), slug: "proeveby".to_owned() },
        name: "Prøvemodel".to_owned(),
        term: Years { from: 2018, to: 2021 },
        source: String::new(),
        words: Words::standard(),
        levels: vec![
            level("byraad", BodyKind::Council, None),
            level("udvalg", BodyKind::Committee, Some("byraad")),
            level("institution", BodyKind::Institution, Some("udvalg")),
        ],
        unit_kinds: Vec::new(),
        elements: vec![
            spec("maalsaetning", ElementKind::Objective, "byraad", &[], Some("byraad")),
            spec("maal", ElementKind::Goal, "institution", &["maalsaetning", "maal"], Some("udvalg")),
            spec("handling", ElementKind::Action, "institution", &["maal"], None),
            spec("markoer", ElementKind::ValueMarker, "byraad", &[], Some("byraad")),
        ],
        agreements: Vec::new(),
        goal: GoalTemplate { required: vec![GoalField::ExpectedEffect, GoalField::FollowUp], recommended: Vec::new() },
        scale: Scale { red: text(), yellow: text(), green: text(), not_yet: text(), silent: text() },
        rounds: Vec::new(),
        wheel: Vec::new(),
        themes: Vec::new(),
        value_markers: Vec::new(),
        rules: Vec::new(),
        consequences: Vec::new(),
        lamps: Lamps { goals_yellow: 10, goals_red: 25, money_yellow: 5, money_red: 10 },
    }
}

pub fn draft(model: &Model, spec: &str, n: u64, content: Content) -> Element {
    let spec = model.element(&key(spec)).unwrap();
    let number = Number { prefix: spec.kind.prefix(), year: 2018, serial: n as u32 };
    let level = spec.levels[0].clone();
    Element::draft(element_id(n), number, spec, unit(n), level, content).unwrap().0
}

/// A goal that holds everything the model asks for.
pub fn whole_goal() -> Content {
    let mut content = Content::titled(line("Flere børn trives"));
    content.goal.expected_effect = prose("Færre børn har brug for særlig støtte.");
    content.goal.follow_up = prose("Trivselsmåling hvert forår.");
    content
}

pub fn titled(title: &str) -> Content {
    Content::titled(line(title))
}

pub fn tied() -> Tied {
    Tied { parents: 1, markers: 0, sources: 0 }
}

pub fn decision(level: &str) -> Decision {
    Decision {
        id: DecisionId::new(&SequenceMint::after(500)),
        body: unit(50),
        level: key(level),
        on: date(2018, 5, 7),
        case_number: line("EKS-2018-07"),
        text: prose("Udvalget vedtog målet."),
    }
}

/// A goal in force.
pub fn adopted(model: &Model, n: u64) -> Element {
    let goal = draft(model, "maal", n, whole_goal());
    let (goal, _) = goal.propose(model, &tied()).unwrap();
    goal.adopt(model, &decision("udvalg")).unwrap().0
}

/// An action in force.
pub fn running_action(model: &Model, n: u64) -> Element {
    draft(model, "handling", n, titled("Trivselsdag")).put_in_force(model, &tied()).unwrap().0
}

/// The refusal's reasons as "field key".
pub fn reasons<T>(result: Result<T, Refused>) -> Vec<String> {
    let refused = result.err().expect("a refusal");
    refused.reasons.iter().map(|r| format!("{} {}", r.field.unwrap_or("-"), r.sentence.key)).collect()
}

/// A text argument of the event's sentence.
pub fn said(event: &Event, name: &str) -> String {
    match event.sentence.args.iter().find(|(n, _)| n == name) {
        Some((_, Arg::Text(text) | Arg::Word(text))) => text.clone(),
        other => panic!("no text {name}: {other:?}"),
    }
}
