//! Letters: loaded, listed, saved; and the text that was sent out, as it was kept.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::letters::{InputRound, Letter, LetterContent, LetterState, SealedLetter, YearThemes};
use pejl_kernel::{LetterId, MunicipalityId, PersonId};
use pejl_policy::{Permit, Sight};
use uuid::Uuid;

use crate::audit::{self, Subject, SubjectKind};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::value::{DbDate, id_rows, maybe_date};

const READING: &str = "reading a strategy letter";

/// A letter with how much was said to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterRow {
    /// The letter.
    pub letter: Letter,
    /// How many inputs were given.
    pub inputs: usize,
    /// Of these: how many wait for a word about what became of them.
    pub waiting: usize,
    /// How many comments there are.
    pub comments: usize,
}

/// What is kept of a letter that is sent out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent<'s> {
    /// The sealed text.
    pub sealed: &'s SealedLetter,
    /// What the agreements of its year must answer.
    pub asked: &'s YearThemes,
}

/// The columns of a letter; it is called `l`.
macro_rules! letter_columns {
    () => {
        "l.id, l.year, l.state, l.content, l.input_from, l.input_to, l.published_on, l.seal, l.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    year: i64,
    state: String,
    content: String,
    input_from: Option<DbDate>,
    input_to: Option<DbDate>,
    published_on: Option<DbDate>,
    seal: String,
    version: i64,
}

impl Row {
    fn letter(self) -> Result<Letter, Fault> {
        let round = self.input_from.zip(self.input_to);
        Ok(Letter {
            id: self.id.into(),
            year: i16::try_from(self.year).map_err(|_| corrupt(READING, self.year.to_string(), "a year"))?,
            state: LetterState::parse(&self.state).ok_or_else(|| corrupt(READING, &self.state, "a state of a letter"))?,
            content: content(&self.content)?,
            input: round.map(|(from, to)| InputRound { from: from.to_jiff(), to: to.to_jiff() }),
            published: self.published_on.map(DbDate::to_jiff),
            seal: self.seal,
            version: self.version,
        })
    }
}

/// Their words are kept out of the fault: it is logged.
fn content(text: &str) -> Result<LetterContent, Fault> {
    serde_json::from_str(text).map_err(|e| corrupt(READING, e.to_string(), "what people write in a letter"))
}

/// One letter.
///
/// # Errors
/// Not found, or a fault.
pub async fn letter(tx: &mut Tx, municipality: MunicipalityId, id: LetterId) -> Result<Letter, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", letter_columns!(), " FROM letter l WHERE l.municipality_id = $1 AND l.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a strategy letter"))?;
    Ok(row.ok_or(Miss::NotFound)?.letter()?)
}

/// The letter of a year.
///
/// # Errors
/// Not found, or a fault.
pub async fn letter_at(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Letter, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", letter_columns!(), " FROM letter l WHERE l.municipality_id = $1 AND l.year = $2"))
        .bind(municipality.0).bind(i64::from(year)).fetch_optional(c).await)
    .map_err(doing("loading the strategy letter of a year"))?;
    Ok(row.ok_or(Miss::NotFound)?.letter()?)
}

/// The last letter published for a year before this one.
///
/// # Errors
/// A fault.
pub async fn before(tx: &mut Tx, municipality: MunicipalityId, year: i16) -> Result<Option<Letter>, Fault> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", letter_columns!(), " FROM letter l
         WHERE l.municipality_id = $1 AND l.year < $2 AND l.seal <> '' ORDER BY l.year DESC LIMIT 1"))
        .bind(municipality.0).bind(i64::from(year)).fetch_optional(c).await)
    .map_err(doing("looking for the strategy letter before"))?;
    row.map(Row::letter).transpose()
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    letter: Row,
    inputs: i64,
    waiting: i64,
    comments: i64,
}

