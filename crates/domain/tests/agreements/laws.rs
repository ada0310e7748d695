//! Laws that hold for whatever people write and try.

use jiff::civil::{Date, date};
use pejl_domain::Refused;
use pejl_domain::agreements::frozen::{FrozenGoal, FrozenTheme};
use pejl_domain::agreements::*;
use pejl_domain::models::Heard;
use pejl_kernel::{HearingId, Ore, Prose, SequenceMint, Years};
use proptest::prelude::*;

use crate::fixture::*;

/// Tries a verb with arguments that would do, were the state right; gives back the agreement and what it holds.
fn attempt(agreement: &Agreement, held: &[Held], verb: AgreementVerb) -> Result<(Agreement, Vec<Held>), Refused> {
    let model = model();
    let (note, this) = (prose("Derfor."), agreement.clone());
    let alone = |done: Result<(Agreement, pejl_domain::Event), Refused>| done.map(|(after, _)| (after, held.to_vec()));
    let moved = |done: Result<Moved, Refused>| done.map(|moved| (moved.agreement, after(held, &moved.elements)));
    match verb {
        AgreementVerb::Edit => {
            let elements: Vec<_> = held.iter().map(|one| one.element.clone()).collect();
            alone(this.edit(&model, agreement.content.clone(), &elements))
        }
        AgreementVerb::Hear => alone(this.hear(&model)),
        AgreementVerb::GiveInput => {
            let hearing = Hearing {
                id: HearingId::new(&SequenceMint::after(5000)),
                agreement: this.id,
                group: Heard::Employees,
                from: line("Lærerne"),
                text: note,
                by: person(1),
                on: TODAY,
            };
            hearing.give(&model, agreement, TODAY).map(|_| (this, held.to_vec()))
        }
        AgreementVerb::OpenDialogue => alone(this.open_dialogue()),
        AgreementVerb::Negotiate => {
            let proposal = Proposal::Due(Some(date(2020, 6, 30)));
            let goal = goal(); // a draft, whatever has become of the one in the agreement
            Counter::propose(&model, agreement, &goal, proposing(Side::Agent, proposal), &[]).map(|_| (this, held.to_vec()))
        }
        AgreementVerb::Submit => {
            let put = this.submit(&model, submission(held, &[], &[]))?;
            Ok((put.agreement, after(held, &put.elements)))
        }
        AgreementVerb::Sign => {
            let signing = Signing {
                unit: this.principal,
                unit_name: "Børneudvalget",
                person: person(1),
                standing_in_for: None,
                at: noon(),
                seal: "5ea1",
                signatures: &[],
                counters: &[],
            };
            this.sign(&signing).map(|_| (agreement.clone(), held.to_vec()))
        }
        AgreementVerb::Return => moved(this.send_back(&model, note, held)),
        AgreementVerb::Approve => moved(this.approve(&model, Some(&decision("udvalg")), held)),
        AgreementVerb::Amend => alone(this.amend(note)),
        AgreementVerb::DropAmendment => alone(this.drop_amendment(agreement.content.clone(), &[])),
        AgreementVerb::Report => alone(this.report_at_end(note)),
        AgreementVerb::ReturnReport => alone(this.return_report(note)),
        AgreementVerb::Close => alone(this.close(Prose::default())),
        AgreementVerb::HandOver => {
            let to = if this.agents.contains(&schools().unit) { nurseries() } else { schools() };
            let from = this.agents[0];
            alone(this.hand_over(&model, from, "Afdelingen", &to))
        }
        AgreementVerb::Withdraw => moved(this.withdraw(&model, note, held)),
    }
}

fn any_text() -> impl Strategy<Value = String> {
    "[a-zæøå ,\"\\\\\n]{0,6}"
}

fn any_day() -> impl Strategy<Value = Date> {
    (2015i16..2025, 1i8..13, 1i8..28).prop_map(|(y, m, d)| date(y, m, d))
}

fn some<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(one, 0..3)
}

prop_compose! {
    fn any_goal()(
        number in "M-2018-00[1-3]", place in prop::option::of(prop::sample::select(GoalPlace::ALL)), note in any_text(),
        owner in any_text(), title in "[a-zæøå]{1,4}", due in prop::option::of(any_day()),
    ) -> FrozenGoal {
        let mut content = goal_content(&title);
        content.goal.due = due;
        FrozenGoal { number, place, note, owner, content }
    }
}

prop_compose! {
    fn any_frozen()(
        heads in (any_text(), any_text(), some(any_text()), 2015i16..2020, any_text(), any_text()),
        sections in some((any_text(), any_text())),
        themes in some((any_text(), any_text(), any_text(), any_text())),
        frame in prop::option::of((any::<i64>(), any_text())),
        goals in some(any_goal()), actions in some(any_goal()),
        rules in some((any_text(), any_text(), any_text())),
        heard in some((any_text(), any_text(), any_day(), any_text())),
    ) -> Frozen {
        let (kind, principal, agents, from, follow_up, reporting) = heads;
        let theme = |(key, name, question, answer)| FrozenTheme { key, name, question, answer };
        Frozen {
            number: "A-2018-001".to_owned(), edition: 1, kind: (kind.clone(), kind), principal, agents,
            period: Years { from, to: from }, reason: String::new(), sections,
            themes: themes.into_iter().map(theme).collect(), frame: frame.map(|(amount, source)| (Ore(amount), source)),
            follow_up, reporting, goals, actions, rules, heard,
        }
    }
}

