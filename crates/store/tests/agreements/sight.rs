//! Who sees which agreement, and who sees what is being written in it: each rule by name. Everybody in Testby is asked.

use pejl_domain::agreements::{Agreement, AgreementState};
use pejl_policy::{Actor, Sight};
use pejl_store::{Miss, Tx, agreements};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::fixture::{amended, approved, drafted, save, school, to};

/// Those who work for the whole municipality.
const ALL_SEEING: [&str; 5] =
    ["chief-executive@byraad", "director@byraad", "consultant@byraad", "controller@byraad", "administrator@byraad"];

/// Those who work in the school, or above it: among them the principal's leader.
const WORKING: [&str; 4] =
    ["department-head@boerneafdeling", "institution-leader@skole", "employee@skole", "works-council-member@skole"];

/// The school's board, heard about it.
const BOARD: [&str; 1] = ["board-member@skole"];

/// The elected above the school.
const ELECTED: [&str; 3] = ["council-member@byraad", "committee-chair@boerneudvalg", "committee-member@boerneudvalg"];

/// Everybody else: the other branch.
const OTHERS: [&str; 3] = ["committee-chair@kulturudvalg", "department-head@kulturafdeling", "institution-leader@bibliotek"];

/// What somebody sees of an agreement, by its number, by its id, in a list and on a page: all four agree.
async fn sees(tx: &mut Tx, town: &Town, actor: &Actor, agreement: &Agreement) -> (bool, bool) {
    let sight = Sight::of(actor);
    let (seen, sees_draft) = match agreements::agreement_by_number(tx, &sight, agreement.number).await {
        Ok(seen) => (true, seen.sees_draft),
        Err(Miss::NotFound) => (false, false),
        Err(miss) => panic!("{miss}"),
    };
    assert_eq!(agreements::agreement_seen(tx, &sight, agreement.id).await.is_ok(), seen);
    assert_eq!(agreements::agreement_mentions(tx, &sight, &[agreement.id]).await.unwrap().len(), usize::from(seen));
    let ask = agreements::AgreementAsk {
        meant: agreements::Meant::of(&town.model),
        states: AgreementState::ALL.to_vec(),
        most: 50,
        ..Default::default()
    };
    let (rows, total) = agreements::agreements(tx, &sight, &ask).await.unwrap();
    assert_eq!((rows.iter().any(|row| row.agreement.id == agreement.id), total > 0), (seen, seen));
    let page = agreements::agreement_page(tx, &sight, agreement.number).await;
    assert_eq!(page.map(|page| page.sees_draft).unwrap_or(false), sees_draft);
    (seen, sees_draft)
}

/// Who sees it, and who sees its draft.
async fn seers(tx: &mut Tx, town: &Town, agreement: &Agreement) -> (Vec<String>, Vec<String>) {
    let (mut seers, mut readers) = (Vec::new(), Vec::new());
    for (name, actor) in town.everybody() {
        let (seen, sees_draft) = sees(tx, town, &actor, agreement).await;
        seers.extend(seen.then(|| name.clone()));
        readers.extend(sees_draft.then_some(name));
    }
    seers.sort();
    readers.sort();
    (seers, readers)
}

fn those(groups: &[&[&str]]) -> Vec<String> {
    let mut all: Vec<String> = groups.iter().flat_map(|group| group.iter().map(|s| (*s).to_owned())).collect();
    all.sort();
    all
}

fn both(groups: &[&[&str]]) -> (Vec<String>, Vec<String>) {
    (those(groups), those(groups))
}

on_both_engines!(a_draft_is_seen_by_those_who_work_in_the_agent_s_unit_or_above, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    assert_eq!(seers(&mut tx, &town, &draft).await, both(&[&ALL_SEEING, &WORKING]));
    let gone = to(&mut tx, &town, draft, AgreementState::Withdrawn).await;
    assert_eq!(seers(&mut tx, &town, &gone).await, both(&[&ALL_SEEING, &WORKING]));
});

on_both_engines!(from_the_hearing_on_those_who_are_heard_see_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut agreement = school(&mut tx, &town).await;
    for state in [AgreementState::Hearing, AgreementState::Dialogue, AgreementState::Returned] {
        agreement = to(&mut tx, &town, agreement, state).await;
        assert_eq!(seers(&mut tx, &town, &agreement).await, both(&[&ALL_SEEING, &WORKING, &BOARD]), "{state:?}");
    }
});

on_both_engines!(what_is_submitted_is_seen_by_the_elected_above_too, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let submitted = to(&mut tx, &town, draft, AgreementState::Submitted).await;
    assert_eq!(seers(&mut tx, &town, &submitted).await, both(&[&ALL_SEEING, &WORKING, &BOARD, &ELECTED]));
});

on_both_engines!(what_is_approved_is_seen_by_everybody, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let mut agreement = approved(&mut tx, &town, draft).await;
    for state in [AgreementState::Approved, AgreementState::Reported, AgreementState::Closed] {
        agreement = to(&mut tx, &town, agreement, state).await;
        let everybody = both(&[&ALL_SEEING, &WORKING, &BOARD, &ELECTED, &OTHERS]);
        assert_eq!(seers(&mut tx, &town, &agreement).await, everybody, "{state:?}");
    }
});

on_both_engines!(an_amendment_is_read_by_the_parties_and_the_edition_in_force_by_everybody, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let agreement = approved(&mut tx, &town, draft).await;
    let amended = amended(&mut tx, &town, agreement).await;
    let everybody = those(&[&ALL_SEEING, &WORKING, &BOARD, &ELECTED, &OTHERS]);
    assert_eq!(seers(&mut tx, &town, &amended).await, (everybody, those(&[&ALL_SEEING, &WORKING])));
});

on_both_engines!(a_committee_s_draft_is_seen_by_its_chair_and_from_the_dialogue_on_by_its_members, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = drafted(&mut tx, &town, "udvalgsaftale", "boerneudvalg", &["boerneafdeling"], 2018).await;
    let mut agreement = save(&mut tx, &town, &draft, None).await;
    let (chief, chair) = (["department-head@boerneafdeling"], ["committee-chair@boerneudvalg"]);
    for state in [AgreementState::Draft, AgreementState::Hearing] {
        agreement = to(&mut tx, &town, agreement, state).await;
        assert_eq!(seers(&mut tx, &town, &agreement).await, both(&[&ALL_SEEING, &chief, &chair]), "{state:?}");
    }
    agreement = to(&mut tx, &town, agreement, AgreementState::Dialogue).await;
    let members = ["committee-member@boerneudvalg"];
    assert_eq!(seers(&mut tx, &town, &agreement).await, both(&[&ALL_SEEING, &chief, &chair, &members]));
});
