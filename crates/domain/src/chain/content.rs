//! What people write in an element. Kept whole, so that it can be frozen as an edition, compared with another, and shown
//! side by side when two people wrote at once. Checked text and figures only: what does not fit never gets this far.

use jiff::civil::Date;
use pejl_kernel::ids::PositionId;
use pejl_kernel::{Figure, Line, Ore, Prose, Years};
use serde::{Deserialize, Serialize};

use super::spelled;

/// Everything people write in an element, whatever its kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Content {
    /// What it is called.
    pub title: Line<200>,
    /// What it says.
    #[serde(default)]
    pub text: Prose,
    /// The years it is meant to run.
    #[serde(default)]
    pub horizon: Option<Years>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<Line<60>>,
    /// What a goal holds; objectives, policies and the others may be asked for some of it too.
    #[serde(default)]
    pub goal: GoalFields,
    /// What an action holds; `None` for every other kind.
    #[serde(default)]
    pub action: Option<ActionFields>,
}

impl Content {
    /// Nothing but a title.
    pub fn titled(title: Line<200>) -> Self {
        Self { title, text: Prose::default(), horizon: None, tags: Vec::new(), goal: GoalFields::default(), action: None }
    }
}

/// The fields of a goal (H5, Ø2). Which of them are asked for is the model's choice.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct GoalFields {
    /// How it looks when it has come true (Ø2).
    pub vision: Prose,
    /// Why it matters now.
    pub motivation: Prose,
    /// What will be different, and for whom (H5).
    pub expected_effect: Prose,
    /// For whom.
    pub target_group: Prose,
    /// How it will be followed up (H5).
    pub follow_up: Prose,
    /// The policy area or appropriation that pays for it (K6).
    pub policy_area: Prose<200>,
    /// Change, or running service.
    pub orientation: Option<Orientation>,
    /// Effect for citizens, or what is produced (K8).
    pub measure: Option<Measure>,
    /// Whose goal it is.
    pub scope: Option<Scope>,
    /// Which way the figures should go.
    pub direction: Option<Direction>,
    /// How the effect is documented (T5).
    pub documentation: Option<Documentation>,
    /// When work on it starts.
    pub start: Option<Date>,
    /// When it shall be met.
    pub due: Option<Date>,
    /// The position that answers for it: whoever holds it, or a vacancy that shows.
    pub responsible: Option<PositionId>,
    /// When it counts as met (K3).
    pub criteria: Vec<Criterion>,
    /// What shall be reached on the way.
    pub milestones: Vec<Milestone>,
}

/// One success criterion: a sentence, or a sentence with something to count.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    /// In words: "90 % af forældrene støtter op om sundhedspolitikken".
    pub text: Line<400>,
    /// How the value is compared. Stands together with `value`, or neither does.
    #[serde(default)]
    pub comparator: Option<Comparator>,
    /// The value to reach or hold.
    #[serde(default)]
    pub value: Option<Figure>,
    /// What is counted: "%", "dage", "kr. pr. elev".
    #[serde(default)]
    pub unit: Prose<40>,
    /// Where things stood at the start. Stands together with `baseline_on`, or neither does.
    #[serde(default)]
    pub baseline: Option<Figure>,
    /// The date of the baseline.
    #[serde(default)]
    pub baseline_on: Option<Date>,
    /// What is to be reached on the way, one a date.
    #[serde(default)]
    pub targets: Vec<Target>,
}

impl Criterion {
    /// A criterion in words alone.
    pub fn worded(text: Line<400>) -> Self {
        Self { text, comparator: None, value: None, unit: Prose::default(), baseline: None, baseline_on: None, targets: Vec::new() }
    }

    /// Whether anybody could count it: it has a comparator and a value.
    pub const fn is_countable(&self) -> bool {
        self.comparator.is_some() && self.value.is_some()
    }
}

/// A value to be reached on a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Target {
    /// The date.
    pub on: Date,
    /// The value.
    pub value: Figure,
}

/// Something that shall be reached on the way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Milestone {
    /// When.
    pub on: Date,
    /// What.
    pub text: Line<300>,
}

/// The fields of an action.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ActionFields {
    /// How far it has come.
    pub progress: Progress,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Who does it, in words; the owner says which unit.
    pub who: Prose<200>,
    /// Why it was dropped; read only where it was.
    pub dropped_because: Prose,
    /// What it costs, where it costs.
    pub cost: Option<Ore>,
    /// What was promised it would give (T7).
    pub benefit_promised: Prose,
    /// What it gave (T7).
    pub benefit_harvested: Prose,
}

/// Change, or running service.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Orientation {
    Development,
    Operations,
}

spelled!(Orientation: Development = "development", Operations = "operations");

/// What a goal measures: the effect for citizens, or one of the three things that are produced or spent (K8).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// What it changes for citizens.
    Effect,
    /// What is delivered.
    Output,
    /// What is done.
    Activity,
    /// What is spent on it.
    Input,
}

spelled!(Measure: Effect = "effect", Output = "output", Activity = "activity", Input = "input");

/// Whose goal it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// For one area.
    Specific,
    /// Shared by several committees, departments or agreements.
    CrossCutting,
    /// The unit's own, beside what it was asked (S9).
    Own,
}

spelled!(Scope: Specific = "specific", CrossCutting = "cross-cutting", Own = "own");

/// Which way the figures should go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Hold the level.
    Hold,
}

spelled!(Direction: Up = "up", Down = "down", Hold = "hold");

/// How the effect is documented (T5).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Documentation {
    /// By measuring.
    Measurement,
    /// By professional assessment with grounds.
    Assessment,
}

spelled!(Documentation: Measurement = "measurement", Assessment = "assessment");

/// How a value is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Comparator {
    AtLeast,
    AtMost,
    Hold,
}

spelled!(Comparator: AtLeast = "at-least", AtMost = "at-most", Hold = "hold");

impl Comparator {
    /// As it stands before a value: `≥ 90`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Hold => "=",
        }
    }
}

/// How far an action has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Progress {
    #[default]
    Planned,
    Running,
    Done,
    /// Given up, with a reason.
    Dropped,
}

spelled!(Progress: Planned = "planned", Running = "running", Done = "done", Dropped = "dropped");
