//! What people do with elements.

use jiff::civil::date;
use pejl_domain::Arg;
use pejl_domain::chain::*;
use pejl_domain::models::GoalField;
use pejl_kernel::{Figure, Prose};

use crate::fixture::*;

#[test]
fn a_goal_goes_from_draft_to_met() {
    let model = model();
    let goal = draft(&model, "maal", 1, whole_goal());
    let (goal, event) = goal.propose(&model, &tied()).unwrap();
    assert_eq!(event.sentence.key, "event-element-proposed");
    let (goal, event) = goal.adopt(&model, &decision("udvalg")).unwrap();
    assert_eq!((goal.edition, goal.decision), (1, Some(decision("udvalg").id)));
    assert_eq!(said(&event, "case"), "EKS-2018-07");
    let (goal, event) = goal.close(&model, Outcome::Met, Prose::default(), None).unwrap();
    assert_eq!(goal.state, State::Closed(Outcome::Met));
    assert_eq!(said(&event, "outcome"), "outcome-met");
}

#[test]
fn a_goal_without_what_the_model_asks_for_is_refused_beside_each_field() {
    let model = model();
    let bare = draft(&model, "maal", 1, titled("Flere børn trives"));
    let spec = model.element(&key("maal")).unwrap();
    assert_eq!(missing(&model, spec, &bare.content, &Tied::default()), [GoalField::ExpectedEffect, GoalField::FollowUp]);
    assert_eq!(
        reasons(bare.propose(&model, &Tied::default())),
        ["expected-effect refused-missing-expected-effect", "follow-up refused-missing-follow-up", "under refused-missing-tie"]
    );
}

#[test]
fn a_returned_goal_keeps_the_note_until_it_is_adopted() {
    let model = model();
    let (goal, _) = draft(&model, "maal", 1, whole_goal()).propose(&model, &tied()).unwrap();
    let (goal, event) = goal.return_to_draft(&model, prose("Skriv en frist.")).unwrap();
    assert_eq!(said(&event, "note"), "Skriv en frist.");
    let (goal, _) = goal.propose(&model, &tied()).unwrap();
    assert_eq!(goal.note.as_str(), "Skriv en frist.");
    let (goal, _) = goal.adopt(&model, &decision("udvalg")).unwrap();
    assert!(goal.note.is_empty());
}

#[test]
fn a_goal_is_not_returned_without_saying_why() {
    let model = model();
    let (goal, _) = draft(&model, "maal", 1, whole_goal()).propose(&model, &tied()).unwrap();
    assert_eq!(reasons(goal.return_to_draft(&model, Prose::default())), ["note refused-return-without-note"]);
}

#[test]
fn the_council_cannot_adopt_what_the_model_gives_to_the_committee() {
    let model = model();
    let (goal, _) = draft(&model, "maal", 1, whole_goal()).propose(&model, &tied()).unwrap();
    assert_eq!(reasons(goal.adopt(&model, &decision("byraad"))), ["decision refused-decision-by-another-level"]);
}

#[test]
fn an_action_is_put_in_force_and_a_goal_is_not() {
    let model = model();
    assert_eq!(running_action(&model, 3).state, State::Adopted);
    let goal = draft(&model, "maal", 1, whole_goal());
    assert_eq!(reasons(goal.put_in_force(&model, &tied())), ["- refused-element-needs-adoption"]);
    let action = draft(&model, "handling", 3, titled("Trivselsdag"));
    assert_eq!(reasons(action.propose(&model, &tied())), ["- refused-element-needs-no-adoption"]);
}

