//! Sager: what is on the agendas, what is being written, what was decided; and what waits for a body without a case yet.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::cases::{self, CaseAsk, CaseCount, CaseRow};
use pejl_app::shown::UnitInLine;
use pejl_domain::cases::CaseState;
use pejl_domain::cases::dates::agenda_by;
use pejl_lang::Args;

use super::loading::{body_named, case_href, own_bodies, state_sign, state_word};
use crate::ending::Stop;
use crate::forms::{Choice, Typed, encoded};
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

/// The most cases on a page.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "cases/list.html")]
struct Cases {
    page: Page,
    lead: String,
    new_href: Option<String>,
    headings_href: Option<String>,
    counts: Vec<Count>,
    bodies: Vec<Choice>,
    states: Vec<Choice>,
    text: String,
    is_narrowed: bool,
    clear_href: String,
    found: String,
    waiting: Vec<Waits>,
    groups: Vec<Group>,
    empty_text: String,
    pager: Pager,
}

/// A number that leads to its list.
struct Count {
    number: String,
    label: String,
    href: String,
}

/// What waits for a body without a case.
struct Waits {
    body: String,
    said: String,
    href: String,
}

/// The cases that stand alike.
struct Group {
    id: String,
    word: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    number: String,
    title: String,
    closed: bool,
    correction: bool,
    body: String,
    when: String,
    kind: String,
    state: &'static str,
    state_word: String,
    about: String,
}

/// The pages of a list.
struct Pager {
    previous: Option<String>,
    next: Option<String>,
    steps: Vec<(String, String, bool)>,
}

/// What is asked for in the address.
#[derive(Default)]
struct Asked {
    body: String,
    state: Option<CaseState>,
    text: String,
    page: usize,
}

impl Asked {
    fn read(query: &Typed) -> Self {
        Self {
            body: query.get("organ").to_owned(),
            state: states().into_iter().find(|(slug, _)| *slug == query.get("tilstand")).map(|(_, state)| state),
            text: query.get("q").trim().to_owned(),
            page: query.get("side").parse().unwrap_or(1).clamp(1, 10_000),
        }
    }

    fn is_narrowed(&self) -> bool {
        !self.body.is_empty() || self.state.is_some() || !self.text.is_empty()
    }

    fn rest(&self) -> String {
        let state = self.state.and_then(|state| states().into_iter().find(|(_, of)| *of == state)).map(|(slug, _)| slug);
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let fields = [("organ", self.body.as_str()), ("tilstand", state.unwrap_or_default()), ("q", &self.text), ("side", &page)];
        let said: Vec<String> = fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        if said.is_empty() { "sager".to_owned() } else { format!("sager?{}", said.join("&")) }
    }
}

/// How where a case stands is spelled in addresses.
fn states() -> [(&'static str, CaseState); 4] {
    [
        ("dagsorden", CaseState::Ready),
        ("kladde", CaseState::Draft),
        ("afgjort", CaseState::Decided),
        ("trukket", CaseState::Withdrawn),
    ]
}

/// `/{m}/sager`
pub(crate) async fn list(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let asked = Asked::read(&Typed(query));
    let (sight, model) = (inside.visit.sight, std::sync::Arc::clone(&inside.voice.model));
    let bodies = cases::bodies(&mut inside.tx, &sight, &model).await?;
    let body = body_named(&bodies, &asked.body);
    let most = i64::try_from(ROWS).unwrap_or(i64::MAX);
    let ask = CaseAsk {
        body: body.as_ref().map(|body| body.id),
        state: asked.state,
        text: asked.text.clone(),
        skip: most.saturating_mul(i64::try_from(asked.page - 1).unwrap_or(0)),
        most,
        ..CaseAsk::default()
    };
    let (rows, total) = cases::cases(&mut inside.tx, &sight, &ask).await?;
    let counts = cases::case_counts(&mut inside.tx, &sight).await?;
    let own = own_bodies(&mut inside).await?;
    let waiting = if asked.is_narrowed() || own.is_empty() { Vec::new() } else { waits(&mut inside, &own).await? };
    let t = inside.t();
    let may_keep = !own.is_empty();
    let new_href = may_keep.then(|| match &body {
        Some(body) if own.iter().any(|one| one.id == body.id) => inside.href(&format!("sager/ny?organ=E-{}", body.serial)),
        _ => inside.href("sager/ny"),
    });
    let view = Cases {
        lead: t.say("cases-lead"),
        new_href,
        headings_href: may_keep.then(|| inside.href("sager/overskrifter")),
        counts: state_counts(&inside, &counts),
        bodies: body_choices(&inside, &asked, &bodies),
        states: state_choices(&inside, &asked),
        text: asked.text.clone(),
        is_narrowed: asked.is_narrowed(),
        clear_href: inside.href("sager"),
        found: t.n("common-result-count", total),
        waiting,
        groups: groups(&inside, &rows),
        empty_text: t.say(if may_keep { "cases-empty-yours" } else { "cases-empty-text" }),
        pager: pager(&inside, &asked, total),
        page: inside.page(Room::Cases, t.say("menu-cases")),
    };
    Ok(show(&view))
}

/// What was put before the reader's bodies and stands in no open case.
async fn waits(inside: &mut Inside, own: &[UnitInLine]) -> Result<Vec<Waits>, Stop> {
    let (sight, model) = (inside.visit.sight, std::sync::Arc::clone(&inside.voice.model));
    let taken = cases::taken_up(&mut inside.tx, &sight).await?;
    let awaiting = cases::awaiting(&mut inside.tx, &sight, &model, own.to_vec()).await?;
    let t = inside.t();
    let shown = awaiting.into_iter().filter_map(|one| {
        let count = one.put.iter().filter(|put| !taken.contains(&put.thing)).count();
        (count > 0).then(|| Waits {
            said: t.n("cases-waits", count),
            href: inside.href(&format!("sager/ny?organ=E-{}&med=alt", one.body.serial)),
            body: one.body.name,
        })
    });
    Ok(shown.collect())
}

fn state_counts(inside: &Inside, counts: &[CaseCount]) -> Vec<Count> {
    let count = |(_, state): (&str, CaseState)| {
        let number = counts.iter().find(|count| count.state == state).map_or(0, |count| count.count);
        let there = Asked { state: Some(state), page: 1, ..Asked::default() };
        (number > 0).then(|| Count {
            number: inside.t().count(number),
            label: state_word(inside, state),
            href: inside.href(&there.rest()),
        })
    };
    states().into_iter().filter_map(count).collect()
}

fn body_choices(inside: &Inside, asked: &Asked, bodies: &[UnitInLine]) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", inside.t().say("common-all"), asked.body.is_empty())];
    choices.extend(bodies.iter().map(|body| {
        let number = format!("E-{}", body.serial);
        let is_chosen = number == asked.body;
        Choice::new(number, body.name.clone(), is_chosen)
    }));
    choices
}

