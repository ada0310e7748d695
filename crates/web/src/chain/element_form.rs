//! The large form in which an element is written, whether it is new, being mended, or gets a new edition.

use askama::Template;

use crate::chain::content_form::Section;
use crate::chain::said::Differs;
use crate::forms::{Faults, Typed};
use crate::page::Page;

#[derive(Template)]
#[template(path = "chain/element_form.html")]
pub(crate) struct ElementForm {
    pub page: Page,
    pub lead: String,
    /// Where it is sent: the same form is shown where something else was asked for.
    pub action: String,
    pub faults: Faults,
    pub sections: Vec<Section>,
    /// Where its ties are made, for an element that stands already: label and address.
    pub ties: Option<(String, String)>,
    /// What is wrong with its ties.
    pub ties_fault: String,
    /// `None` for what is new.
    pub version: Option<i64>,
    pub hidden: Vec<(&'static str, String)>,
    /// What somebody else saved in the meantime beside what was typed; empty where there is no conflict.
    pub both: Vec<Differs>,
    pub back: String,
    pub draft_key: String,
    pub submit: String,
    pub submit_propose: Option<String>,
    /// Why the form is shown, where the reader asked for something else.
    pub notice: String,
}

/// The form with more rows, where more rows were asked for instead of saving.
pub(crate) fn more_rows(typed: &Typed, more: usize) -> Option<Typed> {
    let asked = typed.get("goer");
    let (name, first) = match asked {
        "flere-kriterier" => ("criteria-rows".to_owned(), more),
        "flere-milepaele" => ("milestone-rows".to_owned(), more),
        _ => (format!("criterion-{}-targets", asked.strip_prefix("flere-delmaal-")?.parse::<usize>().ok()?), 1),
    };
    let rows = typed.get(&name).parse::<usize>().unwrap_or(first).saturating_add(more);
    let mut kept = Typed(typed.0.iter().filter(|(field, _)| *field != name).cloned().collect());
    kept.0.push((name, rows.to_string()));
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_for_more_rows_keeps_every_letter() {
        let typed = Typed::default()
            .with("title", "Halvskrevet")
            .with("criteria-rows", "3")
            .with("criterion-1-text", "90 % er til")
            .with("goer", "flere-kriterier");
        let more = more_rows(&typed, 3).unwrap();
        assert_eq!(more.get("criteria-rows"), "6");
        assert_eq!((more.get("title"), more.get("criterion-1-text")), ("Halvskrevet", "90 % er til"));
    }

    #[test]
    fn saving_asks_for_no_rows() {
        assert!(more_rows(&Typed::default().with("goer", "gem"), 3).is_none());
        assert!(more_rows(&Typed::default(), 3).is_none());
    }
}
