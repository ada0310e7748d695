//! What comes back down, and what a unit says of itself.

use pejl_domain::rounds::feedback::{Measure, days_between};
use pejl_domain::rounds::*;
use pejl_kernel::{ConsequenceId, FeedbackId, SequenceMint};

use crate::fixture::*;

fn feedback(kind: FeedbackKind, text: &str) -> Feedback {
    Feedback {
        id: FeedbackId::new(&SequenceMint::after(70)),
        round: round_id(),
        from: unit(1),
        to: unit(2),
        goal: None,
        kind,
        text: prose(text),
        stamp: now(),
        answer: prose(""),
        answered: None,
        version: 0,
    }
}

#[test]
fn only_noted_may_be_without_words() {
    let year = Year::new();
    let give = |kind, text: &str| feedback(kind, text).give(&year.model, &year.round, "Nordskolen", None);
    assert!(give(FeedbackKind::Noted, "").is_ok());
    assert_eq!(reasons(give(FeedbackKind::Praise, "")), ["text refused-feedback-praise-without-text"]);
    assert_eq!(reasons(give(FeedbackKind::Question, "")), ["text refused-feedback-question-without-text"]);
    assert_eq!(reasons(give(FeedbackKind::Request, "")), ["text refused-feedback-request-without-text"]);
}

#[test]
fn feedback_on_a_goal_names_it_and_a_unit_does_not_answer_itself() {
    let year = Year::new();
    let (_, event) =
        feedback(FeedbackKind::Praise, "Flot.").give(&year.model, &year.round, "Nordskolen", Some(&year.goal)).unwrap();
    assert_eq!((event.sentence.key.as_str(), said(&event, "number")), ("event-feedback-praise-on-goal", "M-2018-014".to_owned()));
    let own = Feedback { to: unit(1), ..feedback(FeedbackKind::Noted, "") };
    assert_eq!(reasons(own.give(&year.model, &year.round, "Byrådet", None)), ["to refused-feedback-to-oneself"]);
}

#[test]
fn feedback_is_given_after_the_round_is_closed_too_and_not_before_it_opens() {
    let model = model();
    let give = |round: &Round| feedback(FeedbackKind::Noted, "").give(&model, round, "Nordskolen", None);
    assert!(give(&closed(&model)).is_ok());
    assert_eq!(reasons(give(&planned(&model, "aarsstatus"))), ["- refused-round-not-begun"]);
}

#[test]
fn a_question_waits_for_one_answer_and_praise_for_none() {
    let year = Year::new();
    let answer =
        |feedback: Feedback, text: &str| feedback.answer(&year.model, &year.round, "Nordskolen", prose(text), person(3), now().at);
    let asked = feedback(FeedbackKind::Question, "Hvornår?");
    assert!(asked.is_waiting());
    assert_eq!(reasons(answer(asked.clone(), "")), ["answer refused-feedback-without-answer"]);
    let (answered, _) = answer(asked, "Til marts.").unwrap();
    assert!(!answered.is_waiting());
    assert_eq!(reasons(answer(answered, "Til april.")), ["- refused-feedback-answered"]);
    let praise = feedback(FeedbackKind::Praise, "Flot.");
    assert!(!praise.is_waiting());
    assert_eq!(reasons(answer(praise, "Tak.")), ["- refused-feedback-asks-nothing"]);
}

#[test]
fn a_consequence_is_one_of_the_models_and_rests_on_grounds() {
    let year = Year::new();
    let give = |consequence: &str, grounds: &str| {
        let given = ConsequenceGiven {
            id: ConsequenceId::new(&SequenceMint::after(80)),
            round: round_id(),
            unit: unit(2),
            goal: None,
            consequence: key(consequence),
            grounds: prose(grounds),
            stamp: now(),
        };
        given.give(&year.model, &year.round, "Nordskolen", None)
    };
    assert_eq!(reasons(give("fyring", "Nej.")), ["consequence refused-consequence-not-in-model"]);
    assert_eq!(reasons(give("anerkendelse", " ")), ["grounds refused-consequence-without-grounds"]);
    assert_eq!(said(&give("anerkendelse", "Alle mål er nået.").unwrap().1, "consequence"), "Anerkendelse");
}

#[test]
fn a_unit_assesses_while_the_round_runs_and_in_words() {
    let model = model();
    let write = |round: &Round, text: &str| {
        let assessment =
            Assessment { round: round_id(), unit: unit(2), text: prose(text), asked: prose(""), stamp: now(), version: 0 };
        assessment.write(&model, round, "Nordskolen")
    };
    assert!(write(&consolidating(&model), "Et godt år.").is_ok());
    assert_eq!(reasons(write(&consolidating(&model), "")), ["text refused-assessment-without-text"]);
    assert_eq!(reasons(write(&closed(&model), "For sent.")), ["- refused-round-is-closed"]);
}

#[test]
fn a_parent_in_force_is_judged_by_its_owner_with_grounds_and_a_goal_is_not() {
    let year = Year::new();
    let objective = in_force(&year.model, "maalsaetning", 3, support());
    let write = |element: &pejl_domain::chain::Element, grounds: &str| {
        let judgement = Judgement {
            round: round_id(),
            element: element.id,
            mark: Mark::Partly,
            grounds: prose(grounds),
            stamp: now(),
            version: 0,
        };
        judgement.write(&year.model, &year.round, element)
    };
    assert_eq!(said(&write(&objective, "To af tre mål er nået.").unwrap().1, "mark"), "delvist opfyldt");
    assert_eq!(reasons(write(&objective, "")), ["grounds refused-judgement-without-grounds"]);
    assert_eq!(reasons(write(&year.goal, "Nej.")), ["- refused-judgement-kind"]);
    let draft = element(&year.model, "maalsaetning", 4, support());
    assert_eq!(reasons(write(&draft, "Nej.")), ["- refused-judgement-not-in-force"]);
}

#[test]
fn how_often_and_how_fast_units_are_answered() {
    let measure = Measure::of(3, vec![9, 2]);
    assert_eq!((measure.percent, measure.median_days), (Some(66), Some(figure("5.5"))));
    assert_eq!(Measure::of(3, vec![9, 2, 4]).median_days, Some(figure("4")));
    assert_eq!(Measure::of(1000, vec![1; 999]).percent, Some(99), "never all while one is missing");
    let none = Measure::of(0, vec![]);
    assert_eq!((none.percent, none.median_days), (None, None));
}

#[test]
fn days_are_danish_days() {
    let at = |text: &str| text.parse().unwrap();
    assert_eq!(days_between(at("2020-01-08T22:30:00Z"), at("2020-01-08T23:30:00Z")), 1);
    assert_eq!(days_between(at("2020-01-09T10:00:00Z"), at("2020-01-08T10:00:00Z")), 0);
}
