//! A small municipality with a committee, a department and a school; an agreement between the first two, and what is in it.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use pejl_domain::agreements::*;
use pejl_domain::chain::{Comparator, Content, Criterion, Decision, Element, Tied};
use pejl_domain::models::*;
use pejl_domain::{Arg, Event, Refused};
use pejl_kernel::*;

pub const TODAY: Date = date(2018, 11, 1);
pub const YEAR: Years = Years { from: 2019, to: 2019 };

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

pub fn person(n: u64) -> PersonId {
    PersonId::new(&SequenceMint::after(2000 + n))
}

pub fn noon() -> Timestamp {
    Timestamp::from_second(1_541_070_000).unwrap()
}

pub const COMMITTEE: u64 = 1;
pub const SCHOOLS: u64 = 2;
pub const NURSERIES: u64 = 3;

fn text(da: &str) -> Text {
    Text { da: da.to_owned(), en: da.to_owned() }
}

fn word(singular: &str) -> Word {
    let forms = Forms {
        singular: singular.to_owned(),
        plural: format!("{singular}r"),
        definite: format!("{singular}n"),
        explanation: String::new(),
    };
    Word { da: forms.clone(), en: forms }
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

fn agreement_kind(name: &str, principal: &str, agent: &str, heard: &[Heard]) -> AgreementKind {
    AgreementKind {
        key: key(name),
        word: word(name),
        principal: key(principal),
        agent: key(agent),
        several_agents: name == "udvalgsaftale",
        horizon: HorizonMeant { least: 1, most: 2 },
        sections: vec![text("Mål og indsats"), text("Årets budget")],
        shows_frame: true,
        goals: Some((1, 3)),
        heard: heard.to_vec(),
        approves: key(principal),
        made_in: None,
        follow_up: text("Udvalget ser på den i juni."),
        report: text("Status ved årets udgang."),
    }
}

/// Committee agreements are approved by the committee and heard by employees and user board; school agreements by the head of
/// department, and nobody is heard.
pub fn model() -> Model {
    let theme = |name: &str, agreements: &[&str]| Theme {
        key: key(name),
        name: text(name),
        question: text("Hvad gør I?"),
        years: YEAR,
        agreements: agreements.iter().map(|k| key(k)).collect(),
        letter: None,
    };
    let rule = |kinds: &[&str], latitude, subject: &str| RuleOfTheGame {
        unit_kinds: kinds.iter().map(|k| key(k)).collect(),
        subject: text(subject),
        latitude,
        rule: text("Sådan er det."),
    };
    Model {
        municipality: Municipality { code: "9999".to_owned(), name: "Prøveby".to_owned(), slug: "proeveby".to_owned() },
        name: "Prøvemodel".to_owned(),
        term: Years { from: 2018, to: 2021 },
        source: String::new(),
        words: Words::standard(),
        levels: vec![
            level("byraad", BodyKind::Council, None),
            level("udvalg", BodyKind::Committee, Some("byraad")),
            level("afdeling", BodyKind::Department, Some("udvalg")),
            level("skole", BodyKind::Institution, Some("afdeling")),
        ],
        unit_kinds: Vec::new(),
        elements: vec![
            spec("maalsaetning", ElementKind::Objective, "byraad", Some("byraad")),
            spec("udvalgsmaal", ElementKind::Goal, "udvalg", Some("byraad")),
            spec("maal", ElementKind::Goal, "afdeling", Some("udvalg")),
            spec("handling", ElementKind::Action, "afdeling", None),
            spec("skolemaal", ElementKind::Goal, "skole", None),
        ],
        agreements: vec![
            agreement_kind("udvalgsaftale", "udvalg", "afdeling", &[Heard::Employees, Heard::UserBoard]),
            agreement_kind("skoleaftale", "afdeling", "skole", &[]),
        ],
        goal: GoalTemplate { required: vec![GoalField::ExpectedEffect], recommended: Vec::new() },
        scale: Scale { red: text("r"), yellow: text("g"), green: text("g"), not_yet: text("i"), silent: text("t") },
        rounds: Vec::new(),
        wheel: Vec::new(),
        themes: vec![theme("inklusion", &["udvalgsaftale"])],
        value_markers: Vec::new(),
        rules: vec![rule(&[], Latitude::Fixed, "Økonomi"), rule(&["skole"], Latitude::Free, "Skema")],
        consequences: Vec::new(),
        lamps: Lamps { goals_yellow: 10, goals_red: 25, money_yellow: 5, money_red: 10 },
    }
}

pub fn party(n: u64, level: &str, name: &str) -> Party {
    Party { unit: unit(n), level: key(level), name: name.to_owned() }
}

pub fn committee() -> Party {
    party(COMMITTEE, "udvalg", "Børneudvalget")
}

pub fn schools() -> Party {
    party(SCHOOLS, "afdeling", "Skoleafdelingen")
}

pub fn nurseries() -> Party {
    party(NURSERIES, "afdeling", "Dagtilbudsafdelingen")
}

pub fn agreement_id(n: u64) -> AgreementId {
    AgreementId::new(&SequenceMint::after(3000 + n))
}

pub fn number(serial: u32) -> Number {
    Number { prefix: NumberPrefix::A, year: 2018, serial }
}

pub fn drafting(kind: &str, principal: Party, agents: &[Party]) -> Drafting {
    Drafting {
        id: agreement_id(1),
        number: number(1),
        kind: key(kind),
        principal,
        agents: agents.to_vec(),
        period: YEAR,
        predecessor: None,
    }
}

/// A committee agreement just begun.
pub fn begun() -> Agreement {
    Agreement::draft(&model(), drafting("udvalgsaftale", committee(), &[schools()]), &[]).unwrap().0
}

pub fn element(n: u64, spec: &str, owner: u64, content: Content) -> Element {
    let model = model();
    let spec = model.element(&key(spec)).unwrap();
    let number = Number { prefix: spec.kind.prefix(), year: 2018, serial: n as u32 };
    let id = ElementId::new(&SequenceMint::after(n));
    Element::draft(id, number, spec, unit(owner), spec.levels[0].clone(), content).unwrap().0
}

pub fn goal_content(title: &str) -> Content {
    let mut content = Content::titled(line(title));
    content.text = prose("Flere børn er glade for at gå i skole.");
    content.goal.expected_effect = prose("Færre børn har brug for særlig støtte.");
    content.goal.criteria = vec![Criterion {
        comparator: Some(Comparator::AtLeast),
        value: Some(Figure::whole(90)),
        ..Criterion::worded(line("Andel, der er glade for at gå i skole"))
    }];
    content.goal.start = Some(date(2019, 1, 1));
    content.goal.due = Some(date(2019, 12, 31));
    content
}

/// The department's own goal, a draft.
pub fn goal() -> Element {
    element(1, "maal", SCHOOLS, goal_content("Flere børn trives"))
}

/// The department's action, a draft.
pub fn action() -> Element {
    element(2, "handling", SCHOOLS, Content::titled(line("Trivselsdag")))
}

pub fn held(element: &Element) -> Held {
    Held { element: element.clone(), tied: Tied::default(), owner: "Skoleafdelingen".to_owned() }
}

pub fn content(goals: &[&Element], actions: &[&Element]) -> AgreementContent {
    let mut content = begun().content;
    content.goals = goals.iter().map(|goal| GoalLine { goal: goal.id, place: GoalPlace::Own, note: Prose::default() }).collect();
    content.actions = actions.iter().map(|action| action.id).collect();
    content.sections[0].text = prose("Vi vil trivsel.");
    content.themes[0].answer = prose("Vi samler holdene.");
    content.frame = Some(Frame { amount: Ore::kroner(412_000_000), source: line("Budget 2019, bevilling 41 Skoler") });
    content
}

/// A committee agreement with everything in it, in dialogue.
pub fn in_dialogue() -> Agreement {
    let content = content(&[&goal()], &[&action()]);
    let (agreement, _) = begun().edit(&model(), content, &[goal(), action()]).unwrap();
    agreement.open_dialogue().unwrap().0
}

pub fn submission<'a>(held: &'a [Held], counters: &'a [Counter], heard: &'a [Hearing]) -> Submission<'a> {
    Submission { held, counters, heard, principal: "Børneudvalget", agents: vec!["Skoleafdelingen"], unit_kinds: &[] }
}

