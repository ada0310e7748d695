//! A model with two kinds of agreement, a letter with three headings, and the people around it.

use jiff::civil::{Date, date};
use pejl_domain::letters::*;
use pejl_domain::models::*;
use pejl_domain::rounds::Stamp;
use pejl_domain::{Event, Refused};
use pejl_kernel::{LetterCommentId, LetterId, LetterInputId, Line, PersonId, Prose, SequenceMint};

pub const TODAY: Date = date(2014, 10, 10);
pub const ROUND: InputRound = InputRound { from: date(2014, 10, 1), to: date(2014, 10, 31) };

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn stamp() -> Stamp {
    Stamp { person: PersonId::new(&SequenceMint::after(1)), standing_in_for: None, at: "2014-10-10T08:00:00Z".parse().unwrap() }
}

/// Høje-Taastrup's, which has a *centeraftale* and an *institutionsaftale* and asks no theme of its own.
pub fn model() -> Model {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/hoeje-taastrup.toml")).unwrap();
    parse::parse("hoeje-taastrup.toml", &file).unwrap()
}

pub fn theme(name: &str, question: Option<&str>) -> LetterTheme {
    LetterTheme {
        key: LetterContent::titled(line("x")).new_key(name).unwrap(),
        name: line(name),
        text: prose("Vi ved, hvorfor."),
        asks: question.map(|question| ThemeQuestion { question: prose(question), agreements: Vec::new() }),
    }
}

pub fn content() -> LetterContent {
    let heading = |title: &str, themes: Vec<LetterTheme>| Heading { title: line(title), text: prose(""), themes };
    LetterContent {
        headings: vec![
            heading("Resultater for borgerne", vec![theme("Borger- og brugereffekter", Some("Hvordan arbejder I med effekter?"))]),
            heading("Resultater i organisationen", vec![theme("Effektive arbejdsgange", None)]),
            heading("Ledelse på tværs", vec![theme("Tværgående samarbejde", Some("Hvordan tænker I på tværs?"))]),
        ],
        ..LetterContent::titled(line("Direktionens strategibrev 2015"))
    }
}

pub fn draft() -> Letter {
    Letter::start(LetterId::new(&SequenceMint::after(7)), 2015, &model(), content()).unwrap().0
}

pub fn open() -> Letter {
    draft().open_input(ROUND, date(2014, 9, 20)).unwrap().0
}

pub fn publishing() -> Publishing {
    Publishing { on: date(2014, 11, 3), unanswered: 0, despite: false }
}

pub fn published() -> Letter {
    draft().publish(&model(), publishing()).unwrap().0
}

pub fn input(letter: &Letter, from: InputFrom, text: &str) -> Input {
    Input {
        id: LetterInputId::new(&SequenceMint::after(20)),
        letter: letter.id,
        from,
        theme: None,
        text: prose(text),
        stamp: stamp(),
        became: None,
        version: 0,
    }
}

pub fn comment(letter: &Letter, text: &str) -> Comment {
    let id = LetterCommentId::new(&SequenceMint::after(30));
    Comment { id, letter: letter.id, theme: None, text: prose(text), stamp: stamp() }
}

/// The reasons: field and key.
pub fn why<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> Vec<String> {
    let reasons = outcome.unwrap_err().reasons.into_iter();
    reasons.map(|r| format!("{} {}", r.field.unwrap_or_default(), r.sentence.key).trim().to_owned()).collect()
}

pub fn said(event: &Event) -> &str {
    &event.sentence.key
}
