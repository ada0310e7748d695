//! One's own account.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::accounts::{Password, change_own_password, end_all_sessions};
use pejl_app::{Ending, accounts};
use pejl_domain::Sentence;

use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, Room, deed};
use crate::page::{Page, go, show_with};

#[derive(Template)]
#[template(path = "accounts/own.html")]
struct OwnPage {
    page: Page,
    login: String,
    errors: Faults,
    everywhere: String,
}

fn own(inside: &Inside, errors: Faults) -> OwnPage {
    let title = inside.t().say("own-title");
    OwnPage {
        page: inside.page(Room::Home, title.clone()).crumb(inside.t().say("menu-overview"), inside.href("")).here(title),
        login: inside.visit.account.login.clone(),
        errors,
        everywhere: inside.href("min-konto/log-ud-alle-steder"),
    }
}

pub(crate) async fn own_page(inside: Inside) -> Response {
    show_with(StatusCode::OK, &own(&inside, Faults::default()))
}

pub(crate) async fn change_password(inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let account = inside.visit.account.clone();
    let changed = async {
        change_own_password(&inside.web.office, &account, typed.get("current")).await?;
        let hash = Password::parse(typed.get("password"))?.hashed().await?;
        deed!(inside, desk => accounts::set_own_password(&mut desk, account.id, &hash))
    };
    match changed.await {
        Ok(()) => Ok(go("/log-ind")),
        Err(Ending::Refused(refused)) => {
            let errors = inside.reasons(&refused).into();
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &own(&inside, errors)))
        }
        Err(ending) => Err(ending.into()),
    }
}

pub(crate) async fn log_out_everywhere(inside: Inside) -> Result<Response, Stop> {
    end_all_sessions(&inside.web.office, inside.visit.account.id).await?;
    let _ = inside.done(&Sentence::new("own-logged-out-everywhere"), "/log-ind").await;
    let _ = inside.session.flush().await;
    Ok(go("/log-ind"))
}
