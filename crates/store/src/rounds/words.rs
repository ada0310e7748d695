//! A unit's own assessment, and how owners judge their own objectives, policies, guideposts and focus areas.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::rounds::{Assessment, Judgement};
use pejl_kernel::{ElementId, MunicipalityId, RoundId, UnitId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::read::{one_mark, prose, stamp};
use super::round::{MentionCells, RoundMention, round_mention};
use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, doing};
use crate::value::Ts;

#[derive(sqlx::FromRow)]
struct AssessmentRow {
    text: String,
    asked: String,
    by_id: Uuid,
    standing_in_for: Option<Uuid>,
    at: Ts,
    version: i64,
}

/// A unit's assessment in a round; `None` where it has written none.
///
/// # Errors
/// A fault.
pub async fn assessment(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: RoundId,
    unit: UnitId,
) -> Result<Option<Assessment>, Fault> {
    let row: Option<AssessmentRow> = on!(tx, c => sqlx::query_as(
        "SELECT text, asked, by_id, standing_in_for, at, version FROM assessment
         WHERE municipality_id = $1 AND round_id = $2 AND unit_id = $3")
        .bind(municipality.0).bind(round.0).bind(unit.0).fetch_optional(c).await)
    .map_err(doing("loading an assessment"))?;
    row.map(|r| {
        Ok(Assessment {
            round,
            unit,
            text: prose(&r.text)?,
            asked: prose(&r.asked)?,
            stamp: stamp(r.by_id, r.standing_in_for, r.at),
            version: r.version,
        })
    })
    .transpose()
}

/// Saves an assessment: version 0 is entered, any other must still stand as it was read. The line stands in the history of
/// the unit.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_assessment(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    assessment: &Assessment,
    event: &Event,
) -> Result<(), Miss> {
    let (by, instead_of, when) = (assessment.stamp.person, assessment.stamp.standing_in_for, assessment.stamp.at);
    let saved = on!(tx, c => sqlx::query(if assessment.version == 0 {
            "INSERT INTO assessment (municipality_id, round_id, unit_id, text, asked, by_id, standing_in_for, at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1) ON CONFLICT (municipality_id, round_id, unit_id) DO NOTHING"
        } else {
            "UPDATE assessment SET text = $4, asked = $5, by_id = $6, standing_in_for = $7, at = $8, version = version + 1
             WHERE municipality_id = $1 AND round_id = $2 AND unit_id = $3 AND version = $9"
        })
        .bind(permit.municipality().0).bind(assessment.round.0).bind(assessment.unit.0).bind(assessment.text.as_str())
        .bind(assessment.asked.as_str()).bind(by.0).bind(instead_of.map(|p| p.0)).bind(Ts(when)).bind(assessment.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving an assessment"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Unit, id: assessment.unit.0 }, event).await?;
    Ok(())
}

/// The columns of a judgement; it is called `j`.
macro_rules! judgement_columns {
    () => {
        "j.round_id AS judged_in, j.element_id, j.mark, j.grounds, j.by_id, j.standing_in_for, j.at, j.version"
    };
}

#[derive(sqlx::FromRow)]
struct JudgementRow {
    judged_in: Uuid,
    element_id: Uuid,
    mark: String,
    grounds: String,
    by_id: Uuid,
    standing_in_for: Option<Uuid>,
    at: Ts,
    version: i64,
}

impl JudgementRow {
    fn judgement(self) -> Result<Judgement, Fault> {
        Ok(Judgement {
            round: self.judged_in.into(),
            element: self.element_id.into(),
            mark: one_mark(&self.mark)?,
            grounds: prose(&self.grounds)?,
            stamp: stamp(self.by_id, self.standing_in_for, self.at),
            version: self.version,
        })
    }
}

/// How an element is judged in a round; `None` where nobody has.
///
/// # Errors
/// A fault.
pub async fn judgement(
    tx: &mut Tx,
    municipality: MunicipalityId,
    round: RoundId,
    element: ElementId,
) -> Result<Option<Judgement>, Fault> {
    let row: Option<JudgementRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", judgement_columns!(), " FROM judgement j WHERE j.municipality_id = $1 AND j.round_id = $2 AND j.element_id = $3"))
        .bind(municipality.0).bind(round.0).bind(element.0).fetch_optional(c).await)
    .map_err(doing("loading a judgement"))?;
    row.map(JudgementRow::judgement).transpose()
}

/// How a unit judges its own elements in a round: for the forms, which need the versions.
///
/// # Errors
/// A fault.
pub async fn judgements_by_owner(tx: &mut Tx, sight: &Sight, round: RoundId, owner: UnitId) -> Result<Vec<Judgement>, Fault> {
    let rows: Vec<JudgementRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", judgement_columns!(), " FROM element e CROSS JOIN judgement j
         WHERE e.municipality_id = $1 AND e.owner_id = $3 AND j.municipality_id = $1 AND j.round_id = $2 AND j.element_id = e.id
         ORDER BY e.prefix, e.year, e.serial"))
        .bind(sight.municipality().0).bind(round.0).bind(owner.0).fetch_all(c).await)
    .map_err(doing("reading a unit's judgements"))?;
    rows.into_iter().map(JudgementRow::judgement).collect()
}

#[derive(sqlx::FromRow)]
struct JudgedInRow {
    #[sqlx(flatten)]
    round: MentionCells,
    #[sqlx(flatten)]
    judgement: JudgementRow,
}

/// How an element was judged, newest round first.
///
/// # Errors
/// A fault.
pub async fn judgements_of(tx: &mut Tx, sight: &Sight, element: ElementId) -> Result<Vec<(RoundMention, Judgement)>, Fault> {
    let rows: Vec<JudgedInRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", round_mention!(), ", ", judgement_columns!(), "
         FROM judgement j CROSS JOIN round n
         WHERE j.municipality_id = $1 AND j.element_id = $2 AND n.municipality_id = $1 AND n.id = j.round_id
         ORDER BY n.cut_off DESC, n.id"))
        .bind(sight.municipality().0).bind(element.0).fetch_all(c).await)
    .map_err(doing("reading the judgements of an element"))?;
    rows.into_iter().map(|r| Ok((r.round.mention()?, r.judgement.judgement()?))).collect()
}

/// Saves a judgement: version 0 is entered, any other must still stand as it was read. The line stands in the history of the
/// element.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_judgement(tx: &mut Tx, permit: &Permit, at: Timestamp, judgement: &Judgement, event: &Event) -> Result<(), Miss> {
    let (by, instead_of, when) = (judgement.stamp.person, judgement.stamp.standing_in_for, judgement.stamp.at);
    let saved = on!(tx, c => sqlx::query(if judgement.version == 0 {
            "INSERT INTO judgement (municipality_id, round_id, element_id, mark, grounds, by_id, standing_in_for, at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1) ON CONFLICT (municipality_id, round_id, element_id) DO NOTHING"
        } else {
            "UPDATE judgement SET mark = $4, grounds = $5, by_id = $6, standing_in_for = $7, at = $8, version = version + 1
             WHERE municipality_id = $1 AND round_id = $2 AND element_id = $3 AND version = $9"
        })
        .bind(permit.municipality().0).bind(judgement.round.0).bind(judgement.element.0).bind(judgement.mark.as_str())
        .bind(judgement.grounds.as_str()).bind(by.0).bind(instead_of.map(|p| p.0)).bind(Ts(when)).bind(judgement.version)
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a judgement"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: judgement.element.0 }, event).await?;
    Ok(())
}
