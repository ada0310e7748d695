//! Meetings: loaded, listed, saved.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::meetings::{Choice, Form, Meeting, MeetingContent, MeetingState, Minute};
use pejl_kernel::{MeetingId, MunicipalityId, UnitId};
use pejl_policy::{Permit, Sight};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use super::read::{READING, form, line, maybe_key, minute, prose, small, stamp, state, year};
use super::seats::Part;
use crate::audit::{self, Subject, SubjectKind};
use crate::chain::UnitMention;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, Miss, corrupt, doing};
use crate::search;
use crate::value::{DbDate, Ts, id_rows, maybe_date};

/// A meeting, as a search shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeetingMention {
    /// Its id.
    pub id: MeetingId,
    /// The number in its address.
    pub serial: i64,
    /// What it is called.
    pub title: String,
    /// Its day, once it has one.
    pub on: Option<Date>,
}

/// The columns of a meeting; it is called `n`.
macro_rules! meeting_columns {
    () => {
        "n.id, n.serial, n.title, n.year, n.step, n.form, n.grounds, n.kind, n.area, n.theme, n.facilitation, n.held_on, n.begins,
            n.place, n.agenda, n.chosen_form, n.chosen_note, n.chosen_by, n.chosen_for, n.chosen_at, n.state, n.minutes, n.note, n.version"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    serial: i64,
    title: String,
    year: i64,
    step: Option<String>,
    form: String,
    grounds: String,
    kind: Option<String>,
    area: String,
    theme: String,
    facilitation: String,
    held_on: Option<DbDate>,
    begins: Option<i64>,
    place: String,
    agenda: String,
    chosen_form: Option<String>,
    chosen_note: String,
    chosen_by: Option<Uuid>,
    chosen_for: Option<Uuid>,
    chosen_at: Option<Ts>,
    state: String,
    minutes: String,
    note: String,
    version: i64,
}

impl Row {
    fn meeting(self, hosts: Vec<UnitId>, units: Vec<UnitId>) -> Result<Meeting, Fault> {
        let choice = match (self.chosen_form, self.chosen_by, self.chosen_at) {
            (Some(chosen), Some(by), Some(at)) => {
                Some(Choice { form: form(&chosen)?, note: prose(&self.chosen_note)?, stamp: stamp(by, self.chosen_for, at) })
            }
            _ => None,
        };
        Ok(Meeting {
            id: self.id.into(),
            serial: self.serial,
            content: MeetingContent {
                title: line(&self.title)?,
                year: year(self.year)?,
                step: maybe_key(self.step.as_deref())?,
                form: form(&self.form)?,
                grounds: prose(&self.grounds)?,
                kind: maybe_key(self.kind.as_deref())?,
                area: prose(&self.area)?,
                theme: prose(&self.theme)?,
                facilitation: prose(&self.facilitation)?,
                on: self.held_on.map(|d| d.to_jiff()),
                begins: minute(self.begins)?,
                place: prose(&self.place)?,
                hosts,
                units,
                agenda: serde_json::from_str(&self.agenda).map_err(|e| corrupt(READING, e.to_string(), "an agenda"))?,
            },
            choice,
            state: state(&self.state)?,
            minutes: prose(&self.minutes)?,
            note: prose(&self.note)?,
            version: self.version,
        })
    }
}

/// One meeting. Two statements.
///
/// # Errors
/// Not found, or a fault.
pub async fn meeting(tx: &mut Tx, municipality: MunicipalityId, id: MeetingId) -> Result<Meeting, Miss> {
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", meeting_columns!(), " FROM meeting n WHERE n.municipality_id = $1 AND n.id = $2"))
        .bind(municipality.0).bind(id.0).fetch_optional(c).await)
    .map_err(doing("loading a meeting"))?;
    whole(tx, municipality, row.ok_or(Miss::NotFound)?).await
}

/// The meeting with this number in its address. Everybody who is logged in sees it. Two statements.
///
/// # Errors
/// Not found, or a fault.
pub async fn meeting_at(tx: &mut Tx, sight: &Sight, serial: i64) -> Result<Meeting, Miss> {
    let municipality = sight.municipality();
    let row: Option<Row> = on!(tx, c => sqlx::query_as(concat!(
        "SELECT ", meeting_columns!(), " FROM meeting n WHERE n.municipality_id = $1 AND n.serial = $2"))
        .bind(municipality.0).bind(serial).fetch_optional(c).await)
    .map_err(doing("loading a meeting by its number"))?;
    whole(tx, municipality, row.ok_or(Miss::NotFound)?).await
}

async fn whole(tx: &mut Tx, municipality: MunicipalityId, row: Row) -> Result<Meeting, Miss> {
    let units: Vec<(String, Uuid)> = on!(tx, c => sqlx::query_as(
        "SELECT s.part, s.unit_id FROM meeting_unit s WHERE s.municipality_id = $1 AND s.meeting_id = $2 ORDER BY s.part, s.place")
        .bind(municipality.0).bind(row.id).fetch_all(c).await)
    .map_err(doing("reading who is at a meeting"))?;
    let of = |part: Part| units.iter().filter(|(of, _)| of == part.as_str()).map(|(_, id)| (*id).into()).collect();
    Ok(row.meeting(of(Part::Host), of(Part::Invited))?)
}

