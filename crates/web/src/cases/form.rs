//! The large form in which a case is written: its fields, filled with what was typed or with what stands.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::cases::{CasePage, Put, What};
use pejl_domain::cases::{Access, Adopts, CaseContent, CaseKind, HeadingSet, Part};
use pejl_lang::Args;

use crate::chain::field::{Field, Fields, Input, summary};
use crate::forms::{Choice, Faults, Typed};
use crate::inside::Inside;
use crate::page::{Page, show_with};
use crate::voice::capital;

/// How many rows for attachments are shown beyond those that are filled.
const SPARE_ROWS: usize = 3;

#[derive(Template)]
#[template(path = "cases/form.html")]
pub(super) struct CaseForm {
    pub page: Page,
    pub kicker: Option<(String, String)>,
    pub lead: String,
    pub notice: String,
    pub faults: Faults,
    pub fields: Vec<Field>,
    pub adopts: Option<Field>,
    pub adopts_empty: String,
    pub recommendation: Field,
    pub sections: Vec<Field>,
    pub attachments: Vec<AttachmentRow>,
    pub hidden: Vec<(String, String)>,
    pub version: i64,
    pub submit: String,
    pub back: String,
    pub draft_key: String,
}

/// One attachment in the form.
pub(super) struct AttachmentRow {
    pub title: Field,
    pub link: Field,
}

impl CaseForm {
    /// Shown for the first time, or with what is wrong with it.
    pub fn show(&self) -> Response {
        let status = match (self.notice.is_empty(), self.faults.is_empty()) {
            (false, _) => StatusCode::CONFLICT,
            (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, true) => StatusCode::OK,
        };
        show_with(status, self)
    }
}

/// What a form is made for.
pub(super) struct Asked<'f> {
    pub page: Page,
    pub kicker: Option<(String, String)>,
    pub lead: String,
    pub version: i64,
    pub submit: String,
    pub back: String,
    pub draft_key: String,
    /// The units that could prepare it, where that is still to be chosen.
    pub units: Vec<Choice>,
    /// What the body could adopt by it.
    pub could: &'f [Could],
}

/// Something the body could adopt, as the form names it.
pub(super) struct Could {
    pub thing: Adopts,
    pub choice: Choice,
}

/// What was put before a body, as a checkbox names it.
pub(super) fn put_choice(inside: &Inside, put: &Put, chosen: bool) -> Choice {
    let t = inside.t();
    match &put.what {
        What::Agreement(row) => {
            let one = &row.agreement;
            let title = inside.voice.agreement_line(&one.kind, one.period, one.agents.iter().map(|agent| agent.name.as_str()));
            let args = Args::new().text("number", one.number).text("owner", &one.principal.name);
            Choice { hint: t.say_with("case-choice", &args), ..Choice::new(one.number.to_string(), title, chosen) }
        }
        What::Element(element, owner) => {
            let word = capital(&inside.voice.element(element.kind, &element.level).singular);
            let args = Args::new().text("number", format!("{word} {}", element.number)).text("owner", owner);
            let title = element.content.title.to_string();
            Choice { hint: t.say_with("case-choice", &args), ..Choice::new(element.number.to_string(), title, chosen) }
        }
    }
}

/// What a case names that no longer waits stays a choice, so that saving does not lose it.
pub(super) fn could_adopt(inside: &Inside, put: &[Put], found: Option<&CasePage>) -> Vec<Could> {
    let t = inside.t();
    let mut could: Vec<Could> = put.iter().map(|put| Could { thing: put.thing, choice: put_choice(inside, put, false) }).collect();
    let Some(found) = found else { return could };
    let mut add = |thing: Adopts, choice: Choice| {
        if !could.iter().any(|one| one.thing == thing) {
            could.push(Could { thing, choice });
        }
    };
    for one in &found.around.agreements {
        let title = inside.voice.agreement_line(&one.kind, one.period, one.agents.iter().map(|agent| agent.name.as_str()));
        let args = Args::new().text("number", one.number).text("owner", &one.principal.name);
        let choice = Choice { hint: t.say_with("case-choice", &args), ..Choice::new(one.number.to_string(), title, false) };
        add(Adopts::Agreement(one.id), choice);
    }
    for one in &found.around.elements {
        let word = capital(&inside.voice.element(one.kind, &one.level).singular);
        let args = Args::new().text("number", format!("{word} {}", one.number)).text("owner", &one.owner.name);
        let choice =
            Choice { hint: t.say_with("case-choice", &args), ..Choice::new(one.number.to_string(), one.title.clone(), false) };
        add(Adopts::Element(one.id), choice);
    }
    could
}

