//! Installing governance models, and seeing beforehand what another version touches.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::sync::Arc;

use pejl_app::models::{self, NotInstalled, Touched};
use pejl_app::{Ending, Engine, Office};
use pejl_domain::models::diff::{Part, Subject};
use pejl_domain::models::fault::Entry;
use pejl_domain::orgs::Role;
use pejl_kernel::{Clock as _, SequenceMint};
use pejl_policy::Action;
use pejl_store::audit::{self, Verdict};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::town::{MODEL, key};
use pejl_testkit::{TestDb, engines, on_both_engines};

/// Testby's model with libraries instead of nurseries, and one sentence more asked for in a policy.
fn other() -> String {
    let model = MODEL.replace("Testbys styringsmodel", "Testbys anden styringsmodel");
    let at = model.find("key = \"boernehave\"").expect("nurseries");
    let (before, after) = model.split_at(at);
    format!("{before}{}", after.replacen("boernehave", "bibliotek", 1))
}

fn testby(test: impl AsyncFnOnce(&Scene, &TestDb)) {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let scene = Scene::set(db).await;
        test(&scene, db).await;
    });
}

on_both_engines!(a_second_version_is_in_force_and_the_first_is_kept_to_the_letter, async |db| {
    let scene = Scene::set(db).await;
    let consultant = scene.town.actor(Role::Consultant);
    scene.deed(consultant, async |desk| models::install(desk, &other()).await).await.unwrap();

    let place = scene.place_now().await;
    assert_eq!(place.model.name.as_str(), "Testbys anden styringsmodel");
    assert!(place.model.unit_kind(&key("bibliotek")).is_some() && place.model.unit_kind(&key("boernehave")).is_none());
    let mut tx = scene.read().await;
    let versions = models::versions(&mut tx, &place).await.unwrap();
    let listed: Vec<_> = versions.iter().map(|v| (v.serial, v.name.as_str())).collect();
    assert_eq!(listed, [(2, "Testbys anden styringsmodel"), (1, "Testbys styringsmodel")]);
    assert_eq!(models::body(&mut tx, &place, versions[1].id).await.unwrap().as_deref(), Some(MODEL));
    assert_eq!(models::body(&mut tx, &place, versions[0].id).await.unwrap(), Some(other()));
    // What was read by the first version is still read by it.
    let first = scene.office.model(&mut tx, &place.municipality, versions[1].id).await.unwrap();
    assert_eq!(*first, scene.town.model);
    drop(tx);

    let line = scene.newest(versions[0].id).await;
    assert_eq!(
        (line.event.sentence.key.as_str(), line.person.as_deref()),
        ("event-model-installed", Some("Styringskonsulent (prøve)"))
    );
    for sql in ["UPDATE model_version SET body = ''", "DELETE FROM model_version"] {
        assert!(db.raw(sql).await.is_err(), "{sql}");
    }
});

on_both_engines!(a_preview_says_what_changes_and_what_stands_under_what_goes, async |db| {
    let mut scene = Scene::set(db).await;
    let mut tx = scene.office.db().write().await.unwrap();
    scene.town.adopted(&mut tx, "institutionsmaal", "skole", "Flere, der læser").await;
    tx.commit().await.unwrap();
    scene.place = scene.place_now().await;
    db.raw("UPDATE unit SET kind = 'boernehave' WHERE name = 'Æblehaven'").await.unwrap();

    let preview = models::preview(&scene.place, "testby.toml", &other()).unwrap();
    assert_eq!(preview.model.name.as_str(), "Testbys anden styringsmodel");
    let names: Vec<_> = preview.changes.iter().map(|c| (&c.subject, &c.part)).collect();
    assert!(names.iter().any(|(s, p)| **s == Subject::Model && **p == Part::Name), "{names:?}");
    let kinds = names.iter().filter(|(s, p)| matches!(s, Subject::Entry(Entry::UnitKind, _)) && **p == Part::Itself);
    assert_eq!(kinds.count(), 2, "one kind goes, one comes: {names:?}");

    let consultant = scene.town.actor(Role::Consultant);
    let mut tx = scene.read().await;
    let touched = models::touched(&mut tx, &consultant, &scene.place, &preview.model).await.unwrap();
    let nursery = scene.town.model.unit_kind(&key("boernehave")).unwrap().clone();
    assert_eq!(touched, [Touched::UnitKind(nursery, 1)]);
    assert_eq!(models::touched(&mut tx, &consultant, &scene.place, &scene.town.model).await.unwrap(), []);
    let teacher = scene.town.actor(Role::Employee);
    assert!(matches!(models::touched(&mut tx, &teacher, &scene.place, &preview.model).await, Err(Ending::Denied(_))));
    drop(tx);

    // Looking changes nothing.
    assert_eq!(scene.place_now().await.model.name.as_str(), "Testbys styringsmodel");
});

#[test]
fn the_same_model_again_changes_nothing() {
    testby(async |scene, _| {
        assert_eq!(models::preview(&scene.place, "testby.toml", MODEL).unwrap().changes, []);
    });
}

