//! What a leader's page shows: each goal with its fields, what was said last time, what the figures suggest.

use pejl_app::rounds::{Before, SheetLine};
use pejl_domain::chain::{Criterion, Documentation, StateName};
use pejl_domain::rounds::suggestion::{asked_for, is_against_figures, parts};
use pejl_domain::rounds::{EvidenceKind, Mark, Outlook, ReportContent, Round};
use pejl_lang::{Args, Speech};

use super::loading::{href_of, report_sign, report_word};
use super::mine_read::{field_of, of, of_criterion, to_copy, typed_of};
use super::said::{parts_said, said};
use crate::chain::element_href;
use crate::chain::field::{Field, Fields, Input};
use crate::chain::said::{baseline, figure, wanted};
use crate::forms::{Choice, Faults, Typed};
use crate::inside::Inside;
use crate::marks::{MarkShown, mark};

/// The marks in the order people choose among them.
pub(super) const MARKS: [Mark; 5] = [Mark::Met, Mark::Partly, Mark::NotMet, Mark::NotYet, Mark::NotRelevant];

/// A goal on the page.
pub(super) struct GoalForm {
    pub number: String,
    pub title: String,
    pub href: String,
    pub report_href: String,
    /// The unit it is asked of, where the page has several.
    pub unit: String,
    pub about: String,
    pub state: &'static str,
    pub state_word: String,
    /// The mark that is chosen now; silence where none is.
    pub mark: MarkShown,
    pub has_fault: bool,
    pub version: i64,
    /// Whether its fields are open; what stands is read otherwise.
    pub is_open: bool,
    pub may_submit: bool,
    /// What became of a goal that is no longer in force.
    pub gone: String,
    /// What it came back with, and from whom.
    pub note: String,
    pub note_by: String,
    pub effect: String,
    pub criteria: Vec<CriterionForm>,
    pub worded: Vec<String>,
    pub milestones: Option<Field>,
    pub marks: Vec<MarkChoice>,
    pub mark_error: String,
    pub outlook: Field,
    pub done: Field,
    pub documentation: Field,
    pub effect_field: Field,
    /// Fact, cause, action.
    pub off_course: Vec<Field>,
    pub is_off_course_written: bool,
    pub not_relevant: Field,
    pub differs: Field,
    pub suggested: Option<MarkShown>,
    /// The suggestion as it is spelled: where the same is chosen, nothing differs.
    pub suggests: &'static str,
    pub suggested_parts: Vec<String>,
    pub against: String,
    pub before: Option<BeforeShown>,
    pub evidence: Vec<EvidenceShown>,
    pub read: Vec<(String, String)>,
    /// What somebody else saved meanwhile: label, theirs, yours.
    pub both: Vec<(String, String, String)>,
    /// What was typed and can no longer be saved here.
    pub copy: Vec<(String, String)>,
}

/// A criterion with the field for its figure.
pub(super) struct CriterionForm {
    pub text: String,
    pub facts: Vec<(String, String)>,
    pub value: Field,
    pub unit: String,
    pub source: Field,
}

/// A mark to choose.
pub(super) struct MarkChoice {
    pub value: &'static str,
    pub mark: MarkShown,
    pub chosen: bool,
}

/// What was said in the last closed round.
pub(super) struct BeforeShown {
    pub round: String,
    pub mark: MarkShown,
    pub words: Vec<(String, String)>,
}

/// A piece of evidence.
pub(super) struct EvidenceShown {
    pub id: String,
    pub title: String,
    pub about: String,
    /// Where it is; empty for a figure.
    pub href: String,
}

/// What the page is made of beside the goals themselves.
pub(super) struct Making<'m> {
    pub inside: &'m Inside,
    pub round: &'m Round,
    /// What was typed, where somebody sent the form.
    pub typed: Option<&'m Typed>,
    pub faults: &'m Faults,
    /// The goals that somebody else saved meanwhile.
    pub conflicts: &'m [String],
    pub several_units: bool,
    /// Who returned what, by number.
    pub returned_by: &'m [(String, String)],
}

