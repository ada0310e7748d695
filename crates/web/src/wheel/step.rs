//! A step's page: what it is for, when it is held and why then, who acts and answers, what comes before and after, and what it
//! came to.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::wheel::{Seats, StepPage, WheelYear};
use pejl_domain::models::Key;
use pejl_domain::wheel::{Laid, StepState, step as spec_of};
use pejl_lang::Args;
use pejl_policy::{Action, Facts};

use super::loading::{
    actor_of, dates_of, front, may, name_of, name_with_year, sign, state_word, step_href, the_step, unit_query, weeks_of,
};
use super::products::{Product, products};
use crate::ending::Stop;
use crate::forms::Typed;
use crate::history::{Told, positions_in, told_with};
use crate::inside::{Inside, may as may_in_all};
use crate::page::{Page, show};

pub(super) type At = Path<(String, String, String)>;
pub(super) type Asked = Query<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "wheel/step.html")]
struct View {
    page: Page,
    kicker: String,
    whose: String,
    sign: &'static str,
    state_word: String,
    dates: String,
    weeks: String,
    /// Why on these days.
    why: Vec<String>,
    /// How long it is to it, or since it: "" where it is done.
    distance: String,
    is_late: bool,
    purpose: String,
    expected: String,
    actor: String,
    responsible: String,
    done: Option<DoneShown>,
    needs: Vec<Beside>,
    feeds: Vec<Beside>,
    products: Vec<Product>,
    nothing_yet: String,
    units: Vec<UnitShown>,
    units_lead: String,
    whole_href: String,
    actions: Vec<(String, String)>,
    /// What is done with one button: label and address.
    at_once: Vec<(String, String)>,
    version: i64,
    history: Vec<Told>,
}

struct DoneShown {
    result: String,
    about: String,
}

/// A step before or after this one.
struct Beside {
    name: String,
    href: String,
    dates: String,
    sign: &'static str,
    state_word: String,
    /// What came of it: the material of the steps that build on it.
    result: String,
}

/// A unit of the acting level.
struct UnitShown {
    name: String,
    href: String,
    sign: &'static str,
    state_word: String,
    is_here: bool,
}

/// `/{m}/aarshjul/{year}/{step}?enhed=E-4`
pub(crate) async fn step(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let (seats, page) = the_step(&mut inside, &Typed(query), &year, &key).await?;
    let products = products(&mut inside, &page.laid).await?;
    let titles = pejl_app::orgs::position_titles(&mut inside.tx, &inside.visit.sight, &positions_in(&page.history)).await?;
    let titles = titles.into_iter().collect();
    let (t, voice, laid) = (inside.t(), &inside.voice, &page.laid);
    let spec = spec_of(&voice.model, &laid.step);
    let state = laid.state(inside.visit.actor.on);
    let (needs, feeds) = around(&inside, &seats, &page.wheel, laid);
    let title = name_with_year(voice, laid);
    let view = View {
        kicker: t.say(&format!("wheel-kind-{}", laid.kind.as_str())),
        whose: seats.own(&laid.actor).map(|unit| unit.name.clone()).unwrap_or_default(),
        sign: sign(state),
        state_word: state_word(t, state),
        dates: dates_of(t, laid.from, laid.to),
        weeks: weeks_of(t, laid.from, laid.to),
        why: why(&inside, laid),
        distance: distance(&inside, laid, state),
        is_late: state == StepState::Late,
        purpose: spec.map(|s| voice.text(&s.purpose).to_owned()).unwrap_or_default(),
        expected: spec.map(|s| voice.text(&s.result).to_owned()).unwrap_or_default(),
        actor: actor_of(voice, &seats, &laid.actor),
        responsible: page.wheel.responsible(laid).to_owned(),
        done: done(&inside, &page),
        needs,
        feeds,
        nothing_yet: t.say("wheel-came-nothing"),
        products,
        units: units(&inside, &page),
        units_lead: t
            .say_with("wheel-units-lead", &Args::new().text("level", voice.level(&laid.actor)).count("count", page.units.len())),
        whole_href: step_href(&inside, laid, None),
        actions: actions(&inside, &seats, &page),
        at_once: at_once(&inside, &seats, &page),
        version: page.row.as_ref().map_or(0, |row| row.changed.version),
        history: page.history.iter().map(|line| told_with(voice, &titles, line)).collect(),
        page: front(&inside, title.clone()).here(title),
    };
    Ok(show(&view))
}

/// Why it is held on these days: moved, and from where; or which days were passed over; and what the law says.
fn why(inside: &Inside, of: &Laid) -> Vec<String> {
    let t = inside.t();
    let (rule, model) = (dates_of(t, of.by_rule.0, of.by_rule.1), dates_of(t, of.by_model.0, of.by_model.1));
    let days = match &of.moved {
        Some(moved) => Some(t.say_with("wheel-why-moved", &Args::new().text("rule", rule).text("reason", moved.reason.as_str()))),
        None if of.by_rule != of.by_model => Some(t.a("wheel-why-rule", "model", model)),
        None => None,
    };
    let law = of.law().map(|law| t.a("wheel-why-law", "law", t.date(law)));
    days.into_iter().chain(law).collect()
}

