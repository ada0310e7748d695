//! Enhed: who leads it, what it works for, what it was asked, what stands below it, and what is free and fixed for its kind.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::orgs::{self, UnitPage as UnitRead};
use pejl_app::overview::{self, Asked as PutBefore, Shape, UnitBelow, UnitElement, UnitOverview};
use pejl_app::shown::Holding;
use pejl_domain::chain::AnswerName;
use pejl_domain::models::Latitude;
use pejl_domain::orgs::UnitFunction;
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use super::address::{Asked, View};
use super::shown::{Happened, Shown, happened, shown, unit_href};
use super::unit_work::{Promised, promised};
use crate::chain::element_href;
use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "overview/unit.html")]
struct UnitPage {
    page: Page,
    kind: String,
    number: String,
    closed: String,
    successor: Option<(String, String)>,
    leaders: Vec<Held>,
    facts: Vec<(String, String)>,
    line: Vec<(String, String, String)>,
    elements: Vec<Column>,
    promised: Promised,
    total: usize,
    asked: Vec<Put>,
    unanswered: usize,
    below: Vec<Below>,
    positions: Vec<Held>,
    rules: Vec<Rule>,
    history: Vec<Happened>,
    new_href: Option<String>,
    edit_href: Option<String>,
    positions_href: Option<String>,
    hand_over_href: Option<String>,
    map_href: String,
    table_href: String,
}

/// A position and who holds it.
struct Held {
    title: String,
    /// "" where it is vacant.
    person: String,
    stands_in: String,
    since: String,
}

/// A unit's elements of one kind.
struct Column {
    word: String,
    explanation: String,
    rows: Vec<Owned>,
}

struct Owned {
    element: Shown,
    due: String,
    /// The one right above, with how many more; "" where it stands under nothing.
    above: String,
    above_href: String,
    below: String,
}

/// Something put before the unit.
struct Put {
    element: Shown,
    answer: String,
    is_waiting: bool,
    reason: String,
    on: String,
}

struct Below {
    name: String,
    href: String,
    level: String,
    adopted: String,
    proposed: String,
    drafts: String,
    is_empty: bool,
}

struct Rule {
    subject: String,
    rule: String,
    latitude: String,
    is_free: bool,
}

/// `/{m}/enhed/E-12`
pub(crate) async fn unit(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let serial = crate::orgs::unit_serial(&number).ok_or(Ending::NotFound)?;
    let read = orgs::unit_page(&mut inside.tx, &inside.visit.sight, serial).await?;
    let shape = Shape::of(&inside.voice.model);
    let overview = overview::unit_overview(&mut inside.tx, &inside.visit.sight, &shape, read.unit.id).await?;
    let promised = promised(&mut inside, &read.unit).await?;
    Ok(show(&page_of(&inside, &shape, &read, &overview, promised)))
}

fn page_of(inside: &Inside, shape: &Shape, read: &UnitRead, overview: &UnitOverview, promised: Promised) -> UnitPage {
    let (t, voice, unit) = (inside.t(), &inside.voice, &read.unit);
    let content = &unit.content;
    let number = unit.number();
    let today = inside.visit.actor.on;
    let held: Vec<(&Holding, Held)> = read.positions.iter().map(|holding| (holding, held(inside, read, holding))).collect();
    let (leaders, positions): (Vec<_>, Vec<_>) =
        held.into_iter().filter(|(holding, _)| holding.span.holds(today)).partition(|(holding, _)| holding.role.leads());
    let facts = Facts { line: read.line.iter().map(|u| u.id).collect(), ..Facts::default() };
    let may = |action: Action| unit.to.is_none() && decide(&inside.visit.actor, action, &facts).is_ok();
    let keeps = decide(&inside.visit.actor, Action::KeepOrganisation, &Facts::municipality()).is_ok();
    let kind = match &content.kind {
        Some(kind) => voice.unit_kind(kind),
        None => voice.level(&content.level),
    };
    let elements: Vec<Column> =
        shape.columns.iter().enumerate().filter_map(|(at, _)| column(inside, shape, overview, at)).collect();
    let of_unit = |view: View| inside.href(&Asked { view, unit: Some(unit.serial), ..Asked::default() }.rest());
    let has_elements = !overview.elements.is_empty();
    UnitPage {
        kind: capital(&kind),
        closed: unit.to.map(|to| t.a("unit-closed-on", "date", t.date(to))).unwrap_or_default(),
        successor: read.successor.as_ref().map(|s| (s.content.name.to_string(), unit_href(inside, s.serial))),
        leaders: leaders.into_iter().map(|(_, held)| held).collect(),
        positions: positions.into_iter().map(|(_, held)| held).collect(),
        facts: facts_shown(inside, read),
        line: overview
            .line
            .iter()
            .rev()
            .map(|above| (capital(&voice.level(&above.level)), above.name.clone(), unit_href(inside, above.serial)))
            .collect(),
        promised,
        total: overview.elements.len(),
        elements,
        unanswered: overview.asked.iter().filter(|put| put.answer == AnswerName::Asked).count(),
        asked: overview.asked.iter().map(|one| put(inside, one)).collect(),
        below: overview.below.iter().map(|one| below(inside, one)).collect(),
        rules: rules(inside, read),
        history: read.history.iter().map(|line| happened(inside, line)).collect(),
        new_href: may(Action::DraftElement).then(|| inside.href(&format!("kaeden/ny?enhed={number}"))),
        edit_href: keeps.then(|| inside.href(&format!("opsaetning/organisation/{number}/ret"))),
        positions_href: keeps.then(|| inside.href(&format!("opsaetning/organisation/{number}"))),
        hand_over_href: (has_elements && decide(&inside.visit.actor, Action::HandOverElement, &facts).is_ok())
            .then(|| inside.href(&format!("enhed/{number}/overdrag"))),
        map_href: of_unit(View::Map),
        table_href: of_unit(View::Table),
        page: inside
            .page(Room::Chain, content.name.as_str())
            .crumb(t.say("menu-chain"), inside.href("kaeden"))
            .here(content.name.as_str()),
        number,
    }
}

