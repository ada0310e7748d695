//! What is prepared, said and worded.

use pejl_domain::meetings::*;

use crate::fixture::*;

fn brought() -> Brought {
    Brought {
        meeting: invited().id,
        unit: unit(11),
        preparation: Preparation::default(),
        is_ready: false,
        is_absent: false,
        stamp: None,
        version: 0,
    }
}

#[test]
fn a_unit_is_not_ready_with_nothing_in_hand() {
    let empty = brought().write(&invited(), "Skolen", Preparation::default(), true, stamp());
    assert_eq!(why(empty), [("status", "refused-preparation-empty".to_owned())]);
    let full = Preparation { needs: prose("Ro i frikvarteret."), ..Preparation::default() };
    assert!(brought().write(&invited(), "Skolen", full, true, stamp()).is_ok());
}

#[test]
fn input_is_for_a_unit_that_is_invited() {
    let give = |n| Input::give(&invited(), unit(n), "Enheden", InputFrom::Board, line("Mere lys."), stamp());
    assert!(give(11).is_ok());
    assert_eq!(why(give(99)), [("", "refused-input-uninvited".to_owned())]);
}

#[test]
fn what_is_said_for_a_unit_elsewhere_is_refused_and_an_item_that_is_gone_is_let_go() {
    let note = |said| Contribution::note(contribution(1), &running(), said, person(1), stamp().at);
    let mut elsewhere = said(1);
    elsewhere.unit = Some(unit(99));
    assert_eq!(why(note(elsewhere)), [("unit", "refused-contribution-elsewhere".to_owned())]);
    let mut gone = said(1);
    gone.item = Some(8);
    assert_eq!(note(gone).unwrap().0.item, None, "what was said is worth more than where it stood");
    let mut host = said(1);
    (host.unit, host.speaker) = (Some(unit(1)), Speaker::Politician);
    assert!(note(host).is_ok());
}

#[test]
fn a_guidepost_begins_with_something_that_was_said() {
    let word = |from: &[u64]| Draft::word(draft_id(1), &running(), worded("Ingen er alene", from), &[contribution(1)]);
    assert_eq!(why(word(&[])), [("from", "refused-draft-from-nothing".to_owned())]);
    assert_eq!(why(word(&[2])), [("from", "refused-draft-from-elsewhere".to_owned())]);
    assert_eq!(word(&[1]).unwrap().0.wording, 1);
}

#[test]
fn rewording_counts_on_and_the_same_words_are_the_same_wording() {
    let known = [contribution(1), contribution(2)];
    let (draft, _) = Draft::word(draft_id(1), &running(), worded("Ingen er alene", &[1]), &known).unwrap();
    let (same, _) = draft.clone().reword(&running(), worded("Ingen er alene", &[1, 2]), &known).unwrap();
    assert_eq!((same.wording, same.from.len()), (1, 2), "another source is no other wording");
    let (other, _) = draft.reword(&running(), worded("Alle er med", &[1]), &known).unwrap();
    assert_eq!(other.wording, 2);
}

#[test]
fn a_line_that_a_guidepost_stands_on_is_not_struck_out() {
    let (note, _) = Contribution::note(contribution(1), &running(), said(1), person(1), stamp().at).unwrap();
    assert_eq!(why(note.clone().strike(&running(), 1)), [("", "refused-contribution-used".to_owned())]);
    let (struck, _) = note.strike(&running(), 0).unwrap();
    assert_eq!(why(struck.mend(&running(), line("Andet"))), [("", "refused-contribution-struck".to_owned())]);
}

#[test]
fn a_guidepost_that_was_given_up_is_not_reworded() {
    let (draft, _) = Draft::word(draft_id(1), &running(), worded("Ingen er alene", &[1]), &[contribution(1)]).unwrap();
    let (struck, _) = draft.strike(&running()).unwrap();
    let again = struck.reword(&running(), worded("Alle er med", &[1]), &[contribution(1)]);
    assert_eq!(why(again), [("", "refused-draft-struck".to_owned())]);
}
