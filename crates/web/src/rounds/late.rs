//! Who has not reported though their deadline has passed, and who above them is told when.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::ToSpan as _;
use pejl_app::rounds::{self, LateUnit};
use pejl_domain::rounds::deadlines::{STEP_DAYS, days_late, is_told};
use pejl_lang::Args;

use super::loading::{href_of, name_of, page_of, the_round, unit_href};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};

type At = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "rounds/late.html")]
struct Late {
    page: Page,
    round: String,
    lead: String,
    rows: Vec<LateRow>,
    href: String,
}

struct LateRow {
    name: String,
    href: String,
    leader: String,
    due: String,
    days: String,
    missing: String,
    /// Those who lead above: name, whether they are told by now, and when.
    told: Vec<(String, bool, String)>,
}

/// `GET …/mangler`
pub(crate) async fn late(mut inside: Inside, Path((_, year, key)): At) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let rows =
        if round.state.takes_answers() { rounds::late(&mut inside.tx, &inside.visit.sight, &round).await? } else { Vec::new() };
    let t = inside.t();
    let href = href_of(&inside, &round);
    Ok(show(&Late {
        page: page_of(&inside, &round, t.say("rounds-late")),
        round: name_of(&inside, &round),
        lead: t.n("rounds-late-lead", STEP_DAYS),
        rows: rows.iter().map(|row| shown(&inside, &href, row)).collect(),
        href,
    }))
}

fn shown(inside: &Inside, href: &str, late: &LateUnit) -> LateRow {
    let (t, today) = (inside.t(), inside.visit.actor.on);
    let told = late.told.iter().enumerate().map(|(step, above)| {
        let after = 1 + i64::from(STEP_DAYS) * i64::try_from(step).unwrap_or_default();
        let on = late.due.checked_add(after.days()).map(|on| t.date_medium(on)).unwrap_or_default();
        (above.name.clone(), is_told(step + 1, late.due, today), on)
    });
    LateRow {
        name: late.unit.name.clone(),
        href: unit_href(href, late.unit.serial),
        leader: late.leader.clone().unwrap_or_else(|| t.say("unit-vacant")),
        due: t.date_medium(late.due),
        days: t.n("rounds-days-late", days_late(late.due, today)),
        missing: t.say_with("rounds-missing-of", &Args::new().count("missing", late.missing).count("asked", late.asked)),
        told: told.collect(),
    }
}
