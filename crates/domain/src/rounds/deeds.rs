//! What can be done with a round: it is planned from the model, moved, opened, consolidated, and closed for good. Which verb
//! is open in which state is [`ROUND_TRANSITIONS`](super::ROUND_TRANSITIONS) alone; here stands what else must hold.

use jiff::civil::Date;
use pejl_kernel::RoundId;

use super::{Round, RoundDeadline, RoundState, RoundVerb, round_leads_to};
use crate::chain::{Done, Element, StateName};
use crate::models::{ElementKind, Key, Model, RoundSpec, YearDay};
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

/// The dates of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    /// The day the figures are cut off.
    pub cut_off: Date,
    /// When each level has reported.
    pub deadlines: Vec<RoundDeadline>,
}

/// What is left when a round is to be closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Unanswered {
    /// Goals in force that nobody has reported on, or whose report was returned: they stay silent for good.
    pub silent: usize,
    /// Reports that were submitted and neither accepted nor returned.
    pub waiting: usize,
}

/// The dates of a round of the model in a year, lowest level first; `None` for a year that no round is of (1900–2199 are).
pub fn schedule(spec: &RoundSpec, year: i16) -> Option<Schedule> {
    if !(1900..2200).contains(&year) {
        return None;
    }
    let mut deadlines = Vec::with_capacity(spec.deadlines.len());
    for deadline in &spec.deadlines {
        deadlines.push(RoundDeadline { level: deadline.level.clone(), on: day_in(deadline.day, year)? });
    }
    deadlines.sort_by_key(|deadline| deadline.on);
    Some(Schedule { cut_off: day_in(spec.cut_off, year)?, deadlines })
}

/// A day of the year that the year may not have: 29 February is 28 February where there is none.
pub(crate) fn day_in(day: YearDay, year: i16) -> Option<Date> {
    let year = year.checked_add(i16::from(day.years_on))?;
    let (month, day) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    Date::new(year, month, day.min(last.day())).ok()
}

/// Whether a goal is asked in a round that opens now: it is in force, is not due to start after the cut-off, and its owner's
/// level has a deadline.
pub fn asked(round: &Round, goal: &Element) -> bool {
    round.covers_goals()
        && goal.kind == ElementKind::Goal
        && goal.state.name() == StateName::Adopted
        && goal.content.goal.start.is_none_or(|start| start <= round.cut_off)
        && round.due(&goal.level).is_some()
}

impl Round {
    /// Puts a round of the model on the calendar of a year.
    ///
    /// # Errors
    /// Refused where the model has no such round, the year is none, or its dates contradict each other.
    pub fn plan(id: RoundId, model: &Model, spec: &Key, year: i16) -> Done<Self> {
        let Some(spec) = model.rounds.iter().find(|round| round.key == *spec) else {
            return Err(Refused::at("round", Sentence::new("refused-round-not-in-model").text("round", spec.as_str())));
        };
        let Some(dates) = schedule(spec, year) else {
            return Err(Refused::at("year", Sentence::new("refused-round-year").text("year", year.to_string())));
        };
        sound(model, &dates)?;
        let round = Self {
            id,
            spec: spec.key.clone(),
            year,
            cut_off: dates.cut_off,
            covers: spec.covers.clone(),
            mode: spec.mode,
            deadlines: dates.deadlines,
            state: RoundState::Planned,
            seal: String::new(),
            version: 0,
        };
        let told = round.sentence(model, "event-round-planned").with("on", Arg::Date(round.cut_off));
        Ok((round, told.into()))
    }

    /// Moves its dates. Once it is open, who was asked stands: then only the deadlines of the same levels can move.
    ///
    /// # Errors
    /// Refused in the wrong state, where the dates contradict each other, where nothing moves, and where an open round would
    /// ask others than it asked.
    pub fn reschedule(mut self, model: &Model, to: Schedule) -> Done<Self> {
        self.allows(model, RoundVerb::Reschedule)?;
        let mut to = to;
        to.deadlines.sort_by(|a, b| a.on.cmp(&b.on).then_with(|| model.depth(&b.level).cmp(&model.depth(&a.level))));
        sound(model, &to)?;
        if self.state == RoundState::Open {
            if to.cut_off != self.cut_off {
                let sentence = self.sentence(model, "refused-round-cut-off-open").with("on", Arg::Date(self.cut_off));
                return Err(Refused::at("cut-off", sentence));
            }
            let levels = |deadlines: &[RoundDeadline]| {
                let mut levels: Vec<Key> = deadlines.iter().map(|deadline| deadline.level.clone()).collect();
                levels.sort();
                levels
            };
            if levels(&to.deadlines) != levels(&self.deadlines) {
                return Err(Refused::at("deadlines", self.sentence(model, "refused-round-levels-open")));
            }
        }
        if to.cut_off == self.cut_off && to.deadlines == self.deadlines {
            return Err(Refused::because(self.sentence(model, "refused-round-unmoved")));
        }
        self.cut_off = to.cut_off;
        self.deadlines = to.deadlines;
        let told = self.sentence(model, "event-round-rescheduled").with("on", Arg::Date(self.cut_off));
        let told = told.with("last", Arg::Date(self.last_day()));
        Ok((self, told.into()))
    }