impl Making<'_> {
    /// A goal with its fields.
    pub fn goal(&self, line: &SheetLine) -> GoalForm {
        let (inside, t) = (self.inside, self.inside.t());
        let (asked, number) = (&line.goal.asked, line.goal.asked.number.to_string());
        let (report, judged) = (&asked.report, &asked.content);
        let is_in_force = asked.goal_state.name() == StateName::Adopted;
        let is_open = is_in_force && line.may_write && self.round.state.takes(report.state) && report.state.is_writable();
        let sent = self.typed.filter(|typed| typed.all("maal").any(|n| n == number));
        let stands = typed_of(t, &number, &report.content);
        let typed = sent.filter(|_| is_open).unwrap_or(&stands);
        let make = Fields { t, typed, faults: self.faults };
        let is_in_conflict = self.conflicts.contains(&number);
        let area = |field: &str| make.named(&of(field, &number), &format!("field-{field}"), Input::Area);
        let chosen = Mark::parse(typed.get(&of("mark", &number)));
        let off_course = vec![area("fact").required(), area("cause").required(), area("action").required()];
        let suggested = if is_in_force { asked.suggested } else { None };
        let goal = &judged.goal;
        GoalForm {
            title: judged.title.to_string(),
            href: element_href(inside, &asked.number),
            report_href: format!("{}/indberetning/{number}", href_of(inside, self.round)),
            unit: if self.several_units { line.goal.unit.name.clone() } else { String::new() },
            about: self.about(line),
            state: report_sign(report.state),
            state_word: report_word(inside, report.state),
            mark: mark(inside, chosen),
            has_fault: self.faults.0.iter().any(|(name, _)| field_of(name, &number).is_some()),
            version: report.version,
            is_open,
            may_submit: line.may_submit,
            gone: if is_in_force { String::new() } else { t.say(&format!("rounds-gone-{}", asked.goal_state.name().as_str())) },
            note: if report.state.is_writable() { report.note.to_string() } else { String::new() },
            note_by: self.returned_by.iter().find(|(n, _)| *n == number).map(|(_, by)| by.clone()).unwrap_or_default(),
            effect: goal.expected_effect.to_string(),
            criteria: self.criteria(&make, &number, line),
            worded: goal.criteria.iter().filter(|c| c.value.is_none()).map(|c| c.text.to_string()).collect(),
            milestones: self.milestones(&make, &number, line),
            marks: MARKS
                .iter()
                .map(|of| MarkChoice { value: of.as_str(), mark: mark(inside, Some(*of)), chosen: chosen == Some(*of) })
                .collect(),
            mark_error: self.faults.at(&of("mark", &number)).to_owned(),
            outlook: {
                let name = of("outlook", &number);
                let choices = make.choices(&name, "outlook", Outlook::ALL.iter().map(|o| o.as_str()));
                make.named(&name, "field-outlook", Input::Radios(choices)).hint(self.outlook_hint(line)).required()
            },
            done: area("done"),
            documentation: {
                let name = of("documentation", &number);
                let choices = make.choices(&name, "documentation", Documentation::ALL.iter().map(|d| d.as_str()));
                make.named(&name, "field-documentation", Input::Radios(choices))
            },
            effect_field: area("effect").hint(t.say("rounds-effect-hint")),
            is_off_course_written: off_course.iter().any(|f| !f.value.trim().is_empty() || !f.error.is_empty()),
            off_course,
            not_relevant: area("not-relevant-because").required(),
            differs: area("differs-because").hint(t.say("rounds-differs-hint")),
            suggested: suggested.map(|m| mark(inside, Some(m))),
            suggests: suggested.map(Mark::as_str).unwrap_or_default(),
            suggested_parts: parts_said(inside, judged, &parts(judged, &report.content, self.round.cut_off)),
            against: self.against(line),
            before: line.goal.before.as_ref().map(|before| self.before(before)),
            evidence: evidence_shown(inside, self.round, line),
            read: if is_open || !line.goal.words_seen { Vec::new() } else { said(inside, judged, &report.content) },
            both: sent.filter(|_| is_open && is_in_conflict).map(|typed| self.both(line, typed, &number)).unwrap_or_default(),
            copy: sent.filter(|_| !is_open).map(|typed| self.copy(line, typed, &number)).unwrap_or_default(),
            number,
        }
    }

    /// When it is due and who answers for it.
    fn about(&self, line: &SheetLine) -> String {
        let t = self.inside.t();
        let due = line.goal.asked.due.map(|due| t.date(due));
        match (due, line.goal.responsible_title.as_str()) {
            (Some(due), "") => t.a("rounds-goal-due", "date", due),
            (Some(due), who) => t.say_with("rounds-goal-due-who", &Args::new().text("date", due).text("who", who)),
            (None, "") => String::new(),
            (None, who) => t.a("rounds-goal-who", "who", who),
        }
    }

    fn outlook_hint(&self, line: &SheetLine) -> String {
        let t = self.inside.t();
        let due = line.goal.asked.due;
        due.map_or_else(|| t.say("rounds-outlook-hint"), |due| t.a("rounds-outlook-hint-due", "date", t.date(due)))
    }

    fn criteria(&self, make: &Fields<'_>, number: &str, line: &SheetLine) -> Vec<CriterionForm> {
        let t = self.inside.t();
        let cut_off = t.date(self.round.cut_off);
        let all = line.goal.asked.content.goal.criteria.iter().enumerate().filter(|(_, c)| c.value.is_some());
        let shown = |(place, criterion): (usize, &Criterion)| CriterionForm {
            text: criterion.text.to_string(),
            facts: self.criterion_facts(t, line, place, criterion),
            value: make.labelled(&of_criterion("value", number, place), t.a("rounds-value", "date", &cut_off), Input::Figure),
            unit: criterion.unit.to_string(),
            source: make
                .named(&of_criterion("source", number, place), "rounds-value-source", Input::Line)
                .hint(t.say("rounds-value-source-hint")),
        };
        all.map(shown).collect()
    }

    fn criterion_facts(&self, t: Speech, line: &SheetLine, place: usize, criterion: &Criterion) -> Vec<(String, String)> {
        let mut facts = vec![(t.say("rounds-wanted"), wanted(t, criterion))];
        let (due, unit) = (line.goal.asked.due, criterion.unit.as_str());
        let now = asked_for(criterion, due, self.round.cut_off).filter(|now| Some(*now) != criterion.value);
        facts.extend(now.map(|now| (t.say("rounds-wanted-now"), figure(t, now, unit))));
        facts.extend(baseline(t, criterion).map(|base| {
            let args = Args::new().text("figure", &base.figure).text("date", &base.on);
            (t.say("field-baseline"), if base.on.is_empty() { base.figure.clone() } else { t.say_with("chain-figure-on", &args) })
        }));
        let last = line.goal.before.as_ref().and_then(|before| {
            // The criterion may have moved in a newer edition: it is the same where it says the same.
            let same = before.judged.goal.criteria.iter().position(|c| c.text == criterion.text).unwrap_or(place);
            before.content.values.iter().find(|v| v.criterion == same)
        });
        facts.extend(last.map(|last| (t.say("rounds-last-value"), figure(t, last.value, unit))));
        facts
    }

    fn milestones(&self, make: &Fields<'_>, number: &str, line: &SheetLine) -> Option<Field> {
        let t = self.inside.t();
        let milestones = &line.goal.asked.content.goal.milestones;
        let name = of("milestone", number);
        let reached: Vec<&str> = make.typed.all(&name).collect();
        let choice = |(place, milestone): (usize, &pejl_domain::chain::Milestone)| {
            let value = place.to_string();
            let is_reached = reached.contains(&value.as_str());
            let mut choice = Choice::new(value, milestone.text.to_string(), is_reached);
            choice.hint = t.a("rounds-milestone-on", "date", t.date(milestone.on));
            choice
        };
        let choices: Vec<Choice> = milestones.iter().enumerate().map(choice).collect();
        (!choices.is_empty()).then(|| make.named(&name, "rounds-milestones", Input::Boxes(choices)))
    }

    fn against(&self, line: &SheetLine) -> String {
        let (asked, t) = (&line.goal.asked, self.inside.t());
        match (asked.report.content.mark, asked.trend) {
            (Some(of), trend @ Some(way)) if is_against_figures(of, trend) => {
                let args = Args::new()
                    .text("mark", mark(self.inside, Some(of)).word)
                    .text("trend", t.say(&format!("trend-{}", way.as_str())));
                t.say_with("rounds-against", &args)
            }
            _ => String::new(),
        }
    }

    fn before(&self, before: &Before) -> BeforeShown {
        let mut words = said(self.inside, &before.judged, &before.content);
        let mark_label = self.inside.t().say("field-mark");
        words.retain(|(label, _)| *label != mark_label);
        BeforeShown {
            round: self.inside.voice.round(&before.round.spec, before.round.year),
            mark: mark(self.inside, before.mark),
            words,
        }
    }

    /// The fields in which what stands now differs from what was typed.
    fn both(&self, line: &SheetLine, typed: &Typed, number: &str) -> Vec<(String, String, String)> {
        let (asked, today) = (&line.goal.asked, self.inside.visit.actor.on);
        let (mine, _) = super::mine_read::read(typed, self.inside.t(), today, number, &asked.content);
        self.beside(line, &mine)
    }

    fn beside(&self, line: &SheetLine, mine: &ReportContent) -> Vec<(String, String, String)> {
        let asked = &line.goal.asked;
        let theirs = said(self.inside, &asked.content, &asked.report.content);
        let yours = said(self.inside, &asked.content, mine);
        let at = |list: &[(String, String)], label: &str| {
            list.iter().find(|(l, _)| l == label).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let mut labels: Vec<&String> = theirs.iter().chain(&yours).map(|(label, _)| label).collect();
        labels.dedup();
        let mut rows: Vec<(String, String, String)> = Vec::new();
        for label in labels {
            if !rows.iter().any(|(l, _, _)| l == label) {
                rows.push((label.clone(), at(&theirs, label), at(&yours, label)));
            }
        }
        rows.retain(|(_, theirs, yours)| theirs != yours);
        rows
    }

    /// What was typed about a goal whose fields are closed by now, where it is not what stands.
    fn copy(&self, line: &SheetLine, typed: &Typed, number: &str) -> Vec<(String, String)> {
        let (asked, t) = (&line.goal.asked, self.inside.t());
        let (mine, faults) = super::mine_read::read(typed, t, self.inside.visit.actor.on, number, &asked.content);
        let is_what_stands = faults.is_empty() && self.beside(line, &mine).is_empty();
        if is_what_stands { Vec::new() } else { to_copy(typed, t, number) }
    }
}

/// What documents a report, with where each piece is.
pub(super) fn evidence_shown(inside: &Inside, round: &Round, line: &SheetLine) -> Vec<EvidenceShown> {
    line.goal.evidence.iter().map(|piece| piece_shown(inside, round, piece)).collect()
}

/// One piece of evidence.
pub(super) fn piece_shown(inside: &Inside, round: &Round, piece: &pejl_domain::rounds::Evidence) -> EvidenceShown {
    let t = inside.t();
    let (about, href) = match &piece.kind {
        EvidenceKind::Link(address) => (t.say("evidence-kind-link"), address.clone()),
        EvidenceKind::Figure(figure) => (figure.to_string(), String::new()),
        EvidenceKind::File { name, media, size, .. } => {
            let args = Args::new()
                .text("kind", t.say(&format!("media-{}", media.as_str())))
                .text("name", name)
                .text("size", t.bytes(*size));
            (t.say_with("rounds-file-about", &args), format!("{}/bilag/{}", href_of(inside, round), piece.id))
        }
    };
    EvidenceShown { id: piece.id.to_string(), title: piece.title.to_string(), about, href }
}
