//! Units, and the tree they stand in.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::date;
use pejl_domain::orgs::{Closing, Unit, UnitContent, UnitFunction};
use pejl_kernel::UnitId;
use pejl_policy::Action;
use pejl_store::orgs::UnitFilter;
use pejl_store::{Miss, Tx, orgs};
use pejl_testkit::town::{event, key, line};
use pejl_testkit::{Town, on_both_engines};

on_both_engines!(a_saved_unit_is_read_back_the_same, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let content = UnitContent {
        name: line("Søndre Skole"),
        level: key("institution"),
        kind: Some(key("skole")),
        area: "Børn og unge".to_owned(),
        parent: Some(town.unit("boerneafdeling")),
        function: UnitFunction::Support,
        from: date(2018, 8, 1),
    };
    let above = key("afdeling");
    let (unit, event) =
        Unit::establish(UnitId::new(&town.mint), 77, Some("SD-0042".to_owned()), content, &town.model, Some(&above)).unwrap();
    orgs::save_unit(&mut tx, &town.permit(Action::KeepOrganisation), town.at(), &unit, &event).await.unwrap();
    assert_eq!(orgs::unit(&mut tx, town.id, unit.id).await.unwrap(), Unit { version: 1, ..unit.clone() });
    assert_eq!(orgs::unit_by_serial(&mut tx, &town.whole_sight(), 77).await.unwrap().id, unit.id);
    assert!(matches!(orgs::unit_by_serial(&mut tx, &town.whole_sight(), 78).await, Err(Miss::NotFound)));
});

on_both_engines!(a_closed_unit_keeps_its_last_day_and_what_follows_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let open = orgs::unit(&mut tx, town.id, town.unit("bibliotek")).await.unwrap();
    let closing = Closing { on: date(2018, 7, 31), successor: Some(town.unit("skole")), open_units_below: 0 };
    let (closed, event) = open.clone().close(closing).unwrap();
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_unit(&mut tx, &permit, town.at(), &closed, &event).await.unwrap();
    let read = orgs::unit(&mut tx, town.id, open.id).await.unwrap();
    assert_eq!((read.to, read.successor, read.version), (closed.to, closed.successor, 2));
    // What was read before that can no longer be saved.
    assert!(matches!(orgs::save_unit(&mut tx, &permit, town.at(), &open, &event).await, Err(Miss::Stale)));
});

on_both_engines!(a_unit_of_another_municipality_is_not_found, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    assert!(matches!(orgs::unit(&mut tx, neighbour.id, town.unit("skole")).await, Err(Miss::NotFound)));
    assert_eq!(orgs::line(&mut tx, neighbour.id, town.unit("skole")).await.unwrap(), []);
    assert_eq!(orgs::children(&mut tx, &neighbour.whole_sight(), town.unit("byraad")).await.unwrap(), []);
    // Nor can its units be put under ours.
    let mut unit = orgs::unit(&mut tx, neighbour.id, neighbour.unit("skole")).await.unwrap();
    unit.content.parent = Some(town.unit("boerneafdeling"));
    let permit = neighbour.permit(Action::KeepOrganisation);
    let saved = orgs::save_unit(&mut tx, &permit, town.at(), &unit, &event("event-unit-edited")).await;
    assert!(matches!(saved, Err(Miss::Fault(_))));
});

on_both_engines!(the_line_above_a_unit_runs_to_the_council, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    let line = orgs::line(&mut tx, town.id, town.unit("skole")).await.unwrap();
    let names: Vec<(&str, &str)> = line.iter().map(|u| (u.name.as_str(), u.level.as_str())).collect();
    let expected =
        [("Ådalskolen", "institution"), ("Børn og læring", "afdeling"), ("Børneudvalget", "fagudvalg"), ("Testby Byråd", "byraad")];
    assert_eq!(names, expected);
    assert_eq!(line.iter().map(|u| u.id).collect::<Vec<_>>(), town.line_of(town.unit("skole")));
});

on_both_engines!(the_bodies_of_a_level_are_those_open_on_the_day, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let named = async |tx: &mut Tx, on| {
        let bodies = orgs::bodies(tx, town.id, &key("institution"), on).await.unwrap();
        bodies.into_iter().map(|u| u.name).collect::<Vec<_>>()
    };
    assert_eq!(named(&mut tx, date(2018, 6, 15)).await, ["Æblehaven", "Øbro Bibliotek", "Ådalskolen"]);
    assert_eq!(named(&mut tx, date(2017, 12, 31)).await, Vec::<String>::new());
    close(&town, &mut tx, "boernehave").await;
    assert_eq!(named(&mut tx, date(2018, 6, 30)).await.len(), 3); // the last day is a day
    assert_eq!(named(&mut tx, date(2018, 7, 1)).await, ["Øbro Bibliotek", "Ådalskolen"]);
});

async fn close(town: &Town, tx: &mut Tx, handle: &str) {
    let unit = orgs::unit(tx, town.id, town.unit(handle)).await.unwrap();
    let closing = Closing { on: date(2018, 6, 30), successor: None, open_units_below: 0 };
    let (closed, event) = unit.close(closing).unwrap();
    orgs::save_unit(tx, &town.permit(Action::KeepOrganisation), town.at(), &closed, &event).await.unwrap();
}

on_both_engines!(open_units_below_are_counted_on_the_day_after, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let department = town.unit("boerneafdeling");
    assert_eq!(orgs::open_units_below(&mut tx, town.id, department, date(2018, 6, 30)).await.unwrap(), 2);
    close(&town, &mut tx, "boernehave").await;
    assert_eq!(orgs::open_units_below(&mut tx, town.id, department, date(2018, 6, 29)).await.unwrap(), 2);
    assert_eq!(orgs::open_units_below(&mut tx, town.id, department, date(2018, 6, 30)).await.unwrap(), 1);
});

