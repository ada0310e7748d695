//! What a unit's follow-up looks like in a round: one value that the page, the politicians' summary and the frozen round are
//! all made from. While the round runs it is put together from the database; when the round closes it is kept to the byte,
//! and from then on it is what is shown.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_kernel::{ElementId, Number, UnitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{FeedbackKind, Lamp, Mark, Outlook, ReportState, Spread};
use crate::chain::spelled;
use crate::models::Key;

/// A unit's follow-up in a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RoundPage {
    /// The round's key in the model, and its year.
    pub round: (Key, i16),
    /// Its cut-off date.
    pub cut_off: Date,
    /// The unit.
    pub unit: UnitSeen,
    /// The marks of every goal asked in this unit and below.
    pub spread: Spread,
    /// Their lamp, by the thresholds in force then.
    pub lamp: Lamp,
    /// The same unit's marks in the last closed round that covered goals; `None` where there is none.
    pub before: Option<Spread>,
    /// The units right below that have goals in the round, at their own level or further down, by name.
    pub below: Vec<UnitLine>,
    /// The unit's own goals in the round, by number; at most [`MOST_LINES`].
    pub own: Vec<GoalSeen>,
    /// What is off course here and below: red, yellow, and silent past its deadline, worst first; at most [`MOST_LINES`].
    pub deviations: Vec<GoalSeen>,
    /// How many are off course in all.
    pub deviations_in_all: u32,
    /// Goals here and below with another mark than last time, worst change first; at most [`MOST_LINES`].
    pub changed: Vec<GoalSeen>,
    /// How many changed in all.
    pub changed_in_all: u32,
    /// Judged green while its figures fall, or red while they rise; at most [`MOST_LINES`].
    pub against_figures: Vec<GoalSeen>,
    /// The unit's own objectives, policies, guideposts and focus areas, with the marks below each.
    pub elements: Vec<ElementSeen>,
    /// The marks by policy area of the goals here and below, by name; goals without one are left out.
    pub areas: Vec<AreaSeen>,
    /// The unit's own assessment.
    pub assessment: Option<AssessmentSeen>,
    /// What units right below assessed and ask.
    pub assessments_below: Vec<AssessmentSeen>,
    /// What the unit was answered.
    pub feedback: Vec<FeedbackSeen>,
    /// What followed for the unit.
    pub consequences: Vec<ConsequenceSeen>,
}

/// The most lines of each kind on a page.
pub const MOST_LINES: usize = 100;

/// A unit as it was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitSeen {
    /// Its id.
    pub id: UnitId,
    /// 12 is E-12.
    pub serial: i64,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Key,
}

/// A unit right below, with how far it has come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitLine {
    /// The unit.
    pub unit: UnitSeen,
    /// The marks of the goals there and below.
    pub spread: Spread,
    /// Their lamp.
    pub lamp: Lamp,
    /// Goals asked there and below.
    pub asked: u32,
    /// Of these: submitted or accepted.
    pub submitted: u32,
    /// Of these: accepted.
    pub accepted: u32,
    /// Of these: returned and not submitted again.
    pub returned: u32,
    /// The deadline of its level; `None` where the round has none for it.
    pub due: Option<Date>,
    /// Whether it has written its assessment.
    pub is_assessed: bool,
    /// Whether it has been answered by the unit above.
    pub is_answered: bool,
}

/// A goal in a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GoalSeen {
    /// Its id.
    pub id: ElementId,
    /// Its number: `M-2018-014`.
    pub number: String,
    /// Its title in the edition that is judged.
    pub title: String,
    /// The unit it is asked of.
    pub unit: UnitSeen,
    /// When it shall be met.
    pub due: Option<Date>,
    /// Where the report stands.
    pub state: ReportState,
    /// Its mark; `None` while nothing is submitted.
    pub mark: Option<Mark>,
    /// Its mark in the last closed round that asked it.
    pub before: Option<Mark>,
    /// Where it is heading.
    pub outlook: Option<Outlook>,
    /// What its figures suggest.
    pub suggested: Option<Mark>,
    /// What is the case, why, and what is done now; empty where not asked.
    pub fact: String,
    /// Why.
    pub cause: String,
    /// What is done now.
    pub action: String,
    /// What was done, for those that are not off course.
    pub done: String,
    /// The documented effect.
    pub effect: String,
}

/// An element of the unit's own with the marks below it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ElementSeen {
    /// Its id.
    pub id: ElementId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The marks of every goal below it, each counted once however many ways it is reached.
    pub spread: Spread,
    /// How its owner judges it; `None` where nobody has.
    pub mark: Option<Mark>,
    /// Why.
    pub grounds: String,
}

/// A policy area with its marks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AreaSeen {
    /// The area, as it is written on the goals.
    pub name: String,
    /// Its marks.
    pub spread: Spread,
    /// Its lamp.
    pub lamp: Lamp,
}

