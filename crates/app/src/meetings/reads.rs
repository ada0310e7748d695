//! What the pages of meetings show. The number of statements never depends on how many units or lines there are.

use pejl_domain::meetings::briefing::{Briefing, seal_of};
use pejl_domain::meetings::{Draft, Meeting, Preparation};
use pejl_kernel::{DraftId, ElementId, UnitId};
use pejl_policy::{Action, Actor, Facts, Sight};
use pejl_store::audit::{self, Line};
use pejl_store::chain::UnitMention;
use pejl_store::meetings::{
    self as kept, BriefingRow, BroughtRow, CommentRow, DraftRow, InputRow, MeetingRow, NoteRow, Origin, Part, Seat, Wording,
};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;

use super::briefing::briefing_facts;
use super::taking::{host_facts, hosts_now, may, present_facts};

/// How many lines of history a page names.
const MOST_LINES: i64 = 60;

/// A meeting with everything its pages show.
#[derive(Clone, PartialEq, Debug)]
pub struct MeetingPage {
    /// The meeting; its minutes are empty where this actor does not see them yet.
    pub meeting: Meeting,
    /// Who holds it and who is invited, in order.
    pub seats: Vec<Seat>,
    /// What the question who may keep it rests on.
    pub facts: Facts,
    /// What the units bring: what is ready, and what this actor's own units or meetings hold.
    pub brought: Vec<BroughtRow>,
    /// How many units have said they are ready.
    pub ready: usize,
    /// What employees and boards want said.
    pub inputs: Vec<InputRow>,
    /// What was said and stands.
    pub notes: Vec<NoteRow>,
    /// What was worded and stands.
    pub drafts: Vec<DraftRow>,
    /// Every wording.
    pub wordings: Vec<Wording>,
    /// What was said to the minutes, for those who were there and those who write or approve them. `None` for anybody else, and
    /// as long as the minutes are the scribe's: a comment is signed, and on its way into the text.
    pub comments: Option<Vec<CommentRow>>,
    /// Whether this actor may comment on the minutes.
    pub may_comment: bool,
    /// Its history, newest first.
    pub history: Vec<Line>,
}

impl MeetingPage {
    /// The committees that hold it.
    pub fn hosts(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.part == Part::Host)
    }

    /// The units invited.
    pub fn units(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.part == Part::Invited)
    }

    /// What a unit brings, where it is seen.
    pub fn of_unit(&self, unit: UnitId) -> Option<&BroughtRow> {
        self.brought.iter().find(|row| row.brought.unit == unit)
    }
}

/// A meeting's pages, by the number in its address. Fifteen statements.
///
/// # Errors
/// Not found, or a fault.
pub async fn meeting_page(tx: &mut Tx, sight: &Sight, actor: &Actor, serial: i64) -> Result<MeetingPage, Ending> {
    let municipality = sight.municipality();
    let mut meeting = kept::meeting_at(tx, sight, serial).await?;
    let seats = kept::seats(tx, municipality, meeting.id, sight.on()).await?;
    let facts = host_facts(tx, municipality, sight.on(), &hosts_now(&seats)).await?;
    let mut brought = kept::brought_all(tx, municipality, meeting.id).await?;
    let present = present_facts(tx, municipality, sight.on(), &seats, &brought).await?;
    let ready = brought.iter().filter(|row| row.brought.is_ready).count();
    let scribes = may(actor, Action::ScribeMeeting, &facts);
    if !scribes {
        let is_own = |unit: UnitId| {
            let now = seats.iter().find(|seat| seat.unit.id == unit).map(|seat| seat.now.id);
            actor.posts.iter().any(|post| Some(post.unit) == now)
        };
        // That a unit did not come is no secret; what it has not finished writing is.
        brought.retain(|row| row.brought.is_ready || row.brought.is_absent || is_own(row.brought.unit));
        for row in brought.iter_mut().filter(|row| !row.brought.is_ready && !is_own(row.brought.unit)) {
            row.brought.preparation = Preparation::default();
            row.by = String::new();
        }
        if !meeting.state.shows_minutes() {
            meeting.minutes = pejl_kernel::Prose::default();
        }
    }
    let comments = kept::comments(tx, municipality, meeting.id).await?;
    let may_comment = may(actor, Action::CommentMinutes, &present);
    let reads_comments = may_comment || scribes || may(actor, Action::ApproveMinutes, &facts);
    Ok(MeetingPage {
        inputs: kept::inputs(tx, municipality, meeting.id).await?,
        notes: kept::contributions(tx, municipality, meeting.id).await?,
        drafts: kept::drafts(tx, municipality, meeting.id).await?,
        wordings: kept::wordings(tx, municipality, meeting.id).await?,
        may_comment,
        history: audit::history(tx, sight, meeting.id.0, MOST_LINES).await?,
        comments: (meeting.state.shows_minutes() && reads_comments).then_some(comments),
        meeting,
        seats,
        facts,
        brought,
        ready,
    })
}

