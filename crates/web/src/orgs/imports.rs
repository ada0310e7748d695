//! Uploading a file of units and leaders, the file's format, and the imports so far.

use askama::Template;
use axum::extract::Multipart;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use pejl_app::Ending;
use pejl_app::orgs::import::{self, MOST_BYTES};
use pejl_app::orgs::{self};
use pejl_app::shown::{ImportRow, ImportState};
use pejl_domain::orgs::import::{Column, Counts};
use pejl_lang::Args;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::Faults;
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::page::{Page, go, show_with};
use crate::upload::received;

#[derive(Template)]
#[template(path = "orgs/imports.html")]
struct Imports {
    page: Page,
    faults: Faults,
    hint: String,
    columns: Vec<ColumnShown>,
    export_href: String,
    imports: Vec<Import>,
}

/// A column of the format.
struct ColumnShown {
    name: &'static str,
    text: String,
}

/// An import so far.
struct Import {
    file: String,
    href: String,
    at: String,
    state: String,
    did: String,
}

/// What an import did, in a sentence; "" where it has not.
pub(super) fn did(inside: &Inside, import: &ImportRow) -> String {
    match serde_json::from_str::<Counts>(&import.counts) {
        Ok(counts) => {
            let args = Args::new().count("created", counts.created).count("changed", counts.changed).count("closed", counts.closed);
            inside.t().say_with("import-did", &args)
        }
        Err(_) => String::new(),
    }
}

/// How far an import has come, in a word.
pub(super) fn state(inside: &Inside, import: &ImportRow) -> String {
    let running = matches!(import.state, ImportState::Previewed | ImportState::Failed)
        && inside.web.office.import_progress(import.id).is_some();
    inside.t().say(&if running { "import-state-running".to_owned() } else { format!("import-state-{}", import.state.as_str()) })
}

async fn view(inside: &mut Inside, faults: Faults) -> Result<Imports, Stop> {
    let rows = import::imports(&mut inside.tx, &inside.visit.actor).await?;
    let t = inside.t();
    let title = t.say("menu-imports");
    let shown = |row: ImportRow| Import {
        href: inside.href(&format!("opsaetning/indlaesning/{}", row.id)),
        at: t.date_time(row.at),
        state: state(inside, &row),
        did: did(inside, &row),
        file: row.file_name,
    };
    Ok(Imports {
        page: inside.page(Room::Setup, title.clone()).crumb(t.say("menu-setup"), inside.href("opsaetning")).here(title),
        faults,
        hint: t.n("import-file-hint", MOST_BYTES >> 20),
        columns: Column::ALL
            .map(|c| ColumnShown { name: c.label(), text: t.say(&format!("import-column-{}", c.label().replace('_', "-"))) })
            .into(),
        export_href: inside.href("opsaetning/indlaesning/organisation.csv"),
        imports: rows.into_iter().map(shown).collect(),
    })
}

/// `GET /{m}/opsaetning/indlaesning`
pub(crate) async fn imports(mut inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::ImportOrganisation).await?;
    Ok(show_with(StatusCode::OK, &view(&mut inside, Faults::default()).await?))
}

/// `POST /{m}/opsaetning/indlaesning`
pub(crate) async fn upload(mut inside: Inside, mut parts: Multipart) -> Result<Response, Stop> {
    only_if_may(&inside, Action::ImportOrganisation).await?;
    let uploaded = match received(&mut parts, MOST_BYTES).await {
        Ok(Some(uploaded)) => uploaded,
        Ok(None) => return again(&mut inside, "fault-file-missing").await,
        Err(_) => return again(&mut inside, "import-file-broken-off").await,
    };
    match deed!(inside, desk => import::upload(&mut desk, &uploaded.name, &uploaded.bytes)) {
        Ok(id) => Ok(go(&inside.href(&format!("opsaetning/indlaesning/{id}")))),
        Err(Ending::Refused(refused)) => {
            let faults = inside.reasons(&refused).into();
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&mut inside, faults).await?))
        }
        Err(ending) => Err(ending.into()),
    }
}

async fn again(inside: &mut Inside, key: &str) -> Result<Response, Stop> {
    let faults = Faults(vec![("file".to_owned(), inside.t().say(key))]);
    Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(inside, faults).await?))
}

/// `/{m}/opsaetning/indlaesning/organisation.csv`
pub(crate) async fn export(mut inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::ImportOrganisation).await?;
    let file = orgs::export(&mut inside.tx, &inside.visit.actor).await?;
    let name = format!("attachment; filename=\"{}-organisation.csv\"", inside.visit.place.municipality.slug);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, file).into_response())
}
