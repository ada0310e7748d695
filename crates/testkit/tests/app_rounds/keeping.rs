//! The life of a round, and who keeps it.

use jiff::civil::date;
use pejl_app::rounds::{Schedule, consolidate_round, open_round, plan_round, reopen_round, reschedule_round, rounds, unanswered};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{RoundDeadline, RoundState};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::key;

use crate::{Year, goal, is_conflict, is_denied};

on_both_engines!(planning_a_round_twice_gives_the_round_that_is_planned, async |db| {
    let scene = Scene::set(db).await;
    let keeper = || scene.town.actor(Role::Controller);
    let first = scene.deed(keeper(), async |desk| plan_round(desk, &key("aarsstatus"), 2018).await).await.unwrap();
    let again = scene.deed(keeper(), async |desk| plan_round(desk, &key("aarsstatus"), 2018).await).await.unwrap();
    assert_eq!(first, again);
    assert_eq!(first.cut_off, date(2018, 12, 31));
    let days: Vec<_> = first.deadlines.iter().map(|d| (d.level.as_str(), d.on)).collect();
    assert_eq!(days, [("institution", date(2019, 1, 15)), ("afdeling", date(2019, 1, 22))]);

    let unknown = scene.deed(keeper(), async |desk| plan_round(desk, &key("kvartal"), 2018).await).await;
    assert_eq!(reasons(unknown), [("round", "refused-round-not-in-model".to_owned())]);
});

on_both_engines!(a_round_with_nothing_to_ask_is_not_opened, async |db| {
    let scene = Scene::set(db).await;
    let keeper = || scene.town.actor(Role::Consultant);
    let planned = scene.deed(keeper(), async |desk| plan_round(desk, &key("aarsstatus"), 2018).await).await.unwrap();
    let empty = scene.deed(keeper(), async |desk| open_round(desk, planned.id, planned.version).await).await;
    assert_eq!(reasons(empty), [("", "refused-round-nothing-to-ask".to_owned())]);

    goal(&scene, "skole", "Flere læser sikkert", |_| ()).await;
    goal(&scene, "skole", "Først næste år", |content| content.goal.start = Some(date(2019, 1, 1))).await;
    let committee = goal(&scene, "boerneudvalg", "Udvalget har ingen frist", |_| ()).await;
    let opened = scene.deed(keeper(), async |desk| open_round(desk, planned.id, planned.version).await).await.unwrap();
    assert_eq!((opened.asked, opened.round.state), (1, RoundState::Open), "not what starts later, nor {}", committee.number);
    let row = &rounds(&mut scene.read().await, &scene.town.whole_sight()).await.unwrap()[0];
    assert_eq!((row.asked, row.submitted, row.accepted), (1, 0, 0));
    assert_eq!(row.round, opened.round, "the deed gives back what stands in the row");
});

on_both_engines!(only_those_who_keep_rounds_open_them, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    for actor in [year.leader(), year.head(), year.chair()] {
        let outcome = year.scene.deed(actor, async |desk| consolidate_round(desk, id, 2).await).await;
        assert!(is_denied(&outcome));
    }
    let chief = year.scene.town.actor(Role::ChiefExecutive);
    let stale = year.scene.deed(chief.clone(), async |desk| consolidate_round(desk, id, 1).await).await;
    assert!(is_conflict(&stale));
    let gathered = year.scene.deed(chief.clone(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    let open = year.scene.deed(chief, async |desk| reopen_round(desk, id, gathered.version).await).await.unwrap();
    assert_eq!(open, year.now().await);
    let left = unanswered(&mut year.scene.read().await, &year.scene.town.whole_sight(), id).await.unwrap();
    assert_eq!((left.silent, left.waiting), (2, 0));
});

on_both_engines!(a_deadline_moves_but_not_into_the_wrong_order, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let on = |institution, department| Schedule {
        cut_off: year.round.cut_off,
        deadlines: vec![
            RoundDeadline { level: key("institution"), on: institution },
            RoundDeadline { level: key("afdeling"), on: department },
        ],
    };
    let wrong = on(date(2019, 2, 1), date(2019, 1, 22));
    let outcome = year.scene.deed(year.consultant(), async |desk| reschedule_round(desk, id, 2, wrong).await).await;
    assert_eq!(reasons(outcome), [("deadlines", "refused-round-deadlines-out-of-order".to_owned())]);
    let later = on(date(2019, 2, 1), date(2019, 2, 8));
    let moved = year.scene.deed(year.consultant(), async |desk| reschedule_round(desk, id, 2, later).await).await.unwrap();
    assert_eq!(moved, year.now().await);
});
