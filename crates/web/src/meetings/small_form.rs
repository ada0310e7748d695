//! The small form in which something is said or decided about a meeting: a few fields, one button.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_domain::meetings::Meeting;

use super::loading::page_of;
use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form.
#[derive(Template)]
#[template(path = "meetings/small_form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    pub kicker: String,
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
    /// A second button, which takes away: its label; "" for none.
    pub strike: String,
    pub back: String,
    pub draft_key: String,
}

impl SmallForm {
    /// A form with its fields and the faults beside them.
    pub fn new(inside: &Inside, meeting: &Meeting, title: String, fields: Vec<Field>, faults: &Faults) -> Self {
        Self {
            page: page_of(inside, meeting, title),
            kicker: meeting.content.title.to_string(),
            lead: String::new(),
            notice: String::new(),
            theirs: Vec::new(),
            faults: summary(inside.t(), faults, fields.iter()),
            fields,
            beside: Vec::new(),
            version: meeting.version,
            submit: inside.t().say("common-save"),
            warns: false,
            strike: String::new(),
            back: super::loading::href_of(inside, meeting),
            draft_key: String::new(),
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
