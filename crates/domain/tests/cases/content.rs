//! What people write in a case, and the headings a body wants.

use pejl_domain::cases::content::{MOST_ATTACHMENTS, MOST_POINTS, point};
use pejl_domain::cases::*;

use crate::fixture::*;

#[test]
fn a_closed_case_without_a_reason_is_refused() {
    let closed = |reason: &str| new(CaseContent { access: Access::Closed { reason: prose(reason) }, ..content() }, Vec::new());
    assert!(closed("En persons forhold.").is_ok());
    assert_eq!(reasons(closed("")), [("closed-because", "refused-case-closed-without-reason".to_owned())]);
}

#[test]
fn only_a_case_for_decision_adopts_anything() {
    let of = |kind: CaseKind| new(CaseContent { kind, ..content() }, vec![Adopts::Element(element(1))]);
    assert!(of(CaseKind::Decision).is_ok());
    for kind in [CaseKind::Orientation, CaseKind::Discussion] {
        assert_eq!(reasons(of(kind)), [("kind", "refused-case-adopts-undecided".to_owned())]);
    }
}

#[test]
fn sixty_attachments_fit_and_two_hundred_and_one_do_not() {
    let with = |count: usize| {
        let one = |n: usize| Attachment { title: line(&format!("Bilag {n}")), link: Link::parse("https://eksempel.dk/b").unwrap() };
        new(CaseContent { attachments: (0..count).map(one).collect(), ..content() }, Vec::new())
    };
    assert!(with(60).is_ok() && with(MOST_ATTACHMENTS).is_ok());
    assert_eq!(reasons(with(MOST_ATTACHMENTS + 1)), [("attachments", "refused-case-too-many".to_owned())]);
    let points = vec![line("noget sker"); MOST_POINTS + 1];
    assert_eq!(keys(new(CaseContent { recommendation: points, ..content() }, Vec::new())), ["refused-case-too-many"]);
}

#[test]
fn a_heading_stands_once() {
    let twice = vec![section(Part::Presentation, "Sagsfremstilling", "a"), section(Part::Other, "Sagsfremstilling", "b")];
    assert_eq!(keys(new(CaseContent { sections: twice, ..content() }, Vec::new())), ["refused-case-heading-twice"]);
}

#[test]
fn the_at_before_a_point_is_written_or_left_out() {
    for typed in ["at målet vedtages", "At  målet vedtages", "- at målet vedtages", "målet vedtages", "• målet vedtages "] {
        assert_eq!(point(typed), "målet vedtages", "{typed}");
    }
    assert_eq!(point("attraktive byer er målet"), "attraktive byer er målet");
    assert_eq!(point("at"), "at");
}

#[test]
fn an_attachment_leads_to_a_whole_https_address_and_nowhere_else() {
    for good in ["https://eksempel.dk", " HTTPS://eksempel.dk/bilag?nr=1&år=2#top ", "https://xn--kommune-r1a.dk/ø"] {
        assert!(Link::parse(good).unwrap().as_str().starts_with("https://"), "{good}");
    }
    let bad = [
        "http://eksempel.dk",
        "javascript:alert(1)",
        "https://eksempel.dk@andet.dk",
        "https://",
        "eksempel.dk/bilag",
        "https://eksempel.dk/a b",
        "https://eksempel.dk/\"><script>",
        "https://eksempel.dk/\u{202e}fdp",
    ];
    for bad in bad {
        assert!(Link::parse(bad).is_err(), "{bad}");
    }
    let stored: Result<Link, _> = serde_json::from_str("\"http://eksempel.dk\"");
    assert!(stored.is_err(), "not by the back door either");
}

#[test]
fn a_body_without_headings_of_its_own_has_the_ordinary_ones() {
    let set = HeadingSet::default();
    let words: Vec<&str> = set.list().iter().map(|heading| heading.word.as_str()).collect();
    assert_eq!(words, ["Sagsfremstilling", "Økonomi", "Høring", "Bilag"]);
}

#[test]
fn headings_have_one_presentation_and_no_word_twice() {
    let of = |headings: &[(Part, &str)]| {
        HeadingSet::new(headings.iter().map(|(part, word)| Heading { part: *part, word: line(word) }).collect())
    };
    assert!(of(&[(Part::Presentation, "Resumé"), (Part::Other, "Lovgrundlag"), (Part::Other, "Videre proces")]).is_ok());
    assert_eq!(keys(of(&[(Part::Money, "Økonomi")])), ["refused-headings-without-presentation"]);
    let twice = of(&[(Part::Presentation, "Økonomi"), (Part::Money, "økonomi"), (Part::Money, "Finansiering")]);
    assert_eq!(keys(twice), ["refused-headings-word-twice", "refused-headings-part-twice"]);
}

#[test]
fn a_case_is_kept_and_read_back_the_same() {
    let content = CaseContent {
        access: Access::Closed { reason: prose("Køb af grund i Ærøskøbing.") },
        item: Some(7),
        own_number: Some(line("EKS-2019-17")),
        attachments: vec![Attachment { title: line("Kort <1:500>"), link: Link::parse("https://eksempel.dk/kort").unwrap() }],
        ..content()
    };
    let kept = serde_json::to_string(&content).unwrap();
    assert_eq!(serde_json::from_str::<CaseContent>(&kept).unwrap(), content);
}
