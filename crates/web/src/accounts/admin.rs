//! The logins of a municipality: who has one, creating one, another password, closing one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::accounts::{self, Account, Password};
use pejl_domain::Sentence;
use pejl_kernel::AccountId;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::orgs::choose::People;
use crate::page::{Page, show, show_with};

#[derive(Template)]
#[template(path = "accounts/logins.html")]
struct Logins {
    page: Page,
    rows: Vec<Row>,
    new_href: String,
    own_href: String,
}

struct Row {
    login: String,
    name: String,
    person_href: String,
    post: String,
    seen: String,
    password_href: String,
    close_href: String,
}

fn framed(inside: &Inside, title: String) -> Page {
    let t = inside.t();
    inside
        .page(Room::Setup, title.clone())
        .crumb(t.say("menu-setup"), inside.href("opsaetning"))
        .crumb(t.say("setup-logins"), inside.href("opsaetning/adgange"))
        .here(title)
}

/// `/{m}/opsaetning/adgange`
pub(crate) async fn logins(mut inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::KeepLogins).await?;
    let rows = accounts::logins(&mut inside.tx, &inside.visit.actor).await?;
    let t = inside.t();
    let title = t.say("setup-logins");
    let shown = |account: Account| Row {
        person_href: inside.href(&format!("opsaetning/personer/{}", account.person)),
        password_href: inside.href(&format!("opsaetning/adgange/{}/kodeord", account.id)),
        close_href: inside.href(&format!("opsaetning/adgange/{}/luk", account.id)),
        seen: account.came_at.map(|at| t.date_time(at)).unwrap_or_default(),
        post: account.post(),
        login: account.login,
        name: account.name,
    };
    let view = Logins {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        rows: rows.into_iter().map(shown).collect(),
        new_href: inside.href("opsaetning/adgange/ny"),
        own_href: inside.href("min-konto"),
    };
    Ok(show(&view))
}

#[derive(Template)]
#[template(path = "accounts/login_new.html")]
struct LoginNew {
    page: Page,
    faults: Faults,
    typed: Typed,
    people: Vec<Choice>,
    find: String,
    more_people: bool,
    back: String,
}

fn login_form(inside: &Inside, people: &People, typed: Typed, faults: Faults) -> LoginNew {
    let t = inside.t();
    LoginNew {
        page: framed(inside, t.say("login-new")),
        people: people.choices(typed.get("person"), &t.say("common-choose")),
        find: people.find.clone(),
        more_people: people.more || !people.find.is_empty(),
        typed,
        faults,
        back: inside.href("opsaetning/adgange"),
    }
}

/// `GET /{m}/opsaetning/adgange/ny`
pub(crate) async fn new_login(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    only_if_may(&inside, Action::KeepLogins).await?;
    let typed = Typed(query);
    let people = People::load(&mut inside.tx, &inside.visit.sight, typed.get("find")).await?;
    Ok(show(&login_form(&inside, &people, typed, Faults::default())))
}

/// `POST /{m}/opsaetning/adgange/ny`
pub(crate) async fn create(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    only_if_may(&inside, Action::KeepLogins).await?;
    let typed = Typed(typed);
    let people = People::load(&mut inside.tx, &inside.visit.sight, typed.get("find")).await?;
    let Some(person) = people.id(typed.get("person")) else {
        let faults = Faults(vec![("person".to_owned(), inside.t().say("fault-choice-empty"))]);
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &login_form(&inside, &people, typed, faults)));
    };
    let login = typed.get("login").to_owned();
    let created = async {
        let hash = Password::parse(typed.get("password"))?.hashed().await?;
        deed!(inside, desk => accounts::create_login(&mut desk, person, &login, &hash, false))
    };
    match created.await {
        Ok(_) => {
            let word = Sentence::new("login-created").text("login", login.trim().to_lowercase());
            Ok(inside.done(&word, &inside.href("opsaetning/adgange")).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &login_form(&inside, &people, typed, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// One login, about to get another password or to be closed.
#[derive(Template)]
#[template(path = "accounts/login_password.html")]
struct LoginPassword {
    page: Page,
    faults: Faults,
    lead: String,
    close_href: String,
    back: String,
}

#[derive(Template)]
#[template(path = "accounts/login_close.html")]
struct LoginClose {
    page: Page,
    lead: String,
    button: String,
    back: String,
}

async fn the_login(inside: &mut Inside, id: &str) -> Result<Account, Stop> {
    only_if_may(inside, Action::KeepLogins).await?;
    let id: AccountId = id.parse().map_err(|_| Ending::NotFound)?;
    let all = accounts::logins(&mut inside.tx, &inside.visit.actor).await?;
    Ok(all.into_iter().find(|a| a.id == id).ok_or(Ending::NotFound)?)
}

fn password_form(inside: &Inside, account: &Account, faults: Faults) -> LoginPassword {
    let t = inside.t();
    LoginPassword {
        page: framed(inside, t.a("login-password-title", "login", &account.login)),
        faults,
        lead: t.a("login-password-lead", "name", &account.name),
        close_href: inside.href(&format!("opsaetning/adgange/{}/luk", account.id)),
        back: inside.href("opsaetning/adgange"),
    }
}

/// `GET /{m}/opsaetning/adgange/{id}/kodeord`
pub(crate) async fn password(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let account = the_login(&mut inside, &id).await?;
    Ok(show(&password_form(&inside, &account, Faults::default())))
}

/// `POST /{m}/opsaetning/adgange/{id}/kodeord`
pub(crate) async fn set_password(
    mut inside: Inside,
    Path((_, id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let account = the_login(&mut inside, &id).await?;
    let typed = Typed(typed);
    let set = async {
        let hash = Password::parse(typed.get("password"))?.hashed().await?;
        deed!(inside, desk => accounts::set_password(&mut desk, account.id, &hash))
    };
    match set.await {
        Ok(()) => {
            let word = Sentence::new("login-password-set").text("login", &account.login);
            Ok(inside.done(&word, &inside.href("opsaetning/adgange")).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &password_form(&inside, &account, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `GET /{m}/opsaetning/adgange/{id}/luk`
pub(crate) async fn close_form(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let account = the_login(&mut inside, &id).await?;
    let t = inside.t();
    let view = LoginClose {
        page: framed(&inside, t.a("login-close-title", "login", &account.login)),
        lead: t.a("login-close-lead", "name", &account.name),
        button: t.a("login-close-do", "login", &account.login),
        back: inside.href("opsaetning/adgange"),
    };
    Ok(show(&view))
}

/// `POST /{m}/opsaetning/adgange/{id}/luk`
pub(crate) async fn close(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let account = the_login(&mut inside, &id).await?;
    deed!(inside, desk => accounts::close_login(&mut desk, account.id))?;
    let word = Sentence::new("login-closed").text("login", &account.login);
    Ok(inside.done(&word, &inside.href("opsaetning/adgange")).await)
}