/// The meeting with this number in its address.
///
/// # Errors
/// Not found, or a fault.
pub async fn by_serial(tx: &mut Tx, sight: &Sight, serial: i64) -> Result<Meeting, Ending> {
    Ok(kept::meeting_at(tx, sight, serial).await?)
}

/// A draft as it stands, for a conflict's page.
///
/// # Errors
/// Not found, or a fault.
pub async fn draft_as_it_stands(tx: &mut Tx, sight: &Sight, id: DraftId) -> Result<Draft, Ending> {
    Ok(kept::draft(tx, sight.municipality(), id).await?)
}

/// Every meeting, those without a day first, then the latest first. Two statements.
///
/// # Errors
/// A fault of the database.
pub async fn meetings(tx: &mut Tx, sight: &Sight) -> Result<Vec<MeetingRow>, Fault> {
    kept::meetings(tx, sight).await
}

/// Where an element, and what it serves, was worded. Three statements at most.
///
/// # Errors
/// A fault of the database.
pub async fn origins(tx: &mut Tx, sight: &Sight, element: ElementId) -> Result<Vec<Origin>, Fault> {
    kept::origins(tx, sight, element).await
}

/// A committee's briefing with what its page needs.
#[derive(Clone, PartialEq, Debug)]
pub struct BriefingPage {
    /// The briefing; `None` where nobody has begun one, or this actor does not see it before it is sent.
    pub briefing: Option<Briefing>,
    /// The committee.
    pub committee: UnitMention,
    /// Whether this actor may write it.
    pub may_keep: bool,
    /// Whether the seal fits what is kept, of one that was sent.
    pub seal_holds: bool,
    /// Its history, newest first.
    pub history: Vec<Line>,
}

/// The briefing of a committee for a year. While it is written only those who write it see it. Six statements.
///
/// # Errors
/// Not found, where there is no such unit; or a fault.
pub async fn briefing_page(tx: &mut Tx, sight: &Sight, actor: &Actor, serial: i64, year: i16) -> Result<BriefingPage, Ending> {
    let municipality = sight.municipality();
    let unit = pejl_store::orgs::unit_by_serial(tx, sight, serial).await?;
    let facts = briefing_facts(tx, municipality, sight.on(), unit.id).await?;
    let may_keep = may(actor, Action::KeepBriefing, &facts);
    let briefing = kept::briefing(tx, municipality, unit.id, year).await?.filter(|b| may_keep || b.sent.is_some());
    let (seal_holds, history) = match &briefing {
        Some(briefing) => {
            let body = kept::briefing_body(tx, municipality, unit.id, year).await?;
            (seal_of(&body) == briefing.seal, audit::history(tx, sight, briefing.id.0, MOST_LINES).await?)
        }
        None => (false, Vec::new()),
    };
    let committee = UnitMention { id: unit.id, serial: unit.serial, name: unit.content.name.to_string() };
    Ok(BriefingPage { briefing, committee, may_keep, seal_holds, history })
}

/// Every briefing, the newest year first; the page leaves out those that its reader does not write and nobody has sent. One
/// statement.
///
/// # Errors
/// A fault of the database.
pub async fn briefings(tx: &mut Tx, sight: &Sight) -> Result<Vec<BriefingRow>, Fault> {
    kept::briefings(tx, sight).await
}
