//! Synthetic municipalities: the same every time, and like any other once they are there.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use pejl_app::accounts::Attempt;
use pejl_app::models::municipalities;
use pejl_app::synthetic::{self, Size};
use pejl_app::{Ending, Engine, Office, Place, shown::UnitFilter};
use pejl_domain::chain::sound::sound;
use pejl_domain::chain::{Element, StateName, Tied, ties};
use pejl_domain::orgs::Role;
use pejl_kernel::{FixedClock, SequenceMint, TimeMint};
use pejl_policy::{Action, Actor, Facts, Permit, Post, Sight, Who, decide};
use pejl_store::audit::{self, SubjectKind, Verdict};
use pejl_store::{chain, orgs, search};
use pejl_testkit::town::event;
use pejl_testkit::{TestDb, engines, on_both_engines};

const SIZE: Size = Size { units: 30, goals: 60, actions: 100 };
const PASSWORD: &str = "synteby synteby";
/// No password has it: for the tests that log nobody in.
const NO_HASH: &str = "$argon2id$none";

fn office(db: &TestDb) -> Office {
    let clock = FixedClock("2027-03-01T08:00:00Z".parse().unwrap());
    Office::new((**db).clone(), Arc::new(clock), Arc::new(SequenceMint::default()))
}

async fn place(office: &Office, slug: &str) -> Place {
    let mut tx = office.db().read().await.unwrap();
    office.place(&mut tx, slug).await.unwrap().expect("a synthetic municipality")
}

fn whole_sight(office: &Office, place: &Place) -> Sight {
    Sight::of(&Actor::operator(place.municipality.id, office.today()))
}

/// Somebody who may change everything, for saving once more what the fast path wrote.
fn consultant(office: &Office, place: &Place, element: &Element) -> Permit {
    let mint = SequenceMint::after(700_000_000);
    let post =
        Post { position: pejl_kernel::PositionId::new(&mint), unit: element.owner, role: Role::Consultant, standing_in_for: None };
    let who = Who::Person(pejl_kernel::PersonId::new(&mint));
    let actor = Actor { who, municipality: place.municipality.id, on: office.today(), posts: vec![post] };
    decide(&actor, Action::DraftElement, &Facts::municipality()).unwrap()
}

async fn every_element(db: &TestDb, office: &Office, place: &Place) -> Vec<Element> {
    let id = if db.engine() == Engine::Sqlite { "lower(hex(id))" } else { "replace(CAST(id AS TEXT), '-', '')" };
    let slug = &place.municipality.slug;
    let ids = db
        .texts(&format!(
            "SELECT {id} FROM element WHERE municipality_id = (SELECT id FROM municipality WHERE slug = '{slug}') ORDER BY prefix, year, serial"
        ))
        .await;
    let mut tx = office.db().read().await.unwrap();
    let mut elements = Vec::new();
    for row in ids {
        let id = pejl_kernel::ElementId(row[0].parse().unwrap());
        elements.push(chain::element(&mut tx, place.municipality.id, id).await.unwrap());
    }
    elements
}

/// Everything in a table that does not depend on the office's own ids, hashed; with how many rows.
async fn summed(db: &TestDb, sql: &str) -> (usize, u64) {
    let rows = db.texts(sql).await;
    let mut hasher = DefaultHasher::new();
    rows.hash(&mut hasher);
    (rows.len(), hasher.finish())
}

async fn contents(db: &TestDb) -> Vec<(usize, u64)> {
    let mut sums = Vec::new();
    for sql in [
        "SELECT CAST(serial AS TEXT), name, level, kind, area FROM unit ORDER BY serial",
        "SELECT name, email FROM person ORDER BY name",
        "SELECT p.role, p.title, u.name, h.name FROM position p JOIN unit u ON u.municipality_id = p.municipality_id AND u.id = p.unit_id
         LEFT JOIN person h ON h.municipality_id = p.municipality_id AND h.id = p.person_id ORDER BY u.serial, p.title",
        "SELECT case_number, CAST(decided_on AS TEXT), level FROM decision ORDER BY case_number",
        "SELECT prefix, CAST(serial AS TEXT), title, state, outcome, note, content FROM element ORDER BY prefix, serial",
        "SELECT c.prefix, CAST(c.serial AS TEXT), p.prefix, CAST(p.serial AS TEXT) FROM contribution t
         JOIN element c ON c.municipality_id = t.municipality_id AND c.id = t.child_id
         JOIN element p ON p.municipality_id = t.municipality_id AND p.id = t.parent_id
         ORDER BY c.prefix, c.serial, p.prefix, p.serial",
        "SELECT CAST(serial AS TEXT), action, event FROM audit_line ORDER BY serial",
        "SELECT title, body FROM search_entry ORDER BY title",
        "SELECT series, CAST(last AS TEXT) FROM running_number ORDER BY series",
        "SELECT login FROM account ORDER BY login",
    ] {
        sums.push(summed(db, sql).await);
    }
    sums
}