/// A meeting in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeetingRow {
    /// Its id.
    pub id: MeetingId,
    /// The number in its address.
    pub serial: i64,
    /// What it is called.
    pub title: String,
    /// The year it belongs to.
    pub year: i16,
    /// The step of the wheel it belongs to.
    pub step: Option<pejl_domain::models::Key>,
    /// Its form: chosen, else proposed.
    pub form: Form,
    /// Whether the committee has chosen the form.
    pub is_chosen: bool,
    /// The day.
    pub on: Option<Date>,
    /// When it begins.
    pub begins: Option<Minute>,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub state: MeetingState,
    /// Who holds it, the first first.
    pub hosts: Vec<UnitMention>,
    /// How many units are invited.
    pub units: u32,
    /// How many of them are ready.
    pub ready: u32,
    /// How many guideposts were worded.
    pub drafts: u32,
    /// How many of them became guideposts.
    pub proposed: u32,
}

#[derive(sqlx::FromRow)]
struct ListRow {
    id: Uuid,
    serial: i64,
    title: String,
    year: i64,
    step: Option<String>,
    form: String,
    is_chosen: bool,
    held_on: Option<DbDate>,
    begins: Option<i64>,
    place: String,
    state: String,
    units: i64,
    ready: i64,
    drafts: i64,
    proposed: i64,
}

