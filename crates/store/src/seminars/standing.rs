//! The objectives and value markers in force when a seminar meets, with what they are to become.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::chain::Element;
use pejl_domain::seminars::{ProposalKind, Seminar, SeminarState, Standing, Verdict, VerdictName};
use pejl_kernel::{MunicipalityId, SeminarId};
use pejl_policy::Permit;

use super::read::{line, prose, small, turn, unknown};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::{ElementRow, element_columns};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};

/// An element in force with what it is to become.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandingRow {
    /// The element as it is now.
    pub element: Element,
    /// What it is to become.
    pub standing: Standing,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    element: ElementRow,
    standing_edition: Option<i64>,
    verdict: Option<String>,
    standing_title: Option<String>,
    standing_text: Option<String>,
    because: Option<String>,
    standing_version: Option<i64>,
}

impl Row {
    fn standing(self) -> Result<StandingRow, Fault> {
        let element = self.element.element()?;
        let kind =
            ProposalKind::of(element.kind).ok_or_else(|| unknown(element.kind.as_str(), "an objective or a value marker"))?;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let verdict = match self.verdict.as_deref() {
            None => Verdict::Keep,
            Some(name) => match VerdictName::parse(name).ok_or_else(|| unknown(name, "a verdict"))? {
                VerdictName::Keep => Verdict::Keep,
                VerdictName::Reword => {
                    Verdict::Reword { title: line(&text(&self.standing_title))?, text: prose(&text(&self.standing_text))? }
                }
                VerdictName::End => Verdict::End { because: prose(&text(&self.because))? },
            },
        };
        let edition = self.standing_edition.map(small).transpose()?.unwrap_or(element.edition);
        let version = self.standing_version.unwrap_or(0);
        Ok(StandingRow { standing: Standing { element: element.id, kind, edition, verdict, version }, element })
    }
}

/// What a reading of the standing begins with; the element is called `e`, its row in the seminar `t`.
macro_rules! standing_columns {
    () => {
        concat!(
            "SELECT ",
            element_columns!(),
            ", t.edition AS standing_edition, t.verdict, t.title AS standing_title, t.text AS standing_text, t.because,
            t.version AS standing_version "
        )
    };
}

/// What is in force when a seminar meets, by number: while it runs what is in force now, once it is concluded what was then.
///
/// # Errors
/// A fault.
pub async fn standing(tx: &mut Tx, municipality: MunicipalityId, seminar: &Seminar) -> Result<Vec<StandingRow>, Fault> {
    let sql = match seminar.state {
        SeminarState::Collecting | SeminarState::Prioritising => concat!(
            standing_columns!(),
            "FROM element e LEFT JOIN seminar_standing t
                ON t.municipality_id = e.municipality_id AND t.element_id = e.id AND t.seminar_id = $2
             WHERE e.municipality_id = $1 AND e.kind IN ('objective', 'value-marker') AND e.state = 'adopted'
             ORDER BY e.kind, e.prefix, e.year, e.serial"
        ),
        SeminarState::Concluded | SeminarState::Cancelled => concat!(
            standing_columns!(),
            "FROM seminar_standing t JOIN element e ON e.municipality_id = t.municipality_id AND e.id = t.element_id
             WHERE t.municipality_id = $1 AND t.seminar_id = $2 ORDER BY e.kind, e.prefix, e.year, e.serial"
        ),
    };
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(sql).bind(municipality.0).bind(seminar.id.0).fetch_all(c).await)
        .map_err(doing("reading what is in force at a seminar"))?;
    rows.into_iter().map(Row::standing).collect()
}

/// Saves what an element in force is to become, and turns the seminar: version 0 is entered, any other must still stand as it
/// was read.
///
/// # Errors
/// Stale where somebody weighed it in the meantime; or a fault.
pub async fn save_standing(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    seminar: SeminarId,
    standing: &Standing,
    event: &Event,
) -> Result<(), Miss> {
    let (title, text, because) = match &standing.verdict {
        Verdict::Keep => ("", "", ""),
        Verdict::Reword { title, text } => (title.as_str(), text.as_str(), ""),
        Verdict::End { because } => ("", "", because.as_str()),
    };
    let saved = on!(tx, c => sqlx::query(if standing.version == 0 {
            "INSERT INTO seminar_standing (municipality_id, seminar_id, element_id, kind, edition, verdict, title, text, because, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 + 1) ON CONFLICT (municipality_id, seminar_id, element_id) DO NOTHING"
        } else {
            "UPDATE seminar_standing SET kind = $4, edition = $5, verdict = $6, title = $7, text = $8, because = $9,
                version = version + 1
             WHERE municipality_id = $1 AND seminar_id = $2 AND element_id = $3 AND version = $10"
        })
        .bind(permit.municipality().0).bind(seminar.0).bind(standing.element.0).bind(standing.kind.as_str())
        .bind(i64::from(standing.edition)).bind(standing.verdict.name().as_str()).bind(title).bind(text).bind(because)
        .bind(standing.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving what an objective is to become"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    turn(tx, permit, seminar).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Seminar, id: seminar.0 }, event).await?;
    Ok(())
}

/// Keeps, when a seminar is concluded, everything that was in force: what nobody weighed stands. And takes away what was
/// weighed and ended before the seminar did. The line stands with the deed that concluded it.
///
/// # Errors
/// A fault.
pub async fn freeze_standing(tx: &mut Tx, permit: &Permit, seminar: SeminarId) -> Result<(), Fault> {
    const FREEZING: &str = "keeping what was in force at a seminar";
    on!(tx, c => sqlx::query(
        "DELETE FROM seminar_standing WHERE municipality_id = $1 AND seminar_id = $2 AND element_id NOT IN (
            SELECT e.id FROM element e WHERE e.municipality_id = $1 AND e.state = 'adopted')")
        .bind(permit.municipality().0).bind(seminar.0).execute(c).await.map(|_| ()))
    .map_err(doing(FREEZING))?;
    on!(tx, c => sqlx::query(
        "INSERT INTO seminar_standing (municipality_id, seminar_id, element_id, kind, edition, verdict, title, text, because, version)
         SELECT e.municipality_id, $2, e.id, e.kind, e.edition, 'keep', '', '', '', 1
         FROM element e
         WHERE e.municipality_id = $1 AND e.kind IN ('objective', 'value-marker') AND e.state = 'adopted'
         ON CONFLICT (municipality_id, seminar_id, element_id) DO NOTHING")
        .bind(permit.municipality().0).bind(seminar.0).execute(c).await.map(|_| ()))
    .map_err(doing(FREEZING))
}
