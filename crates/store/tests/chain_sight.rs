//! Who sees which element: each rule by name. Everybody in Testby is asked.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::date;
use pejl_domain::chain::{Element, Outcome};
use pejl_domain::orgs::{Role, StandIn};
use pejl_kernel::{Span, StandInId};
use pejl_policy::{Action, Actor, Sight, Who};
use pejl_store::{Miss, Tx, chain, orgs};
use pejl_testkit::town::prose;
use pejl_testkit::{Town, on_both_engines};

/// Those who work for the whole municipality.
const ALL_SEEING: [&str; 5] =
    ["chief-executive@byraad", "director@byraad", "consultant@byraad", "controller@byraad", "administrator@byraad"];

/// Those who write in the school, or work above it.
const WORKING: [&str; 4] =
    ["department-head@boerneafdeling", "institution-leader@skole", "employee@skole", "works-council-member@skole"];

/// The elected above the school, and its board.
const DECIDING: [&str; 4] =
    ["council-member@byraad", "committee-chair@boerneudvalg", "committee-member@boerneudvalg", "board-member@skole"];

/// Everybody else: the other branch.
const OTHERS: [&str; 3] = ["committee-chair@kulturudvalg", "department-head@kulturafdeling", "institution-leader@bibliotek"];

/// Asked by its number, as a page is, and by its id, as a deed is.
async fn sees(tx: &mut Tx, actor: &Actor, element: &Element) -> bool {
    let sight = Sight::of(actor);
    let by_number = found(chain::element_by_number(tx, &sight, element.number).await);
    assert_eq!(found(chain::element_seen(tx, &sight, element.id).await), by_number, "a page and a deed see the same");
    by_number
}

fn found(element: Result<Element, Miss>) -> bool {
    match element {
        Ok(_) => true,
        Err(Miss::NotFound) => false,
        Err(miss) => panic!("{miss}"),
    }
}

async fn seers(tx: &mut Tx, town: &Town, element: &Element) -> Vec<String> {
    let mut seers = Vec::new();
    for (name, actor) in town.everybody() {
        if sees(tx, &actor, element).await {
            seers.push(name);
        }
    }
    seers.sort();
    seers
}

fn those(groups: &[&[&str]]) -> Vec<String> {
    let mut all: Vec<String> = groups.iter().flat_map(|group| group.iter().map(|s| (*s).to_owned())).collect();
    all.sort();
    all
}

on_both_engines!(a_draft_is_seen_by_those_who_work_in_its_unit_or_above, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    assert_eq!(seers(&mut tx, &town, &draft).await, those(&[&ALL_SEEING, &WORKING]));
});

on_both_engines!(a_proposal_is_seen_by_the_elected_above_and_the_board_too, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let proposed = town.proposed(&mut tx, "institutionsmaal", "skole", "Forslag").await;
    assert_eq!(seers(&mut tx, &town, &proposed).await, those(&[&ALL_SEEING, &WORKING, &DECIDING]));
});

on_both_engines!(what_is_adopted_is_seen_by_everybody, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let adopted = town.adopted(&mut tx, "institutionsmaal", "skole", "Mål").await;
    assert_eq!(seers(&mut tx, &town, &adopted).await, those(&[&ALL_SEEING, &WORKING, &DECIDING, &OTHERS]));
});

on_both_engines!(what_was_sent_back_is_a_draft_again, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let proposed = town.proposed(&mut tx, "institutionsmaal", "skole", "Forslag").await;
    let (returned, event) = proposed.return_to_draft(&town.model, prose("Skarpere.")).unwrap();
    let returned = town.save(&mut tx, &returned, &event).await;
    assert_eq!(seers(&mut tx, &town, &returned).await, those(&[&ALL_SEEING, &WORKING]));
});

on_both_engines!(what_was_given_up_is_seen_by_those_who_worked_on_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    let (withdrawn, event) = draft.withdraw(&town.model, prose("Nej.")).unwrap();
    let withdrawn = town.save(&mut tx, &withdrawn, &event).await;
    assert_eq!(seers(&mut tx, &town, &withdrawn).await, those(&[&ALL_SEEING, &WORKING]));
});