/// One field of the text, changed; the number says which.
fn touched(mut frozen: Frozen, which: usize) -> Frozen {
    let pair = || ("x".to_owned(), "y".to_owned());
    match which {
        0 => frozen.number.push('x'),
        1 => frozen.edition += 1,
        2 => frozen.kind.0.push('x'),
        3 => frozen.kind.1.push('x'),
        4 => frozen.principal.push('x'),
        5 => frozen.agents.push("x".to_owned()),
        6 => frozen.period.to += 1,
        7 => frozen.reason.push('x'),
        8 => frozen.sections.push(pair()),
        9 => frozen.themes.push(FrozenTheme {
            key: "x".to_owned(),
            name: String::new(),
            question: String::new(),
            answer: String::new(),
        }),
        10 => frozen.frame = if frozen.frame.is_some() { None } else { Some((Ore(0), String::new())) },
        11 => frozen.follow_up.push('x'),
        12 => frozen.reporting.push('x'),
        13 => frozen.rules.push(("x".to_owned(), "fixed".to_owned(), String::new())),
        14 => frozen.heard.push(("x".to_owned(), String::new(), TODAY, String::new())),
        _ => match frozen.goals.first_mut() {
            Some(goal) => goal.content.text = prose("Noget andet."),
            None => frozen.number.push('y'),
        },
    }
    frozen
}

proptest! {
    #[test]
    fn no_verb_leaves_the_table(verbs in prop::collection::vec(prop::sample::select(AgreementVerb::ALL), 0..40)) {
        let content = content(&[&goal()], &[&action()]);
        let mut agreement = begun().edit(&model(), content, &[goal(), action()]).unwrap().0;
        let mut held = both();
        for verb in verbs {
            let is_open = agreement.open_verbs(&model()).contains(&verb);
            match attempt(&agreement, &held, verb) {
                Ok((after, now)) => {
                    prop_assert_eq!(leads_to(agreement.state, verb), Some(after.state));
                    prop_assert!(is_open);
                    prop_assert!(after.edition >= agreement.edition);
                    prop_assert!(!agreement.is_in_force() || after.is_in_force() || after.state == AgreementState::Closed);
                    (agreement, held) = (after, now);
                }
                Err(refused) => {
                    prop_assert!(!refused.reasons.is_empty());
                    // What the buttons offer is refused for nothing but what was typed; here all is typed right.
                    prop_assert!(!is_open, "{verb:?} in {:?}: {refused:?}", agreement.state);
                }
            }
        }
    }

    #[test]
    fn two_texts_have_one_seal_exactly_where_they_are_one_text(a in any_frozen(), b in any_frozen()) {
        prop_assert_eq!(Sealed::of(a.clone()).seal == Sealed::of(b.clone()).seal, a == b);
        prop_assert_eq!(Sealed::of(a.clone()).seal, Sealed::of(a).seal);
    }

    #[test]
    fn a_change_of_any_field_is_another_seal(frozen in any_frozen(), which in 0usize..16) {
        prop_assert_ne!(Sealed::of(frozen.clone()).seal, Sealed::of(touched(frozen, which)).seal);
    }

    #[test]
    fn a_sealed_text_reads_back_the_same_and_only_under_its_own_seal(frozen in any_frozen()) {
        let sealed = Sealed::of(frozen);
        prop_assert_eq!(Sealed::read(&sealed.text, &sealed.seal), Some(sealed.clone()));
        prop_assert_eq!(Sealed::read(&sealed.text, &seal_of("noget andet")), None);
        prop_assert_eq!(Frozen::parse(&sealed.text), Some(sealed.frozen));
    }

    #[test]
    fn a_text_does_not_differ_from_itself_and_another_does(a in any_frozen(), b in any_frozen()) {
        prop_assert!(Difference::between(&a, &a).is_empty());
        prop_assert_eq!(Difference::between(&a, &b).is_empty(), a == b);
    }

    #[test]
    fn each_touched_field_is_told(frozen in any_frozen(), which in 0usize..16) {
        let after = touched(frozen.clone(), which);
        // The number, the edition and the reason are what the comparison is called by.
        let by_name = matches!(which, 0 | 1 | 7) || (which == 15 && frozen.goals.is_empty());
        prop_assert_eq!(Difference::between(&frozen, &after).is_empty(), by_name);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}") {
        let _ = Sealed::read(&text, &seal_of(&text));
    }
}

#[test]
fn every_stored_word_reads_back() {
    macro_rules! check {
        ($($of:ident),+) => { $( for word in $of::ALL { assert_eq!($of::parse(word.as_str()), Some(*word)); } )+ };
    }
    check!(AgreementState, AgreementVerb, CounterState, GoalPlace, Renewal, Side);
    assert_eq!(AgreementState::parse("Draft"), None);
}

#[test]
fn what_was_written_is_kept_whole() {
    let written = content(&[&goal()], &[&action()]);
    let kept = serde_json::to_string(&written).unwrap();
    assert_eq!(serde_json::from_str::<AgreementContent>(&kept).unwrap(), written);
    assert!(serde_json::from_str::<AgreementContent>(r#"{"colour":"red"}"#).is_err());
}
