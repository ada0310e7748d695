//! What differs between two texts of an agreement, and whether a kept text is the one that was signed.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::agreements;
use pejl_domain::agreements::difference::{ElementChange, How, TextChange};
use pejl_domain::models::Noun;
use pejl_kernel::Number;
use pejl_lang::Args;

use super::loading::{about, agreement_href, page_of, the_page};
use super::signatures::short;
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Typed;
use crate::history::{Change, change};
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "agreements/difference.html")]
struct Difference {
    page: Page,
    number: String,
    href: String,
    lead: String,
    fields: Vec<Change>,
    parts: Vec<Part>,
    elements: Vec<ElementPart>,
    nothing: bool,
}

/// Texts of one sort that differ.
struct Part {
    heading: String,
    rows: Vec<Row>,
}

struct Row {
    heading: String,
    how: String,
    before: String,
    after: String,
}

struct ElementPart {
    heading: String,
    rows: Vec<ElementRow>,
}

struct ElementRow {
    number: String,
    title: String,
    href: String,
    how: String,
    fields: Vec<Change>,
}

/// `GET …/forskel?fra=1&til=2`; a side that is not said is what is submitted or being written, or in force.
pub(super) async fn difference(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let query = Typed(query);
    let found = the_page(&mut inside, &number).await?;
    let agreement = &found.shown.agreement;
    let before = query.get("fra").parse::<u32>().ok().or((agreement.edition > 0).then_some(agreement.edition));
    let asked = query.get("til").parse::<u32>().ok();
    // Who does not see what is being written compares with what is in force.
    let after = asked.or((!found.shown.sees_draft).then_some(agreement.edition));
    let visit = &inside.visit;
    let differs =
        agreements::difference(&mut inside.tx, &visit.actor, &visit.sight, &visit.place, agreement.number, before, after).await?;
    let t = inside.t();
    let said = |edition: Option<u32>| edition.map_or_else(|| t.say("agreement-difference-now"), |n| t.n("agreement-edition", n));
    let args = Args::new().text("before", said(before)).text("after", said(after));
    let title = about(&inside, "agreement-difference-title", agreement);
    let goals = capital(&inside.voice.noun(Noun::Goal).plural);
    let actions = capital(&inside.voice.noun(Noun::Action).plural);
    let mut parts = vec![
        part(&inside, t.say("field-sections"), &differs.sections),
        part(&inside, t.say("agreement-themes"), &differs.themes),
        part(&inside, t.say("agreement-rules"), &differs.rules),
        part(&inside, t.say("agreement-heard"), &differs.heard),
    ];
    parts.retain(|part| !part.rows.is_empty());
    let mut elements = vec![
        ElementPart { heading: goals, rows: differs.goals.iter().map(|one| element_row(&inside, one)).collect() },
        ElementPart { heading: actions, rows: differs.actions.iter().map(|one| element_row(&inside, one)).collect() },
    ];
    elements.retain(|part| !part.rows.is_empty());
    let view = Difference {
        page: page_of(&inside, agreement, title),
        number: agreement.number.to_string(),
        href: agreement_href(&inside, &agreement.number),
        lead: t.say_with("agreement-difference-lead", &args),
        fields: differs.fields.iter().map(|one| change(&inside.voice, one)).collect(),
        parts,
        elements,
        nothing: differs.is_empty(),
    };
    Ok(show(&view))
}

fn how_said(inside: &Inside, how: How) -> String {
    inside.t().say(&format!("difference-how-{}", how.as_str()))
}

/// Choices among fixed words stand as their catalogue keys.
fn part(inside: &Inside, heading: String, changes: &[TextChange]) -> Part {
    let t = inside.t();
    let worded = |text: &String| if text.contains('-') && t.has(text) { t.say(text) } else { text.clone() };
    let row = |one: &TextChange| Row {
        heading: one.heading.clone(),
        how: how_said(inside, one.how),
        before: worded(&one.before),
        after: worded(&one.after),
    };
    Part { heading, rows: changes.iter().map(row).collect() }
}

fn element_row(inside: &Inside, one: &ElementChange) -> ElementRow {
    ElementRow {
        number: one.number.clone(),
        title: one.title.clone(),
        href: one.number.parse::<Number>().map(|number| element_href(inside, &number)).unwrap_or_default(),
        how: how_said(inside, one.how),
        fields: one.fields.iter().map(|field| change(&inside.voice, field)).collect(),
    }
}

#[derive(Template)]
#[template(path = "agreements/verify.html")]
struct Verify {
    page: Page,
    number: String,
    href: String,
    holds: bool,
    title: String,
    text: String,
    seal: String,
    computed: String,
    short: String,
}

/// `GET …/kontrol?udgave=`
pub(super) async fn verify(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let agreement = &found.shown.agreement;
    let edition = Typed(query).get("udgave").parse::<u32>().ok();
    // What is in force is always there to be checked, also while the next is being written.
    let edition = edition.or((found.shown.frozen.is_none() && agreement.edition > 0).then_some(agreement.edition));
    let t = inside.t();
    let title = about(&inside, "agreement-verify-title", agreement);
    let page = page_of(&inside, agreement, title);
    let (number, href) = (agreement.number.to_string(), agreement_href(&inside, &agreement.number));
    if edition.is_none() && found.shown.frozen.is_none() {
        let (title, text) = (t.say("agreement-verify-nothing"), t.say("agreement-verify-nothing-text"));
        let none = String::new;
        let view = Verify { page, number, href, holds: true, title, text, seal: none(), computed: none(), short: none() };
        return Ok(show(&view));
    }
    let sight = inside.visit.sight;
    let verified = agreements::verify(&mut inside.tx, &sight, agreement.number, edition).await?;
    let (title, text) = match verified.holds {
        true => (t.say("agreement-verify-holds"), t.say("agreement-verify-holds-text")),
        false => (t.say("agreement-verify-broken"), t.say("agreement-verify-broken-text")),
    };
    let view = Verify {
        page,
        number,
        href,
        holds: verified.holds,
        title,
        text,
        short: short(&verified.seal),
        seal: verified.seal,
        computed: verified.computed,
    };
    Ok(show(&view))
}
