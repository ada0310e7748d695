//! What documents a report. A file is what its bytes are, a link is an address on the web, and nothing else gets in.

use pejl_domain::rounds::evidence::*;
use pejl_kernel::{EvidenceId, SequenceMint};
use rstest::rstest;

use crate::fixture::*;

/// A ZIP archive of uncompressed members.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    let short = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
    let long = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    for (name, content) in members {
        let at = bytes.len();
        let sizes = [long(0), long(content.len()), long(content.len())].concat();
        let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], sizes.as_slice(), &short(name.len()), &short(0)].concat();
        bytes.extend([b"PK\x03\x04", common.as_slice(), name.as_bytes(), content].concat());
        let tail = [&[0; 10], long(at).as_slice()].concat();
        directory.extend([b"PK\x01\x02\x14\x00", common.as_slice(), tail.as_slice(), name.as_bytes()].concat());
    }
    let (at, count) = (bytes.len(), short(members.len()));
    let size = long(directory.len());
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0", count.as_slice(), &count, &size, &long(at), &[0, 0]].concat());
    bytes
}

fn office(part: &str) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>"), (part, b"<x/>")])
}

fn open_document(kind: &str) -> Vec<u8> {
    zip(&[("mimetype", format!("application/vnd.oasis.opendocument.{kind}").as_bytes()), ("content.xml", b"<x/>")])
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[rstest]
#[case("rapport.pdf", b"%PDF-1.7\n".to_vec(), Media::Pdf)]
#[case("Kurve.PNG", PNG.to_vec(), Media::Png)]
#[case("billede.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Media::Jpeg)]
#[case("billede.jpeg", b"\xff\xd8\xff\xe1".to_vec(), Media::Jpeg)]
#[case("notat.docx", office("word/document.xml"), Media::Docx)]
#[case("tal.xlsx", office("xl/workbook.xml"), Media::Xlsx)]
#[case("oplæg.pptx", office("ppt/presentation.xml"), Media::Pptx)]
#[case("notat.odt", open_document("text"), Media::Odt)]
#[case("tal.ods", open_document("spreadsheet"), Media::Ods)]
#[case("tal.csv", "skole;andel\nNordskolen;92,5\n".as_bytes().to_vec(), Media::Csv)]
#[case("ældre regneark.csv", b"skole;m\xe5l\r\n".to_vec(), Media::Csv)]
#[case("notat.txt", "Året der gik".as_bytes().to_vec(), Media::Txt)]
fn a_file_that_is_what_it_says_is_taken(#[case] name: &str, #[case] bytes: Vec<u8>, #[case] media: Media) {
    assert_eq!(known(&bytes, name), Ok(media));
}

#[rstest]
#[case::a_program_called_pdf("rapport.pdf", b"MZ\x90\0\x03".to_vec(), "is-not")]
#[case::an_image_called_pdf("rapport.pdf", PNG.to_vec(), "is-another")]
#[case::a_pdf_called_text("rapport.txt", b"%PDF-1.7\n".to_vec(), "is-another")]
#[case::a_page_called_image("billede.png", b"<html><script>alert(1)</script>".to_vec(), "is-not")]
#[case::a_spreadsheet_called_document("notat.docx", office("xl/workbook.xml"), "is-another")]
#[case::any_archive_called_document("notat.docx", zip(&[("indhold.txt", b"x")]), "is-not")]
#[case::a_document_that_is_two("notat.docx", zip(&[("[Content_Types].xml", b""), ("word/document.xml", b""), ("xl/workbook.xml", b"")]), "is-not")]
#[case::an_archive_cut_short("notat.docx", office("word/document.xml")[..60].to_vec(), "is-not")]
#[case::another_opendocument("notat.odt", open_document("text-template"), "is-not")]
#[case::text_with_a_nul("notat.txt", b"a\0b".to_vec(), "is-not")]
#[case::a_program("virus.exe", b"MZ".to_vec(), "kind")]
#[case::a_page("side.html", b"<html>".to_vec(), "kind")]
#[case::a_drawing_that_can_run_scripts("figur.svg", b"<svg/>".to_vec(), "kind")]
#[case::two_endings("rapport.pdf.exe", b"%PDF-1.7".to_vec(), "kind")]
#[case::no_ending("rapport", b"%PDF-1.7".to_vec(), "kind")]
#[case::nothing_but_an_ending(".pdf", b"%PDF-1.7".to_vec(), "kind")]
#[case::a_turned_name("rapport\u{202e}fdp.exe", b"MZ".to_vec(), "kind")]
#[case::empty("rapport.pdf", vec![], "empty")]
fn a_file_that_lies_about_its_type_is_refused(#[case] name: &str, #[case] bytes: Vec<u8>, #[case] why: &str) {
    assert_eq!(reasons(known(&bytes, name)), [format!("file refused-evidence-{why}")]);
}

#[test]
fn a_document_with_macros_is_refused_under_whatever_name() {
    let bytes = zip(&[("[Content_Types].xml", b""), ("word/document.xml", b""), ("word/vbaProject.bin", b"")]);
    assert_eq!(reasons(known(&bytes, "notat.docx")), ["file refused-evidence-macros"]);
}

#[test]
fn ten_megabytes_are_taken_and_one_byte_more_is_not() {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(MOST_BYTES, b' ');
    assert_eq!(known(&bytes, "stor.pdf"), Ok(Media::Pdf));
    bytes.push(b' ');
    assert_eq!(reasons(known(&bytes, "stor.pdf")), ["file refused-evidence-too-large"]);
}

#[rstest]
#[case("rapport.pdf", "rapport.pdf")]
#[case("C:\\Users\\leder\\Årsrapport 2019.pdf", "Årsrapport 2019.pdf")]
#[case("../../etc/passwd.txt", "passwd.txt")]
#[case("  .skjult.pdf ", "skjult.pdf")]
#[case("a\r\nb\0.pdf", "a b.pdf")]
#[case("hvad?:*<nu>.pdf", "hvad nu.pdf")]
#[case("rapport\u{202e}fdp.exe", "rapportfdp.exe")]
#[case("uden ending", "uden ending")]
fn a_file_keeps_its_name_without_folders_and_tricks(#[case] name: &str, #[case] safe: &str) {
    assert_eq!(safe_name(name).as_deref(), Some(safe));
}

#[test]
fn a_long_name_is_cut_before_its_ending_and_a_name_of_nothing_is_none() {
    let long = safe_name(&format!("{}.pdf", "å".repeat(300))).unwrap();
    assert_eq!((long.chars().count(), long.ends_with(".pdf")), (120, true));
    for nothing in ["", "...", "/", "mappe/", " . ", "?*"] {
        assert_eq!(safe_name(nothing), None, "{nothing:?}");
    }
}

#[rstest]
#[case("https://www.example.dk/rapport?år=2019#side-2")]
#[case("http://intra.example.dk:8080/")]
#[case("  HTTPS://example.dk  ")]
fn a_whole_address_on_the_web_is_a_link(#[case] text: &str) {
    assert!(matches!(EvidenceKind::link(text), Ok(EvidenceKind::Link(link)) if link.starts_with("http") && link == link.trim()));
}

#[rstest]
#[case("javascript:alert(1)")]
#[case("JavaScript://example.dk/%0aalert(1)")]
#[case("java\nscript:alert(1)")]
#[case("data:text/html,<script>alert(1)</script>")]
#[case("file:///etc/passwd")]
#[case("www.example.dk/rapport")]
#[case("//example.dk")]
#[case("https://")]
#[case("https:///rapport")]
#[case("https:\\\\example.dk")]
#[case("https://example.dk/\" onclick=\"alert(1)")]
#[case("https://eksempel\u{200b}.dk")]
#[case("")]
fn anything_else_is_no_link(#[case] text: &str) {
    assert_eq!(reasons(EvidenceKind::link(text)), ["link refused-evidence-link"]);
}

#[test]
fn a_link_with_a_login_in_it_is_not_kept() {
    assert_eq!(reasons(EvidenceKind::link("https://leder:kode@example.dk/")), ["link refused-evidence-link-with-login"]);
    assert!(EvidenceKind::link("https://example.dk/@leder").is_ok());
    let long = format!("https://example.dk/{}", "a".repeat(2000));
    assert_eq!(reasons(EvidenceKind::link(&long)), ["link refused-evidence-link-too-long"]);
}

#[test]
fn a_file_is_known_again_by_its_hash() {
    let EvidenceKind::File { name, media, size, hash } = EvidenceKind::file("mappe/notat.txt", b"abc").unwrap() else {
        panic!("a file")
    };
    assert_eq!((name.as_str(), media, size), ("notat.txt", Media::Txt, 3));
    assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

fn link() -> Evidence {
    Evidence {
        id: EvidenceId::new(&SequenceMint::after(90)),
        round: round_id(),
        goal: goal(&model()).id,
        title: line("Trivselsmåling 2019"),
        kind: EvidenceKind::link("https://example.dk/trivsel").unwrap(),
        by: person(1),
        at: now().at,
    }
}

#[test]
fn evidence_follows_the_report_it_can_be_changed_while_that_can_be_written() {
    let year = Year::new();
    assert!(link().attach(&year.about(), &year.report()).is_ok());
    assert!(link().remove(&year.about(), &year.report()).is_ok());
    let sent = year.submit(red()).unwrap();
    assert_eq!(reasons(link().attach(&year.about(), &sent)), ["- refused-report-submitted"]);
    assert_eq!(reasons(link().remove(&year.about(), &sent)), ["- refused-report-submitted"]);
}

#[test]
fn a_report_has_room_for_twenty_pieces() {
    let mut year = Year::new();
    year.evidence = MOST_PIECES - 1;
    assert!(link().attach(&year.about(), &year.report()).is_ok());
    year.evidence = MOST_PIECES;
    assert_eq!(reasons(link().attach(&year.about(), &year.report())), ["- refused-evidence-too-many"]);
}
