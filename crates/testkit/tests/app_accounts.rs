//! The door, the logins behind it, and the sessions they lead to.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use jiff::SignedDuration;
use jiff::civil::date;
use pejl_app::accounts::{self, Attempt, LoginRefused, Password, Session};
use pejl_app::shown::{Verdict, Window};
use pejl_app::{Ending, Engine};
use pejl_domain::orgs::Role;
use pejl_kernel::{AccountId, Clock as _};
use pejl_policy::{Action, Actor};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::{TestDb, Town, engines, on_both_engines};

const PASSWORD: &str = "ni lange bølger";

/// A scene where two people of Testby have logins: the school's leader and a teacher.
struct Door {
    scene: Scene,
    leader: AccountId,
    teacher: AccountId,
}

impl Door {
    async fn set(db: &TestDb) -> Self {
        let scene = Scene::set(db).await;
        let hash = hash_of(PASSWORD).await;
        let mut accounts = Vec::new();
        for (role, login) in [(Role::InstitutionLeader, "testby.leder"), (Role::Employee, "testby.laerer")] {
            let person = scene.town.actor(role).person().unwrap();
            let given = scene
                .deed(scene.town.operator(), async |desk| accounts::create_login(desk, person, login, &hash, false).await)
                .await;
            accounts.push(given.unwrap());
        }
        Self { leader: accounts[0], teacher: accounts[1], scene }
    }

    fn administrator(&self) -> Actor {
        self.scene.town.actor(Role::Administrator)
    }

    async fn tried(&self, login: &str, password: &str, address: &str) -> Result<AccountId, LoginRefused> {
        let attempt = Attempt { login: login.to_owned(), password: password.to_owned(), address: address.to_owned() };
        self.scene.office.log_in(attempt).await
    }

    async fn is_let_in(&self, login: &str, password: &str) -> bool {
        self.tried(login, password, "10.0.0.1").await.is_ok()
    }

    async fn session(&self, id: &str, account: AccountId) {
        let expires_at = self.scene.clock.now() + SignedDuration::from_mins(30);
        let session = Session { id: id.to_owned(), account: Some(account), data: format!("{{\"is\":\"{id}\"}}"), expires_at };
        self.scene.office.save_session(&session).await.unwrap();
    }

    async fn holds(&self, id: &str) -> bool {
        self.scene.office.load_session(id).await.unwrap().is_some()
    }
}

async fn hash_of(password: &str) -> String {
    Password::parse(password).unwrap().hashed().await.unwrap()
}

fn is_wrong<T>(outcome: Result<T, LoginRefused>) -> bool {
    matches!(outcome, Err(LoginRefused::Wrong))
}

fn waits<T>(outcome: Result<T, LoginRefused>) -> bool {
    matches!(outcome, Err(LoginRefused::Wait { minutes: 15 }))
}

fn at_the_door(test: impl AsyncFnOnce(&Door, &TestDb)) {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let door = Door::set(db).await;
        test(&door, db).await;
    });
}

on_both_engines!(the_right_password_lets_its_person_in_as_who_they_are_today, async |db| {
    let door = Door::set(db).await;
    let account = door.tried(" Testby.LEDER ", PASSWORD, "10.0.0.1").await.unwrap();
    assert_eq!(account, door.leader);
    let (visit, tx) = door.scene.office.enter(account, "testby").await.unwrap().expect("let in");
    drop(tx);
    assert_eq!(visit.actor, door.scene.town.actor(Role::InstitutionLeader));
    assert_eq!((visit.account.name.as_str(), visit.post.as_str()), ("Skoleleder (prøve)", "Skoleleder, Ådalskolen"));
    assert_eq!(door.scene.office.home_of(account).await.unwrap().as_deref(), Some("testby"));
    assert_eq!(visit.account.seen_at, None); // the first time

    let first = door.scene.clock.now();
    door.scene.clock.forward(SignedDuration::from_hours(20));
    door.tried("testby.leder", PASSWORD, "10.0.0.1").await.unwrap();
    let (visit, _tx) = door.scene.office.enter(account, "testby").await.unwrap().expect("let in");
    assert_eq!(visit.account.seen_at, Some(first));
});

