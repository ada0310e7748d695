//! Units: set up, changed, closed; and what the rules refuse.

use jiff::civil::date;
use pejl_app::orgs::establish_unit;
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::orgs::{Unit, UnitContent};
use pejl_domain::sentence::Arg;
use pejl_kernel::UnitId;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, line};

use super::{BY, administrator, closed, edited, established, testby, told, unit, unit_now};

on_both_engines!(a_unit_that_is_set_up_gets_the_next_number_and_stands_in_the_trail, async |db| {
    let scene = Scene::set(db).await;
    let content = UnitContent {
        kind: Some(key("skole")),
        area: "Børn".to_owned(),
        ..unit(&scene, "Østskolen", "institution", Some("boerneafdeling"))
    };
    let foreign = Some("OIS-17".to_owned());
    let unit = scene.deed(administrator(&scene), async |desk| establish_unit(desk, foreign, content).await).await.unwrap();
    assert_eq!((unit.serial, unit.foreign_id.as_deref()), (9, Some("OIS-17")));
    assert_eq!(unit_now(&scene, unit.id).await, Unit { version: 1, ..unit.clone() });
    told(&scene, unit.id, Sentence::new("event-unit-established").text("title", "Østskolen"), BY).await;
    let mut tx = scene.read().await;
    let page = orgs::unit_page(&mut tx, &scene.town.whole_sight(), 9).await.unwrap();
    let above: Vec<&str> = page.line.iter().map(|u| u.name.as_str()).collect();
    assert_eq!(above, ["Østskolen", "Børn og læring", "Børneudvalget", "Testby Byråd"]);
});

on_both_engines!(a_unit_that_is_changed_says_field_by_field_what_changed, async |db| {
    let scene = Scene::set(db).await;
    let school = scene.town.whole_unit("skole").clone();
    let content = UnitContent { name: line("Ådals Skole"), area: "Børn".to_owned(), ..school.content.clone() };
    edited(&scene, school.id, school.version, content.clone()).await.unwrap();
    let now = unit_now(&scene, school.id).await;
    assert_eq!((now.version, now.content), (2, content));
    let newest = scene.newest(school.id).await;
    assert_eq!(newest.event.sentence, Sentence::new("event-unit-edited").text("title", "Ådals Skole"));
    let changed: Vec<_> = newest.event.changes.iter().map(|c| (c.field.as_str(), c.before.as_str(), c.after.as_str())).collect();
    assert_eq!(changed, [("unit-name", "Ådalskolen", "Ådals Skole"), ("unit-area", "", "Børn")]);
});

on_both_engines!(a_closed_unit_names_its_successor_and_keeps_its_page, async |db| {
    let scene = Scene::set(db).await;
    let (nursery, school) = (scene.town.unit("boernehave"), scene.town.unit("skole"));
    let unit = closed(&scene, nursery, date(2018, 6, 30), Some(school)).await.unwrap();
    assert_eq!((unit.to, unit.successor), (Some(date(2018, 6, 30)), Some(school)));
    let sentence = Sentence::new("event-unit-closed").text("title", "Æblehaven").with("date", Arg::Date(date(2018, 6, 30)));
    told(&scene, nursery, sentence, BY).await;
    let mut tx = scene.read().await;
    let page = orgs::unit_page(&mut tx, &scene.town.whole_sight(), unit.serial).await.unwrap();
    assert_eq!(page.successor.map(|s| s.id), Some(school));
    assert_eq!(page.history.len(), 3); // set up, its vacant post, closed
});

