//! What is prepared, said, worded and commented on.

use jiff::Timestamp;
use pejl_kernel::{ContributionId, DraftId, ElementId, Line, PersonId, Prose, UnitId};

use super::{Brought, ClientKey, Comment, Contribution, Draft, Input, InputFrom, Meeting, MeetingVerb, Preparation, Speaker};
use crate::chain::{Done, Element};
use crate::models::Model;
use crate::rounds::Stamp;
use crate::sentence::{Event, Refused};

impl Brought {
    /// Writes what a unit brings. `name` is the unit's, for the sentence.
    ///
    /// # Errors
    /// Refused in the wrong state, and where it is said to be ready with nothing in it.
    pub fn write(mut self, meeting: &Meeting, name: &str, preparation: Preparation, is_ready: bool, stamp: Stamp) -> Done<Self> {
        meeting.allows(MeetingVerb::Prepare)?;
        if is_ready && preparation.is_empty() {
            return Err(Refused::at("status", meeting.sentence("refused-preparation-empty")));
        }
        self.preparation = preparation;
        self.is_ready = is_ready;
        self.stamp = Some(stamp);
        let key = if is_ready { "event-preparation-ready" } else { "event-preparation-written" };
        Ok((self, meeting.sentence(key).text("unit", name).into()))
    }

    /// Says whether anybody of the unit was there.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn attend(mut self, meeting: &Meeting, name: &str, is_absent: bool) -> Done<Self> {
        meeting.allows(MeetingVerb::Scribe)?;
        self.is_absent = is_absent;
        let key = if is_absent { "event-unit-absent" } else { "event-unit-present" };
        Ok((self, meeting.sentence(key).text("unit", name).into()))
    }
}

impl Input {
    /// Writes down what employees or a board want said.
    ///
    /// # Errors
    /// Refused in the wrong state, and for a unit that is not invited.
    pub fn give(meeting: &Meeting, unit: UnitId, name: &str, from: InputFrom, text: Line<1_000>, stamp: Stamp) -> Done<Self> {
        meeting.allows(MeetingVerb::Prepare)?;
        if !meeting.content.units.contains(&unit) {
            return Err(Refused::because(meeting.sentence("refused-input-uninvited").text("unit", name)));
        }
        let told = meeting.sentence("event-input-given").text("unit", name);
        let told = told.word("from", format!("input-from-{}", from.as_str()));
        Ok((Self { meeting: meeting.id, unit, from, text, stamp }, told.into()))
    }
}

/// What the scribe typed: who said what, under which item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What the browser calls it.
    pub key: ClientKey,
    /// The item of the agenda.
    pub item: Option<u32>,
    /// Who spoke.
    pub speaker: Speaker,
    /// For which unit or committee.
    pub unit: Option<UnitId>,
    /// What was said.
    pub text: Line<1_000>,
}

impl Contribution {
    /// Notes what was said. An item that is no longer on the agenda is let go: what was said is worth more.
    ///
    /// # Errors
    /// Refused in the wrong state, and for a unit that is neither host nor invited.
    pub fn note(id: ContributionId, meeting: &Meeting, said: Said, by: PersonId, at: Timestamp) -> Done<Self> {
        meeting.allows(MeetingVerb::Scribe)?;
        let is_there = |unit: &UnitId| meeting.content.hosts.contains(unit) || meeting.content.units.contains(unit);
        if said.unit.as_ref().is_some_and(|unit| !is_there(unit)) {
            return Err(Refused::at("unit", meeting.sentence("refused-contribution-elsewhere")));
        }
        let contribution = Self {
            id,
            meeting: meeting.id,
            key: said.key,
            item: said.item.filter(|item| meeting.item(*item).is_some()),
            speaker: said.speaker,
            unit: said.unit,
            text: said.text,
            is_struck: false,
            by,
            at,
            version: 0,
        };
        let told = meeting.sentence("event-contribution-noted");
        let told = told.word("speaker", format!("speaker-{}", contribution.speaker.as_str()));
        Ok((contribution, told.into()))
    }

    /// Mends what was noted.
    ///
    /// # Errors
    /// Refused in the wrong state, and where it was struck out.
    pub fn mend(mut self, meeting: &Meeting, text: Line<1_000>) -> Done<Self> {
        meeting.allows(MeetingVerb::Scribe)?;
        if self.is_struck {
            return Err(Refused::because(meeting.sentence("refused-contribution-struck")));
        }
        self.text = text;
        Ok((self, meeting.sentence("event-contribution-mended").into()))
    }

