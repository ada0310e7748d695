//! What an agreement's content says, read out at each save for lists, counts and the other side of every tie; and for search.
//! Each table is brought to what the content says with a few statements however much there is, and only rows that differ are
//! written.

use std::collections::BTreeSet;

use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState};
use pejl_policy::Permit;
use serde_json::{Value, json};
use sqlx::types::Json;
use uuid::Uuid;

use crate::audit::SubjectKind;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::search;

/// Rows of a JSON array, each thing once, with its place.
fn placed(things: impl Iterator<Item = (Uuid, &'static str)>) -> Json<Value> {
    let mut once = BTreeSet::new();
    let each = things.filter(|(id, _)| once.insert(*id)).enumerate();
    Json(each.map(|(place, (id, word))| json!([id.simple().to_string(), place, word])).collect())
}

/// Whether what the content says is also what is in force.
const fn is_settled(state: AgreementState) -> bool {
    match state {
        AgreementState::Approved | AgreementState::Reported | AgreementState::Closed => true,
        AgreementState::Draft
        | AgreementState::Hearing
        | AgreementState::Dialogue
        | AgreementState::Submitted
        | AgreementState::Returned
        | AgreementState::Withdrawn => false,
    }
}

/// Brings agents, goals, actions, themes and search to what the agreement says.
pub(super) async fn save(tx: &mut Tx, permit: &Permit, agreement: &Agreement) -> Result<(), Fault> {
    let content = &agreement.content;
    agents(tx, permit, agreement).await?;
    let goals = placed(content.goals.iter().map(|line| (line.goal.0, line.place.as_str())));
    tied(tx, permit, agreement, &goals, &GOALS).await?;
    let actions = placed(content.actions.iter().map(|action| (action.0, "")));
    tied(tx, permit, agreement, &actions, &ACTIONS).await?;
    themes(tx, permit, agreement).await?;
    // While an amendment is written, a search finds what is in force: not everybody sees the amendment.
    if agreement.edition == 0 || is_settled(agreement.state) { searched(tx, permit, agreement).await } else { Ok(()) }
}

async fn agents(tx: &mut Tx, permit: &Permit, agreement: &Agreement) -> Result<(), Fault> {
    let rows = placed(agreement.agents.iter().map(|unit| (unit.0, "")));
    let engine = tx.engine();
    let gone = spoken(
        engine,
        "DELETE FROM agreement_agent
         WHERE municipality_id = $1 AND agreement_id = $2 AND unit_id NOT IN (SELECT id_of(r.value ->> 0) FROM rows_of($3) r)",
    );
    on!(tx, c => sqlx::query(gone).bind(permit.municipality().0).bind(agreement.id.0).bind(&rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving the agents of an agreement"))?;
    let here = spoken(
        engine,
        "INSERT INTO agreement_agent (municipality_id, agreement_id, unit_id, place)
         SELECT $1, $2, id_of(r.value ->> 0), CAST(r.value ->> 1 AS BIGINT) FROM rows_of($3) r WHERE TRUE
         ON CONFLICT (municipality_id, agreement_id, unit_id) DO UPDATE SET place = excluded.place
         WHERE agreement_agent.place <> excluded.place",
    );
    on!(tx, c => sqlx::query(here).bind(permit.municipality().0).bind(agreement.id.0).bind(&rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving the agents of an agreement"))
}

/// The three statements by which a table of goals or of actions follows the content. What is no longer written stays while it
/// is in force.
struct Tied {
    gone: &'static str,
    left: &'static str,
    here: &'static str,
}

const GOALS: Tied = Tied {
    gone: "DELETE FROM agreement_goal
         WHERE municipality_id = $1 AND agreement_id = $2 AND ($4 OR NOT in_force)
           AND goal_id NOT IN (SELECT id_of(r.value ->> 0) FROM rows_of($3) r)",
    left: "UPDATE agreement_goal SET written = FALSE
         WHERE municipality_id = $1 AND agreement_id = $2 AND written
           AND goal_id NOT IN (SELECT id_of(r.value ->> 0) FROM rows_of($3) r)",
    here: "INSERT INTO agreement_goal (municipality_id, agreement_id, goal_id, came, place, written, in_force)
         SELECT $1, $2, id_of(r.value ->> 0), r.value ->> 2, CAST(r.value ->> 1 AS BIGINT), TRUE, $4 FROM rows_of($3) r WHERE TRUE
         ON CONFLICT (municipality_id, agreement_id, goal_id) DO UPDATE
            SET came = excluded.came, place = excluded.place, written = TRUE, in_force = agreement_goal.in_force OR excluded.in_force
         WHERE agreement_goal.came <> excluded.came OR agreement_goal.place <> excluded.place OR NOT agreement_goal.written
            OR (excluded.in_force AND NOT agreement_goal.in_force)",
};

const ACTIONS: Tied = Tied {
    gone: "DELETE FROM agreement_action
         WHERE municipality_id = $1 AND agreement_id = $2 AND ($4 OR NOT in_force)
           AND action_id NOT IN (SELECT id_of(r.value ->> 0) FROM rows_of($3) r)",
    left: "UPDATE agreement_action SET written = FALSE
         WHERE municipality_id = $1 AND agreement_id = $2 AND written
           AND action_id NOT IN (SELECT id_of(r.value ->> 0) FROM rows_of($3) r)",
    here: "INSERT INTO agreement_action (municipality_id, agreement_id, action_id, place, written, in_force)
         SELECT $1, $2, id_of(r.value ->> 0), CAST(r.value ->> 1 AS BIGINT), TRUE, $4 FROM rows_of($3) r WHERE TRUE
         ON CONFLICT (municipality_id, agreement_id, action_id) DO UPDATE
            SET place = excluded.place, written = TRUE, in_force = agreement_action.in_force OR excluded.in_force
         WHERE agreement_action.place <> excluded.place OR NOT agreement_action.written
            OR (excluded.in_force AND NOT agreement_action.in_force)",
};

async fn tied(tx: &mut Tx, permit: &Permit, agreement: &Agreement, rows: &Json<Value>, sql: &Tied) -> Result<(), Fault> {
    let (engine, settled) = (tx.engine(), is_settled(agreement.state));
    on!(tx, c => sqlx::query(spoken(engine, sql.gone)).bind(permit.municipality().0).bind(agreement.id.0).bind(rows)
        .bind(settled).execute(c).await.map(|_| ()))
    .map_err(doing("saving what stands in an agreement"))?;
    if agreement.edition > 0 && !settled {
        on!(tx, c => sqlx::query(spoken(engine, sql.left)).bind(permit.municipality().0).bind(agreement.id.0).bind(rows)
            .execute(c).await.map(|_| ()))
        .map_err(doing("saving what stands in an agreement"))?;
    }
    on!(tx, c => sqlx::query(spoken(engine, sql.here)).bind(permit.municipality().0).bind(agreement.id.0).bind(rows)
        .bind(settled).execute(c).await.map(|_| ()))
    .map_err(doing("saving what stands in an agreement"))
}

/// The themes that have an answer.
async fn themes(tx: &mut Tx, permit: &Permit, agreement: &Agreement) -> Result<(), Fault> {
    let answered = agreement.content.themes.iter().filter(|t| !t.answer.is_empty()).map(|t| t.theme.as_str());
    let rows: Json<Value> = Json(answered.map(|theme| json!([theme])).collect());
    let engine = tx.engine();
    let gone = spoken(
        engine,
        "DELETE FROM agreement_theme
         WHERE municipality_id = $1 AND agreement_id = $2 AND theme NOT IN (SELECT r.value ->> 0 FROM rows_of($3) r)",
    );
    on!(tx, c => sqlx::query(gone).bind(permit.municipality().0).bind(agreement.id.0).bind(&rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving the themes of an agreement"))?;
    let here = spoken(
        engine,
        "INSERT INTO agreement_theme (municipality_id, agreement_id, theme)
         SELECT $1, $2, r.value ->> 0 FROM rows_of($3) r WHERE TRUE ON CONFLICT DO NOTHING",
    );
    on!(tx, c => sqlx::query(here).bind(permit.municipality().0).bind(agreement.id.0).bind(&rows).execute(c).await.map(|_| ()))
        .map_err(doing("saving the themes of an agreement"))
}

/// Everything written that somebody could search for, beside number and parties.
fn words(content: &AgreementContent) -> String {
    let sections = content.sections.iter().map(|s| s.text.as_str());
    let themes = content.themes.iter().map(|t| t.answer.as_str());
    let notes = content.goals.iter().map(|g| g.note.as_str());
    let rest = [content.follow_up.as_str(), content.reporting.as_str()];
    let all: Vec<&str> = sections.chain(themes).chain(rest).chain(notes).filter(|w| !w.is_empty()).collect();
    all.join("\n")
}

/// Search finds an agreement by its number, its agents, and what is written in it.
async fn searched(tx: &mut Tx, permit: &Permit, agreement: &Agreement) -> Result<(), Fault> {
    let names: Vec<String> = on!(tx, c => sqlx::query_scalar(
        "SELECT u.name FROM agreement_agent g JOIN unit u ON u.municipality_id = g.municipality_id AND u.id = g.unit_id
         WHERE g.municipality_id = $1 AND g.agreement_id = $2 ORDER BY g.place")
        .bind(permit.municipality().0).bind(agreement.id.0).fetch_all(c).await)
    .map_err(doing("reading the agents of an agreement"))?;
    let title = format!("{} {}", agreement.number, names.join(", "));
    search::index(tx, permit.municipality(), SubjectKind::Agreement, agreement.id.0, (&title, &words(&agreement.content))).await
}
