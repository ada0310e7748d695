//! Setting up, changing and closing a unit.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::orgs::{Unit, UnitContent};
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, Room, deed, only_if_may};
use crate::orgs::fields::{self, Options};
use crate::page::{Page, show, show_with};

/// A unit's form, empty, filled in, with faults, or with both texts.
#[derive(Template)]
#[template(path = "orgs/unit_form.html")]
struct UnitForm {
    page: Page,
    faults: Faults,
    typed: Typed,
    levels: Vec<Choice>,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
    functions: Vec<Choice>,
    /// `None` for a unit that is new.
    version: Option<i64>,
    /// What somebody else saved in the meantime: field, their text, the typed text; empty where there is no conflict.
    both: Vec<Both>,
    back: String,
    draft_key: String,
    close_href: Option<String>,
}

/// One field of two texts.
pub(crate) struct Both {
    pub label: String,
    pub theirs: String,
    pub mine: String,
}

fn unit_form(inside: &Inside, options: &Options, typed: Typed, faults: Faults, unit: Option<&Unit>) -> UnitForm {
    let (t, voice) = (inside.t(), &inside.voice);
    let (title, back) = match unit {
        None => (t.say("unit-new"), inside.href("opsaetning/organisation")),
        Some(unit) => (unit.content.name.to_string(), inside.href(&format!("enhed/{}", unit.number()))),
    };
    UnitForm {
        page: inside
            .page(Room::Setup, title.clone())
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(t.say("menu-organisation"), inside.href("opsaetning/organisation"))
            .here(title),
        levels: fields::levels(voice, typed.get("level")),
        kinds: fields::kinds(voice, typed.get("kind"), &t.say("common-none")),
        parents: options.units(voice, typed.get("parent"), &t.say("unit-no-parent")),
        functions: fields::functions(voice, typed.get("function")),
        version: unit.map(|u| u.version),
        both: Vec::new(),
        draft_key: unit.map_or_else(|| "unit-new".to_owned(), |u| format!("unit-{}", u.number())),
        close_href: unit.filter(|u| u.to.is_none()).map(|u| inside.href(&format!("opsaetning/organisation/{}/luk", u.number()))),
        typed,
        faults,
        back,
    }
}

async fn the_unit(inside: &mut Inside, number: &str) -> Result<Unit, Stop> {
    let serial = super::unit_serial(number).ok_or(Ending::NotFound)?;
    Ok(orgs::unit_page(&mut inside.tx, &inside.visit.sight, serial).await?.unit)
}

/// `GET /{m}/opsaetning/organisation/ny`
pub(crate) async fn new_unit(mut inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::KeepOrganisation).await?;
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let typed = Typed::default().with("function", "service").with("from", inside.t().date_short(inside.visit.actor.on));
    Ok(show(&unit_form(&inside, &options, typed, Faults::default(), None)))
}

