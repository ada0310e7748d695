//! Logins, sessions, failed attempts, and what was denied.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use pejl_domain::orgs::Role;
use pejl_kernel::{AccountId, Mint as _, PersonId};
use pejl_policy::{Action, Permit};
use pejl_store::accounts::{self, Account, Denial, DenialLine, NewAccount, Session};
use pejl_store::audit::{self, SubjectKind};
use pejl_store::{Fault, Miss, Tx};
use pejl_testkit::town::event;
use pejl_testkit::{TestDb, Town, on_both_engines};

/// The day the town stands still on.
const TODAY: Date = jiff::civil::date(2018, 6, 15);
const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$one$one";

fn keeper(town: &Town) -> Permit {
    town.permit(Action::KeepLogins)
}

async fn create(tx: &mut Tx, town: &Town, person: PersonId, login: &str, demonstration: bool) -> Result<Option<AccountId>, Fault> {
    let id = AccountId::new(&town.mint);
    let new = NewAccount { id, person, login, password_hash: HASH, demonstration };
    let event = event("event-login-created");
    let created = accounts::create_account(tx, &keeper(town), town.at(), &new, &event).await?;
    Ok(created.then_some(id))
}

async fn given(tx: &mut Tx, town: &Town, role: Role, login: &str) -> AccountId {
    create(tx, town, town.actor(role).person().unwrap(), login, false).await.unwrap().unwrap()
}

async fn opened(tx: &mut Tx, id: AccountId) -> Option<Account> {
    accounts::open_account(tx, id, TODAY).await.unwrap()
}

/// What the newest line about a login says.
async fn told(tx: &mut Tx, town: &Town, id: AccountId) -> (SubjectKind, String) {
    let line = audit::history(tx, &town.whole_sight(), id.0, 1).await.unwrap().pop().unwrap();
    (line.subject.kind, line.event.sentence.key)
}

fn minutes(at: Timestamp, minutes: i64) -> Timestamp {
    at + SignedDuration::from_mins(minutes)
}

async fn count(db: &TestDb, table: &str) -> String {
    db.texts(&format!("SELECT CAST(count(*) AS TEXT) FROM {table}")).await[0][0].clone()
}

on_both_engines!(a_created_login_is_found_with_its_person_and_a_post_of_theirs, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::InstitutionLeader, "testby.leder").await;
    let account = Account {
        id,
        municipality: town.id,
        slug: "testby".to_owned(),
        person: town.actor(Role::InstitutionLeader).person().unwrap(),
        name: "Skoleleder (prøve)".to_owned(),
        title: "Skoleleder".to_owned(),
        unit: "Ådalskolen".to_owned(),
        login: "testby.leder".to_owned(),
        language: "da".to_owned(),
        came_at: None,
        seen_at: None,
        seen_line: None,
    };
    assert_eq!(opened(&mut tx, id).await, Some(account));
    assert_eq!(told(&mut tx, &town, id).await, (SubjectKind::Account, "event-login-created".to_owned()));
    let known = accounts::credentials(&mut tx, "testby.leder").await.unwrap();
    assert_eq!(known, Some((id, HASH.to_owned(), false)));
    assert_eq!(accounts::credentials(&mut tx, "testby.ukendt").await.unwrap(), None);
    assert_eq!(opened(&mut tx, AccountId::new(&town.mint)).await, None);
});

on_both_engines!(somebody_without_a_post_has_a_login_all_the_same, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let person = town.person(&mut tx, "Åse Øst (prøve)").await;
    let id = create(&mut tx, &town, person, "testby.aase", false).await.unwrap().unwrap();
    assert_eq!(opened(&mut tx, id).await.unwrap().post(), "");
});

on_both_engines!(somebody_with_several_posts_is_known_by_the_one_that_leads, async |db| {
    let mut town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Employee, "testby.ansat").await;
    assert_eq!(opened(&mut tx, id).await.unwrap().post(), "Lærer, Ådalskolen");
    let teacher = town.actor(Role::Employee).person();
    town.appoint(&mut tx, "boernehave", Role::InstitutionLeader, "Æresleder", teacher).await;
    assert_eq!(opened(&mut tx, id).await.unwrap().post(), "Æresleder, Æblehaven");
});

