//! The turn of the year.

use pejl_domain::agreements::renewal::{Choice, Renewing, default_for, draft, next_period, plan, runs_out};
use pejl_domain::agreements::*;
use pejl_domain::chain::{Element, Outcome, Progress, State};
use pejl_kernel::{ElementId, Number, NumberPrefix, Prose, SequenceMint, Years};

use crate::fixture::*;

const NEXT: Years = Years { from: 2020, to: 2020 };

fn renewing(choices: Vec<(ElementId, Choice)>) -> Renewing {
    Renewing { id: agreement_id(2), number: number(2), period: NEXT, principal: committee(), agents: vec![schools()], choices }
}

fn elements(held: &[Held]) -> Vec<Element> {
    held.iter().map(|one| one.element.clone()).collect()
}

#[test]
fn the_next_period_is_as_long_and_comes_right_after() {
    assert_eq!(next_period(YEAR), NEXT);
    assert_eq!(next_period(Years { from: 2018, to: 2019 }), Years { from: 2020, to: 2021 });
    assert_eq!(next_period(Years { from: i16::MAX, to: i16::MAX }).to, i16::MAX);
}

#[test]
fn what_is_over_is_left_out_and_what_lives_is_carried_on() {
    let model = model();
    let (agreement, held) = approved();
    let goal = held[0].element.clone();
    let done = held[1].element.clone().set_progress(&model, Progress::Done, Prose::default()).unwrap().0;
    assert_eq!(plan(&agreement, &[goal.clone(), done.clone()]), [(goal.id, Renewal::Carry), (done.id, Renewal::Drop)]);
    assert!(runs_out(&goal, YEAR) && !runs_out(&goal, Years { from: 2018, to: 2018 }));
    let closed = goal.close(&model, Outcome::Met, Prose::default(), None).unwrap().0;
    assert_eq!(default_for(&closed), Renewal::Drop);
}

#[test]
fn next_years_draft_carries_the_goals_and_begins_the_text_anew() {
    let (agreement, held) = approved();
    let made = draft(&model(), &agreement, renewing(Vec::new()), &elements(&held), &[]).unwrap();
    assert_eq!(made.agreement.predecessor, Some(agreement.id));
    assert_eq!((made.agreement.state, made.agreement.edition), (AgreementState::Draft, 0));
    assert_eq!(made.agreement.content.goals, agreement.content.goals);
    assert_eq!(made.agreement.content.actions, agreement.content.actions);
    assert!(made.agreement.content.sections.iter().all(|section| section.text.is_empty()));
    assert!(made.agreement.content.themes.is_empty() && made.agreement.content.frame.is_none());
    assert_eq!(made.event.sentence.key, "event-agreement-renewed");
    assert_eq!(said(&made.event, "from"), "A-2018-001");
}

#[test]
fn a_goal_that_is_changed_is_a_new_draft_beside_the_old() {
    let (agreement, held) = approved();
    let (old, fresh) = (held[0].element.clone(), ElementId::new(&SequenceMint::after(900)));
    let number = Number { prefix: NumberPrefix::M, year: 2019, serial: 7 };
    let choices = vec![(old.id, Choice::Change { id: fresh, number }), (held[1].element.id, Choice::Drop)];
    let made = draft(&model(), &agreement, renewing(choices), &elements(&held), &[]).unwrap();
    assert_eq!(made.agreement.content.elements().collect::<Vec<_>>(), [fresh]);
    let new = &made.drafted[0];
    assert_eq!((new.from, new.element.state, new.element.number), (old.id, State::Draft, number));
    assert_eq!(new.element.content, old.content);
}

#[test]
fn an_action_that_is_changed_begins_again() {
    let (agreement, held) = approved();
    let done = held[1].element.clone().set_progress(&model(), Progress::Done, Prose::default()).unwrap().0;
    let number = Number { prefix: NumberPrefix::H, year: 2019, serial: 7 };
    let choice = Choice::Change { id: ElementId::new(&SequenceMint::after(900)), number };
    let all = [held[0].element.clone(), done.clone()];
    let made = draft(&model(), &agreement, renewing(vec![(done.id, choice)]), &all, &[]).unwrap();
    assert_eq!(made.drafted[0].element.content.action.as_ref().unwrap().progress, Progress::Planned);
}

#[test]
fn a_goal_that_is_over_is_not_carried_by_hand_either() {
    let (agreement, held) = approved();
    let closed = held[0].element.clone().close(&model(), Outcome::Met, Prose::default(), None).unwrap().0;
    let carried = vec![(closed.id, Choice::Carry)];
    let all = [closed, held[1].element.clone()];
    assert_eq!(reasons(draft(&model(), &agreement, renewing(carried), &all, &[])), ["goals refused-agreement-element-over"]);
}

#[test]
fn only_what_was_agreed_is_renewed_and_only_for_years_after_it() {
    let (agreement, held) = approved();
    assert_eq!(
        reasons(draft(&model(), &in_dialogue(), renewing(Vec::new()), &elements(&held), &[])),
        ["- refused-agreement-renew-state"]
    );
    let same_year = Renewing { period: YEAR, ..renewing(Vec::new()) };
    assert_eq!(reasons(draft(&model(), &agreement, same_year, &elements(&held), &[])), ["period refused-agreement-renew-period"]);
    let there = Standing {
        id: agreement_id(3),
        number: number(3),
        kind: key("udvalgsaftale"),
        agents: vec![schools().unit],
        period: NEXT,
        state: AgreementState::Draft,
    };
    assert_eq!(
        reasons(draft(&model(), &agreement, renewing(Vec::new()), &elements(&held), &[there])),
        ["agents refused-agreement-twice"]
    );
}
