//! The pages of agreements: one is written, talked about, submitted, approved and signed by those whose it is, through the
//! pages themselves; and nothing typed is lost where two write at once.

use axum::http::StatusCode;
use pejl_testkit::pages::{Answer, CONSULTANT, House, READER, Visitor, at_testby};

use crate::chain::Chain;

pub const LEADER: &str = "institution-leader@skole";
pub const HEAD: &str = "department-head@boerneafdeling";

/// The school's agreement for 2018: in dialogue, with the school's draft in it and the head's proposal of another text.
pub struct Agreed {
    /// Its page.
    pub path: String,
    /// The counter-proposal, as its address ends.
    pub counter: String,
    /// Its version.
    pub version: String,
}

/// Sends a form that must do what it says; gives where it leads.
async fn done<K: AsRef<str>, V: AsRef<str>>(visitor: &Visitor, path: &str, form: &[(K, V)]) -> String {
    let answer = visitor.post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.page().outline());
    answer.leads_to().unwrap_or_default()
}

/// The version that a page's forms are opened on.
async fn version(visitor: &Visitor, path: &str) -> String {
    visitor.get(path).await.page().value("version").expect("a version")
}

/// The form of a page, with some fields written anew.
async fn filled(visitor: &Visitor, path: &str, with: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut form = visitor.get(path).await.page().form("");
    form.retain(|(name, _)| !with.iter().any(|(new, _)| new == name));
    form.extend(with.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    form
}

impl Agreed {
    /// Drafts it as the school's leader, takes the draft of a goal in, opens the dialogue; the head proposes another text.
    pub async fn enter(house: &House, chain: &Chain) -> Self {
        let (leader, head) = (house.visitor(LEADER).await, house.visitor(HEAD).await);
        let new = "/testby/aftaler/ny?slags=virksomhedsaftale";
        let path = done(&leader, new, &[("agents", "E-6"), ("from", "2018"), ("years", "1")]).await;
        let goal = chain.draft.number.to_string();
        let written = [("add", goal.as_str()), ("theme-borgereffekter", "Vi spørger børnene."), ("goer", "gem")];
        let form = filled(&leader, &format!("{path}/ret"), &written).await;
        done(&leader, &format!("{path}/ret"), &form).await;
        let now = version(&leader, &format!("{path}/ret")).await;
        done(&leader, &format!("{path}/dialog"), &[("version", &now)]).await;
        let proposal = [
            ("maal", goal.as_str()),
            ("about", "text"),
            ("value-text", "Tyve minutter om dagen."),
            ("because", "Hver dag siger ikke hvor længe."),
        ];
        done(&head, &format!("{path}/modforslag"), &proposal).await;
        let page = leader.get(&path).await.page();
        let links = page.attributes("#forhandling a", "href");
        let answer = links.iter().find(|href| href.contains("/modforslag/")).expect("somewhere to answer");
        let counter = answer.rsplit('/').next().unwrap_or_default().to_owned();
        let version = version(&leader, &format!("{path}/ret")).await;
        Self { path, counter, version }
    }

    /// Answers the counter-proposal with yes and submits.
    async fn submit(&self, leader: &Visitor) {
        let answer = format!("{}/modforslag/{}", self.path, self.counter);
        let yes = filled(leader, &answer, &[("reply", "accept")]).await;
        done(leader, &answer, &yes).await;
        let now = version(leader, &format!("{}/ret", self.path)).await;
        done(leader, &format!("{}/send", self.path), &[("version", now)]).await;
    }
}

fn offers(answer: &Answer) -> Vec<String> {
    answer.page().all(".pj-head .pj-actions a, .pj-head .pj-actions button")
}

#[test]
fn an_agreement_goes_all_the_way_from_draft_to_signed_through_its_pages() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        let (leader, head) = (house.visitor(LEADER).await, house.visitor(HEAD).await);
        assert_eq!(offers(&leader.get(&agreed.path).await)[0], "Svar på forslag");

        // While a proposal is open nothing is submitted, and the page says why and where.
        let refused = leader.post(&format!("{}/send", agreed.path), &[("version", &agreed.version)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.page().attributes(".pj-errors a", "href").contains(&"#forhandling".to_owned()));

        agreed.submit(&leader).await;
        let page = leader.get(&agreed.path).await;
        assert!(page.body.contains("Tyve minutter om dagen."), "what was agreed is what the goal says");
        assert_eq!(offers(&page)[0], "Underskriv");
        let sign = format!("{}/underskriv", agreed.path);
        let mut form = leader.get(&sign).await.page().form("");
        done(&leader, &sign, &form).await;
        form = head.get(&sign).await.page().form("");
        done(&head, &sign, &form).await;

        let approve = format!("{}/godkend", agreed.path);
        let approval = filled(&head, &approve, &[]).await;
        done(&head, &approve, &approval).await;
        let page = leader.get(&agreed.path).await;
        assert!(page.page().first("main .pj-state").is_some_and(|word| word == "Godkendt"), "{}", page.page().outline());
        assert_eq!(page.page().count(".pj-signatures .is-missing"), 0, "both have signed");
        let checked = leader.get(&format!("{}/kontrol", agreed.path)).await;
        assert!(checked.body.contains("Seglet passer"), "{}", checked.page().outline());
        // In force, everybody reads it.
        let reader = house.visitor(READER).await;
        assert_eq!(reader.get(&agreed.path).await.status, StatusCode::OK);
        assert_eq!(offers(&reader.get(&agreed.path).await), Vec::<String>::new());
    });
}

