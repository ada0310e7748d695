//! A report from silence to acceptance.

use pejl_domain::chain::{Documentation, Milestone, Outcome};
use pejl_domain::rounds::reporting::fitted;
use pejl_domain::rounds::*;

use crate::fixture::*;

#[test]
fn a_goal_that_is_asked_has_a_report_in_which_nothing_is_written() {
    let year = Year::new();
    let report = year.report();
    assert_eq!((report.state, report.edition, report.unit), (ReportState::Missing, 1, year.goal.owner));
    assert_eq!(report.mark_shown(), None);
}

#[test]
fn a_draft_keeps_whatever_is_written_and_shows_no_mark_to_others() {
    let year = Year::new();
    let typed = ReportContent { mark: Some(Mark::Met), cause: prose("Halvt skrev"), ..ReportContent::default() };
    let (report, _) = year.report().write(&year.about(), typed.clone()).unwrap();
    assert_eq!((report.state, &report.content), (ReportState::Draft, &typed));
    assert_eq!(report.mark_shown(), None);
}

#[test]
fn a_report_without_a_mark_is_not_sent() {
    assert_eq!(reasons(Year::new().submit(ReportContent::default())), ["mark refused-report-without-mark"]);
}

#[test]
fn red_and_yellow_ask_for_fact_cause_and_action_and_where_it_is_heading() {
    let year = Year::new();
    let bare = |mark| ReportContent { mark: Some(mark), ..ReportContent::default() };
    assert_eq!(
        reasons(year.submit(bare(Mark::NotMet))),
        [
            "outlook refused-report-without-outlook",
            "fact refused-report-without-fact",
            "cause refused-report-without-cause",
            "action refused-report-without-action",
        ]
    );
    assert!(reasons(year.submit(bare(Mark::Partly))).contains(&"fact refused-report-without-fact".to_owned()));
    assert!(year.submit(red()).is_ok());
}

#[test]
fn green_asks_how_the_effect_is_documented_and_nothing_about_causes() {
    let year = Year::new();
    let bare = ReportContent { mark: Some(Mark::Met), ..ReportContent::default() };
    assert_eq!(reasons(year.submit(bare)), ["documentation refused-report-without-documentation"]);
    assert!(year.submit(green()).is_ok());
}

#[test]
fn an_effect_by_measurement_needs_a_figure_or_a_piece_of_evidence() {
    let mut year = Year::new();
    let unmeasured = ReportContent { values: vec![], ..green() };
    assert_eq!(reasons(year.submit(unmeasured.clone())), ["documentation refused-report-without-measurement"]);
    year.evidence = 1;
    assert!(year.submit(unmeasured).is_ok());
}

#[test]
fn an_effect_by_assessment_needs_words() {
    let year = Year::new();
    let assessed = ReportContent { documentation: Some(Documentation::Assessment), ..green() };
    assert_eq!(reasons(year.submit(assessed.clone())), ["effect refused-report-without-effect"]);
    assert!(year.submit(ReportContent { effect: prose("Forældrene kommer til møderne."), ..assessed }).is_ok());
}

#[test]
fn not_yet_asks_only_where_it_is_heading_and_not_relevant_only_why() {
    let year = Year::new();
    let marked = |mark| ReportContent { mark: Some(mark), ..ReportContent::default() };
    assert_eq!(reasons(year.submit(marked(Mark::NotYet))), ["outlook refused-report-without-outlook"]);
    let why = "not-relevant-because refused-report-not-relevant-without-reason";
    assert_eq!(reasons(year.submit(marked(Mark::NotRelevant))), [why]);
}

#[test]
fn judging_otherwise_than_the_figures_asks_why() {
    let year = Year::new();
    let optimist = ReportContent { values: vec![value(0, "81")], ..green() };
    assert_eq!(reasons(year.submit(optimist.clone())), ["differs-because refused-report-differs-without-reason"]);
    assert!(year.submit(ReportContent { differs_because: prose("Målingen er fra før sommeren."), ..optimist }).is_ok());
}

#[test]
fn a_round_of_deviations_asks_green_for_nothing_but_the_mark() {
    let mut year = Year::in_round("august");
    year.judged.goal.milestones = vec![Milestone { on: jiff::civil::date(2019, 6, 1), text: line("Planen er skrevet") }];
    let bare = |mark| ReportContent { mark: Some(mark), ..ReportContent::default() };
    assert!(year.submit(bare(Mark::Met)).is_ok());
    let heading = ReportContent { outlook: Some(Outlook::OnCourse), ..bare(Mark::NotYet) };
    assert!(year.submit(heading).is_ok());
    assert!(reasons(year.submit(bare(Mark::NotMet))).contains(&"fact refused-report-without-fact".to_owned()));
}

#[test]
fn green_against_figures_that_were_given_asks_why_in_a_round_of_deviations_too() {
    let year = Year::in_round("august");
    let optimist = ReportContent { values: vec![value(0, "81")], mark: Some(Mark::Met), ..ReportContent::default() };
    assert_eq!(reasons(year.submit(optimist)), ["differs-because refused-report-differs-without-reason"]);
}

#[test]
fn what_a_mark_does_not_ask_for_is_not_sent_along() {
    let year = Year::new();
    let changed_mind = ReportContent {
        not_relevant_because: prose("Nej"),
        ..ReportContent { mark: green().mark, values: green().values, documentation: green().documentation, ..red() }
    };
    let report = year.submit(changed_mind).unwrap();
    assert!(report.content.fact.is_empty() && report.content.not_relevant_because.is_empty());
    assert_eq!(report.content.outlook, None);
}