on_both_engines!(a_name_that_is_taken_is_taken_in_every_municipality, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let first = given(&mut tx, &town, Role::Consultant, "konsulent").await;
    let lines = audit::length(&mut tx, town.id).await.unwrap();
    let controller = town.actor(Role::Controller).person().unwrap();
    assert_eq!(create(&mut tx, &town, controller, "konsulent", false).await.unwrap(), None);
    let theirs = neighbour.actor(Role::Consultant).person().unwrap();
    assert_eq!(create(&mut tx, &neighbour, theirs, "konsulent", false).await.unwrap(), None);
    // One login a person, too.
    let same = town.actor(Role::Consultant).person().unwrap();
    assert_eq!(create(&mut tx, &town, same, "konsulent2", false).await.unwrap(), None);
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), lines);
    assert_eq!(accounts::credentials(&mut tx, "konsulent").await.unwrap().unwrap().0, first);
});

on_both_engines!(a_login_in_capitals_is_kept_out_by_the_schema, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let person = town.actor(Role::Consultant).person().unwrap();
    assert!(create(&mut tx, &town, person, "Konsulent", false).await.is_err());
});

on_both_engines!(a_municipality_lists_its_own_open_logins_by_name, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    let closed = given(&mut tx, &town, Role::Employee, "testby.ansat").await;
    given(&mut tx, &town, Role::Administrator, "testby.administrator").await;
    given(&mut tx, &neighbour, Role::Consultant, "naboby.konsulent").await;
    accounts::close_account(&mut tx, &keeper(&town), town.at(), closed, &event("event-login-closed")).await.unwrap();
    let listed = accounts::accounts(&mut tx, &keeper(&town), TODAY).await.unwrap();
    let names: Vec<&str> = listed.iter().map(|a| a.login.as_str()).collect();
    assert_eq!(names, ["testby.administrator", "testby.konsulent"]);
});

on_both_engines!(only_open_demonstration_logins_are_shown_at_the_door, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let person = |town: &Town, role| town.actor(role).person().unwrap();
    given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    for (town, role, login) in [
        (&town, Role::Employee, "testby.ansat"),
        (&town, Role::Administrator, "testby.administrator"),
        (&neighbour, Role::Employee, "naboby.ansat"),
    ] {
        create(&mut tx, town, person(town, role), login, true).await.unwrap().unwrap();
    }
    let closed = create(&mut tx, &town, person(&town, Role::Director), "testby.direktoer", true).await.unwrap().unwrap();
    accounts::close_account(&mut tx, &keeper(&town), town.at(), closed, &event("event-login-closed")).await.unwrap();
    let shown = accounts::demonstration_accounts(&mut tx, TODAY).await.unwrap();
    let names: Vec<&str> = shown.iter().map(|a| a.login.as_str()).collect();
    assert_eq!(names, ["naboby.ansat", "testby.administrator", "testby.ansat"]);
    assert!(accounts::credentials(&mut tx, "testby.ansat").await.unwrap().unwrap().2);
});

on_both_engines!(a_password_set_anew_is_the_only_one_that_counts, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    let set = event("event-login-password-set");
    accounts::set_password(&mut tx, &keeper(&town), town.at(), id, "$other", &set).await.unwrap();
    assert_eq!(accounts::credentials(&mut tx, "testby.konsulent").await.unwrap().unwrap().1, "$other");
    assert_eq!(told(&mut tx, &town, id).await.1, "event-login-password-set");
    let from_outside = accounts::set_password(&mut tx, &keeper(&neighbour), town.at(), id, "$theirs", &set).await;
    assert!(matches!(from_outside, Err(Miss::NotFound)));
    assert_eq!(accounts::credentials(&mut tx, "testby.konsulent").await.unwrap().unwrap().1, "$other");
});

on_both_engines!(a_closed_login_opens_nothing_and_cannot_be_closed_again, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    let closed = event("event-login-closed");
    let from_outside = accounts::close_account(&mut tx, &keeper(&neighbour), town.at(), id, &closed).await;
    assert!(matches!(from_outside, Err(Miss::NotFound)));
    assert!(opened(&mut tx, id).await.is_some());

    accounts::close_account(&mut tx, &keeper(&town), town.at(), id, &closed).await.unwrap();
    assert_eq!(opened(&mut tx, id).await, None);
    assert_eq!(accounts::credentials(&mut tx, "testby.konsulent").await.unwrap(), None);
    assert_eq!(told(&mut tx, &town, id).await.1, "event-login-closed");
    let again = accounts::close_account(&mut tx, &keeper(&town), town.at(), id, &closed).await;
    assert!(matches!(again, Err(Miss::NotFound)));
    let set = accounts::set_password(&mut tx, &keeper(&town), town.at(), id, "$other", &closed).await;
    assert!(matches!(set, Err(Miss::NotFound)));
    // Its name is never given to another: the trail would mix the two up.
    let other = town.actor(Role::Controller).person().unwrap();
    assert_eq!(create(&mut tx, &town, other, "testby.konsulent", false).await.unwrap(), None);
});

