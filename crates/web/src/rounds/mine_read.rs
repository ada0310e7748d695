//! What comes of what is typed on a leader's page. Every field is called by its name and the goal's number, so that all goals
//! stand in one form: `mark-M-2018-014`.

use jiff::civil::Date;
use pejl_domain::chain::{Content, Documentation};
use pejl_domain::rounds::{CriterionValue, Mark, Outlook, ReportContent};
use pejl_lang::Speech;

use crate::forms::{Faults, Reader, Typed};

/// The fields that hold text, as the domain calls them.
pub(super) const TEXTS: [&str; 7] = ["done", "effect", "fact", "cause", "action", "not-relevant-because", "differs-because"];

/// The name of a field of a goal.
pub(super) fn of(field: &str, number: &str) -> String {
    format!("{field}-{number}")
}

/// The name of the figure of a goal's criterion, or of where it comes from.
pub(super) fn of_criterion(field: &str, number: &str, place: usize) -> String {
    format!("{field}-{number}-{place}")
}

/// Which field of a goal has this name; `None` where it is none of the goal's.
pub(super) fn field_of<'n>(name: &'n str, number: &str) -> Option<&'n str> {
    let (field, rest) = name.split_once(&format!("-{number}"))?;
    // M-2018-100 is not M-2018-1000.
    (rest.is_empty() || rest.starts_with('-')).then_some(field)
}

/// Reads what is typed about one goal; what cannot be read is a fault beside its field.
pub(super) fn read(typed: &Typed, t: Speech, today: Date, number: &str, judged: &Content) -> (ReportContent, Faults) {
    let mut reader = Reader::new(typed, t, today);
    let at = |field: &str| of(field, number);
    let mut values = Vec::new();
    for place in 0..judged.goal.criteria.len() {
        let value = reader.maybe_figure(&of_criterion("value", number, place));
        let source = reader.prose(&of_criterion("source", number, place));
        values.extend(value.map(|value| CriterionValue { criterion: place, value, source }));
    }
    let milestones = typed.all(&at("milestone")).filter_map(|place| place.parse().ok()).collect();
    let content = ReportContent {
        mark: reader.maybe_chosen(&at("mark"), Mark::parse),
        outlook: reader.maybe_chosen(&at("outlook"), Outlook::parse),
        done: reader.prose(&at("done")),
        documentation: reader.maybe_chosen(&at("documentation"), Documentation::parse),
        effect: reader.prose(&at("effect")),
        fact: reader.prose(&at("fact")),
        cause: reader.prose(&at("cause")),
        action: reader.prose(&at("action")),
        not_relevant_because: reader.prose(&at("not-relevant-because")),
        differs_because: reader.prose(&at("differs-because")),
        values,
        milestones,
    };
    (content, reader.faults)
}

/// What is written already, as the form holds it.
pub(super) fn typed_of(t: Speech, number: &str, content: &ReportContent) -> Typed {
    let at = |field: &str| of(field, number);
    let mut typed = Typed::default()
        .with(&at("mark"), content.mark.map(Mark::as_str).unwrap_or_default())
        .with(&at("outlook"), content.outlook.map(Outlook::as_str).unwrap_or_default())
        .with(&at("documentation"), content.documentation.map(Documentation::as_str).unwrap_or_default());
    for field in TEXTS {
        typed = typed.with(&at(field), text_of(content, field));
    }
    for value in &content.values {
        typed = typed
            .with(&of_criterion("value", number, value.criterion), t.figure_field(value.value))
            .with(&of_criterion("source", number, value.criterion), value.source.to_string());
    }
    content.milestones.iter().fold(typed, |typed, place| typed.with(&at("milestone"), place.to_string()))
}

fn text_of(content: &ReportContent, field: &str) -> String {
    match field {
        "done" => content.done.to_string(),
        "effect" => content.effect.to_string(),
        "fact" => content.fact.to_string(),
        "cause" => content.cause.to_string(),
        "action" => content.action.to_string(),
        "not-relevant-because" => content.not_relevant_because.to_string(),
        _ => content.differs_because.to_string(),
    }
}

/// What somebody wrote about a goal that can no longer be written about: every text with its label, to copy.
pub(super) fn to_copy(typed: &Typed, t: Speech, number: &str) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> =
        TEXTS.iter().map(|field| (t.say(&format!("field-{field}")), typed.get(&of(field, number)).to_owned())).collect();
    let begins = |field: &str| format!("{field}-{number}-");
    let rest = |start: String, label: &str| {
        let fits = move |(name, _): &&(String, String)| name.starts_with(&start);
        typed.0.iter().filter(fits).map(|(_, text)| (t.say(label), text.clone())).collect::<Vec<_>>()
    };
    texts.extend(rest(begins("value"), "rounds-values"));
    texts.extend(rest(begins("source"), "rounds-value-source"));
    texts.retain(|(_, text)| !text.trim().is_empty());
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_belongs_to_the_goal_whose_whole_number_it_bears() {
        assert_eq!(field_of("mark-M-2018-100", "M-2018-100"), Some("mark"));
        assert_eq!(field_of("value-M-2018-100-0", "M-2018-100"), Some("value"));
        assert_eq!(field_of("mark-M-2018-1000", "M-2018-100"), None);
    }
}
