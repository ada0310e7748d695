//! The course of events: from where each element of a file has come to, who must have done what when. The files give the days
//! of decisions and the dates of goals and actions; the days between follow from them here, so that the trail can be read as
//! a story: drafted, tied, proposed a week before the meeting, adopted, answered, closed when due.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use pejl_domain::chain::Progress;

use super::agreements::AgreementDeed;
use super::cases::CaseDeed;
use super::fault::NotImported;
use super::files::{DecisionEntry, ElementEntry, EndAnswer, EndState, StanceEntry, UnitEntry};
use super::letters::LetterDeed;
use super::meetings::MeetingDeed;
use super::people::Crew;
use super::rounds::RoundDeed;
use super::seminars::SeminarDeed;
use super::wheel::StepDeed;
use super::{Folder, agreements, cases, letters, meetings, rounds, seminars, wheel};

/// Something to do on a day.
pub(super) struct Step<'f> {
    pub on: Date,
    pub what: What<'f>,
}

/// What is to be done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
pub(super) enum What<'f> {
    Draft(&'f ElementEntry),
    /// Under and beside what it rests on.
    Tie(&'f ElementEntry),
    Propose(&'f ElementEntry),
    Adopt(&'f ElementEntry, &'f DecisionEntry),
    PutInForce(&'f ElementEntry),
    Return(&'f ElementEntry),
    Track(&'f ElementEntry, Progress),
    Harvest(&'f ElementEntry),
    Ask(&'f StanceEntry),
    Answer(&'f StanceEntry),
    /// From under everything: what the file calls loose.
    Untie(&'f ElementEntry),
    Close(&'f ElementEntry),
    Withdraw(&'f ElementEntry),
    CloseUnit(&'f UnitEntry),
    Agreement(AgreementDeed<'f>),
    Round(RoundDeed<'f>),
    Letter(LetterDeed<'f>),
    Wheel(StepDeed<'f>),
    Seminar(SeminarDeed<'f>),
    Case(CaseDeed<'f>),
    Meeting(MeetingDeed<'f>),
}

impl What<'_> {
    const fn turn(&self) -> u8 {
        match self {
            Self::Draft(_) => 0,
            Self::Tie(_) => 1,
            Self::Propose(_) => 2,
            Self::Adopt(..) | Self::PutInForce(_) => 3,
            Self::Return(_) => 4,
            Self::Track(..) => 5,
            Self::Harvest(_) => 6,
            Self::Ask(_) => 7,
            Self::Answer(_) => 8,
            Self::Untie(_) => 9,
            Self::Close(_) => 10,
            Self::Withdraw(_) => 11,
            Self::CloseUnit(_) => 12,
            // Before the day's agreements: what it asks is asked of them.
            Self::Letter(deed) => 13 + deed.turn(),
            Self::Agreement(deed) => 22 + deed.turn(),
            Self::Round(deed) => 40 + deed.turn(),
            Self::Wheel(deed) => 60 + deed.turn(),
            Self::Seminar(deed) => 100 + deed.turn(),
            Self::Case(deed) => 63 + deed.turn(),
            Self::Meeting(deed) => 80 + deed.turn(),
        }
    }
}

/// The days of one element.
#[derive(Clone, Copy)]
struct Days {
    drafted: Date,
    proposed: Date,
    adopted: Date,
}

/// How many days lie between one thing and the next.
const DRAFTED_BEFORE_MEETING: i64 = 28;
const PROPOSED_BEFORE_MEETING: i64 = 7;
const PROPOSED_AFTER_DRAFT: i64 = 14;
const RETURNED_AFTER_PROPOSAL: i64 = 14;
const ASKED_AFTER_ADOPTION: i64 = 14;
const ANSWERED_AFTER_ASKING: i64 = 21;
const LEAST_LIFE: i64 = 60;
const WITHDRAWN_AFTER: i64 = 30;

fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// Lays out every step of a folder, in order. Nothing happens after the last day.
pub(super) fn lay_out<'f>(folder: &'f Folder, crew: &Crew, last_day: Date) -> Result<Vec<Step<'f>>, NotImported> {
    let course = Course::of(folder, crew)?;
    let mut steps = Vec::new();
    for entry in &folder.chain.elements {
        course.element(entry, &mut steps)?;
    }
    for entry in &folder.chain.stances {
        course.stance(entry, &mut steps)?;
    }
    agreements::lay_out(folder, &course.decisions, &mut steps)?;
    rounds::lay_out(folder, &mut steps);
    letters::lay_out(folder, &mut steps);
    wheel::lay_out(folder, &mut steps);
    seminars::lay_out(folder, &mut steps);
    cases::lay_out(folder, &course.decisions, &mut steps)?;
    meetings::lay_out(folder, &mut steps);
    for unit in &folder.organisation.units {
        if let Some(to) = unit.to {
            steps.push(Step { on: to, what: What::CloseUnit(unit) });
        }
    }
    for step in &mut steps {
        step.on = step.on.min(last_day);
    }
    steps.sort_by_key(|step| (step.on, step.what.turn()));
    Ok(steps)
}

/// The name of an element's entry in a fault.
pub(super) fn named(entry: &ElementEntry) -> String {
    format!("[[element]] {}", entry.key)
}

/// The name of a stance's entry in a fault.
pub(super) fn named_stance(entry: &StanceEntry) -> String {
    format!("[[stance]] {} before {}", entry.goal, entry.unit)
}

struct Course<'f> {
    folder: &'f Folder,
    decisions: BTreeMap<&'f str, &'f DecisionEntry>,
    entries: BTreeMap<&'f str, &'f ElementEntry>,
    days: BTreeMap<&'f str, Days>,
    /// The actions that an agreement puts in force.
    borne: BTreeSet<&'f str>,
}

impl<'f> Course<'f> {
    fn of(folder: &'f Folder, crew: &Crew) -> Result<Self, NotImported> {
        let file = &folder.chain_file;
        let written = folder.chain.decisions.iter().chain(&folder.agreements.decisions);
        let decisions = written.map(|d| (d.key.as_str(), d)).collect();
        let mut entries: BTreeMap<&str, &ElementEntry> = BTreeMap::new();
        for entry in &folder.chain.elements {
            if entries.insert(&entry.key, entry).is_some() {
                return Err(NotImported::entry(file, named(entry), "another element has the same key; every key stands once"));
            }
        }
        let mut course = Self { folder, decisions, entries, days: BTreeMap::new(), borne: BTreeSet::new() };
        let begins = crew.begins().unwrap_or_else(|| folder.first_day()).max(folder.first_day());
        for entry in &folder.chain.elements {
            let days = course.days_of(entry, begins)?;
            course.days.insert(&entry.key, days);
        }
        course.agreed();
        course.draft_in_time()?;
        Ok(course)
    }

    /// What stands in an agreement has been drafted by the day the agreement is. An action that would have begun later comes in
    /// force with the agreement.
    fn agreed(&mut self) {
        for agreement in &self.folder.agreements.agreements {
            let approved = agreements::approved(agreement, &self.decisions);
            for key in agreement.goals.iter().map(|line| &line.goal).chain(&agreement.actions) {
                let Some(days) = self.days.get_mut(key.as_str()) else { continue };
                if days.drafted <= agreement.drafted {
                    continue;
                }
                days.drafted = agreement.drafted;
                if let Some(approved) = approved.filter(|_| agreement.actions.contains(key)) {
                    days.adopted = approved;
                    self.borne.insert(key);
                }
            }
        }
    }

    fn decision(&self, entry: &ElementEntry) -> Result<Option<&'f DecisionEntry>, NotImported> {
        let Some(key) = entry.decision.as_deref() else { return Ok(None) };
        let right = || format!("there is no decision {key:?}; write the key of a [[decision]] in this file");
        let found = self.decisions.get(key).ok_or_else(|| NotImported::entry(&self.folder.chain_file, named(entry), right()))?;
        Ok(Some(found))
    }

    /// The days that follow from the entry itself.
    fn days_of(&self, entry: &ElementEntry, begins: Date) -> Result<Days, NotImported> {
        let days = match self.decision(entry)? {
            Some(decision) => {
                let adopted = decision.on.max(begins);
                Days {
                    drafted: entry.drafted.unwrap_or_else(|| later(adopted, -DRAFTED_BEFORE_MEETING)).max(begins),
                    proposed: later(adopted, -PROPOSED_BEFORE_MEETING).max(begins),
                    adopted,
                }
            }
            None => {
                let begun = entry.from.or(entry.start).unwrap_or_else(|| date(entry.year, 2, 1));
                let drafted = entry.drafted.unwrap_or_else(|| later(begun, -PROPOSED_AFTER_DRAFT)).max(begins);
                Days { drafted, proposed: later(drafted, PROPOSED_AFTER_DRAFT), adopted: drafted }
            }
        };
        Ok(days)
    }

    /// Whatever something is put under or beside when it is drafted has been drafted by then: the parent's draft is moved to
    /// an earlier day where it must be. Each round can only move days earlier, and no more rounds are needed than the chain
    /// is deep.
    fn draft_in_time(&mut self) -> Result<(), NotImported> {
        for _ in 0..self.folder.chain.elements.len() {
            let mut moved = false;
            for entry in &self.folder.chain.elements {
                let by = self.day(&entry.key, entry)?.drafted;
                for key in entry.rests_on() {
                    self.day(key, entry)?;
                    if let Some(days) = self.days.get_mut(key.as_str())
                        && days.drafted > by
                    {
                        days.drafted = by;
                        moved = true;
                    }
                }
            }
            if !moved {
                break;
            }
        }
        Ok(())
    }

    /// The days of the element that an entry names.
    fn day(&self, key: &str, named_by: &ElementEntry) -> Result<Days, NotImported> {
        let right = || format!("there is no element {key:?}; write the key of an [[element]] in this file");
        let found = self.days.get(key).copied();
        found.ok_or_else(|| NotImported::entry(&self.folder.chain_file, named(named_by), right()))
    }

    fn element(&self, entry: &'f ElementEntry, steps: &mut Vec<Step<'f>>) -> Result<(), NotImported> {
        let days = self.day(&entry.key, entry)?;
        let mut step = |on: Date, what: What<'f>| steps.push(Step { on, what });
        step(days.drafted, What::Draft(entry));
        step(days.drafted, What::Tie(entry));
        let in_force = match (entry.state, self.decision(entry)?) {
            (EndState::Adopted | EndState::Closed | EndState::Withdrawn, Some(decision)) => {
                step(days.proposed, What::Propose(entry));
                step(days.adopted, What::Adopt(entry, decision));
                true
            }
            (EndState::Adopted | EndState::Closed, None) => {
                if !self.borne.contains(entry.key.as_str()) {
                    step(days.adopted, What::PutInForce(entry));
                }
                true
            }
            (EndState::Draft | EndState::Proposed | EndState::Returned | EndState::Withdrawn, _) => false,
        };
        match entry.state {
            EndState::Draft | EndState::Adopted => {}
            EndState::Proposed => step(days.proposed, What::Propose(entry)),
            EndState::Returned => {
                step(days.proposed, What::Propose(entry));
                step(later(days.proposed, RETURNED_AFTER_PROPOSAL), What::Return(entry));
            }
            EndState::Closed => {
                let ends = entry.due.or(entry.to).unwrap_or_else(|| date(entry.year, 12, 31));
                step(ends.max(later(days.adopted, LEAST_LIFE)), What::Close(entry));
            }
            EndState::Withdrawn => step(self.withdrawn(entry, days), What::Withdraw(entry)),
        }
        if in_force {
            self.progress(entry, days, &mut step);
        }
        if entry.loose {
            step(later(days.adopted.max(days.proposed), 1), What::Untie(entry));
        }
        Ok(())
    }

    /// What is given up is given up after everything under it has been decided: that is how things come to hang in the air.
    fn withdrawn(&self, entry: &ElementEntry, days: Days) -> Date {
        let under = self.entries.values().filter(|e| e.under.contains(&entry.key));
        let decided = under.filter_map(|e| self.days.get(e.key.as_str())).map(|d| d.adopted.max(d.proposed));
        later(decided.fold(days.adopted.max(days.proposed), Date::max), WITHDRAWN_AFTER)
    }

    fn progress(&self, entry: &'f ElementEntry, days: Days, step: &mut impl FnMut(Date, What<'f>)) {
        let begun = entry.from.unwrap_or(days.adopted).max(days.adopted);
        let ended = entry.to.unwrap_or(begun).max(begun);
        match entry.progress {
            None | Some(Progress::Planned) => {}
            Some(Progress::Running) => step(begun, What::Track(entry, Progress::Running)),
            Some(Progress::Done) => {
                step(begun, What::Track(entry, Progress::Running));
                step(ended, What::Track(entry, Progress::Done));
            }
            Some(Progress::Dropped) => step(ended, What::Track(entry, Progress::Dropped)),
        }
        if !entry.benefit_harvested.is_empty() {
            step(ended, What::Harvest(entry));
        }
    }

    fn stance(&self, entry: &'f StanceEntry, steps: &mut Vec<Step<'f>>) -> Result<(), NotImported> {
        let Some(days) = self.days.get(entry.goal.as_str()) else {
            let right = format!("there is no element {:?}; write the key of an [[element]] in this file", entry.goal);
            return Err(NotImported::entry(&self.folder.chain_file, named_stance(entry), right));
        };
        let asked = later(days.adopted, ASKED_AFTER_ADOPTION);
        steps.push(Step { on: asked, what: What::Ask(entry) });
        match entry.answer {
            EndAnswer::Asked => {}
            EndAnswer::TakenUp | EndAnswer::Declined => {
                steps.push(Step { on: later(asked, ANSWERED_AFTER_ASKING), what: What::Answer(entry) });
            }
        }
        Ok(())
    }
}
