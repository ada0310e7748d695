//! The committee's paper before it meets the units (H2, K2): assembled from what is known, edited by the administration with
//! its sources kept, and frozen when it is sent. Figures are never written by hand here: they come with where they are from.

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_kernel::{BriefingId, Figure, Prose, UnitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Form;
use crate::chain::{Comparator, Done, spelled};
use crate::rounds::{Mark, Spread, Stamp};
use crate::sentence::{Refused, Sentence};

/// A briefing for a committee in a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Briefing {
    /// Its id.
    pub id: BriefingId,
    /// The committee.
    pub committee: UnitId,
    /// The year.
    pub year: i16,
    /// What it says.
    pub paper: Paper,
    /// Who sent it, and when; `None` while it is written.
    pub sent: Option<Stamp>,
    /// The seal of the paper as it was sent; empty before.
    pub seal: String,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What a briefing says. Kept to the byte once it is sent.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Paper {
    /// The committee's name as it was.
    pub committee: String,
    /// When the figures were last drawn.
    pub drawn: Option<Timestamp>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// What a section is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// What the committee should talk about; written by the administration alone.
    Opening,
    /// The last closed round's goals and marks.
    Goals,
    /// The guideposts in force, with the marks below each.
    Guideposts,
    /// Figures that were reported, with what was wanted.
    Figures,
    /// What changed: marks, units.
    Changes,
    /// What the units say.
    Voices,
    /// The meetings of the year and their form.
    Meetings,
}

spelled!(SectionKind:
    Opening = "opening", Goals = "goals", Guideposts = "guideposts", Figures = "figures", Changes = "changes",
    Voices = "voices", Meetings = "meetings",
);

/// One section: what the administration writes, and lines drawn from data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// What the administration writes.
    #[serde(default)]
    pub text: Prose,
    /// The marks in all, where it is about goals.
    #[serde(default)]
    pub spread: Option<Spread>,
    /// The lines, in order.
    #[serde(default)]
    pub lines: Vec<PaperLine>,
    /// How many more there were than are listed.
    #[serde(default)]
    pub more: u32,
}

/// One line of a section, with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct PaperLine {
    /// What it is about: a goal, a unit, a guidepost.
    pub title: String,
    /// Whose it is: a unit's name.
    pub unit: String,
    /// What is said: a fact, a figure, a unit's own words.
    pub text: String,
    /// How it is marked.
    pub mark: Option<Mark>,
    /// How it was marked before.
    pub before: Option<Mark>,
    /// The marks below it.
    pub spread: Option<Spread>,
    /// What a unit speaks about, where it is one that speaks.
    pub topic: Option<Topic>,
    /// A figure that was reported.
    pub figure: Option<PaperFigure>,
    /// The first day of a unit that came.
    pub opened: Option<Date>,
    /// The last day of a unit that went; then `text` is which carries on its work.
    pub closed: Option<Date>,
    /// The day of a meeting.
    pub on: Option<Date>,
    /// The form of a meeting.
    pub form: Option<Form>,
    /// Where it comes from.
    pub source: Source,
    /// Whether the administration leaves it out.
    pub is_left_out: bool,
}

/// What a unit speaks about, or who speaks for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // as in `Preparation` and `InputFrom`
pub enum Topic {
    Status,
    Conditions,
    Challenges,
    Needs,
    Employees,
    Board,
}

spelled!(Topic:
    Status = "status", Conditions = "conditions", Challenges = "challenges", Needs = "needs", Employees = "employees",
    Board = "board",
);

/// A figure that was reported, with what was wanted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PaperFigure {
    /// What it is now.
    pub value: Figure,
    /// What it is counted in: "%".
    pub unit: String,
    /// How it is compared with what is wanted.
    pub comparator: Option<Comparator>,
    /// What is wanted.
    pub wanted: Option<Figure>,
    /// Where it stood at the start.
    pub baseline: Option<Figure>,
    /// Where the figure comes from: "Trivselsmåling 2019".
    pub from: String,
}

/// Where a line comes from: what its link leads to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Nowhere: written by hand.
    #[default]
    Hand,
    /// An element, by its number.
    Element(String),
    /// A report on an element, by its number, in a round: key and year.
    Report(String, String, i16),
    /// A unit, by its serial number.
    Unit(i64),
    /// A unit's preparation for a meeting: the meeting's and the unit's serial numbers.
    Preparation(i64, i64),
    /// A meeting, by its number.
    Meeting(i64),
}

impl SectionKind {
    /// The most lines of a section: what is more is counted. What sixty units say has room.
    pub const fn most(self) -> usize {
        match self {
            Self::Voices => 480,
            Self::Opening | Self::Goals | Self::Guideposts | Self::Figures | Self::Changes | Self::Meetings => 60,
        }
    }
}

impl Section {
    /// A section with nothing drawn into it.
    pub fn empty(kind: SectionKind) -> Self {
        Self { kind, text: Prose::default(), spread: None, lines: Vec::new(), more: 0 }
    }

