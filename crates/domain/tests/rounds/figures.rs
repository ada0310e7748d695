//! What figures suggest. Each of these has gone wrong in some other system.

use jiff::civil::date;
use pejl_domain::chain::{Comparator, Content, Milestone};
use pejl_domain::rounds::suggestion::{
    Counted, Reported, Trend, asked_for, differs, is_against_figures, judge, parts, suggest, trend,
};
use pejl_domain::rounds::*;
use rstest::rstest;

use crate::fixture::*;

#[rstest]
#[case::reached("90", Some("80"), "90", Mark::Met)]
#[case::passed("90", Some("80"), "97.5", Mark::Met)]
#[case::exactly_half_the_way("90", Some("80"), "85", Mark::Partly)]
#[case::a_hair_under_half("90", Some("80"), "84.9999", Mark::NotMet)]
#[case::the_wrong_way("90", Some("80"), "79", Mark::NotMet)]
#[case::no_baseline_no_half_way("90", None, "89.9999", Mark::NotMet)]
#[case::a_start_at_the_target_is_held_or_lost("90", Some("90"), "89", Mark::NotMet)]
#[case::a_start_beyond_the_target_that_fell_below_it("90", Some("95"), "89", Mark::NotMet)]
#[case::a_target_of_zero_deficit("0", Some("-10"), "-5", Mark::Partly)]
#[case::a_target_of_zero_reached("0", Some("-10"), "0", Mark::Met)]
#[case::a_deficit_that_may_not_be_larger("-100000000", Some("-300000000"), "-250000000", Mark::NotMet)]
#[case::a_deficit_half_way_down("-100000000", Some("-300000000"), "-200000000", Mark::Partly)]
#[case::more_than_ten_million("125000000.50", Some("0"), "62500000.25", Mark::Partly)]
#[case::as_large_as_a_figure_gets("900000000000000", Some("-900000000000000"), "0", Mark::Partly)]
fn at_least(#[case] asked: &str, #[case] baseline: Option<&str>, #[case] value: &str, #[case] mark: Mark) {
    assert_eq!(judge(Comparator::AtLeast, figure(asked), baseline.map(figure), figure(value)), mark);
}

#[rstest]
#[case::lower_is_better("4.2", Some("5.2"), "4.2", Mark::Met)]
#[case::lower_still("4.2", Some("5.2"), "3", Mark::Met)]
#[case::half_the_way_down("4.2", Some("5.2"), "4.7", Mark::Partly)]
#[case::less_than_half_the_way("4.2", Some("5.2"), "4.7001", Mark::NotMet)]
#[case::up_when_it_should_go_down("4.2", Some("5.2"), "6", Mark::NotMet)]
#[case::none_left("0", Some("8"), "4", Mark::Partly)]
#[case::without_a_baseline("4.2", None, "4.3", Mark::NotMet)]
#[case::below_zero("-10", Some("10"), "0", Mark::Partly)]
fn at_most(#[case] asked: &str, #[case] baseline: Option<&str>, #[case] value: &str, #[case] mark: Mark) {
    assert_eq!(judge(Comparator::AtMost, figure(asked), baseline.map(figure), figure(value)), mark);
}

#[rstest]
#[case::held("50", "50", Mark::Met)]
#[case::two_percent_under("50", "49", Mark::Met)]
#[case::two_percent_over("50", "51", Mark::Met)]
#[case::a_hair_more_than_two("50", "51.0001", Mark::Partly)]
#[case::five_percent("50", "47.5", Mark::Partly)]
#[case::a_hair_more_than_five("50", "47.4999", Mark::NotMet)]
#[case::a_zero_is_held_by_zero("0", "0", Mark::Met)]
#[case::and_by_nothing_else("0", "0.0001", Mark::NotMet)]
#[case::a_deficit_is_held_within_two_percent_of_its_size("-200", "-204", Mark::Met)]
#[case::and_not_by_a_surplus("-200", "200", Mark::NotMet)]
fn hold_the_level(#[case] asked: &str, #[case] value: &str, #[case] mark: Mark) {
    assert_eq!(judge(Comparator::Hold, figure(asked), Some(figure(asked)), figure(value)), mark);
}

#[test]
fn a_percentage_moves_in_points_and_not_in_percent_of_itself() {
    // From 80 % to 90 %: 84 % is five percent more than 80 %, and less than half the way.
    assert_eq!(judge(Comparator::AtLeast, figure("90"), Some(figure("80")), figure("84")), Mark::NotMet);
    assert_eq!(judge(Comparator::AtLeast, figure("90"), Some(figure("80")), figure("85")), Mark::Partly);
}

#[test]
fn a_goal_on_its_way_is_asked_for_the_last_value_on_the_way_and_a_due_one_for_the_whole() {
    let mut criterion = support().goal.criteria.remove(0);
    criterion.targets = vec![target(date(2020, 12, 31), "88"), target(CUT_OFF, "85"), target(date(2018, 12, 31), "82")];
    let asked = |due| asked_for(&criterion, due, CUT_OFF).unwrap();
    assert_eq!(asked(Some(date(2021, 12, 31))), figure("85"));
    assert_eq!(asked(None), figure("85"), "never due");
    assert_eq!(asked(Some(CUT_OFF)), figure("90"), "due on the cut-off");
    criterion.targets.retain(|t| t.on > CUT_OFF);
    assert_eq!(asked_for(&criterion, None, CUT_OFF), Some(figure("90")), "nothing is to be reached on the way yet");
}

fn reported(values: Vec<CriterionValue>, milestones: Vec<usize>) -> ReportContent {
    ReportContent { values, milestones, ..ReportContent::default() }
}

