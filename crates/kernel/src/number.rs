//! The short numbers people say aloud: `M-2027-014`. Unique within a municipality and a kind, never used twice.

use std::{fmt, str::FromStr};

/// The letters in front: which kind of thing it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NumberPrefix {
    /// Objective (målsætning).
    MS,
    /// Policy (politik).
    P,
    /// Guidepost (pejlemærke).
    PM,
    /// Focus area (indsatsområde).
    I,
    /// Goal (mål).
    M,
    /// Action (handling).
    H,
    /// Value marker (værdimarkør).
    V,
    /// Source (kilde).
    K,
    /// Agreement (aftale).
    A,
    /// Case (sag).
    S,
}

impl NumberPrefix {
    /// Every prefix there is.
    pub const ALL: [Self; 10] = [Self::MS, Self::P, Self::PM, Self::I, Self::M, Self::H, Self::V, Self::K, Self::A, Self::S];

    /// Those that elements of the chain have.
    pub const ELEMENTS: [Self; 8] = [Self::MS, Self::P, Self::PM, Self::I, Self::M, Self::H, Self::V, Self::K];

    /// The letters.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::MS => "MS",
            Self::P => "P",
            Self::PM => "PM",
            Self::I => "I",
            Self::M => "M",
            Self::H => "H",
            Self::V => "V",
            Self::K => "K",
            Self::A => "A",
            Self::S => "S",
        }
    }
}

/// A spoken number: prefix, the year it was made in, and a running number within both.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Number {
    /// The letters in front.
    pub prefix: NumberPrefix,
    /// The year of the running number.
    pub year: i16,
    /// The running number, from 1.
    pub serial: u32,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:03}", self.prefix.letters(), self.year, self.serial)
    }
}

/// The text is not of the form `M-2027-014`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a number of the form M-2027-014")]
pub struct NotANumber;

impl FromStr for Number {
    type Err = NotANumber;

    /// Reads what people type: small letters and missing zeros are fine.
    fn from_str(s: &str) -> Result<Self, NotANumber> {
        let mut parts = s.trim().split('-');
        let (letters, year, serial) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(l), Some(y), Some(s), None) => (l.to_ascii_uppercase(), y, s),
            _ => return Err(NotANumber),
        };
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(year) || year.len() != 4 || !digits(serial) {
            return Err(NotANumber);
        }
        Ok(Self {
            prefix: NumberPrefix::ALL.into_iter().find(|p| p.letters() == letters).ok_or(NotANumber)?,
            year: year.parse().map_err(|_| NotANumber)?,
            serial: serial.parse().map_err(|_| NotANumber)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_the_way_people_type_it() {
        let n: Number = "m-2027-14".parse().unwrap();
        assert_eq!(n.to_string(), "M-2027-014");
    }

    #[test]
    fn a_number_without_a_year_is_refused() {
        assert_eq!("M-014".parse::<Number>(), Err(NotANumber));
    }

    proptest! {
        #[test]
        fn what_is_said_reads_back_the_same(p in 0usize..9, year in 1970i16..2100, serial in 1u32..100_000) {
            let n = Number { prefix: NumberPrefix::ALL[p], year, serial };
            prop_assert_eq!(n.to_string().parse::<Number>(), Ok(n));
        }

        #[test]
        fn no_text_makes_the_reader_panic(s in ".{0,40}") {
            let _ = s.parse::<Number>();
        }
    }
}
