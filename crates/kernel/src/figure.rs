//! A measured quantity: exact to four decimals, negative allowed, large enough for any municipality's accounts.

use std::fmt;

const SCALE: i64 = 10_000;

/// A decimal number with at most four decimals, held as ten-thousandths. `Figure::whole(90)` is 90.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Figure(i64);

impl Figure {
    /// A whole number; saturates beyond ±900 billion.
    pub const fn whole(n: i64) -> Self {
        Self(n.saturating_mul(SCALE))
    }

    /// From ten-thousandths: how it is stored.
    pub const fn from_stored(ten_thousandths: i64) -> Self {
        Self(ten_thousandths)
    }

    /// In ten-thousandths: how it is stored.
    pub const fn stored(self) -> i64 {
        self.0
    }

    /// The whole part and the four decimals, with the sign apart: `(true, 1, 5000)` is −1.5.
    pub const fn parts(self) -> (bool, u64, u64) {
        let size = self.0.unsigned_abs();
        (self.0 < 0, size / SCALE as u64, size % SCALE as u64)
    }
}

/// Machine form: point as decimal mark, no needless zeros. People are shown `lang`'s form.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (negative, whole, decimals) = self.parts();
        let sign = if negative { "-" } else { "" };
        if decimals == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{decimals:04}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

/// Why a text is no figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FigureFault {
    /// Not a number in machine form.
    #[error("not a number")]
    NotANumber,
    /// More than four decimals.
    #[error("more than four decimals")]
    TooFine,
    /// Beyond what a figure holds.
    #[error("too large")]
    TooLarge,
}

impl std::str::FromStr for Figure {
    type Err = FigureFault;

    /// Reads the machine form: `-1234.5`.
    fn from_str(s: &str) -> Result<Self, FigureFault> {
        let (negative, digits) = match s.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, s),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
            return Err(FigureFault::NotANumber);
        }
        if decimals.len() > 4 {
            return Err(FigureFault::TooFine);
        }
        let whole: i64 = whole.parse().map_err(|_| FigureFault::TooLarge)?;
        let decimals: i64 = format!("{decimals:0<4}").parse().map_err(|_| FigureFault::NotANumber)?;
        let size = whole.checked_mul(SCALE).and_then(|w| w.checked_add(decimals)).ok_or(FigureFault::TooLarge)?;
        Ok(Self(if negative { -size } else { size }))
    }
}

impl serde::Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Figure {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_deficit_of_a_hundred_million_and_a_half_keeps_its_sign_and_its_half() {
        let f: Figure = "-100000000.5".parse().unwrap();
        assert_eq!(f.to_string(), "-100000000.5");
    }

    #[test]
    fn a_fifth_decimal_is_refused_rather_than_rounded() {
        assert_eq!("0.12345".parse::<Figure>(), Err(FigureFault::TooFine));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_the_same(n in -900_000_000_000i64..900_000_000_000) {
            let f = Figure::from_stored(n);
            prop_assert_eq!(f.to_string().parse::<Figure>(), Ok(f));
        }

        #[test]
        fn no_text_makes_the_reader_panic(s in ".{0,40}") {
            let _ = s.parse::<Figure>();
        }
    }
}