/// A unit's assessment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AssessmentSeen {
    /// The unit.
    pub unit: UnitSeen,
    /// What it says.
    pub text: String,
    /// What it asks of its receiver.
    pub asked: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a unit was answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FeedbackSeen {
    /// Its id, for answering it.
    pub id: pejl_kernel::FeedbackId,
    /// Who answers.
    pub from: UnitSeen,
    /// Whose follow-up it is.
    pub to: UnitSeen,
    /// The goal's number and title; `None` where it is about all of it.
    pub goal: Option<(String, String)>,
    /// What kind of answer.
    pub kind: FeedbackKind,
    /// In words.
    pub text: String,
    /// The person who gave it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What the unit said to it; empty while it has not.
    pub answer: String,
    /// When the unit answered.
    pub answered_at: Option<Timestamp>,
}

/// What followed for a unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConsequenceSeen {
    /// The consequence in the model.
    pub consequence: Key,
    /// The goal's number and title; `None` where it rests on all of them.
    pub goal: Option<(String, String)>,
    /// Why.
    pub grounds: String,
    /// The person who gave it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A goal's mark in two rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// The goal.
    pub id: ElementId,
    /// Its number.
    pub number: Number,
    /// Its title now.
    pub title: String,
    /// The unit it was asked of in the later round.
    pub unit: UnitSeen,
    /// The mark in the earlier round: `None` where it was not asked, `Some(None)` where it was silent.
    pub earlier: Option<Option<Mark>>,
    /// The mark in the later round.
    pub later: Option<Option<Mark>>,
}

impl RoundPage {
    /// The page to the byte, as it is kept when the round closes.
    ///
    /// # Errors
    /// None that a page can give rise to; what the writer of JSON says is passed on.
    pub fn freeze(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// The page that was kept.
    ///
    /// # Errors
    /// Where the bytes are no page: a fault, since nothing else is kept.
    pub fn thaw(body: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(body)
    }
}

/// The seal of a round: SHA-256 over its kept pages in order of unit id, in hexadecimal. Of each page the unit's id (16 bytes),
/// how many bytes it has (8 bytes, the largest first) and the bytes themselves, so that nothing can move from one page to the
/// next unseen.
pub fn seal<'a>(pages: impl IntoIterator<Item = (UnitId, &'a str)>) -> String {
    let mut pages: Vec<(UnitId, &str)> = pages.into_iter().collect();
    pages.sort_unstable();
    let mut hasher = Sha256::new();
    for (unit, body) in pages {
        hasher.update(unit.0.as_bytes());
        hasher.update(u64::try_from(body.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(body.as_bytes());
    }
    hex(&hasher.finalize())
}

/// Bytes in hexadecimal, small letters.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How far a goal is off course, worst first: 0 red, 1 yellow, 2 silent past its deadline; `None` for one that is not (Ø9).
pub const fn deviation(goal: &GoalSeen, is_late: bool) -> Option<u8> {
    match goal.mark {
        Some(Mark::NotMet) => Some(0),
        Some(Mark::Partly) => Some(1),
        Some(Mark::Met | Mark::NotYet | Mark::NotRelevant) => None,
        None if is_late => Some(2),
        None => None,
    }
}

/// Which way a mark went from one round to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Change {
    /// Towards green.
    Better,
    /// Towards red.
    Worse,
    /// To or from a mark that is neither red, yellow nor green.
    Other,
    /// Reported in one of the rounds only: silence is no judgement, so it was not judged otherwise.
    OneOnly,
}

spelled!(Change: Better = "better", Worse = "worse", Other = "other", OneOnly = "one-only");

/// Which way a mark went; `None` where it is the same. No mark is silence.
pub fn change(before: Option<Mark>, now: Option<Mark>) -> Option<Change> {
    match (before, now) {
        (before, now) if before == now => None,
        (None, _) | (_, None) => Some(Change::OneOnly),
        (Some(_), Some(_)) => Some(match steps(before, now) {
            Some(1..) => Change::Better,
            Some(_) => Change::Worse,
            None => Change::Other,
        }),
    }
}

/// How many colours from one mark to another, towards green; `None` where one of them is no colour.
fn steps(before: Option<Mark>, now: Option<Mark>) -> Option<i8> {
    Some(colour(now?)? - colour(before?)?)
}

const fn colour(mark: Mark) -> Option<i8> {
    match mark {
        Mark::NotMet => Some(0),
        Mark::Partly => Some(1),
        Mark::Met => Some(2),
        Mark::NotYet | Mark::NotRelevant => None,
    }
}

impl GoalSeen {
    /// Which way it went since last time; `None` where it is the same.
    pub fn change(&self) -> Option<Change> {
        change(self.before, self.mark)
    }

    /// What to sort changes by, worst first: two colours down, one down, to or from no colour, one up, two up.
    pub fn change_rank(&self) -> i8 {
        steps(self.before, self.mark).unwrap_or(0)
    }
}

impl Moved {
    /// Which way it went; what was not asked in one of the rounds went no way, and the page says that it was not asked.
    pub fn change(&self) -> Option<Change> {
        self.earlier.zip(self.later).and_then(|(earlier, later)| change(earlier, later))
    }
}