/// Every letter, the newest year first. Which of them a reader may see is for the floor above: it knows who keeps letters.
///
/// # Errors
/// A fault.
pub async fn letters(tx: &mut Tx, sight: &Sight) -> Result<Vec<LetterRow>, Fault> {
    let rows: Vec<CountedRow> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", letter_columns!(), ",
            (SELECT count(*) FROM letter_input i WHERE i.municipality_id = $1 AND i.letter_id = l.id) AS inputs,
            (SELECT count(*) FROM letter_input i WHERE i.municipality_id = $1 AND i.letter_id = l.id AND i.became IS NULL) AS waiting,
            (SELECT count(*) FROM letter_comment k WHERE k.municipality_id = $1 AND k.letter_id = l.id) AS comments
         FROM letter l WHERE l.municipality_id = $1 ORDER BY l.year DESC"))
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("listing strategy letters"))?;
    let many = |n: i64| usize::try_from(n).unwrap_or(0);
    rows.into_iter()
        .map(|row| {
            Ok(LetterRow {
                inputs: many(row.inputs),
                waiting: many(row.waiting),
                comments: many(row.comments),
                letter: row.letter.letter()?,
            })
        })
        .collect()
}

/// A letter that is under way, with what a person may have to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnderWay {
    /// The year it is for.
    pub year: i16,
    /// Where it stands.
    pub state: LetterState,
    /// The days on which input is taken.
    pub round: InputRound,
    /// How many inputs wait for a word about what became of them.
    pub waiting: usize,
    /// Whether this person has given input.
    pub has_given: bool,
}

