//! Whether an element holds what its model asks for before it can be proposed or put in force.

use crate::models::{ElementKind, ElementSpec, GoalField, Model};
use crate::sentence::{Arg, Reason, Sentence, reason};

use super::{Content, word};

/// What an element is tied to: counts, because that is all the rules need.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tied {
    /// Elements it stands under.
    pub parents: usize,
    /// Value markers it observes.
    pub markers: usize,
    /// Sources it points to.
    pub sources: usize,
}

/// The required fields that are still empty, in the order of the form.
pub fn missing(model: &Model, spec: &ElementSpec, content: &Content, tied: &Tied) -> Vec<GoalField> {
    model.required(spec).into_iter().filter(|field| !is_filled(*field, content, tied)).collect()
}

/// The advised fields that are still empty.
pub fn advised(model: &Model, spec: &ElementSpec, content: &Content, tied: &Tied) -> Vec<GoalField> {
    model.recommended(spec).into_iter().filter(|field| !is_filled(*field, content, tied)).collect()
}

/// Advice where an element runs shorter or longer than its model means.
pub fn horizon_advice(spec: &ElementSpec, content: &Content) -> Option<Sentence> {
    let meant = spec.horizon?;
    let horizon = content.horizon?;
    let years = i64::from(horizon.to) - i64::from(horizon.from) + 1;
    let fits = (i64::from(meant.least)..=i64::from(meant.most)).contains(&years);
    (!fits).then(|| {
        Sentence::new("advice-horizon")
            .with("years", Arg::Count(years))
            .with("least", Arg::Count(meant.least.into()))
            .with("most", Arg::Count(meant.most.into()))
    })
}

/// Each thing that is missing, as a reason beside its field that says what would be right.
pub(super) fn unready(model: &Model, spec: &ElementSpec, content: &Content, tied: &Tied) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = missing(model, spec, content, tied)
        .into_iter()
        .map(|field| reason(field.as_str(), Sentence::new(&format!("refused-missing-{}", field.as_str()))))
        .collect();
    if spec.tied && tied.parents == 0 {
        let level = spec.levels.first();
        let noun = level.map_or_else(|| Arg::Noun(spec.kind.noun()), |level| word(model, spec.kind, level));
        reasons.push(reason("under", Sentence::new("refused-missing-tie").with("noun", noun)));
    }
    reasons
}

fn is_filled(field: GoalField, content: &Content, tied: &Tied) -> bool {
    let goal = &content.goal;
    let action = content.action.as_ref();
    match field {
        GoalField::Text => !content.text.is_empty(),
        GoalField::Vision => !goal.vision.is_empty(),
        GoalField::Motivation => !goal.motivation.is_empty(),
        GoalField::ExpectedEffect => !goal.expected_effect.is_empty(),
        GoalField::TargetGroup => !goal.target_group.is_empty(),
        GoalField::Orientation => goal.orientation.is_some(),
        GoalField::Measure => goal.measure.is_some(),
        GoalField::Scope => goal.scope.is_some(),
        GoalField::Criteria => !goal.criteria.is_empty(),
        GoalField::Indicator => goal.criteria.iter().any(super::Criterion::is_countable),
        GoalField::Baseline => goal.criteria.iter().any(|c| c.baseline.is_some()),
        GoalField::Direction => goal.direction.is_some(),
        // An action has its own dates and says in words who does it.
        GoalField::Start => goal.start.or_else(|| action.and_then(|a| a.from)).is_some(),
        GoalField::Due => goal.due.or_else(|| action.and_then(|a| a.to)).is_some(),
        GoalField::Responsible => goal.responsible.is_some() || action.is_some_and(|a| !a.who.is_empty()),
        GoalField::Milestones => !goal.milestones.is_empty(),
        GoalField::Documentation => goal.documentation.is_some(),
        GoalField::FollowUp => !goal.follow_up.is_empty(),
        GoalField::PolicyArea => !goal.policy_area.is_empty(),
        GoalField::ValueMarkers => tied.markers > 0,
        GoalField::Sources => tied.sources > 0,
    }
}

/// Whether a field has a place in the form of this kind of element: an action has its own dates and its own "who".
pub const fn is_asked_of(field: GoalField, kind: ElementKind) -> bool {
    match kind {
        ElementKind::Action => !matches!(field, GoalField::Start | GoalField::Due | GoalField::Responsible),
        ElementKind::Objective
        | ElementKind::Policy
        | ElementKind::Guidepost
        | ElementKind::FocusArea
        | ElementKind::Goal
        | ElementKind::ValueMarker
        | ElementKind::Source => true,
    }
}
