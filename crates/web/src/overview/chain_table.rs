//! Kæden as a table: sorted, filtered, by the page; up to a thousand rows where they are asked for.

use askama::Template;
use axum::response::Response;
use pejl_app::overview::{self, ListRow, Sort};

use super::address::Asked;
use super::chain_page::{ChainHead, Looked, page};
use super::shown::{Shown, shown};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "overview/chain_table.html")]
struct ChainTable {
    page: Page,
    head: ChainHead,
    heads: Vec<TableHead>,
    rows: Vec<Row>,
    found: String,
    pager: Pager,
    /// A longer page, where there is more than fits on this one.
    longer: Option<(String, String)>,
}

struct TableHead {
    label: String,
    href: String,
    direction: &'static str,
}

struct Row {
    element: Shown,
    due: String,
    due_iso: String,
    late: bool,
    responsible: String,
    /// How much is right above, with its own way to be seen.
    above: String,
    below: String,
    line_href: String,
}

/// The pages of a list.
pub(super) struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub steps: Vec<(String, String, bool)>,
}

pub(super) async fn table(mut inside: Inside, head: ChainHead, looked: Looked) -> Result<Response, Stop> {
    let asked = &looked.asked;
    let ask = asked.list(&inside.voice.model, looked.unit, inside.visit.actor.on);
    let (rows, total) = overview::list(&mut inside.tx, &inside.visit.sight, &ask).await?;
    let t = inside.t();
    let table_head = |(sort, label): (Sort, &str)| {
        let is_sorted = asked.sort == Some(sort);
        let there = asked.but(|a| {
            a.turned = is_sorted && !a.turned;
            a.sort = Some(sort);
        });
        let direction = match (is_sorted, asked.turned) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        TableHead { label: t.say(label), href: inside.href(&there.rest()), direction }
    };
    let heads = [
        (Sort::Number, "overview-number"),
        (Sort::Title, "common-title"),
        (Sort::Column, "common-kind"),
        (Sort::Owner, "common-owner"),
        (Sort::State, "overview-state"),
        (Sort::Due, "overview-due"),
    ];
    let pages = total.div_ceil(usize::try_from(asked.rows_shown()).unwrap_or(1).max(1));
    let more = asked.rows == 0 && pages > 1;
    let view = ChainTable {
        heads: heads.into_iter().map(table_head).collect(),
        rows: rows.iter().map(|row| shown_row(&inside, row)).collect(),
        found: t.n("common-result-count", total),
        pager: pager(&inside, asked, pages),
        longer: more
            .then(|| (inside.href(&asked.but(|a| a.rows = 1_000).rest()), t.n("overview-rows-on-one-page", total.min(1_000)))),
        page: page(&inside),
        head,
    };
    Ok(show(&view))
}

fn shown_row(inside: &Inside, row: &ListRow) -> Row {
    let t = inside.t();
    let line = Asked { chosen: Some(row.element.number), ..Asked::default() };
    Row {
        element: shown(inside, &row.element),
        due: row.due.map(|due| t.date_short(due)).unwrap_or_default(),
        due_iso: row.due.map(|due| due.to_string()).unwrap_or_default(),
        late: row.due.is_some_and(|due| due < inside.visit.actor.on) && row.element.state.is_live(),
        responsible: match (&row.holder, &row.responsible) {
            (Some(holder), _) => holder.clone(),
            (None, Some(title)) => title.clone(),
            (None, None) => String::new(),
        },
        above: t.count(row.parents),
        below: t.count(row.children),
        line_href: inside.href(&line.rest()),
    }
}

/// First, last, and those around the one shown.
fn pager(inside: &Inside, asked: &Asked, pages: usize) -> Pager {
    let here = usize::try_from(asked.page.max(1)).unwrap_or(1);
    let href = |page: usize| inside.href(&asked.but(|a| a.page = i64::try_from(page).unwrap_or(1)).rest());
    let mut steps: Vec<(String, String, bool)> = Vec::new();
    let mut last = 0;
    for page in (1..=pages).filter(|p| *p == 1 || *p == pages || p.abs_diff(here) <= 2) {
        if page > last + 1 {
            steps.push(("…".to_owned(), String::new(), false));
        }
        steps.push((page.to_string(), href(page), page == here));
        last = page;
    }
    Pager { previous: (here > 1).then(|| href(here - 1)), next: (here < pages).then(|| href(here + 1)), steps }
}
