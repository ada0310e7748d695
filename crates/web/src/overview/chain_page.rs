//! Kæden: one address, three shapes. What stands above all three is gathered here; the shapes are in `chain_picture`,
//! `chain_table` and `chain_list`.

use axum::extract::Query;
use axum::response::Response;
use pejl_app::orgs;
use pejl_app::overview::{Mention, Only};
use pejl_app::shown::UnitInLine;
use pejl_domain::chain::StateName;
use pejl_domain::models::BodyKind;
use pejl_domain::seminars::has_seminars;
use pejl_kernel::UnitId;
use pejl_policy::{Action, Facts, decide};

use super::address::{Asked, View, only_text, state_text};
use super::shown::{by_number, state_name};
use super::{chain_list, chain_picture, chain_table};
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::{Inside, Room};
use crate::page::Page;
use crate::voice::capital;

/// What stands above the chain in every shape.
pub(super) struct ChainHead {
    pub title: String,
    pub lead: String,
    pub views: Vec<Way>,
    pub ways: Vec<Way>,
    pub units: Vec<Choice>,
    pub specs: Vec<Choice>,
    pub states: Vec<Choice>,
    pub only: Vec<Choice>,
    pub text: String,
    /// What the form carries along without showing it.
    pub hidden: Vec<(&'static str, String)>,
    /// The filters in force, each with the address without it.
    pub chips: Vec<(String, String)>,
    pub clear_href: String,
    pub new_href: Option<String>,
}

/// A link, perhaps to where one is.
pub(super) struct Way {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// What Kæden is asked for, with what the address names looked up.
pub(super) struct Looked {
    pub asked: Asked,
    pub unit: Option<UnitId>,
    pub chosen: Option<Mention>,
}

/// `/{m}/kaeden`
pub(crate) async fn chain(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let mut asked = Asked::read(&Typed(query), &inside.voice.model);
    let units = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let unit = asked.unit.and_then(|serial| units.iter().find(|u| u.serial == serial)).map(|u| u.id);
    if unit.is_none() {
        asked.unit = None; // closed or unknown: the page shows everything and says so by its empty filter
    }
    let chosen = match asked.chosen {
        Some(number) => {
            let model = std::sync::Arc::clone(&inside.voice.model);
            by_number(&mut inside.tx, &inside.visit.sight, &model, number).await?
        }
        None => None,
    };
    if chosen.is_none() {
        asked.chosen = None;
    }
    let head = head(&inside, &asked, &units);
    let looked = Looked { asked, unit, chosen };
    match looked.asked.view {
        View::Map => chain_picture::map(inside, head, looked).await,
        View::Table => chain_table::table(inside, head, looked).await,
        View::List => chain_list::list(inside, head, looked).await,
    }
}

/// The frame of Kæden's pages.
pub(super) fn page(inside: &Inside) -> Page {
    inside.page(Room::Chain, inside.t().say("menu-chain"))
}

fn head(inside: &Inside, asked: &Asked, units: &[UnitInLine]) -> ChainHead {
    let (t, voice) = (inside.t(), &inside.voice);
    let way = |label: &str, asked: &Asked, current: bool| Way { label: t.say(label), href: inside.href(&asked.rest()), current };
    let view = |view: View| {
        let label = match view {
            View::Map => "overview-view-map",
            View::Table => "overview-view-table",
            View::List => "overview-view-list",
        };
        // Sorting and pages belong to the table alone.
        let there = asked.but(|a| {
            a.view = view;
            if view != View::Table {
                *a = Asked {
                    view,
                    chosen: a.chosen,
                    unit: a.unit,
                    spec: a.spec.clone(),
                    state: a.state,
                    only: a.only,
                    text: std::mem::take(&mut a.text),
                    tag: std::mem::take(&mut a.tag),
                    ..Asked::default()
                };
            }
        });
        way(label, &there, asked.view == view)
    };
    let judgement = |label: &str, rest: &str| Way { label: t.say(label), href: inside.href(rest), current: false };
    let cleared = Asked { view: asked.view, chosen: asked.chosen, sort: asked.sort, turned: asked.turned, ..Asked::default() };
    let mut hidden = Vec::new();
    if asked.view != View::Map {
        hidden.push(("visning", if asked.view == View::Table { "tabel" } else { "liste" }.to_owned()));
    }
    if let Some(chosen) = asked.chosen {
        hidden.push(("valgt", chosen.to_string()));
    }
    let may_write = decide(&inside.visit.actor, Action::DraftElement, &own_line(inside));
    ChainHead {
        title: t.say("menu-chain"),
        lead: lead(inside),
        views: View::ALL.into_iter().map(view).collect(),
        ways: [
            judgement("overview-coverage", "kaeden/daekning"),
            judgement("overview-balance", "kaeden/balance"),
            judgement("overview-words", "ord#kaeden"),
        ]
        .into_iter()
        .chain(has_seminars(&voice.model).then(|| judgement("overview-seminars", "maalseminar")))
        .collect(),
        units: unit_choices(inside, asked, units),
        specs: [Choice::new("", t.say("overview-all-kinds"), asked.spec.is_none())]
            .into_iter()
            .chain(voice.model.elements.iter().filter(|s| !s.kind.is_beside()).map(|spec| {
                Choice::new(spec.key.as_str(), capital(&voice.spec(spec).plural), asked.spec.as_ref() == Some(&spec.key))
            }))
            .collect(),
        states: [Choice::new("", t.say("overview-live"), asked.state.is_none())]
            .into_iter()
            .chain(StateName::ALL.iter().map(|s| Choice::new(state_text(*s), state_name(inside, *s), asked.state == Some(*s))))
            .collect(),
        only: [Choice::new("", t.say("common-all"), asked.only.is_none())]
            .into_iter()
            .chain(Only::ALL.into_iter().map(|o| Choice::new(only_text(o), only_word(inside, o), asked.only == Some(o))))
            .collect(),
        text: asked.text.clone(),
        hidden,
        chips: chips(inside, asked, units),
        clear_href: inside.href(&cleared.rest()),
        new_href: may_write.is_ok().then(|| inside.href("kaeden/ny")),
    }
}

/// The facts of something new in the first unit somebody has to do with: enough to know whether a button is worth showing.
fn own_line(inside: &Inside) -> Facts {
    Facts { line: inside.visit.actor.posts.iter().map(|post| post.unit).take(1).collect(), ..Facts::default() }
}

/// The chain in the municipality's own words: from its first column to its last.
fn lead(inside: &Inside) -> String {
    let columns: Vec<_> = inside.voice.model.elements.iter().filter(|spec| !spec.kind.is_beside()).collect();
    match (columns.first(), columns.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (inside.voice.spec(first), inside.voice.spec(last));
            let args = pejl_lang::Args::new().text("first", &first.singular).text("last", &last.singular);
            inside.t().say_with("overview-chain-lead", &args)
        }
        _ => String::new(),
    }
}

/// The word for what is the matter.
pub(super) fn only_word(inside: &Inside, only: Only) -> String {
    inside.t().say(match only {
        Only::Orphans => "overview-orphans",
        Only::Breaks => "overview-breaks",
        Only::CrossCutting => "overview-cross-cutting",
    })
}

/// The committees and the units beside them, and whichever other unit the address names.
fn unit_choices(inside: &Inside, asked: &Asked, units: &[UnitInLine]) -> Vec<Choice> {
    let model = &inside.voice.model;
    let body = |unit: &UnitInLine| model.level(&unit.level).map(|level| level.body);
    let offered = |unit: &&UnitInLine| {
        matches!(
            body(unit),
            Some(BodyKind::Committee | BodyKind::FinanceCommittee | BodyKind::ExecutiveBoard | BodyKind::Department)
        ) || Some(unit.serial) == asked.unit
    };
    let mut listed: Vec<&UnitInLine> = units.iter().filter(offered).collect();
    listed.sort_by_key(|unit| model.depth(&unit.level)); // from the top; by name within a level, as they came
    let choice = |unit: &&UnitInLine| Choice::new(format!("E-{}", unit.serial), unit.name.clone(), Some(unit.serial) == asked.unit);
    let whole = Choice::new("", inside.t().say("overview-whole-municipality"), asked.unit.is_none());
    [whole].into_iter().chain(listed.iter().map(choice)).collect()
}

/// The filters in force that the form does not show by itself, or that are worth seeing at a glance.
fn chips(inside: &Inside, asked: &Asked, units: &[UnitInLine]) -> Vec<(String, String)> {
    let t = inside.t();
    let without = |change: fn(&mut Asked)| inside.href(&asked.but(change).rest());
    let mut chips = Vec::new();
    if let Some(unit) = asked.unit.and_then(|serial| units.iter().find(|u| u.serial == serial)) {
        chips.push((unit.name.clone(), without(|a| a.unit = None)));
    }
    if let Some(spec) = asked.spec.as_ref().and_then(|key| inside.voice.model.element(key)) {
        chips.push((capital(&inside.voice.spec(spec).plural), without(|a| a.spec = None)));
    }
    if let Some(state) = asked.state {
        chips.push((state_name(inside, state), without(|a| a.state = None)));
    }
    if let Some(only) = asked.only {
        chips.push((only_word(inside, only), without(|a| a.only = None)));
    }
    if !asked.text.is_empty() {
        chips.push((t.a("overview-chip-text", "text", &asked.text), without(|a| a.text.clear())));
    }
    if !asked.tag.is_empty() {
        chips.push((t.a("overview-chip-tag", "tag", &asked.tag), without(|a| a.tag.clear())));
    }
    if let Some(check) = asked.missing {
        let claim = t.say(&format!("quality-{}", check.as_str()));
        chips.push((t.a("overview-chip-missing", "claim", claim), without(|a| a.missing = None)));
    }
    if let Some(orientation) = asked.orientation {
        chips.push((t.say(&format!("orientation-{}", orientation.as_str())), without(|a| a.orientation = None)));
    }
    if let Some(measure) = asked.measure {
        chips.push((t.say(&format!("measure-{}", measure.as_str())), without(|a| a.measure = None)));
    }
    if let Some(scope) = asked.scope {
        chips.push((t.say(&format!("scope-{}", scope.as_str())), without(|a| a.scope = None)));
    }
    if asked.overdue {
        chips.push((t.say("overview-chip-overdue"), without(|a| a.overdue = false)));
    }
    chips
}