/// The form with what stands in `typed`.
pub(super) fn form(inside: &Inside, asked: Asked<'_>, typed: &Typed, faults: &Faults) -> CaseForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let capitals = |choices: Vec<Choice>| choices.into_iter().map(|c| Choice { label: capital(&c.label), ..c }).collect();
    let kinds = capitals(make.choices("kind", "case-kind", CaseKind::ALL.iter().map(|kind| kind.as_str())));
    let access = ["open", "closed"].map(|one| Choice::new(one, t.say(&format!("case-access-{one}")), typed.get("access") == one));
    let access = Vec::from(access);
    let mut fields = Vec::new();
    if !asked.units.is_empty() {
        fields.push(make.named("unit", "case-unit", Input::Select(asked.units)).required());
    }
    fields.extend([
        make.named("title", "common-title", Input::Line).required(),
        make.named("kind", "case-kind", Input::Radios(kinds)).required(),
        make.named("meeting", "case-meeting", Input::Date),
        make.named("item", "case-item", Input::Short),
        make.named("own-number", "case-own-number", Input::Short).hint(t.say("case-own-number-hint")),
        make.named("access", "case-access", Input::Radios(access)).required(),
        make.named("closed-because", "case-closed-because", Input::Area).hint(t.say("case-closed-because-hint")),
    ]);
    let chosen = |value: &str| typed.all("adopts").any(|one| one == value);
    let choices: Vec<Choice> =
        asked.could.iter().map(|one| Choice { chosen: chosen(&one.choice.value), ..one.choice.clone() }).collect();
    let adopts =
        (!choices.is_empty()).then(|| make.named("adopts", "case-adopts", Input::Boxes(choices)).hint(t.say("case-adopts-hint")));
    let recommendation = make.named("recommendation", "case-recommendation", Input::Area).hint(t.say("case-recommendation-hint"));
    let sections = section_fields(&make, typed);
    let attachments = attachment_rows(&make, typed);
    let parts = attachments.iter().flat_map(|row| [&row.title, &row.link]);
    let all: Vec<&Field> = fields.iter().chain(&adopts).chain([&recommendation]).chain(&sections).chain(parts).collect();
    let summed = summary(t, faults, all.into_iter());
    let mut hidden: Vec<(String, String)> = headings_of(typed)
        .into_iter()
        .map(|(at, part, word)| (format!("heading-{at}"), format!("{}:{word}", part.as_str())))
        .collect();
    hidden.push(("attachment-rows".to_owned(), attachments.len().to_string()));
    CaseForm {
        page: asked.page,
        kicker: asked.kicker,
        lead: asked.lead,
        notice: String::new(),
        faults: summed,
        fields,
        adopts_empty: if adopts.is_none() { t.say("case-adopts-none") } else { String::new() },
        adopts,
        recommendation,
        sections,
        attachments,
        hidden,
        version: asked.version,
        submit: asked.submit,
        back: asked.back,
        draft_key: asked.draft_key,
    }
}

/// The headings the form was opened with, each with its place from 1: what a body changes meanwhile moves no text.
pub(super) fn headings_of(typed: &Typed) -> Vec<(usize, Part, String)> {
    let read = |at: usize| {
        let (part, word) = typed.get(&format!("heading-{at}")).split_once(':')?;
        Some((at, Part::parse(part)?, word.to_owned()))
    };
    (1..=pejl_domain::cases::content::MOST_SECTIONS).map_while(read).collect()
}

fn section_fields(make: &Fields<'_>, typed: &Typed) -> Vec<Field> {
    let field = |(at, part, word): (usize, Part, String)| {
        (part != Part::Attachments).then(|| make.labelled(&format!("section-{at}"), word, Input::Area))
    };
    headings_of(typed).into_iter().filter_map(field).collect()
}

/// How many rows for attachments a form has: what it was sent with, and some more where they are asked for.
pub(super) fn rows_of(typed: &Typed) -> usize {
    typed.get("attachment-rows").parse().unwrap_or(0).min(pejl_domain::cases::content::MOST_ATTACHMENTS + SPARE_ROWS)
}

fn attachment_rows(make: &Fields<'_>, typed: &Typed) -> Vec<AttachmentRow> {
    let row = |at: usize| AttachmentRow {
        title: make.labelled(&format!("attachment-{at}-title"), make.t.a("case-attachment-title", "number", at), Input::Line),
        link: make.labelled(&format!("attachment-{at}-link"), make.t.a("case-attachment-link", "number", at), Input::Line),
    };
    (1..=rows_of(typed).max(SPARE_ROWS)).map(row).collect()
}

/// The form's fields, filled with what a case holds, under its own headings and then the body's.
pub(super) fn begun(inside: &Inside, content: &CaseContent, headings: &HeadingSet, adopts: &[String]) -> Typed {
    let t = inside.t();
    let (access, because) = match &content.access {
        Access::Open => ("open", String::new()),
        Access::Closed { reason } => ("closed", reason.to_string()),
    };
    let points: Vec<&str> = content.recommendation.iter().map(|point| point.as_str()).collect();
    let mut typed = Typed::default()
        .with("title", content.title.as_str())
        .with("kind", content.kind.as_str())
        .with("meeting", content.meeting.map(|day| t.date_short(day)).unwrap_or_default())
        .with("item", content.item.map(|item| item.to_string()).unwrap_or_default())
        .with("own-number", content.own_number.as_ref().map(ToString::to_string).unwrap_or_default())
        .with("access", access)
        .with("closed-because", because)
        .with("recommendation", points.join("\n"));
    typed = adopts.iter().fold(typed, |typed, number| typed.with("adopts", number));
    let mut at = 0;
    for section in &content.sections {
        at += 1;
        typed = typed.with(&format!("heading-{at}"), format!("{}:{}", section.part.as_str(), section.heading));
        typed = typed.with(&format!("section-{at}"), section.text.as_str());
    }
    let stands = |part: Part, word: &str| {
        content.sections.iter().any(|s| s.heading.as_str() == word || (part != Part::Other && s.part == part))
    };
    for heading in headings.list().iter().filter(|heading| !stands(heading.part, heading.word.as_str())) {
        at += 1;
        typed = typed.with(&format!("heading-{at}"), format!("{}:{}", heading.part.as_str(), heading.word));
    }
    for (place, one) in content.attachments.iter().enumerate() {
        typed = typed.with(&format!("attachment-{}-title", place + 1), one.title.as_str());
        typed = typed.with(&format!("attachment-{}-link", place + 1), one.link.as_str());
    }
    typed.with("attachment-rows", (content.attachments.len() + SPARE_ROWS).to_string())
}

/// With more rows for attachments.
pub(super) fn with_more_rows(mut typed: Typed) -> Typed {
    let rows = rows_of(&typed) + SPARE_ROWS;
    typed.0.retain(|(name, _)| name != "attachment-rows");
    typed.with("attachment-rows", rows.to_string())
}
