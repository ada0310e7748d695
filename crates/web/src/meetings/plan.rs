//! A meeting planned, and what is planned changed.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::shown::UnitRow;
use pejl_app::{Ending, meetings};
use pejl_domain::meetings::Meeting;
use pejl_policy::{Action, Facts};

use super::list::{frame, may_plan};
use super::loading::{choosable, committees_kept, href_of, may, must, page_of, the_meeting};
use super::plan_form::{AgendaRow, agenda_rows, begun, fields, read, typed_of};
use crate::chain::field::{Field, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "meetings/plan.html")]
struct Plan {
    page: Page,
    lead: String,
    notice: String,
    faults: Faults,
    fields: Vec<Field>,
    agenda: Vec<AgendaRow>,
    agenda_fault: String,
    version: i64,
    submit: String,
    back: String,
    draft_key: String,
}

struct Ground {
    hosts: Vec<UnitRow>,
    units: Vec<UnitRow>,
}

fn form(inside: &Inside, of: Option<&Meeting>, ground: &Ground, typed: &Typed, faults: &Faults, notice: String) -> Response {
    let t = inside.t();
    let fields = fields(inside, typed, faults, &ground.hosts, &ground.units);
    let mut told = summary(t, faults, fields.iter());
    for (name, text) in &mut told.0 {
        if name == "agenda" {
            *text = crate::forms::under_label(t, &t.say("meetings-agenda"), text);
        }
    }
    let status = match (notice.is_empty(), faults.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let plan = Plan {
        page: match of {
            Some(meeting) => page_of(inside, meeting, t.say("meetings-edit")),
            None => frame(inside, t.say("meetings-new")),
        },
        lead: t.say("meetings-plan-lead"),
        notice,
        faults: told,
        fields,
        agenda: agenda_rows(typed),
        agenda_fault: faults.at("agenda").to_owned(),
        version: of.map_or(0, |meeting| meeting.version),
        submit: t.say(if of.is_some() { "common-save" } else { "meetings-plan-do" }),
        back: of.map_or_else(|| inside.href("moeder"), |meeting| href_of(inside, meeting)),
        draft_key: format!("meeting-{}", of.map_or(0, |meeting| meeting.serial)),
    };
    show_with(status, &plan)
}

async fn ground(inside: &mut Inside) -> Result<Ground, Stop> {
    let (hosts, units) = choosable(inside).await?;
    Ok(Ground { hosts, units })
}

/// `GET /{m}/moeder/nyt`
pub(crate) async fn new_page(mut inside: Inside) -> Result<Response, Stop> {
    if !may_plan(&mut inside).await? {
        must(&inside, Action::KeepMeeting, &Facts::municipality())?;
    }
    let ground = ground(&mut inside).await?;
    Ok(form(&inside, None, &ground, &begun(&inside), &Faults::default(), String::new()))
}

/// `POST /{m}/moeder/nyt`
pub(crate) async fn create(mut inside: Inside, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let ground = ground(&mut inside).await?;
    let content = match read(&inside, &typed, &ground.hosts, &ground.units) {
        Ok(content) => content,
        Err(faults) => return Ok(form(&inside, None, &ground, &typed, &faults, String::new())),
    };
    // One holds meetings for one's own committee, alone or with others: nothing typed is lost over it.
    if !may(&inside, Action::KeepMeeting, &Facts::municipality()) {
        let kept = committees_kept(&mut inside, Action::KeepMeeting).await?;
        if kept.is_empty() {
            must(&inside, Action::KeepMeeting, &Facts::municipality())?;
        }
        if !content.hosts.iter().any(|host| kept.contains(host)) {
            let faults = Faults(vec![("hosts".to_owned(), inside.t().say("meetings-host-own"))]);
            return Ok(form(&inside, None, &ground, &typed, &faults, String::new()));
        }
    }
    match deed!(inside, desk => meetings::plan_meeting(&mut desk, content)) {
        Ok(meeting) => Ok(inside.done(&meeting.sentence("meetings-planned-done"), &href_of(&inside, &meeting)).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(form(&inside, None, &ground, &typed, &faults, String::new()))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `GET …/ret`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, serial)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::KeepMeeting, &found.facts)?;
    let ground = ground(&mut inside).await?;
    let typed = typed_of(inside.t(), &found.meeting.content, &ground.hosts, &ground.units);
    Ok(form(&inside, Some(&found.meeting), &ground, &typed, &Faults::default(), String::new()))
}

/// `POST …/ret`
pub(crate) async fn save(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::KeepMeeting, &found.facts)?;
    let ground = ground(&mut inside).await?;
    let mut content = match read(&inside, &typed, &ground.hosts, &ground.units) {
        Ok(content) => content,
        Err(faults) => return Ok(form(&inside, Some(&found.meeting), &ground, &typed, &faults, String::new())),
    };
    // What has closed since cannot be ticked, but it stays at the table: its successor sits there.
    let stays = |ids: &[pejl_kernel::UnitId], rows: &[UnitRow]| {
        ids.iter().filter(|id| !rows.iter().any(|row| row.id == **id)).copied().collect::<Vec<_>>()
    };
    let before = &found.meeting.content;
    content.hosts = stays(&before.hosts, &ground.hosts).into_iter().chain(content.hosts).collect();
    content.units.extend(stays(&before.units, &ground.units));
    let (id, version) = (found.meeting.id, typed.version());
    match deed!(inside, desk => meetings::edit_meeting(&mut desk, id, version, content)) {
        Ok(meeting) => Ok(inside.done(&meeting.sentence("meetings-saved-done"), &href_of(&inside, &meeting)).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(form(&inside, Some(&found.meeting), &ground, &typed, &faults, String::new()))
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("meetings-conflict");
            Ok(form(&inside, Some(&found.meeting), &ground, &typed, &Faults::default(), notice))
        }
        Err(ending) => Err(ending.into()),
    }
}