#[test]
fn an_edit_tells_what_stood_before_and_after() {
    let model = model();
    let goal = draft(&model, "maal", 1, whole_goal());
    let mut content = whole_goal();
    content.goal.due = Some(date(2021, 12, 31));
    content.goal.orientation = Some(Orientation::Development);
    content.goal.criteria = vec![Criterion {
        comparator: Some(Comparator::AtLeast),
        value: Some(Figure::whole(90)),
        unit: prose("%"),
        baseline: Some(Figure::whole(85)),
        baseline_on: Some(date(2017, 12, 31)),
        ..Criterion::worded(line("Forældrene er tilfredse"))
    }];
    let (goal, event) = goal.edit(&model, content.clone()).unwrap();
    assert_eq!(goal.content, content);
    let told: Vec<String> = event.changes.iter().map(|c| format!("{}: “{}” → “{}”", c.field, c.before, c.after)).collect();
    assert_eq!(
        told,
        [
            "field-orientation: “” → “orientation-development”",
            "field-criteria: “” → “Forældrene er tilfredse (≥ 90 %; 2017-12-31: 85)”",
            "field-due: “” → “2021-12-31”",
        ]
    );
}

#[test]
fn a_proposed_goal_is_not_edited_behind_the_committees_back() {
    let model = model();
    let (goal, _) = draft(&model, "maal", 1, whole_goal()).propose(&model, &tied()).unwrap();
    let refused = goal.edit(&model, titled("Noget andet")).unwrap_err();
    let sentence = &refused.reasons[0].sentence;
    assert_eq!(sentence.key, "refused-element-proposed");
    assert!(sentence.args.contains(&("verb".to_owned(), Arg::Word("verb-edit".to_owned()))));
}

#[test]
fn changing_a_goal_in_force_makes_the_next_edition_with_reason_and_decision() {
    let model = model();
    let goal = adopted(&model, 1);
    let mut content = whole_goal();
    content.text = prose("Tilpasset efter budgettet.");
    let reason = prose("Budgettet er vedtaget.");
    let revise =
        |reason: &Prose, decision: Option<&Decision>| goal.clone().revise(&model, content.clone(), reason, decision, &tied());
    assert_eq!(reasons(revise(&Prose::default(), None)), ["reason refused-revise-without-reason"]);
    assert_eq!(reasons(revise(&reason, None)), ["decision refused-revise-without-decision"]);
    let (goal, event) = revise(&reason, Some(&decision("udvalg"))).unwrap();
    assert_eq!(goal.edition, 2);
    assert_eq!(event.sentence.key, "event-element-revised-by-decision");
    assert_eq!(event.changes.len(), 1);
}

#[test]
fn an_edition_that_changes_nothing_is_no_edition() {
    let model = model();
    let goal = adopted(&model, 1);
    let same = goal.content.clone();
    assert_eq!(
        reasons(goal.revise(&model, same, &prose("Ingen"), Some(&decision("udvalg")), &tied())),
        ["- refused-revise-unchanged"]
    );
}

#[test]
fn a_goal_that_was_not_met_is_closed_with_grounds() {
    let model = model();
    let close = |outcome| adopted(&model, 1).close(&model, outcome, Prose::default(), None);
    assert_eq!(reasons(close(Outcome::NotMet)), ["note refused-close-without-note"]);
    assert_eq!(reasons(close(Outcome::Partly)), ["note refused-close-without-note"]);
    assert!(close(Outcome::Met).is_ok());
}

#[test]
fn only_what_is_in_force_takes_anothers_place() {
    let model = model();
    let (old, new) = (adopted(&model, 1), adopted(&model, 2));
    let unready = draft(&model, "maal", 3, whole_goal());
    assert_eq!(reasons(old.clone().supersede(&model, &unready)), ["by refused-supersede-by-what-is-not-in-force"]);
    assert_eq!(reasons(old.clone().supersede(&model, &old)), ["by refused-supersede-by-itself"]);
    let (old, event) = old.supersede(&model, &new).unwrap();
    assert_eq!((old.state, old.replaced_by), (State::Superseded, Some(new.id)));
    assert_eq!(said(&event, "bynumber"), "M-2018-002");
}

