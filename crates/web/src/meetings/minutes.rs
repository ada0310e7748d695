//! The minutes in their four phases, with what was noted under each item, and what those who were there say to it.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::meetings::{self, CommentRow, MeetingPage};
use pejl_domain::meetings::{Meeting, MeetingState, MeetingVerb};
use pejl_kernel::{Line, Prose};
use pejl_lang::Args;
use pejl_policy::Action;

use super::loading::{href_of, may, page_of, remark_of, seat_name, sign, state_word, the_meeting, when};
use crate::chain::field::beside_fields;
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// A draft: its title and text, and the guidepost it became with its address.
type DraftWorded = (String, String, Option<(String, String)>);

#[derive(Template)]
#[template(path = "meetings/minutes.html")]
struct View {
    page: Page,
    href: String,
    kicker: String,
    state: &'static str,
    state_word: String,
    when: String,
    place: String,
    lead: String,
    hosts: String,
    there: String,
    absent: String,
    version: i64,
    faults: Faults,
    notice: String,
    /// The form, for whoever writes the minutes now.
    writes: bool,
    text: String,
    text_error: String,
    minutes: String,
    sections: Vec<Section>,
    drafts: Vec<DraftWorded>,
    comments: Option<Vec<Said>>,
    comment: Option<(String, String)>,
    circulate: bool,
    amend: bool,
    approve: bool,
    draft_key: String,
}

/// An item of the agenda with what was noted under it.
struct Section {
    title: String,
    lines: Vec<(String, String)>,
}

struct Said {
    text: String,
    by: String,
}

fn said(inside: &Inside, row: &CommentRow) -> Said {
    let by = Args::new().text("who", &row.by).text("when", inside.t().date_time(row.at));
    Said { text: row.text.clone(), by: inside.t().say_with("chain-history-by", &by) }
}

