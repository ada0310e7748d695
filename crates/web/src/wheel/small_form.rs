//! The small form in which a step is moved, entrusted or closed: a few fields, one button.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::wheel::{Seats, StepPage};

use super::loading::{front, name_with_year, step_href};
use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form.
#[derive(Template)]
#[template(path = "wheel/small_form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    pub step: String,
    pub lead: String,
    pub notice: String,
    pub faults: Faults,
    pub fields: Vec<Field>,
    /// What is good to know beside: label and text.
    pub beside: Vec<(String, String)>,
    pub version: i64,
    pub submit: String,
    pub back: String,
}

impl SmallForm {
    /// A form with its fields and the faults beside them.
    pub fn new(inside: &Inside, seats: &Seats, of: &StepPage, title: String, fields: Vec<Field>, faults: &Faults) -> Self {
        let (step, back) = (name_with_year(&inside.voice, &of.laid), step_href(inside, &of.laid, seats.unit()));
        Self {
            page: front(inside, title.clone()).crumb(step.clone(), back.clone()).here(title),
            step,
            lead: String::new(),
            notice: String::new(),
            faults: summary(inside.t(), faults, fields.iter()),
            fields,
            beside: Vec::new(),
            version: of.row.as_ref().map_or(0, |row| row.changed.version),
            submit: inside.t().say("common-save"),
            back,
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