fn distance(inside: &Inside, of: &Laid, state: StepState) -> String {
    let (t, today) = (inside.t(), inside.visit.actor.on);
    let days = |from: jiff::civil::Date, to: jiff::civil::Date| from.until(to).map_or(0, |span| span.get_days());
    match state {
        StepState::Coming => t.n("wheel-begins-in", days(today, of.from)),
        StepState::Running => t.n("wheel-ends-in", days(today, of.to)),
        StepState::Late => t.n("wheel-late-by", days(of.to, today)),
        StepState::Done | StepState::Lapsed => String::new(),
    }
}

fn done(inside: &Inside, page: &StepPage) -> Option<DoneShown> {
    let t = inside.t();
    let done = page.laid.done.as_ref()?;
    let by = page.wheel.rows_of(&page.laid).find(|row| row.changed.done.as_ref() == Some(done));
    let args = Args::new().text("date", t.date(done.on)).text("name", by.map(|row| row.done_by.as_str()).unwrap_or_default());
    Some(DoneShown { result: done.result.to_string(), about: t.say_with("wheel-done-by", &args) })
}

/// The steps this one needs, and those it feeds, as far as they are held that year.
fn around(inside: &Inside, seats: &Seats, wheel: &WheelYear, of: &Laid) -> (Vec<Beside>, Vec<Beside>) {
    let (t, voice) = (inside.t(), &inside.voice);
    let shown = |l: &Laid| {
        let state = l.state(inside.visit.actor.on);
        Beside {
            name: name_of(voice, &l.step),
            href: step_href(inside, l, seats.unit()),
            dates: dates_of(t, l.from, l.to),
            sign: sign(state),
            state_word: state_word(t, state),
            result: l.done.as_ref().map(|done| done.result.to_string()).unwrap_or_default(),
        }
    };
    let needed_by = |of: &Key| spec_of(&voice.model, of).map(|spec| spec.needs.clone()).unwrap_or_default();
    let needs = needed_by(&of.step);
    let before = wheel.steps.iter().filter(|l| needs.contains(&l.step)).map(shown).collect();
    let after = wheel.steps.iter().filter(|l| needed_by(&l.step).contains(&of.step)).map(shown).collect();
    (before, after)
}

fn units(inside: &Inside, page: &StepPage) -> Vec<UnitShown> {
    let (t, laid) = (inside.t(), &page.laid);
    let whole_is_done = laid.unit.is_none() && laid.done.is_some();
    let shown = |(unit, is_done): &(pejl_app::shown::UnitInLine, bool)| {
        let state = if *is_done || whole_is_done { StepState::Done } else { StepState::Coming };
        UnitShown {
            name: unit.name.clone(),
            href: step_href(inside, laid, Some(unit)),
            sign: sign(state),
            state_word: if state == StepState::Done { state_word(t, state) } else { t.say("wheel-unit-open") },
            is_here: laid.unit == Some(unit.id),
        }
    };
    page.units.iter().map(shown).collect()
}

/// What has a form of its own: label and address, the most pressing first.
fn actions(inside: &Inside, seats: &Seats, page: &StepPage) -> Vec<(String, String)> {
    let (t, laid) = (inside.t(), &page.laid);
    let query = unit_query(seats.unit());
    let href = |rest: &str| inside.href(&format!("aarshjul/{}/{}/{rest}{query}", laid.year, laid.step));
    let keeps = may_in_all(inside, Action::KeepWheel);
    let closes = may(inside, Action::CloseStep, &page.facts);
    let close = if laid.done.is_some() { "wheel-reword" } else { "wheel-close" };
    [
        closes.then(|| (t.say(close), href("luk"))),
        (keeps && laid.done.is_none()).then(|| (t.say("wheel-name-responsible"), href("ansvarlig"))),
        (keeps && laid.done.is_none()).then(|| (t.say("wheel-move"), href("flyt"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn at_once(inside: &Inside, seats: &Seats, page: &StepPage) -> Vec<(String, String)> {
    let (t, laid, row) = (inside.t(), &page.laid, page.row.as_ref());
    let query = unit_query(seats.unit());
    let href = |rest: &str| inside.href(&format!("aarshjul/{}/{}/{rest}{query}", laid.year, laid.step));
    let is_done = row.is_some_and(|row| row.changed.done.is_some());
    let is_moved = row.is_some_and(|row| row.changed.moved.is_some()) && !is_done;
    [
        (is_moved && may(inside, Action::KeepWheel, &Facts::municipality()))
            .then(|| (t.say("wheel-put-back"), href("laeg-tilbage"))),
        (is_done && may(inside, Action::CloseStep, &page.facts)).then(|| (t.say("wheel-reopen"), href("genaabn"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
