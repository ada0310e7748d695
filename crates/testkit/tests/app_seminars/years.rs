//! The year after: what was parked is kept, what is in force is adjusted, and goals of route B find a policy.

use pejl_app::seminars::{
    OriginPart, ask_commission, conclude_seminar, open_seminar, origins, policies_in_force, prioritise_seminar, seminars,
    weigh_standing,
};
use pejl_domain::chain::StateName;
use pejl_domain::seminars::*;
use pejl_kernel::ElementId;
use pejl_store::chain;
use pejl_testkit::TestDb;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::Held;

/// A concluded seminar of 2018 with one objective by route B and one parked proposal; and the objective's and the goal's ids.
async fn first_year(db: &TestDb) -> (Held, ElementId, ElementId) {
    let held = Held::begun(db).await;
    let (chosen, parked) = (held.propose("Flere cykler").await, held.propose("Flere læser").await);
    held.prioritise().await;
    held.weigh(&chosen, Outcome::Chosen).await;
    held.weigh(&parked, Outcome::Parked).await;
    held.as_goal(&chosen, "Cykelstier").await;
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, true).await).await.unwrap();
    let made = held.now(&chosen).await;
    (held, made.made.unwrap(), made.goal.unwrap())
}

/// The seminar of 2019, weighing.
async fn next_year(mut held: Held) -> Held {
    let seminar = held.scene.deed(held.keeper(), async |desk| open_seminar(desk, 2019).await).await.unwrap();
    let (id, version) = (seminar.id, seminar.version);
    held.scene.deed(held.keeper(), async |desk| prioritise_seminar(desk, id, version).await).await.unwrap();
    held.id = id;
    held.year = 2019;
    held
}

on_both_engines!(what_was_parked_is_before_the_next_years_seminar_and_says_where_it_comes_from, async |db| {
    let (held, _, _) = first_year(db).await;
    let held = next_year(held).await;
    let page = held.page().await;
    let kept: Vec<_> = page.proposals.iter().map(|row| (row.proposal.content.title.as_str(), row.kept_from)).collect();
    assert_eq!(kept, [("Flere læser", Some(2018))]);
    assert_eq!(page.proposals[0].proposal.outcome, Outcome::Open);

    // Parked once more it comes along to 2020, and only once.
    let proposal = page.proposals[0].proposal.clone();
    held.weigh(&proposal, Outcome::Parked).await;
    let mut tx = held.scene.office.db().write().await.unwrap();
    held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    tx.commit().await.unwrap();
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, true).await).await.unwrap();
    let held = next_of(held, 2020).await;
    let page = held.page().await;
    assert_eq!(page.proposals.len(), 1);
    assert_eq!(page.proposals[0].kept_from, Some(2019));
    let rows = seminars(&mut held.scene.read().await, &held.scene.town.whole_sight()).await.unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.seminar.year, row.proposals, row.chosen, row.parked)).collect();
    assert_eq!(told, [(2020, 1, 0, 0), (2019, 1, 0, 1), (2018, 2, 1, 1)]);
});

async fn next_of(mut held: Held, year: i16) -> Held {
    held.id = held.scene.deed(held.keeper(), async |desk| open_seminar(desk, year).await).await.unwrap().id;
    held.year = year;
    held
}

on_both_engines!(a_later_seminar_begins_with_what_is_in_force_and_keeps_what_it_said_of_it, async |db| {
    let (held, _, _) = first_year(db).await;
    let mut tx = held.scene.office.db().write().await.unwrap();
    let kept = held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let ended = held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Færre papirer").await;
    tx.commit().await.unwrap();
    let held = next_year(held).await;
    let page = held.page().await;
    assert_eq!(page.standing.len(), 2, "what is only proposed is not in force");
    let verdict = Verdict::End { because: prose("Den er nået.") };
    held.scene.deed(held.keeper(), async |desk| weigh_standing(desk, held.id, ended.id, 0, verdict).await).await.unwrap();
    let parked = page.proposals[0].proposal.clone();
    held.weigh(&parked, Outcome::Chosen).await;
    held.as_goal(&parked, "Læsehjul").await;
    let tally = held.page().await.workspace.tally();
    assert_eq!((tally.standing, tally.ending, tally.chosen, tally.after()), (2, 1, 1, 2));
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, false).await).await.unwrap();

    // What comes in force afterwards was not there: the seminar keeps what it saw.
    let mut tx = held.scene.office.db().write().await.unwrap();
    held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Senere").await;
    tx.commit().await.unwrap();
    let page = held.page().await;
    let said: Vec<_> = page.standing.iter().map(|row| (row.element.content.title.as_str(), row.standing.verdict.name())).collect();
    assert_eq!(said, [("Flere i job", VerdictName::Keep), ("Færre papirer", VerdictName::End)]);
    let (mut tx, sight) = (held.scene.read().await, held.scene.town.whole_sight());
    let now = chain::element(&mut tx, held.scene.town.id, ended.id).await.unwrap();
    assert_eq!(now.state.name(), StateName::Adopted, "ending it is for the council to decide");
    for (element, part) in [(kept.id, OriginPart::Kept), (ended.id, OriginPart::Ended)] {
        let parts: Vec<_> = origins(&mut tx, &sight, element).await.unwrap().into_iter().map(|o| o.part).collect();
        assert_eq!(parts, [part]);
    }
});

on_both_engines!(a_goal_of_route_b_waits_until_a_policy_is_asked_to_take_it_in, async |db| {
    let (held, objective, goal) = first_year(db).await;
    let held = next_year(held).await;
    let page = held.page().await;
    let waiting: Vec<_> = page.waiting.iter().map(|w| (w.goal.id, w.year, w.is_taken_in)).collect();
    assert_eq!(waiting, [(goal, 2018, false)]);
    let mut tx = held.scene.office.db().write().await.unwrap();
    let standing = held.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let policy = held.scene.town.adopted(&mut tx, "politik", "byraad", "Jobpolitik").await;
    tx.commit().await.unwrap();
    let there = policies_in_force(&mut held.scene.read().await, &held.scene.town.whole_sight(), &held.scene.place).await.unwrap();
    assert_eq!(there.iter().map(|p| p.id).collect::<Vec<_>>(), [policy.id]);
    let content = CommissionContent {
        way: Way::Continues,
        existing: Some(policy.id),
        objectives: vec![standing.id],
        takes_in: vec![goal],
        title: line("Jobpolitik"),
        ..held.asked("Jobpolitik", &[])
    };
    held.scene.deed(held.keeper(), async |desk| ask_commission(desk, held.id, content).await).await.unwrap();
    let parked = page.proposals[0].proposal.clone();
    held.weigh(&parked, Outcome::Parked).await;
    let turns = held.page().await.workspace.seminar.turns;
    held.scene.deed(held.keeper(), async |desk| conclude_seminar(desk, held.id, turns, true).await).await.unwrap();

    let (mut tx, sight, town) = (held.scene.read().await, held.scene.town.whole_sight(), &held.scene.town);
    let asked = &held.page().await.workspace.commissions[0];
    assert_eq!(asked.policy, Some(policy.id), "a policy that goes on is not written anew");
    assert!(chain::is_tied(&mut tx, town.id, policy.id, standing.id).await.unwrap());
    let parts: Vec<_> = origins(&mut tx, &sight, goal).await.unwrap().into_iter().map(|o| (o.year, o.part)).collect();
    assert_eq!(parts, [(2018, OriginPart::Goal), (2019, OriginPart::TakenIn)]);
    assert_ne!(objective, standing.id);
    let held = next_of(held, 2020).await;
    assert!(held.page().await.waiting[0].is_taken_in);
});
