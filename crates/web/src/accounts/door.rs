//! The door: log in, log out, choose a language.

use std::net::SocketAddr;

use askama::Template;
use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use pejl_app::accounts::{Attempt, LoginRefused};
use pejl_lang::{Args, Lang};
use serde::Deserialize;
use tower_sessions::Session;

use crate::ending::Stop;
use crate::forms::{self, Faults, LANGUAGE_COOKIE, Typed};
use crate::inside::Web;
use crate::page::{Page, go, show, show_with};
use crate::session;

#[derive(Template)]
#[template(path = "accounts/login.html")]
struct LoginPage {
    page: Page,
    errors: Faults,
    login: String,
    after: String,
    towns: Vec<Town>,
    password: String,
}

/// The demonstration logins of one municipality.
struct Town {
    name: String,
    logins: Vec<Demonstration>,
}

struct Demonstration {
    login: String,
    title: String,
    unit: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct After {
    #[serde(default)]
    videre: String,
}

async fn login_form(web: &Web, lang: Lang, errors: Faults, login: &str, after: &str) -> Result<LoginPage, Stop> {
    let mut page = Page::bare(&web.assets, lang, "", "/log-ind");
    page.title = page.t.say("login-title");
    let mut towns: Vec<Town> = Vec::new();
    if web.settings.demonstration {
        for account in web.office.demonstration_logins().await? {
            if towns.last().is_none_or(|t| t.name != account.slug) {
                towns.push(Town { name: account.slug.clone(), logins: Vec::new() });
            }
            if let Some(town) = towns.last_mut() {
                town.logins.push(Demonstration { login: account.login, title: account.title, unit: account.unit });
            }
        }
        let mut tx = web.office.db().read().await?;
        let names = pejl_app::models::municipalities(&mut tx).await?;
        for town in &mut towns {
            if let Some(municipality) = names.iter().find(|m| m.slug == town.name) {
                town.name.clone_from(&municipality.name);
            }
        }
    }
    let password = web.settings.demonstration_password.clone();
    Ok(LoginPage { page, errors, login: login.to_owned(), after: after.to_owned(), towns, password })
}

/// `/`: home for who is logged in, else the door.
pub(crate) async fn front(State(web): State<Web>, session: Session) -> Result<Response, Stop> {
    if let Some(account) = session::account(&session).await
        && let Some(slug) = web.office.home_of(account).await?
    {
        return Ok(go(&format!("/{slug}")));
    }
    Ok(go("/log-ind"))
}

pub(crate) async fn login_page(State(web): State<Web>, headers: HeaderMap, Query(after): Query<After>) -> Result<Response, Stop> {
    let form = login_form(&web, forms::language(&headers), Faults::default(), "", &after.videre).await?;
    Ok(show(&form))
}

pub(crate) async fn log_in(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    headers: HeaderMap,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let lang = forms::language(&headers);
    let attempt = Attempt {
        login: typed.get("login").to_owned(),
        password: typed.get("password").to_owned(),
        address: peer.ip().to_string(),
    };
    let (status, text) = match web.office.log_in(attempt).await {
        Ok(account) => {
            session::logged_in(&session, account).await?;
            let home = web.office.home_of(account).await?.map_or_else(|| "/".to_owned(), |slug| format!("/{slug}"));
            let after = forms::safe_path(typed.get("videre")).filter(|p| p.starts_with(&home));
            return Ok(go(after.unwrap_or(&home)));
        }
        Err(LoginRefused::Wrong) => (StatusCode::UNPROCESSABLE_ENTITY, pejl_lang::Speech::new(lang).say("login-wrong")),
        Err(LoginRefused::Wait { minutes }) => {
            let text = pejl_lang::Speech::new(lang).say_with("login-wait", &Args::new().count("minutes", minutes));
            (StatusCode::TOO_MANY_REQUESTS, text)
        }
        Err(LoginRefused::Fault(fault)) => return Err(fault.into()),
    };
    let errors = Faults(vec![("login".to_owned(), text)]);
    let form = login_form(&web, lang, errors, typed.get("login"), typed.get("videre")).await?;
    Ok(show_with(status, &form))
}

pub(crate) async fn log_out(session: Session) -> Response {
    if let Err(error) = session.flush().await {
        tracing::warn!(%error, "ending a session");
    }
    go("/log-ind")
}

pub(crate) async fn choose_language(
    State(web): State<Web>,
    session: Session,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let lang = Lang::from_code(typed.get("lang")).unwrap_or(Lang::Da);
    if let Some(account) = session::account(&session).await {
        web.office.choose_language(account, lang.code()).await?;
    }
    let mut response = go(forms::safe_path(typed.get("back")).unwrap_or("/"));
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", lang.code());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

#[derive(Template)]
#[template(path = "accounts/accessibility.html")]
struct AccessibilityPage {
    page: Page,
}

pub(crate) async fn accessibility(State(web): State<Web>, headers: HeaderMap) -> Response {
    let mut page = Page::bare(&web.assets, forms::language(&headers), "", "/tilgaengelighed");
    page.title = page.t.say("accessibility-title");
    show(&AccessibilityPage { page })
}
