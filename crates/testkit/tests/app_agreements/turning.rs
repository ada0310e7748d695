//! The turn of the year: next year's drafts.

use pejl_app::agreements::{pairs, renew, renew_all, renewable, renewal_preview};
use pejl_domain::agreements::{AgreementState, Renewal};
use pejl_domain::chain::{Outcome, State};
use pejl_domain::orgs::Role;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, prose};

use super::{approved, chair, consultant, decided_by, denied, department_goal, element_now, head, school_leader, stranger};

on_both_engines!(next_years_draft_carries_changes_and_leaves_out_as_it_was_chosen, async |db| {
    let scene = Scene::set(db).await;
    let goals = [
        department_goal(&scene, "Trygge skoleveje").await,
        department_goal(&scene, "Flere i SFO").await,
        department_goal(&scene, "Sund frokost").await,
    ];
    let this_year = approved(&scene, &goals.iter().collect::<Vec<_>>()).await;
    let done = element_now(&scene, goals[2].id).await;
    let given = decided_by(&scene, "boerneudvalg");
    scene
        .deed(chair(&scene), async |desk| {
            pejl_app::chain::close_element(desk, done.id, done.version, Outcome::Met, prose(""), Some(given)).await
        })
        .await
        .unwrap();

    let sight = Sight::of(&head(&scene));
    let preview = renewal_preview(&mut scene.read().await, &sight, this_year.number).await.unwrap();
    let suggested: Vec<Renewal> = preview.lines.iter().map(|line| line.suggested).collect();
    assert_eq!(suggested, [Renewal::Carry, Renewal::Carry, Renewal::Drop]);
    assert_eq!((preview.period.from, preview.period.to), (2019, 2019));
    assert_eq!(scene.newest(this_year.id).await.event.sentence.key, "event-agreement-approved-by-decision", "a look does nothing");

    let nobody = stranger(&scene);
    assert_eq!(
        denied(scene.deed(nobody, async |desk| renew(desk, this_year.id, Vec::new()).await).await),
        "denied-draft-agreement"
    );
    let choices = vec![(goals[1].id, Renewal::Change)];
    let next = scene.deed(head(&scene), async |desk| renew(desk, this_year.id, choices).await).await.unwrap();
    assert_eq!((next.number.to_string().as_str(), next.state), ("A-2019-001", AgreementState::Draft));
    assert_eq!(next.predecessor, Some(this_year.id));
    assert_eq!(next.content.goals.len(), 2);
    assert_eq!(next.content.goals[0].goal, goals[0].id);
    assert!(next.content.sections.iter().all(|section| section.text.is_empty()), "the new year is talked about anew");
    let new = element_now(&scene, next.content.goals[1].goal).await;
    assert_eq!((new.state, new.number.year, new.content.title.as_str()), (State::Draft, 2019, "Flere i SFO"));
    let tied = pejl_store::chain::tied_facts(&mut scene.read().await, scene.town.id, new.id).await.unwrap();
    assert_eq!(tied.parents, 1, "what is drafted anew serves the same");

    let again = scene.deed(head(&scene), async |desk| renew(desk, this_year.id, Vec::new()).await).await;
    assert_eq!(reasons(again), [("", "refused-agreement-renewed-already".to_owned())]);
});

on_both_engines!(a_years_agreements_are_drafted_at_once_and_only_once, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let this_year = approved(&scene, &[&goal]).await;
    let actor = consultant(&scene);
    let open = renewable(&mut scene.read().await, &actor, &Sight::of(&actor), &scene.place, 2018, None, None).await.unwrap();
    assert_eq!(open.iter().map(|mention| mention.id).collect::<Vec<_>>(), [this_year.id]);
    let denied_all = scene.deed(school_leader(&scene), async |desk| renew_all(desk, 2018, None, None).await).await;
    assert_eq!(denied(denied_all), "denied-draft-agreement");

    let other = Some(key("virksomhedsaftale"));
    let none = scene.deed(consultant(&scene), async |desk| renew_all(desk, 2018, other, None).await).await.unwrap();
    assert!(none.drafted.is_empty());
    let many = scene.deed(consultant(&scene), async |desk| renew_all(desk, 2018, None, None).await).await.unwrap();
    assert_eq!((many.drafted.len(), many.left_out.len()), (1, 0));
    let twice = scene.deed(consultant(&scene), async |desk| renew_all(desk, 2018, None, None).await).await.unwrap();
    assert_eq!((twice.drafted.len(), twice.left_out.len()), (0, 0), "what has a draft is not drafted again");
});

on_both_engines!(whoever_starts_an_agreement_chooses_among_their_own_units, async |db| {
    let scene = Scene::set(db).await;
    let between = async |actor: pejl_policy::Actor, kind: &str| -> Vec<String> {
        let found = pairs(&mut scene.read().await, &actor, &Sight::of(&actor), &scene.place, &key(kind)).await.unwrap();
        found.into_iter().map(|pair| format!("{} / {}", pair.principal.name, pair.agent.name)).collect()
    };
    assert_eq!(between(head(&scene), "udvalgsaftale").await, ["Børneudvalget / Børn og læring"]);
    assert_eq!(between(school_leader(&scene), "virksomhedsaftale").await, ["Børn og læring / Ådalskolen"]);
    assert_eq!(between(consultant(&scene), "virksomhedsaftale").await.len(), 3);
    assert!(between(scene.town.actor_at(Role::Employee, "skole"), "virksomhedsaftale").await.is_empty());
});
