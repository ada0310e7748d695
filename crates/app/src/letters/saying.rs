//! What leaders say to a letter before it is sent out, what became of it, and what everybody says after.

use pejl_domain::letters::{Became, Comment, Given, Input, InputFrom, Letter};
use pejl_domain::models::Key;
use pejl_domain::rounds::Stamp;
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{LetterCommentId, LetterId, LetterInputId, Line, Prose, UnitId};
use pejl_policy::{Action, Facts, Permit};
use pejl_store::{letters, orgs, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

/// For whom somebody gives input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputSide {
    /// A network of leaders.
    Network(Line<200>),
    /// A unit.
    Unit(UnitId),
    /// Themselves.
    Person,
}

/// An input as it is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputGiven {
    /// For whom.
    pub side: InputSide,
    /// The theme it is about.
    pub theme: Option<Key>,
    /// What is said.
    pub text: Prose,
}

/// A comment as it is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommentMade {
    /// The theme it is about.
    pub theme: Option<Key>,
    /// What is said.
    pub text: Prose<4_000>,
}

fn stamp(desk: &Desk, permit: &Permit) -> Result<Stamp, Ending> {
    let person = permit.person().ok_or(Ending::NotFound)?;
    Ok(Stamp { person, standing_in_for: permit.standing_in_for(), at: desk.at })
}

/// A letter that everybody knows of; whoever keeps letters knows of all.
async fn known(desk: &mut Desk, id: LetterId) -> Result<Letter, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let letter = letters::letter(&mut desk.tx, municipality, id).await?;
    let keeps = desk.ask(Action::KeepLetter, &Facts::municipality()).is_ok();
    if keeps || letter.state.is_known_to_all() { Ok(letter) } else { Err(Ending::NotFound) }
}

/// Gives input. Giving the same in the same words once more gives back what stands: pressing twice does no harm.
///
/// # Errors
/// Not found, denied, refused by [`Letter::take_input`] or for a unit that the giver has no post in, or a fault.
pub async fn give_input(desk: &mut Desk, letter: LetterId, given: InputGiven) -> Result<Input, Ending> {
    let (municipality, today) = (desk.municipality(), desk.today());
    let letter = known(desk, letter).await?;
    let permit = desk.ask(Action::GiveLetterInput, &Facts::municipality())?;
    let from = match given.side {
        InputSide::Network(name) => InputFrom::Network(name),
        InputSide::Person => InputFrom::Person,
        InputSide::Unit(unit) => {
            let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
            let is_own = desk.actor.posts.iter().any(|post| post.unit == unit.id);
            if !is_own && desk.ask(Action::KeepLetter, &Facts::municipality()).is_err() {
                let sentence = Sentence::new("refused-letter-input-other-unit").text("unit", unit.content.name.as_str());
                return Err(Refused::at("unit", sentence).into());
            }
            InputFrom::Unit(unit.id, unit.content.name.clone())
        }
    };
    let input = Input {
        id: LetterInputId::new(desk.mint()),
        letter: letter.id,
        from,
        theme: given.theme,
        text: given.text,
        stamp: stamp(desk, &permit)?,
        became: None,
        version: 0,
    };
    let (mut input, event) = letter.take_input(input, today)?;
    if let Some(there) = letters::same_input(&mut desk.tx, municipality, &input).await? {
        return Ok(there);
    }
    letters::save_input(&mut desk.tx, &permit, desk.at, &input, &event).await?;
    input.version += 1;
    desk.tell(event);
    Ok(input)
}

/// Says what became of an input.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Letter::answer_input`], or a fault.
pub async fn answer_input(
    desk: &mut Desk,
    id: LetterInputId,
    version: i64,
    became: Became,
    because: Prose<2_000>,
) -> Result<Input, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = desk.ask(Action::KeepLetter, &Facts::municipality())?;
    let input = letters::input(&mut desk.tx, municipality, id).await?;
    let letter = letters::letter(&mut desk.tx, municipality, input.letter).await?;
    if input.version != version {
        return Err(Ending::Conflict);
    }
    let (mut input, event) = letter.answer_input(input, Given { became, because, stamp: stamp(desk, &permit)? })?;
    letters::save_input(&mut desk.tx, &permit, desk.at, &input, &event).await?;
    input.version += 1;
    desk.tell(event);
    Ok(input)
}

/// Comments on a letter that was sent out. Saying the same once more does nothing.
///
/// # Errors
/// Not found, denied, refused by [`Letter::take_comment`], or a fault.
pub async fn comment(desk: &mut Desk, letter: LetterId, made: CommentMade) -> Result<LetterCommentId, Ending> {
    let municipality = desk.municipality();
    let letter = known(desk, letter).await?;
    let permit = desk.ask(Action::CommentLetter, &Facts::municipality())?;
    let comment = Comment {
        id: LetterCommentId::new(desk.mint()),
        letter: letter.id,
        theme: made.theme,
        text: made.text,
        stamp: stamp(desk, &permit)?,
    };
    let (comment, event) = letter.take_comment(comment)?;
    if let Some(there) = letters::same_comment(&mut desk.tx, municipality, &comment).await? {
        return Ok(there);
    }
    letters::save_comment(&mut desk.tx, &permit, desk.at, &comment, &event).await?;
    desk.tell(event);
    Ok(comment.id)
}
