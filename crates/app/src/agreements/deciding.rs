//! Where an agreement is settled: submitted, sent back, approved, signed; reported on, ended, handed over.

use pejl_domain::agreements::{Agreement, AgreementState, AgreementVerb, Frozen, Party, Signature, Signing};
use pejl_domain::chain::Decision;
use pejl_domain::{Reason, Refused, Sentence};
use pejl_kernel::{AgreementId, ElementId, Line, Prose, UnitId};
use pejl_policy::{Action, Permit};
use pejl_store::{Fault, agreements, orgs, queue_writers};

use crate::chain::DecisionGiven;
use crate::chain::deciding::{Weighed, made, made_by_its_body, record, weigh};
use crate::chain::taking as elements;
use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{self, Taken, save, save_elements, save_sealed, signer, take, take_up};

/// Puts it before whoever approves it. Its text is frozen with a seal, and the agents' own goals in it are proposed (chain's
/// rules hold, and say which goal they are about).
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::submit`], or a fault.
pub async fn submit(desk: &mut Desk, id: AgreementId, version: i64) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let (Taken { agreement, parties }, permit) = take(desk, id, version, AgreementVerb::Submit).await?;
    let held = taking::held(&mut desk.tx, municipality, &agreement).await?;
    let counters = agreements::open_counters(&mut desk.tx, municipality, id).await?;
    let heard = agreements::hearings(&mut desk.tx, municipality, id).await?;
    let unit_kinds = taking::unit_kinds(&mut desk.tx, municipality, &agreement).await?;
    let submission = taking::submission(&parties, &agreement, &held, &counters, &heard, &unit_kinds);
    let submitted = agreement.submit(&model, submission)?;
    save_elements(desk, &permit, submitted.elements).await?;
    save_sealed(desk, &permit, submitted.agreement, submitted.sealed, submitted.event).await
}

/// Sends it back with a note: the seal goes, signatures on it are void, and the goals it proposed go back with the same note.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::send_back`], or a fault.
pub async fn return_agreement(desk: &mut Desk, id: AgreementId, version: i64, note: Prose) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Return).await?;
    let held = taking::held(&mut desk.tx, municipality, &agreement).await?;
    let moved = agreement.send_back(&model, note, &held)?;
    save_elements(desk, &permit, moved.elements).await?;
    save(desk, &permit, moved.agreement, moved.event).await
}

/// Approves it: the text that was submitted is the next edition, and is in force. A political body approves by a decision
/// (K1), which also adopts the goals in it that the same level adopts. A leader approves in person, and that is the
/// decision; whoever records it for them records one.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Decision::record`], [`Agreement::approve`] or [`Agreement::as_submitted`], or
/// where another body decided; or a fault.
pub async fn approve(desk: &mut Desk, id: AgreementId, version: i64, given: Option<DecisionGiven>) -> Result<Agreement, Ending> {
    let (taken, permit) = take(desk, id, version, AgreementVerb::Approve).await?;
    let given = match given {
        None if !taken.agreement.needs_decision(&desk.model()) => Some(own_decision(desk, &taken)?),
        given => given,
    };
    let weighed = match given {
        Some(given) => {
            let (decision, body) = made(desk, given).await?;
            by_its_body(&taken, &decision, &body)?;
            Some(weigh(desk, decision, &body).await?)
        }
        None => None,
    };
    let decision = weighed.as_ref().map(|weighed| weighed.decision.clone());
    if let Some(weighed) = weighed {
        record(desk, &permit, weighed).await?;
    }
    put_in_force(desk, &permit, taken.agreement, decision.as_ref()).await
}

/// A leader's yes, as the decision it is: the agreement is its own case. So the goals that are adopted with it say by whom (K1).
fn own_decision(desk: &Desk, taken: &Taken) -> Result<DecisionGiven, Ending> {
    // Whoever records what others approve records their decision; a leader's yes is the leader's own.
    let refused = || Refused::at("decision", taken.agreement.sentence("refused-agreement-leader-approves"));
    let unit = taken.parties.approving_led_by(&desk.actor).ok_or_else(refused)?;
    let case_number = Line::parse(&taken.agreement.number.to_string()).map_err(|_| refused())?;
    Ok(DecisionGiven { body: unit.id, on: desk.today(), case_number, text: Prose::default() })
}

