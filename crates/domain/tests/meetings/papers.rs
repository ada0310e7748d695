//! The briefing: drawn, edited, drawn anew, sent for good.

use pejl_domain::meetings::briefing::*;
use pejl_kernel::SequenceMint;
use pejl_kernel::ids::BriefingId;

use crate::fixture::*;

fn goal(title: &str) -> PaperLine {
    PaperLine { title: title.to_owned(), source: Source::Element(title.to_owned()), ..PaperLine::default() }
}

fn paper(goals: &[&str]) -> Paper {
    Paper {
        committee: "Børneudvalget".to_owned(),
        drawn: None,
        sections: vec![
            Section::empty(SectionKind::Opening),
            Section::of(SectionKind::Goals, goals.iter().map(|title| goal(title)).collect()),
        ],
    }
}

fn begun(goals: &[&str]) -> Briefing {
    Briefing::begin(BriefingId::new(&SequenceMint::after(5)), unit(1), 2020, paper(goals)).unwrap().0
}

fn edited(kind: SectionKind, text: &str, left_out: &[usize]) -> Edited {
    Edited { kind, text: prose(text), left_out: left_out.to_vec() }
}

#[test]
fn figures_drawn_anew_keep_what_was_written_and_what_was_left_out() {
    let (briefing, _) = begun(&["A", "B"]).edit(vec![edited(SectionKind::Goals, "Se på B.", &[0])]).unwrap();
    let (briefing, _) = briefing.draw(paper(&["B", "A", "C"])).unwrap();
    let goals = &briefing.paper.sections[1];
    assert_eq!(goals.text.as_str(), "Se på B.");
    let shown: Vec<&str> = goals.shown().map(|line| line.title.as_str()).collect();
    assert_eq!(shown, ["B", "C"], "A stays left out, wherever it stands now");
}

#[test]
fn what_is_left_out_is_not_in_the_paper_that_is_sent_and_it_stands_under_a_seal() {
    let (briefing, _) = begun(&["A", "B"]).edit(vec![edited(SectionKind::Goals, "", &[0])]).unwrap();
    let (sent, body, _) = briefing.send(stamp()).unwrap();
    assert!(!body.contains("\"A\"") && body.contains("\"B\""));
    assert_eq!(sent.seal, seal_of(&body));
    assert_eq!(sent.paper.sections.len(), 1, "a section that says nothing is not sent");
    assert_eq!(why(sent.clone().edit(Vec::new())), [("", "refused-briefing-sent".to_owned())]);
    assert_eq!(why(sent.draw(paper(&["C"]))), [("", "refused-briefing-sent".to_owned())]);
}

#[test]
fn an_empty_paper_is_not_sent() {
    assert_eq!(why(begun(&[]).send(stamp())), [("", "refused-briefing-empty".to_owned())]);
}

#[test]
fn what_is_too_much_to_list_is_counted() {
    let titles: Vec<String> = (0..75).map(|n| format!("Mål {n}")).collect();
    let section = Section::of(SectionKind::Goals, titles.iter().map(|title| goal(title)).collect());
    assert_eq!((section.lines.len(), section.more), (60, 15));
}

#[test]
fn a_paper_reads_back_to_the_byte() {
    let body = paper(&["A"]).body().unwrap();
    let read: Paper = serde_json::from_str(&body).unwrap();
    assert_eq!(read.body().unwrap(), body);
}
