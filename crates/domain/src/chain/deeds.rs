//! What can be done with an element: each deed takes it and gives it back changed, with the event, or refuses and says
//! why. Which verb is open in which state is [`TRANSITIONS`](super::TRANSITIONS) alone; here stands what else must hold.

use pejl_kernel::ids::{ElementId, UnitId};
use pejl_kernel::{Number, Prose};

use crate::models::{ElementSpec, Key, Model};
use crate::sentence::{Arg, Event, FieldChange, Refused, Sentence};

use super::readiness::{Tied, unready};
use super::sound::{fitted, sound};
use super::{Content, Decision, Element, Outcome, Progress, State, StateName, Verb, changes, leads_to};

/// What a deed gives: the thing as it now is, and what happened.
pub type Done<T> = Result<(T, Event), Refused>;

impl Element {
    /// Starts an element of a spec in a unit at `level`.
    ///
    /// # Errors
    /// Refused where the level may not own one, or the content contradicts itself.
    pub fn draft(id: ElementId, number: Number, spec: &ElementSpec, owner: UnitId, level: Key, content: Content) -> Done<Self> {
        let word = Arg::Element(spec.key.clone(), spec.kind.noun());
        if !spec.levels.contains(&level) {
            let sentence = Sentence::new("refused-element-level").with("noun", word).with("level", Arg::Level(level));
            return Err(Refused::at("owner", sentence));
        }
        let content = fitted(spec.kind, content);
        sound(&content)?;
        let told = Sentence::new("event-element-drafted")
            .with("noun", word)
            .text("number", number.to_string())
            .text("title", content.title.as_str());
        let element = Self {
            id,
            kind: spec.kind,
            level,
            number,
            owner,
            content,
            state: State::Draft,
            decision: None,
            replaced_by: None,
            note: Prose::default(),
            edition: 0,
            version: 0,
        };
        Ok((element, told.into()))
    }

    /// Changes what is written, before it is in force.
    ///
    /// # Errors
    /// Refused in any other state, and where the content contradicts itself.
    pub fn edit(mut self, model: &Model, content: Content) -> Done<Self> {
        self.allows(model, Verb::Edit)?;
        let content = fitted(self.kind, content);
        sound(&content)?;
        let changes = changes(&self.content, &content);
        self.content = content;
        let sentence = self.sentence(model, "event-element-edited");
        Ok((self, Event { sentence, changes }))
    }

    /// Puts it before the body that adopts it.
    ///
    /// # Errors
    /// Refused in the wrong state, where it needs no adoption, and beside each field that the model requires.
    pub fn propose(mut self, model: &Model, tied: &Tied) -> Done<Self> {
        self.allows(model, Verb::Propose)?;
        let spec = self.spec(model)?;
        if spec.adopts.is_none() {
            return Err(self.refused(model, "refused-element-needs-no-adoption"));
        }
        Refused::unless_none(unready(model, spec, &self.content, tied))?;
        self.state = State::Proposed;
        let told = self.sentence(model, "event-element-proposed");
        Ok((self, told.into()))
    }

    /// Sends it back, saying what would make it good.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a note.
    pub fn return_to_draft(mut self, model: &Model, note: Prose) -> Done<Self> {
        self.allows(model, Verb::Return)?;
        written(&note, "note", "refused-return-without-note")?;
        let told = self.sentence(model, "event-element-returned").text("note", note.as_str());
        self.note = note;
        self.state = State::Returned;
        Ok((self, told.into()))
    }

    /// The body adopts it (K1): its first edition.
    ///
    /// # Errors
    /// Refused in the wrong state, and where the decision was made by another level than the model says.
    pub fn adopt(mut self, model: &Model, decision: &Decision) -> Done<Self> {
        self.allows(model, Verb::Adopt)?;
        self.decided_by_the_right_level(model, decision)?;
        self.enter_into_force();
        self.decision = Some(decision.id);
        let told = decision.told(self.sentence(model, "event-element-adopted"));
        Ok((self, told.into()))
    }

    /// Starts what needs no adoption: an action that its unit simply plans.
    ///
    /// # Errors
    /// Refused in the wrong state, where a body must adopt it, and beside each field that the model requires.
    pub fn put_in_force(mut self, model: &Model, tied: &Tied) -> Done<Self> {
        self.allows(model, Verb::PutInForce)?;
        let spec = self.spec(model)?;
        if let Some(level) = &spec.adopts {
            let sentence = self.sentence(model, "refused-element-needs-adoption");
            return Err(Refused::because(sentence.with("level", Arg::Level(level.clone()))));
        }
        Refused::unless_none(unready(model, spec, &self.content, tied))?;
        self.enter_into_force();
        let told = self.sentence(model, "event-element-put-in-force");
        Ok((self, told.into()))
    }

