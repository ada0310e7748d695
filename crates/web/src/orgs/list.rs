//! The organisation as a list: by name, level, vacancy, closed or not.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::orgs;
use pejl_app::shown::{UnitFilter, UnitRow};
use pejl_domain::models::Key;
use pejl_policy::{Action, Facts, decide};

use crate::ending::Stop;
use crate::forms::{Choice, Typed, encoded};
use crate::inside::{Inside, Room};
use crate::orgs::fields;
use crate::page::{Page, show};
use crate::voice::capital;

const PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "orgs/organisation.html")]
struct Organisation {
    page: Page,
    rows: Vec<Row>,
    name: String,
    levels: Vec<Choice>,
    vacant: bool,
    closed: bool,
    previous: Option<String>,
    next: Option<String>,
    may_keep: bool,
    new_href: String,
    import_href: String,
}

struct Row {
    number: String,
    name: String,
    href: String,
    edit_href: String,
    positions_href: String,
    level: String,
    parent: String,
    leader: Option<String>,
    closed: Option<String>,
}

/// `/{m}/opsaetning/organisation`
pub(crate) async fn organisation(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let number: i64 = query.get("side").parse().unwrap_or(1).clamp(1, 1_000);
    let filter = UnitFilter {
        name: query.get("navn").to_owned(),
        level: Key::parse(query.get("niveau")),
        vacant: query.ticked("ledig"),
        closed: query.ticked("lukkede"),
        skip: (number - 1) * PER_PAGE,
        most: PER_PAGE + 1,
    };
    let mut rows = orgs::units(&mut inside.tx, &inside.visit.sight, &filter).await?;
    let more = rows.len() as i64 > PER_PAGE;
    rows.truncate(PER_PAGE as usize);

    let t = inside.t();
    let title = t.say("menu-organisation");
    let address = |side: i64| {
        let level = filter.level.as_ref().map(Key::as_str).unwrap_or_default();
        let flag = |name: &str, on: bool| if on { format!("&{name}=1") } else { String::new() };
        let (vacant, closed) = (flag("ledig", filter.vacant), flag("lukkede", filter.closed));
        format!("?navn={}&niveau={level}{vacant}{closed}&side={side}", encoded(&filter.name))
    };
    let mut levels = vec![Choice::new("", t.say("common-all"), filter.level.is_none())];
    levels.extend(fields::levels(&inside.voice, query.get("niveau")));
    let view = Organisation {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        rows: rows.into_iter().map(|row| shown(&inside, row)).collect(),
        name: filter.name.clone(),
        levels,
        vacant: filter.vacant,
        closed: filter.closed,
        previous: (number > 1).then(|| address(number - 1)),
        next: more.then(|| address(number + 1)),
        may_keep: decide(&inside.visit.actor, Action::KeepOrganisation, &Facts::municipality()).is_ok(),
        new_href: inside.href("opsaetning/organisation/ny"),
        import_href: inside.href("opsaetning/indlaesning"),
    };
    Ok(show(&view))
}

fn shown(inside: &Inside, row: UnitRow) -> Row {
    let number = format!("E-{}", row.serial);
    Row {
        href: inside.href(&format!("enhed/{number}")),
        edit_href: inside.href(&format!("opsaetning/organisation/{number}/ret")),
        positions_href: inside.href(&format!("opsaetning/organisation/{number}")),
        number,
        level: match &row.kind {
            Some(kind) => capital(&inside.voice.unit_kind(kind)),
            None => capital(&inside.voice.level(&row.level)),
        },
        name: row.name,
        parent: row.parent.unwrap_or_default(),
        leader: row.leader,
        closed: row.to.filter(|to| *to < inside.visit.actor.on).map(|to| inside.t().date_medium(to)),
    }
}
