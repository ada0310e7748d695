//! A briefing begun, written in, drawn anew and sent.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::meetings::{self, BriefingPage};
use pejl_app::{Ending, orgs};
use pejl_domain::meetings::briefing::{Briefing, Edited, SectionKind};
use pejl_kernel::Prose;

use super::briefing::{SectionShown, frame, href_of, section_shown, the_briefing};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{Page, show_with};

type At = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

async fn done(inside: &Inside, found: &BriefingPage, briefing: &Briefing, word: &str) -> Result<Response, Stop> {
    let href = href_of(inside, found.committee.serial, briefing.year);
    Ok(inside.done(&briefing.sentence(word), &href).await)
}

/// `POST /{m}/moeder/briefing/ny`
pub(crate) async fn begin(mut inside: Inside, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let serial = unit_serial(typed.get("udvalg")).ok_or(Ending::NotFound)?;
    let year = typed.get("aar").trim().parse::<i16>().map_err(|_| Ending::NotFound)?;
    let units = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let committee = units.iter().find(|unit| unit.serial == serial).ok_or(Ending::NotFound)?.id;
    let briefing = deed!(inside, desk => meetings::begin_briefing(&mut desk, committee, year))?;
    Ok(inside.done(&briefing.sentence("briefing-begun-done"), &href_of(&inside, serial, year)).await)
}

#[derive(Template)]
#[template(path = "meetings/briefing_edit.html")]
struct Edit {
    page: Page,
    href: String,
    faults: Faults,
    notice: String,
    sections: Vec<SectionForm>,
    version: i64,
    draft_key: String,
}

/// A section with its box, and its lines with a box each.
struct SectionForm {
    section: SectionShown,
    text: String,
    error: String,
    hint: String,
}

fn kept(found: &BriefingPage) -> Result<&Briefing, Stop> {
    found.briefing.as_ref().filter(|briefing| found.may_keep && briefing.sent.is_none()).ok_or(Stop(Ending::NotFound))
}

fn form(
    inside: &Inside,
    found: &BriefingPage,
    briefing: &Briefing,
    typed: Option<&Typed>,
    faults: &Faults,
    notice: String,
) -> Response {
    let t = inside.t();
    let sections = briefing.paper.sections.iter().map(|section| {
        let mut shown = section_shown(inside, section, true);
        let name = format!("text-{}", section.kind.as_str());
        if let Some(typed) = typed {
            for (place, line) in shown.lines.iter_mut().enumerate() {
                line.is_left_out = !is_kept(typed, section.kind, place);
            }
        }
        SectionForm {
            text: typed.map_or_else(|| section.text.to_string(), |typed| typed.get(&name).to_owned()),
            error: faults.at(&name).to_owned(),
            hint: t.say(&format!("briefing-hint-{}", section.kind.as_str())),
            section: shown,
        }
    });
    let status = match (notice.is_empty(), faults.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let edit = Edit {
        page: frame(inside, &found.committee.name, briefing.year),
        href: href_of(inside, found.committee.serial, briefing.year),
        faults: faults.clone(),
        notice,
        sections: sections.collect(),
        version: briefing.version,
        draft_key: format!("briefing-{}-{}", found.committee.serial, briefing.year),
    };
    show_with(status, &edit)
}

fn is_kept(typed: &Typed, kind: SectionKind, place: usize) -> bool {
    typed.all(&format!("keep-{}", kind.as_str())).any(|sent| sent == place.to_string())
}

/// `GET …/ret`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, unit, year)): At) -> Result<Response, Stop> {
    let (found, _) = the_briefing(&mut inside, &unit, &year).await?;
    Ok(form(&inside, &found, kept(&found)?, None, &Faults::default(), String::new()))
}

/// `POST …/ret`
pub(crate) async fn edit(mut inside: Inside, Path((_, unit, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let (found, year) = the_briefing(&mut inside, &unit, &year).await?;
    let briefing = kept(&found)?;
    let (mut edited, mut faults) = (Vec::new(), Vec::new());
    for section in &briefing.paper.sections {
        let name = format!("text-{}", section.kind.as_str());
        match Prose::parse(typed.get(&name)) {
            Ok(text) => edited.push(Edited {
                kind: section.kind,
                text,
                left_out: (0..section.lines.len()).filter(|place| !is_kept(&typed, section.kind, *place)).collect(),
            }),
            Err(fault) => faults.push((name, inside.t().text_fault(fault))),
        }
    }
    if !faults.is_empty() {
        return Ok(form(&inside, &found, briefing, Some(&typed), &Faults(faults), String::new()));
    }
    let committee = found.committee.id;
    match deed!(inside, desk => meetings::edit_briefing(&mut desk, committee, year, typed.version(), edited)) {
        Ok(briefing) => done(&inside, &found, &briefing, "briefing-saved-done").await,
        Err(Ending::Conflict) => {
            let notice = inside.t().say("meetings-conflict");
            Ok(form(&inside, &found, briefing, Some(&typed), &Faults::default(), notice))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/hent`
pub(crate) async fn draw(mut inside: Inside, Path((_, unit, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (found, year) = the_briefing(&mut inside, &unit, &year).await?;
    let (committee, version) = (found.committee.id, Typed(typed).version());
    let briefing = deed!(inside, desk => meetings::draw_briefing(&mut desk, committee, year, version))?;
    done(&inside, &found, &briefing, "briefing-drawn-done").await
}

/// `POST …/send`
pub(crate) async fn send(mut inside: Inside, Path((_, unit, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (found, year) = the_briefing(&mut inside, &unit, &year).await?;
    let (committee, version) = (found.committee.id, Typed(typed).version());
    let briefing = deed!(inside, desk => meetings::send_briefing(&mut desk, committee, year, version))?;
    done(&inside, &found, &briefing, "briefing-sent-done").await
}