#[test]
fn what_is_submitted_tells_the_mark_in_the_municipalitys_own_words() {
    let year = Year::new();
    let (report, event) = year.report().submit(&year.about(), red(), now()).unwrap();
    assert_eq!(said(&event, "mark"), "ikke opfyldt");
    assert_eq!((report.state, report.submitted), (ReportState::Submitted, Some(now())));
    assert_eq!(report.mark_shown(), Some(Mark::NotMet));
}

#[test]
fn a_report_submitted_twice_is_submitted_once_and_other_words_are_another_matter() {
    let year = Year::new();
    let report = year.submit(red()).unwrap();
    assert!(report.is_submitted_as(&year.about(), &red()));
    let twice = ReportContent { values: vec![value(0, "81"), value(7, "1")], ..red() };
    assert!(report.is_submitted_as(&year.about(), &twice), "a value of no criterion is no difference");
    assert!(!report.is_submitted_as(&year.about(), &green()));
    assert!(!year.report().is_submitted_as(&year.about(), &ReportContent::default()), "nothing is submitted yet");
    assert_eq!(reasons(report.submit(&year.about(), red(), now())), ["- refused-report-submitted"]);
}

#[test]
fn a_returned_report_keeps_its_words_and_the_note_until_it_is_accepted() {
    let year = Year::new();
    let about = year.about();
    let report = year.submit(red()).unwrap();
    assert_eq!(reasons(report.clone().send_back(&about, prose(""), now())), ["note refused-report-return-without-note"]);
    let (report, _) = report.send_back(&about, prose("Hvem gør hvad hvornår?"), now()).unwrap();
    assert_eq!((report.state, &report.content), (ReportState::Returned, &red()));
    assert_eq!(report.mark_shown(), None);
    let (report, _) = report.write(&about, red()).unwrap();
    let (report, _) = report.submit(&about, red(), now()).unwrap();
    assert_eq!(report.note, prose("Hvem gør hvad hvornår?"));
    let (report, _) = report.accept(&about, stamp("2020-01-12T08:00:00Z")).unwrap();
    assert_eq!((report.state, report.note.is_empty()), (ReportState::Accepted, true));
    assert_eq!(report.answered, Some(stamp("2020-01-12T08:00:00Z")));
}

#[test]
fn a_round_that_closes_while_a_report_is_typed_refuses_it_and_says_so() {
    let mut year = Year::new();
    let report = year.report();
    year.round = closed(&year.model);
    assert_eq!(reasons(report.clone().write(&year.about(), red())), ["- refused-report-round-closed"]);
    assert_eq!(reasons(report.submit(&year.about(), red(), now())), ["- refused-report-round-closed"]);
}

#[test]
fn while_a_round_is_consolidated_reports_are_answered_and_no_longer_written() {
    let mut year = Year::new();
    let (draft, sent) = (year.report(), year.submit(red()).unwrap());
    year.round = consolidating(&year.model);
    assert_eq!(reasons(draft.write(&year.about(), red())), ["- refused-report-round-consolidating"]);
    assert_eq!(sent.open_verbs(RoundState::Consolidating), [ReportVerb::Return, ReportVerb::Accept]);
    assert!(sent.accept(&year.about(), now()).is_ok());
}

#[test]
fn what_is_sent_back_while_reports_are_consolidated_can_be_mended() {
    let mut year = Year::new();
    let sent = year.submit(red()).unwrap();
    year.round = consolidating(&year.model);
    let (back, _) = sent.send_back(&year.about(), prose("Hvorfor?"), now()).unwrap();
    let (written, _) = back.write(&year.about(), red()).unwrap();
    assert!(written.submit(&year.about(), red(), now()).is_ok());
}

#[test]
fn a_goal_withdrawn_while_it_is_reported_takes_no_report_and_says_what_became_of_it() {
    let mut year = Year::new();
    let (draft, sent) = (year.report(), year.submit(red()).unwrap());
    year.goal = year.goal.clone().withdraw(&year.model, prose("Budgettet blev ændret.")).unwrap().0;
    assert!(draft.clone().write(&year.about(), red()).is_ok(), "what is typed is kept");
    assert_eq!(reasons(draft.submit(&year.about(), red(), now())), ["- refused-report-goal-withdrawn"]);
    let back = sent.send_back(&year.about(), prose("Skriv mere."), now());
    assert_eq!(reasons(back), ["- refused-report-goal-withdrawn"], "nobody could submit it again");
    year.goal = goal(&year.model).close(&year.model, Outcome::Met, prose(""), None).unwrap().0;
    assert_eq!(reasons(year.report_of_before().submit(&year.about(), green(), now())), ["- refused-report-goal-closed"]);
}

impl Year {
    /// A report that was asked for while the goal was in force.
    fn report_of_before(&self) -> Report {
        Report::ask(&self.round, &goal(&self.model)).unwrap()
    }
}

#[test]
fn figures_and_milestones_stand_once_each_in_the_goals_order() {
    let mut judged = support();
    judged.goal.criteria.push(hold("5"));
    let typed = ReportContent {
        values: vec![value(9, "3"), value(1, "5"), value(0, "92"), value(1, "6")],
        milestones: vec![3, 0, 0],
        ..ReportContent::default()
    };
    let kept = fitted(&judged, typed);
    assert_eq!(kept.values, [value(0, "92"), value(1, "5")]);
    assert_eq!(kept.milestones, Vec::<usize>::new());
}
