//! Laws that hold for whatever people write and try.

use jiff::civil::{Date, date};
use pejl_domain::chain::*;
use pejl_kernel::{Figure, Line, Ore, Prose};
use proptest::prelude::*;

use crate::fixture::*;

fn any_prose<const MOST: usize>() -> impl Strategy<Value = Prose<MOST>> {
    "[a-zæøå ,]{0,8}".prop_map(|text| prose(&text))
}

fn any_line<const MOST: usize>() -> impl Strategy<Value = Line<MOST>> {
    "[a-zæøå][a-zæøå, ]{0,6}".prop_map(|text| line(&text))
}

fn any_date() -> impl Strategy<Value = Date> {
    (2015i16..2025, 1i8..13, 1i8..28).prop_map(|(y, m, d)| date(y, m, d))
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}

prop_compose! {
    fn any_criterion()(
        text in any_line(), unit in any_prose(),
        measured in prop::option::of((prop::sample::select(Comparator::ALL), any::<i32>())),
        baseline in prop::option::of((any_date(), any::<i32>())),
    ) -> Criterion {
        let figure = |n: i32| Figure::from_stored(n.into());
        Criterion {
            unit,
            comparator: measured.map(|(c, _)| c),
            value: measured.map(|(_, v)| figure(v)),
            baseline: baseline.map(|(_, v)| figure(v)),
            baseline_on: baseline.map(|(on, _)| on),
            ..Criterion::worded(text)
        }
    }
}

prop_compose! {
    fn any_goal_fields()(
        effect in any_prose(), vision in any_prose(), policy_area in any_prose(),
        orientation in any_of(Orientation::ALL), measure in any_of(Measure::ALL), scope in any_of(Scope::ALL),
        direction in any_of(Direction::ALL), documentation in any_of(Documentation::ALL),
        due in prop::option::of(any_date()),
        criteria in prop::collection::vec(any_criterion(), 0..3),
        milestones in prop::collection::vec((any_date(), any_line()), 0..3),
    ) -> GoalFields {
        GoalFields {
            expected_effect: effect, vision, policy_area, orientation, measure, scope, direction, documentation, due,
            criteria, milestones: milestones.into_iter().map(|(on, text)| Milestone { on, text }).collect(),
            ..GoalFields::default()
        }
    }
}

prop_compose! {
    fn any_content()(
        title in any_line(), text in any_prose(), tags in prop::collection::vec(any_line(), 0..3),
        goal in any_goal_fields(), cost in prop::option::of(0i64..1_000_000), is_action in any::<bool>(),
    ) -> Content {
        let action = is_action.then(|| ActionFields { cost: cost.map(Ore), ..ActionFields::default() });
        Content { title, text, horizon: None, tags, goal, action }
    }
}

/// Tries a verb with arguments that would do, were the state right.
fn attempt(element: Element, verb: Verb, other: &Element) -> Result<Element, pejl_domain::Refused> {
    let model = model();
    let note = prose("Derfor.");
    let mut content = element.content.clone();
    content.text = prose(&format!("Udgave {}", element.edition + 1));
    let by = decision("udvalg");
    let done = match verb {
        Verb::Edit => element.edit(&model, content),
        Verb::Propose => element.propose(&model, &tied()),
        Verb::Return => element.return_to_draft(&model, note),
        Verb::Adopt => element.adopt(&model, &by),
        Verb::PutInForce => element.put_in_force(&model, &tied()),
        Verb::Revise => element.revise(&model, content, &note, Some(&by), &tied()),
        Verb::Track => element.set_progress(&model, Progress::Running, Prose::default()),
        Verb::HandOver => element.hand_over(&model, unit(99), "Nordskolen", key("institution")),
        Verb::Withdraw => element.withdraw(&model, note),
        Verb::Supersede => element.supersede(&model, other),
        Verb::Close => element.close(&model, Outcome::Met, note, None),
    };
    done.map(|(element, _)| element)
}

proptest! {
    #[test]
    fn no_verb_leaves_the_table(verbs in prop::collection::vec(prop::sample::select(Verb::ALL), 0..20), is_action in any::<bool>()) {
        let model = model();
        let other = adopted(&model, 2);
        let mut element = if is_action {
            draft(&model, "handling", 1, titled("Trivselsdag"))
        } else {
            draft(&model, "maal", 1, whole_goal())
        };
        for verb in verbs {
            let (before, owner) = (element.state.name(), element.owner);
            let is_open = element.open_verbs(&model).contains(&verb);
            match attempt(element.clone(), verb, &other) {
                Ok(after) => {
                    prop_assert_eq!(leads_to(before, verb), Some(after.state.name()));
                    prop_assert!(is_open);
                    prop_assert!(after.edition >= element.edition);
                    element = after;
                }
                Err(refused) => {
                    prop_assert!(!refused.reasons.is_empty());
                    // What the buttons offer is refused for nothing but what was typed; here all is typed right.
                    prop_assert!(!is_open || (verb == Verb::HandOver && owner == unit(99)));
                }
            }
        }
    }

    #[test]
    fn there_is_a_change_to_tell_exactly_where_two_contents_differ(a in any_content(), b in any_content()) {
        prop_assert_eq!(changes(&a, &b).is_empty(), a == b);
        prop_assert_eq!(changes(&a, &a), vec![]);
    }

    #[test]
    fn an_edited_element_holds_what_was_written(content in any_content()) {
        let model = model();
        let mut content = content;
        content.action = None;
        let goal = draft(&model, "maal", 1, whole_goal());
        prop_assert_eq!(goal.edit(&model, content.clone()).unwrap().0.content, content);
    }

    #[test]
    fn a_frozen_content_reads_back_the_same(content in any_content()) {
        let frozen = serde_json::to_string(&content).unwrap();
        prop_assert_eq!(serde_json::from_str::<Content>(&frozen).unwrap(), content);
    }
}

#[test]
fn every_stored_word_reads_back_and_is_spelled_alike_in_columns_and_in_editions() {
    macro_rules! check {
        ($($of:ident),+) => { $( for word in $of::ALL {
            assert_eq!($of::parse(word.as_str()), Some(*word));
            assert_eq!(serde_json::to_string(word).unwrap(), format!("\"{}\"", word.as_str()));
        } )+ };
    }
    check!(Orientation, Measure, Scope, Direction, Documentation, Comparator, Progress);
    assert!(StateName::ALL.iter().all(|s| StateName::parse(s.as_str()) == Some(*s)));
    assert_eq!(StateName::parse("Draft"), None);
}

#[test]
fn a_field_that_nobody_knows_is_a_fault_in_a_frozen_content() {
    assert!(serde_json::from_str::<Content>(r#"{"title":"Mål","colour":"red"}"#).is_err());
    assert!(serde_json::from_str::<Content>(r#"{"title":"  "}"#).is_err());
    assert_eq!(serde_json::from_str::<Content>(r#"{"title":"Mål"}"#).unwrap(), titled("Mål"));
}

#[test]
fn a_stored_outcome_on_what_is_not_closed_is_a_fault() {
    assert_eq!(State::from_parts(StateName::Draft, Some(Outcome::Met)), None);
    assert_eq!(State::from_parts(StateName::Closed, None), None);
    for name in StateName::ALL {
        let outcome = (*name == StateName::Closed).then_some(Outcome::Partly);
        assert_eq!(State::from_parts(*name, outcome).map(State::name), Some(*name));
    }
}
