//! What stands under and beside what, circles, and stances.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::date;
use pejl_domain::chain::lines::path_between;
use pejl_domain::chain::{Answer, Edge, Element, Stance, Tied, ties};
use pejl_domain::orgs::Role;
use pejl_kernel::{ElementId, StanceId};
use pejl_policy::Action;
use pejl_store::{Miss, Tx, audit, chain};
use pejl_testkit::town::{event, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

/// An objective, a policy under it, a committee goal under both, and a department goal under that.
struct Chain {
    objective: Element,
    policy: Element,
    goal: Element,
    below: Element,
}

async fn chained(tx: &mut Tx, town: &Town) -> Chain {
    let objective = town.adopted(tx, "maalsaetning", "byraad", "Målsætning").await;
    let policy = town.adopted(tx, "politik", "byraad", "Politik").await;
    let goal = town.adopted(tx, "udvalgsmaal", "boerneudvalg", "Udvalgsmål").await;
    let below = town.adopted(tx, "afdelingsmaal", "boerneafdeling", "Afdelingsmål").await;
    for (child, parent) in [(&policy, &objective), (&goal, &objective), (&goal, &policy), (&below, &goal)] {
        town.tie(tx, child, parent).await;
    }
    Chain { objective, policy, goal, below }
}

fn edge(child: &Element, parent: &Element) -> Edge {
    Edge { child: child.id, parent: parent.id }
}

on_both_engines!(everything_above_is_found_once_however_many_ways_lead_there, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let Chain { objective, policy, goal, below } = chained(&mut tx, &town).await;
    let mut expected = [edge(&below, &goal), edge(&goal, &objective), edge(&goal, &policy), edge(&policy, &objective)];
    expected.sort();
    let mut above = chain::edges_above(&mut tx, town.id, below.id).await.unwrap();
    above.sort();
    assert_eq!(above, expected);
    assert_eq!(chain::edges_above(&mut tx, town.id, objective.id).await.unwrap(), []);
    assert_eq!(chain::edges_above(&mut tx, town.id, policy.id).await.unwrap(), [edge(&policy, &objective)]);
    let numbers = chain::numbers_above(&mut tx, town.id, goal.id).await.unwrap();
    let ids: Vec<ElementId> = numbers.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [goal.id, objective.id, policy.id]); // M, MS, P
});

on_both_engines!(a_circle_made_behind_our_back_does_not_hang_the_search_for_one, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let Chain { objective, goal, below, .. } = chained(&mut tx, &town).await;
    town.tie(&mut tx, &objective, &below).await; // the store does as it is told: the rule is domain's
    let above = chain::edges_above(&mut tx, town.id, goal.id).await.unwrap();
    assert_eq!(above.len(), 5);
    assert!(path_between(&above, goal.id, goal.id).is_some());
});

on_both_engines!(a_tie_is_made_once_and_cut_once, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let objective = town.adopted(&mut tx, "maalsaetning", "byraad", "Målsætning").await;
    let goal = town.draft(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalgsmål").await;
    let permit = town.permit(Action::TieElement);
    let (made, cut) = (ties::tied(&town.model, &goal, &objective), ties::untied(&town.model, &goal, &objective));
    assert!(!chain::is_tied(&mut tx, town.id, goal.id, objective.id).await.unwrap());
    chain::tie(&mut tx, &permit, town.at(), goal.id, objective.id, &made).await.unwrap();
    assert!(chain::is_tied(&mut tx, town.id, goal.id, objective.id).await.unwrap());
    assert!(!chain::is_tied(&mut tx, town.id, objective.id, goal.id).await.unwrap());
    let again = chain::tie(&mut tx, &permit, town.at(), goal.id, objective.id, &made).await;
    assert!(matches!(again, Err(Miss::Stale)));
    chain::untie(&mut tx, &permit, town.at(), goal.id, objective.id, &cut).await.unwrap();
    assert!(!chain::is_tied(&mut tx, town.id, goal.id, objective.id).await.unwrap());
    let again = chain::untie(&mut tx, &permit, town.at(), goal.id, objective.id, &cut).await;
    assert!(matches!(again, Err(Miss::Stale)));
    let told = audit::history(&mut tx, &town.whole_sight(), goal.id.0, 9).await.unwrap();
    let keys: Vec<&str> = told.iter().map(|l| l.event.sentence.key.as_str()).collect();
    assert_eq!(keys, ["event-tie-cut", "event-tie-made", "event-element-drafted"]);
});

