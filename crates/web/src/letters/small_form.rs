//! The small form in which one thing is said about a letter: a few fields, one button.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_domain::letters::Letter;

use super::loading::{href_of, page_of};
use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form.
#[derive(Template)]
#[template(path = "letters/small_form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    pub kicker: String,
    pub lead: String,
    pub notice: String,
    pub faults: Faults,
    /// What is good to know beside: label and text.
    pub beside: Vec<(String, String)>,
    pub fields: Vec<Field>,
    pub version: i64,
    pub submit: String,
    pub warns: bool,
    pub back: String,
    /// Another way out: words and address.
    pub other: Option<(String, String)>,
}

impl SmallForm {
    /// A form about a letter, with its fields and the faults beside them.
    pub fn new(inside: &Inside, letter: &Letter, title: String, fields: Vec<Field>, faults: &Faults) -> Self {
        let page = page_of(inside, letter, title);
        let kicker = letter.content.title.to_string();
        Self { version: letter.version, back: href_of(inside, letter), ..Self::bare(inside, page, kicker, fields, faults) }
    }

    /// A form that is about no letter yet.
    pub fn bare(inside: &Inside, page: Page, kicker: String, fields: Vec<Field>, faults: &Faults) -> Self {
        // What is wrong with something that this form does not show is said of the whole.
        let own = |name: &str| if fields.iter().any(|field| field.name == name) { name.to_owned() } else { String::new() };
        let faults = Faults(faults.0.iter().map(|(name, text)| (own(name), text.clone())).collect());
        Self {
            page,
            kicker,
            lead: String::new(),
            notice: String::new(),
            faults: summary(inside.t(), &faults, fields.iter()),
            beside: Vec::new(),
            fields,
            version: 0,
            submit: inside.t().say("common-save"),
            warns: false,
            back: inside.href("strategibrev"),
            other: None,
        }
    }

    /// Shown for the first time, or with what is wrong with it.
    pub fn show(&self) -> Response {
        let status = match (self.notice.is_empty(), self.faults.is_empty()) {
            (false, _) => StatusCode::CONFLICT,
            (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, true) => StatusCode::OK,
        };
        show_with(status, self)
    }
}
