//! What may stand under what.

use pejl_domain::chain::lines::path_between;
use pejl_domain::chain::*;
use pejl_domain::models::Noun;
use pejl_domain::sentence::{Arg, Sentence, reason};

use crate::fixture::*;

#[test]
fn a_goal_stands_under_an_objective_and_not_the_other_way_round() {
    let model = model();
    let objective = draft(&model, "maalsaetning", 1, titled("Sunde børn"));
    let goal = draft(&model, "maal", 2, whole_goal());
    assert_eq!(ties::may_tie(&model, &goal, &objective), Ok(()));
    assert_eq!(reasons(ties::may_tie(&model, &objective, &goal)), ["under refused-tie-at-top"]);
}

#[test]
fn a_refused_tie_says_in_the_models_words_what_would_be_right() {
    let model = model();
    let objective = draft(&model, "maalsaetning", 1, titled("Sunde børn"));
    let action = draft(&model, "handling", 3, titled("Trivselsdag"));
    let refused = ties::may_tie(&model, &action, &objective).unwrap_err();
    let right = Sentence::new("refused-tie-may-under").with("noun", Arg::Element(key("maal"), Noun::Goal));
    assert_eq!(refused.reasons[0].sentence.key, "refused-tie-not-under");
    assert_eq!(refused.reasons[1..], [reason("under", right)]);
}

#[test]
fn nothing_is_tied_to_what_is_over() {
    let model = model();
    let (objective, _) =
        draft(&model, "maalsaetning", 1, titled("Sunde børn")).withdraw(&model, prose("Fra forrige byråd.")).unwrap();
    let goal = draft(&model, "maal", 2, whole_goal());
    assert_eq!(reasons(ties::may_tie(&model, &goal, &objective)), ["under refused-tie-to-what-is-over"]);
}

#[test]
fn a_circle_is_refused_and_its_path_named() {
    let model = model();
    let (upper, lower) = (draft(&model, "maal", 1, whole_goal()), draft(&model, "maal", 2, whole_goal()));
    let edges = [Edge { child: lower.id, parent: upper.id }];
    let path: Vec<String> = path_between(&edges, lower.id, upper.id)
        .unwrap_or_default()
        .iter()
        .map(|id| if *id == upper.id { upper.number.to_string() } else { lower.number.to_string() })
        .collect();
    let refused = ties::closes_circle(&model, &upper, &path).unwrap_err();
    assert!(format!("{refused:?}").contains("M-2018-002 → M-2018-001"));
    assert_eq!(ties::closes_circle(&model, &lower, &[]), Ok(()));
}

#[test]
fn only_a_value_marker_or_a_source_is_observed() {
    let model = model();
    let marker = draft(&model, "markoer", 1, titled("De mest udsatte"));
    let goal = draft(&model, "maal", 2, whole_goal());
    assert_eq!(ties::may_mark(&model, &goal, &marker), Ok(()));
    assert_eq!(reasons(ties::may_mark(&model, &marker, &goal)), ["under refused-mark-not-beside"]);
}

#[test]
fn a_goal_tied_to_two_committees_cuts_across_whatever_it_says() {
    assert!(ties::cuts_across(Some(Scope::Specific), &[unit(1), unit(2)]));
    assert!(!ties::cuts_across(Some(Scope::Specific), &[unit(1), unit(1)]));
}
