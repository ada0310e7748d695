//! The page on which elements are found and chosen: what something stands under, or what takes its place.

use askama::Template;

use crate::chain::field::Field;
use crate::chain::said::Named;
use crate::forms::Faults;
use crate::page::Page;

#[derive(Template)]
#[template(path = "chain/pick.html")]
pub(crate) struct Pick {
    pub page: Page,
    pub lead: String,
    pub faults: Faults,
    /// What was searched for.
    pub searched: String,
    /// What to say where nothing was found.
    pub empty: String,
    /// What was found, a group of choices each.
    pub groups: Vec<Field>,
    /// What is chosen already, each to be let go by itself.
    pub standing: Vec<Named>,
    pub standing_title: String,
    pub remove_href: String,
    pub version: i64,
    pub submit: String,
    pub back: String,
}

impl Pick {
    /// Whether anything was found.
    pub fn found(&self) -> bool {
        use crate::chain::field::Input;
        self.groups.iter().any(|field| match &field.input {
            Input::Boxes(choices) | Input::Radios(choices) => !choices.is_empty(),
            Input::Line
            | Input::Short
            | Input::Area
            | Input::Date
            | Input::Figure
            | Input::Select(_)
            | Input::Criteria(_)
            | Input::Milestones(_)
            | Input::Search(..) => false,
        })
    }
}
