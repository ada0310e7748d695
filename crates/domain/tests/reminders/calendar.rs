//! Which mails are due: clocks that change, weeks that are numbered 53, days that are not there every year.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday, date};
use pejl_domain::reminders::*;
use pejl_kernel::{PersonId, SequenceMint};
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn anna() -> PersonId {
    PersonId::new(&SequenceMint::default())
}

fn days(text: u8) -> DaysBefore {
    DaysBefore::new(text).unwrap()
}

/// Runs every hour between two instants, as the program does; the weeks whose digest came.
fn digests(on: DigestDay, from: &str, to: &str) -> Vec<(String, String)> {
    let (mut now, end, mut last, mut came) = (at(from), at(to), None, Vec::new());
    while now < end {
        if let Some(run) = Run::due(last, now) {
            if let Some(week) = run.weekly(on) {
                came.push((week.to_string(), pejl_kernel::clock::danish_time(now).to_string()));
            }
            last = Some(run.day);
        }
        now += jiff::SignedDuration::from_hours(1);
    }
    came
}

#[test]
fn the_digest_came_an_hour_late_when_the_clocks_went_forward() {
    // 31 March 2019: 02:00 became 03:00. Seven by the clock on the wall is 05:00 UTC that week and 06:00 the week before.
    let came = digests(DigestDay::Monday, "2019-03-24T00:00:00Z", "2019-04-08T00:00:00Z");
    assert_eq!(
        came,
        [("2019-W13".to_owned(), "2019-03-25T07:00:00".to_owned()), ("2019-W14".to_owned(), "2019-04-01T07:00:00".to_owned()),]
    );
}

#[test]
fn the_digest_came_twice_when_the_clocks_went_back() {
    let came = digests(DigestDay::Monday, "2019-10-26T00:00:00Z", "2019-11-01T00:00:00Z");
    assert_eq!(came, [("2019-W44".to_owned(), "2019-10-28T07:00:00".to_owned())]);
}

#[test]
fn there_was_no_digest_in_week_53() {
    let came = digests(DigestDay::Friday, "2020-12-20T00:00:00Z", "2021-01-16T00:00:00Z");
    let weeks: Vec<&str> = came.iter().map(|(week, _)| week.as_str()).collect();
    assert_eq!(weeks, ["2020-W52", "2020-W53", "2021-W01", "2021-W02"]);
    assert_eq!(came[1].1, "2021-01-01T07:00:00"); // the Friday of week 53 of 2020 is in 2021
}

#[test]
fn the_digest_of_new_years_week_came_twice_because_the_year_changed() {
    // Monday 30 December 2019 is in week 1 of 2020, and so is Friday 3 January.
    assert_eq!(Week::of(date(2019, 12, 30)), Week::of(date(2020, 1, 3)));
    assert_eq!(digests(DigestDay::Monday, "2019-12-29T00:00:00Z", "2020-01-05T00:00:00Z").len(), 1);
}

#[test]
fn a_deadline_on_29_february_was_forgotten() {
    let run = |day: Date| Run { after: day.yesterday().unwrap(), day };
    let leap = date(2020, 2, 29);
    assert!(!run(date(2020, 2, 25)).is_near(days(3), leap));
    assert!(run(date(2020, 2, 26)).is_near(days(3), leap));
    assert!(run(leap).is_near(days(3), leap));
    assert!(!run(date(2020, 3, 1)).is_near(days(3), leap));
    let key = MailKey::deadline(anna(), leap);
    assert_eq!((key.period.as_str(), key.stale_on()), ("2020-02-29", Some(date(2020, 3, 1))));
    // 1 March is two days after 27 February in a leap year, and one in any other.
    assert!(!run(date(2020, 2, 28)).is_near(days(1), date(2020, 3, 1)));
    assert!(run(date(2019, 2, 28)).is_near(days(1), date(2019, 3, 1)));
}

#[test]
fn nothing_comes_before_seven_in_the_morning_and_the_day_is_the_danish_one() {
    assert_eq!(Run::due(None, at("2019-07-01T04:59:59Z")), None);
    let run = Run::due(None, at("2019-07-01T05:00:00Z")).unwrap();
    assert_eq!(run, Run { after: date(2019, 6, 30), day: date(2019, 7, 1) });
    assert_eq!(Run::due(Some(run.day), at("2019-07-01T12:00:00Z")), None);
    // 23:30 UTC on 1 July is 2 July in Denmark, and not yet seven.
    assert_eq!(Run::due(Some(run.day), at("2019-07-01T23:30:00Z")), None);
}

