//! Kæden as a picture: where each card and line stands, which come forward, and what stands beside the map.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use pejl_app::overview::{self, Card, ChainMap, CountedRow, ListAsk, MapAsk, Mention, Narrow, Only, Shape, Side};
use pejl_domain::chain::map::{self, lay_out};
use pejl_domain::models::CountedWithin;
use pejl_kernel::ElementId;

use super::address::Asked;
use super::chain_layout::{depths, spread};
use super::chain_page::{ChainHead, Looked, page};
use super::shown::{Shown, against, mark, shown, state_word, tie_href};
use crate::chain::element_href;
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::voice::{Voice, capital};

/// A column with more cards than this comes as groups by unit: more is no picture.
const MOST_CARDS: i64 = 60;
/// The styles know so many rows and columns.
const MOST_ROWS: usize = 200;
const MOST_COLUMNS: usize = 10;
/// Units of a column that is too long for cards; the smaller ones are told together.
const MOST_GROUPS: usize = 15;
/// Loose ends beside the map; all of them are behind a link.
const LOOSE_ENDS: i64 = 5;

#[derive(Template)]
#[template(path = "overview/chain_map.html")]
struct ChainMapPage {
    page: Page,
    head: ChainHead,
    map: Picture,
    chosen: Option<Shown>,
    whole_href: String,
    branch_href: String,
    /// Words of columns that hold nothing, with the way to begin.
    hollow: Vec<String>,
    rest: Vec<String>,
    orphans: Loose,
    breaks: Loose,
}

/// The map as its template draws it.
struct Picture {
    columns: Vec<PictureColumn>,
    curves: Vec<Curve>,
    rows: usize,
    is_choosing: bool,
    /// Whether everything a choice could bring forward is on the page: then it needs no page load.
    is_whole: bool,
}

struct PictureColumn {
    label: String,
    /// Each word of the column with how many there are of it.
    heads: Vec<(String, String)>,
    cards: Vec<PictureCard>,
    groups: Vec<PictureGroup>,
}

struct PictureCard {
    number: String,
    href: String,
    title: String,
    owner: String,
    choose: String,
    state: &'static str,
    state_word: String,
    mark: &'static str,
    mark_word: String,
    loose: &'static str,
    loose_word: String,
    column: usize,
    row: usize,
    up: String,
    down: String,
    relation: &'static str,
}

/// The elements of one unit, where there are too many for cards.
struct PictureGroup {
    title: String,
    count: String,
    href: String,
    column: usize,
    row: usize,
    relation: &'static str,
}

struct Curve {
    from: String,
    to: String,
    from_column: usize,
    from_row: usize,
    to_column: usize,
    to_row: usize,
    relation: &'static str,
}

/// Orphans or breaks, with the way to mend each.
struct Loose {
    total: usize,
    list: Vec<(Shown, Option<String>)>,
    all_href: String,
}

