//! A case as it stands on paper: the same on the page, in print and as a Word document.

use pejl_app::agreements::AgreementMention;
use pejl_app::cases::CasePage;
use pejl_app::overview::Mention;
use pejl_domain::cases::dates::{agenda_by, material_by};
use pejl_domain::cases::{Access, Part};
use pejl_kernel::Number;
use pejl_lang::Lang;

use crate::inside::Inside;
use crate::marks::agreement_sign;
use crate::voice::{Voice, capital};

/// A case, ready to be shown in one language. What people wrote stands as they wrote it.
pub(super) struct Doc {
    pub title: String,
    pub number: String,
    pub body: String,
    pub closed: Option<String>,
    /// Label and text of what stands at the head of it.
    pub facts: Vec<(String, String)>,
    /// What was decided: when and how, and as it stands in the minutes.
    pub decision: Option<(String, String)>,
    pub decision_word: String,
    pub recommended_word: String,
    pub recommended_lead: String,
    pub recommendation: Vec<String>,
    pub parts: Vec<DocPart>,
    pub adopts_word: String,
    pub adopts: Vec<DocAdopts>,
    /// What the body adopts that the reader does not see.
    pub adopts_more: String,
    pub disqualified_word: String,
    pub disqualified: Vec<DocDisqualified>,
}

/// A part under its heading.
pub(super) struct DocPart {
    pub heading: String,
    pub text: String,
    /// Whether the attachments stand here.
    pub attachments: Vec<DocAttachment>,
}

pub(super) struct DocAttachment {
    pub title: String,
    pub link: String,
}

/// Something the body adopts.
pub(super) struct DocAdopts {
    pub number: Number,
    pub title: String,
    /// Its page; only on the case's own page.
    pub href: Option<String>,
    pub kind: String,
    pub owner: String,
    pub state: &'static str,
    pub state_word: String,
}

pub(super) struct DocDisqualified {
    pub name: String,
    pub title: String,
    pub reason: String,
}

/// The voice that papers for Danish bodies are written in, whatever language the reader has chosen for the pages.
pub(super) fn papers_voice(inside: &Inside) -> Voice {
    Voice { speech: pejl_lang::Speech::new(Lang::Da), lang: Lang::Da, model: std::sync::Arc::clone(&inside.voice.model) }
}

/// The document in a voice.
pub(super) fn document(voice: &Voice, found: &CasePage) -> Doc {
    let (t, case, around) = (voice.speech, &found.case, &found.around);
    let mut adopts: Vec<DocAdopts> = around.agreements.iter().map(|one| agreement(voice, one)).collect();
    adopts.extend(around.elements.iter().map(|one| element(voice, one)));
    let unseen = case.adopts.len().saturating_sub(adopts.len());
    let decision = case.resolution.as_ref().zip(around.decided.as_ref()).map(|(resolution, (on, _))| {
        let outcome = capital(&t.say(&format!("case-outcome-{}", resolution.outcome.as_str())));
        let args = pejl_lang::Args::new().text("body", &around.body.name).text("date", t.date(*on)).text("outcome", outcome);
        (t.say_with("case-decided-line", &args), resolution.text.to_string())
    });
    let closed = match &case.content.access {
        Access::Closed { reason } => Some(reason.to_string()),
        Access::Open => None,
    };
    Doc {
        title: case.content.title.to_string(),
        number: case.number.to_string(),
        body: around.body.name.clone(),
        facts: facts(voice, found),
        closed,
        decision,
        decision_word: t.say("case-decision"),
        recommended_word: t.say("case-recommendation"),
        recommended_lead: t.a("case-recommendation-lead", "unit", &around.unit.name),
        recommendation: case.content.recommendation.iter().map(|point| point.to_string()).collect(),
        parts: parts(voice, found),
        adopts_word: if case.resolution.is_some() { t.say("case-adopted") } else { t.say("case-adopts") },
        adopts,
        adopts_more: if unseen > 0 { t.n("case-adopts-unseen", unseen) } else { String::new() },
        disqualified_word: t.say("case-disqualified"),
        disqualified: around
            .disqualified
            .iter()
            .map(|one| DocDisqualified { name: one.name.clone(), title: one.title.clone(), reason: one.reason.clone() })
            .collect(),
    }
}

/// What stands at the head: who decides and when, and when the papers are due.
fn facts(voice: &Voice, found: &CasePage) -> Vec<(String, String)> {
    let (t, case, around) = (voice.speech, &found.case, &found.around);
    let content = &case.content;
    let kind = t.say(&format!("case-kind-{}", content.kind.as_str()));
    let mut facts = vec![(t.say("case-body"), around.body.name.clone())];
    let mut fact = |key: &str, text: Option<String>| facts.extend(text.map(|text| (t.say(key), text)));
    fact("case-meeting", content.meeting.map(|day| t.weekday_date(day)));
    fact("case-item", content.item.map(|item| t.count(item)));
    fact("case-kind", Some(capital(&kind)));
    fact("case-own-number", content.own_number.as_ref().map(ToString::to_string));
    fact("case-unit", (around.unit.id != around.body.id).then(|| around.unit.name.clone()));
    if case.resolution.is_none() {
        fact("case-agenda-by", content.meeting.map(|day| t.weekday_date(agenda_by(day))));
        fact("case-material-by", content.meeting.map(|day| t.weekday_date(material_by(day))));
    }
    fact("case-corrects", around.corrects.as_ref().map(|one| format!("{} {}", one.number, one.title)));
    facts
}

/// The parts in the case's order; the attachments where their heading stands, else last.
fn parts(voice: &Voice, found: &CasePage) -> Vec<DocPart> {
    let content = &found.case.content;
    let attached = || -> Vec<DocAttachment> {
        let one = |one: &pejl_domain::cases::Attachment| DocAttachment {
            title: one.title.to_string(),
            link: one.link.as_str().to_owned(),
        };
        content.attachments.iter().map(one).collect()
    };
    let mut parts: Vec<DocPart> = Vec::new();
    let mut are_shown = false;
    for section in &content.sections {
        let is_theirs = section.part == Part::Attachments;
        are_shown |= is_theirs;
        let attachments = if is_theirs { attached() } else { Vec::new() };
        if !section.text.is_empty() || !attachments.is_empty() {
            parts.push(DocPart { heading: section.heading.to_string(), text: section.text.to_string(), attachments });
        }
    }
    if !are_shown && !content.attachments.is_empty() {
        let heading = capital(&voice.speech.say("case-part-attachments"));
        parts.push(DocPart { heading, text: String::new(), attachments: attached() });
    }
    parts
}

fn element(voice: &Voice, one: &Mention) -> DocAdopts {
    DocAdopts {
        number: one.number,
        title: one.title.clone(),
        href: None,
        kind: capital(&voice.element(one.kind, &one.level).singular),
        owner: one.owner.name.clone(),
        state: Voice::sign(one.state.name(), one.progress),
        state_word: voice.state(one.kind, &one.level, one.state.name(), one.progress),
    }
}

fn agreement(voice: &Voice, one: &AgreementMention) -> DocAdopts {
    DocAdopts {
        number: one.number,
        title: voice.agreement_line(&one.kind, one.period, one.agents.iter().map(|agent| agent.name.as_str())),
        href: None,
        kind: capital(&voice.agreement(&one.kind).singular),
        owner: one.principal.name.clone(),
        state: agreement_sign(one.state),
        state_word: capital(&voice.speech.say(&format!("agreement-state-{}", one.state.as_str()))),
    }
}
