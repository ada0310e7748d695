//! The cases something came up in: where it is on an agenda, and what a body said to it.

use pejl_app::cases::{self, CaseRow};
use pejl_domain::cases::Adopts;
use pejl_lang::Args;

use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::capital;

/// A case, as the page of what it names shows it.
pub(crate) struct CameUp {
    pub number: String,
    pub title: String,
    pub href: String,
    /// The body, the day, and what came of it.
    pub meta: String,
}

/// Reads them, newest first. One statement.
pub(crate) async fn came_up(inside: &mut Inside, thing: Adopts) -> Result<Vec<CameUp>, Stop> {
    let found = cases::cases_of(&mut inside.tx, &inside.visit.sight, thing).await?;
    Ok(found.iter().map(|row| shown(inside, row)).collect())
}

fn shown(inside: &Inside, row: &CaseRow) -> CameUp {
    let t = inside.t();
    let on = row.decided.map(|(on, _)| on).or(row.meeting).map(|day| t.date(day)).unwrap_or_default();
    let stands = match row.decided {
        Some((_, outcome)) => t.say(&format!("case-outcome-{}", outcome.as_str())),
        None => t.say(&format!("case-state-{}", row.state.as_str())),
    };
    let args = Args::new().text("body", &row.body.name).text("on", on).text("stands", capital(&stands));
    let key = if row.decided.is_none() && row.meeting.is_none() { "chain-came-up-undated" } else { "chain-came-up-meta" };
    CameUp {
        number: row.number.to_string(),
        title: row.title.clone(),
        href: inside.href(&format!("sager/{}", row.number)),
        meta: t.say_with(key, &args),
    }
}
