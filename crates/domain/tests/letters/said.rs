//! What people say to a letter, before and after.

use jiff::civil::date;
use pejl_domain::Arg;
use pejl_domain::letters::*;
use pejl_kernel::{SequenceMint, UnitId};

use crate::fixture::*;

#[test]
fn input_after_the_round_is_refused_kindly_with_the_day_it_ended() {
    let day = |outcome: Result<(Input, _), pejl_domain::Refused>| outcome.unwrap_err().reasons[0].sentence.args.last().cloned();
    let letter = open();
    let late = letter.take_input(input(&letter, InputFrom::Person, "For sent"), date(2014, 11, 1));
    assert_eq!(day(late), Some(("day".to_owned(), Arg::Date(ROUND.to))));
    let early = letter.take_input(input(&letter, InputFrom::Person, "For tidligt"), date(2014, 9, 30));
    assert_eq!(day(early), Some(("day".to_owned(), Arg::Date(ROUND.from))));
    let closed = open().close_input(TODAY).unwrap().0;
    assert_eq!(why(closed.take_input(input(&closed, InputFrom::Person, "x"), TODAY)), ["refused-letter-input-over"]);
    assert_eq!(why(draft().take_input(input(&letter, InputFrom::Person, "x"), TODAY)), ["refused-letter-input-none"]);
    assert!(letter.take_input(input(&letter, InputFrom::Person, "Til tiden"), ROUND.to).is_ok(), "the last day counts");
}

#[test]
fn an_input_that_is_not_taken_in_whole_gets_a_word_why() {
    let letter = open();
    let from = InputFrom::Unit(UnitId::new(&SequenceMint::after(3)), line("HR"));
    let (input, event) = letter.take_input(input(&letter, from, "Flere kompetencer"), TODAY).unwrap();
    assert_eq!(event.sentence.args.last().unwrap().1, Arg::Text("HR".to_owned()));
    let given = |became, because: &str| Given { became, because: prose(because), stamp: stamp() };
    for became in [Became::Partly, Became::Not] {
        assert_eq!(why(letter.answer_input(input.clone(), given(became, ""))), ["because refused-letter-input-without-because"]);
    }
    let (answered, _) = letter.answer_input(input.clone(), given(Became::TakenIn, "")).unwrap();
    assert_eq!(answered.became.unwrap().became, Became::TakenIn);
    assert_eq!(why(published().answer_input(input, given(Became::TakenIn, ""))), ["refused-letter-published"]);
}

#[test]
fn anybody_comments_on_what_was_sent_out_until_it_is_closed_to_comments() {
    let letter = published();
    assert!(letter.take_comment(comment(&letter, "Hvad betyder det hos os?")).is_ok());
    assert_eq!(why(letter.take_comment(comment(&letter, "  "))), ["text refused-letter-comment-empty"]);
    let about = Comment { theme: Some(key("findes-ikke")), ..comment(&letter, "x") };
    assert_eq!(why(letter.take_comment(about)), ["theme refused-letter-theme-unknown"]);
    assert_eq!(why(draft().take_comment(comment(&letter, "x"))), ["refused-letter-draft"]);
    let closed = letter.close_comments().unwrap().0;
    assert_eq!(why(closed.take_comment(comment(&closed, "x"))), ["refused-letter-closed"]);
    let open = closed.reopen_comments().unwrap().0;
    assert!(open.take_comment(comment(&open, "Igen")).is_ok());
}