/// The letters that leaders are asked about, or whose input is being worked in; the nearest year first.
///
/// # Errors
/// A fault.
pub async fn under_way(tx: &mut Tx, sight: &Sight) -> Result<Vec<UnderWay>, Fault> {
    let rows: Vec<(i64, String, DbDate, DbDate, i64, bool)> = on!(tx, c => sqlx::query_as(
        "SELECT l.year, l.state, l.input_from, l.input_to,
            (SELECT count(*) FROM letter_input i WHERE i.municipality_id = $1 AND i.letter_id = l.id AND i.became IS NULL),
            EXISTS (SELECT 1 FROM letter_input i WHERE i.municipality_id = $1 AND i.letter_id = l.id AND i.by_id = $2)
         FROM letter l
         WHERE l.municipality_id = $1 AND l.state IN ('input-open', 'writing') AND l.input_from IS NOT NULL ORDER BY l.year")
        .bind(sight.municipality().0).bind(sight.person().map(|p| p.0)).fetch_all(c).await)
    .map_err(doing("looking for strategy letters under way"))?;
    rows.into_iter()
        .map(|(year, state, from, to, waiting, has_given)| {
            Ok(UnderWay {
                year: i16::try_from(year).map_err(|_| corrupt(READING, year.to_string(), "a year"))?,
                state: LetterState::parse(&state).ok_or_else(|| corrupt(READING, &state, "a state of a letter"))?,
                round: InputRound { from: from.to_jiff(), to: to.to_jiff() },
                waiting: usize::try_from(waiting).unwrap_or(0),
                has_given,
            })
        })
        .collect()
}

/// Who has given input to the letters that leaders are asked about now, each with the letter's year. One statement.
///
/// # Errors
/// A fault.
pub async fn givers(tx: &mut Tx, sight: &Sight) -> Result<Vec<(i16, PersonId)>, Fault> {
    let rows: Vec<(i64, Uuid)> = on!(tx, c => sqlx::query_as(
        "SELECT DISTINCT l.year, i.by_id FROM letter l JOIN letter_input i ON i.municipality_id = $1 AND i.letter_id = l.id
         WHERE l.municipality_id = $1 AND l.state = 'input-open'")
        .bind(sight.municipality().0).fetch_all(c).await)
    .map_err(doing("looking for who has given input to a strategy letter"))?;
    rows.into_iter()
        .map(|(year, by)| Ok((i16::try_from(year).map_err(|_| corrupt(READING, year.to_string(), "a year"))?, PersonId(by))))
        .collect()
}

/// The text of a letter that was sent out, to the byte, with its seal; empty before.
///
/// # Errors
/// Not found, or a fault.
pub async fn body(tx: &mut Tx, municipality: MunicipalityId, id: LetterId) -> Result<(String, String), Miss> {
    let row: Option<(String, String)> = on!(tx, c => sqlx::query_as(
        "SELECT l.body, l.seal FROM letter l WHERE l.municipality_id = $1 AND l.id = $2")
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("reading the sealed text of a strategy letter"))?;
    row.ok_or(Miss::NotFound)
}

/// Saves a letter: version 0 is entered, any other must still stand as it was read. `sent` only with the deed that sends it
/// out; what is sealed is never written again.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or started the letter of the same year; or a fault.
pub async fn save_letter(
    tx: &mut Tx,
    permit: &Permit,
    at: Timestamp,
    letter: &Letter,
    sent: Option<Sent<'_>>,
    event: &Event,
) -> Result<(), Miss> {
    let content = written(&letter.content)?;
    let (from, to) = (maybe_date(letter.input.map(|r| r.from)), maybe_date(letter.input.map(|r| r.to)));
    let is_sent = sent.is_some();
    let saved = match (letter.version, sent) {
        (0, _) => on!(tx, c => sqlx::query(
            "INSERT INTO letter (municipality_id, id, year, state, content, seal, body, asked, version)
             VALUES ($1, $2, $3, $4, $5, '', '', '', 1) ON CONFLICT (municipality_id, year) DO NOTHING")
            .bind(permit.municipality().0).bind(letter.id.0).bind(i64::from(letter.year)).bind(letter.state.as_str())
            .bind(&content).execute(c).await.map(|r| r.rows_affected())),
        (version, Some(sent)) => {
            let asked = if sent.asked.themes.is_empty() { String::new() } else { written(sent.asked)? };
            on!(tx, c => sqlx::query(
                "UPDATE letter SET state = $3, published_on = $4, seal = $5, body = $6, asked = $7, version = version + 1
                 WHERE municipality_id = $1 AND id = $2 AND version = $8 AND seal = ''")
                .bind(permit.municipality().0).bind(letter.id.0).bind(letter.state.as_str()).bind(maybe_date(letter.published))
                .bind(&sent.sealed.seal).bind(&sent.sealed.text).bind(&asked).bind(version)
                .execute(c).await.map(|r| r.rows_affected()))
        }
        (version, None) => on!(tx, c => sqlx::query(
            "UPDATE letter SET state = $3, content = CASE WHEN seal = '' THEN $4 ELSE content END, input_from = $5, input_to = $6,
                version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $7")
            .bind(permit.municipality().0).bind(letter.id.0).bind(letter.state.as_str()).bind(&content).bind(from).bind(to)
            .bind(version).execute(c).await.map(|r| r.rows_affected())),
    }
    .map_err(doing("saving a strategy letter"))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    if is_sent {
        let (title, body) = (letter.content.title.as_str(), searched(&letter.content));
        search::index(tx, permit.municipality(), SubjectKind::Letter, letter.id.0, (title, &body)).await?;
    }
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Letter, id: letter.id.0 }, event).await?;
    Ok(())
}

/// What a letter is found by once it is sent out, besides its title: every word of it.
fn searched(of: &LetterContent) -> String {
    let mut words = vec![of.opening.as_str(), of.closing.as_str()];
    for heading in &of.headings {
        words.extend([heading.title.as_str(), heading.text.as_str()]);
        words.extend(heading.themes.iter().flat_map(|theme| [theme.name.as_str(), theme.text.as_str()]));
    }
    words.retain(|text| !text.is_empty());
    words.join("\n")
}

/// Letters found by search: their ids, years and titles. Only what has been sent out is found. One statement.
///
/// # Errors
/// A fault.
pub async fn letter_mentions(tx: &mut Tx, sight: &Sight, ids: &[Uuid]) -> Result<Vec<(LetterId, i16, String)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT l.id, l.year, json_of(l.content) ->> 'title' FROM rows_of($2) r CROSS JOIN letter l
         WHERE l.municipality_id = $1 AND l.id = id_of(r.value ->> 0) AND l.seal <> ''",
    );
    let rows: Vec<(Uuid, i64, String)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().copied())).fetch_all(c).await)
    .map_err(doing("reading the strategy letters found"))?;
    let year = |year: i64| i16::try_from(year).map_err(|_| corrupt(READING, year.to_string(), "a year"));
    rows.into_iter().map(|(id, of, title)| Ok((id.into(), year(of)?, title))).collect()
}

fn written(thing: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(thing).map_err(|e| doing("writing down a strategy letter")(sqlx::Error::Encode(Box::new(e))))
}
