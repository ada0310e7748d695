//! Imports: the file that waits, many rows at once, and what was entered taken away again.

#![allow(clippy::unwrap_used)] // every function here belongs to a test

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit, UnitContent, UnitFunction};
use pejl_kernel::{ImportId, PersonId, PositionId, Span, UnitId};
use pejl_policy::{Action, Permit};
use pejl_store::orgs::{self, Entered, ImportRow, ImportState};
use pejl_store::{Miss, Tx, audit, next_number, search};
use pejl_testkit::town::{event, key, line};
use pejl_testkit::{TestDb, Town, on_both_engines};

fn upload(town: &Town, name: &str, at: Timestamp) -> ImportRow {
    ImportRow {
        id: ImportId::new(&town.mint),
        file_name: name.to_owned(),
        state: ImportState::Previewed,
        total: 3,
        counts: String::new(),
        at,
    }
}

fn permit(town: &Town) -> Permit {
    town.permit(Action::KeepOrganisation)
}

/// An institution under the children's department, not yet saved.
fn institution(town: &Town, serial: i64, name: &str) -> Unit {
    Unit {
        id: UnitId::new(&town.mint),
        serial,
        foreign_id: Some(format!("SD-{serial}")),
        content: UnitContent {
            name: line(name),
            level: key("institution"),
            kind: None,
            area: "Børn og unge".to_owned(),
            parent: Some(town.unit("boerneafdeling")),
            function: UnitFunction::Service,
            from: date(2018, 1, 1),
        },
        to: None,
        successor: None,
        version: 0,
    }
}

fn person(town: &Town, name: &str) -> Person {
    let content = PersonContent { name: line(name), email: format!("{}@testby.example", name.len()) };
    Person { id: PersonId::new(&town.mint), foreign_id: Some(name.to_owned()), content, version: 0 }
}

fn leader(town: &Town, unit: &Unit, person: &Person) -> Position {
    let content = PositionContent {
        unit: unit.id,
        role: Role::InstitutionLeader,
        title: line("Leder"),
        person: Some(person.id),
        span: Span { from: date(2018, 1, 1), to: None },
    };
    Position { id: PositionId::new(&town.mint), content, version: 0 }
}

async fn found(tx: &mut Tx, town: &Town, typed: &str) -> Vec<String> {
    search::find(tx, &town.whole_sight(), typed).await.unwrap().into_iter().map(|f| f.title).collect()
}

/// Every import the municipality has, newest first: file and state.
async fn listed(tx: &mut Tx, town: &Town) -> Vec<(String, ImportState)> {
    let imports = orgs::imports(tx, &permit(town), 50).await.unwrap();
    imports.into_iter().map(|i| (i.file_name, i.state)).collect()
}

on_both_engines!(an_upload_waits_with_its_file_and_is_no_line_in_the_trail, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let lines = audit::length(&mut tx, town.id).await.unwrap();
    let import = upload(&town, "organisation.csv", town.at());
    orgs::keep_import(&mut tx, &permit(&town), &import, "navn;niveau\nÅ;skole", town.at()).await.unwrap();
    assert_eq!(orgs::import(&mut tx, town.id, import.id).await.unwrap(), import);
    let texts = orgs::import_texts(&mut tx, town.id, import.id).await.unwrap();
    assert_eq!(texts, ("navn;niveau\nÅ;skole".to_owned(), String::new()));
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), lines);
    assert!(matches!(orgs::import(&mut tx, neighbour.id, import.id).await, Err(Miss::NotFound)));
    assert!(matches!(orgs::import_texts(&mut tx, neighbour.id, import.id).await, Err(Miss::NotFound)));
    assert!(listed(&mut tx, &neighbour).await.is_empty());
});

