//! Parts of years, runs of years, and spans of dates.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, date};

/// A run of whole years, both included: the council term 2018–2021.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct Years {
    /// First year.
    pub from: i16,
    /// Last year.
    pub to: i16,
}

impl Years {
    /// The years, or `None` where they run backwards.
    pub const fn new(from: i16, to: i16) -> Option<Self> {
        if from <= to { Some(Self { from, to }) } else { None }
    }

    /// Whether the year is one of them.
    pub const fn contains(self, year: i16) -> bool {
        self.from <= year && year <= self.to
    }

    /// The council term a year belongs to: four years from 1 January after the election (2018–2021, 2022–2025 …).
    /// Source: the law on local elections, § 6.
    pub const fn term_of(year: i16) -> Self {
        let from = year - (year - 2018).rem_euclid(4);
        Self { from, to: from + 3 }
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to { write!(f, "{}", self.from) } else { write!(f, "{}–{}", self.from, self.to) }
    }
}

/// A span of dates, first included; open where the end is missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// First day.
    pub from: Date,
    /// Last day, included; `None` while it goes on.
    pub to: Option<Date>,
}

impl Span {
    /// The span, or `None` where it would end before it begins.
    pub fn new(from: Date, to: Option<Date>) -> Option<Self> {
        match to {
            Some(to) if to < from => None,
            _ => Some(Self { from, to }),
        }
    }

    /// Whether the day lies in it.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Which part of a year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Slice {
    /// The whole year.
    Whole,
    /// A half, 1–2.
    Half(u8),
    /// A tertial (four months), 1–3.
    Tertial(u8),
    /// A quarter, 1–4.
    Quarter(u8),
    /// A month, 1–12.
    Month(u8),
}

impl Slice {
    /// First month and how many.
    const fn months(self) -> (u8, u8) {
        match self {
            Self::Whole => (1, 12),
            Self::Half(n) => (n * 6 - 5, 6),
            Self::Tertial(n) => (n * 4 - 3, 4),
            Self::Quarter(n) => (n * 3 - 2, 3),
            Self::Month(n) => (n, 1),
        }
    }
}

/// A year and which part of it. Machine form `2027`, `2027-H1`, `2027-T2`, `2027-Q3`, `2027-M04`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    year: i16,
    slice: Slice,
}

impl Period {
    /// The period, or `None` where the year (1900–2199) or the part does not exist.
    pub fn new(year: i16, slice: Slice) -> Option<Self> {
        let fits = match slice {
            Slice::Whole => true,
            Slice::Half(n) => (1..=2).contains(&n),
            Slice::Tertial(n) => (1..=3).contains(&n),
            Slice::Quarter(n) => (1..=4).contains(&n),
            Slice::Month(n) => (1..=12).contains(&n),
        };
        (fits && (1900..2200).contains(&year)).then_some(Self { year, slice })
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Which part of it.
    pub const fn slice(self) -> Slice {
        self.slice
    }

    /// First day.
    pub fn first(self) -> Date {
        date(self.year, self.slice.months().0 as i8, 1)
    }

    /// Last day.
    pub fn last(self) -> Date {
        let (first, count) = self.slice.months();
        date(self.year, (first + count - 1) as i8, 1).last_of_month()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.slice {
            Slice::Whole => write!(f, "{year}"),
            Slice::Half(n) => write!(f, "{year}-H{n}"),
            Slice::Tertial(n) => write!(f, "{year}-T{n}"),
            Slice::Quarter(n) => write!(f, "{year}-Q{n}"),
            Slice::Month(n) => write!(f, "{year}-M{n:02}"),
        }
    }
}

/// The text is no period in machine form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a period of the form 2027, 2027-H1, 2027-T2, 2027-Q3 or 2027-M04")]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(s: &str) -> Result<Self, NotAPeriod> {
        let (year, part) = s.split_once('-').unwrap_or((s, ""));
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAPeriod);
        }
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let mut letters = part.chars();
        let slice = match letters.next() {
            None => Slice::Whole,
            Some(letter) => {
                let n: u8 = letters.as_str().parse().map_err(|_| NotAPeriod)?;
                match letter {
                    'H' => Slice::Half(n),
                    'T' => Slice::Tertial(n),
                    'Q' => Slice::Quarter(n),
                    'M' => Slice::Month(n),
                    _ => return Err(NotAPeriod),
                }
            }
        };
        Self::new(year, slice).ok_or(NotAPeriod)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_term_after_the_election_of_2025_runs_from_2026_to_2029() {
        assert_eq!(Years::term_of(2027).to_string(), "2026–2029");
        assert_eq!(Years::term_of(2009).to_string(), "2006–2009");
    }

    #[test]
    fn the_second_tertial_runs_from_may_to_august() {
        let t: Period = "2027-T2".parse().unwrap();
        assert_eq!((t.first(), t.last()), (date(2027, 5, 1), date(2027, 8, 31)));
    }

    #[test]
    fn a_span_without_an_end_goes_on() {
        let span = Span::new(date(2026, 1, 1), None).unwrap();
        assert!(span.holds(date(2099, 1, 1)) && !span.holds(date(2025, 12, 31)));
    }

    #[test]
    fn a_span_cannot_end_before_it_begins() {
        assert_eq!(Span::new(date(2026, 2, 1), Some(date(2026, 1, 31))), None);
    }

    proptest! {
        #[test]
        fn the_quarters_tile_the_year(year in 1900i16..2200) {
            for n in 1..4u8 {
                let here = Period::new(year, Slice::Quarter(n)).unwrap();
                let next = Period::new(year, Slice::Quarter(n + 1)).unwrap();
                prop_assert_eq!(here.last().tomorrow().unwrap(), next.first());
            }
        }

        #[test]
        fn what_is_written_reads_back_the_same(year in 1900i16..2200, n in 1u8..=12) {
            let p = Period::new(year, Slice::Month(n)).unwrap();
            prop_assert_eq!(p.to_string().parse::<Period>(), Ok(p));
        }

        #[test]
        fn no_text_makes_the_reader_panic(s in ".{0,20}") {
            let _ = s.parse::<Period>();
        }
    }
}
