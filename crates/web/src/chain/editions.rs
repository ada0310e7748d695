//! An element's editions: what it said each time it was adopted, and what was changed.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::chain::{self, DecisionRow, Edition};
use pejl_app::orgs;
use pejl_kernel::{Number, PositionId};
use pejl_lang::Args;

use crate::chain::element_href;
use crate::chain::loading::{about, page_of, positions};
use crate::chain::said::{Differs, Positions, differences};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "chain/editions.html")]
struct Editions {
    page: Page,
    lead: String,
    href: String,
    editions: Vec<EditionShown>,
}

struct EditionShown {
    title: String,
    decided: String,
    reason: String,
    differs: Vec<Differs>,
    is_first: bool,
    /// Whether this is what stands now.
    is_now: bool,
}

/// `/{m}/{kind}/{number}/udgaver`
pub(crate) async fn editions_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let found = chain::element_page(&mut inside.tx, &sight, &place, number).await?;
    let choices = positions(&mut inside, found.element.owner, "").await?;
    let mut titles: Positions = choices.into_iter().filter_map(|c| Some((c.value.parse().ok()?, c.label))).collect();
    // An edition may name a position that could no longer be chosen.
    let named = found.editions.iter().filter_map(|edition| edition.content.goal.responsible);
    let distant: Vec<PositionId> = named.filter(|position| !titles.contains_key(position)).collect();
    titles.extend(orgs::position_titles(&mut inside.tx, &sight, &distant).await?);
    let all = &found.editions;
    let view = Editions {
        page: page_of(&inside, &found.element, about(&inside, "chain-editions-title", &found.element)),
        lead: inside.t().say("chain-editions-lead"),
        href: element_href(&inside, &number),
        editions: (0..all.len()).filter_map(|at| shown(&inside, &titles, all, at)).collect(),
    };
    Ok(show(&view))
}

/// One of the editions, which stand newest first, with what it changed in the one before.
fn shown(inside: &Inside, titles: &Positions, all: &[Edition], at: usize) -> Option<EditionShown> {
    let (t, edition) = (inside.t(), all.get(at)?);
    let before = all.get(at + 1);
    Some(EditionShown {
        title: t
            .say_with("chain-edition-title", &Args::new().count("edition", edition.edition).text("when", t.date_time(edition.at))),
        decided: edition.decision.as_ref().map(|row| decided(inside, row)).unwrap_or_default(),
        reason: edition.reason.to_string(),
        differs: before.map(|b| differences(&inside.voice, titles, &b.content, &edition.content)).unwrap_or_default(),
        is_first: before.is_none(),
        is_now: at == 0,
    })
}

fn decided(inside: &Inside, row: &DecisionRow) -> String {
    let t = inside.t();
    let args = Args::new().text("body", &row.body).text("date", t.date(row.decision.on)).text("case", &row.decision.case_number);
    t.say_with("chain-edition-decided", &args)
}
