//! A new case: for which body, and about what. It can begin empty, or put together from what was proposed to the body.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases::{self, NewCase, Put};
use pejl_app::shown::UnitInLine;
use pejl_kernel::UnitId;
use pejl_policy::{Action, Facts, decide};

use super::begun::{filled, fresh};
use super::form::{Asked, CaseForm, could_adopt, form, put_choice, with_more_rows};
use super::form_read::{beside, read};
use super::keeping::done;
use super::loading::{body_named, may_keep, own_bodies, room};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "cases/choose.html")]
struct Choose {
    page: Page,
    lead: String,
    choices: Vec<BodyChoice>,
    back: String,
}

/// A body with what waits for it.
struct BodyChoice {
    name: String,
    level: String,
    href: String,
    /// What waits for it, and where a case about all of it begins.
    waits: Option<(String, String)>,
}

/// What the form is about: the body, the units that may prepare, and what waits.
struct Ground {
    body: UnitInLine,
    units: Vec<UnitInLine>,
    put: Vec<Put>,
}

/// `GET /{m}/sager/ny?organ=E-3&med=M-2019-001`; `med=alt` is everything that waits.
pub(crate) async fn new_case(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let Some(ground) = ground(&mut inside, query.get("organ")).await? else { return choose(&mut inside).await };
    let (headings, _) = cases::headings(&mut inside.tx, &inside.visit.sight, ground.body.id).await?;
    let every = query.get("med") == "alt";
    let number = |put: &&Put| put_choice(&inside, put, false).value;
    let meant: Vec<&Put> =
        ground.put.iter().filter(|put| every || query.all("med").any(|one| one.eq_ignore_ascii_case(&number(put)))).collect();
    let typed = meant.iter().fold(fresh(&headings), |typed, put| typed.with("adopts", number(put)));
    let typed = typed.with("unit", begun_unit(&inside, &ground));
    let typed = filled(&inside, typed, &meant);
    Ok(shown(&inside, &ground, &typed, &Faults::default()).show())
}

