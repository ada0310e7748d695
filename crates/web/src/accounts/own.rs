//! One's own account.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::accounts::{Password, change_own_password, end_all_sessions};
use pejl_app::{Ending, accounts, wheel};
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
    reminders: String,
    /// When the address of one's calendar was made; none where there is none.
    calendar: Option<String>,
    calendar_href: String,
}

async fn own(inside: &mut Inside, errors: Faults) -> Result<OwnPage, Stop> {
    let address = wheel::address(&mut inside.tx, &inside.visit.sight, &inside.visit.account).await?;
    let title = inside.t().say("own-title");
    Ok(OwnPage {
        page: inside.page(Room::Home, title.clone()).crumb(inside.t().say("menu-overview"), inside.href("")).here(title),
        login: inside.visit.account.login.clone(),
        errors,
        everywhere: inside.href("min-konto/log-ud-alle-steder"),
        reminders: inside.href("paamindelser"),
        calendar: address.map(|address| inside.t().date_time(address.made_at)),
        calendar_href: inside.href("min-konto/kalender"),
    })
}

pub(crate) async fn own_page(mut inside: Inside) -> Result<Response, Stop> {
    Ok(show_with(StatusCode::OK, &own(&mut inside, Faults::default()).await?))
}

pub(crate) async fn change_password(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
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
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &own(&mut inside, errors).await?))
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
