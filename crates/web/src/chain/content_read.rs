//! From a form to an element's content, and back. What a form does not show stays as it was: a model that asks for less
//! than before never loses what people wrote.

use jiff::civil::Date;
use pejl_domain::chain::{
    ActionFields, Comparator, Content, Criterion, Direction, Documentation, GoalFields, Measure, Milestone, Orientation, Scope,
    Target,
};
use pejl_domain::models::{ElementKind, GoalField};
use pejl_kernel::{Line, PositionId, Years};
use pejl_lang::Speech;

use crate::forms::{Faults, Reader, Typed};

/// How many rows a list begins with, and how many more are given when asked for.
pub(crate) const MORE_ROWS: usize = 3;
const MOST_ROWS: usize = 60;

/// How many rows of criteria a form has.
pub(crate) fn criteria_rows(typed: &Typed) -> usize {
    rows(typed, "criteria-rows", MORE_ROWS)
}

/// How many rows of milestones a form has.
pub(crate) fn milestone_rows(typed: &Typed) -> usize {
    rows(typed, "milestone-rows", MORE_ROWS)
}

/// How many targets the criterion of a row has room for.
pub(crate) fn target_rows(typed: &Typed, at: usize) -> usize {
    rows(typed, &format!("criterion-{at}-targets"), 1)
}

fn rows(typed: &Typed, name: &str, first: usize) -> usize {
    typed.get(name).parse().unwrap_or(first).clamp(1, MOST_ROWS)
}

/// A content as its form shows it.
pub(crate) fn typed(content: &Content, t: Speech) -> Typed {
    let goal = &content.goal;
    let date = |day: Option<Date>| day.map(|d| t.date_short(d)).unwrap_or_default();
    let mut typed = Typed::default()
        .with("title", content.title.as_str())
        .with("text", content.text.as_str())
        .with("horizon", content.horizon.map(|y| t.years(y)).unwrap_or_default())
        .with("tags", content.tags.iter().map(Line::as_str).collect::<Vec<_>>().join(", "))
        .with("vision", goal.vision.as_str())
        .with("motivation", goal.motivation.as_str())
        .with("expected-effect", goal.expected_effect.as_str())
        .with("target-group", goal.target_group.as_str())
        .with("follow-up", goal.follow_up.as_str())
        .with("policy-area", goal.policy_area.as_str())
        .with("orientation", goal.orientation.map(Orientation::as_str).unwrap_or_default())
        .with("measure", goal.measure.map(Measure::as_str).unwrap_or_default())
        .with("scope", goal.scope.map(Scope::as_str).unwrap_or_default())
        .with("direction", goal.direction.map(Direction::as_str).unwrap_or_default())
        .with("documentation", goal.documentation.map(Documentation::as_str).unwrap_or_default())
        .with("start", date(goal.start))
        .with("due", date(goal.due))
        .with("responsible", goal.responsible.map(|p| p.to_string()).unwrap_or_default())
        .with("criteria-rows", (goal.criteria.len() + MORE_ROWS).to_string())
        .with("milestone-rows", (goal.milestones.len() + MORE_ROWS).to_string());
    for (at, criterion) in (1..).zip(&goal.criteria) {
        typed = typed_criterion(typed, at, criterion, t);
    }
    for (at, milestone) in (1..).zip(&goal.milestones) {
        typed = typed
            .with(&format!("milestone-{at}-on"), t.date_short(milestone.on))
            .with(&format!("milestone-{at}-text"), milestone.text.as_str());
    }
    if let Some(action) = &content.action {
        typed = typed
            .with("from", date(action.from))
            .with("to", date(action.to))
            .with("who", action.who.as_str())
            .with("cost", action.cost.map(|c| t.kroner_field(c)).unwrap_or_default())
            .with("benefit-promised", action.benefit_promised.as_str());
    }
    typed
}

fn typed_criterion(typed: Typed, at: usize, criterion: &Criterion, t: Speech) -> Typed {
    let name = |part: &str| format!("criterion-{at}-{part}");
    let figure = |f: Option<pejl_kernel::Figure>| f.map(|f| t.figure_field(f)).unwrap_or_default();
    let mut typed = typed
        .with(&name("text"), criterion.text.as_str())
        .with(&name("comparator"), criterion.comparator.map(Comparator::as_str).unwrap_or_default())
        .with(&name("value"), figure(criterion.value))
        .with(&name("unit"), criterion.unit.as_str())
        .with(&name("baseline"), figure(criterion.baseline))
        .with(&name("baseline-on"), criterion.baseline_on.map(|d| t.date_short(d)).unwrap_or_default())
        .with(&name("targets"), (criterion.targets.len() + 1).to_string());
    for (no, target) in (1..).zip(&criterion.targets) {
        typed = typed
            .with(&name(&format!("target-{no}-on")), t.date_short(target.on))
            .with(&name(&format!("target-{no}-value")), figure(Some(target.value)));
    }
    typed
}

