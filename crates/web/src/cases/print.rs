//! A case on paper: nothing but what stands in it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::document::{Doc, document, papers_voice};
use super::loading::{case_href, page_of, the_page};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "cases/print.html")]
struct Print {
    page: Page,
    doc: Doc,
    back: String,
    word_href: String,
}

/// `GET /{m}/sager/S-2019-004/udskriv`
pub(crate) async fn print(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let back = case_href(&inside, &found.case.number);
    Ok(show(&Print {
        page: page_of(&inside, &found.case, inside.t().say("case-print")),
        doc: document(&papers_voice(&inside), &found),
        word_href: format!("{back}.docx"),
        back,
    }))
}
