//! What `agreements.toml` holds: each agreement with its days, so that the file tells how far it has come.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::agreements::{GoalPlace, Side};
use pejl_domain::models::{Heard, Key};
use pejl_kernel::{Figure, Line, Prose, Years};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::files::{DecisionEntry, horizon, spelled};

/// The agreements of a municipality. A municipality without agreements has no such file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AgreementsFile {
    #[serde(rename = "decision", default)]
    pub decisions: Vec<DecisionEntry>,
    #[serde(rename = "agreement", default)]
    pub agreements: Vec<AgreementEntry>,
}

/// An agreement with its days: what has a day has been done.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AgreementEntry {
    pub key: String,
    pub kind: Key,
    pub principal: String,
    pub agents: Vec<String>,
    #[serde(deserialize_with = "period")]
    pub period: Years,
    pub renews: Option<String>,
    #[serde(default)]
    pub drops: Vec<String>,
    pub frame_kroner: Option<i64>,
    pub frame_source: Option<Line<200>>,
    #[serde(default)]
    pub follow_up: Prose,
    #[serde(default)]
    pub reporting: Prose,
    #[serde(default)]
    pub goals: Vec<GoalEntry>,
    #[serde(default)]
    pub actions: Vec<String>,
    #[serde(default)]
    pub sections: BTreeMap<String, Prose>,
    #[serde(default)]
    pub themes: BTreeMap<String, Prose>,

    pub drafted: Date,
    pub hearing: Option<Date>,
    pub dialogue: Option<Date>,
    pub submitted: Option<Date>,
    pub returned: Option<Date>,
    pub submitted_again: Option<Date>,
    pub decision: Option<String>,
    pub approved: Option<Date>,
    pub signed: Option<Date>,
    pub reported: Option<Date>,
    pub closed: Option<Date>,
    pub withdrawn: Option<Date>,
    #[serde(default)]
    pub note: Prose,
    #[serde(default)]
    pub report: Prose,

    #[serde(rename = "heard", default)]
    pub hearings: Vec<HeardEntry>,
    #[serde(rename = "counter", default)]
    pub counters: Vec<CounterEntry>,
    #[serde(rename = "amendment", default)]
    pub amendments: Vec<AmendmentEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GoalEntry {
    pub goal: String,
    pub place: GoalPlace,
    #[serde(default)]
    pub note: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HeardEntry {
    #[serde(deserialize_with = "group")]
    pub group: Heard,
    pub from: Line<200>,
    pub on: Date,
    pub by: Option<String>,
    pub text: Prose,
}

/// A counter-proposal: of a text, of a criterion's value, or of a due day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CounterEntry {
    pub goal: String,
    pub side: Side,
    pub on: Date,
    pub text: Option<Prose>,
    pub criterion: Option<usize>,
    pub value: Option<Figure>,
    pub due: Option<Date>,
    pub because: Prose,
    pub answer: Option<EndCounter>,
    pub answered: Option<Date>,
    #[serde(default)]
    pub said: Prose,
    pub agreed_text: Option<Prose>,
    pub agreed_value: Option<Figure>,
    pub agreed_due: Option<Date>,
}

/// How a counter-proposal was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EndCounter {
    Accepted,
    AcceptedWithChange,
    Declined,
    TakenBack,
}

/// The next edition of an agreement in force: what is not named here stays as it was.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AmendmentEntry {
    pub because: Prose,
    pub amended: Date,
    pub dialogue: Option<Date>,
    pub submitted: Option<Date>,
    pub decision: Option<String>,
    pub approved: Option<Date>,
    pub signed: Option<Date>,
    pub frame_kroner: Option<i64>,
    pub frame_source: Option<Line<200>>,
    #[serde(default)]
    pub sections: BTreeMap<String, Prose>,
    #[serde(default)]
    pub themes: BTreeMap<String, Prose>,
}

/// `2018` or `2018-2021`.
fn period<'de, D: Deserializer<'de>>(from: D) -> Result<Years, D::Error> {
    horizon(from)?.ok_or_else(|| D::Error::custom("a year (2018) or a run of years (2018-2021) is missing"))
}

fn group<'de, D: Deserializer<'de>>(from: D) -> Result<Heard, D::Error> {
    spelled(from, Heard::parse, "employees, works-council, user-board")
}
