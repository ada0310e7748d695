//! Rounds and reports: what is asked, what is written, and who sees it.

use crate::support::{answered, changed, closed, opened, planned, stamp, withdrawn};
use jiff::civil::date;
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_domain::rounds::suggestion::Trend;
use pejl_domain::rounds::{
    Assessment, ConsequenceGiven, CriterionValue, Evidence, EvidenceKind, Feedback, FeedbackKind, Judgement, Mark, Outlook,
    ReportState, Round,
};
use pejl_kernel::{ConsequenceId, EvidenceId, FeedbackId};
use pejl_policy::Action;
use pejl_store::rounds::{self, ReportSave};
use pejl_store::{Miss, audit};
use pejl_testkit::town::{event, key, line, prose};
use pejl_testkit::{Town, on_both_engines};

on_both_engines!(a_saved_round_is_read_back_by_its_id_and_by_its_year, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let round = planned(&mut tx, &town, "halvaar", 2018).await;
    assert_eq!((round.version, round.cut_off, round.deadlines.len()), (1, date(2018, 6, 1), 2));
    assert_eq!(rounds::round_at(&mut tx, town.id, 2018, &key("halvaar")).await.unwrap(), round);
    assert!(matches!(rounds::round(&mut tx, neighbour.id, round.id).await, Err(Miss::NotFound)));
    // The same round of the year is planned once.
    let twice = Round { id: pejl_kernel::RoundId::new(&town.mint), version: 0, ..round.clone() };
    let permit = town.permit(Action::KeepRound);
    let planned = event("event-round-planned");
    assert!(matches!(rounds::save_round(&mut tx, &permit, town.at(), &twice, &planned).await, Err(Miss::Stale)));
    let stale = Round { version: 7, ..round };
    assert!(matches!(rounds::save_round(&mut tx, &permit, town.at(), &stale, &planned).await, Err(Miss::Stale)));
});

on_both_engines!(a_round_that_opens_asks_every_goal_in_force_of_the_levels_that_have_a_deadline, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut content = town.content(ElementKind::Goal, "Flere læser");
    content.goal.policy_area = prose("Skole \"og\" SFO");
    content.goal.due = Some(date(2019, 6, 30));
    content.goal.responsible = Some(town.position_at(Role::Employee, "skole"));
    let school = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let (revised, told) = school.clone().edit_in_force(&town, content);
    let school = town.save(&mut tx, &revised, &told).await;
    pejl_store::chain::save_edition(&mut tx, &town.permit(Action::AdoptElement), town.at(), &school, &prose("Ny viden."))
        .await
        .unwrap();
    let department = town.adopted(&mut tx, "afdelingsmaal", "boerneafdeling", "Færre fravær").await;
    town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Udvalget spørges ikke").await;
    town.draft(&mut tx, "institutionsmaal", "skole", "En kladde").await;
    let mut later = town.content(ElementKind::Goal, "Begynder senere");
    later.goal.start = Some(date(2018, 8, 1));
    let begins = town.adopted(&mut tx, "institutionsmaal", "bibliotek", "Begynder senere").await;
    let (begins, told) = begins.edit_in_force(&town, later);
    town.save(&mut tx, &begins, &told).await;

    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let asked = rounds::reports(&mut tx, town.id, round.id, &[department.id, school.id, begins.id]).await.unwrap();
    let numbers: Vec<String> = asked.iter().map(|a| a.number.to_string()).collect();
    assert_eq!(numbers, [school.number.to_string(), department.number.to_string()]);
    let first = &asked[0];
    assert_eq!((first.report.state, first.report.edition, first.report.version), (ReportState::Missing, 2, 1));
    assert_eq!((first.policy_area.as_str(), first.due), ("Skole \"og\" SFO", Some(date(2019, 6, 30))));
    assert_eq!((first.level.as_str(), first.report.unit), ("institution", town.unit("skole")));
    assert_eq!(first.responsible, Some(town.position_at(Role::Employee, "skole")));
    assert_eq!(first.content, school.content);
    assert_eq!(rounds::to_ask(&mut tx, town.id, &round).await.unwrap(), 2);

    let listed = rounds::rounds(&mut tx, &town.whole_sight()).await.unwrap();
    assert_eq!(listed.iter().map(|r| (r.asked, r.submitted, r.accepted)).collect::<Vec<_>>(), [(2, 0, 0)]);
});