on_both_engines!(what_was_in_force_stays_seen_by_everybody, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let new = town.adopted(&mut tx, "institutionsmaal", "skole", "Det nye").await;
    let old = town.adopted(&mut tx, "institutionsmaal", "skole", "Det gamle").await;
    let (superseded, event) = old.supersede(&town.model, &new).unwrap();
    let superseded = town.save(&mut tx, &superseded, &event).await;
    let (closed, event) = new.close(&town.model, Outcome::Met, prose(""), None).unwrap();
    let closed = town.save(&mut tx, &closed, &event).await;
    assert_eq!(seers(&mut tx, &town, &superseded).await.len(), town.everybody().len());
    assert_eq!(seers(&mut tx, &town, &closed).await.len(), town.everybody().len());
});

on_both_engines!(a_draft_of_the_committee_is_not_seen_below_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalgets kladde").await;
    // Nor by the elected: it is the administration that drafts, and nobody of it sits in the committee itself.
    assert_eq!(seers(&mut tx, &town, &draft).await, those(&[&ALL_SEEING]));
    let proposed = town.proposed(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalgets forslag").await;
    let committee = ["committee-chair@boerneudvalg", "committee-member@boerneudvalg", "council-member@byraad"];
    assert_eq!(seers(&mut tx, &town, &proposed).await, those(&[&ALL_SEEING, &committee]));
});

on_both_engines!(whoever_has_no_position_sees_what_is_in_force_alone, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    let proposed = town.proposed(&mut tx, "institutionsmaal", "skole", "Forslag").await;
    let adopted = town.adopted(&mut tx, "institutionsmaal", "skole", "Mål").await;
    let person = town.person(&mut tx, "Uden stilling (prøve)").await;
    let nobody = Actor { who: Who::Person(person), municipality: town.id, on: date(2018, 6, 15), posts: Vec::new() };
    assert!(!sees(&mut tx, &nobody, &draft).await);
    assert!(!sees(&mut tx, &nobody, &proposed).await);
    assert!(sees(&mut tx, &nobody, &adopted).await);
});

on_both_engines!(a_stand_in_sees_what_the_position_sees_as_long_as_it_lasts, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    let librarian = town.actor_at(Role::InstitutionLeader, "bibliotek");
    assert!(!sees(&mut tx, &librarian, &draft).await);

    let position = orgs::position(&mut tx, town.id, town.position_at(Role::DepartmentHead, "boerneafdeling")).await.unwrap();
    let span = Span { from: date(2018, 6, 10), to: Some(date(2018, 6, 20)) };
    let (stand_in, event) = StandIn::appoint(StandInId::new(&town.mint), &position, librarian.person().unwrap(), span).unwrap();
    let permit = town.permit(Action::AppointStandIn);
    orgs::save_stand_in(&mut tx, &permit, town.at(), &stand_in, position.content.unit, &event).await.unwrap();
    for (on, seen) in [(date(2018, 6, 9), false), (date(2018, 6, 10), true), (date(2018, 6, 20), true), (date(2018, 6, 21), false)]
    {
        let actor = Actor { on, ..librarian.clone() };
        assert_eq!(sees(&mut tx, &actor, &draft).await, seen, "{on}");
    }
});

on_both_engines!(a_position_that_has_ended_shows_nothing_more, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    let teacher = town.actor(Role::Employee);
    assert!(sees(&mut tx, &teacher, &draft).await);
    let position = orgs::position(&mut tx, town.id, teacher.posts[0].position).await.unwrap();
    let (ended, event) = position.end(date(2018, 6, 14)).unwrap();
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_position(&mut tx, &permit, town.at(), &ended, Some(&event)).await.unwrap();
    assert!(!sees(&mut tx, &teacher, &draft).await);
});

on_both_engines!(a_board_member_who_works_there_too_sees_what_those_who_work_there_see, async |db| {
    let mut town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladde").await;
    let member = town.actor(Role::BoardMember);
    assert!(!sees(&mut tx, &member, &draft).await);
    town.appoint(&mut tx, "skole", Role::Employee, "Pædagog", member.person()).await;
    assert!(sees(&mut tx, &member, &draft).await);
});
