//! What is done with a case.

use pejl_domain::cases::*;

use crate::fixture::*;

#[test]
fn a_case_is_written_put_on_the_agenda_and_decided() {
    let (case, event) = ready().decide(resolved(Outcome::AsRecommended, "Tiltrådt."), decision()).unwrap();
    assert_eq!((case.state, event.sentence.key.as_str()), (CaseState::Decided, "event-case-decided"));
    let resolution = case.resolution.unwrap();
    assert_eq!(
        (resolution.decision, resolution.outcome, resolution.text),
        (decision(), Outcome::AsRecommended, prose("Tiltrådt."))
    );
}

#[test]
fn what_a_body_needs_before_its_meeting_is_asked_for_all_at_once() {
    let bare = CaseContent::titled(line("Mål om unge"), CaseKind::Decision);
    let case = new(bare, Vec::new()).unwrap().0;
    let asked = reasons(case.ready(TODAY));
    assert_eq!(asked.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["meeting", "recommendation", "presentation"]);
}

#[test]
fn a_case_for_information_needs_no_recommendation() {
    let told = CaseContent { kind: CaseKind::Orientation, recommendation: Vec::new(), ..content() };
    assert!(new(told, Vec::new()).unwrap().0.ready(TODAY).is_ok());
}

#[test]
fn a_case_is_not_put_on_the_agenda_of_a_meeting_that_was() {
    let on = |meeting| CaseContent { meeting: Some(meeting), ..content() };
    assert!(new(on(TODAY), Vec::new()).unwrap().0.ready(TODAY).is_ok());
    let late = new(on(TODAY.yesterday().unwrap()), Vec::new()).unwrap().0.ready(TODAY);
    assert_eq!(reasons(late), [("meeting", "refused-case-meeting-passed".to_owned())]);
}

#[test]
fn nothing_is_written_in_a_case_that_is_on_the_agenda_until_it_is_taken_off() {
    assert_eq!(keys(ready().edit(content(), Vec::new())), ["refused-case-ready"]);
    let (case, _) = ready().take_back().unwrap();
    assert!(case.edit(content(), Vec::new()).is_ok());
}

#[test]
fn a_decision_is_never_written_over() {
    assert_eq!(keys(decided().edit(content(), Vec::new())), ["refused-case-decided"]);
    assert_eq!(keys(decided().decide(resolved(Outcome::Rejected, "Nej."), decision())), ["refused-case-decided"]);
    assert_eq!(keys(decided().withdraw(prose("Fejl."))), ["refused-case-decided"]);
}

#[test]
fn a_correction_is_a_case_of_its_own_that_points_at_the_old_one() {
    let old = decided();
    let (new, event) = old.correction(case_id(2), number("S-2019-009")).unwrap();
    assert_eq!((new.corrects, new.state, new.resolution.as_ref()), (Some(old.id), CaseState::Draft, None));
    assert_eq!((&new.content.title, new.content.meeting), (&old.content.title, None));
    assert!(new.adopts.is_empty(), "what was adopted is adopted");
    assert_eq!(event.sentence.key, "event-case-correction");
    assert_eq!(keys(ready().correction(case_id(3), number("S-2019-010"))), ["refused-case-ready"]);
}

#[test]
fn what_was_not_as_recommended_says_what_was_decided_instead() {
    for outcome in [Outcome::Changed, Outcome::Rejected] {
        assert_eq!(
            reasons(ready().decide(resolved(outcome, ""), decision())),
            [("decided", "refused-case-decided-without-text".to_owned())]
        );
        assert!(ready().decide(resolved(outcome, "Udsat til næste møde."), decision()).is_ok());
    }
    assert!(ready().decide(resolved(Outcome::Noted, ""), decision()).is_ok());
}

#[test]
fn nothing_is_adopted_by_what_was_rejected_or_only_noted() {
    assert!(Outcome::AsRecommended.adopts() && Outcome::Changed.adopts());
    assert!(!Outcome::Rejected.adopts() && !Outcome::Noted.adopts());
}

#[test]
fn whoever_is_disqualified_does_nothing_in_the_case_and_others_do() {
    let named = |person| Disqualified { person, reason: prose("Ejer nabogrunden.") };
    let (case, event) = ready().disqualify(vec![named(person(1))], |_| "Medlem (prøve)".to_owned()).unwrap();
    assert_eq!(event.sentence.key, "event-case-disqualified");
    assert_eq!(keys(case.fit_to_act(Some(person(1)))), ["refused-case-disqualified"]);
    assert!(case.fit_to_act(Some(person(2))).is_ok() && case.fit_to_act(None).is_ok());
}

#[test]
fn disqualification_asks_for_a_reason_and_for_a_change() {
    let said =
        |reason: &str| ready().disqualify(vec![Disqualified { person: person(1), reason: prose(reason) }], |_| "Medlem".to_owned());
    assert!(said("Familie til ansøgeren.").is_ok());
    assert_eq!(keys(said("")), ["refused-case-disqualified-without-reason"]);
    assert_eq!(keys(ready().disqualify(Vec::new(), |_| String::new())), ["refused-case-disqualified-same"]);
}

#[test]
fn a_case_is_given_up_with_a_reason_only() {
    assert_eq!(keys(draft().withdraw(prose(""))), ["refused-case-withdrawn-without-reason"]);
    let (case, _) = draft().withdraw(prose("Punktet bortfalder.")).unwrap();
    assert_eq!((case.state, case.note), (CaseState::Withdrawn, prose("Punktet bortfalder.")));
}

#[test]
fn what_a_case_adopts_is_named_once() {
    let twice = vec![Adopts::Element(element(1)), Adopts::Element(element(2)), Adopts::Element(element(1))];
    assert_eq!(new(content(), twice).unwrap().0.adopts, [Adopts::Element(element(1)), Adopts::Element(element(2))]);
}

#[test]
fn the_decision_of_a_closed_case_stands_under_our_number_and_not_the_case_systems() {
    let own = CaseContent { own_number: Some(line("EKS-2019-17")), ..content() };
    let of = |content| new(content, Vec::new()).unwrap().0.decided_under().unwrap().to_string();
    assert_eq!(of(own.clone()), "EKS-2019-17");
    assert_eq!(of(CaseContent { access: Access::Closed { reason: prose("Personforhold.") }, ..own }), "S-2019-004");
}
