//! Nothing typed is ever lost: a refused form comes back with every letter, and where two people changed the same thing both
//! texts are shown.

use axum::http::StatusCode;
use pejl_testkit::outline::Page;
use pejl_testkit::pages::{ADMINISTRATOR, Answer, CONSULTANT, House, Visitor, at_testby};

use crate::chain::Chain;

/// What people, their word processors and their enemies type.
fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("script", "<script>alert('x')</script>".to_owned()),
        ("attribute", "\" onmouseover=\"alert(1)\" x=\"".to_owned()),
        ("closing", "</textarea></form><h1>Overtaget</h1>".to_owned()),
        ("letters", "Æblegrød på Ærø — “citat” ‘ord’ … é ü ß 한국어 🙂 e\u{301}".to_owned()),
        ("template", "{{ 7*7 }} {% raw %} ${x} {$x} %s".to_owned()),
        ("ampersand", "A & B &amp; C &lt;".to_owned()),
        ("long", "æøå ".repeat(2_500)),
        ("spaces", "  to  mellemrum  ".to_owned()),
    ]
}

fn set(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    match form.iter_mut().find(|(n, _)| n == name) {
        Some(field) => field.1 = value.to_owned(),
        None => form.push((name.to_owned(), value.to_owned())),
    }
}

/// No element that was not ours came into the page.
fn assert_nothing_came_alive(answer: &Answer, what: &str) {
    let page = answer.page();
    assert_eq!(page.count("script:not([src])"), 0, "{what}");
    assert_eq!(page.count("[onmouseover]"), 0, "{what}");
    assert_eq!(page.count("h1"), 1, "{what}");
}

/// Opens a form, types, makes it be refused, and looks whether what was typed came back.
async fn comes_back(visitor: &Visitor, path: &str, texts: &[&str], spoil: (&str, &str)) {
    let opened = visitor.get(path).await;
    assert_eq!(opened.status, StatusCode::OK, "{path}");
    for (what, value) in hostile() {
        let mut form = opened.page().form("");
        for field in texts {
            set(&mut form, field, &value);
        }
        set(&mut form, spoil.0, spoil.1);
        let answer = visitor.post(path, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} with {what}:\n{}", answer.page().outline());
        assert_nothing_came_alive(&answer, what);
        let page = answer.page();
        for field in texts.iter().filter(|f| **f != spoil.0) {
            assert_eq!(page.value(field).as_deref(), Some(value.as_str()), "{path}: {field} with {what}");
        }
        assert_eq!(page.value(spoil.0).as_deref(), Some(spoil.1), "{path}: the wrong field too");
    }
}

#[test]
fn a_refused_form_of_a_unit_comes_back_with_every_letter() {
    at_testby(async |house, _| {
        let keeper = house.visitor(ADMINISTRATOR).await;
        comes_back(&keeper, "/testby/opsaetning/organisation/ny", &["name", "area"], ("from", "i går <b>")).await;
        comes_back(&keeper, "/testby/opsaetning/organisation/E-6/ret", &["name", "area"], ("from", "31/2-2018")).await;
    });
}

#[test]
fn a_refused_form_of_a_goal_comes_back_with_every_letter() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let consultant = house.visitor(CONSULTANT).await;
        let texts = ["title", "text", "expected-effect", "follow-up"];
        let new = "/testby/kaeden/ny?type=institutionsmaal&enhed=E-6";
        comes_back(&consultant, new, &texts, ("due", "en dag i maj <b>")).await;
        let edit = format!("/testby/maal/{}/ret", chain.draft.number);
        comes_back(&consultant, &edit, &texts, ("due", "32/1-2018")).await;
    });
}

#[test]
fn a_letter_that_no_database_can_hold_is_left_out_or_refused_and_never_a_fault() {
    at_testby(async |house, _| {
        let keeper = house.visitor(ADMINISTRATOR).await;
        let path = "/testby/opsaetning/organisation/ny";
        for name in ["Nul\0tegn", "\0", "Retning\u{202e}vendt", "Bjælde\u{7}"] {
            let mut form = keeper.get(path).await.page().form("");
            set(&mut form, "name", name);
            set(&mut form, "level", "institution");
            set(&mut form, "parent", "E-4");
            let answer = keeper.post(path, &form).await;
            assert!(
                matches!(answer.status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::SEE_OTHER),
                "{name:?}: {}",
                answer.status
            );
        }
        let searched = keeper.get("/testby/soeg?q=a%00b").await;
        assert!(searched.status.is_success(), "{}", searched.status);
    });
}

