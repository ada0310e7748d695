//! Where the parties settle: the text is frozen, signed, sent back or approved, and the goals in it move with it. A goal that
//! is proposed, returned or adopted by itself is `chain`'s; here it follows the agreement it stands in.

use jiff::Timestamp;
use pejl_kernel::{PersonId, Prose, UnitId};

use super::deeds::written;
use super::sound::over;
use super::{Agreement, AgreementState, AgreementVerb, Counter, Frozen, Hearing, Held, Sealed, Signature};
use crate::chain::{Decision, Done, Element, StateName};
use crate::models::{Key, Model};
use crate::sentence::{Arg, Event, Reason, Refused, Sentence, reason};

/// What submitting rests on.
#[derive(Clone, Debug)]
pub struct Submission<'a> {
    /// Every goal and action in it.
    pub held: &'a [Held],
    /// Every counter-proposal in it.
    pub counters: &'a [Counter],
    /// What groups said.
    pub heard: &'a [Hearing],
    /// The principal's name.
    pub principal: &'a str,
    /// The agents' names, in the agreement's order.
    pub agents: Vec<&'a str>,
    /// What kinds of unit the agents are: which rules of the game apply to them.
    pub unit_kinds: &'a [Key],
}

/// What submitting gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submitted {
    /// The agreement.
    pub agreement: Agreement,
    /// The text that is signed.
    pub sealed: Sealed,
    /// The goals that were proposed with it, each with what happened to it.
    pub elements: Vec<(Element, Event)>,
    /// What happened.
    pub event: Event,
}

/// What a deed gives that moves goals and actions along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// The agreement.
    pub agreement: Agreement,
    /// The goals and actions that moved, each with what happened to it.
    pub elements: Vec<(Element, Event)>,
    /// What happened.
    pub event: Event,
}

/// Who signs what for whom.
#[derive(Clone, Debug)]
pub struct Signing<'a> {
    /// The unit that is signed for.
    pub unit: UnitId,
    /// Its name, for sentences.
    pub unit_name: &'a str,
    /// Who signs.
    pub person: PersonId,
    /// In whose place.
    pub standing_in_for: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// The seal of the text that is signed.
    pub seal: &'a str,
    /// Every signature there is on the agreement, on this seal or another.
    pub signatures: &'a [Signature],
    /// Every counter-proposal in it.
    pub counters: &'a [Counter],
}

impl Agreement {
    /// Puts it before whoever approves it: the text is frozen with its seal, and the agents' own goals that a body adopts are
    /// proposed. What needs no adoption waits for the approval.
    ///
    /// # Errors
    /// Refused in the wrong state, while a counter-proposal is open, where a theme of its years is not answered, where
    /// something in it is given up or superseded, and where a goal lacks what the model requires: each by name.
    pub fn submit(mut self, model: &Model, submission: Submission<'_>) -> Result<Submitted, Refused> {
        self.allows(AgreementVerb::Submit)?;
        self.known_kind(model)?;
        self.nothing_is_open(submission.counters)?;
        let unanswered = self.missing_themes(model).into_iter().map(|theme| {
            let sentence = Sentence::new("refused-agreement-theme-unanswered");
            reason("themes", sentence.with("theme", Arg::Theme(theme.key.clone())))
        });
        let mut reasons: Vec<Reason> = unanswered.collect();
        for id in self.content.elements() {
            match submission.held.iter().find(|held| held.element.id == id) {
                None => reasons.push(reason("goals", Sentence::new("refused-agreement-element-unknown"))),
                Some(held) if matches!(held.element.state.name(), StateName::Withdrawn | StateName::Superseded) => {
                    reasons.push(reason(place_of(&held.element), over(model, &held.element)));
                }
                Some(_) => {}
            }
        }
        let mut elements = Vec::new();
        for held in self.own(submission.held).filter(|held| is_being_written(&held.element)) {
            let (element, tied) = (held.element.clone(), &held.tied);
            match adopting_level(model, &element) {
                Some(Some(_)) => match element.propose(model, tied) {
                    Ok(done) => elements.push(done),
                    Err(refused) => reasons.extend(named(model, &held.element, refused)),
                },
                // Tried already now, so that whoever approves is not the one who finds out.
                Some(None) => {
                    if let Err(refused) = element.put_in_force(model, tied) {
                        reasons.extend(named(model, &held.element, refused));
                    }
                }
                None => {}
            }
        }
        Refused::unless_none(reasons)?;
        self.state = AgreementState::Submitted;
        let sealed = Sealed::of(Frozen::of(&self, model, &submission));
        let event = self.sentence("event-agreement-submitted").text("seal", short(&sealed.seal)).into();
        Ok(Submitted { agreement: self, sealed, elements, event })
    }

