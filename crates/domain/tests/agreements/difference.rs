//! What an amendment changed, in words.

use jiff::civil::date;
use pejl_domain::agreements::difference::How;
use pejl_domain::agreements::*;
use pejl_kernel::{Figure, Ore};

use crate::fixture::*;

fn before() -> Frozen {
    submitted().sealed.frozen
}

#[test]
fn an_amendment_after_the_budget_reads_field_by_field_and_goal_by_goal() {
    let mut after = before();
    after.edition = 2;
    after.reason = "Budgettet er vedtaget.".to_owned();
    after.frame = Some((Ore::kroner(400_000_000), "Budget 2019, bevilling 41 Skoler".to_owned()));
    after.sections.push(("Årets budget".to_owned(), "Tolv millioner mindre.".to_owned()));
    after.goals[0].content.goal.due = Some(date(2020, 6, 30));
    after.goals[0].content.goal.criteria[0].value = Some(Figure::whole(85));
    after.goals[0].place = Some(GoalPlace::Shared);
    after.actions.clear();
    let difference = Difference::between(&before(), &after);
    assert_eq!(difference.fields[0].field, "field-frame");
    assert_eq!((difference.fields[0].before.as_str(), difference.fields[0].after.as_str()), ("412000000", "400000000"));
    assert_eq!((difference.sections[0].how, difference.sections[0].heading.as_str()), (How::Added, "Årets budget"));
    let goal = &difference.goals[0];
    assert_eq!((goal.number.as_str(), goal.title.as_str(), goal.how), ("M-2018-001", "Flere børn trives", How::Changed));
    let told: Vec<String> = goal.fields.iter().map(|c| format!("{}: {} → {}", c.field, c.before, c.after)).collect();
    assert_eq!(
        told,
        [
            "field-goal-place: goal-place-own → goal-place-shared",
            "field-criteria: Andel, der er glade for at gå i skole (≥ 90) → Andel, der er glade for at gå i skole (≥ 85)",
            "field-due: 2019-12-31 → 2020-06-30",
        ]
    );
    assert_eq!((difference.actions[0].title.as_str(), difference.actions[0].how), ("Trivselsdag", How::Left));
    assert_eq!(difference.count(), 4);
}

#[test]
fn a_theme_is_told_by_its_name_and_a_rule_by_its_latitude() {
    let mut after = before();
    after.themes[0].answer = "Noget nyt.".to_owned();
    after.rules[0].1 = "free".to_owned();
    let difference = Difference::between(&before(), &after);
    assert_eq!(difference.themes[0].heading, "inklusion");
    assert_eq!((difference.rules[0].before.as_str(), difference.rules[0].after.as_str()), ("latitude-fixed", "latitude-free"));
}

#[test]
fn two_goals_that_change_places_are_moved_and_nothing_else() {
    let mut before = before();
    let mut second = before.goals[0].clone();
    second.number = "M-2018-002".to_owned();
    before.goals.push(second);
    let mut after = before.clone();
    after.goals.reverse();
    let difference = Difference::between(&before, &after);
    assert!(difference.goals.iter().all(|goal| goal.how == How::Moved && goal.fields.is_empty()));
    assert_eq!(difference.count(), 2);
}

#[test]
fn the_edition_and_its_reason_are_what_the_comparison_is_called_by() {
    let mut after = before();
    after.edition = 2;
    after.reason = "Ny lov.".to_owned();
    assert!(Difference::between(&before(), &after).is_empty());
}
