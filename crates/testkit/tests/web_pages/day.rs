//! The day a municipality stands on, as its pages show it.

use jiff::civil::date;
use pejl_app::models::stand_on;
use pejl_policy::Actor;
use pejl_testkit::pages::{CONSULTANT, House, at_testby};

async fn stand(house: &House) {
    let operator = Actor::operator(house.town.id, house.office.today());
    let mut desk = house.office.desk_for(operator, house.place.clone()).await.unwrap();
    let stood = stand_on(&mut desk, Some(date(2012, 2, 29))).await;
    desk.close(stood, "test").await.unwrap();
}

#[test]
fn every_page_says_which_day_a_municipality_stands_on_and_the_neighbours_pages_do_not() {
    at_testby(async |house, _| {
        let visitor = house.visitor(CONSULTANT).await;
        assert!(!visitor.get("/testby").await.body.contains("Demonstration:"));
        stand(house).await;
        for path in ["/testby", "/testby/kaeden", "/testby/soeg", "/testby/opsaetning", "/testby/enhed/E-999"] {
            let said = visitor.get(path).await.body;
            assert!(said.contains("Demonstration: dagen er 29. februar 2012"), "{path}");
        }
        visitor.choose("en").await;
        assert!(visitor.get("/testby").await.body.contains("Demonstration: the day is 29 February 2012"));
        let stranger = house.stranger("consultant@byraad").await;
        assert!(!stranger.get("/naboby").await.body.contains("Demonstration:"));
    });
}

#[test]
fn where_a_municipality_stands_on_a_day_its_news_are_told_without_the_date_of_the_last_visit() {
    at_testby(async |house, _| {
        let visitor = house.visitor(CONSULTANT).await;
        assert!(visitor.get("/testby").await.body.contains("Det er første gang, du er her."));
        stand(house).await;
        let back = house.visitor(CONSULTANT).await.get("/testby").await.body;
        assert!(back.contains("Der er ikke sket noget, du kan se, siden du var her sidst."));
    });
}
