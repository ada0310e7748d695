//! The turn of the year: next year's drafts from this year's agreements, one at a time or all at once, with a look first.

use pejl_domain::Refused;
use pejl_domain::agreements::renewal::{self, Choice, Drafted, Renewing, default_for, next_period, runs_out};
use pejl_domain::agreements::{Agreement, AgreementState, AgreementVerb, GoalPlace, Held, Party, Renewal, Standing, clash};
use pejl_domain::chain::{Element, ties};
use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, ElementId, Number, UnitId, Years};
use pejl_policy::{Action, Actor, Permit, Sight};
use pejl_store::agreements::{self, AgreementMention};
use pejl_store::chain::TiedTo;
use pejl_store::{Tx, chain, orgs};

use crate::chain::taking as elements;
use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::Place;

use super::drafting::party;
use super::parties::Parties;
use super::taking::{self, Taken, save, take_up};

/// What next year's draft would be made of.
#[derive(Clone, PartialEq, Debug)]
pub struct RenewalPreview {
    /// This year's agreement.
    pub agreement: Agreement,
    /// The years the draft would run.
    pub period: Years,
    /// Its goals and actions, in its order, goals first.
    pub lines: Vec<RenewalLine>,
    /// Drafts made from it already: another is refused while they are open.
    pub successors: Vec<AgreementMention>,
}

/// A goal or an action, and what becomes of it.
#[derive(Clone, PartialEq, Debug)]
pub struct RenewalLine {
    /// The goal or action as it is now.
    pub element: Element,
    /// The name of the unit that owns it.
    pub owner: String,
    /// How it came in; `None` for an action.
    pub place: Option<GoalPlace>,
    /// What becomes of it unless somebody chooses otherwise.
    pub suggested: Renewal,
    /// Whether its own time is over with the period: worth a look before it is carried on.
    pub runs_out: bool,
}

/// What came of drafting many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RenewedMany {
    /// The drafts.
    pub drafted: Vec<Agreement>,
    /// Those that no draft was made of, and why: most often there is one already.
    pub left_out: Vec<(Number, Refused)>,
}

/// Shows what next year's draft of an agreement would be made of, before anything is done.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn renewal_preview(tx: &mut Tx, sight: &Sight, number: Number) -> Result<RenewalPreview, Ending> {
    let page = agreements::agreement_page(tx, sight, number).await?;
    let agreement = page.agreement;
    let held = taking::held(tx, sight.municipality(), &agreement).await?;
    let place_of = |id: ElementId| agreement.content.goals.iter().find(|line| line.goal == id).map(|line| line.place);
    let line = |held: Held| RenewalLine {
        place: place_of(held.element.id),
        suggested: default_for(&held.element),
        runs_out: runs_out(&held.element, agreement.period),
        owner: held.owner,
        element: held.element,
    };
    let lines = held.into_iter().map(line).collect();
    Ok(RenewalPreview { period: next_period(agreement.period), lines, successors: page.successors, agreement })
}

/// Drafts next year's agreement from this year's. A goal or action that is not named goes by its default; one that is to be
/// changed is drafted anew, under and beside the same.
///
/// # Errors
/// Not found, denied (also where something of a unit in which this actor drafts nothing is to be changed), refused by [`renewal::draft`] (also where it was never in force, or the next is there already) or where a
/// party is closed and has no successor; or a fault.
pub async fn renew(desk: &mut Desk, id: AgreementId, choices: Vec<(ElementId, Renewal)>) -> Result<Agreement, Ending> {
    let Taken { agreement, parties } = take_up(desk, id).await?;
    let permit = parties.decide(&desk.actor, AgreementVerb::Amend)?;
    let agreement = in_force(desk, agreement).await?;
    renewed(desk, &permit, &agreement, &choices).await
}

