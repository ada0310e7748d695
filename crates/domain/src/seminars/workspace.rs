//! A seminar with everything in it: how many objectives it would end with, in which order proposals stand, and whether it can
//! be concluded.

use jiff::civil::Date;
use pejl_kernel::{ElementId, ProposalId};

use super::{
    Commission, Move, Outcome, OutcomeName, Proposal, ProposalKind, Route, RouteName, Seminar, SeminarState, SeminarVerb, Standing,
    Verdict, spec_of,
};
use crate::chain::Done;
use crate::chain::counts::{Fit, fit};
use crate::models::{CountMeant, Model};
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

/// How many faults of one sort are told at once.
const MOST_TOLD: usize = 20;

/// A seminar with everything in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workspace {
    /// The seminar.
    pub seminar: Seminar,
    /// The proposals before it.
    pub proposals: Vec<Proposal>,
    /// The policies it asks for.
    pub commissions: Vec<Commission>,
    /// The objectives and value markers in force, with what they are to become.
    pub standing: Vec<Standing>,
}

/// How many objectives there would be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// In force before the seminar.
    pub standing: usize,
    /// Of these: to end.
    pub ending: usize,
    /// Of these: to be worded anew.
    pub reworded: usize,
    /// Chosen among the proposals.
    pub chosen: usize,
    /// Of these: by route A.
    pub by_policy: usize,
    /// Of these: by route B.
    pub by_goal: usize,
    /// Not weighed yet.
    pub undecided: usize,
    /// Kept for the next seminar.
    pub parked: usize,
}

impl Tally {
    /// How many there are once everything is decided.
    pub const fn after(self) -> usize {
        self.standing.saturating_sub(self.ending) + self.chosen
    }

    /// How that fits the number meant.
    pub fn fit(self, meant: CountMeant) -> Fit {
        fit(meant, u32::try_from(self.after()).unwrap_or(u32::MAX))
    }

    /// The number against what is meant, in a sentence that says what would be right; `None` where the model means no number.
    pub fn told(self, model: &Model) -> Option<Sentence> {
        let spec = spec_of(model, ProposalKind::Objective)?;
        let meant = spec.count?;
        let (key, off) = match self.fit(meant) {
            Fit::Within => ("seminar-count-within", 0),
            Fit::Under(by) => ("seminar-count-under", by),
            Fit::Over(by) => ("seminar-count-over", by),
        };
        let sentence = Sentence::new(key)
            .with("noun", Arg::Element(spec.key.clone(), spec.kind.noun()))
            .count("count", self.after())
            .with("least", Arg::Count(meant.least.into()))
            .with("most", Arg::Count(meant.most.into()))
            .with("off", Arg::Count(off.into()));
        Some(sentence)
    }
}

impl Workspace {
    /// The proposals of a kind with an outcome that holds, in the order they stand.
    pub fn listed(&self, kind: ProposalKind, holds: impl Fn(&Outcome) -> bool) -> Vec<&Proposal> {
        let mut list: Vec<&Proposal> = self.proposals.iter().filter(|p| p.kind == kind && holds(&p.outcome)).collect();
        list.sort_by_key(|p| (p.place, p.serial));
        list
    }

    /// What was chosen of a kind, in the order it stands.
    pub fn chosen(&self, kind: ProposalKind) -> Vec<&Proposal> {
        self.listed(kind, |outcome| *outcome == Outcome::Chosen)
    }

