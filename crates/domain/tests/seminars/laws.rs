//! Laws that hold for whatever people do at a seminar.

use jiff::civil::date;
use pejl_domain::seminars::*;
use proptest::prelude::*;

use crate::fixture::*;

/// Something that somebody tries.
#[derive(Clone, Debug)]
enum Try {
    Weigh(u64, OutcomeName, u64),
    Route(u64, bool),
    Move(u64, bool),
    Ask(Vec<u64>),
    Seminar(SeminarVerb),
}

fn any_try() -> impl Strategy<Value = Try> {
    prop_oneof![
        (0u64..6, prop::sample::select(OutcomeName::ALL), 0u64..6).prop_map(|(n, outcome, into)| Try::Weigh(n, outcome, into)),
        (0u64..6, any::<bool>()).prop_map(|(n, by_policy)| Try::Route(n, by_policy)),
        (0u64..6, any::<bool>()).prop_map(|(n, up)| Try::Move(n, up)),
        prop::collection::vec(0u64..6, 0..3).prop_map(Try::Ask),
        prop::sample::select(SeminarVerb::ALL).prop_map(Try::Seminar),
    ]
}

fn outcome(name: OutcomeName, into: u64) -> Outcome {
    match name {
        OutcomeName::Open => Outcome::Open,
        OutcomeName::Chosen => Outcome::Chosen,
        OutcomeName::Parked => Outcome::Parked,
        OutcomeName::Merged => Outcome::Merged { into: proposal_id(into) },
        OutcomeName::Declined => Outcome::Declined { because: prose("Derfor.") },
        OutcomeName::Withdrawn => Outcome::Withdrawn,
    }
}

/// Tries one thing; what is refused changes nothing.
fn attempt(workspace: &mut Workspace, trying: &Try) {
    let model = model();
    match trying {
        Try::Weigh(n, name, into) => drop(weigh(workspace, *n, outcome(*name, *into))),
        Try::Route(n, by_policy) => {
            let chosen = workspace.proposal(proposal_id(*n)).unwrap().clone();
            let way = if *by_policy { Route::Policy } else { goal("Et mål") };
            if let Ok((routed, _)) = chosen.take_route(&workspace.seminar, model, way) {
                let at = workspace.proposals.iter().position(|p| p.id == routed.id).unwrap();
                workspace.proposals[at] = routed;
            }
        }
        Try::Move(n, up) => {
            let proposal = workspace.proposal(proposal_id(*n)).unwrap().clone();
            let way = if *up { Move::Up } else { Move::Down };
            let Some(neighbour) = workspace.neighbour(&proposal, way).cloned() else { return };
            if let Ok((moved, other, _)) = proposal.change_places(&workspace.seminar, model, neighbour) {
                for changed in [moved, other] {
                    let at = workspace.proposals.iter().position(|p| p.id == changed.id).unwrap();
                    workspace.proposals[at] = changed;
                }
            }
        }
        Try::Ask(serves) => {
            let id = commission_id(workspace.commissions.len() as u64);
            if let Ok((commission, _)) = Commission::ask(id, model, workspace, asked("Politik", serves)) {
                workspace.commissions.push(commission);
            }
        }
        Try::Seminar(verb) => {
            let (seminar, tried) = (workspace.seminar.clone(), *verb);
            let done = match verb {
                SeminarVerb::Frame => seminar.frame(model, Frame { risk: prose("Budgettet."), ..Frame::default() }),
                SeminarVerb::Prioritise => seminar.prioritise(model, 6, 0),
                SeminarVerb::Conclude => workspace.conclude(model, date(2018, 2, 26), true),
                SeminarVerb::Cancel => seminar.cancel(model, prose("Sne.")),
            };
            if let Ok((after, _)) = done {
                assert_eq!(seminar_leads_to(workspace.seminar.state, tried), Some(after.state), "only the table leads anywhere");
                workspace.seminar = after;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_concluded_seminar_has_weighed_everything_and_given_each_objective_a_way(tries in prop::collection::vec(any_try(), 0..60)) {
        let mut workspace = weighing(6);
        for trying in &tries {
            attempt(&mut workspace, trying);
            if workspace.seminar.state != SeminarState::Concluded {
                continue;
            }
            prop_assert_eq!(workspace.tally().undecided, 0);
            for chosen in workspace.chosen(ProposalKind::Objective) {
                match &chosen.route {
                    Some(Route::Policy) => prop_assert!(workspace.commissions_of(chosen.id).next().is_some()),
                    Some(Route::Goal(goal)) => prop_assert!(!goal.title.as_str().is_empty()),
                    None => prop_assert!(false, "a chosen objective without a way"),
                }
            }
        }
    }

    #[test]
    fn nothing_changes_in_a_seminar_that_is_over(tries in prop::collection::vec(any_try(), 0..60), more in prop::collection::vec(any_try(), 1..10)) {
        let mut workspace = weighing(6);
        tries.iter().for_each(|trying| attempt(&mut workspace, trying));
        prop_assume!(!workspace.seminar.state.takes_proposals());
        let before = workspace.clone();
        more.iter().for_each(|trying| attempt(&mut workspace, trying));
        prop_assert_eq!(before, workspace);
    }

    #[test]
    fn however_they_are_moved_every_proposal_keeps_a_place_of_its_own(tries in prop::collection::vec(any_try(), 0..60)) {
        let mut workspace = weighing(6);
        tries.iter().for_each(|trying| attempt(&mut workspace, trying));
        let mut places: Vec<u32> = workspace.proposals.iter().map(|p| p.place).collect();
        places.sort_unstable();
        prop_assert_eq!(places, vec![1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn nothing_is_merged_into_what_is_not_there(tries in prop::collection::vec(any_try(), 0..60)) {
        let mut workspace = weighing(6);
        tries.iter().for_each(|trying| attempt(&mut workspace, trying));
        for proposal in &workspace.proposals {
            if let Outcome::Merged { into } = proposal.outcome {
                prop_assert!(into != proposal.id);
                let target = workspace.proposal(into).unwrap();
                prop_assert!(!matches!(target.outcome, Outcome::Merged { .. }), "what is merged leads on to what stands");
            }
        }
    }
}
