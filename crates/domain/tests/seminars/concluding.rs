//! When a seminar can be concluded, and what it says where it cannot.

use jiff::civil::date;
use pejl_domain::Arg;
use pejl_domain::seminars::*;

use crate::fixture::*;

fn commission(workspace: &mut Workspace, serves: &[u64]) {
    let (commission, _) = Commission::ask(commission_id(0), model(), workspace, asked("Politikken", serves)).unwrap();
    workspace.commissions.push(commission);
}

/// Three chosen, one by route A and two by B; the fourth is parked.
fn ready() -> Workspace {
    let mut workspace = weighing(4);
    for n in 0..3 {
        weigh(&mut workspace, n, Outcome::Chosen).unwrap();
    }
    weigh(&mut workspace, 3, Outcome::Parked).unwrap();
    route(&mut workspace, 0, Route::Policy);
    route(&mut workspace, 1, goal("Et mål"));
    route(&mut workspace, 2, goal("Et mål til"));
    commission(&mut workspace, &[0]);
    workspace
}

fn refused(workspace: &Workspace, despite: bool) -> Vec<String> {
    keys(workspace.conclude(model(), date(2018, 2, 26), despite).unwrap_err())
}

#[test]
fn a_seminar_where_everything_has_its_way_is_concluded_and_says_how_many_went_which() {
    let workspace = ready();
    let (seminar, event) = workspace.conclude(model(), date(2018, 2, 26), false).unwrap();
    assert_eq!((seminar.state, seminar.concluded_on), (SeminarState::Concluded, Some(date(2018, 2, 26))));
    let counts: Vec<i64> =
        event.sentence.args.iter().filter_map(|(_, arg)| if let Arg::Count(n) = arg { Some(*n) } else { None }).collect();
    assert_eq!(counts, [3, 1, 2, 1], "objectives, by policies, as goals, parked");
}

#[test]
fn what_is_not_weighed_or_has_no_way_stands_in_the_way_and_is_named() {
    let mut workspace = ready();
    weigh(&mut workspace, 3, Outcome::Open).unwrap();
    assert_eq!(refused(&workspace, true), ["refused-seminar-undecided"]);
    weigh(&mut workspace, 3, Outcome::Chosen).unwrap();
    assert_eq!(refused(&workspace, true), ["refused-seminar-without-route"]);
    route(&mut workspace, 3, Route::Policy);
    assert_eq!(refused(&workspace, true), ["refused-seminar-without-commission"]);
    weigh(&mut workspace, 3, Outcome::Parked).unwrap();
    weigh(&mut workspace, 0, Outcome::Parked).unwrap();
    assert_eq!(refused(&workspace, true), ["refused-commission-serves-nothing"], "what it was for is no longer chosen");
}

#[test]
fn another_number_than_the_model_means_asks_once_more_and_says_by_how_many() {
    let mut workspace = ready();
    for n in [1, 2] {
        weigh(&mut workspace, n, Outcome::Parked).unwrap();
    }
    assert_eq!(refused(&workspace, false), ["seminar-count-under"]);
    let told = workspace.tally().told(model()).unwrap();
    assert!(told.args.contains(&("off".to_owned(), Arg::Count(1))), "one more is the least the model means");
    assert!(workspace.conclude(model(), date(2018, 2, 26), true).is_ok(), "but the council decides");
}

#[test]
fn a_seminar_with_nothing_chosen_and_nothing_in_force_is_called_off_instead() {
    let mut workspace = weighing(1);
    weigh(&mut workspace, 0, Outcome::Parked).unwrap();
    assert_eq!(refused(&workspace, true), ["refused-seminar-nothing-chosen"]);
}

#[test]
fn what_is_in_force_counts_until_it_ends() {
    let mut workspace = weighing(1);
    weigh(&mut workspace, 0, Outcome::Parked).unwrap();
    let element = |n: u64| pejl_kernel::ElementId::new(&pejl_kernel::SequenceMint::after(5000 + n));
    let standing = |n, verdict| Standing { element: element(n), kind: ProposalKind::Objective, edition: 1, verdict, version: 0 };
    workspace.standing = vec![standing(0, Verdict::Keep), standing(1, Verdict::Keep)];
    assert_eq!(workspace.tally().after(), 2);
    assert!(workspace.conclude(model(), date(2019, 2, 25), false).is_ok(), "a later year may keep what there is");
    workspace.standing[1].verdict = Verdict::End { because: prose("Den er nået.") };
    assert_eq!(workspace.tally().after(), 1);
    assert_eq!(refused(&workspace, false), ["seminar-count-under"]);
}

#[test]
fn an_objective_lacks_what_the_model_asks_for_and_the_seminar_has_not_said() {
    let workspace = ready();
    let mut proposal = workspace.proposals[0].clone();
    assert!(proposal.lacks(model(), 2018).is_empty());
    proposal.content.text = prose("");
    assert_eq!(proposal.lacks(model(), 2018), [pejl_domain::models::GoalField::Text]);
}
