//! The secret address of a calendar: what is kept, and what a leak costs.

use pejl_app::wheel::{address, make_calendar, revoke_calendar};
use pejl_app::{Ending, accounts};
use pejl_domain::orgs::Role;
use pejl_policy::Actor;
use pejl_store::accounts::Account;
use pejl_testkit::deeds::Scene;
use pejl_testkit::{TestDb, on_both_engines};

use crate::testby;

/// The school's leader, with a login.
async fn leader(scene: &Scene) -> (Actor, Account) {
    let leader = scene.town.actor_at(Role::InstitutionLeader, "skole");
    let person = leader.person().unwrap();
    let keeper = scene.town.actor(Role::Administrator);
    let login = scene
        .deed(keeper, async |desk| accounts::create_login(desk, person, "testby.skoleleder", "$argon2id$proeve", false).await)
        .await
        .unwrap();
    let account = pejl_store::accounts::open_account(&mut scene.read().await, login, scene.office.today()).await.unwrap().unwrap();
    (leader, account)
}

/// Everything that stands in the table of addresses.
async fn kept(db: &TestDb) -> Vec<String> {
    db.texts("SELECT hash FROM calendar_address ORDER BY made_at, hash").await.into_iter().flatten().collect()
}

on_both_engines!(a_leaked_calendar_address_is_revoked_and_leads_nowhere, async |db| {
    let scene = testby(db).await;
    let (leader, account) = leader(&scene).await;
    let secret = scene.deed(leader.clone(), async |desk| make_calendar(desk, &account).await).await.unwrap();
    assert_eq!(secret.len(), 64);
    let found = scene.office.calendar(&secret).await.unwrap().expect("a calendar");
    assert_eq!((found.visit.account.id, found.visit.actor.on), (account.id, scene.office.today()));
    drop(found);
    assert!(!kept(db).await.contains(&secret), "the secret itself is nowhere");
    assert!(address(&mut scene.read().await, &scene.town.whole_sight(), &account).await.unwrap().is_some());

    scene.deed(leader.clone(), async |desk| revoke_calendar(desk, &account).await).await.unwrap();
    assert!(scene.office.calendar(&secret).await.unwrap().is_none());
    assert!(address(&mut scene.read().await, &scene.town.whole_sight(), &account).await.unwrap().is_none());
    assert_eq!(scene.newest(account.id).await.event.sentence.key, "event-calendar-revoked");
    let again = scene.deed(leader, async |desk| revoke_calendar(desk, &account).await).await;
    assert!(matches!(again, Err(Ending::NotFound)));
});

on_both_engines!(a_new_address_takes_the_old_ones_place, async |db| {
    let scene = testby(db).await;
    let (leader, account) = leader(&scene).await;
    let first = scene.deed(leader.clone(), async |desk| make_calendar(desk, &account).await).await.unwrap();
    let second = scene.deed(leader, async |desk| make_calendar(desk, &account).await).await.unwrap();
    assert_ne!(first, second);
    assert!(scene.office.calendar(&first).await.unwrap().is_none());
    assert!(scene.office.calendar(&second).await.unwrap().is_some());
    assert_eq!(kept(db).await.len(), 2, "the old one stays, so that it is never given out again");
});

on_both_engines!(an_unknown_address_and_that_of_a_closed_login_lead_nowhere, async |db| {
    let scene = testby(db).await;
    let (leader, account) = leader(&scene).await;
    assert!(scene.office.calendar(&"0".repeat(64)).await.unwrap().is_none());
    let secret = scene.deed(leader, async |desk| make_calendar(desk, &account).await).await.unwrap();
    let keeper = scene.town.actor(Role::Administrator);
    scene.deed(keeper, async |desk| accounts::close_login(desk, account.id).await).await.unwrap();
    assert!(scene.office.calendar(&secret).await.unwrap().is_none());
});
