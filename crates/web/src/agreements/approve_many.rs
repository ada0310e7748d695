//! One decision that approves many: the agreements that were put before a body, and the goals it is to adopt.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::agreements::{self, AgreementAsk, AgreementRow, Meant, Within};
use pejl_app::overview::{self, ListAsk, Narrow, Only, Shape, Sort};
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, chain, orgs};
use pejl_domain::Sentence;
use pejl_domain::agreements::AgreementState;
use pejl_domain::chain::{Element, StateName};
use pejl_domain::models::Noun;
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
use crate::page::{show, show_with};
use crate::voice::capital;

/// The most agreements of one decision.
const MOST: i64 = 500;
/// The most goals of one decision beside those in the agreements.
const MOST_GOALS: i64 = 100;

/// The bodies that approve some kind of agreement, and for which this reader may register what they decided.
pub(super) fn bodies(inside: &Inside, units: &[UnitInLine]) -> Vec<UnitInLine> {
    let approves = |unit: &&UnitInLine| inside.voice.model.agreements.iter().any(|kind| kind.approves == unit.level);
    let may = |unit: &&UnitInLine| {
        let facts = Facts { bodies: vec![unit.id], ..Facts::default() };
        decide(&inside.visit.actor, Action::ApproveAgreement, &facts).is_ok()
    };
    units.iter().filter(approves).filter(may).cloned().collect()
}

/// A body with what is put before it.
struct Table {
    body: UnitInLine,
    bodies: Vec<UnitInLine>,
    agreements: Vec<AgreementRow>,
    goals: Vec<Element>,
}

async fn table(inside: &mut Inside, asked: &str) -> Result<Table, Stop> {
    let sight = inside.visit.sight;
    let units = orgs::unit_options(&mut inside.tx, &sight).await?;
    let bodies = bodies(inside, &units);
    if bodies.is_empty() {
        let denied = decide(&inside.visit.actor, Action::ApproveAgreement, &Facts::municipality());
        return Err(denied.err().map_or(Stop(Ending::NotFound), |denied| Stop(Ending::Denied(denied))));
    }
    let model = std::sync::Arc::clone(&inside.voice.model);
    let meant = Meant::of(&model);
    let ask = AgreementAsk { meant, states: vec![AgreementState::Submitted], most: MOST, ..AgreementAsk::default() };
    let body = match unit_serial(asked) {
        Some(serial) => bodies.iter().find(|unit| unit.serial == serial).cloned().ok_or(Stop(Ending::NotFound))?,
        None => {
            let (rows, _) = agreements::agreements(&mut inside.tx, &sight, &ask).await?;
            let asks = |unit: &&UnitInLine| rows.iter().any(|row| row.agreement.principal.id == unit.id);
            bodies.iter().find(asks).or(bodies.first()).cloned().ok_or(Stop(Ending::NotFound))?
        }
    };
    let ask = AgreementAsk { within: Some(Within::Below(body.id)), ..ask };
    let (mut rows, _) = agreements::agreements(&mut inside.tx, &sight, &ask).await?;
    let approves = |row: &AgreementRow| {
        let kind = model.agreements.iter().find(|kind| kind.key == row.agreement.kind);
        kind.is_some_and(|kind| kind.approves == body.level)
    };
    rows.retain(approves);
    let list = ListAsk {
        shape: Shape::only(&model, |spec| spec.adopts.as_ref() == Some(&body.level)),
        narrow: Narrow {
            unit: Some(body.id),
            states: vec![StateName::Proposed],
            text: String::new(),
            tag: String::new(),
            only: None::<Only>,
        },
        due_before: None,
        missing: None,
        orientation: None,
        measure: None,
        scope: None,
        sort: Sort::Number,
        turned: false,
        skip: 0,
        most: MOST_GOALS,
    };
    let (found, _) = overview::list(&mut inside.tx, &sight, &list).await?;
    let mut goals = Vec::with_capacity(found.len());
    for row in found {
        goals.push(chain::by_number(&mut inside.tx, &sight, row.element.number).await?);
    }
    Ok(Table { body, bodies, agreements: rows, goals })
}

fn form(inside: &Inside, table: &Table, typed: &Typed, faults: &Faults) -> SmallForm {
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
    let is_empty = fields.is_empty();
    if !is_empty {
        fields.extend(decision::fields(inside, &make, std::slice::from_ref(&table.body)));
    }
    let way = |unit: &UnitInLine| {
        let href = inside.href(&format!("aftaler/godkend?organ=E-{}", unit.serial));
        (unit.name.clone(), href, unit.id == table.body.id)
    };
    let title = t.say("agreements-approve-many");
    let lead = if is_empty { "agreements-approve-none" } else { "agreements-approve-lead" };
    SmallForm {
        page: room(inside, title.clone()).here(title),
        kicker: Some((table.body.name.clone(), inside.href(&format!("enhed/E-{}", table.body.serial)))),
        lead: t.say(lead),
        faults: summary(t, faults, fields.iter()),
        notice: String::new(),
        ways: table.bodies.iter().map(way).collect(),
        facts: Vec::new(),
        doc: None,
        fields,
        hidden: Vec::new(),
        submit: if is_empty { String::new() } else { t.say("agreements-approve-do") },
        warns: false,
        back: inside.href("aftaler"),
        draft_key: String::new(),
    }
}

/// `GET /{m}/aftaler/godkend?organ=E-3`
pub(super) async fn approve_many_page(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let table = table(&mut inside, Typed(query).get("organ")).await?;
    let mut typed = decision::begun(Typed::default(), &inside, std::slice::from_ref(&table.body));
    for row in &table.agreements {
        typed = typed.with("agreements", format!("{}:{}", row.agreement.number, row.version));
    }
    Ok(show(&form(&inside, &table, &typed, &Faults::default())))
}

/// `POST /{m}/aftaler/godkend?organ=E-3`
pub(super) async fn approve_many(
    mut inside: Inside,
    Query(query): Query<Vec<(String, String)>>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let table = table(&mut inside, Typed(query).get("organ")).await?;
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
    let given = decision::read(&mut reader, std::slice::from_ref(&table.body));
    let faults = reader.faults;
    let (Some(given), true) = (given, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &table, &typed, &faults)));
    };
    match deed!(inside, desk => agreements::approve_many(&mut desk, chosen, goals, given)) {
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
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &table, &typed, &faults)))
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("agreements-approve-changed");
            let form = form(&inside, &table, &typed, &Faults::default());
            Ok(show_with(StatusCode::CONFLICT, &SmallForm { notice, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}