/// The agreement with its next edition, and the goals and actions that come in force with it.
async fn put_in_force(
    desk: &mut Desk,
    permit: &Permit,
    agreement: Agreement,
    decision: Option<&Decision>,
) -> Result<Agreement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let held = taking::held(&mut desk.tx, municipality, &agreement).await?;
    let (number, reason) = (agreement.number, agreement.amending.clone());
    let kept = agreements::frozen_text(&mut desk.tx, municipality, agreement.id).await?;
    let as_submitted = match kept.as_ref().and_then(|kept| Frozen::parse(&kept.body)) {
        Some(text) => agreement.as_submitted(&model, &text, &held),
        None => Ok(()), // nothing is submitted: then the deed says so
    };
    let moved = agreement.approve(&model, decision, &held)?;
    as_submitted?;
    let frozen = kept.ok_or_else(|| Fault::Corrupt {
        doing: "approving an agreement",
        found: format!("{number} without a seal"),
        expected: "the text that was submitted",
    })?;
    save_elements(desk, permit, moved.elements).await?;
    let agreement = save(desk, permit, moved.agreement, moved.event).await?;
    agreements::save_agreement_edition(&mut desk.tx, permit, desk.at, &agreement, &frozen, &reason).await?;
    Ok(agreement)
}

/// Approves agreements and adopts goals by one decision, as a meeting does: all of them or none. Says how many of each. A goal
/// that one of the agreements adopts already may be named beside it.
///
/// # Errors
/// As [`approve`] and `adopt_element` for each, every refusal of them at once; or a fault.
pub async fn approve_many(
    desk: &mut Desk,
    agreements: Vec<(AgreementId, i64)>,
    goals: Vec<(ElementId, i64)>,
    given: DecisionGiven,
) -> Result<(usize, usize), Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let (decision, body) = made(desk, given).await?;
    let weighed = weigh(desk, decision, &body).await?;
    let mut one = OneDecision { decision: weighed.decision.clone(), unsaved: Some(weighed), body, reasons: Vec::new() };
    let (mut approved, mut adopted) = (0, 0);
    for (id, version) in goals {
        match one.adopt(desk, id, version).await {
            Ok(()) => adopted += 1,
            Err(ending) => one.keep(ending)?,
        }
    }
    for (id, version) in agreements {
        match one.approve(desk, id, version).await {
            Ok(()) => approved += 1,
            Err(ending) => one.keep(ending)?,
        }
    }
    Refused::unless_none(one.reasons)?;
    Ok((approved, adopted))
}

/// One decision that many things are decided by.
struct OneDecision {
    decision: Decision,
    /// Until the first thing that is decided by it is saved.
    unsaved: Option<Weighed>,
    body: String,
    reasons: Vec<Reason>,
}

impl OneDecision {
    /// Keeps the reasons of a refusal, to tell all of them at once; any other ending ends the deed.
    fn keep(&mut self, ending: Ending) -> Result<(), Ending> {
        match ending {
            Ending::Refused(refused) => {
                self.reasons.extend(refused.reasons);
                Ok(())
            }
            Ending::NotFound | Ending::Denied(_) | Ending::Conflict | Ending::Fault(_) => Err(ending),
        }
    }

    async fn approve(&mut self, desk: &mut Desk, id: AgreementId, version: i64) -> Result<(), Ending> {
        let (taken, permit) = take(desk, id, version, AgreementVerb::Approve).await?;
        by_its_body(&taken, &self.decision, &self.body)?;
        self.save(desk, &permit).await?;
        put_in_force(desk, &permit, taken.agreement, Some(&self.decision)).await?;
        Ok(())
    }

    async fn adopt(&mut self, desk: &mut Desk, id: ElementId, version: i64) -> Result<(), Ending> {
        let model = desk.model();
        let (element, facts) = elements::take_up(desk, id).await?;
        let permit = desk.ask(Action::AdoptElement, &facts)?;
        elements::unchanged(&element, version)?;
        made_by_its_body(&model, &element, &facts, &self.decision, &self.body)?;
        let adopted = element.adopt(&model, &self.decision)?;
        self.save(desk, &permit).await?;
        save_elements(desk, &permit, vec![adopted]).await
    }

    async fn save(&mut self, desk: &mut Desk, permit: &Permit) -> Result<(), Ending> {
        match self.unsaved.take() {
            Some(weighed) => record(desk, permit, weighed).await,
            None => Ok(()),
        }
    }
}

/// Whether a decision was made by a body that can approve the agreement. Another level is refused by the agreement itself, in
/// words that name the level.
fn by_its_body(taken: &Taken, decision: &Decision, body: &str) -> Result<(), Refused> {
    let approving = &taken.parties.approving;
    let at_level = approving.iter().any(|unit| unit.level == decision.level);
    if at_level && !approving.iter().any(|unit| unit.id == decision.body) {
        let sentence = taken.agreement.sentence("refused-agreement-decision-body").text("unit", body);
        return Err(Refused::at("decision", sentence));
    }
    Ok(())
}

