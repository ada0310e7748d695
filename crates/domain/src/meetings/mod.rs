//! Dialogue meetings: where the committee and those who carry its policies out meet, and guideposts are worded (H1–H4, H8).
//!
//! This file holds the nouns: a [`Meeting`] with its form, hosts and units, what the units prepare, what is said, the
//! guideposts worded from it, and the one table of what may be done in which state. What is done with a meeting is `deeds`;
//! with what is said and worded in it, `talk`; the committee's paper beforehand is `briefing`; `hours` is the time of day on
//! an agenda. Who may do what is not here: that is policy's.

pub mod briefing;
pub mod deeds;
pub mod hours;
pub mod talk;

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_kernel::{ContributionId, DraftId, ElementId, Line, MeetingId, PersonId, Prose, UnitId};
use serde::{Deserialize, Serialize};

use crate::chain::spelled;
use crate::models::Key;
use crate::rounds::Stamp;
use crate::sentence::Sentence;

pub use hours::Minute;

/// A dialogue meeting of one or several committees with the units that carry their policies out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The number in its address.
    pub serial: i64,
    /// What is written when it is planned.
    pub content: MeetingContent,
    /// The committee's choice of form; `None` while there is only the administration's proposal (H2).
    pub choice: Option<Choice>,
    /// Where it stands.
    pub state: MeetingState,
    /// The minutes, beside what was noted.
    pub minutes: Prose<40_000>,
    /// Why it was called off.
    pub note: Prose,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// What is written about a meeting when it is planned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeetingContent {
    /// What it is called.
    pub title: Line<200>,
    /// The year it belongs to.
    pub year: i16,
    /// The step of the model's wheel it belongs to.
    pub step: Option<Key>,
    /// The form the administration proposes.
    pub form: Form,
    /// Why that form.
    pub grounds: Prose,
    /// The kind of unit, where all of a kind meet.
    pub kind: Option<Key>,
    /// The area, where units of different kinds meet.
    pub area: Prose<200>,
    /// The theme, where units of different kinds meet.
    pub theme: Prose<200>,
    /// Who facilitates, and how.
    pub facilitation: Prose<1_000>,
    /// The day.
    pub on: Option<Date>,
    /// When it begins.
    pub begins: Option<Minute>,
    /// Where.
    pub place: Prose<200>,
    /// The committees that hold it together; the first leads. Never empty.
    pub hosts: Vec<UnitId>,
    /// The units invited.
    pub units: Vec<UnitId>,
    /// What is talked about, in order.
    pub agenda: Vec<AgendaItem>,
}

/// The most units one meeting can have.
pub const MOST_UNITS: usize = 200;

/// The most items one agenda can have.
pub const MOST_ITEMS: usize = 30;

/// One item of the agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgendaItem {
    /// Its number for good: what is noted under it stays there when the agenda is written anew.
    pub item: u32,
    /// What it is called.
    pub title: Line<200>,
    /// How long it is meant to take.
    pub minutes: u16,
    /// What is to be talked about.
    #[serde(default)]
    pub lead: Prose<1_000>,
}

/// The three forms of the source (H3), numbered as there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Model 1: all units of a kind in the same conference.
    Alike,
    /// Model 2: units of different kinds, by area or by a theme across.
    Mixed,
    /// Model 3: one unit alone.
    Single,
}

spelled!(Form: Alike = "alike", Mixed = "mixed", Single = "single");

/// The committee's choice of form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The form.
    pub form: Form,
    /// What the committee said to it: facilitation, joint meetings, otherwise.
    pub note: Prose,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Where a meeting stands. The minutes have four phases: draft, for comments, amended, approved.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MeetingState {
    /// Being planned.
    Planned,
    /// The units prepare.
    Invited,
    /// It is held.
    Running,
    /// Over; the minutes are written.
    MinutesDraft,
    /// Those who were there comment on the minutes.
    ForComments,
    /// The comments are worked in.
    Amended,
    /// The committee has approved the minutes.
    Approved,
    /// Called off.
    Cancelled,
}

spelled!(MeetingState:
    Planned = "planned", Invited = "invited", Running = "running", MinutesDraft = "minutes-draft",
    ForComments = "for-comments", Amended = "amended", Approved = "approved", Cancelled = "cancelled",
);

