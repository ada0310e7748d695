//! What `meetings.toml` holds: each dialogue meeting with its days and what was said at it, and the briefings.

use jiff::civil::Date;
use pejl_domain::meetings::briefing::SectionKind;
use pejl_domain::meetings::{Form, InputFrom, Preparation, Speaker};
use pejl_domain::models::Key;
use pejl_kernel::{Line, Prose};
use serde::Deserialize;

/// The dialogue meetings and briefings of a municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MeetingsFile {
    #[serde(rename = "meeting", default)]
    pub meetings: Vec<MeetingEntry>,
    #[serde(rename = "briefing", default)]
    pub briefings: Vec<BriefingEntry>,
}

/// A meeting with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MeetingEntry {
    pub key: String,
    pub title: Line<200>,
    pub year: i16,
    pub step: Option<Key>,
    pub form: Form,
    #[serde(default)]
    pub grounds: Prose,
    pub kind: Option<Key>,
    #[serde(default)]
    pub area: Prose<200>,
    #[serde(default)]
    pub theme: Prose<200>,
    #[serde(default)]
    pub facilitation: Prose<1_000>,
    pub on: Option<Date>,
    pub begins: Option<String>,
    #[serde(default)]
    pub place: Prose<200>,
    pub hosts: Vec<String>,
    #[serde(default)]
    pub units: Vec<String>,
    pub planned: Date,
    pub chosen: Option<Date>,
    #[serde(default)]
    pub choice_note: Prose,
    pub invited: Option<Date>,
    /// Whether it was held on its day.
    #[serde(default)]
    pub held: bool,
    #[serde(default)]
    pub minutes: Prose<40_000>,
    pub circulated: Option<Date>,
    pub amended: Option<Date>,
    pub approved: Option<Date>,
    #[serde(rename = "item", default)]
    pub items: Vec<ItemEntry>,
    #[serde(rename = "preparation", default)]
    pub preparations: Vec<PreparationEntry>,
    #[serde(rename = "input", default)]
    pub inputs: Vec<InputEntry>,
    #[serde(rename = "said", default)]
    pub said: Vec<SaidEntry>,
    #[serde(rename = "draft", default)]
    pub drafts: Vec<DraftEntry>,
    #[serde(rename = "comment", default)]
    pub comments: Vec<CommentEntry>,
}

/// An item of the agenda.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ItemEntry {
    pub title: Line<200>,
    pub minutes: u16,
    #[serde(default)]
    pub lead: Prose<1_000>,
}

/// What a unit brings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PreparationEntry {
    pub unit: String,
    pub written: Date,
    #[serde(default)]
    pub ready: bool,
    #[serde(default)]
    pub status: Prose<4_000>,
    #[serde(default)]
    pub conditions: Prose<4_000>,
    #[serde(default)]
    pub challenges: Prose<4_000>,
    #[serde(default)]
    pub needs: Prose<4_000>,
}

impl PreparationEntry {
    pub(super) fn preparation(&self) -> Preparation {
        Preparation {
            status: self.status.clone(),
            conditions: self.conditions.clone(),
            challenges: self.challenges.clone(),
            needs: self.needs.clone(),
        }
    }
}

/// What employees or a board want said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct InputEntry {
    pub unit: String,
    pub from: InputFrom,
    pub given: Date,
    pub text: Line<1_000>,
}

/// Something said: under which item, counted from 1; by whom, and for which unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SaidEntry {
    pub key: String,
    pub item: u32,
    pub by: Speaker,
    pub unit: Option<String>,
    pub text: Line<1_000>,
}

/// A guidepost worded from what was said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DraftEntry {
    pub title: Line<200>,
    #[serde(default)]
    pub text: Prose<2_000>,
    /// How it was worded at first.
    pub first_title: Option<Line<200>>,
    #[serde(default)]
    pub first_text: Prose<2_000>,
    /// Keys of what was said.
    pub from: Vec<String>,
    /// The guidepost of chain.toml that it became, and the day it was tied to it.
    pub became: Option<String>,
    pub proposed: Option<Date>,
}

/// A comment on the minutes by the leader of a unit that was there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CommentEntry {
    pub unit: String,
    pub given: Date,
    pub text: Line<2_000>,
}

/// A committee's briefing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BriefingEntry {
    pub committee: String,
    pub year: i16,
    pub begun: Date,
    pub written: Option<Date>,
    pub sent: Option<Date>,
    #[serde(rename = "text", default)]
    pub texts: Vec<TextEntry>,
}

/// What the administration writes in a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TextEntry {
    pub section: SectionKind,
    pub text: Prose,
}
