//! A case from what was proposed to what is in force.

use pejl_app::cases::{awaiting, case_page, cases_of, correct_case, edit_case, put_by, take_back_case, withdraw_case};
use pejl_domain::cases::*;
use pejl_domain::chain::{State, StateName};
use pejl_policy::Sight;
use pejl_store::orgs;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{
    MEETING, chair, consultant, content, decided, decisions, drafted, element_now, head, is_conflict, on_agenda, proposed,
    resolved, standing,
};

on_both_engines!(what_was_proposed_is_taken_up_decided_and_in_force, async |db| {
    let scene = Scene::set(db).await;
    let (reading, cycling) = (proposed(&scene, "Flere læser sikkert").await, proposed(&scene, "Flere cykler").await);

    let body = orgs::line(&mut scene.read().await, scene.town.id, scene.town.unit("boerneudvalg")).await.unwrap().remove(0);
    let sight = Sight::of(&head(&scene));
    let waits = awaiting(&mut scene.read().await, &sight, &scene.town.model, vec![body]).await.unwrap();
    let put: Vec<Adopts> = waits[0].put.iter().map(|put| put.thing).collect();
    assert_eq!(put, [Adopts::Element(reading.id), Adopts::Element(cycling.id)]);

    let case = drafted(&scene, head(&scene), content(), &[&reading, &cycling]).await.unwrap();
    assert_eq!((case.number.to_string().as_str(), case.version), ("S-2018-001", 1));
    let case = scene.deed(head(&scene), async |desk| pejl_app::cases::ready_case(desk, case.id, case.version).await).await.unwrap();
    assert_eq!(put_by(&mut scene.read().await, &sight, &scene.town.model, &case).await.unwrap().len(), 2);

    let case = decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    assert_eq!(case.state, CaseState::Decided);
    for id in [reading.id, cycling.id] {
        let element = element_now(&scene, id).await;
        assert_eq!((element.state, element.decision), (State::Adopted, case.resolution.as_ref().map(|one| one.decision)));
    }
    assert_eq!(decisions(&scene).await, 1, "one decision adopts both");
    let page = case_page(&mut scene.read().await, &sight, case.number).await.unwrap();
    assert_eq!(page.around.decided, Some((MEETING, "S-2018-001".to_owned())));
    assert_eq!(page.around.elements.len(), 2);
    let told: Vec<&str> = page.history.iter().map(|line| line.event.sentence.key.as_str()).collect();
    assert_eq!(told, ["event-case-decided", "event-case-readied", "event-case-drafted"]);
    let came_up = cases_of(&mut scene.read().await, &sight, Adopts::Element(reading.id)).await.unwrap();
    assert_eq!(came_up.into_iter().map(|row| row.number).collect::<Vec<_>>(), [case.number], "provenance from the goal's page");
});

on_both_engines!(what_is_saved_is_read_back_the_same, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let written = CaseContent {
        own_number: Some(line("EKS-2018-44")),
        attachments: vec![Attachment { title: line("Læsetest æøå"), link: Link::parse("https://eksempel.dk/test").unwrap() }],
        ..content()
    };
    let case = drafted(&scene, head(&scene), content(), &[]).await.unwrap();
    let adopts = vec![Adopts::Element(goal.id)];
    let edited =
        scene.deed(head(&scene), async |desk| edit_case(desk, case.id, case.version, written, adopts).await).await.unwrap();
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), case.number).await.unwrap();
    assert_eq!(page.case, edited);
    assert_eq!((page.around.body.name.as_str(), page.around.unit.name.as_str()), ("Børneudvalget", "Børn og læring"));
});

on_both_engines!(what_was_rejected_stays_proposed, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let case = on_agenda(&scene, content(), &[&goal]).await;
    let case = decided(&scene, chair(&scene), &case, resolved(Outcome::Rejected, "Sendes tilbage.")).await.unwrap();
    assert_eq!(case.state, CaseState::Decided);
    assert_eq!(element_now(&scene, goal.id).await.state, State::Proposed);
    assert_eq!(decisions(&scene).await, 1, "that too is a decision");
});

