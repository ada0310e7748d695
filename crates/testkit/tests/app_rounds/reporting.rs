//! Writing and submitting, and what goes wrong on the way.

use pejl_app::chain::withdraw_element;
use pejl_app::rounds::{
    GoalRefused, Kept, KeptOutcome, Submission, Typed, accept_reports, close_round, consolidate_round, return_report, round_page,
    submit_reports, unanswered, write_reports,
};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{Lamp, Mark, ReportContent, ReportState};
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::prose;

use crate::{Year, is_conflict, is_denied, met, not_met, submitted};

on_both_engines!(a_goal_withdrawn_while_it_is_reported_is_refused_and_the_others_text_is_kept, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await, year.typed(&year.cycling, not_met()).await];
    let (goal, version) = (year.cycling.id, year.cycling.version);
    let gone =
        year.scene.deed(year.consultant(), async |desk| withdraw_element(desk, goal, version, prose("Stien bygges ikke.")).await);
    gone.await.unwrap();

    let outcome = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    let Submission::Refused(refused) = outcome else { panic!("a goal that is withdrawn was submitted: {outcome:?}") };
    let [GoalRefused { goal, number, refused }] = refused.as_slice() else { panic!("one goal is withdrawn: {refused:?}") };
    assert_eq!((*goal, *number), (year.cycling.id, year.cycling.number));
    assert_eq!(refused.reasons[0].sentence.key, "refused-report-goal-withdrawn");
    assert_eq!(year.asked(&year.reading).await.report.state, ReportState::Missing, "all or none");

    let alone = &page[..1];
    let done = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, alone).await).await.unwrap();
    assert_eq!(done, Submission::Done { submitted: 1 });
    let left = unanswered(&mut year.scene.read().await, &year.scene.town.whole_sight(), id).await.unwrap();
    assert_eq!((left.silent, left.waiting), (0, 1), "what is withdrawn is outside every count");
});

on_both_engines!(a_round_closed_while_a_report_is_typed_refuses_it_and_the_text_is_still_in_hand, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await, year.typed(&year.cycling, not_met()).await];
    let kept = page.clone();
    year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();

    let submitted = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await;
    assert_eq!(reasons(submitted), [("", "refused-report-round-consolidating".to_owned())]);
    year.scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, true).await).await.unwrap();
    let written = year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await;
    assert_eq!(reasons(written), [("", "refused-report-round-closed".to_owned())], "said once, not goal by goal");
    assert_eq!(page, kept);
    assert_eq!(year.asked(&year.reading).await.report.state, ReportState::Missing);
});

on_both_engines!(a_report_submitted_twice_is_submitted_once, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await];
    let submit = async || year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await;
    assert_eq!(submit().await.unwrap(), Submission::Done { submitted: 1 });
    let (report, lines) = (year.asked(&year.reading).await.report, year.scene.lines().await);
    assert_eq!(submit().await.unwrap(), Submission::Done { submitted: 1 });
    assert_eq!(year.asked(&year.reading).await.report, report, "the second time changes nothing");
    assert_eq!(year.scene.lines().await, lines);

    let other = [Typed { content: not_met(), ..page[0].clone() }];
    let outcome = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &other).await).await;
    assert!(is_conflict(&outcome), "another text is not the same: {outcome:?}");
});

on_both_engines!(of_two_who_submit_at_once_one_is_told, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let (mine, theirs) = ([year.typed(&year.reading, met()).await], [year.typed(&year.reading, not_met()).await]);
    let (leader, head) = (year.leader(), year.head());
    let (one, other) = tokio::join!(
        year.scene.deed(leader, async |desk| submit_reports(desk, id, &mine).await),
        year.scene.deed(head, async |desk| submit_reports(desk, id, &theirs).await),
    );
    assert_eq!([&one, &other].into_iter().filter(|outcome| is_conflict(outcome)).count(), 1, "{one:?} {other:?}");
    let won = if one.is_ok() { met() } else { not_met() };
    assert_eq!(year.asked(&year.reading).await.report.content, won);
});

on_both_engines!(one_bad_report_keeps_the_whole_page_from_being_submitted, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let bare = ReportContent { mark: Some(Mark::NotMet), ..ReportContent::default() };
    let page = [year.typed(&year.reading, met()).await, year.typed(&year.cycling, bare).await];
    let outcome = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    let Submission::Refused(refused) = outcome else { panic!("submitted: {outcome:?}") };
    assert_eq!(refused.len(), 1);
    let fields: Vec<_> = refused[0].refused.reasons.iter().filter_map(|r| r.field).collect();
    assert_eq!(fields, ["outlook", "fact", "cause", "action"]);
    for goal in [&year.reading, &year.cycling] {
        assert_eq!(year.asked(goal).await.report.state, ReportState::Missing);
    }
});

