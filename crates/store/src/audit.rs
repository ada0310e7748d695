//! The audit trail, which is also every thing's history: append-only, one line per deed in the deed's own transaction,
//! each line carrying the hash of the one before it in its municipality.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_kernel::{MunicipalityId, PersonId};
use pejl_policy::{Permit, Sight};
use sha2::{Digest as _, Sha256};
use sqlx::Row as _;
use uuid::Uuid;

use crate::db::{Tx, on};
use crate::fault::{Fault, corrupt, doing};
use crate::value::Ts;

/// What a line is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// Which kind of thing: `unit`, `element` …
    pub kind: SubjectKind,
    /// Its id.
    pub id: Uuid,
}

/// The kinds of thing that have a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // each is a noun of the glossary
pub enum SubjectKind {
    Municipality,
    Model,
    Unit,
    Person,
    Position,
    Import,
    Account,
    Element,
    Agreement,
    Round,
    Letter,
    Case,
    Meeting,
    Briefing,
    Step,
    Seminar,
}

impl SubjectKind {
    const ALL: [Self; 16] = [
        Self::Municipality,
        Self::Model,
        Self::Unit,
        Self::Person,
        Self::Position,
        Self::Import,
        Self::Account,
        Self::Element,
        Self::Agreement,
        Self::Round,
        Self::Letter,
        Self::Case,
        Self::Step,
        Self::Meeting,
        Self::Briefing,
        Self::Seminar,
    ];

    /// How it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Model => "model",
            Self::Unit => "unit",
            Self::Person => "person",
            Self::Position => "position",
            Self::Import => "import",
            Self::Account => "account",
            Self::Element => "element",
            Self::Agreement => "agreement",
            Self::Round => "round",
            Self::Letter => "letter",
            Self::Case => "case",
            Self::Step => "step",
            Self::Meeting => "meeting",
            Self::Briefing => "briefing",
            Self::Seminar => "seminar",
        }
    }
}

/// One line of the trail, as people read it.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its number in the municipality.
    pub serial: i64,
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the operator at the command line.
    pub person: Option<String>,
    /// In whose place.
    pub standing_in_for: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// What happened.
    pub event: Event,
}

/// The hash a trail starts from.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Opens the trail of a new municipality.
pub(crate) async fn open(tx: &mut Tx, municipality: MunicipalityId) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("INSERT INTO audit_head (municipality_id, serial, hash) VALUES ($1, 0, $2)")
        .bind(municipality.0).bind(START).execute(c).await.map(|_| ()))
    .map_err(doing("opening the audit trail"))
}

/// Writes the line of one deed.
pub(crate) async fn write(tx: &mut Tx, permit: &Permit, at: Timestamp, subject: Subject, event: &Event) -> Result<(), Fault> {
    let municipality = permit.municipality();
    let (serial, previous): (i64, String) = on!(tx, c => sqlx::query_as(
        "UPDATE audit_head SET serial = serial + 1 WHERE municipality_id = $1 RETURNING serial, hash")
        .bind(municipality.0).fetch_one(c).await)
    .map_err(doing("taking the next line of the audit trail"))?;
    let event = serde_json::to_string(event).map_err(|e| doing("writing down an event")(sqlx::Error::Encode(Box::new(e))))?;
    let sealed = Sealed {
        municipality,
        serial,
        at,
        person: permit.person(),
        standing_in_for: permit.standing_in_for(),
        action: permit.action().as_str(),
        subject_kind: subject.kind.as_str(),
        subject: subject.id,
        event: &event,
    };
    let hash = sealed.hash(&previous);
    on!(tx, c => sqlx::query(
        "INSERT INTO audit_line (municipality_id, serial, at, person_id, standing_in_for, action, subject_kind, subject_id, event, previous_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(municipality.0).bind(serial).bind(Ts(at)).bind(permit.person().map(|p| p.0))
        .bind(permit.standing_in_for().map(|p| p.0)).bind(permit.action().as_str()).bind(subject.kind.as_str())
        .bind(subject.id).bind(&event).bind(&previous).bind(&hash).execute(c).await.map(|_| ()))
    .map_err(doing("writing the audit trail"))?;
    on!(tx, c => sqlx::query("UPDATE audit_head SET hash = $2 WHERE municipality_id = $1")
        .bind(municipality.0).bind(&hash).execute(c).await.map(|_| ()))
    .map_err(doing("sealing the audit trail"))
}

/// What the hash of a line is taken over.
struct Sealed<'a> {
    municipality: MunicipalityId,
    serial: i64,
    at: Timestamp,
    person: Option<PersonId>,
    standing_in_for: Option<PersonId>,
    action: &'a str,
    subject_kind: &'a str,
    subject: Uuid,
    event: &'a str,
}

