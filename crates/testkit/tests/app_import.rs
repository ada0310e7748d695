//! Importing units and leaders from a file, and taking it back, on both engines.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::fmt::Write as _;

use pejl_app::orgs::import::{self, Progress};
use pejl_app::shown::ImportState;
use pejl_app::{Ending, orgs};
use pejl_domain::orgs::import::Counts;
use pejl_domain::orgs::{PersonContent, Role};
use pejl_kernel::ImportId;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::town::line;
use pejl_testkit::{TestDb, on_both_engines};

const FILE: &str = "\
enhed_uuid;enhed_nr;navn;overenhed;type;niveau;leder_uuid;leder_navn;leder_email;gyldig_fra;gyldig_til
mo-1;E-6;Ådalens Skole;E-4;skole;institution;p-1;Ny skoleleder;ny@testby.example;;
mo-2;;Skovbrynet;E-4;børnehave;institution;;;;01-05-2018;
mo-3;E-8;Øbro Bibliotek;E-5;;institution;;Biblioteksleder (prøve);;;31-12-2018
";

/// Every row of the tables an import can touch, without their versions.
async fn everything(db: &TestDb) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for sql in [
        "SELECT name, level, kind, area, service, foreign_id, CAST(valid_from AS TEXT), CAST(valid_to AS TEXT), CAST(serial AS TEXT) FROM unit ORDER BY serial",
        "SELECT name, email, foreign_id FROM person ORDER BY name, email",
        "SELECT title, role, CAST(valid_from AS TEXT), CAST(valid_to AS TEXT), p.name
         FROM position LEFT JOIN person p ON p.municipality_id = position.municipality_id AND p.id = position.person_id
         ORDER BY title, valid_from, role",
        "SELECT subject_kind, title, body FROM search_entry ORDER BY subject_kind, title",
    ] {
        rows.extend(db.texts(sql).await);
    }
    rows
}

async fn uploaded(scene: &Scene, file: &str) -> ImportId {
    let keeper = scene.town.actor(Role::Administrator);
    scene.deed(keeper, async |desk| import::upload(desk, "enheder.csv", file.as_bytes()).await).await.unwrap()
}

async fn carried_out(scene: &Scene, id: ImportId) -> Result<Counts, Ending> {
    let keeper = scene.town.actor(Role::Administrator);
    scene.deed(keeper, async |desk| import::carry_out(desk, id, &Progress::default()).await).await
}

async fn taken_back(scene: &Scene, id: ImportId) -> Result<(), Ending> {
    let keeper = scene.town.actor(Role::Administrator);
    scene.deed(keeper, async |desk| import::undo(desk, id).await).await
}

on_both_engines!(a_file_is_imported_in_one_line_of_the_trail_and_can_be_taken_back_to_the_letter, async |db| {
    let scene = Scene::set(db).await;
    let (before, lines) = (everything(db).await, scene.lines().await);
    let id = uploaded(&scene, FILE).await;
    assert_eq!((everything(db).await, scene.lines().await), (before.clone(), lines), "an upload alone changes nothing");

    let counts = carried_out(&scene, id).await.unwrap();
    let expected = Counts { created: 1, changed: 1, closed: 1, unchanged: 0, people: 1, leaders: 1 };
    assert_eq!(counts, expected);
    assert_eq!(scene.lines().await, lines + 1);
    assert_eq!(scene.newest(id).await.event.sentence.key, "event-org-imported");
    let after = everything(db).await;
    assert!(after.iter().any(|row| row[0] == "Skovbrynet" && row[8] == "9"), "{after:#?}");
    assert!(after.iter().any(|row| row.len() == 3 && row[1] == "E-6 Ådalens Skole"), "{after:#?}");
    assert_eq!(reasons(carried_out(&scene, id).await)[0].1, "refused-import-done-already");

    taken_back(&scene, id).await.unwrap();
    assert_eq!(everything(db).await, before);
    assert_eq!(scene.lines().await, lines + 2);
    assert_eq!(reasons(taken_back(&scene, id).await)[0].1, "refused-import-not-done");
    let mut tx = scene.read().await;
    let keeper = scene.town.actor(Role::Administrator);
    let list = import::imports(&mut tx, &keeper).await.unwrap();
    assert_eq!((list.len(), list[0].state), (1, ImportState::Undone));
});

