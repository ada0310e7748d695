//! What is done with a case: written, put on the agenda, decided, withdrawn, corrected.

use jiff::civil::Date;
use pejl_kernel::ids::{CaseId, DecisionId};
use pejl_kernel::{Line, Number, PersonId, Prose, UnitId};

use super::{Adopts, Bar, Case, CaseContent, CaseState, CaseVerb, Disqualified, Outcome, Resolution, case_leads_to};
use crate::chain::deeds::Done;
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

/// What a new case begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewCase {
    /// The body that decides.
    pub body: UnitId,
    /// The unit that prepares it.
    pub unit: UnitId,
    /// What people wrote.
    pub content: CaseContent,
    /// What the body adopts by it.
    pub adopts: Vec<Adopts>,
}

/// What a body decided, before it is recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// The day of the meeting.
    pub on: Date,
    /// What came of the recommendation.
    pub outcome: Outcome,
    /// What was decided, as it stands in the minutes. May be empty where it is as recommended, or taken note of.
    pub text: Prose,
}

/// How many people may be disqualified from one case: a body has fewer.
const MOST_DISQUALIFIED: usize = 100;

impl Case {
    /// Starts a case.
    ///
    /// # Errors
    /// Refused by the rules of its content.
    pub fn draft(id: CaseId, number: Number, new: NewCase, body: &str) -> Done<Self> {
        let NewCase { body: decides, unit, content, adopts } = new;
        let case = Self {
            id,
            number,
            body: decides,
            unit,
            state: CaseState::Draft,
            content,
            adopts: once_each(adopts),
            disqualified: Vec::new(),
            corrects: None,
            resolution: None,
            note: Prose::default(),
            version: 0,
        };
        case.content.sound(&case.adopts)?;
        let told = case.sentence("event-case-drafted").text("body", body);
        Ok((case, told.into()))
    }

    /// Writes in it.
    ///
    /// # Errors
    /// Refused in the wrong state, and by the rules of its content.
    pub fn edit(mut self, content: CaseContent, adopts: Vec<Adopts>) -> Done<Self> {
        self.allows(CaseVerb::Edit)?;
        let adopts = once_each(adopts);
        content.sound(&adopts)?;
        self.content = content;
        self.adopts = adopts;
        let told = self.sentence("event-case-edited");
        Ok((self, told.into()))
    }

    /// Puts it on the agenda of its meeting.
    ///
    /// # Errors
    /// Refused in the wrong state, and where something is missing that a body needs: everything missing at once.
    pub fn ready(mut self, today: Date) -> Done<Self> {
        self.allows(CaseVerb::Ready)?;
        let mut lacks = self.content.lacks();
        if let Some(meeting) = self.content.meeting.filter(|meeting| *meeting < today) {
            lacks.push(reason("meeting", self.sentence("refused-case-meeting-passed").with("on", Arg::Date(meeting))));
        }
        Refused::unless_none(lacks)?;
        self.state = CaseState::Ready;
        let told = self.sentence("event-case-readied");
        let told = self.content.meeting.into_iter().fold(told, |told, on| told.with("on", Arg::Date(on)));
        Ok((self, told.into()))
    }

