//! What a page offers, and how it says what there is: nothing that may not be done, no keys for words, one for one.

use pejl_domain::orgs::Role;
use pejl_kernel::PositionId;
use pejl_policy::Action;
use pejl_store::chain;
use pejl_testkit::pages::{Answer, CONSULTANT, House, at_testby};
use pejl_testkit::town::{key, prose};

use crate::chain::Chain;

fn links_to(answer: &Answer, ending: &str) -> bool {
    answer.page().attributes("a", "href").iter().any(|href| href.ends_with(ending))
}

#[test]
fn a_goal_is_put_before_units_only_where_there_are_units_below_its_owner() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let consultant = house.visitor(CONSULTANT).await;
        let page = async |number: &pejl_kernel::Number| consultant.get(&format!("/testby/maal/{number}")).await;
        assert!(links_to(&page(&chain.department.number).await, "/stil-til"));
        assert!(!links_to(&page(&chain.school.number).await, "/stil-til"), "nothing stands below a school");
    });
}

#[test]
fn who_may_write_and_not_tie_is_not_offered_to_tie() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let path = format!("/testby/maal/{}/ret", chain.draft.number);
        for (post, may_tie) in [("institution-leader@skole", true), ("employee@skole", false)] {
            let form = house.visitor(post).await.get(&path).await;
            assert!(form.status.is_success(), "{post} may write: {}", form.status);
            assert_eq!(links_to(&form, "/knyt"), may_tie, "{post}");
        }
    });
}

#[test]
fn one_of_a_kind_is_called_by_its_singular() {
    at_testby(async |house, _| {
        Chain::enter(house).await;
        let figures = house.visitor(CONSULTANT).await.get("/testby").await.page().all("td a");
        assert!(figures.contains(&"1 målsætning, Vedtaget".to_owned()), "{figures:?}");
    });
}

#[test]
fn the_sign_of_an_action_follows_how_it_goes() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let consultant = house.visitor(CONSULTANT).await;
        let path = format!("/testby/handling/{}", chain.action.number);
        let signs = |answer: &Answer| answer.page().attributes(".pj-kicker .pj-state use", "href");
        let planned = signs(&consultant.get(&path).await);
        assert!(planned[0].ends_with("#pj-planned"), "{planned:?}");
        let status = format!("{path}/status");
        let mut form = consultant.get(&status).await.page().form("");
        form.retain(|(name, _)| name != "progress");
        form.push(("progress".to_owned(), "running".to_owned()));
        assert!(consultant.post(&status, &form).await.status.is_redirection());
        let running = signs(&consultant.get(&path).await);
        assert!(running[0].ends_with("#pj-running"), "{running:?}");
    });
}

/// The library's leader answers for the school's goal: nobody the school's own form would offer.
async fn answered_for_from_afar(house: &House, chain_here: &Chain, position: PositionId) -> String {
    let (town, mut tx) = (&house.town, house.office.db().write().await.unwrap());
    let goal = town.draft(&mut tx, "institutionsmaal", "skole", "Bøger på hylden").await;
    let mut content = goal.content.clone();
    content.goal.responsible = Some(position);
    let (goal, edited) = goal.edit(&town.model, content).unwrap();
    let goal = town.save(&mut tx, &goal, &edited).await;
    let (goal, proposed) = goal.propose(&town.model, &pejl_testkit::town::all_tied()).unwrap();
    let goal = town.save(&mut tx, &goal, &proposed).await;
    let decision = town.decision(&mut tx, goal.owner, &key("afdeling")).await;
    let (goal, adopted) = goal.adopt(&town.model, &decision).unwrap();
    let goal = town.save(&mut tx, &goal, &adopted).await;
    let permit = town.permit(Action::AdoptElement);
    chain::save_edition(&mut tx, &permit, town.at(), &goal, &prose("")).await.unwrap();
    town.tie(&mut tx, &goal, &chain_here.department).await;
    tx.commit().await.unwrap();
    format!("/testby/maal/{}", goal.number)
}

#[test]
fn an_edition_names_a_position_that_stands_far_away() {
    at_testby(async |house, _| {
        let far = house.town.everybody().into_iter().find(|(post, _)| post == "institution-leader@bibliotek").unwrap().1;
        assert!(far.is(Role::InstitutionLeader));
        let here = Chain::enter(house).await;
        let path = answered_for_from_afar(house, &here, far.posts[0].position).await;
        let consultant = house.visitor(CONSULTANT).await;
        let mut form = consultant.get(&format!("{path}/ny-udgave")).await.page().form("");
        form.retain(|(name, _)| !["responsible", "reason", "case"].contains(&name.as_str()));
        for (name, value) in [("responsible", ""), ("reason", "Biblioteket har fået andet at gøre."), ("case", "2018-1")] {
            form.push((name.to_owned(), value.to_owned()));
        }
        let revised = consultant.post(&format!("{path}/ny-udgave"), &form).await;
        assert!(revised.status.is_redirection(), "{}", revised.page().outline());
        let editions = consultant.get(&format!("{path}/udgaver")).await.body;
        assert!(editions.contains("Biblioteksleder, Øbro Bibliotek"), "{editions}");
    });
}
