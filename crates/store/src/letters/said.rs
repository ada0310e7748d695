//! What people say to a letter: input before it is sent out with what became of it, and comments after.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::letters::{Became, Comment, Given, Input, InputFrom};
use pejl_domain::models::Key;
use pejl_domain::rounds::Stamp;
use pejl_kernel::{LetterCommentId, LetterId, LetterInputId, Line, MunicipalityId, PersonId, Prose};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::chain::mention::key;
use crate::db::{Tx, on};
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::value::Ts;

const READING: &str = "reading what was said to a strategy letter";

/// An input as a page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputRow {
    /// The input.
    pub input: Input,
    /// The name of whoever wrote it down.
    pub by: String,
    /// 12 is E-12, where it is a unit's.
    pub unit: Option<i64>,
    /// The name of whoever said what became of it; empty before.
    pub answered_by: String,
}

/// A comment as a page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommentRow {
    /// The comment.
    pub comment: Comment,
    /// Whose it is.
    pub by: String,
}

/// The columns of an input; it is called `i`.
macro_rules! input_columns {
    () => {
        "i.id, i.letter_id, i.giver, i.giver_name, i.unit_id, i.theme, i.text, i.by_id, i.standing_in_for, i.at, i.became, i.because,
            i.answered_by, i.answered_for, i.answered_at, i.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    letter_id: Uuid,
    giver: String,
    giver_name: String,
    unit_id: Option<Uuid>,
    theme: Option<String>,
    text: String,
    by_id: Uuid,
    standing_in_for: Option<Uuid>,
    at: Ts,
    became: Option<String>,
    because: String,
    answered_by: Option<Uuid>,
    answered_for: Option<Uuid>,
    answered_at: Option<Ts>,
    version: i64,
}

fn stamp(person: Uuid, standing_in_for: Option<Uuid>, at: Ts) -> Stamp {
    Stamp { person: person.into(), standing_in_for: standing_in_for.map(PersonId), at: at.0 }
}

/// Their words are kept out of the fault: it is logged.
fn prose<const MOST: usize>(text: &str) -> Result<Prose<MOST>, Fault> {
    Prose::parse(text).map_err(|_| corrupt(READING, "a long text", "a text"))
}

fn line(text: &str) -> Result<Line<200>, Fault> {
    Line::parse(text).map_err(|_| corrupt(READING, "a long name", "a name"))
}

fn theme(text: Option<&str>) -> Result<Option<Key>, Fault> {
    text.map(key).transpose()
}

impl Row {
    fn input(self) -> Result<Input, Fault> {
        let from = match (self.giver.as_str(), self.unit_id) {
            ("network", _) => InputFrom::Network(line(&self.giver_name)?),
            ("unit", Some(unit)) => InputFrom::Unit(unit.into(), line(&self.giver_name)?),
            ("person", _) => InputFrom::Person,
            (other, _) => return Err(corrupt(READING, other, "for whom an input is given")),
        };
        let answered = self.answered_by.zip(self.answered_at);
        let became = match (self.became, answered) {
            (Some(became), Some((by, at))) => Some(Given {
                became: Became::parse(&became).ok_or_else(|| corrupt(READING, &became, "what became of an input"))?,
                because: prose(&self.because)?,
                stamp: stamp(by, self.answered_for, at),
            }),
            _ => None,
        };
        Ok(Input {
            id: self.id.into(),
            letter: self.letter_id.into(),
            from,
            theme: theme(self.theme.as_deref())?,
            text: prose(&self.text)?,
            stamp: stamp(self.by_id, self.standing_in_for, self.at),
            became,
            version: self.version,
        })
    }
}

/// One input, for a deed.
///
/// # Errors
/// Not found, or a fault.
pub async fn input(tx: &mut Tx, municipality: MunicipalityId, id: LetterInputId) -> Result<Input, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", input_columns!(), " FROM letter_input i WHERE i.municipality_id = $1 AND i.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading an input to a strategy letter"))?;
    Ok(row.ok_or(Miss::NotFound)?.input()?)
}