trait InForce {
    fn edit_in_force(self, town: &Town, content: pejl_domain::chain::Content) -> (Self, pejl_domain::Event)
    where
        Self: Sized;
}

impl InForce for pejl_domain::chain::Element {
    fn edit_in_force(mut self, _: &Town, content: pejl_domain::chain::Content) -> (Self, pejl_domain::Event) {
        self.content = content;
        self.edition += 1;
        (self, event("event-element-revised"))
    }
}

on_both_engines!(a_saved_report_is_read_back_to_the_letter_and_told_on_the_goal, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let mut report = rounds::report(&mut tx, town.id, round.id, goal.id).await.unwrap().report;
    report.state = ReportState::Returned;
    report.content.mark = Some(Mark::Partly);
    report.content.outlook = Some(Outlook::AtRisk);
    report.content.cause = prose("Ét \"citat\"\nog æøå.");
    report.content.values = vec![CriterionValue { criterion: 0, value: "92.5".parse().unwrap(), source: prose("Måling") }];
    report.content.milestones = vec![1];
    report.submitted = Some(stamp(&town));
    report.answered = Some(stamp(&town));
    report.note = prose("Sig mere.");
    let save =
        ReportSave { report, suggested: Some(Mark::Met), trend: Some(Trend::Worse), event: Some(event("event-report-returned")) };
    rounds::save_reports(&mut tx, &town.permit(Action::WriteReport), town.at(), std::slice::from_ref(&save)).await.unwrap();
    let read = rounds::report(&mut tx, town.id, round.id, goal.id).await.unwrap();
    assert_eq!(read.report, pejl_domain::rounds::Report { version: 2, ..save.report.clone() });
    assert_eq!((read.suggested, read.trend), (Some(Mark::Met), Some(Trend::Worse)));
    let history = audit::history(&mut tx, &town.whole_sight(), goal.id.0, 1).await.unwrap();
    assert_eq!(history[0].event, event("event-report-returned"));
    // Once read is once saved.
    let before = audit::length(&mut tx, town.id).await.unwrap();
    let permit = town.permit(Action::WriteReport);
    assert!(matches!(rounds::save_reports(&mut tx, &permit, town.at(), &[save]).await, Err(Miss::Stale)));
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), before);
});

