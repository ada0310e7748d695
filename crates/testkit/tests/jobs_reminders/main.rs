//! Reminders on their way to a real mail server on a port of this machine, by complaint: late, twice, never, in the wrong language.
#![cfg(feature = "pages")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

#[allow(dead_code)] // it serves another test too
#[path = "../app_reminders/morning.rs"]
mod morning;

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use mail_parser::{Message, MessageParser};
use morning::{Morning, outbox};
use pejl_app::Office;
use pejl_app::reminders::{Choices, MailLanguage, choose};
use pejl_jobs::{Post, PostSettings, Reminding, Round};
use pejl_kernel::{Clock, SequenceMint};
use pejl_testkit::postbox::{Letter, Manner, Postbox};
use pejl_testkit::{TestDb, on_both_engines};

/// Monday morning at eight, with a mail server.
struct Mailing {
    morning: Morning,
    postbox: Postbox,
    node: Reminding,
}

fn post(postbox: &Postbox) -> Post {
    let settings = PostSettings {
        smtp: postbox.url(),
        from: "Pejl i Testby <pejl@testby.example>".to_owned(),
        base: "https://pejl.example".to_owned(),
    };
    // Long enough for this machine, short enough to wait for.
    Post::open(&settings).unwrap().with_patience(Duration::from_millis(700))
}

impl Mailing {
    async fn begins(db: &TestDb) -> Self {
        let morning = Morning::breaks(db).await;
        morning.later(68);
        let postbox = Postbox::open();
        let node = Reminding::new(morning.scene.office.clone(), post(&postbox), pejl_web::in_words);
        Self { morning, postbox, node }
    }

    /// Another node on the same database.
    fn other_node(&self, db: &TestDb) -> Reminding {
        let clock: Arc<dyn Clock> = self.morning.scene.clock.clone();
        let office = Office::new((**db).clone(), clock, Arc::new(SequenceMint::after(9_000_000)));
        Reminding::new(office, post(&self.postbox), pejl_web::in_words)
    }

    async fn goes_round(&self) -> Round {
        self.node.once().await.unwrap()
    }

    fn minutes_pass(&self, minutes: i64) {
        self.morning.scene.clock.forward(SignedDuration::from_mins(minutes));
    }

    /// To whom a mail came, in order.
    fn came_to(&self) -> Vec<String> {
        let mut to: Vec<String> = self.postbox.letters().into_iter().flat_map(|letter| letter.to).collect();
        to.sort();
        to
    }

    /// The first mail to somebody.
    fn letter(&self, to: &str) -> Letter {
        self.postbox.letters().into_iter().find(|letter| letter.to == [to]).expect("a mail")
    }
}

fn read(letter: &Letter) -> Message<'_> {
    MessageParser::default().parse(&letter.raw).expect("a mail that mail programs can read")
}

fn message_id(letter: &Letter) -> String {
    read(letter).message_id().expect("a Message-ID").to_owned()
}

const BOTH: [&str; 2] = ["chef@testby.example", "leder@testby.example"];

on_both_engines!(the_digest_is_in_danish_with_plain_text_and_html_and_a_way_out, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    assert_eq!(mailing.goes_round().await, Round { made: 2, sent: 2, ..Round::default() });
    assert_eq!(mailing.came_to(), BOTH);
    let letter = mailing.letter("leder@testby.example");
    let mail = read(&letter);
    assert_eq!(letter.from, "pejl@testby.example");
    assert_eq!(mail.from().unwrap().first().unwrap().name(), Some("Pejl i Testby"));
    assert_eq!(mail.to().unwrap().first().unwrap().name(), Some("Skoleleder (prøve)"));
    assert_eq!(mail.subject(), Some("Dine opgaver i uge 25: 2 er overskredet"));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2018-06-18T06:00:00Z");
    let person = mailing.morning.leader().person().unwrap().0.simple();
    assert_eq!(mail.message_id(), Some(format!("weekly.2018-W25.{person}@pejl.example").as_str()));
    let raw = String::from_utf8_lossy(&letter.raw).into_owned();
    assert!(raw.contains("multipart/alternative"), "{raw}");
    assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{raw}");
    assert!(raw.contains("Auto-Submitted: auto-generated\r\n") && raw.contains("Content-Language: da\r\n"), "{raw}");
    assert_eq!((mail.text_body_count(), mail.html_body_count()), (1, 1));

    let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
    for part in [&text, &html] {
        assert!(part.contains("Hej Skoleleder (prøve)") && part.contains("Overskredet"), "{part}");
        assert!(part.contains("Følg op på 2 mål i Ådalskolen") && part.contains("10. jun. 2018"), "{part}");
        assert!(part.contains("https://pejl.example/testby/opfoelgning/2018/halvaar/min"), "{part}");
        assert!(part.contains("https://pejl.example/testby/opgaver") && part.contains("https://pejl.example/testby/paamindelser"));
        assert!(!part.contains('⟦'), "{part}");
    }
    assert!(html.contains("<html lang=\"da\">") && !text.contains('<'), "{text}");
    // The way out in the header is the one in the text, and it works.
    let way = raw.split("List-Unsubscribe: <").nth(1).unwrap().split('>').next().unwrap().to_owned();
    assert!(text.contains(&way) && html.contains(&way), "{way}");
    let secret = way.rsplit('/').next().unwrap();
    assert!(mailing.morning.scene.office.unsubscribe(secret).await.unwrap().is_some());
});

