//! What was done and what was denied: the audit trail and the security log.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::shown::{PersonFilter, Verdict, Window};
use pejl_app::{accounts, orgs};
use pejl_kernel::PersonId;
use pejl_lang::Args;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::Typed;
use crate::history::{self, Told};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

const PER_PAGE: usize = 50;
/// So many people of a name are offered.
const OFFERED: i64 = 20;

#[derive(Template)]
#[template(path = "accounts/audit.html")]
struct Audit {
    page: Page,
    lines: Vec<Told>,
    name: String,
    /// People with that name: label and address.
    people: Vec<(String, String)>,
    nobody: bool,
    /// Whose deeds are shown; "" for everybody's.
    whose: String,
    all_href: String,
    older: Option<String>,
    newest: Option<String>,
    verdict: Option<Checked>,
}

/// What a check of the trail found.
struct Checked {
    kind: &'static str,
    title: String,
    text: String,
}

/// `/{m}/opsaetning/haendelseslog`
pub(crate) async fn audit(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    only_if_may(&inside, Action::SeeAudit).await?;
    let query = Typed(query);
    let person: Option<PersonId> = query.get("person").parse().ok();
    let window = Window { before: query.get("foer").parse().ok(), person };
    let mut lines = accounts::audit_page(&mut inside.tx, &inside.visit.actor, &window, PER_PAGE as i64 + 1).await?;
    let more = lines.len() > PER_PAGE;
    lines.truncate(PER_PAGE);
    let positions = history::positions_in(&lines);
    let titles = orgs::position_titles(&mut inside.tx, &inside.visit.sight, &positions).await?.into_iter().collect();
    let name = query.get("navn").trim().to_owned();
    let named = if name.is_empty() {
        Vec::new()
    } else {
        let filter = PersonFilter { name: name.clone(), skip: 0, most: OFFERED };
        orgs::people(&mut inside.tx, &inside.visit.sight, &filter).await?
    };
    let whose = match person {
        Some(id) => orgs::person_page(&mut inside.tx, &inside.visit.sight, id).await?.person.content.name.to_string(),
        None => String::new(),
    };
    let verdict = match query.ticked("efterse") {
        true => Some(accounts::verify_audit(&mut inside.tx, &inside.visit.actor).await?),
        false => None,
    };

    let t = inside.t();
    let title = t.say("menu-audit");
    let all_href = inside.href("opsaetning/haendelseslog");
    let of = |id: PersonId| format!("{all_href}?person={id}");
    let older = lines.last().filter(|_| more).map(|line| {
        let person = person.map(|id| format!("&person={id}")).unwrap_or_default();
        format!("{all_href}?foer={}{person}", line.serial)
    });
    let view = Audit {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        lines: lines.iter().map(|line| history::told_with(&inside.voice, &titles, line)).collect(),
        nobody: !name.is_empty() && named.is_empty(),
        people: named.into_iter().map(|row| (row.name, of(row.id))).collect(),
        name,
        whose: if whose.is_empty() { whose } else { t.a("audit-whose", "name", whose) },
        newest: window.before.map(|_| person.map_or_else(|| all_href.clone(), of)),
        older,
        verdict: verdict.map(|v| checked(&inside, &v)),
        all_href,
    };
    Ok(show(&view))
}

fn checked(inside: &Inside, verdict: &Verdict) -> Checked {
    let t = inside.t();
    match verdict {
        Verdict::Whole { lines } => Checked { kind: "success", title: t.say("audit-whole"), text: t.n("audit-whole-text", *lines) },
        Verdict::Broken { serial } => {
            Checked { kind: "error", title: t.say("audit-broken"), text: t.n("audit-broken-text", *serial) }
        }
        Verdict::Cut { last, expected } => {
            let args = Args::new().count("last", *last).count("expected", *expected);
            Checked { kind: "error", title: t.say("audit-cut"), text: t.say_with("audit-cut-text", &args) }
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/denials.html")]
struct Denials {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    at: String,
    at_iso: String,
    who: String,
    what: String,
    path: String,
}

/// `/{m}/opsaetning/afvisninger`
pub(crate) async fn denials(mut inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::SeeDenials).await?;
    let rows = accounts::denial_log(&mut inside.tx, &inside.visit.actor).await?;
    let t = inside.t();
    let title = t.say("setup-denials");
    let shown = rows.into_iter().map(|row| {
        let known = format!("action-{}", row.action);
        Row {
            at: t.date_time(row.at),
            at_iso: row.at.to_string(),
            who: row.person.unwrap_or_else(|| t.say("audit-operator")),
            what: if t.has(&known) { t.say(&known) } else { row.action },
            path: row.path,
        }
    });
    let view = Denials {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        rows: shown.collect(),
    };
    Ok(show(&view))
}
