//! What can be done with a proposal: it is given, worded, grouped, moved, weighed, and a chosen one gets its way. And what
//! can be said about an objective that is in force already.

use pejl_kernel::{PersonId, PositionId, ProposalId, Prose, UnitId, Years};

use super::{
    MOST_PROPOSALS, Outcome, OutcomeName, Proposal, ProposalContent, ProposalKind, Route, Seminar, SeminarState, Standing, Verdict,
    spec_of,
};
use crate::chain::{Content, Done, Element, Tied, missing};
use crate::models::{GoalField, Model};
use crate::sentence::{Event, FieldChange, Refused, Sentence};

/// A proposal as somebody gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What is proposed.
    pub kind: ProposalKind,
    /// What it says.
    pub content: ProposalContent,
    /// What it is grouped with.
    pub group: Prose<60>,
    /// The unit it comes from.
    pub unit: UnitId,
    /// The position it is written from.
    pub position: Option<PositionId>,
    /// Who writes it in.
    pub by: PersonId,
    /// The proposal of an earlier seminar that it was.
    pub kept_from: Option<ProposalId>,
}

impl Proposal {
    /// Puts a proposal before a seminar. `there` are those before it already; it comes last among them.
    ///
    /// # Errors
    /// Refused where the seminar is over, where the model has nothing of that kind, and where the seminar is full.
    pub fn give(id: ProposalId, seminar: &Seminar, model: &Model, there: &[Self], given: Given) -> Done<Self> {
        if !seminar.state.takes_proposals() {
            return Err(Refused::because(seminar.sentence(model, "refused-seminar-takes-no-proposals")));
        }
        if spec_of(model, given.kind).is_none() {
            return Err(Refused::at("kind", Sentence::new("refused-proposal-kind").with("noun", given.kind.word(model))));
        }
        if there.len() >= MOST_PROPOSALS {
            return Err(Refused::because(seminar.sentence(model, "refused-seminar-full").count("most", MOST_PROPOSALS)));
        }
        let last = |of: fn(&Self) -> u32| there.iter().map(of).max().unwrap_or(0);
        let proposal = Self {
            id,
            seminar: seminar.id,
            serial: last(|p| p.serial) + 1,
            kind: given.kind,
            content: given.content,
            group: given.group,
            place: last(|p| p.place) + 1,
            unit: given.unit,
            position: given.position,
            by: given.by,
            kept_from: given.kept_from,
            outcome: Outcome::Open,
            route: None,
            made: None,
            goal: None,
            version: 0,
        };
        let key = if proposal.kept_from.is_some() { "event-proposal-kept" } else { "event-proposal-given" };
        let told = proposal.sentence(seminar, model, key);
        Ok((proposal, told.into()))
    }

    /// Words it anew, or groups it otherwise.
    ///
    /// # Errors
    /// Refused where the seminar is over, where it was taken back, and where nothing is changed.
    pub fn edit(mut self, seminar: &Seminar, model: &Model, content: ProposalContent, group: Prose<60>) -> Done<Self> {
        self.is_before(seminar, model)?;
        let changes = changes(&self, &content, &group);
        if changes.is_empty() {
            return Err(Refused::because(self.sentence(seminar, model, "refused-proposal-unchanged")));
        }
        self.content = content;
        self.group = group;
        let sentence = self.sentence(seminar, model, "event-proposal-edited");
        Ok((self, Event { sentence, changes }))
    }

    /// Takes it back, before the seminar weighs it.
    ///
    /// # Errors
    /// Refused once the seminar weighs proposals, and where it was taken back already.
    pub fn take_back(mut self, seminar: &Seminar, model: &Model) -> Done<Self> {
        self.is_before(seminar, model)?;
        if seminar.state != SeminarState::Collecting {
            return Err(Refused::because(self.sentence(seminar, model, "refused-proposal-is-weighed")));
        }
        self.outcome = Outcome::Withdrawn;
        let told = self.sentence(seminar, model, "event-proposal-withdrawn");
        Ok((self, told.into()))
    }

    /// Weighs it. `others` are the proposals of the seminar.
    ///
    /// # Errors
    /// Refused where the seminar does not weigh, without a reason for declining, and where it cannot be merged there: into
    /// itself, into one of another kind or one that is itself merged, or while others are merged into it.
    pub fn weigh(mut self, seminar: &Seminar, model: &Model, outcome: Outcome, others: &[Self]) -> Done<Self> {
        seminar.weighs(model)?;
        self.is_before(seminar, model)?;
        let refused = |field: &'static str, key: &str| Err(Refused::at(field, self.sentence(seminar, model, key)));
        let mut told = self.sentence(seminar, model, &format!("event-proposal-{}", outcome.name().as_str()));
        match &outcome {
            Outcome::Open | Outcome::Chosen | Outcome::Parked => {}
            Outcome::Withdrawn => return refused("outcome", "refused-proposal-is-weighed"),
            Outcome::Declined { because } if because.is_empty() => return refused("because", "refused-proposal-without-reason"),
            Outcome::Declined { because } => told = told.text("because", because.as_str()),
            Outcome::Merged { into } => {
                let Some(target) = others.iter().find(|other| other.id == *into && other.kind == self.kind) else {
                    return refused("into", "refused-proposal-merged-nowhere");
                };
                if target.id == self.id {
                    return refused("into", "refused-proposal-merged-into-itself");
                }
                if !matches!(target.outcome.name(), OutcomeName::Open | OutcomeName::Chosen | OutcomeName::Parked) {
                    let sentence = self.sentence(seminar, model, "refused-proposal-merged-into-gone");
                    return Err(Refused::at("into", sentence.text("other", target.content.title.as_str())));
                }
                if let Some(below) = others.iter().find(|other| other.outcome == Outcome::Merged { into: self.id }) {
                    let sentence = self.sentence(seminar, model, "refused-proposal-holds-others");
                    return Err(Refused::at("into", sentence.text("other", below.content.title.as_str())));
                }
                told = told.text("other", target.content.title.as_str());
            }
        }
        self.outcome = outcome;
        Ok((self, told.into()))
    }

