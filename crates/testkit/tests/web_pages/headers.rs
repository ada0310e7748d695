//! What stands around every answer: the headers that protect, and the requests of other sites that are turned away.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use pejl_testkit::pages::{ADMINISTRATOR, CONSULTANT, at_testby};

use crate::routes::addresses;

#[test]
fn every_answer_carries_the_headers_that_protect() {
    at_testby(async |house, db| {
        let consultant = house.visitor(CONSULTANT).await;
        let mut paths = addresses(house, db).await;
        paths.extend(["/log-ind", "/tilgaengelighed", "/findes-ikke", "/testby/findes-ikke", "/healthz"].map(ToOwned::to_owned));
        for path in paths {
            let answer = consultant.get(&path).await;
            let csp = answer.header("content-security-policy").unwrap_or_else(|| panic!("{path} has a policy"));
            assert!(csp.starts_with("default-src 'none'"), "{path}: {csp}");
            assert!(!csp.contains("unsafe"), "{path}: {csp}");
            for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
                assert!(csp.contains(part), "{path}: {part}");
            }
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{path}");
            assert!(answer.header("x-request-id").is_some(), "{path}");
            if !["/healthz", "/readyz", "/assets/manifest.json"].contains(&path.as_str()) {
                assert_eq!(answer.header("cache-control"), Some("no-store"), "{path} is nobody else's to keep");
            }
        }
    });
}

#[test]
fn a_form_that_another_site_sends_is_turned_away() {
    at_testby(async |house, _| {
        let visitor = house.visitor(ADMINISTRATOR).await;
        for path in ["/logud", "/sprog", "/testby/opsaetning/organisation/ny", "/testby/kaeden/ny"] {
            let answer = visitor.post_from_elsewhere(path, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(answer.body.contains("<h1>"), "{path}: in the product's own words");
        }
        assert_eq!(visitor.get("/testby").await.status, StatusCode::OK, "and is still logged in");
    });
}

#[test]
fn an_old_browser_is_known_by_the_origin_it_sends() {
    at_testby(async |house, _| {
        let visitor = house.anybody();
        let form = || Request::post("/sprog").header("content-type", "application/x-www-form-urlencoded");
        let own = visitor.send(form().header("origin", "https://pejl.example"), Body::from("lang=en")).await;
        assert_eq!(own.status, StatusCode::SEE_OTHER);
        let other = visitor.send(form().header("origin", "https://pejl.example.elsewhere.example"), Body::from("lang=en")).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn nothing_is_changed_by_opening_an_address() {
    at_testby(async |house, db| {
        // Counted in the audit trail: what is not told there was not done.
        let consultant = house.visitor(CONSULTANT).await;
        let count = async || db.texts("SELECT CAST(COUNT(*) AS TEXT) FROM audit_line").await;
        let paths = addresses(house, db).await;
        let before = count().await;
        for path in paths {
            consultant.get(&path).await;
        }
        assert_eq!(count().await, before);
    });
}

#[test]
fn styles_and_scripts_may_be_kept_for_good_because_their_address_changes_with_them() {
    at_testby(async |house, _| {
        let page = house.anybody().get("/log-ind").await.page();
        for asset in page.attributes("link[rel=stylesheet]", "href").into_iter().chain(page.attributes("script", "src")) {
            let answer = house.anybody().get(&asset).await;
            assert_eq!(answer.status, StatusCode::OK, "{asset}");
            assert!(answer.header("cache-control").unwrap_or_default().contains("immutable"), "{asset}");
        }
    });
}
