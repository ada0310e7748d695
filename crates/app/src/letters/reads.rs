//! What the pages of strategy letters show. A letter that is being written is there for those who keep letters alone.

use jiff::civil::Date;
use pejl_domain::agreements::AgreementState;
use pejl_domain::letters::{Input, Letter, LetterState, SealedLetter, YearThemes};
use pejl_domain::models::Model;
use pejl_kernel::LetterInputId;
use pejl_policy::{Action, Actor, Facts, Sight, decide};
use pejl_store::agreements::{AgreementAsk, AgreementRow, Meant, Missing, agreements};
use pejl_store::letters::{self, CommentRow, InputRow, LetterRow};
use pejl_store::{Fault, Tx, audit};

use crate::ending::Ending;
use crate::office::Place;

/// How many agreements a letter's reach names; the rest are counted.
pub const MOST_REACHED: i64 = 500;

/// How much of a letter's history its page shows.
const MOST_LINES: i64 = 60;

/// Whether somebody keeps letters.
pub fn may_keep(actor: &Actor) -> bool {
    decide(actor, Action::KeepLetter, &Facts::municipality()).is_ok()
}

/// A letter on the list, with whether this reader may open it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// The letter, with how much was said to it.
    pub row: LetterRow,
    /// Whether its text is there for them.
    pub is_read: bool,
}

/// Every letter that this reader may know of, the newest year first. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn letters(tx: &mut Tx, sight: &Sight, actor: &Actor) -> Result<Vec<Listed>, Fault> {
    let keeps = may_keep(actor);
    let rows = letters::letters(tx, sight).await?.into_iter();
    let known = rows.filter(|row| keeps || row.letter.state.is_known_to_all());
    Ok(known.map(|row| Listed { is_read: keeps || row.letter.state.is_read_by_all(), row }).collect())
}

/// The letter to lead to where one is led to: the newest that this reader may read. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn newest(tx: &mut Tx, sight: &Sight, actor: &Actor) -> Result<Option<Letter>, Fault> {
    let all = letters(tx, sight, actor).await?;
    Ok(all.into_iter().find(|listed| listed.is_read).map(|listed| listed.row.letter))
}

/// Something that somebody has to do about a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LetterTask {
    /// What.
    pub of: LetterTaskOf,
    /// The letter's year.
    pub year: i16,
    /// The last day; `None` where there is none.
    pub due: Option<Date>,
    /// Whether it has passed.
    pub is_late: bool,
    /// How many inputs it is about; 0 where it is about none.
    pub count: usize,
}

/// What has to be done about a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LetterTaskOf {
    /// Give input, for whoever leads and has not.
    Give,
    /// Close the round, whose last day has passed.
    Close,
    /// Say what became of the input.
    Answer,
}

impl LetterTaskOf {
    /// As it is spelled at the end of catalogue keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Give => "give",
            Self::Close => "close",
            Self::Answer => "answer",
        }
    }
}

/// What somebody has to do about strategy letters. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, sight: &Sight, actor: &Actor) -> Result<Vec<LetterTask>, Fault> {
    let letters = letters::under_way(tx, sight).await?;
    Ok(letters.iter().flat_map(|letter| tasks_in(letter, letter.has_given, actor)).collect())
}

/// What each of these people has to do about strategy letters, in their order. Two statements, however many they are.
///
/// # Errors
/// A fault of the database.
pub async fn tasks_of_all(tx: &mut Tx, sight: &Sight, actors: &[Actor]) -> Result<Vec<Vec<LetterTask>>, Fault> {
    let letters = letters::under_way(tx, sight).await?;
    let givers = letters::givers(tx, sight).await?;
    let has_given = |actor: &Actor, year: i16| givers.iter().any(|(of, by)| *of == year && actor.person() == Some(*by));
    let of = |actor: &Actor| letters.iter().flat_map(|letter| tasks_in(letter, has_given(actor, letter.year), actor)).collect();
    Ok(actors.iter().map(of).collect())
}

