//! One agreement with everything its page shows, in a fixed number of statements however much there is.
//!
//! Who does not see the draft of an amendment reads the edition in force: its content, goals as they are now, signatures on
//! its text, and neither talks nor history from after it came into force.

use std::collections::BTreeMap;

use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState, GoalLine, GoalPlace};
use pejl_domain::chain::{AnswerName, Element};
use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, ElementId, MunicipalityId, Number, NumberPrefix, Prose, UnitId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::agreement::{FrozenText, Row, agreement_columns, content};
use super::editions::{EditionRow, edition_rows};
use super::goals::{PutBeforeAgent, Serves, owned_elements, put_before, served_by};
use super::mention::AgreementMention;
use super::related::{Around, around};
use super::sight::{agreement_seen, posts, sees_draft};
use super::signatures::{SignatureRow, signatures};
use super::talks::{CounterRow, HearingRow, counter_rows, hearing_rows};
use crate::audit::{Line, LineRow};
use crate::chain::mention::key;
use crate::chain::sight::seen_by;
use crate::chain::{DecisionRow, UnitMention};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::orgs::{self, UnitInLine};
use crate::value::date;

/// An agreement with everything its page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct AgreementPage {
    /// The agreement as this reader reads it. For one who does not see the draft: approved, with the content of the edition in
    /// force, and no word of why it is being amended.
    pub agreement: Agreement,
    /// Whether the reader sees what is being written; true where nothing is.
    pub sees_draft: bool,
    /// The unit that asks.
    pub principal: Party,
    /// The units that answer, in the order they were named.
    pub agents: Vec<Party>,
    /// The first agent and the units above it, nearest first.
    pub line: Vec<UnitInLine>,
    /// Its goals, in the order people put them.
    pub goals: Vec<GoalHere>,
    /// Its actions, in the order people put them.
    pub actions: Vec<ActionHere>,
    /// What live was put before the agents, whether it stands here or not; unanswered first.
    pub put_before: Vec<PutBeforeAgent>,
    /// What groups said, oldest first.
    pub hearings: Vec<HearingRow>,
    /// The negotiation, oldest first.
    pub counters: Vec<CounterRow>,
    /// Signatures on every text it has had, oldest first: those on the text that stands bear its seal.
    pub signatures: Vec<SignatureRow>,
    /// The text that is submitted or in force; `None` while one is being written.
    pub frozen: Option<FrozenText>,
    /// Its editions, newest first.
    pub editions: Vec<EditionRow>,
    /// The decision by which the edition in force was approved.
    pub decision: Option<DecisionRow>,
    /// Last year's agreement, where this was drafted from it and it is seen.
    pub predecessor: Option<AgreementMention>,
    /// The agreements drafted from this one that are seen, newest first.
    pub successors: Vec<AgreementMention>,
    /// Its history, newest first, at most a hundred lines.
    pub history: Vec<Line>,
}

/// A unit that asks or answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The unit.
    pub unit: UnitMention,
    /// Its level.
    pub level: Key,
    /// Its kind: decides which rules of the game apply.
    pub kind: Option<Key>,
    /// Whether it is open today.
    pub is_open: bool,
}

/// A goal in an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalHere {
    /// The goal as it is now.
    pub element: Element,
    /// The unit that owns it.
    pub owner: UnitMention,
    /// How it came in.
    pub place: GoalPlace,
    /// What is agreed about it here.
    pub note: Prose,
    /// Everything live it serves, nearest first, each once: the line of sight.
    pub serves: Vec<Serves>,
    /// What the agents it was put before answered.
    pub stances: Vec<(UnitId, AnswerName)>,
    /// Other open agreements it stands in that are seen, newest first; the first twelve.
    pub also_in: Vec<AgreementMention>,
    /// How many there are in all.
    pub also_in_total: usize,
}

/// An action in an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActionHere {
    /// The action as it is now.
    pub element: Element,
    /// The unit that owns it.
    pub owner: UnitMention,
    /// The goals of this agreement that it stands right under.
    pub serves: Vec<ElementId>,
}

#[derive(sqlx::FromRow)]
struct Head {
    #[sqlx(flatten)]
    row: Row,
    sees_draft: bool,
    in_force: Option<String>,
    frozen: String,
    seal: String,
}

