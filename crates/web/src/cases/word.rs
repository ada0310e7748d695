//! A case as a Word document, for the municipality's own agenda system.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use pejl_app::cases;
use pejl_kernel::Number;
use pejl_papers::{Block, Level, Paper, Table, docx};

use super::document::{Doc, document, papers_voice};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::Voice;

const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// `GET /{m}/sager/S-2019-004.docx`: the file, to save.
pub(super) async fn document_of(inside: &mut Inside, number: Number) -> Result<Response, Stop> {
    let found = cases::case_page(&mut inside.tx, &inside.visit.sight, number).await?;
    let voice = papers_voice(inside);
    let bytes = match docx(&paper(&voice, &document(&voice, &found))) {
        Ok(bytes) => bytes,
        Err(unwritten) => {
            tracing::error!(fault = &unwritten as &dyn std::error::Error, "writing a case as a document");
            return Ok(axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response());
        }
    };
    let headers = [
        (header::CONTENT_TYPE, MEDIA.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{number}.docx\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// The paper of a case: what was decided first, as agendas have it, then what was recommended and why.
fn paper(voice: &Voice, doc: &Doc) -> Paper {
    let t = voice.speech;
    let mut blocks: Vec<Block> = doc.facts.iter().map(|(label, text)| Block::Fact(label.clone(), text.clone())).collect();
    if let Some(reason) = &doc.closed {
        blocks.push(Block::Fact(t.say("case-is-closed"), reason.clone()));
    }
    let heading = |text: &str| Block::Heading(Level::One, text.to_owned());
    if let Some((line, text)) = &doc.decision {
        blocks.extend([heading(&doc.decision_word), Block::Text(line.clone()), Block::Text(text.clone())]);
    }
    if !doc.recommendation.is_empty() {
        blocks.extend([heading(&doc.recommended_word), Block::Text(doc.recommended_lead.clone())]);
        blocks.push(Block::List(t.say("case-at"), doc.recommendation.clone()));
    }
    for part in &doc.parts {
        blocks.extend([heading(&part.heading), Block::Text(part.text.clone())]);
        if !part.attachments.is_empty() {
            blocks.push(Block::Links(part.attachments.iter().map(|one| (one.title.clone(), one.link.clone())).collect()));
        }
    }
    if !doc.adopts.is_empty() {
        let head = ["case-column-number", "case-column-kind", "common-title", "case-column-owner"];
        let row =
            |one: &super::document::DocAdopts| vec![one.number.to_string(), one.kind.clone(), one.title.clone(), one.owner.clone()];
        let rows = doc.adopts.iter().map(row).collect();
        blocks.push(heading(&doc.adopts_word));
        blocks.push(Block::Table(Table { caption: doc.adopts_word.clone(), head: head.map(|key| t.say(key)).to_vec(), rows }));
    }
    if !doc.disqualified.is_empty() {
        let head = ["case-column-name", "case-column-reason"];
        let who = |one: &super::document::DocDisqualified| match one.title.is_empty() {
            true => one.name.clone(),
            false => format!("{}, {}", one.name, one.title),
        };
        let rows = doc.disqualified.iter().map(|one| vec![who(one), one.reason.clone()]).collect();
        blocks.push(heading(&doc.disqualified_word));
        let head = head.map(|key| t.say(key)).to_vec();
        blocks.push(Block::Table(Table { caption: doc.disqualified_word.clone(), head, rows }));
    }
    Paper { title: doc.title.clone(), language: "da-DK", foot: format!("{} · {}", doc.number, doc.body), blocks }
}
