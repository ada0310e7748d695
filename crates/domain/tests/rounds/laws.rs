//! Laws that hold for whatever people write, send and try.

use jiff::civil::{Date, date};
use pejl_domain::Refused;
use pejl_domain::chain::*;
use pejl_domain::rounds::deeds::Schedule;
use pejl_domain::rounds::evidence::{MOST_BYTES, known, safe_name};
use pejl_domain::rounds::suggestion::{Reported, judge, parts, suggest, trend};
use pejl_domain::rounds::*;
use pejl_kernel::Figure;
use proptest::prelude::*;

use crate::evidence::zip;
use crate::fixture::*;

fn any_figure() -> impl Strategy<Value = Figure> {
    prop_oneof![any::<i64>(), Just(0), Just(i64::MIN), Just(i64::MAX), -500_000i64..500_000].prop_map(Figure::from_stored)
}

fn any_date() -> impl Strategy<Value = Date> {
    (2017i16..2024, 1i8..13, 1i8..29).prop_map(|(y, m, d)| date(y, m, d))
}

prop_compose! {
    fn any_criterion()(
        comparator in prop::option::of(prop::sample::select(Comparator::ALL)), value in prop::option::of(any_figure()),
        baseline in prop::option::of(any_figure()),
        targets in prop::collection::vec((any_date(), any_figure()), 0..4),
    ) -> Criterion {
        let targets = targets.into_iter().map(|(on, value)| Target { on, value }).collect();
        Criterion { comparator, value, baseline, targets, ..Criterion::worded(line("Kriterium")) }
    }
}

prop_compose! {
    fn any_goal()(
        criteria in prop::collection::vec(any_criterion(), 0..4), due in prop::option::of(any_date()),
        milestones in prop::collection::vec(any_date(), 0..4),
    ) -> Content {
        let mut content = Content::titled(line("Mål"));
        content.goal.criteria = criteria;
        content.goal.due = due;
        content.goal.milestones = milestones.into_iter().map(|on| Milestone { on, text: line("Milepæl") }).collect();
        content
    }
}

prop_compose! {
    fn any_report()(
        mark in prop::option::of(prop::sample::select(Mark::ALL)), outlook in prop::option::of(prop::sample::select(Outlook::ALL)),
        documentation in prop::option::of(prop::sample::select(Documentation::ALL)),
        words in prop::collection::vec("[a-zæøå]{0,3}", 7),
        values in prop::collection::vec((0usize..6, any_figure()), 0..6), milestones in prop::collection::vec(0usize..6, 0..6),
    ) -> ReportContent {
        let values = values.into_iter().map(|(criterion, value)| CriterionValue { criterion, value, source: prose("") });
        let values = values.collect();
        let word = |n: usize| prose(&words[n]);
        ReportContent {
            mark, outlook, documentation, values, milestones, done: word(0), effect: word(1), fact: word(2), cause: word(3),
            action: word(4), not_relevant_because: word(5), differs_because: word(6),
        }
    }
}

fn rank(mark: Mark) -> u8 {
    match mark {
        Mark::NotMet => 0,
        Mark::Partly => 1,
        Mark::Met => 2,
        Mark::NotYet | Mark::NotRelevant => panic!("figures suggest a colour"),
    }
}

