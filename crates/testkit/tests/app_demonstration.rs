//! The four municipalities of the demonstration, entered from their files.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pejl_app::accounts::{Attempt, Password};
use pejl_app::demonstration::{NotImported, import};
use pejl_app::overview::{ListAsk, Narrow, Only, Shape, list};
use pejl_app::{Office, Place, rounds};
use pejl_domain::rounds::RoundState;
use pejl_kernel::{FixedClock, SequenceMint};
use pejl_policy::{Actor, Sight};
use pejl_store::audit::{self, Verdict};
use pejl_store::{chain, models};
use pejl_testkit::{TestDb, on_both_engines};

const SLUGS: [&str; 4] = ["hoeje-taastrup", "hvidovre", "silkeborg", "soroe"];

/// The titles of what each municipality's files say was left undone on purpose: the orphan, and the break.
fn orphan_and_break(slug: &str) -> [&'static str; 2] {
    match slug {
        "hoeje-taastrup" => ["Gode byrum at være aktiv i hele året", "Fremtidens møde med borgeren"],
        "hvidovre" => ["Det gamle byggesagsarkiv er til at finde i", "Trygge veje til skole og fritid"],
        "silkeborg" => ["Byggegrunde i alle de større byer", "Flere indbyggere frem mod 2025"],
        _ => ["Overblik over alle kommunens lokaler", "Servicestrategi"],
    }
}

fn at_root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)
}

fn office(db: &TestDb) -> Office {
    let clock = FixedClock("2027-03-01T08:00:00Z".parse().unwrap());
    Office::new((**db).clone(), Arc::new(clock), Arc::new(SequenceMint::default()))
}

fn password() -> Password {
    Password::parse("et langt kodeord").unwrap()
}

async fn place(office: &Office, slug: &str) -> Place {
    let mut tx = office.db().read().await.unwrap();
    office.place(&mut tx, slug).await.unwrap().expect("a municipality of the demonstration")
}

fn whole_sight(office: &Office, place: &Place) -> Sight {
    Sight::of(&Actor::operator(place.municipality.id, office.today_in(&place.municipality)))
}

on_both_engines!(the_four_municipalities_are_entered_without_a_fault_and_only_once, async |db: &TestDb| {
    let office = office(db);
    let summary = import(&office, &at_root("demo"), &at_root("models"), password()).await.unwrap_or_else(|e| panic!("{e}"));
    let slugs: Vec<&str> = summary.municipalities.iter().map(|m| m.slug.as_str()).collect();
    assert_eq!(slugs, SLUGS);
    for entered in &summary.municipalities {
        assert!(!entered.was_there && entered.units > 15 && entered.logins >= 8 && entered.elements > 45, "{entered:?}");
    }

    for slug in SLUGS {
        let place = place(&office, slug).await;
        let sight = whole_sight(&office, &place);
        let day = place.municipality.stands_on.expect("a day to stand on");
        assert_eq!(sight.on(), day);
        let mut tx = office.db().read().await.unwrap();
        assert!(matches!(audit::verify(&mut tx, place.municipality.id).await.unwrap(), Verdict::Whole { lines } if lines > 200));
        let ask = |only| ListAsk {
            shape: Shape::of(&place.model),
            narrow: Narrow { only, ..Narrow::default() },
            most: 500,
            ..ListAsk::default()
        };
        for only in [Only::Orphans, Only::Breaks] {
            let (rows, count) = list(&mut tx, &sight, &ask(Some(only))).await.unwrap();
            assert!(count > 0, "{slug} has no {} to find", only.as_str());
            let as_written = |title: &str| orphan_and_break(slug).contains(&title);
            assert!(rows.iter().any(|r| as_written(&r.element.title)), "{slug}: the {} is another", only.as_str());
        }
        // Whatever stands there fits the model: its kind is used at its owner's level, and what it stands under is allowed.
        let everything = ListAsk { shape: Shape::whole(&place.model), most: 500, ..ListAsk::default() };
        let (rows, count) = list(&mut tx, &sight, &everything).await.unwrap();
        assert_eq!(rows.len(), count);
        for row in rows {
            let element = chain::element(&mut tx, place.municipality.id, row.element.id).await.unwrap();
            let spec = place.model.spec(element.kind, &element.level).expect("a spec of the model");
            for edge in chain::edges_above(&mut tx, place.municipality.id, element.id).await.unwrap() {
                if edge.child == element.id {
                    let parent = chain::element(&mut tx, place.municipality.id, edge.parent).await.unwrap();
                    let above = place.model.spec(parent.kind, &parent.level).expect("a spec of the model");
                    assert!(spec.under.contains(&above.key), "{} under {}", element.number, parent.number);
                }
            }
        }
    }

    let again = import(&office, &at_root("demo"), &at_root("models"), password()).await.unwrap_or_else(|e| panic!("{e}"));
    assert!(again.municipalities.iter().all(|m| m.was_there && m.elements == 0));
    let mut tx = office.db().read().await.unwrap();
    assert_eq!(models::municipalities(&mut tx).await.unwrap().len(), 4);
});