#[test]
fn a_model_with_faults_or_of_another_municipality_is_refused() {
    testby(async |scene, _| {
        let lines = scene.lines().await;
        let broken = MODEL.replace("above = \"afdeling\"", "above = \"afdelingen\"");
        assert!(models::preview(&scene.place, "testby.toml", &broken).is_err());
        let foreign = MODEL.replace("code = \"9999\"", "code = \"9998\"");
        for (body, key) in [(broken, "refused-model-faults"), (foreign, "refused-model-other-municipality")] {
            let consultant = scene.town.actor(Role::Consultant);
            let outcome = scene.deed(consultant, async |desk| models::install(desk, &body).await).await;
            assert_eq!(reasons(outcome), [("model", key.to_owned())]);
        }
        assert_eq!(scene.lines().await, lines);
        assert_eq!(models::versions(&mut scene.read().await, &scene.place).await.unwrap().len(), 1);
    });
}

#[test]
fn only_consultants_and_administrators_install() {
    testby(async |scene, db| {
        let mut denied = 0;
        for (post, actor) in scene.town.everybody() {
            if actor.is(Role::Consultant) || actor.is(Role::Administrator) {
                continue;
            }
            let outcome = scene.deed(actor, async |desk| models::install(desk, &other()).await).await;
            assert!(matches!(outcome, Err(Ending::Denied(d)) if d.action == Action::InstallModel), "{post}");
            denied += 1;
        }
        let logged = db.texts("SELECT CAST(count(*) AS TEXT) FROM denial WHERE action = 'install-model'").await;
        assert_eq!(logged, [[denied.to_string()]]);
        assert_eq!(models::versions(&mut scene.read().await, &scene.place).await.unwrap().len(), 1);
        let administrator = scene.town.actor(Role::Administrator);
        scene.deed(administrator, async |desk| models::install(desk, &other()).await).await.unwrap();
    });
}

on_both_engines!(a_municipality_is_founded_with_its_first_model_and_only_once, async |db: &TestDb| {
    let clock = Arc::new(pejl_kernel::FixedClock("2027-03-01T08:00:00Z".parse().unwrap()));
    let office = Office::new((**db).clone(), clock, Arc::new(SequenceMint::default()));
    let broken = MODEL.replace("above = \"afdeling\"", "above = \"afdelingen\"");
    assert!(matches!(models::found(&office, "testby.toml", &broken).await, Err(NotInstalled::Faults(_))));
    assert_eq!(models::municipalities(&mut office.db().read().await.unwrap()).await.unwrap(), []);

    let place = models::found(&office, "testby.toml", MODEL).await.unwrap();
    let again = models::found(&office, "testby.toml", MODEL).await;
    assert!(matches!(again, Err(NotInstalled::Ending(Ending::Fault(_)))));
    let mut tx = office.db().read().await.unwrap();
    assert_eq!(models::municipalities(&mut tx).await.unwrap(), std::slice::from_ref(&place.municipality));
    assert_eq!(audit::verify(&mut tx, place.municipality.id).await.unwrap(), Verdict::Whole { lines: 1 });
});

on_both_engines!(only_the_operator_lets_a_municipality_stand_on_a_day, async |db| {
    let scene = Scene::set(db).await;
    let day = jiff::civil::date(2012, 2, 29);
    for role in Role::ALL {
        if let Some(actor) = scene.town.everybody().into_iter().map(|(_, actor)| actor).find(|a| a.is(role)) {
            let outcome = scene.deed(actor, async |desk| models::stand_on(desk, Some(day)).await).await;
            assert!(matches!(outcome, Err(Ending::Denied(_))), "{role:?}");
        }
    }
    assert_eq!(scene.place_now().await.municipality.stands_on, None);

    scene.deed(scene.town.operator(), async |desk| models::stand_on(desk, Some(day)).await).await.unwrap();
    assert_eq!(scene.place_now().await.municipality.stands_on, Some(day));
    assert_eq!(scene.newest(scene.town.id).await.event.sentence.key, "event-municipality-stands");
    scene.deed(scene.town.operator(), async |desk| models::stand_on(desk, None).await).await.unwrap();
    assert_eq!(scene.place_now().await.municipality.stands_on, None);
    assert_eq!(scene.newest(scene.town.id).await.event.sentence.key, "event-municipality-moves");
    let mut tx = scene.read().await;
    assert!(matches!(audit::verify(&mut tx, scene.town.id).await.unwrap(), Verdict::Whole { .. }));
});

#[test]
fn where_a_municipality_stands_on_a_day_it_is_that_day_at_the_hour_it_is_now() {
    testby(async |scene, _| {
        let real = scene.place_now().await.municipality;
        assert_eq!((scene.office.now_in(&real), scene.office.today_in(&real)), (scene.clock.now(), scene.office.today()));

        // The real clock shows summer time, 12:00 on 15 June 2018; on that day in February clocks show winter time.
        let day = jiff::civil::date(2012, 2, 29);
        scene.clock.forward(jiff::SignedDuration::from_micros(1_234_567));
        scene.deed(scene.town.operator(), async |desk| models::stand_on(desk, Some(day)).await).await.unwrap();
        let place = scene.place_now().await;
        assert_eq!(scene.office.now_in(&place.municipality), "2012-02-29T11:00:01.234567Z".parse().unwrap());
        assert_eq!(scene.office.today_in(&place.municipality), day);
        assert_eq!(scene.office.today(), jiff::civil::date(2018, 6, 15), "the office itself goes by the calendar");

        let consultant = scene.town.actor(Role::Consultant).person().unwrap();
        let actor = scene.office.actor(&place, consultant).await.unwrap();
        let desk = scene.office.desk_for(actor, place.clone()).await.unwrap();
        assert_eq!((desk.today(), desk.sight.on(), desk.at), (day, day, scene.office.now_in(&place.municipality)));
    });
}