on_both_engines!(the_same_seed_writes_the_same_municipality_and_another_seed_another, async |db: &TestDb| {
    let written = async |seed, office: fn(&TestDb) -> Office| {
        let fresh = TestDb::fresh(db.engine()).await;
        synthetic::write(&office(&fresh), SIZE, seed, 0, NO_HASH).await.unwrap();
        let contents = contents(&fresh).await;
        fresh.clear().await;
        contents
    };
    let first = written(1, office).await;
    // Whatever ids the office itself gives out.
    let again = written(1, |db| {
        Office::new((**db).clone(), Arc::new(FixedClock("2027-03-01T08:00:00Z".parse().unwrap())), Arc::new(TimeMint))
    })
    .await;
    assert_eq!(first, again);
    let rows: Vec<usize> = first.iter().map(|(rows, _)| *rows).collect();
    assert_eq!((rows[0], rows[4]), (30, 8 + 8 + 60 + 100)); // objectives and policies above the goals and actions
    let other = written(2, office).await;
    assert_ne!(first[4], other[4]);
    assert_eq!((rows[0], rows[4]), (other[0].0, other[4].0));
});

#[test]
fn both_engines_are_given_the_same() {
    let mut both = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        engines::run(engine, async |db: &TestDb| {
            synthetic::write(&office(db), SIZE, 1, 0, NO_HASH).await.unwrap();
            let mut rows =
                db.texts("SELECT prefix || '-' || CAST(serial AS TEXT) || ' ' || title || ' ' || state FROM element").await;
            rows.sort();
            both.push(rows);
        });
    }
    assert_eq!(both[0], both[1]);
}

on_both_engines!(every_element_agrees_with_itself_and_fits_the_model, async |db: &TestDb| {
    let office = office(db);
    let slug = synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let place = place(&office, &slug).await;
    let elements = every_element(db, &office, &place).await;
    let mut tx = office.db().read().await.unwrap();
    let (id, sight) = (place.municipality.id, whole_sight(&office, &place));
    for element in &elements {
        let number = element.number;
        sound(&element.content).unwrap_or_else(|r| panic!("{number}: {r:?}"));
        let spec = place.model.spec(element.kind, &element.level).unwrap_or_else(|| panic!("{number} is not in the model"));
        let line = orgs::line(&mut tx, id, element.owner).await.unwrap();
        assert_eq!(line[0].level, element.level, "{number} stands at its owner's level");
        assert_eq!(element.content.action.is_some(), spec.kind == pejl_domain::models::ElementKind::Action);

        // Its state is one that people's own deeds lead to, with what they leave.
        let state = element.state.name();
        let in_force = matches!(state, StateName::Adopted | StateName::Closed);
        assert_eq!(element.edition, u32::from(in_force), "{number}");
        let editions = chain::editions(&mut tx, &sight, element.id).await.unwrap();
        assert_eq!(editions.len(), usize::from(in_force), "{number}");
        if spec.adopts.is_none() {
            assert!(!matches!(state, StateName::Proposed | StateName::Returned), "{number} is proposed to nobody");
        } else if state != StateName::Draft {
            let tied = Tied { parents: 1, markers: 1, sources: 1 };
            let left_out = pejl_domain::chain::missing(&place.model, spec, &element.content, &tied);
            assert!(left_out.is_empty(), "{number} lacks {left_out:?}");
        }
        if state == StateName::Returned || state == StateName::Withdrawn {
            assert!(!element.note.is_empty(), "{number} says why");
        }
        match (&spec.adopts, in_force) {
            (Some(adopts), true) => {
                let decision = chain::decision(&mut tx, id, element.decision.expect("a decision")).await.unwrap().decision;
                assert_eq!(&decision.level, adopts, "{number} is adopted by the body the model names");
                assert!(line.iter().any(|u| u.id == decision.body), "{number} is adopted in its own line");
                assert!(decision.on <= office.today());
            }
            _ => assert_eq!(element.decision, None, "{number}"),
        }
        for edge in chain::edges_above(&mut tx, id, element.id).await.unwrap() {
            if edge.child == element.id {
                let parent = elements.iter().find(|e| e.id == edge.parent).unwrap();
                let mut both = [element.clone(), parent.clone()];
                for end in &mut both {
                    end.state = pejl_domain::chain::State::Adopted; // made while both were alive
                }
                ties::may_tie(&place.model, &both[0], &both[1]).unwrap_or_else(|r| panic!("{number}: {r:?}"));
            }
        }
    }
    let states: std::collections::BTreeSet<_> = elements.iter().map(|e| e.state.name()).collect();
    assert!(states.len() >= 5, "a bit of everything: {states:?}");
});