/// `POST /{m}/sager/ny?organ=E-3`
pub(crate) async fn draft(
    mut inside: Inside,
    Query(query): Query<Vec<(String, String)>>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let (query, typed) = (Typed(query), Typed(typed));
    let Some(ground) = ground(&mut inside, query.get("organ")).await? else { return choose(&mut inside).await };
    match typed.get("goer") {
        "flere-bilag" => return Ok(shown(&inside, &ground, &with_more_rows(typed), &Faults::default()).show()),
        "saml" => {
            let chosen = ground.put.iter().filter(|put| {
                let number = put_choice(&inside, put, false).value;
                typed.all("adopts").any(|one| one == number)
            });
            let chosen: Vec<&Put> = chosen.collect();
            let typed = filled(&inside, typed, &chosen);
            return Ok(shown(&inside, &ground, &typed, &Faults::default()).show());
        }
        _ => {}
    }
    let could = could_adopt(&inside, &ground.put, None);
    let unit = unit_of(&ground, typed.get("unit"));
    let (content, adopts) = match read(&inside, &typed, &could) {
        Ok(read) => read,
        Err(faults) => return Ok(shown(&inside, &ground, &typed, &faults).show()),
    };
    let new = NewCase { body: ground.body.id, unit, content, adopts };
    match deed!(inside, desk => cases::draft_case(&mut desk, new)) {
        Ok(case) => Ok(done(&inside, "case-drafted", &case).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside(&typed, inside.reasons(&refused));
            Ok(shown(&inside, &ground, &typed, &faults).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// The unit that is chosen to prepare it; the body itself where none is.
fn unit_of(ground: &Ground, chosen: &str) -> UnitId {
    let serial = unit_serial(chosen);
    ground.units.iter().find(|unit| Some(unit.serial) == serial).map_or(ground.body.id, |unit| unit.id)
}

/// The body that is asked for, with what its form rests on; `None` where one is to be chosen.
async fn ground(inside: &mut Inside, organ: &str) -> Result<Option<Ground>, Stop> {
    let bodies = own_bodies(inside).await?;
    if bodies.is_empty() {
        let denied = decide(&inside.visit.actor, Action::KeepCase, &Facts::municipality());
        return Err(denied.err().map_or(Stop(Ending::NotFound), |denied| Stop(Ending::Denied(denied))));
    }
    let body = match (organ, bodies.as_slice()) {
        ("", [only]) => only.clone(),
        ("", _) => return Ok(None),
        (organ, _) => body_named(&bodies, organ).ok_or(Ending::NotFound)?,
    };
    let (sight, model) = (inside.visit.sight, std::sync::Arc::clone(&inside.voice.model));
    let put = cases::awaiting(&mut inside.tx, &sight, &model, vec![body.clone()]).await?.pop().map(|one| one.put);
    let mut units = pejl_app::orgs::unit_options(&mut inside.tx, &sight).await?;
    let own: Vec<UnitId> = inside.visit.actor.posts.iter().map(|post| post.unit).collect();
    let sees_all = sight.sees_everything();
    // Whoever works for all of it may write for any department; anybody else for their own units, and the body.
    units.retain(|unit| {
        let facts = Facts { line: vec![unit.id], bodies: vec![body.id], ..Facts::default() };
        unit.id == body.id || ((sees_all || own.contains(&unit.id)) && may_keep(inside, &facts) && !is_institution(inside, unit))
    });
    Ok(Some(Ground { body, units, put: put.unwrap_or_default() }))
}

fn is_institution(inside: &Inside, unit: &UnitInLine) -> bool {
    let level = inside.voice.model.level(&unit.level);
    level.is_some_and(|level| level.body == pejl_domain::models::BodyKind::Institution)
        && !inside.visit.actor.posts.iter().any(|post| post.unit == unit.id)
}

/// The unit most often meant: one the reader leads, else the body itself.
fn begun_unit(inside: &Inside, ground: &Ground) -> String {
    let leads = |unit: &&UnitInLine| {
        unit.id != ground.body.id && inside.visit.actor.posts.iter().any(|post| post.unit == unit.id && post.role.leads())
    };
    let is_chair = inside.visit.actor.posts.iter().any(|post| post.unit == ground.body.id && post.role.leads());
    let unit = ground.units.iter().find(leads).filter(|_| !is_chair).unwrap_or(&ground.body);
    format!("E-{}", unit.serial)
}

fn shown(inside: &Inside, ground: &Ground, typed: &Typed, faults: &Faults) -> CaseForm {
    let t = inside.t();
    let could = could_adopt(inside, &ground.put, None);
    let title = t.a("case-new-for", "body", &ground.body.name);
    let chosen = typed.get("unit");
    let units = ground.units.iter().map(|unit| {
        let number = format!("E-{}", unit.serial);
        let is_chosen = number == chosen;
        Choice::new(number, unit.name.clone(), is_chosen)
    });
    let asked = Asked {
        page: room(inside, title.clone()).here(title),
        kicker: Some((ground.body.name.clone(), inside.href(&format!("enhed/E-{}", ground.body.serial)))),
        lead: t.say("case-new-lead"),
        version: 0,
        submit: t.say("case-save-draft"),
        back: inside.href("sager"),
        draft_key: format!("sag-ny-E-{}", ground.body.serial),
        units: if ground.units.len() > 1 { units.collect() } else { Vec::new() },
        could: &could,
    };
    form(inside, asked, typed, faults)
}

async fn choose(inside: &mut Inside) -> Result<Response, Stop> {
    let bodies = own_bodies(inside).await?;
    let (sight, model) = (inside.visit.sight, std::sync::Arc::clone(&inside.voice.model));
    let taken = cases::taken_up(&mut inside.tx, &sight).await?;
    let awaiting = cases::awaiting(&mut inside.tx, &sight, &model, bodies).await?;
    let t = inside.t();
    let choice = |one: &cases::Awaiting| {
        let href = inside.href(&format!("sager/ny?organ=E-{}", one.body.serial));
        let count = one.put.iter().filter(|put| !taken.contains(&put.thing)).count();
        BodyChoice {
            name: one.body.name.clone(),
            level: capital(&inside.voice.level(&one.body.level)),
            waits: (count > 0).then(|| (t.n("cases-waits-do", count), format!("{href}&med=alt"))),
            href,
        }
    };
    let title = t.say("cases-new");
    Ok(show(&Choose {
        choices: awaiting.iter().map(choice).collect(),
        lead: t.say("cases-choose-body"),
        page: room(inside, title.clone()).here(title),
        back: inside.href("sager"),
    }))
}