    /// Signs the frozen text for a unit: each unit once, and only while nothing is open between the parties.
    ///
    /// # Errors
    /// Refused where no text is frozen, while a counter-proposal is open, where the unit is no party, and where it has signed
    /// this text already.
    pub fn sign(&self, signing: &Signing<'_>) -> Done<Signature> {
        self.allows(AgreementVerb::Sign)?;
        self.nothing_is_open(signing.counters)?;
        let about = |key: &str| self.sentence(key).text("unit", signing.unit_name).text("seal", short(signing.seal));
        if signing.seal.is_empty() {
            return Err(Refused::at("seal", about("refused-agreement-nothing-to-sign")));
        }
        let Some(side) = self.side_of(signing.unit) else {
            return Err(Refused::at("unit", about("refused-agreement-sign-no-party")));
        };
        if signing.signatures.iter().any(|s| self.is_signature(s, signing.seal) && s.unit == signing.unit) {
            return Err(Refused::at("unit", about("refused-agreement-signed-already")));
        }
        let signature = Signature {
            agreement: self.id,
            seal: signing.seal.to_owned(),
            side,
            unit: signing.unit,
            person: signing.person,
            standing_in_for: signing.standing_in_for,
            at: signing.at,
        };
        Ok((signature, about("event-agreement-signed").into()))
    }

    /// The parties that have not signed the text with this seal: the principal first, then the agents in their order.
    pub fn unsigned(&self, seal: &str, signatures: &[Signature]) -> Vec<UnitId> {
        let has_signed = |unit: &UnitId| signatures.iter().any(|s| self.is_signature(s, seal) && s.unit == *unit);
        std::iter::once(self.principal).chain(self.agents.iter().copied()).filter(|unit| !has_signed(unit)).collect()
    }

    /// Whether the principal and every agent have signed the text with this seal.
    pub fn is_fully_signed(&self, seal: &str, signatures: &[Signature]) -> bool {
        !seal.is_empty() && self.unsigned(seal, signatures).is_empty()
    }

    /// Sends it back with a note: signatures on the text are void, and the goals that it proposed go back with the same note.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a note.
    pub fn send_back(mut self, model: &Model, note: Prose, held: &[Held]) -> Result<Moved, Refused> {
        self.allows(AgreementVerb::Return)?;
        written(&note, "note", "refused-agreement-return-without-note")?;
        let elements = self.taken_back(model, &note, held)?;
        let event = self.sentence("event-agreement-returned").text("note", note.as_str()).into();
        self.note = note;
        self.state = AgreementState::Returned;
        Ok(Moved { agreement: self, elements, event })
    }

    /// Approves it: the next edition is in force. A political body approves by a decision, and the same decision adopts the
    /// goals in it that are proposed and adopted at that body's level; a leader approves without one, or with. What needs no
    /// adoption is put in force. Goals that another level adopts stay proposed.
    ///
    /// # Errors
    /// Refused in the wrong state, without the decision that a political body makes, and where the decision was made at
    /// another level than the model says.
    pub fn approve(mut self, model: &Model, decision: Option<&Decision>, held: &[Held]) -> Result<Moved, Refused> {
        self.allows(AgreementVerb::Approve)?;
        let approves = &self.known_kind(model)?.approves;
        let at_level = |key: &str| self.sentence(key).with("level", Arg::Level(approves.clone()));
        match decision {
            None if self.needs_decision(model) => {
                return Err(Refused::at("decision", at_level("refused-agreement-approve-without-decision")));
            }
            Some(decision) if decision.level != *approves => {
                return Err(Refused::at("decision", at_level("refused-agreement-decision-level")));
            }
            Some(_) | None => {}
        }
        let elements = self.put_in_force(model, decision, held)?;
        self.state = AgreementState::Approved;
        self.edition = self.edition.saturating_add(1);
        self.decision = decision.map(|d| d.id);
        self.note = Prose::default();
        let reason = std::mem::take(&mut self.amending);
        let told = |key: &str| self.sentence(key).with("edition", Arg::Count(self.edition.into()));
        let sentence = match (decision, reason.is_empty()) {
            (Some(decision), true) => decision.told(told("event-agreement-approved-by-decision")),
            (Some(decision), false) => decision.told(told("event-agreement-amended-by-decision")).text("reason", reason.as_str()),
            (None, true) => told("event-agreement-approved"),
            (None, false) => told("event-agreement-amended").text("reason", reason.as_str()),
        };
        Ok(Moved { agreement: self, elements, event: sentence.into() })
    }

    /// Whether what comes in force with it still says what was submitted: a goal that was sent back, given up or rewritten by
    /// itself meanwhile would bind the parties to another text than the one they signed. What is in force already is changed by
    /// its own editions, and stays out of it.
    ///
    /// # Errors
    /// Refused beside each goal and action that is another now.
    pub fn as_submitted(&self, model: &Model, frozen: &Frozen, held: &[Held]) -> Result<(), Refused> {
        let mut reasons = Vec::new();
        for held in held {
            let (element, state) = (&held.element, held.element.state.name());
            if matches!(state, StateName::Withdrawn | StateName::Superseded) {
                reasons.push(reason(place_of(element), over(model, element)));
            } else if self.agents.contains(&element.owner) && is_not_as_submitted(model, frozen, element) {
                reasons.push(reason(place_of(element), element.sentence(model, "refused-agreement-element-changed")));
            }
        }
        Refused::unless_none(reasons)
    }

