//! The way from an element of the chain back to what was said: its own guidepost draft, or those of what it serves. People
//! are never named on it, only who they spoke for, so that it can be read by everybody.

use jiff::civil::Date;
use pejl_domain::meetings::{Form, Speaker};
use pejl_kernel::{DraftId, ElementId, Number};
use pejl_policy::Sight;
use uuid::Uuid;

use super::read::{form, small, speaker};
use crate::chain::{UnitMention, number};
use crate::db::{Tx, on};
use crate::fault::{Fault, doing};
use crate::value::DbDate;

/// Where a guidepost was worded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The draft.
    pub draft: DraftId,
    /// The guidepost it became: the element itself, or one above it.
    pub element: ElementId,
    /// Its number.
    pub number: Number,
    /// Its title now.
    pub title: String,
    /// The meeting's number in its address.
    pub meeting: i64,
    /// What the meeting was called.
    pub meeting_title: String,
    /// Its form.
    pub form: Form,
    /// Its day.
    pub on: Option<Date>,
    /// How it was worded when it was proposed.
    pub worded: (String, String),
    /// The wordings it had before, the first first.
    pub before: Vec<(String, String)>,
    /// What it was worded from.
    pub from: Vec<Remark>,
}

/// Something that was said: by whom in kind, for which unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// Who spoke, in kind.
    pub speaker: Speaker,
    /// For which unit.
    pub unit: Option<UnitMention>,
    /// What was said.
    pub text: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    element_id: Uuid,
    prefix: String,
    year: i64,
    serial: i64,
    title: String,
    meeting: i64,
    meeting_title: String,
    form: String,
    held_on: Option<DbDate>,
    worded_title: String,
    worded_text: String,
}

/// The drafts behind an element and everything above it; the element is `$2`.
macro_rules! behind {
    () => {
        "WITH RECURSIVE up(id) AS (
            SELECT e.id FROM element e WHERE e.municipality_id = $1 AND e.id = $2
            UNION
            SELECT c.parent_id FROM contribution c JOIN up ON c.child_id = up.id WHERE c.municipality_id = $1
         ) "
    };
}

/// Something a draft was worded from: the draft, whom it was said for, the unit with its number and name, the words.
type SaidRow = (Uuid, String, Option<Uuid>, Option<i64>, Option<String>, String);

/// Where an element, and what it serves, was worded; its own first. Three statements, one where there is nothing. Whoever
/// sees the element sees this: nobody is named in it.
///
/// # Errors
/// A fault.
pub async fn origins(tx: &mut Tx, sight: &Sight, element: ElementId) -> Result<Vec<Origin>, Fault> {
    const READING: &str = "reading where an element came from";
    let municipality = sight.municipality().0;
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(concat!(behind!(),
        "SELECT d.id, d.element_id, e.prefix, e.year, e.serial, e.title, n.serial AS meeting, n.title AS meeting_title,
            coalesce(n.chosen_form, n.form) AS form, n.held_on, d.title AS worded_title, d.text AS worded_text
         FROM up JOIN guidepost_draft d ON d.municipality_id = $1 AND d.element_id = up.id
         JOIN element e ON e.municipality_id = $1 AND e.id = d.element_id
         JOIN meeting n ON n.municipality_id = $1 AND n.id = d.meeting_id
         WHERE e.id = $2 OR e.state IN ('adopted', 'closed', 'superseded')
         ORDER BY e.id <> $2, e.prefix, e.year, e.serial, n.held_on, d.at, d.id"))
        .bind(municipality).bind(element.0).fetch_all(c).await)
    .map_err(doing(READING))?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let said: Vec<SaidRow> = on!(tx, c => sqlx::query_as(concat!(behind!(),
        "SELECT d.id, k.speaker, u.id, u.serial, u.name, k.text
         FROM up JOIN guidepost_draft d ON d.municipality_id = $1 AND d.element_id = up.id
         JOIN draft_source s ON s.municipality_id = $1 AND s.draft_id = d.id
         JOIN meeting_contribution k ON k.municipality_id = $1 AND k.id = s.contribution_id
         LEFT JOIN unit u ON u.municipality_id = $1 AND u.id = k.unit_id
         WHERE NOT k.is_struck ORDER BY d.id, s.place"))
        .bind(municipality).bind(element.0).fetch_all(c).await)
    .map_err(doing(READING))?;
    let wordings: Vec<(Uuid, i64, String, String)> = on!(tx, c => sqlx::query_as(concat!(behind!(),
        "SELECT d.id, w.wording, w.title, w.text
         FROM up JOIN guidepost_draft d ON d.municipality_id = $1 AND d.element_id = up.id
         JOIN draft_wording w ON w.municipality_id = $1 AND w.draft_id = d.id AND w.wording < d.wording
         ORDER BY d.id, w.wording"))
        .bind(municipality).bind(element.0).fetch_all(c).await)
    .map_err(doing(READING))?;
    rows.into_iter()
        .map(|r| {
            let from = said
                .iter()
                .filter(|(draft, ..)| *draft == r.id)
                .map(|(_, by, unit, serial, name, text)| {
                    let unit = match (unit, serial, name) {
                        (Some(id), Some(serial), Some(name)) => Some(UnitMention::new(*id, *serial, name.clone())),
                        _ => None,
                    };
                    Ok(Remark { speaker: speaker(by)?, unit, text: text.clone() })
                })
                .collect::<Result<_, Fault>>()?;
            let mut before: Vec<(u32, (String, String))> = wordings
                .iter()
                .filter(|(draft, ..)| *draft == r.id)
                .map(|(_, wording, title, text)| (small(*wording), (title.clone(), text.clone())))
                .collect();
            before.sort_by_key(|(wording, _)| *wording);
            Ok(Origin {
                draft: r.id.into(),
                element: r.element_id.into(),
                number: number(&r.prefix, r.year, r.serial)?,
                title: r.title,
                meeting: r.meeting,
                meeting_title: r.meeting_title,
                form: form(&r.form)?,
                on: r.held_on.map(|d| d.to_jiff()),
                worded: (r.worded_title, r.worded_text),
                before: before.into_iter().map(|(_, worded)| worded).collect(),
                from,
            })
        })
        .collect()
}
