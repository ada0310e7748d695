//! The model in force, its versions, and its file.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use pejl_app::{Ending, models};
use pejl_kernel::ModelVersionId;
use pejl_policy::Action;

use super::chapters::{self, Chapter};
use crate::ending::Stop;
use crate::inside::may;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

#[derive(Template)]
#[template(path = "models/model.html")]
struct ModelPage {
    page: Page,
    name: String,
    term: String,
    source: String,
    chapters: Vec<Chapter>,
    words: Vec<[String; 4]>,
    words_href: String,
    versions: Vec<Version>,
    new_href: Option<String>,
}

struct Version {
    name: String,
    text: String,
    href: String,
    in_force: bool,
}

/// `/{m}/opsaetning/model`
pub(crate) async fn model(mut inside: Inside) -> Result<Response, Stop> {
    let versions = models::versions(&mut inside.tx, &inside.visit.place).await?;
    let t = inside.t();
    let title = t.say("menu-model");
    let newest = versions.first().map(|v| v.serial);
    let shown = |v: pejl_app::shown::Installed| Version {
        text: t.say_with("model-version", &pejl_lang::Args::new().count("serial", v.serial).text("date", t.date_time(v.at))),
        href: inside.href(&format!("opsaetning/model/version/{}", v.id)),
        in_force: Some(v.serial) == newest,
        name: v.name,
    };
    let model = &inside.visit.place.model;
    let view = ModelPage {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        name: model.name.clone(),
        term: t.years(model.term),
        source: model.source.clone(),
        chapters: chapters::chapters(&inside.voice),
        words: chapters::words(&inside.voice),
        words_href: inside.href("ord"),
        versions: versions.into_iter().map(shown).collect(),
        new_href: may(&inside, Action::InstallModel).then(|| inside.href("opsaetning/model/ny")),
    };
    Ok(show(&view))
}

/// `/{m}/opsaetning/model/version/{id}`: the file of an installed version, to the letter.
pub(crate) async fn version(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let id: ModelVersionId = id.parse().map_err(|_| Ending::NotFound)?;
    let versions = models::versions(&mut inside.tx, &inside.visit.place).await?;
    let serial = versions.iter().find(|v| v.id == id).map(|v| v.serial).ok_or(Ending::NotFound)?;
    let body = models::body(&mut inside.tx, &inside.visit.place, id).await?.ok_or(Ending::NotFound)?;
    let name = format!("attachment; filename=\"{}-{serial}.toml\"", inside.visit.place.municipality.slug);
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}