on_both_engines!(the_digest_is_in_english_for_whoever_chose_that, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    let english = Choices { language: MailLanguage::English, ..Choices::default() };
    let scene = &mailing.morning.scene;
    scene.deed(mailing.morning.leader(), async |desk| choose(desk, 0, english).await).await.unwrap();
    db.raw("UPDATE account SET language = 'en' WHERE login = 'testby.chef'").await.unwrap(); // as their pages
    mailing.goes_round().await;
    for to in BOTH {
        let letter = mailing.letter(to);
        let mail = read(&letter);
        assert!(mail.subject().unwrap().starts_with("Your tasks in week 25: "), "{:?}", mail.subject());
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        assert!(text.contains("Overdue") && text.contains("Unsubscribe") && html.contains("<html lang=\"en\">"), "{text}");
        assert!(!text.contains("Overskredet") && !text.contains('⟦'), "{text}");
    }
    let letter = mailing.letter("leder@testby.example");
    assert!(read(&letter).body_text(0).unwrap().contains("Half-year follow-up 2018"));
});

on_both_engines!(the_mail_server_answered_late_and_the_mail_came_twice, async |db: &TestDb| {
    // It took the mail and did not say so in time. Nobody can know that it did: the mail is sent once more, and mail programs
    // show one, because it has the same Message-ID.
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Late);
    assert_eq!(mailing.goes_round().await, Round { made: 2, waiting: 2, ..Round::default() });
    assert_eq!(mailing.came_to().len(), 1, "whoever does not answer one mail is not asked to take the next");
    mailing.postbox.behave(Manner::Proper);
    assert_eq!(mailing.goes_round().await, Round::default());
    mailing.minutes_pass(1);
    assert_eq!(mailing.goes_round().await, Round { sent: 2, ..Round::default() });
    let letters = mailing.postbox.letters();
    assert_eq!(letters.len(), 3);
    let mut ids: Vec<String> = letters.iter().map(message_id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 2, "{ids:?}");
    mailing.minutes_pass(600);
    assert_eq!(mailing.goes_round().await, Round::default());
});

on_both_engines!(the_mail_server_answered_twice_and_the_next_mail_was_lost, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Twice);
    let mut sent = mailing.goes_round().await.sent;
    for _ in 0..4 {
        mailing.minutes_pass(60);
        sent += mailing.goes_round().await.sent;
    }
    assert_eq!(sent, 2);
    assert_eq!(mailing.came_to(), BOTH);
});

on_both_engines!(the_mail_server_never_answered_and_nobody_was_reminded, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Never);
    for minutes in [0, 1, 5] {
        mailing.minutes_pass(minutes);
        assert_eq!(mailing.goes_round().await.waiting, 2);
    }
    assert!(mailing.came_to().is_empty());
    assert!(outbox(db).await.iter().all(|line| line.ends_with("waiting 3")));
    let said = db.texts("SELECT DISTINCT last_error FROM outbox").await;
    assert!(said[0][0].starts_with("no answer within"), "{said:?}");
    mailing.postbox.behave(Manner::Proper);
    mailing.minutes_pass(15);
    assert_eq!(mailing.goes_round().await.sent, 2);
    assert_eq!(mailing.came_to(), BOTH);
});

on_both_engines!(there_was_no_mail_server_at_all, async |db: &TestDb| {
    let Mailing { morning, postbox, node } = Mailing::begins(db).await;
    drop(postbox);
    let round = node.once().await.unwrap();
    assert_eq!((round.made, round.sent, round.waiting), (2, 0, 2));
    assert!(outbox(db).await.iter().all(|line| line.ends_with("waiting 1")));
    drop(morning);
});

