//! A step is moved, entrusted and closed; by whom, and for whom.

use pejl_app::Ending;
use pejl_app::wheel::{came_of, close_step, entrust_step, move_step, put_back_step, reopen_step, seats, step_page};
use pejl_domain::models::StepKind;
use pejl_domain::orgs::Role;
use pejl_domain::wheel::StepState;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, prose};

use crate::{day, days, is_conflict, is_denied, laid, named, testby, wheel};

on_both_engines!(a_step_moved_past_the_one_it_feeds_is_refused_and_nothing_is_kept, async |db| {
    let scene = testby(db).await;
    let keeper = || scene.town.actor(Role::Consultant);
    let lines = scene.lines().await;
    let to = days("2018-06-18", "2018-06-20", "Ny dato.");
    let past = scene.deed(keeper(), async |desk| move_step(desk, &named("maalseminar", None), 0, to).await).await;
    assert_eq!(reasons(past), [("to", "refused-step-past-fed".to_owned())]);
    assert_eq!(scene.lines().await, lines);
    assert_eq!(laid(&scene, "maalseminar", None).await.moved, None);

    let to = days("2018-02-08", "2018-02-09", "Vinterferie i uge 7.");
    let moved = scene.deed(keeper(), async |desk| move_step(desk, &named("maalseminar", None), 0, to).await).await.unwrap();
    assert_eq!(laid(&scene, "maalseminar", None).await.from, day("2018-02-08"));
    assert_eq!(scene.newest(moved.id).await.event.sentence.key, "event-step-moved");
    let back = scene.deed(keeper(), async |desk| put_back_step(desk, &named("maalseminar", None), moved.version).await).await;
    assert_eq!(back.unwrap().moved, None);
    assert_eq!(laid(&scene, "maalseminar", None).await.from, day("2018-02-01"));
});

on_both_engines!(a_step_that_a_committee_moved_holds_the_one_before_it_back_too, async |db| {
    let scene = testby(db).await;
    let keeper = || scene.town.actor(Role::Consultant);
    let children = scene.town.unit("boerneudvalg");
    let early = days("2018-03-01", "2018-03-09", "Udvalget er hurtigt.");
    scene.deed(keeper(), async |desk| move_step(desk, &named("udvalgsaftaler", Some(children)), 0, early).await).await.unwrap();
    let late = days("2018-03-01", "2018-03-12", "Snestorm.");
    let past = scene.deed(keeper(), async |desk| move_step(desk, &named("maalseminar", None), 0, late).await).await;
    assert_eq!(reasons(past), [("to", "refused-step-past-fed".to_owned())]);
});

on_both_engines!(two_who_move_the_same_step_do_not_overwrite_each_other, async |db| {
    let scene = testby(db).await;
    let keeper = || scene.town.actor(Role::Consultant);
    let move_to = async |version: i64, from: &str| {
        let to = days(from, "2018-02-28", "Anden dato.");
        scene.deed(keeper(), async |desk| move_step(desk, &named("maalseminar", None), version, to).await).await
    };
    assert_eq!(move_to(0, "2018-02-05").await.unwrap().version, 1);
    assert!(is_conflict(&move_to(0, "2018-02-06").await));
    assert_eq!(move_to(1, "2018-02-07").await.unwrap().version, 2);
});

on_both_engines!(who_moves_a_step_and_who_closes_it, async |db| {
    let scene = testby(db).await;
    let town = &scene.town;
    let head = || town.actor_at(Role::DepartmentHead, "boerneafdeling");
    let leader = || town.actor_at(Role::InstitutionLeader, "skole");
    for actor in [head(), leader(), town.actor(Role::CommitteeChair), town.actor(Role::CouncilMember)] {
        let to = days("2018-02-08", "2018-02-09", "Ferie.");
        assert!(is_denied(&scene.deed(actor, async |desk| move_step(desk, &named("maalseminar", None), 0, to).await).await));
    }
    let close = async |actor, version: i64| {
        let result = prose("Fem målsætninger.");
        scene
            .deed(actor, async |desk| close_step(desk, &named("maalseminar", None), version, day("2018-02-28"), result).await)
            .await
    };
    assert!(is_denied(&close(head(), 0).await));
    let to = Some(town.position_at(Role::DepartmentHead, "boerneafdeling"));
    let keeper = town.actor(Role::Consultant);
    let given = scene.deed(keeper, async |desk| entrust_step(desk, &named("maalseminar", None), 0, to).await).await.unwrap();
    assert!(is_denied(&close(leader(), given.version).await));
    let closed = close(head(), given.version).await.unwrap();
    assert_eq!(laid(&scene, "maalseminar", None).await.state(day("2018-06-15")), StepState::Done);
    let open = scene.deed(head(), async |desk| reopen_step(desk, &named("maalseminar", None), closed.version).await).await.unwrap();
    assert_eq!((open.done, open.responsible), (None, to));
});

