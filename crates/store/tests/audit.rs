//! The trail: one line a deed, never changed, and whoever changes it all the same is found out.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use pejl_domain::orgs::Role;
use pejl_kernel::{Mint as _, SequenceMint};
use pejl_policy::{Action, Actor, Facts, Post, decide};
use pejl_store::audit::{self, SubjectKind, Verdict, Window};
use pejl_store::{Engine, chain};
use pejl_testkit::town::event;
use pejl_testkit::{TestDb, Town, on_both_engines};

/// Takes away what keeps the trail as it is: what somebody with the database's own password could do.
async fn unprotected(db: &TestDb) {
    let sql = match db.engine() {
        Engine::Sqlite => "DROP TRIGGER audit_line_stays; DROP TRIGGER audit_line_remains",
        Engine::Postgres => "ALTER TABLE audit_line DISABLE TRIGGER USER",
    };
    db.raw(sql).await.unwrap();
}

async fn verdict(db: &TestDb, town: &Town) -> Verdict {
    audit::verify(&mut db.read().await.unwrap(), town.id).await.unwrap()
}

on_both_engines!(a_line_can_be_neither_changed_nor_deleted, async |db| {
    Town::enter(db).await;
    for sql in ["UPDATE audit_line SET action = 'nothing'", "DELETE FROM audit_line", "DELETE FROM audit_line WHERE serial = 1"] {
        let refusal = db.raw(sql).await.unwrap_err().to_string();
        assert!(refusal.contains("the audit trail cannot be changed"), "{sql}: {refusal}");
    }
});

#[test]
fn the_trail_cannot_be_emptied_in_one_go_either() {
    pejl_testkit::engines::run(Engine::Postgres, async |db| {
        Town::enter(db).await;
        assert!(db.raw("TRUNCATE audit_line").await.is_err());
    });
}

on_both_engines!(an_untouched_trail_is_whole, async |db| {
    let town = Town::enter(db).await;
    let lines = audit::length(&mut db.read().await.unwrap(), town.id).await.unwrap();
    assert!(lines > 20);
    assert_eq!(verdict(db, &town).await, Verdict::Whole { lines });
});

on_both_engines!(a_changed_line_is_found, async |db| {
    let town = Town::enter(db).await;
    unprotected(db).await;
    db.raw("UPDATE audit_line SET event = replace(event, 'Ådalskolen', 'Ådalsskolen') WHERE event LIKE '%Ådalskolen%'")
        .await
        .unwrap();
    let changed = db.texts("SELECT CAST(min(serial) AS TEXT) FROM audit_line WHERE event LIKE '%Ådalsskolen%'").await;
    let serial = changed[0][0].parse().unwrap();
    assert_eq!(verdict(db, &town).await, Verdict::Broken { serial });
});

on_both_engines!(a_line_given_to_another_person_is_found, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    tx.commit().await.unwrap();
    let last = audit::length(&mut db.read().await.unwrap(), town.id).await.unwrap();
    unprotected(db).await;
    db.raw(&format!("UPDATE audit_line SET person_id = NULL WHERE serial = {last}")).await.unwrap();
    assert_eq!(verdict(db, &town).await, Verdict::Broken { serial: last });
});

on_both_engines!(a_line_taken_out_of_the_middle_is_found, async |db| {
    let town = Town::enter(db).await;
    unprotected(db).await;
    db.raw("DELETE FROM audit_line WHERE serial = 7").await.unwrap();
    assert_eq!(verdict(db, &town).await, Verdict::Broken { serial: 7 });
});

on_both_engines!(a_tail_that_was_cut_off_is_found, async |db| {
    let town = Town::enter(db).await;
    let expected = audit::length(&mut db.read().await.unwrap(), town.id).await.unwrap();
    unprotected(db).await;
    db.raw(&format!("DELETE FROM audit_line WHERE serial > {}", expected - 2)).await.unwrap();
    assert_eq!(verdict(db, &town).await, Verdict::Cut { last: expected - 2, expected });
});

on_both_engines!(each_municipality_has_a_trail_of_its_own, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    unprotected(db).await;
    db.raw("DELETE FROM audit_line WHERE serial = 7 AND municipality_id = (SELECT id FROM municipality WHERE slug = 'naboby')")
        .await
        .unwrap();
    assert_eq!(verdict(db, &neighbour).await, Verdict::Broken { serial: 7 });
    assert!(matches!(verdict(db, &town).await, Verdict::Whole { .. }));
});