on_both_engines!(a_visit_is_on_the_day_the_municipality_stands_on_and_the_login_on_the_real_one, async |db| {
    let door = Door::set(db).await;
    let (scene, real) = (&door.scene, door.scene.clock.now());
    let enter = async || scene.office.enter(door.leader, "testby").await.unwrap().expect("let in").0;
    let stand = async |day| {
        scene.deed(scene.town.operator(), async |desk| pejl_app::models::stand_on(desk, day).await).await.unwrap();
    };
    // After the school got its leader, and before.
    let posts_begin = enter().await.actor.on;
    stand(Some(date(2030, 1, 1))).await;
    door.tried("testby.leder", PASSWORD, "10.0.0.1").await.unwrap();
    let visit = enter().await;
    assert_eq!((visit.actor.on, visit.sight.on()), (date(2030, 1, 1), date(2030, 1, 1)));
    assert_eq!((visit.actor.posts.len(), visit.post.as_str()), (1, "Skoleleder, Ådalskolen"));
    assert_eq!(visit.account.came_at, Some(real));

    stand(Some(date(1999, 1, 1))).await;
    let visit = enter().await;
    assert_eq!((visit.actor.posts.len(), visit.post.as_str()), (0, ""));
    stand(None).await;
    assert_eq!(enter().await.actor.on, posts_begin);
});

on_both_engines!(a_wrong_password_an_unknown_login_and_a_closed_one_are_refused_alike, async |db| {
    let door = Door::set(db).await;
    door.scene.deed(door.administrator(), async |desk| accounts::close_login(desk, door.teacher).await).await.unwrap();
    assert!(is_wrong(door.tried("testby.leder", "ni lange bølgen", "10.0.0.1").await));
    assert!(is_wrong(door.tried("testby.ukendt", PASSWORD, "10.0.0.1").await));
    assert!(is_wrong(door.tried("testby.laerer", PASSWORD, "10.0.0.1").await));
    // Each is remembered at its two doors.
    let doors = db.texts("SELECT door FROM login_attempt WHERE door LIKE 'login:%' ORDER BY door").await;
    assert_eq!(doors, [["login:testby.laerer"], ["login:testby.leder"], ["login:testby.ukendt"]]);
    assert_eq!(db.texts("SELECT DISTINCT door FROM login_attempt WHERE door LIKE 'address:%'").await, [["address:10.0.0.1"]]);
});

on_both_engines!(after_eight_failures_a_login_waits_fifteen_minutes_and_no_other_does, async |db| {
    let door = Door::set(db).await;
    for _ in 0..8 {
        assert!(is_wrong(door.tried("testby.leder", "et forkert kodeord", "10.0.0.1").await));
    }
    assert!(waits(door.tried("testby.leder", PASSWORD, "10.0.0.2").await));
    assert!(door.is_let_in("testby.laerer", PASSWORD).await);
    door.scene.clock.forward(SignedDuration::from_mins(14));
    assert!(waits(door.tried("testby.leder", PASSWORD, "10.0.0.1").await));
    door.scene.clock.forward(SignedDuration::from_mins(1));
    assert!(door.is_let_in("testby.leder", PASSWORD).await);
    // The next failure forgets the old ones.
    assert!(is_wrong(door.tried("testby.leder", "et forkert kodeord", "10.0.0.1").await));
    door.scene.clock.forward(SignedDuration::from_mins(1));
    assert!(is_wrong(door.tried("testby.leder", "et forkert kodeord", "10.0.0.1").await));
    assert_eq!(db.texts("SELECT CAST(count(*) AS TEXT) FROM login_attempt").await, [["4"]]);
});

