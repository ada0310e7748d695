//! Whether what people wrote in an agreement agrees with itself: nothing twice, nothing that is no goal among the goals.
//! Whether it is *complete* is asked when it is submitted; whether it is *good* is `advice`.

use std::collections::{BTreeMap, BTreeSet};

use pejl_kernel::ElementId;

use super::AgreementContent;
use crate::chain::Element;
use crate::models::{ElementKind, Model};
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

/// How many goals an agreement may have: far more than anybody follows up, and few enough to be one page.
pub const MOST_GOALS: usize = 1_000;
/// How many actions.
pub const MOST_ACTIONS: usize = 2_000;
/// How many sections, and how many themes.
pub const MOST_SECTIONS: usize = 100;

/// Whether a content agrees with itself and with the chain. `elements` holds everything it names; what it named `before`
/// may stay, also where it is over by now.
///
/// # Errors
/// Every contradiction at once, each beside its field.
pub(super) fn sound(
    model: &Model,
    content: &AgreementContent,
    before: &AgreementContent,
    elements: &[Element],
) -> Result<(), Refused> {
    let mut reasons = Vec::new();
    at_most("sections", content.sections.len(), MOST_SECTIONS, &mut reasons);
    at_most("themes", content.themes.len(), MOST_SECTIONS, &mut reasons);
    at_most("goals", content.goals.len(), MOST_GOALS, &mut reasons);
    at_most("actions", content.actions.len(), MOST_ACTIONS, &mut reasons);
    if let Some(heading) = twice(content.sections.iter().map(|s| s.heading.to_string())) {
        reasons.push(reason("sections", Sentence::new("refused-agreement-section-twice").text("heading", heading)));
    }
    if let Some(theme) = twice(content.themes.iter().map(|t| &t.theme)) {
        reasons.push(reason("themes", Sentence::new("refused-agreement-theme-twice").with("theme", Arg::Theme(theme.clone()))));
    }
    let known: BTreeMap<ElementId, &Element> = elements.iter().map(|e| (e.id, e)).collect();
    let kept: BTreeSet<ElementId> = before.elements().collect();
    let mut check = |field: &'static str, id: ElementId, fits: fn(ElementKind) -> bool, unfit: &str| {
        let Some(element) = known.get(&id) else {
            reasons.push(reason(field, Sentence::new("refused-agreement-element-unknown")));
            return;
        };
        if !fits(element.kind) {
            reasons.push(reason(field, element.sentence(model, unfit)));
        } else if !kept.contains(&id) && !element.state.is_live() {
            reasons.push(reason(field, over(model, element)));
        }
    };
    content.goals.iter().for_each(|line| check("goals", line.goal, is_goal, "refused-agreement-not-a-goal"));
    content.actions.iter().for_each(|id| check("actions", *id, is_action, "refused-agreement-not-an-action"));
    let mut named_twice = |field, id: Option<ElementId>| {
        if let Some(element) = id.and_then(|id| known.get(&id)) {
            reasons.push(reason(field, element.sentence(model, "refused-agreement-element-twice")));
        }
    };
    named_twice("goals", twice(content.goals.iter().map(|line| line.goal)));
    named_twice("actions", twice(content.actions.iter().copied()));
    Refused::unless_none(reasons)
}

/// That something is over and has no place in an agreement.
pub(super) fn over(model: &Model, element: &Element) -> Sentence {
    element.sentence(model, "refused-agreement-element-over").word("state", format!("state-{}", element.state.name().as_str()))
}

const fn is_action(kind: ElementKind) -> bool {
    matches!(kind, ElementKind::Action)
}

/// What can be promised: a goal, and what some models promise in a goal's place.
const fn is_goal(kind: ElementKind) -> bool {
    match kind {
        ElementKind::Objective | ElementKind::Policy | ElementKind::Guidepost | ElementKind::FocusArea | ElementKind::Goal => true,
        ElementKind::Action | ElementKind::ValueMarker | ElementKind::Source => false,
    }
}

/// The first thing that comes twice.
fn twice<T: Ord + Clone>(things: impl Iterator<Item = T>) -> Option<T> {
    let mut seen = BTreeSet::new();
    things.into_iter().find(|thing| !seen.insert(thing.clone()))
}

fn at_most(field: &'static str, many: usize, most: usize, reasons: &mut Vec<Reason>) {
    if many > most {
        let sentence = Sentence::new("refused-too-many").word("field", format!("field-{field}"));
        reasons.push(reason(field, sentence.count("many", many).count("most", most)));
    }
}
