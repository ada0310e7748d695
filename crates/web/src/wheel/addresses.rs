//! The secret address of one's own calendar: made, shown once, revoked. It begins on one's own page.

use askama::Template;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use pejl_app::wheel;
use pejl_domain::Sentence;

use crate::ending::Stop;
use crate::inside::{Inside, Room, deed};
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "wheel/address.html")]
struct Made {
    page: Page,
    address: String,
    subscribe: String,
    back: String,
}

/// Where this installation is, as the browser that asks knows it: `pejl.example`.
pub(super) fn host(headers: &HeaderMap) -> &str {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default()
}

/// With how it is spoken to: over HTTPS wherever cookies only travel so.
pub(super) fn origin(inside: &crate::inside::Web, headers: &HeaderMap) -> String {
    format!("{}://{}", if inside.settings.secure_cookies { "https" } else { "http" }, host(headers))
}

/// `POST /{m}/min-konto/kalender`: the page is shown at once and never again, for the secret is kept nowhere.
pub(crate) async fn make(inside: Inside, headers: HeaderMap) -> Result<Response, Stop> {
    let account = inside.visit.account.clone();
    let secret = deed!(inside, desk => wheel::make_calendar(&mut desk, &account))?;
    let t = inside.t();
    let title = t.say("calendar-made-title");
    let own = inside.href("min-konto");
    let path = format!("/kalender/{secret}.ics");
    Ok(show(&Made {
        page: inside.page(Room::Home, title.clone()).crumb(t.say("own-title"), own.clone()).here(title),
        address: format!("{}{path}", origin(&inside.web, &headers)),
        subscribe: format!("webcal://{}{path}", host(&headers)),
        back: own,
    }))
}

/// `POST /{m}/min-konto/kalender/luk`
pub(crate) async fn revoke(inside: Inside) -> Result<Response, Stop> {
    let account = inside.visit.account.clone();
    deed!(inside, desk => wheel::revoke_calendar(&mut desk, &account))?;
    let own = inside.href("min-konto");
    Ok(inside.done(&Sentence::new("calendar-revoked-done"), &own).await)
}
