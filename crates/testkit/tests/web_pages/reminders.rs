//! Everything one has to do on one page, what one is reminded of, and the way out without a login.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use pejl_app::reminders::{MadeMail, MailContent, Secret};
use pejl_domain::orgs::Role;
use pejl_domain::reminders::{MailKey, Run, Week};
use pejl_policy::Action;
use pejl_testkit::TestDb;
use pejl_testkit::pages::{ADMINISTRATOR, House, at_testby};
use pejl_web::Settings;

use crate::chain::Chain;

const LEADER: &str = "institution-leader@skole";
const PAGE: &str = "/testby/paamindelser";

/// A mail to the school's leader in the outbox; the secret that is in it.
async fn mailed(house: &House, db: &TestDb) -> String {
    let person = house.town.actor_at(Role::InstitutionLeader, "skole").person().unwrap();
    let _ = house.town.permit(Action::SendReminders);
    let (day, secret) = (house.office.today(), Secret::fresh(house.office.mint()));
    let said = secret.as_str().to_owned();
    let content = MailContent {
        name: "Skolelederen".to_owned(),
        language: "da".to_owned(),
        subject: "Dine opgaver".to_owned(),
        text: "Der venter noget.".to_owned(),
        html: "<p>Der venter noget.</p>".to_owned(),
        unsubscribe: format!("https://pejl.example/afmeld/{said}"),
    };
    let mail =
        MadeMail { key: MailKey::weekly(person, Week::of(day)), recipient: "leder@testby.example".to_owned(), content, secret };
    let run = Run { after: day.yesterday().unwrap(), day };
    assert_eq!(house.office.keep_digests(&house.place, run, vec![mail]).await.unwrap(), 1);
    assert_eq!(db.texts("SELECT state FROM outbox").await, [["waiting"]]);
    said
}

#[test]
fn the_page_of_tasks_holds_what_overblik_does_and_each_leads_to_a_page() {
    at_testby(async |house, _| {
        Chain::enter(house).await;
        for post in [LEADER, "committee-chair@boerneudvalg", "consultant@byraad", "department-head@boerneafdeling"] {
            let visitor = house.visitor(post).await;
            let all = visitor.get("/testby/opgaver").await.page();
            let links = all.attributes(".pj-task-title a", "href");
            assert!(!links.is_empty(), "{post}");
            for link in &links {
                assert_eq!(visitor.get(link).await.status, StatusCode::OK, "{post}: {link}");
            }
            let home = visitor.get("/testby").await.page();
            assert!(home.attributes("a", "href").contains(&"/testby/opgaver".to_owned()), "{post}");
            if post == LEADER {
                for link in home.attributes(".pj-task-title a", "href") {
                    assert!(links.contains(&link), "{post}: {link}");
                }
            }
        }
    });
}

#[test]
fn who_has_nothing_to_do_is_told_what_comes_here() {
    at_testby(async |house, _| {
        let body = house.visitor("employee@skole").await.get("/testby/opgaver").await.body;
        assert!(body.contains("Der venter ikke noget på dig") && body.contains(PAGE), "{body}");
    });
}

#[test]
fn what_is_chosen_stands_chosen_and_two_tabs_do_not_overwrite_each_other_unseen() {
    at_testby(async |house, _| {
        let visitor = house.visitor(LEADER).await;
        let form = |version: &'static str, weekly: &'static str| {
            [("version", version), ("weekly", weekly), ("before", "7"), ("language", "en")]
        };
        let saved = visitor.post(PAGE, &form("0", "thursday")).await;
        assert_eq!(saved.leads_to().as_deref(), Some(PAGE));
        let page = visitor.follow(saved).await.page();
        assert!(page.outline().contains("Dine påmindelser er gemt."), "{}", page.outline());
        let chosen = |page: &pejl_testkit::outline::Page| page.attributes("option[selected]", "value");
        assert_eq!(chosen(&page), ["thursday", "7", "en"]);

        let other_tab = visitor.post(PAGE, &form("0", "friday")).await;
        assert_eq!(other_tab.status, StatusCode::CONFLICT);
        assert!(other_tab.body.contains("er ændret i mellemtiden"));
        assert_eq!(chosen(&other_tab.page()), ["friday", "7", "en"]);
        assert_eq!(other_tab.page().value("version").as_deref(), Some("1"));

        let nonsense = visitor.post(PAGE, &[("version", "1"), ("weekly", "sunday"), ("language", "da")]).await;
        assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
        let far = visitor.post(PAGE, &[("version", "1"), ("before", "31"), ("language", "da")]).await;
        assert!(far.status == StatusCode::UNPROCESSABLE_ENTITY && far.body.contains("Vælg mellem én og 30 dage"), "{}", far.body);
    });
}

