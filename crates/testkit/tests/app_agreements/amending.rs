//! What changes after it was agreed: returned, amended, handed over.

use pejl_app::Ending;
use pejl_app::agreements::{
    amend, approve, difference, drop_amendment, edition_page, hand_over_agreements, open_dialogue, return_agreement, submit,
    verify, withdraw,
};
use pejl_app::orgs::close_unit;
use pejl_domain::agreements::{AgreementState, Frame, GoalLine, GoalPlace};
use pejl_domain::chain::State;
use pejl_domain::orgs::Role;
use pejl_kernel::Ore;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{
    approved, chair, consultant, decided_by, denied, department_goal, drafted_below, edited, element_now, filled, head, is_in, now,
    page, school_leader, seal, signed_for, stranger, submitted,
};

on_both_engines!(a_text_that_is_signed_and_then_changed_has_no_signatures, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let sent = submitted(&scene, &[&goal]).await;
    signed_for(&scene, head(&scene), &sent, "boerneafdeling").await.unwrap();
    let first = seal(&scene, &sent).await;
    assert_eq!(
        reasons(signed_for(&scene, head(&scene), &sent, "boerneafdeling").await),
        [("unit", "refused-agreement-signed-already".to_owned())]
    );

    let back = scene
        .deed(chair(&scene), async |desk| return_agreement(desk, sent.id, sent.version, prose("Skriv rammen på.")).await)
        .await
        .unwrap();
    assert!(is_in(&back, AgreementState::Returned));
    let returned = element_now(&scene, goal.id).await;
    assert_eq!((returned.state, returned.note.as_str()), (State::Returned, "Skriv rammen på."), "its goals go back with it");
    assert_eq!(seal(&scene, &back).await, "");
    let mut content = back.content.clone();
    content.frame = Some(Frame { amount: Ore(1_000_000), source: line("Budget 2018, bevilling 41") });
    let mended = edited(&scene, head(&scene), &back, content).await.unwrap();
    let sent = scene.deed(head(&scene), async |desk| submit(desk, mended.id, mended.version).await).await.unwrap();

    let page = page(&scene, &head(&scene), &sent).await.unwrap();
    let second = page.shown.frozen.as_ref().unwrap().seal.clone();
    assert_ne!(first, second);
    assert_eq!(page.unsigned, [scene.town.unit("boerneudvalg"), scene.town.unit("boerneafdeling")]);
    assert_eq!(page.sign_for, [scene.town.unit("boerneafdeling")]);
    let old = scene
        .deed(head(&scene), async |desk| pejl_app::agreements::sign(desk, sent.id, scene.town.unit("boerneafdeling"), &first).await)
        .await;
    assert!(matches!(old, Err(Ending::Conflict)), "nobody signs a text they have not read");
});

on_both_engines!(an_amendment_after_the_budget_keeps_the_edition_before_readable, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let first = approved(&scene, &[&goal]).await;
    signed_for(&scene, head(&scene), &first, "boerneafdeling").await.unwrap();
    let seal_before = seal(&scene, &first).await;
    let reason = prose("Budget 2019 er vedtaget.");
    let amending = scene.deed(head(&scene), async |desk| amend(desk, first.id, first.version, reason.clone()).await).await.unwrap();
    let mut content = amending.content.clone();
    content.frame = Some(Frame { amount: Ore(2_500_000), source: line("Budget 2019, bevilling 41") });
    content.follow_up = prose("To møder om året.");
    let written = edited(&scene, head(&scene), &amending, content).await.unwrap();

    // A stranger reads what is in force, and learns nothing of what is being written.
    let outside = page(&scene, &stranger(&scene), &written).await.unwrap();
    assert!(!outside.shown.sees_draft && outside.may.is_empty());
    assert_eq!((outside.shown.agreement.state, outside.text.frame.clone()), (AgreementState::Approved, None));
    let inside = page(&scene, &head(&scene), &written).await.unwrap();
    assert_eq!(inside.text.frame.as_ref().map(|(amount, _)| *amount), Some(Ore(2_500_000)));

    let talked = scene.deed(head(&scene), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap();
    let sent = scene.deed(head(&scene), async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    let given = decided_by(&scene, "boerneudvalg");
    let second = scene.deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await.unwrap();
    assert_eq!((second.edition, second.amending.as_str()), (2, ""));

    let mut tx = scene.read().await;
    let sight = Sight::of(&stranger(&scene));
    let before = edition_page(&mut tx, &sight, second.number, 1).await.unwrap();
    assert_eq!((before.text.frame.clone(), before.seal.clone(), before.signatures.len()), (None, seal_before, 1));
    let after = edition_page(&mut tx, &sight, second.number, 2).await.unwrap();
    assert_eq!((after.reason.clone(), after.signatures.len()), (reason, 0));
    for edition in [Some(1), Some(2), None] {
        assert!(verify(&mut tx, &sight, second.number, edition).await.unwrap().holds);
    }
    let reader = stranger(&scene);
    let changed = difference(&mut tx, &reader, &sight, &scene.place, second.number, Some(1), Some(2)).await.unwrap();
    let fields: Vec<&str> = changed.fields.iter().map(|change| change.field.as_str()).collect();
    assert!(fields.contains(&"field-frame") && fields.contains(&"field-follow-up"), "{fields:?}");
    assert!(changed.goals.is_empty());
});

on_both_engines!(an_amendment_that_is_dropped_leaves_what_was_in_force_with_its_signatures, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let first = approved(&scene, &[&goal]).await;
    signed_for(&scene, head(&scene), &first, "boerneafdeling").await.unwrap();
    let before = seal(&scene, &first).await;
    let amending =
        scene.deed(head(&scene), async |desk| amend(desk, first.id, first.version, prose("Ny lov.")).await).await.unwrap();
    let mut content = amending.content.clone();
    content.goals.clear();
    let written = edited(&scene, head(&scene), &amending, content).await.unwrap();
    let given_up = scene.deed(head(&scene), async |desk| withdraw(desk, written.id, written.version, prose("Nej.")).await).await;
    assert_eq!(reasons(given_up), [("", "refused-agreement-in-force".to_owned())], "what is in force is not withdrawn");
    let dropped = scene.deed(head(&scene), async |desk| drop_amendment(desk, written.id, written.version).await).await.unwrap();

    assert_eq!((dropped.state, &dropped.content, dropped.edition), (AgreementState::Approved, &first.content, 1));
    assert_eq!(seal(&scene, &dropped).await, before);
    assert_eq!(page(&scene, &head(&scene), &dropped).await.unwrap().unsigned, [scene.town.unit("boerneudvalg")]);
    let nothing = scene.deed(head(&scene), async |desk| drop_amendment(desk, dropped.id, dropped.version).await).await;
    assert_eq!(reasons(nothing), [("", "refused-agreement-approved".to_owned())]);
});