on_both_engines!(a_leaders_sheet_has_every_goal_with_last_rounds_words_and_what_documents_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let other = town.adopted(&mut tx, "institutionsmaal", "bibliotek", "Flere lån").await;
    let first = opened(&mut tx, &town, "aarsstatus", 2017).await;
    answered(&mut tx, &town, &first, &goal, Mark::Met).await;
    closed(&mut tx, &town, &first).await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let evidence = Evidence {
        id: EvidenceId::new(&town.mint),
        round: round.id,
        goal: goal.id,
        title: line("Måling"),
        kind: EvidenceKind::File {
            name: "maaling.csv".into(),
            media: pejl_domain::rounds::evidence::Media::Csv,
            size: 3,
            hash: "ab".into(),
        },
        by: stamp(&town).person,
        at: town.at(),
    };
    let permit = town.permit(Action::WriteReport);
    rounds::save_evidence(&mut tx, &permit, town.at(), &evidence, Some(b"a;b"), &event("event-evidence-attached")).await.unwrap();
    changed(&mut tx, &town, &round, goal.id, |report| {
        report.state = ReportState::Draft;
        report.content.done = prose("En kladde");
    })
    .await;

    let leader = town.sight_at(Role::InstitutionLeader, "skole");
    let units = [town.unit("skole"), town.unit("bibliotek")];
    let (sheet, reading) = pejl_store::meter::measure(rounds::sheet(&mut tx, &leader, &round, &units, &[])).await;
    let sheet = sheet.unwrap();
    assert_eq!(reading.statements, 3);
    let seen: Vec<_> = sheet.iter().map(|g| (g.unit.name.as_str(), g.asked.report.goal, g.words_seen)).collect();
    assert_eq!(seen, [("Øbro Bibliotek", other.id, false), ("Ådalskolen", goal.id, true)]);
    let mine = &sheet[1];
    assert_eq!(mine.asked.report.content.done.as_str(), "En kladde");
    assert_eq!(mine.before.as_ref().map(|b| (b.mark, b.content.effect.as_str())), Some((Some(Mark::Met), "Det har virket.")));
    assert_eq!(mine.evidence, std::slice::from_ref(&evidence));
    assert_eq!(sheet[0].before.as_ref().map(|b| b.mark), Some(None));

    // A draft is not for the colleague at the library; what is submitted is for all.
    let colleague = town.sight_at(Role::InstitutionLeader, "bibliotek");
    let theirs = rounds::sheet(&mut tx, &colleague, &round, &units, &[]).await.unwrap();
    assert_eq!(theirs[1].asked.report.content, pejl_domain::rounds::ReportContent::default());
    assert!(theirs[1].evidence.is_empty() && !theirs[1].words_seen);
    assert!(matches!(rounds::evidence_bytes(&mut tx, &colleague, evidence.id).await, Err(Miss::NotFound)));
    assert_eq!(rounds::evidence_bytes(&mut tx, &leader, evidence.id).await.unwrap(), (evidence.clone(), b"a;b".to_vec()));
    answered(&mut tx, &town, &round, &goal, Mark::Met).await;
    assert!(rounds::evidence_bytes(&mut tx, &colleague, evidence.id).await.is_ok());
    assert_eq!(rounds::evidence(&mut tx, town.id, evidence.id).await.unwrap(), evidence);
    rounds::remove_evidence(&mut tx, &permit, town.at(), &evidence, &event("event-evidence-removed")).await.unwrap();
    let again = rounds::remove_evidence(&mut tx, &permit, town.at(), &evidence, &event("event-evidence-removed")).await;
    assert!(matches!(again, Err(Miss::Stale)));
});

on_both_engines!(whoever_answers_for_a_goal_has_it_on_their_sheet_and_sees_its_draft, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let mut content = goal.content.clone();
    let librarian = town.position_at(Role::InstitutionLeader, "bibliotek");
    content.goal.responsible = Some(librarian);
    let (goal, told) = goal.edit_in_force(&town, content);
    let goal = town.save(&mut tx, &goal, &told).await;
    pejl_store::chain::save_edition(&mut tx, &town.permit(Action::AdoptElement), town.at(), &goal, &prose("Skifte."))
        .await
        .unwrap();
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    changed(&mut tx, &town, &round, goal.id, |r| r.state = ReportState::Draft).await;
    let sight = town.sight_at(Role::InstitutionLeader, "bibliotek");
    let sheet = rounds::sheet(&mut tx, &sight, &round, &[], &[librarian]).await.unwrap();
    assert_eq!(sheet.iter().map(|g| (g.words_seen, g.responsible_title.as_str())).collect::<Vec<_>>(), [(true, "Biblioteksleder")]);
});

