//! When agenda and material are due by law.

use jiff::civil::{Date, Weekday, date};
use pejl_domain::cases::dates::{agenda_by, is_weekday, material_by};
use pejl_domain::wheel::workdays::easter;
use proptest::prelude::*;

#[test]
fn saturday_is_a_weekday_and_sunday_is_not() {
    assert_eq!(agenda_by(date(2019, 11, 18)), date(2019, 11, 13));
    assert_eq!(material_by(date(2019, 11, 18)), date(2019, 11, 14));
}

#[test]
fn easter_pushes_the_agenda_into_the_week_before() {
    // Tuesday after Easter 2019: Monday, Good Friday, Maundy Thursday and Sunday do not count, the Saturday between them does.
    assert_eq!(material_by(date(2019, 4, 23)), date(2019, 4, 16));
    assert_eq!(agenda_by(date(2019, 4, 23)), date(2019, 4, 15));
}

#[test]
fn christmas_eve_and_constitution_day_count_and_christmas_day_does_not() {
    assert!(is_weekday(date(2019, 12, 24)) && is_weekday(date(2019, 6, 5)) && is_weekday(date(2019, 12, 31)));
    assert!(!is_weekday(date(2019, 12, 25)) && !is_weekday(date(2019, 12, 26)) && !is_weekday(date(2020, 1, 1)));
    assert_eq!(agenda_by(date(2019, 12, 30)), date(2019, 12, 23));
}

#[test]
fn great_prayer_day_was_a_holiday_until_it_was_none() {
    assert!(!is_weekday(date(2023, 5, 5)));
    assert!(is_weekday(date(2024, 4, 26)));
}

#[test]
fn the_holidays_that_move_with_easter_are_where_the_almanac_has_them() {
    let holidays_2026 =
        [date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)];
    assert!(holidays_2026.into_iter().all(|day| !is_weekday(day)));
    for (year, month, day) in [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)] {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn a_meeting_in_week_53_and_on_a_leap_day_has_its_dates() {
    assert_eq!(agenda_by(date(2020, 12, 31)), date(2020, 12, 24));
    assert_eq!(agenda_by(date(2016, 2, 29)), date(2016, 2, 24));
}

proptest! {
    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april(year in 1583i16..=9999) {
        let easter = easter(year);
        prop_assert_eq!(easter.weekday(), Weekday::Sunday);
        prop_assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter));
    }

    #[test]
    fn the_agenda_goes_out_on_a_weekday_before_the_material_and_never_ten_days_before(
        year in 1900i16..2200, month in 1i8..=12, day in 1i8..=28,
    ) {
        let meeting = date(year, month, day);
        let (agenda, material) = (agenda_by(meeting), material_by(meeting));
        prop_assert!(agenda < material && material < meeting);
        prop_assert!(is_weekday(agenda) && is_weekday(material));
        let between = |from: Date| from.series(jiff::ToSpan::day(1)).take_while(|at| *at < meeting).filter(|at| is_weekday(*at)).count();
        prop_assert_eq!((between(agenda), between(material)), (4, 3));
        prop_assert!(meeting.since(agenda).unwrap().get_days() <= 10);
    }
}
