//! An element's content in people's words, field by field: for the difference between two editions, and for the page that
//! shows two texts side by side.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejl_domain::chain::{
    ActionFields, Content, Criterion, Direction, Documentation, GoalFields, Measure, Milestone, Orientation, Scope, Target,
};
use pejl_domain::models::Noun;
use pejl_kernel::{Figure, Line, PositionId};
use pejl_lang::{Args, Speech};

use crate::chain::element_href;
use crate::inside::Inside;
use crate::voice::{Voice, capital};

/// What positions are called.
pub(crate) type Positions = BTreeMap<PositionId, String>;

/// A field in which two contents differ.
pub(crate) struct Differs {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The fields in which two contents differ, in the order of the form.
pub(crate) fn differences(voice: &Voice, positions: &Positions, before: &Content, after: &Content) -> Vec<Differs> {
    let (were, are) = (said(voice, positions, before), said(voice, positions, after));
    let stood = |label: &str| were.iter().find(|(l, _)| l == label).map(|(_, text)| text.clone()).unwrap_or_default();
    let gone = were.iter().filter(|(label, _)| !are.iter().any(|(l, _)| l == label));
    let gone = gone.map(|(label, text)| Differs { label: label.clone(), before: text.clone(), after: String::new() });
    let kept = are.iter().map(|(label, text)| Differs { label: label.clone(), before: stood(label), after: text.clone() });
    kept.chain(gone).filter(|d| d.before != d.after).collect()
}

/// Every field with what stands in it.
fn said(voice: &Voice, positions: &Positions, content: &Content) -> Vec<(String, String)> {
    let t = voice.speech;
    let mut said = vec![
        (t.say("field-title"), content.title.to_string()),
        (t.say("field-text"), content.text.to_string()),
        (t.say("field-horizon"), content.horizon.map(|y| t.years(y)).unwrap_or_default()),
        (t.say("field-tags"), content.tags.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")),
    ];
    said.extend(goal(voice, positions, &content.goal));
    said.extend(content.action.iter().flat_map(|fields| action(t, fields)));
    said
}

fn goal(voice: &Voice, positions: &Positions, goal: &GoalFields) -> Vec<(String, String)> {
    let t = voice.speech;
    let field = |name: &str, text: String| (t.say(&format!("field-{name}")), text);
    let word = |words: &str, chosen: Option<&'static str>| chosen.map(|c| t.say(&format!("{words}-{c}"))).unwrap_or_default();
    let criteria: Vec<String> = goal.criteria.iter().map(|c| criterion(t, c)).collect();
    let milestones: Vec<String> = goal.milestones.iter().map(|m| milestone(t, m)).collect();
    let responsible = goal.responsible.map(|p| positions.get(&p).cloned().unwrap_or_else(|| t.say("chain-position-elsewhere")));
    vec![
        field("vision", goal.vision.to_string()),
        field("motivation", goal.motivation.to_string()),
        (voice.about("chain-expected-effect", voice.noun(Noun::Effect)), goal.expected_effect.to_string()),
        field("target-group", goal.target_group.to_string()),
        field("orientation", word("orientation", goal.orientation.map(Orientation::as_str))),
        field("measure", word("measure", goal.measure.map(Measure::as_str))),
        field("scope", word("scope", goal.scope.map(Scope::as_str))),
        (capital(&voice.noun(Noun::Criterion).plural), criteria.join("\n")),
        field("direction", word("direction", goal.direction.map(Direction::as_str))),
        field("start", day(t, goal.start)),
        field("due", day(t, goal.due)),
        field("milestones", milestones.join("\n")),
        field("responsible", responsible.unwrap_or_default()),
        field("documentation", word("documentation", goal.documentation.map(Documentation::as_str))),
        field("follow-up", goal.follow_up.to_string()),
        field("policy-area", goal.policy_area.to_string()),
    ]
}

fn action(t: Speech, fields: &ActionFields) -> Vec<(String, String)> {
    let field = |name: &str, text: String| (t.say(&format!("field-{name}")), text);
    vec![
        field("progress", capital(&t.say(&format!("progress-{}", fields.progress.as_str())))),
        field("from", day(t, fields.from)),
        field("to", day(t, fields.to)),
        field("who", fields.who.to_string()),
        field("dropped-because", fields.dropped_because.to_string()),
        field("cost", fields.cost.map(|c| t.kroner(c)).unwrap_or_default()),
        field("benefit-promised", fields.benefit_promised.to_string()),
        field("benefit-harvested", fields.benefit_harvested.to_string()),
    ]
}

fn day(t: Speech, day: Option<Date>) -> String {
    day.map(|d| t.date(d)).unwrap_or_default()
}

/// A figure with its unit: `92,5 %`, `3 dage`.
pub(crate) fn figure(t: Speech, figure: Figure, unit: &str) -> String {
    if unit.is_empty() {
        t.figure(figure)
    } else {
        t.say_with("chain-figure", &Args::new().text("figure", t.figure(figure)).text("unit", unit))
    }
}

/// What is to be reached: `mindst 90 %`; empty where nothing can be counted.
pub(crate) fn wanted(t: Speech, criterion: &Criterion) -> String {
    match (criterion.comparator, criterion.value) {
        (Some(comparator), Some(value)) => {
            let args = Args::new()
                .text("comparator", t.say(&format!("comparator-{}", comparator.as_str())))
                .text("figure", figure(t, value, criterion.unit.as_str()));
            t.say_with("chain-wanted", &args)
        }
        (None, Some(value)) => figure(t, value, criterion.unit.as_str()),
        (_, None) => String::new(),
    }
}

/// A figure and the day it belongs to; the day is empty where it was left out.
pub(crate) struct Dated {
    pub figure: String,
    pub on: String,
}

/// Where things stood; `None` where nobody said.
pub(crate) fn baseline(t: Speech, criterion: &Criterion) -> Option<Dated> {
    let value = figure(t, criterion.baseline?, criterion.unit.as_str());
    Some(Dated { figure: value, on: criterion.baseline_on.map(|on| t.date_medium(on)).unwrap_or_default() })
}

/// The targets on the way.
pub(crate) fn targets(t: Speech, criterion: &Criterion) -> Vec<Dated> {
    let dated = |target: &Target| Dated { figure: figure(t, target.value, criterion.unit.as_str()), on: t.date_medium(target.on) };
    criterion.targets.iter().map(dated).collect()
}

fn dated(t: Speech, dated: &Dated) -> String {
    if dated.on.is_empty() {
        return dated.figure.clone();
    }
    t.say_with("chain-figure-on", &Args::new().text("figure", &dated.figure).text("date", &dated.on))
}

fn criterion(t: Speech, criterion: &Criterion) -> String {
    let mut parts = vec![wanted(t, criterion)];
    parts.extend(baseline(t, criterion).iter().chain(&targets(t, criterion)).map(|d| dated(t, d)));
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() {
        return criterion.text.to_string();
    }
    let args = Args::new().text("text", &criterion.text).text("marks", parts.join("; "));
    t.say_with("chain-criterion-said", &args)
}

fn milestone(t: Speech, milestone: &Milestone) -> String {
    let args = Args::new().text("date", t.date(milestone.on)).text("text", &milestone.text);
    t.say_with("chain-milestone-said", &args)
}

/// An element as lists and lines show it, with its address.
pub(crate) struct Named {
    pub kind: String,
    pub number: String,
    pub title: String,
    pub href: Option<String>,
    pub state: &'static str,
    pub state_word: String,
    pub owner: String,
}

/// An element's name, state and owner; `href` is where its page is.
pub(crate) fn named(inside: &Inside, mention: &pejl_app::overview::Mention) -> Named {
    let state = Voice::sign(mention.state.name(), mention.progress);
    Named {
        kind: capital(&inside.voice.element(mention.kind, &mention.level).singular),
        number: mention.number.to_string(),
        title: mention.title.clone(),
        href: Some(element_href(inside, &mention.number)),
        state,
        state_word: inside.voice.state(mention.kind, &mention.level, mention.state.name(), mention.progress),
        owner: mention.owner.name.clone(),
    }
}