/// `POST /{m}/opsaetning/organisation/ny`
pub(crate) async fn establish(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let ended = match fields::read(&typed, &options, &inside) {
        Ok(content) => deed!(inside, desk => orgs::establish_unit(&mut desk, None, content)),
        Err(faults) => return Ok(again(&unit_form(&inside, &options, typed, faults, None))),
    };
    match ended {
        Ok(unit) => {
            let word = Sentence::new("unit-established").text("title", unit.content.name.as_str());
            Ok(inside.done(&word, &inside.href(&format!("enhed/{}", unit.number()))).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(again(&unit_form(&inside, &options, typed, faults, None)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `GET /{m}/opsaetning/organisation/E-12/ret`
pub(crate) async fn edit_unit(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let unit = the_unit(&mut inside, &number).await?;
    only_if_may(&inside, Action::KeepOrganisation).await?;
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let typed = fields::typed(&unit.content, &options, &inside);
    Ok(show(&unit_form(&inside, &options, typed, Faults::default(), Some(&unit))))
}

/// `POST /{m}/opsaetning/organisation/E-12/ret`
pub(crate) async fn save(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let unit = the_unit(&mut inside, &number).await?;
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let content = match fields::read(&typed, &options, &inside) {
        Ok(content) => content,
        Err(faults) => return Ok(again(&unit_form(&inside, &options, typed, faults, Some(&unit)))),
    };
    let version = typed.version();
    match deed!(inside, desk => orgs::edit_unit(&mut desk, unit.id, version, content.clone())) {
        Ok(unit) => {
            let word = Sentence::new("unit-saved").text("title", unit.content.name.as_str());
            Ok(inside.done(&word, &inside.href(&format!("enhed/{}", unit.number()))).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(again(&unit_form(&inside, &options, typed, faults, Some(&unit))))
        }
        Err(Ending::Conflict) => {
            let both = both(&inside, &options, &unit.content, &typed);
            let form = unit_form(&inside, &options, typed, Faults::default(), Some(&unit));
            Ok(show_with(StatusCode::CONFLICT, &UnitForm { both, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// The fields in which what stands now differs from what was typed.
fn both(inside: &Inside, options: &Options, now: &UnitContent, mine: &Typed) -> Vec<Both> {
    let (t, voice) = (inside.t(), &inside.voice);
    let theirs = fields::typed(now, options, inside);
    // What is chosen is shown as the form shows it, never by its key.
    let said = |field: &str, typed: &Typed| {
        let value = typed.get(field);
        let choices = match field {
            "level" => fields::levels(voice, value),
            "kind" => fields::kinds(voice, value, &t.say("common-none")),
            "parent" => options.units(voice, value, &t.say("unit-no-parent")),
            "function" => fields::functions(voice, value),
            _ => Vec::new(),
        };
        choices.into_iter().find(|choice| choice.value == value).map_or_else(|| value.to_owned(), |choice| choice.label)
    };
    ["name", "level", "kind", "area", "parent", "function", "from"]
        .into_iter()
        .filter(|field| theirs.get(field) != mine.get(field))
        .map(|field| Both { label: t.say(&format!("unit-{field}")), theirs: said(field, &theirs), mine: said(field, mine) })
        .collect()
}

fn again(form: &UnitForm) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, form)
}

/// The form in which a unit is closed.
#[derive(Template)]
#[template(path = "orgs/unit_close.html")]
struct UnitClose {
    page: Page,
    faults: Faults,
    typed: Typed,
    successors: Vec<Choice>,
    version: i64,
    back: String,
    name: String,
}

fn close_form(inside: &Inside, options: &Options, typed: Typed, faults: Faults, unit: &Unit) -> UnitClose {
    let t = inside.t();
    let title = t.a("unit-close-title", "title", unit.content.name.as_str());
    let back = inside.href(&format!("enhed/{}", unit.number()));
    UnitClose {
        page: inside.page(Room::Setup, title.clone()).crumb(unit.content.name.as_str(), back.clone()).here(title),
        successors: options.units(&inside.voice, typed.get("successor"), &t.say("unit-no-successor")),
        version: unit.version,
        name: unit.content.name.to_string(),
        typed,
        faults,
        back,
    }
}

/// `GET /{m}/opsaetning/organisation/E-12/luk`
pub(crate) async fn close_unit(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let unit = the_unit(&mut inside, &number).await?;
    only_if_may(&inside, Action::KeepOrganisation).await?;
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let typed = Typed::default().with("to", inside.t().date_short(inside.visit.actor.on));
    Ok(show(&close_form(&inside, &options, typed, Faults::default(), &unit)))
}

/// `POST /{m}/opsaetning/organisation/E-12/luk`
pub(crate) async fn close(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let unit = the_unit(&mut inside, &number).await?;
    let options = Options::load(&mut inside.tx, &inside.visit.sight).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let on = reader.date("to");
    let successor = reader.maybe_chosen("successor", |n| options.id(n));
    let faults = reader.faults;
    let (Some(on), true) = (on, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &close_form(&inside, &options, typed, faults, &unit)));
    };
    let version = typed.version();
    match deed!(inside, desk => orgs::close_unit(&mut desk, unit.id, version, on, successor)) {
        Ok(unit) => {
            let word = Sentence::new("unit-closed").text("title", unit.content.name.as_str());
            Ok(inside.done(&word, &inside.href(&format!("enhed/{}", unit.number()))).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &close_form(&inside, &options, typed, faults, &unit)))
        }
        Err(ending) => Err(ending.into()),
    }
}
