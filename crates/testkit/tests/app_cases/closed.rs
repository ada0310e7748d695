//! A closed case: who learns of it, and where its words do not go.

use pejl_app::cases::{CaseAsk, case_counts, case_mentions, case_page, cases, cases_of, correct_case, edit_case};
use pejl_domain::cases::*;
use pejl_domain::orgs::Role;
use pejl_policy::{Actor, Sight};
use pejl_store::{chain, overview, search};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{Town, line, prose};

use super::{
    chair, closed, consultant, content, decided, drafted, head, is_not_found, member, on_agenda, proposed, resolved, stranger,
};

/// Everything somebody could learn of a case: page, list, counts, what it adopts, search.
async fn learns(scene: &Scene, actor: &Actor, case: &Case) -> Vec<&'static str> {
    let sight = Sight::of(actor);
    let mut tx = scene.read().await;
    let mut learned = Vec::new();
    if case_page(&mut tx, &sight, case.number).await.is_ok() {
        learned.push("page");
    }
    let (rows, total) = cases(&mut tx, &sight, &CaseAsk { most: 50, ..CaseAsk::default() }).await.unwrap();
    if total > 0 || !rows.is_empty() {
        learned.push("list");
    }
    if !case_counts(&mut tx, &sight).await.unwrap().is_empty() {
        learned.push("counts");
    }
    if let Some(thing) = case.adopts.first()
        && !cases_of(&mut tx, &sight, *thing).await.unwrap().is_empty()
    {
        learned.push("what it adopts");
    }
    let found = search::find(&mut tx, &sight, "hemmelig").await.unwrap();
    let (rows, total) = overview::joined(&mut tx, &sight, &found, 50).await.unwrap();
    let named = !case_mentions(&mut tx, &sight, &[case.id]).await.unwrap().is_empty();
    if total > 0 || !rows.is_empty() || named {
        learned.push("search");
    }
    learned
}

fn secret() -> CaseContent {
    CaseContent { title: line("Hemmelig grundhandel"), ..closed() }
}

on_both_engines!(a_closed_case_is_learned_of_by_the_body_and_those_who_work_for_all_and_nobody_else, async |db| {
    const ALL: [&str; 5] = ["page", "list", "counts", "what it adopts", "search"];
    let scene = Scene::set(db).await;
    let neighbour = Town::neighbour(db).await;
    let goal = proposed(&scene, "Flere læser sikkert").await;
    let case = on_agenda(&scene, secret(), &[&goal]).await;
    let inside = [
        chair(&scene),
        member(&scene),
        consultant(&scene),
        scene.town.actor(Role::ChiefExecutive),
        scene.town.actor(Role::Controller),
    ];
    for actor in &inside {
        assert_eq!(learns(&scene, actor, &case).await, ALL, "{:?}", actor.posts[0].role);
    }
    let mut outside: Vec<Actor> = scene.town.everybody().into_iter().map(|(_, actor)| actor).collect();
    outside.retain(|actor| !inside.iter().any(|one| one.who == actor.who) && !Sight::of(actor).sees_everything());
    outside.extend([neighbour.actor(Role::Consultant), neighbour.actor_at(Role::CommitteeChair, "boerneudvalg")]);
    assert!(outside.len() > 8);
    for actor in &outside {
        assert!(learns(&scene, actor, &case).await.is_empty(), "{:?}", actor.posts[0]);
    }
    let decided = decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Grunden købes.")).await.unwrap();
    assert!(learns(&scene, &head(&scene), &decided).await.is_empty(), "nor when it is decided");
});

on_both_engines!(an_open_case_on_an_agenda_is_everybodys_to_read, async |db| {
    let scene = Scene::set(db).await;
    let open = CaseContent { title: line("Hemmelig er den ikke"), ..content() };
    let case = on_agenda(&scene, open, &[]).await;
    for (who, actor) in scene.town.everybody() {
        assert_eq!(learns(&scene, &actor, &case).await, ["page", "list", "counts", "search"], "{who}");
    }
});

on_both_engines!(a_draft_is_seen_by_those_who_prepare_it_and_the_chair, async |db| {
    let scene = Scene::set(db).await;
    let case = drafted(&scene, head(&scene), content(), &[]).await.unwrap();
    for actor in [head(&scene), chair(&scene), consultant(&scene)] {
        assert!(!learns(&scene, &actor, &case).await.is_empty());
    }
    for actor in [member(&scene), stranger(&scene), scene.town.actor_at(Role::InstitutionLeader, "skole")] {
        assert!(learns(&scene, &actor, &case).await.is_empty(), "{:?}", actor.posts[0].role);
    }
});

on_both_engines!(what_was_said_of_a_closed_case_stands_in_no_decision_that_everybody_reads, async |db| {
    let scene = Scene::set(db).await;
    let own = CaseContent { own_number: Some(line("EJD-2018-9")), ..secret() };
    let case = on_agenda(&scene, own, &[]).await;
    let case =
        decided(&scene, chair(&scene), &case, resolved(Outcome::AsRecommended, "Grunden købes for to millioner.")).await.unwrap();
    let sight = Sight::of(&head(&scene));
    let read = chain::decisions(&mut scene.read().await, &sight, 50).await.unwrap();
    assert_eq!(read.len(), 1);
    assert!(read[0].decision.text.is_empty());
    assert_eq!(read[0].decision.case_number.as_str(), "S-2018-001");
    let page = case_page(&mut scene.read().await, &Sight::of(&member(&scene)), case.number).await.unwrap();
    assert_eq!(page.case.resolution.unwrap().text, prose("Grunden købes for to millioner."), "the body reads it");
});

on_both_engines!(nobody_makes_a_closed_case_that_would_be_gone_to_them, async |db| {
    let scene = Scene::set(db).await;
    let tried = drafted(&scene, head(&scene), secret(), &[]).await;
    assert_eq!(reasons(tried), [("access", "refused-case-closed-by-others".to_owned())]);
    let open = drafted(&scene, head(&scene), content(), &[]).await.unwrap();
    let shut = scene.deed(head(&scene), async |desk| edit_case(desk, open.id, open.version, secret(), Vec::new()).await).await;
    assert_eq!(reasons(shut), [("access", "refused-case-closed-by-others".to_owned())]);
    let shut =
        scene.deed(chair(&scene), async |desk| edit_case(desk, open.id, open.version, secret(), Vec::new()).await).await.unwrap();
    let again = scene.deed(head(&scene), async |desk| correct_case(desk, shut.id).await).await;
    assert!(is_not_found(&again), "whoever may not see it is told there is none");
});
