//! Strategy letters' pages: three letters entered through the pages themselves, one of each kind that people can meet; and
//! that nothing typed about one is lost.

use axum::http::StatusCode;
use pejl_testkit::TestDb;
use pejl_testkit::pages::{Answer, CONSULTANT, House, READER, Visitor, at_testby};

use crate::rounds::{HEAD, LEADER};
use crate::routes::{Door, Ground, Row, form};

const LIST: &str = "/testby/strategibrev";
/// Published, with a theme for talk alone.
const PUBLISHED: &str = "/testby/strategibrev/2017";
/// Open to input, with one input from the school's leader.
const OPEN: &str = "/testby/strategibrev/2018";
/// Being written.
const DRAFT: &str = "/testby/strategibrev/2019";

/// What a page about letters can be about.
pub struct Strategy {
    /// The input to the open letter.
    pub input: String,
}

async fn done(visitor: &Visitor, path: &str, form: &[(&str, &str)]) -> Answer {
    let answer = visitor.post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.page().outline());
    answer
}

/// Starts a letter with a heading and a theme, which asks a question where one is given; its version is then 3.
async fn written(keeper: &Visitor, year: &str, question: &str) {
    let letter = format!("{LIST}/{year}");
    done(keeper, &format!("{LIST}/nyt"), &[("year", year), ("title", "")]).await;
    let heading = [("version", "1"), ("title", "Ledelse på tværs"), ("text", "Vi hører sammen.")];
    done(keeper, &format!("{letter}/overskrift/ny"), &heading).await;
    let mut theme = vec![("version", "2"), ("name", "Tværgående samarbejde"), ("text", "Det er svært."), ("heading", "1")];
    if !question.is_empty() {
        theme.extend([("asks", "1"), ("question", question)]);
    }
    done(keeper, &format!("{letter}/tema/ny"), &theme).await;
}

