//! Overblik for the elected, for who leads or works in a unit, and for who works for the whole municipality: three view
//! models, three templates.

use askama::Template;
use axum::response::Response;
use pejl_app::overview::{self, CountedRow, Home, HomeAsk, LooseEnds, Only, Shape, Task, TaskOf, UnitElement, UnitOverview};
use pejl_domain::chain::counts::{Counted, Fit};
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::{StateName, counts};
use pejl_domain::models::Model;
use pejl_lang::Args;

use super::address::Asked;
use super::home::{ToDo, ToDos, to_do, to_dos, total};
use super::home_wheel::{self, Ahead};
use super::home_work::{self, FollowUp};
use super::shown::{Count, Happened, Shown, count, happened, shown, state_name};
use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

/// What stands at the head of everybody's overview.
struct Head {
    greeting: String,
    post: String,
    /// When somebody was here last; says so where it is the first time.
    news_lead: String,
    news: Vec<Happened>,
}

fn head(inside: &Inside, home: &Home) -> Head {
    let t = inside.t();
    // A visit is on the real clock: beside the day that a municipality stands on, its date would only puzzle.
    let stands = inside.visit.place.municipality.stands_on.is_some();
    let lead = match (inside.visit.account.seen_at, home.news.is_empty()) {
        (Some(_), true) if stands => t.say("overview-news-none-visit"),
        (Some(_), false) if stands => t.say("overview-news-since-visit"),
        (Some(at), true) => t.a("overview-news-none", "when", t.date_time(at)),
        (Some(at), false) => t.a("overview-news-since", "when", t.date_time(at)),
        (None, _) => t.say("overview-news-first"),
    };
    Head {
        greeting: t.say("overview-home-title"),
        post: inside.visit.post.clone(),
        news_lead: lead,
        news: home.news.iter().map(|line| happened(inside, line)).collect(),
    }
}

/// One column of the chain in figures, by state.
pub(super) struct SpecRow {
    pub word: String,
    pub href: String,
    /// One a state of [`TABLE_STATES`].
    pub cells: Vec<SpecCell>,
}

/// How many of a kind are in one state.
pub(super) struct SpecCell {
    pub state: String,
    pub number: String,
    /// What so many are called.
    pub word: String,
    /// Their list; "" where there are none.
    pub href: String,
}

/// The states a table of counts has columns for.
pub(super) const TABLE_STATES: [StateName; 5] =
    [StateName::Draft, StateName::Proposed, StateName::Returned, StateName::Adopted, StateName::Closed];

/// The chain in figures: a row a column, a cell a state.
pub(super) fn spec_rows(inside: &Inside, shape: &Shape, states: &[overview::StateCount], unit: Option<i64>) -> Vec<SpecRow> {
    let row = |(at, column): (usize, &overview::Column)| {
        let spec = inside.voice.model.element(&column.spec)?;
        let cell = |state: StateName| {
            let n: usize = states.iter().filter(|s| s.column == at && s.state.name() == state).map(|s| s.count).sum();
            let asked = Asked::table(|a| {
                a.spec = Some(column.spec.clone());
                a.state = Some(state);
                a.unit = unit;
            });
            let href = if n == 0 { String::new() } else { inside.href(&asked.rest()) };
            let word = inside.voice.counted(spec, n).to_owned();
            SpecCell { state: state_name(inside, state), number: inside.t().count(n), word, href }
        };
        let all = Asked::table(|a| {
            a.spec = Some(column.spec.clone());
            a.unit = unit;
        });
        Some(SpecRow {
            word: capital(&inside.voice.spec(spec).plural),
            href: inside.href(&all.rest()),
            cells: TABLE_STATES.into_iter().map(cell).collect(),
        })
    };
    shape.columns.iter().enumerate().filter_map(row).collect()
}

/// More things to do: what is late still stands first.
fn join(tasks: &mut Vec<ToDos>, more: Vec<ToDos>) {
    tasks.extend(more);
    tasks.sort_by_key(|kind| !kind.list.iter().any(|task| task.late));
}

/// The counts of what hangs loose.
fn loose_counts(inside: &Inside, loose: &[LooseEnds]) -> Vec<Count> {
    let t = inside.t();
    let orphans: usize = loose.iter().map(|l| l.orphans).sum();
    let breaks: usize = loose.iter().map(|l| l.breaks).sum();
    vec![
        count(inside, orphans, t.n("overview-count-orphans", orphans), &Asked::table(|a| a.only = Some(Only::Orphans))),
        count(inside, breaks, t.n("overview-count-breaks", breaks), &Asked::table(|a| a.only = Some(Only::Breaks))),
    ]
}

