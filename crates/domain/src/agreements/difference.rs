//! What differs between two texts of an agreement: two frozen editions (H9), read field by field, goal by goal, action by
//! action; and two working copies, for the history and for whoever finds that another wrote at the same time.
//!
//! Texts stand as people wrote them. A choice among fixed words stands as its catalogue key, as in `chain::changes`, and a
//! field that is no catalogue key is its own label: a section's heading, a theme's name, a goal's number.

use std::collections::BTreeMap;

use pejl_kernel::{ElementId, Figure, Ore};

use super::frozen::{FrozenGoal, FrozenTheme};
use super::{AgreementContent, Frozen, GoalLine, GoalPlace};
use crate::chain::{Element, changes, spelled};
use crate::models::Model;
use crate::sentence::FieldChange;

/// Everything that differs between two frozen texts. The number, the edition and the reason are not among it: they are what
/// the comparison is called by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// Kind, parties, years, frame, follow-up, reporting.
    pub fields: Vec<FieldChange>,
    /// Sections.
    pub sections: Vec<TextChange>,
    /// Themes.
    pub themes: Vec<TextChange>,
    /// Goals.
    pub goals: Vec<ElementChange>,
    /// Actions.
    pub actions: Vec<ElementChange>,
    /// Rules of the game.
    pub rules: Vec<TextChange>,
    /// What was heard.
    pub heard: Vec<TextChange>,
}

/// A text with a heading that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextChange {
    /// What it stands under.
    pub heading: String,
    /// How it differs.
    pub how: How,
    /// Before; empty where it was not there.
    pub before: String,
    /// After; empty where it is no longer there.
    pub after: String,
}

/// A goal or an action that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ElementChange {
    /// Its number.
    pub number: String,
    /// What it is called now; where it left, what it was called.
    pub title: String,
    /// How it differs.
    pub how: How,
    /// What changed in it: how it came in, what is agreed about it, who owns it, and every field of its own.
    pub fields: Vec<FieldChange>,
}

/// How one thing differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum How {
    /// It is new.
    Added,
    /// It says something else.
    Changed,
    /// It says the same in another place.
    Moved,
    /// It is no longer there.
    Left,
}

spelled!(How: Added = "added", Changed = "changed", Moved = "moved", Left = "left");