/// How many agreements, rounds and reports of each state there are on the day a municipality stands on.
fn followed(slug: &str) -> [&'static str; 3] {
    match slug {
        "hoeje-taastrup" => [
            "13 approved, 2 dialogue, 1 draft, 1 hearing, 1 submitted",
            "1 closed, 1 open",
            "16 accepted, 2 draft, 12 missing, 1 returned, 3 submitted",
        ],
        // Its model has no agreements: the goals bind, and the dialogue about them.
        "hvidovre" => ["", "1 closed, 1 open", "17 accepted, 2 draft, 3 missing, 1 returned, 6 submitted"],
        "silkeborg" => [
            "20 approved, 1 closed, 5 dialogue, 2 draft, 1 hearing, 1 returned, 1 submitted, 1 withdrawn",
            "1 closed, 1 open",
            "22 accepted, 2 draft, 4 missing, 1 returned, 12 submitted",
        ],
        _ => [
            "12 approved, 1 closed, 3 dialogue, 1 draft, 1 hearing, 1 submitted",
            "2 closed, 1 open",
            "22 accepted, 2 draft, 3 missing, 1 returned, 2 submitted",
        ],
    }
}

on_both_engines!(each_municipality_has_the_agreements_and_rounds_that_its_files_tell, async |db: &TestDb| {
    let office = office(db);
    import(&office, &at_root("demo"), &at_root("models"), password()).await.unwrap_or_else(|e| panic!("{e}"));
    for slug in SLUGS {
        let states = async |table: &str| {
            let ask = format!(
                "SELECT t.state, CAST(COUNT(*) AS TEXT) FROM {table} t
                 JOIN municipality m ON m.id = t.municipality_id AND m.slug = '{slug}' GROUP BY t.state ORDER BY t.state"
            );
            let rows = db.texts(&ask).await;
            rows.iter().map(|row| format!("{} {}", row[1], row[0])).collect::<Vec<_>>().join(", ")
        };
        let found = [states("agreement").await, states("round").await, states("report").await];
        assert_eq!(found, followed(slug), "{slug}");
        if slug == "hvidovre" {
            assert_eq!(states("meeting").await, "3 approved, 1 invited, 1 planned");
            let tied = db.texts("SELECT CAST(COUNT(*) AS TEXT) FROM guidepost_draft WHERE element_id IS NOT NULL").await;
            assert_eq!(tied, [["4"]], "every guidepost worded at a meeting leads back to it");
        }

        let place = place(&office, slug).await;
        let sight = whole_sight(&office, &place);
        let mut tx = office.db().read().await.unwrap();
        for row in rounds::rounds(&mut tx, &sight).await.unwrap() {
            if row.round.state == RoundState::Closed {
                let verified = rounds::verify_round(&mut tx, &sight, &row.round).await.unwrap();
                assert_eq!(verified.seal, verified.recomputed, "{slug}: {}", row.round.spec.as_str());
            }
        }
    }
    // Somebody has always something to answer: an open counter-proposal stands between the parties.
    let open =
        db.texts("SELECT c.state, CAST(COUNT(*) AS TEXT) FROM agreement_counter c WHERE c.state = 'open' GROUP BY c.state").await;
    assert_eq!(open, [["open", "5"]]);
});

