//! What changed between two contents, field by field, for the history and for the page that shows two texts side by side.
//!
//! Texts stand as people wrote them. Dates and figures stand in machine form, a choice among fixed words as its catalogue
//! key (`orientation-development`), the responsible position as its id: the reader's language comes later.

use std::fmt::Display;

use pejl_kernel::Line;

use crate::sentence::FieldChange;

use super::{ActionFields, Content, Criterion, GoalFields, Milestone};

/// Each field that differs, in the order of the form. Empty exactly where the two are equal.
pub fn changes(before: &Content, after: &Content) -> Vec<FieldChange> {
    let (were, are) = (written(before), written(after));
    let gone = were.iter().filter(|(field, _)| !are.iter().any(|(f, _)| f == field));
    let fields = are.iter().chain(gone).map(|(field, _)| *field);
    let stands = |all: &[(&str, String)], field| all.iter().find(|(f, _)| *f == field).map(|(_, text)| text.clone());
    fields
        .filter_map(|field| {
            let was = stands(&were, field).unwrap_or_default();
            let now = stands(&are, field).unwrap_or_default();
            // Lists are compared as they are: joined, two tags could look like one with a comma in it.
            let differs = match field {
                "tags" => before.tags != after.tags,
                "criteria" => before.goal.criteria != after.goal.criteria,
                "milestones" => before.goal.milestones != after.goal.milestones,
                _ => was != now,
            };
            differs.then(|| FieldChange { field: format!("field-{field}"), before: was, after: now })
        })
        .collect()
}

/// Every field with what stands in it, in the order of the form.
fn written(content: &Content) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("title", content.title.to_string()),
        ("text", content.text.to_string()),
        ("horizon", shown(content.horizon)),
        ("tags", content.tags.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")),
    ];
    fields.extend(goal(&content.goal));
    fields.extend(content.action.as_ref().map(action).into_iter().flatten());
    fields
}

fn goal(goal: &GoalFields) -> [(&'static str, String); 16] {
    [
        ("vision", goal.vision.to_string()),
        ("motivation", goal.motivation.to_string()),
        ("expected-effect", goal.expected_effect.to_string()),
        ("target-group", goal.target_group.to_string()),
        ("orientation", chosen("orientation", goal.orientation.map(super::Orientation::as_str))),
        ("measure", chosen("measure", goal.measure.map(super::Measure::as_str))),
        ("scope", chosen("scope", goal.scope.map(super::Scope::as_str))),
        ("criteria", lines(&goal.criteria, criterion)),
        ("direction", chosen("direction", goal.direction.map(super::Direction::as_str))),
        ("start", shown(goal.start)),
        ("due", shown(goal.due)),
        ("milestones", lines(&goal.milestones, milestone)),
        ("responsible", shown(goal.responsible)),
        ("documentation", chosen("documentation", goal.documentation.map(super::Documentation::as_str))),
        ("follow-up", goal.follow_up.to_string()),
        ("policy-area", goal.policy_area.to_string()),
    ]
}

fn action(action: &ActionFields) -> [(&'static str, String); 8] {
    [
        ("progress", chosen("progress", Some(action.progress.as_str()))),
        ("from", shown(action.from)),
        ("to", shown(action.to)),
        ("who", action.who.to_string()),
        ("dropped-because", action.dropped_because.to_string()),
        ("cost", action.cost.map(|cost| cost.0.to_string()).unwrap_or_default()),
        ("benefit-promised", action.benefit_promised.to_string()),
        ("benefit-harvested", action.benefit_harvested.to_string()),
    ]
}

fn shown(value: Option<impl Display>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

fn chosen(words: &str, value: Option<&str>) -> String {
    value.map(|v| format!("{words}-{v}")).unwrap_or_default()
}

fn lines<T>(things: &[T], line: fn(&T) -> String) -> String {
    things.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// `90 % af forældrene støtter op (≥ 90 %; 2017-12-31: 85; 2019-12-31 → 88)`
fn criterion(c: &Criterion) -> String {
    let mut marks = Vec::new();
    let sign = c.comparator.map_or("", super::Comparator::sign);
    let figure = shown(c.value);
    let value: Vec<&str> = [sign, &figure, c.unit.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
    if !value.is_empty() {
        marks.push(value.join(" "));
    }
    if c.baseline.is_some() || c.baseline_on.is_some() {
        marks.push(format!("{}: {}", shown(c.baseline_on), shown(c.baseline)));
    }
    marks.extend(c.targets.iter().map(|t| format!("{} → {}", t.on, t.value)));
    if marks.is_empty() { c.text.to_string() } else { format!("{} ({})", c.text, marks.join("; ")) }
}

fn milestone(m: &Milestone) -> String {
    format!("{}: {}", m.on, m.text)
}
