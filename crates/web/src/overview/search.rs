//! Søg: anything by word or number. A number that exists leads straight to its page.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::chain::by_number;
use pejl_app::overview::{self, FoundRow, search as index};
use pejl_app::{Ending, agreements, cases, orgs};
use pejl_domain::models::ElementKind;
use pejl_kernel::{Number, NumberPrefix};

use super::address::unit_serial;
use super::shown::{Shown, shown, unit_href};
use crate::cases::{case_href, state_word};
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::{Inside, Room};
use crate::page::{Page, go, show};
use crate::voice::capital;

/// More than this nobody reads: better words help more.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "overview/search.html")]
struct Search {
    page: Page,
    typed: String,
    said: String,
    groups: Vec<Group>,
    more: bool,
    chain_href: String,
    words_href: String,
}

/// What was found of one kind.
struct Group {
    heading: String,
    hits: Vec<Hit>,
}

/// The kinds of thing that are found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Element(ElementKind),
    Unit,
    Agreement,
    Case,
    Meeting,
    Letter,
    Person,
}

enum Hit {
    Element(Shown),
    /// Anything else: name, address, what stands behind it.
    Other(String, String, String),
}

/// `/{m}/soeg`
pub(crate) async fn search(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(query).get("q").trim().to_owned();
    if let Some(straight) = straight(&mut inside, &typed).await? {
        return Ok(go(&straight));
    }
    let found = index::find(&mut inside.tx, &inside.visit.sight, &typed).await?;
    let (rows, total) = overview::joined(&mut inside.tx, &inside.visit.sight, &found, MOST).await?;
    let t = inside.t();
    let view = Search {
        said: if typed.is_empty() || total == 0 { String::new() } else { t.n("common-result-count", total) },
        groups: groups(&inside, rows),
        more: total > MOST,
        chain_href: inside.href("kaeden"),
        words_href: inside.href("ord"),
        typed,
        page: inside.page(Room::Search, t.say("menu-search")),
    };
    Ok(show(&view))
}

/// The page of the thing whose number was typed, where it is to be seen.
async fn straight(inside: &mut Inside, typed: &str) -> Result<Option<String>, Stop> {
    if let Ok(number) = typed.parse::<Number>() {
        if number.prefix == NumberPrefix::A {
            let seen = agreements::is_seen(&mut inside.tx, &inside.visit.sight, number).await?;
            return Ok(seen.then(|| inside.href(&format!("aftale/{number}"))));
        }
        if number.prefix == NumberPrefix::S {
            return match cases::case_by_number(&mut inside.tx, &inside.visit.sight, number).await {
                Ok(case) => Ok(Some(case_href(inside, &case.number))),
                Err(Ending::NotFound) => Ok(None),
                Err(ending) => Err(ending.into()),
            };
        }
        return match by_number(&mut inside.tx, &inside.visit.sight, number).await {
            Ok(element) => Ok(Some(element_href(inside, &element.number))),
            Err(Ending::NotFound) => Ok(None),
            Err(ending) => Err(ending.into()),
        };
    }
    let Some(serial) = unit_serial(typed) else { return Ok(None) };
    let units = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    Ok(units.iter().any(|u| u.serial == serial).then(|| unit_href(inside, serial)))
}

/// By kind, the kind of the best hit first.
fn groups(inside: &Inside, rows: Vec<FoundRow>) -> Vec<Group> {
    let mut groups: Vec<(Kind, Group)> = Vec::new();
    for row in rows {
        let kind = match &row {
            FoundRow::Element(element) => Kind::Element(element.kind),
            FoundRow::Unit(..) => Kind::Unit,
            FoundRow::Agreement(..) => Kind::Agreement,
            FoundRow::Case(..) => Kind::Case,
            FoundRow::Meeting(..) => Kind::Meeting,
            FoundRow::Letter(..) => Kind::Letter,
            FoundRow::Person(..) => Kind::Person,
        };
        let at = groups.iter().position(|(of, _)| *of == kind).unwrap_or_else(|| {
            let heading = match kind {
                Kind::Element(kind) => capital(&inside.voice.noun(kind.noun()).plural),
                Kind::Unit => inside.t().say("menu-units"),
                Kind::Agreement => inside.t().say("menu-agreements"),
                Kind::Case => inside.t().say("menu-cases"),
                Kind::Meeting => inside.t().say("menu-meetings"),
                Kind::Letter => inside.t().say("letters-title"),
                Kind::Person => inside.t().say("overview-people"),
            };
            groups.push((kind, Group { heading, hits: Vec::new() }));
            groups.len() - 1
        });
        groups[at].1.hits.push(hit(inside, row));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn hit(inside: &Inside, row: FoundRow) -> Hit {
    match row {
        FoundRow::Element(element) => Hit::Element(shown(inside, &element)),
        FoundRow::Unit(unit, level, above) => {
            let level = capital(&inside.voice.level(&level));
            let about = match above {
                Some(above) => {
                    let args = pejl_lang::Args::new().text("level", level).text("above", above);
                    inside.t().say_with("overview-unit-under", &args)
                }
                None => level,
            };
            Hit::Other(unit.name.clone(), unit_href(inside, unit.serial), about)
        }
        FoundRow::Agreement(one) => {
            let agents = one.agents.iter().map(|agent| agent.name.as_str());
            let title = inside.voice.agreement_line(&one.kind, one.period, agents);
            Hit::Other(title, inside.href(&format!("aftale/{}", one.number)), one.number.to_string())
        }
        FoundRow::Case(one) => {
            let about = format!("{} · {} · {}", one.number, one.body.name, state_word(inside, one.state));
            Hit::Other(one.title, case_href(inside, &one.number), about)
        }
        FoundRow::Meeting(one) => {
            let on = one.on.map(|day| inside.t().date(day)).unwrap_or_default();
            Hit::Other(one.title, inside.href(&format!("moeder/{}", one.serial)), on)
        }
        FoundRow::Letter(year, title) => Hit::Other(title, inside.href(&format!("strategibrev/{year}")), year.to_string()),
        FoundRow::Person(id, name, post) => {
            Hit::Other(name, inside.href(&format!("opsaetning/personer/{id}")), post.unwrap_or_default())
        }
    }
}
