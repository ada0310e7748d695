//! What `rounds.toml` holds: each follow-up round with its days and everything that was said in it.

use jiff::civil::Date;
use pejl_domain::chain::Documentation;
use pejl_domain::models::Key;
use pejl_domain::rounds::{FeedbackKind, Mark, Outlook};
use pejl_kernel::{Figure, Line, Prose};
use serde::Deserialize;

/// The follow-up rounds of a municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RoundsFile {
    #[serde(rename = "round", default)]
    pub rounds: Vec<RoundEntry>,
}

/// A round with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RoundEntry {
    pub spec: Key,
    pub year: i16,
    pub planned: Date,
    pub opened: Option<Date>,
    pub consolidated: Option<Date>,
    pub closed: Option<Date>,
    #[serde(rename = "report", default)]
    pub reports: Vec<ReportEntry>,
    #[serde(rename = "assessment", default)]
    pub assessments: Vec<AssessmentEntry>,
    #[serde(rename = "judgement", default)]
    pub judgements: Vec<JudgementEntry>,
    #[serde(rename = "feedback", default)]
    pub feedback: Vec<FeedbackEntry>,
    #[serde(rename = "consequence", default)]
    pub consequences: Vec<ConsequenceEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ReportEntry {
    pub goal: String,
    pub written: Option<Date>,
    pub submitted: Option<Date>,
    pub returned: Option<Date>,
    pub again: Option<Date>,
    pub accepted: Option<Date>,
    #[serde(default)]
    pub note: Prose,
    pub mark: Option<Mark>,
    pub outlook: Option<Outlook>,
    #[serde(default)]
    pub done: Prose,
    pub documentation: Option<Documentation>,
    #[serde(default)]
    pub effect: Prose,
    #[serde(default)]
    pub fact: Prose,
    #[serde(default)]
    pub cause: Prose,
    #[serde(default)]
    pub action: Prose,
    #[serde(default)]
    pub not_relevant_because: Prose,
    #[serde(default)]
    pub differs_because: Prose,
    #[serde(default)]
    pub values: Vec<ValueEntry>,
    #[serde(default)]
    pub milestones: Vec<usize>,
    #[serde(default)]
    pub evidence: Vec<EvidenceEntry>,
    #[serde(default)]
    pub at_first: AtFirst,
}

/// What a report said when it was submitted the first time, where it was returned and then written otherwise.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AtFirst {
    pub effect: Option<Prose>,
    pub fact: Option<Prose>,
    pub cause: Option<Prose>,
    pub action: Option<Prose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ValueEntry {
    #[serde(default)]
    pub criterion: usize,
    pub value: Figure,
    #[serde(default)]
    pub source: Prose<200>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EvidenceEntry {
    pub title: Line<200>,
    pub figure: Option<Line<200>>,
    pub link: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AssessmentEntry {
    pub unit: String,
    pub on: Date,
    pub text: Prose,
    #[serde(default)]
    pub asked: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct JudgementEntry {
    pub element: String,
    pub on: Date,
    pub mark: Mark,
    pub grounds: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FeedbackEntry {
    pub from: String,
    pub to: String,
    pub goal: Option<String>,
    pub kind: FeedbackKind,
    pub on: Date,
    #[serde(default)]
    pub text: Prose,
    #[serde(default)]
    pub answer: Prose,
    pub answered: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConsequenceEntry {
    pub unit: String,
    pub by: String,
    pub goal: Option<String>,
    pub consequence: Key,
    pub on: Date,
    pub grounds: Prose,
}