pub(super) async fn map(mut inside: Inside, head: ChainHead, looked: Looked) -> Result<Response, Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let asked = &looked.asked;
    let shape = asked.shape(&model);
    let ask = MapAsk {
        shape: shape.clone(),
        narrow: asked.narrow(looked.unit),
        chosen: looked.chosen.as_ref().map(|c| c.id),
        most: MOST_CARDS,
    };
    let mut chain = overview::map(&mut inside.tx, &inside.visit.sight, &ask).await?;
    let is_whole = chain.groups.is_empty() && !asked.is_narrowed();
    if ask.chosen.is_some() && !chain.groups.is_empty() {
        only_the_line(&mut chain); // too much to fade: what is chosen stands alone with its branch
    }
    let counted = overview::counted(&mut inside.tx, &inside.visit.sight, &shape).await?;
    let loose = |only: Only| ListAsk {
        shape: shape.clone(),
        narrow: Narrow { unit: looked.unit, only: Some(only), ..Narrow::default() },
        most: LOOSE_ENDS,
        ..ListAsk::default()
    };
    let orphans = overview::list(&mut inside.tx, &inside.visit.sight, &loose(Only::Orphans)).await?;
    let breaks = overview::list(&mut inside.tx, &inside.visit.sight, &loose(Only::Breaks)).await?;

    let drawing = Drawing { inside: &inside, asked, shape: &shape, chain: &chain, counted: &counted, is_whole };
    let hollow = |(count, column): (&overview::ColumnCount, &overview::Column)| {
        let spec = model.element(&column.spec).filter(|_| is_whole && count.elements == 0)?;
        Some(inside.voice.spec(spec).plural.clone())
    };
    let rest = |(count, column): (&overview::ColumnCount, &overview::Column)| {
        let spec = model.element(&column.spec).filter(|_| count.rest_of_line > 0)?;
        Some(
            inside.t().say_with(
                "overview-rest-of-line",
                &pejl_lang::Args::new()
                    .count("count", count.rest_of_line)
                    .text("nouns", inside.voice.counted(spec, count.rest_of_line)),
            ),
        )
    };
    let view = ChainMapPage {
        map: drawing.picture(),
        hollow: chain.columns.iter().zip(&shape.columns).filter_map(hollow).collect(),
        rest: chain.columns.iter().zip(&shape.columns).filter_map(rest).collect(),
        chosen: looked.chosen.as_ref().map(|element| shown(&inside, element)),
        whole_href: inside.href(&asked.but(|a| a.chosen = None).rest()),
        branch_href: inside.href(&asked.but(|a| a.view = super::address::View::List).rest()),
        orphans: loose_ends(&inside, asked, Only::Orphans, orphans),
        breaks: loose_ends(&inside, asked, Only::Breaks, breaks),
        page: page(&inside),
        head,
    };
    Ok(show(&view))
}

/// Leaves the chosen element with everything above and below it.
fn only_the_line(chain: &mut ChainMap) {
    chain.cards.retain(|card| card.side.is_some());
    chain.groups.clear();
    for column in &mut chain.columns {
        column.elements = column.on_line;
        column.is_grouped = false;
    }
}

fn loose_ends(inside: &Inside, asked: &Asked, only: Only, (rows, total): (Vec<overview::ListRow>, usize)) -> Loose {
    let mend = |element: &Mention| match only {
        Only::Orphans => tie_href(inside, element),
        Only::Breaks | Only::CrossCutting => Some(inside.href(&format!("kaeden/ny?under={}", element.number))),
    };
    let all = Asked::table(|a| {
        a.only = Some(only);
        a.unit = asked.unit;
    });
    Loose {
        total,
        list: rows.iter().map(|row| (shown(inside, &row.element), mend(&row.element))).collect(),
        all_href: inside.href(&all.rest()),
    }
}

/// Everything the picture is drawn from.
struct Drawing<'d> {
    inside: &'d Inside,
    asked: &'d Asked,
    shape: &'d Shape,
    chain: &'d ChainMap,
    counted: &'d [CountedRow],
    /// Whether everything a choice could bring forward is on the page.
    is_whole: bool,
}

