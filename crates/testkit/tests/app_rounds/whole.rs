//! A whole round, as its people take it in turn: from the calendar until it is frozen.

use pejl_app::rounds::RoundTaskOf;
use pejl_app::rounds::{
    Attached, FeedbackTo, KeptOutcome, Submission, Typed, accept_reports, answer_feedback, assess, attach_evidence, close_round,
    consolidate_round, give_feedback, report_page, return_report, round_page, rounds, submit_reports, tasks, verify_round,
    write_reports,
};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{FeedbackKind, Lamp, ReportState, RoundState};
use pejl_policy::Sight;
use pejl_store::audit;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::{Year, goal, met, not_met, opened, submitted};

on_both_engines!(a_whole_round_runs_from_the_calendar_until_it_is_frozen, async |db| {
    let scene = pejl_testkit::deeds::Scene::set(db).await;
    let reading = goal(&scene, "skole", "Flere læser sikkert", |_| ()).await;
    let cycling = goal(&scene, "skole", "Flere cykler til skole", |_| ()).await;
    let meals = goal(&scene, "boerneafdeling", "Sund mad i alle hverdage", |_| ()).await;
    let round = opened(&scene, "aarsstatus", 2018).await;
    let year = Year { scene, round, reading, cycling };
    let (scene, town, id) = (&year.scene, &year.scene.town, year.round.id);
    let (school, department) = (town.unit("skole"), town.unit("boerneafdeling"));
    let todo = async |actor| {
        let list = tasks(&mut scene.read().await, &Sight::of(&actor), &actor, 50).await.unwrap();
        list.tasks.into_iter().map(|task| task.of).collect::<Vec<_>>()
    };

    // The school writes, documents, and submits both on one page.
    assert!(todo(year.leader()).await.contains(&RoundTaskOf::Report));
    let drafts = [year.typed(&year.reading, met()).await];
    let kept = scene.deed(year.leader(), async |desk| write_reports(desk, id, &drafts).await).await.unwrap();
    assert_eq!(kept[0].outcome, KeptOutcome::Kept { version: 2 });
    let (goal, link) = (year.reading.id, Attached::Link("https://skole.example/laesetest".to_owned()));
    let attached = scene.deed(year.leader(), async |desk| attach_evidence(desk, id, goal, line("Læsetest"), link).await);
    attached.await.unwrap();
    let page = [year.typed(&year.reading, met()).await, year.typed(&year.cycling, not_met()).await];
    let outcome = scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    assert_eq!(outcome, Submission::Done { submitted: 2 });
    assert!(!todo(year.leader()).await.contains(&RoundTaskOf::Report));

    // The department sends one back, gets it again, and accepts both.
    assert!(todo(year.head()).await.contains(&RoundTaskOf::Accept));
    let (goal, version) = (year.cycling.id, year.asked(&year.cycling).await.report.version);
    let back = scene.deed(year.head(), async |desk| return_report(desk, id, goal, version, prose("Hvor mange?")).await);
    back.await.unwrap();
    assert!(todo(year.leader()).await.contains(&RoundTaskOf::Returned));
    let better = pejl_domain::rounds::ReportContent { fact: prose("212 af 1.040 cykler."), ..not_met() };
    let page = [year.typed(&year.cycling, better).await];
    submitted(scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await);
    let versions = [
        (year.reading.id, year.asked(&year.reading).await.report.version),
        (year.cycling.id, year.asked(&year.cycling).await.report.version),
    ];
    let accepted = scene.deed(year.head(), async |desk| accept_reports(desk, id, &versions).await).await;
    assert_eq!(accepted.unwrap(), 2);

    // The department reports its own; the chief executive accepts it.
    let page = [Typed { goal: meals.id, version: 1, content: met() }];
    submitted(scene.deed(year.head(), async |desk| submit_reports(desk, id, &page).await).await);
    let chief = town.actor(Role::ChiefExecutive);
    scene.deed(chief, async |desk| accept_reports(desk, id, &[(meals.id, 2)]).await).await.unwrap();

    // Both assess; the committee asks the department, the department answers the school and the committee.
    for (actor, unit) in [(year.leader(), school), (year.head(), department)] {
        let (text, asked) = (prose("Et år med fremgang."), prose("Hjælp os med stien."));
        scene.deed(actor, async |desk| assess(desk, id, unit, 0, text, asked).await).await.unwrap();
    }
    scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    let (committee, to) = (town.unit("boerneudvalg"), [FeedbackTo { unit: department, goal: None }]);
    let words = prose("Hvornår åbner stien?");
    let asked = scene.deed(year.chair(), async |desk| give_feedback(desk, id, committee, &to, FeedbackKind::Question, words).await);
    let question = asked.await.unwrap()[0];
    let to = [FeedbackTo { unit: school, goal: Some(year.reading.id) }];
    let words = prose("Flot arbejde.");
    let praised = scene.deed(year.head(), async |desk| give_feedback(desk, id, department, &to, FeedbackKind::Praise, words).await);
    praised.await.unwrap();
    scene.deed(year.head(), async |desk| answer_feedback(desk, question, 1, prose("Til maj.")).await).await.unwrap();

    // Closed, with nothing left.
    let closed = scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, false).await).await.unwrap();
    assert_eq!(closed.state, RoundState::Closed);
    let sight = town.sight(Role::CommitteeMember);
    let mut tx = scene.read().await;
    let row = &rounds(&mut tx, &sight).await.unwrap()[0];
    assert_eq!((row.asked, row.submitted, row.accepted), (3, 3, 3));
    let page = round_page(&mut tx, &sight, &scene.place, &closed, department).await.unwrap();
    assert_eq!((page.spread.met, page.spread.not_met, page.lamp), (2, 1, Lamp::Red), "a third is red, from 25 percent");
    assert_eq!(page.own.iter().map(|goal| goal.id).collect::<Vec<_>>(), [meals.id]);
    assert_eq!(page.deviations.iter().map(|goal| goal.id).collect::<Vec<_>>(), [year.cycling.id]);
    assert_eq!(page.deviations[0].fact, "212 af 1.040 cykler.");
    assert_eq!(page.below.len(), 1);
    assert!(page.below[0].is_assessed && page.below[0].is_answered);
    assert_eq!(page.assessments_below[0].asked, "Hjælp os med stien.");
    assert_eq!(page.feedback[0].answer, "Til maj.");
    assert!(verify_round(&mut tx, &sight, &closed).await.unwrap().holds());

    let report = report_page(&mut tx, &sight, &closed, year.cycling.number).await.unwrap();
    assert_eq!(report.goal.asked.report.state, ReportState::Accepted);
    let keys: Vec<_> = report.history.iter().map(|line| line.event.sentence.key.as_str()).collect();
    assert_eq!(keys, ["event-report-accepted", "event-report-submitted", "event-report-returned", "event-report-submitted"]);
    assert!(matches!(audit::verify(&mut tx, town.id).await.unwrap(), audit::Verdict::Whole { .. }));
});
