//! Kæden as nested lists: each element under everything it serves. What reads the page aloud reads it as a tree.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use pejl_app::overview::{self, Card, ChainMap, MapAsk};
use pejl_kernel::ElementId;
use pejl_lang::Args;

use super::address::{Asked, View};
use super::chain_page::{ChainHead, Looked, page};
use super::shown::{Shown, shown};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::voice::capital;

/// A column with more than this is told as counts on the branches above it.
const MOST_IN_A_COLUMN: i64 = 150;
/// Something under many is repeated under each; this keeps the page finite all the same.
const MOST_LINES: usize = 3_000;

#[derive(Template)]
#[template(path = "overview/chain_list.html")]
struct ChainList {
    page: Page,
    head: ChainHead,
    lines: Vec<Line>,
    /// Columns too long to be unfolded: the word, how many, and the table.
    grouped: Vec<(String, String, String)>,
    whole_href: Option<String>,
}

/// One line of the tree, in the order it is written, with the marks that open and close the lists around it.
struct Line {
    element: Shown,
    meta: String,
    loose: String,
    /// How many are right under it, leading to the branch; "" where there are none.
    below: String,
    branch_href: String,
    /// Below are lines of its own, indented.
    opens: bool,
    /// How many lists end after this line.
    closes: usize,
    is_chosen: bool,
}

pub(super) async fn list(mut inside: Inside, head: ChainHead, looked: Looked) -> Result<Response, Stop> {
    let asked = &looked.asked;
    let ask = MapAsk {
        shape: asked.shape(&inside.voice.model),
        narrow: asked.narrow(looked.unit),
        chosen: looked.chosen.as_ref().map(|c| c.id),
        most: MOST_IN_A_COLUMN,
    };
    let mut map = overview::map(&mut inside.tx, &inside.visit.sight, &ask).await?;
    if looked.chosen.is_some() {
        map.cards.retain(|card| card.side.is_some());
    }
    let grouped = map.columns.iter().zip(&ask.shape.columns).filter(|(count, _)| count.is_grouped).filter_map(|(count, column)| {
        let spec = inside.voice.model.element(&column.spec)?;
        let there = asked.but(|a| {
            a.view = View::Table;
            a.spec = Some(column.spec.clone());
        });
        Some((capital(&inside.voice.spec(spec).plural), inside.t().count(count.elements), inside.href(&there.rest())))
    });
    let view = ChainList {
        grouped: grouped.collect(),
        lines: lines(&inside, asked, &map),
        whole_href: looked.chosen.as_ref().map(|_| inside.href(&asked.but(|a| a.chosen = None).rest())),
        page: page(&inside),
        head,
    };
    Ok(show(&view))
}

/// The tree, written out.
fn lines(inside: &Inside, asked: &Asked, map: &ChainMap) -> Vec<Line> {
    let cards: BTreeMap<ElementId, &Card> = map.cards.iter().map(|card| (card.element.id, card)).collect();
    let mut below: BTreeMap<ElementId, Vec<&Card>> = BTreeMap::new();
    let mut has_parent: BTreeSet<ElementId> = BTreeSet::new();
    for edge in &map.edges {
        if let (Some(child), true) = (cards.get(&edge.child), cards.contains_key(&edge.parent)) {
            below.entry(edge.parent).or_default().push(child);
            has_parent.insert(edge.child);
        }
    }
    for list in below.values_mut() {
        list.sort_by_key(|card| (card.column, card.element.number));
    }
    // Depth first, with a stack of our own: each entry is a card and how deep it stands.
    let tops = map.cards.iter().filter(|card| !has_parent.contains(&card.element.id));
    let mut waiting: Vec<(&Card, usize)> = tops.rev().map(|card| (card, 0)).collect();
    let mut walked: Vec<(&Card, usize)> = Vec::new();
    while let Some((card, depth)) = waiting.pop() {
        walked.push((card, depth));
        if walked.len() == MOST_LINES {
            break;
        }
        let children = below.get(&card.element.id).into_iter().flatten().rev();
        waiting.extend(children.map(|child| (*child, depth + 1)));
    }
    let next_depths: Vec<usize> = walked.iter().skip(1).map(|(_, depth)| *depth).chain([0]).collect();
    let written = walked.into_iter().zip(next_depths);
    written
        .map(|((card, depth), next)| Line { opens: next > depth, closes: depth.saturating_sub(next), ..line(inside, asked, card) })
        .collect()
}

fn line(inside: &Inside, asked: &Asked, card: &Card) -> Line {
    let t = inside.t();
    let element = shown(inside, &card.element);
    let args = Args::new().text("kind", &element.kind).text("number", &element.number).text("owner", &element.owner);
    Line {
        meta: t.say_with("overview-line-meta", &args),
        loose: if card.is_orphan {
            t.say("overview-orphan")
        } else if card.is_break {
            t.say("overview-break")
        } else {
            String::new()
        },
        below: if card.below == 0 { String::new() } else { t.n("overview-below", card.below) },
        branch_href: inside.href(&asked.but(|a| a.chosen = Some(card.element.number)).rest()),
        is_chosen: asked.chosen == Some(card.element.number),
        element,
        opens: false,
        closes: 0,
    }
}
