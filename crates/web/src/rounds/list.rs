//! The rounds: what runs now and what it asks of the reader, what is on the calendar, what is closed.

use askama::Template;
use axum::response::Response;
use pejl_app::rounds::{self, RoundRow, UnitSpread};
use pejl_domain::models::{Covers, Key};
use pejl_domain::rounds::deeds::schedule;
use pejl_domain::rounds::{Round, RoundState};
use pejl_lang::Args;
use pejl_policy::Action;

use super::loading::{href_of, looked_at, name_of, round_href, round_sign, round_word};
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::{Inside, Room, may};
use crate::marks::{BarPart, LampShown, bar, lamp};
use crate::page::{Page, show};

/// The most closed rounds that are drawn.
const CLOSED: i64 = 12;

#[derive(Template)]
#[template(path = "rounds/list.html")]
struct List {
    page: Page,
    lead: String,
    running: Vec<Running>,
    planned: Vec<Planned>,
    closed: Vec<Closed>,
    compare_href: Option<String>,
    plan_href: String,
    may_keep: bool,
}

/// A round that runs.
struct Running {
    name: String,
    href: String,
    state: &'static str,
    state_word: String,
    about: String,
    /// When the reader's own level has reported, and whether that day has passed.
    due: String,
    is_late: bool,
    far: String,
    submitted: u32,
    asked: u32,
    /// What is to be reported by the reader: how many, and where.
    mine: Option<(String, String)>,
    own_href: String,
}

/// A round on the calendar, or one that could be.
struct Planned {
    name: String,
    /// Where it is; none where it is not planned yet.
    href: Option<String>,
    about: String,
    key: String,
    year: i16,
}

/// A closed round with the marks of the unit that is looked at.
struct Closed {
    name: String,
    href: String,
    about: String,
    lamp: Option<LampShown>,
    bar: Vec<BarPart>,
    bar_label: String,
}

/// `/{m}/opfoelgning`
pub(crate) async fn list(mut inside: Inside) -> Result<Response, Stop> {
    let rows = rounds::rounds(&mut inside.tx, &inside.visit.sight).await?;
    let looked = looked_at(&mut inside, &Typed::default()).await?;
    let spreads = rounds::spreads_of_unit(&mut inside.tx, &inside.visit.sight, looked.unit.id, CLOSED).await?;
    let mut running = Vec::new();
    for row in rows.iter().filter(|row| row.round.state.takes_answers()) {
        running.push(shown_running(&mut inside, row, &looked.unit.level).await?);
    }
    let may_keep = may(&inside, Action::KeepRound);
    let closed: Vec<Closed> = rows
        .iter()
        .filter(|row| row.round.state == RoundState::Closed)
        .map(|row| shown_closed(&inside, row, &spreads, &looked.unit.name))
        .collect();
    let with = rows.iter().filter(|row| row.round.state != RoundState::Planned && row.round.covers_goals());
    let compare_href =
        with.clone().next().filter(|_| with.count() > 1).map(|row| format!("{}/sammenlign", href_of(&inside, &row.round)));
    let t = inside.t();
    let title = t.say("menu-follow-up");
    Ok(show(&List {
        page: inside.page(Room::FollowUp, title.clone()).here(title),
        lead: t.say("rounds-lead"),
        planned: planned(&inside, &rows, may_keep),
        running,
        closed,
        compare_href,
        plan_href: inside.href("opfoelgning/planlaeg"),
        may_keep,
    }))
}