on_both_engines!(a_goal_keeps_its_marks_over_the_rounds_and_a_withdrawn_one_is_outside, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    town.adopted(&mut tx, "institutionsmaal", "skole", "Bliver").await;
    let first = opened(&mut tx, &town, "aarsstatus", 2017).await;
    answered(&mut tx, &town, &first, &goal, Mark::Met).await;
    closed(&mut tx, &town, &first).await;
    let second = opened(&mut tx, &town, "halvaar", 2018).await;
    answered(&mut tx, &town, &second, &goal, Mark::Partly).await;
    withdrawn(&mut tx, &town, &goal).await;
    let sight = town.whole_sight();
    let marks = rounds::marks_of_goal(&mut tx, &sight, goal.id).await.unwrap();
    let told: Vec<_> = marks.iter().map(|m| (m.round.year, m.mark, m.is_outside)).collect();
    assert_eq!(told, [(2018, Some(Mark::Partly), true), (2017, Some(Mark::Met), false)]);
    assert_eq!(rounds::rounds(&mut tx, &sight).await.unwrap()[0].asked, 1);
    closed(&mut tx, &town, &second).await;
    let marks = rounds::marks_of_goal(&mut tx, &sight, goal.id).await.unwrap();
    assert!(marks[0].is_outside && !marks[1].is_outside);
    let unit = rounds::spreads_of_unit(&mut tx, &sight, town.unit("skole"), 10).await.unwrap();
    let told: Vec<_> = unit.iter().map(|u| (u.round.year, u.spread.met, u.spread.partly, u.spread.silent)).collect();
    assert_eq!(told, [(2018, 0, 0, 1), (2017, 1, 0, 1)]);
});

on_both_engines!(the_marks_below_an_objective_count_each_goal_once, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let top = town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let one = town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Ét").await;
    let two = town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "To").await;
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Under begge").await;
    for (child, parent) in [(&one, &top), (&two, &top), (&goal, &one), (&goal, &two)] {
        town.tie(&mut tx, child, parent).await;
    }
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    answered(&mut tx, &town, &round, &goal, Mark::Met).await;
    let spreads = rounds::spreads_of_element(&mut tx, &town.whole_sight(), top.id, 5).await.unwrap();
    assert_eq!(spreads.iter().map(|(r, s)| (r.year, s.met, s.all())).collect::<Vec<_>>(), [(2018, 1, 1)]);
});

on_both_engines!(reports_follow_goals_that_are_handed_over_while_the_round_runs, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let permit = town.permit(Action::HandOverElement);
    assert_eq!(rounds::move_reports(&mut tx, &permit, &[goal.id], town.unit("boernehave")).await.unwrap(), 1);
    assert_eq!(rounds::report(&mut tx, town.id, round.id, goal.id).await.unwrap().report.unit, town.unit("boernehave"));
    closed(&mut tx, &town, &round).await;
    assert_eq!(rounds::move_reports(&mut tx, &permit, &[goal.id], town.unit("skole")).await.unwrap(), 0);
});

