//! Figures beside the judgement: what they suggest, and that differing from them asks for a reason.

use pejl_app::rounds::{Submission, Typed, close_round, consolidate_round, round_page, submit_reports};
use pejl_domain::chain::{Comparator, Documentation};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{CriterionValue, Mark, Outlook, ReportContent};
use pejl_kernel::Prose;
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::prose;

use crate::{asked, countable, figure, goal, opened, submitted};

/// What a figure suggests once it is submitted, whatever the mark it is submitted with.
async fn suggested(db: &TestDb, cases: &[(Comparator, &str, Option<&str>, &str, Mark)]) {
    let scene = Scene::set(db).await;
    let mut goals = Vec::new();
    for (at, (comparator, value, baseline, ..)) in cases.iter().enumerate() {
        let criterion = countable(*comparator, value, *baseline);
        goals.push(goal(&scene, "skole", &format!("Mål {at}"), |content| content.goal.criteria.push(criterion)).await);
    }
    let round = opened(&scene, "aarsstatus", 2018).await;
    let leader = || scene.town.actor_at(Role::InstitutionLeader, "skole");
    let content = |value: &str, mark: Mark| ReportContent {
        mark: Some(mark),
        outlook: Some(Outlook::OnCourse),
        documentation: Some(Documentation::Measurement),
        fact: prose("Tallet er, som det er."),
        cause: prose("Sådan gik det."),
        action: prose("Vi fortsætter."),
        values: vec![CriterionValue { criterion: 0, value: figure(value), source: Prose::default() }],
        ..ReportContent::default()
    };
    let id = round.id;
    let page: Vec<Typed> = goals
        .iter()
        .zip(cases)
        .map(|(goal, (.., value, mark))| Typed { goal: goal.id, version: 1, content: content(value, *mark) })
        .collect();
    let outcome = scene.deed(leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    assert_eq!(outcome, Submission::Done { submitted: cases.len() }, "the mark is what the figure suggests");
    for (goal, (.., mark)) in goals.iter().zip(cases) {
        assert_eq!(asked(&scene, &round, goal).await.suggested, Some(*mark), "{}", goal.content.title);
    }
}

on_both_engines!(percentages_of_zero_negative_and_huge_are_judged_exactly, async |db| {
    suggested(
        db,
        &[
            (Comparator::AtLeast, "90", Some("70"), "90", Mark::Met),
            (Comparator::AtLeast, "90", Some("70"), "89.9999", Mark::Partly),
            (Comparator::AtLeast, "90", Some("70"), "0", Mark::NotMet),
            (Comparator::AtLeast, "0", None, "0", Mark::Met),
            (Comparator::AtLeast, "0", Some("-10"), "-5", Mark::Partly),
            (Comparator::AtLeast, "-2.5", Some("-10"), "-9.9", Mark::NotMet),
            (Comparator::AtLeast, "800000000000", Some("-800000000000"), "0", Mark::Partly),
            (Comparator::AtLeast, "90", Some("70"), "900000000000", Mark::Met),
        ],
    )
    .await;
});

on_both_engines!(where_lower_is_better_a_lower_figure_is_never_red, async |db| {
    suggested(
        db,
        &[
            (Comparator::AtMost, "4.2", Some("5.2"), "4.2", Mark::Met),
            (Comparator::AtMost, "4.2", Some("5.2"), "0", Mark::Met),
            (Comparator::AtMost, "4.2", Some("5.2"), "4.7", Mark::Partly),
            (Comparator::AtMost, "4.2", Some("5.2"), "4.8", Mark::NotMet),
            (Comparator::AtMost, "4.2", Some("5.2"), "6", Mark::NotMet),
            (Comparator::AtMost, "-1", None, "-0.9999", Mark::NotMet),
        ],
    )
    .await;
});

on_both_engines!(where_the_level_is_held_both_ways_away_from_it_are_wrong, async |db| {
    suggested(
        db,
        &[
            (Comparator::Hold, "100", None, "102", Mark::Met),
            (Comparator::Hold, "100", None, "95", Mark::Partly),
            (Comparator::Hold, "100", None, "94.9", Mark::NotMet),
            (Comparator::Hold, "100", None, "110", Mark::NotMet),
            (Comparator::Hold, "-100", None, "-98", Mark::Met),
            (Comparator::Hold, "0", None, "0", Mark::Met),
        ],
    )
    .await;
});

on_both_engines!(a_green_judgement_over_a_red_figure_asks_why, async |db| {
    let scene = Scene::set(db).await;
    let criterion = countable(Comparator::AtLeast, "90", Some("70"));
    let goal = goal(&scene, "skole", "Flere læser sikkert", |content| content.goal.criteria.push(criterion)).await;
    let round = opened(&scene, "aarsstatus", 2018).await;
    let leader = || scene.town.actor_at(Role::InstitutionLeader, "skole");
    let id = round.id;
    let content = ReportContent {
        mark: Some(Mark::Met),
        documentation: Some(Documentation::Measurement),
        values: vec![CriterionValue { criterion: 0, value: figure("71"), source: prose("Læsetest 2018") }],
        ..ReportContent::default()
    };
    let page = [Typed { goal: goal.id, version: 1, content: content.clone() }];
    let outcome = scene.deed(leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    let Submission::Refused(refused) = outcome else { panic!("submitted: {outcome:?}") };
    assert_eq!(refused[0].refused.reasons[0].field, Some("differs-because"));

    let content = ReportContent { differs_because: prose("Testen blev skiftet ud."), ..content };
    let page = [Typed { goal: goal.id, version: 1, content }];
    submitted(scene.deed(leader(), async |desk| submit_reports(desk, id, &page).await).await);
    let asked = asked(&scene, &round, &goal).await;
    assert_eq!((asked.report.mark_shown(), asked.suggested), (Some(Mark::Met), Some(Mark::NotMet)));
});

on_both_engines!(judged_green_while_the_figures_fall_is_a_list, async |db| {
    let scene = Scene::set(db).await;
    let criterion = countable(Comparator::AtLeast, "80", Some("70"));
    let goal = goal(&scene, "skole", "Flere læser sikkert", |content| content.goal.criteria.push(criterion)).await;
    let leader = || scene.town.actor_at(Role::InstitutionLeader, "skole");
    let keeper = || scene.town.actor(Role::Consultant);
    let content = |value: &str| ReportContent {
        mark: Some(Mark::Met),
        documentation: Some(Documentation::Measurement),
        values: vec![CriterionValue { criterion: 0, value: figure(value), source: Prose::default() }],
        ..ReportContent::default()
    };
    let mut rounds = Vec::new();
    for (year, value) in [(2018, "95"), (2019, "82")] {
        let round = opened(&scene, "aarsstatus", year).await;
        let (id, page) = (round.id, [Typed { goal: goal.id, version: 1, content: content(value) }]);
        let outcome = scene.deed(leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
        assert_eq!(outcome, Submission::Done { submitted: 1 });
        if year == 2018 {
            scene.deed(keeper(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
            scene.deed(keeper(), async |desk| close_round(desk, id, 3, true).await).await.unwrap();
        }
        rounds.push(round);
    }
    let mut tx = scene.read().await;
    let (sight, school) = (scene.town.whole_sight(), scene.town.unit("skole"));
    let page = round_page(&mut tx, &sight, &scene.place, &rounds[1], school).await.unwrap();
    assert_eq!(page.against_figures.iter().map(|seen| seen.id).collect::<Vec<_>>(), [goal.id]);
    assert_eq!((page.spread.met, page.own[0].before), (1, Some(Mark::Met)));
});
