//! What the marks below something add up to: how many of each, and a lamp. Never an average: two greens and a red are two
//! greens and a red.

use serde::{Deserialize, Serialize};

use super::{Mark, ReportState};
use crate::chain::StateName;
use crate::models::Lamps;

/// How many goals have each mark. Every goal is counted once, however many ways it is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Spread {
    /// Red.
    pub not_met: u32,
    /// Yellow.
    pub partly: u32,
    /// Green.
    pub met: u32,
    /// Grey: not yet to be judged.
    pub not_yet: u32,
    /// Nothing submitted.
    pub silent: u32,
    /// Outside the denominator.
    pub not_relevant: u32,
}

/// A lamp: the share of red among those that are judged (K6).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lamp {
    /// Under both thresholds.
    Green,
    /// From the model's `goals-yellow` percent.
    Yellow,
    /// From the model's `goals-red` percent.
    Red,
    /// Nothing is judged, or more is silent than is judged and nothing calls for yellow or red: silence is never green.
    Out,
}

crate::chain::spelled!(Lamp: Green = "green", Yellow = "yellow", Red = "red", Out = "out");

impl Spread {
    /// One more goal with this mark; `None` for one that is silent.
    pub fn count(&mut self, mark: Option<Mark>, goals: u32) {
        let place = match mark {
            Some(Mark::NotMet) => &mut self.not_met,
            Some(Mark::Partly) => &mut self.partly,
            Some(Mark::Met) => &mut self.met,
            Some(Mark::NotYet) => &mut self.not_yet,
            Some(Mark::NotRelevant) => &mut self.not_relevant,
            None => &mut self.silent,
        };
        *place = place.saturating_add(goals);
    }

    /// Both together. Only of goals that neither shares with the other.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            not_met: self.not_met.saturating_add(other.not_met),
            partly: self.partly.saturating_add(other.partly),
            met: self.met.saturating_add(other.met),
            not_yet: self.not_yet.saturating_add(other.not_yet),
            silent: self.silent.saturating_add(other.silent),
            not_relevant: self.not_relevant.saturating_add(other.not_relevant),
        }
    }

    /// Goals that are judged: red, yellow, green. The lamp's denominator.
    pub const fn judged(self) -> u32 {
        self.not_met.saturating_add(self.partly).saturating_add(self.met)
    }

    /// Goals in the denominator of the picture: all but those that are not relevant.
    pub const fn all(self) -> u32 {
        self.judged().saturating_add(self.not_yet).saturating_add(self.silent)
    }

    /// Its lamp. A threshold is reached by being equal to it.
    pub fn lamp(self, lamps: Lamps) -> Lamp {
        let judged = u64::from(self.judged());
        if judged == 0 {
            return Lamp::Out;
        }
        let reaches = |percent: u8| u64::from(self.not_met) * 100 >= u64::from(percent) * judged;
        if self.not_met > 0 && reaches(lamps.goals_red) {
            Lamp::Red
        } else if self.not_met > 0 && reaches(lamps.goals_yellow) {
            Lamp::Yellow
        } else if u64::from(self.silent) > judged {
            Lamp::Out
        } else {
            Lamp::Green
        }
    }
}

/// The mark a report counts under: `Some(None)` is silent, `None` is outside every count because its goal is no longer in
/// force. What was returned and not sent again is silent.
pub const fn counts_as(state: ReportState, mark: Option<Mark>, goal: StateName) -> Option<Option<Mark>> {
    match goal {
        StateName::Adopted if state.is_answered() => Some(mark),
        StateName::Adopted => Some(None),
        StateName::Draft
        | StateName::Proposed
        | StateName::Returned
        | StateName::Closed
        | StateName::Withdrawn
        | StateName::Superseded => None,
    }
}
