//! What a closed round looked like, to the byte.

use jiff::civil::date;
use pejl_domain::rounds::frozen::*;
use pejl_domain::rounds::*;
use pejl_kernel::{ElementId, SequenceMint};

use crate::fixture::*;

fn school() -> UnitSeen {
    UnitSeen { id: unit(2), serial: 12, name: "Nordskolen".to_owned(), level: key("institution") }
}

fn seen(before: Option<Mark>, mark: Option<Mark>) -> GoalSeen {
    GoalSeen {
        id: ElementId::new(&SequenceMint::after(14)),
        number: "M-2018-014".to_owned(),
        title: "Forældrene »støtter« op".to_owned(),
        unit: school(),
        due: Some(date(2021, 12, 31)),
        state: ReportState::Accepted,
        mark,
        before,
        outlook: None,
        suggested: Some(Mark::Partly),
        fact: "81 %\nstøtter op.".to_owned(),
        cause: String::new(),
        action: String::new(),
        done: String::new(),
        effect: String::new(),
    }
}

fn page() -> RoundPage {
    RoundPage {
        round: (key("aarsstatus"), 2019),
        cut_off: CUT_OFF,
        unit: school(),
        spread: Spread { not_met: 1, silent: 2, ..Spread::default() },
        lamp: Lamp::Red,
        before: None,
        below: vec![],
        own: vec![seen(Some(Mark::Met), Some(Mark::NotMet))],
        deviations: vec![],
        deviations_in_all: 1,
        changed: vec![],
        changed_in_all: 1,
        against_figures: vec![],
        elements: vec![],
        areas: vec![],
        assessment: Some(AssessmentSeen {
            unit: school(),
            text: "Et godt år.".to_owned(),
            asked: String::new(),
            by: "Skoleleder (demo)".to_owned(),
            at: now().at,
        }),
        assessments_below: vec![],
        feedback: vec![],
        consequences: vec![],
    }
}

#[test]
fn a_frozen_page_reads_back_the_same_and_freezes_to_the_same_bytes() {
    let frozen = page().freeze().unwrap();
    let thawed = RoundPage::thaw(&frozen).unwrap();
    assert_eq!(thawed, page());
    assert_eq!(thawed.freeze().unwrap(), frozen);
}

#[test]
fn what_is_no_page_is_a_fault_and_not_a_page() {
    let altered = page().freeze().unwrap().replacen("\"lamp\"", "\"lantern\"", 1);
    assert!(RoundPage::thaw(&altered).is_err());
}

#[test]
fn the_seal_is_the_same_in_whatever_order_the_pages_come() {
    let (a, b) = ((unit(1), "{\"a\":1}"), (unit(2), "{\"b\":2}"));
    assert_eq!(seal([a, b]), seal([b, a]));
    assert_eq!(seal([a, b]).len(), 64);
}

#[test]
fn the_seal_breaks_where_a_byte_changes_a_page_goes_or_text_moves_between_two() {
    let whole = seal([(unit(1), "{\"a\":1}"), (unit(2), "{}")]);
    assert_ne!(seal([(unit(1), "{\"a\":2}"), (unit(2), "{}")]), whole);
    assert_ne!(seal([(unit(1), "{\"a\":1}")]), whole);
    assert_ne!(seal([(unit(1), "{\"a\":1}{}"), (unit(2), "")]), whole);
    assert_ne!(seal([(unit(1), "{\"a\":1}"), (unit(3), "{}")]), whole);
}

#[test]
fn red_comes_before_yellow_and_yellow_before_what_is_late() {
    let order = |mark, is_late| deviation(&seen(None, mark), is_late);
    let ranks = [order(Some(Mark::NotMet), false), order(Some(Mark::Partly), true), order(None, true)];
    assert_eq!(ranks, [Some(0), Some(1), Some(2)]);
    assert_eq!(order(None, false), None, "silent, and in time");
    assert_eq!(order(Some(Mark::Met), true), None);
}

#[test]
fn the_worst_change_comes_first() {
    let ranks = [
        (Some(Mark::Met), Some(Mark::NotMet)),
        (Some(Mark::Met), Some(Mark::Partly)),
        (Some(Mark::Met), None),
        (Some(Mark::NotMet), Some(Mark::Met)),
    ]
    .map(|(before, now)| seen(before, now).change_rank());
    assert_eq!(ranks, [-2, -1, 0, 2]);
}

#[test]
fn a_goal_that_one_round_did_not_ask_went_neither_up_nor_down() {
    let moved = |earlier, later| Moved {
        id: ElementId::new(&SequenceMint::after(14)),
        number: "M-2018-014".parse().unwrap(),
        title: "Forældrene støtter op".to_owned(),
        unit: school(),
        earlier,
        later,
    };
    assert_eq!(moved(None, Some(Some(Mark::NotMet))).change(), None);
    assert_eq!(moved(Some(Some(Mark::NotMet)), None).change(), None);
    assert_eq!(moved(Some(Some(Mark::Met)), Some(None)).change(), Some(Change::OneOnly));
    assert_eq!(moved(Some(Some(Mark::Met)), Some(Some(Mark::NotMet))).change(), Some(Change::Worse));
    assert_eq!(moved(Some(None), Some(None)).change(), None);
}
