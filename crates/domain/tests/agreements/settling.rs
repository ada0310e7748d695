//! The text is frozen, signed, sent back and approved, and the goals move with it.

use pejl_domain::agreements::*;
use pejl_domain::chain::{State, StateName};
use pejl_domain::models::Heard;
use pejl_kernel::{HearingId, Prose, SequenceMint, Years};

use crate::fixture::*;

fn states(held: &[Held]) -> Vec<StateName> {
    held.iter().map(|one| one.element.state.name()).collect()
}

#[test]
fn submitting_freezes_the_text_and_proposes_the_agents_own_goals() {
    let put = submitted();
    assert_eq!(put.agreement.state, AgreementState::Submitted);
    assert_eq!(states(&after(&both(), &put.elements)), [StateName::Proposed, StateName::Draft]);
    let frozen = &put.sealed.frozen;
    assert_eq!((frozen.number.as_str(), frozen.edition, frozen.principal.as_str()), ("A-2018-001", 1, "Børneudvalget"));
    assert_eq!(frozen.sections, [("Mål og indsats".to_owned(), "Vi vil trivsel.".to_owned())]);
    assert_eq!(frozen.themes[0].answer, "Vi samler holdene.");
    assert_eq!(frozen.follow_up, "Udvalget ser på den i juni.");
    assert_eq!((frozen.goals[0].number.as_str(), frozen.actions[0].number.as_str()), ("M-2018-001", "H-2018-002"));
    assert_eq!(frozen.rules, [("Økonomi".to_owned(), "fixed".to_owned(), "Sådan er det.".to_owned())]);
    assert_eq!(put.sealed.seal.len(), 64);
    assert_eq!(Sealed::read(&put.sealed.text, &put.sealed.seal), Some(put.sealed.clone()));
    assert_eq!(Sealed::read(&put.sealed.text.replace("trivsel", "fred"), &put.sealed.seal), None);
}

#[test]
fn what_was_heard_and_the_rules_of_the_units_kind_are_part_of_what_is_signed() {
    let heard = [Hearing {
        id: HearingId::new(&SequenceMint::after(5000)),
        agreement: agreement_id(1),
        group: Heard::UserBoard,
        from: line("Skolebestyrelsen"),
        text: prose("Vi bakker op."),
        by: person(1),
        on: TODAY,
    }];
    let held = both();
    let mut put = submission(&held, &[], &heard);
    let kinds = [key("skole")];
    put.unit_kinds = &kinds;
    let frozen = Frozen::of(&in_dialogue(), &model(), &put);
    assert_eq!(frozen.heard, [("user-board".to_owned(), "Skolebestyrelsen".to_owned(), TODAY, "Vi bakker op.".to_owned())]);
    assert_eq!(frozen.rules.len(), 2);
}

#[test]
fn a_theme_of_the_year_must_be_answered() {
    let mut next = in_dialogue().content;
    next.themes[0].answer = Prose::default();
    let (agreement, _) = in_dialogue().edit(&model(), next, &[goal(), action()]).unwrap();
    assert_eq!(agreement.missing_themes(&model()).len(), 1);
    assert_eq!(
        reasons(agreement.clone().submit(&model(), submission(&both(), &[], &[]))),
        ["themes refused-agreement-theme-unanswered"]
    );
    let mut model = model();
    model.themes[0].years = Years { from: 2020, to: 2020 };
    assert!(agreement.submit(&model, submission(&both(), &[], &[])).is_ok());
}

#[test]
fn a_goal_that_lacks_what_the_model_requires_is_named() {
    let mut content = goal_content("Flere børn trives");
    content.goal.expected_effect = Prose::default();
    let bare = [held(&element(1, "maal", SCHOOLS, content)), held(&action())];
    let refused = in_dialogue().submit(&model(), submission(&bare, &[], &[])).unwrap_err();
    assert_eq!(reasons::<()>(Err(refused.clone())), ["goals refused-agreement-element-lacks"]);
    assert_eq!(said(&refused.reasons[0].sentence.clone().into(), "number"), "M-2018-001");
    assert_eq!(said(&refused.reasons[0].sentence.clone().into(), "field"), "field-expected-effect");
}