/// The agreement with what is in force: that goes on, not what is only being written, and that not everybody may read.
async fn in_force(desk: &mut Desk, agreement: Agreement) -> Result<Agreement, Ending> {
    if agreement.edition == 0 || !is_amended(&agreement) {
        return Ok(agreement);
    }
    let municipality = desk.municipality();
    let edition = agreements::agreement_edition(&mut desk.tx, municipality, agreement.id, agreement.edition).await?;
    Ok(Agreement { content: edition.content, ..agreement })
}

fn is_amended(agreement: &Agreement) -> bool {
    agreement.is_being_written() || agreement.state == AgreementState::Submitted
}

/// The agreements that ended in a year, were in force, have none after them, and that this actor may draft the next of.
///
/// # Errors
/// A fault of the database.
pub async fn renewable(
    tx: &mut Tx,
    actor: &Actor,
    sight: &Sight,
    place: &Place,
    year: i16,
    kind: Option<&Key>,
    principal: Option<UnitId>,
) -> Result<Vec<AgreementMention>, Ending> {
    let mut open = Vec::new();
    for mention in agreements::without_successor(tx, sight, year, kind, principal).await? {
        let agents: Vec<UnitId> = mention.agents.iter().map(|agent| agent.id).collect();
        let parties = Parties::between(tx, sight, place, &mention.kind, mention.principal.id, &agents).await?;
        if parties.decide(actor, AgreementVerb::Amend).is_ok() {
            open.push(mention);
        }
    }
    Ok(open)
}

/// Drafts the next of every agreement that [`renewable`] names, each by its defaults.
///
/// # Errors
/// Denied where there are some and this actor may draft none of them; or a fault. What is refused is left out, and says why.
pub async fn renew_all(desk: &mut Desk, year: i16, kind: Option<Key>, principal: Option<UnitId>) -> Result<RenewedMany, Ending> {
    let mentions = agreements::without_successor(&mut desk.tx, &desk.sight, year, kind.as_ref(), principal).await?;
    let mut many = RenewedMany { drafted: Vec::new(), left_out: Vec::new() };
    let mut denial = None;
    let mut permitted = false;
    for mention in mentions {
        let Taken { agreement, parties } = take_up(desk, mention.id).await?;
        let permit = match parties.decide(&desk.actor, AgreementVerb::Amend) {
            Ok(permit) => permit,
            Err(denied) => {
                denial = Some(denied);
                continue;
            }
        };
        permitted = true;
        let agreement = in_force(desk, agreement).await?;
        match renewed(desk, &permit, &agreement, &[]).await {
            Ok(draft) => many.drafted.push(draft),
            Err(Ending::Refused(refused)) => many.left_out.push((agreement.number, refused)),
            Err(ending) => return Err(ending),
        }
    }
    match denial {
        Some(denied) if !permitted => Err(denied.into()),
        Some(_) | None => Ok(many),
    }
}

/// Drafts the next. Everything that can be refused is, before anything is saved: so one of many can be left out.
async fn renewed(
    desk: &mut Desk,
    permit: &Permit,
    agreement: &Agreement,
    choices: &[(ElementId, Renewal)],
) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let period = next_period(agreement.period);
    let principal = party_now(desk, agreement.principal, "principal").await?;
    let mut agents: Vec<Party> = Vec::with_capacity(agreement.agents.len());
    for agent in &agreement.agents {
        let agent = party_now(desk, *agent, "agents").await?;
        if !agents.iter().any(|known| known.unit == agent.unit) {
            agents.push(agent); // two units that became one answer once
        }
    }
    let units: Vec<UnitId> = agents.iter().map(|agent| agent.unit).collect();
    let others = taking::standing(desk, &agreement.kind, &units, period, None).await?;
    there_is_one_already(agreement, &units, period, &others)?;
    let ids: Vec<ElementId> = agreement.content.elements().collect();
    let elements = agreements::elements_of(&mut desk.tx, municipality, &ids).await?;
    let renewing = Renewing {
        id: AgreementId::new(desk.mint()),
        number: agreements::next_agreement_number(&mut desk.tx, municipality, period.from).await?,
        period,
        principal,
        agents,
        choices: chosen(desk, &elements, choices, period.from).await?,
    };
    let renewed = renewal::draft(&model, agreement, renewing, &elements, &others)?;
    save_drafted(desk, permit, renewed.drafted).await?;
    save(desk, permit, renewed.agreement, renewed.event).await
}