/// What can be done with a meeting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MeetingVerb {
    /// Change what is planned.
    Edit,
    /// Record which form the committee chose.
    ChooseForm,
    /// Invite the units.
    Invite,
    /// Write what a unit brings, and what its employees and board want said.
    Prepare,
    /// Open it.
    Start,
    /// Note what is said, and word guideposts from it.
    Scribe,
    /// End it: the minutes begin.
    End,
    /// Go on where it was ended too early.
    Resume,
    /// Write the minutes.
    WriteMinutes,
    /// Send the minutes to those who were there.
    Circulate,
    /// Comment on the minutes.
    Comment,
    /// Take no more comments, and work them in.
    Amend,
    /// The committee approves the minutes.
    Approve,
    /// Put a guidepost worded there before the committee.
    Propose,
    /// Call it off.
    Cancel,
}

spelled!(MeetingVerb:
    Edit = "edit", ChooseForm = "choose-form", Invite = "invite", Prepare = "prepare", Start = "start", Scribe = "scribe",
    End = "end", Resume = "resume", WriteMinutes = "write-minutes", Circulate = "circulate", Comment = "comment",
    Amend = "amend", Approve = "approve", Propose = "propose", Cancel = "cancel",
);

/// Every deed there is with a meeting.
pub const MEETING_TRANSITIONS: &[(MeetingState, MeetingVerb, MeetingState)] = &[
    (MeetingState::Planned, MeetingVerb::Edit, MeetingState::Planned),
    (MeetingState::Planned, MeetingVerb::ChooseForm, MeetingState::Planned),
    (MeetingState::Planned, MeetingVerb::Invite, MeetingState::Invited),
    (MeetingState::Planned, MeetingVerb::Cancel, MeetingState::Cancelled),
    (MeetingState::Invited, MeetingVerb::Edit, MeetingState::Invited),
    (MeetingState::Invited, MeetingVerb::Prepare, MeetingState::Invited),
    (MeetingState::Invited, MeetingVerb::Start, MeetingState::Running),
    (MeetingState::Invited, MeetingVerb::Cancel, MeetingState::Cancelled),
    (MeetingState::Running, MeetingVerb::Scribe, MeetingState::Running),
    (MeetingState::Running, MeetingVerb::End, MeetingState::MinutesDraft),
    (MeetingState::MinutesDraft, MeetingVerb::Scribe, MeetingState::MinutesDraft),
    (MeetingState::MinutesDraft, MeetingVerb::Resume, MeetingState::Running),
    (MeetingState::MinutesDraft, MeetingVerb::WriteMinutes, MeetingState::MinutesDraft),
    (MeetingState::MinutesDraft, MeetingVerb::Circulate, MeetingState::ForComments),
    (MeetingState::MinutesDraft, MeetingVerb::Propose, MeetingState::MinutesDraft),
    (MeetingState::ForComments, MeetingVerb::Comment, MeetingState::ForComments),
    (MeetingState::ForComments, MeetingVerb::Amend, MeetingState::Amended),
    (MeetingState::ForComments, MeetingVerb::Propose, MeetingState::ForComments),
    (MeetingState::Amended, MeetingVerb::WriteMinutes, MeetingState::Amended),
    (MeetingState::Amended, MeetingVerb::Circulate, MeetingState::ForComments),
    (MeetingState::Amended, MeetingVerb::Approve, MeetingState::Approved),
    (MeetingState::Amended, MeetingVerb::Propose, MeetingState::Amended),
    (MeetingState::Approved, MeetingVerb::Propose, MeetingState::Approved),
];

/// The state a verb leads a meeting to; `None` where the table does not allow it.
pub fn meeting_leads_to(state: MeetingState, verb: MeetingVerb) -> Option<MeetingState> {
    MEETING_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// What a unit brings to a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Preparation {
    /// How things stand.
    pub status: Prose<4_000>,
    /// Under which conditions.
    pub conditions: Prose<4_000>,
    /// What is difficult.
    pub challenges: Prose<4_000>,
    /// What needs to be developed.
    pub needs: Prose<4_000>,
}

impl Preparation {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        [&self.status, &self.conditions, &self.challenges, &self.needs].iter().all(|text| text.is_empty())
    }
}

/// A unit that is invited, with what it brings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Brought {
    /// The meeting.
    pub meeting: MeetingId,
    /// The unit.
    pub unit: UnitId,
    /// What it brings.
    pub preparation: Preparation,
    /// Whether its leader says that it is ready to be read by the committee.
    pub is_ready: bool,
    /// Whether nobody of it was at the meeting.
    pub is_absent: bool,
    /// Who wrote it last, and when; `None` while nobody has.
    pub stamp: Option<Stamp>,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// Who wants something said at a meeting without being there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputFrom {
    /// The unit's employees.
    Employees,
    /// The user or parent board.
    Board,
}