on_both_engines!(assessment_judgement_feedback_and_consequence_are_read_back, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let top = town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let (school, department) = (town.unit("skole"), town.unit("boerneafdeling"));
    let assess = town.permit(Action::Assess);
    let (at, told, sight) = (town.at(), event("event-round-assessed"), town.whole_sight());

    let first =
        Assessment { round: round.id, unit: school, text: prose("Godt"), asked: prose("Tid"), stamp: stamp(&town), version: 0 };
    rounds::save_assessment(&mut tx, &assess, at, &first, &told).await.unwrap();
    assert!(matches!(rounds::save_assessment(&mut tx, &assess, at, &first, &told).await, Err(Miss::Stale)));
    let second = Assessment { text: prose("Bedre"), version: 1, ..first };
    rounds::save_assessment(&mut tx, &assess, at, &second, &told).await.unwrap();
    let read = rounds::assessment(&mut tx, town.id, round.id, school).await.unwrap();
    assert_eq!(read, Some(Assessment { version: 2, ..second }));

    let judged = Judgement {
        round: round.id,
        element: top.id,
        mark: Mark::Partly,
        grounds: prose("Fordi"),
        stamp: stamp(&town),
        version: 0,
    };
    rounds::save_judgement(&mut tx, &assess, at, &judged, &told).await.unwrap();
    let judged = Judgement { version: 1, ..judged };
    assert_eq!(rounds::judgement(&mut tx, town.id, round.id, top.id).await.unwrap().as_ref(), Some(&judged));
    assert_eq!(
        rounds::judgements_by_owner(&mut tx, &sight, round.id, town.unit("byraad")).await.unwrap(),
        std::slice::from_ref(&judged)
    );
    assert_eq!(rounds::judgements_of(&mut tx, &sight, top.id).await.unwrap()[0].1, judged);

    let asked = Feedback {
        id: FeedbackId::new(&town.mint),
        round: round.id,
        from: department,
        to: school,
        goal: Some(goal.id),
        kind: FeedbackKind::Question,
        text: prose("Hvorfor?"),
        stamp: stamp(&town),
        answer: prose(""),
        answered: None,
        version: 0,
    };
    let give = town.permit(Action::Assess);
    rounds::save_feedback(&mut tx, &give, at, &asked, &told).await.unwrap();
    let measures = rounds::feedback_measures(&mut tx, &sight, &round).await.unwrap();
    assert_eq!((measures.units.due, measures.units.answered, measures.questions.due, measures.questions.answered), (1, 1, 1, 0));
    let replied = Feedback { answer: prose("Derfor."), answered: Some((stamp(&town).person, at)), version: 1, ..asked };
    rounds::save_feedback(&mut tx, &give, at, &replied, &told).await.unwrap();
    assert!(matches!(rounds::save_feedback(&mut tx, &give, at, &replied, &told).await, Err(Miss::Stale)));
    assert_eq!(rounds::feedback(&mut tx, town.id, replied.id).await.unwrap(), Feedback { version: 2, ..replied.clone() });
    let seen = rounds::feedback_to(&mut tx, &sight, round.id, school).await.unwrap();
    assert_eq!(
        seen.iter().map(|f| (f.version, f.seen.answer.as_str(), f.goal)).collect::<Vec<_>>(),
        [(2, "Derfor.", Some(goal.id))]
    );
    assert_eq!(rounds::feedback_from(&mut tx, &sight, round.id, department).await.unwrap(), seen);
    assert!(rounds::feedback_to(&mut tx, &sight, round.id, department).await.unwrap().is_empty());
    let measures = rounds::feedback_measures(&mut tx, &sight, &round).await.unwrap();
    assert_eq!((measures.questions.answered, measures.unanswered.len()), (1, 0));

    let given = ConsequenceGiven {
        id: ConsequenceId::new(&town.mint),
        round: round.id,
        unit: school,
        goal: None,
        consequence: key("anerkendelse"),
        grounds: prose("Flot."),
        stamp: stamp(&town),
    };
    rounds::save_consequence(&mut tx, &give, at, &given, &told).await.unwrap();
    let followed = rounds::consequences_of(&mut tx, &sight, round.id, school).await.unwrap();
    assert_eq!(
        followed.iter().map(|c| (c.consequence.as_str(), c.grounds.as_str())).collect::<Vec<_>>(),
        [("anerkendelse", "Flot.")]
    );
});

on_both_engines!(a_round_of_another_municipality_is_not_seen, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Vores").await;
    let round = opened(&mut tx, &town, "halvaar", 2018).await;
    let theirs = neighbour.whole_sight();
    assert!(rounds::rounds(&mut tx, &theirs).await.unwrap().is_empty());
    assert!(rounds::latest(&mut tx, &theirs).await.unwrap().is_none());
    assert!(rounds::marks_of_goal(&mut tx, &theirs, goal.id).await.unwrap().is_empty());
    assert!(rounds::sheet(&mut tx, &theirs, &round, &[town.unit("skole")], &[]).await.unwrap().is_empty());
    assert!(rounds::late(&mut tx, &theirs, &round).await.unwrap().is_empty());
    let page = rounds::round_page(&mut tx, &theirs, &round, town.unit("skole"), town.model.lamps).await;
    assert!(matches!(page, Err(Miss::NotFound)));
});
