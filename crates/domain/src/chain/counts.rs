//! How many elements there are against how many the model means (S3: five to ten objectives). Advice, never a refusal.

use pejl_kernel::ids::{ElementId, UnitId};

use crate::models::{CountMeant, ElementSpec, Key};
use crate::sentence::{Arg, Sentence};

/// What a number of elements was counted within.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// The whole municipality.
    Municipality,
    /// One owning unit.
    Unit(UnitId),
    /// One element they stand under.
    Parent(ElementId),
}

/// A number of live elements against what is meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// The spec they are of.
    pub spec: Key,
    /// What they were counted within.
    pub group: Group,
    /// How many there are.
    pub count: u32,
    /// How many are meant.
    pub meant: CountMeant,
    /// How the two compare.
    pub fit: Fit,
}

/// How a number fits what is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// This many too few.
    Under(u32),
    /// As meant.
    Within,
    /// This many too many.
    Over(u32),
}

/// How a number fits what is meant.
pub const fn fit(meant: CountMeant, count: u32) -> Fit {
    if count < meant.least {
        Fit::Under(meant.least - count)
    } else if count > meant.most {
        Fit::Over(count - meant.most)
    } else {
        Fit::Within
    }
}

impl Counted {
    /// One number of one spec's elements; `None` where the model means no number.
    pub fn of(spec: &ElementSpec, group: Group, count: u32) -> Option<Self> {
        let meant = spec.count?;
        Some(Self { spec: spec.key.clone(), group, count, meant, fit: fit(meant, count) })
    }

    /// The advice; `None` where the number is as meant. `spec` says what the elements are called.
    pub fn advice(&self, spec: &ElementSpec) -> Option<Sentence> {
        let key = match self.fit {
            Fit::Within => return None,
            Fit::Under(_) => "advice-count-under",
            Fit::Over(_) => "advice-count-over",
        };
        let sentence = Sentence::new(key)
            .with("noun", Arg::Element(spec.key.clone(), spec.kind.noun()))
            .with("count", Arg::Count(self.count.into()))
            .with("least", Arg::Count(self.meant.least.into()))
            .with("most", Arg::Count(self.meant.most.into()));
        Some(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::CountedWithin;

    const FIVE_TO_TEN: CountMeant = CountMeant { least: 5, most: 10, within: CountedWithin::Municipality };

    #[test]
    fn five_and_ten_objectives_are_both_as_meant() {
        assert_eq!(fit(FIVE_TO_TEN, 5), Fit::Within);
        assert_eq!(fit(FIVE_TO_TEN, 10), Fit::Within);
    }

    #[test]
    fn four_objectives_are_one_too_few_and_twelve_two_too_many() {
        assert_eq!(fit(FIVE_TO_TEN, 4), Fit::Under(1));
        assert_eq!(fit(FIVE_TO_TEN, 12), Fit::Over(2));
    }
}