fn view(inside: &Inside, found: &MeetingPage, text: &str, faults: &Faults, comment: (&str, &str), notice: String) -> Response {
    let (t, meeting) = (inside.t(), &found.meeting);
    let content = &meeting.content;
    let scribes = may(inside, Action::ScribeMeeting, &found.facts);
    let lines = |number: Option<u32>| {
        let of = found.notes.iter().filter(move |note| note.said.item == number);
        of.map(|note| (remark_of(inside, note), note.said.text.to_string())).collect::<Vec<_>>()
    };
    let mut sections: Vec<Section> =
        content.agenda.iter().map(|item| Section { title: item.title.to_string(), lines: lines(Some(item.item)) }).collect();
    let loose = lines(None);
    if !loose.is_empty() {
        sections.push(Section { title: t.say("meetings-other-lines"), lines: loose });
    }
    sections.retain(|section| !section.lines.is_empty());
    let names = |is_absent: bool| {
        let of = found.units().filter(|seat| found.of_unit(seat.unit.id).is_some_and(|row| row.brought.is_absent) == is_absent);
        of.map(|seat| seat_name(inside, seat)).collect::<Vec<_>>()
    };
    let hosts: Vec<String> = found.hosts().map(|seat| seat_name(inside, seat)).collect();
    let writes = scribes && meeting.can(MeetingVerb::WriteMinutes);
    let seen = meeting.state.shows_minutes() || scribes;
    let labels = [("minutes", "meetings-minutes-text"), ("comment", "meetings-comment")];
    let status = match (notice.is_empty(), faults.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let absent = names(true);
    let lead = match meeting.state {
        MeetingState::MinutesDraft => "meetings-minutes-lead-draft",
        MeetingState::ForComments => "meetings-minutes-lead-comments",
        MeetingState::Amended => "meetings-minutes-lead-amended",
        MeetingState::Approved => "meetings-minutes-lead-approved",
        MeetingState::Planned | MeetingState::Invited | MeetingState::Running | MeetingState::Cancelled => {
            "meetings-minutes-lead-none"
        }
    };
    let shown = View {
        page: page_of(inside, meeting, t.say("meetings-minutes")),
        href: href_of(inside, meeting),
        kicker: content.title.to_string(),
        state: sign(meeting.state),
        state_word: state_word(inside, meeting.state),
        when: when(inside, content.on, content.begins),
        place: content.place.to_string(),
        lead: t.say(lead),
        hosts: t.and_list(&hosts),
        there: t.and_list(&names(false)),
        absent: if absent.is_empty() { String::new() } else { t.and_list(&absent) },
        version: meeting.version,
        faults: Faults(faults.named(&t, &labels)),
        notice,
        writes,
        text: text.to_owned(),
        text_error: faults.at("minutes").to_owned(),
        minutes: if seen { meeting.minutes.to_string() } else { String::new() },
        sections: if seen { sections } else { Vec::new() },
        drafts: found
            .drafts
            .iter()
            .map(|row| {
                let became = row.became.map(|(number, _)| (number.to_string(), crate::chain::element_href(inside, &number)));
                (row.draft.title.to_string(), row.draft.text.to_string(), became)
            })
            .collect(),
        comments: found.comments.as_ref().map(|all| all.iter().map(|row| said(inside, row)).collect()),
        comment: (found.may_comment && meeting.can(MeetingVerb::Comment)).then(|| (comment.0.to_owned(), comment.1.to_owned())),
        circulate: scribes && meeting.can(MeetingVerb::Circulate),
        amend: scribes && meeting.can(MeetingVerb::Amend),
        approve: meeting.can(MeetingVerb::Approve) && may(inside, Action::ApproveMinutes, &found.facts),
        draft_key: format!("minutes-{}-{}", meeting.serial, meeting.version),
    };
    show_with(status, &shown)
}

/// `GET …/referat`
pub(crate) async fn minutes(mut inside: Inside, Path((_, serial)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    let text = found.meeting.minutes.to_string();
    Ok(view(&inside, &found, &text, &Faults::default(), ("", ""), String::new()))
}

/// `POST …/referat/skriv`
pub(crate) async fn write(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    super::loading::must(&inside, Action::ScribeMeeting, &found.facts)?;
    let sent = typed.get("minutes");
    let text = match Prose::parse(sent) {
        Ok(text) => text,
        Err(fault) => {
            let faults = Faults(vec![("minutes".to_owned(), inside.t().text_fault(fault))]);
            return Ok(view(&inside, &found, sent, &faults, ("", ""), String::new()));
        }
    };
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::write_minutes(&mut desk, id, typed.version(), text)) {
        Ok(meeting) => done(&inside, &meeting, "meetings-minutes-done").await,
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(view(&inside, &found, sent, &faults, ("", ""), String::new()))
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("meetings-conflict");
            Ok(view(&inside, &found, sent, &Faults::default(), ("", ""), notice))
        }
        Err(ending) => Err(ending.into()),
    }
}

async fn done(inside: &Inside, meeting: &Meeting, word: &str) -> Result<Response, Stop> {
    Ok(inside.done(&meeting.sentence(word), &format!("{}/referat", href_of(inside, meeting))).await)
}

/// `POST …/referat/send`
pub(crate) async fn circulate(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let meeting = deed!(inside, desk => meetings::circulate_minutes(&mut desk, id, version))?;
    done(&inside, &meeting, "meetings-circulated-done").await
}

/// `POST …/referat/kommentar`
pub(crate) async fn comment(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    let sent = typed.get("comment");
    let text = match Line::parse(sent) {
        Ok(text) => text,
        Err(fault) => {
            let said = inside.t().text_fault(fault);
            let faults = Faults(vec![("comment".to_owned(), said.clone())]);
            let minutes = found.meeting.minutes.to_string();
            return Ok(view(&inside, &found, &minutes, &faults, (sent, &said), String::new()));
        }
    };
    let id = found.meeting.id;
    deed!(inside, desk => meetings::comment_minutes(&mut desk, id, text))?;
    done(&inside, &found.meeting, "meetings-commented-done").await
}

/// `POST …/referat/indarbejd`
pub(crate) async fn amend(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let meeting = deed!(inside, desk => meetings::amend_minutes(&mut desk, id, version))?;
    done(&inside, &meeting, "meetings-amended-done").await
}

/// `POST …/referat/godkend`
pub(crate) async fn approve(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let meeting = deed!(inside, desk => meetings::approve_minutes(&mut desk, id, version))?;
    done(&inside, &meeting, "meetings-approved-done").await
}