fn state_choices(inside: &Inside, asked: &Asked) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", inside.t().say("common-all"), asked.state.is_none())];
    choices
        .extend(states().into_iter().map(|(slug, state)| Choice::new(slug, state_word(inside, state), asked.state == Some(state))));
    choices
}

/// The rows by where they stand, as the query has them.
fn groups(inside: &Inside, rows: &[CaseRow]) -> Vec<Group> {
    let mut groups: Vec<(CaseState, Group)> = Vec::new();
    for row in rows {
        if groups.last().is_none_or(|(of, _)| *of != row.state) {
            let word = inside.t().say(&format!("cases-group-{}", row.state.as_str()));
            groups.push((row.state, Group { id: format!("sager-{}", row.state.as_str()), word, rows: Vec::new() }));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.rows.push(shown(inside, row));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn shown(inside: &Inside, row: &CaseRow) -> Row {
    let t = inside.t();
    let meeting = row.meeting.map(|day| t.date_medium(day)).unwrap_or_default();
    let when = match row.item {
        Some(item) if !meeting.is_empty() => t.say_with("cases-when", &Args::new().text("date", &meeting).text("item", item)),
        _ => meeting,
    };
    let about = match (&row.decided, row.state, row.meeting) {
        (Some((on, outcome)), _, _) => {
            let outcome = capital(&t.say(&format!("case-outcome-{}", outcome.as_str())));
            t.say_with("cases-decided", &Args::new().text("date", t.date_medium(*on)).text("outcome", outcome))
        }
        (None, CaseState::Draft, Some(meeting)) => t.a("cases-agenda-by", "date", t.date_medium(agenda_by(meeting))),
        (None, CaseState::Draft, None) => t.say("cases-no-meeting"),
        (None, CaseState::Ready, _) if row.adopts > 0 => t.n("cases-adopts", row.adopts),
        (None, _, _) => String::new(),
    };
    Row {
        href: case_href(inside, &row.number),
        number: row.number.to_string(),
        title: row.title.clone(),
        closed: row.is_closed,
        correction: row.is_correction,
        body: row.body.name.clone(),
        when,
        kind: capital(&t.say(&format!("case-kind-{}", row.kind.as_str()))),
        state: state_sign(row.state),
        state_word: state_word(inside, row.state),
        about,
    }
}

fn pager(inside: &Inside, asked: &Asked, total: usize) -> Pager {
    let last = total.div_ceil(ROWS).max(1);
    let to = |page: usize| {
        let there = Asked { body: asked.body.clone(), state: asked.state, text: asked.text.clone(), page };
        inside.href(&there.rest())
    };
    let near = |page: &usize| *page == 1 || *page == last || page.abs_diff(asked.page) <= 2;
    let mut steps: Vec<(String, String, bool)> = Vec::new();
    let mut before = 0;
    for page in (1..=last).filter(near) {
        if page > before + 1 {
            steps.push((String::new(), String::new(), false));
        }
        steps.push((inside.t().count(page), to(page), page == asked.page));
        before = page;
    }
    Pager { previous: (asked.page > 1).then(|| to(asked.page - 1)), next: (asked.page < last).then(|| to(asked.page + 1)), steps }
}
