//! What one decision settles.

use pejl_app::Ending;
use pejl_app::agreements::{approve, approve_many, draft_agreement, edit_agreement, open_dialogue, submit, waiting};
use pejl_domain::agreements::{Agreement, AgreementState};
use pejl_domain::chain::State;
use pejl_policy::{Actor, Sight};
use pejl_store::chain::{Mention, UnitMention};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;

use super::{
    approved, between, chair, consultant, decided_by, decisions, denied, department_goal, drafted, drafted_below, edited,
    element_now, filled, head, is_in, now, page, school_goal, school_leader, submitted,
};

/// Another of the committee's agreements, for the years after, submitted.
async fn another(scene: &Scene, by: &Actor) -> Agreement {
    let mut draft = between(scene, "udvalgsaftale", "boerneudvalg", "boerneafdeling");
    draft.from = 2020;
    let agreement = scene.deed(by.clone(), async |desk| draft_agreement(desk, draft).await).await.unwrap();
    let content = filled(&agreement, &[]);
    let agreement =
        scene.deed(by.clone(), async |desk| edit_agreement(desk, agreement.id, agreement.version, content).await).await.unwrap();
    let agreement = scene.deed(by.clone(), async |desk| open_dialogue(desk, agreement.id, agreement.version).await).await.unwrap();
    scene.deed(by.clone(), async |desk| submit(desk, agreement.id, agreement.version).await).await.unwrap()
}

on_both_engines!(the_decision_entered_twice_is_one_decision, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let before = decisions(&scene).await;
    let one = approved(&scene, &[&goal]).await;
    let two = another(&scene, &consultant(&scene)).await;
    let given = decided_by(&scene, "boerneudvalg");
    let two = scene.deed(consultant(&scene), async |desk| approve(desk, two.id, two.version, Some(given)).await).await.unwrap();
    assert!(one.decision.is_some());
    assert_eq!(one.decision, two.decision);
    assert_eq!(decisions(&scene).await, before + 1);
});

on_both_engines!(one_decision_approves_agreements_and_adopts_goals_all_of_them_or_none, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let one = submitted(&scene, &[&goal]).await;
    let two = another(&scene, &consultant(&scene)).await;
    let mut tx = scene.office.db().write().await.unwrap();
    let loose = scene.town.proposed(&mut tx, "afdelingsmaal", "boerneafdeling", "Et mål for sig").await;
    let draft = scene.town.draft(&mut tx, "afdelingsmaal", "boerneafdeling", "En kladde").await;
    tx.commit().await.unwrap();
    let before = (scene.lines().await, decisions(&scene).await);
    let both = || vec![(one.id, one.version), (two.id, two.version)];

    let goals = vec![(loose.id, loose.version), (draft.id, draft.version)];
    let given = decided_by(&scene, "boerneudvalg");
    let outcome = scene.deed(consultant(&scene), async |desk| approve_many(desk, both(), goals, given).await).await;
    assert_eq!(reasons(outcome), [("", "refused-element-draft".to_owned())]);
    assert_eq!((scene.lines().await, decisions(&scene).await), before, "none where one cannot be");
    assert_eq!(element_now(&scene, loose.id).await.state, State::Proposed);

    let given = decided_by(&scene, "boerneudvalg");
    let stale = vec![(one.id, one.version), (two.id, two.version - 1)];
    let outcome = scene.deed(chair(&scene), async |desk| approve_many(desk, stale, Vec::new(), given).await).await;
    assert!(matches!(outcome, Err(Ending::Conflict)));

    let named = element_now(&scene, goal.id).await;
    let goals = vec![(loose.id, loose.version), (named.id, named.version)];
    let given = decided_by(&scene, "boerneudvalg");
    let done = scene.deed(chair(&scene), async |desk| approve_many(desk, both(), goals, given).await).await.unwrap();
    assert_eq!(done, (2, 2));
    assert_eq!(decisions(&scene).await, before.1 + 1);
    let (one, two) = (now(&scene, one.id).await, now(&scene, two.id).await);
    assert!(is_in(&one, AgreementState::Approved) && is_in(&two, AgreementState::Approved));
    let decision = one.decision;
    assert!(decision.is_some() && two.decision == decision);
    for id in [loose.id, goal.id] {
        let element = element_now(&scene, id).await;
        assert_eq!((element.state, element.decision), (State::Adopted, decision));
    }
});