on_both_engines!(two_ties_that_together_close_a_circle_cannot_both_be_made, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let x = town.adopted(&mut tx, "maalsaetning", "byraad", "X").await;
    let y = town.adopted(&mut tx, "maalsaetning", "byraad", "Y").await;
    tx.commit().await.unwrap();
    let permit = town.permit(Action::TieElement);
    let tie = async |child: &Element, parent: &Element| {
        let mut tx = db.write().await.unwrap();
        pejl_store::queue_writers(&mut tx, town.id).await.unwrap();
        let above = chain::edges_above(&mut tx, town.id, parent.id).await.unwrap();
        town.linger(&mut tx).await;
        if path_between(&above, parent.id, child.id).is_some() {
            return false;
        }
        let told = ties::tied(&town.model, child, parent);
        chain::tie(&mut tx, &permit, town.at(), child.id, parent.id, &told).await.unwrap();
        tx.commit().await.unwrap();
        true
    };
    let (one, other) = tokio::join!(tie(&x, &y), tie(&y, &x));
    assert!(one != other, "exactly one is made");
});

on_both_engines!(a_tie_across_the_border_is_refused_by_the_schema, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let ours = town.adopted(&mut tx, "maalsaetning", "byraad", "Vores").await;
    let theirs = neighbour.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Deres").await;
    let permit = town.permit(Action::TieElement);
    let made = chain::tie(&mut tx, &permit, town.at(), theirs.id, ours.id, &event("event-tie-made")).await;
    assert!(matches!(made, Err(Miss::Fault(_))));
});

on_both_engines!(what_is_over_no_longer_counts_as_a_tie, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let Chain { objective, policy, goal, .. } = chained(&mut tx, &town).await;
    assert_eq!(chain::tied_facts(&mut tx, town.id, goal.id).await.unwrap(), Tied { parents: 2, markers: 0, sources: 0 });
    assert_eq!(chain::tied_facts(&mut tx, town.id, objective.id).await.unwrap(), Tied::default());
    let (withdrawn, event) = policy.withdraw(&town.model, prose("Udgår.")).unwrap();
    town.save(&mut tx, &withdrawn, &event).await;
    assert_eq!(chain::tied_facts(&mut tx, town.id, goal.id).await.unwrap().parents, 1);
});

on_both_engines!(value_markers_and_sources_stand_beside_and_are_counted_apart, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.draft(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalgsmål").await;
    let marker = town.adopted(&mut tx, "vaerdimarkoer", "byraad", "Åbenhed").await;
    let source = town.adopted(&mut tx, "kilde", "byraad", "Folkeskoleloven").await;
    let budget = town.adopted(&mut tx, "kilde", "byraad", "Budgetaftalen").await;
    let permit = town.permit(Action::TieElement);
    for beside in [&marker, &source, &budget] {
        let told = ties::marked(&town.model, &goal, beside);
        chain::accompany(&mut tx, &permit, town.at(), goal.id, beside.id, &told).await.unwrap();
    }
    assert_eq!(chain::tied_facts(&mut tx, town.id, goal.id).await.unwrap(), Tied { parents: 0, markers: 1, sources: 2 });
    let told = ties::unmarked(&town.model, &goal, &source);
    assert!(chain::is_accompanied(&mut tx, town.id, goal.id, source.id).await.unwrap());
    chain::part(&mut tx, &permit, town.at(), goal.id, source.id, &told).await.unwrap();
    assert!(!chain::is_accompanied(&mut tx, town.id, goal.id, source.id).await.unwrap());
    assert!(matches!(chain::part(&mut tx, &permit, town.at(), goal.id, source.id, &told).await, Err(Miss::Stale)));
    let again = chain::accompany(&mut tx, &permit, town.at(), goal.id, marker.id, &told).await;
    assert!(matches!(again, Err(Miss::Stale)));
    assert_eq!(chain::tied_facts(&mut tx, town.id, goal.id).await.unwrap(), Tied { parents: 0, markers: 1, sources: 1 });
});

/// A committee goal in force, put before the department.
async fn asked(db: &TestDb) -> (Town, Tx, Element, Stance) {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalgsmål").await;
    let stance = put(&mut tx, &town, &goal, "boerneafdeling").await;
    (town, tx, goal, stance)
}

async fn put(tx: &mut Tx, town: &Town, goal: &Element, unit: &str) -> Stance {
    let name = town.whole_unit(unit).content.name.as_str();
    let (stance, told) = Stance::ask(&town.model, StanceId::new(&town.mint), goal, town.unit(unit), name).unwrap();
    chain::save_stance(tx, &town.permit(Action::AskStance), town.at(), &stance, &told).await.unwrap();
    chain::stance(tx, town.id, stance.id).await.unwrap()
}