on_both_engines!(an_import_is_not_taken_back_once_something_it_touched_has_changed, async |db| {
    let scene = Scene::set(db).await;
    let id = uploaded(&scene, FILE).await;
    carried_out(&scene, id).await.unwrap();
    let keeper = scene.town.actor(Role::Administrator);
    let mut tx = scene.read().await;
    let page = orgs::unit_page(&mut tx, &scene.town.whole_sight(), 9).await.unwrap();
    drop(tx);
    let mut content = page.unit.content.clone();
    content.area = "Børn".to_owned();
    let (unit, version) = (page.unit.id, page.unit.version);
    scene.deed(keeper, async |desk| orgs::edit_unit(desk, unit, version, content).await).await.unwrap();
    let stood = everything(db).await;
    let told = reasons(taken_back(&scene, id).await);
    assert_eq!(told[0].1, "refused-import-undo-named");
    assert_eq!(everything(db).await, stood);
});

on_both_engines!(an_import_is_not_taken_back_once_something_has_been_built_upon_it, async |db| {
    let scene = Scene::set(db).await;
    let id = uploaded(&scene, FILE).await;
    carried_out(&scene, id).await.unwrap();
    let again = uploaded(&scene, "uuid;navn;overenhed;niveau;leder_navn\nmo-2;Skovbrynet;E-4;institution;En leder\n").await;
    carried_out(&scene, again).await.unwrap();
    let stood = everything(db).await;
    let told = reasons(taken_back(&scene, id).await);
    assert_eq!(told[0].1, "refused-import-undo-changed");
    assert_eq!(everything(db).await, stood);
    taken_back(&scene, again).await.unwrap();
    taken_back(&scene, id).await.unwrap();
});

on_both_engines!(a_file_with_one_wrong_cell_changes_nothing_at_all, async |db| {
    let scene = Scene::set(db).await;
    let before = everything(db).await;
    let id = uploaded(&scene, &FILE.replace("børnehave", "børnehåve")).await;
    assert_eq!(reasons(carried_out(&scene, id).await), [("file", "refused-import-faults".to_owned())]);
    assert_eq!(everything(db).await, before);
});

on_both_engines!(what_is_written_out_and_read_in_again_changes_nothing, async |db| {
    let scene = Scene::set(db).await;
    let keeper = scene.town.actor(Role::Administrator);
    let mut tx = scene.read().await;
    let file = orgs::export(&mut tx, &keeper).await.unwrap();
    let plan = import::preview(&mut tx, &keeper, &scene.place, scene.office.mint(), file.as_bytes()).await.unwrap();
    assert_eq!(plan.faults, []);
    assert!(plan.is_empty(), "{plan:#?}");
    assert_eq!(plan.counts.unchanged, 8);
});

on_both_engines!(only_an_administrator_imports, async |db| {
    let scene = Scene::set(db).await;
    let consultant = scene.town.actor(Role::Consultant);
    let upload = async |desk: &mut pejl_app::Desk| import::upload(desk, "enheder.csv", FILE.as_bytes()).await;
    assert!(matches!(scene.deed(consultant, upload).await, Err(Ending::Denied(_))));
});

on_both_engines!(ten_thousand_rows_are_imported_and_taken_back, async |db| {
    let scene = Scene::set(db).await;
    let before = everything(db).await;
    let mut file = String::from("uuid,navn,overenhed,niveau,leder_id,leder_navn,leder_email\n");
    for n in 0..10_000 {
        writeln!(file, "x{n},Enhed {n},E-4,institution,q{n},Leder {n},leder{n}@testby.example").unwrap();
    }
    let id = uploaded(&scene, &file).await;
    let progress = Progress::default();
    let keeper = scene.town.actor(Role::Administrator);
    let counts = scene.deed(keeper, async |desk| import::carry_out(desk, id, &progress).await).await.unwrap();
    assert_eq!((counts.created, counts.people, counts.leaders), (10_000, 10_000, 10_000));
    assert_eq!(progress.reading(), (30_000, 30_000));
    taken_back(&scene, id).await.unwrap();
    assert_eq!(everything(db).await, before);
});

on_both_engines!(a_person_entered_since_by_hand_is_known_again_by_mail_address, async |db| {
    let scene = Scene::set(db).await;
    let keeper = scene.town.actor(Role::Administrator);
    let content = PersonContent { name: line("Ny skoleleder"), email: "NY@testby.example".to_owned() };
    scene.deed(keeper, async |desk| orgs::enter_person(desk, None, content).await).await.unwrap();
    let id = uploaded(&scene, FILE).await;
    assert_eq!(carried_out(&scene, id).await.unwrap().people, 0);
});