on_both_engines!(a_committee_approves_by_its_own_decision_and_by_no_other_bodys, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let sent = submitted(&scene, &[&goal]).await;
    let tried = async |given| scene.deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, given).await).await;
    assert_eq!(reasons(tried(None).await), [("decision", "refused-agreement-approve-without-decision".to_owned())]);
    let other = decided_by(&scene, "kulturudvalg");
    assert_eq!(reasons(tried(Some(other)).await), [("decision", "refused-agreement-decision-body".to_owned())]);
    let council = decided_by(&scene, "byraad");
    assert_eq!(reasons(tried(Some(council)).await), [("decision", "refused-agreement-decision-level".to_owned())]);
    let mut ahead = decided_by(&scene, "boerneudvalg");
    ahead.on = jiff::civil::date(2018, 9, 1);
    assert_eq!(reasons(tried(Some(ahead)).await), [("on", "refused-decision-ahead".to_owned())]);
    let given = decided_by(&scene, "boerneudvalg");
    let outcome = scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await;
    assert_eq!(denied(outcome), "denied-approve-agreement");
    assert!(page(&scene, &chair(&scene), &sent).await.unwrap().needs_decision);
});

on_both_engines!(what_an_agreement_holds_comes_in_force_with_it, async |db| {
    let scene = Scene::set(db).await;
    let goal = school_goal(&scene, "Alle lærer at svømme").await;
    let mut tx = scene.office.db().write().await.unwrap();
    let action = scene.town.draft(&mut tx, "handling", "skole", "Svømmehold").await;
    scene.town.tie(&mut tx, &action, &goal).await;
    tx.commit().await.unwrap();
    let draft = drafted_below(&scene).await;
    let mut content = filled(&draft, &[&goal]);
    content.actions = vec![action.id];
    let agreement = edited(&scene, school_leader(&scene), &draft, content).await.unwrap();
    let leader = school_leader(&scene);
    let agreement =
        scene.deed(leader.clone(), async |desk| open_dialogue(desk, agreement.id, agreement.version).await).await.unwrap();
    let sent = scene.deed(leader, async |desk| submit(desk, agreement.id, agreement.version).await).await.unwrap();
    assert_eq!(element_now(&scene, action.id).await.state, State::Draft, "an action waits for the approval");
    scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await.unwrap();
    let started = element_now(&scene, action.id).await;
    assert_eq!((started.state, started.edition), (State::Adopted, 1));
    assert_eq!(
        element_now(&scene, goal.id).await.state,
        State::Adopted,
        "and so does the goal that the leader who approves adopts"
    );
});

on_both_engines!(what_the_model_requires_is_asked_before_it_is_submitted, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let draft = drafted(&scene).await;
    let mut content = filled(&draft, &[&goal]);
    content.themes.iter_mut().for_each(|theme| theme.answer = pejl_testkit::town::prose(""));
    let agreement = edited(&scene, head(&scene), &draft, content).await.unwrap();
    let agreement =
        scene.deed(head(&scene), async |desk| open_dialogue(desk, agreement.id, agreement.version).await).await.unwrap();
    let outcome = scene.deed(head(&scene), async |desk| submit(desk, agreement.id, agreement.version).await).await;
    assert_eq!(reasons(outcome), [("themes", "refused-agreement-theme-unanswered".to_owned())]);
    let shown = page(&scene, &head(&scene), &agreement).await.unwrap();
    assert_eq!(shown.in_the_way.len(), 1, "the page says so before anybody tries");
    assert_eq!(element_now(&scene, goal.id).await.state, State::Draft);
    let again = scene
        .deed(head(&scene), async |desk| {
            draft_agreement(desk, between(&scene, "udvalgsaftale", "boerneudvalg", "boerneafdeling")).await
        })
        .await;
    assert_eq!(
        reasons(again),
        [("agents", "refused-agreement-twice".to_owned())],
        "two of a kind in the same year are one too many"
    );
});

on_both_engines!(a_body_has_waiting_what_was_put_before_it_and_no_other_body_has, async |db| {
    let scene = Scene::set(db).await;
    let ours = department_goal(&scene, "Trygge skoleveje").await;
    let agreement = submitted(&scene, &[&ours]).await;
    let sight = Sight::of(&consultant(&scene));
    let mut tx = scene.read().await;
    let mut bodies = pejl_app::orgs::unit_options(&mut tx, &sight).await.unwrap();
    bodies.retain(|unit| unit.level.as_str() == "fagudvalg");
    assert!(bodies.len() > 1);
    let goal = Mention {
        id: ours.id,
        number: ours.number,
        kind: ours.kind,
        level: ours.level.clone(),
        title: ours.content.title.to_string(),
        state: State::Proposed,
        progress: None,
        owner: UnitMention { id: ours.owner, serial: 4, name: "Børn og læring".to_owned() },
    };
    for one in waiting(&mut tx, &sight, &scene.place.model, bodies, &[goal]).await.unwrap() {
        let numbers: Vec<_> = one.agreements.iter().map(|row| row.agreement.number).collect();
        if one.body.id == scene.town.unit("boerneudvalg") {
            assert_eq!((numbers, one.goals), (vec![agreement.number], vec![ours.number]));
        } else {
            assert_eq!((numbers, one.goals), (vec![], vec![]), "{}", one.body.name);
        }
    }
});
