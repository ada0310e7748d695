//! The way out of reminders for whoever holds a mail: a page with one button, and the one click of mail programs (RFC 8058). No
//! login is asked for: the address is a secret that only came in the mail. Opening it changes nothing, since programs that look
//! through mails open what stands in them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::ending::Stop;
use crate::forms;
use crate::inside::Web;
use crate::page::{Page, show_with};

#[derive(Template)]
#[template(path = "reminders/leave.html")]
struct LeavePage {
    page: Page,
    text: String,
    /// The address of the button; "" where there is none to press.
    action: String,
    /// Where to go from here, and its words; "" where there is a button.
    onward: (String, String),
}

fn bare(web: &Web, headers: &HeaderMap, key: &str) -> Page {
    // The secret does not become the address to come back to: it stays in the mail.
    let mut page = Page::bare(&web.assets, forms::language(headers), "", "/log-ind");
    page.title = page.t.say(key);
    page
}

fn unknown(web: &Web, headers: &HeaderMap) -> Response {
    let page = bare(web, headers, "reminders-leave-unknown-title");
    let onward = ("/log-ind".to_owned(), page.t.say("reminders-leave-log-in"));
    let text = page.t.say("reminders-leave-unknown-text");
    show_with(StatusCode::NOT_FOUND, &LeavePage { page, text, action: String::new(), onward })
}

/// `GET /afmeld/{secret}`
pub(crate) async fn leave_page(State(web): State<Web>, headers: HeaderMap, Path(secret): Path<String>) -> Result<Response, Stop> {
    let Some(who) = web.office.unsubscriber(&secret).await? else { return Ok(unknown(&web, &headers)) };
    let page = bare(&web, &headers, "reminders-leave-title");
    let text = page.t.a("reminders-leave-text", "email", who.recipient);
    let action = format!("/afmeld/{}", forms::encoded(&secret));
    Ok(show_with(StatusCode::OK, &LeavePage { page, text, action, onward: Default::default() }))
}

/// `POST /afmeld/{secret}`: the button, and the one click of a mail program, whatever it sends along.
pub(crate) async fn leave(State(web): State<Web>, headers: HeaderMap, Path(secret): Path<String>) -> Result<Response, Stop> {
    let Some(who) = web.office.unsubscribe(&secret).await? else { return Ok(unknown(&web, &headers)) };
    let page = bare(&web, &headers, "reminders-left-title");
    let text = page.t.a("reminders-left-text", "email", who.recipient);
    let onward = (format!("/{}/paamindelser", who.slug), page.t.say("reminders-left-choose"));
    Ok(show_with(StatusCode::OK, &LeavePage { page, text, action: String::new(), onward }))
}
