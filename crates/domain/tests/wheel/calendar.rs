use jiff::civil::{Weekday, date};
use pejl_domain::wheel::workdays::{easter, is_holiday, is_open, is_workday, open_from, open_until, workday_until};
use proptest::prelude::*;

use crate::day;

#[test]
fn easter_falls_where_the_almanac_says() {
    let almanac = [
        "2009-04-12",
        "2015-04-05",
        "2018-04-01",
        "2019-04-21",
        "2020-04-12",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2038-04-25",
    ];
    for sunday in almanac {
        assert_eq!(easter(day(sunday).year()), day(sunday));
    }
}

#[test]
fn the_great_prayer_day_is_kept_until_2023_and_is_a_working_day_from_2024() {
    assert!(is_holiday(date(2019, 5, 17)) && is_holiday(date(2023, 5, 5)));
    assert!(is_workday(date(2024, 4, 26)), "the fourth Friday after Easter of the first year without it");
}

#[test]
fn constitution_day_and_the_two_eves_are_closed() {
    for closed in [date(2019, 6, 5), date(2019, 12, 24), date(2019, 12, 31), date(2018, 12, 31), date(2020, 1, 1)] {
        assert!(!is_workday(closed), "{closed}");
    }
    assert!(is_workday(date(2019, 12, 27)) && is_workday(date(2019, 12, 30)));
}

#[test]
fn the_movable_holidays_of_2019() {
    for holiday in ["2019-04-18", "2019-04-19", "2019-04-22", "2019-05-30", "2019-06-10"] {
        assert!(is_holiday(day(holiday)), "{holiday}");
    }
    assert!(is_workday(date(2019, 4, 17)) && is_workday(date(2019, 4, 23)) && is_workday(date(2019, 5, 31)));
}

#[test]
fn what_july_swallows_comes_to_the_first_working_day_of_august() {
    assert_eq!(open_from(date(2010, 7, 1)), date(2010, 8, 2), "1 August 2010 was a Sunday");
    assert_eq!(open_until(date(2010, 7, 15)), date(2010, 8, 2));
    assert_eq!(open_until(date(2010, 8, 1)), date(2010, 8, 2), "the last working day before is in July");
    assert_eq!(open_from(date(2019, 6, 29)), date(2019, 8, 1), "a Saturday, and the Monday is in July");
}

#[test]
fn a_day_set_by_law_only_moves_back_even_into_july() {
    assert_eq!(workday_until(date(2010, 8, 1)), date(2010, 7, 30));
    assert_eq!(workday_until(date(2022, 10, 15)), date(2022, 10, 14), "15 October 2022 was a Saturday");
}

proptest! {
    #[test]
    fn easter_is_a_sunday_in_spring(year in 1900i16..2200) {
        let sunday = easter(year);
        prop_assert_eq!(sunday.weekday(), Weekday::Sunday);
        prop_assert!(date(year, 3, 22) <= sunday && sunday <= date(year, 4, 25));
    }

    #[test]
    fn every_day_finds_an_open_one(year in 1900i16..2199, month in 1i8..=12, of_month in 1i8..=28) {
        let here = date(year, month, of_month);
        prop_assert!(is_open(open_from(here)) && open_from(here) >= here);
        prop_assert!(is_open(open_until(here)));
        prop_assert!(is_workday(workday_until(here)) && workday_until(here) <= here);
    }
}