    /// A proposal by its id.
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.id == id)
    }

    /// Whoever stands right above or below a proposal among those of its kind that came as far, and within its group while they
    /// are not weighed; `None` at the end.
    pub fn neighbour(&self, proposal: &Proposal, way: Move) -> Option<&Proposal> {
        let name = proposal.outcome.name();
        let mut list = self.listed(proposal.kind, |outcome| outcome.name() == name);
        list.retain(|other| name != OutcomeName::Open || other.group == proposal.group);
        let at = list.iter().position(|other| other.id == proposal.id)?;
        let beside = match way {
            Move::Up => at.checked_sub(1)?,
            Move::Down => at + 1,
        };
        list.get(beside).copied()
    }

    /// The commissions that serve a proposal.
    pub fn commissions_of(&self, proposal: ProposalId) -> impl Iterator<Item = &Commission> {
        self.commissions.iter().filter(move |commission| commission.content.serves.contains(&proposal))
    }

    /// What a commission is for, of what is still chosen.
    pub fn served<'w>(&'w self, commission: &'w Commission) -> impl Iterator<Item = &'w Proposal> {
        let chosen = self.chosen(ProposalKind::Objective);
        chosen.into_iter().filter(|proposal| commission.content.serves.contains(&proposal.id))
    }

    /// What is to become of an element in force.
    pub fn verdict(&self, element: ElementId) -> Option<&Standing> {
        self.standing.iter().find(|standing| standing.element == element)
    }

    /// How many objectives there would be.
    pub fn tally(&self) -> Tally {
        let objectives = || self.standing.iter().filter(|standing| standing.kind == ProposalKind::Objective);
        let chosen = self.chosen(ProposalKind::Objective);
        let by = |name| chosen.iter().filter(|p| p.route.as_ref().map(Route::name) == Some(name)).count();
        Tally {
            standing: objectives().count(),
            ending: objectives().filter(|standing| matches!(standing.verdict, Verdict::End { .. })).count(),
            reworded: objectives().filter(|standing| matches!(standing.verdict, Verdict::Reword { .. })).count(),
            by_policy: by(RouteName::Policy),
            by_goal: by(RouteName::Goal),
            chosen: chosen.len(),
            undecided: self.proposals.iter().filter(|p| p.outcome == Outcome::Open).count(),
            parked: self.proposals.iter().filter(|p| p.outcome == Outcome::Parked).count(),
        }
    }

    /// What stands in the way of concluding it, but for the number meant.
    pub fn unready(&self, model: &Model) -> Vec<Reason> {
        let told = |key: &str| self.seminar.sentence(model, key);
        let (tally, mut reasons) = (self.tally(), Vec::new());
        if tally.undecided > 0 {
            reasons.push(reason("proposals", told("refused-seminar-undecided").count("count", tally.undecided)));
        }
        let markers = self.chosen(ProposalKind::ValueMarker).len();
        if tally.standing == 0 && tally.chosen == 0 && markers == 0 {
            reasons.push(reason("proposals", told("refused-seminar-nothing-chosen")));
        }
        let without = |key: &'static str, proposal: &Proposal| reason("proposals", proposal.sentence(&self.seminar, model, key));
        for proposal in self.chosen(ProposalKind::Objective).into_iter().take(MOST_TOLD) {
            match &proposal.route {
                None => reasons.push(without("refused-seminar-without-route", proposal)),
                Some(Route::Policy) if self.commissions_of(proposal.id).next().is_none() => {
                    reasons.push(without("refused-seminar-without-commission", proposal));
                }
                Some(Route::Policy | Route::Goal(_)) => {}
            }
        }
        for commission in self.commissions.iter().take(MOST_TOLD) {
            let content = &commission.content;
            let serves_none = self.served(commission).next().is_none();
            if serves_none && content.objectives.is_empty() && content.takes_in.is_empty() {
                let sentence = told("refused-commission-serves-nothing").text("title", content.title.as_str());
                reasons.push(reason("commissions", sentence));
            }
        }
        reasons
    }

    /// Concludes the seminar on a day. `despite` says that somebody has seen that the number is not the one meant.
    ///
    /// # Errors
    /// Refused in the wrong state; while a proposal is not weighed, or a chosen one has no way to go; where nothing was
    /// chosen and nothing is in force; and for another number than the model means unless it is `despite` that.
    pub fn conclude(&self, model: &Model, on: Date, despite: bool) -> Done<Seminar> {
        self.seminar.allows(model, SeminarVerb::Conclude)?;
        let mut reasons = self.unready(model);
        let tally = self.tally();
        let meant = spec_of(model, ProposalKind::Objective).and_then(|spec| spec.count);
        let is_off = meant.is_some_and(|meant| tally.fit(meant) != Fit::Within);
        if is_off
            && !despite
            && let Some(said) = tally.told(model)
        {
            reasons.push(reason("despite", said));
        }
        Refused::unless_none(reasons)?;
        let seminar = Seminar { state: SeminarState::Concluded, concluded_on: Some(on), ..self.seminar.clone() };
        let told = seminar
            .sentence(model, "event-seminar-concluded")
            .count("objectives", tally.chosen)
            .count("policies", tally.by_policy)
            .count("goals", tally.by_goal)
            .count("parked", tally.parked);
        Ok((seminar, told.into()))
    }
}
