//! How elements stand under each other: the model says what may stand under what, and nothing may stand above itself.

use pejl_kernel::ids::UnitId;

use crate::models::{ElementSpec, Model};
use crate::sentence::{Arg, Event, Refused, Sentence, reason};

use super::{Element, Scope};

/// Whether the model lets one element stand under another, both as they are now.
///
/// # Errors
/// Refused where either is over, where the model does not allow it, and where the two are the same; says what it may
/// stand under.
pub fn may_tie(model: &Model, child: &Element, parent: &Element) -> Result<(), Refused> {
    if child.id == parent.id {
        return Err(Refused::at("under", child.sentence(model, "refused-tie-to-itself")));
    }
    for end in [child, parent] {
        if !end.state.is_live() {
            let sentence = end.sentence(model, "refused-tie-to-what-is-over");
            return Err(Refused::at("under", sentence.word("state", format!("state-{}", end.state.name().as_str()))));
        }
    }
    let Some(spec) = model.spec(child.kind, &child.level) else {
        let level = Arg::Level(child.level.clone());
        return Err(Refused::at("under", child.sentence(model, "refused-element-not-in-model").with("level", level)));
    };
    let above = model.spec(parent.kind, &parent.level);
    if above.is_some_and(|above| spec.under.contains(&above.key)) {
        return Ok(());
    }
    Err(not_under(model, spec, child, parent))
}

/// That it may not stand there, and then, a sentence each, what it may stand under in the model's words.
fn not_under(model: &Model, spec: &ElementSpec, child: &Element, parent: &Element) -> Refused {
    let key = if spec.under.is_empty() { "refused-tie-at-top" } else { "refused-tie-not-under" };
    let wrong = child.sentence(model, key).text("parentnumber", parent.number.to_string());
    let right = spec
        .under
        .iter()
        .filter_map(|key| model.element(key))
        .map(|may| Sentence::new("refused-tie-may-under").with("noun", Arg::Element(may.key.clone(), may.kind.noun())));
    Refused { reasons: std::iter::once(wrong).chain(right).map(|sentence| reason("under", sentence)).collect() }
}

/// Refuses a tie that would close a circle. `path` is the way from the parent up to the child, both included, each as
/// people say it (its number): empty where there is none. Found by `lines::path_between` or by the store.
///
/// # Errors
/// Refused where there is such a path, naming it.
pub fn closes_circle(model: &Model, child: &Element, path: &[String]) -> Result<(), Refused> {
    if path.is_empty() {
        return Ok(());
    }
    Err(Refused::at("under", child.sentence(model, "refused-tie-circle").text("path", path.join(" → "))))
}

/// What happened when one element was put under another.
pub fn tied(model: &Model, child: &Element, parent: &Element) -> Event {
    between(model, child, parent, "event-tie-made")
}

/// What happened when one element was taken from under another.
pub fn untied(model: &Model, child: &Element, parent: &Element) -> Event {
    between(model, child, parent, "event-tie-cut")
}

/// What happened when an element came to observe a value marker or point to a source.
pub fn marked(model: &Model, element: &Element, beside: &Element) -> Event {
    between(model, element, beside, "event-tie-marked")
}

/// What happened when an element no longer observes a value marker or points to a source.
pub fn unmarked(model: &Model, element: &Element, beside: &Element) -> Event {
    between(model, element, beside, "event-tie-unmarked")
}

fn between(model: &Model, child: &Element, parent: &Element, key: &str) -> Event {
    let sentence = child.sentence(model, key).text("parentnumber", parent.number.to_string());
    sentence.text("parenttitle", parent.content.title.as_str()).into()
}

/// Whether an element may observe a value marker or point to a source: only those two stand beside the hierarchy.
///
/// # Errors
/// Refused where `beside` is neither, where the element itself is one, and where either is over.
pub fn may_mark(model: &Model, element: &Element, beside: &Element) -> Result<(), Refused> {
    if element.kind.is_beside() || !beside.kind.is_beside() {
        let sentence = element.sentence(model, "refused-mark-not-beside");
        return Err(Refused::at("under", sentence.text("parentnumber", beside.number.to_string())));
    }
    for end in [element, beside] {
        if !end.state.is_live() {
            let sentence = end.sentence(model, "refused-tie-to-what-is-over");
            return Err(Refused::at("under", sentence.word("state", format!("state-{}", end.state.name().as_str()))));
        }
    }
    Ok(())
}

/// Whether an element cuts across: it says so, or what it is tied to above and below has several owners among the
/// committees. `committees` is the owning committee of each tie, as the store finds it by going up the organisation.
pub fn cuts_across(scope: Option<Scope>, committees: &[UnitId]) -> bool {
    let several = committees.first().is_some_and(|first| committees.iter().any(|other| other != first));
    scope == Some(Scope::CrossCutting) || several
}
