//! What a round asks of people, and who is late.

use jiff::civil::date;
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{Feedback, FeedbackKind, Mark, ReportState};
use pejl_kernel::{FeedbackId, UnitId};
use pejl_policy::{Action, Sight};
use pejl_store::rounds::{self, RoundTaskAsk, RoundTaskOf, RoundTasks};
use pejl_store::{Tx, meter};
use pejl_testkit::town::{event, prose};
use pejl_testkit::{Town, on_both_engines};

use crate::support::{answered, changed, closed, opened, planned, stamp};

/// The tasks of somebody who leads a unit.
async fn of_leader(tx: &mut Tx, town: &Town, unit: &str) -> RoundTasks {
    let leads = [town.unit(unit)];
    tasks(tx, &town.whole_sight(), RoundTaskAsk { leads: &leads, speaks_for: &leads, ..nobody() }).await
}

async fn tasks(tx: &mut Tx, sight: &Sight, ask: RoundTaskAsk<'_>) -> RoundTasks {
    let (tasks, reading) = meter::measure(rounds::round_tasks(tx, sight, &ask)).await;
    assert!(reading.statements <= 7);
    tasks.unwrap()
}

fn nobody() -> RoundTaskAsk<'static> {
    RoundTaskAsk {
        today: date(2018, 6, 12),
        leads: &[],
        positions: &[],
        speaks_for: &[],
        keeps_rounds: false,
        accepts_for_bodies: false,
        most: 10,
    }
}

/// Kind, unit, goals, whether it is late.
fn told(tasks: &RoundTasks) -> Vec<(RoundTaskOf, String, u32, bool)> {
    tasks.tasks.iter().map(|t| (t.of, t.unit.as_ref().map(|u| u.name.clone()).unwrap_or_default(), t.goals, t.is_late)).collect()
}

on_both_engines!(a_leader_reports_and_whoever_is_right_above_accepts_and_answers, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let one = town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    let two = town.adopted(&mut tx, "institutionsmaal", "skole", "To").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    changed(&mut tx, &town, &round, one.id, |r| r.state = ReportState::Returned).await;
    let school = of_leader(&mut tx, &town, "skole").await;
    let name = || "Ådalskolen".to_owned();
    assert_eq!(
        told(&school),
        [(RoundTaskOf::Returned, name(), 1, true), (RoundTaskOf::Report, name(), 1, true), (RoundTaskOf::Assess, name(), 2, true)]
    );
    assert_eq!(school.tasks[0].due, Some(date(2018, 6, 10)));

    // Two days late: the department is told; those above it not yet, and the elected never.
    let department = of_leader(&mut tx, &town, "boerneafdeling").await;
    let kinds = |tasks: &RoundTasks| told(tasks).into_iter().map(|(of, unit, goals, _)| (of, unit, goals)).collect::<Vec<_>>();
    let assess = (RoundTaskOf::Assess, "Børn og læring".to_owned(), 2);
    assert_eq!(kinds(&department), [assess.clone(), (RoundTaskOf::Late, name(), 2)]);
    let committee = [town.unit("boerneudvalg")];
    let chair = RoundTaskAsk { speaks_for: &committee, ..nobody() };
    assert_eq!(told(&tasks(&mut tx, &town.whole_sight(), chair).await), []);

    for goal in [&one, &two] {
        answered(&mut tx, &town, &round, goal, Mark::Met).await;
    }
    let department = of_leader(&mut tx, &town, "boerneafdeling").await;
    let feedback = (RoundTaskOf::Feedback, "Børn og læring".to_owned(), 1);
    assert_eq!(kinds(&department), [(RoundTaskOf::Accept, name(), 2), assess, feedback]);
    let chair = tasks(&mut tx, &town.whole_sight(), chair).await;
    assert_eq!(kinds(&chair), [(RoundTaskOf::Feedback, "Børneudvalget".to_owned(), 1)]);
});

on_both_engines!(who_is_late_is_told_step_by_step_to_those_who_lead_above_and_never_to_the_elected, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    opened(&mut tx, &town, "halvaar", 2018).await;
    let sight = town.whole_sight();
    let (committee, council) = ([town.unit("boerneudvalg")], [town.unit("byraad")]);
    let late = [(RoundTaskOf::Late, "Ådalskolen".to_owned(), 1, true)];
    let of_late = |tasks: RoundTasks| told(&tasks).into_iter().filter(|task| task.0 == RoundTaskOf::Late).collect::<Vec<_>>();

    // The school's last day is 10 June. The department's head is told the day after. Nobody in the administration leads the
    // committee, so that the director is next, three days later.
    let department = [town.unit("boerneafdeling")];
    for (day, head, director) in [(10, false, false), (11, true, false), (13, true, false), (14, true, true), (30, true, true)] {
        let today = date(2018, 6, day);
        for (leads, is_told) in [(&department, head), (&council, director)] {
            let ask = RoundTaskAsk { today, leads, ..nobody() };
            let expected = if is_told { late.to_vec() } else { Vec::new() };
            assert_eq!(of_late(tasks(&mut tx, &sight, ask).await), expected, "{today}");
        }
        for speaks_for in [&committee, &council] {
            let ask = RoundTaskAsk { today, speaks_for, ..nobody() };
            assert_eq!(of_late(tasks(&mut tx, &sight, ask).await), [], "{today}: a chair answers, and chases nobody");
        }
    }
});