fn tasks_in(letter: &letters::UnderWay, has_given: bool, actor: &Actor) -> Vec<LetterTask> {
    let (on, keeps) = (actor.on, may_keep(actor));
    let gives = decide(actor, Action::GiveLetterInput, &Facts::municipality()).is_ok();
    let (year, due) = (letter.year, letter.round.to);
    let is_open = letter.state == LetterState::InputOpen;
    let task = |of, due: Option<Date>, count| LetterTask { of, year, due, is_late: due.is_some_and(|due| due < on), count };
    let mut tasks = Vec::new();
    if gives && !keeps && is_open && letter.round.takes(on) && !has_given {
        tasks.push(task(LetterTaskOf::Give, Some(due), 0));
    }
    if keeps && is_open && due < on {
        tasks.push(task(LetterTaskOf::Close, Some(due), 0));
    }
    if keeps && letter.waiting > 0 && (!is_open || due < on) {
        tasks.push(task(LetterTaskOf::Answer, None, letter.waiting));
    }
    tasks
}

/// The letter of a year.
///
/// # Errors
/// Not found, also where this reader may not know of it; or a fault.
pub async fn letter_at(tx: &mut Tx, sight: &Sight, actor: &Actor, year: i16) -> Result<Letter, Ending> {
    let letter = letters::letter_at(tx, sight.municipality(), year).await?;
    if may_keep(actor) || letter.state.is_known_to_all() { Ok(letter) } else { Err(Ending::NotFound) }
}

/// Every input to a letter, oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn inputs(tx: &mut Tx, sight: &Sight, letter: &Letter) -> Result<Vec<InputRow>, Fault> {
    letters::inputs(tx, sight, letter.id).await
}

/// One input to a letter.
///
/// # Errors
/// Not found, also where it is to another letter; or a fault.
pub async fn input(tx: &mut Tx, sight: &Sight, letter: &Letter, id: LetterInputId) -> Result<Input, Ending> {
    let input = letters::input(tx, sight.municipality(), id).await?;
    if input.letter == letter.id { Ok(input) } else { Err(Ending::NotFound) }
}

/// Every comment on a letter, oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn comments(tx: &mut Tx, sight: &Sight, letter: &Letter) -> Result<Vec<CommentRow>, Fault> {
    letters::comments(tx, sight, letter.id).await
}

/// The text as it was sent out, and whether its seal still fits it.
///
/// # Errors
/// Not found, also before it was sent out; or a fault.
pub async fn sealed(tx: &mut Tx, sight: &Sight, letter: &Letter) -> Result<(String, bool), Ending> {
    let (text, seal) = letters::body(tx, sight.municipality(), letter.id).await?;
    if seal.is_empty() {
        return Err(Ending::NotFound);
    }
    let fits = SealedLetter::read(&text, &seal).is_some_and(|sealed| sealed.frozen.content == letter.content);
    Ok((text, fits))
}

/// The agreements of a letter's year that do not answer what it asks, by what that means for them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// Being written: they must answer before they are submitted.
    pub written: Vec<AgreementRow>,
    /// Submitted: they are approved without, or sent back to answer.
    pub submitted: Vec<AgreementRow>,
    /// In force, or reported on: without the letter's themes until they are amended.
    pub in_force: Vec<AgreementRow>,
    /// How many there are in all; more than are named where there are more than [`MOST_REACHED`].
    pub total: usize,
}

/// Which agreements a letter reaches, or would reach were it published now: those this reader is party to or works over, that
/// run in its year and leave one of its themes unanswered. Two statements; none where it asks nothing.
///
/// # Errors
/// A fault of the database.
pub async fn reach(tx: &mut Tx, sight: &Sight, place: &Place, letter: &Letter) -> Result<Reach, Fault> {
    let asked = YearThemes::of(letter).in_model(&place.model);
    if asked.is_empty() {
        return Ok(Reach::default());
    }
    let model = Model { themes: asked, ..(*place.model).clone() };
    let ask = AgreementAsk {
        meant: Meant::of(&model),
        year: Some(letter.year),
        missing: Some(Missing::Theme),
        most: MOST_REACHED,
        ..AgreementAsk::default()
    };
    let (rows, total) = agreements(tx, sight, &ask).await?;
    let mut reach = Reach { total, ..Reach::default() };
    for row in rows {
        match row.agreement.state {
            AgreementState::Draft | AgreementState::Hearing | AgreementState::Dialogue | AgreementState::Returned => {
                reach.written.push(row);
            }
            AgreementState::Submitted => reach.submitted.push(row),
            AgreementState::Approved | AgreementState::Reported | AgreementState::Closed | AgreementState::Withdrawn => {
                reach.in_force.push(row);
            }
        }
    }
    Ok(reach)
}

/// What happened to a letter, newest first. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, sight: &Sight, letter: &Letter) -> Result<Vec<audit::Line>, Fault> {
    audit::history(tx, sight, letter.id.0, MOST_LINES).await
}
