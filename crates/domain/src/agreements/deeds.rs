//! What can be done with an agreement while it is written and while it holds: each deed takes it and gives it back changed,
//! with the event, or refuses and says why. Which verb is open in which state is
//! [`AGREEMENT_TRANSITIONS`](super::AGREEMENT_TRANSITIONS) alone; here stands what else must hold. Where the text is frozen,
//! signed and approved, and goals move with it, is `settling`.

use pejl_kernel::{AgreementId, Number, Prose, UnitId, Years};

use super::sound::sound;
use super::{
    Agreement, AgreementContent, AgreementState, AgreementVerb, Counter, Party, Side, Standing, clash, content_changes, kind,
    leads_to, parties, verbs,
};
use crate::chain::{Done, Element};
use crate::models::{AgreementKind, BodyKind, Key, Model, Theme};
use crate::sentence::{Arg, Event, Reason, Refused, Sentence, reason};

/// What a new agreement is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drafting {
    /// Its id.
    pub id: AgreementId,
    /// The number people will say.
    pub number: Number,
    /// The kind in the model.
    pub kind: Key,
    /// Who asks.
    pub principal: Party,
    /// Who answers.
    pub agents: Vec<Party>,
    /// The years it shall run.
    pub period: Years,
    /// The agreement it takes over from, where there is one.
    pub predecessor: Option<AgreementId>,
}

impl Drafting {
    /// Everything that is wrong with the parties and the years, each beside its field.
    fn wrongs(&self, kind: &AgreementKind, others: &[Standing]) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let word = |key: &str| Sentence::new(key).with("noun", Arg::Agreement(self.kind.clone()));
        let at_level = |key: &str, party: &Party, level: &Key| {
            word(key).text("unit", party.name.as_str()).with("level", Arg::Level(level.clone()))
        };
        if self.principal.level != kind.principal {
            reasons.push(reason("principal", at_level("refused-agreement-principal", &self.principal, &kind.principal)));
        }
        if self.agents.is_empty() {
            reasons.push(reason("agents", word("refused-agreement-without-agent").with("level", Arg::Level(kind.agent.clone()))));
        }
        if self.agents.len() > 1 && !kind.several_agents {
            reasons.push(reason("agents", word("refused-agreement-several-agents")));
        }
        for (place, agent) in self.agents.iter().enumerate() {
            if agent.level != kind.agent {
                reasons.push(reason("agents", at_level("refused-agreement-agent", agent, &kind.agent)));
            }
            let earlier = self.agents.iter().take(place).any(|other| other.unit == agent.unit);
            if earlier || agent.unit == self.principal.unit {
                reasons.push(reason("agents", word("refused-agreement-party-twice").text("unit", agent.name.as_str())));
            }
        }
        if self.period.from > self.period.to {
            reasons.push(reason("period", Sentence::new("refused-horizon-backwards")));
        }
        let agents: Vec<UnitId> = self.agents.iter().map(|agent| agent.unit).collect();
        if let Some(other) = clash(&self.kind, &agents, self.period, others) {
            let shared = self.agents.iter().find(|agent| other.agents.contains(&agent.unit));
            let sentence = word("refused-agreement-twice")
                .text("unit", shared.map_or("", |agent| agent.name.as_str()))
                .text("other", other.number.to_string())
                .text("years", other.period.to_string())
                .word("state", format!("agreement-state-{}", other.state.as_str()));
            reasons.push(reason("agents", sentence));
        }
        reasons
    }
}

