//! What two do at once, and what one does twice.

use pejl_app::Ending;
use pejl_app::seminars::{
    conclude_seminar, frame_seminar, move_proposal, open_seminar, take_back_proposal, weigh_proposal, weigh_standing,
};
use pejl_domain::orgs::Role;
use pejl_domain::seminars::*;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::{Held, is_conflict, is_denied};

on_both_engines!(a_seminar_concluded_twice_is_one, async |db| {
    let held = Held::begun(db).await;
    let proposals = [held.propose("Flere cykler").await, held.propose("Flere læser").await];
    held.prioritise().await;
    for proposal in &proposals {
        held.weigh(proposal, Outcome::Chosen).await;
        held.as_goal(proposal, "Et mål").await;
    }
    let turns = held.page().await.workspace.seminar.turns;
    let conclude = async || held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, false).await).await;
    let (first, second) = tokio::join!(conclude(), conclude());
    assert_eq!(first.unwrap().state, SeminarState::Concluded);
    assert_eq!(second.unwrap().state, SeminarState::Concluded);
    let lines = held.scene.lines().await;
    assert!(conclude().await.unwrap().concluded_on.is_some());
    assert_eq!(held.scene.lines().await, lines, "nothing more happened");
    let objectives = held.page().await.workspace.proposals.iter().filter_map(|p| p.made).count();
    assert_eq!(objectives, 2);
});

on_both_engines!(two_who_prioritise_at_once_weigh_two_proposals_but_not_the_same_one, async |db| {
    let held = Held::begun(db).await;
    let (one, other) = (held.propose("Flere cykler").await, held.propose("Flere læser").await);
    held.prioritise().await;
    let chief = held.scene.town.actor(Role::ChiefExecutive);
    let weigh = async |actor, proposal: &Proposal, outcome| {
        let (id, version) = (proposal.id, proposal.version);
        held.scene.deed(actor, async |desk| weigh_proposal(desk, held.id, id, version, outcome).await).await
    };
    let (first, second) = tokio::join!(weigh(held.keeper(), &one, Outcome::Chosen), weigh(chief.clone(), &other, Outcome::Parked));
    assert!(first.is_ok() && second.is_ok(), "two proposals are two things");
    let late = weigh(chief.clone(), &one, Outcome::Parked).await;
    assert!(is_conflict(&late), "the chief executive did not see that it was chosen");
    assert_eq!(held.now(&one).await.outcome, Outcome::Chosen);
    let lines = held.scene.lines().await;
    let now = held.now(&one).await;
    assert!(weigh(chief, &now, Outcome::Chosen).await.is_ok(), "saying what is said already is no quarrel");
    assert_eq!(held.scene.lines().await, lines);
});

on_both_engines!(what_is_concluded_is_what_was_seen, async |db| {
    let held = Held::begun(db).await;
    let proposals = [held.propose("Flere cykler").await, held.propose("Flere læser").await];
    held.prioritise().await;
    for proposal in &proposals {
        held.weigh(proposal, Outcome::Chosen).await;
        held.as_goal(proposal, "Et mål").await;
    }
    let seen = held.page().await.workspace.seminar.turns;
    held.as_goal(&proposals[1], "Et helt andet mål").await;
    let late = held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, seen, false).await).await;
    assert!(is_conflict(&late));
    assert_eq!(held.page().await.workspace.seminar.state, SeminarState::Prioritising);
});

on_both_engines!(the_same_words_given_twice_are_one_proposal, async |db| {
    let held = Held::begun(db).await;
    let first = held.propose("Flere cykler").await;
    let again = held.propose("Flere cykler").await;
    assert_eq!(first.id, again.id);
    assert_eq!(held.page().await.proposals.len(), 1);
    let taken = held.scene.deed(held.chair(), async |desk| take_back_proposal(desk, held.id, first.id, first.version).await).await;
    assert_eq!(taken.unwrap().outcome, Outcome::Withdrawn);
    assert_ne!(held.propose("Flere cykler").await.id, first.id, "what was taken back can be said anew");
    let director = held.scene.town.actor_at(Role::DepartmentHead, "boerneafdeling");
    let mine = held.now(&first).await;
    let not_theirs = held.scene.deed(director, async |desk| take_back_proposal(desk, held.id, mine.id, mine.version).await).await;
    assert!(is_denied(&not_theirs));
});

