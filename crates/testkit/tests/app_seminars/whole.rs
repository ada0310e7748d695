//! A whole seminar: fourteen proposals, seven objectives, four by route A and three by B.

use pejl_app::chain::by_number;
use pejl_app::seminars::{OriginPart, conclude_seminar, origins};
use pejl_domain::chain::StateName;
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_domain::seminars::*;
use pejl_store::{audit, chain};
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::prose;

use crate::{Held, is_denied};

on_both_engines!(fourteen_proposals_become_seven_objectives_four_by_policies_and_three_as_goals, async |db| {
    let held = Held::begun(db).await;
    let mut proposals = Vec::new();
    for n in 1..=14 {
        proposals.push(held.propose(&format!("Forslag {n}")).await);
    }
    let marker = held.propose_as(held.chair(), ProposalKind::ValueMarker, "De mest sårbare", "boerneudvalg").await.unwrap();
    held.prioritise().await;
    for proposal in &proposals[..7] {
        held.weigh(proposal, Outcome::Chosen).await;
    }
    held.weigh(&marker, Outcome::Chosen).await;
    for (at, proposal) in proposals[7..10].iter().enumerate() {
        held.weigh(proposal, Outcome::Merged { into: proposals[at].id }).await;
    }
    for proposal in &proposals[10..12] {
        held.weigh(proposal, Outcome::Parked).await;
    }
    for proposal in &proposals[12..] {
        held.weigh(proposal, Outcome::Declined { because: prose("Hører til i aftalen.") }).await;
    }
    held.ask("Børnepolitik", &[&proposals[0], &proposals[1]]).await;
    held.ask("Kulturpolitik", &[&proposals[2]]).await;
    held.ask("Sundhedspolitik", &[&proposals[3], &proposals[0]]).await;
    for (at, proposal) in proposals[4..7].iter().enumerate() {
        held.as_goal(proposal, &format!("Mål {at}")).await;
    }

    let page = held.page().await;
    let tally = page.workspace.tally();
    assert_eq!((tally.chosen, tally.by_policy, tally.by_goal, tally.parked, tally.undecided), (7, 4, 3, 2, 0));
    let turns = page.workspace.seminar.turns;
    let outcome = held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, false).await).await;
    assert_eq!(reasons(outcome), [("despite", "seminar-count-over".to_owned())], "Testby means two to four");
    let seminar = held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, true).await).await.unwrap();
    assert_eq!(seminar.state, SeminarState::Concluded);

    let page = held.page().await;
    let (mut tx, sight, town) = (held.scene.read().await, held.scene.town.whole_sight(), &held.scene.town);
    for (at, proposal) in proposals[..7].iter().enumerate() {
        let made = page.workspace.proposal(proposal.id).unwrap();
        let objective = chain::element(&mut tx, town.id, made.made.unwrap()).await.unwrap();
        assert_eq!((objective.kind, objective.state.name()), (ElementKind::Objective, StateName::Proposed));
        assert_eq!((objective.owner, objective.number.year), (town.unit("byraad"), 2018));
        assert_eq!(objective.content.title, proposal.content.title);
        assert_eq!(made.goal.is_some(), at >= 4, "only route B makes a goal at once");
    }
    for (commission, parents) in page.workspace.commissions.iter().zip([2, 1, 2]) {
        let policy = chain::element(&mut tx, town.id, commission.policy.unwrap()).await.unwrap();
        assert_eq!((policy.kind, policy.state.name()), (ElementKind::Policy, StateName::Draft));
        assert_eq!(policy.owner, town.unit("byraad"), "led by a committee, owned where the model lets policies be owned");
        assert_eq!(chain::tied_facts(&mut tx, town.id, policy.id).await.unwrap().parents, parents);
    }
    let fifth = page.workspace.proposal(proposals[4].id).unwrap();
    let goal = chain::element(&mut tx, town.id, fifth.goal.unwrap()).await.unwrap();
    assert_eq!((goal.kind, goal.owner, goal.state.name()), (ElementKind::Goal, town.unit("kulturudvalg"), StateName::Draft));
    assert!(chain::is_tied(&mut tx, town.id, goal.id, fifth.made.unwrap()).await.unwrap());
    let marker = page.workspace.proposal(marker.id).unwrap().made.unwrap();
    let marker = chain::element(&mut tx, town.id, marker).await.unwrap();
    assert_eq!(marker.state.name(), StateName::Adopted, "Testby adopts no value markers: they are in force at once");

    // The way back: from an objective to what was proposed, and to what said it too.
    let first = page.workspace.proposal(proposals[0].id).unwrap().made.unwrap();
    let found = origins(&mut tx, &sight, first).await.unwrap();
    let told: Vec<_> = found.iter().map(|o| (o.part, o.title.as_str(), o.is_merged, o.unit.as_str())).collect();
    let unit = "Børneudvalget";
    assert_eq!(told, [(OriginPart::Proposed, "Forslag 1", false, unit), (OriginPart::Proposed, "Forslag 8", true, unit)]);
    let parts: Vec<_> = origins(&mut tx, &sight, goal.id).await.unwrap().into_iter().map(|o| o.part).collect();
    assert_eq!(parts, [OriginPart::Goal]);
    let policy = page.workspace.commissions[1].policy.unwrap();
    let parts: Vec<_> = origins(&mut tx, &sight, policy).await.unwrap().into_iter().map(|o| o.part).collect();
    assert_eq!(parts, [OriginPart::Commissioned, OriginPart::Served, OriginPart::Served], "and what was merged into it");

    assert!(matches!(audit::verify(&mut tx, town.id).await.unwrap(), audit::Verdict::Whole { .. }));
    let number = chain::element(&mut tx, town.id, first).await.unwrap().number;
    assert_eq!(by_number(&mut tx, &sight, number).await.unwrap().id, first);
});