impl Sealed<'_> {
    fn hash(&self, previous: &str) -> String {
        let name = |p: Option<PersonId>| p.map(|p| p.to_string()).unwrap_or_default();
        let mut hasher = Sha256::new();
        // The event comes last and is the only part people's text is in, so no line can be read as another.
        for part in [
            previous,
            &self.municipality.to_string(),
            &self.serial.to_string(),
            &self.at.as_microsecond().to_string(),
            &name(self.person),
            &name(self.standing_in_for),
            self.action,
            self.subject_kind,
            &self.subject.to_string(),
            self.event,
        ] {
            hasher.update(part.as_bytes());
            hasher.update(b"\n");
        }
        hasher.finalize().iter().map(|b| format!("{b:02x}")).collect()
    }
}

/// A line made beforehand, for the fast path.
pub(crate) struct Made {
    pub(crate) serial: i64,
    pub(crate) at: Timestamp,
    pub(crate) person: PersonId,
    pub(crate) subject: Subject,
    pub(crate) event: String,
    pub(crate) previous: String,
    pub(crate) hash: String,
}

/// Where a trail has come to.
pub(crate) struct Head {
    serial: i64,
    hash: String,
}

/// Makes the lines of many events at once, following on from where the trail has come to.
pub(crate) async fn sealed(
    tx: &mut Tx,
    permit: &Permit,
    events: impl Iterator<Item = (Timestamp, PersonId, Subject, &Event)>,
) -> Result<(Vec<Made>, Head), Fault> {
    let municipality = permit.municipality();
    let (mut serial, mut previous): (i64, String) = on!(tx, c => sqlx::query_as(
        "SELECT serial, hash FROM audit_head WHERE municipality_id = $1").bind(municipality.0).fetch_one(c).await)
    .map_err(doing("reading the head of the audit trail"))?;
    let mut lines = Vec::new();
    for (at, person, subject, event) in events {
        serial += 1;
        let event = serde_json::to_string(event).map_err(|e| doing("writing down an event")(sqlx::Error::Encode(Box::new(e))))?;
        let line = Sealed {
            municipality,
            serial,
            at,
            person: Some(person),
            standing_in_for: None,
            action: permit.action().as_str(),
            subject_kind: subject.kind.as_str(),
            subject: subject.id,
            event: &event,
        };
        let hash = line.hash(&previous);
        let before = std::mem::replace(&mut previous, hash.clone());
        lines.push(Made { serial, at, person, subject, event, previous: before, hash });
    }
    Ok((lines, Head { serial, hash: previous }))
}

/// Moves the head to where lines made beforehand have brought the trail.
pub(crate) async fn move_head(tx: &mut Tx, municipality: MunicipalityId, head: &Head) -> Result<(), Fault> {
    on!(tx, c => sqlx::query("UPDATE audit_head SET serial = $2, hash = $3 WHERE municipality_id = $1")
        .bind(municipality.0).bind(head.serial).bind(&head.hash).execute(c).await.map(|_| ()))
    .map_err(doing("moving the head of the audit trail"))
}

/// What a check of the trail found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Every line follows from the one before it.
    Whole {
        /// How many lines.
        lines: i64,
    },
    /// The first line that does not.
    Broken {
        /// Its number.
        serial: i64,
    },
    /// Lines are missing at the end.
    Cut {
        /// The last line that stands.
        last: i64,
        /// How many there were.
        expected: i64,
    },
}

/// Reads a municipality's whole trail and checks that each line follows from the one before it.
///
/// # Errors
/// A fault of the database.
pub async fn verify(tx: &mut Tx, municipality: MunicipalityId) -> Result<Verdict, Fault> {
    const PAGE: i64 = 5_000;
    let (expected, head): (i64, String) = on!(tx, c => sqlx::query_as(
        "SELECT serial, hash FROM audit_head WHERE municipality_id = $1").bind(municipality.0).fetch_one(c).await)
    .map_err(doing("reading the head of the audit trail"))?;
    let (mut last, mut previous) = (0, START.to_owned());
    loop {
        let rows: Vec<SealedRow> = on!(tx, c => sqlx::query_as(
            "SELECT serial, at, person_id, standing_in_for, action, subject_kind, subject_id, event, previous_hash, hash
             FROM audit_line WHERE municipality_id = $1 AND serial > $2 ORDER BY serial LIMIT $3")
            .bind(municipality.0).bind(last).bind(PAGE).fetch_all(c).await)
        .map_err(doing("reading the audit trail"))?;
        let count = rows.len() as i64;
        for row in rows {
            let hash = row.sealed(municipality).hash(&previous);
            if row.serial != last + 1 || row.previous_hash != previous || row.hash != hash {
                return Ok(Verdict::Broken { serial: last + 1 });
            }
            (last, previous) = (row.serial, hash);
        }
        if count < PAGE {
            break;
        }
    }
    if last != expected || previous != head {
        return Ok(Verdict::Cut { last, expected });
    }
    Ok(Verdict::Whole { lines: last })
}

#[derive(sqlx::FromRow)]
struct SealedRow {
    serial: i64,
    at: Ts,
    person_id: Option<Uuid>,
    standing_in_for: Option<Uuid>,
    action: String,
    subject_kind: String,
    subject_id: Uuid,
    event: String,
    previous_hash: String,
    hash: String,
}

impl SealedRow {
    fn sealed(&self, municipality: MunicipalityId) -> Sealed<'_> {
        Sealed {
            municipality,
            serial: self.serial,
            at: self.at.0,
            person: self.person_id.map(PersonId),
            standing_in_for: self.standing_in_for.map(PersonId),
            action: &self.action,
            subject_kind: &self.subject_kind,
            subject: self.subject_id,
            event: &self.event,
        }
    }
}

