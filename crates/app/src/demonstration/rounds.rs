//! Telling the follow-up rounds: who opened them, reported, judged, assessed and answered, and on which day.

use jiff::civil::Date;
use pejl_domain::rounds::{CriterionValue, Report, ReportContent};
use pejl_kernel::{ElementId, RoundId};
use pejl_store::rounds as kept;

use crate::ending::Ending;
use crate::rounds::{self, Attached, FeedbackTo, KeptOutcome, Submission, Typed};

use super::Folder;
use super::course::{Step, What};
use super::fault::NotImported;
use super::round_file::{AssessmentEntry, ConsequenceEntry, FeedbackEntry, JudgementEntry, ReportEntry, RoundEntry};
use super::told::Teller;

/// Something that is done in a round.
#[derive(Clone, Copy)]
pub(super) struct RoundDeed<'f> {
    entry: &'f RoundEntry,
    doing: Doing<'f>,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing<'f> {
    Plan,
    Open,
    Write(&'f ReportEntry),
    Submit(&'f ReportEntry),
    Return(&'f ReportEntry),
    /// Again, after it was returned.
    Resubmit(&'f ReportEntry),
    Accept(&'f ReportEntry),
    Assess(&'f AssessmentEntry),
    Judge(&'f JudgementEntry),
    Feedback(usize, &'f FeedbackEntry),
    Answer(usize, &'f FeedbackEntry),
    Consequence(&'f ConsequenceEntry),
    Consolidate,
    Close,
}

impl RoundDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Plan => 0,
            Doing::Open => 1,
            Doing::Write(_) => 2,
            Doing::Submit(_) => 3,
            Doing::Return(_) => 4,
            Doing::Resubmit(_) => 5,
            Doing::Accept(_) => 6,
            Doing::Assess(_) => 7,
            Doing::Judge(_) => 8,
            Doing::Feedback(..) => 9,
            Doing::Answer(..) => 10,
            Doing::Consequence(_) => 11,
            Doing::Consolidate => 12,
            Doing::Close => 13,
        }
    }

    /// What the entry is called in a fault.
    fn name(&self) -> String {
        let round = format!("[[round]] {} {}", self.entry.spec.as_str(), self.entry.year);
        match self.doing {
            Doing::Plan | Doing::Open | Doing::Consolidate | Doing::Close => round,
            Doing::Write(report)
            | Doing::Submit(report)
            | Doing::Return(report)
            | Doing::Resubmit(report)
            | Doing::Accept(report) => format!("{round}, report {}", report.goal),
            Doing::Assess(assessment) => format!("{round}, assessment {}", assessment.unit),
            Doing::Judge(judgement) => format!("{round}, judgement {}", judgement.element),
            Doing::Feedback(_, feedback) | Doing::Answer(_, feedback) => {
                format!("{round}, feedback {} to {}", feedback.from, feedback.to)
            }
            Doing::Consequence(consequence) => format!("{round}, consequence {}", consequence.unit),
        }
    }
}

/// Lays out every step of the rounds: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, steps: &mut Vec<Step<'f>>) {
    for entry in &folder.rounds.rounds {
        let mut step = |on: Option<Date>, doing: Doing<'f>| {
            let deed = RoundDeed { entry, doing };
            steps.extend(on.map(|on| Step { on, what: What::Round(deed) }));
        };
        step(Some(entry.planned), Doing::Plan);
        step(entry.opened, Doing::Open);
        for report in &entry.reports {
            step(report.written, Doing::Write(report));
            step(report.submitted, Doing::Submit(report));
            step(report.returned, Doing::Return(report));
            step(report.again, Doing::Resubmit(report));
            step(report.accepted, Doing::Accept(report));
        }
        entry.assessments.iter().for_each(|assessment| step(Some(assessment.on), Doing::Assess(assessment)));
        entry.judgements.iter().for_each(|judgement| step(Some(judgement.on), Doing::Judge(judgement)));
        for (place, feedback) in entry.feedback.iter().enumerate() {
            step(Some(feedback.on), Doing::Feedback(place, feedback));
            step(feedback.answered, Doing::Answer(place, feedback));
        }
        entry.consequences.iter().for_each(|given| step(Some(given.on), Doing::Consequence(given)));
        step(entry.consolidated, Doing::Consolidate);
        step(entry.closed, Doing::Close);
    }
}

impl ReportEntry {
    fn content(&self, is_first: bool) -> ReportContent {
        let first = |text: &Option<_>, then: &pejl_kernel::Prose| text.clone().filter(|_| is_first).unwrap_or_else(|| then.clone());
        let value = |value: &super::round_file::ValueEntry| CriterionValue {
            criterion: value.criterion,
            value: value.value,
            source: value.source.clone(),
        };
        ReportContent {
            mark: self.mark,
            outlook: self.outlook,
            done: self.done.clone(),
            documentation: self.documentation,
            effect: first(&self.at_first.effect, &self.effect),
            fact: first(&self.at_first.fact, &self.fact),
            cause: first(&self.at_first.cause, &self.cause),
            action: first(&self.at_first.action, &self.action),
            not_relevant_because: self.not_relevant_because.clone(),
            differs_because: self.differs_because.clone(),
            values: self.values.iter().map(value).collect(),
            milestones: self.milestones.clone(),
        }
    }
}

impl Teller<'_> {
    /// Does one step of a round, by the person who would have done it.
    pub(super) async fn round(&mut self, on: Date, deed: RoundDeed<'_>) -> Result<(), NotImported> {
        match deed.doing {
            Doing::Plan => {
                self.consultant(on).await?;
                let planned = rounds::plan_round(self.desk, &deed.entry.spec, deed.entry.year).await;
                let round = planned.map_err(|e| self.unfollowed(&deed, "planning", e))?;
                self.rounds.insert((deed.entry.spec.as_str().to_owned(), deed.entry.year), round.id);
                Ok(())
            }
            Doing::Open | Doing::Consolidate | Doing::Close => self.move_round(on, deed).await,
            Doing::Write(report) => self.write_report(on, deed, report).await,
            Doing::Submit(report) => self.submit_report(on, deed, report, true).await,
            Doing::Resubmit(report) => self.submit_report(on, deed, report, false).await,
            Doing::Return(report) | Doing::Accept(report) => self.judge_report(on, deed, report).await,
            Doing::Assess(_) | Doing::Judge(_) | Doing::Consequence(_) => self.weigh_unit(on, deed).await,
            Doing::Feedback(place, feedback) => self.give_feedback(on, deed, place, feedback).await,
            Doing::Answer(place, feedback) => self.answer_feedback(on, deed, place, feedback).await,
        }
    }

    fn unfollowed(&self, deed: &RoundDeed<'_>, what: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.rounds_file, deed.name(), what, ending.into())
    }

    fn round_id(&self, deed: &RoundDeed<'_>) -> Result<RoundId, NotImported> {
        let found = self.rounds.get(&(deed.entry.spec.as_str().to_owned(), deed.entry.year)).copied();
        let right = "it is not planned yet on that day; mend the dates";
        found.ok_or_else(|| NotImported::entry(&self.folder.rounds_file, deed.name(), right))
    }

    async fn move_round(&mut self, on: Date, deed: RoundDeed<'_>) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let (id, municipality) = (self.round_id(&deed)?, self.desk.municipality());
        let round = kept::round(&mut self.desk.tx, municipality, id).await.map_err(|e| self.unfollowed(&deed, "loading", e))?;
        let (what, done) = match deed.doing {
            Doing::Open => ("opening", rounds::open_round(self.desk, id, round.version).await.map(|_| ())),
            Doing::Consolidate => ("consolidating", rounds::consolidate_round(self.desk, id, round.version).await.map(|_| ())),
            _ => ("closing", rounds::close_round(self.desk, id, round.version, true).await.map(|_| ())),
        };
        done.map_err(|e| self.unfollowed(&deed, what, e))
    }

    /// The key of the unit that owns a goal of the file.
    fn owner_of(&self, deed: &RoundDeed<'_>, goal: &str) -> Result<&str, NotImported> {
        let found = self.folder.chain.elements.iter().find(|element| element.key == goal);
        let right = || format!("there is no element {goal:?}; write the key of an [[element]] in chain.toml");
        let found = found.ok_or_else(|| NotImported::entry(&self.folder.rounds_file, deed.name(), right()))?;
        Ok(&found.owner)
    }

    fn goal_id(&self, deed: &RoundDeed<'_>, goal: &str) -> Result<ElementId, NotImported> {
        self.element_at(&self.folder.rounds_file, goal, deed.name())
    }

    async fn report_now(&mut self, deed: &RoundDeed<'_>, entry: &ReportEntry) -> Result<Report, NotImported> {
        let (round, goal, municipality) = (self.round_id(deed)?, self.goal_id(deed, &entry.goal)?, self.desk.municipality());
        let asked = kept::report(&mut self.desk.tx, municipality, round, goal).await;
        Ok(asked.map_err(|e| self.unfollowed(deed, "finding it among the goals the round asks", e))?.report)
    }

    async fn sit_reporter(&mut self, on: Date, deed: &RoundDeed<'_>, entry: &ReportEntry) -> Result<(), NotImported> {
        let owner = self.owner_of(deed, &entry.goal)?;
        let leader = self.crew.leader(&self.folder.rounds_file, &deed.name(), owner, on)?;
        Ok(self.seat(leader, on).await?)
    }

    async fn write_report(&mut self, on: Date, deed: RoundDeed<'_>, entry: &ReportEntry) -> Result<(), NotImported> {
        self.sit_reporter(on, &deed, entry).await?;
        let report = self.report_now(&deed, entry).await?;
        let typed = Typed { goal: report.goal, version: report.version, content: entry.content(false) };
        let kept = rounds::write_reports(self.desk, report.round, &[typed]).await;
        let kept = kept.map_err(|e| self.unfollowed(&deed, "writing", e))?;
        match kept.into_iter().map(|kept| kept.outcome).next() {
            Some(KeptOutcome::Refused(refused)) => Err(self.unfollowed(&deed, "writing", refused)),
            Some(KeptOutcome::Conflict) => Err(self.unfollowed(&deed, "writing", Ending::Conflict)),
            Some(KeptOutcome::Kept { .. }) | None => Ok(()),
        }
    }

    async fn submit_report(
        &mut self,
        on: Date,
        deed: RoundDeed<'_>,
        entry: &ReportEntry,
        is_first: bool,
    ) -> Result<(), NotImported> {
        self.sit_reporter(on, &deed, entry).await?;
        let (round, goal) = (self.round_id(&deed)?, self.goal_id(&deed, &entry.goal)?);
        for piece in entry.evidence.iter().filter(|_| is_first) {
            let attached = match (&piece.figure, &piece.link) {
                (Some(figure), _) => Attached::Figure(figure.clone()),
                (None, Some(link)) => Attached::Link(link.clone()),
                (None, None) => {
                    let right = format!("the evidence {:?} shows nothing; write figure or link", piece.title.as_str());
                    return Err(NotImported::entry(&self.folder.rounds_file, deed.name(), right));
                }
            };
            let done = rounds::attach_evidence(self.desk, round, goal, piece.title.clone(), attached).await;
            done.map_err(|e| self.unfollowed(&deed, "attaching evidence", e))?;
        }
        let report = self.report_now(&deed, entry).await?;
        let typed = Typed { goal, version: report.version, content: entry.content(is_first) };
        let submitted = rounds::submit_reports(self.desk, round, &[typed]).await;
        match submitted.map_err(|e| self.unfollowed(&deed, "submitting", e))? {
            Submission::Done { .. } => Ok(()),
            Submission::Refused(refusals) => {
                let refused = refusals.into_iter().next().map(|r| Ending::Refused(r.refused));
                Err(self.unfollowed(&deed, "submitting", refused.unwrap_or(Ending::Conflict)))
            }
        }
    }

    /// Returned or accepted by whoever judges for the units above.
    async fn judge_report(&mut self, on: Date, deed: RoundDeed<'_>, entry: &ReportEntry) -> Result<(), NotImported> {
        let owner = self.owner_of(&deed, &entry.goal)?;
        let judge = self.crew.judge(&self.folder.rounds_file, &deed.name(), owner, on)?;
        self.seat(judge, on).await?;
        let Report { round, goal, version, .. } = self.report_now(&deed, entry).await?;
        if matches!(deed.doing, Doing::Return(_)) {
            let done = rounds::return_report(self.desk, round, goal, version, entry.note.clone()).await;
            return done.map(|_| ()).map_err(|e| self.unfollowed(&deed, "returning (note says why)", e));
        }
        let done = rounds::accept_reports(self.desk, round, &[(goal, version)]).await;
        done.map(|_| ()).map_err(|e| self.unfollowed(&deed, "accepting", e))
    }

    async fn sit_leader(&mut self, on: Date, deed: &RoundDeed<'_>, unit: &str) -> Result<(), NotImported> {
        let leader = self.crew.leader(&self.folder.rounds_file, &deed.name(), unit, on)?;
        Ok(self.seat(leader, on).await?)
    }

    async fn weigh_unit(&mut self, on: Date, deed: RoundDeed<'_>) -> Result<(), NotImported> {
        let (round, file, name) = (self.round_id(&deed)?, &self.folder.rounds_file, deed.name());
        let (what, done) = match deed.doing {
            Doing::Assess(entry) => {
                self.sit_leader(on, &deed, &entry.unit).await?;
                let unit = self.crew.unit(file, &name, &entry.unit)?.id;
                let done = rounds::assess(self.desk, round, unit, 0, entry.text.clone(), entry.asked.clone()).await;
                ("assessing", done.map(|_| ()))
            }
            Doing::Judge(entry) => {
                let owner = self.owner_of(&deed, &entry.element)?.to_owned();
                self.sit_leader(on, &deed, &owner).await?;
                let element = self.goal_id(&deed, &entry.element)?;
                let done = rounds::judge(self.desk, round, element, 0, entry.mark, entry.grounds.clone()).await;
                ("judging", done.map(|_| ()))
            }
            Doing::Consequence(entry) => {
                self.sit_leader(on, &deed, &entry.by).await?;
                let unit = self.crew.unit(file, &name, &entry.unit)?.id;
                let goal = entry.goal.as_deref().map(|goal| self.goal_id(&deed, goal)).transpose()?;
                let grounds = entry.grounds.clone();
                let done = rounds::give_consequence(self.desk, round, unit, goal, &entry.consequence, grounds).await;
                ("recording a consequence", done.map(|_| ()))
            }
            _ => return Ok(()),
        };
        done.map_err(|e| self.unfollowed(&deed, what, e))
    }

    async fn give_feedback(
        &mut self,
        on: Date,
        deed: RoundDeed<'_>,
        place: usize,
        entry: &FeedbackEntry,
    ) -> Result<(), NotImported> {
        self.sit_leader(on, &deed, &entry.from).await?;
        let (round, file, name) = (self.round_id(&deed)?, &self.folder.rounds_file, deed.name());
        let (from, unit) = (self.crew.unit(file, &name, &entry.from)?.id, self.crew.unit(file, &name, &entry.to)?.id);
        let goal = entry.goal.as_deref().map(|goal| self.goal_id(&deed, goal)).transpose()?;
        let to = [FeedbackTo { unit, goal }];
        let given = rounds::give_feedback(self.desk, round, from, &to, entry.kind, entry.text.clone()).await;
        let given = given.map_err(|e| self.unfollowed(&deed, "answering the unit", e))?;
        self.feedback.extend(given.first().map(|id| ((round, place), *id)));
        Ok(())
    }

    async fn answer_feedback(
        &mut self,
        on: Date,
        deed: RoundDeed<'_>,
        place: usize,
        entry: &FeedbackEntry,
    ) -> Result<(), NotImported> {
        self.sit_leader(on, &deed, &entry.to).await?;
        let (round, municipality) = (self.round_id(&deed)?, self.desk.municipality());
        let right = "it is answered before it was given; mend on and answered";
        let known = self.feedback.get(&(round, place)).copied();
        let id = known.ok_or_else(|| NotImported::entry(&self.folder.rounds_file, deed.name(), right))?;
        let what = "answering the feedback";
        let given = kept::feedback(&mut self.desk.tx, municipality, id).await.map_err(|e| self.unfollowed(&deed, what, e))?;
        let done = rounds::answer_feedback(self.desk, id, given.version, entry.answer.clone()).await;
        done.map(|_| ()).map_err(|e| self.unfollowed(&deed, what, e))
    }
}
