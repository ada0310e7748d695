//! What the pages and forms of agreements show beside what the store reads: what this actor can do, what stands in the way,
//! and the texts that were signed.

use jiff::Timestamp;
use pejl_domain::agreements::{
    Advice, Agreement, AgreementState, AgreementVerb, Difference, Frozen, Held, Sealed, Side, Signature, kind, seal_of,
};
use pejl_domain::chain::Element;
use pejl_domain::models::{Key, Theme};
use pejl_domain::{Reason, Refused};
use pejl_kernel::{ElementId, Number, Prose, UnitId};
use pejl_policy::{Actor, Sight};
use pejl_store::agreements::{self, AgreementPage as Shown};
use pejl_store::chain::DecisionRow;
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::{Miss, Tx, chain};

use crate::ending::Ending;
use crate::office::Place;

use super::parties::Parties;
use super::taking;

/// An agreement with everything its page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct AgreementPage {
    /// The agreement, its parties, goals, talks, signatures, editions and history, as this reader reads it.
    pub shown: Shown,
    /// The parties with the units above them, and who can approve.
    pub parties: Parties,
    /// What this actor can do now: open by the agreement's state and model, and theirs to do.
    pub may: Vec<AgreementVerb>,
    /// Which side this actor negotiates on; `None` for those who do not.
    pub side: Option<Side>,
    /// The parties this actor may sign for that have not signed the text that stands.
    pub sign_for: Vec<UnitId>,
    /// The parties that have not signed the text that stands; empty where no text stands.
    pub unsigned: Vec<UnitId>,
    /// The text as this reader reads it: what was submitted or is in force, else what is being written, as it would be frozen now.
    pub text: Frozen,
    /// What stands in the way of submitting it, while it is being written: each reason as submitting would say it.
    pub in_the_way: Vec<Reason>,
    /// How its goals lean, and what to think about; while it is being written.
    pub advice: Option<Advice>,
    /// Goals in it that are proposed, and that another level than the one that approves the agreement adopts; of one that is
    /// approved all that are still proposed.
    pub adopted_elsewhere: Vec<ElementId>,
    /// Whether it takes the decision of a political body to approve it.
    pub needs_decision: bool,
}

/// An agreement's page, by the number people say. The statements grow with the number of its agents, not with what is in it.
///
/// # Errors
/// Not found, also where this actor may not see it; or a fault.
pub async fn agreement_page(
    tx: &mut Tx,
    actor: &Actor,
    sight: &Sight,
    place: &Place,
    number: Number,
) -> Result<AgreementPage, Ending> {
    let model = &*place.model;
    let shown = agreements::agreement_page(tx, sight, number).await?;
    let agreement = &shown.agreement;
    let parties = Parties::of(tx, sight, place, agreement).await?;
    let signatures: Vec<Signature> = shown.signatures.iter().map(|row| row.signature.clone()).collect();
    let seal = shown.frozen.as_ref().map(|frozen| frozen.seal.as_str()).unwrap_or_default();
    let unsigned = if seal.is_empty() { Vec::new() } else { agreement.unsigned(seal, &signatures) };
    let can_sign = |unit: &UnitId| parties.decide_signing(actor, *unit).is_ok();
    let has_open = shown.counters.iter().any(|row| row.counter.is_open());
    let signs = shown.sees_draft && !has_open && agreement.open_verbs(model).contains(&AgreementVerb::Sign);
    let sign_for: Vec<UnitId> = unsigned.iter().copied().filter(|unit| signs && can_sign(unit)).collect();
    let mut may = open_verbs(actor, place, &parties, agreement, shown.sees_draft);
    may.retain(|verb| *verb != AgreementVerb::Sign || !sign_for.is_empty());
    let held = held(tx, sight, &shown).await?;
    let text = match &shown.frozen {
        Some(frozen) => Frozen::parse(&frozen.body),
        None if shown.sees_draft => None,
        None => edition_text(tx, sight, agreement).await?,
    };
    let written = Written::of(&shown, &parties, held);
    Ok(AgreementPage {
        text: text.unwrap_or_else(|| written.text(place, &shown)),
        in_the_way: if agreement.is_being_written() { written.in_the_way(place, &shown) } else { Vec::new() },
        advice: agreement.is_being_written().then(|| written.advice(place, &shown)),
        adopted_elsewhere: adopted_elsewhere(place, &shown),
        needs_decision: agreement.needs_decision(model),
        side: parties.side_of(actor),
        may,
        sign_for,
        unsigned,
        parties: written.parties,
        shown,
    })
}

