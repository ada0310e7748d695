//! Proposals: loaded with who they come from, saved.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::seminars::{GoalWanted, Outcome, OutcomeName, Proposal, ProposalContent, ProposalKind, Route, RouteName};
use pejl_kernel::{ElementId, MunicipalityId, PersonId, PositionId, ProposalId, SeminarId};
use pejl_policy::Permit;
use uuid::Uuid;

use super::read::{line, prose, small, turn, unknown, year};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};

/// A proposal with who it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProposalRow {
    /// The proposal.
    pub proposal: Proposal,
    /// The unit it comes from.
    pub unit: UnitMention,
    /// Who wrote it in.
    pub person: String,
    /// The position it was written from; empty where it was written in for a unit.
    pub position: String,
    /// The year of the seminar that kept it; `None` for what is proposed anew.
    pub kept_from: Option<i16>,
}

/// The columns of a proposal; it is called `p`.
macro_rules! proposal_columns {
    () => {
        "p.id, p.seminar_id, p.serial, p.kind, p.title, p.text, p.why, p.grouped, p.place, p.unit_id, p.position_id, p.by_id,
            p.kept_from, p.outcome, p.into_id, p.because, p.route, p.goal_unit_id, p.goal_title, p.goal_text, p.made_id, p.goal_id,
            p.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    seminar_id: Uuid,
    serial: i64,
    kind: String,
    title: String,
    text: String,
    why: String,
    grouped: String,
    place: i64,
    unit_id: Uuid,
    position_id: Option<Uuid>,
    by_id: Uuid,
    kept_from: Option<Uuid>,
    outcome: String,
    into_id: Option<Uuid>,
    because: String,
    route: String,
    goal_unit_id: Option<Uuid>,
    goal_title: String,
    goal_text: String,
    made_id: Option<Uuid>,
    goal_id: Option<Uuid>,
    version: i64,
}

impl Row {
    fn proposal(self) -> Result<Proposal, Fault> {
        let outcome = self.outcome()?;
        let route = self.route()?;
        Ok(Proposal {
            id: self.id.into(),
            seminar: self.seminar_id.into(),
            serial: small(self.serial)?,
            kind: ProposalKind::parse(&self.kind).ok_or_else(|| unknown(&self.kind, "a kind of proposal"))?,
            content: ProposalContent { title: line(&self.title)?, text: prose(&self.text)?, why: prose(&self.why)? },
            group: prose(&self.grouped)?,
            place: small(self.place)?,
            unit: self.unit_id.into(),
            position: self.position_id.map(PositionId),
            by: PersonId(self.by_id),
            kept_from: self.kept_from.map(ProposalId),
            outcome,
            route,
            made: self.made_id.map(ElementId),
            goal: self.goal_id.map(ElementId),
            version: self.version,
        })
    }

    fn outcome(&self) -> Result<Outcome, Fault> {
        let name = OutcomeName::parse(&self.outcome).ok_or_else(|| unknown(&self.outcome, "an outcome"))?;
        Ok(match (name, self.into_id) {
            (OutcomeName::Open, _) => Outcome::Open,
            (OutcomeName::Chosen, _) => Outcome::Chosen,
            (OutcomeName::Parked, _) => Outcome::Parked,
            (OutcomeName::Withdrawn, _) => Outcome::Withdrawn,
            (OutcomeName::Declined, _) => Outcome::Declined { because: prose(&self.because)? },
            (OutcomeName::Merged, Some(into)) => Outcome::Merged { into: ProposalId(into) },
            (OutcomeName::Merged, None) => return Err(unknown("merged into nothing", "a proposal")),
        })
    }

    fn route(&self) -> Result<Option<Route>, Fault> {
        if self.route.is_empty() {
            return Ok(None);
        }
        let name = RouteName::parse(&self.route).ok_or_else(|| unknown(&self.route, "a route"))?;
        Ok(Some(match (name, self.goal_unit_id) {
            (RouteName::Policy, _) => Route::Policy,
            (RouteName::Goal, Some(unit)) => {
                Route::Goal(GoalWanted { unit: unit.into(), title: line(&self.goal_title)?, text: prose(&self.goal_text)? })
            }
            (RouteName::Goal, None) => return Err(unknown("a goal of nobody", "a unit")),
        }))
    }
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    proposal: Row,
    unit_serial: i64,
    unit_name: String,
    person: String,
    position: Option<String>,
    kept_year: Option<i64>,
}

/// The proposals of a seminar, in the order they stand.
///
/// # Errors
/// A fault.
pub async fn proposals(tx: &mut Tx, municipality: MunicipalityId, seminar: SeminarId) -> Result<Vec<ProposalRow>, Fault> {
    let rows: Vec<NamedRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", proposal_columns!(), ", u.serial AS unit_serial, u.name AS unit_name, n.name AS person, o.title AS position,
            ks.year AS kept_year
         FROM seminar_proposal p
         JOIN unit u ON u.municipality_id = p.municipality_id AND u.id = p.unit_id
         JOIN person n ON n.municipality_id = p.municipality_id AND n.id = p.by_id
         LEFT JOIN position o ON o.municipality_id = p.municipality_id AND o.id = p.position_id
         LEFT JOIN seminar_proposal k ON k.municipality_id = p.municipality_id AND k.id = p.kept_from
         LEFT JOIN seminar ks ON ks.municipality_id = k.municipality_id AND ks.id = k.seminar_id
         WHERE p.municipality_id = $1 AND p.seminar_id = $2 ORDER BY p.place, p.serial"))
        .bind(municipality.0).bind(seminar.0).fetch_all(c).await)
    .map_err(doing("reading the proposals of a seminar"))?;
    rows.into_iter()
        .map(|r| {
            let unit = UnitMention { id: r.proposal.unit_id.into(), serial: r.unit_serial, name: r.unit_name };
            Ok(ProposalRow {
                proposal: r.proposal.proposal()?,
                unit,
                person: r.person,
                position: r.position.unwrap_or_default(),
                kept_from: r.kept_year.map(year).transpose()?,
            })
        })
        .collect()
}