#[test]
fn a_goal_withdrawn_meanwhile_is_taken_out_before_anything_is_sent_on() {
    let gone = goal().withdraw(&model(), prose("Nej.")).unwrap().0;
    let now = [held(&gone), held(&action())];
    assert_eq!(reasons(in_dialogue().submit(&model(), submission(&now, &[], &[]))), ["goals refused-agreement-element-over"]);
}

#[test]
fn goals_that_others_own_are_not_proposed_for_them() {
    let theirs = element(1, "maal", NURSERIES, goal_content("Flere børn trives"));
    let now = [held(&theirs), held(&action())];
    let put = in_dialogue().submit(&model(), submission(&now, &[], &[])).unwrap();
    assert!(put.elements.is_empty());
}

#[test]
fn nobody_submits_or_signs_while_a_counter_proposal_is_open() {
    let proposal = Proposal::Text(prose("Alle børn trives."));
    let (counter, _) = Counter::propose(&model(), &in_dialogue(), &goal(), proposing(Side::Agent, proposal), &[]).unwrap();
    let open = [counter];
    let submit = in_dialogue().submit(&model(), submission(&both(), &open, &[]));
    assert_eq!(reasons(submit), ["- refused-agreement-counter-open"]);
    let put = submitted();
    let signing = Signing { counters: &open, ..by(&put.sealed.seal, &[], SCHOOLS) };
    assert_eq!(reasons(put.agreement.sign(&signing)), ["- refused-agreement-counter-open"]);
}

fn by<'a>(seal: &'a str, signatures: &'a [Signature], n: u64) -> Signing<'a> {
    Signing {
        unit: unit(n),
        unit_name: "Enheden",
        person: person(n),
        standing_in_for: None,
        at: noon(),
        seal,
        signatures,
        counters: &[],
    }
}

#[test]
fn both_sides_sign_once_each() {
    let put = submitted();
    let seal = put.sealed.seal.as_str();
    let (first, _) = put.agreement.sign(&by(seal, &[], SCHOOLS)).unwrap();
    assert_eq!(first.side, Side::Agent);
    let signed = [first.clone()];
    assert_eq!(reasons(put.agreement.sign(&by(seal, &signed, SCHOOLS))), ["unit refused-agreement-signed-already"]);
    assert_eq!(put.agreement.unsigned(seal, &signed), [unit(COMMITTEE)]);
    let (second, _) = put.agreement.sign(&by(seal, &signed, COMMITTEE)).unwrap();
    assert_eq!(second.side, Side::Principal);
    assert!(put.agreement.is_fully_signed(seal, &[first.clone(), second]));
    assert!(!put.agreement.is_fully_signed("another", &[first]));
    assert_eq!(reasons(put.agreement.sign(&by(seal, &[], 77))), ["unit refused-agreement-sign-no-party"]);
    assert_eq!(reasons(put.agreement.sign(&by("", &[], SCHOOLS))), ["seal refused-agreement-nothing-to-sign"]);
    assert_eq!(reasons(in_dialogue().sign(&by(seal, &[], SCHOOLS))), ["- refused-agreement-dialogue"]);
}

#[test]
fn a_signature_on_another_text_is_none() {
    let put = submitted();
    let (old, _) = put.agreement.sign(&by("0123", &[], SCHOOLS)).unwrap();
    assert!(put.agreement.sign(&by(&put.sealed.seal, std::slice::from_ref(&old), SCHOOLS)).is_ok());
    assert_eq!(put.agreement.unsigned(&put.sealed.seal, &[old]).len(), 2);
}

#[test]
fn a_returned_agreement_takes_its_goals_back_with_the_same_note() {
    let put = submitted();
    let now = after(&both(), &put.elements);
    let bare = put.agreement.clone().send_back(&model(), Prose::default(), &now);
    assert_eq!(reasons(bare), ["note refused-agreement-return-without-note"]);
    let moved = put.agreement.send_back(&model(), prose("Skriv en frist."), &now).unwrap();
    let now = after(&now, &moved.elements);
    assert_eq!(states(&now), [StateName::Returned, StateName::Draft]);
    assert_eq!(now[0].element.note.as_str(), "Skriv en frist.");
    assert_eq!((moved.agreement.state, moved.agreement.note.as_str()), (AgreementState::Returned, "Skriv en frist."));
    let again = moved.agreement.submit(&model(), submission(&now, &[], &[])).unwrap();
    assert_eq!(states(&after(&now, &again.elements)), [StateName::Proposed, StateName::Draft]);
}