#[test]
fn after_sixty_failures_an_address_waits_whatever_login_it_tries() {
    at_the_door(async |door, _| {
        let now = door.scene.clock.now();
        let since = now - SignedDuration::from_mins(15);
        let mut tx = door.scene.office.db().write().await.unwrap();
        for n in 0..59 {
            let login = format!("login:gaet-{n}");
            pejl_store::accounts::log_attempt(&mut tx, door.scene.office.mint(), [&login, "address:10.0.0.9"], now, since)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        assert!(is_wrong(door.tried("gaet-59", PASSWORD, "10.0.0.9").await));
        assert!(waits(door.tried("testby.leder", PASSWORD, "10.0.0.9").await));
        assert!(door.tried("testby.leder", PASSWORD, "10.0.0.1").await.is_ok());
        door.scene.clock.forward(SignedDuration::from_mins(15));
        assert!(door.tried("testby.leder", PASSWORD, "10.0.0.9").await.is_ok());
    });
}

#[test]
fn nobody_enters_a_municipality_that_is_not_theirs_or_is_not_there() {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let door = Door::set(db).await;
        Town::neighbour(db).await;
        assert!(door.scene.office.enter(door.leader, "naboby").await.unwrap().is_none());
        assert!(door.scene.office.enter(door.leader, "andeby").await.unwrap().is_none());
        let unknown = AccountId(door.scene.office.mint().fresh());
        assert!(door.scene.office.enter(unknown, "testby").await.unwrap().is_none());
        assert_eq!(door.scene.office.home_of(unknown).await.unwrap(), None);
    });
}

on_both_engines!(a_closed_login_ends_its_sessions_and_enters_nothing, async |db| {
    let door = Door::set(db).await;
    door.session("one", door.teacher).await;
    door.session("two", door.leader).await;
    door.scene.deed(door.administrator(), async |desk| accounts::close_login(desk, door.teacher).await).await.unwrap();
    assert!(!door.holds("one").await && door.holds("two").await);
    assert!(door.scene.office.enter(door.teacher, "testby").await.unwrap().is_none());
    let line = door.scene.newest(door.teacher).await;
    assert_eq!(line.event.sentence.key, "event-login-closed");
    assert_eq!(line.person.as_deref(), Some("Systemforvalter (prøve)"));
    let again = door.scene.deed(door.administrator(), async |desk| accounts::close_login(desk, door.teacher).await).await;
    assert!(matches!(again, Err(Ending::NotFound)));
});

#[test]
fn ones_own_password_is_changed_by_who_knows_the_old_one() {
    at_the_door(async |door, _| {
        let office = &door.scene.office;
        let (visit, tx) = office.enter(door.teacher, "testby").await.unwrap().unwrap();
        drop(tx);
        door.session("one", door.teacher).await;
        let asked = accounts::change_own_password(office, &visit.account, "et forkert kodeord").await;
        assert_eq!(reasons(asked), [("current", "refused-password-current".to_owned())]);
        assert!(door.holds("one").await);

        accounts::change_own_password(office, &visit.account, PASSWORD).await.unwrap();
        let hash = hash_of("ti nye bølger her").await;
        let teacher = visit.actor.clone();
        door.scene.deed(teacher, async |desk| accounts::set_own_password(desk, door.teacher, &hash).await).await.unwrap();
        assert!(!door.is_let_in("testby.laerer", PASSWORD).await);
        assert!(door.is_let_in("testby.laerer", "ti nye bølger her").await);
        assert!(!door.holds("one").await);
        let line = door.scene.newest(door.teacher).await;
        assert_eq!((line.event.sentence.key.as_str(), line.person.as_deref()), ("event-login-password-set", Some("Lærer (prøve)")));
    });
}

#[test]
fn ones_own_password_is_no_way_to_anybody_elses() {
    at_the_door(async |door, _| {
        let hash = hash_of("ti nye bølger her").await;
        let teacher = door.scene.town.actor(Role::Employee);
        let tried = door.scene.deed(teacher, async |desk| accounts::set_own_password(desk, door.leader, &hash).await).await;
        assert!(matches!(tried, Err(Ending::NotFound)));
        let operator = door.scene.town.operator();
        let tried = door.scene.deed(operator, async |desk| accounts::set_own_password(desk, door.leader, &hash).await).await;
        assert!(matches!(tried, Err(Ending::NotFound)));
        assert!(door.is_let_in("testby.leder", PASSWORD).await);
    });
}

