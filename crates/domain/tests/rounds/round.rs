//! A round from the calendar to the seal.

use jiff::civil::date;
use pejl_domain::chain::Outcome;
use pejl_domain::rounds::deeds::{Schedule, asked, schedule};
use pejl_domain::rounds::*;

use crate::fixture::*;

fn deadline(level: &str, month: i8, day: i8) -> RoundDeadline {
    RoundDeadline { level: key(level), on: date(2020, month, day) }
}

fn moved(cut_off: jiff::civil::Date, deadlines: Vec<RoundDeadline>) -> Schedule {
    Schedule { cut_off, deadlines }
}

#[test]
fn a_round_on_the_end_of_the_year_is_reported_in_january_of_the_next() {
    let model = model();
    let (round, event) = Round::plan(round_id(), &model, &key("aarsstatus"), 2019).unwrap();
    assert_eq!(round.cut_off, CUT_OFF);
    assert_eq!(round.deadlines, [deadline("institution", 1, 10), deadline("afdeling", 1, 17)]);
    assert_eq!((round.state, round.seal.as_str()), (RoundState::Planned, ""));
    assert_eq!((said(&event, "round"), said(&event, "year")), ("Status på året".to_owned(), "2019".to_owned()));
}

#[test]
fn the_leap_day_is_the_day_before_in_a_year_without_one() {
    let model = model();
    let spec = model.rounds.iter().find(|r| r.key == key("skuddag")).unwrap();
    assert_eq!(schedule(spec, 2020).unwrap().cut_off, date(2020, 2, 29));
    assert_eq!(schedule(spec, 2019).unwrap().cut_off, date(2019, 2, 28));
    assert_eq!(schedule(spec, i16::MAX), None);
}

#[test]
fn a_round_that_the_model_does_not_have_is_not_planned_and_neither_is_one_of_no_year() {
    let model = model();
    let plan = |spec: &str, year| Round::plan(round_id(), &model, &key(spec), year);
    assert_eq!(reasons(plan("paaske", 2019)), ["round refused-round-not-in-model"]);
    assert_eq!(reasons(plan("aarsstatus", 0)), ["year refused-round-year"]);
}

#[test]
fn a_planned_round_is_moved_and_its_deadlines_stand_in_the_order_they_come() {
    let model = model();
    let to = moved(date(2020, 1, 5), vec![deadline("afdeling", 2, 1), deadline("institution", 2, 1), deadline("byraad", 3, 1)]);
    let (round, event) = planned(&model, "aarsstatus").reschedule(&model, to).unwrap();
    assert_eq!(round.deadlines, [deadline("institution", 2, 1), deadline("afdeling", 2, 1), deadline("byraad", 3, 1)]);
    assert_eq!(said(&event, "last"), "2020-03-01");
}

#[test]
fn dates_that_contradict_each_other_are_refused_each_with_its_reason() {
    let model = model();
    let tried = |cut_off, deadlines| reasons(planned(&model, "aarsstatus").reschedule(&model, moved(cut_off, deadlines)));
    let day = date(2020, 1, 5);
    assert_eq!(tried(day, vec![]), ["deadlines refused-round-without-deadline"]);
    assert_eq!(
        tried(day, vec![deadline("afdeling", 1, 9), deadline("institution", 1, 10)]),
        ["deadlines refused-round-deadlines-out-of-order"]
    );
    assert_eq!(
        tried(day, vec![deadline("institution", 1, 10), deadline("institution", 1, 11)]),
        ["deadlines refused-round-level-twice"]
    );
    assert_eq!(tried(day, vec![deadline("institution", 1, 4)]), ["deadlines refused-round-deadline-before-cut-off"]);
    assert_eq!(tried(day, vec![deadline("region", 1, 10)]), ["deadlines refused-round-unknown-level"]);
    let same = planned(&model, "aarsstatus");
    assert_eq!(tried(same.cut_off, same.deadlines), ["- refused-round-unmoved"]);
}

#[test]
fn once_it_is_open_deadlines_move_but_who_was_asked_stands() {
    let model = model();
    let open = || open(&model, "aarsstatus");
    let later = vec![deadline("institution", 1, 12), deadline("afdeling", 1, 20)];
    assert!(open().reschedule(&model, moved(CUT_OFF, later.clone())).is_ok());
    assert_eq!(reasons(open().reschedule(&model, moved(date(2020, 1, 1), later))), ["cut-off refused-round-cut-off-open"]);
    let fewer = vec![deadline("institution", 1, 12)];
    assert_eq!(reasons(open().reschedule(&model, moved(CUT_OFF, fewer))), ["deadlines refused-round-levels-open"]);
}

#[test]
fn a_round_on_goals_with_nothing_to_ask_does_not_open_but_one_on_money_does() {
    let model = model();
    assert_eq!(reasons(planned(&model, "aarsstatus").open(&model, 0)), ["- refused-round-nothing-to-ask"]);
    assert!(planned(&model, "skuddag").open(&model, 0).is_ok());
}

#[test]
fn a_round_with_something_unanswered_closes_only_despite_it() {
    let model = model();
    let left = Unanswered { silent: 2, waiting: 1 };
    let close = |despite| consolidating(&model).close(&model, left, despite, "c0ffee".repeat(10));
    let refused = close(false);
    assert_eq!(reasons(refused), ["despite refused-round-unanswered"]);
    let (round, event) = close(true).unwrap();
    assert_eq!((round.state, round.seal.len()), (RoundState::Closed, 60));
    assert_eq!(said(&event, "silent"), "2");
}

#[test]
fn a_round_that_is_not_consolidated_does_not_close_and_a_closed_one_never_opens_again() {
    let model = model();
    let seal = || "ab".repeat(32);
    assert_eq!(reasons(open(&model, "aarsstatus").close(&model, Unanswered::default(), true, seal())), ["- refused-round-open"]);
    assert_eq!(reasons(closed(&model).reopen(&model)), ["- refused-round-closed"]);
    assert_eq!(closed(&model).open_verbs().count(), 0);
}

#[test]
fn only_goals_in_force_at_a_level_with_a_deadline_are_asked() {
    let model = model();
    let round = planned(&model, "aarsstatus");
    assert!(asked(&round, &goal(&model)));
    assert!(!asked(&round, &element(&model, "maal", 1, support())), "a draft");
    assert!(!asked(&round, &in_force(&model, "byraadsmaal", 2, support())), "the council has no deadline");
    assert!(!asked(&round, &in_force(&model, "maalsaetning", 3, support())), "an objective is judged by its owner");
    assert!(!asked(&planned(&model, "skuddag"), &goal(&model)), "a round on money");
    let over = goal(&model).close(&model, Outcome::Met, prose(""), None).unwrap().0;
    assert!(!asked(&round, &over) && Report::ask(&round, &over).is_none());
}

#[test]
fn a_goal_that_starts_on_the_cut_off_is_asked_and_one_that_starts_the_day_after_is_not() {
    let model = model();
    let starting = |on| {
        let mut content = support();
        content.goal.start = Some(on);
        in_force(&model, "maal", 5, content)
    };
    let round = planned(&model, "aarsstatus");
    assert!(asked(&round, &starting(CUT_OFF)));
    assert!(!asked(&round, &starting(CUT_OFF.tomorrow().unwrap())));
}
