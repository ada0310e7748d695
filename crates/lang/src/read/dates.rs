//! Dates as people type them.

use jiff::civil::Date;

use super::plain_marks;
use crate::{Args, Speech};

/// Danish and English, month by month. A month is named by its first three letters or more: `jan`, `sept`, `marts`.
const MONTHS: [[&str; 2]; 12] = [
    ["januar", "january"],
    ["februar", "february"],
    ["marts", "march"],
    ["april", "april"],
    ["maj", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["august", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

/// Why a text is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateFault {
    /// Nothing was typed.
    Empty,
    /// Not a date in any form that is known.
    Unreadable {
        /// A date to show the form with: today.
        example: Date,
    },
    /// Day and month without a year. It is asked for, since a guess around New Year would be wrong half of the time.
    NoYear {
        /// What it would be this year.
        this_year: Date,
    },
    /// There are twelve months, and the day stands first.
    NoSuchMonth {
        /// A date to show the form with: today.
        example: Date,
    },
    /// The month has not so many days.
    NoSuchDay {
        /// Its last day.
        last: Date,
    },
    /// Before 1900 or after 2199.
    YearOutOfReach,
}

impl DateFault {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "fault-date-empty",
            Self::Unreadable { .. } => "fault-date-unreadable",
            Self::NoYear { .. } => "fault-date-no-year",
            Self::NoSuchMonth { .. } => "fault-date-no-such-month",
            Self::NoSuchDay { .. } => "fault-date-no-such-day",
            Self::YearOutOfReach => "fault-date-year-out-of-reach",
        }
    }

    /// What is wrong and what would be right, in a sentence.
    pub fn sentence(self, speech: Speech) -> String {
        match self {
            Self::Empty | Self::YearOutOfReach => speech.say(self.key()),
            Self::Unreadable { example } | Self::NoSuchMonth { example } | Self::NoYear { this_year: example } => {
                speech.a(self.key(), "example", as_typed(example))
            }
            Self::NoSuchDay { last } => speech.say_with(self.key(), &Args::new().text("last", speech.date(last))),
        }
    }
}

/// The form in which Danes write a date by hand: `5/1-2026`.
fn as_typed(day: Date) -> String {
    format!("{}/{}-{}", day.day(), day.month(), day.year())
}

/// A date. Reads `5/1-2026`, `5/1 2026`, `5.1.26`, `05-01-2026`, `20260105`, `2026-01-05`, `5. januar 2026`, `5. jan. 2026`,
/// `den 5. januar 2026`. The day stands before the month unless the year comes first. Two digits of a year are 1970–2069.
/// `today` is only for the example in a refusal.
///
/// # Errors
/// [`DateFault`], with the sentence to show beside the field.
pub fn read_date(text: &str, today: Date) -> Result<Date, DateFault> {
    let typed = plain_marks(text);
    let unreadable = DateFault::Unreadable { example: today };
    if typed.is_empty() {
        return Err(DateFault::Empty);
    }
    let parts = parts(&typed).ok_or(unreadable)?;
    let parts = match parts.as_slice() {
        ["den" | "d", rest @ ..] => rest,
        all => all,
    };
    let (day, month, year) = match *parts {
        [run] if run.len() == 8 && is_number(run) => (&run[6..], &run[4..6], Some(&run[..4])),
        [day, month] => (day, month, None),
        [year, month, day] if year.len() == 4 && is_number(month) => (day, month, Some(year)),
        [day, month, year] => (day, month, Some(year)),
        _ => return Err(unreadable),
    };
    let day = short_number(day).ok_or(unreadable)?;
    let month = month_of(month).ok_or(unreadable)?;
    if !(1..=12).contains(&month) {
        return Err(DateFault::NoSuchMonth { example: today });
    }
    let Some(year) = year else {
        let this_year = civil(today.year(), month, day)?;
        return Err(DateFault::NoYear { this_year });
    };
    civil(year_of(year).ok_or(unreadable)?, month, day)
}

