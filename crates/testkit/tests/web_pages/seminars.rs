//! The goal seminar's pages: from the first proposal to objectives that are proposed, through the pages themselves.

use axum::http::StatusCode;
use pejl_testkit::pages::{Answer, CONSULTANT, House, READER, Visitor, at_testby};

use crate::chain::Chain;
use crate::routes::{Door, Row};

const CHAIR: &str = "committee-chair@boerneudvalg";
/// The seminar that weighs.
const HERE: &str = "/testby/maalseminar/2018";

/// Sends a form that must do what it says.
async fn done(visitor: &Visitor, path: &str, form: &[(&str, &str)]) -> Answer {
    let answer = visitor.post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.page().outline());
    answer
}

async fn propose(visitor: &Visitor, title: &str) {
    let words = [("kind", "objective"), ("title", title), ("text", "Det skal være anderledes."), ("why", "Derfor.")];
    let form: Vec<_> = words.into_iter().chain([("group", "Børn"), ("unit", "E-2")]).collect();
    done(visitor, &format!("{HERE}/forslag/nyt"), &form).await;
}

/// Begins the seminar of 2018: three proposals by a chair, the first chosen and gone by way of a policy, the second chosen.
pub async fn enter(house: &House) {
    let (keeper, chair) = (house.visitor(CONSULTANT).await, house.visitor(CHAIR).await);
    done(&keeper, "/testby/maalseminar/begynd", &[("aar", "2018")]).await;
    for title in ["Flere cykler til skole", "Flere læser sikkert", "Flere i foreninger"] {
        propose(&chair, title).await;
    }
    let frame = [("version", "1"), ("held-on", "26/2-2018"), ("question", "Hvad skal vi styre efter?"), ("risk", "Budgettet.")];
    done(&keeper, &format!("{HERE}/ramme"), &frame).await;
    done(&keeper, &format!("{HERE}/prioriter"), &[("version", "2")]).await;
    for serial in ["1", "2"] {
        done(&keeper, &format!("{HERE}/forslag/{serial}/afgoer"), &[("version", "1"), ("outcome", "chosen")]).await;
    }
    let commission = [("title", "Cykelpolitik"), ("task", "Trygge skoleveje."), ("lead", "E-2"), ("way", "new"), ("serves", "1")];
    done(&keeper, &format!("{HERE}/bestilling/ny"), &commission).await;
}

