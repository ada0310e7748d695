//! One field of a form, ready to be shown: the template only chooses the box it is written in.

use pejl_lang::Speech;

use crate::forms::{Choice, Faults, Typed, under_label};

/// A field with what was typed in it and what is wrong with it.
pub(crate) struct Field {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub required: bool,
    pub value: String,
    pub input: Input,
}

/// What a field is written in.
pub(crate) enum Input {
    Line,
    Short,
    Area,
    Date,
    Figure,
    Select(Vec<Choice>),
    Radios(Vec<Choice>),
    Boxes(Vec<Choice>),
    /// Success criteria, a fold each.
    Criteria(Vec<CriterionRow>),
    /// Milestones, a line each.
    Milestones(Vec<MilestoneRow>),
    /// Elements to choose among, with what was searched for to find them.
    Search(String, Vec<Choice>),
}

/// One success criterion in a form.
pub(crate) struct CriterionRow {
    pub legend: String,
    /// Whether the fold stands open: something is in it, or it is the first.
    pub open: bool,
    pub text: Field,
    pub counted: Vec<Field>,
    pub began: Vec<Field>,
    pub targets: Vec<TargetRow>,
}

/// One target on the way in a form.
pub(crate) struct TargetRow {
    pub on: Field,
    pub value: Field,
}

/// One milestone in a form.
pub(crate) struct MilestoneRow {
    pub on: Field,
    pub text: Field,
}

/// Makes fields of what was typed, with their faults.
pub(crate) struct Fields<'t> {
    pub t: Speech,
    pub typed: &'t Typed,
    pub faults: &'t Faults,
}

impl Fields<'_> {
    /// A field with a label of the catalogue.
    pub fn named(&self, name: &str, label_key: &str, input: Input) -> Field {
        self.labelled(name, self.t.say(label_key), input)
    }

    /// A field with a ready label.
    pub fn labelled(&self, name: &str, label: String, input: Input) -> Field {
        let hint = match input {
            Input::Date => self.t.a("hint-date", "example", "31/12-2026"),
            Input::Line
            | Input::Short
            | Input::Area
            | Input::Figure
            | Input::Select(_)
            | Input::Radios(_)
            | Input::Boxes(_)
            | Input::Criteria(_)
            | Input::Milestones(_)
            | Input::Search(..) => String::new(),
        };
        Field {
            value: self.typed.get(name).to_owned(),
            error: self.faults.at(name).to_owned(),
            name: name.to_owned(),
            label,
            hint,
            required: false,
            input,
        }
    }

    /// The choices of a closed set whose words begin with `words`.
    pub fn choices(&self, name: &str, words: &str, all: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
        let chosen = self.typed.get(name);
        all.into_iter().map(|text| Choice::new(text, self.t.say(&format!("{words}-{text}")), text == chosen)).collect()
    }
}

impl Field {
    /// With a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Must be filled in.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The label of the field with this name: its own, or that of a part of it.
    fn label_of(&self, t: Speech, name: &str) -> Option<String> {
        if self.name == name {
            return Some(self.label.clone());
        }
        let part = |whole: &str, parts: Vec<&Self>| {
            parts.into_iter().find(|part| part.name == name).map(|part| under_label(t, whole, &part.label))
        };
        match &self.input {
            Input::Criteria(rows) => rows.iter().find_map(|row| {
                let targets = row.targets.iter().flat_map(|target| [&target.on, &target.value]);
                let parts = std::iter::once(&row.text).chain(&row.counted).chain(&row.began).chain(targets);
                part(&row.legend, parts.collect())
            }),
            Input::Milestones(rows) => part(&self.label, rows.iter().flat_map(|row| [&row.on, &row.text]).collect()),
            Input::Line
            | Input::Short
            | Input::Area
            | Input::Date
            | Input::Figure
            | Input::Select(_)
            | Input::Radios(_)
            | Input::Boxes(_)
            | Input::Search(..) => None,
        }
    }

    /// Must be filled in where this holds.
    pub fn required_if(mut self, required: bool) -> Self {
        self.required = required;
        self
    }
}

/// The reasons of a refusal beside the fields that this floor has: a reason about something the form shows as part of
/// another field stands there, and several reasons beside one field become one text.
pub(crate) fn beside_fields(reasons: Vec<(String, String)>) -> Faults {
    let mut faults: Vec<(String, String)> = Vec::new();
    for (field, text) in reasons {
        let field = match field.as_str() {
            "indicator" | "baseline" => "criteria".to_owned(),
            "decision" => "body".to_owned(),
            _ => field,
        };
        match faults.iter_mut().find(|(name, _)| *name == field && !field.is_empty()) {
            Some((_, said)) => {
                said.push(' ');
                said.push_str(&text);
            }
            None => faults.push((field, text)),
        }
    }
    Faults(faults)
}

/// The faults as the summary above these fields says them: each after the label of its field.
pub(crate) fn summary<'f>(t: Speech, faults: &Faults, fields: impl Iterator<Item = &'f Field> + Clone) -> Faults {
    Faults(faults.summary(t, |name| fields.clone().find_map(|field| field.label_of(t, name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_summary_begins_with_the_label_of_its_field() {
        let (t, typed) = (Speech::new(pejl_lang::Lang::Da), Typed::default());
        let said = |field: &str, text: &str| (field.to_owned(), text.to_owned());
        let faults = Faults(vec![said("title", "Skriv den."), said("milestone-2-on", "Skriv en dato."), said("", "Vent.")]);
        let make = Fields { t, typed: &typed, faults: &faults };
        let row = |at: usize| MilestoneRow {
            on: make.labelled(&format!("milestone-{at}-on"), "Dag".to_owned(), Input::Date),
            text: make.labelled(&format!("milestone-{at}-text"), "Tekst".to_owned(), Input::Line),
        };
        let milestones = Input::Milestones(vec![row(1), row(2)]);
        let fields = [
            make.labelled("title", "Titel".to_owned(), Input::Line),
            make.labelled("milestones", "Milepæle".to_owned(), milestones),
        ];
        let lines: Vec<String> = summary(t, &faults, fields.iter()).0.into_iter().map(|(_, text)| text).collect();
        assert_eq!(lines, ["Titel: Skriv den.", "Milepæle: Dag: Skriv en dato.", "Vent."]);
        assert_eq!(fields[0].error, "Skriv den.", "beside the field, its label stands already");
    }

    #[test]
    fn a_missing_baseline_is_said_beside_the_criteria_that_would_hold_it() {
        let said = |field: &str, text: &str| (field.to_owned(), text.to_owned());
        let faults = beside_fields(vec![said("criteria", "Skriv ét."), said("baseline", "Skriv tallet."), said("", "Vent.")]);
        assert_eq!(faults.at("criteria"), "Skriv ét. Skriv tallet.");
        assert_eq!(faults.0.len(), 2);
    }
}
