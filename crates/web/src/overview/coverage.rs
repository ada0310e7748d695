//! "Where does it stop?": for each objective or guidepost, how many units of each level have something under it, which have
//! nothing, and what the units answered that were asked.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::overview::{self, CoverageRow, LevelReach, Reach, Shape, UnitMention};
use pejl_domain::models::{Key, Level, Model};
use pejl_kernel::Number;
use pejl_lang::Args;

use super::address::Asked;
use super::chain_page::Way;
use super::shown::{Shown, shown, unit_href};
use crate::ending::Stop;
use crate::forms::{Choice, Typed, encoded};
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "overview/coverage.html")]
struct Coverage {
    page: Page,
    lead: String,
    /// What may be looked at: one way a kind of element that is served from below.
    kinds: Vec<Way>,
    levels: Vec<String>,
    rows: Vec<Row>,
    without: Option<Without>,
    answers: Vec<Answers>,
}

/// How far one element reaches.
struct Row {
    element: Shown,
    branch_href: String,
    cells: Vec<Cell>,
    /// In words: the level at which it stops, "" where it reaches all the way.
    stops: String,
}

struct Cell {
    /// The level, for a narrow screen.
    label: String,
    /// "3 af 11".
    text: String,
    href: String,
    share: usize,
    is_chosen: bool,
}

/// The units that have nothing under an element.
struct Without {
    heading: String,
    units: Vec<(String, String)>,
    kinds: Vec<Choice>,
    hidden: Vec<(&'static str, String)>,
    close_href: String,
}

/// What the units answered that something was put before.
struct Answers {
    element: Shown,
    taken_up: String,
    declined: String,
    unanswered: String,
    is_waiting: bool,
}

/// Where to look, as it stands in the address.
struct Looking {
    spec: Key,
    chosen: Option<Number>,
    level: Option<Key>,
    kind: Option<Key>,
}

impl Looking {
    fn rest(&self) -> String {
        let mut rest = format!("kaeden/daekning?type={}", self.spec);
        if let (Some(chosen), Some(level)) = (self.chosen, &self.level) {
            rest.push_str(&format!("&valgt={chosen}&niveau={}", encoded(level.as_str())));
        }
        rest
    }
}

/// `/{m}/kaeden/daekning`
pub(crate) async fn coverage(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let model = std::sync::Arc::clone(&inside.voice.model);
    let shape = Shape::of(&model);
    let served: Vec<usize> = (0..shape.columns.len()).filter(|at| shape.columns[*at].served).collect();
    let asked = Key::parse(query.get("type"));
    let named = |at: &&usize| Some(&shape.columns[**at].spec) == asked.as_ref();
    let column = served.iter().find(named).or_else(|| served.first()).copied();
    let t = inside.t();

    let reaches = match column {
        Some(at) => overview::reaches(&mut inside.tx, &inside.visit.sight, &shape, at).await?,
        None => Vec::new(),
    };
    let answers = overview::coverage(&mut inside.tx, &inside.visit.sight, None).await?;
    let looking = Looking {
        spec: column.map_or_else(|| asked.clone().unwrap_or_else(|| first_key(&model)), |at| shape.columns[at].spec.clone()),
        chosen: query.get("valgt").parse().ok(),
        level: Key::parse(query.get("niveau")).filter(|key| model.level(key).is_some()),
        kind: Key::parse(query.get("slags")).filter(|key| model.unit_kind(key).is_some()),
    };
    let chosen = reaches.iter().find(|r| Some(r.element.number) == looking.chosen);
    let without = match (chosen, &looking.level) {
        (Some(reach), Some(level)) => {
            let (sight, id) = (inside.visit.sight, reach.element.id);
            let units = overview::units_without(&mut inside.tx, &sight, id, level, looking.kind.as_ref()).await?;
            Some(without(&inside, &looking, reach, level, &units))
        }
        (Some(_) | None, Some(_) | None) => None,
    };

    let levels = reached_levels(&model, &reaches);
    let title = t.say("overview-coverage");
    let kind_way = |at: &usize| {
        let spec = model.element(&shape.columns[*at].spec)?;
        let there = Looking { spec: spec.key.clone(), chosen: None, level: None, kind: None };
        Some(Way {
            label: capital(&inside.voice.spec(spec).plural),
            href: inside.href(&there.rest()),
            current: Some(*at) == column,
        })
    };
    let view = Coverage {
        lead: t.say("overview-coverage-lead"),
        kinds: served.iter().filter_map(kind_way).collect(),
        levels: levels.iter().map(|level| capital(&inside.voice.forms(&level.word).plural)).collect(),
        rows: reaches.iter().map(|reach| row(&inside, &looking, &levels, reach)).collect(),
        without,
        answers: answers.iter().map(|row| answered(&inside, row)).collect(),
        page: inside.page(Room::Chain, title.clone()).crumb(t.say("menu-chain"), inside.href("kaeden")).here(title),
    };
    Ok(show(&view))
}

/// A model always has an element; the empty key never comes to stand in an address.
fn first_key(model: &Model) -> Key {
    model.elements.first().map_or_else(|| model.levels[0].key.clone(), |spec| spec.key.clone())
}

/// The levels below those that own what is looked at, from the top.
fn reached_levels<'m>(model: &'m Model, reaches: &[Reach]) -> Vec<&'m Level> {
    let highest = reaches.iter().map(|r| model.depth(&r.element.level)).min().unwrap_or(0);
    let has_units = |level: &Level| reaches.iter().any(|r| r.levels.iter().any(|l| l.level == level.key && l.of > 0));
    model.levels.iter().filter(|level| model.depth(&level.key) > highest && has_units(level)).collect()
}