impl Strategy {
    /// Enters the three letters.
    pub async fn enter(house: &House, db: &TestDb) -> Self {
        let keeper = house.visitor(CONSULTANT).await;
        written(&keeper, "2017", "").await;
        done(&keeper, &format!("{PUBLISHED}/udgiv"), &[("version", "3")]).await;
        written(&keeper, "2018", "Hvordan gør I?").await;
        let days = [("version", "3"), ("from", "1/6-2018"), ("to", "30/6-2018")];
        done(&keeper, &format!("{OPEN}/inputrunde"), &days).await;
        let input = [("text", "Skriv om de unge."), ("theme", ""), ("side", "person")];
        done(&house.visitor(LEADER).await, &format!("{OPEN}/input"), &input).await;
        written(&keeper, "2019", "Hvordan gør I?").await;
        let hex = db.texts("SELECT lower(hex(id)) FROM letter_input").await.into_iter().flatten().next().expect("an input");
        Self { input: [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-") }
    }
}

/// A route of letters, on the letter that stands so that it is open.
pub fn letter_row(rest: &str, ground: &Ground) -> Option<Row> {
    let at = |path: String, door, fields: &[(&'static str, &str)]| Some(Row { path, door, form: form(fields), file: None });
    let kept = Door::Tended(CONSULTANT);
    let Some(of) = rest.strip_prefix("/{year}") else {
        return match rest {
            "" => at(LIST.to_owned(), Door::Everybody, &[]),
            "/nyt" => at(format!("{LIST}/nyt"), kept, &[("year", "2020"), ("title", "")]),
            _ => None,
        };
    };
    let draft = |rest: &str, fields: &[(&'static str, &str)]| at(format!("{DRAFT}{rest}"), kept, fields);
    match of {
        "" | "/frosset.json" => at(format!("{PUBLISHED}{of}"), Door::Everybody, &[]),
        "/kommentar" => at(format!("{PUBLISHED}{of}"), Door::Everybody, &[("text", "Hvad betyder det?"), ("theme", "")]),
        "/luk" => at(format!("{PUBLISHED}{of}"), kept, &[("version", "4")]),
        "/genaabn" => at(format!("{PUBLISHED}{of}"), kept, &[("version", "4")]),
        "/input" => at(format!("{OPEN}{of}"), Door::Everybody, &[("text", "Godt."), ("theme", ""), ("side", "person")]),
        "/input/{input}" => {
            let path = format!("{OPEN}/input/{}", ground.strategy.input);
            at(path, kept, &[("version", "1"), ("became", "taken-in"), ("because", "")])
        }
        "/inputrunde" => at(format!("{OPEN}{of}"), kept, &[("version", "4"), ("from", "1/6-2018"), ("to", "1/7-2018")]),
        "/inputrunde/luk" => at(format!("{OPEN}{of}"), kept, &[("version", "4")]),
        "/skriv" => draft(of, &[("version", "3"), ("title", "Brevet"), ("opening", ""), ("closing", "")]),
        "/overskrift/{place}" => draft("/overskrift/1", &[("version", "3"), ("title", "På tværs"), ("text", "")]),
        "/overskrift/{place}/fjern" => draft("/overskrift/1/fjern", &[("version", "3")]),
        "/tema/{theme}" => {
            draft("/tema/tvaergaaende-samarbejde", &[("version", "3"), ("name", "På tværs"), ("text", "x"), ("heading", "1")])
        }
        "/tema/{theme}/fjern" => draft("/tema/tvaergaaende-samarbejde/fjern", &[("version", "3")]),
        "/udgiv" => draft(of, &[("version", "3")]),
        _ => None,
    }
}

#[test]
fn a_letter_is_read_by_all_when_it_is_published_and_its_draft_by_those_who_write_it() {
    at_testby(async |house, db| {
        Strategy::enter(house, db).await;
        for post in [READER, LEADER, HEAD] {
            let visitor = house.visitor(post).await;
            assert!(visitor.get(PUBLISHED).await.body.contains("Vi hører sammen."), "{post}");
            assert!(visitor.get(OPEN).await.body.contains("Vi hører sammen."), "{post}: the proposal is read too");
            assert_eq!(visitor.get(DRAFT).await.status, StatusCode::NOT_FOUND, "{post}");
            assert!(!visitor.get(LIST).await.body.contains("2019"), "{post}");
        }
        assert!(house.visitor(CONSULTANT).await.get(DRAFT).await.body.contains("Vi hører sammen."));
        let anybody = house.anybody().get(PUBLISHED).await;
        assert!(anybody.leads_to().unwrap_or_default().starts_with("/log-ind"), "nobody reads one without a login");
    });
}

#[test]
fn huge_and_hostile_input_comes_back_as_it_was_typed_with_what_would_be_right() {
    at_testby(async |house, db| {
        Strategy::enter(house, db).await;
        let leader = house.visitor(LEADER).await;
        let path = format!("{OPEN}/input");
        let huge = format!("<script>alert(1)</script>{}", "æ".repeat(10_000));
        let answer = leader.post(&path, &[("text", huge.as_str()), ("theme", ""), ("side", "network"), ("network", "")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.page();
        assert_eq!(page.value("text").as_deref(), Some(huge.as_str()));
        assert!(!answer.body.contains("<script>alert"));
        let invalid = page.attributes("[aria-invalid=true]", "name");
        assert_eq!(invalid, ["text", "network"], "each fault beside its field");
        let strange = [("text", "x"), ("theme", "\u{0}findes ikke"), ("side", "00000000-0000-0000-0000-000000000000")];
        let answer = leader.post(&path, &strange).await;
        assert!(matches!(answer.status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::NOT_FOUND), "{}", answer.status);
    });
}

#[test]
fn whoever_publishes_sees_first_who_must_answer_and_afterwards_the_agreement_says_which_letter_asks() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let keeper = house.visitor(CONSULTANT).await;
        done(&keeper, &format!("{OPEN}/inputrunde/luk"), &[("version", "4")]).await;
        let before = keeper.get(&format!("{OPEN}/udgiv")).await;
        assert!(before.page().all("h3").iter().any(|h| h.starts_with('1')), "{}", before.page().outline());
        let unseen = keeper.post(&format!("{OPEN}/udgiv"), &[("version", "5")]).await;
        assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY, "an input waits for a word");
        done(&keeper, &format!("{OPEN}/udgiv"), &[("version", "5"), ("despite", "1")]).await;
        for path in [ground.agreed.path.clone(), format!("{}/ret", ground.agreed.path), "/testby/aftaler?aar=2018".to_owned()] {
            let page = keeper.get(&path).await.page();
            assert!(page.attributes("a", "href").contains(&OPEN.to_owned()), "{path} leads to the letter:\n{}", page.outline());
        }
        let again = keeper.post(&format!("{OPEN}/udgiv"), &[("version", "5"), ("despite", "1")]).await;
        assert_eq!(again.leads_to().as_deref(), Some(OPEN), "published twice is once");
    });
}

#[test]
fn who_writes_on_a_version_that_is_gone_keeps_what_they_wrote() {
    at_testby(async |house, db| {
        Strategy::enter(house, db).await;
        let keeper = house.visitor(CONSULTANT).await;
        let stale = [("version", "2"), ("title", "Min overskrift"), ("text", "Mine ord.")];
        let answer = keeper.post(&format!("{DRAFT}/overskrift/1"), &stale).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert_eq!(answer.page().value("text").as_deref(), Some("Mine ord."));
        assert!(keeper.get(DRAFT).await.body.contains("Vi hører sammen."));
    });
}