    /// Changes what is in force: the next edition, with a reason, and with a decision where the model has the element
    /// adopted (H9). The edition before stands as it was.
    ///
    /// # Errors
    /// Refused in the wrong state, without a reason, without the decision it takes, where nothing changed, where the
    /// content contradicts itself, and beside each field that the model requires.
    pub fn revise(
        mut self,
        model: &Model,
        content: Content,
        reason: &Prose,
        decision: Option<&Decision>,
        tied: &Tied,
    ) -> Done<Self> {
        self.allows(model, Verb::Revise)?;
        let spec = self.spec(model)?;
        written(reason, "reason", "refused-revise-without-reason")?;
        let content = fitted(self.kind, content);
        sound(&content)?;
        Refused::unless_none(unready(model, spec, &content, tied))?;
        let changes = changes(&self.content, &content);
        if changes.is_empty() {
            return Err(self.refused(model, "refused-revise-unchanged"));
        }
        match (&spec.adopts, decision) {
            (Some(_), Some(decision)) => self.decided_by_the_right_level(model, decision)?,
            (Some(level), None) => {
                let sentence = self.sentence(model, "refused-revise-without-decision");
                return Err(Refused::at("decision", sentence.with("level", Arg::Level(level.clone()))));
            }
            (None, _) => {}
        }
        self.content = content;
        self.edition = self.edition.saturating_add(1);
        let told =
            |key: &str| self.sentence(model, key).with("edition", Arg::Count(self.edition.into())).text("reason", reason.as_str());
        let sentence = match decision {
            Some(decision) => decision.told(told("event-element-revised-by-decision")),
            None => told("event-element-revised"),
        };
        self.decision = decision.map(|d| d.id).or(self.decision);
        Ok((self, Event { sentence, changes }))
    }

    /// Gives it up.
    ///
    /// # Errors
    /// Refused where it is already over, and without a note.
    pub fn withdraw(mut self, model: &Model, note: Prose) -> Done<Self> {
        self.allows(model, Verb::Withdraw)?;
        written(&note, "note", "refused-withdraw-without-note")?;
        let told = self.sentence(model, "event-element-withdrawn").text("note", note.as_str());
        self.note = note;
        self.state = State::Withdrawn;
        Ok((self, told.into()))
    }

    /// Lets another element take its place.
    ///
    /// # Errors
    /// Refused in the wrong state, and where the other is itself or not in force.
    pub fn supersede(mut self, model: &Model, by: &Self) -> Done<Self> {
        self.allows(model, Verb::Supersede)?;
        if by.id == self.id {
            return Err(Refused::at("by", self.sentence(model, "refused-supersede-by-itself")));
        }
        if by.state != State::Adopted {
            return Err(Refused::at("by", by.sentence(model, "refused-supersede-by-what-is-not-in-force")));
        }
        self.state = State::Superseded;
        self.replaced_by = Some(by.id);
        let told = self.sentence(model, "event-element-superseded");
        let told = told.text("bynumber", by.number.to_string()).text("bytitle", by.content.title.as_str());
        Ok((self, told.into()))
    }

    /// Ends it and says how it went. The decision is named in the history where a body closed it.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a note where it was not met.
    pub fn close(mut self, model: &Model, outcome: Outcome, note: Prose, decision: Option<&Decision>) -> Done<Self> {
        self.allows(model, Verb::Close)?;
        match outcome {
            Outcome::Met => {}
            Outcome::Partly | Outcome::NotMet => written(&note, "note", "refused-close-without-note")?,
        }
        let told = |key: &str| self.sentence(model, key).word("outcome", format!("outcome-{}", outcome.as_str()));
        let sentence = match decision {
            Some(decision) => decision.told(told("event-element-closed-by-decision")),
            None => told("event-element-closed"),
        };
        self.note = note;
        self.state = State::Closed(outcome);
        Ok((self, sentence.into()))
    }

    /// Lets another unit own it, when its own closes or the task moves. `to_name` is for the sentence.
    ///
    /// # Errors
    /// Refused where it is already over, where the unit owns it already, and where the model has no such element at the
    /// unit's level.
    pub fn hand_over(mut self, model: &Model, to: UnitId, to_name: &str, level: Key) -> Done<Self> {
        self.allows(model, Verb::HandOver)?;
        if to == self.owner {
            return Err(Refused::at("owner", self.sentence(model, "refused-hand-over-to-owner").text("unit", to_name)));
        }
        if model.spec(self.kind, &level).is_none() {
            let sentence = self.sentence(model, "refused-hand-over-level").with("level", Arg::Level(level));
            return Err(Refused::at("owner", sentence));
        }
        self.owner = to;
        self.level = level;
        let told = self.sentence(model, "event-element-handed-over").text("unit", to_name);
        Ok((self, told.into()))
    }

