//! The life of a letter: started, written, put before the leaders, sent out.

use pejl_domain::letters::{InputRound, Letter, LetterContent, Publishing, YearThemes};
use pejl_domain::{Event, Refused};
use pejl_kernel::LetterId;
use pejl_policy::{Action, Facts, Permit};
use pejl_store::letters::{self, Sent};
use pejl_store::{Miss, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

/// Saves a letter and tells what happened to it; gives it back with the version it now has.
async fn save(desk: &mut Desk, permit: &Permit, mut letter: Letter, event: Event) -> Result<Letter, Ending> {
    letters::save_letter(&mut desk.tx, permit, desk.at, &letter, None, &event).await?;
    letter.version += 1;
    desk.tell(event);
    Ok(letter)
}

/// A letter that somebody who keeps letters has at hand, on the version that still stands.
async fn take(desk: &mut Desk, id: LetterId, version: i64) -> Result<(Letter, Permit), Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = desk.ask(Action::KeepLetter, &Facts::municipality())?;
    let letter = letters::letter(&mut desk.tx, municipality, id).await?;
    if letter.version == version { Ok((letter, permit)) } else { Err(Ending::Conflict) }
}

/// Starts the letter of a year, with what it begins with. Starting a letter that is there gives it back as it stands.
///
/// # Errors
/// Denied, refused by [`Letter::start`], or a fault.
pub async fn start_letter(desk: &mut Desk, year: i16, content: LetterContent) -> Result<Letter, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = desk.ask(Action::KeepLetter, &Facts::municipality())?;
    match letters::letter_at(&mut desk.tx, municipality, year).await {
        Ok(there) => return Ok(there),
        Err(Miss::NotFound) => {}
        Err(miss) => return Err(miss.into()),
    }
    let (letter, event) = Letter::start(LetterId::new(desk.mint()), year, &model, content)?;
    save(desk, &permit, letter, event).await
}

/// Changes what a letter says.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::write`], or a fault.
pub async fn write_letter(desk: &mut Desk, id: LetterId, version: i64, content: LetterContent) -> Result<Letter, Ending> {
    let model = desk.model();
    let (letter, permit) = take(desk, id, version).await?;
    let (letter, event) = letter.write(&model, content)?;
    save(desk, &permit, letter, event).await
}

/// Asks leaders for input from one day to another, or moves those days.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::open_input`], or a fault.
pub async fn open_letter_input(desk: &mut Desk, id: LetterId, version: i64, round: InputRound) -> Result<Letter, Ending> {
    let today = desk.today();
    let (letter, permit) = take(desk, id, version).await?;
    let (letter, event) = letter.open_input(round, today)?;
    save(desk, &permit, letter, event).await
}

/// Takes no more input.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::close_input`], or a fault.
pub async fn close_letter_input(desk: &mut Desk, id: LetterId, version: i64) -> Result<Letter, Ending> {
    let today = desk.today();
    let (letter, permit) = take(desk, id, version).await?;
    let (letter, event) = letter.close_input(today)?;
    save(desk, &permit, letter, event).await
}

/// Sends a letter out: its text is sealed, and what it asks stands in the model in force from now on, at this desk too.
/// Sending out what is sent out gives it back as it stands. `despite` says that somebody has seen how many inputs wait.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::publish`], or a fault.
pub async fn publish_letter(desk: &mut Desk, id: LetterId, version: i64, despite: bool) -> Result<Letter, Ending> {
    let (model, municipality, on) = (desk.model(), desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = desk.ask(Action::KeepLetter, &Facts::municipality())?;
    let letter = letters::letter(&mut desk.tx, municipality, id).await?;
    if letter.state.is_published() {
        return Ok(letter);
    }
    if letter.version != version {
        return Err(Ending::Conflict);
    }
    let unanswered = letters::unanswered(&mut desk.tx, municipality, id).await?;
    let (mut letter, sealed, event) = letter.publish(&model, Publishing { on, unanswered, despite })?;
    let asked = YearThemes::of(&letter);
    let sent = Sent { sealed: &sealed, asked: &asked };
    letters::save_letter(&mut desk.tx, &permit, desk.at, &letter, Some(sent), &event).await?;
    letter.version += 1;
    desk.tell(event);
    let (office, slug) = (desk.office().clone(), desk.place.municipality.slug.clone());
    if let Some(place) = office.place(&mut desk.tx, &slug).await? {
        desk.place = place;
    }
    Ok(letter)
}

/// Takes no more comments.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::close_comments`], or a fault.
pub async fn close_comments(desk: &mut Desk, id: LetterId, version: i64) -> Result<Letter, Ending> {
    turned(desk, id, version, Letter::close_comments).await
}

/// Takes comments again.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::reopen_comments`], or a fault.
pub async fn reopen_comments(desk: &mut Desk, id: LetterId, version: i64) -> Result<Letter, Ending> {
    turned(desk, id, version, Letter::reopen_comments).await
}

async fn turned(
    desk: &mut Desk,
    id: LetterId,
    version: i64,
    turn: fn(Letter) -> Result<(Letter, Event), Refused>,
) -> Result<Letter, Ending> {
    let (letter, permit) = take(desk, id, version).await?;
    let (letter, event) = turn(letter)?;
    save(desk, &permit, letter, event).await
}