on_both_engines!(a_committee_closes_its_own_and_the_municipality_counts_who_has, async |db| {
    let scene = testby(db).await;
    let town = &scene.town;
    let children = town.whole_unit("boerneudvalg");
    let chair = || town.actor_at(Role::CommitteeChair, "boerneudvalg");
    let close = async |actor, unit| {
        let result = prose("Aftalen er skrevet.");
        let of = named("udvalgsaftaler", unit);
        scene.deed(actor, async |desk| close_step(desk, &of, 0, day("2018-06-14"), result).await).await
    };
    assert!(is_denied(&close(chair(), None).await), "one chair of two does not close it for both");
    assert!(is_denied(&close(chair(), Some(town.unit("kulturudvalg"))).await));
    close(chair(), Some(children.id)).await.unwrap();
    let whole = laid(&scene, "udvalgsaftaler", None).await;
    assert_eq!((whole.done, whole.units_done), (None, 1));
    assert!(laid(&scene, "udvalgsaftaler", Some(children.serial)).await.done.is_some());
    let school = town.whole_unit("skole").serial;
    assert!(laid(&scene, "udvalgsaftaler", Some(school)).await.done.is_some(), "its committee is done");

    close(town.actor_at(Role::CommitteeChair, "kulturudvalg"), Some(town.unit("kulturudvalg"))).await.unwrap();
    let whole = laid(&scene, "udvalgsaftaler", None).await;
    assert_eq!((whole.units_done, whole.state(day("2018-06-15"))), (2, StepState::Done), "what all have done is done");

    let unknown = close(town.actor(Role::Consultant), Some(town.unit("skole"))).await;
    assert!(matches!(unknown, Err(Ending::NotFound)), "a school holds no step of the committees");
});

on_both_engines!(a_result_is_not_said_before_its_day_nor_left_empty, async |db| {
    let scene = testby(db).await;
    let close = async |on: &str, result: &str| {
        let result = prose(result);
        let keeper = scene.town.actor(Role::Consultant);
        scene.deed(keeper, async |desk| close_step(desk, &named("maalseminar", None), 0, day(on), result).await).await
    };
    assert_eq!(reasons(close("2018-06-16", "I morgen.").await), [("on", "refused-step-done-later".to_owned())]);
    assert_eq!(reasons(close("2018-02-28", "").await), [("result", "refused-step-no-result".to_owned())]);
});

on_both_engines!(a_committee_that_closes_in_mid_year_keeps_what_it_said, async |db| {
    let scene = testby(db).await;
    let town = &scene.town;
    let culture = town.whole_unit("kulturudvalg").clone();
    let chair = town.actor_at(Role::CommitteeChair, "kulturudvalg");
    let of = named("udvalgsaftaler", Some(culture.id));
    let result = prose("Skrevet, før udvalget blev lagt sammen.");
    scene.deed(chair, async |desk| close_step(desk, &of, 0, day("2018-06-14"), result).await).await.unwrap();
    let merged = town.unit("boerneudvalg");
    let keeper = town.actor(Role::Administrator);
    let department = town.whole_unit("kulturafdeling").clone();
    let mut content = department.content.clone();
    content.parent = Some(merged);
    scene
        .deed(keeper.clone(), async |desk| pejl_app::orgs::edit_unit(desk, department.id, department.version, content).await)
        .await
        .unwrap();
    scene
        .deed(keeper, async |desk| {
            pejl_app::orgs::close_unit(desk, culture.id, culture.version, day("2018-06-15"), Some(merged)).await
        })
        .await
        .unwrap();
    let rows = wheel(&scene, None).await.rows;
    assert_eq!(rows.iter().find(|row| row.changed.unit == Some(culture.id)).unwrap().unit.as_ref().unwrap().name, "Kulturudvalget");
});

on_both_engines!(a_steps_page_shows_its_line_its_units_and_what_came_of_it, async |db| {
    let scene = testby(db).await;
    let mut tx = scene.read().await;
    let sight = scene.town.whole_sight();
    let whose = seats(&mut tx, &sight, None).await.unwrap();
    let page = step_page(&mut tx, &sight, &scene.place.model, &whose, 2018, &key("udvalgsaftaler")).await.unwrap();
    assert_eq!(page.units.len(), 2);
    assert!(page.facts.bodies.is_empty(), "two committees: neither speaks for both");
    assert!(page.positions.iter().any(|p| p.title == "Børne- og læringschef"));
    let budget = step_page(&mut tx, &sight, &scene.place.model, &whose, 2018, &key("budget")).await.unwrap();
    assert_eq!(budget.facts.bodies, [scene.town.unit("byraad")]);
    let none = step_page(&mut tx, &sight, &scene.place.model, &whose, 2018, &key("findes-ikke")).await;
    assert!(matches!(none, Err(Ending::NotFound)));
});

on_both_engines!(what_a_step_came_to_is_looked_up_for_all_and_for_one_unit, async |db| {
    let scene = testby(db).await;
    let mut model = (*scene.place.model).clone();
    model.wheel[1].kind = StepKind::Decision;
    for kind in &mut model.agreements {
        kind.made_in = Some(key("udvalgsaftaler"));
    }
    let sight = scene.town.whole_sight();
    let decided = {
        let mut tx = scene.office.db().write().await.unwrap();
        let decision = scene.town.decision(&mut tx, scene.town.unit("boerneafdeling"), &key("fagudvalg")).await;
        tx.commit().await.unwrap();
        decision
    };
    let mut of = laid(&scene, "udvalgsaftaler", None).await;
    (of.from, of.to) = (decided.on, decided.on);
    let mut tx = scene.read().await;
    let came = came_of(&mut tx, &sight, &model, &of).await.unwrap();
    assert_eq!((came.agreements.total, came.decisions.len()), (0, 1));
    assert_eq!(came.decisions[0].decision.decision.id, decided.id);
    of.unit = Some(scene.town.unit("kulturudvalg"));
    let came = came_of(&mut tx, &sight, &model, &of).await.unwrap();
    assert!(came.decisions.is_empty(), "another committee decided it");
});