impl Difference {
    /// Compares two texts of one agreement.
    pub fn between(before: &Frozen, after: &Frozen) -> Self {
        Self {
            fields: fields(before, after),
            sections: texts(&before.sections, &after.sections, |s| s.0.clone(), |s| vec![s.1.clone()]),
            themes: texts(&before.themes, &after.themes, |t| t.key.clone(), theme_texts)
                .into_iter()
                .map(|change| with_theme_name(change, before, after))
                .collect(),
            goals: elements(&before.goals, &after.goals),
            actions: elements(&before.actions, &after.actions),
            rules: texts(&before.rules, &after.rules, |r| r.0.clone(), |r| vec![r.2.clone(), format!("latitude-{}", r.1)]),
            heard: texts(
                &before.heard,
                &after.heard,
                |h| h.1.clone(),
                |h| vec![h.3.clone(), h.2.to_string(), format!("heard-{}", h.0)],
            ),
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many things differ.
    pub fn count(&self) -> usize {
        let texts = [&self.sections, &self.themes, &self.rules, &self.heard].map(Vec::len);
        texts.iter().sum::<usize>() + self.fields.len() + self.goals.len() + self.actions.len()
    }
}

fn fields(before: &Frozen, after: &Frozen) -> Vec<FieldChange> {
    let said = |frozen: &Frozen| {
        let (amount, source) = frozen.frame.clone().map_or_else(Default::default, |(amount, source)| (kroner(amount), source));
        [
            ("field-agreement-kind", frozen.kind.1.clone(), frozen.kind.0.clone()),
            ("field-principal", frozen.principal.clone(), String::new()),
            ("field-agents", frozen.agents.join(", "), frozen.agents.join("\n")),
            ("field-period", frozen.period.to_string(), String::new()),
            ("field-frame", amount, frozen.frame.as_ref().map(|(amount, _)| amount.0.to_string()).unwrap_or_default()),
            ("field-frame-source", source, frozen.frame.is_some().to_string()),
            ("field-follow-up", frozen.follow_up.clone(), String::new()),
            ("field-reporting", frozen.reporting.clone(), String::new()),
        ]
    };
    let both = said(before).into_iter().zip(said(after));
    // The third is what the text shown cannot tell apart: another kind of the same word, a comma in a name.
    both.filter(|(was, is)| was != is).map(|((field, was, _), (_, is, _))| change(field, was, is)).collect()
}

fn theme_texts(theme: &FrozenTheme) -> Vec<String> {
    vec![theme.answer.clone(), theme.question.clone(), theme.name.clone()]
}

/// People know a theme by its name, not by its key.
fn with_theme_name(mut change: TextChange, before: &Frozen, after: &Frozen) -> TextChange {
    let name = after.themes.iter().chain(&before.themes).find(|theme| theme.key == change.heading).map(|theme| theme.name.clone());
    change.heading = name.unwrap_or(change.heading);
    change
}

/// Each text that differs. A thing may say several texts; each that differs is a change of its own.
fn texts<T: PartialEq>(before: &[T], after: &[T], heading: fn(&T) -> String, said: fn(&T) -> Vec<String>) -> Vec<TextChange> {
    let main = |thing: &T| said(thing).into_iter().next().unwrap_or_default();
    let mut found = Vec::new();
    for (was, is, moved) in matched(before, after, heading) {
        match (was, is) {
            (Some(was), Some(is)) => {
                let both = said(was).into_iter().zip(said(is)).filter(|(was, is)| was != is);
                let told = found.len();
                found.extend(both.map(|(before, after)| TextChange { heading: heading(is), how: How::Changed, before, after }));
                if told == found.len() && moved {
                    found.push(TextChange { heading: heading(is), how: How::Moved, before: main(was), after: main(is) });
                }
            }
            (Some(was), None) => {
                found.push(TextChange { heading: heading(was), how: How::Left, before: main(was), after: String::new() });
            }
            (None, Some(is)) => {
                found.push(TextChange { heading: heading(is), how: How::Added, before: String::new(), after: main(is) });
            }
            (None, None) => {}
        }
    }
    found
}

fn elements(before: &[FrozenGoal], after: &[FrozenGoal]) -> Vec<ElementChange> {
    let told = |goal: &FrozenGoal, how, fields| ElementChange {
        number: goal.number.clone(),
        title: goal.content.title.to_string(),
        how,
        fields,
    };
    let one = |(was, is, moved): (Option<&FrozenGoal>, Option<&FrozenGoal>, bool)| match (was, is) {
        (Some(was), Some(is)) if was != is => Some(told(is, How::Changed, goal_fields(was, is))),
        (Some(_), Some(is)) => moved.then(|| told(is, How::Moved, Vec::new())),
        (Some(was), None) => Some(told(was, How::Left, Vec::new())),
        (None, Some(is)) => Some(told(is, How::Added, Vec::new())),
        (None, None) => None,
    };
    matched(before, after, |goal| goal.number.clone()).into_iter().filter_map(one).collect()
}

fn goal_fields(was: &FrozenGoal, is: &FrozenGoal) -> Vec<FieldChange> {
    let place = |goal: &FrozenGoal| goal.place.map(in_words).unwrap_or_default();
    let beside = [
        ("field-goal-place", place(was), place(is)),
        ("field-goal-note", was.note.clone(), is.note.clone()),
        ("field-owner", was.owner.clone(), is.owner.clone()),
    ];
    let beside = beside.into_iter().filter(|(_, was, is)| was != is).map(|(field, was, is)| change(field, was, is));
    beside.chain(changes(&was.content, &is.content)).collect()
}

/// Things before and after that are the same thing by their name: those that are there now in their order, then those that
/// left. Where a name comes twice, the first goes with the first.
fn matched<'t, T>(before: &'t [T], after: &'t [T], name: impl Fn(&T) -> String) -> Vec<(Option<&'t T>, Option<&'t T>, bool)> {
    let numbered = |things: &'t [T]| {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut numbered: Vec<((String, usize), &'t T)> = Vec::new();
        for thing in things {
            let nth = seen.entry(name(thing)).or_default();
            numbered.push(((name(thing), *nth), thing));
            *nth += 1;
        }
        numbered
    };
    let (before, after) = (numbered(before), numbered(after));
    let places = |all: &[((String, usize), &'t T)], others: &BTreeMap<(String, usize), &'t T>| {
        let kept = all.iter().filter(|(name, _)| others.contains_key(name));
        kept.enumerate().map(|(place, (name, _))| (name.clone(), place)).collect::<BTreeMap<_, _>>()
    };
    let was: BTreeMap<_, _> = before.iter().cloned().collect();
    let is: BTreeMap<_, _> = after.iter().cloned().collect();
    let (place_before, place_after) = (places(&before, &is), places(&after, &was));
    let now = after.iter().map(|(name, thing)| {
        let moved = place_before.get(name) != place_after.get(name);
        (was.get(name).copied(), Some(*thing), moved && was.contains_key(name))
    });
    let left = before.iter().filter(|(name, _)| !is.contains_key(name)).map(|(_, thing)| (Some(*thing), None, false));
    now.chain(left).collect()
}

/// Each thing that differs between two working copies. `elements` holds what either names: a goal is said by its number.
pub fn content_changes(
    model: &Model,
    before: &AgreementContent,
    after: &AgreementContent,
    elements: &[Element],
) -> Vec<FieldChange> {
    let mut found = Vec::new();
    for (was, is, _) in matched(&before.sections, &after.sections, |s| s.heading.to_string()) {
        let heading = is.or(was).map(|s| s.heading.to_string()).unwrap_or_default();
        let text = |s: Option<&super::Section>| s.map(|s| s.text.to_string()).unwrap_or_default();
        found.push(change(&heading, text(was), text(is)));
    }
    for (was, is, _) in matched(&before.themes, &after.themes, |t| t.theme.to_string()) {
        let key = is.or(was).map(|t| &t.theme);
        let theme = model.themes.iter().find(|theme| Some(&theme.key) == key);
        let name = theme.map(|theme| theme.name.da.clone()).or_else(|| key.map(ToString::to_string)).unwrap_or_default();
        let text = |t: Option<&super::ThemeAnswer>| t.map(|t| t.answer.to_string()).unwrap_or_default();
        found.push(change(&name, text(was), text(is)));
    }
    let amount = |content: &AgreementContent| content.frame.as_ref().map(|f| kroner(f.amount)).unwrap_or_default();
    let source = |content: &AgreementContent| content.frame.as_ref().map(|f| f.source.to_string()).unwrap_or_default();
    found.push(change("field-frame", amount(before), amount(after)));
    found.push(change("field-frame-source", source(before), source(after)));
    found.push(change("field-follow-up", before.follow_up.to_string(), after.follow_up.to_string()));
    found.push(change("field-reporting", before.reporting.to_string(), after.reporting.to_string()));
    let names: BTreeMap<ElementId, &Element> = elements.iter().map(|e| (e.id, e)).collect();
    let listed = |ids: &mut dyn Iterator<Item = ElementId>| ids.map(|id| listed(&names, id)).collect::<Vec<_>>().join("\n");
    let goals = |content: &AgreementContent| listed(&mut content.goals.iter().map(|line| line.goal));
    let actions = |content: &AgreementContent| listed(&mut content.actions.iter().copied());
    found.push(change("field-goals", goals(before), goals(after)));
    found.push(change("field-actions", actions(before), actions(after)));
    for (was, is, _) in matched(&before.goals, &after.goals, |line| line.goal.to_string()) {
        if let (Some(was), Some(is)) = (was, is) {
            found.extend(line_changes(&names, was, is));
        }
    }
    found.retain(|change| change.before != change.after);
    found
}

fn line_changes(names: &BTreeMap<ElementId, &Element>, was: &GoalLine, is: &GoalLine) -> [FieldChange; 2] {
    let number = names.get(&is.goal).map_or_else(|| is.goal.to_string(), |goal| goal.number.to_string());
    [change(&number, in_words(was.place), in_words(is.place)), change(&number, was.note.to_string(), is.note.to_string())]
}

fn listed(names: &BTreeMap<ElementId, &Element>, id: ElementId) -> String {
    names.get(&id).map_or_else(|| id.to_string(), |element| format!("{} {}", element.number, element.content.title))
}

fn in_words(place: GoalPlace) -> String {
    format!("goal-place-{}", place.as_str())
}

/// In kroner, in machine form.
fn kroner(amount: Ore) -> String {
    Figure::from_stored(amount.0.saturating_mul(100)).to_string()
}

fn change(field: &str, before: String, after: String) -> FieldChange {
    FieldChange { field: field.to_owned(), before, after }
}