#[derive(sqlx::FromRow)]
struct SeenRow {
    #[sqlx(flatten)]
    input: Row,
    by_name: String,
    unit_serial: Option<i64>,
    answered_name: Option<String>,
}

/// Every input to a letter, oldest first.
///
/// # Errors
/// A fault.
pub async fn inputs(tx: &mut Tx, sight: &Sight, letter: LetterId) -> Result<Vec<InputRow>, Fault> {
    let rows: Vec<SeenRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", input_columns!(), ", p.name AS by_name, u.serial AS unit_serial, w.name AS answered_name
         FROM letter_input i
         JOIN person p ON p.municipality_id = $1 AND p.id = i.by_id
         LEFT JOIN unit u ON u.municipality_id = $1 AND u.id = i.unit_id
         LEFT JOIN person w ON w.municipality_id = $1 AND w.id = i.answered_by
         WHERE i.municipality_id = $1 AND i.letter_id = $2 ORDER BY i.at, i.id"))
        .bind(sight.municipality().0).bind(letter.0).fetch_all(c).await)
    .map_err(doing("listing the input to a strategy letter"))?;
    rows.into_iter()
        .map(|row| {
            Ok(InputRow {
                input: row.input.input()?,
                by: row.by_name,
                unit: row.unit_serial,
                answered_by: row.answered_name.unwrap_or_default(),
            })
        })
        .collect()
}

/// How many inputs to a letter wait for a word about what became of them.
///
/// # Errors
/// A fault.
pub async fn unanswered(tx: &mut Tx, municipality: MunicipalityId, letter: LetterId) -> Result<usize, Fault> {
    let many: i64 = on!(tx, c => sqlx::query_scalar(
        "SELECT count(*) FROM letter_input i WHERE i.municipality_id = $1 AND i.letter_id = $2 AND i.became IS NULL")
        .bind(municipality.0).bind(letter.0).fetch_one(c).await)
    .map_err(doing("counting unanswered input"))?;
    Ok(usize::try_from(many).unwrap_or(0))
}

/// The same input, by the same person in the same words: given already; `None` where it was not.
///
/// # Errors
/// A fault.
pub async fn same_input(tx: &mut Tx, municipality: MunicipalityId, given: &Input) -> Result<Option<Input>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", input_columns!(), " FROM letter_input i
         WHERE i.municipality_id = $1 AND i.letter_id = $2 AND i.by_id = $3 AND i.text = $4 AND i.giver = $5
         ORDER BY i.at, i.id LIMIT 1"))
        .bind(municipality.0).bind(given.letter.0).bind(given.stamp.person.0).bind(given.text.as_str())
        .bind(given.from.as_str()).fetch_optional(c).await)
    .map_err(doing("looking for the same input"))?;
    row.map(Row::input).transpose()
}

