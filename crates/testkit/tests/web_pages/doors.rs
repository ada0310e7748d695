//! The door: who is let in, who waits, and what a session is worth afterwards.

use axum::http::StatusCode;
use pejl_kernel::FixedClock;
use pejl_testkit::pages::{CONSULTANT, PASSWORD, READER, Visitor, at_testby, login_of};

#[test]
fn a_wrong_password_is_refused_in_words_and_keeps_the_login() {
    at_testby(async |house, _| {
        let visitor = house.anybody();
        let answer = visitor.log_in("testby.consultant.byraad", "et andet kodeord").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.page();
        assert_eq!(page.value("login").as_deref(), Some("testby.consultant.byraad"));
        assert_eq!(page.value("password").as_deref(), Some(""), "a password is never sent back");
        let summary = page.all(".alert-error a, .error-summary a, [role=alert] a");
        assert!(!summary.is_empty(), "the error stands in the summary:\n{}", page.outline());
        assert!(page.outline().contains(&summary[0]), "and beside its field");
        assert!(page.attributes("[aria-invalid=true]", "name").contains(&"login".to_owned()));
    });
}

#[test]
fn an_unknown_login_and_a_wrong_password_are_told_the_same() {
    at_testby(async |house, _| {
        let wrong = house.anybody().log_in(&login_of("testby", CONSULTANT), "et andet kodeord").await;
        let unknown = house.anybody().log_in("testby.consultant.nobody", "et andet kodeord").await;
        assert_eq!(wrong.status, unknown.status);
        let told = |body: &str| body.replace("testby.consultant.byraad", "X").replace("testby.consultant.nobody", "X");
        assert_eq!(told(&wrong.body), told(&unknown.body));
    });
}

