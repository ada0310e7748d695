//! One decision that approves many: the agreements that were put before a body, and the goals it is to adopt.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::agreements::{self, AgreementRow, Waiting};
use pejl_app::overview::{self, ListAsk, Mention, Narrow, Shape, Sort};
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, cases, chain, orgs};
use pejl_domain::Sentence;
use pejl_domain::chain::{Element, StateName};
use pejl_domain::models::{ElementSpec, Noun};
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use super::loading::room;
use super::small_form::SmallForm;
use crate::chain::decision;
use crate::chain::field::{Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::Inside;
use crate::inside::deed;
use crate::orgs::unit_serial;
use crate::page::{Page, show, show_with};
use crate::voice::capital;

/// The most agreements of one decision.
const MOST: usize = 500;
/// The most goals of one decision beside those in the agreements.
const MOST_GOALS: usize = 100;
/// The most proposed goals that are read, for all bodies together.
const MOST_PROPOSED: i64 = 1000;

/// The bodies that approve some kind of agreement, and for which this reader may register what they decided.
pub(super) fn bodies(inside: &Inside, units: &[UnitInLine]) -> Vec<UnitInLine> {
    let approves = |unit: &&UnitInLine| inside.voice.model.agreements.iter().any(|kind| kind.approves == unit.level);
    let may = |unit: &&UnitInLine| {
        let facts = Facts { bodies: vec![unit.id], ..Facts::default() };
        decide(&inside.visit.actor, Action::ApproveAgreement, &facts).is_ok()
    };
    units.iter().filter(approves).filter(may).cloned().collect()
}

/// What is put before bodies, and the one that is looked at.
struct Table {
    /// The one asked for, else the first with anything; none where nothing waits anywhere.
    chosen: Option<UnitInLine>,
    /// Those with something waiting, and the chosen one.
    bodies: Vec<UnitInLine>,
    agreements: Vec<AgreementRow>,
    goals: Vec<Element>,
}

/// The table where something waits for the chosen body.
enum Laid {
    For(UnitInLine, Table),
    Empty(Table),
}

async fn table(inside: &mut Inside, asked: &str) -> Result<Laid, Stop> {
    let sight = inside.visit.sight;
    let units = orgs::unit_options(&mut inside.tx, &sight).await?;
    let bodies = bodies(inside, &units);
    if bodies.is_empty() {
        let denied = decide(&inside.visit.actor, Action::ApproveAgreement, &Facts::municipality());
        return Err(denied.err().map_or(Stop(Ending::NotFound), |denied| Stop(Ending::Denied(denied))));
    }
    let model = std::sync::Arc::clone(&inside.voice.model);
    let adopts = |spec: &ElementSpec| spec.adopts.as_ref().is_some_and(|level| bodies.iter().any(|body| body.level == *level));
    let proposed = proposed(inside, Shape::only(&model, adopts)).await?;
    let waiting = agreements::waiting(&mut inside.tx, &sight, &model, bodies, &proposed).await?;
    let has_any = |one: &&Waiting| !one.agreements.is_empty() || !one.goals.is_empty();
    let found = match unit_serial(asked) {
        Some(serial) => Some(waiting.iter().find(|one| one.body.serial == serial).ok_or(Stop(Ending::NotFound))?),
        // What is to be approved comes before what is to be adopted only.
        None => waiting.iter().find(|one| !one.agreements.is_empty()).or(waiting.iter().find(has_any)),
    };
    let is_chosen = |one: &Waiting| found.is_some_and(|found| found.body.id == one.body.id);
    let bodies = waiting.iter().filter(|one| has_any(one) || is_chosen(one)).map(|one| one.body.clone()).collect();
    let mut goals = Vec::new();
    for number in found.iter().flat_map(|one| &one.goals).take(MOST_GOALS) {
        goals.push(chain::by_number(&mut inside.tx, &sight, *number).await?);
    }
    let agreements = found.map(|one| one.agreements.iter().take(MOST).cloned().collect()).unwrap_or_default();
    let table = Table { chosen: found.map(|one| one.body.clone()), bodies, agreements, goals };
    Ok(match found.filter(has_any) {
        Some(one) => Laid::For(one.body.clone(), table),
        None => Laid::Empty(table),
    })
}

/// What is proposed, of these columns.
async fn proposed(inside: &mut Inside, shape: Shape) -> Result<Vec<Mention>, Stop> {
    let narrow = Narrow { unit: None, states: vec![StateName::Proposed], text: String::new(), tag: String::new(), only: None };
    let ask = ListAsk {
        shape,
        narrow,
        due_before: None,
        missing: None,
        orientation: None,
        measure: None,
        scope: None,
        sort: Sort::Number,
        turned: false,
        skip: 0,
        most: MOST_PROPOSED,
    };
    let (rows, _) = overview::list(&mut inside.tx, &inside.visit.sight, &ask).await?;
    Ok(rows.into_iter().map(|row| row.element).collect())
}

/// Where nothing waits for the chosen body, or for any.
#[derive(Template)]
#[template(path = "agreements/approve_none.html")]
struct NothingWaits {
    page: Page,
    kicker: Option<(String, String)>,
    ways: Vec<(String, String, bool)>,
    back: String,
}

fn nothing_waits(inside: &Inside, table: &Table) -> NothingWaits {
    let title = inside.t().say("agreements-approve-many");
    NothingWaits {
        page: room(inside, title.clone()).here(title),
        kicker: table.chosen.as_ref().map(|body| kicker(inside, body)),
        ways: ways(inside, table),
        back: inside.href("aftaler"),
    }
}

fn kicker(inside: &Inside, body: &UnitInLine) -> (String, String) {
    (body.name.clone(), inside.href(&format!("enhed/E-{}", body.serial)))
}

fn ways(inside: &Inside, table: &Table) -> Vec<(String, String, bool)> {
    let way = |unit: &UnitInLine| {
        let href = inside.href(&format!("aftaler/godkend?organ=E-{}", unit.serial));
        (unit.name.clone(), href, table.chosen.as_ref().is_some_and(|chosen| chosen.id == unit.id))
    };
    table.bodies.iter().map(way).collect()
}

fn form(inside: &Inside, body: &UnitInLine, table: &Table, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let chosen = |name: &str, value: &str| typed.all(name).any(|one| one == value);
    let agreement = |row: &AgreementRow| {
        let value = format!("{}:{}", row.agreement.number, row.version);
        let agents: Vec<&str> = row.agreement.agents.iter().map(|agent| agent.name.as_str()).collect();
        let word = capital(&inside.voice.agreement(&row.agreement.kind).singular);
        let args = Args::new()
            .text("kind", word)
            .text("number", row.agreement.number)
            .text("years", t.years(row.agreement.period))
            .count("signed", row.signed)
            .count("all", row.signers);
        let is_chosen = chosen("agreements", &value);
        Choice { hint: t.say_with("agreements-choice", &args), ..Choice::new(value, agents.join(", "), is_chosen) }
    };
    let goal = |goal: &Element| {
        let value = format!("{}:{}", goal.number, goal.version);
        let is_chosen = chosen("goals", &value);
        let word = capital(&inside.voice.element(goal.kind, &goal.level).singular);
        Choice { hint: format!("{word} {}", goal.number), ..Choice::new(value, goal.content.title.to_string(), is_chosen) }
    };
    let mut fields = Vec::new();
    if !table.agreements.is_empty() {
        let choices = Input::Boxes(table.agreements.iter().map(agreement).collect());
        fields.push(make.named("agreements", "menu-agreements", choices).required_if(true));
    }
    if !table.goals.is_empty() {
        let word = inside.voice.about("agreements-goals-too", inside.voice.noun(Noun::Goal));
        fields.push(make.labelled("goals", word, Input::Boxes(table.goals.iter().map(goal).collect())));
    }
    fields.extend(decision::fields(inside, &make, std::slice::from_ref(body)));
    let title = t.say("agreements-approve-many");
    SmallForm {
        page: room(inside, title.clone()).here(title),
        kicker: Some(kicker(inside, body)),
        lead: t.say("agreements-approve-lead"),
        faults: summary(t, faults, fields.iter()),
        notice: String::new(),
        ways: ways(inside, table),
        facts: Vec::new(),
        doc: None,
        fields,
        hidden: Vec::new(),
        submit: t.say("agreements-approve-do"),
        warns: false,
        back: inside.href("aftaler"),
        draft_key: String::new(),
    }
}

/// `GET /{m}/aftaler/godkend?organ=E-3`
pub(super) async fn approve_many_page(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let (body, table) = match table(&mut inside, Typed(query).get("organ")).await? {
        Laid::For(body, table) => (body, table),
        Laid::Empty(table) => return Ok(show(&nothing_waits(&inside, &table))),
    };
    let mut typed = decision::begun(Typed::default(), &inside, std::slice::from_ref(&body));
    for row in &table.agreements {
        typed = typed.with("agreements", format!("{}:{}", row.agreement.number, row.version));
    }
    Ok(show(&form(&inside, &body, &table, &typed, &Faults::default())))
}

/// `POST /{m}/aftaler/godkend?organ=E-3`
pub(super) async fn approve_many(
    mut inside: Inside,
    Query(query): Query<Vec<(String, String)>>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let (body, table) = match table(&mut inside, Typed(query).get("organ")).await? {
        Laid::For(body, table) => (body, table),
        // Somebody else has decided all of it since the form was opened.
        Laid::Empty(table) => return Ok(show_with(StatusCode::CONFLICT, &nothing_waits(&inside, &table))),
    };
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let versioned = |text: &str| text.rsplit_once(':').and_then(|(number, v)| Some((number.to_owned(), v.parse::<i64>().ok()?)));
    let of = |name: &'static str| typed.all(name).filter_map(versioned).collect::<Vec<_>>();
    let chosen = of("agreements").into_iter().filter_map(|(number, version)| {
        let row = table.agreements.iter().find(|row| row.agreement.number.to_string() == number)?;
        Some((row.agreement.id, version))
    });
    let chosen: Vec<_> = chosen.collect();
    let goals = of("goals").into_iter().filter_map(|(number, version)| {
        let goal = table.goals.iter().find(|goal| goal.number.to_string() == number)?;
        Some((goal.id, version))
    });
    let goals: Vec<_> = goals.collect();
    if chosen.is_empty() && goals.is_empty() {
        reader.fault("agreements", inside.t().say("agreements-approve-nothing"));
    }
    let given = decision::read(&mut reader, std::slice::from_ref(&body));
    let faults = reader.faults;
    let (Some(given), true) = (given, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &body, &table, &typed, &faults)));
    };
    match deed!(inside, desk => cases::approve_many(&mut desk, chosen, goals, given)) {
        Ok((approved, adopted)) => {
            let word = Sentence::new("agreements-approved-many").count("approved", approved).count("adopted", adopted);
            Ok(inside.done(&word, &inside.href("aftaler")).await)
        }
        Err(Ending::Refused(refused)) => {
            let beside = |(field, text): (String, String)| match field.as_str() {
                "decision" | "body" | "on" | "case" | "decided" => (field, text),
                _ => ("agreements".to_owned(), text),
            };
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &body, &table, &typed, &faults)))
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("agreements-approve-changed");
            let form = form(&inside, &body, &table, &typed, &Faults::default());
            Ok(show_with(StatusCode::CONFLICT, &SmallForm { notice, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}