/// Saves an input: version 0 is entered, any other must still stand as it was read, and only what became of it changes. The
/// line stands in the letter's history.
///
/// # Errors
/// Stale where somebody answered it in the meantime, or a fault.
pub async fn save_input(tx: &mut Tx, permit: &Permit, at: Timestamp, input: &Input, event: &Event) -> Result<(), Miss> {
    let (name, unit) = match &input.from {
        InputFrom::Network(name) => (name.as_str(), None),
        InputFrom::Unit(unit, name) => (name.as_str(), Some(unit.0)),
        InputFrom::Person => ("", None),
    };
    let given = input.became.as_ref();
    let saved = if input.version == 0 {
        on!(tx, c => sqlx::query(
            "INSERT INTO letter_input (municipality_id, id, letter_id, giver, giver_name, unit_id, theme, text, by_id, standing_in_for,
                at, because, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', 1)")
            .bind(permit.municipality().0).bind(input.id.0).bind(input.letter.0).bind(input.from.as_str()).bind(name).bind(unit)
            .bind(input.theme.as_ref().map(Key::as_str)).bind(input.text.as_str()).bind(input.stamp.person.0)
            .bind(input.stamp.standing_in_for.map(|p| p.0)).bind(Ts(input.stamp.at)).execute(c).await.map(|r| r.rows_affected()))
    } else {
        on!(tx, c => sqlx::query(
            "UPDATE letter_input SET became = $3, because = $4, answered_by = $5, answered_for = $6, answered_at = $7,
                version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $8")
            .bind(permit.municipality().0).bind(input.id.0).bind(given.map(|g| g.became.as_str()))
            .bind(given.map(|g| g.because.as_str()).unwrap_or_default()).bind(given.map(|g| g.stamp.person.0))
            .bind(given.and_then(|g| g.stamp.standing_in_for).map(|p| p.0)).bind(given.map(|g| Ts(g.stamp.at)))
            .bind(input.version).execute(c).await.map(|r| r.rows_affected()))
    }
    .map_err(doing("saving an input to a strategy letter"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Letter, id: input.letter.0 }, event).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct CommentCells {
    id: Uuid,
    letter_id: Uuid,
    theme: Option<String>,
    text: String,
    by_id: Uuid,
    standing_in_for: Option<Uuid>,
    at: Ts,
    by_name: String,
}

/// Every comment on a letter, oldest first.
///
/// # Errors
/// A fault.
pub async fn comments(tx: &mut Tx, sight: &Sight, letter: LetterId) -> Result<Vec<CommentRow>, Fault> {
    let rows: Vec<CommentCells> = on!(tx, c => sqlx::query_as(
        "SELECT k.id, k.letter_id, k.theme, k.text, k.by_id, k.standing_in_for, k.at, p.name AS by_name
         FROM letter_comment k JOIN person p ON p.municipality_id = $1 AND p.id = k.by_id
         WHERE k.municipality_id = $1 AND k.letter_id = $2 ORDER BY k.at, k.id")
        .bind(sight.municipality().0).bind(letter.0).fetch_all(c).await)
    .map_err(doing("listing the comments on a strategy letter"))?;
    rows.into_iter()
        .map(|row| {
            let comment = Comment {
                id: row.id.into(),
                letter: row.letter_id.into(),
                theme: theme(row.theme.as_deref())?,
                text: prose(&row.text)?,
                stamp: stamp(row.by_id, row.standing_in_for, row.at),
            };
            Ok(CommentRow { comment, by: row.by_name })
        })
        .collect()
}

/// The same comment, by the same person in the same words; `None` where it was not made before.
///
/// # Errors
/// A fault.
pub async fn same_comment(tx: &mut Tx, municipality: MunicipalityId, made: &Comment) -> Result<Option<LetterCommentId>, Fault> {
    let id: Option<Uuid> = on!(tx, c => sqlx::query_scalar(
        "SELECT k.id FROM letter_comment k
         WHERE k.municipality_id = $1 AND k.letter_id = $2 AND k.by_id = $3 AND k.text = $4 ORDER BY k.at, k.id LIMIT 1")
        .bind(municipality.0).bind(made.letter.0).bind(made.stamp.person.0).bind(made.text.as_str()).fetch_optional(c).await)
    .map_err(doing("looking for the same comment"))?;
    Ok(id.map(LetterCommentId))
}

/// Enters a comment; the line stands in the letter's history.
///
/// # Errors
/// A fault.
pub async fn save_comment(tx: &mut Tx, permit: &Permit, at: Timestamp, comment: &Comment, event: &Event) -> Result<(), Fault> {
    on!(tx, c => sqlx::query(
        "INSERT INTO letter_comment (municipality_id, id, letter_id, theme, text, by_id, standing_in_for, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(permit.municipality().0).bind(comment.id.0).bind(comment.letter.0).bind(comment.theme.as_ref().map(Key::as_str))
        .bind(comment.text.as_str()).bind(comment.stamp.person.0).bind(comment.stamp.standing_in_for.map(|p| p.0))
        .bind(Ts(comment.stamp.at)).execute(c).await.map(|_| ()))
    .map_err(doing("entering a comment on a strategy letter"))?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Letter, id: comment.letter.0 }, event).await
}
