//! What `cases.toml` holds: each case with its days, what stands in it and what came of it; and what bodies call the parts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::cases::{CaseKind, HeadingSet, Link};
use pejl_kernel::{Line, Prose};
use serde::Deserialize;

/// The cases of a municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CasesFile {
    #[serde(rename = "headings", default)]
    pub headings: Vec<HeadingsEntry>,
    #[serde(rename = "case", default)]
    pub cases: Vec<CaseEntry>,
}

/// What a body calls the parts of its cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HeadingsEntry {
    pub body: String,
    pub on: Date,
    pub set: HeadingSet,
}

/// A case with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CaseEntry {
    pub key: String,
    pub body: String,
    /// Missing where the body prepares it itself.
    pub unit: Option<String>,
    pub drafted: Date,
    pub ready: Option<Date>,
    /// A decision of `chain.toml` or `agreements.toml` that was made in this case: it says when, under which number and what.
    pub decision: Option<String>,
    /// Where no other file tells of it: the day it was decided.
    pub decided: Option<Date>,
    pub withdrawn: Option<Date>,
    /// The case it corrects.
    pub corrects: Option<String>,
    pub title: Line,
    pub kind: CaseKind,
    /// Why it is closed; missing where it is open.
    pub closed: Option<Prose<500>>,
    pub meeting: Option<Date>,
    pub item: Option<u16>,
    pub number: Option<Line<60>>,
    #[serde(default)]
    pub recommendation: Vec<Line<500>>,
    #[serde(default)]
    pub presentation: Prose<20_000>,
    #[serde(default)]
    pub money: Prose<20_000>,
    #[serde(default)]
    pub hearing: Prose<20_000>,
    /// What stands under the body's other headings.
    #[serde(default)]
    pub other: BTreeMap<String, Prose<20_000>>,
    #[serde(default)]
    pub elements: Vec<String>,
    #[serde(default)]
    pub agreements: Vec<String>,
    #[serde(rename = "attachment", default)]
    pub attachments: Vec<AttachmentEntry>,
    #[serde(rename = "disqualified", default)]
    pub disqualified: Vec<DisqualifiedEntry>,
    pub outcome: Option<EndOutcome>,
    #[serde(default)]
    pub text: Prose,
    /// Why it was withdrawn.
    #[serde(default)]
    pub note: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AttachmentEntry {
    pub title: Line,
    pub link: Link,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DisqualifiedEntry {
    pub person: String,
    pub reason: Prose<500>,
}

/// What came of the recommendation.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EndOutcome {
    AsRecommended,
    Changed,
    Noted,
    Rejected,
}
