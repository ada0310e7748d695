//! What can be done with a report, and what it must hold before it can be sent upwards. Which verb is open in which state is
//! [`REPORT_TRANSITIONS`] alone, less what the round's own state rules out.

use pejl_kernel::Prose;

use super::suggestion::{differs, suggest};
use super::{
    Mark, REPORT_TRANSITIONS, Report, ReportContent, ReportState, ReportVerb, Round, RoundState, Stamp, deeds::asked, mark_word,
    report_leads_to, written,
};
use crate::chain::{Content, Documentation, Done, Element, StateName};
use crate::models::{Model, RoundMode};
use crate::sentence::{Reason, Refused, Sentence, reason};

/// What a report is about, as the deeds need to know it.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The model in force.
    pub model: &'a Model,
    /// The round.
    pub round: &'a Round,
    /// The goal as it stands today.
    pub goal: &'a Element,
    /// The edition of it that is judged: the one in force when the round opened.
    pub judged: &'a Content,
    /// How many pieces of evidence the report has.
    pub evidence: usize,
}

impl About<'_> {
    /// A sentence about this goal in this round: `noun`, `number`, `title`, `round`, `year`.
    pub(super) fn sentence(&self, key: &str) -> Sentence {
        let sentence = self.goal.sentence(self.model, key).with("round", self.round.name(self.model));
        sentence.text("year", self.round.year.to_string())
    }
}

impl Report {
    /// The question itself: a report in which nothing is written. `None` where the goal is not asked in this round.
    pub fn ask(round: &Round, goal: &Element) -> Option<Self> {
        asked(round, goal).then(|| Self {
            round: round.id,
            goal: goal.id,
            edition: goal.edition,
            unit: goal.owner,
            state: ReportState::Missing,
            content: ReportContent::default(),
            submitted: None,
            answered: None,
            note: Prose::default(),
            version: 0,
        })
    }

    /// Keeps what has been written so far, whatever it still lacks.
    ///
    /// # Errors
    /// Refused where the round takes no reports, and once it is submitted.
    pub fn write(mut self, about: &About<'_>, content: ReportContent) -> Done<Self> {
        self.state = self.allows(about, ReportVerb::Write)?;
        self.content = fitted(about.judged, content);
        Ok((self, about.sentence("event-report-written").into()))
    }

    /// Sends it upwards. What the mark does not ask for is left out.
    ///
    /// # Errors
    /// Refused where the round takes no reports, in the wrong state, where the goal is no longer in force, and beside each
    /// field that the mark asks for.
    pub fn submit(mut self, about: &About<'_>, content: ReportContent, stamp: Stamp) -> Done<Self> {
        let state = self.allows(about, ReportVerb::Submit)?;
        let content = asked_for(about, fitted(about.judged, content));
        Refused::unless_none(lacking(about, &content))?;
        self.state = state;
        let told = about.sentence("event-report-submitted").with("mark", mark_word(about.model, content.mark));
        self.content = content;
        self.submitted = Some(stamp);
        Ok((self, told.into()))
    }

    /// Whether this very content has been sent upwards already: the second click on the same button, which has nothing left to
    /// do.
    pub fn is_submitted_as(&self, about: &About<'_>, content: &ReportContent) -> bool {
        self.state.is_answered() && self.content == asked_for(about, fitted(about.judged, content.clone()))
    }

    /// Sends it back, saying what would make it good. What was written stays.
    ///
    /// # Errors
    /// Refused in the wrong state, without a note, and where the goal is no longer in force: nobody could submit it again.
    pub fn send_back(mut self, about: &About<'_>, note: Prose, stamp: Stamp) -> Done<Self> {
        let state = self.allows(about, ReportVerb::Return)?;
        written(&note, "note", "refused-report-return-without-note")?;
        self.state = state;
        let told = about.sentence("event-report-returned").text("note", note.as_str());
        self.note = note;
        self.answered = Some(stamp);
        Ok((self, told.into()))
    }

    /// Takes it as it is.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn accept(mut self, about: &About<'_>, stamp: Stamp) -> Done<Self> {
        self.state = self.allows(about, ReportVerb::Accept)?;
        self.note = Prose::default();
        self.answered = Some(stamp);
        Ok((self, about.sentence("event-report-accepted").into()))
    }

    /// The mark that others see: none while it is not sent upwards. Silence is never green.
    pub fn mark_shown(&self) -> Option<Mark> {
        self.content.mark.filter(|_| self.state.is_answered())
    }

    /// What can be done with it in a round that stands so, in the table's order.
    pub fn open_verbs(&self, round: RoundState) -> Vec<ReportVerb> {
        let here = REPORT_TRANSITIONS.iter().filter(|(from, _, _)| *from == self.state).map(|(_, verb, _)| *verb);
        here.filter(|verb| is_open_in(*verb, round, self.state)).collect()
    }

    /// The state the verb leads to; else what the round, the report or the goal is, and what can be done instead.
    pub(super) fn allows(&self, about: &About<'_>, verb: ReportVerb) -> Result<ReportState, Refused> {
        let refused = |key: String| {
            let sentence = about.sentence(&key);
            Refused::because(sentence.word("verb", format!("report-verb-{}", verb.as_str())))
        };
        if !is_open_in(verb, about.round.state, self.state) {
            return Err(refused(format!("refused-report-round-{}", about.round.state.as_str())));
        }
        let Some(state) = report_leads_to(self.state, verb) else {
            return Err(refused(format!("refused-report-{}", self.state.as_str())));
        };
        match (verb, about.goal.state.name()) {
            (ReportVerb::Write | ReportVerb::Accept, _) | (_, StateName::Adopted) => Ok(state),
            (ReportVerb::Submit | ReportVerb::Return, over) => Err(refused(format!("refused-report-goal-{}", over.as_str()))),
        }
    }
}