on_both_engines!(a_new_upload_lets_those_be_forgotten_that_waited_too_long, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let hours = |n: i64| town.at() + SignedDuration::from_hours(n);
    let (waiting, done, broken) =
        (upload(&town, "venter", hours(0)), upload(&town, "gjort", hours(1)), upload(&town, "brudt", hours(2)));
    for import in [&waiting, &done, &broken] {
        orgs::keep_import(&mut tx, &permit(&town), import, "fil", hours(-9)).await.unwrap();
    }
    let done = ImportRow { state: ImportState::Done, ..done };
    orgs::finish_import(&mut tx, &permit(&town), &done, "", &event("event-import-done")).await.unwrap();
    orgs::fail_import(&mut tx, &permit(&town), broken.id).await.unwrap();
    let all = [("brudt", ImportState::Failed), ("gjort", ImportState::Done), ("venter", ImportState::Previewed)];
    assert_eq!(listed(&mut tx, &town).await, all.map(|(name, state)| (name.to_owned(), state)));

    let newest = upload(&town, "ny", hours(3));
    orgs::keep_import(&mut tx, &permit(&town), &newest, "fil", hours(3)).await.unwrap();
    let left = [("ny", ImportState::Previewed), ("gjort", ImportState::Done)];
    assert_eq!(listed(&mut tx, &town).await, left.map(|(name, state)| (name.to_owned(), state)));
    assert_eq!(orgs::imports(&mut tx, &permit(&town), 1).await.unwrap(), [newest]);
});

on_both_engines!(a_finished_import_is_one_line_and_no_longer_holds_the_file, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let import = upload(&town, "organisation.csv", town.at());
    orgs::keep_import(&mut tx, &permit(&town), &import, "fil", town.at()).await.unwrap();
    let lines = audit::length(&mut tx, town.id).await.unwrap();
    let at = town.at() + SignedDuration::from_secs(7);
    let done = ImportRow { state: ImportState::Done, counts: "{\"units\":2}".to_owned(), at, ..import };
    orgs::finish_import(&mut tx, &permit(&town), &done, "[1]", &event("event-import-done")).await.unwrap();
    assert_eq!(orgs::import(&mut tx, town.id, done.id).await.unwrap(), done);
    assert_eq!(orgs::import_texts(&mut tx, town.id, done.id).await.unwrap(), (String::new(), "[1]".to_owned()));
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), lines + 1);
    let told = audit::history(&mut tx, &town.whole_sight(), done.id.0, 9).await.unwrap();
    assert_eq!(told.iter().map(|l| (l.event.sentence.key.as_str(), l.at)).collect::<Vec<_>>(), [("event-import-done", at)]);

    // What is done can no longer break off.
    orgs::fail_import(&mut tx, &permit(&town), done.id).await.unwrap();
    assert_eq!(orgs::import(&mut tx, town.id, done.id).await.unwrap().state, ImportState::Done);
});

on_both_engines!(the_whole_organisation_is_read_at_once, async |db| {
    let town = Town::enter(db).await;
    Town::neighbour(db).await;
    let mut tx = db.read().await.unwrap();
    let sight = town.whole_sight();
    let units = orgs::every_unit(&mut tx, &sight).await.unwrap();
    assert_eq!(units.iter().map(|u| u.serial).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(units[5], *town.whole_unit("skole"));
    let everybody = orgs::everybody(&mut tx, &sight).await.unwrap();
    assert_eq!(everybody.len(), 16);
    let leading = orgs::leading_positions(&mut tx, &sight, date(2018, 6, 15)).await.unwrap();
    assert_eq!(leading.len(), 9);
    assert!(leading.iter().all(|p| p.content.role.leads()));
    assert!(leading.iter().any(|p| p.content.person.is_none()), "a vacancy leads too");
});

on_both_engines!(a_post_that_ended_before_the_day_no_longer_leads, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = town.position_at(Role::InstitutionLeader, "skole");
    let (ended, event) = orgs::position(&mut tx, town.id, id).await.unwrap().end(date(2018, 6, 10)).unwrap();
    orgs::save_position(&mut tx, &permit(&town), town.at(), &ended, Some(&event)).await.unwrap();
    for (day, leads) in [(date(2018, 6, 10), true), (date(2018, 6, 11), false)] {
        let leading = orgs::leading_positions(&mut tx, &town.whole_sight(), day).await.unwrap();
        assert_eq!(leading.iter().any(|p| p.id == id), leads, "{day}");
    }
});

