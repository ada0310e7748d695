//! How a guidepost worded at a meeting comes before its committee: as a new one in the chain, or as part of one that is there.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::meetings::{self, MeetingPage};
use pejl_app::{Ending, overview};
use pejl_domain::models::ElementKind;
use pejl_kernel::{DraftId, ElementId, UnitId};
use pejl_policy::Action;

use super::loading::{form_about, href_of, must, remark_of, the_meeting};
use crate::chain::element_href;
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// Elements a form offers at most.
const MOST: i64 = 100;

/// What could stand above a new guidepost, and the guideposts it could become part of.
struct Ground {
    above: Vec<(String, String, ElementId)>,
    alike: Vec<(String, String, ElementId, UnitId)>,
}

async fn ground(inside: &mut Inside, found: &MeetingPage) -> Result<Ground, Stop> {
    let model = inside.visit.place.model.clone();
    let posts: Vec<_> = model.elements.iter().filter(|spec| spec.kind == ElementKind::Guidepost).collect();
    let hosts: Vec<UnitId> = found.hosts().map(|seat| seat.now.id).collect();
    let mut ground = Ground { above: Vec::new(), alike: Vec::new() };
    for (of_above, shape) in [
        (true, overview::Shape::only(&model, |spec| posts.iter().any(|post| post.under.contains(&spec.key)))),
        (false, overview::Shape::only(&model, |spec| spec.kind == ElementKind::Guidepost)),
    ] {
        if shape.columns.is_empty() {
            continue;
        }
        let ask = overview::ListAsk { shape, sort: overview::Sort::Column, most: MOST, ..overview::ListAsk::default() };
        let (rows, _) = overview::list(&mut inside.tx, &inside.visit.sight, &ask).await?;
        for mention in rows.into_iter().map(|row| row.element).filter(|mention| mention.state.is_live()) {
            let (number, title) = (mention.number.to_string(), mention.title);
            match of_above {
                true => ground.above.push((number, title, mention.id)),
                false if hosts.contains(&mention.owner.id) => ground.alike.push((number, title, mention.id, mention.owner.id)),
                false => {}
            }
        }
    }
    Ok(ground)
}

fn form(
    inside: &Inside,
    found: &MeetingPage,
    row: &meetings::DraftRow,
    ground: &Ground,
    typed: &Typed,
    faults: &Faults,
) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let mut fields: Vec<Field> = Vec::new();
    let hosts: Vec<Choice> = found
        .hosts()
        .map(|seat| {
            let number = format!("E-{}", seat.now.serial);
            Choice::new(number.clone(), seat.now.name.clone(), typed.get("owner") == number)
        })
        .collect();
    if hosts.len() > 1 {
        fields.push(make.named("owner", "meetings-propose-owner", Input::Radios(hosts)).required());
    }
    if !ground.above.is_empty() {
        let above = ground.above.iter().map(|(number, title, _)| Choice {
            hint: number.clone(),
            ..Choice::new(number.clone(), title.clone(), typed.all("under").any(|sent| sent == number))
        });
        fields.push(make.named("under", "meetings-propose-under", Input::Boxes(above.collect())));
    }
    if !ground.alike.is_empty() {
        let new = Choice::new("", t.say("meetings-propose-new"), typed.get("into").is_empty());
        let alike = ground.alike.iter().map(|(number, title, ..)| {
            Choice::new(number.clone(), format!("{number} {title}"), typed.get("into") == number.as_str())
        });
        let choices = std::iter::once(new).chain(alike).collect();
        fields.push(make.named("into", "meetings-propose-into", Input::Select(choices)).hint(t.say("meetings-propose-into-hint")));
    }
    let mut beside = vec![(t.say("meetings-draft-title"), row.draft.title.to_string())];
    if !row.draft.text.is_empty() {
        beside.push((t.say("meetings-draft-text"), row.draft.text.to_string()));
    }
    let from = found.notes.iter().filter(|note| row.draft.from.contains(&note.said.id));
    let from: Vec<String> = from.map(|note| format!("{}: {}", remark_of(inside, note), note.said.text)).collect();
    beside.push((t.say("meetings-draft-from-label"), from.join("\n")));
    SmallForm {
        lead: t.say("meetings-propose-lead"),
        beside,
        submit: t.say("meetings-propose-do"),
        ..form_about(inside, &found.meeting, t.say("meetings-propose"), fields, faults)
    }
}

fn draft_of<'p>(found: &'p MeetingPage, id: &str) -> Result<&'p meetings::DraftRow, Stop> {
    let id: DraftId = id.parse().map_err(|_| Ending::NotFound)?;
    found.drafts.iter().find(|row| row.draft.id == id).ok_or(Stop(Ending::NotFound))
}

/// `GET …/pejlemaerker/{draft}`
pub(crate) async fn propose_page(mut inside: Inside, Path((_, serial, id)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::ScribeMeeting, &found.facts)?;
    let row = draft_of(&found, &id)?;
    if let Some((number, _)) = &row.became {
        return Ok(crate::page::go(&element_href(&inside, number)));
    }
    let ground = ground(&mut inside, &found).await?;
    let first = found.hosts().next().map(|seat| format!("E-{}", seat.now.serial)).unwrap_or_default();
    Ok(form(&inside, &found, row, &ground, &Typed::default().with("owner", first), &Faults::default()).show())
}

/// `POST …/pejlemaerker/{draft}`
pub(crate) async fn propose(mut inside: Inside, Path((_, serial, id)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::ScribeMeeting, &found.facts)?;
    let row = draft_of(&found, &id)?;
    let ground = ground(&mut inside, &found).await?;
    let owner = unit_serial(typed.get("owner"))
        .and_then(|serial| found.hosts().find(|seat| seat.now.serial == serial))
        .map(|seat| seat.now.id);
    let under = ground.above.iter().filter(|(number, ..)| typed.all("under").any(|sent| sent == number)).map(|(.., id)| *id);
    let into = ground.alike.iter().find(|(number, ..)| number == typed.get("into"));
    let owner = owner.or(into.map(|(.., of)| *of));
    let (draft, under, into) = (row.draft.id, under.collect(), into.map(|(_, _, id, _)| *id));
    match deed!(inside, desk => meetings::propose_draft(&mut desk, draft, owner, under, into)) {
        Ok(element) => {
            let word = element.sentence(&inside.visit.place.model, "meetings-proposed-done");
            Ok(inside.done(&word, &href_of(&inside, &found.meeting)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(form(&inside, &found, row, &ground, &typed, &faults).show())
        }
        Err(ending) => Err(ending.into()),
    }
}
