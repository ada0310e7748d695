//! When an agenda and its material are due by law: as far as possible four and three weekdays before the meeting
//! (kommunestyrelsesloven § 8, stk. 4; § 20 for committees). Weekdays are *hverdage*: Saturday is one, Sunday and the public
//! holidays are not. Constitution Day and Christmas Eve are no public holidays in that sense and count.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::wheel::workdays::is_public_holiday;

/// Weekdays between the agenda and the meeting.
pub const AGENDA_DAYS: u32 = 4;
/// Weekdays between the material and the meeting.
pub const MATERIAL_DAYS: u32 = 3;

/// The last day on which the agenda of a meeting is sent out in time.
///
/// For the meeting on Monday 18 November 2019 that is Wednesday the 13th: Thursday, Friday and Saturday lie between them, and
/// the 13th is itself the fourth weekday before.
pub fn agenda_by(meeting: Date) -> Date {
    weekdays_before(meeting, AGENDA_DAYS)
}

/// The last day on which the material for a meeting is sent out in time.
pub fn material_by(meeting: Date) -> Date {
    weekdays_before(meeting, MATERIAL_DAYS)
}

/// The day that lies so many weekdays before another.
fn weekdays_before(day: Date, weekdays: u32) -> Date {
    let (mut at, mut left) = (day, weekdays);
    while left > 0 {
        let Ok(before) = at.checked_sub(1.day()) else { return at };
        at = before;
        left -= u32::from(is_weekday(at));
    }
    at
}

/// Whether a day is a *hverdag*.
pub fn is_weekday(day: Date) -> bool {
    day.weekday() != Weekday::Sunday && !is_public_holiday(day)
}