on_both_engines!(numbers_given_out_together_follow_those_given_out_one_by_one, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    assert_eq!(orgs::next_numbers(&mut tx, &permit(&town), "unit", 3).await.unwrap(), 9);
    assert_eq!(next_number(&mut tx, town.id, "unit").await.unwrap(), 12);
    assert_eq!(orgs::next_numbers(&mut tx, &permit(&town), "noget nyt", 2).await.unwrap(), 1);
    assert_eq!(orgs::next_numbers(&mut tx, &permit(&town), "noget nyt", 1).await.unwrap(), 3);
});

/// More units and people than one statement takes, with a leader in each.
async fn entered(town: &Town, tx: &mut Tx) -> (Vec<Unit>, Vec<Person>, Vec<Position>) {
    const MANY: usize = 501;
    let first = orgs::next_numbers(tx, &permit(town), "unit", MANY).await.unwrap();
    let units: Vec<Unit> = (first..).take(MANY).map(|n| institution(town, n, &format!("Børnehus {n}"))).collect();
    let people: Vec<Person> = (0..MANY).map(|n| person(town, &format!("Leder {n} (prøve)"))).collect();
    let positions: Vec<Position> = units.iter().zip(&people).map(|(unit, person)| leader(town, unit, person)).collect();
    orgs::insert_units(tx, &permit(town), &units.iter().collect::<Vec<_>>()).await.unwrap();
    orgs::insert_people(tx, &permit(town), &people.iter().collect::<Vec<_>>()).await.unwrap();
    orgs::insert_positions(tx, &permit(town), &positions.iter().collect::<Vec<_>>()).await.unwrap();
    (units, people, positions)
}

on_both_engines!(many_rows_entered_at_once_are_read_back_the_same_and_found, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (units, people, positions) = entered(&town, &mut tx).await;
    let (unit, person, position) = (units.last().unwrap(), people.last().unwrap(), positions.last().unwrap());
    assert_eq!(orgs::unit(&mut tx, town.id, unit.id).await.unwrap(), Unit { version: 1, ..unit.clone() });
    assert_eq!(orgs::person(&mut tx, town.id, person.id).await.unwrap(), Person { version: 1, ..person.clone() });
    assert_eq!(orgs::position(&mut tx, town.id, position.id).await.unwrap(), Position { version: 1, ..position.clone() });
    assert_eq!(found(&mut tx, &town, "børnehus 509").await, ["E-509 Børnehus 509"]);
    assert_eq!(found(&mut tx, &town, "leder 500").await, ["Leder 500 (prøve)"]);
});

on_both_engines!(nothing_entered_is_no_statement_that_fails, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    orgs::insert_units(&mut tx, &permit(&town), &[]).await.unwrap();
    orgs::insert_people(&mut tx, &permit(&town), &[]).await.unwrap();
    orgs::insert_positions(&mut tx, &permit(&town), &[]).await.unwrap();
    for what in [Entered::Units, Entered::People, Entered::Positions] {
        orgs::take_away(&mut tx, &permit(&town), what, &[]).await.unwrap();
    }
});