/// The runs of digits and of letters; `None` where anything stands between them but what dates are written with.
fn parts(typed: &str) -> Option<Vec<&str>> {
    if typed.chars().any(|c| !c.is_ascii_digit() && !c.is_alphabetic() && !matches!(c, ' ' | '.' | '/' | '-' | ',')) {
        return None;
    }
    Some(typed.split([' ', '.', '/', '-', ',']).filter(|part| !part.is_empty()).collect())
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

fn short_number(part: &str) -> Option<i8> {
    if part.len() <= 2 && is_number(part) { part.parse().ok() } else { None }
}

fn month_of(part: &str) -> Option<i8> {
    let named = |names: &[&str; 2]| part.len() >= 3 && names.iter().any(|name| name.starts_with(part));
    match MONTHS.iter().position(named) {
        Some(index) => i8::try_from(index + 1).ok(),
        None => short_number(part),
    }
}

fn year_of(part: &str) -> Option<i16> {
    let year: i16 = if is_number(part) {
        part.parse().ok()?
    } else {
        return None;
    };
    match part.len() {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

fn civil(year: i16, month: i8, day: i8) -> Result<Date, DateFault> {
    if !(1900..2200).contains(&year) {
        return Err(DateFault::YearOutOfReach);
    }
    let first = Date::new(year, month, 1).map_err(|_| DateFault::YearOutOfReach)?;
    Date::new(year, month, day).map_err(|_| DateFault::NoSuchDay { last: first.last_of_month() })
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;
    use crate::Lang;

    const TODAY: Date = date(2026, 11, 21);

    fn read(typed: &str) -> Result<Date, DateFault> {
        read_date(typed, TODAY)
    }

    #[test]
    fn a_date_reads_as_danes_write_it() {
        for typed in [
            "5/1-2026",
            "5/1 2026",
            "5.1.26",
            "05-01-2026",
            "20260105",
            "2026-01-05",
            "5. januar 2026",
            "5. jan 2026",
            "5. jan. 2026",
            " 5 JANUAR 2026 ",
            "den 5. januar 2026",
            "d. 5/1-26",
            "5. 1. 2026",
            "05/01/2026",
            "5 January 2026",
            "5\u{a0}jan.\u{a0}2026",
            "5\u{2013}1\u{2013}2026",
        ] {
            assert_eq!(read(typed), Ok(date(2026, 1, 5)), "{typed}");
        }
    }

    #[test]
    fn two_digits_of_a_year_turn_the_century_at_seventy() {
        assert_eq!(read("1/2-69"), Ok(date(2069, 2, 1)));
        assert_eq!(read("1/2-70"), Ok(date(1970, 2, 1)));
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_with_the_last_that_does() {
        assert_eq!(read("31.2.2026"), Err(DateFault::NoSuchDay { last: date(2026, 2, 28) }));
        assert_eq!(read("31.2."), Err(DateFault::NoSuchDay { last: date(2026, 2, 28) }));
        assert_eq!(read("29/2-2028"), Ok(date(2028, 2, 29)));
        assert_eq!(read("0/2-2028"), Err(DateFault::NoSuchDay { last: date(2028, 2, 29) }));
        assert_eq!(
            DateFault::NoSuchDay { last: date(2026, 2, 28) }.sentence(Speech::new(Lang::Da)),
            "Den dag findes ikke. Månedens sidste dag er 28. februar 2026."
        );
    }

    #[test]
    fn a_year_is_asked_for_and_never_guessed() {
        assert_eq!(read("5/1"), Err(DateFault::NoYear { this_year: date(2026, 1, 5) }));
        assert_eq!(read("5. januar"), Err(DateFault::NoYear { this_year: date(2026, 1, 5) }));
    }

    #[test]
    fn a_month_that_does_not_exist_or_a_year_out_of_reach_is_refused() {
        assert_eq!(read("1/25/2026"), Err(DateFault::NoSuchMonth { example: TODAY }));
        assert_eq!(read("5/1-0026"), Err(DateFault::YearOutOfReach));
        assert_eq!(read("22000101"), Err(DateFault::YearOutOfReach));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in
            ["i morgen", "5", "050126", "5/1-026", "2026-01-05T10:00", "5 ja 2026", "005/1-2026", "5/1-2026 12", "٥/١-٢٠٢٦"]
        {
            assert_eq!(read(typed), Err(DateFault::Unreadable { example: TODAY }), "{typed}");
        }
        assert_eq!(read(" "), Err(DateFault::Empty));
    }

    #[test]
    fn every_fault_has_its_sentence_in_both_languages() {
        let faults = [
            DateFault::Empty,
            DateFault::Unreadable { example: TODAY },
            DateFault::NoYear { this_year: TODAY },
            DateFault::NoSuchMonth { example: TODAY },
            DateFault::NoSuchDay { last: TODAY },
            DateFault::YearOutOfReach,
        ];
        for lang in Lang::ALL {
            for fault in faults {
                assert!(!fault.sentence(Speech::new(lang)).contains('⟦'), "{fault:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_date_that_is_shown_reads_back_the_same(days in 0i32..109_000) {
            let day = date(1900, 1, 1) + days.days();
            for lang in Lang::ALL {
                let speech = Speech::new(lang);
                for shown in [speech.date(day), speech.date_short(day), speech.date_medium(day), as_typed(day), day.to_string()] {
                    prop_assert_eq!(read(&shown), Ok(day), "{}", shown);
                }
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(any in ".{0,40}", close in "[-/. 0-9a-zæøå]{0,20}") {
            let _ = (read(&any), read(&close));
        }
    }
}
