//! Reports saved: what people wrote whole, with mark and outlook read out into columns of their own.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{Mark, Outlook, Report, ReportContent, Stamp};
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::Permit;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, doing};
use crate::value::{Ts, id_rows};

/// A report to be saved, with what its figures say and what happened.
#[derive(Clone, PartialEq, Debug)]
pub struct ReportSave {
    /// The report.
    pub report: Report,
    /// What its figures suggest.
    pub suggested: Option<Mark>,
    /// Which way its figures have gone since the last closed round.
    pub trend: Option<Trend>,
    /// What happened; `None` only where somebody's own draft is kept while they write.
    pub event: Option<Event>,
}

/// Saves reports: each must still stand as it was read. The lines stand in the histories of the goals.
///
/// # Errors
/// Stale where somebody saved one of them in the meantime; or a fault.
pub async fn save_reports(tx: &mut Tx, permit: &Permit, at: Timestamp, reports: &[ReportSave]) -> Result<(), Miss> {
    for save in reports {
        if write(tx, permit, save).await? == 0 {
            return Err(Miss::Stale);
        }
        if let Some(event) = &save.event {
            audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: save.report.goal.0 }, event).await?;
        }
    }
    Ok(())
}

async fn write(tx: &mut Tx, permit: &Permit, save: &ReportSave) -> Result<u64, Fault> {
    let report = &save.report;
    let content = written(&report.content)?;
    let by = |stamp: Option<Stamp>| stamp.map(|s| s.person.0);
    let instead_of = |stamp: Option<Stamp>| stamp.and_then(|s| s.standing_in_for).map(|p| p.0);
    let when = |stamp: Option<Stamp>| stamp.map(|s| Ts(s.at));
    on!(tx, c => sqlx::query(
        "UPDATE report SET state = $4, mark = $5, outlook = $6, suggested = $7, trend = $8, content = $9, submitted_by = $10,
            submitted_for = $11, submitted_at = $12, answered_by = $13, answered_for = $14, answered_at = $15, note = $16,
            version = version + 1
         WHERE municipality_id = $1 AND round_id = $2 AND goal_id = $3 AND version = $17")
        .bind(permit.municipality().0).bind(report.round.0).bind(report.goal.0).bind(report.state.as_str())
        .bind(report.content.mark.map(Mark::as_str)).bind(report.content.outlook.map(Outlook::as_str))
        .bind(save.suggested.map(Mark::as_str)).bind(save.trend.map(Trend::as_str)).bind(&content)
        .bind(by(report.submitted)).bind(instead_of(report.submitted)).bind(when(report.submitted))
        .bind(by(report.answered)).bind(instead_of(report.answered)).bind(when(report.answered))
        .bind(report.note.as_str()).bind(report.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("saving a report"))
}

fn written(content: &ReportContent) -> Result<String, Fault> {
    serde_json::to_string(content).map_err(|e| doing("writing down a report")(sqlx::Error::Encode(Box::new(e))))
}

/// Lets the reports on goals that were handed over follow them to another unit, in the rounds that still run. The line stands
/// with the deed that handed the goals over. Gives how many reports followed.
///
/// # Errors
/// A fault.
pub async fn move_reports(tx: &mut Tx, permit: &Permit, goals: &[ElementId], to: UnitId) -> Result<u64, Fault> {
    let sql = spoken(
        tx.engine(),
        "UPDATE report SET unit_id = $2, level = (SELECT u.level FROM unit u WHERE u.municipality_id = $1 AND u.id = $2)
         WHERE municipality_id = $1
           AND round_id IN (SELECT n.id FROM round n WHERE n.municipality_id = $1 AND n.state <> 'closed')
           AND goal_id IN (SELECT id_of(i.value ->> 0) FROM rows_of($3) i)",
    );
    on!(tx, c => sqlx::query(sql)
        .bind(permit.municipality().0).bind(to.0).bind(id_rows(goals.iter().map(|g| g.0)))
        .execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("moving reports to another unit"))
}