proptest! {
    #[test]
    fn a_suggestion_is_a_colour_or_nothing_for_any_figures(goal in any_goal(), report in any_report(), cut_off in any_date()) {
        let suggested = suggest(&goal, &report, cut_off);
        prop_assert_eq!(suggested.is_some(), !parts(&goal, &report, cut_off).is_empty());
        prop_assert!(suggested.is_none_or(|mark| rank(mark) <= 2));
        let seen = Reported { judged: &goal, content: &report, cut_off };
        prop_assert!(!matches!(trend(seen, seen), Some(suggestion::Trend::Better | suggestion::Trend::Worse)));
    }

    #[test]
    fn a_figure_nearer_the_goal_is_never_judged_worse(
        asked in any_figure(), baseline in prop::option::of(any_figure()), a in any_figure(), b in any_figure(),
    ) {
        let (low, high) = (a.min(b), a.max(b));
        let up = |value| rank(judge(Comparator::AtLeast, asked, baseline, value));
        let down = |value| rank(judge(Comparator::AtMost, asked, baseline, value));
        prop_assert!(up(low) <= up(high));
        prop_assert!(down(low) >= down(high));
        prop_assert_eq!(judge(Comparator::Hold, asked, baseline, asked), Mark::Met);
    }

    #[test]
    fn lower_is_better_is_the_mirror_of_higher_is_better(
        asked in -1_000_000i64..1_000_000, baseline in -1_000_000i64..1_000_000, value in -1_000_000i64..1_000_000,
    ) {
        let figure = Figure::from_stored;
        prop_assert_eq!(
            judge(Comparator::AtLeast, figure(asked), Some(figure(baseline)), figure(value)),
            judge(Comparator::AtMost, figure(-asked), Some(figure(-baseline)), figure(-value)),
        );
    }

    #[test]
    fn no_verb_takes_a_round_out_of_the_table(verbs in prop::collection::vec(prop::sample::select(RoundVerb::ALL), 0..20)) {
        let model = model();
        let mut round = planned(&model, "aarsstatus");
        let mut day = 10;
        for verb in verbs {
            let before = round.state;
            day += 1;
            match attempt(round.clone(), verb, day) {
                Ok(after) => {
                    prop_assert_eq!(round_leads_to(before, verb), Some(after.state));
                    prop_assert_eq!(after.seal.is_empty(), after.state != RoundState::Closed);
                    round = after;
                }
                Err(_) => prop_assert!(!round.open_verbs().any(|open| open == verb)),
            }
        }
    }

    #[test]
    fn no_verb_takes_a_report_out_of_the_table(
        verbs in prop::collection::vec((prop::sample::select(ReportVerb::ALL), any_report()), 0..20),
        consolidates in 0usize..25,
    ) {
        let mut year = Year::new();
        let mut report = year.report();
        for (at, (verb, content)) in verbs.into_iter().enumerate() {
            if at == consolidates {
                year.round = year.round.clone().consolidate(&year.model).unwrap().0;
            }
            let (before, about) = (report.state, year.about());
            let done = match verb {
                ReportVerb::Write => report.clone().write(&about, content),
                ReportVerb::Submit => report.clone().submit(&about, content, now()),
                ReportVerb::Return => report.clone().send_back(&about, prose("Mere."), now()),
                ReportVerb::Accept => report.clone().accept(&about, now()),
            };
            let is_open = report.open_verbs(year.round.state).contains(&verb);
            match done {
                Ok((after, _)) => {
                    prop_assert_eq!(report_leads_to(before, verb), Some(after.state));
                    prop_assert!(is_open);
                    prop_assert!(!after.state.is_answered() || (after.content.mark.is_some() && after.submitted.is_some()));
                    report = after;
                }
                // What is open is refused for nothing but what was written, and only when it is sent.
                Err(_) => prop_assert!(!is_open || verb == ReportVerb::Submit),
            }
        }
    }

    #[test]
    fn what_is_sent_holds_what_its_mark_asks_for(content in any_report()) {
        if let Ok(report) = Year::new().submit(content) {
            let sent = report.content;
            let off_course = matches!(sent.mark, Some(Mark::NotMet | Mark::Partly));
            prop_assert_eq!(off_course, !sent.fact.is_empty() && !sent.cause.is_empty() && !sent.action.is_empty());
            prop_assert_eq!(sent.mark == Some(Mark::NotRelevant), !sent.not_relevant_because.is_empty());
        }
    }

    #[test]
    fn what_was_submitted_is_known_again_however_it_was_typed(content in any_report()) {
        let year = Year::new();
        if let Ok(report) = year.submit(content.clone()) {
            prop_assert!(report.is_submitted_as(&year.about(), &content));
            prop_assert!(report.is_submitted_as(&year.about(), &report.content));
        }
    }

    #[test]
    fn what_people_wrote_reads_back_the_same(content in any_report()) {
        // The one figure that nobody can type: one ten-thousandth below the largest with its sign turned.
        prop_assume!(content.values.iter().all(|value| value.value.stored() != i64::MIN));
        let kept = serde_json::to_string(&content).unwrap();
        prop_assert_eq!(serde_json::from_str::<ReportContent>(&kept).unwrap(), content);
    }

    #[test]
    fn no_bytes_make_the_reader_of_files_panic(
        mut bytes in prop::collection::vec(any::<u8>(), 0..200), is_archive in any::<bool>(), name in ".{0,30}",
        cut in 0usize..200, at in 0usize..200, with in any::<u8>(),
    ) {
        if is_archive {
            bytes = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("word/document.xml", &bytes)]);
            let changed = at % bytes.len();
            bytes[changed] = with;
            bytes.truncate(bytes.len().saturating_sub(cut));
        }
        for ending in ["docx", "odt", "pdf", "txt"] {
            let _ = known(&bytes, &format!("{name}.{ending}"));
        }
        prop_assert!(bytes.len() < MOST_BYTES);
    }

    #[test]
    fn a_safe_name_is_one_name_and_stays_as_it_is(name in ".{0,200}") {
        if let Some(safe) = safe_name(&name) {
            prop_assert!(!safe.contains(['/', '\\', '"', '\0', '\n', '\r']) && !safe.starts_with('.'));
            prop_assert!((1..=120).contains(&safe.chars().count()));
            prop_assert_eq!(safe_name(&safe), Some(safe));
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_links_panic_and_every_link_is_http(text in "(https?://)?.{0,40}") {
        if let Ok(EvidenceKind::Link(link)) = EvidenceKind::link(&text) {
            prop_assert!(link.starts_with("https://") || link.starts_with("http://"));
        }
    }

    #[test]
    fn a_spread_holds_every_goal_once(marks in prop::collection::vec(prop::option::of(prop::sample::select(Mark::ALL)), 0..50)) {
        let mut spread = Spread::default();
        marks.iter().for_each(|mark| spread.count(*mark, 1));
        prop_assert_eq!(usize::try_from(spread.all() + spread.not_relevant).unwrap(), marks.len());
        let lamp = spread.lamp(model().lamps);
        prop_assert!(spread.judged() > 0 || lamp == Lamp::Out);
        prop_assert!(lamp != Lamp::Green || (spread.judged() > 0 && spread.silent <= spread.judged()));
        prop_assert!(lamp != Lamp::Out || spread.judged() == 0 || spread.silent > spread.judged());
    }
}

/// Tries a verb with arguments that would do, were the state right.
fn attempt(round: Round, verb: RoundVerb, day: i8) -> Result<Round, Refused> {
    let model = model();
    let last = date(2020, 1, 1).checked_add(jiff::Span::new().days(i64::from(day))).unwrap();
    let levels = round.deadlines.iter().map(|deadline| RoundDeadline { level: deadline.level.clone(), on: last });
    let to = Schedule { cut_off: round.cut_off, deadlines: levels.collect() };
    let done = match verb {
        RoundVerb::Reschedule => round.reschedule(&model, to),
        RoundVerb::Open => round.open(&model, 1),
        RoundVerb::Consolidate => round.consolidate(&model),
        RoundVerb::Reopen => round.reopen(&model),
        RoundVerb::Close => round.close(&model, Unanswered { silent: 1, waiting: 1 }, true, "ab".repeat(32)),
    };
    done.map(|(round, _)| round)
}

#[test]
fn every_stored_word_reads_back() {
    macro_rules! check {
        ($($of:ty),+) => { $( for word in <$of>::ALL {
            assert_eq!(<$of>::parse(word.as_str()), Some(*word));
        } )+ };
    }
    check!(RoundState, RoundVerb, ReportState, ReportVerb, Mark, Outlook, FeedbackKind, Lamp, evidence::Media, suggestion::Trend);
    for mark in Mark::ALL {
        assert_eq!(serde_json::to_string(mark).unwrap(), format!("\"{}\"", mark.as_str()));
    }
    assert_eq!(Mark::parse("Green"), None);
}