on_both_engines!(a_visit_knows_when_the_one_before_it_was, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    let visits = async |tx: &mut Tx| {
        let account = opened(tx, id).await.unwrap();
        (account.seen_at, account.came_at, account.seen_line)
    };
    let (first, second) = (town.at(), minutes(town.at(), 90));
    let lines = audit::length(&mut tx, town.id).await.unwrap();
    accounts::saw(&mut tx, id, first).await.unwrap();
    assert_eq!(visits(&mut tx).await, (None, Some(first), None));
    accounts::saw(&mut tx, id, second).await.unwrap();
    assert_eq!(visits(&mut tx).await, (Some(first), Some(second), Some(lines)));
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), lines);
});

on_both_engines!(a_chosen_language_is_remembered_and_only_ours_are_kept, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    accounts::choose_language(&mut tx, id, "en").await.unwrap();
    assert_eq!(opened(&mut tx, id).await.unwrap().language, "en");
    assert!(accounts::choose_language(&mut tx, id, "fr").await.is_err());
});

fn session(id: &str, account: Option<AccountId>, data: &str, expires_at: Timestamp) -> Session {
    Session { id: id.to_owned(), account, data: data.to_owned(), expires_at }
}

on_both_engines!(a_session_holds_until_its_last_instant, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let end = minutes(town.at(), 30);
    accounts::save_session(&mut tx, &session("one", None, "{}", end)).await.unwrap();
    let just_before = end - SignedDuration::from_micros(1);
    assert_eq!(accounts::load_session(&mut tx, "one", just_before).await.unwrap(), Some(("{}".to_owned(), end)));
    assert_eq!(accounts::load_session(&mut tx, "one", end).await.unwrap(), None);
    assert_eq!(accounts::load_session(&mut tx, "two", town.at()).await.unwrap(), None);
});

on_both_engines!(a_session_saved_again_is_renewed, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = given(&mut tx, &town, Role::Consultant, "testby.konsulent").await;
    accounts::save_session(&mut tx, &session("one", None, "{}", minutes(town.at(), 30))).await.unwrap();
    let later = minutes(town.at(), 60);
    accounts::save_session(&mut tx, &session("one", Some(id), "{\"a\":1}", later)).await.unwrap();
    let held = accounts::load_session(&mut tx, "one", minutes(town.at(), 45)).await.unwrap();
    assert_eq!(held, Some(("{\"a\":1}".to_owned(), later)));
    // It is the login's now, and ends with the login's others.
    accounts::end_sessions(&mut tx, id).await.unwrap();
    assert_eq!(accounts::load_session(&mut tx, "one", town.at()).await.unwrap(), None);
});

on_both_engines!(ending_a_logins_sessions_leaves_those_of_others, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (ours, theirs) = (
        given(&mut tx, &town, Role::Consultant, "testby.konsulent").await,
        given(&mut tx, &town, Role::Employee, "testby.ansat").await,
    );
    let end = minutes(town.at(), 30);
    for (id, account) in [("one", Some(ours)), ("two", Some(ours)), ("three", Some(theirs)), ("nobody", None)] {
        accounts::save_session(&mut tx, &session(id, account, "{}", end)).await.unwrap();
    }
    accounts::delete_session(&mut tx, "three").await.unwrap();
    accounts::save_session(&mut tx, &session("four", Some(theirs), "{}", end)).await.unwrap();
    accounts::end_sessions(&mut tx, ours).await.unwrap();
    let mut left = Vec::new();
    for id in ["one", "two", "three", "four", "nobody"] {
        if accounts::load_session(&mut tx, id, town.at()).await.unwrap().is_some() {
            left.push(id);
        }
    }
    assert_eq!(left, ["four", "nobody"]);
});