fn two_criteria() -> Content {
    let mut judged = support();
    judged.goal.criteria.push(hold("50"));
    judged
}

#[test]
fn all_met_is_met_none_met_is_not_met_and_anything_else_is_partly() {
    let judged = two_criteria();
    let suggested = |a, b| suggest(&judged, &reported(vec![value(0, a), value(1, b)], vec![]), CUT_OFF);
    assert_eq!(suggested("92", "50"), Some(Mark::Met));
    assert_eq!(suggested("79", "90"), Some(Mark::NotMet));
    assert_eq!(suggested("79", "50"), Some(Mark::Partly));
}

#[test]
fn what_cannot_be_counted_suggests_nothing() {
    let judged = two_criteria();
    assert_eq!(suggest(&judged, &reported(vec![], vec![]), CUT_OFF), None);
    let worded = Content { goal: Default::default(), ..support() };
    assert_eq!(suggest(&worded, &reported(vec![value(0, "92")], vec![]), CUT_OFF), None);
}

#[test]
fn a_criterion_without_a_reported_value_is_left_out_of_the_suggestion() {
    assert_eq!(suggest(&two_criteria(), &reported(vec![value(0, "92")], vec![]), CUT_OFF), Some(Mark::Met));
}

#[test]
fn milestones_that_should_be_reached_count_as_one_criterion() {
    let mut judged = support();
    judged.goal.milestones = vec![
        Milestone { on: date(2019, 6, 1), text: line("Planen er skrevet") },
        Milestone { on: CUT_OFF, text: line("Planen er vedtaget") },
        Milestone { on: date(2020, 6, 1), text: line("Planen er fulgt") },
    ];
    let suggested = |values, milestones| suggest(&judged, &reported(values, milestones), CUT_OFF);
    assert_eq!(suggested(vec![], vec![0, 1]), Some(Mark::Met));
    assert_eq!(suggested(vec![], vec![0]), Some(Mark::Partly));
    assert_eq!(suggested(vec![], vec![2]), Some(Mark::NotMet), "what is reached early is not what was asked for");
    assert_eq!(suggested(vec![value(0, "92")], vec![]), Some(Mark::Partly));
    let parts = parts(&judged, &reported(vec![value(0, "92")], vec![0]), CUT_OFF);
    assert_eq!(parts[1].of, Counted::Milestones { reached: 1, of: 2 });
}

#[test]
fn not_relevant_never_differs_and_every_other_mark_can() {
    assert!(!differs(Mark::NotRelevant, Some(Mark::NotMet)));
    assert!(differs(Mark::NotYet, Some(Mark::NotMet)));
    assert!(!differs(Mark::Met, Some(Mark::Met)) && !differs(Mark::Met, None));
}

fn trend_of(judged: &Content, before: &str, now: &str) -> Option<Trend> {
    let (before, now) = (reported(vec![value(0, before)], vec![]), reported(vec![value(0, now)], vec![]));
    let seen = |content| Reported { judged, content, cut_off: CUT_OFF };
    trend(seen(&now), seen(&before))
}

#[test]
fn a_trend_is_seen_from_the_goal() {
    let mut lower = support();
    lower.goal.criteria[0].comparator = Some(Comparator::AtMost);
    let mut held = support();
    held.goal.criteria = vec![hold("50")];
    assert_eq!(trend_of(&support(), "85", "84"), Some(Trend::Worse));
    assert_eq!(trend_of(&lower, "85", "84"), Some(Trend::Better));
    assert_eq!(trend_of(&held, "40", "59"), Some(Trend::Better), "nearer, on the other side");
    assert_eq!(trend_of(&held, "45", "55"), Some(Trend::Same));
}

#[test]
fn a_figure_is_never_compared_with_that_of_another_criterion() {
    let (before, mut now) = (support(), support());
    now.goal.criteria.insert(0, hold("50"));
    let earlier = reported(vec![value(0, "85")], vec![]);
    let later = reported(vec![value(0, "10"), value(1, "88")], vec![]);
    let trend = |now: &Content| {
        trend(
            Reported { judged: now, content: &later, cut_off: CUT_OFF },
            Reported { judged: &before, content: &earlier, cut_off: CUT_OFF },
        )
    };
    assert_eq!(trend(&now), Some(Trend::Better), "85 % and 88 % of the same criterion, in another place");
    now.goal.criteria[1].unit = prose("elever");
    assert_eq!(trend(&now), None);
}

#[test]
fn two_criteria_in_the_same_words_are_told_apart_by_their_place() {
    let mut goal = support();
    goal.goal.criteria.push(goal.goal.criteria[0].clone());
    goal.goal.criteria[0].value = None; // the first asks for nothing that could be counted
    let said = reported(vec![value(0, "10"), value(1, "88")], vec![]);
    let seen = Reported { judged: &goal, content: &said, cut_off: CUT_OFF };
    let itself = trend(seen, seen);
    assert!(matches!(itself, None | Some(Trend::Same)), "nothing rises or falls against itself: {itself:?}");
}

#[test]
fn green_while_figures_fall_and_red_while_they_rise_are_listed() {
    assert!(is_against_figures(Mark::Met, Some(Trend::Worse)));
    assert!(is_against_figures(Mark::NotMet, Some(Trend::Better)));
    assert!(!is_against_figures(Mark::Met, Some(Trend::Same)));
    assert!(!is_against_figures(Mark::Partly, Some(Trend::Worse)));
    assert!(!is_against_figures(Mark::Met, None));
}
