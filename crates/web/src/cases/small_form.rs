//! The small form in which something is said or decided about a case: a few fields, one button.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::cases::CasePage;

use super::case_page::beside;
use super::loading::case_href;
use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form.
#[derive(Template)]
#[template(path = "cases/small_form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    /// What it is about: name and address.
    pub kicker: Option<(String, String)>,
    pub lead: String,
    pub notice: String,
    pub faults: Faults,
    /// Other things the same form could be about: label, address, whether it is this one.
    pub ways: Vec<(String, String, bool)>,
    /// What is good to know beside: label and text.
    pub beside: Vec<(String, String)>,
    pub fields: Vec<Field>,
    /// Whether the fields stand two and two.
    pub paired: bool,
    pub version: i64,
    pub submit: String,
    pub warns: bool,
    pub back: String,
}

impl SmallForm {
    /// A form about a case, with its fields and the faults beside them.
    pub fn about(inside: &Inside, found: &CasePage, title: String, fields: Vec<Field>, faults: &Faults) -> Self {
        let href = case_href(inside, &found.case.number);
        Self {
            page: beside(inside, found, title),
            kicker: Some((format!("{} {}", found.case.number, found.case.content.title), href.clone())),
            lead: String::new(),
            notice: String::new(),
            faults: summary(inside.t(), faults, fields.iter()),
            ways: Vec::new(),
            beside: Vec::new(),
            fields,
            paired: false,
            version: found.case.version,
            submit: inside.t().say("common-save"),
            warns: false,
            back: href,
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