on_both_engines!(one_address_that_does_not_exist_kept_everybody_elses_mail_back, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Refuses("chef@testby.example"));
    assert_eq!(mailing.goes_round().await, Round { made: 2, sent: 1, given_up: 1, ..Round::default() });
    assert_eq!(mailing.came_to(), ["leder@testby.example"]);
    mailing.minutes_pass(600);
    assert_eq!(mailing.goes_round().await, Round::default());
});

on_both_engines!(a_mail_server_that_asks_to_be_tried_later_is, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Busy);
    assert_eq!(mailing.goes_round().await, Round { made: 2, waiting: 2, ..Round::default() });
    mailing.postbox.behave(Manner::Proper);
    mailing.minutes_pass(1);
    assert_eq!(mailing.goes_round().await.sent, 2);
    assert_eq!(mailing.came_to(), BOTH);
});

on_both_engines!(the_program_was_killed_after_sending_and_before_noting_it, async |db: &TestDb| {
    // Between a program and a mail server nobody can promise exactly once. What is promised: at least once, and the same
    // Message-ID, so that a mail program shows one mail.
    let mailing = Mailing::begins(db).await;
    mailing.postbox.behave(Manner::Never);
    mailing.goes_round().await;
    mailing.postbox.behave(Manner::Proper);
    mailing.minutes_pass(1);
    let (office, post) = (&mailing.morning.scene.office, post(&mailing.postbox));
    for mail in office.take_mails(10).await.unwrap() {
        post.send(&mail, office.clock().now()).await.unwrap(); // and here the power goes
    }
    assert_eq!(mailing.came_to(), BOTH);
    assert_eq!(mailing.goes_round().await, Round::default(), "while the lease runs, nobody else sends it");
    mailing.minutes_pass(6);
    assert_eq!(mailing.goes_round().await.sent, 2);
    let letters = mailing.postbox.letters();
    let ids = |to: &str| letters.iter().filter(|letter| letter.to == [to]).map(message_id).collect::<Vec<_>>();
    for to in BOTH {
        let ids = ids(to);
        assert!(ids.len() == 2 && ids[0] == ids[1], "{ids:?}");
    }
    mailing.minutes_pass(600);
    assert_eq!(mailing.goes_round().await, Round::default());
});

on_both_engines!(two_nodes_went_round_at_the_same_time_and_i_got_two_mails, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    let other = mailing.other_node(db);
    for _ in 0..3 {
        let (ours, theirs) = tokio::join!(mailing.node.once(), other.once());
        assert!(ours.is_ok() && theirs.is_ok());
        mailing.minutes_pass(10);
    }
    assert_eq!(mailing.came_to(), BOTH);
    assert_eq!(outbox(db).await, ["chef@testby.example weekly 2018-W25 sent 1", "leder@testby.example weekly 2018-W25 sent 1"]);
});

on_both_engines!(whoever_unsubscribed_gets_nothing_and_the_others_do, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    let scene = &mailing.morning.scene;
    let silent = Choices::default().without_mail();
    scene.deed(mailing.morning.leader(), async |desk| choose(desk, 0, silent).await).await.unwrap();
    assert_eq!(mailing.goes_round().await, Round { made: 1, sent: 1, ..Round::default() });
    mailing.morning.later(24 * 7);
    mailing.goes_round().await;
    assert!(mailing.came_to().iter().all(|to| to == "chef@testby.example"));
});

on_both_engines!(a_title_with_a_tag_in_it_is_text_in_the_mail, async |db: &TestDb| {
    let mailing = Mailing::begins(db).await;
    let town = &mailing.morning.scene.town;
    let mut tx = mailing.morning.scene.office.db().write().await.unwrap();
    town.draft(&mut tx, "institutionsmaal", "skole", "Læs <b>mere</b> & \"bedre\" <script>alert(1)</script>").await;
    tx.commit().await.unwrap();
    mailing.goes_round().await;
    let letter = mailing.letter("leder@testby.example");
    let mail = read(&letter);
    let html = mail.body_html(0).unwrap();
    assert!(
        html.contains("Læs &lt;b&gt;mere&lt;/b&gt; &amp; &quot;bedre&quot; &lt;script&gt;") && !html.contains("<script>"),
        "{html}"
    );
    assert!(mail.body_text(0).unwrap().contains("Læs <b>mere</b> & \"bedre\""));
});