#[test]
fn after_eight_failed_attempts_a_login_waits_and_says_how_long() {
    at_testby(async |house, _| {
        let visitor = house.anybody();
        let login = login_of("testby", CONSULTANT);
        for _ in 0..8 {
            assert_eq!(visitor.log_in(&login, "gættet kodeord").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let waits = visitor.log_in(&login, PASSWORD).await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "also with the right password");
        assert!(waits.page().outline().contains("15"), "{}", waits.page().outline());

        let another = house.anybody().log_in(&login_of("testby", READER), PASSWORD).await;
        assert_eq!(another.status, StatusCode::SEE_OTHER, "others are let in");

        let later = FixedClock(house.town.at() + jiff::SignedDuration::from_mins(16));
        let answer = Visitor::at(house.at(later)).log_in(&login, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "a quarter of an hour later it is over");
    });
}

#[test]
fn capitals_and_spaces_around_a_login_do_not_matter() {
    at_testby(async |house, _| {
        let answer = house.anybody().log_in(" Testby.Consultant.Byraad ", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_session_gets_another_id_at_login_so_that_a_planted_one_is_worth_nothing() {
    at_testby(async |house, _| {
        let first = house.visitor(READER).await;
        let planted = first.cookie_named("pejl").expect("a session");
        let victim = house.anybody().with_cookie("pejl", &planted);
        victim.log_in(&login_of("testby", CONSULTANT), PASSWORD).await;
        assert_ne!(victim.cookie_named("pejl"), Some(planted.clone()));
        let thief = house.anybody().with_cookie("pejl", &planted);
        let seen = thief.get("/testby/min-konto").await;
        assert!(!seen.body.contains("testby.consultant.byraad"), "the planted session is not the victim's");
    });
}

#[test]
fn the_session_cookie_is_kept_from_scripts_and_from_other_sites() {
    at_testby(async |house, _| {
        let answer = house.anybody().log_in(&login_of("testby", READER), PASSWORD).await;
        let cookie = answer.header("set-cookie").expect("a cookie").to_lowercase();
        for trait_ in ["httponly", "samesite=lax", "secure", "path=/"] {
            assert!(cookie.contains(trait_), "{trait_} in {cookie}");
        }
    });
}

#[test]
fn logging_out_ends_the_session_where_it_is_kept_and_not_only_in_the_browser() {
    at_testby(async |house, _| {
        let visitor = house.visitor(READER).await;
        let kept = visitor.cookie_named("pejl").unwrap();
        let answer = visitor.post::<&str, &str>("/logud", &[]).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/log-ind"));
        let later = house.anybody().with_cookie("pejl", &kept).get("/testby").await;
        assert_eq!(later.leads_to().as_deref(), Some("/log-ind?videre=/testby"));
    });
}

#[test]
fn logging_out_everywhere_ends_the_sessions_of_one_person_and_nobody_elses() {
    at_testby(async |house, _| {
        let (here, there) = (house.visitor(READER).await, house.visitor(READER).await);
        let other = house.visitor(CONSULTANT).await;
        let answer = here.post::<&str, &str>("/testby/min-konto/log-ud-alle-steder", &[]).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/log-ind"));
        for visitor in [&here, &there] {
            assert!(visitor.get("/testby").await.leads_to().unwrap_or_default().starts_with("/log-ind"));
        }
        assert_eq!(other.get("/testby").await.status, StatusCode::OK);
    });
}

#[test]
fn after_logging_in_one_comes_to_the_page_one_asked_for_with_its_query() {
    at_testby(async |house, _| {
        let visitor = house.anybody();
        let asked = visitor.get("/testby/kaeden?visning=tabel&q=l%C3%A6s").await;
        let door = asked.leads_to().expect("the door");
        let form = visitor.get(&door).await.page().form("/log-ind");
        let login = login_of("testby", READER);
        let form: Vec<(String, String)> = form
            .into_iter()
            .map(|(name, value)| match name.as_str() {
                "login" => (name, login.clone()),
                "password" => (name, PASSWORD.to_owned()),
                _ => (name, value),
            })
            .collect();
        let answer = visitor.post("/log-ind", &form).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/testby/kaeden?visning=tabel&q=l%C3%A6s"));
    });
}

#[test]
fn nobody_is_sent_to_another_site_or_another_municipality_after_logging_in() {
    at_testby(async |house, _| {
        let login = login_of("testby", READER);
        let elsewhere = [
            "https://elsewhere.example/",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "javascript:alert(1)",
            "/testby.elsewhere.example\r\nset-cookie: a=b",
            "/naboby",
            "",
        ];
        for after in elsewhere {
            let form = [("login", login.as_str()), ("password", PASSWORD), ("videre", after)];
            let answer = house.anybody().post("/log-ind", &form).await;
            assert_eq!(answer.leads_to().as_deref(), Some("/testby"), "{after:?}");
        }
    });
}

#[test]
fn choosing_a_language_leads_back_to_the_page_and_nowhere_else() {
    at_testby(async |house, _| {
        let visitor = house.visitor(READER).await;
        let answer = visitor.post("/sprog", &[("lang", "en"), ("back", "/testby/kaeden?visning=tabel")]).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/testby/kaeden?visning=tabel"));
        let answer = visitor.post("/sprog", &[("lang", "en"), ("back", "//elsewhere.example")]).await;
        assert_eq!(answer.leads_to().as_deref(), Some("/"));
        assert_eq!(visitor.get("/testby").await.page().attributes("html", "lang"), ["en"]);
    });
}

#[test]
fn a_chosen_language_follows_the_login_to_another_browser() {
    at_testby(async |house, _| {
        house.visitor(READER).await.choose("en").await;
        let elsewhere = house.visitor(READER).await;
        assert_eq!(elsewhere.get("/testby").await.page().attributes("html", "lang"), ["en"]);
    });
}

#[test]
fn without_a_choice_the_browser_is_asked_for_its_language_and_danish_is_the_rest() {
    at_testby(async |house, _| {
        for (asks, speaks) in [("en-GB,en;q=0.9", "en"), ("da,en;q=0.8", "da"), ("sv", "da"), ("", "da")] {
            let answer = house.anybody().speaking(asks).get("/log-ind").await;
            assert_eq!(answer.page().attributes("html", "lang"), [speaks], "{asks}");
        }
    });
}

#[test]
fn another_password_asks_for_the_old_one_and_ends_the_sessions() {
    at_testby(async |house, _| {
        let visitor = house.visitor(READER).await;
        let path = "/testby/min-konto";
        let wrong = visitor.post(path, &[("current", "forkert kodeord"), ("password", "et helt nyt kodeord")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let short = visitor.post(path, &[("current", PASSWORD), ("password", "kort")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.page().outline().contains("12"), "says how long: {}", short.page().outline());
        let elsewhere = house.visitor(READER).await;
        let done = visitor.post(path, &[("current", PASSWORD), ("password", "et helt nyt kodeord")]).await;
        assert_eq!(done.leads_to().as_deref(), Some("/log-ind"), "{}", done.body);
        assert!(elsewhere.get("/testby").await.leads_to().is_some(), "whoever knew the old password is out");
        let login = login_of("testby", READER);
        assert_eq!(house.anybody().log_in(&login, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.anybody().log_in(&login, "et helt nyt kodeord").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn the_demonstration_logins_are_shown_in_a_demonstration_and_nowhere_else() {
    at_testby(async |house, _| {
        assert!(!house.anybody().get("/log-ind").await.body.contains("testby."));
        let shown = pejl_web::Settings { demonstration: true, demonstration_password: "pejl".into(), ..Default::default() };
        let answer = Visitor::at(house.with(shown)).get("/log-ind").await;
        // Testby's own logins are no demonstration's: even there they are not told.
        assert!(!answer.body.contains("testby."));
    });
}