on_both_engines!(an_answer_is_read_back_with_its_reason_and_its_day, async |db| {
    let (town, mut tx, goal, stance) = asked(db).await;
    assert_eq!((stance.answer.clone(), stance.version), (Answer::Asked, 1));
    let today = date(2018, 6, 15);
    let (declined, told) = stance.clone().decline(&town.model, &goal, "Børn og læring", prose("Ikke vores børn."), today).unwrap();
    let permit = town.permit(Action::AnswerStance);
    chain::save_stance(&mut tx, &permit, town.at(), &declined, &told).await.unwrap();
    let read = chain::stance_of(&mut tx, town.id, goal.id, town.unit("boerneafdeling")).await.unwrap();
    assert_eq!(read, Some(Stance { version: 2, ..declined }));
    assert!(matches!(chain::save_stance(&mut tx, &permit, town.at(), &stance, &told).await, Err(Miss::Stale)));
    assert_eq!(chain::stance_of(&mut tx, town.id, goal.id, town.unit("skole")).await.unwrap(), None);
});

on_both_engines!(a_goal_is_put_before_a_unit_once, async |db| {
    let (town, mut tx, goal, _) = asked(db).await;
    let unit = town.unit("boerneafdeling");
    let (again, told) = Stance::ask(&town.model, StanceId::new(&town.mint), &goal, unit, "Børn og læring").unwrap();
    let permit = town.permit(Action::AskStance);
    assert!(matches!(chain::save_stance(&mut tx, &permit, town.at(), &again, &told).await, Err(Miss::Stale)));
});

on_both_engines!(the_answers_to_a_goal_are_listed_by_unit, async |db| {
    let (town, mut tx, goal, _) = asked(db).await;
    for unit in ["skole", "boernehave"] {
        put(&mut tx, &town, &goal, unit).await;
    }
    let listed = chain::stances_of_element(&mut tx, &town.sight(Role::Employee), goal.id).await.unwrap();
    let shown: Vec<_> = listed.iter().map(|s| (s.name.as_str(), s.serial, &s.answer, s.answered_on)).collect();
    let asked = &Answer::Asked;
    assert_eq!(shown, [("Børn og læring", 4, asked, None), ("Æblehaven", 7, asked, None), ("Ådalskolen", 6, asked, None)]);
});

on_both_engines!(a_unit_sees_first_what_it_has_not_answered, async |db| {
    let (town, mut tx, first, stance) = asked(db).await;
    let second = town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Det andet").await;
    put(&mut tx, &town, &second, "boerneafdeling").await;
    let (taken_up, told) = stance.take_up(&town.model, &first, "Børn og læring", date(2018, 6, 15)).unwrap();
    chain::save_stance(&mut tx, &town.permit(Action::AnswerStance), town.at(), &taken_up, &told).await.unwrap();
    let sight = town.sight(Role::DepartmentHead);
    let listed = chain::stances_of_unit(&mut tx, &sight, town.unit("boerneafdeling")).await.unwrap();
    let shown: Vec<_> = listed.iter().map(|s| (s.number, s.title.as_str(), &s.answer, s.state)).collect();
    let (asked, taken_up) = (&Answer::Asked, &Answer::TakenUp);
    assert_eq!(shown, [(second.number, "Det andet", asked, second.state), (first.number, "Udvalgsmål", taken_up, first.state)]);
});

on_both_engines!(the_answers_to_what_is_not_seen_are_not_seen, async |db| {
    let (town, mut tx, goal, _) = asked(db).await;
    let (withdrawn, told) = goal.withdraw(&town.model, prose("Udgår.")).unwrap();
    let withdrawn = town.save(&mut tx, &withdrawn, &told).await;
    let head = town.sight(Role::DepartmentHead); // below the committee
    assert_eq!(chain::stances_of_element(&mut tx, &head, withdrawn.id).await.unwrap(), []);
    assert_eq!(chain::stances_of_unit(&mut tx, &head, town.unit("boerneafdeling")).await.unwrap(), []);
    let all = town.whole_sight();
    assert_eq!(chain::stances_of_element(&mut tx, &all, withdrawn.id).await.unwrap().len(), 1);
    assert_eq!(chain::stances_of_unit(&mut tx, &all, town.unit("boerneafdeling")).await.unwrap().len(), 1);
});