#[test]
fn where_no_mail_is_sent_the_page_says_so_and_an_administrator_how_it_is_mended() {
    at_testby(async |house, db| {
        let told = house.visitor(LEADER).await.get(PAGE).await.body;
        assert!(told.contains("Pejl sender ikke mails her endnu") && !told.contains("smtp-url"));
        let keeper = house.visitor(ADMINISTRATOR).await.get(PAGE).await.body;
        assert!(keeper.contains("smtp-url") && keeper.contains("mail-from") && keeper.contains("public-url"));

        mailed(house, db).await;
        let sending = house.with(Settings { sends_mail: true, ..Settings::default() });
        let visitor = pejl_testkit::pages::Visitor::at(sending);
        visitor.log_in("testby.administrator.byraad", pejl_testkit::pages::PASSWORD).await;
        let keeper = visitor.get(PAGE).await.body;
        assert!(!keeper.contains("Pejl sender ikke mails") && keeper.contains("Udbakken"), "{keeper}");
        assert!(keeper.contains("<strong>1</strong> venter på at blive sendt"), "{keeper}");
    });
}

#[test]
fn whoever_holds_the_mail_leaves_with_one_button_and_opening_it_changes_nothing() {
    at_testby(async |house, db| {
        let way = format!("/afmeld/{}", mailed(house, db).await);
        let anybody = house.anybody();
        for _ in 0..2 {
            let page = anybody.get(&way).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains("leder@testby.example") && page.body.contains("Afmeld påmindelser"));
        }
        assert_eq!(db.texts("SELECT state FROM outbox").await, [["waiting"]], "what looks through mails opens what is in them");
        let left = anybody.post::<&str, &str>(&way, &[]).await;
        assert!(left.status == StatusCode::OK && left.body.contains("Du er afmeldt"), "{}", left.body);
        assert_eq!(db.texts("SELECT state FROM outbox").await, [["given-up"]]);
        let chosen = house.visitor(LEADER).await.get(PAGE).await.page().attributes("option[selected]", "value");
        assert_eq!(chosen, ["", "", "pages"]);
    });
}

#[test]
fn the_one_click_of_a_mail_program_unsubscribes_without_a_page_a_cookie_or_a_login() {
    at_testby(async |house, db| {
        let way = format!("/afmeld/{}", mailed(house, db).await);
        // RFC 8058: no origin, no cookies, a body of one line; some send it as multipart/form-data.
        for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
            let request = Request::post(way.as_str()).header(header::CONTENT_TYPE, kind);
            let answer = house.anybody().send(request, Body::from("List-Unsubscribe=One-Click")).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        }
        assert_eq!(db.texts("SELECT state FROM outbox").await, [["given-up"]]);
        let elsewhere = house.anybody().post_from_elsewhere(&way, &[]).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN, "another site's page is no mail program");
    });
}

#[test]
fn an_address_that_was_guessed_tells_nothing() {
    at_testby(async |house, db| {
        let secret = mailed(house, db).await;
        for guess in ["0123456789abcdef", &secret[..39], "%27%20OR%201=1", "x"] {
            let answer = house.anybody().get(&format!("/afmeld/{guess}")).await;
            assert!(answer.status == StatusCode::NOT_FOUND && !answer.body.contains("leder@"), "{guess}: {}", answer.body);
        }
        let english = house.anybody().speaking("en").get("/afmeld/x").await.body;
        assert!(english.contains("The address cannot be used"));
    });
}
