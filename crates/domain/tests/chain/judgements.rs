//! Quality, counts and horizon against a model.

use jiff::civil::date;
use pejl_domain::chain::counts::{Counted, Fit, Group};
use pejl_domain::chain::quality::{Check, Quality, QualityFacts, QualitySummary};
use pejl_domain::chain::*;
use pejl_domain::models::{CountMeant, CountedWithin, HorizonMeant};
use pejl_kernel::{Figure, Years};

use crate::fixture::*;

#[test]
fn a_goal_with_an_effect_but_nothing_to_count_is_told_what_is_lacking() {
    let model = model();
    let spec = model.element(&key("maal")).unwrap();
    let mut content = whole_goal();
    content.goal.due = Some(date(2021, 12, 31));
    content.goal.criteria = vec![Criterion::worded(line("Forældrene er tilfredse"))];
    let quality = Quality::judge(spec, &QualityFacts::of(&content, &tied(), false, true));
    assert_eq!(quality.met, [Check::Effect, Check::Deadline, Check::Tied, Check::Few]);
    content.goal.criteria[0].comparator = Some(Comparator::AtLeast);
    content.goal.criteria[0].value = Some(Figure::whole(90));
    let quality = Quality::judge(spec, &QualityFacts::of(&content, &tied(), false, true));
    assert!(quality.met.contains(&Check::Measurable));
}

#[test]
fn no_decision_is_asked_of_an_action_and_no_tie_of_an_objective() {
    let model = model();
    let judged = |spec: &str| Quality::judge(model.element(&key(spec)).unwrap(), &QualityFacts::default());
    assert!(!judged("handling").unmet.contains(&Check::Decision));
    assert!(!judged("maalsaetning").unmet.contains(&Check::Tied));
    assert!(judged("maal").unmet.contains(&Check::Decision));
}

#[test]
fn the_summary_counts_each_check_only_where_it_was_asked() {
    let model = model();
    let judged = |spec: &str| Quality::judge(model.element(&key(spec)).unwrap(), &QualityFacts::default());
    let all = [judged("maal"), judged("handling")];
    let summary = QualitySummary::of(&all);
    let asked = |check| summary.checks.iter().find(|c| c.check == check).map(|c| (c.asked, c.met));
    assert_eq!((summary.goals, summary.sound), (2, 0));
    assert_eq!(asked(Check::Decision), Some((1, 0)));
    assert_eq!(asked(Check::Effect), Some((2, 0)));
}

#[test]
fn twelve_objectives_where_ten_are_meant_are_advised_against_in_the_models_word() {
    let mut model = model();
    model.elements[0].count = Some(CountMeant { least: 5, most: 10, within: CountedWithin::Municipality });
    let counted = Counted::of(&model.elements[0], Group::Municipality, 12).unwrap();
    assert_eq!(counted.fit, Fit::Over(2));
    assert_eq!(counted.advice(&model.elements[0]).unwrap().key, "advice-count-over");
    assert_eq!(Counted::of(&model.elements[1], Group::Municipality, 12), None);
}

#[test]
fn an_objective_of_two_years_is_shorter_than_the_term_it_is_meant_for() {
    let mut model = model();
    model.elements[0].horizon = Some(HorizonMeant { least: 4, most: 12 });
    let mut content = titled("Sunde børn");
    content.horizon = Years::new(2018, 2019);
    assert!(readiness::horizon_advice(&model.elements[0], &content).is_some());
    content.horizon = Years::new(2018, 2021);
    assert!(readiness::horizon_advice(&model.elements[0], &content).is_none());
}
