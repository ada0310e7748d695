//! A meeting before and after it is held: who meets about what, what the units bring, the agenda with times, and what came of
//! it; with the one thing to do next.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::meetings::MeetingPage;
use pejl_domain::meetings::{InputFrom, MeetingState, MeetingVerb};
use pejl_lang::Args;
use pejl_policy::Action;

use super::loading::{form_word, preparation_fields};
use super::loading::{front, href_of, may, remark_of, seat_name, sign, state_word, the_meeting, when};
use crate::ending::Stop;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "meetings/meeting.html")]
struct MeetingView {
    page: Page,
    state: &'static str,
    state_word: String,
    when: String,
    place: String,
    version: i64,
    phases: Vec<Phase>,
    note: String,
    /// What to do now: a form's button or a link.
    next: Option<Step>,
    more: Vec<Step>,
    waits: String,
    form: String,
    form_hint: String,
    chosen: String,
    choice_note: String,
    facts: Vec<(String, String)>,
    hosts: Vec<Named>,
    units: Vec<UnitShown>,
    ready: String,
    agenda: Vec<ItemShown>,
    ends: String,
    notes: Vec<NoteShown>,
    drafts: Vec<DraftShown>,
    drafts_empty: String,
    is_held: bool,
    shows_minutes: bool,
    briefing_href: String,
    history: Vec<HistoryEntry>,
}

/// A phase on the way from plan to approved minutes.
struct Phase {
    label: String,
    now: bool,
    done: bool,
    href: Option<String>,
}

/// Something that can be done: a form that is posted, or a page that is opened.
struct Step {
    label: String,
    href: String,
    posts: bool,
}

struct Named {
    name: String,
    href: String,
}

/// A unit with what it brings.
struct UnitShown {
    name: String,
    href: String,
    state: &'static str,
    state_word: String,
    brings: Vec<(String, String)>,
    inputs: Vec<(String, String)>,
    prepare: Option<(String, String)>,
    is_absent: bool,
}

struct ItemShown {
    at: String,
    title: String,
    minutes: String,
    lead: String,
}

struct NoteShown {
    who: String,
    text: String,
}

