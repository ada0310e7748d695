//! How a deed takes an agreement up, and puts it down: loaded by sight, with its parties and what stands in it.

use pejl_domain::Event;
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementVerb, Counter, Hearing, Held, Sealed, Standing, Submission};
use pejl_domain::chain::{Element, State};
use pejl_domain::models::Key;
use pejl_domain::sentence::Sentence;
use pejl_kernel::{AgreementId, ElementId, MunicipalityId, PersonId, Prose, UnitId, Years};
use pejl_policy::{Action, Denied, Permit};
use pejl_store::agreements::{self, FrozenText};
use pejl_store::{Fault, Tx, chain, orgs, queue_writers};

use crate::chain::taking as elements;
use crate::desk::Desk;
use crate::ending::Ending;

use super::parties::Parties;

/// An agreement that a deed is done to.
pub(super) struct Taken {
    pub(super) agreement: Agreement,
    pub(super) parties: Parties,
}

/// Loads an agreement that the actor sees, with its parties. Waits for its turn first: what a deed decides rests on what it
/// reads of counter-proposals, goals and signatures.
pub(super) async fn take_up(desk: &mut Desk, id: AgreementId) -> Result<Taken, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let agreement = agreements::agreement_seen(&mut desk.tx, &desk.sight, id).await?;
    let parties = Parties::of(&mut desk.tx, &desk.sight, &desk.place, &agreement).await?;
    Ok(Taken { agreement, parties })
}

/// Takes an agreement up for somebody who may do this to it, on the version that their form was opened on.
pub(super) async fn take(desk: &mut Desk, id: AgreementId, version: i64, verb: AgreementVerb) -> Result<(Taken, Permit), Ending> {
    let taken = take_up(desk, id).await?;
    let permit = taken.parties.decide(&desk.actor, verb)?;
    unchanged(&taken.agreement, version)?;
    Ok((taken, permit))
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(super) fn unchanged(agreement: &Agreement, version: i64) -> Result<(), Ending> {
    if agreement.version == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// Saves an agreement and tells what happened to it; gives it back with the version it now has. The seal stays where its state
/// has one, and goes where it has none.
pub(super) async fn save(desk: &mut Desk, permit: &Permit, agreement: Agreement, event: Event) -> Result<Agreement, Ending> {
    save_with(desk, permit, agreement, None, event).await
}

/// Saves an agreement with the text that is signed from now on.
pub(super) async fn save_sealed(
    desk: &mut Desk,
    permit: &Permit,
    agreement: Agreement,
    sealed: Sealed,
    event: Event,
) -> Result<Agreement, Ending> {
    let frozen = FrozenText { body: sealed.text, seal: sealed.seal };
    save_with(desk, permit, agreement, Some(&frozen), event).await
}

pub(super) async fn save_with(
    desk: &mut Desk,
    permit: &Permit,
    mut agreement: Agreement,
    frozen: Option<&FrozenText>,
    event: Event,
) -> Result<Agreement, Ending> {
    agreements::save_agreement(&mut desk.tx, permit, desk.at, &agreement, frozen, &event).await?;
    agreement.version += 1;
    desk.tell(event);
    Ok(agreement)
}

/// Saves the goals and actions that moved with an agreement: each with its own line in the trail, and its first edition where
/// it is in force now.
pub(super) async fn save_elements(desk: &mut Desk, permit: &Permit, moved: Vec<(Element, Event)>) -> Result<(), Ending> {
    for (element, event) in moved {
        let element = elements::save(desk, permit, element, event).await?;
        if element.state == State::Adopted {
            chain::save_edition(&mut desk.tx, permit, desk.at, &element, &Prose::default()).await?;
        }
    }
    Ok(())
}

/// Every goal and action in an agreement, with what they are tied to and who owns them.
pub(super) async fn held(tx: &mut Tx, municipality: MunicipalityId, agreement: &Agreement) -> Result<Vec<Held>, Ending> {
    let ids: Vec<ElementId> = agreement.content.elements().collect();
    let elements = agreements::elements_of(tx, municipality, &ids).await?;
    Ok(with_ties(tx, municipality, elements).await?)
}

/// Elements with what they are tied to and who owns them. The statements go by the owners, of whom there are few.
pub(super) async fn with_ties(tx: &mut Tx, municipality: MunicipalityId, elements: Vec<Element>) -> Result<Vec<Held>, Fault> {
    let ids: Vec<ElementId> = elements.iter().map(|element| element.id).collect();
    let tied = chain::tied_facts_of(tx, municipality, &ids).await?;
    let mut owners: Vec<(UnitId, String)> = Vec::new();
    let mut held = Vec::with_capacity(elements.len());
    for element in elements {
        let known = owners.iter().find(|(unit, _)| *unit == element.owner).map(|(_, name)| name.clone());
        let owner = match known {
            Some(name) => name,
            None => {
                let line = orgs::line(tx, municipality, element.owner).await?;
                let name = line.into_iter().next().map(|unit| unit.name).unwrap_or_default();
                owners.push((element.owner, name.clone()));
                name
            }
        };
        let tied = tied.iter().find(|(id, _)| *id == element.id).map(|(_, tied)| *tied).unwrap_or_default();
        held.push(Held { element, tied, owner });
    }
    Ok(held)
}

/// The kinds of unit among the agents: which rules of the game apply to them.
pub(super) async fn unit_kinds(tx: &mut Tx, municipality: MunicipalityId, agreement: &Agreement) -> Result<Vec<Key>, Ending> {
    let mut kinds = Vec::new();
    for agent in &agreement.agents {
        let unit = orgs::unit(tx, municipality, *agent).await?;
        kinds.extend(unit.content.kind);
    }
    Ok(kinds)
}

/// What submitting rests on, from its parts.
pub(super) fn submission<'a>(
    parties: &'a Parties,
    agreement: &Agreement,
    held: &'a [Held],
    counters: &'a [Counter],
    heard: &'a [Hearing],
    unit_kinds: &'a [Key],
) -> Submission<'a> {
    Submission {
        held,
        counters,
        heard,
        principal: parties.name_of(agreement.principal),
        agents: agreement.agents.iter().map(|agent| parties.name_of(*agent)).collect(),
        unit_kinds,
    }
}

