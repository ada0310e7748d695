//! Marks added up: never an average, and nobody silent counts as green.

use pejl_domain::chain::StateName;
use pejl_domain::models::Lamps;
use pejl_domain::rounds::frozen::{Change, change};
use pejl_domain::rounds::spread::counts_as;
use pejl_domain::rounds::*;
use rstest::rstest;

const LAMPS: Lamps = Lamps { goals_yellow: 10, goals_red: 25, money_yellow: 5, money_red: 10 };

fn spread(not_met: u32, partly: u32, met: u32) -> Spread {
    Spread { not_met, partly, met, ..Spread::default() }
}

#[rstest]
#[case::none_red(0, 100, Lamp::Green)]
#[case::just_under_ten_percent(9, 91, Lamp::Green)]
#[case::exactly_ten_percent(10, 90, Lamp::Yellow)]
#[case::one_of_ten(1, 9, Lamp::Yellow)]
#[case::just_under_a_quarter(24, 76, Lamp::Yellow)]
#[case::exactly_a_quarter(25, 75, Lamp::Red)]
#[case::one_of_four(1, 3, Lamp::Red)]
#[case::one_of_eleven(1, 10, Lamp::Green)]
#[case::more_goals_than_anybody_has(u32::MAX, 0, Lamp::Red)]
fn the_lamp_turns_where_the_share_of_red_reaches_the_threshold(#[case] red: u32, #[case] green: u32, #[case] lamp: Lamp) {
    assert_eq!(spread(red, 0, green).lamp(LAMPS), lamp);
}

#[test]
fn a_lamp_with_nothing_judged_is_out_and_not_green() {
    let silent = Spread { silent: 5, not_yet: 3, not_relevant: 2, ..Spread::default() };
    assert_eq!(silent.lamp(LAMPS), Lamp::Out);
    assert_eq!(Spread::default().lamp(LAMPS), Lamp::Out);
}

#[test]
fn a_lamp_is_not_green_where_more_is_silent_than_is_judged() {
    let with = |silent: u32| Spread { silent, ..spread(0, 1, 3) };
    assert_eq!(with(4).lamp(LAMPS), Lamp::Green);
    assert_eq!(with(5).lamp(LAMPS), Lamp::Out);
    assert_eq!(Spread { silent: 99, ..spread(1, 0, 3) }.lamp(LAMPS), Lamp::Red, "what is red is red, however little is told");
}

#[test]
fn thresholds_of_zero_light_the_lamp_only_where_something_is_red() {
    let strict = Lamps { goals_yellow: 0, goals_red: 0, ..LAMPS };
    assert_eq!(spread(0, 1, 9).lamp(strict), Lamp::Green);
    assert_eq!(spread(1, 0, 999).lamp(strict), Lamp::Red);
}

#[test]
fn what_is_not_relevant_is_outside_the_denominator() {
    let mut spread = spread(1, 0, 3);
    spread.count(Some(Mark::NotRelevant), 96);
    assert_eq!((spread.all(), spread.judged()), (4, 4));
    assert_eq!(spread.lamp(LAMPS), Lamp::Red, "one of four, not one of a hundred");
}

#[test]
fn two_greens_and_a_red_are_two_greens_and_a_red() {
    let sum = spread(1, 0, 0).with(spread(0, 0, 2));
    assert_eq!((sum.not_met, sum.partly, sum.met), (1, 0, 2));
}

#[test]
fn a_report_that_is_not_sent_is_silent_whatever_its_draft_says() {
    let counted = |state| counts_as(state, Some(Mark::Met), StateName::Adopted);
    assert_eq!(counted(ReportState::Draft), Some(None));
    assert_eq!(counted(ReportState::Returned), Some(None));
    assert_eq!(counted(ReportState::Submitted), Some(Some(Mark::Met)));
    assert_eq!(counted(ReportState::Accepted), Some(Some(Mark::Met)));
}

#[test]
fn the_report_of_a_goal_that_is_no_longer_in_force_is_outside_every_count() {
    for goal in [StateName::Withdrawn, StateName::Superseded, StateName::Closed] {
        assert_eq!(counts_as(ReportState::Accepted, Some(Mark::Met), goal), None);
    }
}

#[rstest]
#[case(Some(Mark::Met), Some(Mark::NotMet), Some(Change::Worse))]
#[case(Some(Mark::NotMet), Some(Mark::Partly), Some(Change::Better))]
#[case(Some(Mark::Met), Some(Mark::Met), None)]
#[case(None, None, None)]
#[case(Some(Mark::NotYet), Some(Mark::NotRelevant), Some(Change::Other))]
#[case(Some(Mark::NotYet), Some(Mark::NotMet), Some(Change::Other))]
fn a_change_goes_up_or_down_only_between_colours(
    #[case] before: Option<Mark>,
    #[case] now: Option<Mark>,
    #[case] way: Option<Change>,
) {
    assert_eq!(change(before, now), way);
}

#[rstest]
#[case(Some(Mark::Met), None)]
#[case(None, Some(Mark::NotMet))]
#[case(None, Some(Mark::NotYet))]
fn a_goal_that_is_silent_in_one_of_two_rounds_is_reported_in_one_only_and_not_judged_otherwise(
    #[case] before: Option<Mark>,
    #[case] now: Option<Mark>,
) {
    assert_eq!(change(before, now), Some(Change::OneOnly));
}