impl Agreement {
    /// Starts an agreement: the kind's headings and the years' themes, with nothing written.
    ///
    /// # Errors
    /// Refused where the model has no such kind, where a party stands at another level than the kind says or comes twice,
    /// where there are too many agents or none, where the years run backwards, and where an agent has an open agreement of
    /// the kind in some of the same years. Every reason at once.
    pub fn draft(model: &Model, drafting: Drafting, others: &[Standing]) -> Done<Self> {
        let Some(kind) = kind(model, &drafting.kind) else {
            let sentence = Sentence::new("refused-agreement-kind").with("noun", Arg::Agreement(drafting.kind));
            return Err(Refused::at("kind", sentence));
        };
        Refused::unless_none(drafting.wrongs(kind, others))?;
        let content = AgreementContent::blank(model, kind, drafting.period);
        let names: Vec<&str> = drafting.agents.iter().map(|agent| agent.name.as_str()).collect();
        let (principal, agents) = (drafting.principal.name, names.join(", "));
        let agreement = Self {
            id: drafting.id,
            number: drafting.number,
            kind: drafting.kind,
            principal: drafting.principal.unit,
            agents: drafting.agents.iter().map(|agent| agent.unit).collect(),
            period: drafting.period,
            state: AgreementState::Draft,
            content,
            edition: 0,
            decision: None,
            note: Prose::default(),
            amending: Prose::default(),
            report: Prose::default(),
            predecessor: drafting.predecessor,
            version: 0,
        };
        let told = agreement.sentence("event-agreement-drafted").text("principal", principal).text("agents", agents);
        let told = told.text("years", agreement.period.to_string());
        Ok((agreement, told.into()))
    }

    /// Changes what is written. `elements` holds every goal and action that the text names, before or after.
    ///
    /// # Errors
    /// Refused in the wrong state, and where the content contradicts itself: something twice, something over, something that
    /// is no goal among the goals.
    pub fn edit(mut self, model: &Model, content: AgreementContent, elements: &[Element]) -> Done<Self> {
        self.allows(AgreementVerb::Edit)?;
        sound(model, &content, &self.content, elements)?;
        let changes = content_changes(model, &self.content, &content, elements);
        self.content = content;
        let sentence = self.sentence("event-agreement-edited");
        Ok((self, Event { sentence, changes }))
    }

    /// Puts it before the groups that the model wants heard.
    ///
    /// # Errors
    /// Refused in the wrong state, and where the model wants nobody heard.
    pub fn hear(mut self, model: &Model) -> Done<Self> {
        self.allows(AgreementVerb::Hear)?;
        if self.known_kind(model)?.heard.is_empty() {
            return Err(self.refused("refused-agreement-nobody-to-hear"));
        }
        self.state = AgreementState::Hearing;
        let told = self.sentence("event-agreement-put-to-hearing");
        Ok((self, told.into()))
    }

