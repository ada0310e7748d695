//! The two databases themselves: the same schema, the same alphabet, transactions that hold, and the models installed.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use std::collections::BTreeMap;

use pejl_domain::models::ElementKind;
use pejl_kernel::{Mint as _, ModelVersionId, MunicipalityId};
use pejl_policy::Action;
use pejl_store::{Engine, Miss, audit, chain, models, next_number, orgs};
use pejl_testkit::town::{MODEL, event};
use pejl_testkit::{TestDb, Town, on_both_engines};

on_both_engines!(an_entered_municipality_is_found_by_its_path_with_its_newest_model, async |db| {
    let town = Town::enter(db).await;
    let newer = ModelVersionId::new(&town.mint);
    let mut tx = db.write().await.unwrap();
    let permit = town.permit(Action::InstallModel);
    let installed = event("event-model-installed");
    let serial = models::install(&mut tx, &permit, town.at(), newer, ("Ny model", MODEL), &installed).await.unwrap();
    assert_eq!(serial, 2);
    tx.commit().await.unwrap();

    let mut tx = db.read().await.unwrap();
    let found = models::municipality_at(&mut tx, "testby").await.unwrap();
    let in_force = models::InForce { version: newer, asked: "[]".to_owned() };
    assert_eq!(found, Some((town.municipality.clone(), in_force)));
    assert_eq!(models::municipality_at(&mut tx, "andeby").await.unwrap(), None);
    assert_eq!(models::body(&mut tx, town.id, newer).await.unwrap().as_deref(), Some(MODEL));
    let versions = models::versions(&mut tx, town.id).await.unwrap();
    let listed: Vec<_> = versions.iter().map(|v| (v.id, v.serial, v.name.as_str(), v.at)).collect();
    let at = town.at();
    assert_eq!(listed, [(newer, 2, "Ny model", at), (town.version, 1, "Testbys styringsmodel", at)]);
});

on_both_engines!(a_model_of_another_municipality_is_not_read, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.read().await.unwrap();
    assert_eq!(models::body(&mut tx, neighbour.id, town.version).await.unwrap(), None);
    let names: Vec<String> = models::municipalities(&mut tx).await.unwrap().into_iter().map(|m| m.name).collect();
    assert_eq!(names, ["Naboby", "Testby"]);
});

on_both_engines!(an_installed_model_can_be_neither_changed_nor_deleted, async |db| {
    Town::enter(db).await;
    assert!(db.raw("UPDATE model_version SET body = ''").await.is_err());
    assert!(db.raw("DELETE FROM model_version").await.is_err());
});

on_both_engines!(names_stand_in_the_order_of_the_danish_alphabet, async |db| {
    let mut town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    for name in ["Øster", "Zone", "Ærø", "Aaby", "Ålborg", "Abild", "abe", "Ært"] {
        town.establish(&mut tx, "ny", name, "institution", Some("kulturafdeling")).await;
    }
    let below = orgs::children(&mut tx, &town.whole_sight(), town.unit("kulturafdeling")).await.unwrap();
    let names: Vec<&str> = below.iter().map(|u| u.name.as_str()).collect();
    // Aa is sorted as å, and capitals beside small letters.
    assert_eq!(names, ["abe", "Abild", "Zone", "Ært", "Ærø", "Øbro Bibliotek", "Øster", "Aaby", "Ålborg"]);
});

on_both_engines!(a_transaction_that_is_dropped_leaves_nothing, async |db| {
    let town = Town::enter(db).await;
    let lines = async |db: &TestDb| audit::length(&mut db.read().await.unwrap(), town.id).await.unwrap();
    let before = lines(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "maalsaetning", "byraad", "Det, der ikke blev til noget").await;
    drop(tx);

    let mut tx = db.read().await.unwrap();
    assert!(matches!(chain::element(&mut tx, town.id, draft.id).await, Err(Miss::NotFound)));
    drop(tx);
    assert_eq!(lines(db).await, before);
    let mut tx = db.write().await.unwrap();
    let number = chain::next_element_number(&mut tx, town.id, ElementKind::Objective, 2018).await.unwrap();
    assert_eq!(number, draft.number);
});