fn held(inside: &Inside, read: &UnitRead, holding: &Holding) -> Held {
    let t = inside.t();
    let stand_in = read.stand_ins.iter().find(|(position, _, _)| *position == holding.id);
    Held {
        title: holding.title.clone(),
        person: holding.person.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        stands_in: stand_in
            .map(|(_, name, span)| t.say_with("overview-stands-in", &Args::new().text("name", name).text("span", t.span(*span))))
            .unwrap_or_default(),
        since: t.a("overview-held-from", "date", t.date_medium(holding.span.from)),
    }
}

fn facts_shown(inside: &Inside, read: &UnitRead) -> Vec<(String, String)> {
    let (t, content) = (inside.t(), &read.unit.content);
    let mut facts = vec![(t.say("unit-level"), capital(&inside.voice.level(&content.level)))];
    if let Some(kind) = &content.kind {
        facts.push((t.say("unit-kind"), capital(&inside.voice.unit_kind(kind))));
    }
    if !content.area.is_empty() {
        facts.push((t.say("unit-area"), content.area.clone()));
    }
    let function = match content.function {
        UnitFunction::Service => "unit-function-service",
        UnitFunction::Support => "unit-function-support",
    };
    facts.push((t.say("unit-function"), t.say(function)));
    facts.push((t.say("common-from"), t.date(content.from)));
    facts
}

/// The unit's elements of one kind; nothing where it has none.
fn column(inside: &Inside, shape: &Shape, overview: &UnitOverview, at: usize) -> Option<Column> {
    let spec = shape.columns.get(at).and_then(|column| inside.voice.model.element(&column.spec))?;
    let forms = inside.voice.spec(spec);
    let rows: Vec<Owned> = overview.elements.iter().filter(|e| e.column == at).map(|e| owned(inside, e)).collect();
    (!rows.is_empty()).then(|| Column {
        word: capital(if rows.len() == 1 { &forms.singular } else { &forms.plural }),
        explanation: forms.explanation.clone(),
        rows,
    })
}

/// What an element serves, in words, with its address; "" where it stands under nothing.
pub(super) fn serves(inside: &Inside, owned: &UnitElement) -> (String, String) {
    let Some((number, title)) = &owned.above else { return (String::new(), String::new()) };
    let args = Args::new().text("title", title).count("more", owned.parents.saturating_sub(1));
    let key = if owned.parents > 1 { "overview-serves-more" } else { "overview-serves" };
    (inside.t().say_with(key, &args), element_href(inside, number))
}

fn owned(inside: &Inside, owned: &UnitElement) -> Owned {
    let t = inside.t();
    let (above, above_href) = serves(inside, owned);
    Owned {
        element: shown(inside, &owned.element),
        due: owned.due.map(|due| t.date_medium(due)).unwrap_or_default(),
        above,
        above_href,
        below: if owned.children == 0 { String::new() } else { t.n("overview-below", owned.children) },
    }
}

fn put(inside: &Inside, put: &PutBefore) -> Put {
    let t = inside.t();
    Put {
        element: shown(inside, &put.element),
        answer: t.say(&format!("answer-{}", put.answer.as_str())),
        is_waiting: put.answer == AnswerName::Asked,
        reason: put.reason.clone(),
        on: put.answered_on.map(|on| t.date_medium(on)).unwrap_or_default(),
    }
}

fn below(inside: &Inside, unit: &UnitBelow) -> Below {
    let (t, voice) = (inside.t(), &inside.voice);
    Below {
        name: unit.unit.name.clone(),
        href: unit_href(inside, unit.unit.serial),
        level: capital(&unit.kind.as_ref().map_or_else(|| voice.level(&unit.level), |kind| voice.unit_kind(kind))),
        adopted: t.count(unit.adopted),
        proposed: t.count(unit.proposed),
        drafts: t.count(unit.drafts),
        is_empty: unit.adopted + unit.proposed + unit.drafts == 0,
    }
}

/// The rules of the game that apply to the unit's kind: what is fixed first.
fn rules(inside: &Inside, read: &UnitRead) -> Vec<Rule> {
    let voice = &inside.voice;
    let kind = read.unit.content.kind.as_ref();
    let applies = |kinds: &[pejl_domain::models::Key]| kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(kind));
    let mut rules: Vec<Rule> = voice
        .model
        .rules
        .iter()
        .filter(|rule| applies(&rule.unit_kinds))
        .map(|rule| Rule {
            subject: voice.text(&rule.subject).to_owned(),
            rule: voice.text(&rule.rule).to_owned(),
            latitude: inside.t().say(match rule.latitude {
                Latitude::Fixed => "overview-fixed",
                Latitude::Free => "overview-free",
            }),
            is_free: rule.latitude == Latitude::Free,
        })
        .collect();
    rules.sort_by_key(|rule| rule.is_free);
    rules
}
