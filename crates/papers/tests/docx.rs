//! A written document is read back by somebody else's readers: the zip, the XML, and what Word would make of it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use pejl_papers::{Block, Level, Paper, Table, docx};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

fn paper(blocks: Vec<Block>) -> Paper {
    Paper { title: "Ændret mål: færre unge på øen".to_owned(), language: "da-DK", foot: "S-2019-004".to_owned(), blocks }
}

/// The parts of a document, by name.
fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Reads a part to its end: every tag closes what was opened, and every reference means something.
fn events(xml: &str) -> Vec<Event<'_>> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    reader.config_mut().allow_dangling_amp = false;
    let (mut found, mut depth) = (Vec::new(), 0_i32);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            event => {
                depth += i32::from(matches!(event, Event::Start(_))) - i32::from(matches!(event, Event::End(_)));
                found.push(event);
            }
        }
    }
    assert_eq!(depth, 0, "everything that opens is closed");
    found
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().map(Result::unwrap).find(|a| a.key.as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).unwrap().into_owned())
}

/// The paragraphs as a reader sees them: style and text.
fn paragraphs(document: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut in_text = false;
    for event in events(document) {
        match event {
            Event::Start(tag) if tag.name().as_ref() == "w:p" => found.push(Default::default()),
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                found.last_mut().unwrap().0 = attribute(&tag, "w:val").unwrap();
            }
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => found.last_mut().unwrap().1.push('\n'),
            Event::Text(text) if in_text => found.last_mut().unwrap().1.push_str(&text),
            Event::GeneralRef(name) if in_text => {
                let written = format!("&{};", &*name);
                found.last_mut().unwrap().1.push_str(&quick_xml::escape::unescape(&written).unwrap());
            }
            _ => {}
        }
    }
    found
}

#[test]
fn headings_are_headings_and_the_title_is_the_documents_own() {
    let blocks = vec![Block::Heading(Level::One, "Økonomi".to_owned()), Block::Heading(Level::Two, "Årets priser".to_owned())];
    let parts = parts(docx(&paper(blocks)).unwrap());
    let read = paragraphs(&parts["word/document.xml"]);
    let styled: Vec<(&str, &str)> = read.iter().map(|(style, text)| (style.as_str(), text.as_str())).collect();
    assert_eq!(styled, [("Title", "Ændret mål: færre unge på øen"), ("Heading1", "Økonomi"), ("Heading2", "Årets priser")]);
    assert!(parts["docProps/core.xml"].contains("<dc:title>Ændret mål: færre unge på øen</dc:title>"));
    for (id, outline) in [("Heading1", 0), ("Heading2", 1), ("Heading3", 2)] {
        let style = parts["word/styles.xml"].split(&format!("w:styleId=\"{id}\"")).nth(1).unwrap();
        assert!(style.split("</w:style>").next().unwrap().contains(&format!("<w:outlineLvl w:val=\"{outline}\"/>")));
    }
}

