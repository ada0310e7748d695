//! The life of a mail: no event takes it out of the table, and it is never sent after it was done with.

use jiff::{SignedDuration, Timestamp};
use pejl_domain::reminders::outbox::{LEASE, MOST_ATTEMPTS, back_off};
use pejl_domain::reminders::*;
use proptest::prelude::*;

fn now() -> Timestamp {
    "2019-11-18T07:00:00Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn fresh() -> Mail {
    Mail::new(now(), now() + SignedDuration::from_hours(24 * 7))
}

fn passing() -> Failure {
    Failure::Passing("no answer\r\nat all".to_owned())
}

#[test]
fn a_mail_server_that_is_gone_is_asked_again_later_each_time() {
    let mut mail = fresh();
    let mut at = now();
    let mut waits = Vec::new();
    for _ in 0..5 {
        mail = mail.lease(at).unwrap().fail(at, &passing()).unwrap();
        assert_eq!(mail.state, MailState::Waiting);
        assert_eq!(mail.clone().lease(mail.next_at - SignedDuration::from_secs(1)), None);
        waits.push(mail.next_at.duration_since(at).as_mins());
        at = mail.next_at;
    }
    assert_eq!(waits, [1, 5, 15, 60, 240]);
    assert_eq!(mail.last_error, "no answerat all");
}

#[test]
fn a_mail_server_that_never_comes_back_is_given_up() {
    let mut mail = fresh();
    let mut at = now();
    while mail.state == MailState::Waiting {
        mail = mail.lease(at).unwrap().fail(at, &passing()).unwrap();
        at = mail.next_at;
    }
    assert_eq!(mail.state, MailState::GivenUp);
    assert!(mail.attempts <= MOST_ATTEMPTS);
    assert_eq!(mail.clone().lease(at), None);
    assert_eq!(mail.send(), None);
}

#[test]
fn an_address_that_does_not_exist_is_not_tried_twelve_times() {
    let mail = fresh().lease(now()).unwrap().fail(now(), &Failure::Lasting("550 no such user".to_owned())).unwrap();
    assert_eq!((mail.state, mail.attempts), (MailState::GivenUp, 1));
}

#[test]
fn a_digest_that_would_be_a_week_old_is_not_tried_again() {
    let short = Mail::new(now(), after(3));
    let once = short.lease(now()).unwrap().fail(now(), &passing()).unwrap();
    assert_eq!(once.state, MailState::Waiting);
    let twice = once.lease(after(1)).unwrap().fail(after(1), &passing()).unwrap();
    assert_eq!(twice.state, MailState::GivenUp); // the next try would be five minutes on
    assert_eq!(fresh().lease(now() + SignedDuration::from_hours(24 * 7)), None);
}

#[test]
fn a_node_that_died_while_sending_does_not_keep_the_mail_for_good() {
    let leased = fresh().lease(now()).unwrap();
    assert_eq!(leased.clone().lease(now() + LEASE - SignedDuration::from_secs(1)), None);
    let again = leased.lease(now() + LEASE).unwrap();
    assert_eq!((again.state, again.attempts), (MailState::Leased, 2));
}

fn attempt(mail: Mail, verb: MailVerb, at: Timestamp) -> Option<Mail> {
    match verb {
        MailVerb::Lease => mail.lease(at),
        MailVerb::Send => mail.send(),
        MailVerb::Fail => mail.fail(at, &passing()),
        MailVerb::GiveUp => mail.give_up(),
    }
}

proptest! {
    #[test]
    fn no_event_takes_a_mail_out_of_the_table(
        steps in prop::collection::vec((prop::sample::select(MailVerb::ALL), 0i64..600), 0..40),
    ) {
        let (mut mail, mut at) = (fresh(), now());
        for (verb, minutes) in steps {
            at += SignedDuration::from_mins(minutes);
            let before = mail.clone();
            let Some(after) = attempt(mail.clone(), verb, at) else { continue };
            let led_to = mail_leads_to(before.state, verb);
            // A failure can be the last one: then it leads where giving up does.
            let given_up = verb == MailVerb::Fail && after.state == MailState::GivenUp && before.state == MailState::Leased;
            prop_assert!(led_to == Some(after.state) || given_up);
            prop_assert_eq!(after.lease_until.is_some(), after.state == MailState::Leased);
            prop_assert!(after.attempts >= before.attempts && after.attempts <= MOST_ATTEMPTS + 40);
            mail = after;
        }
    }

    #[test]
    fn a_try_in_vain_is_never_followed_by_a_shorter_wait(attempt in 1u32..100) {
        prop_assert!(back_off(attempt) <= back_off(attempt + 1));
    }
}