    /// Says how far an action has come. No new edition: what was agreed stands.
    ///
    /// # Errors
    /// Refused where it is no action, is not in force, or is dropped without a reason.
    pub fn set_progress(mut self, model: &Model, progress: Progress, because: Prose) -> Done<Self> {
        self.allows(model, Verb::Track)?;
        let Some(mut action) = self.content.action.clone() else {
            return Err(self.refused(model, "refused-not-an-action"));
        };
        let dropped = progress == Progress::Dropped;
        if dropped {
            written(&because, "dropped-because", "refused-dropped-without-reason")?;
        }
        action.progress = progress;
        action.dropped_because = if dropped { because.clone() } else { Prose::default() };
        let mut event = self.track(model, action, if dropped { "event-element-dropped" } else { "event-element-progress" });
        event.sentence = match progress {
            Progress::Dropped => event.sentence.text("reason", because.as_str()),
            Progress::Planned | Progress::Running | Progress::Done => {
                event.sentence.word("progress", format!("progress-{}", progress.as_str()))
            }
        };
        Ok((self, event))
    }

    /// Records what an action gave (T7), beside what was promised.
    ///
    /// # Errors
    /// Refused where it is no action or not in force.
    pub fn harvest(mut self, model: &Model, benefit: Prose) -> Done<Self> {
        self.allows(model, Verb::Track)?;
        let Some(mut action) = self.content.action.clone() else {
            return Err(self.refused(model, "refused-not-an-action"));
        };
        action.benefit_harvested = benefit;
        let event = self.track(model, action, "event-element-harvested");
        Ok((self, event))
    }

    fn track(&mut self, model: &Model, action: super::ActionFields, key: &str) -> Event {
        let content = Content { action: Some(action), ..self.content.clone() };
        let changes: Vec<FieldChange> = changes(&self.content, &content);
        self.content = content;
        Event { sentence: self.sentence(model, key), changes }
    }

    fn enter_into_force(&mut self) {
        self.state = State::Adopted;
        self.edition = 1;
        self.note = Prose::default();
    }

    /// Whether the verb is open in this state; else what the state is and what can be done instead.
    fn allows(&self, model: &Model, verb: Verb) -> Result<(), Refused> {
        let state = self.state.name();
        match leads_to(state, verb) {
            Some(_) => Ok(()),
            None => {
                let sentence = self.sentence(model, &format!("refused-element-{}", state.as_str()));
                Err(Refused::because(sentence.word("verb", format!("verb-{}", verb.as_str()))))
            }
        }
    }

    /// The spec that applies to it.
    ///
    /// # Errors
    /// Refused where the model in force no longer has such an element at its owner's level.
    fn spec<'m>(&self, model: &'m Model) -> Result<&'m ElementSpec, Refused> {
        model.spec(self.kind, &self.level).ok_or_else(|| {
            let sentence = self.sentence(model, "refused-element-not-in-model");
            Refused::because(sentence.with("level", Arg::Level(self.level.clone())))
        })
    }

    fn decided_by_the_right_level(&self, model: &Model, decision: &Decision) -> Result<(), Refused> {
        let spec = self.spec(model)?;
        match &spec.adopts {
            None => Err(self.refused(model, "refused-element-needs-no-adoption")),
            Some(level) if *level == decision.level => Ok(()),
            Some(level) => {
                let sentence = self.sentence(model, "refused-decision-by-another-level");
                Err(Refused::at("decision", sentence.with("level", Arg::Level(level.clone()))))
            }
        }
    }

    fn refused(&self, model: &Model, key: &str) -> Refused {
        Refused::because(self.sentence(model, key))
    }

    /// The verbs that are open to this element: what its state allows, less what its model or kind rules out.
    pub fn open_verbs(&self, model: &Model) -> Vec<Verb> {
        let adopted_by_a_body = model.spec(self.kind, &self.level).map(|spec| spec.adopts.is_some());
        super::verbs(self.state.name())
            .filter(|verb| match verb {
                Verb::Propose | Verb::Adopt => adopted_by_a_body == Some(true),
                Verb::PutInForce => adopted_by_a_body == Some(false),
                Verb::Revise => adopted_by_a_body.is_some(),
                Verb::Track => self.content.action.is_some(),
                Verb::Edit | Verb::Return | Verb::HandOver | Verb::Withdraw | Verb::Supersede | Verb::Close => true,
            })
            .collect()
    }

    /// Whether it has been in force: then it is history, and never deleted.
    pub fn has_been_in_force(&self) -> bool {
        self.edition > 0 || matches!(self.state.name(), StateName::Adopted | StateName::Closed | StateName::Superseded)
    }
}

fn written(text: &Prose, field: &'static str, key: &str) -> Result<(), Refused> {
    if text.is_empty() { Err(Refused::at(field, Sentence::new(key))) } else { Ok(()) }
}
