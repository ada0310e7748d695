//! How good a goal is as a goal: advice while it is written, numbers afterwards. Never a refusal: a goal may have its
//! reasons, and whoever answers for it judges.

use crate::models::{ElementSpec, GoalField};

use super::{Content, Measure, Tied, spelled};

/// One thing that makes a goal good. The catalogue has `quality-<check>`, the claim, and `quality-<check>-advice`, what
/// to do where it does not hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Check {
    /// It says what will be different.
    Effect,
    /// Somebody can count when it is met.
    Measurable,
    /// It says where things stand now and where they shall stand.
    Baseline,
    /// A position answers for it.
    Owner,
    /// It has a date.
    Deadline,
    /// A body has adopted it.
    Decision,
    /// It says which money carries it.
    Money,
    /// It serves something above.
    Tied,
    /// It aims at an effect, not at what is produced.
    Aim,
    /// It is one of few.
    Few,
}

spelled!(Check:
    Effect = "effect", Measurable = "measurable", Baseline = "baseline", Owner = "owner", Deadline = "deadline",
    Decision = "decision", Money = "money", Tied = "tied", Aim = "aim", Few = "few",
);

impl Check {
    /// Which of the sources asks for it.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Effect => "H5",
            Self::Measurable | Self::Baseline | Self::Deadline => "K3",
            Self::Owner | Self::Tied => "K2",
            Self::Decision => "K1",
            Self::Money => "K6",
            Self::Aim => "K8",
            Self::Few => "H4",
        }
    }

    /// The field of the form that mends it; `None` where something other than a field does.
    pub const fn field(self) -> Option<GoalField> {
        match self {
            Self::Effect => Some(GoalField::ExpectedEffect),
            Self::Measurable => Some(GoalField::Criteria),
            Self::Baseline => Some(GoalField::Baseline),
            Self::Owner => Some(GoalField::Responsible),
            Self::Deadline => Some(GoalField::Due),
            Self::Money => Some(GoalField::PolicyArea),
            Self::Aim => Some(GoalField::Measure),
            Self::Decision | Self::Tied | Self::Few => None,
        }
    }
}

/// What is true of one goal: flat, so that a list of thousands comes from one query.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct QualityFacts {
    /// The expected effect is written.
    pub has_effect: bool,
    /// A criterion has a comparator and a value.
    pub is_measurable: bool,
    /// A criterion has a baseline and a value to reach.
    pub has_baseline: bool,
    /// A position is responsible.
    pub has_owner: bool,
    /// It is due on a date.
    pub has_deadline: bool,
    /// A decision adopted it.
    pub has_decision: bool,
    /// A policy area or appropriation is named.
    pub has_money: bool,
    /// It stands under something.
    pub is_tied: bool,
    /// It measures an effect.
    pub aims_at_effect: bool,
    /// Its owner has no more of its kind than the model means.
    pub is_one_of_few: bool,
}

impl QualityFacts {
    /// The facts of one goal that is on the screen, as it is being written.
    pub fn of(content: &Content, tied: &Tied, is_decided: bool, is_one_of_few: bool) -> Self {
        let goal = &content.goal;
        Self {
            has_effect: !goal.expected_effect.is_empty(),
            is_measurable: goal.criteria.iter().any(super::Criterion::is_countable),
            has_baseline: goal.criteria.iter().any(|c| c.baseline.is_some() && c.value.is_some()),
            has_owner: goal.responsible.is_some(),
            has_deadline: goal.due.is_some(),
            has_decision: is_decided,
            has_money: !goal.policy_area.is_empty(),
            is_tied: tied.parents > 0,
            aims_at_effect: goal.measure == Some(Measure::Effect),
            is_one_of_few,
        }
    }

    const fn holds(&self, check: Check) -> bool {
        match check {
            Check::Effect => self.has_effect,
            Check::Measurable => self.is_measurable,
            Check::Baseline => self.has_baseline,
            Check::Owner => self.has_owner,
            Check::Deadline => self.has_deadline,
            Check::Decision => self.has_decision,
            Check::Money => self.has_money,
            Check::Tied => self.is_tied,
            Check::Aim => self.aims_at_effect,
            Check::Few => self.is_one_of_few,
        }
    }
}

/// Which checks hold and which do not; what the model does not ask of this kind of element is in neither.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Quality {
    /// What holds.
    pub met: Vec<Check>,
    /// What does not.
    pub unmet: Vec<Check>,
}

impl Quality {
    /// Judges one goal. No decision is asked of what needs no adoption, and no tie of what may stand at the top.
    pub fn judge(spec: &ElementSpec, facts: &QualityFacts) -> Self {
        let (met, unmet) = asked_of(spec).partition(|check| facts.holds(*check));
        Self { met, unmet }
    }

    /// How many checks were asked.
    pub fn asked(&self) -> usize {
        self.met.len() + self.unmet.len()
    }

    /// Whether everything asked holds.
    pub fn is_sound(&self) -> bool {
        self.unmet.is_empty()
    }
}

/// The checks that are asked of a spec's elements.
fn asked_of(spec: &ElementSpec) -> impl Iterator<Item = Check> {
    let (adopted, stands_under) = (spec.adopts.is_some(), !spec.under.is_empty());
    Check::ALL.iter().copied().filter(move |check| match check {
        Check::Decision => adopted,
        Check::Tied => stands_under,
        Check::Effect
        | Check::Measurable
        | Check::Baseline
        | Check::Owner
        | Check::Deadline
        | Check::Money
        | Check::Aim
        | Check::Few => true,
    })
}

/// How many of many goals hold each check: the numbers behind K3 and K8.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct QualitySummary {
    /// How many goals were judged.
    pub goals: usize,
    /// How many hold everything that was asked of them.
    pub sound: usize,
    /// For each check that was asked of any: of how many it was asked, and how many hold it.
    pub checks: Vec<CheckCount>,
}

/// One check over many goals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CheckCount {
    /// The check.
    pub check: Check,
    /// Of how many goals it was asked.
    pub asked: usize,
    /// How many hold it.
    pub met: usize,
}

impl QualitySummary {
    /// Adds up.
    pub fn of<'a>(qualities: impl IntoIterator<Item = &'a Quality>) -> Self {
        let mut counts: Vec<CheckCount> = Check::ALL.iter().map(|c| CheckCount { check: *c, asked: 0, met: 0 }).collect();
        let (mut goals, mut sound) = (0, 0);
        for quality in qualities {
            goals += 1;
            sound += usize::from(quality.is_sound());
            for count in &mut counts {
                let holds = quality.met.contains(&count.check);
                count.met += usize::from(holds);
                count.asked += usize::from(holds || quality.unmet.contains(&count.check));
            }
        }
        counts.retain(|count| count.asked > 0);
        Self { goals, sound, checks: counts }
    }
}