on_both_engines!(an_objective_without_a_text_waits_as_a_draft_and_stops_nothing, async |db| {
    let held = Held::begun(db).await;
    let (whole, bare) = (held.propose("Hele ord").await, held.propose("Kun en titel").await);
    held.prioritise().await;
    for proposal in [&whole, &bare] {
        held.weigh(proposal, Outcome::Chosen).await;
        held.as_goal(proposal, "Et mål").await;
    }
    let content = ProposalContent { text: prose(""), ..bare.content.clone() };
    let version = held.now(&bare).await.version;
    let edit = async |desk: &mut pejl_app::Desk| {
        pejl_app::seminars::edit_proposal(desk, held.id, bare.id, version, content, prose("")).await
    };
    held.scene.deed(held.keeper(), edit).await.unwrap();
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, false).await).await.unwrap();
    let page = held.page().await;
    let mut tx = held.scene.read().await;
    for (proposal, state) in [(&whole, StateName::Proposed), (&bare, StateName::Draft)] {
        let made = page.workspace.proposal(proposal.id).unwrap().made.unwrap();
        assert_eq!(chain::element(&mut tx, held.scene.town.id, made).await.unwrap().state.name(), state);
    }
});

on_both_engines!(who_may_propose_sees_the_proposals_and_the_others_once_it_is_concluded, async |db| {
    let held = Held::begun(db).await;
    held.propose("Flere cykler").await;
    let teacher = held.scene.town.actor_at(Role::Employee, "skole");
    let leader = held.scene.town.actor_at(Role::InstitutionLeader, "skole");
    assert!(is_denied(&held.page_for(&teacher).await));
    assert!(held.page_for(&leader).await.is_ok());
    assert!(is_denied(&held.propose_as(teacher.clone(), ProposalKind::Objective, "Mit eget", "skole").await));
    assert!(is_denied(&held.scene.deed(leader.clone(), async |desk| conclude_seminar(desk, held.id, 1, true).await).await));
    held.prioritise().await;
    assert!(is_denied(&held.propose_as(leader, ProposalKind::Objective, "For sent", "skole").await), "now the keeper writes it in");
    let proposal = held.page().await.workspace.proposals[0].clone();
    held.weigh(&proposal, Outcome::Chosen).await;
    held.as_goal(&proposal, "Et mål").await;
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, true).await).await.unwrap();
    assert!(held.page_for(&teacher).await.is_ok());
});
