//! What people must do about agreements.

use pejl_domain::agreements::{Agreement, AgreementState, Side};
use pejl_domain::models::{Heard, YearDay};
use pejl_domain::orgs::Role;
use pejl_kernel::Years;
use pejl_policy::Actor;
use pejl_store::agreements::{self, AgreementTaskOf, AgreementTasksAsk, Meant};
use pejl_store::{Tx, meter};
use pejl_testkit::town::prose;
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::fixture::{approved, countered, heard, own, save, school, signed, to};

fn ask(town: &Town, actor: &Actor) -> AgreementTasksAsk {
    let units = |is: &dyn Fn(Role) -> bool| actor.posts.iter().filter(|p| is(p.role)).map(|p| p.unit).collect();
    AgreementTasksAsk {
        meant: Meant::of(&town.model),
        leads: units(&Role::leads),
        works: units(&|role| matches!(role, Role::Employee | Role::WorksCouncilMember)),
        board: units(&|role| role == Role::BoardMember),
        every: actor.is(Role::Consultant),
        most: 10,
    }
}

/// Everybody who has something to do, with what.
async fn tasks(tx: &mut Tx, town: &Town) -> Vec<String> {
    let mut told = Vec::new();
    for (name, actor) in town.everybody() {
        let sight = pejl_policy::Sight::of(&actor);
        let (found, reading) = meter::measure(agreements::agreement_tasks(tx, &sight, &ask(town, &actor))).await;
        let found = found.unwrap();
        assert_eq!(reading.statements, 2);
        assert_eq!(found.tasks.len(), found.totals.iter().map(|(_, total)| total).sum::<usize>());
        for task in &found.tasks {
            assert!(agreements::agreement_by_number(tx, &sight, task.agreement.number).await.unwrap().sees_draft);
        }
        told.extend(found.tasks.iter().map(|task| format!("{} {}", task.of.as_str(), name.split('@').next().unwrap())));
    }
    told.sort();
    told
}

on_both_engines!(each_step_of_an_agreement_is_somebody_s_task, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.draft(&mut tx, "institutionsmaal", "skole", "Læsning").await;
    let mut draft = school(&mut tx, &town).await;
    draft.content.goals = vec![own(&goal)];
    let draft = save(&mut tx, &town, &draft, None).await;
    assert_eq!(tasks(&mut tx, &town).await, ["send-on institution-leader"]);

    let hearing = to(&mut tx, &town, draft, AgreementState::Hearing).await;
    assert_eq!(tasks(&mut tx, &town).await, ["hearing employee", "hearing works-council-member"]);
    heard(&mut tx, &town, &hearing, Heard::Employees).await;
    assert_eq!(tasks(&mut tx, &town).await, ["send-on institution-leader"], "when all are heard, it is the leader's again");

    let dialogue = to(&mut tx, &town, hearing, AgreementState::Dialogue).await;
    assert_eq!(tasks(&mut tx, &town).await, ["send-on institution-leader"]);
    let counter = countered(&mut tx, &town, &dialogue, &goal).await;
    assert_eq!(tasks(&mut tx, &town).await, ["counter institution-leader"]);
    let answered = pejl_domain::agreements::Counter {
        state: pejl_domain::agreements::CounterState::Accepted,
        answered: Some((counter.by, town.at())),
        ..counter
    };
    let permit = town.permit(pejl_policy::Action::NegotiateAgreement);
    let told = pejl_testkit::town::event("event-agreement-counter-accepted");
    agreements::save_counter(&mut tx, &permit, town.at(), &answered, &told).await.unwrap();

    let returned = Agreement { note: prose("Skarpere mål."), ..dialogue };
    let returned = to(&mut tx, &town, returned, AgreementState::Returned).await;
    assert_eq!(tasks(&mut tx, &town).await, ["returned institution-leader"]);
    let text = crate::fixture::frozen("sendt");
    let submitted = save(&mut tx, &town, &Agreement { state: AgreementState::Submitted, ..returned }, Some(&text)).await;
    let both_sign = ["sign department-head", "sign institution-leader"];
    assert_eq!(tasks(&mut tx, &town).await, [&["approve consultant", "approve department-head"][..], &both_sign].concat());

    let agreement = approved(&mut tx, &town, submitted).await;
    assert_eq!(tasks(&mut tx, &town).await, both_sign);
    signed(&mut tx, &town, &agreement, Side::Agent, "skole", Role::InstitutionLeader).await;
    signed(&mut tx, &town, &agreement, Side::Principal, "boerneafdeling", Role::DepartmentHead).await;
    assert_eq!(tasks(&mut tx, &town).await, [] as [&str; 0]);

    let over = Agreement { period: Years::new(2017, 2017).unwrap(), ..agreement };
    let over = save(&mut tx, &town, &over, None).await;
    assert_eq!(tasks(&mut tx, &town).await, ["report institution-leader"]);
    to(&mut tx, &town, over, AgreementState::Reported).await;
    assert_eq!(tasks(&mut tx, &town).await, ["close consultant", "close department-head"]);
});

on_both_engines!(a_task_says_by_when_and_for_whom_and_counts_the_rest, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    for _ in 0..3 {
        let draft = school(&mut tx, &town).await;
        let note = Agreement { note: prose("Skarpere mål."), ..draft };
        to(&mut tx, &town, note, AgreementState::Returned).await;
    }
    let leader = town.actor(Role::InstitutionLeader);
    let mut asked = AgreementTasksAsk { most: 2, ..ask(&town, &leader) };
    asked.meant.kinds[0].made_by = Some(YearDay { years_on: 0, month: 3, day: 31 });
    let sight = pejl_policy::Sight::of(&leader);
    let found = agreements::agreement_tasks(&mut tx, &sight, &asked).await.unwrap();
    assert_eq!((found.tasks.len(), found.totals), (2, vec![(AgreementTaskOf::Returned, 3)]));
    let task = &found.tasks[0];
    assert_eq!((task.unit.name.as_str(), task.note.as_str(), task.is_late), ("Ådalskolen", "Skarpere mål.", true));
    assert_eq!(task.due.map(|d| d.to_string()).as_deref(), Some("2018-03-31"));
    assert_eq!(task.agreement.number.to_string(), "A-2018-001");
});
