//! What the demonstration's files hold. Every key is described in docs/demonstration.md; an unknown key is a fault.

use jiff::civil::Date;
use pejl_domain::chain::{
    ActionFields, Content, Criterion, Direction, Documentation, GoalFields, Measure, Milestone, Orientation, Outcome, Progress,
    Scope,
};
use pejl_domain::models::Key;
use pejl_domain::orgs::{Role, UnitFunction};
use pejl_kernel::{Line, Ore, PositionId, Prose, Years};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OrganisationFile {
    pub stands_on: Option<Date>,
    #[serde(rename = "unit")]
    pub units: Vec<UnitEntry>,
    #[serde(rename = "person")]
    pub people: Vec<PersonEntry>,
    #[serde(rename = "position")]
    pub positions: Vec<PositionEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnitEntry {
    pub key: String,
    pub name: Line<200>,
    pub level: Key,
    pub kind: Option<Key>,
    #[serde(default)]
    pub area: String,
    pub parent: Option<String>,
    #[serde(default = "service", deserialize_with = "function")]
    pub function: UnitFunction,
    pub from: Date,
    pub to: Option<Date>,
    pub successor: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PersonEntry {
    pub key: String,
    pub name: Line<120>,
    #[serde(default)]
    pub email: String,
    pub login: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PositionEntry {
    pub person: Option<String>,
    pub unit: String,
    #[serde(deserialize_with = "role")]
    pub role: Role,
    pub title: Line<120>,
    pub from: Date,
    pub to: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ChainFile {
    #[serde(rename = "decision", default)]
    pub decisions: Vec<DecisionEntry>,
    #[serde(rename = "element", default)]
    pub elements: Vec<ElementEntry>,
    #[serde(rename = "stance", default)]
    pub stances: Vec<StanceEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DecisionEntry {
    pub key: String,
    pub body: String,
    pub on: Date,
    pub case: Line<60>,
    pub text: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ElementEntry {
    pub key: String,
    pub spec: Key,
    pub owner: String,
    pub year: i16,
    pub title: Line<200>,
    #[serde(default)]
    pub text: Prose,
    #[serde(default)]
    pub under: Vec<String>,
    #[serde(default)]
    pub loose: bool,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub markers: Vec<String>,
    #[serde(default, deserialize_with = "horizon")]
    pub horizon: Option<Years>,
    #[serde(default)]
    pub tags: Vec<Line<60>>,

    #[serde(default)]
    pub vision: Prose,
    #[serde(default)]
    pub motivation: Prose,
    #[serde(default)]
    pub effect: Prose,
    #[serde(default)]
    pub target_group: Prose,
    #[serde(default)]
    pub follow_up: Prose,
    #[serde(default)]
    pub policy_area: Prose<200>,
    pub orientation: Option<Orientation>,
    pub measure: Option<Measure>,
    pub scope: Option<Scope>,
    pub direction: Option<Direction>,
    pub documentation: Option<Documentation>,
    pub start: Option<Date>,
    pub due: Option<Date>,
    pub responsible: Option<String>,
    #[serde(rename = "criterion", default)]
    pub criteria: Vec<Criterion>,
    #[serde(rename = "milestone", default)]
    pub milestones: Vec<Milestone>,

    pub who: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub progress: Option<Progress>,
    #[serde(default)]
    pub reason: Prose,
    pub cost_kroner: Option<i64>,
    #[serde(default)]
    pub benefit_promised: Prose,
    #[serde(default)]
    pub benefit_harvested: Prose,

    #[serde(default)]
    pub state: EndState,
    pub drafted: Option<Date>,
    pub decision: Option<String>,
    #[serde(default)]
    pub note: Prose,
    #[serde(default, deserialize_with = "outcome")]
    pub outcome: Option<Outcome>,
}

/// Where an element of the file has come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EndState {
    #[default]
    Draft,
    Proposed,
    Returned,
    Adopted,
    Closed,
    Withdrawn,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StanceEntry {
    pub goal: String,
    pub unit: String,
    pub answer: EndAnswer,
    #[serde(default)]
    pub reason: Prose,
}

/// What a unit of the file has answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EndAnswer {
    Asked,
    TakenUp,
    Declined,
}

impl ElementEntry {
    /// What the element says when it is drafted. `who` is the name of the unit it names.
    pub fn content(&self, responsible: Option<PositionId>, who: Prose<200>, is_action: bool) -> Content {
        Content {
            title: self.title.clone(),
            text: self.text.clone(),
            horizon: self.horizon,
            tags: self.tags.clone(),
            goal: GoalFields {
                vision: self.vision.clone(),
                motivation: self.motivation.clone(),
                expected_effect: self.effect.clone(),
                target_group: self.target_group.clone(),
                follow_up: self.follow_up.clone(),
                policy_area: self.policy_area.clone(),
                orientation: self.orientation,
                measure: self.measure,
                scope: self.scope,
                direction: self.direction,
                documentation: self.documentation,
                start: self.start,
                due: self.due,
                responsible,
                criteria: self.criteria.clone(),
                milestones: self.milestones.clone(),
            },
            action: is_action.then(|| ActionFields {
                from: self.from,
                to: self.to,
                who,
                cost: self.cost_kroner.map(Ore::kroner),
                benefit_promised: self.benefit_promised.clone(),
                ..ActionFields::default()
            }),
        }
    }

    /// Everything that must be there when this is drafted: what it stands under and beside.
    pub fn rests_on(&self) -> impl Iterator<Item = &String> {
        self.under.iter().chain(&self.sources).chain(&self.markers)
    }
}

fn service() -> UnitFunction {
    UnitFunction::Service
}

/// Reads one of a closed set by its spelling.
pub(super) fn spelled<'de, D: Deserializer<'de>, T>(
    from: D,
    parse: impl Fn(&str) -> Option<T>,
    right: &str,
) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("{text:?} is none of {right}")))
}

fn function<'de, D: Deserializer<'de>>(from: D) -> Result<UnitFunction, D::Error> {
    spelled(from, UnitFunction::parse, "service, support")
}

fn role<'de, D: Deserializer<'de>>(from: D) -> Result<Role, D::Error> {
    spelled(from, Role::parse, &Role::ALL.map(Role::as_str).join(", "))
}

fn outcome<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Outcome>, D::Error> {
    spelled(from, Outcome::parse, "met, partly, not-met").map(Some)
}

/// `2018` or `2018-2021`.
pub(super) fn horizon<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Years>, D::Error> {
    let years = |text: &str| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        Years::new(first.parse().ok()?, last.parse().ok()?)
    };
    spelled(from, years, "a year (2018) or a run of years (2018-2021)").map(Some)
}
