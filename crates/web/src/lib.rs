//! HTML: routes, forms, view models, templates.
//!
//! A page is a view model, a template and a handler with one name. Everything works without JavaScript. The six endings of a
//! deed become pages in `ending` and nowhere else.

mod accounts;
mod agreements;
mod assets;
mod cases;
mod chain;
mod ending;
mod forms;
mod history;
mod inside;
mod letters;
mod marks;
mod meetings;
mod models;
mod orgs;
mod overview;
mod page;
mod reminders;
mod rooms;
mod rounds;
mod router;
mod seminars;
mod session;
mod small_form;
mod upload;
mod voice;
mod wheel;

pub use assets::Assets;
pub use router::{Settings, router};

/// A sentence of the rules in words, with a municipality's own terms: for a caller without pages, the command line.
pub fn in_words(
    model: &std::sync::Arc<pejl_domain::models::Model>,
    lang: pejl_lang::Lang,
    sentence: &pejl_domain::Sentence,
) -> String {
    voice::Voice { speech: pejl_lang::Speech::new(lang), lang, model: std::sync::Arc::clone(model) }.tell(sentence)
}