on_both_engines!(the_history_of_a_thing_is_read_newest_first, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let adopted = town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let history = audit::history(&mut tx, &town.whole_sight(), adopted.id.0, 10).await.unwrap();
    let told: Vec<&str> = history.iter().map(|l| l.event.sentence.key.as_str()).collect();
    assert_eq!(told, ["event-element-adopted", "event-element-proposed", "event-element-drafted"]);
    let line = &history[0];
    assert_eq!((line.at, line.subject.kind, line.subject.id), (town.at(), SubjectKind::Element, adopted.id.0));
    assert_eq!(line.person.as_deref(), Some("Styringskonsulent (prøve)"));
    assert_eq!(audit::history(&mut tx, &town.whole_sight(), adopted.id.0, 1).await.unwrap().len(), 1);
});

on_both_engines!(the_trail_is_read_page_by_page_and_person_by_person, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let length = audit::length(&mut tx, town.id).await.unwrap();
    let permit = town.permit(Action::SeeAudit);
    let first = audit::page(&mut tx, &permit, &Window::default(), 3).await.unwrap();
    assert_eq!(first.iter().map(|l| l.serial).collect::<Vec<_>>(), [length, length - 1, length - 2]);
    let older = Window { before: Some(length - 2), person: None };
    assert_eq!(audit::page(&mut tx, &permit, &older, 1).await.unwrap()[0].serial, length - 3);
    let consultant = Window { before: None, person: town.actor(Role::Consultant).person() };
    let theirs = audit::page(&mut tx, &permit, &consultant, 100).await.unwrap();
    assert_eq!(theirs.len(), 1);
    assert_eq!(first[1].person, None); // the operator's
});

on_both_engines!(who_stands_in_for_whom_is_on_the_line, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (head, teacher) = (town.actor(Role::InstitutionLeader), town.actor(Role::Employee));
    let lent = Post { standing_in_for: head.person(), ..head.posts[0] };
    let standing_in = Actor { posts: vec![teacher.posts[0], lent], ..teacher };
    let facts = Facts { line: town.line_of(town.unit("skole")), ..Facts::default() };
    let permit = decide(&standing_in, Action::ProposeElement, &facts).unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Flere, der læser").await;
    chain::save_element(&mut tx, &permit, town.at(), &draft, &event("event-element-proposed")).await.unwrap();
    let newest = &audit::history(&mut tx, &town.whole_sight(), draft.id.0, 1).await.unwrap()[0];
    assert_eq!(newest.person.as_deref(), Some("Lærer (prøve)"));
    assert_eq!(newest.standing_in_for.as_deref(), Some("Skoleleder (prøve)"));
});

on_both_engines!(a_thing_nothing_happened_to_has_no_history, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    let unknown = SequenceMint::after(9_000_000).fresh();
    assert_eq!(audit::history(&mut tx, &town.whole_sight(), unknown, 10).await.unwrap(), []);
});

on_both_engines!(a_persons_lines_are_read_page_by_page_too, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    for title in ["Første", "Anden", "Tredje"] {
        town.draft(&mut tx, "maalsaetning", "byraad", title).await;
    }
    town.person(&mut tx, "En til (prøve)").await; // the operator's line, in between
    let permit = town.permit(Action::SeeAudit);
    let consultant = town.actor(Role::Consultant).person();
    let newest = Window { before: None, person: consultant };
    let theirs = audit::page(&mut tx, &permit, &newest, 2).await.unwrap();
    assert_eq!(theirs.len(), 2);
    assert!(theirs.iter().all(|l| l.person.as_deref() == Some("Styringskonsulent (prøve)")));
    let older = Window { before: Some(theirs[1].serial), person: consultant };
    let oldest = audit::page(&mut tx, &permit, &older, 2).await.unwrap();
    assert_eq!(oldest.len(), 1);
    assert!(oldest[0].serial < theirs[1].serial);
    let before_all = Window { before: Some(oldest[0].serial), person: consultant };
    assert!(audit::page(&mut tx, &permit, &before_all, 2).await.unwrap().is_empty());
    let first = Window { before: Some(1), person: None };
    assert!(audit::page(&mut tx, &permit, &first, 2).await.unwrap().is_empty());
    let stranger = Window { before: None, person: neighbour.actor(Role::Consultant).person() };
    assert!(audit::page(&mut tx, &permit, &stranger, 2).await.unwrap().is_empty());
});