on_both_engines!(a_unit_that_closes_in_mid_year_hands_its_agreements_over, async |db| {
    let scene = Scene::set(db).await;
    let draft = drafted_below(&scene).await;
    let written = edited(&scene, school_leader(&scene), &draft, filled(&draft, &[])).await.unwrap();
    let talked =
        scene.deed(school_leader(&scene), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap();
    let sent = scene.deed(school_leader(&scene), async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    let (from, to) = (scene.town.unit("skole"), scene.town.unit("boernehave"));
    let waiting = scene.deed(consultant(&scene), async |desk| hand_over_agreements(desk, from, to).await).await;
    assert_eq!(reasons(waiting), [("", "refused-agreement-submitted".to_owned())], "what waits for approval is settled first");
    let in_force = scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await.unwrap();

    let own = scene.deed(school_leader(&scene), async |desk| hand_over_agreements(desk, from, to).await).await;
    assert_eq!(denied(own), "denied-hand-over-agreement");
    let wrong = scene.town.unit("kulturafdeling");
    let other_level = scene.deed(consultant(&scene), async |desk| hand_over_agreements(desk, from, wrong).await).await;
    assert_eq!(reasons(other_level), [("unit", "refused-agreement-hand-over-level".to_owned())]);
    let count = scene.deed(head(&scene), async |desk| hand_over_agreements(desk, from, to).await).await.unwrap();
    assert_eq!(count, 1);
    let version = pejl_store::orgs::unit(&mut scene.read().await, scene.town.id, from).await.unwrap().version;
    let (on, administrator) = (jiff::civil::date(2018, 6, 15), scene.town.actor(Role::Administrator));
    scene.deed(administrator, async |desk| close_unit(desk, from, version, on, Some(to)).await).await.unwrap();

    let handed = now(&scene, in_force.id).await;
    assert_eq!(handed.agents, [to]);
    let page = page(&scene, &head(&scene), &handed).await.unwrap();
    assert_eq!(page.text.agents, ["Ådalskolen"], "what was signed keeps the name it was signed by");
    assert_eq!(page.unsigned.last(), Some(&to), "whoever carries on has not signed it yet");
});

on_both_engines!(five_hundred_goals_go_through_in_a_few_statements_a_page, async |db| {
    let scene = Scene::set(db).await;
    let mut goals = Vec::new();
    let mut tx = scene.office.db().write().await.unwrap();
    let above = scene.town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Flere cykler til skole").await;
    for n in 0..500 {
        let goal = scene.town.draft(&mut tx, "afdelingsmaal", "boerneafdeling", &format!("Mål {n}")).await;
        scene.town.tie(&mut tx, &goal, &above).await;
        goals.push(goal);
    }
    tx.commit().await.unwrap();
    let all: Vec<_> = goals.iter().collect();
    let agreement = approved(&scene, &all).await;
    assert_eq!(agreement.content.goals.len(), 500);
    assert_eq!(element_now(&scene, goals[499].id).await.state, State::Adopted);

    let reader = head(&scene);
    let (shown, many) = pejl_app::meter::measure(page(&scene, &reader, &agreement)).await;
    assert_eq!(shown.unwrap().text.goals.len(), 500);
    let mut content = agreement.content.clone();
    content.goals.truncate(1);
    let amending = scene
        .deed(head(&scene), async |desk| amend(desk, agreement.id, agreement.version, prose("For mange.")).await)
        .await
        .unwrap();
    let one = edited(&scene, head(&scene), &amending, content).await.unwrap();
    let (_, few) = pejl_app::meter::measure(page(&scene, &reader, &one)).await;
    assert_eq!(many.statements, few.statements, "a page costs the same however much stands in it");

    let twice = GoalLine { goal: goals[0].id, place: GoalPlace::Shared, note: prose("") };
    let mut content = one.content.clone();
    content.goals.push(twice);
    assert!(matches!(edited(&scene, head(&scene), &one, content).await, Err(Ending::Refused(_))), "no goal stands there twice");
});