on_both_engines!(moving_up_and_down_changes_places_and_stops_at_the_end, async |db| {
    let held = Held::begun(db).await;
    let (one, two) = (held.propose("Flere cykler").await, held.propose("Flere læser").await);
    let shift = async |proposal: &Proposal, way| {
        let (id, version) = (proposal.id, proposal.version);
        held.scene.deed(held.keeper(), async |desk| move_proposal(desk, held.id, id, version, way).await).await
    };
    let order =
        async || held.page().await.proposals.into_iter().map(|row| row.proposal.content.title.to_string()).collect::<Vec<_>>();
    let moved = shift(&two, Move::Up).await.unwrap();
    assert_eq!(order().await, ["Flere læser", "Flere cykler"]);
    let lines = held.scene.lines().await;
    shift(&moved, Move::Up).await.unwrap();
    assert_eq!((order().await, held.scene.lines().await), (vec!["Flere læser".to_owned(), "Flere cykler".to_owned()], lines));
    assert!(is_conflict(&shift(&one, Move::Up).await), "its place has changed since");
});

on_both_engines!(a_year_has_one_seminar_and_another_only_after_it_was_called_off, async |db| {
    let held = Held::begun(db).await;
    let begin = async || held.scene.deed(held.keeper(), async |desk| open_seminar(desk, 2018).await).await.unwrap();
    let (again, lines) = (begin().await, held.scene.lines().await);
    assert_eq!((again.id, held.scene.lines().await), (held.id, lines));
    held.propose("Flere cykler").await;
    let version = held.page().await.workspace.seminar.version;
    let cancel =
        async |desk: &mut pejl_app::Desk| pejl_app::seminars::cancel_seminar(desk, held.id, version, prose("Der var sne.")).await;
    held.scene.deed(held.keeper(), cancel).await.unwrap();
    let anew = begin().await;
    assert_ne!(anew.id, held.id);
    let page = held.page().await;
    assert_eq!(page.workspace.seminar.id, anew.id, "the address shows the one that is held");
    let kept = &page.proposals[0];
    assert_eq!((kept.proposal.content.title.as_str(), kept.kept_from), ("Flere cykler", Some(2018)));
    assert_eq!(begin().await.id, anew.id);
});

on_both_engines!(a_stale_frame_and_a_stale_verdict_are_conflicts, async |db| {
    let held = Held::begun(db).await;
    let frame = |text: &str| Frame { risk: prose(text), ..Frame::default() };
    let version = held.page().await.workspace.seminar.version;
    held.propose("Flere cykler").await;
    let set = async |text| {
        let frame = frame(text);
        held.scene.deed(held.keeper(), async |desk| frame_seminar(desk, held.id, version, frame).await).await
    };
    assert!(set("Budgettet er stramt.").await.is_ok(), "a proposal given meanwhile is no quarrel with the frame");
    assert!(is_conflict(&set("Budgettet er løst.").await));

    let mut tx = held.scene.office.db().write().await.unwrap();
    let objective = held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    tx.commit().await.unwrap();
    held.prioritise().await;
    let weigh = async |verdict| {
        let id = objective.id;
        held.scene.deed(held.keeper(), async |desk| weigh_standing(desk, held.id, id, 0, verdict).await).await
    };
    let reword = Verdict::Reword { title: line("Flere i varige job"), text: prose("") };
    assert!(weigh(reword.clone()).await.is_ok());
    assert!(is_conflict(&weigh(Verdict::Keep).await));
    assert_eq!(held.page().await.standing[0].standing.verdict, reword);
    let nobody = pejl_kernel::ElementId::new(&pejl_kernel::SequenceMint::after(77));
    let missing = held.scene.deed(held.keeper(), async |desk| weigh_standing(desk, held.id, nobody, 0, Verdict::Keep).await).await;
    assert!(matches!(missing, Err(Ending::NotFound)));
});
