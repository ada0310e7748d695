//! What is chosen, and the way out.

use jiff::SignedDuration;
use pejl_app::Ending;
use pejl_app::reminders::{Choices, DaysBefore, DigestDay, MailLanguage, choices, choose};
use pejl_testkit::{TestDb, on_both_engines};

use crate::{Morning, outbox};

/// The secret that came in the first mail that waits for a recipient.
async fn secret(db: &TestDb, recipient: &str) -> String {
    let rows = db.texts(&format!("SELECT content FROM outbox WHERE recipient = '{recipient}'")).await;
    let content = &rows[0][0];
    let begins = content.find("/afmeld/").unwrap() + "/afmeld/".len();
    content[begins..].chars().take_while(char::is_ascii_hexdigit).collect()
}

on_both_engines!(what_is_chosen_is_read_back_and_who_never_chose_has_the_default, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    let (town, leader) = (&morning.scene.town, morning.leader());
    let person = leader.person().unwrap();
    let read = async || choices(&mut morning.scene.read().await, town.id, person).await.unwrap();
    assert_eq!((read().await.choices, read().await.version), (Choices::default(), 0));
    let chosen =
        Choices { weekly: Some(DigestDay::Thursday), before: Some(DaysBefore::new(7).unwrap()), language: MailLanguage::English };
    let lines = morning.scene.lines().await;
    morning.scene.deed(leader.clone(), async |desk| choose(desk, 0, chosen).await).await.unwrap();
    assert_eq!((read().await.choices, read().await.version), (chosen, 1));
    assert_eq!(morning.scene.lines().await, lines, "one's own choice is nobody else's business");
    let none = Choices { weekly: None, before: None, ..chosen };
    let stale = morning.scene.deed(leader.clone(), async |desk| choose(desk, 0, none).await).await;
    assert!(matches!(stale, Err(Ending::Conflict)), "{stale:?}");
    morning.scene.deed(leader, async |desk| choose(desk, 1, none).await).await.unwrap();
    assert_eq!(read().await.choices, none);
});

on_both_engines!(i_unsubscribed_and_the_mail_came_all_the_same, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    assert_eq!(morning.goes_round().await, 2);
    let secret = secret(db, "leder@testby.example").await;
    let office = &morning.scene.office;
    let who = office.unsubscriber(&secret).await.unwrap().unwrap();
    assert_eq!((who.slug.as_str(), who.recipient.as_str()), ("testby", "leder@testby.example"));
    assert!(office.unsubscriber(&secret[1..]).await.unwrap().is_none());
    assert!(office.unsubscribe("0123456789abcdef").await.unwrap().is_none());

    // Twice is once; what waits is given up, and what it said is forgotten.
    for _ in 0..2 {
        assert_eq!(office.unsubscribe(&secret).await.unwrap().unwrap().recipient, "leder@testby.example");
    }
    assert_eq!(
        outbox(db).await,
        ["chef@testby.example weekly 2018-W25 waiting 0", "leder@testby.example weekly 2018-W25 given-up 0"]
    );
    assert_eq!(db.texts("SELECT content FROM outbox WHERE state = 'given-up'").await, [[""]]);
    let sent = office.take_mails(10).await.unwrap();
    assert_eq!(sent.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["chef@testby.example"]);
    // Nothing comes the next week either.
    morning.later(7 * 24);
    assert!(morning.due().await.iter().all(|digest| digest.to.email == "chef@testby.example"));
});

on_both_engines!(nobody_can_read_the_way_out_of_my_mails_in_the_database, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    morning.goes_round().await;
    let secret = secret(db, "leder@testby.example").await;
    assert_eq!(secret.len(), 40);
    for mail in morning.scene.office.take_mails(10).await.unwrap() {
        morning.scene.office.mail_sent(&mail).await.unwrap();
    }
    let rows = db.texts("SELECT secret_hash, content, recipient FROM outbox").await;
    assert!(rows.iter().all(|row| !row[0].contains(&secret) && row[1].is_empty()));
    // The mail is in somebody's inbox: its address goes on working for a year.
    assert!(morning.scene.office.unsubscriber(&secret).await.unwrap().is_some());
    morning.scene.clock.forward(SignedDuration::from_hours(24 * 300));
    morning.goes_round().await;
    assert!(morning.scene.office.unsubscriber(&secret).await.unwrap().is_some());
    morning.scene.clock.forward(SignedDuration::from_hours(24 * 120));
    morning.goes_round().await;
    assert!(morning.scene.office.unsubscriber(&secret).await.unwrap().is_none());
});

on_both_engines!(who_has_left_or_has_no_address_is_sent_nothing, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    db.raw("UPDATE person SET email = '' WHERE email = 'chef@testby.example'").await.unwrap();
    db.raw("UPDATE account SET closed_at = created_at WHERE login = 'testby.leder'").await.unwrap();
    morning.later(68);
    assert!(morning.due().await.is_empty());
});