/// A guidepost that was worded.
struct DraftShown {
    title: String,
    text: String,
    from: String,
    became: Option<(String, String, &'static str, String)>,
    propose_href: Option<String>,
}

/// `GET /{m}/moeder/{meeting}`
pub(crate) async fn meeting(mut inside: Inside, Path((_, serial)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    Ok(show(&view(&inside, &found)))
}

fn view(inside: &Inside, found: &MeetingPage) -> MeetingView {
    let (t, meeting) = (inside.t(), &found.meeting);
    let content = &meeting.content;
    let href = href_of(inside, meeting);
    let title = content.title.to_string();
    let named = |seat: &pejl_app::meetings::Seat| Named {
        name: seat_name(inside, seat),
        href: inside.href(&format!("enhed/E-{}", seat.now.serial)),
    };
    let mut facts = Vec::new();
    let kind = content.kind.as_ref().map(|kind| inside.voice.unit_kind(kind)).unwrap_or_default();
    for (key, text) in [
        ("meetings-kind", kind.as_str()),
        ("meetings-area", content.area.as_str()),
        ("meetings-theme", content.theme.as_str()),
        ("meetings-facilitation", content.facilitation.as_str()),
        ("meetings-grounds", content.grounds.as_str()),
    ] {
        if !text.is_empty() {
            facts.push((t.say(key), text.to_owned()));
        }
    }
    let starts = meeting.starts();
    let agenda = content.agenda.iter().enumerate().map(|(at, item)| ItemShown {
        at: starts.get(at).map(ToString::to_string).unwrap_or_default(),
        title: item.title.to_string(),
        minutes: if item.minutes == 0 { String::new() } else { t.n("meetings-minutes-long", item.minutes) },
        lead: item.lead.to_string(),
    });
    let last = content.agenda.last().zip(starts.last()).map(|(item, at)| at.after(item.minutes).to_string());
    let (next, more, waits) = steps(inside, found, &href);
    let first_host = found.hosts().next().map(|seat| seat.now.serial).unwrap_or_default();
    let chosen = match &meeting.choice {
        Some(choice) => t.a("meetings-chosen-on", "date", t.date(pejl_kernel::clock::danish_date(choice.stamp.at))),
        None => t.say("meetings-form-waits"),
    };
    MeetingView {
        page: front(inside, title.clone()).here(title),
        state: sign(meeting.state),
        state_word: state_word(inside, meeting.state),
        when: {
            let when = when(inside, content.on, content.begins);
            if when.is_empty() { t.say("meetings-no-day") } else { when }
        },
        place: content.place.to_string(),
        version: meeting.version,
        phases: phases(inside, meeting.state, &href),
        note: meeting.note.to_string(),
        next,
        more,
        waits,
        form: form_word(inside, meeting.form()),
        form_hint: t.say(&format!("meeting-form-hint-{}", meeting.form().as_str())),
        chosen,
        choice_note: meeting.choice.as_ref().map(|choice| choice.note.to_string()).unwrap_or_default(),
        facts,
        hosts: found.hosts().map(named).collect(),
        ready: t.say_with("meetings-ready", &Args::new().count("ready", found.ready).count("units", content.units.len())),
        units: units(inside, found, &href),
        agenda: agenda.collect(),
        ends: last.map(|at| t.a("meetings-ends", "time", at)).unwrap_or_default(),
        notes: found
            .notes
            .iter()
            .map(|note| NoteShown { who: remark_of(inside, note), text: note.said.text.to_string() })
            .collect(),
        drafts: drafts(inside, found, &href),
        drafts_empty: t.say(if meeting.state == MeetingState::Running { "meetings-drafts-yet" } else { "meetings-drafts-none" }),
        is_held: meeting.state.is_held(),
        shows_minutes: meeting.state.shows_minutes() || may(inside, Action::ScribeMeeting, &found.facts),
        briefing_href: inside.href(&format!("moeder/briefing/E-{first_host}/{}", content.year)),
        history: entries(&inside.voice, &found.history),
    }
}

/// The way from plan to approved minutes.
fn phases(inside: &Inside, state: MeetingState, href: &str) -> Vec<Phase> {
    const WAY: [(MeetingState, &str); 7] = [
        (MeetingState::Planned, ""),
        (MeetingState::Invited, ""),
        (MeetingState::Running, "/referent"),
        (MeetingState::MinutesDraft, "/referat"),
        (MeetingState::ForComments, "/referat"),
        (MeetingState::Amended, "/referat"),
        (MeetingState::Approved, "/referat"),
    ];
    let Some(here) = WAY.iter().position(|(of, _)| *of == state) else { return Vec::new() };
    let phase = |(at, (of, rest)): (usize, &(MeetingState, &str))| Phase {
        label: state_word(inside, *of),
        now: at == here,
        done: at < here,
        href: (at >= 3 && at <= here && !rest.is_empty()).then(|| format!("{href}{rest}")),
    };
    WAY.iter().enumerate().map(phase).collect()
}

/// What can be done: the one thing to do next, the rest, and what is waited for where it is somebody else's turn.
fn steps(inside: &Inside, found: &MeetingPage, href: &str) -> (Option<Step>, Vec<Step>, String) {
    let (t, meeting) = (inside.t(), &found.meeting);
    let mut all: Vec<Step> = Vec::new();
    let keeps = may(inside, Action::KeepMeeting, &found.facts);
    let scribes = may(inside, Action::ScribeMeeting, &found.facts);
    let chooses = may(inside, Action::ChooseMeetingForm, &found.facts);
    let mut step = |is_open: bool, label: &str, rest: &str, posts: bool| {
        if is_open {
            all.push(Step { label: t.say(label), href: format!("{href}{rest}"), posts });
        }
    };
    let can = |verb: MeetingVerb| meeting.can(verb);
    let is_chosen = meeting.choice.is_some();
    step(chooses && can(MeetingVerb::ChooseForm) && !is_chosen, "meetings-do-form", "/form", false);
    step(keeps && can(MeetingVerb::Invite) && is_chosen, "meetings-do-invite", "/inviter", true);
    step(scribes && can(MeetingVerb::Start), "meetings-do-start", "/start", true);
    step(scribes && meeting.state == MeetingState::Running, "meetings-do-scribe", "/referent", false);
    step(meeting.state == MeetingState::Running, "meetings-do-board", "/tavle", false);
    step(scribes && can(MeetingVerb::End), "meetings-do-end", "/slut", true);
    step(scribes && can(MeetingVerb::WriteMinutes), "meetings-do-minutes", "/referat", false);
    step(found.may_comment && can(MeetingVerb::Comment), "meetings-do-comment", "/referat", false);
    step(meeting.state == MeetingState::Approved, "meetings-do-read-minutes", "/referat", false);
    step(keeps && can(MeetingVerb::Edit), "meetings-edit", "/ret", false);
    step(chooses && can(MeetingVerb::ChooseForm) && is_chosen, "meetings-do-form-again", "/form", false);
    step(scribes && can(MeetingVerb::Resume), "meetings-do-resume", "/genoptag", true);
    step(keeps && can(MeetingVerb::Cancel), "meetings-cancel", "/aflys", false);
    let is_first =
        |step: &Step| !["/ret", "/aflys", "/form", "/genoptag"].iter().any(|rest| step.href.ends_with(rest) && is_chosen);
    let next = all.iter().position(is_first).map(|at| all.remove(at));
    let waits = match (&next, meeting.state) {
        (None, MeetingState::Planned) if !is_chosen => t.say("meetings-waits-form"),
        (None, MeetingState::Planned) => t.say("meetings-waits-invite"),
        (None, MeetingState::Invited) => t.say("meetings-waits-day"),
        (None, MeetingState::MinutesDraft) => t.say("meetings-waits-minutes"),
        (None, MeetingState::ForComments) => t.say("meetings-waits-comments"),
        (None, MeetingState::Amended) => t.say("meetings-waits-approval"),
        _ => String::new(),
    };
    (next, all, waits)
}

fn units(inside: &Inside, found: &MeetingPage, href: &str) -> Vec<UnitShown> {
    let t = inside.t();
    let can = found.meeting.can(MeetingVerb::Prepare);
    let shown = found.units().map(|seat| {
        let row = found.of_unit(seat.unit.id);
        let ready = row.is_some_and(|row| row.brought.is_ready);
        let (state, word) = match (row, ready) {
            (_, true) => ("adopted", "meetings-unit-ready"),
            (Some(row), false) if !row.brought.preparation.is_empty() => ("draft", "meetings-unit-writing"),
            _ => ("planned", "meetings-unit-nothing"),
        };
        let inputs = found.inputs.iter().filter(|input| input.unit == seat.unit.id);
        let is_own = inside.visit.actor.posts.iter().any(|post| post.unit == seat.now.id);
        let facts = pejl_policy::Facts { line: vec![seat.now.id], ..pejl_policy::Facts::default() };
        let writes = may(inside, Action::PrepareMeeting, &facts) || may(inside, Action::GiveMeetingInput, &facts) || is_own;
        UnitShown {
            name: seat_name(inside, seat),
            href: inside.href(&format!("enhed/E-{}", seat.now.serial)),
            state,
            state_word: t.say(word),
            brings: row.map(|row| preparation_fields(inside, &row.brought.preparation)).unwrap_or_default(),
            inputs: inputs.map(|input| (input_word(inside, input.from), input.text.clone())).collect(),
            prepare: (can && writes).then(|| (t.say("meetings-do-prepare"), format!("{href}/forberedelse/E-{}", seat.unit.serial))),
            is_absent: row.is_some_and(|row| row.brought.is_absent),
        }
    });
    shown.collect()
}

/// Who says an input, in a word.
pub(super) fn input_word(inside: &Inside, from: InputFrom) -> String {
    crate::voice::capital(&inside.t().say(&format!("input-from-{}", from.as_str())))
}

fn drafts(inside: &Inside, found: &MeetingPage, href: &str) -> Vec<DraftShown> {
    let t = inside.t();
    let proposes = found.meeting.can(MeetingVerb::Propose) && may(inside, Action::ScribeMeeting, &found.facts);
    let shown = found.drafts.iter().map(|row| {
        let from: Vec<String> =
            found.notes.iter().filter(|note| row.draft.from.contains(&note.said.id)).map(|note| remark_of(inside, note)).fold(
                Vec::new(),
                |mut all, who| {
                    if !all.contains(&who) {
                        all.push(who);
                    }
                    all
                },
            );
        DraftShown {
            title: row.draft.title.to_string(),
            text: row.draft.text.to_string(),
            from: t.a("meetings-draft-from", "who", t.and_list(&from)),
            became: row.became.map(|(number, state)| {
                let word = crate::voice::capital(&t.say(&format!("state-{}", state.name().as_str())));
                (number.to_string(), crate::chain::element_href(inside, &number), state.name().as_str(), word)
            }),
            propose_href: (proposes && row.became.is_none()).then(|| format!("{href}/pejlemaerker/{}", row.draft.id)),
        }
    });
    shown.collect()
}