#[test]
fn where_two_write_an_agreement_at_once_both_texts_are_shown_and_none_is_lost() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        let path = format!("{}/ret", agreed.path);
        let leader = house.visitor(LEADER).await;
        let mine = filled(&leader, &path, &[("section-0", "Vi læser hver dag."), ("goer", "gem")]).await;
        let theirs = filled(&leader, &path, &[("section-0", "Vi læser på torsdage."), ("goer", "gem")]).await;
        done(&leader, &path, &theirs).await;
        let both = leader.post(&path, &mine).await;
        assert_eq!(both.status, StatusCode::CONFLICT);
        let shown = both.page().all(".pj-both p");
        assert!(
            shown.contains(&"Vi læser på torsdage.".to_owned()) && shown.contains(&"Vi læser hver dag.".to_owned()),
            "{shown:?}"
        );
        assert_eq!(both.page().value("section-0").as_deref(), Some("Vi læser hver dag."), "what was typed stands in the form");
        done(&leader, &path, &both.page().form("")).await;
        assert!(leader.get(&agreed.path).await.body.contains("Vi læser hver dag."));
    });
}

#[test]
fn a_draft_is_not_there_for_who_may_not_see_it() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        for post in ["institution-leader@bibliotek", "committee-chair@kulturudvalg"] {
            let visitor = house.visitor(post).await;
            for rest in ["", "/ret", "/underskriv", "/forskel", "/kontrol", "/naeste-aar"] {
                let answer = visitor.get(&format!("{}{rest}", agreed.path)).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{rest} as {post}");
            }
            assert!(!visitor.get("/testby/aftaler?aar=alle").await.body.contains("A-2018-001"), "as {post}");
        }
    });
}

#[test]
fn one_decision_approves_what_was_put_before_a_body() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        agreed.submit(&house.visitor(LEADER).await).await;
        let consultant = house.visitor(CONSULTANT).await;
        let path = "/testby/aftaler/godkend?organ=E-4";
        let mut form = filled(&consultant, path, &[("on", "1/6-2018"), ("case", "EKS-2018-9"), ("decided", "Godkendt.")]).await;
        let nothing: Vec<_> = form.iter().filter(|(name, _)| name != "agreements").cloned().collect();
        let refused = consultant.post(path, &nothing).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was chosen");
        form.push(("goals".to_owned(), format!("{}:{}", chain.proposed.number, chain.proposed.version)));
        done(&consultant, path, &form).await;
        let list = consultant.get("/testby/aftaler?aar=2018").await;
        assert!(list.page().all("td .pj-state").contains(&"Godkendt".to_owned()), "{}", list.page().outline());
    });
}

#[test]
fn only_bodies_with_something_waiting_can_be_chosen_when_many_are_approved() {
    at_testby(async |house, _| {
        let consultant = house.visitor(CONSULTANT).await;
        let empty = consultant.get("/testby/aftaler/godkend").await;
        let texts = |answer: &Answer, of: &str| answer.page().all(of);
        assert_eq!(texts(&empty, ".pj-empty-title"), ["Intet venter på godkendelse"]);
        assert!(texts(&empty, "main form, .pj-views a").is_empty(), "{}", empty.page().outline());

        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        agreed.submit(&house.visitor(LEADER).await).await;
        let first = consultant.get("/testby/aftaler/godkend").await;
        assert!(texts(&first, ".pj-empty-title").is_empty(), "{}", first.page().outline());
        let ways = texts(&first, ".pj-views a");
        assert!(!ways.contains(&"Kulturudvalget".to_owned()), "{ways:?}");
        let culture = consultant.get("/testby/aftaler/godkend?organ=E-3").await;
        assert_eq!(texts(&culture, ".pj-empty-title"), ["Intet venter på godkendelse"]);
        assert!(texts(&culture, ".pj-views a[aria-current]").len() == 1, "{}", culture.page().outline());
    });
}

#[test]
fn the_next_year_is_drafted_from_this_one_goal_by_goal() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let agreed = Agreed::enter(house, &chain).await;
        let (leader, head) = (house.visitor(LEADER).await, house.visitor(HEAD).await);
        agreed.submit(&leader).await;
        let approve = format!("{}/godkend", agreed.path);
        done(&head, &approve, &filled(&head, &approve, &[]).await).await;
        let renew = format!("{}/naeste-aar", agreed.path);
        let next = done(&leader, &renew, &leader.get(&renew).await.page().form("")).await;
        assert!(next.ends_with("A-2019-001"), "{next}");
        let page = leader.get(&next).await;
        assert!(page.body.contains(&chain.draft.number.to_string()), "{}", page.page().outline());
        let again = leader.post(&renew, &[("x", "y")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it has been carried on already");
    });
}
