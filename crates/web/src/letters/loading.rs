//! What the pages of strategy letters take up before they can be shown: the letter of an address, its frame, its state in words.

use axum::response::Response;
use pejl_app::{Ending, letters};
use pejl_domain::letters::{Letter, LetterState, LetterVerb};
use pejl_kernel::Prose;
use pejl_policy::{Action, Facts, decide};

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::Faults;
use crate::inside::{Inside, Room};
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::capital;

/// The letter that an address names, where this reader may know of it.
pub(super) async fn the_letter(inside: &mut Inside, year: &str) -> Result<Letter, Stop> {
    let year = year.parse::<i16>().map_err(|_| Ending::NotFound)?;
    Ok(letters::letter_at(&mut inside.tx, &inside.visit.sight, &inside.visit.actor, year).await?)
}

/// The letter that an address names, for whoever keeps letters; anybody else is told who does.
pub(super) async fn the_kept_letter(inside: &mut Inside, year: &str) -> Result<Letter, Stop> {
    must(inside, Action::KeepLetter)?;
    the_letter(inside, year).await
}

/// The letter that a form of an address changes, where the letter stands so that it can; else the way back to it.
pub(super) async fn the_letter_to(inside: &mut Inside, year: &str, verb: LetterVerb) -> Result<Result<Letter, Response>, Stop> {
    let letter = the_kept_letter(inside, year).await?;
    if letter.allows(verb) { Ok(Ok(letter)) } else { Ok(Err(crate::page::go(&href_of(inside, &letter)))) }
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may.
pub(super) fn must(inside: &Inside, action: Action) -> Result<(), Stop> {
    decide(&inside.visit.actor, action, &Facts::municipality()).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// The address of a letter: `/silkeborg/strategibrev/2015`.
pub(super) fn href_of(inside: &Inside, letter: &Letter) -> String {
    inside.href(&format!("strategibrev/{}", letter.year))
}

/// The frame of a page in the room, without its last step.
pub(super) fn front(inside: &Inside, title: String) -> Page {
    inside.page(Room::Meetings, title).crumb(inside.t().say("letters-title"), inside.href("strategibrev"))
}

/// The frame of a page of a letter: the room, the letter, and what is done to it.
pub(super) fn page_of(inside: &Inside, letter: &Letter, title: String) -> Page {
    front(inside, title.clone()).crumb(letter.year.to_string(), href_of(inside, letter)).here(title)
}

/// A letter's state in words.
pub(super) fn state_word(inside: &Inside, state: LetterState) -> String {
    capital(&inside.t().say(&format!("letter-state-{}", state.as_str())))
}

/// The sign that stands before the word: the shapes of elements, so that one shape means one thing everywhere.
pub(super) const fn state_sign(state: LetterState) -> &'static str {
    match state {
        LetterState::Draft | LetterState::Writing => "draft",
        LetterState::InputOpen => "proposed",
        LetterState::Published => "adopted",
        LetterState::Closed => "closed",
    }
}

/// The paragraphs of a text, as the letter sets them.
pub(super) fn paragraphs<const MOST: usize>(text: &Prose<MOST>) -> Vec<String> {
    text.paragraphs().map(str::to_owned).collect()
}

/// A small form about a letter, with its fields and the faults beside them.
pub(super) fn form_about(inside: &Inside, letter: &Letter, title: String, fields: Vec<Field>, faults: &Faults) -> SmallForm {
    let (page, kicker) = (page_of(inside, letter, title), letter.content.title.to_string());
    SmallForm { version: letter.version, ..SmallForm::new(inside, page, kicker, href_of(inside, letter), fields, faults) }
}
