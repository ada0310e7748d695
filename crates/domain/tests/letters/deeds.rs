//! The life of a letter.

use jiff::civil::date;
use pejl_domain::Arg;
use pejl_domain::letters::*;
use pejl_kernel::{LetterId, Prose, SequenceMint};

use crate::fixture::*;

#[test]
fn the_letter_of_2015_goes_from_proposal_through_input_to_three_headings_that_stand() {
    let (letter, event) = draft().open_input(ROUND, date(2014, 9, 20)).unwrap();
    assert_eq!((letter.state, said(&event)), (LetterState::InputOpen, "event-letter-input-opened"));
    let (letter, _) = letter.close_input(date(2014, 11, 1)).unwrap();
    let mut content = letter.content.clone();
    content.opening = prose("Brevet er ingen facitliste.");
    let (letter, _) = letter.write(&model(), content).unwrap();
    let (letter, sealed, event) = letter.publish(&model(), publishing()).unwrap();
    assert_eq!((letter.state, letter.published), (LetterState::Published, Some(date(2014, 11, 3))));
    assert_eq!(letter.seal.len(), 64);
    assert_eq!(event.sentence.args.last(), Some(&("asked".to_owned(), Arg::Count(2))));
    let read = SealedLetter::read(&sealed.text, &letter.seal).unwrap();
    assert_eq!((read.frozen.content.headings.len(), read.frozen.input), (3, Some(ROUND)));
    assert_eq!(SealedLetter::read(&sealed.text.replace("facitliste", "lov"), &letter.seal), None, "somebody has been at it");
}

#[test]
fn a_proposal_stands_still_while_leaders_read_it_and_a_published_letter_for_good() {
    assert_eq!(why(open().write(&model(), content())), ["refused-letter-input-open"]);
    assert_eq!(why(open().publish(&model(), publishing())), ["refused-letter-input-open"]);
    assert_eq!(why(published().write(&model(), content())), ["refused-letter-published"]);
    assert_eq!(why(published().publish(&model(), publishing())), ["refused-letter-published"]);
    assert_eq!(why(published().open_input(ROUND, TODAY)), ["refused-letter-published"]);
}

#[test]
fn an_unfinished_letter_is_not_sent_out_and_every_gap_is_named_at_once() {
    let mut letter = draft();
    letter.content.headings[1].themes[0].text = Prose::default();
    letter.content.headings[2].themes.clear();
    let reasons = why(letter.publish(&model(), Publishing { unanswered: 2, ..publishing() }));
    assert_eq!(
        reasons,
        ["headings refused-letter-heading-empty", "themes refused-letter-theme-empty", "despite refused-letter-input-unanswered"]
    );
    let mut empty = draft();
    empty.content.headings.clear();
    assert_eq!(why(empty.clone().publish(&model(), publishing())), ["headings refused-letter-without-headings"]);
    assert_eq!(why(empty.open_input(ROUND, TODAY)), ["headings refused-letter-input-nothing-to-read"]);
    let seen = Publishing { unanswered: 2, despite: true, ..publishing() };
    assert!(draft().publish(&model(), seen).is_ok(), "somebody has seen that two inputs wait");
}

#[test]
fn an_input_round_runs_forwards_ends_in_the_future_and_lasts_a_year_at_most() {
    let try_days = |from, to| why(draft().open_input(InputRound { from, to }, date(2014, 10, 10)));
    assert_eq!(try_days(date(2014, 10, 20), date(2014, 10, 19)), ["to refused-letter-input-backwards"]);
    assert_eq!(try_days(date(2014, 9, 1), date(2014, 10, 9)), ["to refused-letter-input-past"]);
    assert_eq!(try_days(date(2014, 10, 1), date(2015, 10, 3)), ["to refused-letter-input-too-long"]);
    let day = InputRound { from: date(2014, 10, 10), to: date(2014, 10, 10) };
    let (letter, _) = draft().open_input(day, date(2014, 10, 10)).unwrap();
    let (moved, event) = letter.open_input(ROUND, date(2014, 10, 10)).unwrap();
    assert_eq!((moved.input, said(&event)), (Some(ROUND), "event-letter-input-moved"));
}

#[test]
fn a_theme_asks_a_question_of_kinds_there_are_and_stands_in_one_place() {
    let asks = |kind: &str, question: &str| ThemeQuestion { question: prose(question), agreements: vec![key(kind)] };
    let mut content = content();
    content.headings[0].themes[0].asks = Some(asks("centeraftale", "Hvad gør I?"));
    assert!(draft().write(&model(), content.clone()).is_ok());
    content.headings[0].themes[0].asks = Some(asks("kontrakt", ""));
    let twice = content.headings[2].themes[0].clone();
    content.headings[1].themes.push(twice);
    assert_eq!(
        why(draft().write(&model(), content)),
        [
            "question refused-letter-theme-without-question",
            "agreements refused-letter-theme-kind-gone",
            "name refused-letter-theme-twice"
        ]
    );
}

#[test]
fn a_letter_of_a_thousand_headings_is_refused_with_how_many_fit() {
    let mut content = content();
    content.headings = (0..1_000).map(|_| content.headings[1].clone()).collect();
    let reasons = why(draft().write(&model(), content));
    assert!(
        reasons.starts_with(&["headings refused-too-many".to_owned(), "themes refused-too-many".to_owned()]),
        "{:?}",
        reasons.len()
    );
    let id = LetterId::new(&SequenceMint::after(9));
    for year in [i16::MIN, 1989, 2101, i16::MAX] {
        assert_eq!(why(Letter::start(id, year, &model(), LetterContent::titled(line("x")))), ["year refused-letter-year"]);
    }
}

#[test]
fn the_same_name_gets_the_same_key_every_year_and_never_a_key_that_is_taken() {
    let content = content();
    assert_eq!(content.headings[2].themes[0].key, key("tvaergaaende-samarbejde"));
    assert_eq!(content.new_key("Tværgående samarbejde").unwrap(), key("tvaergaaende-samarbejde-2"));
    let named = |name: &str| content.new_key(name).unwrap().to_string();
    assert_eq!(named("2 ting på én gang!"), "tema-2-ting-paa-en-gang");
    assert_eq!(named("???"), "tema");
    assert_eq!(named(&"å".repeat(200)), "a".repeat(40));
}

#[test]
fn next_year_begins_with_the_headings_and_questions_and_none_of_the_texts() {
    let next = LetterContent::begun_from(line("Direktionens strategibrev 2016"), &content());
    assert_eq!(next.headings.len(), 3);
    assert!(next.themes().all(|theme| theme.text.is_empty()));
    assert_eq!(next.themes().filter(|theme| theme.asks.is_some()).count(), 2);
}

#[test]
fn a_round_closed_early_ended_the_day_it_was_closed() {
    let closed = |on| open().close_input(on).unwrap().0.input.unwrap().to;
    assert_eq!(closed(TODAY), TODAY);
    assert_eq!(closed(date(2014, 12, 1)), ROUND.to);
    assert_eq!(closed(date(2014, 9, 25)), ROUND.from, "never before it began");
}