const fn is_open_in(verb: ReportVerb, round: RoundState, report: ReportState) -> bool {
    match verb {
        ReportVerb::Write | ReportVerb::Submit => round.takes(report),
        ReportVerb::Return | ReportVerb::Accept => round.takes_answers(),
    }
}

/// The content with its figures and milestones in the goal's order, one of each, and none that the goal does not have.
pub fn fitted(judged: &Content, mut content: ReportContent) -> ReportContent {
    let goal = &judged.goal;
    content.values.retain(|value| goal.criteria.get(value.criterion).is_some());
    content.values.sort_by_key(|value| value.criterion);
    content.values.dedup_by_key(|value| value.criterion);
    content.milestones.retain(|place| *place < goal.milestones.len());
    content.milestones.sort_unstable();
    content.milestones.dedup();
    content
}

/// The content without what its mark does not ask for, so that nothing stale is read beside a green mark.
fn asked_for(about: &About<'_>, mut content: ReportContent) -> ReportContent {
    let Some(mark) = content.mark else { return content };
    if !asks_outlook(mark) {
        content.outlook = None;
    }
    if !asks_fact_cause_action(mark) {
        content.fact = Prose::default();
        content.cause = Prose::default();
        content.action = Prose::default();
    }
    if mark != Mark::NotRelevant {
        content.not_relevant_because = Prose::default();
    }
    if !differs(mark, suggest(about.judged, &content, about.round.cut_off)) {
        content.differs_because = Prose::default();
    }
    content
}

const fn asks_outlook(mark: Mark) -> bool {
    match mark {
        Mark::NotMet | Mark::Partly | Mark::NotYet => true,
        Mark::Met | Mark::NotRelevant => false,
    }
}

const fn asks_fact_cause_action(mark: Mark) -> bool {
    match mark {
        Mark::NotMet | Mark::Partly => true,
        Mark::Met | Mark::NotYet | Mark::NotRelevant => false,
    }
}

/// Whether the mark asks for more than itself and the outlook: in a round of deviations, what is on course does not (Ø9).
const fn asks_for_words(mode: RoundMode, mark: Mark) -> bool {
    match (mode, mark) {
        (RoundMode::Deviations, Mark::Met | Mark::NotYet) => false,
        (RoundMode::All, _) | (RoundMode::Deviations, Mark::NotMet | Mark::Partly | Mark::NotRelevant) => true,
    }
}

/// Each thing that the mark asks for and that is not there, in the order of the form.
fn lacking(about: &About<'_>, content: &ReportContent) -> Vec<Reason> {
    let Some(mark) = content.mark else {
        return vec![reason("mark", Sentence::new("refused-report-without-mark"))];
    };
    let mut reasons = Vec::new();
    let mut ask = |field: &'static str, key: &str, is_there: bool| {
        if !is_there {
            reasons.push(reason(field, Sentence::new(key)));
        }
    };
    if mark == Mark::NotRelevant {
        ask("not-relevant-because", "refused-report-not-relevant-without-reason", !content.not_relevant_because.is_empty());
    }
    if asks_outlook(mark) {
        ask("outlook", "refused-report-without-outlook", content.outlook.is_some());
    }
    if matches!(mark, Mark::Met | Mark::Partly) && asks_for_words(about.round.mode, mark) {
        match content.documentation {
            None => ask("documentation", "refused-report-without-documentation", false),
            Some(Documentation::Measurement) => {
                let is_measured = !content.values.is_empty() || about.evidence > 0;
                ask("documentation", "refused-report-without-measurement", is_measured);
            }
            Some(Documentation::Assessment) => ask("effect", "refused-report-without-effect", !content.effect.is_empty()),
        }
    }
    if asks_fact_cause_action(mark) {
        ask("fact", "refused-report-without-fact", !content.fact.is_empty());
        ask("cause", "refused-report-without-cause", !content.cause.is_empty());
        ask("action", "refused-report-without-action", !content.action.is_empty());
    }
    // Who was asked for nothing but a mark is not asked about figures either, unless they gave some.
    let has_figures = !content.values.is_empty() || !content.milestones.is_empty();
    if has_figures || asks_for_words(about.round.mode, mark) {
        let suggested = suggest(about.judged, content, about.round.cut_off);
        if differs(mark, suggested) && content.differs_because.is_empty() {
            let sentence = Sentence::new("refused-report-differs-without-reason");
            let sentence = sentence.with("mark", mark_word(about.model, Some(mark)));
            reasons.push(reason("differs-because", sentence.with("suggested", mark_word(about.model, suggested))));
        }
    }
    reasons
}
