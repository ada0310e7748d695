//! The letters, year by year; and the start of a new one.

use askama::Template;
use axum::Form;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::letters::{self, Listed, before};
use pejl_domain::letters::{Letter, LetterContent, LetterState};
use pejl_kernel::Line;
use pejl_lang::Args;
use pejl_policy::Action;

use super::loading::{front, href_of, must, state_sign, state_word};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, Room, deed, may};
use crate::page::{Page, show};
use crate::rooms::{RoomLink, rooms};
use crate::small_form::SmallForm;

#[derive(Template)]
#[template(path = "letters/list.html")]
struct List {
    page: Page,
    rooms: Vec<RoomLink>,
    lead: String,
    letters: Vec<LetterLine>,
    new_href: Option<String>,
    empty: String,
}

struct LetterLine {
    title: String,
    href: Option<String>,
    state: &'static str,
    state_word: String,
    about: Vec<String>,
}

/// `/{m}/strategibrev`
pub(crate) async fn list(mut inside: Inside) -> Result<Response, Stop> {
    let rooms = rooms(&mut inside, "strategibrev").await?;
    let all = letters::letters(&mut inside.tx, &inside.visit.sight, &inside.visit.actor).await?;
    let keeps = may(&inside, Action::KeepLetter);
    let t = inside.t();
    let title = t.say("letters-title");
    Ok(show(&List {
        page: inside.page(Room::Meetings, title.clone()).here(title),
        rooms,
        lead: t.say("letters-lead"),
        letters: all.iter().map(|listed| line(&inside, listed)).collect(),
        new_href: keeps.then(|| inside.href("strategibrev/nyt")),
        empty: t.say(if keeps { "letters-empty-keeper" } else { "letters-empty-text" }),
    }))
}

fn line(inside: &Inside, listed: &Listed) -> LetterLine {
    let (t, row) = (inside.t(), &listed.row);
    let letter = &row.letter;
    let mut about = Vec::new();
    if let Some(day) = letter.published {
        about.push(t.a("letters-published-on", "date", t.date(day)));
    }
    if let (LetterState::InputOpen, Some(round)) = (letter.state, letter.input) {
        about.push(t.a("letters-input-until", "date", t.date(round.to)));
    }
    if row.inputs > 0 {
        about.push(t.n("letters-inputs", row.inputs));
    }
    if row.waiting > 0 && may(inside, Action::KeepLetter) {
        about.push(t.n("letters-inputs-waiting", row.waiting));
    }
    if row.comments > 0 {
        about.push(t.n("letters-comments-count", row.comments));
    }
    LetterLine {
        title: letter.content.title.to_string(),
        href: listed.is_read.then(|| href_of(inside, letter)),
        state: state_sign(letter.state),
        state_word: state_word(inside, letter.state),
        about,
    }
}

/// The year that the next letter is for: the one after the newest there is, else next year.
fn next_year(inside: &Inside, all: &[Listed]) -> i16 {
    let this_year = inside.visit.actor.on.year();
    all.first().map_or(this_year + 1, |newest| newest.row.letter.year.saturating_add(1))
}

fn start_form(inside: &Inside, last: Option<&Letter>, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let mut fields = vec![
        make.named("year", "letters-year", Input::Short).required().hint(t.say("letters-year-hint")),
        make.named("title", "common-title", Input::Line).hint(t.say("letters-title-hint")),
    ];
    if let Some(last) = last {
        let choice = Choice::new("1", t.a("letters-begin-from", "year", last.year), typed.ticked("from-last"));
        fields.push(make.named("from-last", "letters-begin", Input::Boxes(vec![choice])).hint(t.say("letters-begin-hint")));
    }
    let title = t.say("letters-start");
    let page = front(inside, title.clone()).here(title);
    let form = SmallForm::new(inside, page, String::new(), inside.href("strategibrev"), fields, faults);
    SmallForm { lead: t.say("letters-start-lead"), submit: t.say("letters-start-do"), ..form }
}

/// The last letter that was sent out, for the headings and themes of the next.
async fn last(inside: &mut Inside, year: i16) -> Result<Option<Letter>, Stop> {
    let municipality = inside.visit.sight.municipality();
    Ok(before(&mut inside.tx, municipality, year).await?)
}

/// `GET /{m}/strategibrev/nyt`
pub(crate) async fn start_page(mut inside: Inside) -> Result<Response, Stop> {
    must(&inside, Action::KeepLetter)?;
    let all = letters::letters(&mut inside.tx, &inside.visit.sight, &inside.visit.actor).await?;
    let year = next_year(&inside, &all);
    let last = last(&mut inside, year).await?;
    let typed = Typed::default().with("year", year.to_string()).with("from-last", "1");
    Ok(start_form(&inside, last.as_ref(), &typed, &Faults::default()).show())
}

/// `POST /{m}/strategibrev/nyt`
pub(crate) async fn start(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    must(&inside, Action::KeepLetter)?;
    let typed = Typed(typed);
    let t = inside.t();
    let mut reader = Reader::new(&typed, t, inside.visit.actor.on);
    let year = typed.get("year").trim().parse::<i16>().ok();
    if year.is_none() {
        reader.fault("year", t.say("letters-year-fault"));
    }
    let title: Option<Line<200>> = reader.maybe_line("title");
    let faults = reader.faults;
    let last = last(&mut inside, year.unwrap_or(i16::MAX)).await?;
    let (Some(year), true) = (year, faults.is_empty()) else {
        return Ok(start_form(&inside, last.as_ref(), &typed, &faults).show());
    };
    let own = || Line::parse(&t.a("letters-title-of", "year", year)).map_err(|_| Ending::NotFound);
    let title = title.map_or_else(own, Ok)?;
    let content = match last.as_ref().filter(|_| typed.ticked("from-last")) {
        Some(last) => LetterContent::begun_from(title, &last.content),
        None => LetterContent::titled(title),
    };
    match deed!(inside, desk => letters::start_letter(&mut desk, year, content)) {
        Ok(letter) => Ok(inside.done(&letter.sentence("letters-started"), &href_of(&inside, &letter)).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(start_form(&inside, last.as_ref(), &typed, &faults).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// How much was said, in one sentence: so many inputs, so many taken in; what there is none of is left out.
pub(super) fn counted(inside: &Inside, became: [usize; 4]) -> String {
    let t = inside.t();
    let keys = ["letters-count-taken-in", "letters-count-partly", "letters-count-not", "letters-inputs-waiting"];
    let parts = keys.into_iter().zip(became).filter(|(_, many)| *many > 0);
    let parts: Vec<String> = parts.map(|(key, many)| t.n(key, many)).collect();
    let all = t.n("letters-inputs", became.iter().sum::<usize>());
    t.say_with("letters-inputs-became", &Args::new().text("all", all).text("parts", t.and_list(&parts)))
}