#[test]
fn a_goal_follows_its_task_to_another_unit_of_a_level_that_may_own_it() {
    let model = model();
    let goal = adopted(&model, 1);
    assert_eq!(reasons(goal.clone().hand_over(&model, unit(9), "Byrådet", key("byraad"))), ["owner refused-hand-over-level"]);
    let (goal, event) = goal.hand_over(&model, unit(9), "Nordskolen", key("institution")).unwrap();
    assert_eq!(goal.owner, unit(9));
    assert_eq!(said(&event, "unit"), "Nordskolen");
    assert_eq!(reasons(goal.hand_over(&model, unit(9), "Nordskolen", key("institution"))), ["owner refused-hand-over-to-owner"]);
}

#[test]
fn an_action_is_dropped_with_a_reason_only() {
    let model = model();
    let action = running_action(&model, 3);
    assert_eq!(
        reasons(action.clone().set_progress(&model, Progress::Dropped, Prose::default())),
        ["dropped-because refused-dropped-without-reason"]
    );
    let (action, event) = action.set_progress(&model, Progress::Dropped, prose("Ingen penge.")).unwrap();
    assert_eq!(said(&event, "reason"), "Ingen penge.");
    assert_eq!(action.edition, 1);
    let (action, _) = action.set_progress(&model, Progress::Running, Prose::default()).unwrap();
    assert!(action.content.action.unwrap().dropped_because.is_empty());
}

#[test]
fn a_goal_has_no_progress_of_an_action() {
    let model = model();
    let goal = adopted(&model, 1);
    assert_eq!(reasons(goal.clone().set_progress(&model, Progress::Done, Prose::default())), ["- refused-not-an-action"]);
    assert!(!goal.open_verbs(&model).contains(&Verb::Track));
    assert!(running_action(&model, 3).open_verbs(&model).contains(&Verb::Track));
}

#[test]
fn what_an_action_gave_is_recorded_beside_what_was_promised() {
    let model = model();
    let (action, event) = running_action(&model, 3).harvest(&model, prose("To timer om ugen.")).unwrap();
    assert_eq!(action.content.action.unwrap().benefit_harvested.as_str(), "To timer om ugen.");
    assert_eq!(event.changes[0].field, "field-benefit-harvested");
}

#[test]
fn contradictions_are_all_named_at_once_beside_their_fields() {
    let model = model();
    let mut content = whole_goal();
    content.goal.start = Some(date(2019, 1, 1));
    content.goal.due = Some(date(2018, 1, 1));
    content.goal.criteria = vec![
        Criterion { value: Some(Figure::whole(90)), ..Criterion::worded(line("Tilfredse")) },
        Criterion { baseline: Some(Figure::whole(1)), ..Criterion::worded(line("Trygge")) },
    ];
    let goal = draft(&model, "maal", 1, whole_goal());
    assert_eq!(
        reasons(goal.edit(&model, content)),
        ["due refused-due-before-start", "criteria refused-criterion-without-comparator", "criteria refused-baseline-without-date"]
    );
}

#[test]
fn an_element_whose_kind_left_the_model_can_still_be_given_up() {
    let mut model = model();
    let goal = adopted(&model, 1);
    model.elements.retain(|spec| spec.key != key("maal"));
    let revised = goal.clone().revise(&model, titled("Nyt"), &prose("Nyt"), None, &tied());
    assert_eq!(reasons(revised), ["- refused-element-not-in-model"]);
    assert!(goal.withdraw(&model, prose("Ikke længere i modellen.")).is_ok());
}

#[test]
fn a_decision_is_not_recorded_before_its_day() {
    let ahead = Decision { on: date(2018, 6, 2), ..decision("udvalg") };
    assert_eq!(reasons(ahead.record("Udvalget", TODAY)), ["on refused-decision-ahead"]);
    let (_, event) = decision("udvalg").record("Udvalget", TODAY).unwrap();
    assert_eq!(said(&event, "body"), "Udvalget");
}
