//! What dialogue meetings ask of somebody, and which come next for them.

use jiff::civil::Date;
use pejl_domain::meetings::MeetingState;
use pejl_kernel::UnitId;
use pejl_policy::{Actor, Post, Sight};
use pejl_store::chain::UnitMention;
use pejl_store::meetings::{self, OpenSeat, Part};
use pejl_store::{Fault, Tx};

/// How many meetings come next.
const NEXT: usize = 3;

/// Why a meeting is a task.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MeetingTaskOf {
    /// The committee one chairs has not chosen its form.
    Choose,
    /// The unit one leads is invited, and has not said what it brings.
    Prepare,
    /// The minutes are amended, and wait for the committee one chairs.
    Approve,
}

impl MeetingTaskOf {
    /// Every kind, the most pressing first.
    pub const ALL: [Self; 3] = [Self::Prepare, Self::Choose, Self::Approve];

    /// As it stands at the end of catalogue keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Prepare => "prepare",
            Self::Approve => "approve",
        }
    }
}

/// A meeting that asks something of somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeetingTask {
    /// Why.
    pub of: MeetingTaskOf,
    /// The meeting's number.
    pub meeting: i64,
    /// What it is called.
    pub title: String,
    /// The unit it is about: whoever is invited, or the committee.
    pub unit: UnitMention,
    /// The day of the meeting, where it has one and it matters.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub is_late: bool,
}

/// A meeting that comes next for somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextMeeting {
    /// Its number.
    pub meeting: i64,
    /// What it is called.
    pub title: String,
    /// Its day.
    pub on: Date,
}

/// The meetings' part of somebody's overview.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MeetingHome {
    /// What they ask of them.
    pub tasks: Vec<MeetingTask>,
    /// Those that come next for them, at most three.
    pub next: Vec<NextMeeting>,
}

/// What meetings ask of somebody today, and which come next. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn home(tx: &mut Tx, sight: &Sight, actor: &Actor) -> Result<MeetingHome, Fault> {
    let seats = meetings::open_seats(tx, sight).await?;
    Ok(MeetingHome { tasks: tasks(&seats, actor), next: next(&seats, actor) })
}

/// What meetings ask of each of these people today, in their order. One statement, however many they are.
///
/// # Errors
/// A fault of the database.
pub async fn tasks_of_all(tx: &mut Tx, sight: &Sight, actors: &[Actor]) -> Result<Vec<Vec<MeetingTask>>, Fault> {
    let seats = meetings::open_seats(tx, sight).await?;
    Ok(actors.iter().map(|actor| tasks(&seats, actor)).collect())
}

fn tasks(seats: &[OpenSeat], actor: &Actor) -> Vec<MeetingTask> {
    let today = actor.on;
    let has = |unit: UnitId, passes: fn(&Post) -> bool| actor.posts.iter().any(|post| post.unit == unit && passes(post));
    let asked = |seat: &OpenSeat| {
        let of = match (seat.state, seat.part) {
            (MeetingState::Planned, Part::Host) if !seat.is_chosen => MeetingTaskOf::Choose,
            (MeetingState::Invited, Part::Invited) if !seat.is_ready => MeetingTaskOf::Prepare,
            (MeetingState::Amended, Part::Host) => MeetingTaskOf::Approve,
            _ => return None,
        };
        let is_asked = match of {
            MeetingTaskOf::Prepare => has(seat.unit.id, |post| post.role.leads() && !post.role.is_political()),
            MeetingTaskOf::Choose | MeetingTaskOf::Approve => {
                has(seat.unit.id, |post| post.role.leads() && post.role.is_political())
            }
        };
        let due = seat.on.filter(|_| of != MeetingTaskOf::Approve);
        is_asked.then(|| MeetingTask {
            of,
            meeting: seat.meeting,
            title: seat.title.clone(),
            unit: seat.unit.clone(),
            due,
            is_late: due.is_some_and(|due| due < today),
        })
    };
    let mut tasks: Vec<MeetingTask> = seats.iter().filter_map(asked).collect();
    tasks.sort_by_key(|task| MeetingTaskOf::ALL.iter().position(|of| *of == task.of));
    tasks
}

/// The meetings that one's own units hold or are invited to; all of them for whoever works for the whole municipality.
fn next(seats: &[OpenSeat], actor: &Actor) -> Vec<NextMeeting> {
    let sees_all = actor.posts.iter().any(|post| post.role.sees_everything());
    let mut next: Vec<NextMeeting> = Vec::new();
    for seat in seats {
        let is_ahead = matches!(seat.state, MeetingState::Planned | MeetingState::Invited | MeetingState::Running);
        let Some(on) = seat.on.filter(|on| is_ahead && *on >= actor.on) else { continue };
        let is_own = sees_all || actor.posts.iter().any(|post| post.unit == seat.unit.id);
        if is_own && next.len() < NEXT && !next.iter().any(|known| known.meeting == seat.meeting) {
            next.push(NextMeeting { meeting: seat.meeting, title: seat.title.clone(), on });
        }
    }
    next
}
