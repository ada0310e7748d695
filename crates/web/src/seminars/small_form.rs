//! The small form in which something is said or decided at a seminar. It looks as the small forms of follow-up do.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::loading::{name_of, page_of};
use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form. `round` is the line above the heading: the seminar's name.
#[derive(Template)]
#[template(path = "rounds/small_form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    pub round: String,
    pub lead: String,
    pub notice: String,
    /// What stands now, where somebody else saved it meanwhile: label and text.
    pub theirs: Vec<(String, String)>,
    pub faults: Faults,
    pub fields: Vec<Field>,
    /// What is good to know beside: label and text.
    pub beside: Vec<(String, String)>,
    pub version: i64,
    pub submit: String,
    pub warns: bool,
    pub back: String,
}

impl SmallForm {
    /// A form about the seminar of a year, with its fields and the faults beside them.
    pub fn new(inside: &Inside, year: i16, title: String, fields: Vec<Field>, faults: &Faults) -> Self {
        Self {
            page: page_of(inside, year, title),
            round: name_of(inside, year),
            lead: String::new(),
            notice: String::new(),
            theirs: Vec::new(),
            faults: summary(inside.t(), faults, fields.iter()),
            fields,
            beside: Vec::new(),
            version: 0,
            submit: inside.t().say("common-save"),
            warns: false,
            back: inside.href(&format!("maalseminar/{year}")),
        }
    }

    /// Somebody else changed it meanwhile: what was typed stays, and what stands now is shown.
    pub fn changed_meanwhile(self, inside: &Inside, theirs: Vec<(String, String)>) -> Self {
        Self { notice: inside.t().say("seminars-changed-meanwhile"), theirs, ..self }
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