/// An agreement's page, by the number people say. Fourteen statements.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn agreement_page(tx: &mut Tx, sight: &Sight, number: Number) -> Result<AgreementPage, Miss> {
    let municipality = sight.municipality();
    let head = head(tx, sight, number).await?.ok_or(Miss::NotFound)?;
    let (id, sees_draft) = (head.row.id(), head.sees_draft);
    let (principal, agents) = parties(tx, sight, id).await?;
    let units: Vec<UnitId> = agents.iter().map(|party| party.unit.id).collect();
    let frozen = Some(FrozenText { body: head.frozen, seal: head.seal }).filter(|text| !text.seal.is_empty());
    let agreement = read_as(head.row.agreement(units.clone())?, head.in_force.as_deref().map(content).transpose()?);
    let written = &agreement.content;
    let line = match units.first() {
        Some(first) => orgs::line(tx, municipality, *first).await?,
        None => Vec::new(),
    };
    let ids: Vec<ElementId> = written.goals.iter().map(|g| g.goal).chain(written.actions.iter().copied()).collect();
    let goals: Vec<ElementId> = written.goals.iter().map(|g| g.goal).collect();
    let mut elements = owned_elements(tx, municipality, &ids).await?;
    let mut served = served_by(tx, sight, &ids).await?;
    let put_before = put_before(tx, sight, &units).await?;
    let mut around = around(tx, sight, id, &goals).await?;
    let actions = actions_here(&agreement, &mut elements, &served);
    let goals = goals_here(&agreement, &mut elements, &mut served, &put_before, &mut around);
    let editions = edition_rows(tx, municipality, id).await?;
    let mut page = AgreementPage {
        sees_draft,
        principal,
        agents,
        line,
        goals,
        actions,
        put_before,
        hearings: hearing_rows(tx, municipality, id).await?,
        counters: counter_rows(tx, municipality, id).await?,
        signatures: signatures(tx, sight, id).await?,
        frozen: frozen.filter(|_| sees_draft),
        decision: editions.first().and_then(|newest| newest.decision.clone()),
        predecessor: around.predecessor,
        successors: around.successors,
        history: history(tx, municipality, id, sees_draft).await?,
        editions,
        agreement,
    };
    if !sees_draft {
        page.leave_out_the_amendment();
    }
    Ok(page)
}

impl AgreementPage {
    /// Takes away what was said since the edition in force was approved.
    fn leave_out_the_amendment(&mut self) {
        let Some(approved) = self.editions.first().map(|newest| newest.at) else { return };
        let day = pejl_kernel::clock::danish_date(approved);
        self.hearings.retain(|row| row.hearing.on < day);
        self.counters.retain(|row| row.counter.at < approved);
    }
}

async fn head(tx: &mut Tx, sight: &Sight, number: Number) -> Result<Option<Head>, Fault> {
    on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(posts!(),
        "SELECT ", agreement_columns!(), ", ", sees_draft!(), " AS sees_draft, a.frozen, a.seal,
            CASE WHEN NOT ", sees_draft!(), " THEN (
                SELECT ed.content FROM agreement_edition ed
                WHERE ed.municipality_id = $1 AND ed.agreement_id = a.id AND ed.edition = a.edition) END AS in_force
         FROM agreement a
         WHERE a.municipality_id = $1 AND a.year = $5 AND a.serial = $6 AND $7 AND ", agreement_seen!())))
        .bind(i64::from(number.year)).bind(i64::from(number.serial)).bind(number.prefix == NumberPrefix::A)
        .fetch_optional(c).await)
    .map_err(doing("reading an agreement's page"))
}

/// The agreement with the content of the edition in force in the place of what is being written.
fn read_as(agreement: Agreement, in_force: Option<AgreementContent>) -> Agreement {
    match in_force {
        None => agreement,
        Some(content) => {
            Agreement { content, state: AgreementState::Approved, note: Prose::default(), amending: Prose::default(), ..agreement }
        }
    }
}

