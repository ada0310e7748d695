//! The projector: very large, one item of the agenda at a time, with what was noted under it and the guideposts as they are
//! worded now. Keys and links go to the next and the one before.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_domain::meetings::MeetingState;
use pejl_policy::Action;

use super::loading::{href_of, may, page_of, remark_of, the_meeting};
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::Inside;
use crate::page::{Page, show};

/// So many of the latest contributions are shown under an item.
const LATEST: usize = 6;

#[derive(Template)]
#[template(path = "meetings/board.html")]
struct Board {
    page: Page,
    back: String,
    /// Where the page asks for itself anew; "" once nothing comes any more.
    poll: String,
    title: String,
    kicker: String,
    at: String,
    heading: String,
    lead: String,
    notes: Vec<(String, String)>,
    more: String,
    drafts: Vec<(String, String)>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET …/tavle?punkt=2`
pub(crate) async fn board(
    mut inside: Inside,
    Path((_, serial)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    let (t, meeting) = (inside.t(), &found.meeting);
    let agenda = &meeting.content.agenda;
    let asked = Typed(query).get("punkt").parse::<usize>().unwrap_or(1);
    let place = asked.clamp(1, agenda.len().max(1));
    let item = agenda.get(place - 1);
    let href = href_of(&inside, meeting);
    let of = |place: usize| format!("{href}/tavle?punkt={place}");
    let starts = meeting.starts();
    let under: Vec<(String, String)> = found
        .notes
        .iter()
        .filter(|note| item.is_some_and(|item| note.said.item == Some(item.item)))
        .map(|note| (remark_of(&inside, note), note.said.text.to_string()))
        .collect();
    // While the minutes are a draft, what was noted is the scribe's.
    let is_seen = matches!(meeting.state, MeetingState::Running)
        || meeting.state.shows_minutes()
        || may(&inside, Action::ScribeMeeting, &found.facts);
    let under = if is_seen { under } else { Vec::new() };
    let hidden = under.len().saturating_sub(LATEST);
    let args = pejl_lang::Args::new().count("place", place).count("of", agenda.len().max(1));
    let board = Board {
        page: page_of(&inside, meeting, t.say("meetings-board")),
        poll: if meeting.state == MeetingState::Running { of(place) } else { String::new() },
        title: meeting.content.title.to_string(),
        kicker: t.say_with("meetings-board-place", &args),
        at: starts.get(place - 1).map(ToString::to_string).unwrap_or_default(),
        heading: item.map_or_else(|| t.say("meetings-board-empty"), |item| item.title.to_string()),
        lead: item.map(|item| item.lead.to_string()).unwrap_or_default(),
        more: if hidden > 0 { t.n("meetings-board-more", hidden) } else { String::new() },
        notes: under.into_iter().skip(hidden).collect(),
        drafts: found.drafts.iter().map(|row| (row.draft.title.to_string(), row.draft.text.to_string())).collect(),
        previous: (place > 1).then(|| of(place - 1)),
        next: (place < agenda.len()).then(|| of(place + 1)),
        back: href.clone(),
    };
    Ok(show(&board))
}
