//! The turn of the year: next period's draft from this period's agreement. Goals and actions are carried on, drafted anew or
//! left out; what was agreed about follow-up and reporting goes along; texts and the money do not, because they are what the
//! new year is talked about.

use pejl_kernel::{AgreementId, ElementId, Number, Years};

use super::{Agreement, AgreementState, Drafting, GoalLine, Party, Renewal, Standing};
use crate::chain::{Element, Progress, StateName};
use crate::models::Model;
use crate::sentence::{Arg, Event, Reason, Refused, reason};

/// What becomes of one goal or action, with what it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// It goes on as it stands.
    Carry,
    /// A new one is drafted from it.
    Change {
        /// The new one's id.
        id: ElementId,
        /// The new one's number.
        number: Number,
    },
    /// It is left out.
    Drop,
}

/// What next period's draft is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Renewing {
    /// Its id.
    pub id: AgreementId,
    /// Its number.
    pub number: Number,
    /// The years it shall run.
    pub period: Years,
    /// Who asks: the same unit, or its successor.
    pub principal: Party,
    /// Who answers.
    pub agents: Vec<Party>,
    /// What becomes of goals and actions; what is not named here goes by its default.
    pub choices: Vec<(ElementId, Choice)>,
}

/// Next period's draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Renewed {
    /// The agreement.
    pub agreement: Agreement,
    /// The goals and actions that were drafted anew.
    pub drafted: Vec<Drafted>,
    /// What happened.
    pub event: Event,
}

/// A goal or an action drafted from another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drafted {
    /// The new one.
    pub element: Element,
    /// What it was drafted from: it serves the same.
    pub from: ElementId,
    /// What happened.
    pub event: Event,
}

/// The period right after, as long as the one that ends; 2018–2019 is followed by 2020–2021.
pub const fn next_period(period: Years) -> Years {
    let years = period.to.saturating_sub(period.from).saturating_add(1);
    Years { from: period.from.saturating_add(years), to: period.to.saturating_add(years) }
}

/// What becomes of a goal or an action unless somebody chooses otherwise: what is over, done or dropped is left out, and
/// everything else is carried on, also where its day has come. Whoever answers for it says how it went first.
pub fn default_for(element: &Element) -> Renewal {
    let finished = element.content.action.as_ref().is_some_and(|a| matches!(a.progress, Progress::Done | Progress::Dropped));
    match element.state.name() {
        StateName::Closed | StateName::Withdrawn | StateName::Superseded => Renewal::Drop,
        StateName::Draft | StateName::Proposed | StateName::Returned | StateName::Adopted if finished => Renewal::Drop,
        StateName::Draft | StateName::Proposed | StateName::Returned | StateName::Adopted => Renewal::Carry,
    }
}

/// Whether its own time is over with the period: worth a look before it is carried on.
pub fn runs_out(element: &Element, ended: Years) -> bool {
    let goal = &element.content.goal;
    let due = goal.due.or_else(|| element.content.action.as_ref().and_then(|action| action.to));
    let last = due.map(jiff::civil::Date::year).or_else(|| element.content.horizon.map(|years| years.to));
    last.is_some_and(|year| year <= ended.to)
}

/// What becomes of each goal and action unless somebody chooses otherwise: the preview. In the agreement's order, goals
/// first; what `elements` does not hold is left out.
pub fn plan(agreement: &Agreement, elements: &[Element]) -> Vec<(ElementId, Renewal)> {
    let found = |id| elements.iter().find(|element| element.id == id);
    agreement.content.elements().filter_map(|id| Some((id, default_for(found(id)?)))).collect()
}

