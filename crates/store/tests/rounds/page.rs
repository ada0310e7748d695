//! A unit's page: what it counts, what it lists, and that it freezes to what it was.

use pejl_domain::chain::Element;
use pejl_domain::rounds::frozen::{GoalSeen, RoundPage, seal};
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{
    Assessment, ConsequenceGiven, Feedback, FeedbackKind, Judgement, Lamp, Mark, ReportState, Round, Spread,
};
use pejl_kernel::{ConsequenceId, FeedbackId, UnitId};
use pejl_policy::Action;
use pejl_store::meter::measure;
use pejl_store::{Miss, Tx, rounds};
use pejl_testkit::town::{event, key, prose};
use pejl_testkit::{Town, on_both_engines};

use crate::support::{answered, answered_while, changed, closed, opened, stamp, withdrawn};

/// Goals at three levels, some of them twice under the same objective; one round closed, one running.
struct Scene {
    round: Round,
    objective: Element,
    /// Of the school: met, then not met.
    fallen: Element,
    /// Of the school: met while its figures fall.
    green: Element,
    /// Of the nursery: silent.
    silent: Element,
    /// Of the department: partly.
    partly: Element,
    /// Of the library: not relevant.
    elsewhere: Element,
}

async fn scene(tx: &mut Tx, town: &Town) -> Scene {
    let objective = town.adopted(tx, "maalsaetning", "byraad", "Alle lærer").await;
    let policy = town.adopted(tx, "politik", "byraad", "Børn og unge").await;
    let committee = town.adopted(tx, "udvalgsmaal", "boerneudvalg", "Udvalgets").await;
    let partly = town.adopted(tx, "afdelingsmaal", "boerneafdeling", "Afdelingens").await;
    let fallen = in_area(tx, town, "institutionsmaal", "skole", "Faldet").await;
    let green = town.adopted(tx, "institutionsmaal", "skole", "Grøn").await;
    let silent = town.adopted(tx, "institutionsmaal", "boernehave", "Tavs").await;
    let elsewhere = town.adopted(tx, "institutionsmaal", "bibliotek", "Andetsteds").await;
    let gone = town.adopted(tx, "institutionsmaal", "skole", "Opgivet").await;
    for (child, parent) in [
        (&policy, &objective),
        (&committee, &objective),
        (&committee, &policy),
        (&partly, &committee),
        (&fallen, &committee),
        (&fallen, &partly),
        (&silent, &partly),
        (&elsewhere, &committee),
        (&gone, &partly),
    ] {
        town.tie(tx, child, parent).await;
    }
    let before = opened(tx, town, "aarsstatus", 2017).await;
    answered(tx, town, &before, &fallen, Mark::Met).await;
    answered(tx, town, &before, &partly, Mark::NotMet).await;
    closed(tx, town, &before).await;
    let round = opened(tx, town, "halvaar", 2018).await;
    answered(tx, town, &round, &fallen, Mark::NotMet).await;
    answered_while(tx, town, &round, &green, Mark::Met, Trend::Worse).await;
    answered(tx, town, &round, &partly, Mark::Partly).await;
    answered(tx, town, &round, &elsewhere, Mark::NotRelevant).await;
    answered(tx, town, &round, &gone, Mark::NotMet).await;
    withdrawn(tx, town, &gone).await;
    changed(tx, town, &round, silent.id, |r| {
        r.state = ReportState::Draft;
        r.content.mark = Some(Mark::Met);
        r.content.fact = prose("Ikke sendt.");
    })
    .await;
    Scene { round, objective, fallen, green, silent, partly, elsewhere }
}

async fn in_area(tx: &mut Tx, town: &Town, spec: &str, owner: &str, title: &str) -> Element {
    let mut goal = town.adopted(tx, spec, owner, title).await;
    goal.content.goal.policy_area = prose("Skole");
    goal.edition += 1;
    let goal = town.save(tx, &goal, &event("event-element-revised")).await;
    pejl_store::chain::save_edition(tx, &town.permit(Action::AdoptElement), town.at(), &goal, &prose("Område.")).await.unwrap();
    goal
}

