//! A decision entered twice, by one or by two, is one.

use pejl_app::cases::decide_case;
use pejl_app::chain::{DecisionGiven, adopt_element};
use pejl_domain::cases::*;
use pejl_domain::chain::State;
use pejl_testkit::deeds::Scene;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{
    MEETING, chair, consultant, content, decided, decisions, element_now, is_conflict, on_agenda, proposed, resolved, standing,
};

on_both_engines!(a_decision_entered_twice_is_one, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let case = on_agenda(&scene, content(), &[&goal]).await;
    let adopted = standing(&scene, &case).await;
    let (id, version) = (case.id, case.version);
    let given = || resolved(Outcome::AsRecommended, "Tiltrådt.");
    let once =
        scene.deed(chair(&scene), async |desk| decide_case(desk, id, version, given(), adopted.clone()).await).await.unwrap();
    let lines = scene.lines().await;
    let twice =
        scene.deed(chair(&scene), async |desk| decide_case(desk, id, version, given(), adopted.clone()).await).await.unwrap();
    assert_eq!(once.resolution, twice.resolution);
    assert_eq!((scene.lines().await, decisions(&scene).await), (lines, 1), "the second leaves no trace");
    assert_eq!(element_now(&scene, goal.id).await.edition, 1);
});

on_both_engines!(two_who_record_different_decisions_are_told_of_each_other, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    let other = decided(&scene, consultant(&scene), &case, resolved(Outcome::Rejected, "Ikke tiltrådt.")).await;
    assert!(is_conflict(&other));
    assert_eq!(decisions(&scene).await, 1);
});

on_both_engines!(what_was_recorded_on_the_goals_own_page_is_the_same_decision, async |db| {
    let scene = Scene::set(db).await;
    let (reading, cycling) = (proposed(&scene, "Flere læser sikkert").await, proposed(&scene, "Flere cykler").await);
    let own = CaseContent { own_number: Some(line("EKS-2018-44")), ..content() };
    let case = on_agenda(&scene, own, &[&reading, &cycling]).await;
    let given = DecisionGiven {
        body: scene.town.unit("boerneudvalg"),
        on: MEETING,
        case_number: line("EKS-2018-44"),
        text: prose("Tiltrådt."),
    };
    let first =
        scene.deed(chair(&scene), async |desk| adopt_element(desk, reading.id, reading.version, given).await).await.unwrap();
    let case = decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    assert_eq!(first.decision, case.resolution.map(|one| one.decision));
    assert_eq!(decisions(&scene).await, 1);
    assert_eq!(element_now(&scene, reading.id).await.edition, 1, "adopted before, and not again");
    assert_eq!(element_now(&scene, cycling.id).await.state, State::Adopted);
});

on_both_engines!(two_who_decide_at_once_make_one_decision, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let case = on_agenda(&scene, content(), &[&goal]).await;
    let (one, other) = tokio::join!(
        decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")),
        decided(&scene, consultant(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")),
    );
    assert_eq!(one.unwrap().resolution, other.unwrap().resolution);
    assert_eq!((decisions(&scene).await, element_now(&scene, goal.id).await.edition), (1, 1));
});
