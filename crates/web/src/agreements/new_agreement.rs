//! A new agreement: which kind, between whom, for which years. Only what the reader may draft is offered.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementDraft, Pair};
use pejl_app::shown::UnitInLine;
use pejl_domain::models::{AgreementKind, Key};

use super::list::{kind_said, only_who_may};
use super::loading::{about_kind, room};
use super::small_form::{SmallForm, done};
use crate::chain::field::{Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{Page, show, show_with};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "agreements/choose.html")]
struct Choose {
    page: Page,
    lead: String,
    choices: Vec<(String, String, String)>,
    empty: String,
    back: String,
}

/// A kind with the parties between which this reader may draft it.
struct Asked {
    kind: AgreementKind,
    pairs: Vec<Pair>,
    principal: Option<UnitInLine>,
}

/// `GET /{m}/aftaler/ny?slags=&principal=&agent=`
pub(super) async fn new_agreement(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    only_who_may(&inside)?;
    match asked(&mut inside, &query).await? {
        None => choose_kind(&mut inside).await,
        Some(asked) if asked.kind.several_agents && asked.principal.is_none() => Ok(choose_principal(&inside, &asked)),
        Some(asked) => {
            let typed = Typed::default()
                .with("agents", query.get("agent"))
                .with("from", first_year(&inside).to_string())
                .with("years", asked.kind.horizon.least.to_string());
            Ok(show(&form(&inside, &asked, &typed, &Faults::default())))
        }
    }
}