async fn page(tx: &mut Tx, town: &Town, round: &Round, unit: UnitId) -> RoundPage {
    rounds::round_page(tx, &town.whole_sight(), round, unit, town.model.lamps).await.unwrap()
}

fn ids(goals: &[GoalSeen]) -> Vec<pejl_kernel::ElementId> {
    goals.iter().map(|g| g.id).collect()
}

on_both_engines!(a_page_counts_every_goal_here_and_below_once_and_none_that_is_withdrawn, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    let top = page(&mut tx, &town, &scene.round, town.unit("byraad")).await;
    let marks = Spread { not_met: 1, partly: 1, met: 1, not_yet: 0, silent: 1, not_relevant: 1 };
    assert_eq!((top.spread, top.lamp), (marks, Lamp::Red));
    assert_eq!(top.before, Some(Spread { not_met: 1, met: 1, silent: 4, ..Spread::default() }));
    let below: Vec<_> = top.below.iter().map(|l| (l.unit.name.as_str(), l.asked, l.submitted, l.lamp)).collect();
    assert_eq!(below, [("Børneudvalget", 4, 3, Lamp::Red), ("Kulturudvalget", 1, 1, Lamp::Out)]);
    let areas: Vec<_> = top.areas.iter().map(|a| (a.name.as_str(), a.spread.not_met, a.lamp)).collect();
    assert_eq!(areas, [("Skole", 1, Lamp::Red)]);
    // Reached over the policy, the committee's goal and the department's: each goal once. Not the one under what is withdrawn.
    let elements: Vec<_> = top.elements.iter().map(|e| (e.id, e.spread.all(), e.spread.not_relevant)).collect();
    assert_eq!(elements[0], (scene.objective.id, 3, 1));
    assert_eq!(elements.len(), 2);

    let school = page(&mut tx, &town, &scene.round, town.unit("skole")).await;
    assert_eq!(ids(&school.own), [scene.fallen.id, scene.green.id]);
    assert!(school.below.is_empty() && school.elements.is_empty());
    // The elected body itself was not asked: it has no goals of its own in the round.
    assert!(top.own.is_empty());
});

on_both_engines!(a_page_lists_what_is_off_course_what_changed_and_what_goes_against_its_figures, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    let department = page(&mut tx, &town, &scene.round, town.unit("boerneafdeling")).await;
    // Red, yellow, and the institution that is silent past the tenth of June; worst first.
    assert_eq!(ids(&department.deviations), [scene.fallen.id, scene.partly.id, scene.silent.id]);
    assert_eq!(department.deviations_in_all, 3);
    assert_eq!(ids(&department.changed), [scene.fallen.id, scene.partly.id]);
    assert_eq!(ids(&department.against_figures), [scene.green.id]);
    let fallen = &department.deviations[0];
    assert_eq!((fallen.title.as_str(), fallen.fact.as_str(), fallen.before), ("Faldet", "Sådan er det.", Some(Mark::Met)));
    // What is not sent is not shown.
    let silent = &department.deviations[2];
    assert_eq!((silent.title.as_str(), silent.fact.as_str(), silent.mark), ("Tavs", "", None));
    let culture = page(&mut tx, &town, &scene.round, town.unit("kulturudvalg")).await;
    assert!(culture.deviations.is_empty());
    assert_eq!(culture.below[0].unit.name, "Kultur og fritid");
    assert!(ids(&page(&mut tx, &town, &scene.round, town.unit("bibliotek")).await.own) == [scene.elsewhere.id]);
});

