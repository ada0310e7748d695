//! What comes of what is typed in the large form.

use pejl_domain::cases::content::point;
use pejl_domain::cases::{Access, Adopts, Attachment, CaseContent, CaseKind, Link, Part, Section};
use pejl_kernel::{Line, Prose};

use super::form::{Could, headings_of, rows_of};
use crate::forms::{Faults, Reader, Typed};
use crate::inside::Inside;

/// The content and what is adopted, or every fault at once.
pub(super) fn read(inside: &Inside, typed: &Typed, could: &[Could]) -> Result<(CaseContent, Vec<Adopts>), Faults> {
    let t = inside.t();
    let mut reader = Reader::new(typed, t, inside.visit.actor.on);
    let title = reader.line("title");
    let kind = reader.chosen("kind", CaseKind::parse);
    let meeting = reader.maybe_date("meeting");
    let item = reader.maybe_chosen("item", |text| text.trim().parse::<u16>().ok().filter(|item| *item > 0));
    if item.is_none() && !typed.get("item").is_empty() {
        reader.faults.0.retain(|(name, _)| name != "item");
        if !typed.get("item").trim().is_empty() {
            reader.fault("item", t.say("case-item-unreadable"));
        }
    }
    let own_number = reader.maybe_line("own-number");
    let because: Prose<500> = reader.prose("closed-because");
    let access = reader.chosen("access", |text| match text {
        "open" => Some(Access::Open),
        "closed" => Some(Access::Closed { reason: because.clone() }),
        _ => None,
    });
    let recommendation = points(&mut reader, typed, inside);
    let sections = sections(&mut reader, typed);
    let attachments = attachments(&mut reader, typed, inside);
    let adopts = typed.all("adopts").filter_map(|number| could.iter().find(|one| one.choice.value == number)).map(|one| one.thing);
    let adopts: Vec<Adopts> = adopts.collect();
    let faults = reader.faults;
    match (title, kind, access, faults.is_empty()) {
        (Some(title), Some(kind), Some(access), true) => {
            Ok((CaseContent { title, kind, access, meeting, item, own_number, recommendation, sections, attachments }, adopts))
        }
        _ => Err(faults),
    }
}

/// The points of the recommendation, a line each.
fn points(reader: &mut Reader<'_>, typed: &Typed, inside: &Inside) -> Vec<Line<500>> {
    let mut points = Vec::new();
    for typed in typed.get("recommendation").lines().map(point).filter(|line| !line.is_empty()) {
        match Line::parse(typed) {
            Ok(line) => points.push(line),
            Err(fault) => {
                let text = inside.t().text_fault(fault);
                reader.fault("recommendation", text);
            }
        }
    }
    points
}

/// What is written under the headings the form was opened with. The attachments' heading keeps its place.
fn sections(reader: &mut Reader<'_>, typed: &Typed) -> Vec<Section> {
    let mut sections = Vec::new();
    for (at, part, word) in headings_of(typed) {
        let text: Prose<20_000> = if part == Part::Attachments { Prose::default() } else { reader.prose(&format!("section-{at}")) };
        if let Ok(heading) = Line::parse(&word) {
            sections.push(Section { part, heading, text });
        }
    }
    sections
}

fn attachments(reader: &mut Reader<'_>, typed: &Typed, inside: &Inside) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for at in 1..=rows_of(typed) {
        let (title, link) = (format!("attachment-{at}-title"), format!("attachment-{at}-link"));
        if typed.get(&title).trim().is_empty() && typed.get(&link).trim().is_empty() {
            continue;
        }
        let named = reader.line(&title);
        match Link::parse(typed.get(&link)) {
            Ok(link) => attachments.extend(named.map(|title| Attachment { title, link })),
            Err(_) => reader.fault(&link, inside.t().say("case-attachment-link-unreadable")),
        }
    }
    attachments
}

/// The reasons of a refusal, beside the fields this form has.
pub(super) fn beside(typed: &Typed, reasons: Vec<(String, String)>) -> Faults {
    let presentation = headings_of(typed).into_iter().find(|(_, part, _)| *part == Part::Presentation).map_or(1, |(at, _, _)| at);
    let beside = |(field, text): (String, String)| match field.as_str() {
        "presentation" | "sections" => (format!("section-{presentation}"), text),
        "attachments" => ("attachment-1-title".to_owned(), text),
        "body" => (String::new(), text),
        _ => (field, text),
    };
    crate::chain::field::beside_fields(reasons.into_iter().map(beside).collect())
}
