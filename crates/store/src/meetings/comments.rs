//! What those who were there say to the minutes.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::meetings::Comment;
use pejl_kernel::{MeetingId, MunicipalityId};
use pejl_policy::Permit;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::Ts;

/// A comment with the name of who gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommentRow {
    /// In words.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What was said to the minutes, in order. One statement.
///
/// # Errors
/// A fault.
pub async fn comments(tx: &mut Tx, municipality: MunicipalityId, meeting: MeetingId) -> Result<Vec<CommentRow>, Fault> {
    let rows: Vec<(String, String, Ts)> = on!(tx, c => sqlx::query_as(
        "SELECT k.text, p.name, k.at FROM minutes_comment k JOIN person p ON p.municipality_id = $1 AND p.id = k.by_id
         WHERE k.municipality_id = $1 AND k.meeting_id = $2 ORDER BY k.at, k.text")
        .bind(municipality.0).bind(meeting.0).fetch_all(c).await)
    .map_err(doing("reading what was said to the minutes"))?;
    Ok(rows.into_iter().map(|(text, by, at)| CommentRow { text, by, at: at.0 }).collect())
}

/// Writes a comment down; whether it was new.
///
/// # Errors
/// A fault.
pub async fn save_comment(tx: &mut Tx, permit: &Permit, at: Timestamp, comment: &Comment, event: &Event) -> Result<bool, Fault> {
    let stamp = comment.stamp;
    let saved = on!(tx, c => sqlx::query(
        "INSERT INTO minutes_comment (municipality_id, meeting_id, by_id, text, standing_in_for, at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, meeting_id, by_id, text) DO NOTHING")
        .bind(permit.municipality().0).bind(comment.meeting.0).bind(stamp.person.0).bind(comment.text.as_str())
        .bind(stamp.standing_in_for.map(|p| p.0)).bind(Ts(stamp.at)).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("commenting on minutes"))?;
    if saved > 0 {
        audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: comment.meeting.0 }, event).await?;
    }
    Ok(saved > 0)
}
