//! Opsætning: what is here, for whom, and what needs attention.

use askama::Template;
use axum::response::Response;
use pejl_app::shown::{ImportState, UnitFilter};
use pejl_app::{models, orgs};
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use crate::ending::Stop;
use crate::inside::may;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

/// So many units without a leader are named; the list has the rest.
const NAMED: usize = 5;

#[derive(Template)]
#[template(path = "orgs/setup.html")]
struct Setup {
    page: Page,
    attention: Vec<Attention>,
    doors: Vec<Door>,
}

/// Something that waits for somebody.
struct Attention {
    title: String,
    text: String,
    href: String,
}

/// A page of the set-up.
struct Door {
    label: String,
    text: String,
    /// "" for those who may not: then `who` says who may.
    href: String,
    who: String,
}

/// `/{m}/opsaetning`
pub(crate) async fn setup(mut inside: Inside) -> Result<Response, Stop> {
    let filter = UnitFilter { vacant: true, most: NAMED as i64 + 1, ..UnitFilter::default() };
    let mut vacant = orgs::units(&mut inside.tx, &inside.visit.sight, &filter).await?;
    let more = vacant.len() > NAMED;
    vacant.truncate(NAMED);
    let versions = models::versions(&mut inside.tx, &inside.visit.place).await?;
    let waiting = if may(&inside, Action::ImportOrganisation) {
        let imports = orgs::import::imports(&mut inside.tx, &inside.visit.actor).await?;
        imports.into_iter().find(|i| i.state == ImportState::Previewed)
    } else {
        None
    };

    let t = inside.t();
    let mut attention = Vec::new();
    if let Some(import) = waiting {
        attention.push(Attention {
            title: t.a("setup-import-waits", "file", &import.file_name),
            text: t.n("setup-import-waits-text", import.total),
            href: inside.href(&format!("opsaetning/indlaesning/{}", import.id)),
        });
    }
    for unit in vacant {
        attention.push(Attention {
            title: t.a("setup-no-leader", "title", &unit.name),
            text: t.say("setup-no-leader-text"),
            href: inside.href(&format!("opsaetning/organisation/E-{}", unit.serial)),
        });
    }
    if more {
        attention.push(Attention {
            title: t.say("setup-no-leader-more"),
            text: String::new(),
            href: inside.href("opsaetning/organisation?ledig=1"),
        });
    }
    let model = versions.first().map(|v| {
        let args = Args::new().text("title", &v.name).count("serial", v.serial).text("date", t.date_time(v.at));
        t.say_with("setup-model-text", &args)
    });
    let door = |key: &str, text: String, rest: &str, action: Option<Action>| {
        let denied = action.and_then(|a| decide(&inside.visit.actor, a, &Facts::municipality()).err());
        Door {
            label: t.say(key),
            text,
            href: if denied.is_none() { inside.href(rest) } else { String::new() },
            who: denied.map(|d| inside.voice.tell(&d.sentence)).unwrap_or_default(),
        }
    };
    let doors = vec![
        door("menu-organisation", t.say("setup-organisation-text"), "opsaetning/organisation", None),
        door("menu-people", t.say("setup-people-text"), "opsaetning/personer", None),
        door("menu-imports", t.say("setup-imports-text"), "opsaetning/indlaesning", Some(Action::ImportOrganisation)),
        door("setup-logins", t.say("setup-logins-text"), "opsaetning/adgange", Some(Action::KeepLogins)),
        door("menu-model", model.unwrap_or_default(), "opsaetning/model", None),
        door("menu-audit", t.say("setup-audit-text"), "opsaetning/haendelseslog", Some(Action::SeeAudit)),
        door("setup-denials", t.say("setup-denials-text"), "opsaetning/afvisninger", Some(Action::SeeDenials)),
        door("own-title", t.say("setup-own-text"), "min-konto", None),
    ];
    let title = t.say("menu-setup");
    let view = Setup {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-overview"), inside.href("")).here(title),
        attention,
        doors,
    };
    Ok(show(&view))
}
