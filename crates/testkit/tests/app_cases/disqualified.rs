//! Whoever is disqualified keeps out of the case.

use pejl_app::cases::{
    adopt_element, approve_many, correct_case, disqualify, edit_case, members, ready_case, return_element, take_back_case,
    withdraw_case,
};
use pejl_app::chain::DecisionGiven;
use pejl_domain::cases::*;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{MEETING, chair, consultant, content, decided, drafted, head, is_denied, member, on_agenda, proposed, resolved};

fn named(actor: &pejl_policy::Actor, reason: &str) -> Vec<Disqualified> {
    vec![Disqualified { person: actor.person().unwrap(), reason: prose(reason) }]
}

on_both_engines!(a_disqualified_chair_neither_decides_nor_records_and_another_does, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    let people = named(&chair(&scene), "Ejer nabogrunden.");
    let case = scene.deed(consultant(&scene), async |desk| disqualify(desk, case.id, case.version, people).await).await.unwrap();
    let own = [("", "refused-case-disqualified".to_owned())];
    assert_eq!(reasons(decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await), own);
    let back = scene.deed(chair(&scene), async |desk| take_back_case(desk, case.id, case.version).await).await;
    assert_eq!(reasons(back), own);
    let note = prose("Væk med den.");
    let gone = scene.deed(chair(&scene), async |desk| withdraw_case(desk, case.id, case.version, note).await).await;
    assert_eq!(reasons(gone), own);
    let freed = scene.deed(chair(&scene), async |desk| disqualify(desk, case.id, case.version, Vec::new()).await).await;
    assert_eq!(reasons(freed), own, "nor do they free themselves");
    let case = decided(&scene, consultant(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    let corrected = scene.deed(chair(&scene), async |desk| correct_case(desk, case.id).await).await;
    assert_eq!(reasons(corrected), own);
});

on_both_engines!(a_disqualified_chair_does_not_adopt_by_another_door_while_the_case_is_open, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Et mål om naboens mark").await;
    let case = on_agenda(&scene, content(), &[&goal]).await;
    let people = named(&chair(&scene), "Ejer nabogrunden.");
    let case = scene.deed(consultant(&scene), async |desk| disqualify(desk, case.id, case.version, people).await).await.unwrap();
    let given = DecisionGiven { body: case.body, on: MEETING, case_number: line("18/1234"), text: prose("Vedtaget.") };
    let own = [("", "refused-case-disqualified-from-matter".to_owned())];
    let (id, version) = (goal.id, goal.version);
    let by_page = given.clone();
    assert_eq!(reasons(scene.deed(chair(&scene), async |desk| adopt_element(desk, id, version, by_page).await).await), own);
    let note = prose("Skriv om.");
    assert_eq!(reasons(scene.deed(chair(&scene), async |desk| return_element(desk, id, version, note).await).await), own);
    let by_list = given.clone();
    let goals = vec![(id, version)];
    let many = scene.deed(chair(&scene), async |desk| approve_many(desk, Vec::new(), goals, by_list).await).await;
    assert_eq!(reasons(many), own);
    let note = prose("Sagen udgår.");
    scene.deed(consultant(&scene), async |desk| withdraw_case(desk, case.id, case.version, note).await).await.unwrap();
    scene.deed(chair(&scene), async |desk| adopt_element(desk, id, version, given).await).await.unwrap();
});

on_both_engines!(only_those_who_sit_in_the_body_are_named_and_they_are_offered, async |db| {
    let scene = Scene::set(db).await;
    let case = drafted(&scene, head(&scene), content(), &[]).await.unwrap();
    let sitting = members(&mut scene.read().await, &Sight::of(&head(&scene)), case.body).await.unwrap();
    assert_eq!(sitting.len(), 2, "chair and member");
    let people = named(&head(&scene), "Er med i bestyrelsen.");
    let other = scene.deed(consultant(&scene), async |desk| disqualify(desk, case.id, case.version, people).await).await;
    assert_eq!(reasons(other), [("disqualified", "refused-case-disqualified-elsewhere".to_owned())]);
    let people = named(&member(&scene), "Gift med ansøgeren.");
    let case = scene.deed(head(&scene), async |desk| disqualify(desk, case.id, case.version, people).await).await.unwrap();
    let newest = scene.newest(case.id).await;
    assert_eq!(newest.event.sentence.key, "event-case-disqualified");
    assert_eq!(case.disqualified.len(), 1);
});

on_both_engines!(a_member_without_the_right_is_told_who_has_it, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    assert!(is_denied(&decided(&scene, member(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await));
    let edited = scene.deed(member(&scene), async |desk| edit_case(desk, case.id, case.version, content(), Vec::new()).await).await;
    assert!(is_denied(&edited));
    let ready = scene.deed(member(&scene), async |desk| ready_case(desk, case.id, case.version).await).await;
    assert!(is_denied(&ready));
});