/// The principal and the agents.
async fn parties(tx: &mut Tx, sight: &Sight, id: AgreementId) -> Result<(Party, Vec<Party>), Fault> {
    let rows: Vec<(Uuid, i64, String, String, Option<String>, bool)> = on!(tx, c => sqlx::query_as(
        "SELECT u.id, u.serial, u.name, u.level, u.kind, (u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3))
         FROM (SELECT a.principal_id AS unit_id, CAST(-1 AS BIGINT) AS place FROM agreement a WHERE a.municipality_id = $1 AND a.id = $2
               UNION ALL
               SELECT g.unit_id, g.place FROM agreement_agent g WHERE g.municipality_id = $1 AND g.agreement_id = $2) n
         JOIN unit u ON u.municipality_id = $1 AND u.id = n.unit_id
         ORDER BY n.place")
        .bind(sight.municipality().0).bind(id.0).bind(date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading the parties of an agreement"))?;
    let mut parties = rows
        .into_iter()
        .map(|(id, serial, name, level, kind, is_open)| {
            let (level, kind) = (key(&level)?, kind.as_deref().map(key).transpose()?);
            Ok(Party { unit: UnitMention::new(id, serial, name), level, kind, is_open })
        })
        .collect::<Result<Vec<_>, Fault>>()?
        .into_iter();
    let principal = parties.next().ok_or_else(|| corrupt("reading the parties of an agreement", "nothing", "a principal"))?;
    Ok((principal, parties.collect()))
}

fn goals_here(
    agreement: &Agreement,
    elements: &mut BTreeMap<ElementId, (Element, UnitMention)>,
    served: &mut BTreeMap<ElementId, Vec<Serves>>,
    put: &[PutBeforeAgent],
    around: &mut Around,
) -> Vec<GoalHere> {
    let mut stances: BTreeMap<ElementId, Vec<(UnitId, AnswerName)>> = BTreeMap::new();
    for stance in put {
        stances.entry(stance.element.id).or_default().push((stance.unit, stance.answer));
    }
    let mut also: BTreeMap<ElementId, (usize, Vec<AgreementMention>)> = BTreeMap::new();
    for (goal, total, mention) in around.shared.drain(..) {
        let entry = also.entry(goal).or_default();
        entry.0 = total;
        entry.1.push(mention);
    }
    let here = |line: &GoalLine| {
        let (element, owner) = elements.remove(&line.goal)?;
        let (also_in_total, also_in) = also.remove(&line.goal).unwrap_or_default();
        Some(GoalHere {
            element,
            owner,
            place: line.place,
            note: line.note.clone(),
            serves: served.remove(&line.goal).unwrap_or_default(),
            stances: stances.remove(&line.goal).unwrap_or_default(),
            also_in,
            also_in_total,
        })
    };
    agreement.content.goals.iter().filter_map(here).collect()
}

fn actions_here(
    agreement: &Agreement,
    elements: &mut BTreeMap<ElementId, (Element, UnitMention)>,
    served: &BTreeMap<ElementId, Vec<Serves>>,
) -> Vec<ActionHere> {
    let goals: std::collections::BTreeSet<ElementId> = agreement.content.goals.iter().map(|line| line.goal).collect();
    let here = |id: &ElementId| {
        let (element, owner) = elements.remove(id)?;
        let right_above = served.get(id).into_iter().flatten().filter(|s| s.far == 1 && goals.contains(&s.element.id));
        Some(ActionHere { element, owner, serves: right_above.map(|s| s.element.id).collect() })
    };
    agreement.content.actions.iter().filter_map(here).collect()
}

/// Its newest lines, newest first. Who does not see the draft reads the lines up to the last approval.
async fn history(tx: &mut Tx, municipality: MunicipalityId, id: AgreementId, sees_draft: bool) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = on!(tx, c => sqlx::query_as(
        "SELECT l.serial, l.at, p.name AS person, s.name AS standing_in_for, l.subject_kind, l.subject_id, l.event
         FROM audit_line l
         LEFT JOIN person p ON p.municipality_id = l.municipality_id AND p.id = l.person_id
         LEFT JOIN person s ON s.municipality_id = l.municipality_id AND s.id = l.standing_in_for
         WHERE l.municipality_id = $1 AND l.subject_id = $2 AND ($3 OR l.serial <= (
               SELECT max(o.serial) FROM audit_line o
               WHERE o.municipality_id = $1 AND o.subject_id = $2 AND o.action = 'approve-agreement'))
         ORDER BY l.serial DESC LIMIT 100")
        .bind(municipality.0).bind(id.0).bind(sees_draft).fetch_all(c).await)
    .map_err(doing("reading an agreement's history"))?;
    rows.into_iter().map(LineRow::line).collect()
}
