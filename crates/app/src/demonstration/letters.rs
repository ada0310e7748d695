//! Telling the strategy letters: who wrote them, gave input, answered it, sent them out and commented, and on which day.

use jiff::civil::Date;
use pejl_domain::letters::Letter;
use pejl_store::letters as kept;

use crate::ending::Ending;
use crate::letters::{self, CommentMade, InputGiven, InputSide};

use super::Folder;
use super::course::{Step, What};
use super::fault::NotImported;
use super::letter_file::{CommentEntry, InputEntry, LetterEntry};
use super::told::Teller;

/// Something that is done with a letter.
#[derive(Clone, Copy)]
pub(super) struct LetterDeed<'f> {
    entry: &'f LetterEntry,
    doing: Doing<'f>,
}

/// What is done. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
enum Doing<'f> {
    Start,
    OpenInput,
    Give(&'f InputEntry),
    CloseInput,
    Answer(usize),
    Write,
    Publish,
    Comment(&'f CommentEntry),
    CloseComments,
}

impl LetterDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self.doing {
            Doing::Start => 0,
            Doing::OpenInput => 1,
            Doing::Give(_) => 2,
            Doing::CloseInput => 3,
            Doing::Answer(_) => 4,
            Doing::Write => 5,
            Doing::Publish => 6,
            Doing::Comment(_) => 7,
            Doing::CloseComments => 8,
        }
    }

    /// What the entry is called in a fault.
    fn name(&self) -> String {
        let letter = format!("[[letter]] {}", self.entry.year);
        match self.doing {
            Doing::Give(input) => format!("{letter}, input by {} on {}", input.by, input.on),
            Doing::Answer(place) => format!("{letter}, input {}", place + 1),
            Doing::Comment(comment) => format!("{letter}, comment by {} on {}", comment.by, comment.on),
            Doing::Start | Doing::OpenInput | Doing::CloseInput | Doing::Write | Doing::Publish | Doing::CloseComments => letter,
        }
    }
}

/// Lays out every step of the letters: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, steps: &mut Vec<Step<'f>>) {
    for entry in &folder.letters.letters {
        let mut step = |on: Option<Date>, doing: Doing<'f>| {
            steps.extend(on.map(|on| Step { on, what: What::Letter(LetterDeed { entry, doing }) }));
        };
        step(Some(entry.started), Doing::Start);
        step(entry.round.map(|round| round.from), Doing::OpenInput);
        for (place, input) in entry.inputs.iter().enumerate() {
            step(Some(input.on), Doing::Give(input));
            step(input.answered, Doing::Answer(place));
        }
        step(entry.input_closed, Doing::CloseInput);
        step(entry.written, Doing::Write);
        step(entry.published, Doing::Publish);
        entry.comments.iter().for_each(|comment| step(Some(comment.on), Doing::Comment(comment)));
        step(entry.comments_closed, Doing::CloseComments);
    }
}

impl Teller<'_> {
    /// Does one step of a letter, by the person who would have done it.
    pub(super) async fn letter(&mut self, on: Date, deed: LetterDeed<'_>) -> Result<(), NotImported> {
        match deed.doing {
            Doing::Give(input) => self.give_letter_input(on, deed, input).await,
            Doing::Answer(place) => self.answer_input(on, deed, place).await,
            Doing::Comment(comment) => self.comment_letter(on, deed, comment).await,
            Doing::Start => {
                self.consultant(on).await?;
                let started = letters::start_letter(self.desk, deed.entry.year, deed.entry.proposal()).await;
                started.map(drop).map_err(|e| self.unsent(&deed, "starting", e))
            }
            Doing::OpenInput | Doing::CloseInput | Doing::Write | Doing::Publish | Doing::CloseComments => {
                self.move_letter(on, deed).await
            }
        }
    }

    fn unsent(&self, deed: &LetterDeed<'_>, what: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.letters_file, deed.name(), what, ending.into())
    }

    async fn letter_now(&mut self, deed: &LetterDeed<'_>) -> Result<Letter, NotImported> {
        let municipality = self.desk.municipality();
        let letter = kept::letter_at(&mut self.desk.tx, municipality, deed.entry.year).await;
        letter.map_err(|e| self.unsent(deed, "finding it (it is started later; mend the dates)", e))
    }

    async fn move_letter(&mut self, on: Date, deed: LetterDeed<'_>) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let Letter { id, version, .. } = self.letter_now(&deed).await?;
        let (what, done) = match (deed.doing, deed.entry.round) {
            (Doing::OpenInput, Some(round)) => {
                ("opening it to input", letters::open_letter_input(self.desk, id, version, round).await)
            }
            (Doing::CloseInput, _) => ("closing the input round", letters::close_letter_input(self.desk, id, version).await),
            (Doing::Write, _) => ("writing", letters::write_letter(self.desk, id, version, deed.entry.content()).await),
            (Doing::Publish, _) => ("publishing", letters::publish_letter(self.desk, id, version, false).await),
            _ => ("closing it to comments", letters::close_comments(self.desk, id, version).await),
        };
        done.map(drop).map_err(|e| self.unsent(&deed, what, e))
    }

    async fn give_letter_input(&mut self, on: Date, deed: LetterDeed<'_>, input: &InputEntry) -> Result<(), NotImported> {
        let (file, name) = (&self.folder.letters_file, deed.name());
        let side = match (&input.network, &input.unit) {
            (Some(network), _) => InputSide::Network(network.clone()),
            (None, Some(unit)) => InputSide::Unit(self.crew.unit(file, &name, unit)?.id),
            (None, None) => InputSide::Person,
        };
        let person = self.crew.person(file, &name, &input.by)?;
        let letter = self.letter_now(&deed).await?.id;
        self.seat(person, on).await?;
        let given = InputGiven { side, theme: input.theme.clone(), text: input.text.clone() };
        let done = letters::give_input(self.desk, letter, given).await;
        done.map(drop).map_err(|e| self.unsent(&deed, "giving input", e))
    }

    async fn answer_input(&mut self, on: Date, deed: LetterDeed<'_>, place: usize) -> Result<(), NotImported> {
        let fault = |right: &str| NotImported::entry(&self.folder.letters_file, deed.name(), right);
        let entry = deed.entry.inputs.get(place).ok_or_else(|| fault("there is no such input"))?;
        let became = entry.became.ok_or_else(|| fault("it is answered, but nothing says what became of it; write became"))?;
        self.consultant(on).await?;
        let letter = self.letter_now(&deed).await?.id;
        let rows = kept::inputs(&mut self.desk.tx, &self.desk.sight, letter).await?;
        let given = rows.into_iter().map(|row| row.input).find(|input| input.text == entry.text);
        let given = given.ok_or_else(|| {
            NotImported::entry(&self.folder.letters_file, deed.name(), "it is answered before it was given; mend on and answered")
        })?;
        let done = letters::answer_input(self.desk, given.id, given.version, became, entry.because.clone()).await;
        done.map(drop).map_err(|e| self.unsent(&deed, "saying what became of it", e))
    }

    async fn comment_letter(&mut self, on: Date, deed: LetterDeed<'_>, comment: &CommentEntry) -> Result<(), NotImported> {
        let person = self.crew.person(&self.folder.letters_file, &deed.name(), &comment.by)?;
        let letter = self.letter_now(&deed).await?.id;
        self.seat(person, on).await?;
        let made = CommentMade { theme: comment.theme.clone(), text: comment.text.clone() };
        let done = letters::comment(self.desk, letter, made).await;
        done.map(drop).map_err(|e| self.unsent(&deed, "commenting", e))
    }
}