on_both_engines!(a_reading_transaction_sees_one_moment, async |db| {
    let town = Town::enter(db).await;
    let mut reading = db.read().await.unwrap();
    let before = audit::length(&mut reading, town.id).await.unwrap();
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "maalsaetning", "byraad", "Imens").await;
    tx.commit().await.unwrap();
    assert_eq!(audit::length(&mut reading, town.id).await.unwrap(), before);
    assert_eq!(audit::length(&mut db.read().await.unwrap(), town.id).await.unwrap(), before + 1);
});

on_both_engines!(a_running_number_is_never_given_out_twice_and_each_series_has_its_own, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let next = async |municipality: MunicipalityId, series: &str| {
        let mut tx = db.write().await.unwrap();
        let number = next_number(&mut tx, municipality, series).await.unwrap();
        tx.commit().await.unwrap();
        number
    };
    assert_eq!([next(town.id, "prøve").await, next(town.id, "prøve").await, next(town.id, "anden").await], [1, 2, 1]);
    assert_eq!(next(neighbour.id, "prøve").await, 1);
});

on_both_engines!(opening_a_database_again_keeps_what_stands_in_it, async |db| {
    let town = Town::enter(db).await;
    let again = pejl_store::Db::open(db.url()).await.unwrap();
    assert_eq!(again.engine(), db.engine());
    let mut tx = again.read().await.unwrap();
    assert!(orgs::unit(&mut tx, town.id, town.unit("skole")).await.is_ok());
    drop(tx);
    again.close().await;
});

on_both_engines!(statements_are_counted_with_the_transaction_around_them, async |db| {
    let town = Town::enter(db).await;
    let work = async {
        let mut tx = db.read().await.unwrap();
        audit::length(&mut tx, town.id).await.unwrap();
    };
    let ((), reading) = pejl_store::meter::measure(work).await;
    assert_eq!(reading.statements, 2);
});