on_both_engines!(a_case_for_information_records_a_decision_that_adopts_nothing, async |db| {
    let scene = Scene::set(db).await;
    let told = CaseContent { kind: CaseKind::Orientation, recommendation: Vec::new(), ..content() };
    let case = on_agenda(&scene, told, &[]).await;
    let case = decided(&scene, chair(&scene), &case, resolved(Outcome::Noted, "Taget til efterretning.")).await.unwrap();
    assert_eq!((case.resolution.map(|one| one.outcome), decisions(&scene).await), (Some(Outcome::Noted), 1));
});

on_both_engines!(where_one_thing_cannot_be_adopted_nothing_is_and_nothing_is_decided, async |db| {
    let scene = Scene::set(db).await;
    let (reading, cycling) = (proposed(&scene, "Flere læser sikkert").await, proposed(&scene, "Flere cykler").await);
    let case = on_agenda(&scene, content(), &[&reading, &cycling]).await;
    let adopted = standing(&scene, &case).await;
    let back = element_now(&scene, cycling.id).await;
    let note = prose("Skriv, hvordan det måles.");
    let sent =
        scene.deed(chair(&scene), async |desk| pejl_app::chain::return_element(desk, back.id, back.version, note).await).await;
    let mut adopted = adopted;
    adopted[1].1 = sent.unwrap().version;
    let resolved = resolved(Outcome::AsRecommended, "Tiltrådt.");
    let (id, version) = (case.id, case.version);
    let tried = async |by| {
        let (resolved, adopted) = (resolved.clone(), adopted.clone());
        scene.deed(by, async |desk| pejl_app::cases::decide_case(desk, id, version, resolved, adopted).await).await
    };
    assert!(!reasons(tried(consultant(&scene)).await).is_empty());
    assert!(is_conflict(&tried(chair(&scene)).await), "the chair no longer sees what was sent back");
    assert_eq!(element_now(&scene, reading.id).await.state.name(), StateName::Proposed);
    assert_eq!(decisions(&scene).await, 0);
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), case.number).await.unwrap();
    assert_eq!(page.case.state, CaseState::Ready);
});

on_both_engines!(a_correction_is_a_new_decision_and_the_old_one_stands, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    let old = decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    let new = scene.deed(chair(&scene), async |desk| correct_case(desk, old.id).await).await.unwrap();
    assert_eq!((new.corrects, new.number.to_string().as_str()), (Some(old.id), "S-2018-002"));
    let written = CaseContent { meeting: Some(MEETING), ..new.content.clone() };
    let new =
        scene.deed(consultant(&scene), async |desk| edit_case(desk, new.id, new.version, written, Vec::new()).await).await.unwrap();
    let new =
        scene.deed(consultant(&scene), async |desk| pejl_app::cases::ready_case(desk, new.id, new.version).await).await.unwrap();
    decided(&scene, chair(&scene), &new, resolved(Outcome::Changed, "Fristen er 1. august.")).await.unwrap();
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), old.number).await.unwrap();
    assert_eq!(page.case, old);
    assert_eq!(page.around.corrections.iter().map(|row| row.number).collect::<Vec<_>>(), [new.number]);
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), new.number).await.unwrap();
    assert_eq!(page.around.corrects.map(|row| row.number), Some(old.number));
    assert_eq!(decisions(&scene).await, 2);
});

on_both_engines!(a_case_that_is_put_off_comes_back_for_another_meeting, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    let case = scene.deed(chair(&scene), async |desk| take_back_case(desk, case.id, case.version).await).await.unwrap();
    assert_eq!(case.state, CaseState::Draft);
    let note = prose("Bortfalder.");
    let case = scene.deed(head(&scene), async |desk| withdraw_case(desk, case.id, case.version, note).await).await.unwrap();
    assert_eq!(case.state, CaseState::Withdrawn);
    let again = scene.deed(head(&scene), async |desk| take_back_case(desk, case.id, case.version).await).await;
    assert_eq!(reasons(again), [("", "refused-case-withdrawn".to_owned())]);
});

on_both_engines!(a_decision_is_not_recorded_before_its_day, async |db| {
    let scene = Scene::set(db).await;
    let case = on_agenda(&scene, CaseContent { meeting: Some(MEETING.tomorrow().unwrap()), ..content() }, &[]).await;
    let ahead = pejl_app::cases::Resolved { on: MEETING.tomorrow().unwrap(), ..resolved(Outcome::AsRecommended, "Tiltrådt.") };
    assert_eq!(reasons(decided(&scene, chair(&scene), &case, ahead).await), [("on", "refused-decision-ahead".to_owned())]);
});
