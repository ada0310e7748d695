//! The people of a municipality, and one of them with the positions held now and before.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::orgs;
use pejl_app::shown::{Holding, PersonFilter, PersonRow};
use pejl_app::{Ending, accounts};
use pejl_kernel::PersonId;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Typed, encoded};
use crate::history::{self, Told};
use crate::inside::may;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

const PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "orgs/people.html")]
struct People {
    page: Page,
    rows: Vec<Row>,
    name: String,
    previous: Option<String>,
    next: Option<String>,
    may_keep: bool,
    shows_logins: bool,
    new_href: String,
}

struct Row {
    name: String,
    href: String,
    email: String,
    position: String,
    login: String,
}

/// `/{m}/opsaetning/personer`
pub(crate) async fn people(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let number: i64 = query.get("side").parse().unwrap_or(1).clamp(1, 1_000);
    let filter = PersonFilter { name: query.get("navn").to_owned(), skip: (number - 1) * PER_PAGE, most: PER_PAGE + 1 };
    let mut rows = orgs::people(&mut inside.tx, &inside.visit.sight, &filter).await?;
    let more = rows.len() as i64 > PER_PAGE;
    rows.truncate(PER_PAGE as usize);
    let t = inside.t();
    let title = t.say("menu-people");
    let address = |side: i64| format!("?navn={}&side={side}", encoded(&filter.name));
    let view = People {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        rows: rows.into_iter().map(|row| shown(&inside, row)).collect(),
        name: filter.name.clone(),
        previous: (number > 1).then(|| address(number - 1)),
        next: more.then(|| address(number + 1)),
        may_keep: may(&inside, Action::KeepOrganisation),
        shows_logins: may(&inside, Action::KeepLogins),
        new_href: inside.href("opsaetning/personer/ny"),
    };
    Ok(show(&view))
}

fn shown(inside: &Inside, row: PersonRow) -> Row {
    Row {
        href: person_href(inside, row.id),
        name: row.name,
        email: row.email,
        position: row.position.unwrap_or_default(),
        login: row.login.unwrap_or_default(),
    }
}

/// The address of a person's page.
pub(super) fn person_href(inside: &Inside, id: PersonId) -> String {
    inside.href(&format!("opsaetning/personer/{id}"))
}

#[derive(Template)]
#[template(path = "orgs/person.html")]
struct Person {
    page: Page,
    email: String,
    foreign_id: String,
    now: Vec<Post>,
    before: Vec<Post>,
    history: Vec<Told>,
    edit_href: Option<String>,
    login: Option<Login>,
    deeds_href: Option<String>,
}

/// The person's login, for those who keep logins.
struct Login {
    name: String,
    href: String,
}

/// A position as a list shows it.
pub(super) struct Post {
    pub title: String,
    pub role: String,
    pub unit: String,
    pub unit_href: String,
    pub person: String,
    pub person_href: String,
    pub span: String,
    pub href: String,
    pub stand_ins: Vec<String>,
}

/// A position in the reader's words.
pub(super) fn post(inside: &Inside, holding: &Holding) -> Post {
    let t = inside.t();
    let person = holding.person.as_ref();
    Post {
        title: holding.title.clone(),
        role: t.say(&holding.role.word()),
        unit: holding.unit.clone(),
        unit_href: inside.href(&format!("enhed/E-{}", holding.unit_serial)),
        person: person.map(|(_, name)| name.clone()).unwrap_or_default(),
        person_href: person.map(|(id, _)| person_href(inside, *id)).unwrap_or_default(),
        span: t.span(holding.span),
        href: inside.href(&format!("opsaetning/stilling/{}", holding.id)),
        stand_ins: Vec::new(),
    }
}

/// `/{m}/opsaetning/personer/{id}`
pub(crate) async fn person(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let id: PersonId = id.parse().map_err(|_| Ending::NotFound)?;
    let found = orgs::person_page(&mut inside.tx, &inside.visit.sight, id).await?;
    let login = if may(&inside, Action::KeepLogins) {
        let logins = accounts::logins(&mut inside.tx, &inside.visit.actor).await?;
        Some(match logins.into_iter().find(|a| a.person == id) {
            Some(account) => {
                Login { href: inside.href(&format!("opsaetning/adgange/{}/kodeord", account.id)), name: account.login }
            }
            None => Login { name: String::new(), href: inside.href(&format!("opsaetning/adgange/ny?person={id}")) },
        })
    } else {
        None
    };
    let t = inside.t();
    let today = inside.visit.actor.on;
    let (before, now): (Vec<&Holding>, Vec<&Holding>) =
        found.positions.iter().partition(|p| p.span.to.is_some_and(|to| to < today));
    let name = found.person.content.name.to_string();
    let view = Person {
        page: inside
            .page(Room::Setup, name.clone())
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(t.say("menu-people"), inside.href("opsaetning/personer"))
            .here(name),
        email: found.person.content.email.clone(),
        foreign_id: found.person.foreign_id.clone().unwrap_or_default(),
        now: now.into_iter().map(|h| post(&inside, h)).collect(),
        before: before.into_iter().map(|h| post(&inside, h)).collect(),
        history: found.history.iter().map(|line| history::told(&inside.voice, line)).collect(),
        edit_href: may(&inside, Action::KeepOrganisation).then(|| format!("{}/ret", person_href(&inside, id))),
        login,
        deeds_href: may(&inside, Action::SeeAudit).then(|| inside.href(&format!("opsaetning/haendelseslog?person={id}"))),
    };
    Ok(show(&view))
}