    /// Takes it off the agenda, to write in it again, or to put it off.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn take_back(mut self) -> Done<Self> {
        self.allows(CaseVerb::TakeBack)?;
        self.state = CaseState::Draft;
        let told = self.sentence("event-case-taken-back");
        Ok((self, told.into()))
    }

    /// Says who takes no part in it. `name` tells what somebody is called, for the sentence.
    ///
    /// # Errors
    /// Refused in the wrong state, without a reason for each, and where nothing changes.
    pub fn disqualify(mut self, people: Vec<Disqualified>, name: impl Fn(PersonId) -> String) -> Done<Self> {
        self.allows(CaseVerb::Disqualify)?;
        let mut reasons: Vec<Reason> = Vec::new();
        for (at, one) in people.iter().enumerate() {
            if one.reason.is_empty() {
                let sentence = Sentence::new("refused-case-disqualified-without-reason").text("name", name(one.person));
                reasons.push(reason("disqualified", sentence));
            }
            if people[..at].iter().any(|other| other.person == one.person) {
                let sentence = Sentence::new("refused-case-disqualified-twice").text("name", name(one.person));
                reasons.push(reason("disqualified", sentence));
            }
        }
        if people.len() > MOST_DISQUALIFIED {
            reasons.push(reason("disqualified", Sentence::new("refused-case-too-many").count("most", MOST_DISQUALIFIED)));
        }
        Refused::unless_none(reasons)?;
        if people == self.disqualified {
            return Err(Refused::at("disqualified", Sentence::new("refused-case-disqualified-same")));
        }
        let names: Vec<String> = people.iter().map(|one| name(one.person)).collect();
        self.disqualified = people;
        let told = match names.is_empty() {
            true => self.sentence("event-case-disqualified-nobody"),
            false => self.sentence("event-case-disqualified").text("names", names.join(", ")),
        };
        Ok((self, told.into()))
    }

    /// Records what the body decided, by a decision that is recorded beside it.
    ///
    /// # Errors
    /// Refused in the wrong state, and where it is not said what was decided.
    pub fn decide(mut self, resolved: Resolved, decision: DecisionId) -> Done<Self> {
        self.allows(CaseVerb::Decide)?;
        let says_itself = matches!(resolved.outcome, Outcome::AsRecommended | Outcome::Noted);
        if resolved.text.is_empty() && !says_itself {
            return Err(Refused::at("decided", Sentence::new("refused-case-decided-without-text")));
        }
        self.state = CaseState::Decided;
        let told = self.sentence("event-case-decided").with("on", Arg::Date(resolved.on));
        let told = told.word("outcome", format!("case-outcome-{}", resolved.outcome.as_str()));
        self.resolution = Some(Resolution { decision, outcome: resolved.outcome, text: resolved.text });
        Ok((self, told.into()))
    }

    /// Gives it up, with a reason.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a reason.
    pub fn withdraw(mut self, note: Prose) -> Done<Self> {
        self.allows(CaseVerb::Withdraw)?;
        if note.is_empty() {
            return Err(Refused::at("note", Sentence::new("refused-case-withdrawn-without-reason")));
        }
        self.state = CaseState::Withdrawn;
        self.note = note;
        let told = self.sentence("event-case-withdrawn");
        Ok((self, told.into()))
    }

    /// Begins a case that corrects this one, which stays as it is. The new one holds the same text, for the next meeting, and
    /// adopts nothing until somebody says so.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn correction(&self, id: CaseId, number: Number) -> Done<Self> {
        self.allows(CaseVerb::Correct)?;
        let case = Self {
            id,
            number,
            state: CaseState::Draft,
            content: CaseContent { meeting: None, item: None, own_number: None, ..self.content.clone() },
            adopts: Vec::new(),
            disqualified: self.disqualified.clone(),
            corrects: Some(self.id),
            resolution: None,
            note: Prose::default(),
            version: 0,
            ..self.clone()
        };
        let told = case.sentence("event-case-correction").text("corrected", self.number.to_string());
        Ok((case, told.into()))
    }

    /// Whoever is disqualified from it does nothing in it, whatever else they may.
    ///
    /// # Errors
    /// Refused for those who are.
    pub fn fit_to_act(&self, person: Option<PersonId>) -> Result<(), Refused> {
        match person {
            Some(person) if self.is_disqualified(person) => Err(Refused::because(self.sentence("refused-case-disqualified"))),
            Some(_) | None => Ok(()),
        }
    }

    /// The case number that its decision stands under: the municipality's own where it has one, and in the open.
    pub fn decided_under(&self) -> Option<Line<60>> {
        let own = self.content.own_number.clone().filter(|_| !self.is_closed());
        own.or_else(|| Line::parse(&self.number.to_string()).ok())
    }

    /// Whether what somebody records is what stands here already.
    pub fn was_decided_so(&self, resolved: &Resolved, on: Date) -> bool {
        let same = |one: &Resolution| one.outcome == resolved.outcome && one.text == resolved.text;
        self.resolution.as_ref().is_some_and(same) && on == resolved.on
    }

    fn allows(&self, verb: CaseVerb) -> Result<(), Refused> {
        if case_leads_to(self.state, verb).is_some() {
            return Ok(());
        }
        let sentence = self.sentence(&format!("refused-case-{}", self.state.as_str()));
        Err(Refused::because(sentence.word("verb", format!("case-verb-{}", verb.as_str()))))
    }
}

fn once_each(adopts: Vec<Adopts>) -> Vec<Adopts> {
    let mut once: Vec<Adopts> = Vec::with_capacity(adopts.len());
    for one in adopts {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// Whether somebody may decide over these things on their own pages. Disqualification is from the matter, by whichever door
/// (forvaltningsloven § 3); with the case's end it ends. `bars` is what they keep out of.
///
/// # Errors
/// Refused for the first thing that is barred, naming the case.
pub fn fit_to_decide(bars: &[Bar], things: &[Adopts]) -> Result<(), Refused> {
    match bars.iter().find(|bar| things.contains(&bar.thing)) {
        Some(bar) => {
            Err(Refused::because(Sentence::new("refused-case-disqualified-from-matter").text("number", bar.case.to_string())))
        }
        None => Ok(()),
    }
}
