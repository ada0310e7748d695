//! Ord: everything the municipality calls by its own name, explained. Headings elsewhere lead here: `/ord#ord-goal`.

use askama::Template;
use axum::response::Response;
use pejl_domain::models::{Forms, Noun};

use super::address::Asked;
use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "overview/words.html")]
struct Words {
    page: Page,
    lead: String,
    source: String,
    chapters: Vec<Chapter>,
}

/// Words that belong together.
struct Chapter {
    id: &'static str,
    heading: String,
    entries: Vec<Entry>,
}

struct Entry {
    anchor: String,
    word: String,
    plural: String,
    explanation: String,
    /// Where what is called so is to be seen; "" where it is no list.
    href: String,
}

/// `/{m}/ord`
pub(crate) async fn words(inside: Inside) -> Result<Response, Stop> {
    let (t, voice) = (inside.t(), &inside.voice);
    let model = &voice.model;
    let entry = |anchor: String, forms: &Forms, href: String| Entry {
        anchor: format!("ord-{anchor}"),
        word: capital(&forms.singular),
        plural: if forms.plural == forms.singular { String::new() } else { forms.plural.clone() },
        explanation: forms.explanation.clone(),
        href,
    };
    let chain = model.elements.iter().map(|spec| {
        let asked = Asked::table(|a| a.spec = Some(spec.key.clone()));
        let href = if spec.kind.is_beside() { String::new() } else { inside.href(&asked.rest()) };
        entry(spec.key.to_string(), voice.spec(spec), href)
    });
    let levels = model.levels.iter().map(|level| entry(format!("niveau-{}", level.key), voice.forms(&level.word), String::new()));
    let kinds = model.unit_kinds.iter().map(|kind| entry(format!("enhed-{}", kind.key), voice.forms(&kind.word), String::new()));
    let nouns = Noun::ALL.iter().map(|noun| entry(noun.as_str().to_owned(), voice.noun(*noun), String::new()));
    let chapter = |id: &'static str, key: &str, entries: Vec<Entry>| Chapter { id, heading: t.say(key), entries };
    let title = t.say("overview-words");
    let mut chapters = vec![
        chapter("kaeden", "overview-words-chain", chain.collect()),
        chapter("niveauer", "overview-words-levels", levels.collect()),
        chapter("enheder", "overview-words-units", kinds.collect()),
        chapter("alle", "overview-words-nouns", nouns.collect()),
    ];
    chapters.retain(|chapter| !chapter.entries.is_empty());
    let view = Words {
        lead: t.a("overview-words-lead", "municipality", &inside.visit.place.municipality.name),
        source: t.say_with(
            "overview-words-source",
            &pejl_lang::Args::new().text("source", &model.source).text("term", t.years(model.term)),
        ),
        chapters,
        page: inside.page(Room::Chain, title.clone()).crumb(t.say("menu-chain"), inside.href("kaeden")).here(title),
    };
    Ok(show(&view))
}