    /// Chooses the way it takes from here.
    ///
    /// # Errors
    /// Refused where the seminar does not weigh, and for what is not a chosen objective.
    pub fn take_route(mut self, seminar: &Seminar, model: &Model, route: Route) -> Done<Self> {
        seminar.weighs(model)?;
        if self.kind != ProposalKind::Objective || self.outcome != Outcome::Chosen {
            return Err(Refused::at("route", self.sentence(seminar, model, "refused-proposal-not-chosen")));
        }
        let told = self.sentence(seminar, model, &format!("event-proposal-route-{}", route.name().as_str()));
        self.route = Some(route);
        Ok((self, told.into()))
    }

    /// Changes places with its neighbour in the order.
    ///
    /// # Errors
    /// Refused where the seminar is over.
    pub fn change_places(mut self, seminar: &Seminar, model: &Model, mut neighbour: Self) -> Result<(Self, Self, Event), Refused> {
        self.is_before(seminar, model)?;
        std::mem::swap(&mut self.place, &mut neighbour.place);
        let told = self.sentence(seminar, model, "event-proposal-moved").text("other", neighbour.content.title.as_str());
        Ok((self, neighbour, told.into()))
    }

    /// What it says as the element it becomes: an objective runs for the council term of the seminar's year, and why it was
    /// proposed is why it matters.
    pub fn as_content(&self, year: i16) -> Content {
        // What fits a proposal always fits an element, which has room for more.
        let prose = |text: &str| Prose::parse(text).unwrap_or_default();
        let mut content = Content::titled(self.content.title.clone());
        content.text = prose(self.content.text.as_str());
        content.goal.motivation = prose(self.content.why.as_str());
        content.horizon = (self.kind == ProposalKind::Objective).then(|| Years::term_of(year));
        content
    }

    /// What the model asks for before it can be proposed for decision, and the seminar has not said: then it waits as a draft.
    pub fn lacks(&self, model: &Model, year: i16) -> Vec<GoalField> {
        spec_of(model, self.kind).map(|spec| missing(model, spec, &self.as_content(year), &Tied::default())).unwrap_or_default()
    }

    /// Whether it is still before the seminar: not taken back.
    pub fn is_there(&self) -> bool {
        self.outcome != Outcome::Withdrawn
    }

    /// A sentence about it: what one about its seminar gets, and `noun` and `title`.
    pub fn sentence(&self, seminar: &Seminar, model: &Model, key: &str) -> Sentence {
        seminar.sentence(model, key).with("noun", self.kind.word(model)).text("title", self.content.title.as_str())
    }

    fn is_before(&self, seminar: &Seminar, model: &Model) -> Result<(), Refused> {
        if !seminar.state.takes_proposals() {
            return Err(Refused::because(seminar.sentence(model, "refused-seminar-takes-no-proposals")));
        }
        if self.is_there() { Ok(()) } else { Err(Refused::because(self.sentence(seminar, model, "refused-proposal-gone"))) }
    }
}

fn changes(was: &Proposal, now: &ProposalContent, group: &Prose<60>) -> Vec<FieldChange> {
    let pairs = [
        ("field-title", was.content.title.as_str(), now.title.as_str()),
        ("field-text", was.content.text.as_str(), now.text.as_str()),
        ("field-proposal-why", was.content.why.as_str(), now.why.as_str()),
        ("field-proposal-group", was.group.as_str(), group.as_str()),
    ];
    let differs = pairs.into_iter().filter(|(_, before, after)| before != after);
    let change = |(field, before, after): (&str, &str, &str)| FieldChange {
        field: field.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    };
    differs.map(change).collect()
}

impl Standing {
    /// Says what an objective or value marker in force is to become.
    ///
    /// # Errors
    /// Refused where the seminar does not weigh, for words that are no others than those in force, and without a reason to
    /// end it.
    pub fn weigh(mut self, seminar: &Seminar, model: &Model, element: &Element, verdict: Verdict) -> Done<Self> {
        seminar.weighs(model)?;
        let sentence = |key: &str| element.sentence(model, key).text("year", seminar.year.to_string());
        match &verdict {
            Verdict::Keep => {}
            Verdict::Reword { title, text } => {
                if *title == element.content.title && text.as_str() == element.content.text.as_str() {
                    return Err(Refused::at("title", sentence("refused-standing-unchanged")));
                }
            }
            Verdict::End { because } => {
                if because.is_empty() {
                    return Err(Refused::at("because", sentence("refused-standing-without-reason")));
                }
            }
        }
        let told = sentence(&format!("event-standing-{}", verdict.name().as_str()));
        self.edition = element.edition;
        self.verdict = verdict;
        Ok((self, told.into()))
    }
}