on_both_engines!(drafts_are_kept_each_for_itself_without_a_line_in_the_trail, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let half = ReportContent { done: prose("Vi er begyndt."), ..ReportContent::default() };
    let first = year.typed(&year.reading, half.clone()).await;
    let stale = Typed { version: 7, ..year.typed(&year.cycling, half).await };
    let lines = year.scene.lines().await;
    let page = [first.clone(), stale];
    let kept = year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await.unwrap();
    assert_eq!(
        kept,
        [
            Kept { goal: year.reading.id, outcome: KeptOutcome::Kept { version: 2 } },
            Kept { goal: year.cycling.id, outcome: KeptOutcome::Conflict },
        ]
    );
    assert_eq!(year.scene.lines().await, lines);
    assert_eq!(year.asked(&year.reading).await.report.state, ReportState::Draft);

    let again = Typed { version: 2, ..first };
    let kept = year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &[again]).await).await.unwrap();
    assert_eq!(kept[0].outcome, KeptOutcome::Kept { version: 2 }, "what is unchanged is left as it stands");
});

on_both_engines!(a_report_returned_with_a_note_keeps_its_text_and_can_be_submitted_again, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    year.reported(false).await;
    let goal = year.reading.id;
    let bare = year.scene.deed(year.head(), async |desk| return_report(desk, id, goal, 2, prose("")).await).await;
    assert_eq!(reasons(bare), [("note", "refused-report-return-without-note".to_owned())]);
    let returned = year.scene.deed(year.head(), async |desk| return_report(desk, id, goal, 2, prose("Hvor mange?")).await);
    let returned = returned.await.unwrap();
    assert_eq!((returned.state, returned.content.clone()), (ReportState::Returned, met()));
    assert_eq!(returned, year.asked(&year.reading).await.report, "the deed gives back what stands in the row");
    assert_eq!(year.scene.newest(goal).await.event.sentence.key, "event-report-returned");

    let better = ReportContent { effect: prose("92 af 100 læser uden hjælp."), ..met() };
    let page = [Typed { goal, version: 3, content: better }];
    submitted(year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await);
    let accept = async || year.scene.deed(year.head(), async |desk| accept_reports(desk, id, &[(goal, 4)]).await).await;
    assert_eq!(accept().await.unwrap(), 1);
    assert_eq!(accept().await.unwrap(), 1, "pressed twice, accepted once");
    assert_eq!(year.asked(&year.reading).await.report.version, 5);
});

on_both_engines!(whoever_writes_does_not_accept_and_whoever_sees_does_not_write, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    year.reported(false).await;
    let goal = year.reading.id;
    for actor in [year.leader(), year.chair(), year.scene.town.actor_at(Role::DepartmentHead, "kulturafdeling")] {
        let outcome = year.scene.deed(actor, async |desk| accept_reports(desk, id, &[(goal, 2)]).await).await;
        assert!(is_denied(&outcome));
    }
    let teacher = year.scene.town.actor_at(Role::Employee, "skole");
    let page = [Typed { goal, version: 2, content: not_met() }];
    let outcome = year.scene.deed(teacher, async |desk| submit_reports(desk, id, &page).await).await;
    assert!(is_denied(&outcome), "an employee writes, and does not submit");
    let stranger = year.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    let outcome = year.scene.deed(stranger, async |desk| write_reports(desk, id, &page).await).await;
    assert!(is_denied(&outcome));
});

on_both_engines!(nothing_reported_is_silent_and_never_green, async |db| {
    let year = Year::open(db).await;
    let (id, school) = (year.round.id, year.scene.town.unit("skole"));
    let page = [year.typed(&year.reading, met()).await];
    year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await.unwrap();
    let mut tx = year.scene.read().await;
    let live = round_page(&mut tx, &year.scene.town.whole_sight(), &year.scene.place, &year.round, school).await.unwrap();
    assert_eq!((live.spread.silent, live.spread.met, live.lamp), (2, 0, Lamp::Out), "a draft is no answer");
    drop(tx);
    year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    let refused = year.scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, false).await).await;
    assert_eq!(reasons(refused), [("despite", "refused-round-unanswered".to_owned())]);
    let closed = year.scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, true).await).await.unwrap();
    let mut tx = year.scene.read().await;
    let kept = round_page(&mut tx, &year.scene.town.whole_sight(), &year.scene.place, &closed, school).await.unwrap();
    assert_eq!((kept.spread.silent, kept.spread.met, kept.lamp), (2, 0, Lamp::Out));
    assert!(kept.own.iter().all(|goal| goal.mark.is_none()));
});
