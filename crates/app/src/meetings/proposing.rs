//! How a guidepost worded at a meeting comes into the chain: drafted and proposed by the deeds that make every element, with
//! the way back kept. The same guidepost proposed twice is one.

use pejl_domain::chain::{Content, Element};
use pejl_domain::meetings::{Draft, Meeting};
use pejl_domain::models::ElementKind;
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{DraftId, ElementId, Prose, UnitId, Years};
use pejl_policy::Action;
use pejl_store::{chain as kept, meetings, orgs};

use crate::chain;
use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{hosts_now, person, take};

/// Puts a guidepost worded at a meeting before its committee. `owner` is which of the committees that hold the meeting; the
/// leading one where nothing is said. `under` is what it shall stand under, where the model has something above. Where the
/// committee has a live guidepost that says the same, or one is named in `into`, it becomes part of that one.
///
/// # Errors
/// Not found, denied, refused by [`Draft::became`], by the chain's own deeds, where the model has no guideposts at the
/// committee's level, or where `into` is another committee's; or a fault.
pub async fn propose_draft(
    desk: &mut Desk,
    id: DraftId,
    owner: Option<UnitId>,
    under: Vec<ElementId>,
    into: Option<ElementId>,
) -> Result<Element, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let draft = meetings::draft(&mut desk.tx, municipality, id).await?;
    let taken = take(desk, draft.meeting).await?;
    let permit = desk.ask(Action::ScribeMeeting, &taken.facts)?;
    let draft = meetings::draft(&mut desk.tx, municipality, id).await?;
    if let Some(known) = draft.element {
        return Ok(kept::element(&mut desk.tx, municipality, known).await?);
    }
    // Asked before anything is written in the chain.
    taken.meeting.allows(pejl_domain::meetings::MeetingVerb::Propose)?;
    draft.is_open(&taken.meeting)?;

    let hosts = hosts_now(&taken.seats);
    let owner = match owner {
        Some(owner) if hosts.contains(&owner) => owner,
        Some(_) => return Err(Ending::NotFound),
        None => hosts.first().copied().ok_or(Ending::NotFound)?,
    };
    let committee = orgs::unit(&mut desk.tx, municipality, owner).await?;
    let level = &committee.content.level;
    let spec = model.elements.iter().find(|spec| spec.kind == ElementKind::Guidepost && spec.levels.contains(level));
    let Some(spec) = spec else {
        let sentence = Sentence::new("refused-draft-no-guideposts").text("committee", committee.content.name.as_str());
        return Err(Refused::because(sentence).into());
    };
    let same = match into {
        Some(into) => Some(into),
        None => meetings::live_guidepost_titled(&mut desk.tx, municipality, owner, level, &draft.title).await?,
    };
    let element = match same {
        Some(known) => {
            let element = kept::element_seen(&mut desk.tx, &desk.sight, known).await?;
            if element.owner != owner || element.kind != ElementKind::Guidepost {
                return Err(Ending::NotFound);
            }
            element
        }
        None => {
            let new = chain::Draft {
                spec: spec.key.clone(),
                owner,
                year: taken.meeting.content.year,
                content: content(&draft, &taken.meeting, model.term),
                under,
                beside: Vec::new(),
            };
            let element = chain::draft_element(desk, new).await?;
            chain::propose_element(desk, element.id, element.version).await?
        }
    };
    let (draft, event) = draft.became(&taken.meeting, &model, &element)?;
    meetings::save_draft(&mut desk.tx, &permit, desk.at, person(&permit)?, &draft, &event).await?;
    desk.tell(event);
    Ok(element)
}

/// What the guidepost says: as it was worded, for the rest of the term (H9).
fn content(draft: &Draft, meeting: &Meeting, term: Years) -> Content {
    let mut content = Content::titled(draft.title.clone());
    let said = if draft.text.is_empty() { draft.title.as_str() } else { draft.text.as_str() };
    content.text = Prose::parse(said).unwrap_or_default();
    let from = meeting.content.year;
    content.horizon = Years::new(from, term.to.max(from));
    content
}