/// How many groups are outside the number the model means.
pub(super) fn outside(model: &Model, shape: &Shape, rows: &[CountedRow]) -> usize {
    rows.iter().filter_map(|row| fitted(model, shape, row)).filter(|c| c.fit != Fit::Within).count()
}

/// A count against the model.
pub(super) fn fitted(model: &Model, shape: &Shape, row: &CountedRow) -> Option<Counted> {
    let spec = shape.columns.get(row.column).and_then(|column| model.element(&column.spec))?;
    counts::Counted::of(spec, row.group, u32::try_from(row.count).unwrap_or(u32::MAX))
}

/// Overblik for the elected.
#[derive(Template)]
#[template(path = "overview/home_politics.html")]
struct HomePolitics {
    page: Page,
    head: Head,
    decide: Vec<ToDos>,
    follow_up: Option<FollowUp>,
    ahead: Option<Ahead>,
    cracks: Vec<Count>,
    cracked: Vec<ToDo>,
    adopted: Vec<Count>,
    map_href: String,
    coverage_href: String,
}

pub(super) async fn politics(mut inside: Inside, ask: &HomeAsk, home: Home) -> Result<Response, Stop> {
    let mut decide = home_work::work(&mut inside).await?;
    let (steps_asked, ahead) = home_wheel::wheel(&mut inside).await?;
    join(&mut decide, steps_asked);
    let follow_up = home_work::elected(&mut inside).await?;
    let t = inside.t();
    decide.extend(to_dos(&inside, &home, &[TaskOf::Proposal]));
    let head = head(&inside, &home);
    let crack = |of: TaskOf, key: &str, change: fn(&mut Asked)| {
        let n = total(&home, of);
        count(&inside, n, t.n(key, n), &Asked::table(change))
    };
    let cracks = vec![
        crack(TaskOf::Overdue, "overview-count-overdue", |a| {
            a.overdue = true;
            a.state = Some(StateName::Adopted);
        }),
        crack(TaskOf::Break, "overview-count-breaks", |a| a.only = Some(Only::Breaks)),
        crack(TaskOf::Orphan, "overview-count-orphans", |a| a.only = Some(Only::Orphans)),
    ];
    // One screen: a few of each, called by their titles; the rest is behind the counts.
    let of = |of: TaskOf| home.tasks.iter().filter(move |task| task.of == of);
    let overdue: Vec<&Task> = of(TaskOf::Overdue).take(2).collect();
    let is_shown = |task: &&Task| overdue.iter().any(|shown| shown.element == task.element);
    let broken: Vec<&Task> = of(TaskOf::Break).filter(|task| !is_shown(task)).take(2).collect();
    let view = HomePolitics {
        page: inside.page(Room::Home, t.say("overview-home-title")),
        head,
        decide,
        follow_up,
        ahead,
        cracks,
        cracked: overdue.iter().chain(&broken).filter_map(|task| crack_shown(&inside, task)).collect(),
        adopted: adopted(&inside, ask, &home),
        map_href: inside.href("kaeden"),
        coverage_href: inside.href("kaeden/daekning"),
    };
    Ok(show(&view))
}

/// Where the chain breaks, as the elected are shown it: the thing itself, not what to do about it.
fn crack_shown(inside: &Inside, task: &Task) -> Option<ToDo> {
    let element = task.element.as_ref()?;
    let chosen = Asked { chosen: Some(element.number), ..Asked::default() };
    let to_do = to_do(inside, task);
    let (href, about) = match task.of {
        TaskOf::Break => {
            let about = Args::new().text("about", &to_do.about);
            (inside.href(&chosen.rest()), inside.t().say_with("overview-about-break", &about))
        }
        TaskOf::Overdue
        | TaskOf::Returned
        | TaskOf::Proposal
        | TaskOf::Asked
        | TaskOf::Draft
        | TaskOf::Orphan
        | TaskOf::Vacancy => (to_do.href, to_do.about),
    };
    Some(ToDo { title: element.title.clone(), href, about, ..to_do })
}