on_both_engines!(a_question_waits_with_the_unit_until_it_is_answered, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    answered(&mut tx, &town, &round, &goal, Mark::NotMet).await;
    let asked = Feedback {
        id: FeedbackId::new(&town.mint),
        round: round.id,
        from: town.unit("boerneafdeling"),
        to: town.unit("skole"),
        goal: Some(goal.id),
        kind: FeedbackKind::Request,
        text: prose("Gør noget."),
        stamp: stamp(&town),
        answer: prose(""),
        answered: None,
        version: 0,
    };
    let permit = town.permit(Action::Assess);
    rounds::save_feedback(&mut tx, &permit, town.at(), &asked, &event("event-feedback-given")).await.unwrap();
    closed(&mut tx, &town, &round).await;
    let school = of_leader(&mut tx, &town, "skole").await;
    assert_eq!(school.tasks.iter().map(|t| (t.of, t.feedback)).collect::<Vec<_>>(), [(RoundTaskOf::Answer, Some(asked.id))]);
    assert_eq!(school.tasks[0].goal.as_ref().map(|g| g.2.as_str()), Some("Ét"));
    let replied = Feedback { answer: prose("Gjort."), answered: Some((stamp(&town).person, town.at())), version: 1, ..asked };
    rounds::save_feedback(&mut tx, &permit, town.at(), &replied, &event("event-feedback-answered")).await.unwrap();
    assert_eq!(told(&of_leader(&mut tx, &town, "skole").await), []);
});

on_both_engines!(whoever_keeps_the_rounds_opens_closes_and_follows_everybody_who_is_late, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    town.adopted(&mut tx, "institutionsmaal", "bibliotek", "To").await;
    planned(&mut tx, &town, "aarsstatus", 2017).await;
    opened(&mut tx, &town, "halvaar", 2018).await;
    let keeper = RoundTaskAsk { keeps_rounds: true, most: 1, ..nobody() };
    let tasks = tasks(&mut tx, &town.whole_sight(), keeper).await;
    assert_eq!(tasks.totals, [(RoundTaskOf::Late, 2), (RoundTaskOf::Open, 1)]);
    assert_eq!(
        tasks.tasks.iter().map(|t| (t.of, t.round.year)).collect::<Vec<_>>(),
        [(RoundTaskOf::Late, 2018), (RoundTaskOf::Open, 2017)]
    );
});

on_both_engines!(a_goal_that_ones_position_answers_for_is_reported_from_there, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    let librarian = [town.position_at(Role::InstitutionLeader, "bibliotek")];
    goal.content.goal.responsible = Some(librarian[0]);
    town.save(&mut tx, &goal, &event("event-element-revised")).await;
    opened(&mut tx, &town, "halvaar", 2018).await;
    let ask = RoundTaskAsk { positions: &librarian, ..nobody() };
    let found = tasks(&mut tx, &town.whole_sight(), ask).await;
    assert_eq!(told(&found), [(RoundTaskOf::Report, "Ådalskolen".to_owned(), 1, true)]);
    assert_eq!(told(&tasks(&mut tx, &town.whole_sight(), nobody()).await), []);
});

on_both_engines!(who_is_late_is_told_with_the_line_above, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Ét").await;
    town.adopted(&mut tx, "institutionsmaal", "boernehave", "To").await;
    town.adopted(&mut tx, "afdelingsmaal", "boerneafdeling", "I god tid endnu").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let sight = town.whole_sight();
    let late = rounds::late(&mut tx, &sight, &round).await.unwrap();
    let names: Vec<_> = late.iter().map(|l| (l.unit.name.as_str(), l.missing, l.leader.as_deref())).collect();
    assert_eq!(names, [("Æblehaven", 1, None), ("Ådalskolen", 1, Some("Skoleleder (prøve)"))]);
    let above: Vec<UnitId> = late[1].above.iter().map(|u| u.id).collect();
    assert_eq!(above, [town.unit("boerneafdeling"), town.unit("boerneudvalg"), town.unit("byraad")]);
    let told: Vec<UnitId> = late[1].told.iter().map(|u| u.id).collect();
    assert_eq!(told, [town.unit("boerneafdeling"), town.unit("byraad")], "nobody in the administration leads the committee");
    answered(&mut tx, &town, &round, &goal, Mark::Met).await;
    assert_eq!(rounds::late(&mut tx, &sight, &round).await.unwrap().len(), 1);
});
