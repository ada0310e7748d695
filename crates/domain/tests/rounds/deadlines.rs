//! Who is late, and who is told.

use jiff::civil::{Date, date};
use pejl_domain::rounds::ReportState;
use pejl_domain::rounds::deadlines::*;

use crate::fixture::*;

const DUE: Date = date(2020, 1, 10);

const fn day(day: i8) -> Date {
    date(2020, 1, day)
}

#[test]
fn each_level_has_its_own_last_day_and_a_level_that_is_not_asked_has_none() {
    let round = open(&model(), "aarsstatus");
    assert_eq!(round.due(&key("institution")), Some(DUE));
    assert_eq!(round.due(&key("afdeling")), Some(day(17)));
    assert_eq!(round.due(&key("byraad")), None);
}

#[test]
fn the_last_day_itself_is_in_time() {
    assert!(!is_late(ReportState::Missing, Some(DUE), DUE));
    assert!(is_late(ReportState::Missing, Some(DUE), day(11)));
}

#[test]
fn what_is_sent_is_not_late_and_what_came_back_is_late_again() {
    assert!(!is_late(ReportState::Submitted, Some(DUE), day(20)));
    assert!(!is_late(ReportState::Accepted, Some(DUE), day(20)));
    assert!(is_late(ReportState::Returned, Some(DUE), day(20)));
    assert!(!is_late(ReportState::Missing, None, day(20)), "nobody set a deadline");
}

#[test]
fn the_unit_right_above_is_told_first_and_one_more_every_third_day() {
    let line = ["skoleafdelingen", "direktionen", "byrådet"];
    assert_eq!(told(&line, DUE, DUE), [""; 0]);
    assert_eq!(told(&line, DUE, day(11)), ["skoleafdelingen"]);
    assert_eq!(told(&line, DUE, day(13)), ["skoleafdelingen"]);
    assert_eq!(told(&line, DUE, day(14)), ["skoleafdelingen", "direktionen"]);
    assert_eq!(told(&line, DUE, day(17)), line);
    assert_eq!(told(&line, DUE, date(2199, 12, 31)), line);
}

#[test]
fn who_is_told_and_how_far_up_it_goes_are_one_rule() {
    for days in 0..40i64 {
        let today = DUE.checked_add(jiff::Span::new().days(days)).unwrap();
        for steps in 1..6 {
            assert_eq!(is_told(steps, DUE, today), told(&[(); 6], DUE, today).len() >= steps);
        }
        assert!(!is_told(0, DUE, today), "a unit is not above itself");
    }
}

#[test]
fn days_are_counted_over_the_end_of_a_year_and_never_backwards() {
    assert_eq!(days_late(date(2019, 12, 30), date(2020, 1, 2)), 3);
    assert_eq!(days_late(date(2020, 1, 2), date(2019, 12, 30)), 0);
    assert_eq!(days_late(Date::MIN, Date::MAX), 7_304_483);
}
