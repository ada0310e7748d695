//! What nobody would be asked for, and what is far too much.

use pejl_app::Ending;
use pejl_app::seminars::{
    NewProposal, ask_commission, edit_proposal, give_proposal, move_proposal, open_seminar, route_proposal, seminar_page,
    weigh_proposal,
};
use pejl_domain::orgs::Role;
use pejl_domain::seminars::*;
use pejl_kernel::{Line, ProposalId, Prose, SequenceMint, TextFault, UnitId};
use pejl_policy::{Action, Sight};
use pejl_store::meter;
use pejl_store::seminars::save_proposal;
use pejl_testkit::Town;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::{Held, is_denied};

on_both_engines!(markup_and_quotes_come_out_as_they_went_in, async |db| {
    let held = Held::begun(db).await;
    let hostile = "<script>alert('1')</script> '; DROP TABLE seminar; -- \u{202e}bagfra\u{0000}";
    let content = ProposalContent { title: line(hostile), text: prose(hostile), why: prose(hostile) };
    let new = NewProposal {
        kind: ProposalKind::Objective,
        content: content.clone(),
        group: prose("<b>"),
        unit: held.scene.town.unit("boerneudvalg"),
    };
    held.scene.deed(held.chair(), async |desk| give_proposal(desk, held.id, new).await).await.unwrap();
    let kept = &held.page().await.proposals[0].proposal;
    assert_eq!(kept.content, content);
    assert!(!kept.content.title.as_str().contains(['\u{202e}', '\u{0000}']), "what turns the reading direction is left out");
});

on_both_engines!(three_hundred_proposals_are_a_full_seminar_and_cost_no_more_statements_than_one, async |db| {
    let held = Held::begun(db).await;
    held.propose("Det første").await;
    let cost = async || {
        let (keeper, mut tx) = (held.keeper(), held.scene.read().await);
        meter::measure(seminar_page(&mut tx, &Sight::of(&keeper), &keeper, 2018)).await.1.statements
    };
    let few = cost().await;
    // Straight into the store: each deed reads the whole seminar, and three hundred of them would read it three hundred times.
    let (mut workspace, town) = (held.page().await.workspace, &held.scene.town);
    let mut tx = held.scene.office.db().write().await.unwrap();
    for n in 1..MOST_PROPOSALS {
        let content = ProposalContent { title: line(&format!("Forslag {n}")), text: prose(&"æ".repeat(4000)), why: prose("") };
        let first = &workspace.proposals[0];
        let given = Given {
            kind: ProposalKind::Objective,
            content,
            group: prose(""),
            unit: first.unit,
            position: first.position,
            by: first.by,
            kept_from: None,
        };
        let id = ProposalId::new(&SequenceMint::after(6_000_000 + n as u64));
        let given = Proposal::give(id, &workspace.seminar, &town.model, &workspace.proposals, given).unwrap();
        let permit = town.permit(Action::GiveProposal);
        save_proposal(&mut tx, &permit, town.at(), &given.0, &given.1).await.unwrap();
        workspace.proposals.push(given.0);
    }
    tx.commit().await.unwrap();
    assert_eq!(cost().await, few);
    let one_more = held.propose_as(held.chair(), ProposalKind::Objective, "Et til", "boerneudvalg").await;
    assert_eq!(reasons(one_more), [("", "refused-seminar-full".to_owned())]);
});

#[test]
fn what_is_longer_than_a_proposal_can_be_never_gets_in() {
    assert_eq!(Line::<200>::parse(&"x".repeat(201)), Err(TextFault::TooLong { most: 200 }));
    assert_eq!(Prose::<4000>::parse(&"x".repeat(4001)), Err(TextFault::TooLong { most: 4000 }));
}

on_both_engines!(a_proposal_is_given_only_for_ones_own_unit_and_only_where_it_is_open, async |db| {
    let held = Held::begun(db).await;
    let foreign = held.propose_as(held.chair(), ProposalKind::Objective, "For de andre", "kulturudvalg").await;
    assert_eq!(reasons(foreign), [("unit", "refused-proposal-unit".to_owned())]);
    let keeper = held.propose_as(held.keeper(), ProposalKind::Objective, "For de andre", "kulturudvalg").await.unwrap();
    assert_eq!(keeper.position, None, "written in for a unit, from no position there");
    let new = |unit| NewProposal { kind: ProposalKind::Objective, content: keeper.content.clone(), group: prose(""), unit };
    let nowhere = UnitId::new(&SequenceMint::after(9_999_999));
    let outcome = held.scene.deed(held.keeper(), async |desk| give_proposal(desk, held.id, new(nowhere)).await).await;
    assert!(matches!(outcome, Err(Ending::NotFound)));
});

on_both_engines!(another_municipality_sees_and_touches_nothing, async |db| {
    let held = Held::begun(db).await;
    let proposal = held.propose("Flere cykler").await;
    let neighbour = Town::neighbour(db).await;
    let stranger = neighbour.actor(Role::Consultant);
    let mut tx = held.scene.office.db().read().await.unwrap();
    let page = seminar_page(&mut tx, &Sight::of(&stranger), &stranger, 2018).await;
    assert!(matches!(page, Err(Ending::NotFound)));
    let place = held.scene.office.place(&mut tx, "naboby").await.unwrap().unwrap();
    drop(tx);
    let mut desk = held.scene.office.desk_for(stranger, place).await.unwrap();
    let outcome = edit_proposal(&mut desk, held.id, proposal.id, 1, proposal.content.clone(), prose("Vores nu")).await;
    assert!(matches!(outcome, Err(Ending::NotFound)));
});

on_both_engines!(ids_and_choices_that_no_page_offers_are_not_found_or_refused, async |db| {
    let held = Held::begun(db).await;
    let proposal = held.propose("Flere cykler").await;
    held.prioritise().await;
    held.weigh(&proposal, Outcome::Chosen).await;
    let nobody = ProposalId::new(&SequenceMint::after(9_999_999));
    let none = held.scene.deed(held.keeper(), async |desk| weigh_proposal(desk, held.id, nobody, 1, Outcome::Chosen).await).await;
    assert!(matches!(none, Err(Ending::NotFound)));
    let version = held.now(&proposal).await.version;
    let school = Route::Goal(GoalWanted { unit: held.scene.town.unit("skole"), title: line("Et mål"), text: prose("") });
    let outcome =
        held.scene.deed(held.keeper(), async |desk| route_proposal(desk, held.id, proposal.id, version, school).await).await;
    assert_eq!(reasons(outcome), [("goal-unit", "refused-route-unit".to_owned())], "a school owns no goal under an objective");
    let content = CommissionContent { serves: vec![nobody], ..held.asked("Politik", &[]) };
    let outcome = held.scene.deed(held.keeper(), async |desk| ask_commission(desk, held.id, content).await).await;
    assert_eq!(reasons(outcome), [("serves", "refused-commission-serves-what-is-not-chosen".to_owned())]);
    let teacher = held.scene.town.actor_at(Role::Employee, "skole");
    let outcome = held.scene.deed(teacher, async |desk| move_proposal(desk, held.id, proposal.id, 1, Move::Up).await).await;
    assert!(is_denied(&outcome));
    for year in [0, 1899, 2200, i16::MAX] {
        let outcome = held.scene.deed(held.keeper(), async |desk| open_seminar(desk, year).await).await;
        assert_eq!(reasons(outcome), [("year", "refused-seminar-year".to_owned())]);
    }
});
