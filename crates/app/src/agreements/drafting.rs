//! What the parties write: a draft, its text, the way to hearing and dialogue, an amendment of what is in force.

use pejl_domain::agreements::{Agreement, AgreementContent, AgreementVerb, Counter, Drafting, Party, kind};
use pejl_domain::chain::Element;
use pejl_domain::models::{Key, Model};
use pejl_domain::{Reason, Refused, Sentence};
use pejl_kernel::{AgreementId, ElementId, Prose, UnitId, Years};
use pejl_store::{agreements, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::parties::Parties;
use super::taking::{self, Taken, save, save_elements, save_with, take};

/// What somebody starts an agreement with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementDraft {
    /// The kind in the model.
    pub kind: Key,
    /// The unit that asks.
    pub principal: UnitId,
    /// The units that answer.
    pub agents: Vec<UnitId>,
    /// The first year it runs.
    pub from: i16,
    /// How many years it runs.
    pub years: u8,
}

impl AgreementDraft {
    /// The years it runs: one at least.
    fn period(&self) -> Years {
        let more = i16::from(self.years).saturating_sub(1).max(0);
        Years { from: self.from, to: self.from.saturating_add(more) }
    }
}

/// Drafts an agreement between units.
///
/// # Errors
/// Not found (the kind or a unit), denied, refused where a unit is closed, where the principal does not stand above an agent, by
/// [`Agreement::draft`], or a fault.
pub async fn draft_agreement(desk: &mut Desk, draft: AgreementDraft) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    kind(&model, &draft.kind).ok_or(Ending::NotFound)?;
    let principal = party(desk, draft.principal, "principal").await?;
    let mut agents = Vec::with_capacity(draft.agents.len());
    for agent in &draft.agents {
        agents.push(party(desk, *agent, "agents").await?);
    }
    let parties = Parties::between(&mut desk.tx, &desk.sight, &desk.place, &draft.kind, draft.principal, &draft.agents).await?;

    let permit = parties.decide(&desk.actor, AgreementVerb::Edit)?;

    if let Some(agent) = parties.not_below().filter(|agent| agent.id != principal.unit) {
        let sentence = Sentence::new("refused-agreement-not-below").text("unit", agent.name.as_str());
        return Err(Refused::at("agents", sentence.text("principal", principal.name.as_str())).into());
    }
    let period = draft.period();
    let others = taking::standing(desk, &draft.kind, &draft.agents, period, None).await?;
    let drafting = Drafting {
        id: AgreementId::new(desk.mint()),
        number: agreements::next_agreement_number(&mut desk.tx, municipality, period.from).await?,
        kind: draft.kind,
        principal,
        agents,
        period,
        predecessor: None,
    };
    let (agreement, event) = Agreement::draft(&model, drafting, &others)?;
    save(desk, &permit, agreement, event).await
}

/// A unit as a party of an agreement that is being drafted.
pub(super) async fn party(desk: &mut Desk, unit: UnitId, field: &'static str) -> Result<Party, Ending> {
    let municipality = desk.municipality();
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    if !unit.is_open(desk.today()) {
        let sentence = Sentence::new("refused-owner-closed").text("unit", unit.content.name.as_str());
        return Err(Refused::at(field, sentence).into());
    }
    Ok(Party { unit: unit.id, level: unit.content.level, name: unit.content.name.to_string() })
}

/// Changes what is written. `version` is the one the form was opened on. A goal that is put into it is one that whoever
/// writes can see.
///
/// # Errors
/// Not found (the agreement, or what is put into it), denied, in conflict, refused by [`Agreement::edit`] or where a goal is left out
/// while a counter-proposal about it is open, or a fault.
pub async fn edit_agreement(
    desk: &mut Desk,
    id: AgreementId,
    version: i64,
    content: AgreementContent,
) -> Result<Agreement, Ending> {
    let model = desk.model();
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Edit).await?;
    let elements = taking::elements_of_edit(desk, &agreement, &content).await?;
    let counters = agreements::open_counters(&mut desk.tx, desk.place.municipality.id, id).await?;
    nothing_in_talk_is_left_out(&model, &counters, &content, &elements)?;
    let (agreement, event) = agreement.edit(&model, content, &elements)?;
    save(desk, &permit, agreement, event).await
}

/// A goal that somebody has proposed something about stays until that is answered: nobody could find the proposal afterwards.
fn nothing_in_talk_is_left_out(
    model: &Model,
    counters: &[Counter],
    content: &AgreementContent,
    elements: &[Element],
) -> Result<(), Refused> {
    let stands = |id: ElementId| content.goals.iter().any(|line| line.goal == id);
    let is_talked_about = |element: &&Element| counters.iter().any(|counter| counter.goal == element.id);
    let left_out = elements.iter().filter(|element| !stands(element.id)).filter(is_talked_about);
    let reasons = left_out
        .map(|element| Reason { field: Some("goals"), sentence: element.sentence(model, "refused-agreement-goal-in-talk") });
    Refused::unless_none(reasons.collect())
}

/// Puts it before the groups the model wants heard.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::hear`], or a fault.
pub async fn hear(desk: &mut Desk, id: AgreementId, version: i64) -> Result<Agreement, Ending> {
    let model = desk.model();
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Hear).await?;
    let (agreement, event) = agreement.hear(&model)?;
    save(desk, &permit, agreement, event).await
}

/// Lets the parties talk about it.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::open_dialogue`], or a fault.
pub async fn open_dialogue(desk: &mut Desk, id: AgreementId, version: i64) -> Result<Agreement, Ending> {
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::OpenDialogue).await?;
    let (agreement, event) = agreement.open_dialogue()?;
    save(desk, &permit, agreement, event).await
}

/// Gives up what was never in force. Goals that it proposed go back with the same note.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::withdraw`], or a fault.
pub async fn withdraw(desk: &mut Desk, id: AgreementId, version: i64, note: Prose) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Withdraw).await?;
    let held = taking::held(&mut desk.tx, municipality, &agreement).await?;
    let moved = agreement.withdraw(&model, note, &held)?;
    save_elements(desk, &permit, moved.elements).await?;
    save(desk, &permit, moved.agreement, moved.event).await
}

/// Starts the next edition of what is in force, with a reason (H9). What is in force stays so until the next is approved.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::amend`], or a fault.
pub async fn amend(desk: &mut Desk, id: AgreementId, version: i64, reason: Prose) -> Result<Agreement, Ending> {
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Amend).await?;
    let (agreement, event) = agreement.amend(reason)?;
    save(desk, &permit, agreement, event).await
}

/// Gives an amendment up: the text in force is the text again, with the signatures on it.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::drop_amendment`], or a fault.
pub async fn drop_amendment(desk: &mut Desk, id: AgreementId, version: i64) -> Result<Agreement, Ending> {
    let municipality = desk.municipality();
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::DropAmendment).await?;
    let counters = agreements::open_counters(&mut desk.tx, municipality, id).await?;
    let edition = match agreement.edition {
        0 => None, // then the deed refuses it, in words
        edition => Some(agreements::agreement_edition(&mut desk.tx, municipality, id, edition).await?),
    };
    let in_force = edition.as_ref().map_or_else(|| agreement.content.clone(), |edition| edition.content.clone());
    let (agreement, event) = agreement.drop_amendment(in_force, &counters)?;
    save_with(desk, &permit, agreement, edition.as_ref().map(|edition| &edition.frozen), event).await
}