    /// Lets the parties talk about it.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn open_dialogue(mut self) -> Done<Self> {
        self.allows(AgreementVerb::OpenDialogue)?;
        self.state = AgreementState::Dialogue;
        let told = self.sentence("event-agreement-put-to-dialogue");
        Ok((self, told.into()))
    }

    /// Opens what is in force for its next edition (H9): a budget was adopted, a law came, a policy is new. What was agreed
    /// holds until the next is approved.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a reason.
    pub fn amend(mut self, reason: Prose) -> Done<Self> {
        self.allows(AgreementVerb::Amend)?;
        written(&reason, "reason", "refused-agreement-amend-without-reason")?;
        let told = self.sentence("event-agreement-amending").text("reason", reason.as_str());
        self.amending = reason;
        self.note = Prose::default();
        self.state = AgreementState::Draft;
        Ok((self, told.into()))
    }

    /// Gives an amendment up: the text of the edition in force stands again.
    ///
    /// # Errors
    /// Refused where no edition is in force, and while a counter-proposal is open: nobody could answer it afterwards.
    pub fn drop_amendment(mut self, in_force: AgreementContent, counters: &[Counter]) -> Done<Self> {
        self.allows(AgreementVerb::DropAmendment)?;
        self.nothing_is_open(counters)?;
        self.content = in_force;
        self.amending = Prose::default();
        self.note = Prose::default();
        self.state = AgreementState::Approved;
        let told = self.sentence("event-agreement-amendment-dropped").with("edition", Arg::Count(self.edition.into()));
        Ok((self, told.into()))
    }

    /// The agents report at the end of the period (S9).
    ///
    /// # Errors
    /// Refused in the wrong state, and where nothing is reported.
    pub fn report_at_end(mut self, report: Prose) -> Done<Self> {
        self.allows(AgreementVerb::Report)?;
        written(&report, "report", "refused-agreement-report-empty")?;
        self.report = report;
        self.note = Prose::default();
        self.state = AgreementState::Reported;
        let told = self.sentence("event-agreement-reported");
        Ok((self, told.into()))
    }

    /// Sends the report back with a note; what was reported stays to be worked on.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a note.
    pub fn return_report(mut self, note: Prose) -> Done<Self> {
        self.allows(AgreementVerb::ReturnReport)?;
        written(&note, "note", "refused-agreement-return-report-without-note")?;
        let told = self.sentence("event-agreement-report-returned").text("note", note.as_str());
        self.note = note;
        self.state = AgreementState::Approved;
        Ok((self, told.into()))
    }

    /// Ends it. Nobody changes it afterwards, and all who could read it still can.
    ///
    /// # Errors
    /// Refused before it has been reported.
    pub fn close(mut self, note: Prose) -> Done<Self> {
        self.allows(AgreementVerb::Close)?;
        let told = if note.is_empty() {
            self.sentence("event-agreement-closed")
        } else {
            self.sentence("event-agreement-closed-with-note").text("note", note.as_str())
        };
        self.note = note;
        self.state = AgreementState::Closed;
        Ok((self, told.into()))
    }

    /// Lets a successor take a party's place, as when a unit closes in mid-year. What was signed keeps the old name; a
    /// successor that is an agent already answers for both.
    ///
    /// # Errors
    /// Refused in the wrong state, where the first is no party, and where the successor is on the other side, is the same unit,
    /// or stands at another level than the kind says of that side.
    pub fn hand_over(mut self, model: &Model, from: UnitId, from_name: &str, to: &Party) -> Done<Self> {
        self.allows(AgreementVerb::HandOver)?;
        let about = |key: &str| self.sentence(key).text("unit", to.name.as_str()).text("from", from_name);
        let Some(side) = self.side_of(from) else {
            return Err(Refused::at("from", about("refused-agreement-hand-over-from")));
        };
        if to.unit == from || self.side_of(to.unit) == Some(side.other()) {
            return Err(Refused::at("unit", about("refused-agreement-hand-over-to-party")));
        }
        let level = self.kind_in(model).map(|kind| match side {
            Side::Principal => &kind.principal,
            Side::Agent => &kind.agent,
        });
        if let Some(level) = level.filter(|level| **level != to.level) {
            let sentence = about("refused-agreement-hand-over-level").with("level", Arg::Level(level.clone()));
            return Err(Refused::at("unit", sentence));
        }
        let told = about("event-agreement-handed-over");
        if side == Side::Principal {
            self.principal = to.unit;
        } else if self.agents.contains(&to.unit) {
            self.agents.retain(|agent| *agent != from);
        } else {
            self.agents.iter_mut().filter(|agent| **agent == from).for_each(|agent| *agent = to.unit);
        }
        Ok((self, told.into()))
    }

    /// The themes it must answer and has not.
    pub fn missing_themes<'m>(&self, model: &'m Model) -> Vec<&'m Theme> {
        let is_answered = |theme: &&Theme| self.content.themes.iter().any(|t| t.theme == theme.key && !t.answer.is_empty());
        let mut asked = parties::themes_asked(model, &self.kind, self.period);
        asked.retain(|theme| !is_answered(theme));
        asked
    }

    /// Whether it is approved by the decision of a political body, and not by a leader.
    pub fn needs_decision(&self, model: &Model) -> bool {
        let level = self.kind_in(model).and_then(|kind| model.level(&kind.approves));
        level.is_some_and(|level| match level.body {
            BodyKind::Council | BodyKind::FinanceCommittee | BodyKind::Committee => true,
            BodyKind::ExecutiveBoard | BodyKind::Department | BodyKind::Institution => false,
        })
    }

    /// The verbs that are open to this agreement: what its state allows, less what its model and its edition rule out.
    pub fn open_verbs(&self, model: &Model) -> Vec<AgreementVerb> {
        let kind = self.kind_in(model);
        let hears = kind.is_some_and(|kind| !kind.heard.is_empty());
        let fits = |verb: &AgreementVerb| match verb {
            AgreementVerb::Hear | AgreementVerb::GiveInput => hears,
            AgreementVerb::Submit | AgreementVerb::Approve => kind.is_some(),
            AgreementVerb::DropAmendment | AgreementVerb::Withdraw => self.fits_edition(*verb),
            AgreementVerb::Edit
            | AgreementVerb::OpenDialogue
            | AgreementVerb::Negotiate
            | AgreementVerb::Sign
            | AgreementVerb::Return
            | AgreementVerb::Amend
            | AgreementVerb::Report
            | AgreementVerb::ReturnReport
            | AgreementVerb::Close
            | AgreementVerb::HandOver => true,
        };
        verbs(self.state).filter(fits).collect()
    }

    /// What is in force is not given up but ended, and an amendment can be dropped only where there is something to amend.
    fn fits_edition(&self, verb: AgreementVerb) -> bool {
        match verb {
            AgreementVerb::DropAmendment => self.edition > 0,
            AgreementVerb::Withdraw => self.edition == 0,
            AgreementVerb::Edit
            | AgreementVerb::Hear
            | AgreementVerb::GiveInput
            | AgreementVerb::OpenDialogue
            | AgreementVerb::Negotiate
            | AgreementVerb::Submit
            | AgreementVerb::Sign
            | AgreementVerb::Return
            | AgreementVerb::Approve
            | AgreementVerb::Amend
            | AgreementVerb::Report
            | AgreementVerb::ReturnReport
            | AgreementVerb::Close
            | AgreementVerb::HandOver => true,
        }
    }

    /// Whether the verb is open in this state; else what the state is and what can be done instead.
    pub(super) fn allows(&self, verb: AgreementVerb) -> Result<(), Refused> {
        if leads_to(self.state, verb).is_none() {
            let sentence = self.sentence(&format!("refused-agreement-{}", self.state.as_str()));
            return Err(Refused::because(sentence.word("verb", format!("agreement-verb-{}", verb.as_str()))));
        }
        if self.fits_edition(verb) {
            return Ok(());
        }
        Err(self.refused(if self.edition > 0 { "refused-agreement-in-force" } else { "refused-agreement-never-in-force" }))
    }

    /// Its kind, where a rule rests on it.
    ///
    /// # Errors
    /// Refused where the model in force no longer has it.
    pub(super) fn known_kind<'m>(&self, model: &'m Model) -> Result<&'m AgreementKind, Refused> {
        self.kind_in(model).ok_or_else(|| self.refused("refused-agreement-kind-gone"))
    }

    /// Nobody submits, signs or drops while the other side owes an answer.
    pub(super) fn nothing_is_open(&self, counters: &[Counter]) -> Result<(), Refused> {
        let open = counters.iter().filter(|counter| counter.agreement == self.id && counter.is_open()).count();
        match open {
            0 => Ok(()),
            open => Err(Refused::because(self.sentence("refused-agreement-counter-open").count("open", open))),
        }
    }

    pub(super) fn refused(&self, key: &str) -> Refused {
        Refused::because(self.sentence(key))
    }
}

pub(super) fn written(text: &Prose, field: &'static str, key: &str) -> Result<(), Refused> {
    if text.is_empty() { Err(Refused::at(field, Sentence::new(key))) } else { Ok(()) }
}