#[test]
fn the_machine_was_off_on_monday_and_the_digest_never_came() {
    let came = |last: Date, now: &str| Run::due(Some(last), at(now)).unwrap().weekly(DigestDay::Monday).map(|w| w.to_string());
    assert_eq!(came(date(2019, 11, 15), "2019-11-20T08:00:00Z").as_deref(), Some("2019-W47")); // off from Saturday to Wednesday
    assert_eq!(came(date(2019, 11, 18), "2019-11-20T08:00:00Z"), None); // it was not off on Monday
    // Off for a week and a half: this week's Monday is yet to come, and last week's digest would be old.
    assert_eq!(came(date(2019, 11, 8), "2019-11-20T08:00:00Z").as_deref(), Some("2019-W47"));
    let thursday = Run::due(Some(date(2019, 11, 8)), at("2019-11-20T08:00:00Z")).unwrap().weekly(DigestDay::Thursday);
    assert_eq!(thursday, None);
}

#[test]
fn whoever_moves_the_day_from_monday_to_wednesday_gets_the_same_week_and_so_no_second_mail() {
    let of = |day: Date, on| MailKey::weekly(anna(), Run { after: day.yesterday().unwrap(), day }.weekly(on).unwrap());
    assert_eq!(of(date(2019, 11, 18), DigestDay::Monday), of(date(2019, 11, 20), DigestDay::Wednesday));
}

#[test]
fn two_mails_came_the_same_morning_about_the_same_deadline() {
    let monday = Run { after: date(2019, 11, 17), day: date(2019, 11, 18) };
    let ahead = [date(2019, 11, 20), date(2019, 11, 20), date(2019, 11, 21), date(2019, 11, 22), date(2019, 11, 17)];
    let choices = Choices::default();
    assert_eq!(monday.deadlines(choices, ahead), []); // the digest names them
    let tuesday = Run { after: date(2019, 11, 18), day: date(2019, 11, 19) };
    assert_eq!(tuesday.deadlines(choices, ahead), [date(2019, 11, 20), date(2019, 11, 21), date(2019, 11, 22)]);
    assert_eq!(monday.deadlines(Choices { weekly: None, ..choices }, ahead), [date(2019, 11, 20), date(2019, 11, 21)]);
    assert_eq!(tuesday.deadlines(Choices { before: None, ..choices }, ahead), []);
    assert!(choices.without_mail().is_silent());
}

#[test]
fn an_old_digest_came_on_sunday_night() {
    let key = MailKey::weekly(anna(), Week::of(date(2019, 11, 18)));
    assert_eq!(key.stale_on(), Some(date(2019, 11, 25)));
    let fresh = key.fresh_for(at("2019-11-24T22:00:00Z"));
    assert_eq!(fresh, jiff::SignedDuration::from_hours(1)); // midnight in Denmark is 23:00 UTC in winter
    assert!(key.fresh_for(at("2019-11-26T00:00:00Z")).is_zero());
}

#[test]
fn what_is_due_on_sunday_stood_under_later() {
    let today = date(2020, 12, 31); // the Thursday of week 53
    assert_eq!(When::of(Some(date(2020, 12, 30)), today), When::Late);
    assert_eq!(When::of(Some(today), today), When::ThisWeek);
    assert_eq!(When::of(Some(date(2021, 1, 3)), today), When::ThisWeek);
    assert_eq!(When::of(Some(date(2021, 1, 4)), today), When::Later);
    assert_eq!(When::of(None, today), When::Undated);
}

#[test]
fn days_before_are_from_one_to_thirty() {
    assert!(DaysBefore::new(0).is_err() && DaysBefore::new(31).is_err());
    assert_eq!((days(1).days(), days(30).days()), (1, 30));
}

proptest! {
    #[test]
    fn however_often_and_late_it_runs_a_week_has_one_digest_at_most(
        start in 0i64..3000, hours in prop::collection::vec(1i64..80, 1..60), on in prop::sample::select(DigestDay::ALL),
    ) {
        let (mut now, mut last, mut came) = (at("2018-01-01T00:00:00Z") + jiff::SignedDuration::from_hours(24 * start), None, Vec::new());
        for step in hours {
            if let Some(run) = Run::due(last, now) {
                prop_assert!(run.after < run.day);
                if let Some(week) = run.weekly(on) {
                    prop_assert!(!came.contains(&week));
                    prop_assert!(week.day(Weekday::Monday).unwrap() <= run.day);
                    prop_assert_eq!(week.to_string().parse::<Week>(), Ok(week));
                    came.push(week);
                }
                last = Some(run.day);
            }
            now += jiff::SignedDuration::from_hours(step);
        }
    }
}