impl Drawing<'_> {
    fn picture(&self) -> Picture {
        let columns = self.columns();
        let column_of: BTreeMap<usize, usize> =
            columns.iter().enumerate().flat_map(|(at, specs)| specs.iter().map(move |spec| (*spec, at))).collect();
        let cards: Vec<(&Card, usize)> =
            self.chain.cards.iter().filter_map(|card| Some((card, *column_of.get(&card.column)?))).collect();
        let placed = lay_out(
            &cards
                .iter()
                .map(|(card, column)| map::Card {
                    id: card.element.id,
                    column: *column,
                    weight: u32::try_from(card.below).unwrap_or(u32::MAX),
                })
                .collect::<Vec<_>>(),
            &self.chain.edges,
        );
        let rows = spread(&placed.places, &self.chain.edges);
        let drawn: Vec<PictureCard> = cards
            .iter()
            .zip(&rows)
            .filter(|(_, row)| **row < MOST_ROWS)
            .map(|((card, column), row)| self.card(card, *column, *row))
            .collect();
        let curves = self.curves(&cards, &rows);
        let mut drawn_by_column: Vec<Vec<PictureCard>> = columns.iter().map(|_| Vec::new()).collect();
        for card in drawn {
            drawn_by_column[card.column].push(card);
        }
        let mut longest = 0;
        let columns = columns.iter().zip(drawn_by_column).enumerate().map(|(at, (specs, mut cards))| {
            cards.sort_by_key(|card| card.row);
            let first = cards.last().map_or(0, |card| card.row + 1);
            let groups = self.groups(specs, at, first);
            longest = longest.max(first + groups.len());
            let heads = self.headings(specs);
            let words: Vec<&str> = heads.iter().map(|(word, _)| word.as_str()).collect();
            PictureColumn { label: self.inside.t().and_list(&words), heads, cards, groups }
        });
        let columns = columns.collect();
        Picture { columns, curves, rows: longest.max(1), is_choosing: self.asked.chosen.is_some(), is_whole: self.is_whole }
    }

    /// How a card stands to what is chosen. The store knows the whole line, also where the page shows only some of it.
    fn relation(&self, side: Option<Side>) -> &'static str {
        match (self.asked.chosen, side) {
            (None, _) => "",
            (Some(_), Some(Side::Chosen)) => "is-chosen",
            (Some(_), Some(Side::Above)) => "is-up",
            (Some(_), Some(Side::Below)) => "is-down",
            (Some(_), None) => "is-faded",
        }
    }

    /// How a line stands to what is chosen: it comes forward where both its ends do, on the same side.
    fn curve_relation(&self, above: Option<Side>, below: Option<Side>) -> &'static str {
        match (self.asked.chosen, above, below) {
            (None, _, _) => "",
            (Some(_), Some(Side::Above), Some(Side::Above | Side::Chosen)) => "is-up",
            (Some(_), Some(Side::Below | Side::Chosen), Some(Side::Below)) => "is-down",
            (Some(_), _, _) => "is-faded",
        }
    }

    /// The columns that hold anything, each with its specs, from the top of the chain to its end.
    fn columns(&self) -> Vec<Vec<usize>> {
        let depths = depths(&self.inside.voice.model, self.shape);
        let mut by_depth: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, depth) in depths.into_iter().enumerate() {
            let holds = self.chain.columns.get(at).is_some_and(|c| c.elements > 0 || c.on_line > 0);
            if holds {
                by_depth.entry(depth).or_default().push(at);
            }
        }
        by_depth.into_values().take(MOST_COLUMNS).collect()
    }

    /// The words over a column, and how many there are against how many are meant.
    fn headings(&self, specs: &[usize]) -> Vec<(String, String)> {
        let voice = &self.inside.voice;
        let heading = |at: &usize| {
            let spec = self.shape.columns.get(*at).and_then(|column| voice.model.element(&column.spec))?;
            let here = self.chain.columns.get(*at).map_or(0, |c| c.elements);
            let meant = spec.count.filter(|meant| meant.within == CountedWithin::Municipality);
            let of_all = self.counted.iter().find(|row| row.column == *at).map(|row| row.count);
            let count = match (meant, of_all) {
                (Some(meant), Some(all)) if all == here => against(self.inside, all, Some(meant)),
                (Some(_) | None, Some(_) | None) => self.inside.t().count(here),
            };
            Some((capital(&voice.spec(spec).plural), count))
        };
        specs.iter().filter_map(heading).collect()
    }

    fn card(&self, card: &Card, column: usize, row: usize) -> PictureCard {
        let (inside, element) = (self.inside, &card.element);
        let t = inside.t();
        let is_chosen = self.asked.chosen == Some(element.number);
        let choose = self.asked.but(|a| a.chosen = if is_chosen { None } else { Some(element.number) });
        let numbers = |passes: &dyn Fn(&pejl_domain::chain::Edge) -> Option<ElementId>| -> String {
            let ids: BTreeSet<ElementId> = self.chain.edges.iter().filter_map(passes).collect();
            let named = self.chain.cards.iter().filter(|c| ids.contains(&c.element.id));
            named.map(|c| c.element.number.to_string()).collect::<Vec<_>>().join(" ")
        };
        let (mark, mark_word) = element.state.outcome().map_or(("", String::new()), |outcome| mark(inside, outcome));
        let (loose, loose_word) = match (card.is_orphan, card.is_break) {
            (true, _) => ("is-orphan", t.say("overview-orphan")),
            (false, true) => ("is-break", t.say("overview-break")),
            (false, false) => ("", String::new()),
        };
        PictureCard {
            number: element.number.to_string(),
            href: element_href(inside, &element.number),
            title: element.title.clone(),
            owner: element.owner.name.clone(),
            choose: inside.href(&choose.rest()),
            state: Voice::sign(element.state.name(), element.progress),
            state_word: state_word(inside, element),
            mark,
            mark_word,
            loose,
            loose_word,
            column,
            row,
            up: numbers(&|edge| (edge.child == element.id).then_some(edge.parent)),
            down: numbers(&|edge| (edge.parent == element.id).then_some(edge.child)),
            relation: self.relation(card.side),
        }
    }

    fn curves(&self, cards: &[(&Card, usize)], rows: &[usize]) -> Vec<Curve> {
        let places: BTreeMap<ElementId, (usize, usize, String, Option<Side>)> = cards
            .iter()
            .zip(rows)
            .map(|((card, column), row)| (card.element.id, (*column, *row, card.element.number.to_string(), card.side)))
            .collect();
        let mut curves: Vec<Curve> = Vec::new();
        for edge in &self.chain.edges {
            let (Some(above), Some(below)) = (places.get(&edge.parent), places.get(&edge.child)) else { continue };
            if above.1 >= MOST_ROWS || below.1 >= MOST_ROWS {
                continue;
            }
            let relation = self.curve_relation(above.3, below.3);
            curves.push(Curve {
                from: above.2.clone(),
                to: below.2.clone(),
                from_column: above.0,
                from_row: above.1,
                to_column: below.0,
                to_row: below.1,
                relation,
            });
        }
        curves.sort_by_key(|curve| matches!(curve.relation, "is-up" | "is-down")); // what comes forward is drawn last
        curves
    }

    /// The columns that are too long for cards, by unit, below whatever cards there are.
    fn groups(&self, specs: &[usize], column: usize, first: usize) -> Vec<PictureGroup> {
        let t = self.inside.t();
        let relation = if self.asked.chosen.is_some() { "is-faded" } else { "" };
        let mut piles: Vec<PictureGroup> = Vec::new();
        for at in specs {
            let Some(spec) = self.shape.columns.get(*at).and_then(|c| self.inside.voice.model.element(&c.spec)) else {
                continue;
            };
            let here: Vec<&overview::Group> = self.chain.groups.iter().filter(|group| group.column == *at).collect();
            let list = |unit: Option<i64>| {
                let there = self.asked.but(|a| {
                    a.view = super::address::View::Table;
                    a.chosen = None;
                    a.spec = Some(spec.key.clone());
                    a.unit = unit.or(a.unit);
                });
                self.inside.href(&there.rest())
            };
            let many = |count: usize| {
                let args = pejl_lang::Args::new().count("count", count).text("nouns", self.inside.voice.counted(spec, count));
                t.say_with("overview-group-count", &args)
            };
            let (shown, rest) = here.split_at(here.len().min(MOST_GROUPS));
            let units = shown.iter().map(|g| (g.unit.name.clone(), many(g.count), list(Some(g.unit.serial))));
            let others = (!rest.is_empty())
                .then(|| (t.n("overview-more-units", rest.len()), many(rest.iter().map(|g| g.count).sum()), list(None)));
            for (title, count, href) in units.chain(others) {
                piles.push(PictureGroup { title, count, href, column, row: first + piles.len(), relation });
            }
        }
        piles.retain(|pile| pile.row < MOST_ROWS);
        piles
    }
}