/// Whether there is an agreement with this number that this actor may see.
///
/// # Errors
/// A fault of the database.
pub async fn is_seen(tx: &mut Tx, sight: &Sight, number: Number) -> Result<bool, Ending> {
    match agreements::agreement_by_number(tx, sight, number).await {
        Ok(_) => Ok(true),
        Err(Miss::NotFound | Miss::Stale) => Ok(false),
        Err(Miss::Fault(fault)) => Err(fault.into()),
    }
}

/// What this actor can do to an agreement now. Who reads the edition in force while another is written does nothing to it.
fn open_verbs(actor: &Actor, place: &Place, parties: &Parties, agreement: &Agreement, sees_draft: bool) -> Vec<AgreementVerb> {
    if !sees_draft {
        return Vec::new();
    }
    let mut verbs = agreement.open_verbs(&place.model);
    verbs.retain(|verb| parties.decide(actor, *verb).is_ok());
    verbs
}

/// The text of the edition in force.
async fn edition_text(tx: &mut Tx, sight: &Sight, agreement: &Agreement) -> Result<Option<Frozen>, Ending> {
    let edition = agreements::agreement_edition(tx, sight.municipality(), agreement.id, agreement.edition).await?;
    Ok(Frozen::parse(&edition.frozen.body))
}

/// The goals and actions of a page, with what they are tied to: one statement more.
async fn held(tx: &mut Tx, sight: &Sight, shown: &Shown) -> Result<Vec<Held>, Ending> {
    let goals = shown.goals.iter().map(|here| (&here.element, &here.owner.name));
    let all: Vec<(&Element, &String)> = goals.chain(shown.actions.iter().map(|here| (&here.element, &here.owner.name))).collect();
    let ids: Vec<ElementId> = all.iter().map(|(element, _)| element.id).collect();
    let tied: std::collections::BTreeMap<_, _> = chain::tied_facts_of(tx, sight.municipality(), &ids).await?.into_iter().collect();
    let held = |(element, owner): (&Element, &String)| Held {
        element: element.clone(),
        tied: tied.get(&element.id).copied().unwrap_or_default(),
        owner: owner.clone(),
    };
    Ok(all.into_iter().map(held).collect())
}

/// What a text is made of, gathered from a page.
struct Written {
    parties: Parties,
    held: Vec<Held>,
    counters: Vec<pejl_domain::agreements::Counter>,
    heard: Vec<pejl_domain::agreements::Hearing>,
    unit_kinds: Vec<Key>,
}

impl Written {
    fn of(shown: &Shown, parties: &Parties, held: Vec<Held>) -> Self {
        Self {
            parties: parties.clone(),
            held,
            counters: shown.counters.iter().map(|row| row.counter.clone()).collect(),
            heard: shown.hearings.iter().map(|row| row.hearing.clone()).collect(),
            unit_kinds: shown.agents.iter().filter_map(|agent| agent.kind.clone()).collect(),
        }
    }

