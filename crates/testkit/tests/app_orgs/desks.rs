//! Who may; what is left behind by a deed that was not done; and two who write at once.

use jiff::civil::date;
use pejl_app::orgs::{
    appoint_stand_in, close_unit, edit_person, edit_unit, end_position, enter_person, establish_unit, hand_position,
};
use pejl_app::shown::Verdict;
use pejl_app::{Desk, Ending, Engine, accounts};
use pejl_domain::orgs::{Role, UnitContent};
use pejl_policy::Action;
use pejl_store::audit;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::town::line;
use pejl_testkit::{TestDb, Town, engines, on_both_engines};

use super::{administrator, called, edited, established, from, testby, unit, unit_now};

on_both_engines!(what_somebody_else_saved_in_the_meantime_is_never_overwritten, async |db| {
    let scene = Scene::set(db).await;
    let school = scene.town.whole_unit("skole").clone();
    let renamed = |name: &str| UnitContent { name: line(name), ..school.content.clone() };
    edited(&scene, school.id, 1, renamed("Først")).await.unwrap();
    let lines = scene.lines().await;
    let conflict = |outcome| matches!(outcome, Err(Ending::Conflict));
    assert!(conflict(edited(&scene, school.id, 1, renamed("Sidst")).await));
    let stale = scene.deed(administrator(&scene), async |desk| close_unit(desk, school.id, 1, date(2018, 6, 30), None).await).await;
    assert!(conflict(stale));

    let leader = scene.town.actor(Role::InstitutionLeader).person().unwrap();
    let post = scene.town.position_at(Role::InstitutionLeader, "skole");
    scene.deed(administrator(&scene), async |desk| edit_person(desk, leader, 1, called("Ny (prøve)", "")).await).await.unwrap();
    let stale = scene.deed(administrator(&scene), async |desk| edit_person(desk, leader, 1, called("Sen (prøve)", "")).await).await;
    assert!(matches!(stale, Err(Ending::Conflict)));
    scene.deed(administrator(&scene), async |desk| hand_position(desk, post, 1, None, date(2018, 6, 1)).await).await.unwrap();
    let stale =
        scene.deed(administrator(&scene), async |desk| hand_position(desk, post, 1, Some(leader), date(2018, 5, 1)).await).await;
    assert!(matches!(stale, Err(Ending::Conflict)));
    let stale = scene.deed(administrator(&scene), async |desk| end_position(desk, post, 1, date(2018, 6, 1)).await).await;
    assert!(matches!(stale, Err(Ending::Conflict)));
    assert_eq!(unit_now(&scene, school.id).await.content.name.as_str(), "Først");
    assert_eq!(scene.lines().await, lines + 2);
});

on_both_engines!(a_denied_deed_leaves_no_trace_but_its_line_in_the_security_log, async |db| {
    let scene = Scene::set(db).await;
    let lines = scene.lines().await;
    let head = scene.town.actor(Role::DepartmentHead);
    let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
    let outcome = scene.deed(head.clone(), async |desk| establish_unit(desk, None, content).await).await;
    assert!(
        matches!(outcome, Err(Ending::Denied(d)) if d.action == Action::KeepOrganisation && d.sentence.key == "denied-keep-organisation")
    );
    let outcome = scene.deed(head, async |desk| enter_person(desk, None, called("Åse (prøve)", "")).await).await;
    assert!(matches!(outcome, Err(Ending::Denied(_))));
    assert_eq!(scene.lines().await, lines);
    assert_eq!(db.texts("SELECT name FROM unit WHERE name = 'Østskolen'").await.len(), 0);
    let logged = accounts::denial_log(&mut scene.read().await, &administrator(&scene)).await.unwrap();
    let logged: Vec<_> = logged.iter().map(|d| (d.person.as_deref(), d.action.as_str(), d.path.as_str())).collect();
    let one = (Some("Børne- og læringschef (prøve)"), "keep-organisation", "/testby/proeve");
    assert_eq!(logged, [one, one]);
    // Nor does it use up a number.
    let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
    assert_eq!(established(&scene, content).await.unwrap().serial, 9);
});

#[test]
fn only_administrators_and_the_operator_keep_the_organisation() {
    testby(async |scene, _| {
        let mut everybody = scene.town.everybody();
        everybody.push(("operator".to_owned(), scene.town.operator()));
        let mut may = Vec::new();
        for (post, actor) in everybody {
            let content = unit(scene, "Østskolen", "institution", Some("boerneafdeling"));
            match scene.deed(actor, async |desk| establish_unit(desk, None, content).await).await {
                Ok(_) => may.push(post),
                Err(ending) => assert!(matches!(ending, Ending::Denied(_)), "{post}: {ending:?}"),
            }
        }
        assert_eq!(may, ["administrator@byraad", "operator"]);
    });
}

async fn unit_then_person(desk: &mut Desk, content: UnitContent, name: &str) -> Result<(), Ending> {
    establish_unit(desk, None, content).await?;
    enter_person(desk, None, called(name, "")).await.map(|_| ())
}

async fn person_then_unit(desk: &mut Desk, content: UnitContent, name: &str) -> Result<(), Ending> {
    enter_person(desk, None, called(name, "")).await?;
    establish_unit(desk, None, content).await.map(|_| ())
}

