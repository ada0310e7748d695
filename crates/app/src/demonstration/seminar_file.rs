//! What `seminars.toml` holds: each goal seminar with its days, its proposals and what it asked committees for.

use jiff::civil::Date;
use pejl_domain::seminars::{OutcomeName, ProposalKind, RouteName, Way};
use pejl_kernel::{Line, Prose};
use serde::{Deserialize, Deserializer};

/// The goal seminars of a municipality.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SeminarsFile {
    #[serde(rename = "seminar", default)]
    pub seminars: Vec<SeminarEntry>,
}

/// A seminar with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SeminarEntry {
    pub year: i16,
    pub opened: Date,
    pub held_on: Option<Date>,
    #[serde(default)]
    pub question: Prose,
    #[serde(default)]
    pub risk: Prose,
    pub prioritised: Option<Date>,
    pub concluded: Option<Date>,
    #[serde(rename = "proposal", default)]
    pub proposals: Vec<ProposalEntry>,
    #[serde(rename = "commission", default)]
    pub commissions: Vec<CommissionEntry>,
}

/// A proposal. One that an earlier seminar kept has that one's key, and no words of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ProposalEntry {
    pub key: String,
    #[serde(default)]
    pub kept: bool,
    #[serde(default = "objective", deserialize_with = "kind")]
    pub kind: ProposalKind,
    pub title: Option<Line<200>>,
    #[serde(default)]
    pub text: Prose<4000>,
    #[serde(default)]
    pub why: Prose<4000>,
    #[serde(default)]
    pub group: Prose<60>,
    /// The unit it comes from.
    pub unit: Option<String>,
    /// Who puts it forward; else whoever leads the unit.
    pub by: Option<String>,
    pub on: Option<Date>,
    #[serde(default, deserialize_with = "outcome")]
    pub outcome: Option<OutcomeName>,
    /// The proposal it was merged into.
    pub into: Option<String>,
    #[serde(default)]
    pub because: Prose<2000>,
    #[serde(default, deserialize_with = "route")]
    pub route: Option<RouteName>,
    /// The element of `chain.toml` that came of it.
    pub made: Option<String>,
    /// The goal of `chain.toml` that came of it by route B.
    pub goal: Option<String>,
}

/// A policy that committees were asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CommissionEntry {
    pub title: Line<200>,
    #[serde(default)]
    pub task: Prose<4000>,
    pub lead: String,
    #[serde(default)]
    pub others: Vec<String>,
    #[serde(deserialize_with = "way")]
    pub way: Way,
    #[serde(default)]
    pub existing_name: Prose<200>,
    /// Proposals of the same seminar.
    #[serde(default)]
    pub serves: Vec<String>,
    /// Objectives of `chain.toml` that were in force.
    #[serde(default)]
    pub objectives: Vec<String>,
    /// Goals of `chain.toml` that it takes in.
    #[serde(default)]
    pub takes_in: Vec<String>,
    /// The policy of `chain.toml` that came of it.
    pub policy: Option<String>,
}

const fn objective() -> ProposalKind {
    ProposalKind::Objective
}

fn spelled<'de, D: Deserializer<'de>, T>(d: D, parse: impl Fn(&str) -> Option<T>) -> Result<T, D::Error> {
    let text = String::deserialize(d)?;
    parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} is none of those there are")))
}

fn kind<'de, D: Deserializer<'de>>(d: D) -> Result<ProposalKind, D::Error> {
    spelled(d, ProposalKind::parse)
}

fn outcome<'de, D: Deserializer<'de>>(d: D) -> Result<Option<OutcomeName>, D::Error> {
    spelled(d, OutcomeName::parse).map(Some)
}

fn route<'de, D: Deserializer<'de>>(d: D) -> Result<Option<RouteName>, D::Error> {
    spelled(d, RouteName::parse).map(Some)
}

fn way<'de, D: Deserializer<'de>>(d: D) -> Result<Way, D::Error> {
    spelled(d, Way::parse)
}