/// Signs the frozen text for one of the parties. `seal` is of the text that whoever signs has read.
///
/// # Errors
/// Not found, denied, in conflict where another text stands there now, refused by [`Agreement::sign`], or a fault.
pub async fn sign(desk: &mut Desk, id: AgreementId, unit: UnitId, seal: &str) -> Result<Signature, Ending> {
    let municipality = desk.municipality();
    let Taken { agreement, parties } = take_up(desk, id).await?;
    let permit = parties.decide_signing(&desk.actor, unit)?;
    let stands = agreements::frozen_text(&mut desk.tx, municipality, id).await?.map(|frozen| frozen.seal).unwrap_or_default();
    if !stands.is_empty() && stands != seal {
        return Err(Ending::Conflict);
    }
    let signatures = agreements::signatures(&mut desk.tx, &desk.sight, id).await?;
    let signatures: Vec<Signature> = signatures.into_iter().map(|row| row.signature).collect();
    let counters = agreements::open_counters(&mut desk.tx, municipality, id).await?;
    let signing = Signing {
        unit,
        unit_name: parties.name_of(unit),
        person: signer(&permit)?,
        standing_in_for: permit.standing_in_for(),
        at: desk.at,
        seal: &stands,
        signatures: &signatures,
        counters: &counters,
    };
    let (signature, event) = agreement.sign(&signing)?;
    agreements::save_signature(&mut desk.tx, &permit, desk.at, &signature, &event).await?;
    desk.tell(event);
    Ok(signature)
}

/// Reports on it at the end of its period.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::report_at_end`], or a fault.
pub async fn report_agreement(desk: &mut Desk, id: AgreementId, version: i64, report: Prose) -> Result<Agreement, Ending> {
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Report).await?;
    let (agreement, event) = agreement.report_at_end(report)?;
    save(desk, &permit, agreement, event).await
}

/// Sends the report back with a note.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::return_report`], or a fault.
pub async fn return_report(desk: &mut Desk, id: AgreementId, version: i64, note: Prose) -> Result<Agreement, Ending> {
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::ReturnReport).await?;
    let (agreement, event) = agreement.return_report(note)?;
    save(desk, &permit, agreement, event).await
}

/// Ends it. Nobody changes it any more; whoever could read it still can.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Agreement::close`], or a fault.
pub async fn close_agreement(desk: &mut Desk, id: AgreementId, version: i64, note: Prose) -> Result<Agreement, Ending> {
    let (Taken { agreement, .. }, permit) = take(desk, id, version, AgreementVerb::Close).await?;
    let (agreement, event) = agreement.close(note)?;
    save(desk, &permit, agreement, event).await
}

/// Lets a unit take another's place in every open agreement in which that one asks or answers, as when it closes in mid-year;
/// says in how many. Editions in force keep the names that were signed. Whoever does it may do it in both units.
///
/// # Errors
/// Not found, denied, refused where the receiving unit is closed or by [`Agreement::hand_over`], or a fault.
pub async fn hand_over_agreements(desk: &mut Desk, from: UnitId, to: UnitId) -> Result<usize, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let giver = orgs::unit(&mut desk.tx, municipality, from).await?;
    let receiver = orgs::unit(&mut desk.tx, municipality, to).await?;
    let mut agreements = agreements::live_agreements_of_unit(&mut desk.tx, municipality, giver.id).await?;
    // What is reported on only waits to be ended: it stays with the unit that reported.
    agreements.retain(|agreement| agreement.state != AgreementState::Reported);
    let (of_giver, of_receiver) = (desk.facts_of(giver.id).await?, desk.facts_of(receiver.id).await?);

    let permit = desk.ask(Action::HandOverAgreement, &of_giver)?;
    let _also_there = desk.ask(Action::HandOverAgreement, &of_receiver)?;

    let name = receiver.content.name.as_str();
    if !receiver.is_open(desk.today()) {
        return Err(Refused::at("to", Sentence::new("refused-owner-closed").text("unit", name)).into());
    }
    let party = Party { unit: receiver.id, level: receiver.content.level.clone(), name: name.to_owned() };
    let mut reasons = Vec::new();
    let mut handed = Vec::with_capacity(agreements.len());
    for agreement in agreements {
        match agreement.hand_over(&model, giver.id, giver.content.name.as_str(), &party) {
            Ok(done) => handed.push(done),
            Err(refused) => reasons.extend(refused.reasons),
        }
    }
    Refused::unless_none(reasons)?;

    let count = handed.len();
    for (agreement, event) in handed {
        save(desk, &permit, agreement, event).await?;
    }
    Ok(count)
}