#[test]
fn hostile_text_that_was_saved_is_shown_as_text_wherever_it_stands() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let consultant = house.visitor(CONSULTANT).await;
        let path = format!("/testby/maal/{}/ret", chain.draft.number);
        let title = "<script>alert('x')</script> \" onmouseover=\"alert(1)\" {{ 7*7 }} {$x}";
        let mut form = consultant.get(&path).await.page().form("");
        set(&mut form, "title", title);
        set(&mut form, "text", title);
        let saved = consultant.post(&path, &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.page().outline());
        for path in [
            saved.leads_to().unwrap(),
            "/testby".to_owned(),
            "/testby/kaeden".to_owned(),
            "/testby/kaeden?visning=tabel".to_owned(),
            "/testby/kaeden?visning=liste".to_owned(),
            "/testby/enhed/E-6".to_owned(),
            "/testby/soeg?q=script".to_owned(),
            format!("/testby/soeg?q={}", "%3Cscript%3Ealert(1)%3C/script%3E%22"),
        ] {
            let answer = consultant.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_nothing_came_alive(&answer, &path);
        }
    });
}

/// Every error stands twice in the same words: in the summary, after its field's label and with a link, and beside its field.
fn assert_errors_stand_twice(page: &Page) {
    let links = page.attributes(".alert-error a, .error-summary a, [role=alert] a", "href");
    assert!(!links.is_empty(), "{}", page.outline());
    for link in links {
        let id = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads to a field"));
        assert_eq!(page.count(&format!("[id=\"{id}\"]")), 1, "{link} leads to one field");
        let beside =
            page.first(&format!("[id=\"{id}-error\"]")).unwrap_or_else(|| panic!("an error beside {id}:\n{}", page.outline()));
        let summary = page.first(&format!("a[href=\"{link}\"]")).unwrap();
        // A group of choices has a legend, any other field a label.
        let mut labels = page.all(&format!("label[for=\"{id}\"], legend.form-label")).into_iter();
        let said = labels.find_map(|label| Some(summary.strip_prefix(label.split(" (").next()?)?.strip_prefix(": ")?.to_owned()));
        let said = said.unwrap_or_else(|| panic!("{summary:?} begins with the label of {id}"));
        assert!(beside.ends_with(&said), "{beside:?} is {said:?}");
    }
}

#[test]
fn every_error_stands_in_the_summary_and_beside_its_field_in_the_same_words() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let keeper = house.visitor(ADMINISTRATOR).await;
        let consultant = house.visitor(CONSULTANT).await;
        let answer = keeper.post("/testby/opsaetning/organisation/ny", &[("name", ""), ("from", "x")]).await;
        assert_errors_stand_twice(&answer.page());
        insta::assert_snapshot!("a_unit_with_errors", answer.page().outline());
        let path = format!("/testby/maal/{}/ret", chain.draft.number);
        let mut form = consultant.get(&path).await.page().form("");
        set(&mut form, "title", "");
        set(&mut form, "due", "x");
        let answer = consultant.post(&path, &form).await;
        assert_errors_stand_twice(&answer.page());
        insta::assert_snapshot!("a_goal_with_errors", answer.page().outline());
    });
}

async fn two_at_once(house: &House, path: &str, field: &str) -> Answer {
    let (mine, theirs) = (house.visitor(CONSULTANT).await, house.visitor(CONSULTANT).await);
    let (mut my_form, mut their_form) = (mine.get(path).await.page().form(""), theirs.get(path).await.page().form(""));
    set(&mut their_form, field, "Deres tekst");
    assert_eq!(theirs.post(path, &their_form).await.status, StatusCode::SEE_OTHER);
    set(&mut my_form, field, "Min tekst");
    let both = mine.post(path, &my_form).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    both
}

#[test]
fn where_two_change_the_same_goal_the_second_sees_both_texts_and_may_choose() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let path = format!("/testby/maal/{}/ret", chain.draft.number);
        let both = two_at_once(house, &path, "title").await;
        assert!(both.body.contains("Deres tekst") && both.body.contains("Min tekst"));
        insta::assert_snapshot!(both.page().outline());
        // Pressing the button saves my text over theirs, knowingly.
        let mine = house.visitor(CONSULTANT).await;
        let saved = mine.post(&path, &both.page().form("")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.page().outline());
        assert!(mine.get(&saved.leads_to().unwrap()).await.body.contains("Min tekst"));
    });
}

#[test]
fn where_two_change_the_same_unit_both_texts_stand_in_words() {
    at_testby(async |house, _| {
        let path = "/testby/opsaetning/organisation/E-6/ret";
        let (mine, theirs) = (house.visitor(ADMINISTRATOR).await, house.visitor(ADMINISTRATOR).await);
        let (mut my_form, mut their_form) = (mine.get(path).await.page().form(""), theirs.get(path).await.page().form(""));
        set(&mut their_form, "name", "Deres skole");
        set(&mut their_form, "function", "support");
        assert_eq!(theirs.post(path, &their_form).await.status, StatusCode::SEE_OTHER);
        set(&mut my_form, "name", "Min skole");
        set(&mut my_form, "kind", "boernehave");
        let both = mine.post(path, &my_form).await;
        assert_eq!(both.status, StatusCode::CONFLICT);
        insta::assert_snapshot!(both.page().outline());
    });
}
