//! What documents a report. The bytes of a file are read one file at a time, and only by those who see the report's words.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::rounds::evidence::{Evidence, EvidenceKind, Media};
use pejl_kernel::{ElementId, EvidenceId, Line, MunicipalityId, RoundId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use super::{held, words_seen};
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::sight::{mine, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::{Ts, id_rows};

const READING: &str = "reading a piece of evidence";

/// The columns of a piece of evidence, without its bytes; it is called `v`.
macro_rules! evidence_columns {
    () => {
        "v.id, v.round_id, v.goal_id, v.title, v.kind, v.value, v.media, v.size, v.hash, v.by_id, v.at"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    round_id: Uuid,
    goal_id: Uuid,
    title: String,
    kind: String,
    value: String,
    media: Option<String>,
    size: Option<i64>,
    hash: Option<String>,
    by_id: Uuid,
    at: Ts,
}

impl Row {
    fn evidence(self) -> Result<Evidence, Fault> {
        let line = |text: &str| Line::parse(text).map_err(|_| corrupt(READING, text, "a line"));
        let kind = match (self.kind.as_str(), self.media, self.size, self.hash) {
            ("link", None, None, None) => EvidenceKind::Link(self.value),
            ("figure", None, None, None) => EvidenceKind::Figure(line(&self.value)?),
            ("file", Some(media), Some(size), Some(hash)) => EvidenceKind::File {
                name: self.value,
                media: Media::parse(&media).ok_or_else(|| corrupt(READING, media, "a kind of file"))?,
                size: u64::try_from(size).map_err(|_| corrupt(READING, size.to_string(), "a size"))?,
                hash,
            },
            (other, ..) => return Err(corrupt(READING, other, "a kind of evidence")),
        };
        Ok(Evidence {
            id: self.id.into(),
            round: self.round_id.into(),
            goal: self.goal_id.into(),
            title: line(&self.title)?,
            kind,
            by: self.by_id.into(),
            at: self.at.0,
        })
    }
}

/// One piece of evidence, for a deed.
///
/// # Errors
/// Not found, or a fault.
pub async fn evidence(tx: &mut Tx, municipality: MunicipalityId, id: EvidenceId) -> Result<Evidence, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", evidence_columns!(), " FROM evidence v WHERE v.municipality_id = $1 AND v.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a piece of evidence"))?;
    Ok(row.ok_or(Miss::NotFound)?.evidence()?)
}

/// What documents the reports on these goals, oldest first; only where the words of the report are seen.
///
/// # Errors
/// A fault.
pub async fn evidence_of(tx: &mut Tx, sight: &Sight, round: RoundId, goals: &[ElementId]) -> Result<Vec<Evidence>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            held!(),
            "SELECT ",
            evidence_columns!(),
            " FROM rows_of($6) i CROSS JOIN report r CROSS JOIN evidence v
         WHERE r.municipality_id = $1 AND r.round_id = $5 AND r.goal_id = id_of(i.value ->> 0)
           AND v.municipality_id = $1 AND v.round_id = r.round_id AND v.goal_id = r.goal_id AND ",
            words_seen!(),
            "
         ORDER BY v.at, v.id"
        ),
    );
    let rows: Vec<Row> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(round.0).bind(id_rows(goals.iter().map(|g| g.0))).fetch_all(c).await)
    .map_err(doing("listing evidence"))?;
    rows.into_iter().map(Row::evidence).collect()
}

#[derive(sqlx::FromRow)]
struct FileRow {
    #[sqlx(flatten)]
    evidence: Row,
    bytes: Vec<u8>,
}

/// The bytes of a file.
///
/// # Errors
/// Not found, also where it is no file or the words of its report are not seen; or a fault.
pub async fn evidence_bytes(tx: &mut Tx, sight: &Sight, id: EvidenceId) -> Result<(Evidence, Vec<u8>), Miss> {
    let row: Option<FileRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(concat!(mine!(), held!(),
        "SELECT ", evidence_columns!(), ", v.bytes FROM evidence v CROSS JOIN report r
         WHERE v.municipality_id = $1 AND v.id = $5 AND v.bytes IS NOT NULL
           AND r.municipality_id = $1 AND r.round_id = v.round_id AND r.goal_id = v.goal_id AND ", words_seen!())))
        .bind(id.0).fetch_optional(c).await)
    .map_err(doing("reading a file"))?;
    let row = row.ok_or(Miss::NotFound)?;
    Ok((row.evidence.evidence()?, row.bytes))
}

/// Attaches a piece of evidence; `bytes` is the content of a file and of nothing else. The line stands in the history of the
/// goal.
///
/// # Errors
/// A fault.
pub async fn save_evidence(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    evidence: &Evidence,
    bytes: Option<&[u8]>,
    event: &Event,
) -> Result<(), Fault> {
    let (kind, value, file) = match &evidence.kind {
        EvidenceKind::Link(address) => ("link", address.as_str(), None),
        EvidenceKind::Figure(figure) => ("figure", figure.as_str(), None),
        EvidenceKind::File { name, media, size, hash } => ("file", name.as_str(), Some((media.as_str(), *size, hash.as_str()))),
    };
    let size = file.map(|(_, size, _)| i64::try_from(size).unwrap_or(i64::MAX));
    on!(tx, c => sqlx::query(
        "INSERT INTO evidence (municipality_id, id, round_id, goal_id, title, kind, value, media, size, hash, bytes, by_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
        .bind(permit.municipality().0).bind(evidence.id.0).bind(evidence.round.0).bind(evidence.goal.0)
        .bind(evidence.title.as_str()).bind(kind).bind(value).bind(file.map(|(media, _, _)| media)).bind(size)
        .bind(file.map(|(_, _, hash)| hash)).bind(bytes).bind(evidence.by.0).bind(Ts(evidence.at))
        .execute(c).await.map(|_| ()))
    .map_err(doing("attaching a piece of evidence"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: evidence.goal.0 }, event).await
}

/// Takes a piece of evidence away. The line stands in the history of the goal.
///
/// # Errors
/// Stale where somebody has taken it away already, or a fault.
pub async fn remove_evidence(tx: &mut Tx, permit: &Permit, at: Timestamp, evidence: &Evidence, event: &Event) -> Result<(), Miss> {
    let removed = on!(tx, c => sqlx::query("DELETE FROM evidence WHERE municipality_id = $1 AND id = $2")
        .bind(permit.municipality().0).bind(evidence.id.0).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing("taking away a piece of evidence"))?;
    if removed == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Element, id: evidence.goal.0 }, event).await?;
    Ok(())
}