/// A route of goal seminars, on the one of 2018.
pub fn seminar_row(rest: &str, chain: &Chain) -> Option<Row> {
    let form = |fields: &[(&'static str, &str)]| fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let at = |path: &str, door, fields: &[(&'static str, &str)]| {
        Some(Row { path: format!("/testby/maalseminar{path}"), door, form: form(fields), file: None })
    };
    let tended = Door::Tended(CONSULTANT);
    let words = [("title", "Flere i job"), ("text", "Et job til alle."), ("why", ""), ("group", "")];
    let objective = chain.objective.number.to_string();
    match rest {
        "" => at("", Door::Everybody, &[]),
        "/begynd" => at("/begynd", tended, &[("aar", "2019")]),
        _ => {
            let rest = rest.strip_prefix("/{year}")?;
            let path = format!("/2018{}", rest.replace("{number}", &objective));
            let of = |serial: &str, fields: &[(&'static str, &str)]| at(&path.replace("{serial}", serial), tended, fields);
            match rest {
                "" => of("", &[]),
                "/ramme" => of("", &[("version", "3"), ("held-on", ""), ("question", "Hvorhen?"), ("risk", "")]),
                "/prioriter" | "/afslut" => of("", &[("version", "3")]),
                "/aflys" => of("", &[("version", "3"), ("because", "")]), // not said why: the others need it
                "/forslag/nyt" => of("", &[&words[..], &[("kind", "objective"), ("unit", "E-2")]].concat()),
                "/forslag/{serial}/ret" => of("3", &[&words[..], &[("version", "1")]].concat()),
                "/forslag/{serial}/tag-tilbage" => of("3", &[("version", "1")]),
                "/forslag/{serial}/flyt" => of("2", &[("version", "2"), ("vej", "up")]),
                "/forslag/{serial}/afgoer" => of("3", &[("version", "1"), ("outcome", "parked")]),
                "/forslag/{serial}/vej" => of("2", &[("version", "2"), ("route", "policy")]),
                "/gaeldende/{number}" => of("", &[("version", "0"), ("verdict", "end"), ("because", "Den er nået.")]),
                "/bestilling/ny" | "/bestilling/{serial}" => {
                    of("1", &[("version", "1"), ("title", "Cykelpolitik"), ("lead", "E-2"), ("way", "new"), ("serves", "1")])
                }
                "/bestilling/{serial}/fjern" => of("1", &[("version", "1")]),
                _ => None,
            }
        }
    }
}

#[test]
fn three_proposals_become_two_objectives_and_the_page_says_so_before_and_after() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        enter(house).await;
        let keeper = house.visitor(CONSULTANT).await;
        let page = keeper.get(HERE).await;
        insta::assert_snapshot!("a_seminar_as_who_keeps_it", page.page().outline());
        let chair = house.visitor(CHAIR).await;
        insta::assert_snapshot!("a_seminar_as_a_chair", chair.get(HERE).await.page().outline());

        let not_yet = keeper.get(&format!("{HERE}/afslut")).await;
        assert!(not_yet.body.contains("1 forslag er ikke afgjort") && not_yet.body.contains("mangler en vej"));
        assert!(!not_yet.body.contains("Afslut seminaret"), "no button that would only be refused");

        done(&keeper, &format!("{HERE}/forslag/3/afgoer"), &[("version", "1"), ("outcome", "parked")]).await;
        let goal =
            [("version", "2"), ("route", "goal"), ("goal-title", "Læsning hver dag"), ("goal-text", ""), ("goal-unit", "E-2")];
        done(&keeper, &format!("{HERE}/forslag/2/vej"), &goal).await;
        let preview = keeper.get(&format!("{HERE}/afslut")).await;
        insta::assert_snapshot!("what_will_come_of_a_seminar", preview.page().outline());
        let turns = preview.page().value("version").unwrap_or_default();
        let concluded = done(&keeper, &format!("{HERE}/afslut"), &[("version", &turns)]).await;
        let page = keeper.follow(concluded).await;
        insta::assert_snapshot!("what_came_of_a_seminar", page.page().outline());

        // Everybody sees it now, and finds the way from the objective back to what was proposed.
        let reader = house.visitor(READER).await;
        assert_eq!(reader.get(HERE).await.status, StatusCode::OK);
        let made = page.page().attributes("#resultat a", "href").into_iter().find(|href| href.contains("/maalsaetning/"));
        let objective = keeper.get(&made.expect("an objective")).await;
        assert!(objective.body.contains("Foreslået som »Flere cykler til skole« til"), "{}", objective.page().outline());
        let standing = keeper.get(&format!("/testby/maalsaetning/{}", chain.objective.number)).await;
        assert!(standing.body.contains("Fortsatte uændret på"), "{}", standing.page().outline());
    });
}

#[test]
fn a_refused_proposal_comes_back_with_every_letter() {
    at_testby(async |house, _| {
        enter(house).await;
        let keeper = house.visitor(CONSULTANT).await;
        let long = "æ".repeat(4001);
        for (title, text) in [("", "<script>alert(1)</script>"), ("\" onmouseover=\"alert(1)\"", long.as_str())] {
            let form = [("kind", "objective"), ("title", title), ("text", text), ("why", ""), ("group", ""), ("unit", "E-2")];
            let answer = keeper.post(&format!("{HERE}/forslag/nyt"), &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = answer.page();
            assert_eq!((page.value("title").as_deref(), page.value("text").as_deref()), (Some(title), Some(text)));
            assert_eq!((page.count("script:not([src])"), page.count("[onmouseover]"), page.count("h1")), (0, 0, 1));
        }
    });
}

#[test]
fn two_who_reword_a_proposal_both_see_both_texts() {
    at_testby(async |house, _| {
        enter(house).await;
        let keeper = house.visitor(CONSULTANT).await;
        let path = format!("{HERE}/forslag/3/ret");
        let words = |text| [("version", "1"), ("title", "Flere i foreninger"), ("text", text), ("why", ""), ("group", "")];
        done(&keeper, &path, &words("Den enes ord.")).await;
        let answer = keeper.post(&path, &words("Den andens ord.")).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("Den enes ord.") && answer.body.contains("Den andens ord."));
    });
}