#[test]
fn the_document_is_in_danish_and_made_by_nobody() {
    let parts = parts(docx(&paper(Vec::new())).unwrap());
    assert!(parts["word/styles.xml"].contains(r#"<w:lang w:val="da-DK""#));
    assert!(parts["docProps/core.xml"].contains("<dc:language>da-DK</dc:language>"));
    assert!(parts["docProps/core.xml"].contains("<dc:creator>Pejl</dc:creator>"));
    assert!(!parts["docProps/core.xml"].contains("lastModifiedBy"));
}

#[test]
fn a_tables_first_row_is_its_header_and_every_row_has_every_cell() {
    let rows = vec![vec!["M-2019-001".to_owned()], vec!["M-2019-002".into(), "Læsning".into(), "for meget".into()]];
    let table = Table { caption: "Det, der vedtages".to_owned(), head: vec!["Nummer".into(), "Titel".into()], rows };
    let parts = parts(docx(&paper(vec![Block::Table(table)])).unwrap());
    let names: Vec<String> = events(&parts["word/document.xml"])
        .into_iter()
        .filter_map(|event| match event {
            Event::Start(tag) | Event::Empty(tag) => Some(tag.name().as_ref().to_owned()),
            _ => None,
        })
        .collect();
    let count = |name: &str| names.iter().filter(|n| *n == name).count();
    assert_eq!((count("w:tblHeader"), count("w:tr"), count("w:tc"), count("w:gridCol")), (1, 3, 6, 2));
    let (first_row, header) = (names.iter().position(|n| n == "w:tr"), names.iter().position(|n| n == "w:tblHeader"));
    let second_row = names.iter().enumerate().filter(|(_, n)| *n == "w:tr").nth(1).map(|(at, _)| at);
    assert!(first_row < header && header < second_row);
    assert!(parts["word/document.xml"].contains(r#"<w:tblCaption w:val="Det, der vedtages"/>"#));
}

#[test]
fn what_stands_before_a_point_is_the_lists_and_not_the_texts() {
    let list = Block::List("at".to_owned(), vec!["målet vedtages".to_owned(), "aftalen godkendes".to_owned()]);
    let parts = parts(docx(&paper(vec![list])).unwrap());
    let read = paragraphs(&parts["word/document.xml"]);
    assert_eq!(read[1], ("ListParagraph".to_owned(), "målet vedtages".to_owned()));
    assert!(parts["word/numbering.xml"].contains(r#"<w:lvlText w:val="at"/>"#));
    assert_eq!(parts["word/document.xml"].matches(r#"<w:numId w:val="1"/>"#).count(), 2);
}

#[test]
fn sixty_attachments_are_sixty_links_that_lead_where_they_say() {
    let address = |n: usize| format!("https://eksempel.dk/bilag?nr={n}&sag=\"S\"'<>");
    let links = (1..=60).map(|n| (format!("Bilag {n}: årsøversigt"), address(n))).collect();
    let parts = parts(docx(&paper(vec![Block::Links(links)])).unwrap());
    let relations = events(&parts["word/_rels/document.xml.rels"]);
    let leads: BTreeMap<String, String> = relations
        .iter()
        .filter_map(|event| match event {
            Event::Empty(tag) if attribute(tag, "TargetMode").as_deref() == Some("External") => {
                Some((attribute(tag, "Id").unwrap(), attribute(tag, "Target").unwrap()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(leads.len(), 60);
    assert_eq!(leads["rLink7"], address(7));
    let used: Vec<String> = events(&parts["word/document.xml"])
        .iter()
        .filter_map(|event| match event {
            Event::Start(tag) if tag.name().as_ref() == "w:hyperlink" => attribute(tag, "r:id"),
            _ => None,
        })
        .collect();
    assert_eq!(used.len(), 60);
    assert!(used.iter().all(|id| leads.contains_key(id)));
}

#[test]
fn every_part_is_declared_and_every_relation_has_its_part() {
    let parts = parts(docx(&paper(vec![Block::Text("Tekst.".to_owned())])).unwrap());
    for (name, xml) in &parts {
        events(xml);
        let declared = name == "[Content_Types].xml"
            || name.ends_with(".rels")
            || parts["[Content_Types].xml"].contains(&format!("\"/{name}\""));
        assert!(declared, "{name}");
    }
    for event in events(&parts["word/_rels/document.xml.rels"]) {
        if let Event::Empty(tag) = event {
            assert!(parts.contains_key(&format!("word/{}", attribute(&tag, "Target").unwrap())));
        }
    }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let blocks = || vec![Block::Fact("Mødedato".to_owned(), "25. november 2019".to_owned()), Block::Text("En\n\nTo".to_owned())];
    assert_eq!(docx(&paper(blocks())).unwrap(), docx(&paper(blocks())).unwrap());
}

/// What XML may hold of a text, with the line ends a paragraph keeps.
fn kept(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}

proptest! {
    #[test]
    fn whatever_is_pasted_the_document_can_be_read_and_says_it(text in "[<>&\"'\\]\\[æøåÆØÅ\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}😀a-z ]{1,60}") {
        let line: String = text.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t' | '\u{7f}'..='\u{9f}')).collect();
        let blocks = vec![
            Block::Heading(Level::One, line.clone()),
            Block::List(line.clone(), vec![line.clone()]),
            Block::Links(vec![(line.clone(), line.clone())]),
            Block::Table(Table { caption: line.clone(), head: vec![line.clone()], rows: vec![vec![line.clone()]] }),
            Block::Text(text.clone()),
        ];
        let parts = parts(docx(&Paper { title: line.clone(), ..paper(blocks) }).unwrap());
        for xml in parts.values() {
            events(xml);
        }
        prop_assert_eq!(&paragraphs(&parts["word/document.xml"])[1].1, &kept(&line));
    }
}