/// What is in force, column by column.
fn adopted(inside: &Inside, ask: &HomeAsk, home: &Home) -> Vec<Count> {
    let figure = |(at, column): (usize, &overview::Column)| {
        let spec = inside.voice.model.element(&column.spec)?;
        let in_force = |s: &&overview::StateCount| s.column == at && s.state.name() == StateName::Adopted;
        let n: usize = home.counts.states.iter().filter(in_force).map(|s| s.count).sum();
        let forms = inside.voice.spec(spec);
        let word = if n == 1 { &forms.singular } else { &forms.plural };
        let asked = Asked::table(|a| {
            a.spec = Some(column.spec.clone());
            a.state = Some(StateName::Adopted);
        });
        (n > 0).then(|| count(inside, n, capital(word), &asked))
    };
    ask.shape.columns.iter().enumerate().filter_map(figure).collect()
}

/// Overblik for who leads a unit or works in one.
#[derive(Template)]
#[template(path = "overview/home_own.html")]
struct HomeOwn {
    page: Page,
    head: Head,
    tasks: Vec<ToDos>,
    follow_up: Option<FollowUp>,
    ahead: Option<Ahead>,
    unit: String,
    unit_href: String,
    goals: Vec<OwnGoal>,
    goals_total: usize,
    goals_href: String,
    line: Vec<Step>,
    line_lead: String,
    map_href: String,
}

/// A goal of one's own, with what it serves.
struct OwnGoal {
    goal: Shown,
    due: String,
    serves: String,
    serves_href: String,
}

/// One column of one's place in the chain.
struct Step {
    word: String,
    explanation: String,
    has_own: bool,
    elements: Vec<(Shown, bool)>,
    rest: usize,
    rest_href: String,
}

/// The most elements of a column in one's place in the chain.
const IN_A_STEP: usize = 4;
/// The most of one's own goals.
const OWN_GOALS: usize = 12;

pub(super) async fn own(mut inside: Inside, ask: &HomeAsk, home: Home) -> Result<Response, Stop> {
    let mut tasks = home_work::work(&mut inside).await?;
    let (steps_asked, ahead) = home_wheel::wheel(&mut inside).await?;
    join(&mut tasks, steps_asked);
    tasks.extend(to_dos(&inside, &home, &TaskOf::ALL));
    let follow_up = home_work::own(&mut inside).await?;
    let first = inside.visit.actor.posts.first().map(|post| post.unit);
    let owned = match first {
        Some(unit) => overview::unit_overview(&mut inside.tx, &inside.visit.sight, &ask.shape, unit).await?,
        None => UnitOverview::default(),
    };
    let units = pejl_app::orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let t = inside.t();
    let unit = units.iter().find(|u| Some(u.id) == first);
    let serial = unit.map(|u| u.serial);
    let of_unit = |view| Asked { view, unit: serial, ..Asked::default() };
    let steps = steps(&inside, ask, &home, serial);
    let view = HomeOwn {
        head: head(&inside, &home),
        tasks,
        follow_up,
        ahead,
        unit: unit.map(|u| u.name.clone()).unwrap_or_default(),
        unit_href: serial.map(|s| super::shown::unit_href(&inside, s)).unwrap_or_default(),
        goals: owned.elements.iter().take(OWN_GOALS).map(|one| own_goal(&inside, one)).collect(),
        goals_total: owned.elements.len(),
        goals_href: inside.href(&of_unit(super::address::View::Table).rest()),
        line_lead: if steps.iter().all(|s| s.elements.iter().all(|(_, own)| *own)) {
            t.say("overview-line-loose")
        } else {
            String::new()
        },
        line: steps,
        map_href: inside.href(&of_unit(super::address::View::Map).rest()),
        page: inside.page(Room::Home, t.say("overview-home-title")),
    };
    Ok(show(&view))
}

fn own_goal(inside: &Inside, owned: &UnitElement) -> OwnGoal {
    let t = inside.t();
    let (serves, serves_href) = super::unit::serves(inside, owned);
    OwnGoal {
        goal: shown(inside, &owned.element),
        due: owned.due.map(|due| t.date_medium(due)).unwrap_or_default(),
        serves,
        serves_href,
    }
}

