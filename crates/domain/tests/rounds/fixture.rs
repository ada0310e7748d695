//! A small municipality's model with two rounds, a goal in force with something to count, and the rounds on it.

use jiff::civil::{Date, date};
use pejl_domain::chain::*;
use pejl_domain::models::*;
use pejl_domain::rounds::*;
use pejl_domain::{Arg, Event, Refused};
use pejl_kernel::ids::{DecisionId, ElementId, PersonId, RoundId, UnitId};
use pejl_kernel::{Figure, Line, Number, Prose, SequenceMint, Years};

pub const CUT_OFF: Date = date(2019, 12, 31);

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

pub fn person(n: u64) -> PersonId {
    PersonId::new(&SequenceMint::after(2000 + n))
}

pub fn round_id() -> RoundId {
    RoundId::new(&SequenceMint::after(3000))
}

pub fn stamp(at: &str) -> Stamp {
    Stamp { person: person(1), standing_in_for: None, at: at.parse().unwrap() }
}

pub fn now() -> Stamp {
    stamp("2020-01-08T10:00:00Z")
}

fn word(name: &str) -> Word {
    let forms =
        || Forms { singular: name.to_owned(), plural: name.to_owned(), definite: name.to_owned(), explanation: String::new() };
    Word { da: forms(), en: forms() }
}

pub fn text(da: &str, en: &str) -> Text {
    Text { da: da.to_owned(), en: en.to_owned() }
}

fn level(name: &str, body: BodyKind, above: Option<&str>) -> Level {
    Level { key: key(name), word: word(name), body, above: above.map(key) }
}

fn spec(name: &str, kind: ElementKind, level: &str, adopts: Option<&str>) -> ElementSpec {
    ElementSpec {
        key: key(name),
        kind,
        word: word(name),
        levels: vec![key(level)],
        under: Vec::new(),
        tied: false,
        served: false,
        count: None,
        horizon: None,
        required: Vec::new(),
        recommended: Vec::new(),
        proposes: vec![key(level)],
        adopts: adopts.map(key),
    }
}

const fn after(years_on: u8, month: u8, day: u8) -> YearDay {
    YearDay { years_on, month, day }
}

/// Council, department and institution. A round on the year, one of deviations in August, one on money alone.
pub fn model() -> Model {
    let round = |name: &str, da: &str, cut_off, covers: &[Covers], mode, days: [YearDay; 2]| RoundSpec {
        key: key(name),
        name: text(da, name),
        cut_off,
        covers: covers.to_vec(),
        mode,
        deadlines: vec![Deadline { level: key("institution"), day: days[0] }, Deadline { level: key("afdeling"), day: days[1] }],
    };
    Model {
        municipality: Municipality { code: "9999".to_owned(), name: "Prøveby".to_owned(), slug: "proeveby".to_owned() },
        name: "Prøvemodel".to_owned(),
        term: Years { from: 2018, to: 2021 },
        source: String::new(),
        words: Words::standard(),
        levels: vec![
            level("byraad", BodyKind::Council, None),
            level("afdeling", BodyKind::Department, Some("byraad")),
            level("institution", BodyKind::Institution, Some("afdeling")),
        ],
        unit_kinds: Vec::new(),
        elements: vec![
            spec("maalsaetning", ElementKind::Objective, "byraad", Some("byraad")),
            spec("maal", ElementKind::Goal, "institution", Some("byraad")),
            spec("byraadsmaal", ElementKind::Goal, "byraad", Some("byraad")),
            spec("handling", ElementKind::Action, "institution", None),
        ],
        agreements: Vec::new(),
        goal: GoalTemplate::default(),
        scale: Scale {
            red: text("ikke opfyldt", "not met"),
            yellow: text("delvist opfyldt", "partly met"),
            green: text("opfyldt", "met"),
            not_yet: text("kan ikke vurderes endnu", "not yet to be judged"),
            silent: text("ikke indberettet", "not reported"),
        },
        rounds: vec![
            round(
                "aarsstatus",
                "Status på året",
                after(0, 12, 31),
                &[Covers::Goals, Covers::Money],
                RoundMode::All,
                [after(1, 1, 10), after(1, 1, 17)],
            ),
            round(
                "august",
                "Opfølgning i august",
                after(0, 8, 31),
                &[Covers::Goals],
                RoundMode::Deviations,
                [after(0, 9, 7), after(0, 9, 12)],
            ),
            round(
                "skuddag",
                "Månedsopfølgning",
                after(0, 2, 29),
                &[Covers::Money],
                RoundMode::Deviations,
                [after(0, 3, 7), after(0, 3, 7)],
            ),
        ],
        wheel: Vec::new(),
        themes: Vec::new(),
        value_markers: Vec::new(),
        rules: Vec::new(),
        consequences: vec![Consequence { key: key("anerkendelse"), name: text("Anerkendelse", "Recognition") }],
        lamps: Lamps { goals_yellow: 10, goals_red: 25, money_yellow: 5, money_red: 10 },
    }
}

pub fn element(model: &Model, spec: &str, n: u64, content: Content) -> Element {
    let spec = model.element(&key(spec)).unwrap();
    let number = Number { prefix: spec.kind.prefix(), year: 2018, serial: n as u32 };
    let id = ElementId::new(&SequenceMint::after(n));
    Element::draft(id, number, spec, unit(n), spec.levels[0].clone(), content).unwrap().0
}

