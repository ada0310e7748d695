//! The outbox, by complaint: twice, never, too late.

use std::sync::Arc;

use jiff::SignedDuration;
use pejl_app::Office;
use pejl_domain::reminders::Failure;
use pejl_kernel::SequenceMint;
use pejl_testkit::{TestDb, on_both_engines};

use crate::{Morning, outbox};

on_both_engines!(i_got_the_digest_twice_because_it_went_round_every_minute, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    assert_eq!(morning.goes_round().await, 2);
    for _ in 0..3 {
        morning.scene.clock.forward(SignedDuration::from_mins(1));
        assert_eq!(morning.goes_round().await, 0);
    }
    let mails = morning.scene.office.take_mails(10).await.unwrap();
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        morning.scene.office.mail_sent(mail).await.unwrap();
    }
    assert!(morning.scene.office.take_mails(10).await.unwrap().is_empty());
    assert_eq!(outbox(db).await, ["chef@testby.example weekly 2018-W25 sent 1", "leder@testby.example weekly 2018-W25 sent 1"]);
});

on_both_engines!(two_nodes_went_through_the_same_day_and_each_sent_one, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    let clock: Arc<dyn pejl_kernel::Clock> = morning.scene.clock.clone();
    let other = Office::new((**db).clone(), clock, Arc::new(SequenceMint::after(9_000_000)));
    // Both have read what is due before either has put it in the outbox.
    let (ours, place) = (&morning.scene.office, &morning.scene.place);
    let (a, b) = (ours.due_digests(place).await.unwrap().unwrap(), other.due_digests(place).await.unwrap().unwrap());
    assert_eq!(a.due.len(), b.due.len());
    let made = |digests: &pejl_app::reminders::Digests| digests.due.iter().map(|digest| morning.made(digest)).collect::<Vec<_>>();
    let (first, second) = tokio::join!(ours.keep_digests(place, a.run, made(&a)), other.keep_digests(place, b.run, made(&b)));
    assert_eq!(first.unwrap() + second.unwrap(), 2);

    // And both take what there is at the same time.
    let (first, second) = tokio::join!(ours.take_mails(10), other.take_mails(10));
    let taken: Vec<_> = first.unwrap().into_iter().chain(second.unwrap()).map(|mail| mail.recipient).collect();
    assert_eq!(taken.len(), 2, "{taken:?}");
    assert_ne!(taken[0], taken[1]);
});

on_both_engines!(a_deadline_is_told_of_once_three_days_before, async |db: &TestDb| {
    let morning = Morning::breaks(db).await; // Friday 15 June; the department's deadline is Wednesday the 20th
    assert_eq!(morning.goes_round().await, 0);
    morning.later(24 * 2); // Sunday: three days before
    let due = morning.due().await;
    let keys: Vec<_> =
        due.iter().map(|digest| (digest.key.kind.as_str(), digest.key.period.as_str(), digest.to.email.as_str())).collect();
    assert_eq!(keys, [("deadline", "2018-06-20", "chef@testby.example")]);
    assert!(due[0].to_dos.iter().all(|to_do| to_do.due == Some(morning.round.due(&pejl_testkit::town::key("afdeling")).unwrap())));
    assert_eq!(morning.goes_round().await, 1);
    morning.later(24 * 2); // Tuesday, and Monday's digest is made up for, but the deadline is not told of again
    let due = morning.due().await;
    assert!(due.iter().all(|digest| digest.key.kind.as_str() == "weekly"), "{due:?}");
    assert_eq!(morning.goes_round().await, 2);
    morning.later(24);
    assert_eq!(morning.goes_round().await, 0);
});

on_both_engines!(a_node_that_died_with_the_mail_in_its_hand_kept_it_for_good, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    morning.goes_round().await;
    let office = &morning.scene.office;
    let held = office.take_mails(10).await.unwrap();
    assert!(office.take_mails(10).await.unwrap().is_empty());
    morning.scene.clock.forward(SignedDuration::from_mins(6));
    let again = office.take_mails(10).await.unwrap();
    assert_eq!(again.len(), 2);
    assert!(again.iter().all(|mail| mail.life.attempts == 2));
    assert_eq!(again[0].key.message(), held.iter().find(|mail| mail.id == again[0].id).unwrap().key.message());
    // The first was only slow. That it failed is no longer its to say; that it sent is.
    assert!(office.mail_failed(&held[0], &Failure::Lasting("550".to_owned())).await.is_ok());
    assert!(outbox(db).await.iter().all(|line| line.ends_with("leased 2")));
    office.mail_sent(&held[0]).await.unwrap();
    assert_eq!(outbox(db).await.iter().filter(|line| line.ends_with("sent 2")).count(), 1);
});

on_both_engines!(a_mail_server_that_was_down_all_week_sent_last_weeks_digest, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    morning.goes_round().await;
    let office = &morning.scene.office;
    for _ in 0..3 {
        for mail in office.take_mails(10).await.unwrap() {
            assert!(office.mail_failed(&mail, &Failure::Passing("connection refused".to_owned())).await.unwrap());
        }
        morning.later(1);
    }
    assert!(outbox(db).await.iter().all(|line| line.contains("waiting")));
    morning.later(7 * 24); // the week is over
    assert!(office.take_mails(10).await.unwrap().is_empty());
    assert!(outbox(db).await.iter().all(|line| line.contains("given-up")), "{:?}", outbox(db).await);
    assert_eq!(db.texts("SELECT DISTINCT last_error FROM outbox").await, [["connection refused"]]);
});

on_both_engines!(an_address_that_does_not_exist_is_given_up_and_an_administrator_is_told, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    morning.goes_round().await;
    let office = &morning.scene.office;
    let since = office.clock().now() - SignedDuration::from_hours(24);
    for mail in office.take_mails(10).await.unwrap() {
        let failure = match mail.recipient.as_str() {
            "leder@testby.example" => Failure::Lasting("550 no such user".to_owned()),
            _ => Failure::Passing("451 later".to_owned()),
        };
        let again = office.mail_failed(&mail, &failure).await.unwrap();
        assert_eq!(again, mail.recipient != "leder@testby.example");
    }
    let keeper = morning.scene.town.actor(pejl_domain::orgs::Role::Administrator);
    let standing = pejl_app::reminders::outbox(&mut morning.scene.read().await, &keeper, since).await.unwrap();
    assert_eq!((standing.open, standing.sent, standing.given_up, standing.last_error.as_str()), (1, 0, 1, "451 later"));
    let reader = pejl_app::reminders::outbox(&mut morning.scene.read().await, &morning.leader(), since).await;
    assert!(matches!(reader, Err(pejl_app::Ending::Denied(_))));
});
