//! Decisions: recorded once, found again, and listed for everybody who is logged in.

#![allow(clippy::unwrap_used)] // every function here belongs to a test

use jiff::civil::{Date, date};
use pejl_domain::chain::Decision;
use pejl_domain::orgs::Role;
use pejl_kernel::DecisionId;
use pejl_policy::Action;
use pejl_store::{Miss, Tx, audit, chain};
use pejl_testkit::town::{key, line, prose};
use pejl_testkit::{Town, on_both_engines};

/// Records a decision of the council's.
async fn record(town: &Town, tx: &mut Tx, on: Date, case_number: &str, text: &str) -> Decision {
    let decision = Decision {
        id: DecisionId::new(&town.mint),
        body: town.unit("byraad"),
        level: key("byraad"),
        on,
        case_number: line(case_number),
        text: prose(text),
    };
    let (decision, event) = decision.record("Testby Byråd", date(2018, 6, 15)).unwrap();
    chain::save_decision(tx, &town.permit(Action::AdoptElement), town.at(), &decision, &event).await.unwrap();
    decision
}

on_both_engines!(a_decision_is_read_back_with_its_body_and_stands_in_the_bodys_history, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let recorded = record(&town, &mut tx, date(2018, 5, 28), "EKS-2018-7", "Vedtaget med ændringen fra ØU.").await;
    let read = chain::decision(&mut tx, town.id, recorded.id).await.unwrap();
    assert_eq!((read.decision, read.body.as_str(), read.body_serial), (recorded.clone(), "Testby Byråd", 1));
    let history = audit::history(&mut tx, &town.whole_sight(), town.unit("byraad").0, 1).await.unwrap();
    assert_eq!(history[0].event.sentence.key, "event-decision-recorded");
    assert!(matches!(chain::decision(&mut tx, neighbour.id, recorded.id).await, Err(Miss::NotFound)));
});

on_both_engines!(one_meeting_adopts_many_by_the_decision_that_is_already_there, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let recorded = record(&town, &mut tx, date(2018, 5, 28), "EKS-2018-7", "Vedtaget.").await;
    let again = Decision { id: DecisionId::new(&town.mint), ..recorded.clone() };
    let same = chain::same_decision(&mut tx, town.id, &again).await.unwrap();
    assert_eq!(same.map(|row| row.decision), Some(recorded.clone()));
    for other in [
        Decision { body: town.unit("boerneudvalg"), ..again.clone() },
        Decision { on: date(2018, 5, 29), ..again.clone() },
        Decision { case_number: line("EKS-2018-8"), ..again.clone() },
        Decision { text: prose("vedtaget."), ..again.clone() },
        Decision { text: prose("Vedtaget. "), ..again.clone() },
    ] {
        let same = chain::same_decision(&mut tx, town.id, &other).await.unwrap();
        assert_eq!(same.is_some(), other == again, "{other:?}");
    }
    assert_eq!(chain::same_decision(&mut tx, neighbour.id, &again).await.unwrap(), None);
});

on_both_engines!(where_the_same_was_recorded_twice_the_first_is_taken, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let first = record(&town, &mut tx, date(2018, 5, 28), "EKS-2018-7", "Vedtaget.").await;
    record(&town, &mut tx, date(2018, 5, 28), "EKS-2018-7", "Vedtaget.").await;
    let same = chain::same_decision(&mut tx, town.id, &first).await.unwrap();
    assert_eq!(same.map(|row| row.decision.id), Some(first.id));
});

on_both_engines!(decisions_are_listed_newest_first_by_case_and_for_everybody, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    for (on, case_number) in
        [(date(2018, 3, 26), "EKS-2018-1"), (date(2018, 5, 28), "EKS-2018-9"), (date(2018, 5, 28), "EKS-2018-7")]
    {
        record(&town, &mut tx, on, case_number, "Vedtaget.").await;
    }
    let cases = async |tx: &mut Tx, most| {
        let rows = chain::decisions(tx, &town.sight(Role::BoardMember), most).await.unwrap();
        rows.into_iter().map(|row| row.decision.case_number.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(cases(&mut tx, 50).await, ["EKS-2018-7", "EKS-2018-9", "EKS-2018-1"]);
    assert_eq!(cases(&mut tx, 1).await, ["EKS-2018-7"]);
    assert!(chain::decisions(&mut tx, &neighbour.whole_sight(), 50).await.unwrap().is_empty());
});
