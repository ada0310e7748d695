//! The annual wheel in the browser, and its calendar in a program that is not ours.

use std::io::BufReader;

use axum::http::StatusCode;
use ical::IcalParser;
use ical::parser::ical::component::IcalEvent;
use pejl_testkit::pages::{CONSULTANT, READER, Visitor, at_testby};

const STEP: &str = "/testby/aarshjul/2018/maalseminar";

/// Makes the visitor a calendar, and gives its path: the page shows it once.
pub async fn calendar(visitor: &Visitor) -> String {
    let answer = visitor.post::<&str, &str>("/testby/min-konto/kalender", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let shown = answer.page().attributes("input[readonly]", "value").pop().expect("an address");
    assert!(shown.starts_with("https://pejl.example/kalender/") && shown.ends_with(".ics"), "{shown}");
    shown.trim_start_matches("https://pejl.example").to_owned()
}

/// The events that another program finds in a calendar.
fn read(body: &str) -> Vec<IcalEvent> {
    let mut read = IcalParser::new(BufReader::new(body.as_bytes()));
    let calendar = read.next().expect("a calendar").expect("a sound one");
    assert!(read.next().is_none(), "one calendar");
    calendar.events
}

fn said(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|p| p.name == name).unwrap_or_else(|| panic!("no {name}"));
    property.value.clone().unwrap_or_default()
}

#[test]
fn the_calendar_is_read_by_a_program_that_is_not_ours_without_a_login() {
    at_testby(async |house, _| {
        let path = calendar(&house.visitor(CONSULTANT).await).await;
        let answer = house.anybody().get(&path).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert!(answer.body.lines().count() > 10 && answer.body.split('\n').all(|l| l.is_empty() || l.ends_with('\r')), "CRLF");
        assert!(answer.body.split("\r\n").all(|line| line.len() <= 75), "long lines are folded");
        let events = read(&answer.body);
        let here = events.iter().find(|e| said(e, "DTSTART") == "20180201").expect("the seminar of 2018");
        assert_eq!(
            (said(here, "SUMMARY").as_str(), said(here, "DTEND").as_str()),
            ("Målseminar", "20180301"),
            "the end is not included"
        );
        assert!(said(here, "URL").ends_with(STEP));
        let mut ids: Vec<String> = events.iter().map(|e| said(e, "UID")).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), events.len(), "every event has an id of its own");
    });
}

#[test]
fn a_step_that_is_moved_is_the_same_event_on_other_days() {
    at_testby(async |house, _| {
        let consultant = house.visitor(CONSULTANT).await;
        let path = calendar(&consultant).await;
        let before = read(&house.anybody().get(&path).await.body);
        let form = [("version", "0"), ("from", "26/2-2018"), ("to", "27/2-2018"), ("reason", "Ferie, sne; og \"nye\" folk\\her.")];
        let moved = consultant.post(&format!("{STEP}/flyt"), &form).await;
        assert_eq!(moved.leads_to().as_deref(), Some(STEP));
        let after = read(&house.anybody().get(&path).await.body);
        let id = |events: &[IcalEvent], start: &str| {
            let event = events.iter().find(|e| said(e, "DTSTART") == start).expect("an event on that day");
            (said(event, "UID"), said(event, "SEQUENCE"))
        };
        let (was, is) = (id(&before, "20180201"), id(&after, "20180226"));
        assert_eq!((was.0, was.1.as_str(), is.1.as_str()), (is.0, "0", "1"));
        let page = consultant.get(STEP).await;
        assert!(page.body.contains("Ferie, sne;"), "{}", page.page().outline());
    });
}

#[test]
fn a_leaked_address_is_closed_and_an_unknown_one_never_was() {
    at_testby(async |house, _| {
        let reader = house.visitor(READER).await;
        let path = calendar(&reader).await;
        assert_eq!(house.anybody().get(&path).await.status, StatusCode::OK);
        let closed = reader.post::<&str, &str>("/testby/min-konto/kalender/luk", &[]).await;
        assert_eq!(closed.leads_to().as_deref(), Some("/testby/min-konto"));
        for path in [path.as_str(), "/kalender/kort.ics", "/kalender/uden-endelse", &format!("/kalender/{}.ics", "a".repeat(64))] {
            assert_eq!(house.anybody().get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}

#[test]
fn a_step_is_moved_entrusted_and_closed_by_forms_and_nothing_typed_is_lost() {
    at_testby(async |house, _| {
        let consultant = house.visitor(CONSULTANT).await;
        let wrong = [("version", "0"), ("from", "i morgen måske"), ("to", "6/2-2018"), ("reason", "Fordi det passer bedre.")];
        let again = consultant.post(&format!("{STEP}/flyt"), &wrong).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = again.page();
        assert_eq!(page.value("from").as_deref(), Some("i morgen måske"));
        assert!(again.body.contains("Fordi det passer bedre."));

        let head = house.town.position_at(pejl_domain::orgs::Role::DepartmentHead, "boerneafdeling").to_string();
        let named = consultant.post(&format!("{STEP}/ansvarlig"), &[("version", "0"), ("responsible", head.as_str())]).await;
        assert_eq!(named.leads_to().as_deref(), Some(STEP));
        let chief = house.visitor("department-head@boerneafdeling").await;
        let home = chief.get("/testby").await;
        assert!(home.body.contains(&format!("href=\"{STEP}\"")), "it is a task now:\n{}", home.page().outline());

        let close = [("version", "1"), ("on", "28/2-2018"), ("result", "Fem udkast til målsætninger.")];
        assert_eq!(chief.post(&format!("{STEP}/luk"), &close).await.leads_to().as_deref(), Some(STEP));
        let stale = consultant.post(&format!("{STEP}/luk"), &close).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.body.contains("Fem udkast til målsætninger."));
        for view in ["?aar=2018", "?aar=2018&vis=liste", "?aar=2018&vis=tabel", "?periode=1&aar=2018", "?aar=2018&enhed=E-6"] {
            let page = house.visitor(READER).await.get(&format!("/testby/aarshjul{view}")).await;
            assert_eq!(page.status, StatusCode::OK, "{view}");
            assert!(page.body.contains("Gennemført"), "{view}");
        }
    });
}

#[test]
fn a_wheel_of_a_year_that_is_none_and_a_step_that_is_not_held_are_not_there() {
    at_testby(async |house, _| {
        let reader = house.visitor(READER).await;
        for path in [
            "/testby/aarshjul?aar=femten",
            "/testby/aarshjul?enhed=E-99",
            "/testby/aarshjul/2018/findes-ikke",
            "/testby/aarshjul/x/y",
        ] {
            assert_eq!(reader.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}
