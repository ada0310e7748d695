//! Dates as they stand in files.

use jiff::civil::Date;

/// Reads a date in one of the forms that Danish systems write: `2018-05-01` (also with a time behind it), `20180501`,
/// `01-05-2018`, `1.5.2018`, `1/5-2018`, `1/5/2018`; two digits of a year mean this century. `None` where it is none of them, or no
/// such day.
pub fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let text = match text.as_bytes().get(10) {
        Some(b'T' | b' ') => &text[..10],
        _ => text,
    };
    if !text.is_ascii() {
        return None;
    }
    let parts: Vec<&str> = text.split(['-', '.', '/']).map(str::trim).collect();
    let (year, month, day) = match parts[..] {
        [whole] if whole.len() == 8 => (&whole[..4], &whole[4..6], &whole[6..]),
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 || year.len() == 2 => (year, month, day),
        _ => return None,
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
    let in_century = if year.len() == 2 { 2000 } else { 0 };
    let month = i8::try_from(number(month)?).ok()?;
    let day = i8::try_from(number(day)?).ok()?;
    Date::new(number(year)? + in_century, month, day).ok()
}

/// What systems write for *no end*: a day that never comes.
pub(super) fn never_comes(day: Date) -> bool {
    day.year() >= 9999
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_date_is_read_in_every_form_that_danish_systems_write() {
        for text in [
            "2018-05-01",
            "2018-05-01T00:00:00+02:00",
            "20180501",
            "01-05-2018",
            "1.5.2018",
            "01.05.2018",
            "1/5-2018",
            "1/5/2018",
            "1/5-18",
        ] {
            assert_eq!(read_date(text), Some(date(2018, 5, 1)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in ["", "31-02-2018", "2018", "maj 2018", "1-5", "2018-13-01", "x2018-05-01", "å1-05-2018", "+1-05-2018"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,24}") {
            let _ = read_date(&text);
        }

        #[test]
        fn every_day_reads_back_from_its_forms(days in 0i32..90_000) {
            let day = date(1950, 1, 1).saturating_add(jiff::Span::new().days(days));
            let (y, m, d) = (day.year(), day.month(), day.day());
            for text in [format!("{day}"), format!("{d}/{m}-{y}"), format!("{d:02}.{m:02}.{y}"), format!("{y:04}{m:02}{d:02}")] {
                prop_assert_eq!(read_date(&text), Some(day));
            }
        }
    }
}