on_both_engines!(what_was_done_was_done_by_people_on_its_day, async |db: &TestDb| {
    let office = office(db);
    import(&office, &at_root("demo"), &at_root("models"), password()).await.unwrap_or_else(|e| panic!("{e}"));
    let lines = db
        .texts(
            "SELECT a.action, CAST(a.at AS TEXT), p.name FROM audit_line a
             JOIN municipality m ON m.id = a.municipality_id AND m.slug = 'silkeborg'
             LEFT JOIN person p ON p.municipality_id = a.municipality_id AND p.id = a.person_id
             WHERE a.action IN ('draft-element', 'adopt-element', 'answer-stance') ORDER BY a.serial",
        )
        .await;
    assert!(lines.len() > 100);
    assert!(lines.iter().all(|l| !l[2].is_empty()), "every deed on the chain has a person behind it");
    let answered: Vec<&String> = lines.iter().filter(|l| l[0] == "answer-stance").map(|l| &l[2]).collect();
    assert!(answered.len() > 5);
    assert!(answered.iter().all(|name| !name.starts_with("Proceskonsulent")), "units answer for themselves: {answered:?}");
    let mut days: Vec<&String> = lines.iter().map(|l| &l[1]).collect();
    let told = days.clone();
    days.sort();
    assert_eq!(told, days, "the trail is told in the order of its days");
    assert!(days.last().unwrap().as_str() < "2019-11-19", "nothing happens after the day it stands on: {:?}", days.last());

    // Somebody of each municipality can log in with the password, and nobody with another.
    for slug in SLUGS {
        let known = office.demonstration_logins().await.unwrap();
        let login = known.iter().find(|a| a.login.starts_with(&format!("{slug}."))).unwrap().login.clone();
        let attempt = |password: &str| Attempt { login: login.clone(), password: password.into(), address: "127.0.0.1".into() };
        assert!(office.log_in(attempt("et langt kodeord")).await.is_ok());
        assert!(office.log_in(attempt("et andet kodeord")).await.is_err());
    }
});

#[test]
fn a_municipality_with_a_fault_is_not_entered_at_all_and_the_fault_names_the_entry() {
    pejl_testkit::engines::run(pejl_store::Engine::Sqlite, async |db: &TestDb| {
        let office = office(db);
        let folder = std::env::temp_dir().join(format!("pejl_demo_{}", std::process::id()));
        std::fs::create_dir_all(folder.join("soroe")).unwrap();
        let organisation = std::fs::read_to_string(at_root("demo/soroe/organisation.toml")).unwrap();
        let chain = std::fs::read_to_string(at_root("demo/soroe/chain.toml")).unwrap();
        std::fs::write(folder.join("soroe/organisation.toml"), organisation).unwrap();
        let tried = async |chain: String| {
            std::fs::write(folder.join("soroe/chain.toml"), chain).unwrap();
            import(&office, &folder, &at_root("models"), password()).await.expect_err("a fault")
        };

        let misspelt = tried(chain.replacen("decision = \"", "decision = \"x", 1)).await.to_string();
        assert!(
            misspelt.contains("soroe/chain.toml, [[element]] ") && misspelt.contains("write the key of a [[decision]]"),
            "{misspelt}"
        );
        let unknown = tried(chain.replacen("title = ", "titel = ", 1)).await;
        assert!(matches!(unknown, NotImported::Malformed { .. }) && unknown.to_string().contains("titel"), "{unknown}");
        let refused = tried(chain.replace("\nvision = ", "\n# ")).await.to_string();
        assert!(refused.contains("proposing: refused-missing-"), "{refused}");

        // The same in the files that build on the chain: a decision that is not there, and a theme left unanswered.
        let agreements = std::fs::read_to_string(at_root("demo/soroe/agreements.toml")).unwrap();
        let agreed = |text: String| std::fs::write(folder.join("soroe/agreements.toml"), text).unwrap();
        agreed(agreements.replacen("decision = \"", "decision = \"x", 1));
        let undecided = tried(chain.clone()).await.to_string();
        assert!(undecided.contains("soroe/agreements.toml, [[agreement]] direktionen-2009: there is no decision"), "{undecided}");
        agreed(agreements.replace("\n  sundhed = ", "\n  # "));
        let unanswered = tried(chain.clone()).await.to_string();
        assert!(unanswered.contains("submitting: refused-agreement-"), "{unanswered}");

        agreed(agreements);
        let rounds = std::fs::read_to_string(at_root("demo/soroe/rounds.toml")).unwrap();
        std::fs::write(folder.join("soroe/rounds.toml"), rounds.replace("\n  fact = ", "\n  # ")).unwrap();
        let factless = tried(chain).await.to_string();
        assert!(factless.contains("[[round]] budgetrevision 2009, report ") && factless.contains("refused-report-"), "{factless}");

        std::fs::remove_dir_all(&folder).unwrap();
        let mut tx = office.db().read().await.unwrap();
        assert_eq!(models::municipalities(&mut tx).await.unwrap().len(), 0);
    });
}
