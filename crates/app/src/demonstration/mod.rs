//! The demonstration: municipalities entered from files, through the same deeds that people use, each on the day it would have
//! been done and by the person who would have done it, so that the history and the audit trail are real.
//!
//! `files` is what the files hold (docs/demonstration.md describes them to whoever writes one); `people` enters the
//! organisation; `course` lays out who did what when; `told` does it, with a module for each subject's file. A municipality is
//! entered whole or not at all.

mod agreement_file;
mod agreements;
mod case_file;
mod cases;
mod course;
mod fault;
mod files;
mod letter_file;
mod letters;
mod meeting_file;
mod meetings;
mod people;
mod round_file;
mod rounds;
mod seminar_file;
mod seminars;
mod told;
mod wheel;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use pejl_kernel::clock::{danish_date, danish_instant};
use pejl_policy::Actor;
use pejl_store::models as kept;

use crate::accounts::Password;
use crate::desk::Desk;
use crate::models::{self, NotInstalled};
use crate::office::Office;

use agreement_file::AgreementsFile;
use case_file::CasesFile;
pub use fault::NotImported;
use files::{ChainFile, OrganisationFile};
use letter_file::LettersFile;
use meeting_file::MeetingsFile;
use round_file::RoundsFile;
use seminar_file::SeminarsFile;
use wheel::WheelFile;

/// What was entered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Each municipality of the folder, by folder name.
    pub municipalities: Vec<Entered>,
}

/// One municipality of the folder.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entered {
    /// Its folder, which is the first segment of its addresses.
    pub slug: String,
    /// Whether it was there before; then nothing else was done.
    pub was_there: bool,
    /// How many units were entered.
    pub units: usize,
    /// How many people.
    pub people: usize,
    /// How many of them can log in.
    pub logins: usize,
    /// How many elements of the chain.
    pub elements: usize,
    /// How many stances.
    pub stances: usize,
    /// How many agreements.
    pub agreements: usize,
    /// How many follow-up rounds.
    pub rounds: usize,
    /// How many reports on goals have been written in them.
    pub reports: usize,
    /// How many steps of the wheel were moved, entrusted or closed.
    pub steps: usize,
    /// How many goal seminars.
    pub seminars: usize,
    /// How many cases.
    pub cases: usize,
    /// How many dialogue meetings.
    pub meetings: usize,
}

/// The files of one municipality, read.
struct Folder {
    slug: String,
    model_file: PathBuf,
    model: String,
    organisation_file: PathBuf,
    organisation: OrganisationFile,
    chain_file: PathBuf,
    chain: ChainFile,
    agreements_file: PathBuf,
    agreements: AgreementsFile,
    rounds_file: PathBuf,
    rounds: RoundsFile,
    letters_file: PathBuf,
    letters: LettersFile,
    wheel_file: PathBuf,
    wheel: WheelFile,
    seminars_file: PathBuf,
    seminars: SeminarsFile,
    cases_file: PathBuf,
    cases: CasesFile,
    meetings_file: PathBuf,
    meetings: MeetingsFile,
}

/// Enters every municipality that has a folder in `dir`, with its model from `models_dir/<slug>.toml`. One that is there
/// already is passed over. Every login gets the same password.
///
/// # Errors
/// [`NotImported`], naming the file, the entry and what would be right. Municipalities entered before it stay; of the one with
/// the fault nothing does.
pub async fn import(office: &Office, dir: &Path, models_dir: &Path, password: Password) -> Result<Summary, NotImported> {
    let password_hash = password.hashed().await?;
    let mut summary = Summary::default();
    for slug in folders(dir)? {
        let entered = if is_there(office, &slug).await? {
            Entered { slug, was_there: true, ..Entered::default() }
        } else {
            enter(office, &Folder::read(&slug, dir, models_dir)?, &password_hash).await?
        };
        summary.municipalities.push(entered);
    }
    Ok(summary)
}

