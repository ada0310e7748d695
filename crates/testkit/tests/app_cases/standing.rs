//! Who may do what, and what may stand in a case.

use pejl_app::cases::{NewCase, decide_case, draft_case, edit_case, ready_case};
use pejl_domain::cases::*;
use pejl_domain::orgs::Role;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;

use super::{
    chair, consultant, content, drafted, head, is_conflict, is_denied, is_not_found, on_agenda, proposed, resolved, stranger,
};

on_both_engines!(a_case_is_for_a_body_that_meets, async |db| {
    let scene = Scene::set(db).await;
    let to = |unit: &str| NewCase {
        body: scene.town.unit(unit),
        unit: scene.town.unit("byraad"),
        content: content(),
        adopts: Vec::new(),
    };
    for body in ["byraad", "boerneudvalg"] {
        let new = to(body);
        assert!(scene.deed(consultant(&scene), async |desk| draft_case(desk, new).await).await.is_ok(), "{body}");
    }
    for unit in ["boerneafdeling", "skole"] {
        let new = to(unit);
        let tried = scene.deed(consultant(&scene), async |desk| draft_case(desk, new).await).await;
        assert_eq!(reasons(tried), [("body", "refused-case-no-body".to_owned())], "{unit}");
    }
});

on_both_engines!(a_head_prepares_for_their_own_unit_and_a_chair_sets_the_agenda, async |db| {
    let scene = Scene::set(db).await;
    assert!(drafted(&scene, head(&scene), content(), &[]).await.is_ok());
    assert!(drafted(&scene, chair(&scene), content(), &[]).await.is_ok());
    for actor in [
        stranger(&scene),
        scene.town.actor_at(Role::CommitteeMember, "boerneudvalg"),
        scene.town.actor_at(Role::CommitteeChair, "kulturudvalg"),
        scene.town.actor_at(Role::Employee, "skole"),
    ] {
        assert!(is_denied(&drafted(&scene, actor.clone(), content(), &[]).await), "{:?}", actor.posts[0].role);
    }
});

on_both_engines!(what_was_not_put_before_the_body_is_not_in_its_case, async |db| {
    let scene = Scene::set(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let mut tx = scene.office.db().write().await.unwrap();
    let draft = scene.town.draft(&mut tx, "afdelingsmaal", "boerneafdeling", "En kladde").await;
    let elsewhere = scene.town.proposed(&mut tx, "afdelingsmaal", "kulturafdeling", "Flere låner bøger").await;
    tx.commit().await.unwrap();
    assert!(drafted(&scene, consultant(&scene), content(), &[&goal]).await.is_ok());
    for other in [&draft, &elsewhere] {
        let tried = drafted(&scene, consultant(&scene), content(), &[&goal, other]).await;
        assert_eq!(reasons(tried), [("adopts", "refused-case-not-put-before".to_owned())]);
    }
});

on_both_engines!(what_the_case_does_not_name_is_not_adopted_by_it, async |db| {
    let scene = Scene::set(db).await;
    let (named, other) = (proposed(&scene, "Flere læser sikkert").await, proposed(&scene, "Flere cykler").await);
    let case = on_agenda(&scene, content(), &[&named]).await;
    let adopted = vec![(Adopts::Element(other.id), other.version)];
    let resolved = resolved(Outcome::AsRecommended, "Tiltrådt.");
    let tried = scene.deed(chair(&scene), async |desk| decide_case(desk, case.id, case.version, resolved, adopted).await).await;
    assert_eq!(reasons(tried), [("adopts", "refused-case-adopts-unnamed".to_owned())]);
});

on_both_engines!(two_who_write_at_once_are_told_of_each_other, async |db| {
    let scene = Scene::set(db).await;
    let case = drafted(&scene, head(&scene), content(), &[]).await.unwrap();
    let first = scene.deed(head(&scene), async |desk| edit_case(desk, case.id, case.version, content(), Vec::new()).await).await;
    assert!(first.is_ok());
    let second =
        scene.deed(consultant(&scene), async |desk| edit_case(desk, case.id, case.version, content(), Vec::new()).await).await;
    assert!(is_conflict(&second));
    let ready = scene.deed(consultant(&scene), async |desk| ready_case(desk, case.id, case.version).await).await;
    assert!(is_conflict(&ready));
});

on_both_engines!(numbers_run_on_and_are_never_used_twice, async |db| {
    let scene = Scene::set(db).await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(drafted(&scene, head(&scene), content(), &[]).await.unwrap().number.to_string());
    }
    let refused = drafted(&scene, head(&scene), CaseContent { kind: CaseKind::Discussion, ..content() }, &[]).await;
    numbers.push(refused.unwrap().number.to_string());
    assert_eq!(numbers, ["S-2018-001", "S-2018-002", "S-2018-003", "S-2018-004"]);
});

on_both_engines!(a_neighbour_neither_sees_nor_touches_a_case, async |db| {
    let scene = Scene::set(db).await;
    let neighbour = pejl_testkit::town::Town::neighbour(db).await;
    let case = on_agenda(&scene, content(), &[]).await;
    let mut tx = scene.read().await;
    let seen = pejl_app::cases::case_page(&mut tx, &neighbour.sight(Role::Consultant), case.number).await;
    assert!(is_not_found(&seen));
});
