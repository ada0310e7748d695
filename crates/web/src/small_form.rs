//! The small form: one thing is said or done in it. A few fields, one button, and above them what is good to know first.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::chain::field::{Field, summary};
use crate::forms::Faults;
use crate::inside::Inside;
use crate::page::{Page, show_with};

/// A small form. Each subject makes its own with [`SmallForm::new`] and says only what differs.
#[derive(Template)]
#[template(path = "ui/small_form.html")]
pub(crate) struct SmallForm {
    pub page: Page,
    /// The line above the heading: the name of what the form is about, and its address where the crumbs do not have it.
    pub kicker: String,
    pub kicker_href: Option<String>,
    pub lead: String,
    /// Why it was not saved though nothing in it is wrong: somebody else was there meanwhile. "" where nobody was.
    pub notice: String,
    /// What stands now, where somebody else saved it meanwhile: label and text.
    pub theirs: Vec<(String, String)>,
    pub faults: Faults,
    /// Other things the same form could be about: label, address, whether it is this one.
    pub ways: Vec<(String, String, bool)>,
    /// What is good to know beside: label and text.
    pub beside: Vec<(String, String)>,
    pub fields: Vec<Field>,
    /// Whether the fields stand two and two.
    pub paired: bool,
    /// The version of what was read, which is sent along; 0 for what is not there yet.
    pub version: i64,
    pub submit: String,
    /// Whether the button warns: it ends or takes away something.
    pub warns: bool,
    /// A second button, which takes away: its label; "" for none.
    pub strike: String,
    /// Another way out: words and address.
    pub other: Option<(String, String)>,
    pub back: String,
    /// Under which name the browser keeps what is typed until it is saved; "" for not at all.
    pub draft_key: String,
}

impl SmallForm {
    /// A form with its fields and the faults beside them. What is wrong with something the form does not show is said of the
    /// whole.
    pub fn new(inside: &Inside, page: Page, kicker: String, back: String, fields: Vec<Field>, faults: &Faults) -> Self {
        let own = |name: &str| if fields.iter().any(|field| field.name == name) { name.to_owned() } else { String::new() };
        let faults = Faults(faults.0.iter().map(|(name, text)| (own(name), text.clone())).collect());
        Self {
            page,
            kicker,
            kicker_href: None,
            lead: String::new(),
            notice: String::new(),
            theirs: Vec::new(),
            faults: summary(inside.t(), &faults, fields.iter()),
            ways: Vec::new(),
            beside: Vec::new(),
            fields,
            paired: false,
            version: 0,
            submit: inside.t().say("common-save"),
            warns: false,
            strike: String::new(),
            other: None,
            back,
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
