//! Where an element came from: the goal seminars that it was proposed to, asked for at, or weighed by.

use pejl_app::seminars::{self, Origin, OriginPart};
use pejl_domain::chain::Element;
use pejl_domain::models::ElementKind;
use pejl_domain::seminars::{has_seminars, seminar_step};
use pejl_lang::Args;

use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::capital;

/// One thing that a goal seminar has to do with it.
pub(crate) struct SeminarOrigin {
    pub said: String,
    /// What the seminar is called, and where it is.
    pub seminar: String,
    pub href: String,
    /// Who it came from.
    pub meta: String,
}

/// Reads it. One statement, and none for what no seminar makes.
pub(crate) async fn seminar_origins(inside: &mut Inside, element: &Element) -> Result<Vec<SeminarOrigin>, Stop> {
    let is_made = match element.kind {
        ElementKind::Objective | ElementKind::Policy | ElementKind::Goal | ElementKind::ValueMarker => true,
        ElementKind::Guidepost | ElementKind::FocusArea | ElementKind::Action | ElementKind::Source => false,
    };
    if !is_made || !has_seminars(&inside.voice.model) {
        return Ok(Vec::new());
    }
    let found = seminars::origins(&mut inside.tx, &inside.visit.sight, element.id).await?;
    Ok(found.iter().map(|origin| shown(inside, origin)).collect())
}

fn shown(inside: &Inside, origin: &Origin) -> SeminarOrigin {
    let t = inside.t();
    let said = match (origin.part, origin.is_merged) {
        (OriginPart::Proposed, false) => "chain-origin-proposed",
        (OriginPart::Goal, false) => "chain-origin-goal",
        (OriginPart::Served, false) => "chain-origin-served",
        (OriginPart::Proposed | OriginPart::Goal | OriginPart::Served, true) => "chain-origin-merged",
        (OriginPart::Commissioned, _) => "chain-origin-commissioned",
        (OriginPart::TakenIn, _) => "chain-origin-taken-in",
        (OriginPart::Kept, _) => "chain-origin-kept",
        (OriginPart::Reworded, _) => "chain-origin-reworded",
        (OriginPart::Ended, _) => "chain-origin-ended",
    };
    let name = seminar_step(&inside.voice.model).map(|step| inside.voice.text(&step.name).to_owned()).unwrap_or_default();
    let at = format!("maalseminar/{}", origin.year);
    let is_proposal = matches!(origin.part, OriginPart::Proposed | OriginPart::Goal | OriginPart::Served);
    SeminarOrigin {
        said: t.say_with(said, &Args::new().text("title", &origin.title)),
        seminar: format!("{} {}", capital(&name), origin.year),
        href: inside.href(&if is_proposal { format!("{at}#forslag-{}", origin.serial) } else { at }),
        meta: if origin.unit.is_empty() { String::new() } else { t.a("chain-origin-by", "unit", &origin.unit) },
    }
}