/// Every meeting, the latest day first, those without a day before them. Two statements.
///
/// # Errors
/// A fault.
pub async fn meetings(tx: &mut Tx, sight: &Sight) -> Result<Vec<MeetingRow>, Fault> {
    let municipality = sight.municipality().0;
    let rows: Vec<ListRow> = on!(tx, c => sqlx::query_as(
        "SELECT n.id, n.serial, n.title, n.year, n.step, coalesce(n.chosen_form, n.form) AS form, n.chosen_form IS NOT NULL AS is_chosen,
            n.held_on, n.begins, n.place, n.state,
            (SELECT count(*) FROM meeting_unit s WHERE s.municipality_id = $1 AND s.meeting_id = n.id AND s.part = 'invited') AS units,
            (SELECT count(*) FROM preparation p WHERE p.municipality_id = $1 AND p.meeting_id = n.id AND p.is_ready) AS ready,
            (SELECT count(*) FROM guidepost_draft d WHERE d.municipality_id = $1 AND d.meeting_id = n.id AND NOT d.is_struck) AS drafts,
            (SELECT count(*) FROM guidepost_draft d WHERE d.municipality_id = $1 AND d.meeting_id = n.id AND d.element_id IS NOT NULL) AS proposed
         FROM meeting n WHERE n.municipality_id = $1
         ORDER BY n.held_on IS NULL DESC, n.held_on DESC, n.serial DESC")
        .bind(municipality).fetch_all(c).await)
    .map_err(doing("listing the meetings"))?;
    let names: Vec<(Uuid, Uuid, i64, String)> = on!(tx, c => sqlx::query_as(
        "SELECT s.meeting_id, u.id, u.serial, u.name FROM meeting_unit s JOIN unit u ON u.municipality_id = $1 AND u.id = s.unit_id
         WHERE s.municipality_id = $1 AND s.part = 'host' ORDER BY s.meeting_id, s.place")
        .bind(municipality).fetch_all(c).await)
    .map_err(doing("listing who holds the meetings"))?;
    let mut hosts: HashMap<Uuid, Vec<UnitMention>> = HashMap::new();
    for (meeting, id, serial, name) in names {
        hosts.entry(meeting).or_default().push(UnitMention::new(id, serial, name));
    }
    rows.into_iter()
        .map(|r| {
            Ok(MeetingRow {
                id: r.id.into(),
                serial: r.serial,
                title: r.title,
                year: year(r.year)?,
                step: maybe_key(r.step.as_deref())?,
                form: form(&r.form)?,
                is_chosen: r.is_chosen,
                on: r.held_on.map(|d| d.to_jiff()),
                begins: minute(r.begins)?,
                place: r.place,
                state: state(&r.state)?,
                hosts: hosts.remove(&r.id).unwrap_or_default(),
                units: small(r.units),
                ready: small(r.ready),
                drafts: small(r.drafts),
                proposed: small(r.proposed),
            })
        })
        .collect()
}

/// Saves a meeting: version 0 is entered, any other must still stand as it was read. Four statements and the audit line.
///
/// # Errors
/// Stale where somebody saved it in the meantime, or a fault.
pub async fn save_meeting(tx: &mut Tx, permit: &Permit, at: Timestamp, meeting: &Meeting, event: &Event) -> Result<(), Miss> {
    const SAVING: &str = "saving a meeting";
    let municipality = permit.municipality();
    let content = &meeting.content;
    let agenda =
        serde_json::to_string(&content.agenda).map_err(|e| doing("writing down an agenda")(sqlx::Error::Encode(Box::new(e))))?;
    let choice = meeting.choice.as_ref();
    let saved = on!(tx, c => sqlx::query(if meeting.version == 0 {
            "INSERT INTO meeting (municipality_id, id, title, year, step, form, grounds, kind, area, theme, facilitation, held_on,
                begins, place, agenda, chosen_form, chosen_note, chosen_by, chosen_for, chosen_at, state, minutes, note, serial, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25 + 1)"
        } else {
            "UPDATE meeting SET title = $3, year = $4, step = $5, form = $6, grounds = $7, kind = $8, area = $9, theme = $10,
                facilitation = $11, held_on = $12, begins = $13, place = $14, agenda = $15, chosen_form = $16, chosen_note = $17,
                chosen_by = $18, chosen_for = $19, chosen_at = $20, state = $21, minutes = $22, note = $23, serial = $24, version = version + 1
             WHERE municipality_id = $1 AND id = $2 AND version = $25"
        })
        .bind(municipality.0).bind(meeting.id.0).bind(content.title.as_str()).bind(i64::from(content.year))
        .bind(content.step.as_ref().map(|k| k.as_str())).bind(content.form.as_str()).bind(content.grounds.as_str())
        .bind(content.kind.as_ref().map(|k| k.as_str())).bind(content.area.as_str()).bind(content.theme.as_str())
        .bind(content.facilitation.as_str()).bind(maybe_date(content.on)).bind(content.begins.map(Minute::number))
        .bind(content.place.as_str()).bind(&agenda).bind(choice.map(|c| c.form.as_str()))
        .bind(choice.map_or("", |c| c.note.as_str())).bind(choice.map(|c| c.stamp.person.0))
        .bind(choice.and_then(|c| c.stamp.standing_in_for).map(|p| p.0)).bind(choice.map(|c| Ts(c.stamp.at)))
        .bind(meeting.state.as_str()).bind(meeting.minutes.as_str()).bind(meeting.note.as_str()).bind(meeting.serial)
        .bind(meeting.version).execute(c).await.map(|r| r.rows_affected()))
    .map_err(doing(SAVING))?;
    if saved == 0 {
        return Err(Miss::Stale);
    }
    on!(tx, c => sqlx::query("DELETE FROM meeting_unit WHERE municipality_id = $1 AND meeting_id = $2")
        .bind(municipality.0).bind(meeting.id.0).execute(c).await.map(|_| ()))
    .map_err(doing(SAVING))?;
    let row = |part: Part| move |(place, unit): (usize, &UnitId)| json!([part.as_str(), unit.0.simple().to_string(), place]);
    let hosts = content.hosts.iter().enumerate().map(row(Part::Host));
    let rows: serde_json::Value = hosts.chain(content.units.iter().enumerate().map(row(Part::Invited))).collect();
    let sql = spoken(
        tx.engine(),
        "INSERT INTO meeting_unit (municipality_id, meeting_id, part, unit_id, place)
         SELECT u.municipality_id, $2, r.value ->> 0, u.id, CAST(r.value ->> 2 AS BIGINT)
         FROM rows_of($3) r CROSS JOIN unit u WHERE u.municipality_id = $1 AND u.id = id_of(r.value ->> 1)",
    );
    on!(tx, c => sqlx::query(sql).bind(municipality.0).bind(meeting.id.0).bind(Json(rows)).execute(c).await.map(|_| ()))
        .map_err(doing(SAVING))?;
    search::index(tx, municipality, SubjectKind::Meeting, meeting.id.0, (content.title.as_str(), &searched(meeting))).await?;
    audit::write(tx, permit, at, Subject { kind: SubjectKind::Meeting, id: meeting.id.0 }, event).await?;
    Ok(())
}

/// What a meeting is found by, besides its title: what it is about, and its minutes once they are approved.
fn searched(meeting: &Meeting) -> String {
    let of = &meeting.content;
    let mut words = vec![of.theme.as_str(), of.area.as_str()];
    words.extend(of.agenda.iter().map(|item| item.title.as_str()));
    if meeting.state == MeetingState::Approved {
        words.push(meeting.minutes.as_str());
    }
    words.retain(|text| !text.is_empty());
    words.join("\n")
}

/// Meetings found by search: their ids, addresses, titles and days. One statement.
///
/// # Errors
/// A fault.
pub async fn meeting_mentions(tx: &mut Tx, sight: &Sight, ids: &[Uuid]) -> Result<Vec<MeetingMention>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT n.id, n.serial, n.title, n.held_on FROM rows_of($2) r CROSS JOIN meeting n
         WHERE n.municipality_id = $1 AND n.id = id_of(r.value ->> 0)",
    );
    let rows: Vec<(Uuid, i64, String, Option<DbDate>)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().copied())).fetch_all(c).await)
    .map_err(doing("reading the meetings found"))?;
    let mention = |(id, serial, title, on): (Uuid, i64, String, Option<DbDate>)| MeetingMention {
        id: id.into(),
        serial,
        title,
        on: on.map(DbDate::to_jiff),
    };
    Ok(rows.into_iter().map(mention).collect())
}