    /// Asks every goal in force: `asked` is how many that is.
    ///
    /// # Errors
    /// Refused in the wrong state, and where it is about goals and there is none to ask.
    pub fn open(mut self, model: &Model, asked: usize) -> Done<Self> {
        self.allows(model, RoundVerb::Open)?;
        if asked == 0 && self.covers_goals() {
            return Err(Refused::because(self.sentence(model, "refused-round-nothing-to-ask")));
        }
        self.state = RoundState::Open;
        let told = self.sentence(model, "event-round-opened").count("goals", asked);
        Ok((self, told.into()))
    }

    /// Takes no more reports, so that what came in can be read, accepted and assessed.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn consolidate(mut self, model: &Model) -> Done<Self> {
        self.allows(model, RoundVerb::Consolidate)?;
        self.state = RoundState::Consolidating;
        let told = self.sentence(model, "event-round-consolidated");
        Ok((self, told.into()))
    }

    /// Takes reports again.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn reopen(mut self, model: &Model) -> Done<Self> {
        self.allows(model, RoundVerb::Reopen)?;
        self.state = RoundState::Open;
        let told = self.sentence(model, "event-round-reopened");
        Ok((self, told.into()))
    }

    /// Freezes it for good. `seal` is that of the pages kept at the same time.
    ///
    /// # Errors
    /// Refused in the wrong state, and while something is left unless it is to be closed `despite` that.
    pub fn close(mut self, model: &Model, left: Unanswered, despite: bool, seal: String) -> Done<Self> {
        self.allows(model, RoundVerb::Close)?;
        if (left.silent > 0 || left.waiting > 0) && !despite {
            let sentence = self.sentence(model, "refused-round-unanswered");
            return Err(Refused::at("despite", sentence.count("silent", left.silent).count("waiting", left.waiting)));
        }
        self.state = RoundState::Closed;
        let short: String = seal.chars().take(12).collect();
        self.seal = seal;
        let told = self.sentence(model, "event-round-closed").count("silent", left.silent).text("seal", short);
        Ok((self, told.into()))
    }

    fn last_day(&self) -> Date {
        self.deadlines.iter().map(|deadline| deadline.on).max().unwrap_or(self.cut_off)
    }

    fn allows(&self, model: &Model, verb: RoundVerb) -> Result<(), Refused> {
        if round_leads_to(self.state, verb).is_some() {
            return Ok(());
        }
        let sentence = self.sentence(model, &format!("refused-round-{}", self.state.as_str()));
        Err(Refused::because(sentence.word("verb", format!("round-verb-{}", verb.as_str()))))
    }
}

/// Dates that agree with each other: somebody has a deadline, nobody two, none before the figures are cut off, and a level
/// has reported no later than those that wait for it.
fn sound(model: &Model, dates: &Schedule) -> Result<(), Refused> {
    let mut reasons: Vec<Reason> = Vec::new();
    let level = |level: &Key| Arg::Level(level.clone());
    if dates.deadlines.is_empty() {
        reasons.push(reason("deadlines", Sentence::new("refused-round-without-deadline")));
    }
    for (at, deadline) in dates.deadlines.iter().enumerate() {
        let told = |key: &str| Sentence::new(key).with("level", level(&deadline.level)).with("on", Arg::Date(deadline.on));
        if model.level(&deadline.level).is_none() {
            reasons.push(reason("deadlines", told("refused-round-unknown-level")));
        }
        if dates.deadlines.iter().take(at).any(|other| other.level == deadline.level) {
            reasons.push(reason("deadlines", told("refused-round-level-twice")));
        }
        if deadline.on < dates.cut_off {
            let sentence = told("refused-round-deadline-before-cut-off").with("cutoff", Arg::Date(dates.cut_off));
            reasons.push(reason("deadlines", sentence));
        }
        let waits_for = |lower: &&RoundDeadline| is_above(model, &deadline.level, &lower.level) && deadline.on < lower.on;
        if let Some(lower) = dates.deadlines.iter().find(waits_for) {
            let sentence = told("refused-round-deadlines-out-of-order").with("lower", level(&lower.level));
            reasons.push(reason("deadlines", sentence.with("lowerday", Arg::Date(lower.on))));
        }
    }
    Refused::unless_none(reasons)
}

/// Whether one level stands above another in the chain of actors.
fn is_above(model: &Model, upper: &Key, lower: &Key) -> bool {
    let mut here = model.level(lower);
    for _ in 0..model.levels.len() {
        match here.and_then(|level| level.above.as_ref()) {
            Some(above) if above == upper => return true,
            Some(above) => here = model.level(above),
            None => return false,
        }
    }
    false
}