pub fn both() -> Vec<Held> {
    vec![held(&goal()), held(&action())]
}

pub fn submitted() -> Submitted {
    in_dialogue().submit(&model(), submission(&both(), &[], &[])).unwrap()
}

/// The goals and actions as they stand after a deed.
pub fn after(before: &[Held], moved: &[(Element, Event)]) -> Vec<Held> {
    let now = |held: &Held| moved.iter().find(|(e, _)| e.id == held.element.id).map_or(held.element.clone(), |(e, _)| e.clone());
    before.iter().map(|one| Held { element: now(one), ..one.clone() }).collect()
}

pub fn decision(level: &str) -> Decision {
    Decision {
        id: DecisionId::new(&SequenceMint::after(500)),
        body: unit(COMMITTEE),
        level: key(level),
        on: date(2018, 12, 3),
        case_number: line("EKS-2018-11"),
        text: prose("Udvalget godkendte aftalen."),
    }
}

/// In force, with its goal adopted and its action begun.
pub fn approved() -> (Agreement, Vec<Held>) {
    let put = submitted();
    let now = after(&both(), &put.elements);
    let moved = put.agreement.approve(&model(), Some(&decision("udvalg")), &now).unwrap();
    (moved.agreement, after(&now, &moved.elements))
}

pub fn proposing(side: Side, proposal: Proposal) -> Proposing {
    Proposing {
        id: CounterId::new(&SequenceMint::after(4000)),
        side,
        by: person(1),
        at: noon(),
        proposal,
        because: prose("Vi når det ikke."),
    }
}

pub fn answering(side: Side, reply: Reply) -> Answering {
    Answering { side, by: person(2), at: noon(), reply }
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
