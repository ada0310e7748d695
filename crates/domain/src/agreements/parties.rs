//! The units that are parties, and what the model says about who may agree on what, when, and which themes they answer.

use pejl_kernel::{AgreementId, ElementId, Line, Number, UnitId, Years};

use super::{AgreementContent, AgreementState, Section, ThemeAnswer};
use crate::chain::{Element, Tied};
use crate::models::{AgreementKind, Key, Model, Theme};

/// A unit as a party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The unit.
    pub unit: UnitId,
    /// Its level.
    pub level: Key,
    /// Its name, for sentences.
    pub name: String,
}

/// A goal or an action that an agreement names, with what the rules ask about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The goal or action.
    pub element: Element,
    /// What it is tied to.
    pub tied: Tied,
    /// The name of the unit that owns it.
    pub owner: String,
}

/// Another agreement, as flat as the rule against two at once needs it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Its id.
    pub id: AgreementId,
    /// Its number.
    pub number: Number,
    /// Its kind.
    pub kind: Key,
    /// Who answers in it.
    pub agents: Vec<UnitId>,
    /// The years it runs.
    pub period: Years,
    /// Where it stands.
    pub state: AgreementState,
}

/// The first open agreement of the same kind that one of the agents has already in some of the same years. Two would promise
/// the same thing twice, and nobody could say which of them holds.
pub fn clash<'a>(kind: &Key, agents: &[UnitId], period: Years, others: &'a [Standing]) -> Option<&'a Standing> {
    others.iter().find(|other| {
        other.state.is_open()
            && other.kind == *kind
            && overlap(other.period, period)
            && other.agents.iter().any(|agent| agents.contains(agent))
    })
}

/// Whether two runs of years share one.
pub(super) const fn overlap(one: Years, other: Years) -> bool {
    one.from <= other.to && other.from <= one.to
}

/// The kind of agreement with this key; `None` where the model does not have it.
pub fn kind<'m>(model: &'m Model, key: &Key) -> Option<&'m AgreementKind> {
    model.agreements.iter().find(|kind| kind.key == *key)
}

/// The themes that agreements of a kind must answer in some of these years (T2), in the model's order.
pub fn themes_asked<'m>(model: &'m Model, kind: &Key, period: Years) -> Vec<&'m Theme> {
    let applies = |theme: &&Theme| overlap(theme.years, period) && (theme.agreements.is_empty() || theme.agreements.contains(kind));
    let mut asked: Vec<&Theme> = Vec::new();
    // Two years' letters may ask the same theme: an agreement over both years answers it once, as the later asks it.
    for theme in model.themes.iter().filter(applies) {
        if !asked.iter().any(|other| other.key == theme.key) {
            asked.push(theme);
        }
    }
    asked
}

impl AgreementContent {
    /// What a new agreement of a kind begins with: the kind's headings and the years' themes, with nothing written yet.
    pub fn blank(model: &Model, kind: &AgreementKind, period: Years) -> Self {
        let section = |heading: Line<200>| Section { heading, text: Default::default() };
        let themes = themes_asked(model, &kind.key, period).into_iter();
        Self {
            // A heading that is no line of text (too long) is left out: nobody could write under it.
            sections: kind.sections.iter().filter_map(|text| Line::parse(&text.da).ok()).map(section).collect(),
            themes: themes.map(|theme| ThemeAnswer { theme: theme.key.clone(), answer: Default::default() }).collect(),
            ..Self::default()
        }
    }

    /// Everything of the chain that it names: the goals, then the actions, in the order people put them.
    pub fn elements(&self) -> impl Iterator<Item = ElementId> {
        self.goals.iter().map(|line| line.goal).chain(self.actions.iter().copied())
    }
}