/// Asked before a number is given out, so that drafting a year's agreements twice leaves no holes in the numbers.
fn there_is_one_already(agreement: &Agreement, agents: &[UnitId], period: Years, others: &[Standing]) -> Result<(), Refused> {
    match clash(&agreement.kind, agents, period, others) {
        None => Ok(()),
        Some(other) => {
            let sentence = agreement.sentence("refused-agreement-renewed-already");
            let sentence = sentence.text("other", other.number.to_string()).text("years", other.period.to_string());
            Err(Refused::because(sentence))
        }
    }
}

/// A unit as a party next year: itself, or where it is closed the one that carries on its work.
async fn party_now(desk: &mut Desk, unit: UnitId, field: &'static str) -> Result<Party, Ending> {
    let (municipality, today) = (desk.municipality(), desk.today());
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    match unit.successor {
        Some(successor) if !unit.is_open(today) => party(desk, successor, field).await,
        Some(_) | None => party(desk, unit.id, field).await,
    }
}

/// The choices with the ids and numbers of what is drafted anew. A draft is its owner's: whoever chooses it may draft there.
async fn chosen(
    desk: &mut Desk,
    elements: &[Element],
    choices: &[(ElementId, Renewal)],
    year: i16,
) -> Result<Vec<(ElementId, Choice)>, Ending> {
    let municipality = desk.municipality();
    let mut chosen = Vec::with_capacity(choices.len());
    for (id, renewal) in choices {
        let choice = match (renewal, elements.iter().find(|element| element.id == *id)) {
            (Renewal::Change, Some(element)) => {
                let facts = desk.facts_of(element.owner).await?;
                let _may_draft_there = desk.ask(Action::DraftElement, &facts)?;
                Choice::Change {
                    id: ElementId::new(desk.mint()),
                    number: chain::next_element_number(&mut desk.tx, municipality, element.kind, year).await?,
                }
            }
            (Renewal::Carry, Some(_)) => Choice::Carry,
            (Renewal::Drop, Some(_)) => Choice::Drop,
            (Renewal::Carry | Renewal::Change | Renewal::Drop, None) => continue,
        };
        chosen.push((*id, choice));
    }
    Ok(chosen)
}

/// Saves what was drafted anew, under and beside what the old one stands under and beside.
async fn save_drafted(desk: &mut Desk, permit: &Permit, drafted: Vec<Drafted>) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let from: Vec<ElementId> = drafted.iter().map(|drafted| drafted.from).collect();
    let tied = chain::ties_of(&mut desk.tx, municipality, &from).await?;
    for Drafted { element, from, event } in drafted {
        let element = elements::save(desk, permit, element, event).await?;
        for (_, to) in tied.iter().filter(|(id, _)| *id == from) {
            match to {
                TiedTo::Under(parent) => {
                    let parent = chain::element(&mut desk.tx, municipality, *parent).await?;
                    if ties::may_tie(&model, &element, &parent).is_ok() {
                        let event = ties::tied(&model, &element, &parent);
                        chain::tie(&mut desk.tx, permit, desk.at, element.id, parent.id, &event).await?;
                        desk.tell(event);
                    }
                }
                TiedTo::Beside(beside) => {
                    let beside = chain::element(&mut desk.tx, municipality, *beside).await?;
                    if ties::may_mark(&model, &element, &beside).is_ok() {
                        let event = ties::marked(&model, &element, &beside);
                        chain::accompany(&mut desk.tx, permit, desk.at, element.id, beside.id, &event).await?;
                        desk.tell(event);
                    }
                }
            }
        }
    }
    Ok(())
}
