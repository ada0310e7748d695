//! The text form of every closed set in a model: as it stands in the TOML file, and as the store saves it.
//!
//! One place, so that a file, a row and a URL can never spell the same thing in two ways.

use std::fmt;

use pejl_kernel::NumberPrefix;

use super::{BodyKind, CountedWithin, Covers, ElementKind, GoalField, Heard, Latitude, Noun, RoundMode, StepKind};

/// A closed set whose members have a text form; so that the reader of model files is written once for all of them.
pub(super) trait Named: Copy + PartialEq + 'static {
    /// Every one there is.
    fn all() -> &'static [Self];
    /// The text form.
    fn text(self) -> &'static str;
}

macro_rules! names {
    ($($of:ident { $($variant:ident = $text:literal),+ $(,)? })+) => { $(
        impl $of {
            /// Every one there is, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The text form, in kebab-case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the text form; `None` where there is no such one.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Named for $of {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn text(self) -> &'static str {
                self.as_str()
            }
        }

        impl fmt::Display for $of {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+ };
}

names! {
    Noun {
        Council = "council",
        Committee = "committee",
        FinanceCommittee = "finance-committee",
        ExecutiveBoard = "executive-board",
        Department = "department",
        Institution = "institution",
        Objective = "objective",
        Policy = "policy",
        Guidepost = "guidepost",
        FocusArea = "focus-area",
        Goal = "goal",
        Action = "action",
        ValueMarker = "value-marker",
        Source = "source",
        Agreement = "agreement",
        Round = "round",
        Wheel = "wheel",
        Theme = "theme",
        Rule = "rule",
        Decision = "decision",
        Effect = "effect",
        Criterion = "criterion",
    }
    BodyKind {
        Council = "council",
        FinanceCommittee = "finance-committee",
        Committee = "committee",
        ExecutiveBoard = "executive-board",
        Department = "department",
        Institution = "institution",
    }
    ElementKind {
        Objective = "objective",
        Policy = "policy",
        Guidepost = "guidepost",
        FocusArea = "focus-area",
        Goal = "goal",
        Action = "action",
        ValueMarker = "value-marker",
        Source = "source",
    }
    CountedWithin {
        Municipality = "municipality",
        Unit = "unit",
        Parent = "parent",
    }
    GoalField {
        Text = "text",
        Vision = "vision",
        Motivation = "motivation",
        ExpectedEffect = "expected-effect",
        TargetGroup = "target-group",
        Orientation = "orientation",
        Measure = "measure",
        Scope = "scope",
        Criteria = "criteria",
        Indicator = "indicator",
        Baseline = "baseline",
        Direction = "direction",
        Start = "start",
        Due = "due",
        Milestones = "milestones",
        Responsible = "responsible",
        Documentation = "documentation",
        FollowUp = "follow-up",
        PolicyArea = "policy-area",
        ValueMarkers = "value-markers",
        Sources = "sources",
    }
    Heard {
        Employees = "employees",
        WorksCouncil = "works-council",
        UserBoard = "user-board",
    }
    Covers {
        Goals = "goals",
        Money = "money",
    }
    RoundMode {
        All = "all",
        Deviations = "deviations",
    }
    StepKind {
        Meeting = "meeting",
        Seminar = "seminar",
        Dialogue = "dialogue",
        Deadline = "deadline",
        Round = "round",
        Decision = "decision",
        Work = "work",
    }
    Latitude {
        Fixed = "fixed",
        Free = "free",
    }
}

impl Noun {
    /// The key under `[words]` in a model file; the same as [`Noun::as_str`].
    pub const fn key(self) -> &'static str {
        self.as_str()
    }
}

impl GoalField {
    /// The key in lists of fields in a model file; the same as [`GoalField::as_str`].
    pub const fn key(self) -> &'static str {
        self.as_str()
    }
}

impl ElementKind {
    /// The noun that names this kind where an element has no word of its own.
    pub const fn noun(self) -> Noun {
        match self {
            Self::Objective => Noun::Objective,
            Self::Policy => Noun::Policy,
            Self::Guidepost => Noun::Guidepost,
            Self::FocusArea => Noun::FocusArea,
            Self::Goal => Noun::Goal,
            Self::Action => Noun::Action,
            Self::ValueMarker => Noun::ValueMarker,
            Self::Source => Noun::Source,
        }
    }

    /// The letters in front of the numbers of this kind.
    pub const fn prefix(self) -> NumberPrefix {
        match self {
            Self::Objective => NumberPrefix::MS,
            Self::Policy => NumberPrefix::P,
            Self::Guidepost => NumberPrefix::PM,
            Self::FocusArea => NumberPrefix::I,
            Self::Goal => NumberPrefix::M,
            Self::Action => NumberPrefix::H,
            Self::ValueMarker => NumberPrefix::V,
            Self::Source => NumberPrefix::K,
        }
    }

    /// Whether it stands beside the hierarchy: markers and sources are pointed to, never stood under (S5, T6).
    pub const fn is_beside(self) -> bool {
        match self {
            Self::ValueMarker | Self::Source => true,
            Self::Objective | Self::Policy | Self::Guidepost | Self::FocusArea | Self::Goal | Self::Action => false,
        }
    }
}

impl BodyKind {
    /// The noun that names this kind of body where a level has no word of its own.
    pub const fn noun(self) -> Noun {
        match self {
            Self::Council => Noun::Council,
            Self::FinanceCommittee => Noun::FinanceCommittee,
            Self::Committee => Noun::Committee,
            Self::ExecutiveBoard => Noun::ExecutiveBoard,
            Self::Department => Noun::Department,
            Self::Institution => Noun::Institution,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_reads_back_from_its_key() {
        for noun in Noun::ALL {
            assert_eq!(Noun::parse(noun.key()), Some(*noun));
        }
    }

    #[test]
    fn no_two_kinds_of_element_share_the_letters_of_their_numbers() {
        let letters: std::collections::BTreeSet<_> = ElementKind::ALL.iter().map(|k| k.prefix().letters()).collect();
        assert_eq!(letters.len(), ElementKind::ALL.len());
    }
}
