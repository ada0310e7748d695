//! What a unit answers when a goal is put before it.

use pejl_domain::chain::*;
use pejl_kernel::ids::StanceId;
use pejl_kernel::{Prose, SequenceMint};

use crate::fixture::*;

fn asked() -> Stance {
    let id = StanceId::new(&SequenceMint::after(700));
    Stance::ask(&model(), id, &adopted(&model(), 1), unit(8), "Nordskolen").unwrap().0
}

#[test]
fn a_unit_takes_a_goal_up_and_may_change_its_mind() {
    let (model, goal) = (model(), adopted(&model(), 1));
    let (stance, _) = asked().take_up(&model, &goal, "Nordskolen", TODAY).unwrap();
    assert_eq!(stance.answered_on, Some(TODAY));
    let (stance, event) = stance.decline(&model, &goal, "Nordskolen", prose("Ingen 0.-klasse her."), TODAY).unwrap();
    assert_eq!(said(&event, "reason"), "Ingen 0.-klasse her.");
    let (stance, _) = stance.ask_again(&model, &goal, "Nordskolen").unwrap();
    assert_eq!((stance.answer, stance.answered_on), (Answer::Asked, None));
}

#[test]
fn not_relevant_here_needs_a_because() {
    let (model, goal) = (model(), adopted(&model(), 1));
    assert_eq!(
        reasons(asked().decline(&model, &goal, "Nordskolen", Prose::default(), TODAY)),
        ["reason refused-decline-without-reason"]
    );
}

#[test]
fn nobody_is_asked_again_before_they_have_answered() {
    let (model, goal) = (model(), adopted(&model(), 1));
    assert_eq!(reasons(asked().ask_again(&model, &goal, "Nordskolen")), ["- refused-stance-asked"]);
}

#[test]
fn a_draft_is_not_put_before_the_units() {
    let model = model();
    let goal = draft(&model, "maal", 1, whole_goal());
    let id = StanceId::new(&SequenceMint::after(700));
    assert_eq!(reasons(Stance::ask(&model, id, &goal, unit(8), "Nordskolen")), ["- refused-stance-not-in-force"]);
}

#[test]
fn a_goal_stops_where_everyone_answered_and_nobody_takes_it_up() {
    assert!(Coverage::of(0, 3, 0).stops());
    assert!(!Coverage::of(0, 3, 1).stops());
    assert!(!Coverage::of(0, 0, 0).stops());
    assert!(Coverage::of(0, 0, 0).is_unasked());
}
