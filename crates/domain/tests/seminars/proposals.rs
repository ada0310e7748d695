//! Proposals: given, weighed, ordered, merged; and the policies asked for.

use pejl_domain::seminars::*;

use crate::fixture::*;

#[test]
fn a_proposal_is_merged_only_into_one_that_is_still_there_and_holds_its_own_ground() {
    let mut workspace = weighing(3);
    let into = |n| Outcome::Merged { into: proposal_id(n) };
    assert_eq!(keys(weigh(&mut workspace, 0, into(0)).unwrap_err()), ["refused-proposal-merged-into-itself"]);
    assert_eq!(keys(weigh(&mut workspace, 0, into(9)).unwrap_err()), ["refused-proposal-merged-nowhere"]);
    weigh(&mut workspace, 0, into(1)).unwrap();
    assert_eq!(keys(weigh(&mut workspace, 2, into(0)).unwrap_err()), ["refused-proposal-merged-into-gone"]);
    assert_eq!(keys(weigh(&mut workspace, 1, into(2)).unwrap_err()), ["refused-proposal-holds-others"]);
}

#[test]
fn declining_asks_for_a_reason_that_whoever_proposed_it_can_read() {
    let mut workspace = weighing(1);
    let without = Outcome::Declined { because: prose("") };
    assert_eq!(keys(weigh(&mut workspace, 0, without).unwrap_err()), ["refused-proposal-without-reason"]);
    let event = weigh(&mut workspace, 0, Outcome::Declined { because: prose("Hører til i aftalen.") }).unwrap();
    assert_eq!(event.sentence.key, "event-proposal-declined");
}

#[test]
fn nothing_is_weighed_while_proposals_are_collected_and_nothing_is_taken_back_once_they_are_weighed() {
    let (seminar, model) = (seminar(), model());
    let (proposal, _) = Proposal::give(proposal_id(0), &seminar, model, &[], given("Et forslag")).unwrap();
    let early = proposal.clone().weigh(&seminar, model, Outcome::Chosen, &[]);
    assert_eq!(keys(early.unwrap_err()), ["refused-seminar-not-weighing"]);
    let (weighs, _) = seminar.clone().prioritise(model, 1, 0).unwrap();
    assert_eq!(keys(proposal.clone().take_back(&weighs, model).unwrap_err()), ["refused-proposal-is-weighed"]);
    let (gone, _) = proposal.take_back(&seminar, model).unwrap();
    let again = gone.clone().edit(&seminar, model, gone.content.clone(), prose("Ny gruppe"));
    assert_eq!(keys(again.unwrap_err()), ["refused-proposal-gone"]);
}

#[test]
fn the_neighbour_is_the_next_among_those_that_came_as_far() {
    let mut workspace = weighing(4);
    weigh(&mut workspace, 1, Outcome::Chosen).unwrap();
    let of = |n: u64| workspace.proposal(proposal_id(n)).unwrap();
    let beside = |n, way| workspace.neighbour(of(n), way).map(|p| p.serial);
    assert_eq!((beside(0, Move::Up), beside(0, Move::Down)), (None, Some(3)), "the chosen one stands in another list");
    assert_eq!((beside(1, Move::Up), beside(1, Move::Down)), (None, None));
    assert_eq!((beside(3, Move::Up), beside(3, Move::Down)), (Some(3), None));
}

#[test]
fn a_full_seminar_takes_no_more() {
    let seminar = seminar();
    let (one, _) = Proposal::give(proposal_id(0), &seminar, model(), &[], given("Forslag")).unwrap();
    let full = vec![one; MOST_PROPOSALS];
    let refused = Proposal::give(proposal_id(9), &seminar, model(), &full, given("Et til")).unwrap_err();
    assert_eq!(keys(refused), ["refused-seminar-full"]);
}

#[test]
fn a_policy_is_asked_for_what_is_chosen_and_takes_route_a() {
    let mut workspace = weighing(3);
    let ask = |workspace: &Workspace, content| Commission::ask(commission_id(0), model(), workspace, content);
    assert_eq!(keys(ask(&workspace, asked("Sundhedspolitik", &[])).unwrap_err()), ["refused-commission-serves-nothing"]);
    assert_eq!(
        keys(ask(&workspace, asked("Sundhedspolitik", &[0])).unwrap_err()),
        ["refused-commission-serves-what-is-not-chosen"]
    );
    for n in [0, 1] {
        weigh(&mut workspace, n, Outcome::Chosen).unwrap();
    }
    route(&mut workspace, 1, goal("Et mål"));
    assert_eq!(keys(ask(&workspace, asked("Sundhedspolitik", &[0, 1])).unwrap_err()), ["refused-commission-serves-a-goal"]);
    let (commission, _) = ask(&workspace, asked("Sundhedspolitik", &[0])).unwrap();
    assert_eq!(commission.content.others, [unit(3)], "everybody is named once, and the lead is not among the others");

    let renewed = CommissionContent { way: Way::Renews, ..asked("Sundhedspolitik", &[0]) };
    assert_eq!(keys(ask(&workspace, renewed.clone()).unwrap_err()), ["refused-commission-without-existing"]);
    let named = CommissionContent { existing_name: prose("Den gamle sundhedspolitik"), ..renewed };
    let (commission, _) = ask(&workspace, named).unwrap();
    assert!(commission.is_drafted(), "a policy that stands in no chain has to be written");
}