#[test]
fn an_administrator_sets_a_password_and_everybody_else_is_denied_on_record() {
    at_the_door(async |door, db| {
        let hash = hash_of("ti nye bølger her").await;
        let lines = door.scene.lines().await;
        for (post, actor) in door.scene.town.everybody() {
            if actor.is(Role::Administrator) {
                continue;
            }
            let tried = door.scene.deed(actor, async |desk| accounts::set_password(desk, door.teacher, &hash).await).await;
            assert!(matches!(tried, Err(Ending::Denied(d)) if d.action == Action::KeepLogins), "{post}");
        }
        assert_eq!(door.scene.lines().await, lines);
        let denied = db.texts("SELECT DISTINCT action, path FROM denial").await;
        assert_eq!(denied, [["keep-logins", "/testby/proeve"]]);
        assert!(door.is_let_in("testby.laerer", PASSWORD).await);

        door.session("one", door.teacher).await;
        door.scene.deed(door.administrator(), async |desk| accounts::set_password(desk, door.teacher, &hash).await).await.unwrap();
        assert!(!door.is_let_in("testby.laerer", PASSWORD).await);
        assert!(door.is_let_in("testby.laerer", "ti nye bølger her").await);
        assert!(!door.holds("one").await);
    });
}

#[test]
fn another_municipalitys_login_is_not_found_by_its_neighbours_administrator() {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let door = Door::set(db).await;
        let neighbour = Town::neighbour(db).await;
        let mut tx = door.scene.read().await;
        let place = door.scene.office.place(&mut tx, "naboby").await.unwrap().unwrap();
        drop(tx);
        let mut desk = door.scene.office.desk_for(neighbour.actor(Role::Administrator), place).await.unwrap();
        for outcome in
            [accounts::set_password(&mut desk, door.teacher, "$hash").await, accounts::close_login(&mut desk, door.teacher).await]
        {
            assert!(matches!(outcome, Err(Ending::NotFound)));
        }
        let person = door.scene.town.actor(Role::Consultant).person().unwrap();
        let created = accounts::create_login(&mut desk, person, "testby.konsulent", "$hash", false).await;
        assert!(matches!(created, Err(Ending::NotFound)));
    });
}

#[test]
fn logging_out_everywhere_ends_every_session_of_ones_own() {
    at_the_door(async |door, db| {
        for id in ["one", "two"] {
            door.session(id, door.teacher).await;
        }
        door.session("three", door.leader).await;
        accounts::end_all_sessions(&door.scene.office, door.teacher).await.unwrap();
        assert!(!door.holds("one").await && !door.holds("two").await && door.holds("three").await);
        // Who reads the table finds no session's own id.
        assert_eq!(db.texts("SELECT id FROM session WHERE id = 'three'").await, Vec::<Vec<String>>::new());
    });
}

#[test]
fn a_session_ends_by_itself_and_is_swept_away_when_somebody_logs_out() {
    at_the_door(async |door, db| {
        door.session("one", door.teacher).await;
        door.session("two", door.leader).await;
        let held = door.scene.office.load_session("one").await.unwrap().unwrap();
        assert_eq!(held, ("{\"is\":\"one\"}".to_owned(), door.scene.clock.now() + SignedDuration::from_mins(30)));
        door.scene.clock.forward(SignedDuration::from_mins(29));
        assert!(door.holds("one").await);
        door.session("three", door.leader).await;
        door.scene.clock.forward(SignedDuration::from_mins(1));
        assert!(!door.holds("one").await && door.holds("three").await);
        door.scene.office.delete_session("three").await.unwrap();
        assert_eq!(db.texts("SELECT CAST(count(*) AS TEXT) FROM session").await, [["0"]]);
    });
}