on_both_engines!(two_who_write_at_once_wait_for_each_other_and_lose_no_line, async |db| {
    const EACH: usize = 12;
    let scene = Scene::set(db).await;
    let before = scene.lines().await;
    let mut tasks = Vec::new();
    for writer in 0..2 {
        let (office, place, actor) = (scene.office.clone(), scene.place.clone(), administrator(&scene));
        let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
        tasks.push(tokio::spawn(async move {
            for n in 0..EACH {
                let mut desk = office.desk_for(actor.clone(), place.clone()).await?;
                let name = format!("Enhed {writer}-{n}");
                let content = UnitContent { name: line(&name), ..content.clone() };
                // Each takes what it needs in the opposite order of the other.
                let outcome = if writer == 0 {
                    unit_then_person(&mut desk, content, &name).await
                } else {
                    person_then_unit(&mut desk, content, &name).await
                };
                desk.close(outcome, "/testby/proeve").await?;
            }
            Ok::<(), Ending>(())
        }));
    }
    for task in tasks {
        let done = tokio::time::timeout(std::time::Duration::from_secs(60), task).await.expect("no deadlock");
        done.unwrap().unwrap();
    }
    let written = 2 * 2 * EACH as i64;
    assert_eq!(scene.lines().await, before + written);
    let verdict = audit::verify(&mut scene.read().await, scene.town.id).await.unwrap();
    assert_eq!(verdict, Verdict::Whole { lines: before + written });
    let numbers = db.texts("SELECT CAST(count(*) AS TEXT), CAST(max(serial) AS TEXT) FROM unit").await;
    let units = (8 + 2 * EACH).to_string();
    assert_eq!(numbers, [[units.clone(), units]]); // none twice, none left out
});

on_both_engines!(two_who_change_the_same_thing_at_once_end_in_one_save_and_one_conflict, async |db| {
    let scene = Scene::set(db).await;
    let school = scene.town.whole_unit("skole").clone();
    let mut tasks = Vec::new();
    for writer in 0..2 {
        let (office, place, actor) = (scene.office.clone(), scene.place.clone(), administrator(&scene));
        let (id, content) = (school.id, UnitContent { name: line(&format!("Skole {writer}")), ..school.content.clone() });
        tasks.push(tokio::spawn(async move {
            let mut desk = office.desk_for(actor, place).await?;
            let outcome = edit_unit(&mut desk, id, 1, content).await;
            desk.close(outcome, "/testby/proeve").await.map(|_| ())
        }));
    }
    let (mut saved, mut conflicts) = (0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(()) => saved += 1,
            Err(Ending::Conflict) => conflicts += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((saved, conflicts), (1, 1));
    assert_eq!(unit_now(&scene, school.id).await.version, 2);
});

on_both_engines!(a_desk_that_is_left_half_way_leaves_nothing_behind, async |db| {
    let scene = Scene::set(db).await;
    let lines = scene.lines().await;
    let mut desk = scene.office.desk_for(administrator(&scene), scene.place.clone()).await.unwrap();
    let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
    let half = establish_unit(&mut desk, None, content).await.unwrap();
    enter_person(&mut desk, None, called("Åse Øst (prøve)", "")).await.unwrap();
    drop(desk);
    assert_eq!(scene.lines().await, lines);
    let gone = pejl_store::orgs::unit(&mut scene.read().await, scene.town.id, half.id).await;
    assert!(matches!(gone, Err(pejl_app::Miss::NotFound)));

    // A deed that is refused takes back what was done before it at the same desk, the numbers with it.
    let outcome = scene
        .deed(administrator(&scene), async |desk| {
            let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
            establish_unit(desk, None, content).await?;
            enter_person(desk, None, called("En (prøve)", "intet")).await
        })
        .await;
    assert_eq!(reasons(outcome).len(), 1);
    assert_eq!(scene.lines().await, lines);
    let content = unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
    assert_eq!(established(&scene, content).await.unwrap().serial, 9);
});

#[test]
fn another_municipalitys_organisation_is_not_found() {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let scene = Scene::set(db).await;
        let neighbour = Town::neighbour(db).await;
        let their_school = neighbour.whole_unit("skole").clone();
        let edit = edited(&scene, their_school.id, 1, their_school.content.clone()).await;
        assert!(matches!(edit, Err(Ending::NotFound)));
        let post = neighbour.position_at(Role::InstitutionLeader, "skole");
        let ended = scene.deed(administrator(&scene), async |desk| end_position(desk, post, 1, date(2018, 6, 30)).await).await;
        assert!(matches!(ended, Err(Ending::NotFound)));
        let stranger = neighbour.actor(Role::Employee).person().unwrap();
        let ours = scene.town.position_at(Role::InstitutionLeader, "skole");
        let handed = scene
            .deed(administrator(&scene), async |desk| hand_position(desk, ours, 1, Some(stranger), date(2018, 6, 1)).await)
            .await;
        assert!(matches!(handed, Err(Ending::NotFound)));
        let appointed = scene
            .deed(administrator(&scene), async |desk| appoint_stand_in(desk, ours, stranger, from(date(2018, 6, 1))).await)
            .await;
        assert!(matches!(appointed, Err(Ending::NotFound)));
    });
}
