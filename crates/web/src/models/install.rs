//! Installing another version of the model: the file, what it would change and touch, and the yes.

use askama::Template;
use axum::Form;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::models::{self, Touched};
use pejl_domain::Sentence;
use pejl_domain::models::fault::Faults as ModelFaults;
use pejl_domain::models::report::Tongue;
use pejl_lang::{Args, Lang};
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::page::{Page, show_with};
use crate::upload::received;

/// How large a model file may be: the largest of those that are written is a twentieth of it.
const MOST_BYTES: usize = 1 << 20;

/// The form in which a file is chosen, with what is wrong with the one that was.
#[derive(Template)]
#[template(path = "models/choose.html")]
struct Choose {
    page: Page,
    faults: Faults,
    wrong: Vec<Wrong>,
    wrong_title: String,
    back: String,
}

/// Something wrong in a model file.
struct Wrong {
    line: usize,
    column: usize,
    found: String,
    says: String,
    advises: String,
}

/// What the new version would change, and what it would touch.
#[derive(Template)]
#[template(path = "models/preview.html")]
struct Preview {
    page: Page,
    name: String,
    term: String,
    changes: Vec<String>,
    touched: Vec<String>,
    body: String,
    install_href: String,
    back: String,
}

fn framed(inside: &Inside, key: &str) -> Page {
    let t = inside.t();
    let title = t.say(key);
    inside
        .page(Room::Setup, title.clone())
        .crumb(t.say("menu-setup"), inside.href("opsaetning"))
        .crumb(t.say("menu-model"), inside.href("opsaetning/model"))
        .here(title)
}

fn tongue(inside: &Inside) -> Tongue {
    match inside.voice.lang {
        Lang::Da => Tongue::Da,
        Lang::En => Tongue::En,
    }
}

fn choose_form(inside: &Inside, faults: Faults, wrong: Vec<Wrong>) -> Choose {
    Choose {
        page: framed(inside, "model-new"),
        faults,
        wrong_title: inside.t().n("model-faults-title", wrong.len()),
        wrong,
        back: inside.href("opsaetning/model"),
    }
}

/// `GET /{m}/opsaetning/model/ny`
pub(crate) async fn choose(inside: Inside) -> Result<Response, Stop> {
    only_if_may(&inside, Action::InstallModel).await?;
    Ok(show_with(StatusCode::OK, &choose_form(&inside, Faults::default(), Vec::new())))
}

fn refused_file(inside: &Inside, text: String) -> Response {
    let faults = Faults(vec![("file".to_owned(), text)]);
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &choose_form(inside, faults, Vec::new()))
}

/// `POST /{m}/opsaetning/model/ny`
pub(crate) async fn preview(mut inside: Inside, mut parts: Multipart) -> Result<Response, Stop> {
    only_if_may(&inside, Action::InstallModel).await?;
    let t = inside.t();
    let uploaded = match received(&mut parts, MOST_BYTES).await {
        Ok(Some(uploaded)) if uploaded.bytes.len() > MOST_BYTES => {
            return Ok(refused_file(&inside, t.n("import-file-too-large", MOST_BYTES >> 20)));
        }
        Ok(Some(uploaded)) => uploaded,
        Ok(None) => return Ok(refused_file(&inside, t.say("fault-file-missing"))),
        Err(_) => return Ok(refused_file(&inside, t.say("import-file-broken-off"))),
    };
    let Ok(body) = String::from_utf8(uploaded.bytes) else {
        return Ok(refused_file(&inside, t.say("model-file-not-utf8")));
    };
    let read = match models::preview(&inside.visit.place, &uploaded.name, &body) {
        Ok(read) => read,
        Err(faults) => return Ok(faulty(&inside, &faults)),
    };
    if read.model.municipality.code != inside.visit.place.municipality.code {
        return Ok(refused_file(&inside, t.say("refused-model-other-municipality")));
    }
    let touched = models::touched(&mut inside.tx, &inside.visit.actor, &inside.visit.place, &read.model).await?;
    let tongue = tongue(&inside);
    let view = Preview {
        page: framed(&inside, "model-preview"),
        name: read.model.name.clone(),
        term: t.years(read.model.term),
        changes: read.changes.iter().map(|change| change.describe(tongue)).collect(),
        touched: touched.iter().map(|what| told(&inside, what)).collect(),
        body,
        install_href: inside.href("opsaetning/model/installer"),
        back: inside.href("opsaetning/model"),
    };
    Ok(show_with(StatusCode::OK, &view))
}

fn faulty(inside: &Inside, faults: &ModelFaults) -> Response {
    let tongue = tongue(inside);
    let wrong = faults.list.iter().map(|fault| Wrong {
        line: fault.place.line,
        column: fault.place.column,
        found: fault.found.clone(),
        says: fault.says(tongue),
        advises: fault.advises(tongue),
    });
    let wrong: Vec<Wrong> = wrong.collect();
    let summary = Faults(vec![("file".to_owned(), inside.t().n("model-faults", wrong.len()))]);
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &choose_form(inside, summary, wrong))
}

fn told(inside: &Inside, touched: &Touched) -> String {
    let (t, voice) = (inside.t(), &inside.voice);
    let (key, word, count) = match touched {
        Touched::Level(level, count) => ("model-touches-level", &voice.forms(&level.word).singular, count),
        Touched::UnitKind(kind, count) => ("model-touches-kind", &voice.forms(&kind.word).singular, count),
        Touched::Element(spec, count) => ("model-touches-element", &voice.spec(spec).plural, count),
    };
    t.say_with(key, &Args::new().text("word", word).count("count", *count))
}

/// `POST /{m}/opsaetning/model/installer`
pub(crate) async fn install(inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let body = Typed(typed).get("body").replace("\r\n", "\n");
    match deed!(inside, desk => models::install(&mut desk, &body)) {
        Ok(()) => Ok(inside.done(&Sentence::new("model-installed"), &inside.href("opsaetning/model")).await),
        Err(Ending::Refused(refused)) => {
            let text = inside.reasons(&refused).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
            Ok(refused_file(&inside, text))
        }
        Err(ending) => Err(ending.into()),
    }
}