on_both_engines!(the_trail_of_a_synthetic_municipality_is_whole_and_told_in_the_order_of_its_days, async |db: &TestDb| {
    let office = office(db);
    let slug = synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let place = place(&office, &slug).await;
    let mut tx = office.db().read().await.unwrap();
    let verdict = audit::verify(&mut tx, place.municipality.id).await.unwrap();
    assert!(matches!(verdict, Verdict::Whole { lines } if lines > 300), "{verdict:?}");
    drop(tx);
    // A deed afterwards goes on from there.
    let element = every_element(db, &office, &place).await.swap_remove(0);
    let mut tx = office.db().write().await.unwrap();
    let permit = consultant(&office, &place, &element);
    chain::save_element(&mut tx, &permit, office.clock().now(), &element, &event("event-element-edited")).await.unwrap();
    assert!(matches!(audit::verify(&mut tx, place.municipality.id).await.unwrap(), Verdict::Whole { .. }));
    tx.commit().await.unwrap();
    let told = db.texts("SELECT CAST(at AS TEXT) FROM audit_line WHERE action = 'write-synthetic' ORDER BY serial").await;
    let mut in_order = told.clone();
    in_order.sort();
    assert_eq!(told, in_order);
});

on_both_engines!(what_the_fast_path_reads_out_is_what_a_save_reads_out, async |db: &TestDb| {
    const READ_OUT: &str = "SELECT prefix, CAST(serial AS TEXT), title, orientation, measure, scope, progress, CAST(starts_on AS TEXT), CAST(due_on AS TEXT),
        CAST(responsible_id IS NULL AS TEXT), CAST(has_effect AS TEXT), CAST(is_measurable AS TEXT), CAST(has_baseline AS TEXT), CAST(has_money AS TEXT)
        FROM element ORDER BY prefix, serial";
    const SEARCHED: &str = "SELECT subject_kind, fence, title, body FROM search_entry ORDER BY title, subject_kind";
    let office = office(db);
    let slug = synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let place = place(&office, &slug).await;
    let (before, found_before) = (db.texts(READ_OUT).await, db.texts(SEARCHED).await);

    let elements = every_element(db, &office, &place).await;
    let mut tx = office.db().write().await.unwrap();
    let (id, at) = (place.municipality.id, office.clock().now());
    for element in &elements {
        let permit = consultant(&office, &place, element);
        chain::save_element(&mut tx, &permit, at, element, &event("event-element-edited")).await.unwrap();
    }
    let sight = whole_sight(&office, &place);
    let keep = decide(&Actor::operator(id, office.today()), Action::KeepOrganisation, &Facts::municipality()).unwrap();
    let units = UnitFilter { most: 100, ..UnitFilter::default() };
    for row in orgs::list_units(&mut tx, &sight, &units).await.unwrap() {
        let unit = orgs::unit(&mut tx, id, row.id).await.unwrap();
        orgs::save_unit(&mut tx, &keep, at, &unit, &event("event-unit-edited")).await.unwrap();
    }
    for person in orgs::everybody(&mut tx, &sight).await.unwrap() {
        orgs::save_person(&mut tx, &keep, at, &person, &event("event-person-edited")).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(before, db.texts(READ_OUT).await);
    assert_eq!(found_before, db.texts(SEARCHED).await);
});

on_both_engines!(numbers_go_on_after_those_that_were_written, async |db: &TestDb| {
    let office = office(db);
    let slug = synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let id = place(&office, &slug).await.municipality.id;
    let mut tx = office.db().write().await.unwrap();
    for (kind, next) in [
        (pejl_domain::models::ElementKind::Goal, "M-2026-061"),
        (pejl_domain::models::ElementKind::Action, "H-2026-101"),
        (pejl_domain::models::ElementKind::Objective, "MS-2026-009"),
    ] {
        assert_eq!(chain::next_element_number(&mut tx, id, kind, 2026).await.unwrap().to_string(), next);
    }
    assert_eq!(pejl_store::next_number(&mut tx, id, "unit").await.unwrap(), 31);
});

on_both_engines!(search_finds_what_was_written, async |db: &TestDb| {
    let office = office(db);
    let slug = synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let place = place(&office, &slug).await;
    let sight = whole_sight(&office, &place);
    let mut tx = office.db().read().await.unwrap();
    for (typed, kind) in
        [("M-2026-030", SubjectKind::Element), ("Byrådet", SubjectKind::Unit), ("Proceskonsulent", SubjectKind::Person)]
    {
        let found = search::find(&mut tx, &sight, typed).await.unwrap();
        assert!(found.iter().any(|f| f.kind == kind.as_str()), "{typed}: {found:?}");
    }
});

on_both_engines!(its_logins_lead_to_people_with_posts, async |db: &TestDb| {
    let office = office(db);
    let hash = synthetic::hashed(PASSWORD).await.unwrap();
    let slug = synthetic::write(&office, SIZE, 1, 0, &hash).await.unwrap();
    for (login, role) in [
        ("konsulent", Role::Consultant),
        ("leder", Role::InstitutionLeader),
        ("politiker", Role::CouncilMember),
        ("administrator", Role::Administrator),
    ] {
        let attempt = Attempt { login: format!("{slug}.{login}"), password: PASSWORD.to_owned(), address: "127.0.0.1".to_owned() };
        let account = office.log_in(attempt).await.unwrap();
        let (visit, _tx) = office.enter(account, &slug).await.unwrap().expect("let in");
        assert!(visit.actor.is(role), "{login}: {:?}", visit.actor.posts);
    }
});

on_both_engines!(two_in_one_database_stand_beside_each_other, async |db: &TestDb| {
    let office = office(db);
    for index in 0..2 {
        let slug = synthetic::write(&office, SIZE, 1, index, NO_HASH).await.unwrap();
        assert_eq!(slug, synthetic::name(index).slug);
    }
    let mut tx = office.db().read().await.unwrap();
    let there = municipalities(&mut tx).await.unwrap();
    assert_eq!(there.iter().map(|m| m.code.as_str()).collect::<Vec<_>>(), ["9001", "9002"]);
    for m in &there {
        assert!(matches!(audit::verify(&mut tx, m.id).await.unwrap(), Verdict::Whole { .. }));
    }
    drop(tx);
    let counted = db.texts("SELECT CAST(count(*) AS TEXT), CAST(count(DISTINCT id) AS TEXT) FROM element").await;
    assert_eq!(counted, [["352", "352"]]);
});

on_both_engines!(one_that_is_there_already_is_a_fault_and_leaves_the_first_as_it_is, async |db: &TestDb| {
    let office = office(db);
    synthetic::write(&office, SIZE, 1, 0, NO_HASH).await.unwrap();
    let before = contents(db).await;
    let again = synthetic::write(&office, SIZE, 2, 0, NO_HASH).await;
    assert!(matches!(again, Err(Ending::Fault(_))));
    assert_eq!(contents(db).await, before);
});

#[test]
fn a_short_password_is_refused() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert!(matches!(runtime.block_on(synthetic::hashed("kort")), Err(Ending::Refused(_))));
}
