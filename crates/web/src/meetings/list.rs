//! The meetings: what is ahead, what waits for the reader, what has been held.

use askama::Template;
use axum::response::Response;
use pejl_app::meetings::{self, MeetingRow};
use pejl_domain::meetings::MeetingState;
use pejl_lang::Args;
use pejl_policy::{Action, Facts};

use super::loading::{at, committees_kept, form_word, front, may, sign, state_word, when};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::rooms::{RoomLink, rooms};

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct List {
    page: Page,
    rooms: Vec<RoomLink>,
    groups: Vec<Group>,
    may_plan: bool,
    new_href: String,
    is_empty: bool,
}

/// Meetings under one heading.
struct Group {
    key: &'static str,
    title: String,
    empty: String,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    href: String,
    state: &'static str,
    state_word: String,
    form: String,
    when: String,
    hosts: String,
    about: String,
}

/// `/{m}/moeder`
pub(crate) async fn list(mut inside: Inside) -> Result<Response, Stop> {
    let rooms = rooms(&mut inside, "moeder").await?;
    let rows = meetings::meetings(&mut inside.tx, &inside.visit.sight).await?;
    let may_plan = may_plan(&mut inside).await?;
    let t = inside.t();
    let group = |key: &'static str, title: &str, empty: &str, is_meant: &dyn Fn(MeetingState) -> bool, backwards: bool| {
        let mut shown: Vec<&MeetingRow> = rows.iter().filter(|row| is_meant(row.state)).collect();
        if backwards {
            shown.reverse();
        }
        Group {
            key,
            title: t.say(title),
            empty: t.say(empty),
            rows: shown.into_iter().map(|row| shown_row(&inside, row)).collect(),
        }
    };
    let groups = vec![
        group("nu", "meetings-now", "meetings-now-none", &|s| s == MeetingState::Running, false),
        group(
            "foran",
            "meetings-ahead",
            "meetings-ahead-none",
            &|s| matches!(s, MeetingState::Planned | MeetingState::Invited),
            true,
        ),
        group(
            "efter",
            "meetings-after",
            "meetings-after-none",
            &|s| matches!(s, MeetingState::MinutesDraft | MeetingState::ForComments | MeetingState::Amended),
            false,
        ),
        group(
            "holdt",
            "meetings-held",
            "meetings-held-none",
            &|s| matches!(s, MeetingState::Approved | MeetingState::Cancelled),
            false,
        ),
    ];
    let title = t.say("menu-meetings");
    Ok(show(&List {
        page: inside.page(crate::inside::Room::Meetings, title.clone()).here(title),
        rooms,
        is_empty: rows.is_empty(),
        groups: groups.into_iter().filter(|group| !(group.rows.is_empty() && group.key == "nu")).collect(),
        may_plan,
        new_href: inside.href("moeder/nyt"),
    }))
}

/// Whether the reader may plan a meeting for some committee.
pub(super) async fn may_plan(inside: &mut Inside) -> Result<bool, Stop> {
    if may(inside, Action::KeepMeeting, &Facts::municipality()) {
        return Ok(true);
    }
    Ok(!committees_kept(inside, Action::KeepMeeting).await?.is_empty())
}

fn shown_row(inside: &Inside, row: &MeetingRow) -> Row {
    let t = inside.t();
    let hosts: Vec<&str> = row.hosts.iter().map(|host| host.name.as_str()).collect();
    let about = match row.state {
        MeetingState::Planned if !row.is_chosen => t.say("meetings-form-waits"),
        MeetingState::Planned | MeetingState::Cancelled => t.n("meetings-units", row.units),
        MeetingState::Invited => t.say_with("meetings-ready", &Args::new().count("ready", row.ready).count("units", row.units)),
        MeetingState::Running
        | MeetingState::MinutesDraft
        | MeetingState::ForComments
        | MeetingState::Amended
        | MeetingState::Approved => {
            t.say_with("meetings-drafts", &Args::new().count("drafts", row.drafts).count("proposed", row.proposed))
        }
    };
    let when = when(inside, row.on, row.begins);
    Row {
        title: row.title.clone(),
        href: at(inside, row.serial),
        state: sign(row.state),
        state_word: state_word(inside, row.state),
        form: form_word(inside, row.form),
        when: if when.is_empty() { t.say("meetings-no-day") } else { when },
        hosts: t.and_list(&hosts),
        about,
    }
}

/// The frame of the room's own pages.
pub(super) fn frame(inside: &Inside, title: String) -> Page {
    front(inside, title.clone()).here(title)
}
