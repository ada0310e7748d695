//! Which days are working days in a Danish town hall: not weekends, not public holidays, not the days it is closed by
//! agreement; and no meetings in July.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

/// The last year with the Great Prayer Day: abolished from 2024 (lov nr. 214 af 06/03/2023).
const LAST_PRAYER_DAY: i16 = 2023;

/// Easter Sunday of a year (Gregorian; Meeus, Jones and Butcher). It falls from 22 March to 25 April.
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    let small = |n: i32| i8::try_from(n).unwrap_or(1);
    Date::new(year, small(month), small(day)).unwrap_or(Date::constant(2000, 4, 23))
}

/// A day so many days after another; the day itself where the calendar ends.
fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// Whether it is a public holiday, or one of the days on which municipalities are closed by agreement: 5 June, 24 and
/// 31 December.
pub fn is_holiday(day: Date) -> bool {
    is_public_holiday(day) || matches!((day.month(), day.day()), (6, 5) | (12, 24) | (12, 31))
}

/// Whether it is one of the public holidays of the church and New Year's Day: neither a *hverdag* nor a working day.
pub fn is_public_holiday(day: Date) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1) | (12, 25) | (12, 26));
    let sunday = easter(day.year());
    // Maundy Thursday, Good Friday, Easter, Ascension, Whitsun.
    let by_easter = [-3, -2, 0, 1, 39, 49, 50].into_iter().any(|days| later(sunday, days) == day);
    let prayer = day.year() <= LAST_PRAYER_DAY && later(sunday, 26) == day;
    fixed || by_easter || prayer
}

/// Whether people are at work that day, by the calendar.
pub fn is_workday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_holiday(day)
}

/// Whether a step of the wheel can begin or end that day: a working day, and not in July, when nobody meets.
pub fn is_open(day: Date) -> bool {
    day.month() != 7 && is_workday(day)
}

/// The day itself where it is open, else the first open day after it. What July swallows comes to the first working day of
/// August.
pub fn open_from(day: Date) -> Date {
    // No run of closed days is longer than July with the weekends around it.
    (0..60).map(|days| later(day, days)).find(|day| is_open(*day)).unwrap_or(day)
}

/// The day itself where it is a working day, else the last working day before it. July counts as any month: a date set by law
/// is never later than the law's.
pub fn workday_until(day: Date) -> Date {
    (0..60).map(|days| later(day, -days)).find(|day| is_workday(*day)).unwrap_or(day)
}

/// The last open day not after it; but what July swallows comes to the first working day of August.
pub fn open_until(day: Date) -> Date {
    let before = workday_until(day);
    if before.month() == 7 { open_from(date(before.year(), 8, 1)) } else { before }
}