/// The elements that an edit names, before and after it. Whoever writes puts in only what they see; what stands there already
/// is the agreement's to show.
pub(super) async fn elements_of_edit(
    desk: &mut Desk,
    agreement: &Agreement,
    content: &AgreementContent,
) -> Result<Vec<Element>, Ending> {
    let municipality = desk.municipality();
    let mut ids: Vec<ElementId> = agreement.content.elements().collect();
    let stood = ids.len();
    ids.extend(content.elements());
    let mut seen = std::collections::BTreeSet::new();
    let mut at = 0;
    let mut new = Vec::new();
    ids.retain(|id| {
        let first = seen.insert(*id);
        if first && at >= stood {
            new.push(*id);
        }
        at += 1;
        first
    });
    for id in new {
        chain::element_seen(&mut desk.tx, &desk.sight, id).await?;
    }
    Ok(agreements::elements_of(&mut desk.tx, municipality, &ids).await?)
}

/// The open agreements of the same kind that one of the agents has in some of the same years.
pub(super) async fn standing(
    desk: &mut Desk,
    kind: &Key,
    agents: &[UnitId],
    period: Years,
    but: Option<AgreementId>,
) -> Result<Vec<Standing>, Ending> {
    let municipality = desk.municipality();
    let mut standing = Vec::new();
    for other in agreements::overlapping(&mut desk.tx, municipality, kind, agents, period, but).await? {
        let other = agreements::agreement(&mut desk.tx, municipality, other.id).await?;
        standing.push(Standing {
            id: other.id,
            number: other.number,
            kind: other.kind,
            agents: other.agents,
            period: other.period,
            state: other.state,
        });
    }
    Ok(standing)
}

/// Whoever acts, as a person: nobody at the command line makes agreements.
pub(super) fn signer(permit: &Permit) -> Result<PersonId, Denied> {
    permit.person().ok_or_else(|| denied(permit.action()))
}

/// The answer no, in the words of the action.
pub(super) fn denied(action: Action) -> Denied {
    Denied { action, sentence: Sentence::new(&format!("denied-{}", action.as_str())) }
}
