//! How a set of goals leans: cross-cutting or each for itself, effect or production, development or operations (K8, H4,
//! S9). Counts, shares that add up to a hundred, and advice where everything leans one way.

use crate::sentence::Sentence;

use super::{Measure, Orientation, Scope, spelled};

/// Goals that are alike in all three respects, and how many they are: one row of one grouped query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alike {
    /// Whose goals they are.
    pub scope: Option<Scope>,
    /// Change or running service.
    pub orientation: Option<Orientation>,
    /// Effect or production.
    pub measure: Option<Measure>,
    /// How many.
    pub count: usize,
}

/// How a set of goals leans.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Balance {
    /// How many goals.
    pub goals: usize,
    /// By scope.
    pub scope: Spread<Scope>,
    /// By orientation.
    pub orientation: Spread<Orientation>,
    /// By measure.
    pub measure: Spread<Measure>,
}

/// How many goals say each of a few words, and how many say nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spread<T> {
    /// Each word with its count and its share in percent.
    pub said: Vec<Part<T>>,
    /// Those that say nothing.
    pub unsaid: usize,
    /// Their share in percent. With the others it adds up to 100, where there is anything at all.
    pub unsaid_percent: u8,
}

/// One word's part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<T> {
    /// The word.
    pub word: T,
    /// How many say it.
    pub count: usize,
    /// Their share in percent.
    pub percent: u8,
}

/// Where a set of goals leans too far. The catalogue has `balance-<skew>`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Skew {
    /// Not one goal is shared with others (K2).
    NoneCrossCutting,
    /// More goals on production than on effect (K8).
    MostlyProduction,
    /// More goals on operations than on development (H4).
    MostlyOperations,
    /// Only the unit's own goals: nothing of what it was asked.
    OnlyOwn,
    /// More than a third do not say what they measure: then the rest says little.
    MostlyUnsaid,
}

spelled!(Skew:
    NoneCrossCutting = "none-cross-cutting", MostlyProduction = "mostly-production",
    MostlyOperations = "mostly-operations", OnlyOwn = "only-own", MostlyUnsaid = "mostly-unsaid",
);

/// Fewer goals than this lean no way.
pub const FEWEST_TO_JUDGE: usize = 3;

impl Balance {
    /// Adds up.
    pub fn of(rows: &[Alike]) -> Self {
        Self {
            goals: rows.iter().map(|row| row.count).sum(),
            scope: spread(Scope::ALL, rows, |row| row.scope),
            orientation: spread(Orientation::ALL, rows, |row| row.orientation),
            measure: spread(Measure::ALL, rows, |row| row.measure),
        }
    }

    /// Where it leans too far; empty where there are too few goals to say.
    pub fn skews(&self) -> Vec<Skew> {
        if self.goals < FEWEST_TO_JUDGE {
            return Vec::new();
        }
        Skew::ALL.iter().copied().filter(|skew| self.leans(*skew)).collect()
    }

    /// The advice, one sentence a skew.
    pub fn advice(&self) -> Vec<Sentence> {
        let sentence = |skew: Skew| Sentence::new(&format!("balance-{}", skew.as_str())).count("goals", self.goals);
        self.skews().into_iter().map(sentence).collect()
    }

    fn leans(&self, skew: Skew) -> bool {
        let said = |spread_unsaid: usize| spread_unsaid < self.goals;
        match skew {
            Skew::NoneCrossCutting => said(self.scope.unsaid) && self.scope.count(Scope::CrossCutting) == 0,
            Skew::MostlyProduction => {
                let effect = self.measure.count(Measure::Effect);
                self.goals - self.measure.unsaid > effect * 2
            }
            Skew::MostlyOperations => {
                self.orientation.count(Orientation::Operations) > self.orientation.count(Orientation::Development)
            }
            Skew::OnlyOwn => self.scope.count(Scope::Own) == self.goals,
            Skew::MostlyUnsaid => self.measure.unsaid * 3 > self.goals,
        }
    }
}

impl<T: Copy + PartialEq> Spread<T> {
    /// How many say this word.
    pub fn count(&self, word: T) -> usize {
        self.said.iter().filter(|part| part.word == word).map(|part| part.count).sum()
    }
}

fn spread<T: Copy + PartialEq>(words: &[T], rows: &[Alike], said: fn(&Alike) -> Option<T>) -> Spread<T> {
    let count = |word: Option<T>| rows.iter().filter(|row| said(row) == word).map(|row| row.count).sum::<usize>();
    let unsaid = count(None);
    let counts: Vec<usize> = words.iter().map(|word| count(Some(*word))).chain([unsaid]).collect();
    let percents = percents(&counts);
    let parts = words.iter().zip(&counts).zip(&percents);
    Spread {
        said: parts.map(|((word, count), percent)| Part { word: *word, count: *count, percent: *percent }).collect(),
        unsaid,
        unsaid_percent: percents.last().copied().unwrap_or(0),
    }
}

/// Whole percentages that add up to 100 (largest remainders; the earlier wins a tie); all 0 where there is nothing.
pub fn percents(counts: &[usize]) -> Vec<u8> {
    let total: u128 = counts.iter().map(|n| *n as u128).sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let hundredfold = |n: usize| n as u128 * 100;
    let mut shares: Vec<u8> = counts.iter().map(|n| u8::try_from(hundredfold(*n) / total).unwrap_or(100)).collect();
    let left = 100 - shares.iter().map(|s| u32::from(*s)).sum::<u32>().min(100);
    let mut by_remainder: Vec<usize> = (0..counts.len()).collect();
    by_remainder.sort_by_key(|i| std::cmp::Reverse(hundredfold(counts[*i]) % total)); // stable: the earlier wins a tie
    for i in by_remainder.into_iter().take(left as usize) {
        shares[i] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn goals(scope: Scope, measure: Measure, count: usize) -> Alike {
        Alike { scope: Some(scope), orientation: Some(Orientation::Development), measure: Some(measure), count }
    }

    #[test]
    fn production_goals_outnumbering_effect_goals_are_advised_against() {
        let leaning = Balance::of(&[goals(Scope::CrossCutting, Measure::Effect, 2), goals(Scope::Specific, Measure::Activity, 3)]);
        assert_eq!(leaning.skews(), [Skew::MostlyProduction]);
        let level = Balance::of(&[goals(Scope::CrossCutting, Measure::Effect, 3), goals(Scope::Specific, Measure::Activity, 3)]);
        assert_eq!(level.skews(), []);
    }

    #[test]
    fn two_goals_are_too_few_to_lean() {
        assert_eq!(Balance::of(&[goals(Scope::Own, Measure::Input, 2)]).skews(), []);
        assert_eq!(
            Balance::of(&[goals(Scope::Own, Measure::Input, 3)]).skews(),
            [Skew::NoneCrossCutting, Skew::MostlyProduction, Skew::OnlyOwn]
        );
    }

    #[test]
    fn thirds_are_shown_so_that_they_add_up() {
        assert_eq!(percents(&[1, 1, 1]), [34, 33, 33]);
    }

    proptest! {
        #[test]
        fn shares_add_up_to_a_hundred(counts in prop::collection::vec(0usize..10_000, 1..8)) {
            let sum: u32 = percents(&counts).iter().map(|p| u32::from(*p)).sum();
            prop_assert_eq!(sum, if counts.iter().all(|n| *n == 0) { 0 } else { 100 });
        }
    }
}
