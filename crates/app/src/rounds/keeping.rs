//! The life of a round: on the calendar, asked, gathered, frozen.

use pejl_domain::Event;
use pejl_domain::models::Key;
use pejl_domain::rounds::Round;
use pejl_domain::rounds::deeds::Schedule;
use pejl_domain::rounds::frozen::seal;
use pejl_kernel::RoundId;
use pejl_policy::{Action, Facts, Permit};
use pejl_store::rounds::{self, KeptPage};
use pejl_store::{Miss, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

use super::reads::unanswered;
use super::taking::{take_round, unchanged};

/// A round that was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// The round.
    pub round: Round,
    /// How many goals it asks.
    pub asked: usize,
}

/// Saves a round and tells what happened to it; gives it back with the version it now has.
async fn save(desk: &mut Desk, permit: &Permit, mut round: Round, event: Event) -> Result<Round, Ending> {
    rounds::save_round(&mut desk.tx, permit, desk.at, &round, &event).await?;
    round.version += 1;
    desk.tell(event);
    Ok(round)
}

/// Puts a round of the model on the calendar of a year, on the model's dates. Planning what is planned already gives it back
/// as it stands.
///
/// # Errors
/// Denied, refused by [`Round::plan`], or a fault.
pub async fn plan_round(desk: &mut Desk, spec: &Key, year: i16) -> Result<Round, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    match rounds::round_at(&mut desk.tx, municipality, year, spec).await {
        Ok(planned) => return Ok(planned),
        Err(Miss::NotFound) => {}
        Err(miss) => return Err(miss.into()),
    }
    let (round, event) = Round::plan(RoundId::new(desk.mint()), &model, spec, year)?;
    save(desk, &permit, round, event).await
}

/// Moves a round's dates. While it runs, only its deadlines.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Round::reschedule`], or a fault.
pub async fn reschedule_round(desk: &mut Desk, id: RoundId, version: i64, to: Schedule) -> Result<Round, Ending> {
    let model = desk.model();
    let round = take_round(desk, id).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    unchanged(round.version, version)?;
    let (round, event) = round.reschedule(&model, to)?;
    save(desk, &permit, round, event).await
}

/// Opens a round: asks every goal in force how it goes.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Round::open`], or a fault.
pub async fn open_round(desk: &mut Desk, id: RoundId, version: i64) -> Result<Opened, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, id).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    unchanged(round.version, version)?;
    let asked = rounds::to_ask(&mut desk.tx, municipality, &round).await?;
    let (mut round, event) = round.open(&model, asked)?;
    rounds::open_round(&mut desk.tx, &permit, desk.at, &round, &event).await?;
    round.version += 1;
    desk.tell(event);
    Ok(Opened { round, asked })
}

/// Takes no more reports; those that came are accepted, assessed and answered.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Round::consolidate`], or a fault.
pub async fn consolidate_round(desk: &mut Desk, id: RoundId, version: i64) -> Result<Round, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, id).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    unchanged(round.version, version)?;
    let (round, event) = round.consolidate(&model)?;
    save(desk, &permit, round, event).await
}

/// Takes reports again.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Round::reopen`], or a fault.
pub async fn reopen_round(desk: &mut Desk, id: RoundId, version: i64) -> Result<Round, Ending> {
    let model = desk.model();
    let round = take_round(desk, id).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    unchanged(round.version, version)?;
    let (round, event) = round.reopen(&model)?;
    save(desk, &permit, round, event).await
}

/// Freezes a round: the page of every unit that has goals in it, there or below, is kept to the byte, and the round's seal is
/// taken over them all. `despite` says that somebody has seen how many are unanswered.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Round::close`], or a fault.
pub async fn close_round(desk: &mut Desk, id: RoundId, version: i64, despite: bool) -> Result<Round, Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, id).await?;
    let permit = desk.ask(Action::KeepRound, &Facts::municipality())?;
    unchanged(round.version, version)?;
    let left = unanswered(&mut desk.tx, &desk.sight, id).await?;
    let mut kept = Vec::new();
    for page in rounds::pages_to_freeze(&mut desk.tx, municipality, &round, model.lamps, today).await? {
        kept.push(KeptPage::of(&page)?);
    }
    let sealed = seal(kept.iter().map(|page| (page.unit, page.body.as_str())));
    let (round, event) = round.close(&model, left, despite, sealed)?;
    let round = save(desk, &permit, round, event).await?;
    rounds::save_round_pages(&mut desk.tx, &permit, &round, &kept).await?;
    Ok(round)
}