#[test]
fn a_login_has_a_form_of_its_own_and_is_kept_in_small_letters() {
    at_the_door(async |door, _| {
        let person = door.scene.town.actor(Role::Controller).person().unwrap();
        let lines = door.scene.lines().await;
        for login in ["ab", "to ord", "børge", "semi;kolon", &"a".repeat(101), ""] {
            let given = door
                .scene
                .deed(door.administrator(), async |desk| accounts::create_login(desk, person, login, "$hash", false).await);
            assert_eq!(reasons(given.await), [("login", "refused-login-form".to_owned())], "{login}");
        }
        for (person, login) in [(person, "TESTBY.leder"), (door.scene.town.actor(Role::Employee).person().unwrap(), "anden")] {
            let given = door
                .scene
                .deed(door.administrator(), async |desk| accounts::create_login(desk, person, login, "$hash", false).await);
            assert_eq!(reasons(given.await), [("login", "refused-login-taken".to_owned())], "{login}");
        }
        assert_eq!(door.scene.lines().await, lines);
        let given = door.scene.deed(door.administrator(), async |desk| {
            accounts::create_login(desk, person, " Controller@Testby ", "$hash", false).await
        });
        let id = given.await.unwrap();
        assert_eq!(door.scene.newest(id).await.event.sentence.key, "event-login-created");
        let mut tx = door.scene.read().await;
        let logins = accounts::logins(&mut tx, &door.administrator()).await.unwrap();
        let names: Vec<&str> = logins.iter().map(|a| a.login.as_str()).collect();
        assert_eq!(names, ["controller@testby", "testby.laerer", "testby.leder"]);
    });
}

#[test]
fn a_password_is_judged_by_its_length_alone() {
    for (typed, fits) in [("elleve tegn", false), ("tolv tegn, 1", true), ("øøøøøøøøøøøø", true)] {
        assert_eq!(Password::parse(typed).is_ok(), fits, "{typed}");
    }
    assert!(Password::parse(&"a".repeat(200)).is_ok() && Password::parse(&"a".repeat(201)).is_err());
}

#[test]
fn the_logins_the_log_and_the_trail_are_read_by_those_who_may() {
    at_the_door(async |door, _| {
        let teacher = door.scene.town.actor(Role::Employee);
        let tried = door.scene.deed(teacher.clone(), async |desk| accounts::close_login(desk, door.leader).await).await;
        assert!(matches!(tried, Err(Ending::Denied(_))));

        let mut tx = door.scene.read().await;
        let log = accounts::denial_log(&mut tx, &door.administrator()).await.unwrap();
        assert_eq!(log.len(), 1);
        assert_eq!((log[0].person.as_deref(), log[0].action.as_str()), (Some("Lærer (prøve)"), "keep-logins"));
        let page = accounts::audit_page(&mut tx, &door.administrator(), &Window::default(), 2).await.unwrap();
        assert_eq!(page.len(), 2);
        let verdict = accounts::verify_audit(&mut tx, &door.administrator()).await.unwrap();
        assert!(matches!(verdict, Verdict::Whole { .. }));

        assert!(matches!(accounts::logins(&mut tx, &teacher).await, Err(Ending::Denied(_))));
        assert!(matches!(accounts::denial_log(&mut tx, &teacher).await, Err(Ending::Denied(_))));
        assert!(matches!(accounts::audit_page(&mut tx, &teacher, &Window::default(), 2).await, Err(Ending::Denied(_))));
        assert!(matches!(accounts::verify_audit(&mut tx, &teacher).await, Err(Ending::Denied(_))));
        // The controller follows the trail, and keeps no logins.
        let controller = door.scene.town.actor(Role::Controller);
        assert!(accounts::verify_audit(&mut tx, &controller).await.is_ok());
        assert!(matches!(accounts::logins(&mut tx, &controller).await, Err(Ending::Denied(_))));
    });
}

#[test]
fn demonstration_logins_are_shown_at_the_door_and_others_never() {
    at_the_door(async |door, _| {
        assert_eq!(door.scene.office.demonstration_logins().await.unwrap(), []);
        let person = door.scene.town.actor(Role::Consultant).person().unwrap();
        door.scene
            .deed(door.administrator(), async |desk| accounts::create_login(desk, person, "testby.konsulent", "$hash", true).await)
            .await
            .unwrap();
        let shown = door.scene.office.demonstration_logins().await.unwrap();
        assert_eq!(shown.iter().map(|a| a.login.as_str()).collect::<Vec<_>>(), ["testby.konsulent"]);
    });
}

#[test]
fn the_language_somebody_chose_meets_them_next_time() {
    at_the_door(async |door, _| {
        door.scene.office.choose_language(door.teacher, "en").await.unwrap();
        let (visit, _tx) = door.scene.office.enter(door.teacher, "testby").await.unwrap().unwrap();
        assert_eq!(visit.account.language, "en");
    });
}