pub fn in_force(model: &Model, spec: &str, n: u64, content: Content) -> Element {
    let (element, _) = element(model, spec, n, content).propose(model, &Tied::default()).unwrap();
    let decision = Decision {
        id: DecisionId::new(&SequenceMint::after(500)),
        body: unit(50),
        level: key("byraad"),
        on: date(2018, 5, 7),
        case_number: line("EKS-2018-07"),
        text: prose("Byrådet vedtog målet."),
    };
    element.adopt(model, &decision).unwrap().0
}

/// "90 % af forældrene støtter op", from 80 % at the start, due at the end of 2021.
pub fn support() -> Content {
    let mut content = Content::titled(line("Forældrene støtter op"));
    content.goal.criteria = vec![at_least("90", Some("80"))];
    content.goal.due = Some(date(2021, 12, 31));
    content
}

fn criterion(comparator: Comparator, value: &str, baseline: Option<&str>) -> Criterion {
    Criterion {
        comparator: Some(comparator),
        value: Some(figure(value)),
        unit: prose("%"),
        baseline: baseline.map(figure),
        baseline_on: baseline.map(|_| date(2017, 12, 31)),
        ..Criterion::worded(line("90 % af forældrene støtter op om sundhedspolitikken"))
    }
}

pub fn at_least(value: &str, baseline: Option<&str>) -> Criterion {
    criterion(Comparator::AtLeast, value, baseline)
}

pub fn hold(value: &str) -> Criterion {
    criterion(Comparator::Hold, value, None)
}

pub fn target(on: Date, value: &str) -> Target {
    Target { on, value: figure(value) }
}

pub fn value(criterion: usize, text: &str) -> CriterionValue {
    CriterionValue { criterion, value: figure(text), source: prose("Trivselsmåling 2019") }
}

pub fn goal(model: &Model) -> Element {
    in_force(model, "maal", 14, support())
}

pub fn planned(model: &Model, spec: &str) -> Round {
    Round::plan(round_id(), model, &key(spec), 2019).unwrap().0
}

pub fn open(model: &Model, spec: &str) -> Round {
    planned(model, spec).open(model, 3).unwrap().0
}

pub fn consolidating(model: &Model) -> Round {
    open(model, "aarsstatus").consolidate(model).unwrap().0
}

pub fn closed(model: &Model) -> Round {
    consolidating(model).close(model, Unanswered::default(), false, "ab".repeat(32)).unwrap().0
}

pub use pejl_domain::rounds::deeds::Unanswered;

/// A model, an open round and a goal in it: what most tests start from.
pub struct Year {
    pub model: Model,
    pub round: Round,
    pub goal: Element,
    pub judged: Content,
    pub evidence: usize,
}

impl Year {
    pub fn in_round(spec: &str) -> Self {
        let model = model();
        let (round, goal) = (open(&model, spec), goal(&model));
        let judged = goal.content.clone();
        Self { model, round, goal, judged, evidence: 0 }
    }

    pub fn new() -> Self {
        Self::in_round("aarsstatus")
    }

    pub fn about(&self) -> About<'_> {
        let Self { model, round, goal, judged, evidence } = self;
        About { model, round, goal, judged, evidence: *evidence }
    }

    pub fn report(&self) -> Report {
        Report::ask(&self.round, &self.goal).unwrap()
    }

    pub fn submit(&self, content: ReportContent) -> Result<Report, Refused> {
        self.report().submit(&self.about(), content, now()).map(|(report, _)| report)
    }
}

/// Met, and measured: 92 % of 90 %.
pub fn green() -> ReportContent {
    ReportContent {
        mark: Some(Mark::Met),
        documentation: Some(Documentation::Measurement),
        values: vec![value(0, "92")],
        ..ReportContent::default()
    }
}

/// Not met: 81 % of 90 %.
pub fn red() -> ReportContent {
    ReportContent {
        mark: Some(Mark::NotMet),
        outlook: Some(Outlook::AtRisk),
        fact: prose("81 % støtter op."),
        cause: prose("To skoler har skiftet leder."),
        action: prose("Vi holder møder på begge skoler i marts."),
        values: vec![value(0, "81")],
        ..ReportContent::default()
    }
}

/// The refusal's reasons as "field key".
pub fn reasons<T>(result: Result<T, Refused>) -> Vec<String> {
    let refused = result.err().expect("a refusal");
    refused.reasons.iter().map(|r| format!("{} {}", r.field.unwrap_or("-"), r.sentence.key)).collect()
}

/// An argument of the event's sentence, as Danish readers see it.
pub fn said(event: &Event, name: &str) -> String {
    match event.sentence.args.iter().find(|(n, _)| n == name) {
        Some((_, Arg::Text(text) | Arg::Word(text))) => text.clone(),
        Some((_, Arg::Both { da, .. })) => da.clone(),
        Some((_, Arg::Count(count))) => count.to_string(),
        Some((_, Arg::Date(date))) => date.to_string(),
        other => panic!("no text {name}: {other:?}"),
    }
}
