//! Entering a person, and changing what is written about one.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::orgs::{Person, PersonContent};
use pejl_kernel::PersonId;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::orgs::people::person_href;
use crate::orgs::unit_form::Both;
use crate::page::{Page, show, show_with};

/// A person's form, empty, filled in, with faults, or with both texts.
#[derive(Template)]
#[template(path = "orgs/person_form.html")]
struct PersonForm {
    page: Page,
    faults: Faults,
    typed: Typed,
    /// `None` for somebody new.
    version: Option<i64>,
    both: Vec<Both>,
    back: String,
    draft_key: String,
}

fn person_form(inside: &Inside, typed: Typed, faults: Faults, person: Option<&Person>) -> PersonForm {
    let t = inside.t();
    let (title, back) = match person {
        None => (t.say("person-new"), inside.href("opsaetning/personer")),
        Some(person) => (person.content.name.to_string(), person_href(inside, person.id)),
    };
    PersonForm {
        page: inside
            .page(Room::Setup, title.clone())
            .crumb(t.say("menu-setup"), inside.href("opsaetning"))
            .crumb(t.say("menu-people"), inside.href("opsaetning/personer"))
            .here(title),
        version: person.map(|p| p.version),
        both: Vec::new(),
        draft_key: person.map_or_else(|| "person-new".to_owned(), |p| format!("person-{}", p.id)),
        typed,
        faults,
        back,
    }
}

fn filled(content: &PersonContent) -> Typed {
    Typed::default().with("name", content.name.as_str()).with("email", content.email.as_str())
}

fn read(inside: &Inside, typed: &Typed) -> Result<PersonContent, Faults> {
    let mut reader = Reader::new(typed, inside.t(), inside.visit.actor.on);
    match reader.line("name") {
        Some(name) => Ok(PersonContent { name, email: typed.get("email").trim().to_owned() }),
        None => Err(reader.faults),
    }
}

fn again(form: &PersonForm) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, form)
}

async fn the_person(inside: &mut Inside, id: &str) -> Result<Person, Stop> {
    let id: PersonId = id.parse().map_err(|_| Ending::NotFound)?;
    Ok(orgs::person_page(&mut inside.tx, &inside.visit.sight, id).await?.person)
}

/// `GET /{m}/opsaetning/personer/ny`
pub(crate) async fn new_person(inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::KeepOrganisation).await?;
    Ok(show(&person_form(&inside, Typed::default(), Faults::default(), None)))
}

/// `POST /{m}/opsaetning/personer/ny`
pub(crate) async fn enter(inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let content = match read(&inside, &typed) {
        Ok(content) => content,
        Err(faults) => return Ok(again(&person_form(&inside, typed, faults, None))),
    };
    match deed!(inside, desk => orgs::enter_person(&mut desk, None, content)) {
        Ok(person) => {
            let word = Sentence::new("person-entered").text("name", person.content.name.as_str());
            Ok(inside.done(&word, &person_href(&inside, person.id)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(again(&person_form(&inside, typed, faults, None)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `GET /{m}/opsaetning/personer/{id}/ret`
pub(crate) async fn edit_person(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let person = the_person(&mut inside, &id).await?;
    only_if_may(&inside, Action::KeepOrganisation).await?;
    Ok(show(&person_form(&inside, filled(&person.content), Faults::default(), Some(&person))))
}

/// `POST /{m}/opsaetning/personer/{id}/ret`
pub(crate) async fn save(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let person = the_person(&mut inside, &id).await?;
    let content = match read(&inside, &typed) {
        Ok(content) => content,
        Err(faults) => return Ok(again(&person_form(&inside, typed, faults, Some(&person)))),
    };
    let version = typed.version();
    match deed!(inside, desk => orgs::edit_person(&mut desk, person.id, version, content)) {
        Ok(person) => {
            let word = Sentence::new("person-saved").text("name", person.content.name.as_str());
            Ok(inside.done(&word, &person_href(&inside, person.id)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(again(&person_form(&inside, typed, faults, Some(&person))))
        }
        Err(Ending::Conflict) => {
            let both = both(&inside, &filled(&person.content), &typed);
            let form = person_form(&inside, typed, Faults::default(), Some(&person));
            Ok(show_with(StatusCode::CONFLICT, &PersonForm { both, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}

fn both(inside: &Inside, theirs: &Typed, mine: &Typed) -> Vec<Both> {
    ["name", "email"]
        .into_iter()
        .filter(|field| theirs.get(field) != mine.get(field))
        .map(|field| Both {
            label: inside.t().say(&format!("person-{field}")),
            theirs: theirs.get(field).to_owned(),
            mine: mine.get(field).to_owned(),
        })
        .collect()
}