spelled!(InputFrom: Employees = "employees", Board = "board");

/// Something that employees or a board want said (H8).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The meeting.
    pub meeting: MeetingId,
    /// The unit.
    pub unit: UnitId,
    /// Who says it.
    pub from: InputFrom,
    /// In words.
    pub text: Line<1_000>,
    /// Who wrote it down, and when.
    pub stamp: Stamp,
}

/// Who spoke: the kind of speaker, never the person. What is public later is public with this.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// A member of a committee.
    Politician,
    /// The leader of a unit.
    Unit,
    /// An employee, or what employees wanted said.
    Employee,
    /// A board member, or what a board wanted said.
    Board,
    /// The administration.
    Administration,
}

spelled!(Speaker:
    Politician = "politician", Unit = "unit", Employee = "employee", Board = "board", Administration = "administration",
);

/// What the browser calls a line until the server has it: the same line sent twice is one.
pub type ClientKey = Line<64>;

/// Something said at a meeting, as the scribe noted it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contribution {
    /// Its id.
    pub id: ContributionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// What the browser called it.
    pub key: ClientKey,
    /// The item of the agenda it was said under.
    pub item: Option<u32>,
    /// Who spoke.
    pub speaker: Speaker,
    /// For which unit or committee.
    pub unit: Option<UnitId>,
    /// What was said.
    pub text: Line<1_000>,
    /// Whether it was struck out again: noted by mistake.
    pub is_struck: bool,
    /// Who noted it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// A guidepost worded at a meeting. Its element in the chain keeps pointing back here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// The meeting.
    pub meeting: MeetingId,
    /// What the browser called it.
    pub key: ClientKey,
    /// What it is called.
    pub title: Line<200>,
    /// What it says.
    pub text: Prose<2_000>,
    /// Which wording this is, from 1; the others are kept.
    pub wording: u32,
    /// What it came from.
    pub from: Vec<ContributionId>,
    /// The guidepost it became; `None` before it is proposed.
    pub element: Option<ElementId>,
    /// Whether it was given up.
    pub is_struck: bool,
    /// Optimistic lock; the store adds one at each save.
    pub version: i64,
}

/// A comment on the minutes by somebody who was there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    /// The meeting.
    pub meeting: MeetingId,
    /// In words.
    pub text: Line<2_000>,
    /// Who gave it, and when.
    pub stamp: Stamp,
}

impl Meeting {
    /// The form it has: what the committee chose, else what is proposed.
    pub fn form(&self) -> Form {
        self.choice.as_ref().map_or(self.content.form, |choice| choice.form)
    }

    /// A sentence that is about this meeting: it gets `meeting`.
    pub fn sentence(&self, key: &str) -> Sentence {
        Sentence::new(key).text("meeting", self.content.title.as_str())
    }

    /// What can be done with it as it stands, in the table's order.
    pub fn open_verbs(&self) -> impl Iterator<Item = MeetingVerb> + use<> {
        let state = self.state;
        MEETING_TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, verb, _)| *verb)
    }

    /// Whether a verb is open as it stands.
    pub fn can(&self, verb: MeetingVerb) -> bool {
        meeting_leads_to(self.state, verb).is_some()
    }

    /// When each item of the agenda begins; empty where nobody has said when the meeting does.
    pub fn starts(&self) -> Vec<Minute> {
        let Some(begins) = self.content.begins else { return Vec::new() };
        let lengths = self.content.agenda.iter().map(|item| item.minutes);
        lengths.scan(begins, |at, minutes| Some(std::mem::replace(at, at.after(minutes)))).collect()
    }

    /// An item of the agenda by its number.
    pub fn item(&self, number: u32) -> Option<&AgendaItem> {
        self.content.agenda.iter().find(|item| item.item == number)
    }
}

impl MeetingState {
    /// Whether it has been held, wholly or so far.
    pub const fn is_held(self) -> bool {
        match self {
            Self::Running | Self::MinutesDraft | Self::ForComments | Self::Amended | Self::Approved => true,
            Self::Planned | Self::Invited | Self::Cancelled => false,
        }
    }

    /// Whether the minutes have left the scribe's desk: from then on everybody who is logged in may read them.
    pub const fn shows_minutes(self) -> bool {
        match self {
            Self::ForComments | Self::Amended | Self::Approved => true,
            Self::Planned | Self::Invited | Self::Running | Self::MinutesDraft | Self::Cancelled => false,
        }
    }
}