/// The names of the folders in a folder, in alphabetical order.
fn folders(dir: &Path) -> Result<Vec<String>, NotImported> {
    let unreadable = |cause| NotImported::Unreadable { file: dir.to_owned(), cause };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

async fn is_there(office: &Office, slug: &str) -> Result<bool, NotImported> {
    let mut tx = office.db().read().await?;
    Ok(kept::municipality_at(&mut tx, slug).await?.is_some())
}

fn text_of(file: &Path) -> Result<String, NotImported> {
    std::fs::read_to_string(file).map_err(|cause| NotImported::Unreadable { file: file.to_owned(), cause })
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T, NotImported> {
    toml::from_str(&text_of(file)?).map_err(|cause| NotImported::Malformed { file: file.to_owned(), cause: Box::new(cause) })
}

/// A file that a folder may be without: then nothing is in it.
fn read_if_there<T: serde::de::DeserializeOwned + Default>(file: &Path) -> Result<T, NotImported> {
    if file.exists() { read(file) } else { Ok(T::default()) }
}

impl Folder {
    fn read(slug: &str, dir: &Path, models_dir: &Path) -> Result<Self, NotImported> {
        let file = |name: &str| dir.join(slug).join(name);
        let (organisation_file, chain_file) = (file("organisation.toml"), file("chain.toml"));
        let (agreements_file, rounds_file) = (file("agreements.toml"), file("rounds.toml"));
        let letters_file = file("letters.toml");
        let seminars_file = file("seminars.toml");
        let cases_file = file("cases.toml");
        let model_file = models_dir.join(format!("{slug}.toml"));
        Ok(Self {
            slug: slug.to_owned(),
            model: text_of(&model_file)?,
            model_file,
            organisation: read(&organisation_file)?,
            organisation_file,
            chain: read(&chain_file)?,
            chain_file,
            agreements: read_if_there(&agreements_file)?,
            agreements_file,
            rounds: read_if_there(&rounds_file)?,
            rounds_file,
            letters: read_if_there(&letters_file)?,
            letters_file,
            wheel: read_if_there(&file("wheel.toml"))?,
            wheel_file: file("wheel.toml"),
            seminars: read_if_there(&seminars_file)?,
            seminars_file,
            cases: read_if_there(&cases_file)?,
            cases_file,
            meetings: read_if_there(&file("meetings.toml"))?,
            meetings_file: file("meetings.toml"),
        })
    }

    /// The last day on which anything happens: the day the municipality stands on, else today.
    fn last_day(&self, today: Date) -> Date {
        self.organisation.stands_on.unwrap_or(today)
    }

    /// The first day of anything: before it there is no municipality to do deeds in.
    fn first_day(&self) -> Date {
        self.organisation.units.iter().map(|u| u.from).min().unwrap_or_else(|| date(2018, 1, 1))
    }
}

async fn enter(office: &Office, folder: &Folder, password_hash: &str) -> Result<Entered, NotImported> {
    let mut hours = Hours::default();
    let at = hours.next(folder.first_day());
    let mut tx = office.db().write().await?;
    let file = folder.model_file.display().to_string();
    let place = models::found_in(office, &mut tx, at, &file, &folder.model).await.map_err(|e| match e {
        NotInstalled::Faults(faults) => NotImported::Model { file: folder.model_file.clone(), faults },
        NotInstalled::Ending(ending) => {
            NotImported::deed(&folder.model_file, "[municipality]", "entering the municipality", ending)
        }
    })?;
    let operator = Actor::operator(place.municipality.id, danish_date(at));
    let mut desk = Desk::with(office, tx, operator, place, at);
    let last_day = folder.last_day(office.today());
    let crew = people::enter(&mut desk, folder, &mut hours, last_day, password_hash).await?;
    let steps = course::lay_out(folder, &crew, last_day)?;
    told::tell(&mut desk, folder, &crew, &mut hours, steps).await?;
    if let Some(day) = folder.organisation.stands_on {
        let at = hours.next(day);
        desk.pass_to(Actor::operator(desk.municipality(), day), at);
        models::stand_on(&mut desk, Some(day))
            .await
            .map_err(|e| NotImported::deed(&folder.organisation_file, "stands-on", "letting it stand on a day", e))?;
    }
    desk.tx.commit().await?;
    Ok(Entered {
        slug: folder.slug.clone(),
        was_there: false,
        units: folder.organisation.units.len(),
        people: folder.organisation.people.len(),
        logins: crew.logins,
        elements: folder.chain.elements.len(),
        stances: folder.chain.stances.len(),
        agreements: folder.agreements.agreements.len(),
        rounds: folder.rounds.rounds.len(),
        reports: folder.rounds.rounds.iter().map(|round| round.reports.len()).sum(),
        steps: folder.wheel.steps.len(),
        seminars: folder.seminars.seminars.len(),
        cases: folder.cases.cases.len(),
        meetings: folder.meetings.meetings.len(),
    })
}

/// The minutes of working days, given out in turn: deeds on the same day are told a minute apart, from nine o'clock until the
/// day is full.
#[derive(Default)]
struct Hours {
    day: Option<Date>,
    given: i16,
}

impl Hours {
    const OPENS: i16 = 9 * 60;
    const MOST: i16 = 12 * 60;

    /// The next instant on a day.
    fn next(&mut self, day: Date) -> Timestamp {
        self.given = if self.day == Some(day) { (self.given + 1).min(Self::MOST) } else { 0 };
        self.day = Some(day);
        let minute = Self::OPENS + self.given;
        let within = |n: i16| i8::try_from(n).unwrap_or(0);
        let clock = time(within(minute / 60), within(minute % 60), 0, 0);
        danish_instant(day.to_datetime(clock)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
