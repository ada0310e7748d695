//! Every route, and what stands around all of them.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use pejl_app::{Office, meter};
use time::Duration as SessionLength;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::assets::{Assets, asset};
use crate::ending::ending_pages;
use crate::inside::Web;
use crate::session::OfficeSessions;
use crate::{accounts, agreements, cases, chain, letters, meetings, models, orgs, overview, reminders, rounds, seminars, wheel};

/// What an installation chooses about its pages.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether the login page shows the demonstration logins.
    pub demonstration: bool,
    /// The password of the demonstration logins.
    pub demonstration_password: String,
    /// Whether cookies travel over HTTPS only. On wherever Pejl is not on one's own machine.
    pub secure_cookies: bool,
    /// Whether answers say what they cost, in a `Server-Timing` header. For benchmarks and tests.
    pub timing: bool,
    /// The address of the accessibility statement kept with the authorities, where there is one.
    pub accessibility_statement: Option<String>,
    /// Whether reminders are sent by mail: whether there is a mail server.
    pub sends_mail: bool,
}

const CONTENT_SECURITY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Everything Pejl answers.
pub fn router(office: Office, assets: Assets, settings: Settings) -> Router {
    let sessions = SessionManagerLayer::new(OfficeSessions(office.clone()))
        .with_name("pejl")
        .with_secure(settings.secure_cookies)
        .with_same_site(SameSite::Lax)
        .with_http_only(true)
        .with_expiry(Expiry::OnInactivity(SessionLength::hours(10)));
    let timing = settings.timing;
    let web = Web { office, assets, settings };

    let pages = Router::new()
        .merge(accounts::routes())
        .merge(orgs::routes())
        .merge(models::routes())
        .merge(chain::routes())
        .merge(agreements::routes())
        .merge(rounds::routes())
        .merge(letters::routes())
        .merge(cases::routes())
        .merge(wheel::routes())
        .merge(meetings::routes())
        .merge(seminars::routes())
        .merge(overview::routes())
        .merge(reminders::routes())
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(12 << 20)) // an organisation of 10,000 units is about two megabytes
        .layer(sessions)
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(web.clone(), ending_pages))
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-store")));
    let pages = if timing { pages.layer(from_fn(timed)) } else { pages };

    pages
        .route("/assets/{file}", get(asset))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .layer(CompressionLayer::new())
        .layer(header_of(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY))
        .layer(header_of(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_of(header::REFERRER_POLICY, "same-origin"))
        .layer(header_of(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(60)))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(TraceLayer::new_for_http().make_span_with(|request: &Request| {
            let id = request.headers().get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or_default();
            // The path, never the query: people's search words are theirs.
            tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
        }))
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(web)
}

fn header_of(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// Whether the database answers.
async fn ready(State(web): State<Web>) -> Response {
    match web.office.db().read().await {
        Ok(_) => "ready".into_response(),
        Err(fault) => {
            tracing::error!(fault = &fault as &dyn std::error::Error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Says what an answer cost: its statements, and the time they took.
async fn timed(request: Request, next: Next) -> Response {
    let begun = std::time::Instant::now();
    let (mut response, reading) = meter::measure(next.run(request)).await;
    let value = format!(
        "sql;dur={:.3};desc=\"{}\", all;dur={:.3}",
        reading.sql.as_secs_f64() * 1e3,
        reading.statements,
        begun.elapsed().as_secs_f64() * 1e3
    );
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert("server-timing", value);
    }
    response
}

/// The accessibility statement: with the authorities where the installation says so, else our own page.
pub(crate) async fn was(State(web): State<Web>) -> Response {
    let to = web.settings.accessibility_statement.as_deref().unwrap_or("/tilgaengelighed");
    Redirect::to(to).into_response()
}