/// One's place in the chain, column by column from the top; columns without anything are left out.
fn steps(inside: &Inside, ask: &HomeAsk, home: &Home, unit: Option<i64>) -> Vec<Step> {
    let step = |(at, column): (usize, &overview::Column)| {
        let spec = inside.voice.model.element(&column.spec)?;
        let mut here: Vec<_> = home.chain.iter().filter(|c| c.column == at).collect();
        here.sort_by_key(|c| !c.is_own);
        let rest = here.len().saturating_sub(IN_A_STEP);
        let forms = inside.voice.spec(spec);
        let asked = Asked::table(|a| {
            a.spec = Some(column.spec.clone());
            a.unit = unit;
        });
        (!here.is_empty()).then(|| Step {
            word: capital(if here.len() == 1 { &forms.singular } else { &forms.plural }),
            explanation: forms.explanation.clone(),
            has_own: here.iter().any(|c| c.is_own),
            elements: here.iter().take(IN_A_STEP).map(|c| (shown(inside, &c.element), c.is_own)).collect(),
            rest,
            rest_href: inside.href(&asked.rest()),
        })
    };
    ask.shape.columns.iter().enumerate().filter_map(step).collect()
}

/// Overblik for who works for the whole municipality.
#[derive(Template)]
#[template(path = "overview/home_whole.html")]
struct HomeWhole {
    page: Page,
    head: Head,
    counts: Vec<Count>,
    tasks: Vec<ToDos>,
    follow_up: Option<FollowUp>,
    ahead: Option<Ahead>,
    states: Vec<String>,
    specs: Vec<SpecRow>,
    map_href: String,
    coverage_href: String,
    balance_href: String,
    new_href: Option<String>,
}

pub(super) async fn whole(mut inside: Inside, ask: &HomeAsk, home: Home) -> Result<Response, Stop> {
    let mut tasks = home_work::work(&mut inside).await?;
    let (steps_asked, ahead) = home_wheel::wheel(&mut inside).await?;
    join(&mut tasks, steps_asked);
    tasks.extend(to_dos(&inside, &home, &TaskOf::ALL));
    let follow_up = home_work::whole(&mut inside).await?;
    let model = std::sync::Arc::clone(&inside.voice.model);
    let loose = overview::loose_ends(&mut inside.tx, &inside.visit.sight, &ask.shape, None).await?;
    let counted = overview::counted(&mut inside.tx, &inside.visit.sight, &ask.shape).await?;
    let quality = overview::how_good(&mut inside.tx, &inside.visit.sight, &ask.shape, None).await?;
    let t = inside.t();
    let in_state =
        |state: StateName| -> usize { home.counts.states.iter().filter(|s| s.state.name() == state).map(|s| s.count).sum() };
    let proposed = in_state(StateName::Proposed);
    let without = |holds: fn(&pejl_domain::chain::quality::QualityFacts) -> bool| -> usize {
        quality.iter().filter(|q| !holds(&q.facts)).map(|q| q.count).sum()
    };
    let no_effect = without(|f| f.has_effect);
    let no_owner = without(|f| f.has_owner);
    let outside = outside(&model, &ask.shape, &counted);
    let mut counts = vec![count(
        &inside,
        proposed,
        t.n("overview-count-proposed", proposed),
        &Asked::table(|a| a.state = Some(StateName::Proposed)),
    )];
    counts.extend(loose_counts(&inside, &loose));
    counts.push(Count {
        number: t.count(outside),
        label: t.n("overview-count-outside", outside),
        href: inside.href("kaeden/balance#antal"),
    });
    counts.push(count(
        &inside,
        no_effect,
        t.n("overview-count-no-effect", no_effect),
        &Asked::table(|a| a.missing = Some(Check::Effect)),
    ));
    counts.push(count(
        &inside,
        no_owner,
        t.n("overview-count-no-owner", no_owner),
        &Asked::table(|a| a.missing = Some(Check::Owner)),
    ));
    let may_write =
        pejl_policy::decide(&inside.visit.actor, pejl_policy::Action::DraftElement, &pejl_policy::Facts::municipality());
    let view = HomeWhole {
        head: head(&inside, &home),
        counts,
        tasks,
        follow_up,
        ahead,
        states: TABLE_STATES.into_iter().map(|state| state_name(&inside, state)).collect(),
        specs: spec_rows(&inside, &ask.shape, &home.counts.states, None),
        map_href: inside.href("kaeden"),
        coverage_href: inside.href("kaeden/daekning"),
        balance_href: inside.href("kaeden/balance"),
        new_href: may_write.is_ok().then(|| inside.href("kaeden/ny")),
        page: inside.page(Room::Home, t.say("overview-home-title")),
    };
    Ok(show(&view))
}
