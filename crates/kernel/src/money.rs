//! Money is whole øre. It is never a float and never a bare number.

/// An amount in øre. Expense is positive, income negative, as in the municipal ledger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// An amount given in whole kroner; saturates far beyond any municipal budget.
    pub const fn kroner(kroner: i64) -> Self {
        Self(kroner.saturating_mul(100))
    }

    /// The sum, or `None` where it would overflow.
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }
}