/// Reads a content. `before` is what stands (nothing but a placeholder for what is new); `shown` are the fields the form
/// had.
///
/// # Errors
/// Every fault at once, each beside its field.
pub(crate) fn read(
    typed: &Typed,
    t: Speech,
    today: Date,
    kind: ElementKind,
    shown: &[GoalField],
    before: Option<&Content>,
) -> Result<Content, Faults> {
    let mut reader = Reader::new(typed, t, today);
    let title = reader.line("title");
    let text = reader.prose("text");
    let horizon = if is_sent(typed, "horizon") { horizon(&mut reader, typed, t) } else { before.and_then(|b| b.horizon) };
    let tags =
        if is_sent(typed, "tags") { tags(&mut reader, typed, t) } else { before.map(|b| b.tags.clone()).unwrap_or_default() };
    let goal = goal(&mut reader, (typed, t), shown, before.map(|b| b.goal.clone()).unwrap_or_default());
    let action = match kind {
        ElementKind::Action => Some(action(&mut reader, before.and_then(|b| b.action.clone()).unwrap_or_default())),
        ElementKind::Objective
        | ElementKind::Policy
        | ElementKind::Guidepost
        | ElementKind::FocusArea
        | ElementKind::Goal
        | ElementKind::ValueMarker
        | ElementKind::Source => None,
    };
    match title {
        Some(title) if reader.faults.is_empty() => Ok(Content { title, text, horizon, tags, goal, action }),
        _ => Err(reader.faults),
    }
}

fn goal(reader: &mut Reader<'_>, (typed, t): (&Typed, Speech), shown: &[GoalField], mut goal: GoalFields) -> GoalFields {
    for field in shown {
        match field {
            GoalField::Text | GoalField::ValueMarkers | GoalField::Sources => {}
            GoalField::Vision => goal.vision = reader.prose("vision"),
            GoalField::Motivation => goal.motivation = reader.prose("motivation"),
            GoalField::ExpectedEffect => goal.expected_effect = reader.prose("expected-effect"),
            GoalField::TargetGroup => goal.target_group = reader.prose("target-group"),
            GoalField::Orientation => goal.orientation = reader.maybe_chosen("orientation", Orientation::parse),
            GoalField::Measure => goal.measure = reader.maybe_chosen("measure", Measure::parse),
            GoalField::Scope => goal.scope = reader.maybe_chosen("scope", Scope::parse),
            GoalField::Criteria | GoalField::Indicator | GoalField::Baseline => {}
            GoalField::Direction => goal.direction = reader.maybe_chosen("direction", Direction::parse),
            GoalField::Start => goal.start = reader.maybe_date("start"),
            GoalField::Due => goal.due = reader.maybe_date("due"),
            GoalField::Milestones => goal.milestones = milestones(reader, typed),
            GoalField::Responsible => {
                goal.responsible = reader.maybe_chosen("responsible", |id| id.parse::<PositionId>().ok());
            }
            GoalField::Documentation => goal.documentation = reader.maybe_chosen("documentation", Documentation::parse),
            GoalField::FollowUp => goal.follow_up = reader.prose("follow-up"),
            GoalField::PolicyArea => goal.policy_area = reader.prose("policy-area"),
        }
    }
    if shown.iter().any(|f| matches!(f, GoalField::Criteria | GoalField::Indicator | GoalField::Baseline)) {
        goal.criteria = criteria(reader, typed, t);
    }
    goal
}

/// The criteria, without the rows that were left empty.
fn criteria(reader: &mut Reader<'_>, typed: &Typed, t: Speech) -> Vec<Criterion> {
    let filled = (1..=criteria_rows(typed)).filter(|at| !is_blank(typed, &format!("criterion-{at}-")));
    filled.filter_map(|at| criterion(reader, typed, t, at)).collect()
}

