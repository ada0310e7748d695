//! The endings that are not done, each as a page in the product's voice: what happened, what to do, the way home.

use axum::http::StatusCode;
use pejl_testkit::pages::{CONSULTANT, at_testby};

#[test]
fn what_is_not_there_is_said_in_the_products_voice() {
    at_testby(async |house, _| {
        let visitor = house.visitor(CONSULTANT).await;
        let answer = visitor.get("/testby/maal/M-2018-999").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        insta::assert_snapshot!(answer.page().outline());
        for path in ["/testby/findes-ikke", "/testby/enhed/E-999", "/testby/enhed/x", "/testby/maal/x", "/findes-ikke/x"] {
            let answer = visitor.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.body.contains("<h1>"), "{path}");
        }
    });
}

#[test]
fn what_is_not_there_leads_who_is_not_logged_in_to_the_door_or_says_so() {
    at_testby(async |house, _| {
        let answer = house.anybody().get("/findes-ikke").await;
        assert!(answer.status == StatusCode::NOT_FOUND || answer.leads_to().is_some());
        assert!(answer.leads_to().is_some() || answer.body.contains("<h1>"));
    });
}

#[test]
fn a_method_that_an_address_does_not_take_is_no_bare_error() {
    at_testby(async |house, _| {
        let answer = house.visitor(CONSULTANT).await.post::<&str, &str>("/testby/kaeden", &[]).await;
        assert!(answer.status.is_client_error());
        assert!(answer.body.contains("<h1>"), "{}", answer.body);
    });
}

#[test]
fn a_form_that_cannot_be_read_at_all_is_refused_with_a_page() {
    at_testby(async |house, _| {
        let visitor = house.visitor(CONSULTANT).await;
        let request = axum::http::Request::post("/testby/kaeden/ny").header("content-type", "application/json");
        let answer = visitor.send(request, axum::body::Body::from("{}")).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert!(answer.body.contains("<h1>"), "{}", answer.body);
    });
}

#[test]
fn a_fault_is_a_page_that_tells_nothing_of_the_inside() {
    at_testby(async |house, db| {
        let visitor = house.visitor(CONSULTANT).await;
        db.raw("DROP TABLE contribution").await.unwrap();
        let answer = visitor.get("/testby/kaeden").await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!answer.body.contains("contribution"), "nothing of the inside is told");
        insta::assert_snapshot!(answer.page().outline());
    });
}