    /// Strikes out what was noted by mistake. `used` is how many guideposts were worded from it.
    ///
    /// # Errors
    /// Refused in the wrong state, and while a guidepost stands on it.
    pub fn strike(mut self, meeting: &Meeting, used: usize) -> Done<Self> {
        meeting.allows(MeetingVerb::Scribe)?;
        if used > 0 {
            return Err(Refused::because(meeting.sentence("refused-contribution-used").count("drafts", used)));
        }
        self.is_struck = true;
        Ok((self, meeting.sentence("event-contribution-struck").into()))
    }
}

/// How a guidepost is worded in the room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Worded {
    /// What the browser calls it.
    pub key: ClientKey,
    /// What it is called.
    pub title: Line<200>,
    /// What it says.
    pub text: Prose<2_000>,
    /// The contributions it comes from.
    pub from: Vec<ContributionId>,
}

impl Draft {
    /// Words a guidepost from what was said. `known` is every contribution of the meeting that stands.
    ///
    /// # Errors
    /// Refused in the wrong state, where it comes from nothing, and where it comes from something said elsewhere.
    pub fn word(id: DraftId, meeting: &Meeting, worded: Worded, known: &[ContributionId]) -> Done<Self> {
        meeting.allows(MeetingVerb::Scribe)?;
        rests_on(meeting, &worded.from, known)?;
        let draft = Self {
            id,
            meeting: meeting.id,
            key: worded.key,
            title: worded.title,
            text: worded.text,
            wording: 1,
            from: worded.from,
            element: None,
            is_struck: false,
            version: 0,
        };
        let told = meeting.sentence("event-draft-worded").text("title", draft.title.as_str());
        Ok((draft, told.into()))
    }

    /// Words it otherwise; the wording before is kept. Contributions are added, and may be taken away again.
    ///
    /// # Errors
    /// Refused in the wrong state, once it was proposed or given up, and where it comes from nothing.
    pub fn reword(mut self, meeting: &Meeting, worded: Worded, known: &[ContributionId]) -> Done<Self> {
        self.stands(meeting)?;
        rests_on(meeting, &worded.from, known)?;
        if (&self.title, &self.text) != (&worded.title, &worded.text) {
            self.wording += 1;
        }
        self.title = worded.title;
        self.text = worded.text;
        self.from = worded.from;
        let told = meeting.sentence("event-draft-reworded").text("title", self.title.as_str());
        Ok((self, told.into()))
    }

    /// Gives it up.
    ///
    /// # Errors
    /// Refused in the wrong state, and once it was proposed.
    pub fn strike(mut self, meeting: &Meeting) -> Done<Self> {
        self.stands(meeting)?;
        self.is_struck = true;
        let told = meeting.sentence("event-draft-struck").text("title", self.title.as_str());
        Ok((self, told.into()))
    }

    fn stands(&self, meeting: &Meeting) -> Result<(), Refused> {
        meeting.allows(MeetingVerb::Scribe)?;
        self.is_open(meeting)
    }

    /// Whether it is neither proposed nor given up.
    ///
    /// # Errors
    /// Refused where it is.
    pub fn is_open(&self, meeting: &Meeting) -> Result<(), Refused> {
        let key = match (self.element, self.is_struck) {
            (Some(_), _) => "refused-draft-proposed",
            (None, true) => "refused-draft-struck",
            (None, false) => return Ok(()),
        };
        Err(Refused::because(meeting.sentence(key).text("title", self.title.as_str())))
    }

    /// It became a guidepost of the chain, or part of one that was there.
    ///
    /// # Errors
    /// Refused in the wrong state, and where it was proposed or given up before.
    pub fn became(mut self, meeting: &Meeting, model: &Model, element: &Element) -> Done<Self> {
        meeting.allows(MeetingVerb::Propose)?;
        self.is_open(meeting)?;
        self.element = Some(element.id);
        let told = element.sentence(model, "event-draft-proposed").text("meeting", meeting.content.title.as_str());
        Ok((self, told.into()))
    }

    /// The guidepost it became.
    pub fn guidepost(&self) -> Option<ElementId> {
        self.element
    }
}

/// A guidepost worded at a meeting comes from something said there.
fn rests_on(meeting: &Meeting, from: &[ContributionId], known: &[ContributionId]) -> Result<(), Refused> {
    if from.is_empty() {
        return Err(Refused::at("from", meeting.sentence("refused-draft-from-nothing")));
    }
    if from.iter().any(|one| !known.contains(one)) {
        return Err(Refused::at("from", meeting.sentence("refused-draft-from-elsewhere")));
    }
    Ok(())
}

impl Comment {
    /// Comments on the minutes.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn give(meeting: &Meeting, text: Line<2_000>, stamp: Stamp) -> Result<(Self, Event), Refused> {
        meeting.allows(MeetingVerb::Comment)?;
        Ok((Self { meeting: meeting.id, text, stamp }, meeting.sentence("event-minutes-commented").into()))
    }
}