fn criterion(reader: &mut Reader<'_>, typed: &Typed, t: Speech, at: usize) -> Option<Criterion> {
    let name = |part: &str| format!("criterion-{at}-{part}");
    let text = reader.line(&name("text"));
    let comparator = reader.maybe_chosen(&name("comparator"), Comparator::parse);
    let value = reader.maybe_figure(&name("value"));
    let unit = reader.prose(&name("unit"));
    let baseline = reader.maybe_figure(&name("baseline"));
    let baseline_on = reader.maybe_date(&name("baseline-on"));
    let mut targets = Vec::new();
    for no in 1..=target_rows(typed, at) {
        let (on, value) = (name(&format!("target-{no}-on")), name(&format!("target-{no}-value")));
        if !typed.get(&on).trim().is_empty() || !typed.get(&value).trim().is_empty() {
            let (day, figure) = (reader.date(&on), reader.maybe_figure(&value));
            if typed.get(&value).trim().is_empty() {
                let text = t.say("fault-figure-empty");
                reader.fault(&value, text);
            }
            targets.extend(day.zip(figure).map(|(on, value)| Target { on, value }));
        }
    }
    Some(Criterion { text: text?, comparator, value, unit, baseline, baseline_on, targets })
}

/// The milestones, without the rows that were left empty.
fn milestones(reader: &mut Reader<'_>, typed: &Typed) -> Vec<Milestone> {
    let filled = (1..=milestone_rows(typed)).filter(|at| !is_blank(typed, &format!("milestone-{at}-")));
    filled
        .filter_map(|at| {
            let (on, text) = (reader.date(&format!("milestone-{at}-on")), reader.line(&format!("milestone-{at}-text")));
            Some(Milestone { on: on?, text: text? })
        })
        .collect()
}

/// Whether nothing was written in any field that begins so; how many rows there is room for is nothing written.
pub(crate) fn is_blank(typed: &Typed, begins: &str) -> bool {
    let mut written = typed.0.iter().filter(|(name, value)| !value.trim().is_empty() && name.starts_with(begins));
    written.all(|(name, _)| name.ends_with("-targets"))
}

fn action(reader: &mut Reader<'_>, before: ActionFields) -> ActionFields {
    ActionFields {
        from: reader.maybe_date("from"),
        to: reader.maybe_date("to"),
        who: reader.prose("who"),
        cost: reader.maybe_kroner("cost"),
        benefit_promised: reader.prose("benefit-promised"),
        ..before
    }
}

/// `2018`, `2018-2021` or `2018–2021`.
fn horizon(reader: &mut Reader<'_>, typed: &Typed, t: Speech) -> Option<Years> {
    let written = typed.get("horizon").trim();
    if written.is_empty() {
        return None;
    }
    let (from, to) = written.split_once(['-', '–', '—']).unwrap_or((written, written));
    let year = |text: &str| text.trim().parse::<i16>().ok().filter(|year| (1900..2200).contains(year));
    let (Some(from), Some(to)) = (year(from), year(to)) else {
        reader.fault("horizon", t.say("chain-fault-horizon"));
        return None;
    };
    let years = Years::new(from, to);
    if years.is_none() {
        reader.fault("horizon", t.say("refused-horizon-backwards"));
    }
    years
}

/// Words with commas between them.
fn tags(reader: &mut Reader<'_>, typed: &Typed, t: Speech) -> Vec<Line<60>> {
    let mut tags = Vec::new();
    for word in typed.get("tags").split(',').filter(|word| !word.trim().is_empty()) {
        match Line::parse(word) {
            Ok(tag) if !tags.contains(&tag) => tags.push(tag),
            Ok(_) => {}
            Err(fault) => reader.fault("tags", t.text_fault(fault)),
        }
    }
    tags
}

/// Whether the form had the field, if only empty.
fn is_sent(typed: &Typed, name: &str) -> bool {
    typed.0.iter().any(|(sent, _)| sent == name)
}

#[cfg(test)]
mod tests {
    use pejl_kernel::Prose;
    use pejl_lang::Lang;

    use super::*;

    const T: Speech = Speech::new(Lang::Da);
    const SHOWN: [GoalField; 5] =
        [GoalField::Vision, GoalField::Criteria, GoalField::Due, GoalField::Milestones, GoalField::Responsible];

    fn today() -> Date {
        jiff::civil::date(2018, 3, 1)
    }

    fn read_goal(typed: &Typed) -> Result<Content, Faults> {
        read(typed, T, today(), ElementKind::Goal, &SHOWN, None)
    }

    fn titled() -> Typed {
        Typed::default().with("title", "Flere børn trives")
    }

    #[test]
    fn three_empty_rows_are_no_criteria() {
        let typed = titled().with("criteria-rows", "3").with("criterion-1-text", " ").with("criterion-1-targets", "1");
        assert_eq!(read_goal(&typed).unwrap().goal.criteria, []);
    }