on_both_engines!(a_page_holds_what_went_up_and_what_came_back, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    said(&mut tx, &town, &scene).await;
    let school = page(&mut tx, &town, &scene.round, town.unit("skole")).await;
    assert_eq!(school.assessment.as_ref().map(|a| (a.text.as_str(), a.asked.as_str())), Some(("Godt", "Tid")));
    let feedback: Vec<_> =
        school.feedback.iter().map(|f| (f.from.name.as_str(), f.kind, f.goal.as_ref().map(|g| g.1.as_str()))).collect();
    assert_eq!(feedback, [("Børn og læring", FeedbackKind::Praise, Some("Faldet"))]);
    assert_eq!(school.consequences.iter().map(|c| c.grounds.as_str()).collect::<Vec<_>>(), ["Flot."]);
    let department = page(&mut tx, &town, &scene.round, town.unit("boerneafdeling")).await;
    assert_eq!(department.assessments_below.iter().map(|a| a.unit.name.as_str()).collect::<Vec<_>>(), ["Ådalskolen"]);
    let lines: Vec<_> = department.below.iter().map(|l| (l.unit.name.as_str(), l.is_assessed, l.is_answered)).collect();
    assert_eq!(lines, [("Æblehaven", false, false), ("Ådalskolen", true, true)]);
    assert!(department.feedback.is_empty());
    let top = page(&mut tx, &town, &scene.round, town.unit("byraad")).await;
    assert_eq!((top.elements[0].mark, top.elements[0].grounds.as_str()), (Some(Mark::Partly), "Fordi"));
});

async fn said(tx: &mut Tx, town: &Town, scene: &Scene) {
    let (round, at, told, permit) = (scene.round.id, town.at(), event("event-round-assessed"), town.permit(Action::Assess));
    let school = town.unit("skole");
    let assessment = Assessment { round, unit: school, text: prose("Godt"), asked: prose("Tid"), stamp: stamp(town), version: 0 };
    rounds::save_assessment(tx, &permit, at, &assessment, &told).await.unwrap();
    let feedback = Feedback {
        id: FeedbackId::new(&town.mint),
        round,
        from: town.unit("boerneafdeling"),
        to: school,
        goal: Some(scene.fallen.id),
        kind: FeedbackKind::Praise,
        text: prose("Godt gået."),
        stamp: stamp(town),
        answer: prose(""),
        answered: None,
        version: 0,
    };
    rounds::save_feedback(tx, &permit, at, &feedback, &told).await.unwrap();
    let given = ConsequenceGiven {
        id: ConsequenceId::new(&town.mint),
        round,
        unit: school,
        goal: None,
        consequence: key("anerkendelse"),
        grounds: prose("Flot."),
        stamp: stamp(town),
    };
    rounds::save_consequence(tx, &permit, at, &given, &told).await.unwrap();
    let judgement = Judgement {
        round,
        element: scene.objective.id,
        mark: Mark::Partly,
        grounds: prose("Fordi"),
        stamp: stamp(town),
        version: 0,
    };
    rounds::save_judgement(tx, &permit, at, &judgement, &told).await.unwrap();
}

on_both_engines!(what_is_frozen_is_what_every_page_showed, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    said(&mut tx, &town, &scene).await;
    let today = town.whole_sight().on();
    let frozen = rounds::pages_to_freeze(&mut tx, town.id, &scene.round, town.model.lamps, today).await.unwrap();
    let mut units: Vec<_> = frozen.iter().map(|p| p.unit.name.as_str()).collect();
    units.sort_unstable();
    assert_eq!(
        units,
        [
            "Børn og læring",
            "Børneudvalget",
            "Kultur og fritid",
            "Kulturudvalget",
            "Testby Byråd",
            "Ådalskolen",
            "Æblehaven",
            "Øbro Bibliotek"
        ]
    );
    for one in &frozen {
        assert_eq!(page(&mut tx, &town, &scene.round, one.unit.id).await, *one, "{}", one.unit.name);
    }

    let sight = town.whole_sight();
    assert_eq!(rounds::kept_round_page(&mut tx, &sight, &scene.round, town.unit("skole")).await.unwrap(), None);
    let round = closed(&mut tx, &town, &scene.round).await;
    withdrawn(&mut tx, &town, &scene.fallen).await;
    for one in frozen {
        let kept = rounds::kept_round_page(&mut tx, &sight, &round, one.unit.id).await.unwrap();
        assert_eq!(kept, Some(one));
    }
    let bytes = rounds::kept_bytes(&mut tx, town.id, round.id).await.unwrap();
    assert!(bytes.is_sorted_by_key(|(unit, _)| *unit));
    assert_eq!(seal(bytes.iter().map(|(unit, body)| (*unit, body.as_str()))), round.seal);
});

