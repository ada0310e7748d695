//! Every page in both languages: nothing without a translation, nothing left empty, one heading, no two things with one id.

use pejl_testkit::TestDb;
use pejl_testkit::pages::{ADMINISTRATOR, CONSULTANT, House, READER, at_testby};

use crate::routes::addresses;

const POSTS: [&str; 5] = [CONSULTANT, ADMINISTRATOR, READER, "committee-chair@boerneudvalg", "institution-leader@skole"];

async fn every_page(house: &House, db: &TestDb, lang: &str, check: impl Fn(&str, &pejl_testkit::pages::Answer) -> Vec<String>) {
    let mut wrong = Vec::new();
    let mut paths = addresses(house, db).await;
    paths.extend(["/log-ind", "/testby/findes-ikke"].map(ToOwned::to_owned));
    for shape in ["visning=tabel", "visning=liste", "kun=loese", "kun=brud", "q=findes-ikke"] {
        paths.push(format!("/testby/kaeden?{shape}"));
    }
    for found in ["l%C3%A6sning", "M-2018-1", "findesikke", ""] {
        paths.push(format!("/testby/soeg?q={found}"));
    }
    for post in POSTS {
        let visitor = house.visitor(post).await;
        visitor.choose(lang).await;
        for path in &paths {
            let answer = visitor.get(path).await;
            if answer.status.is_redirection() || !answer.body.contains("<html") {
                continue;
            }
            wrong.extend(check(lang, &answer).into_iter().map(|what| format!("{path} as {post}: {what}")));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is the matter with a page's words.
fn words(lang: &str, answer: &pejl_testkit::pages::Answer) -> Vec<String> {
    let page = answer.page();
    let mut wrong = Vec::new();
    if let Some(at) = answer.body.find('⟦') {
        wrong.push(format!("a word without a translation: {}", answer.body[at..].chars().take(60).collect::<String>()));
    }
    if page.attributes("html", "lang") != [lang] {
        wrong.push(format!("speaks {:?}", page.attributes("html", "lang")));
    }
    if page.count("h1") != 1 {
        wrong.push(format!("{} h1: {:?}", page.count("h1"), page.all("h1")));
    }
    for of in ["h1", "h2", "h3", "a", "button", "legend", "summary", "th", "dt", "label", "option"] {
        let attributes = ["aria-label"].iter().map(|a| page.attributes(&format!("{of}[{a}]"), a).len()).sum::<usize>();
        let empty = page.all(of).iter().filter(|text| text.is_empty()).count();
        if empty > attributes && of != "option" {
            wrong.push(format!("{empty} empty <{of}>"));
        }
    }
    wrong.extend(page.repeated_ids().into_iter().map(|id| format!("two things have the id {id}")));
    wrong.extend(page.outline().lines().filter(|l| l.contains("MISSING #") || l.contains("NOWHERE")).map(ToOwned::to_owned));
    if page.title().starts_with('·') || page.title().trim().is_empty() {
        wrong.push(format!("the title is {:?}", page.title()));
    }
    wrong
}

#[test]
fn every_page_speaks_danish_throughout() {
    at_testby(async |house, db| every_page(house, db, "da", words).await);
}

#[test]
fn every_page_speaks_english_throughout() {
    at_testby(async |house, db| every_page(house, db, "en", words).await);
}