/// `POST /{m}/aftaler/ny?slags=&principal=`
pub(super) async fn draft(
    mut inside: Inside,
    Query(query): Query<Vec<(String, String)>>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let (query, typed) = (Typed(query), Typed(typed));
    only_who_may(&inside)?;
    let Some(asked) = asked(&mut inside, &query).await? else { return choose_kind(&mut inside).await };
    let t = inside.t();
    let mut reader = Reader::new(&typed, t, inside.visit.actor.on);
    let of = |text: &str| unit_serial(text).and_then(|serial| asked.pairs.iter().find(|pair| pair.agent.serial == serial));
    let agents: Vec<&Pair> = typed.all("agents").filter_map(of).collect();
    let first = agents.first().map(|pair| pair.principal.id);
    if first.is_none() {
        reader.fault("agents", t.say("fault-choice-empty"));
    }
    let from = reader.chosen("from", |text| text.trim().parse::<i16>().ok().filter(|year| (1970..=2199).contains(year)));
    let years = reader.chosen("years", |text| text.parse::<u8>().ok().filter(|years| *years > 0));
    let faults = reader.faults;
    let (Some(principal), Some(from), Some(years)) = (first, from, years) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &asked, &typed, &faults)));
    };
    let agents = agents.iter().map(|pair| pair.agent.id).collect();
    let draft = AgreementDraft { kind: asked.kind.key.clone(), principal, agents, from, years };
    match deed!(inside, desk => agreements::draft_agreement(&mut desk, draft)) {
        Ok(agreement) => Ok(done(&inside, "agreement-drafted", &agreement).await),
        Err(Ending::Refused(refused)) => {
            let beside = |(field, text): (String, String)| match field.as_str() {
                "period" => ("from".to_owned(), text),
                "principal" | "agents" | "kind" => ("agents".to_owned(), text),
                _ => (field, text),
            };
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &asked, &typed, &faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// The year that is most often meant: from the summer on, the next.
fn first_year(inside: &Inside) -> i16 {
    let today = inside.visit.actor.on;
    if today.month() >= 7 { today.year() + 1 } else { today.year() }
}

async fn pairs(inside: &mut Inside, kind: &Key) -> Result<Vec<Pair>, Stop> {
    let visit = &inside.visit;
    Ok(agreements::pairs(&mut inside.tx, &visit.actor, &visit.sight, &visit.place, kind).await?)
}

async fn asked(inside: &mut Inside, query: &Typed) -> Result<Option<Asked>, Stop> {
    let key = query.get("slags");
    let kind = inside.voice.model.agreements.iter().find(|kind| kind.key.as_str() == key).cloned();
    let Some(kind) = kind else { return Ok(None) };
    let mut pairs = pairs(inside, &kind.key).await?;
    let agent = unit_serial(query.get("agent"));
    let serial = unit_serial(query.get("principal"))
        .or_else(|| pairs.iter().find(|pair| Some(pair.agent.serial) == agent).map(|pair| pair.principal.serial))
        .or_else(|| only(&pairs));
    let principal = pairs.iter().map(|pair| &pair.principal).find(|unit| Some(unit.serial) == serial).cloned();
    if let Some(principal) = principal.as_ref().filter(|_| kind.several_agents) {
        pairs.retain(|pair| pair.principal.id == principal.id);
    }
    Ok(Some(Asked { kind, pairs, principal }))
}

/// The principal, where there is only one.
fn only(pairs: &[Pair]) -> Option<i64> {
    let first = pairs.first()?.principal.serial;
    pairs.iter().all(|pair| pair.principal.serial == first).then_some(first)
}

async fn choose_kind(inside: &mut Inside) -> Result<Response, Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let mut choices = Vec::new();
    for kind in &model.agreements {
        if !pairs(inside, &kind.key).await?.is_empty() {
            let word = capital(&inside.voice.agreement(&kind.key).singular);
            choices.push((word, inside.href(&format!("aftaler/ny?slags={}", kind.key)), kind_said(inside, kind)));
        }
    }
    let t = inside.t();
    let title = t.say("agreements-new");
    let view = Choose {
        page: room(inside, title.clone()).here(title),
        lead: t.say("agreements-new-lead"),
        choices,
        empty: t.say("agreements-new-nothing"),
        back: inside.href("aftaler"),
    };
    Ok(show(&view))
}

fn choose_principal(inside: &Inside, asked: &Asked) -> Response {
    let mut principals: Vec<&UnitInLine> = Vec::new();
    for pair in &asked.pairs {
        if !principals.iter().any(|unit| unit.id == pair.principal.id) {
            principals.push(&pair.principal);
        }
    }
    let choice = |unit: &UnitInLine| {
        let href = inside.href(&format!("aftaler/ny?slags={}&principal=E-{}", asked.kind.key, unit.serial));
        (unit.name.clone(), href, capital(&inside.voice.level(&unit.level)))
    };
    let title = about_kind(inside, "agreements-new-kind", &asked.kind.key);
    let view = Choose {
        page: room(inside, title.clone()).crumb(inside.t().say("agreements-new"), inside.href("aftaler/ny")).here(title),
        lead: inside.t().say("agreements-new-principal"),
        choices: principals.into_iter().map(choice).collect(),
        empty: inside.t().say("agreements-new-nothing"),
        back: inside.href("aftaler/ny"),
    };
    show(&view)
}

fn form(inside: &Inside, asked: &Asked, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let choice = |pair: &Pair| {
        let number = format!("E-{}", pair.agent.serial);
        let is_chosen = typed.all("agents").any(|one| one == number);
        let args = pejl_lang::Args::new().text("agent", &pair.agent.name).text("principal", &pair.principal.name);
        let label = if asked.kind.several_agents { pair.agent.name.clone() } else { t.say_with("agreements-pair", &args) };
        Choice::new(number, label, is_chosen)
    };
    let mut choices: Vec<Choice> = asked.pairs.iter().map(choice).collect();
    let agents = if asked.kind.several_agents {
        make.named("agents", "field-agents", Input::Boxes(choices)).required_if(true)
    } else {
        choices.insert(0, Choice::new("", t.say("chain-choose-unit"), typed.get("agents").is_empty()));
        make.named("agents", "agreements-between", Input::Select(choices)).required_if(true)
    };
    let most = asked.kind.horizon.most.clamp(1, 12);
    let chosen = typed.get("years");
    let years = (1..=most).map(|n| Choice::new(n.to_string(), t.n("agreements-runs", n), chosen == n.to_string()));
    let fields = vec![
        agents,
        make.named("from", "agreements-first-year", Input::Short).required_if(true),
        make.named("years", "agreements-how-long", Input::Select(years.collect())).required_if(true),
    ];
    let title = about_kind(inside, "agreements-new-kind", &asked.kind.key);
    SmallForm {
        page: room(inside, title.clone()).crumb(t.say("agreements-new"), inside.href("aftaler/ny")).here(title),
        kicker: None,
        lead: kind_said(inside, &asked.kind),
        faults: summary(t, faults, fields.iter()),
        notice: String::new(),
        ways: Vec::new(),
        facts: asked
            .principal
            .iter()
            .filter(|_| asked.kind.several_agents)
            .map(|unit| (t.say("field-principal"), unit.name.clone()))
            .collect(),
        doc: None,
        fields,
        hidden: Vec::new(),
        submit: t.say("agreements-draft-do"),
        warns: false,
        back: inside.href("aftaler"),
        draft_key: String::new(),
    }
}