on_both_engines!(a_page_costs_the_same_statements_whatever_is_on_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    for unit in ["byraad", "boerneafdeling", "skole"] {
        let (_, reading) = measure(page(&mut tx, &town, &scene.round, town.unit(unit))).await;
        assert_eq!(reading.statements, 9, "{unit}");
    }
    let today = town.whole_sight().on();
    let pass = measure(rounds::pages_to_freeze(&mut tx, town.id, &scene.round, town.model.lamps, today)).await;
    assert_eq!(pass.1.statements, 9);
    let nobody = rounds::round_page(&mut tx, &town.whole_sight(), &scene.round, UnitId::new(&town.mint), town.model.lamps).await;
    assert!(matches!(nobody, Err(Miss::NotFound)));
});

on_both_engines!(two_rounds_are_compared_here_and_below_worst_first, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let scene = scene(&mut tx, &town).await;
    let sight = town.whole_sight();
    let before = rounds::last_closed(&mut tx, town.id, &scene.round).await.unwrap().unwrap();
    let all = rounds::compare(&mut tx, &sight, &before, &scene.round, None, 0, 10).await.unwrap();
    // Withdrawn while the later round runs: outside there, and still what it was in the earlier.
    let moved: Vec<_> = all.moved.iter().map(|m| (m.title.as_str(), m.earlier, m.later)).collect();
    assert_eq!(
        moved,
        [
            ("Faldet", Some(Some(Mark::Met)), Some(Some(Mark::NotMet))),
            ("Grøn", Some(None), Some(Some(Mark::Met))),
            ("Andetsteds", Some(None), Some(Some(Mark::NotRelevant))),
            ("Opgivet", Some(None), None),
            ("Afdelingens", Some(Some(Mark::NotMet)), Some(Some(Mark::Partly))),
        ]
    );
    assert_eq!((all.in_all, all.later.all(), all.earlier.all()), (5, 4, 6));
    let paged = rounds::compare(&mut tx, &sight, &before, &scene.round, Some(town.unit("skole")), 1, 1).await.unwrap();
    assert_eq!(paged.moved.iter().map(|m| m.title.as_str()).collect::<Vec<_>>(), ["Grøn"]);
    assert_eq!(paged.in_all, 3);
});

on_both_engines!(lamps_are_those_of_the_latest_round_running_or_frozen, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let sight = town.whole_sight();
    let units = [town.unit("boerneudvalg"), town.unit("kulturudvalg"), town.unit("byraad")];
    assert!(rounds::lamps(&mut tx, &sight, &units, town.model.lamps).await.unwrap().is_none());
    let scene = scene(&mut tx, &town).await;
    let (running, reading) = measure(rounds::lamps(&mut tx, &sight, &units, town.model.lamps)).await;
    assert_eq!(reading.statements, 2);
    let (round, running) = running.unwrap().unwrap();
    assert_eq!(round.id, scene.round.id);
    let told: Vec<_> = running.iter().map(|l| (l.unit.name.as_str(), l.spread.all(), l.lamp)).collect();
    assert_eq!(told, [("Børneudvalget", 4, Lamp::Red), ("Kulturudvalget", 0, Lamp::Out), ("Testby Byråd", 4, Lamp::Red)]);
    closed(&mut tx, &town, &scene.round).await;
    let (_, frozen) = rounds::lamps(&mut tx, &sight, &units, town.model.lamps).await.unwrap().unwrap();
    assert_eq!(frozen, running);
});
