//! Where an element came from: the meeting its guidepost was worded at, the wordings it had, and what was said. Readable by
//! everybody: people are never named, only whom they spoke for.

use pejl_app::meetings::{self, Origin};
use pejl_domain::chain::Element;
use pejl_domain::models::ElementKind;
use pejl_lang::Args;

use crate::chain::element_href;
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::capital;

/// One origin as the page tells it.
pub(crate) struct OriginShown {
    /// "Dialogmøde 14. maj 2018" with its address.
    pub meeting: String,
    pub href: String,
    pub meta: String,
    /// The guidepost above, where the element only serves it.
    pub above: Option<(String, String)>,
    /// How it was worded when it was proposed, and before.
    pub worded: String,
    pub before: Vec<String>,
    pub from: Vec<(String, String)>,
}

/// Reads it. At most three statements; none for what is never worded at a meeting nor serves what is.
pub(crate) async fn origins(inside: &mut Inside, element: &Element) -> Result<Vec<OriginShown>, Stop> {
    if !matches!(element.kind, ElementKind::Guidepost | ElementKind::FocusArea | ElementKind::Goal | ElementKind::Action) {
        return Ok(Vec::new());
    }
    let found = meetings::origins(&mut inside.tx, &inside.visit.sight, element.id).await?;
    Ok(found.iter().map(|origin| shown(inside, element, origin)).collect())
}

fn shown(inside: &Inside, element: &Element, origin: &Origin) -> OriginShown {
    let t = inside.t();
    let said = |(title, text): &(String, String)| if text.is_empty() { title.clone() } else { format!("{title}. {text}") };
    let form = capital(&t.say(&format!("meeting-form-{}", origin.form.as_str())));
    let meta: Vec<String> = [origin.on.map(|on| t.date(on)), Some(form)].into_iter().flatten().collect();
    let from = origin.from.iter().map(|remark| {
        let speaker = capital(&t.say(&format!("speaker-{}", remark.speaker.as_str())));
        let who = match &remark.unit {
            Some(unit) => t.say_with("meetings-speaker-of", &Args::new().text("speaker", speaker).text("unit", &unit.name)),
            None => speaker,
        };
        (who, remark.text.clone())
    });
    OriginShown {
        meeting: origin.meeting_title.clone(),
        href: inside.href(&format!("moeder/{}", origin.meeting)),
        meta: meta.join(" · "),
        above: (origin.element != element.id)
            .then(|| (format!("{} {}", origin.number, origin.title), element_href(inside, &origin.number))),
        worded: said(&origin.worded),
        before: origin.before.iter().map(said).collect(),
        from: from.collect(),
    }
}
