//! What every page has around it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use pejl_lang::{Lang, Speech};

use crate::assets::Assets;

/// The frame of a page: what the layout shows. Filled by [`crate::inside::Inside::page`], or bare for the login page.
#[derive(Clone)]
pub(crate) struct Page {
    pub t: Speech,
    pub title: String,
    pub municipality: Option<PageMunicipality>,
    pub person: Option<PagePerson>,
    pub lang_code: &'static str,
    pub other_lang_code: &'static str,
    pub other_lang_name: String,
    pub path: String,
    pub nav: Vec<NavItem>,
    pub flash: Option<String>,
    pub css: String,
    pub js: String,
    pub sprite: String,
    pub favicon: String,
    pub crumbs: Vec<Crumb>,
    pub accent_href: Option<String>,
}

#[derive(Clone)]
pub(crate) struct PageMunicipality {
    pub name: String,
    pub slug: String,
    /// Which day it is there, in words, where it stands on one.
    pub day: Option<String>,
}

#[derive(Clone)]
pub(crate) struct PagePerson {
    pub name: String,
    pub position: String,
}

#[derive(Clone)]
pub(crate) struct NavItem {
    pub href: String,
    pub label: String,
    pub current: bool,
}

/// A step of the way here; the last has no address.
#[derive(Clone)]
pub(crate) struct Crumb {
    pub label: String,
    pub href: Option<String>,
}

impl Page {
    /// A page for somebody who is not logged in.
    pub fn bare(assets: &Assets, lang: Lang, title: impl Into<String>, path: impl Into<String>) -> Self {
        let t = Speech::new(lang);
        Self {
            title: title.into(),
            municipality: None,
            person: None,
            lang_code: lang.code(),
            other_lang_code: lang.other().code(),
            other_lang_name: t.say("frame-switch-language"),
            t,
            path: path.into(),
            nav: Vec::new(),
            flash: None,
            css: assets.address("pejl.css"),
            js: assets.address("pejl.js"),
            sprite: assets.address("sprite.svg"),
            favicon: assets.address("favicon.svg"),
            crumbs: Vec::new(),
            accent_href: None,
        }
    }

    /// With one more step of the way here.
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { label: label.into(), href: Some(href.into()) });
        self
    }

    /// With the last step: here.
    pub fn here(mut self, label: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { label: label.into(), href: None });
        self
    }
}

/// Renders a page.
pub(crate) fn show(template: &impl Template) -> Response {
    show_with(StatusCode::OK, template)
}

/// Renders a page with another status: 422 for a form with errors, 409 for a conflict.
pub(crate) fn show_with(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "rendering a page");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// After a deed: to the page that shows what came of it.
pub(crate) fn go(to: &str) -> Response {
    axum::response::Redirect::to(to).into_response()
}