on_both_engines!(an_unknown_id_is_not_found, async |db| {
    let town = Town::enter(db).await;
    let nobody = town.mint.fresh();
    let mut tx = db.read().await.unwrap();
    assert!(matches!(orgs::unit(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
    assert!(matches!(orgs::person(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
    assert!(matches!(orgs::position(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
    assert!(matches!(chain::element(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
    assert!(matches!(chain::decision(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
    assert!(matches!(chain::stance(&mut tx, town.id, nobody.into()).await, Err(Miss::NotFound)));
});

/// What each type of PostgreSQL is called in SQLite, which has five: ids are 16 bytes, dates and instants are text that
/// sorts, truth is 0 or 1.
const TYPES: [(&str, &str); 8] = [
    ("uuid", "BLOB"),
    ("text", "TEXT"),
    ("bigint", "INTEGER"),
    ("integer", "INTEGER"),
    ("boolean", "INTEGER"),
    ("date", "TEXT"),
    ("timestamp with time zone", "TEXT"),
    ("bytea", "BLOB"),
];

/// Table and column to type and whether it may be missing. Types are named as SQLite names them.
async fn columns(db: &TestDb) -> BTreeMap<(String, String), (String, String)> {
    let sql = match db.engine() {
        // A key's columns may not be missing, even where a rowid table would let them.
        Engine::Sqlite => {
            "SELECT t.name, c.name, c.type, CASE WHEN c.\"notnull\" OR c.pk > 0 THEN 'NO' ELSE 'YES' END
             FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        }
        Engine::Postgres => {
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable::text
             FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'"
        }
    };
    let mut found = BTreeMap::new();
    for row in db.texts(sql).await {
        let [table, column, of_type, nullable] = row.try_into().unwrap();
        let of_type = TYPES.iter().find(|(pg, _)| *pg == of_type).map_or(of_type.clone(), |(_, lite)| (*lite).to_owned());
        found.insert((table, column), (of_type, nullable));
    }
    found
}

/// What may not be there twice: table, and the columns in their order.
async fn unique(db: &TestDb) -> Vec<(String, String)> {
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT name, group_concat(col, ',') FROM (
                SELECT t.name AS name, l.name AS key, i.name AS col
                FROM pragma_table_list t JOIN pragma_index_list(t.name) l JOIN pragma_index_info(l.name) i
                WHERE t.schema = 'main' AND t.type = 'table' AND l.\"unique\" = 1
                ORDER BY t.name, l.name, i.seqno)
             GROUP BY name, key"
        }
        Engine::Postgres => {
            "SELECT c.relname::text, string_agg(a.attname::text, ',' ORDER BY k.place)
             FROM pg_index i
             JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
             CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
             WHERE i.indisunique GROUP BY c.relname, i.indexrelid"
        }
    };
    let mut found: Vec<_> =
        db.texts(sql).await.into_iter().map(|row| row.try_into().unwrap()).map(|[t, c]: [String; 2]| (t, c)).collect();
    found.sort();
    found
}

/// What points where: table, columns, the table pointed to.
async fn pointers(db: &TestDb) -> Vec<(String, String, String)> {
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT name, group_concat(col, ','), target FROM (
                SELECT t.name AS name, f.id AS id, f.\"from\" AS col, f.\"table\" AS target
                FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
                WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, f.id, f.seq)
             GROUP BY name, id"
        }
        Engine::Postgres => {
            "SELECT c.relname::text, string_agg(a.attname::text, ',' ORDER BY k.place), p.relname::text
             FROM pg_constraint f
             JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class p ON p.oid = f.confrelid
             CROSS JOIN LATERAL unnest(f.conkey) WITH ORDINALITY AS k(attnum, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
             WHERE f.contype = 'f' GROUP BY c.relname, f.oid, p.relname"
        }
    };
    let rows = db.texts(sql).await.into_iter().map(|row| row.try_into().unwrap());
    let mut found: Vec<_> = rows.map(|[t, c, p]: [String; 3]| (t, c, p)).collect();
    found.sort();
    found
}

/// The tables that only one engine's search needs, the migrations' own bookkeeping, and the column PostgreSQL searches in.
fn is_own(table: &str, column: &str) -> bool {
    table.starts_with("search_words")
        || table == "_sqlx_migrations"
        || (table == "search_entry" && matches!(column, "rowid" | "words"))
}

#[test]
fn both_engines_have_the_same_tables_columns_keys_and_pointers() {
    type Schema = (BTreeMap<(String, String), (String, String)>, Vec<(String, String)>, Vec<(String, String, String)>);
    let read = |engine| {
        let mut schema: Option<Schema> = None;
        pejl_testkit::engines::run(engine, async |db| {
            let mut columns = columns(db).await;
            columns.retain(|(table, column), _| !is_own(table, column));
            let mut unique = unique(db).await;
            unique.retain(|(table, column)| !is_own(table, column));
            schema = Some((columns, unique, pointers(db).await));
        });
        schema.unwrap()
    };
    let (sqlite, postgres) = (read(Engine::Sqlite), read(Engine::Postgres));
    assert!(sqlite.0.len() > 100 && sqlite.1.len() > 20 && sqlite.2.len() > 30, "the schema was not read");
    assert_eq!(sqlite.0, postgres.0);
    assert_eq!(sqlite.1, postgres.1);
    assert_eq!(sqlite.2, postgres.2);
}

on_both_engines!(how_much_stands_under_each_key_of_a_model_is_counted, async |db| {
    let (town, _) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    town.adopted(&mut tx, "institutionsmaal", "bibliotek", "Mål").await;
    town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let (withdrawn, event) =
        town.draft(&mut tx, "handling", "skole", "Opgivet").await.withdraw(&town.model, pejl_testkit::town::prose("Nej.")).unwrap();
    town.save(&mut tx, &withdrawn, &event).await;
    let closed = pejl_domain::orgs::Unit { to: Some(jiff::civil::date(2018, 1, 31)), ..town.whole_unit("boernehave").clone() };
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_unit(&mut tx, &permit, town.at(), &closed, &pejl_testkit::town::event("event-unit-closed")).await.unwrap();

    let usage = models::usage(&mut tx, &town.permit(Action::InstallModel)).await.unwrap();
    let counted = |rows: &[(String, i64)]| rows.iter().map(|(key, n)| format!("{key} {n}")).collect::<Vec<_>>();
    assert_eq!(counted(&usage.levels), ["afdeling 2", "byraad 1", "fagudvalg 2", "institution 2"]);
    assert!(usage.kinds.is_empty());
    let elements: Vec<_> = usage.elements.iter().map(|(kind, level, n)| format!("{kind} {level} {n}")).collect();
    assert_eq!(elements, ["goal institution 2", "objective byraad 1"]);
});

on_both_engines!(the_tables_can_be_counted_for_the_planner_and_read_the_same_afterwards, async |db| {
    let town = Town::enter(db).await;
    db.analyse().await.unwrap();
    let mut tx = db.read().await.unwrap();
    assert_eq!(orgs::unit_options(&mut tx, &town.whole_sight()).await.unwrap().len(), 8);
});