on_both_engines!(sweeping_takes_the_sessions_that_have_ended_and_no_others, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    for (id, after) in [("past", 10), ("now", 20), ("to-come", 21)] {
        accounts::save_session(&mut tx, &session(id, None, "{}", minutes(town.at(), after))).await.unwrap();
    }
    accounts::sweep_sessions(&mut tx, minutes(town.at(), 20)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(db.texts("SELECT id FROM session").await, [["to-come"]]);
});

on_both_engines!(failed_attempts_are_counted_by_login_and_by_address, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (at, since) = (town.at(), minutes(town.at(), -15));
    let counted =
        async |tx: &mut Tx, login: &str, address: &str| accounts::failed_attempts(tx, [login, address], since).await.unwrap();
    assert_eq!(counted(&mut tx, "login:a", "address:1").await, [0, 0]);
    for (login, address) in [("login:a", "address:1"), ("login:a", "address:2"), ("login:b", "address:1")] {
        accounts::log_attempt(&mut tx, &town.mint, [login, address], at, since).await.unwrap();
    }
    assert_eq!(counted(&mut tx, "login:a", "address:1").await, [2, 2]);
    assert_eq!(counted(&mut tx, "login:b", "address:2").await, [1, 1]);
    assert_eq!(counted(&mut tx, "login:c", "address:3").await, [0, 0]);
});

on_both_engines!(an_attempt_counts_for_its_time_and_is_then_forgotten, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let doors = ["login:a", "address:1"];
    let then = |minute| (minutes(town.at(), minute), minutes(town.at(), minute - 15));
    let (at, forget) = then(0);
    accounts::log_attempt(&mut tx, &town.mint, doors, at, forget).await.unwrap();
    assert_eq!(accounts::failed_attempts(&mut tx, doors, then(14).1).await.unwrap(), [1, 1]);
    assert_eq!(accounts::failed_attempts(&mut tx, doors, then(15).1).await.unwrap(), [0, 0]);
    let (at, forget) = then(16);
    accounts::log_attempt(&mut tx, &town.mint, ["login:b", "address:2"], at, forget).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(db, "login_attempt").await, "2"); // the two doors of the second
});

on_both_engines!(what_was_denied_is_read_newest_first_by_its_own_municipality, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let teacher = town.actor(Role::Employee).person();
    for (minute, person, action) in [(0, teacher, "keep-organisation"), (1, None, "adopt-element"), (2, teacher, "keep-logins")] {
        let denial = Denial { municipality: town.id, person, action, path: "/testby/proeve" };
        accounts::log_denial(&mut tx, &town.mint, minutes(town.at(), minute), &denial).await.unwrap();
    }
    let denial = Denial { municipality: neighbour.id, person: None, action: "see-audit", path: "/naboby" };
    accounts::log_denial(&mut tx, &neighbour.mint, town.at(), &denial).await.unwrap();

    let permit =
        pejl_policy::decide(&town.actor(Role::Administrator), Action::SeeDenials, &pejl_policy::Facts::municipality()).unwrap();
    let line = |minute, person: Option<&str>, action: &str| DenialLine {
        at: minutes(town.at(), minute),
        person: person.map(str::to_owned),
        action: action.to_owned(),
        path: "/testby/proeve".to_owned(),
    };
    let (newest, middle, oldest) = (
        line(2, Some("Lærer (prøve)"), "keep-logins"),
        line(1, None, "adopt-element"),
        line(0, Some("Lærer (prøve)"), "keep-organisation"),
    );
    assert_eq!(accounts::denials(&mut tx, &permit, 10).await.unwrap(), [newest.clone(), middle.clone(), oldest]);
    assert_eq!(accounts::denials(&mut tx, &permit, 2).await.unwrap(), [newest, middle]);
});

on_both_engines!(a_session_of_a_login_that_does_not_exist_is_not_saved, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let nobody = Some(AccountId(town.mint.fresh()));
    assert!(accounts::save_session(&mut tx, &session("one", nobody, "{}", minutes(town.at(), 30))).await.is_err());
});

on_both_engines!(somebody_whose_login_was_closed_can_be_given_another, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let person = town.actor(Role::InstitutionLeader).person().unwrap();
    let first = given(&mut tx, &town, Role::InstitutionLeader, "testby.leder").await;
    accounts::close_account(&mut tx, &keeper(&town), town.at(), first, &event("event-login-closed")).await.unwrap();
    let second = create(&mut tx, &town, person, "testby.leder2", false).await.unwrap();
    assert!(second.is_some());
});