/// What earlier seminars kept for one that begins in a year: what the last concluded one parked, and what stood before one of
/// the same year that was called off. What was kept on already is left out.
///
/// # Errors
/// A fault.
pub async fn kept(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Vec<Proposal>, Fault> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", proposal_columns!(), "
         FROM seminar_proposal p JOIN seminar s ON s.municipality_id = p.municipality_id AND s.id = p.seminar_id
         WHERE p.municipality_id = $1
           AND ((s.state = 'concluded' AND p.outcome = 'parked' AND s.year = (
                    SELECT max(l.year) FROM seminar l WHERE l.municipality_id = $1 AND l.state = 'concluded' AND l.year < $2))
             OR (s.state = 'cancelled' AND s.year = $2 AND p.outcome IN ('open', 'chosen', 'parked')))
           AND NOT EXISTS (SELECT 1 FROM seminar_proposal k WHERE k.municipality_id = $1 AND k.kept_from = p.id)
         ORDER BY s.year, s.id, p.place, p.serial"))
        .bind(municipality.0).bind(i64::from(year)).fetch_all(c).await)
    .map_err(doing("reading what was kept for a seminar"))?;
    rows.into_iter().map(Row::proposal).collect()
}

/// Saves a proposal, and turns its seminar: version 0 is entered, any other must still stand as it was read. The line stands in
/// the history of the seminar.
///
/// # Errors
/// Stale where somebody saved it in the meantime; or a fault.
pub async fn save_proposal(tx: &mut Tx, permit: &Permit, at: Timestamp, proposal: &Proposal, event: &Event) -> Result<(), Miss> {
    save_proposals(tx, permit, at, &[proposal], event).await
}

/// Saves several proposals of one seminar that one deed changes.
///
/// # Errors
/// As [`save_proposal`].
pub async fn save_proposals(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    proposals: &[&Proposal],
    event: &Event,
) -> Result<(), Miss> {
    let Some(seminar) = proposals.first().map(|p| p.seminar) else { return Ok(()) };
    for proposal in proposals {
        if write(tx, permit, proposal).await? == 0 {
            return Err(Miss::Stale);
        }
    }
    turn(tx, permit, seminar).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Seminar, id: seminar.0 }, event).await?;
    Ok(())
}

async fn write(tx: &mut Tx, permit: &Permit, proposal: &Proposal) -> Result<u64, Fault> {
    let content = &proposal.content;
    let (into, because) = match &proposal.outcome {
        Outcome::Merged { into } => (Some(into.0), ""),
        Outcome::Declined { because } => (None, because.as_str()),
        Outcome::Open | Outcome::Chosen | Outcome::Parked | Outcome::Withdrawn => (None, ""),
    };
    let route = proposal.route.as_ref();
    let goal = route.and_then(Route::goal);
    let (goal_title, goal_text) = goal.map_or(("", ""), |goal| (goal.title.as_str(), goal.text.as_str()));
    on!(tx, c => sqlx::query(if proposal.version == 0 {
            "INSERT INTO seminar_proposal (municipality_id, id, seminar_id, serial, kind, title, text, why, grouped, place, unit_id,
                position_id, by_id, kept_from, outcome, into_id, because, route, goal_unit_id, goal_title, goal_text, made_id,
                goal_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24 + 1)"
        } else {
            "UPDATE seminar_proposal SET seminar_id = $3, serial = $4, kind = $5, title = $6, text = $7, why = $8, grouped = $9,
                place = $10, unit_id = $11, position_id = $12, by_id = $13, kept_from = $14, outcome = $15, into_id = $16,
                because = $17, route = $18, goal_unit_id = $19, goal_title = $20, goal_text = $21, made_id = $22, goal_id = $23,
                version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $24"
        })
        .bind(permit.municipality().0).bind(proposal.id.0).bind(proposal.seminar.0).bind(i64::from(proposal.serial))
        .bind(proposal.kind.as_str()).bind(content.title.as_str()).bind(content.text.as_str()).bind(content.why.as_str())
        .bind(proposal.group.as_str()).bind(i64::from(proposal.place)).bind(proposal.unit.0)
        .bind(proposal.position.map(|p| p.0)).bind(proposal.by.0).bind(proposal.kept_from.map(|p| p.0))
        .bind(proposal.outcome.name().as_str()).bind(into).bind(because).bind(route.map_or("", |r| r.name().as_str()))
        .bind(goal.map(|g| g.unit.0)).bind(goal_title).bind(goal_text).bind(proposal.made.map(|e| e.0))
        .bind(proposal.goal.map(|e| e.0)).bind(proposal.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a proposal"))
}

/// Notes what came of a proposal when its seminar was concluded. The lines stand with the elements that were made.
///
/// # Errors
/// A fault.
pub async fn save_made(
    tx: &mut Tx,
    permit: &Permit,
    proposal: ProposalId,
    made: ElementId,
    goal: Option<ElementId>,
) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "UPDATE seminar_proposal SET made_id = $3, goal_id = $4, version = version + 1 WHERE municipality_id = $1 AND id = $2")
        .bind(permit.municipality().0).bind(proposal.0).bind(made.0).bind(goal.map(|g| g.0)).execute(c).await.map(|_| ()))
    .map_err(doing("noting what came of a proposal"))
}
