//! The parties talk about a goal.

use jiff::civil::date;
use pejl_domain::agreements::*;
use pejl_kernel::{Figure, Prose};

use crate::fixture::*;

fn later() -> Proposal {
    Proposal::Due(Some(date(2020, 6, 30)))
}

fn target(value: i64) -> Proposal {
    Proposal::Target { criterion: 0, value: Some(Figure::whole(value)) }
}

fn made(side: Side, proposal: Proposal) -> Counter {
    Counter::propose(&model(), &in_dialogue(), &goal(), proposing(side, proposal), &[]).unwrap().0
}

fn answer(counter: Counter, side: Side, reply: Reply) -> Result<Answered, pejl_domain::Refused> {
    counter.answer(&model(), &in_dialogue(), &goal(), answering(side, reply))
}

#[test]
fn a_proposal_remembers_what_stood_there() {
    let counter = made(Side::Agent, target(85));
    assert_eq!(counter.instead_of, target(90));
    assert_eq!((counter.state, counter.side), (CounterState::Open, Side::Agent));
}

#[test]
fn accepting_puts_the_proposal_in_the_goal() {
    let done = answer(made(Side::Agent, target(85)), Side::Principal, Reply::Accept).unwrap();
    assert_eq!(done.counter.state, CounterState::Accepted);
    assert_eq!(done.content.as_ref().unwrap().goal.criteria[0].value, Some(Figure::whole(85)));
    let (goal, event) = goal().edit(&model(), done.content.unwrap()).unwrap();
    assert_eq!((event.changes.len(), goal.content.goal.criteria[0].value), (1, Some(Figure::whole(85))));
}

#[test]
fn accepting_with_a_change_keeps_both_what_was_asked_and_what_was_agreed() {
    let reply = Reply::AcceptWithChange { agreed: target(88), answer: prose("Mødes på midten.") };
    let done = answer(made(Side::Agent, target(85)), Side::Principal, reply).unwrap();
    assert_eq!((done.counter.proposal.clone(), done.counter.agreed.clone()), (target(85), Some(target(88))));
    assert_eq!(done.content.unwrap().goal.criteria[0].value, Some(Figure::whole(88)));
    let same = Reply::AcceptWithChange { agreed: target(85), answer: Prose::default() };
    let done = answer(made(Side::Agent, target(85)), Side::Principal, same).unwrap();
    assert_eq!((done.counter.state, done.counter.agreed), (CounterState::Accepted, None));
    let other = Reply::AcceptWithChange { agreed: later(), answer: Prose::default() };
    let refused = answer(made(Side::Agent, target(85)), Side::Principal, other);
    assert_eq!(reasons(refused), ["proposal refused-counter-another-field"]);
}

#[test]
fn declining_says_why_and_leaves_the_goal() {
    let decline = |text: &str| answer(made(Side::Principal, later()), Side::Agent, Reply::Decline { answer: prose(text) });
    assert_eq!(reasons(decline("")), ["answer refused-counter-decline-without-answer"]);
    let done = decline("Børnene kan ikke vente.").unwrap();
    assert_eq!((done.counter.state, done.content), (CounterState::Declined, None));
    assert_eq!(said(&done.event, "answer"), "Børnene kan ikke vente.");
    let again = answer(done.counter, Side::Agent, Reply::Accept);
    assert_eq!(reasons(again), ["- refused-counter-answered"]);
}

#[test]
fn nobody_answers_themselves() {
    assert_eq!(reasons(answer(made(Side::Agent, later()), Side::Agent, Reply::Accept)), ["- refused-counter-own-side"]);
}

#[test]
fn whoever_proposed_takes_it_back_and_nobody_else_does() {
    let take = |side| made(Side::Agent, later()).take_back(&model(), &in_dialogue(), &goal(), side, person(3), noon());
    assert_eq!(reasons(take(Side::Principal)), ["- refused-counter-take-back-others"]);
    let (counter, _) = take(Side::Agent).unwrap();
    assert_eq!((counter.state, counter.answered), (CounterState::TakenBack, Some((person(3), noon()))));
}

#[test]
fn a_goal_in_force_is_changed_by_its_body_and_not_here() {
    let (agreement, held) = approved();
    let (agreement, _) = agreement.amend(prose("Ny lov.")).unwrap();
    let (agreement, _) = agreement.open_dialogue().unwrap();
    let refused = Counter::propose(&model(), &agreement, &held[0].element, proposing(Side::Agent, later()), &[]);
    assert_eq!(reasons(refused), ["- refused-counter-adopted"]);
}

#[test]
fn a_goal_is_negotiated_in_dialogue_only() {
    let refused = Counter::propose(&model(), &begun(), &goal(), proposing(Side::Agent, later()), &[]);
    assert_eq!(reasons(refused), ["- refused-agreement-draft"]);
    let stranger = element(9, "maal", SCHOOLS, goal_content("Noget andet"));
    let refused = Counter::propose(&model(), &in_dialogue(), &stranger, proposing(Side::Agent, later()), &[]);
    assert_eq!(reasons(refused), ["- refused-counter-not-in-it"]);
}

#[test]
fn one_place_in_a_goal_is_talked_about_once_at_a_time() {
    let open = [made(Side::Agent, later())];
    let propose = |proposal| Counter::propose(&model(), &in_dialogue(), &goal(), proposing(Side::Principal, proposal), &open);
    assert_eq!(reasons(propose(Proposal::Due(Some(date(2021, 1, 1))))), ["proposal refused-counter-already"]);
    assert!(propose(target(80)).is_ok());
}

#[test]
fn a_proposal_is_something_else_and_something_that_can_stand() {
    let propose = |proposal| reasons(Counter::propose(&model(), &in_dialogue(), &goal(), proposing(Side::Agent, proposal), &[]));
    assert_eq!(propose(target(90)), ["proposal refused-counter-same"]);
    assert_eq!(propose(Proposal::Text(Prose::default())), ["proposal refused-counter-empty"]);
    assert_eq!(propose(Proposal::Due(None)), ["proposal refused-counter-empty"]);
    assert_eq!(
        propose(Proposal::Target { criterion: 7, value: Some(Figure::whole(1)) }),
        ["criterion refused-counter-no-criterion"]
    );
    assert_eq!(propose(Proposal::Due(Some(date(2018, 1, 1)))), ["due refused-due-before-start"]);
    let silent = Proposing { because: Prose::default(), ..proposing(Side::Agent, later()) };
    let refused = Counter::propose(&model(), &in_dialogue(), &goal(), silent, &[]);
    assert_eq!(reasons(refused), ["because refused-counter-without-because"]);
}

#[test]
fn what_was_proposed_about_another_text_is_not_accepted_by_mistake() {
    let counter = made(Side::Agent, target(85));
    let mut changed = goal_content("Flere børn trives");
    changed.goal.criteria[0].value = Some(Figure::whole(95));
    let (goal, _) = goal().edit(&model(), changed).unwrap();
    let accept = counter.clone().answer(&model(), &in_dialogue(), &goal, answering(Side::Principal, Reply::Accept));
    assert_eq!(reasons(accept), ["- refused-counter-overtaken"]);
    let decline = Reply::Decline { answer: prose("Se det nye.") };
    assert!(counter.answer(&model(), &in_dialogue(), &goal, answering(Side::Principal, decline)).is_ok());
}