on_both_engines!(a_changed_unit_and_person_keep_their_foreign_ids_and_are_found_by_the_new_name, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut unit = town.whole_unit("skole").clone();
    unit.content.name = line("Sønderskolen");
    unit.foreign_id = Some("SD-0006".to_owned());
    orgs::update_unit(&mut tx, &permit(&town), &unit).await.unwrap();
    assert!(matches!(orgs::update_unit(&mut tx, &permit(&town), &unit).await, Err(Miss::Stale)));
    orgs::index_units(&mut tx, &permit(&town), &[&unit]).await.unwrap();
    assert_eq!(orgs::unit(&mut tx, town.id, unit.id).await.unwrap(), Unit { version: 2, ..unit });
    assert_eq!(found(&mut tx, &town, "sønderskolen").await, ["E-6 Sønderskolen"]);
    assert!(found(&mut tx, &town, "ådalskolen").await.is_empty());

    let id = town.actor(Role::InstitutionLeader).person().unwrap();
    let mut leader = orgs::person(&mut tx, town.id, id).await.unwrap();
    leader.content.name = line("Skolechef (prøve)");
    leader.foreign_id = Some("P-1".to_owned());
    orgs::update_person(&mut tx, &permit(&town), &leader).await.unwrap();
    assert!(matches!(orgs::update_person(&mut tx, &permit(&town), &leader).await, Err(Miss::Stale)));
    orgs::index_people(&mut tx, &permit(&town), &[&leader]).await.unwrap();
    assert_eq!(orgs::person(&mut tx, town.id, id).await.unwrap(), Person { version: 2, ..leader });
    assert_eq!(found(&mut tx, &town, "skolechef").await, ["Skolechef (prøve)"]);
});

on_both_engines!(what_an_import_entered_is_taken_away_whole_and_out_of_search, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let before = versions(&mut tx, &town).await;
    let (units, people, positions) = entered(&town, &mut tx).await;
    assert_ne!(versions(&mut tx, &town).await, before);
    let ids = |of: &mut dyn Iterator<Item = uuid::Uuid>| of.collect::<Vec<_>>();
    for (what, ids) in [
        (Entered::Positions, ids(&mut positions.iter().map(|p| p.id.0))),
        (Entered::People, ids(&mut people.iter().map(|p| p.id.0))),
        (Entered::Units, ids(&mut units.iter().map(|u| u.id.0))),
    ] {
        orgs::take_away(&mut tx, &permit(&town), what, &ids).await.unwrap();
        assert!(matches!(orgs::take_away(&mut tx, &permit(&town), what, &ids[..1]).await, Err(Miss::Stale)));
    }
    assert_eq!(versions(&mut tx, &town).await, before);
    assert!(found(&mut tx, &town, "børnehus").await.is_empty());
    assert!(found(&mut tx, &town, "leder 500").await.is_empty());
});

/// How many units, people and positions there are, and the sum of their versions.
async fn versions(tx: &mut Tx, town: &Town) -> Vec<(usize, i64)> {
    let mut all = Vec::new();
    for what in [Entered::Units, Entered::People, Entered::Positions] {
        let versions = orgs::versions(tx, town.id, what).await.unwrap();
        all.push((versions.len(), versions.iter().map(|(_, version)| version).sum()));
    }
    all
}

on_both_engines!(what_somebody_has_built_on_is_not_taken_away, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let school = town.unit("skole").0;
    let leader = town.actor(Role::InstitutionLeader).person().unwrap().0;
    for (what, id) in [(Entered::Units, school), (Entered::People, leader)] {
        let mut tx = db.write().await.unwrap();
        let refused = orgs::take_away(&mut tx, &permit(&town), what, &[id]).await;
        assert!(matches!(refused, Err(Miss::Stale)), "{what:?}: {refused:?}");
    }
});

on_both_engines!(nothing_is_taken_away_across_the_border, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let theirs = neighbour.position_at(Role::InstitutionLeader, "boernehave").0;
    let refused = orgs::take_away(&mut tx, &permit(&town), Entered::Positions, &[theirs]).await;
    assert!(matches!(refused, Err(Miss::Stale)));
    orgs::take_away(&mut tx, &permit(&neighbour), Entered::Positions, &[theirs]).await.unwrap();
});