fn row(inside: &Inside, looking: &Looking, levels: &[&Level], reach: &Reach) -> Row {
    let t = inside.t();
    let at = |level: &Level| reach.levels.iter().find(|l| l.level == level.key);
    let cell = |level: &&Level| {
        let (units, of) = at(level).map_or((0, 0), |l: &LevelReach| (l.units, l.of));
        let there =
            Looking { spec: looking.spec.clone(), chosen: Some(reach.element.number), level: Some(level.key.clone()), kind: None };
        Cell {
            label: capital(&inside.voice.forms(&level.word).plural),
            text: t.say_with("overview-units-of", &Args::new().count("count", units).count("of", of)),
            href: inside.href(&format!("{}#uden", there.rest())),
            share: (units * 100).checked_div(of).unwrap_or(0),
            is_chosen: looking.chosen == Some(reach.element.number) && looking.level.as_ref() == Some(&level.key),
        }
    };
    let deepest = levels.iter().rev().find(|level| at(level).is_some_and(|l| l.units > 0));
    let stops = match deepest {
        None => t.say("overview-stops-at-once"),
        Some(level) if Some(&level.key) == levels.last().map(|l| &l.key) => String::new(),
        Some(level) => t.a("overview-stops-at", "level", &inside.voice.forms(&level.word).plural),
    };
    let branch = Asked { chosen: Some(reach.element.number), ..Asked::default() };
    Row {
        element: shown(inside, &reach.element),
        branch_href: inside.href(&branch.rest()),
        cells: levels.iter().map(cell).collect(),
        stops,
    }
}

fn without(inside: &Inside, looking: &Looking, reach: &Reach, level: &Key, units: &[UnitMention]) -> Without {
    let (t, voice) = (inside.t(), &inside.voice);
    let args = Args::new().count("count", units.len()).text("title", &reach.element.title).text(
        "units",
        voice.model.level(level).map_or_else(String::new, |l| {
            let forms = voice.forms(&l.word);
            if units.len() == 1 { forms.singular.clone() } else { forms.plural.clone() }
        }),
    );
    let all = Choice::new("", t.say("common-all"), looking.kind.is_none());
    let kinds = voice.model.unit_kinds.iter().map(|kind| {
        Choice::new(kind.key.as_str(), capital(&voice.forms(&kind.word).plural), looking.kind.as_ref() == Some(&kind.key))
    });
    let closed = Looking { spec: looking.spec.clone(), chosen: None, level: None, kind: None };
    Without {
        heading: t.say_with("overview-without", &args),
        units: units.iter().map(|unit| (unit.name.clone(), unit_href(inside, unit.serial))).collect(),
        kinds: [all].into_iter().chain(kinds).collect(),
        hidden: vec![
            ("type", looking.spec.to_string()),
            ("valgt", reach.element.number.to_string()),
            ("niveau", level.to_string()),
        ],
        close_href: inside.href(&closed.rest()),
    }
}

fn answered(inside: &Inside, row: &CoverageRow) -> Answers {
    let t = inside.t();
    Answers {
        element: shown(inside, &row.element),
        taken_up: t.count(row.coverage.taken_up),
        declined: t.count(row.coverage.declined),
        unanswered: t.count(row.coverage.unanswered),
        is_waiting: row.coverage.unanswered > 0,
    }
}