    /// A section with these lines; no more than are meant to be listed.
    pub fn of(kind: SectionKind, mut lines: Vec<PaperLine>) -> Self {
        let more = lines.len().saturating_sub(kind.most());
        lines.truncate(kind.most());
        Self { lines, more: u32::try_from(more).unwrap_or(u32::MAX), ..Self::empty(kind) }
    }

    /// The lines that are not left out.
    pub fn shown(&self) -> impl Iterator<Item = &PaperLine> {
        self.lines.iter().filter(|line| !line.is_left_out)
    }
}

/// What the administration writes in a section, and which lines it leaves out, by their places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edited {
    /// The section.
    pub kind: SectionKind,
    /// What is written.
    pub text: Prose,
    /// The places of the lines that are left out, from 0.
    pub left_out: Vec<usize>,
}

/// SHA-256 of a paper's bytes, 64 hexadecimal digits.
pub fn seal_of(body: &str) -> String {
    Sha256::digest(body.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Paper {
    /// The paper to the byte, as it is kept and sealed.
    ///
    /// # Errors
    /// None that a paper can give rise to; what the writer of JSON says is passed on.
    pub fn body(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Puts fresh figures into the paper and keeps what was written: the texts, and what was left out of what is still there.
    #[must_use]
    pub fn drawn_anew(&self, mut fresh: Self) -> Self {
        for section in &mut fresh.sections {
            let Some(old) = self.sections.iter().find(|old| old.kind == section.kind) else { continue };
            section.text = old.text.clone();
            for line in &mut section.lines {
                let same = |was: &&PaperLine| (&was.source, &was.title, was.topic) == (&line.source, &line.title, line.topic);
                line.is_left_out = old.lines.iter().find(same).is_some_and(|was| was.is_left_out);
            }
        }
        fresh
    }
}

impl Briefing {
    /// A sentence that is about this briefing: it gets `committee` and `year`.
    pub fn sentence(&self, key: &str) -> Sentence {
        Sentence::new(key).text("committee", &self.paper.committee).text("year", self.year.to_string())
    }

    /// Begins a briefing with what was drawn.
    ///
    /// # Errors
    /// Refused for a year no briefing is of.
    pub fn begin(id: BriefingId, committee: UnitId, year: i16, paper: Paper) -> Done<Self> {
        if !(1900..2200).contains(&year) {
            return Err(Refused::at("year", Sentence::new("refused-meeting-year").text("year", year.to_string())));
        }
        let briefing = Self { id, committee, year, paper, sent: None, seal: String::new(), version: 0 };
        let told = briefing.sentence("event-briefing-begun");
        Ok((briefing, told.into()))
    }

    /// Draws the figures anew.
    ///
    /// # Errors
    /// Refused once it is sent.
    pub fn draw(mut self, fresh: Paper) -> Done<Self> {
        self.is_open()?;
        self.paper = self.paper.drawn_anew(fresh);
        let told = self.sentence("event-briefing-drawn");
        Ok((self, told.into()))
    }

    /// Writes in it.
    ///
    /// # Errors
    /// Refused once it is sent.
    pub fn edit(mut self, edited: Vec<Edited>) -> Done<Self> {
        self.is_open()?;
        for edit in edited {
            let Some(section) = self.paper.sections.iter_mut().find(|section| section.kind == edit.kind) else { continue };
            section.text = edit.text;
            for (place, line) in section.lines.iter_mut().enumerate() {
                line.is_left_out = edit.left_out.contains(&place);
            }
        }
        let told = self.sentence("event-briefing-edited");
        Ok((self, told.into()))
    }

    /// Sends it to the committee: from now on it stands as it was sent. Lines that were left out are not in it.
    ///
    /// # Errors
    /// Refused once it is sent, and where there is nothing in it.
    pub fn send(mut self, stamp: Stamp) -> Result<(Self, String, crate::Event), Refused> {
        self.is_open()?;
        for section in &mut self.paper.sections {
            section.lines.retain(|line| !line.is_left_out);
        }
        let says = |section: &Section| !section.text.is_empty() || !section.lines.is_empty();
        self.paper.sections.retain(says);
        if self.paper.sections.is_empty() {
            return Err(Refused::because(self.sentence("refused-briefing-empty")));
        }
        let body = self.paper.body().map_err(|_| Refused::because(self.sentence("refused-briefing-empty")))?;
        self.seal = seal_of(&body);
        self.sent = Some(stamp);
        let short: String = self.seal.chars().take(12).collect();
        let told = self.sentence("event-briefing-sent").text("seal", short);
        Ok((self, body, told.into()))
    }

    fn is_open(&self) -> Result<(), Refused> {
        if self.sent.is_some() { Err(Refused::because(self.sentence("refused-briefing-sent"))) } else { Ok(()) }
    }
}