    fn submission<'a>(&'a self, agreement: &Agreement) -> pejl_domain::agreements::Submission<'a> {
        taking::submission(&self.parties, agreement, &self.held, &self.counters, &self.heard, &self.unit_kinds)
    }

    fn text(&self, place: &Place, shown: &Shown) -> Frozen {
        Frozen::of(&shown.agreement, &place.model, &self.submission(&shown.agreement))
    }

    /// What submitting would say, tried as from the dialogue: what is missing is missing from the first draft on.
    fn in_the_way(&self, place: &Place, shown: &Shown) -> Vec<Reason> {
        let tried = Agreement { state: AgreementState::Dialogue, ..shown.agreement.clone() };
        let submission = self.submission(&tried);
        match tried.submit(&place.model, submission) {
            Ok(_) => Vec::new(),
            Err(Refused { reasons }) => reasons,
        }
    }

    fn advice(&self, place: &Place, shown: &Shown) -> Advice {
        let elements: Vec<Element> = self.held.iter().map(|held| held.element.clone()).collect();
        let mut groups: Vec<_> = self.heard.iter().map(|hearing| hearing.group).collect();
        groups.dedup();
        Advice::of(&place.model, &shown.agreement, &elements, &groups)
    }
}

/// Goals that are proposed, and whose level does not adopt with the agreement; once it is approved all that were not adopted
/// with it, as where a leader approved without a decision.
fn adopted_elsewhere(place: &Place, shown: &Shown) -> Vec<ElementId> {
    let approves = kind(&place.model, &shown.agreement.kind).map(|kind| &kind.approves);
    let is_settled = matches!(shown.agreement.state, AgreementState::Approved | AgreementState::Reported | AgreementState::Closed);
    let elsewhere = |element: &Element| {
        let spec = place.model.spec(element.kind, &element.level);
        spec.and_then(|spec| spec.adopts.as_ref()).is_some_and(|level| is_settled || Some(level) != approves)
    };
    let proposed = |element: &&Element| element.state.name() == pejl_domain::chain::StateName::Proposed;
    let goals = shown.goals.iter().map(|here| &here.element);
    goals.filter(proposed).filter(|element| elsewhere(element)).map(|element| element.id).collect()
}

/// One edition as it was signed.
#[derive(Clone, PartialEq, Debug)]
pub struct EditionPage {
    /// Which.
    pub edition: u32,
    /// The text.
    pub text: Frozen,
    /// Its seal.
    pub seal: String,
    /// Why it was amended; empty for the first.
    pub reason: Prose,
    /// The decision it rests on; `None` where a leader approved it.
    pub decision: Option<DecisionRow>,
    /// When it came into force.
    pub at: Timestamp,
    /// The signatures on it.
    pub signatures: Vec<agreements::SignatureRow>,
}

/// One edition of an agreement, for all who see the agreement.
///
/// # Errors
/// Not found, also where this actor may not see the agreement; or a fault.
pub async fn edition_page(tx: &mut Tx, sight: &Sight, number: Number, edition: u32) -> Result<EditionPage, Ending> {
    let agreement = agreements::agreement_by_number(tx, sight, number).await?.agreement;
    let kept = agreements::agreement_edition(tx, sight.municipality(), agreement.id, edition).await?;
    let text = Frozen::parse(&kept.frozen.body).ok_or_else(|| unreadable(&agreement))?;
    let mut signatures = agreements::signatures(tx, sight, agreement.id).await?;
    signatures.retain(|row| row.signature.seal == kept.frozen.seal);
    Ok(EditionPage {
        edition: kept.edition,
        text,
        seal: kept.frozen.seal,
        reason: kept.reason,
        decision: kept.decision,
        at: kept.at,
        signatures,
    })
}

fn unreadable(agreement: &Agreement) -> Ending {
    Ending::Fault(pejl_store::Fault::Corrupt {
        doing: "reading the text of an agreement",
        found: agreement.number.to_string(),
        expected: "a text as it was frozen",
    })
}