#[test]
fn one_decision_approves_the_agreement_and_adopts_its_goals() {
    let (agreement, held) = approved();
    assert_eq!((agreement.state, agreement.edition), (AgreementState::Approved, 1));
    assert_eq!(agreement.decision, Some(decision("udvalg").id));
    assert_eq!(states(&held), [StateName::Adopted, StateName::Adopted]);
    assert_eq!((held[0].element.decision, held[1].element.decision), (Some(decision("udvalg").id), None));
}

#[test]
fn a_committee_approves_by_decision_only_and_by_its_own() {
    let put = submitted();
    let now = after(&both(), &put.elements);
    let approve = |decision| put.agreement.clone().approve(&model(), decision, &now);
    assert_eq!(reasons(approve(None)), ["decision refused-agreement-approve-without-decision"]);
    assert_eq!(reasons(approve(Some(&decision("byraad")))), ["decision refused-agreement-decision-level"]);
}

#[test]
fn a_leader_approves_without_a_decision_and_puts_in_force_what_needs_none() {
    let model = model();
    let own = element(5, "skolemaal", 9, goal_content("Alle læser"));
    let (agreement, _) =
        Agreement::draft(&model, drafting("skoleaftale", schools(), &[party(9, "skole", "Nordskolen")]), &[]).unwrap();
    let mut next = agreement.content.clone();
    next.goals = vec![GoalLine { goal: own.id, place: GoalPlace::Own, note: Prose::default() }];
    let (agreement, _) = agreement.edit(&model, next, std::slice::from_ref(&own)).unwrap();
    let (agreement, _) = agreement.open_dialogue().unwrap();
    let now = [held(&own)];
    let put = agreement.submit(&model, submission(&now, &[], &[])).unwrap();
    assert!(put.elements.is_empty() && !put.agreement.needs_decision(&model));
    let moved = put.agreement.approve(&model, None, &now).unwrap();
    assert_eq!((moved.elements[0].0.state, moved.agreement.decision), (State::Adopted, None));
}

#[test]
fn a_goal_that_another_level_adopts_stays_proposed() {
    let mut model = model();
    model.elements.iter_mut().filter(|spec| spec.key == key("maal")).for_each(|spec| spec.adopts = Some(key("byraad")));
    let put = in_dialogue().submit(&model, submission(&both(), &[], &[])).unwrap();
    let now = after(&both(), &put.elements);
    let moved = put.agreement.approve(&model, Some(&decision("udvalg")), &now).unwrap();
    assert_eq!(states(&after(&now, &moved.elements)), [StateName::Proposed, StateName::Adopted]);
}

#[test]
fn an_amendment_is_the_next_edition_with_its_reason() {
    let (agreement, held) = approved();
    let (agreement, _) = agreement.amend(prose("Budgettet er vedtaget.")).unwrap();
    let (agreement, _) = agreement.open_dialogue().unwrap();
    let put = agreement.submit(&model(), submission(&held, &[], &[])).unwrap();
    assert_eq!((put.sealed.frozen.edition, put.sealed.frozen.reason.as_str()), (2, "Budgettet er vedtaget."));
    assert!(put.elements.is_empty() && put.agreement.is_in_force());
    let moved = put.agreement.approve(&model(), Some(&decision("udvalg")), &held).unwrap();
    assert_eq!((moved.agreement.edition, moved.agreement.amending.as_str()), (2, ""));
    assert_eq!(said(&moved.event, "reason"), "Budgettet er vedtaget.");
}

#[test]
fn a_withdrawn_agreement_lets_go_of_the_goals_it_proposed() {
    let put = submitted();
    let now = after(&both(), &put.elements);
    let bare = put.agreement.clone().withdraw(&model(), Prose::default(), &now);
    assert_eq!(reasons(bare), ["note refused-agreement-withdraw-without-note"]);
    let moved = put.agreement.withdraw(&model(), prose("Vi venter et år."), &now).unwrap();
    assert_eq!(states(&after(&now, &moved.elements)), [StateName::Returned, StateName::Draft]);
}