#[test]
fn what_the_rules_refuse_about_a_unit_is_said_beside_its_field() {
    testby(async |scene, _| {
        let (lines, school) = (scene.lines().await, scene.town.whole_unit("skole").clone());
        let institution = |above| unit(scene, "Østskolen", "institution", above);
        let cases = [
            (unit(scene, "Østskolen", "skole", Some("boerneafdeling")), "level", "refused-unit-level-unknown"),
            (UnitContent { kind: Some(key("fabrik")), ..institution(Some("boerneafdeling")) }, "kind", "refused-unit-kind-unknown"),
            (unit(scene, "Andet byråd", "byraad", Some("byraad")), "parent", "refused-unit-top-under-something"),
            (institution(None), "parent", "refused-unit-without-parent"),
            (institution(Some("bibliotek")), "parent", "refused-unit-under-wrong-level"),
            (unit(scene, "Udvalget", "fagudvalg", Some("boerneafdeling")), "parent", "refused-unit-under-wrong-level"),
        ];
        for (content, field, key) in cases {
            let expected = [(field, key.to_owned())];
            assert_eq!(reasons(established(scene, content.clone()).await), expected, "set up: {key}");
            assert_eq!(reasons(edited(scene, school.id, school.version, content).await), expected, "changed: {key}");
        }
        assert_eq!(scene.lines().await, lines);
        assert_eq!(unit_now(scene, school.id).await, school);
        // A refused unit uses up no number.
        assert_eq!(established(scene, institution(Some("boerneafdeling"))).await.unwrap().serial, 9);
    });
}

#[test]
fn a_unit_may_skip_levels_but_stands_under_something_above_it() {
    testby(async |scene, _| {
        let library = unit(scene, "Åhavnens Bibliotek", "institution", Some("kulturudvalg"));
        assert!(established(scene, library).await.is_ok());
        let unknown = UnitContent { parent: Some(UnitId::new(scene.office.mint())), ..unit(scene, "Ø", "institution", None) };
        assert!(matches!(established(scene, unknown).await, Err(Ending::NotFound)));
    });
}

#[test]
fn a_unit_is_never_put_under_itself_or_under_one_of_its_own() {
    testby(async |scene, _| {
        let lines = scene.lines().await;
        let school = scene.town.whole_unit("skole").clone();
        let itself = UnitContent { parent: Some(school.id), ..school.content.clone() };
        let refused = reasons(edited(scene, school.id, school.version, itself).await);
        assert!(refused.contains(&("parent", "refused-unit-under-itself".to_owned())), "{refused:?}");

        // The committee as an institution under its own department: each step is allowed by level, together they close a circle.
        let committee = scene.town.whole_unit("boerneudvalg").clone();
        let under_its_own =
            UnitContent { level: key("institution"), parent: Some(scene.town.unit("boerneafdeling")), ..committee.content.clone() };
        let refused = reasons(edited(scene, committee.id, committee.version, under_its_own).await);
        assert_eq!(refused, [("level", "refused-unit-has-units-astray".to_owned())]);
        assert_eq!(scene.lines().await, lines);

        // What has nothing below it may change its level.
        let library = scene.town.whole_unit("bibliotek").clone();
        let raised =
            UnitContent { level: key("afdeling"), parent: Some(scene.town.unit("kulturudvalg")), ..library.content.clone() };
        assert!(edited(scene, library.id, library.version, raised).await.is_ok());
    });
}

#[test]
fn a_unit_closes_once_after_it_began_and_after_everything_below_it() {
    testby(async |scene, _| {
        let (department, library) = (scene.town.unit("kulturafdeling"), scene.town.unit("bibliotek"));
        let lines = scene.lines().await;
        let refusal = async |id, on, successor| reasons(closed(scene, id, on, successor).await);
        let last = date(2018, 6, 30);
        assert_eq!(refusal(department, last, None).await, [("to", "refused-unit-has-open-units".to_owned())]);
        assert_eq!(refusal(library, date(2017, 12, 31), None).await, [("to", "refused-unit-ends-before-it-begins".to_owned())]);
        assert_eq!(refusal(library, last, Some(library)).await, [("successor", "refused-unit-follows-itself".to_owned())]);
        assert_eq!(scene.lines().await, lines);

        closed(scene, library, last, None).await.unwrap();
        assert_eq!(refusal(library, last, None).await, [("to", "refused-unit-already-closed".to_owned())]);
        closed(scene, department, last, None).await.unwrap();
        let now = unit_now(scene, library).await;
        let later = UnitContent { from: date(2018, 7, 1), ..now.content.clone() };
        let refused = reasons(edited(scene, library, now.version, later).await);
        assert_eq!(refused, [("from", "refused-unit-begins-after-it-ends".to_owned())]);
    });
}