/// What differs between two editions, or between an edition and what is submitted or being written (`None`), which only those
/// who see the draft compare.
///
/// # Errors
/// Not found, also where this actor may not see the agreement or the draft; or a fault.
pub async fn difference(
    tx: &mut Tx,
    actor: &Actor,
    sight: &Sight,
    place: &Place,
    number: Number,
    before: Option<u32>,
    after: Option<u32>,
) -> Result<Difference, Ending> {
    let before = text_of(tx, actor, sight, place, number, before).await?;
    let after = text_of(tx, actor, sight, place, number, after).await?;
    Ok(Difference::between(&before, &after))
}

async fn text_of(
    tx: &mut Tx,
    actor: &Actor,
    sight: &Sight,
    place: &Place,
    number: Number,
    edition: Option<u32>,
) -> Result<Frozen, Ending> {
    match edition {
        Some(edition) => Ok(edition_page(tx, sight, number, edition).await?.text),
        None => {
            let page = agreement_page(tx, actor, sight, place, number).await?;
            if page.shown.sees_draft { Ok(page.text) } else { Err(Ending::NotFound) }
        }
    }
}

/// Whether a kept text is the one that was signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified {
    /// The seal that was signed.
    pub seal: String,
    /// The seal that the kept text has now.
    pub computed: String,
    /// Whether they are the same, and the text still reads.
    pub holds: bool,
}

/// Computes the seal of a kept text again: of an edition, or of the text that stands submitted or in force (`None`).
///
/// # Errors
/// Not found, also where this actor may not see the agreement, or no text stands; or a fault.
pub async fn verify(tx: &mut Tx, sight: &Sight, number: Number, edition: Option<u32>) -> Result<Verified, Ending> {
    let seen = agreements::agreement_by_number(tx, sight, number).await?;
    let (municipality, id) = (sight.municipality(), seen.agreement.id);
    let frozen = match edition {
        Some(edition) => agreements::agreement_edition(tx, municipality, id, edition).await?.frozen,
        None if seen.sees_draft => agreements::frozen_text(tx, municipality, id).await?.ok_or(Ending::NotFound)?,
        None => return Err(Ending::NotFound),
    };
    let computed = seal_of(&frozen.body);
    Ok(Verified { holds: Sealed::read(&frozen.body, &frozen.seal).is_some(), computed, seal: frozen.seal })
}

/// Two units that could agree on something of a kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The unit that would ask.
    pub principal: UnitInLine,
    /// The unit that would answer.
    pub agent: UnitInLine,
}

/// The parties between which this actor may draft an agreement of a kind, by the agents' names: each open unit at the agents'
/// level with the one above it that asks. Empty for a kind that the model does not have. Three statements at most.
///
/// # Errors
/// A fault of the database.
pub async fn pairs(tx: &mut Tx, actor: &Actor, sight: &Sight, place: &Place, of_kind: &Key) -> Result<Vec<Pair>, Ending> {
    let Some(kind) = kind(&place.model, of_kind) else { return Ok(Vec::new()) };
    let municipality = sight.municipality();
    let lines = orgs::lines_of_level(tx, municipality, &kind.agent, sight.on()).await?;
    let bodies = orgs::bodies(tx, municipality, &kind.approves, sight.on()).await?;
    let mut pairs = Vec::new();
    for line in lines {
        let Some(at) = line.iter().position(|unit| unit.level == kind.principal) else { continue };
        let in_line: Vec<UnitInLine> = line.iter().filter(|unit| unit.level == kind.approves).cloned().collect();
        let approving = if in_line.is_empty() { bodies.clone() } else { in_line };
        let (Some(principal), Some(agent)) = (line.get(at).cloned(), line.first().cloned()) else { continue };
        let parties = Parties { principal: line.iter().skip(at).cloned().collect(), agents: vec![line], approving };
        if parties.decide(actor, AgreementVerb::Edit).is_ok() {
            pairs.push(Pair { principal, agent });
        }
    }
    Ok(pairs)
}

/// The themes that an agreement of these years and this kind must answer and does not.
pub fn missing_themes<'p>(place: &'p Place, agreement: &Agreement) -> Vec<&'p Theme> {
    agreement.missing_themes(&place.model)
}
