//! What the year and the dialogue cost: a meeting with sixty units and the briefing drawn from it, and a digest for everybody.

use std::sync::Arc;
use std::time::Instant;

use pejl_app::reminders::{DigestDay, MadeMail, MailContent, Secret};
use pejl_app::{Office, meetings, meter, wheel};
use pejl_domain::meetings::{AgendaItem, Form, MeetingContent, Preparation};
use pejl_domain::models::Key;
use pejl_kernel::{FixedClock, Line, Prose, TimeMint, UnitId};
use pejl_testkit::TestDb;

use super::{milliseconds, visit};

/// How many units come to the meeting.
const MEET: usize = 60;

/// A dialogue meeting of the first committee with sixty units that have all prepared, and the briefing drawn from it.
pub(super) async fn prepare_meeting(office: &Office, slug: &str) {
    let consultant = visit(office, slug, "konsulent").await;
    let mut tx = office.db().read().await.unwrap();
    let seats = wheel::seats(&mut tx, &consultant.sight, Some(2)).await.unwrap();
    drop(tx);
    let committee = seats.unit().unwrap().id;
    let level = Key::parse("institution").unwrap();
    let units: Vec<UnitId> = seats.at(&level).take(MEET).map(|unit| unit.id).collect();
    let prose = |text: &str| Prose::parse(text).unwrap();
    let content = MeetingContent {
        title: Line::parse("Dialogmøde med tres enheder").unwrap(),
        year: 2026,
        step: None,
        form: Form::Mixed,
        grounds: Prose::default(),
        kind: None,
        area: Prose::default(),
        theme: Prose::parse("Trivsel").unwrap(),
        facilitation: Prose::default(),
        on: Some(jiff::civil::date(2026, 10, 20)),
        begins: None,
        place: Prose::default(),
        hosts: vec![committee],
        units: units.clone(),
        agenda: vec![AgendaItem {
            item: 1,
            title: Line::parse("Enhederne fortæller").unwrap(),
            minutes: 60,
            lead: Prose::default(),
        }],
    };
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = meetings::plan_meeting(&mut desk, content).await;
    let meeting = desk.close(outcome, "bench").await.unwrap();
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = meetings::choose_form(&mut desk, meeting.id, meeting.version, Form::Mixed, Prose::default()).await;
    let meeting = desk.close(outcome, "bench").await.unwrap();
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = meetings::invite(&mut desk, meeting.id, meeting.version).await;
    let meeting = desk.close(outcome, "bench").await.unwrap();
    for unit in units {
        let preparation = Preparation {
            status: prose("Det går godt, og vi ved hvorfor. ".repeat(8).trim()),
            conditions: prose("Huset er fuldt."),
            challenges: prose("Vi når ikke de stille. ".repeat(6).trim()),
            needs: prose("Tid til at se efter."),
        };
        let mut desk = office.desk(&consultant).await.unwrap();
        let outcome = meetings::prepare(&mut desk, meeting.id, unit, 0, preparation, true).await;
        desk.close(outcome, "bench").await.unwrap();
    }
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = meetings::begin_briefing(&mut desk, committee, 2026).await;
    desk.close(outcome, "bench").await.unwrap();
}

/// How many people a digest run is measured with.
pub(super) const DIGESTED: usize = 1_000;

/// A digest run for a thousand people, once: milliseconds to read and deal, milliseconds to keep the mails, the statements of the
/// reading, and how many mails there were.
pub(super) async fn measure_digests(bench: &TestDb, slug: &str) -> (f64, f64, u32, u64) {
    let people = format!(
        "FROM person p JOIN municipality m ON m.id = p.municipality_id WHERE m.slug = '{slug}'
           AND NOT EXISTS (SELECT 1 FROM account a WHERE a.municipality_id = p.municipality_id AND a.person_id = p.id)"
    );
    let logins = format!(
        "INSERT INTO account (id, municipality_id, person_id, login, password_hash, language, demonstration, created_at, version)
         SELECT p.id, p.municipality_id, p.id, 'digest.' || CAST(row_number() OVER (ORDER BY p.id) AS TEXT), 'none', 'da', false,
            (SELECT min(o.created_at) FROM account o), 1 {people} ORDER BY p.id LIMIT {DIGESTED}"
    );
    bench.raw(&logins).await.unwrap();
    bench.raw("UPDATE person SET email = 'person@synteby.example'").await.unwrap();
    // A Monday at noon, which is everybody's day, and nobody has been gone through yet.
    let noon: jiff::Timestamp = "2026-11-23T12:00:00+01:00".parse().unwrap();
    let office = Office::new((**bench).clone(), Arc::new(FixedClock(noon)), Arc::new(TimeMint));
    let place = office.places().await.unwrap().into_iter().find(|place| place.municipality.slug == slug).unwrap();
    let chosen = format!(
        "INSERT INTO reminder_choice (municipality_id, person_id, weekly, days_before, language, version)
         SELECT a.municipality_id, a.person_id, '{}', 3, 'da', 1 FROM account a JOIN municipality m ON m.id = a.municipality_id
         WHERE m.slug = '{slug}'",
        DigestDay::Monday.as_str()
    );
    bench.raw(&chosen).await.unwrap();
    let begun = Instant::now();
    let (digests, reading) = meter::measure(office.due_digests(&place)).await;
    let read = milliseconds(begun.elapsed());
    let Some(digests) = digests.unwrap() else { return (read, 0.0, reading.statements, 0) }; // before seven in the morning
    let made = digests.due.iter().map(|digest| MadeMail {
        key: digest.key.clone(),
        recipient: digest.to.email.clone(),
        content: MailContent {
            name: digest.to.name.clone(),
            language: "da".to_owned(),
            subject: digest.key.period.clone(),
            text: "Der venter noget. ".repeat(100),
            html: "<p>Der venter noget.</p>".repeat(100),
            unsubscribe: String::new(),
        },
        secret: Secret::fresh(office.mint()),
    });
    let made = made.collect();
    let begun = Instant::now();
    let mails = office.keep_digests(&place, digests.run, made).await.unwrap();
    (read, milliseconds(begun.elapsed()), reading.statements, mails)
}
