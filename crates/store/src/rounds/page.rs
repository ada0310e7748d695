//! A unit's page in a round, as it stands now: flat rows, the arithmetic of `tally`, and then what people wrote about the
//! goals that the page lists. Nine statements, whatever the unit and however many goals.

use std::collections::{BTreeSet, HashMap};

use pejl_domain::models::Lamps;
use pejl_domain::rounds::frozen::{GoalSeen, RoundPage};
use pejl_domain::rounds::{ReportContent, Round};
use pejl_kernel::{ElementId, MunicipalityId, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::ground::load;
use super::read::content;
use super::tally::{Tally, listed};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};
use crate::value::id_rows;

/// A unit's page in a round, as it stands now. What is submitted everybody who is logged in sees, and nothing else is on it.
/// Of a closed round, [`super::kept_round_page`] is what is shown.
///
/// # Errors
/// Not found where there is no such unit, or a fault.
pub async fn round_page(tx: &mut Tx, sight: &Sight, round: &Round, unit: UnitId, lamps: Lamps) -> Result<RoundPage, Miss> {
    let ground = load(tx, sight.municipality(), round, Some(unit)).await?;
    let mut page = Tally::of(&ground, round, lamps, sight.on()).page(unit).ok_or(Miss::NotFound)?;
    fill(tx, sight.municipality(), round, std::slice::from_mut(&mut page)).await?;
    Ok(page)
}

/// Fills in the titles and texts of the goals that pages list. One statement.
pub(super) async fn fill(tx: &mut Tx, municipality: MunicipalityId, round: &Round, pages: &mut [RoundPage]) -> Result<(), Fault> {
    let goals: BTreeSet<ElementId> = pages.iter_mut().flat_map(listed).map(|goal| goal.id).collect();
    let texts = texts(tx, municipality, round, &goals).await?;
    for goal in pages.iter_mut().flat_map(listed) {
        if let Some((title, content)) = texts.get(&goal.id) {
            tell(goal, title, content);
        }
    }
    Ok(())
}

fn tell(goal: &mut GoalSeen, title: &str, content: &ReportContent) {
    title.clone_into(&mut goal.title);
    if goal.state.is_answered() {
        goal.fact = content.fact.to_string();
        goal.cause = content.cause.to_string();
        goal.action = content.action.to_string();
        goal.done = content.done.to_string();
        goal.effect = content.effect.to_string();
    }
}

/// The title in the edition that is judged, and what is reported.
async fn texts(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: &Round,
    goals: &BTreeSet<ElementId>,
) -> Result<HashMap<ElementId, (String, ReportContent)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT r.goal_id, json_of(d.content) ->> 'title', r.content
         FROM rows_of($3) i CROSS JOIN report r CROSS JOIN element_edition d
         WHERE r.municipality_id = $1 AND r.round_id = $2 AND r.goal_id = id_of(i.value ->> 0)
           AND d.municipality_id = $1 AND d.element_id = r.goal_id AND d.edition = r.edition",
    );
    let rows: Vec<(Uuid, String, String)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(round.id.0).bind(id_rows(goals.iter().map(|g| g.0))).fetch_all(c).await)
    .map_err(doing("reading what is reported"))?;
    rows.into_iter().map(|(goal, title, words)| Ok((goal.into(), (title, content(&words)?)))).collect()
}