    #[test]
    fn a_criterion_is_read_the_way_people_type_figures_and_dates() {
        let typed = titled()
            .with("criteria-rows", "3")
            .with("criterion-2-text", "Forældrene støtter sundhedspolitikken")
            .with("criterion-2-comparator", "at-least")
            .with("criterion-2-value", "92,5")
            .with("criterion-2-unit", "%")
            .with("criterion-2-baseline", "85")
            .with("criterion-2-baseline-on", "31.12.17")
            .with("criterion-2-targets", "2")
            .with("criterion-2-target-2-on", "31/12-2019")
            .with("criterion-2-target-2-value", "88 %");
        let content = read_goal(&typed).unwrap();
        let criterion = &content.goal.criteria[0];
        assert!(criterion.is_countable());
        assert_eq!(criterion.value.map(|v| T.figure(v)), Some("92,5".to_owned()));
        assert_eq!(criterion.baseline_on, Some(jiff::civil::date(2017, 12, 31)));
        assert_eq!(criterion.targets, [Target { on: jiff::civil::date(2019, 12, 31), value: pejl_kernel::Figure::whole(88) }]);
    }

    #[test]
    fn a_row_with_figures_and_no_text_says_so_beside_the_text() {
        let typed = titled().with("criteria-rows", "1").with("criterion-1-value", "90");
        let faults = read_goal(&typed).unwrap_err();
        assert_eq!(faults.at("criterion-1-text"), T.say("fault-text-empty"));
    }

    #[test]
    fn a_target_without_a_value_is_a_fault_beside_the_value() {
        let typed = titled().with("criterion-1-text", "Fravær").with("criterion-1-target-1-on", "1/1-2020");
        let faults = read_goal(&typed).unwrap_err();
        assert_eq!(faults.at("criterion-1-target-1-value"), T.say("fault-figure-empty"));
    }

    #[test]
    fn a_milestone_without_a_date_and_a_year_that_is_none_are_both_said_at_once() {
        let typed = titled().with("milestone-1-text", "Planen er klar").with("horizon", "snart");
        let faults = read_goal(&typed).unwrap_err();
        assert!(!faults.at("milestone-1-on").is_empty());
        assert_eq!(faults.at("horizon"), T.say("chain-fault-horizon"));
    }

    #[test]
    fn years_are_read_with_either_dash_and_alone() {
        let horizon = |written: &str| read_goal(&titled().with("horizon", written)).unwrap().horizon;
        assert_eq!(horizon("2018-2021"), Years::new(2018, 2021));
        assert_eq!(horizon("2018 – 2021"), Years::new(2018, 2021));
        assert_eq!(horizon("2018"), Years::new(2018, 2018));
    }

    #[test]
    fn what_a_form_does_not_show_stays_as_it_was() {
        let mut before = Content::titled(Line::parse("Før").unwrap());
        before.goal.follow_up = Prose::parse("Hvert halvår").unwrap();
        before.goal.vision = Prose::parse("Alle trives").unwrap();
        let content = read(&titled(), T, today(), ElementKind::Goal, &SHOWN, Some(&before)).unwrap();
        assert_eq!(content.goal.follow_up.as_str(), "Hvert halvår");
        assert!(content.goal.vision.is_empty());
    }

    #[test]
    fn a_content_reads_back_as_it_was_shown() {
        let typed_in = titled()
            .with("tags", "sundhed, børn, sundhed")
            .with("due", "1/8-2020")
            .with("criterion-1-text", "Karakterer")
            .with("criterion-1-comparator", "hold")
            .with("criterion-1-value", "-1.234,5")
            .with("milestone-1-on", "1/1-2020")
            .with("milestone-1-text", "Halvvejs");
        let content = read_goal(&typed_in).unwrap();
        assert_eq!(content.tags.len(), 2);
        assert_eq!(read_goal(&typed(&content, T)).unwrap(), content);
    }

    #[test]
    fn an_action_keeps_how_far_it_has_come() {
        let mut before = Content::titled(Line::parse("Kursus").unwrap());
        let running = ActionFields { progress: pejl_domain::chain::Progress::Running, ..ActionFields::default() };
        before.action = Some(running.clone());
        let typed = Typed::default().with("title", "Kursus").with("cost", "1.500,50");
        let content = read(&typed, T, today(), ElementKind::Action, &[], Some(&before)).unwrap();
        let action = content.action.unwrap();
        assert_eq!((action.progress, action.cost), (running.progress, Some(pejl_kernel::Ore(150_050))));
    }
}