/// The columns of a line and where they come from.
macro_rules! line_columns {
    () => {
        "SELECT a.serial, a.at, p.name AS person, s.name AS standing_in_for, a.subject_kind, a.subject_id, a.event
         FROM audit_line a
         LEFT JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id
         LEFT JOIN person s ON s.municipality_id = a.municipality_id AND s.id = a.standing_in_for"
    };
}

/// The newest lines about one thing, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, sight: &Sight, subject: Uuid, most: i64) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = on!(tx, c => sqlx::query_as(
        concat!(line_columns!(), " WHERE a.municipality_id = $1 AND a.subject_id = $2 ORDER BY a.serial DESC LIMIT $3"))
        .bind(sight.municipality().0).bind(subject).bind(most).fetch_all(c).await)
    .map_err(doing("reading a thing's history"))?;
    rows.into_iter().map(LineRow::line).collect()
}

/// The lines about an element that all who see the element may read. What is written in a report, what documents it and what
/// it was sent back with, they read where the report is read, those of them who do: see `rounds::sheet`.
macro_rules! for_all {
    () => {
        "a.action NOT IN ('write-report', 'judge-report')"
    };
}
pub(crate) use for_all;

/// The newest lines about an element that all who see it may read, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn history_for_all(tx: &mut Tx, sight: &Sight, element: Uuid, most: i64) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = on!(tx, c => sqlx::query_as(concat!(line_columns!(),
        " WHERE a.municipality_id = $1 AND a.subject_id = $2 AND ", for_all!(), " ORDER BY a.serial DESC LIMIT $3"))
        .bind(sight.municipality().0).bind(element).bind(most).fetch_all(c).await)
    .map_err(doing("reading an element's history"))?;
    rows.into_iter().map(LineRow::line).collect()
}

/// Which lines of the trail are asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Window {
    /// Only lines before this number; `None` for the newest.
    pub before: Option<i64>,
    /// Only lines of this person.
    pub person: Option<PersonId>,
}

/// A page of the trail, newest first. Whoever reads it holds a permit to: see `Action::SeeAudit`.
///
/// # Errors
/// A fault of the database.
pub async fn page(tx: &mut Tx, permit: &Permit, window: &Window, most: i64) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = on!(tx, c => sqlx::query_as(
        "SELECT a.serial, a.at, p.name AS person, s.name AS standing_in_for, a.subject_kind, a.subject_id, a.event
         FROM audit_line a
         LEFT JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id
         LEFT JOIN person s ON s.municipality_id = a.municipality_id AND s.id = a.standing_in_for
         WHERE a.municipality_id = $1
           AND (CAST($2 AS BIGINT) IS NULL OR a.serial < $2)
           AND ($3 IS NULL OR a.person_id = $3)
         ORDER BY a.serial DESC LIMIT $4")
        .bind(permit.municipality().0).bind(window.before).bind(window.person.map(|p| p.0)).bind(most).fetch_all(c).await)
    .map_err(doing("reading the audit trail"))?;
    rows.into_iter().map(LineRow::line).collect()
}

#[derive(sqlx::FromRow)]
pub(crate) struct LineRow {
    serial: i64,
    at: Ts,
    person: Option<String>,
    standing_in_for: Option<String>,
    subject_kind: String,
    subject_id: Uuid,
    event: String,
}

impl LineRow {
    pub(crate) fn line(self) -> Result<Line, Fault> {
        const DOING: &str = "reading the audit trail";
        let kind = SubjectKind::ALL
            .into_iter()
            .find(|k| k.as_str() == self.subject_kind)
            .ok_or_else(|| corrupt(DOING, &self.subject_kind, "a kind of subject"))?;
        let event = serde_json::from_str(&self.event).map_err(|_| corrupt(DOING, &self.event, "an event"))?;
        Ok(Line {
            serial: self.serial,
            at: self.at.0,
            person: self.person,
            standing_in_for: self.standing_in_for,
            subject: Subject { kind, id: self.subject_id },
            event,
        })
    }
}

/// How many lines a municipality's trail has.
///
/// # Errors
/// A fault of the database.
pub async fn length(tx: &mut Tx, municipality: MunicipalityId) -> Result<i64, Fault> {
    on!(tx, c => sqlx::query("SELECT serial FROM audit_head WHERE municipality_id = $1")
        .bind(municipality.0).fetch_one(c).await.map(|r| r.get(0)))
    .map_err(doing("reading the head of the audit trail"))
}
