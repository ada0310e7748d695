//! What can be done with a step of the wheel. Its state is never set: it follows from the day and from what is done here.

use jiff::civil::Date;
use pejl_kernel::{PositionId, Prose, StepId, UnitId};

use super::{Changed, Laid, Moved, StepDone, is_held, name, step};
use crate::chain::Done;
use crate::models::{Key, Model};
use crate::sentence::{Arg, Event, FieldChange, Reason, Refused, Sentence, reason};

/// The days somebody wants a step moved to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewDays {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub reason: Prose<1000>,
}

impl Changed {
    /// The first change to a step in a year.
    ///
    /// # Errors
    /// Refused where the model has no such step, or does not hold it that year.
    pub fn begin(id: StepId, model: &Model, key: &Key, year: i16, unit: Option<UnitId>) -> Result<Self, Refused> {
        let known = step(model, key).filter(|step| (1900..2200).contains(&year) && is_held(model, step, year));
        if known.is_none() {
            let sentence = Sentence::new("refused-step-not-held").with("step", name(model, key)).text("year", year.to_string());
            return Err(Refused::because(sentence));
        }
        Ok(Self { id, step: key.clone(), year, unit, moved: None, responsible: None, done: None, version: 0 })
    }

    /// Moves it, with a reason. `laid` is the year as it stands for those the step is moved for: the step itself, and those it
    /// needs and feeds. Moving one past another it feeds is refused, and so is moving it ahead of one it needs; past the last
    /// day the law allows, too.
    ///
    /// # Errors
    /// Refused, with every reason.
    pub fn move_to(mut self, model: &Model, laid: &[Laid], to: NewDays, whose: &str) -> Done<Self> {
        let mut reasons = Vec::new();
        if to.reason.is_empty() {
            reasons.push(reason("reason", Sentence::new("refused-step-why")));
        }
        if to.to < to.from {
            reasons.push(reason("to", Sentence::new("refused-step-backwards")));
        }
        if !(self.year..=self.year + 1).contains(&to.from.year()) {
            let sentence = Sentence::new("refused-step-other-year").text("year", self.year.to_string());
            reasons.push(reason("from", sentence));
        }
        let own = laid.iter().find(|l| l.step == self.step);
        if let Some(law) = own.and_then(Laid::law).filter(|law| *law < to.to) {
            reasons.push(reason("to", Sentence::new("refused-step-past-law").with("law", Arg::Date(law))));
        }
        reasons.extend(out_of_order(model, &self.step, laid, &to));
        Refused::unless_none(reasons)?;
        let before = own.map(|own| (own.from, own.to));
        let sentence = self
            .about(model, "event-step-moved", whose)
            .with("from", Arg::Date(to.from))
            .with("to", Arg::Date(to.to))
            .text("reason", to.reason.as_str());
        let changes = before.map(|before| days_changed(before, (to.from, to.to))).unwrap_or_default();
        self.moved = Some(Moved { from: to.from, to: to.to, reason: to.reason });
        Ok((self, Event { sentence, changes }))
    }

    /// Puts it back on the days the rule gives.
    ///
    /// # Errors
    /// Refused where it was not moved, or where the rule's days are no longer in order with what it needs and feeds.
    pub fn put_back(mut self, model: &Model, laid: &[Laid], whose: &str) -> Done<Self> {
        let Some(moved) = self.moved.take() else { return Err(Refused::because(Sentence::new("refused-step-not-moved"))) };
        let Some(own) = laid.iter().find(|l| l.step == self.step) else {
            return Err(Refused::because(Sentence::new("refused-step-not-moved")));
        };
        let (from, to) = own.by_rule;
        let back = NewDays { from, to, reason: Prose::default() };
        Refused::unless_none(out_of_order(model, &self.step, laid, &back))?;
        let sentence = self.about(model, "event-step-put-back", whose).with("from", Arg::Date(from)).with("to", Arg::Date(to));
        Ok((self, Event { sentence, changes: days_changed((moved.from, moved.to), (from, to)) }))
    }

