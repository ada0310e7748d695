//! An agreement as everything else names it.

use pejl_domain::agreements::AgreementState;
use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, MunicipalityId, Number, NumberPrefix, Years};
use pejl_policy::Sight;
use uuid::Uuid;

use super::sight::{agreement_seen, posts};
use crate::chain::UnitMention;
use crate::chain::mention::key;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, corrupt, doing};
use crate::value::id_rows;

const READING: &str = "reading an agreement";

/// An agreement as lists and lines name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementMention {
    /// Its id.
    pub id: AgreementId,
    /// What people call it by.
    pub number: Number,
    /// Its kind in the model.
    pub kind: Key,
    /// The unit that asks.
    pub principal: UnitMention,
    /// The units that answer, in the order they were named.
    pub agents: Vec<UnitMention>,
    /// The years it runs.
    pub period: Years,
    /// Where it stands, as the reader sees it.
    pub state: AgreementState,
    /// The edition in force; 0 before there is one.
    pub edition: u32,
}

/// The columns of an [`AgreementMention`] but its agents: the agreement is called `a`, its principal `p`.
macro_rules! agreement_mention_columns {
    () => {
        concat!(
            "a.id AS agreement_id, a.year AS agreement_year, a.serial AS agreement_serial, a.kind AS agreement_kind, a.principal_id,
            p.serial AS principal_serial, p.name AS principal_name, a.from_year, a.to_year, a.edition AS agreement_edition, ",
            $crate::agreements::sight::shown_state!(),
            " AS agreement_state"
        )
    };
}
pub(super) use agreement_mention_columns;

/// The principal of the agreement `a`.
macro_rules! principal {
    () => {
        " JOIN unit p ON p.municipality_id = a.municipality_id AND p.id = a.principal_id "
    };
}
pub(super) use principal;

#[derive(sqlx::FromRow)]
pub(super) struct AgreementMentionRow {
    agreement_id: Uuid,
    agreement_year: i64,
    agreement_serial: i64,
    agreement_kind: String,
    principal_id: Uuid,
    principal_serial: i64,
    principal_name: String,
    from_year: i64,
    to_year: i64,
    agreement_edition: i64,
    agreement_state: String,
}

impl AgreementMentionRow {
    pub(super) fn id(&self) -> Uuid {
        self.agreement_id
    }

    /// The mention, with its agents out of everybody's.
    pub(super) fn mention(self, agents: &Agents) -> Result<AgreementMention, Fault> {
        Ok(AgreementMention {
            id: self.agreement_id.into(),
            number: number(self.agreement_year, self.agreement_serial)?,
            kind: key(&self.agreement_kind)?,
            principal: UnitMention::new(self.principal_id, self.principal_serial, self.principal_name),
            agents: agents.of(self.agreement_id),
            period: years(self.from_year, self.to_year)?,
            state: state(&self.agreement_state)?,
            edition: edition(self.agreement_edition)?,
        })
    }
}

/// The agents of several agreements.
pub(super) struct Agents(Vec<(Uuid, UnitMention)>);

impl Agents {
    fn of(&self, agreement: Uuid) -> Vec<UnitMention> {
        let from = self.0.partition_point(|(id, _)| *id < agreement);
        self.0[from..].iter().take_while(|(id, _)| *id == agreement).map(|(_, unit)| unit.clone()).collect()
    }
}

/// The agents of these agreements. One statement.
pub(super) async fn agents_of(
    tx: &mut Tx,
    municipality: MunicipalityId,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Agents, Fault> {
    let mut ids: Vec<Uuid> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    let sql = spoken(
        tx.engine(),
        "SELECT g.agreement_id, u.id, u.serial, u.name
         FROM rows_of($2) r CROSS JOIN agreement_agent g CROSS JOIN unit u
         WHERE g.municipality_id = $1 AND g.agreement_id = id_of(r.value ->> 0) AND u.municipality_id = $1 AND u.id = g.unit_id
         ORDER BY g.agreement_id, g.place",
    );
    let rows: Vec<(Uuid, Uuid, i64, String)> = on!(tx, c => sqlx::query_as(sql)
        .bind(municipality.0).bind(id_rows(ids)).fetch_all(c).await)
    .map_err(doing("reading the agents of agreements"))?;
    Ok(Agents(rows.into_iter().map(|(agreement, id, serial, name)| (agreement, UnitMention::new(id, serial, name))).collect()))
}

/// Rows with their agents. One statement.
pub(super) async fn with_agents(
    tx: &mut Tx,
    municipality: MunicipalityId,
    rows: Vec<AgreementMentionRow>,
) -> Result<Vec<AgreementMention>, Fault> {
    let agents = agents_of(tx, municipality, rows.iter().map(AgreementMentionRow::id)).await?;
    rows.into_iter().map(|row| row.mention(&agents)).collect()
}

/// These agreements, those that are seen, in the order asked: what a search found. Two statements.
///
/// # Errors
/// A fault.
pub async fn agreement_mentions(tx: &mut Tx, sight: &Sight, ids: &[AgreementId]) -> Result<Vec<AgreementMention>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            "SELECT ",
            agreement_mention_columns!(),
            " FROM rows_of($5) r CROSS JOIN agreement a ",
            principal!(),
            " WHERE a.municipality_id = $1 AND a.id = id_of(r.value ->> 0) AND ",
            agreement_seen!(),
            " ORDER BY CAST(r.value ->> 1 AS BIGINT)"
        ),
    );
    let rows: Vec<AgreementMentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(ids.iter().map(|id| id.0))).fetch_all(c).await)
    .map_err(doing("naming agreements"))?;
    with_agents(tx, sight.municipality(), rows).await
}

/// Reads a number from its two columns.
pub(super) fn number(year: i64, serial: i64) -> Result<Number, Fault> {
    let unknown = || corrupt(READING, format!("{year}-{serial}"), "a number");
    Ok(Number {
        prefix: NumberPrefix::A,
        year: i16::try_from(year).map_err(|_| unknown())?,
        serial: u32::try_from(serial).map_err(|_| unknown())?,
    })
}

pub(super) fn years(from: i64, to: i64) -> Result<Years, Fault> {
    let years = i16::try_from(from).ok().zip(i16::try_from(to).ok()).and_then(|(from, to)| Years::new(from, to));
    years.ok_or_else(|| corrupt(READING, format!("{from}–{to}"), "a run of years"))
}

pub(super) fn state(text: &str) -> Result<AgreementState, Fault> {
    AgreementState::parse(text).ok_or_else(|| corrupt(READING, text, "a state"))
}

pub(super) fn edition(number: i64) -> Result<u32, Fault> {
    u32::try_from(number).map_err(|_| corrupt(READING, number.to_string(), "an edition"))
}
