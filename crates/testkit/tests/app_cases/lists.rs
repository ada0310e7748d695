//! The list: in which order, narrowed, and what it costs.

use pejl_app::cases::{CaseAsk, awaiting, case_counts, case_page, cases, taken_up};
use pejl_domain::cases::*;
use pejl_store::{meter, orgs};
use pejl_testkit::deeds::Scene;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use super::{MEETING, chair, content, decided, drafted, head, on_agenda, proposed, resolved};

async fn titles(scene: &Scene, ask: CaseAsk) -> Vec<String> {
    let ask = CaseAsk { most: 50, ..ask };
    let (rows, _) = cases(&mut scene.read().await, &scene.town.whole_sight(), &ask).await.unwrap();
    rows.into_iter().map(|row| row.title).collect()
}

fn named(title: &str) -> CaseContent {
    CaseContent { title: line(title), ..content() }
}

on_both_engines!(what_is_on_the_agenda_comes_first_and_the_last_decided_before_the_earlier, async |db| {
    let scene = Scene::set(db).await;
    let later = MEETING.tomorrow().unwrap();
    drafted(&scene, head(&scene), CaseContent { meeting: None, ..named("kladde uden dato") }, &[]).await.unwrap();
    drafted(&scene, head(&scene), named("kladde"), &[]).await.unwrap();
    let first = on_agenda(&scene, named("besluttet"), &[]).await;
    decided(&scene, chair(&scene), &first, resolved(Outcome::AsRecommended, "Tiltrådt.")).await.unwrap();
    on_agenda(&scene, CaseContent { meeting: Some(later), ..named("i morgen") }, &[]).await;
    on_agenda(&scene, CaseContent { item: Some(9), ..named("i dag, punkt 9") }, &[]).await;
    on_agenda(&scene, CaseContent { item: Some(2), ..named("i dag, punkt 2") }, &[]).await;
    let all = titles(&scene, CaseAsk::default()).await;
    assert_eq!(all, ["i dag, punkt 2", "i dag, punkt 9", "i morgen", "kladde", "kladde uden dato", "besluttet"]);
    assert_eq!(titles(&scene, CaseAsk { state: Some(CaseState::Decided), ..CaseAsk::default() }).await, ["besluttet"]);
    let days = CaseAsk { from: Some(later), to: Some(later), ..CaseAsk::default() };
    assert_eq!(titles(&scene, days).await, ["i morgen"]);
    let other = CaseAsk { body: Some(scene.town.unit("kulturudvalg")), ..CaseAsk::default() };
    assert!(titles(&scene, other).await.is_empty());
    let counts = case_counts(&mut scene.read().await, &scene.town.whole_sight()).await.unwrap();
    let count = |state| counts.iter().find(|count| count.state == state).map_or(0, |count| count.count);
    assert_eq!((count(CaseState::Ready), count(CaseState::Draft), count(CaseState::Decided)), (3, 2, 1));
});

on_both_engines!(what_stands_in_an_open_case_need_not_be_taken_up_again, async |db| {
    let scene = Scene::set(db).await;
    let (taken, free) = (proposed(&scene, "Flere læser sikkert").await, proposed(&scene, "Flere cykler").await);
    drafted(&scene, head(&scene), content(), &[&taken]).await.unwrap();
    let up = taken_up(&mut scene.read().await, &scene.town.whole_sight()).await.unwrap();
    assert!(up.contains(&Adopts::Element(taken.id)) && !up.contains(&Adopts::Element(free.id)));
});

/// What the list, a page and what waits cost, in statements.
async fn costs(scene: &Scene, case: &Case) -> [u64; 3] {
    let (sight, ask) = (scene.town.whole_sight(), CaseAsk { most: 50, ..CaseAsk::default() });
    let mut tx = scene.read().await;
    let (_, list) = meter::measure(cases(&mut tx, &sight, &ask)).await;
    let (_, page) = meter::measure(case_page(&mut tx, &sight, case.number)).await;
    let bodies = orgs::bodies(&mut tx, scene.town.id, &pejl_testkit::town::key("fagudvalg"), sight.on()).await.unwrap();
    let (_, waits) = meter::measure(awaiting(&mut tx, &sight, &scene.town.model, bodies)).await;
    [list.statements, page.statements, waits.statements].map(u64::from)
}

on_both_engines!(no_statement_count_grows_with_what_there_is, async |db| {
    let scene = Scene::set(db).await;
    let mut goals = vec![proposed(&scene, "Mål 0").await];
    let small = drafted(&scene, head(&scene), content(), &[&goals[0]]).await.unwrap();
    let few = costs(&scene, &small).await;
    for n in 1..12 {
        goals.push(proposed(&scene, &format!("Mål {n}")).await);
        drafted(&scene, head(&scene), named(&format!("Sag {n}")), &[]).await.unwrap();
    }
    let all: Vec<_> = goals.iter().collect();
    let large = drafted(&scene, head(&scene), content(), &all).await.unwrap();
    assert_eq!(costs(&scene, &large).await, few);
    assert_eq!(few[0], 1, "the list is one statement");
});
