//! The six endings as pages. *Done* is the page a handler shows or goes to; the other five are made here and nowhere else.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pejl_app::Ending;
use pejl_domain::Sentence;

use crate::forms;
use crate::inside::{Seen, Web};
use crate::page::{Page, show_with};
use crate::voice::capital;

/// A handler that could not show its page.
#[derive(Debug)]
pub(crate) struct Stop(pub Ending);

impl<E: Into<Ending>> From<E> for Stop {
    fn from(ending: E) -> Self {
        Self(ending.into())
    }
}

/// What the page of an ending says beyond its standing text.
#[derive(Clone, Default)]
struct Said(Vec<Sentence>);

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let (status, said) = match self.0 {
            Ending::NotFound => (StatusCode::NOT_FOUND, Vec::new()),
            Ending::Denied(denied) => (StatusCode::FORBIDDEN, vec![denied.sentence]),
            Ending::Refused(refused) => {
                (StatusCode::UNPROCESSABLE_ENTITY, refused.reasons.into_iter().map(|r| r.sentence).collect())
            }
            Ending::Conflict => (StatusCode::CONFLICT, Vec::new()),
            Ending::Fault(fault) => {
                // Logged once, here where it stops.
                tracing::error!(fault = &fault as &dyn std::error::Error, "a fault");
                (StatusCode::INTERNAL_SERVER_ERROR, Vec::new())
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Said(said));
        response
    }
}

#[derive(Template)]
#[template(path = "endings/ending.html")]
struct EndingPage {
    page: Page,
    text: String,
    said: Vec<String>,
    advice: String,
    home: String,
}

/// Gives every response that failed without a page of its own the page of its ending.
pub(crate) async fn ending_pages(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let seen = Seen::default();
    request.extensions_mut().insert(seen.clone());
    let lang = forms::language(request.headers());
    let path = request.uri().path().to_owned();
    let is_asset = path.starts_with("/assets/");
    let response = next.run(request).await;
    let status = response.status();
    let has_page = response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || has_page || is_asset {
        return response;
    }
    let said = response.extensions().get::<Said>().cloned().unwrap_or_default();
    let kind = match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "not-found",
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => "denied",
        StatusCode::CONFLICT => "conflict",
        status if status.is_client_error() => "refused",
        StatusCode::SERVICE_UNAVAILABLE => "busy",
        _ => "fault",
    };
    let (page, voice) = match seen.0.get() {
        Some((page, voice)) => (page.clone(), Some(voice)),
        None => (Page::bare(&web.assets, lang, "", &path), None),
    };
    let t = page.t;
    let home = page.municipality.as_ref().map_or_else(|| "/".to_owned(), |m| format!("/{}", m.slug));
    // Without a visit no municipality's words can be in it.
    let said = said.0.iter().map(|s| voice.map_or_else(|| capital(&t.say(&s.key)), |v| v.tell(s))).collect();
    let page = Page { title: t.say(&format!("ending-{kind}-title")), ..page };
    let (text, advice) = (t.say(&format!("ending-{kind}-text")), t.say(&format!("ending-{kind}-do")));
    let mut shown = show_with(status, &EndingPage { page, text, said, advice, home });
    for (name, value) in response.headers() {
        if name != "content-type" && name != "content-length" {
            shown.headers_mut().insert(name.clone(), value.clone());
        }
    }
    shown
}
