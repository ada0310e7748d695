//! The small notations inside texts: `2018-2021`, `5..10`, `+01-15`, and keys.

use pejl_kernel::Years;

use crate::models::{Key, YearDay, fault::FaultKind};

/// The years a model can be about: municipalities as they are since 1970, and no further than people plan.
const YEARS: (i16, i16) = (1970, 2100);

/// `2015` or `2018-2021`; the dash between years (–) is fine too.
pub(super) fn years(text: &str) -> Result<Years, FaultKind> {
    let text = text.trim();
    let (from, to) = match text.split_once(['-', '–']) {
        Some((from, to)) => (year(from)?, year(to)?),
        None => (year(text)?, year(text)?),
    };
    Years::new(from, to).ok_or(FaultKind::YearsBackwards { from, to })
}

fn year(text: &str) -> Result<i16, FaultKind> {
    let text = text.trim();
    if text.len() != 4 || !all_digits(text) {
        return Err(FaultKind::NotYears);
    }
    let year: i16 = text.parse().map_err(|_| FaultKind::NotYears)?;
    let (least, most) = YEARS;
    if (least..=most).contains(&year) { Ok(year) } else { Err(FaultKind::YearOutOfReach { year, least, most }) }
}

/// `5..10`, `..10` (from `least`) or `5` (exactly).
pub(super) fn range(text: &str, least: u32, most: u32) -> Result<(u32, u32), FaultKind> {
    let number = |text: &str| -> Result<u32, FaultKind> {
        let text = text.trim();
        if !all_digits(text) {
            return Err(FaultKind::NotARange);
        }
        match text.parse() {
            Ok(n) if n <= most => Ok(n),
            _ => Err(FaultKind::RangeTooLarge { most }),
        }
    };
    let (from, to) = match text.trim().split_once("..") {
        Some((from, to)) if from.trim().is_empty() => (least, number(to)?),
        Some((from, to)) => (number(from)?, number(to)?),
        None => (number(text)?, number(text)?),
    };
    match (from, to) {
        (_, 0) => Err(FaultKind::RangeOfNone),
        (from, to) if from > to => Err(FaultKind::RangeBackwards { least: from, most: to }),
        fine => Ok(fine),
    }
}

/// `06-30`, or `+01-15` in the year after.
pub(super) fn day(text: &str) -> Result<YearDay, FaultKind> {
    let text = text.trim();
    let (years_on, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (0, text),
    };
    let (month, day) = rest.split_once('-').ok_or(FaultKind::NotADay)?;
    let number = |text: &str| -> Result<u8, FaultKind> {
        let fits = text.len() == 2 && all_digits(text);
        if fits { text.parse().map_err(|_| FaultKind::NotADay) } else { Err(FaultKind::NotADay) }
    };
    let (month, day) = (number(month)?, number(day)?);
    let last = last_of(month).ok_or(FaultKind::NotADay)?;
    if (1..=last).contains(&day) { Ok(YearDay { years_on, month, day }) } else { Err(FaultKind::NoSuchDay { month, day, last }) }
}

/// The last day that a month has every year.
fn last_of(month: u8) -> Option<u8> {
    match month {
        2 => Some(28), // the model is used every year, and the 29th is not there in three of four
        4 | 6 | 9 | 11 => Some(30),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        _ => None,
    }
}

/// The key someone most likely meant: `Byråd og udvalg` → `byraad-og-udvalg`.
pub(super) fn as_key(text: &str) -> Option<String> {
    let mut key = String::new();
    for c in text.trim().to_lowercase().chars().take(60) {
        match c {
            'æ' => key.push_str("ae"),
            'ø' => key.push_str("oe"),
            'å' => key.push_str("aa"),
            'é' => key.push('e'),
            c if c.is_ascii_lowercase() || c.is_ascii_digit() => key.push(c),
            _ if key.is_empty() || key.ends_with('-') => {}
            _ => key.push('-'),
        }
    }
    let key = key.trim_end_matches('-').to_owned();
    Key::parse(&key).map(|_| key)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_may_leave_out_its_beginning_or_be_a_single_number() {
        assert_eq!(range("5..10", 0, 999), Ok((5, 10)));
        assert_eq!(range("..5", 0, 999), Ok((0, 5)));
        assert_eq!(range("3", 0, 999), Ok((3, 3)));
    }

    #[test]
    fn a_day_with_a_plus_is_in_the_year_after() {
        assert_eq!(day("+01-15"), Ok(YearDay { years_on: 1, month: 1, day: 15 }));
        assert_eq!(day("02-29"), Err(FaultKind::NoSuchDay { month: 2, day: 29, last: 28 }));
    }

    #[test]
    fn a_key_is_suggested_without_danish_letters_and_spaces() {
        assert_eq!(as_key("Byråd og Økonomiudvalg!").as_deref(), Some("byraad-og-oekonomiudvalg"));
        assert_eq!(as_key("42"), None);
    }

    #[test]
    fn a_single_year_is_a_term_of_one() {
        assert_eq!(years("2015"), Ok(Years { from: 2015, to: 2015 }));
        assert_eq!(years("2018–2021"), Ok(Years { from: 2018, to: 2021 }));
    }
}