    /// Gives up what was never in force. Goals that it proposed go back with the note; whoever owns them decides about them.
    ///
    /// # Errors
    /// Refused in the wrong state, where an edition is in force, and without a note.
    pub fn withdraw(mut self, model: &Model, note: Prose, held: &[Held]) -> Result<Moved, Refused> {
        self.allows(AgreementVerb::Withdraw)?;
        written(&note, "note", "refused-agreement-withdraw-without-note")?;
        let elements = match self.state {
            AgreementState::Submitted => self.taken_back(model, &note, held)?,
            AgreementState::Draft
            | AgreementState::Hearing
            | AgreementState::Dialogue
            | AgreementState::Returned
            | AgreementState::Approved
            | AgreementState::Reported
            | AgreementState::Closed
            | AgreementState::Withdrawn => Vec::new(),
        };
        let event = self.sentence("event-agreement-withdrawn").text("note", note.as_str()).into();
        self.note = note;
        self.state = AgreementState::Withdrawn;
        Ok(Moved { agreement: self, elements, event })
    }

    fn is_signature(&self, signature: &Signature, seal: &str) -> bool {
        signature.agreement == self.id && signature.seal == seal
    }

    /// What the agents own of what stands in it: it moves with the agreement. What others own is theirs to move.
    fn own<'h>(&self, held: &'h [Held]) -> impl Iterator<Item = &'h Held> {
        let (agents, named) = (self.agents.clone(), self.content.elements().collect::<Vec<_>>());
        held.iter().filter(move |held| agents.contains(&held.element.owner) && named.contains(&held.element.id))
    }

    fn taken_back(&self, model: &Model, note: &Prose, held: &[Held]) -> Result<Vec<(Element, Event)>, Refused> {
        let proposed = self.own(held).filter(|held| held.element.state.name() == StateName::Proposed);
        proposed.map(|held| held.element.clone().return_to_draft(model, note.clone())).collect()
    }

    fn put_in_force(&self, model: &Model, decision: Option<&Decision>, held: &[Held]) -> Result<Vec<(Element, Event)>, Refused> {
        let (mut elements, mut reasons) = (Vec::new(), Vec::new());
        for held in self.own(held) {
            let (element, state) = (held.element.clone(), held.element.state.name());
            let done = match (adopting_level(model, &element), decision) {
                (Some(Some(level)), Some(decision)) if state == StateName::Proposed && *level == decision.level => {
                    element.adopt(model, decision)
                }
                (Some(None), _) if is_being_written(&element) => element.put_in_force(model, &held.tied),
                (Some(_) | None, _) => continue,
            };
            match done {
                Ok(done) => elements.push(done),
                Err(refused) => reasons.extend(named(model, &held.element, refused)),
            }
        }
        Refused::unless_none(reasons)?;
        Ok(elements)
    }
}

/// The level that adopts such an element, `Some(None)` where none has to; `None` where the model no longer has it at all.
fn adopting_level<'m>(model: &'m Model, element: &Element) -> Option<Option<&'m Key>> {
    model.spec(element.kind, &element.level).map(|spec| spec.adopts.as_ref())
}

/// Whether something that would come in force says another thing than when it was submitted, or lies with its unit again.
fn is_not_as_submitted(model: &Model, frozen: &Frozen, element: &Element) -> bool {
    let is_adopted_by_a_body = matches!(adopting_level(model, element), Some(Some(_)));
    match element.state.name() {
        StateName::Draft | StateName::Returned if is_adopted_by_a_body => true,
        StateName::Draft | StateName::Returned | StateName::Proposed => !frozen.says(element),
        StateName::Adopted | StateName::Closed | StateName::Withdrawn | StateName::Superseded => false,
    }
}

fn is_being_written(element: &Element) -> bool {
    matches!(element.state.name(), StateName::Draft | StateName::Returned)
}

/// The same reasons, each saying of which goal: an agreement has many.
fn named<'a>(model: &'a Model, element: &'a Element, refused: Refused) -> impl Iterator<Item = Reason> + 'a {
    refused.reasons.into_iter().map(move |lacks| match lacks.field {
        Some(field) => {
            let sentence = element.sentence(model, "refused-agreement-element-lacks");
            reason(place_of(element), sentence.word("field", format!("field-{field}")))
        }
        None => reason(place_of(element), lacks.sentence),
    })
}

const fn place_of(element: &Element) -> &'static str {
    if element.content.action.is_some() { "actions" } else { "goals" }
}

/// The beginning of a seal, as it is said in a sentence.
fn short(seal: &str) -> String {
    seal.chars().take(12).collect()
}