    /// Names the position that answers for it, or none.
    ///
    /// # Errors
    /// Never, so far: whether the position is there is the store's to say.
    pub fn entrust(mut self, model: &Model, to: Option<PositionId>, whose: &str) -> Done<Self> {
        let said = |position: Option<PositionId>| position.map(|p| p.to_string()).unwrap_or_default();
        let change = FieldChange { field: "field-responsible".to_owned(), before: said(self.responsible), after: said(to) };
        let key = if to.is_some() { "event-step-entrusted" } else { "event-step-let-go" };
        let sentence = self.about(model, key, whose);
        self.responsible = to;
        Ok((self, Event { sentence, changes: vec![change] }))
    }

    /// Says that it is done, and what came of it; again, where the result was worded wrongly.
    ///
    /// # Errors
    /// Refused where nothing came of it in words, or the day has not been yet.
    pub fn close(mut self, model: &Model, done: StepDone, today: Date, whose: &str) -> Done<Self> {
        let mut reasons = Vec::new();
        if done.result.is_empty() {
            reasons.push(reason("result", Sentence::new("refused-step-no-result")));
        }
        if today < done.on {
            reasons.push(reason("on", Sentence::new("refused-step-done-later").with("today", Arg::Date(today))));
        }
        Refused::unless_none(reasons)?;
        let key = if self.done.is_some() { "event-step-reworded" } else { "event-step-done" };
        let sentence = self.about(model, key, whose).with("on", Arg::Date(done.on)).text("result", done.result.as_str());
        self.done = Some(done);
        Ok((self, sentence.into()))
    }

    /// Takes back that it is done.
    ///
    /// # Errors
    /// Refused where nobody had said so.
    pub fn reopen(mut self, model: &Model, whose: &str) -> Done<Self> {
        if self.done.take().is_none() {
            return Err(Refused::because(Sentence::new("refused-step-not-done")));
        }
        let sentence = self.about(model, "event-step-reopened", whose);
        Ok((self, sentence.into()))
    }

    /// A sentence of the history: with whose step it is, a unit's name or nothing for the whole municipality's.
    fn about(&self, model: &Model, key: &str, whose: &str) -> Sentence {
        let sentence = self.sentence(model, key);
        if whose.is_empty() { sentence.word("whose", "wheel-whole") } else { sentence.text("whose", whose) }
    }
}

fn days_changed(before: (Date, Date), after: (Date, Date)) -> Vec<FieldChange> {
    let change = |field: &str, before: Date, after: Date| {
        (before != after).then(|| FieldChange { field: field.to_owned(), before: before.to_string(), after: after.to_string() })
    };
    [change("field-from", before.0, after.0), change("field-to", before.1, after.1)].into_iter().flatten().collect()
}

/// The steps that days would be out of order with. A step that feeds another begins no later than it, and ends no later:
/// they may overlap, for a debate can begin while its material is finished.
fn out_of_order(model: &Model, key: &Key, laid: &[Laid], to: &NewDays) -> Vec<Reason> {
    let Some(own) = step(model, key) else { return Vec::new() };
    let mut reasons: Vec<Reason> = Vec::new();
    let mut say = |field: &'static str, sentence: &str, other: &Laid| {
        let sentence = Sentence::new(sentence)
            .with("step", name(model, key))
            .with("other", name(model, &other.step))
            .with("from", Arg::Date(other.from))
            .with("to", Arg::Date(other.to));
        let already = reasons.iter().any(|r| r.sentence.args.get(1) == sentence.args.get(1));
        if !already {
            reasons.push(reason(field, sentence));
        }
    };
    for other in laid.iter().filter(|other| other.step != *key) {
        let feeds = step(model, &other.step).is_some_and(|other| other.needs.contains(key));
        let needs = own.needs.contains(&other.step);
        match (feeds, needs) {
            (true, _) if to.to > other.to => say("to", "refused-step-past-fed", other),
            (true, _) if to.from > other.from => say("from", "refused-step-past-fed", other),
            (_, true) if to.from < other.from => say("from", "refused-step-before-needed", other),
            (_, true) if to.to < other.to => say("to", "refused-step-before-needed", other),
            _ => {}
        }
    }
    reasons
}