async fn shown_running(inside: &mut Inside, row: &RoundRow, own_level: &Key) -> Result<Running, Stop> {
    let (sight, actor) = (inside.visit.sight, inside.visit.actor.clone());
    let sheet = rounds::sheet(&mut inside.tx, &sight, &actor, &row.round, None).await?;
    let to_report = sheet
        .goals
        .iter()
        .filter(|line| line.may_submit && line.goal.asked.report.state.is_writable() && row.round.state == RoundState::Open)
        .count();
    let level = sheet.goals.first().map_or(own_level, |line| &line.goal.asked.level);
    let due = row.round.due(level);
    let t = inside.t();
    let href = href_of(inside, &row.round);
    let far = Args::new().count("submitted", row.submitted).count("asked", row.asked).count("accepted", row.accepted);
    let mine = match (sheet.goals.is_empty(), to_report) {
        (true, _) => None,
        (false, 0) => Some((t.say("rounds-see-mine"), format!("{href}/min"))),
        (false, count) => Some((t.n("rounds-report-now", count), format!("{href}/min"))),
    };
    Ok(Running {
        name: name_of(inside, &row.round),
        state: round_sign(row.round.state),
        state_word: round_word(inside, row.round.state),
        about: about(inside, &row.round),
        due: due.map(|due| t.a("rounds-due", "date", t.date(due))).unwrap_or_default(),
        is_late: to_report > 0 && due.is_some_and(|due| due < inside.visit.actor.on),
        far: t.say_with("rounds-far", &far),
        submitted: row.submitted,
        asked: row.asked,
        mine,
        own_href: href.clone(),
        href,
    })
}

/// The day its figures are cut off, and what it covers.
fn about(inside: &Inside, round: &Round) -> String {
    let t = inside.t();
    let covers: Vec<String> = round.covers.iter().map(|c| t.say(&format!("rounds-covers-{}", covered(*c)))).collect();
    t.say_with("rounds-about", &Args::new().text("cutoff", t.date(round.cut_off)).text("covers", t.and_list(&covers)))
}

const fn covered(covers: Covers) -> &'static str {
    match covers {
        Covers::Goals => "goals",
        Covers::Money => "money",
    }
}

/// What is on the calendar; and for whoever keeps rounds, the model's rounds of this year and the next that are not.
fn planned(inside: &Inside, rows: &[RoundRow], may_keep: bool) -> Vec<Planned> {
    let t = inside.t();
    let mut all: Vec<(jiff::civil::Date, Planned)> = rows
        .iter()
        .filter(|row| row.round.state == RoundState::Planned)
        .map(|row| {
            let round = &row.round;
            let planned = Planned {
                name: name_of(inside, round),
                href: Some(href_of(inside, round)),
                about: about(inside, round),
                key: round.spec.to_string(),
                year: round.year,
            };
            (round.cut_off, planned)
        })
        .collect();
    let this_year = inside.visit.actor.on.year();
    for year in [this_year, this_year + 1].into_iter().filter(|_| may_keep) {
        for spec in &inside.voice.model.rounds {
            let is_there = rows.iter().any(|row| row.round.year == year && row.round.spec == spec.key);
            let Some(dates) = schedule(spec, year).filter(|_| !is_there) else { continue };
            let last = dates.deadlines.iter().map(|d| d.on).max().unwrap_or(dates.cut_off);
            if last < inside.visit.actor.on {
                continue;
            }
            let about = t.a("rounds-about-unplanned", "cutoff", t.date(dates.cut_off));
            let planned = Planned { name: inside.voice.round(&spec.key, year), href: None, about, key: spec.key.to_string(), year };
            all.push((dates.cut_off, planned));
        }
    }
    all.sort_by_key(|(cut_off, _)| *cut_off);
    all.into_iter().map(|(_, planned)| planned).collect()
}

fn shown_closed(inside: &Inside, row: &RoundRow, spreads: &[UnitSpread], unit: &str) -> Closed {
    let round = &row.round;
    let spread = spreads.iter().find(|s| s.round.id == round.id);
    let t = inside.t();
    Closed {
        name: name_of(inside, round),
        href: round_href(inside, &round.spec, round.year),
        about: about(inside, round),
        lamp: spread.map(|s| lamp(inside, s.lamp)),
        bar: spread.map(|s| bar(inside, s.spread)).unwrap_or_default(),
        bar_label: spread
            .map(|s| t.say_with("rounds-goals-of", &Args::new().text("unit", unit).count("count", s.spread.all())))
            .unwrap_or_default(),
    }
}