/// Drafts next period's agreement. `elements` holds the goals and actions of this one.
///
/// # Errors
/// Refused where this one was never in force, where the new years do not lie after its own, beside a goal that is over and
/// was to be carried, and for whatever [`Agreement::draft`] and [`Element::draft`] refuse.
pub fn draft(
    model: &Model,
    from: &Agreement,
    renewing: Renewing,
    elements: &[Element],
    others: &[Standing],
) -> Result<Renewed, Refused> {
    let was_in_force = from.is_in_force() || from.state == AgreementState::Closed;
    if !was_in_force {
        let state = format!("agreement-state-{}", from.state.as_str());
        return Err(Refused::because(from.sentence("refused-agreement-renew-state").word("state", state)));
    }
    if renewing.period.from <= from.period.to {
        let sentence = from.sentence("refused-agreement-renew-period").text("years", from.period.to_string());
        return Err(Refused::at("period", sentence));
    }
    let Renewing { id, number, period, principal, agents, choices } = renewing;
    let drafting = Drafting { id, number, kind: from.kind.clone(), principal, agents, period, predecessor: Some(from.id) };
    let (mut agreement, told) = Agreement::draft(model, drafting, others)?;
    let mut turn = Turn { model, elements, choices: &choices, drafted: Vec::new(), reasons: Vec::new() };
    let line = |line: &GoalLine, goal| GoalLine { goal, ..line.clone() };
    let goals = from.content.goals.iter().filter_map(|l| turn.becomes(l.goal, "goals").map(|goal| line(l, goal))).collect();
    let actions = from.content.actions.iter().filter_map(|action| turn.becomes(*action, "actions")).collect();
    let Turn { drafted, reasons, .. } = turn;
    Refused::unless_none(reasons)?;
    agreement.content.goals = goals;
    agreement.content.actions = actions;
    agreement.content.follow_up = from.content.follow_up.clone();
    agreement.content.reporting = from.content.reporting.clone();
    let mut event = told;
    event.sentence.key = "event-agreement-renewed".to_owned();
    event.sentence = event.sentence.text("from", from.number.to_string());
    Ok(Renewed { agreement, drafted, event })
}

/// The turn of one agreement's goals and actions.
struct Turn<'a> {
    model: &'a Model,
    elements: &'a [Element],
    choices: &'a [(ElementId, Choice)],
    drafted: Vec<Drafted>,
    reasons: Vec<Reason>,
}

impl Turn<'_> {
    /// What stands in the new agreement in this one's place; `None` where nothing does.
    fn becomes(&mut self, id: ElementId, field: &'static str) -> Option<ElementId> {
        let element = self.elements.iter().find(|element| element.id == id)?;
        let chosen = self.choices.iter().find(|(chosen, _)| *chosen == id).map(|(_, choice)| choice);
        match (chosen, default_for(element)) {
            (Some(Choice::Drop), _) | (None, Renewal::Drop) => None,
            (Some(Choice::Change { id, number }), _) => self.drafted_from(element, *id, *number, field),
            (Some(Choice::Carry), _) if !element.state.is_live() => {
                self.reasons.push(reason(field, super::sound::over(self.model, element)));
                None
            }
            (Some(Choice::Carry), _) | (None, Renewal::Carry | Renewal::Change) => Some(id),
        }
    }

    fn drafted_from(&mut self, old: &Element, id: ElementId, number: Number, field: &'static str) -> Option<ElementId> {
        let Some(spec) = self.model.spec(old.kind, &old.level) else {
            let sentence = old.sentence(self.model, "refused-agreement-renew-element").with("level", Arg::Level(old.level.clone()));
            self.reasons.push(reason(field, sentence));
            return None;
        };
        let mut content = old.content.clone();
        if let Some(action) = &mut content.action {
            // Copied with the plan, not with how last year's went.
            action.progress = Progress::Planned;
            action.dropped_because = Default::default();
            action.benefit_harvested = Default::default();
        }
        match Element::draft(id, number, spec, old.owner, old.level.clone(), content) {
            Ok((element, event)) => {
                self.drafted.push(Drafted { element, from: old.id, event });
                Some(id)
            }
            Err(refused) => {
                self.reasons.extend(refused.reasons);
                None
            }
        }
    }
}
