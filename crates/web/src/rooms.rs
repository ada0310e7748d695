//! The rooms within the room of meetings: dialogue meetings, briefings, the goal seminar and the strategy letter, in one row of
//! links above each list. What a municipality does not use is not shown.

use pejl_app::letters;
use pejl_domain::seminars::has_seminars;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::inside::{Inside, may};

/// One of the row's links.
pub(crate) struct RoomLink {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// The row, on the page at an address behind the municipality's.
pub(crate) async fn rooms(inside: &mut Inside, current: &str) -> Result<Vec<RoomLink>, Stop> {
    let has_letters = may(inside, Action::KeepLetter)
        || letters::newest(&mut inside.tx, &inside.visit.sight, &inside.visit.actor).await?.is_some();
    let link = |key: &str, rest: &str| RoomLink { label: inside.t().say(key), href: inside.href(rest), current: rest == current };
    Ok([
        Some(link("meetings-room-dialogue", "moeder")),
        Some(link("meetings-room-briefing", "moeder/briefing")),
        has_seminars(&inside.voice.model).then(|| link("overview-seminars", "maalseminar")),
        has_letters.then(|| link("letters-title", "strategibrev")),
    ]
    .into_iter()
    .flatten()
    .collect())
}
