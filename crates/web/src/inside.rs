//! Somebody logged in, in a municipality: what nearly every handler begins with.

use std::sync::{Arc, OnceLock};

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use pejl_app::{Ending, Office, Tx, Visit};
use pejl_domain::{Refused, Sentence};
use pejl_lang::{Lang, Speech};
use pejl_policy::{Action, Facts, decide};
use tower_sessions::Session;

use crate::assets::Assets;
use crate::ending::Stop;
use crate::page::{NavItem, Page, PageMunicipality, PagePerson};
use crate::session;
use crate::voice::Voice;

/// What the whole web floor shares.
#[derive(Clone)]
pub(crate) struct Web {
    pub office: Office,
    pub assets: Assets,
    pub settings: crate::Settings,
}

/// What the error pages need of a request that got as far as being let in.
#[derive(Clone, Default)]
pub(crate) struct Seen(pub Arc<OnceLock<(Page, Voice)>>);

/// The rooms of the main menu.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    Home,
    Chain,
    Agreements,
    FollowUp,
    Year,
    Meetings,
    Cases,
    Search,
    Setup,
}

/// Somebody logged in, in a municipality, with a transaction to read in.
pub(crate) struct Inside {
    pub web: Web,
    pub visit: Visit,
    pub tx: Tx,
    pub voice: Voice,
    pub session: Session,
    /// The page's own address, with its query.
    pub path: String,
    flash: Option<String>,
}

impl Inside {
    /// The words of the reader's language.
    pub fn t(&self) -> Speech {
        self.voice.speech
    }

    /// An address in this municipality: `href("enhed/E-12")`.
    pub fn href(&self, rest: &str) -> String {
        let slug = &self.visit.place.municipality.slug;
        if rest.is_empty() { format!("/{slug}") } else { format!("/{slug}/{rest}") }
    }

    /// The frame of a page in one of the rooms.
    pub fn page(&self, room: Room, title: impl Into<String>) -> Page {
        let municipality = &self.visit.place.municipality;
        let t = self.t();
        // A model may do without agreements, or without rounds: then there is no room for them.
        let (has_agreements, has_rounds) = (!self.voice.model.agreements.is_empty(), !self.voice.model.rounds.is_empty());
        let item = |of: Room, rest: &str, key: &str| NavItem { href: self.href(rest), label: t.say(key), current: room == of };
        Page {
            municipality: Some(PageMunicipality {
                name: municipality.name.clone(),
                slug: municipality.slug.clone(),
                day: municipality.stands_on.map(|day| t.a("frame-day", "day", t.date(day))),
            }),
            person: Some(PagePerson { name: self.visit.account.name.clone(), position: self.visit.post.clone() }),
            nav: [
                Some(item(Room::Home, "", "menu-overview")),
                (!self.voice.model.wheel.is_empty()).then(|| item(Room::Year, "aarshjul", "menu-year")),
                Some(item(Room::Chain, "kaeden", "menu-chain")),
                has_agreements.then(|| item(Room::Agreements, "aftaler", "menu-agreements")),
                has_rounds.then(|| item(Room::FollowUp, "opfoelgning", "menu-follow-up")),
                crate::meetings::has_meetings(&self.voice.model).then(|| item(Room::Meetings, "moeder", "menu-meetings")),
                Some(item(Room::Cases, "sager", "menu-cases")),
                Some(item(Room::Search, "soeg", "menu-search")),
                Some(item(Room::Setup, "opsaetning", "menu-setup")),
            ]
            .into_iter()
            .flatten()
            .collect(),
            flash: self.flash.clone(),
            ..Page::bare(&self.web.assets, self.voice.lang, title, &self.path)
        }
    }

    /// Each reason of a refusal, with the field it belongs to.
    pub fn reasons(&self, refused: &Refused) -> Vec<(String, String)> {
        self.voice.reasons(refused)
    }

    /// Leaves a word about what was done, and goes to the page that shows what came of it.
    pub async fn done(&self, word: &Sentence, to: &str) -> Response {
        session::leave_word(&self.session, &self.voice.tell(word)).await;
        crate::page::go(to)
    }

    /// Does a deed: opens a desk, does it, and ends it. The reading transaction is given back first.
    ///
    /// `deed!(inside, desk => orgs::close_unit(&mut desk, …))` spells it at the call.
    pub async fn desk(&self) -> Result<pejl_app::Desk, Ending> {
        self.web.office.desk(&self.visit).await
    }
}

/// Does one deed at a desk of its own: opened, done, and ended as the outcome says.
macro_rules! deed {
    ($inside:expr, $desk:ident => $deed:expr) => {{
        match $inside.desk().await {
            Ok(mut $desk) => {
                let outcome = $deed.await;
                $desk.close(outcome, &$inside.path).await
            }
            Err(ending) => Err(ending),
        }
    }};
}
pub(crate) use deed;

impl FromRequestParts<Web> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let session = Session::from_request_parts(parts, web).await.map_err(IntoResponse::into_response)?;
        let uri = parts.extensions.get::<OriginalUri>().map_or_else(|| parts.uri.clone(), |u| u.0.clone());
        let path = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
        let Some(account) = session::account(&session).await else {
            let after = if parts.method == axum::http::Method::GET { crate::forms::encoded(&path) } else { String::new() };
            return Err(Redirect::to(&format!("/log-ind?videre={after}")).into_response());
        };
        let slug = uri.path().split('/').nth(1).unwrap_or_default();
        let entered = web.office.enter(account, slug).await.map_err(|f| Stop::from(f).into_response())?;
        let Some((visit, tx)) = entered else { return Err(Stop(Ending::NotFound).into_response()) };
        let lang = Lang::from_code(&visit.account.language).unwrap_or(Lang::Da);
        let voice = Voice { speech: Speech::new(lang), lang, model: Arc::clone(&visit.place.model) };
        let flash = if parts.method == axum::http::Method::GET { session::take_word(&session).await } else { None };
        let inside = Self { web: web.clone(), visit, tx, voice, session, path, flash };
        if let Some(seen) = parts.extensions.get::<Seen>() {
            let _ = seen.0.set((inside.page(Room::Home, ""), inside.voice.clone()));
        }
        Ok(inside)
    }
}

/// Whether somebody may do what belongs to the municipality as a whole.
pub(crate) fn may(inside: &Inside, action: Action) -> bool {
    decide(&inside.visit.actor, action, &Facts::municipality()).is_ok()
}

/// Lets only those on who may; a denial is written in the security log and told with who may.
pub(crate) async fn only_if_may(inside: &Inside, action: Action) -> Result<(), Stop> {
    match decide(&inside.visit.actor, action, &Facts::municipality()) {
        Ok(_) => Ok(()),
        Err(denied) => {
            inside.web.office.log_denial(&inside.visit.actor, &denied, &inside.path).await?;
            Err(denied.into())
        }
    }
}