on_both_engines!(a_list_of_units_shows_who_leads_and_what_is_below, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    let below = orgs::children(&mut tx, &town.whole_sight(), town.unit("boerneafdeling")).await.unwrap();
    let shown: Vec<_> = below.iter().map(|u| (u.name.as_str(), u.leader.as_deref(), u.parent.as_deref())).collect();
    let department = Some("Børn og læring");
    assert_eq!(shown, [("Æblehaven", None, department), ("Ådalskolen", Some("Skoleleder (prøve)"), department)]);
    let committees = orgs::children(&mut tx, &town.whole_sight(), town.unit("byraad")).await.unwrap();
    assert_eq!(committees.iter().map(|u| u.below).collect::<Vec<_>>(), [1, 1]);
});

on_both_engines!(units_are_listed_by_name_level_vacancy_and_page, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let all = UnitFilter { most: 100, ..UnitFilter::default() };
    let named = async |tx: &mut Tx, filter: UnitFilter| {
        let rows = orgs::list_units(tx, &town.whole_sight(), &filter).await.unwrap();
        rows.into_iter().map(|u| u.name).collect::<Vec<_>>()
    };
    assert_eq!(named(&mut tx, all.clone()).await.len(), 8);
    let level = UnitFilter { level: Some(key("fagudvalg")), ..all.clone() };
    assert_eq!(named(&mut tx, level).await, ["Børneudvalget", "Kulturudvalget"]);
    let second = UnitFilter { skip: 1, most: 2, ..all.clone() };
    assert_eq!(named(&mut tx, second).await, ["Børneudvalget", "Kultur og fritid"]);
    let vacant = UnitFilter { vacant: true, level: Some(key("institution")), ..all.clone() };
    assert_eq!(named(&mut tx, vacant).await, ["Æblehaven"]);
    close(&town, &mut tx, "boernehave").await;
    assert_eq!(named(&mut tx, all.clone()).await.len(), 8); // today is before its last day
});

on_both_engines!(a_closed_unit_is_listed_only_when_asked_for, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let unit = orgs::unit(&mut tx, town.id, town.unit("boernehave")).await.unwrap();
    let closing = Closing { on: date(2018, 3, 31), successor: None, open_units_below: 0 };
    let (closed, event) = unit.close(closing).unwrap();
    orgs::save_unit(&mut tx, &town.permit(Action::KeepOrganisation), town.at(), &closed, &event).await.unwrap();
    let sight = town.whole_sight();
    let open = UnitFilter { most: 100, ..UnitFilter::default() };
    assert_eq!(orgs::list_units(&mut tx, &sight, &open).await.unwrap().len(), 7);
    assert_eq!(orgs::list_units(&mut tx, &sight, &UnitFilter { closed: true, ..open }).await.unwrap().len(), 8);
    assert_eq!(orgs::unit_options(&mut tx, &sight).await.unwrap().len(), 7);
    assert_eq!(orgs::children(&mut tx, &sight, town.unit("boerneafdeling")).await.unwrap().len(), 1);
});

on_both_engines!(a_unit_is_found_by_part_of_its_name_however_it_is_written, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    for name in ["ådal", "Ådal", "ÅDAL", " dalskolen "] {
        let filter = UnitFilter { name: name.to_owned(), most: 9, ..UnitFilter::default() };
        let rows = orgs::list_units(&mut tx, &town.whole_sight(), &filter).await.unwrap();
        assert_eq!(rows.iter().map(|u| u.name.as_str()).collect::<Vec<_>>(), ["Ådalskolen"], "{name}");
    }
    // What means "anything" in a pattern is only a character here.
    for name in ["%", "_", "\\"] {
        let filter = UnitFilter { name: name.to_owned(), most: 9, ..UnitFilter::default() };
        assert_eq!(orgs::list_units(&mut tx, &town.whole_sight(), &filter).await.unwrap(), [], "{name}");
    }
});

on_both_engines!(a_choice_of_units_stands_in_the_order_of_the_alphabet, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    let names: Vec<String> = orgs::unit_options(&mut tx, &town.whole_sight()).await.unwrap().into_iter().map(|u| u.name).collect();
    let expected = [
        "Børn og læring",
        "Børneudvalget",
        "Kultur og fritid",
        "Kulturudvalget",
        "Testby Byråd",
        "Æblehaven",
        "Øbro Bibliotek",
        "Ådalskolen",
    ];
    assert_eq!(names, expected);
});

on_both_engines!(the_levels_right_under_a_unit_are_those_of_its_open_and_closed_units, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let levels = async |tx: &mut Tx, unit: &str| {
        let levels = orgs::levels_below(tx, town.id, town.unit(unit)).await.unwrap();
        levels.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(levels(&mut tx, "byraad").await, ["fagudvalg", "fagudvalg"]);
    assert_eq!(levels(&mut tx, "boerneafdeling").await, ["institution", "institution"]);
    assert!(levels(&mut tx, "skole").await.is_empty());
    let closed = Unit { to: Some(date(2018, 1, 31)), ..town.whole_unit("bibliotek").clone() };
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_unit(&mut tx, &permit, town.at(), &closed, &event("event-unit-closed")).await.unwrap();
    assert_eq!(levels(&mut tx, "kulturafdeling").await, ["institution"]);
    let elsewhere = orgs::levels_below(&mut tx, neighbour.id, town.unit("byraad")).await.unwrap();
    assert!(elsewhere.is_empty());
});
