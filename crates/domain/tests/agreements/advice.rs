//! What an agreement is advised while it is written.

use pejl_domain::agreements::*;
use pejl_domain::chain::counts::Fit;
use pejl_domain::chain::{Element, Measure};
use pejl_domain::models::Heard;

use crate::fixture::*;

fn keys(advice: &Advice) -> Vec<&str> {
    advice.sentences.iter().map(|s| s.key.as_str()).collect()
}

fn with(goals: &[Element], place: GoalPlace) -> Agreement {
    let mut next = content(&goals.iter().collect::<Vec<_>>(), &[]);
    next.goals.iter_mut().for_each(|line| line.place = place);
    next.sections[1].text = prose("Budgettet holder.");
    begun().edit(&model(), next, goals).unwrap().0
}

fn goals(count: u64, measure: Measure) -> Vec<Element> {
    let one = |n| {
        let mut content = goal_content(&format!("Mål {n}"));
        content.goal.measure = Some(measure);
        element(n, "maal", SCHOOLS, content)
    };
    (1..=count).map(one).collect()
}

#[test]
fn an_empty_draft_is_told_what_it_lacks() {
    let advice = Advice::of(&model(), &begun(), &[], &[]);
    assert_eq!((advice.goals, advice.meant, advice.fit), (0, Some((1, 3)), Some(Fit::Under(1))));
    assert_eq!(
        keys(&advice),
        [
            "advice-agreement-goals-under",
            "advice-agreement-theme",
            "advice-agreement-section",
            "advice-agreement-section",
            "advice-agreement-frame",
            "advice-agreement-heard",
            "advice-agreement-heard",
        ]
    );
}

#[test]
fn a_good_agreement_is_left_in_peace() {
    let goals = goals(2, Measure::Effect);
    let advice = Advice::of(&model(), &with(&goals, GoalPlace::Own), &goals, &[Heard::Employees, Heard::UserBoard]);
    assert_eq!(keys(&advice), Vec::<&str>::new());
}

#[test]
fn many_goals_that_are_all_ones_own_and_all_about_production_lean() {
    let goals = goals(5, Measure::Output);
    let advice = Advice::of(&model(), &with(&goals, GoalPlace::Own), &goals, &[Heard::Employees, Heard::UserBoard]);
    assert_eq!(advice.fit, Some(Fit::Over(2)));
    assert_eq!((advice.count(GoalPlace::Own), advice.places[2].percent), (5, 100));
    assert_eq!(keys(&advice), ["advice-agreement-goals-over", "advice-agreement-only-own", "balance-mostly-production"]);
}

#[test]
fn goals_that_all_come_from_above_ask_for_ones_own() {
    let goals = goals(3, Measure::Effect);
    let advice = Advice::of(&model(), &with(&goals, GoalPlace::TakenOver), &goals, &[Heard::Employees, Heard::UserBoard]);
    assert_eq!(keys(&advice), ["advice-agreement-only-taken-over"]);
}
