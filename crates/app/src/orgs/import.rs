//! Importing units and their leaders from a file: what it would do, doing it, and taking it back.
//!
//! An import is all or nothing: one transaction. How far it has come is therefore kept in memory, in the office: on SQLite
//! there is one writer, and the import itself is it. Another node shows an import that runs elsewhere as waiting, and
//! whoever starts it once more is told that it has been done.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;
use pejl_domain::orgs::import::{Counts, Existing, Plan, Step, plan};
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{ImportId, Mint};
use pejl_policy::{Action, Actor, Facts, Permit, Sight, decide};
use pejl_store::orgs::{self, Entered, ImportRow, ImportState};
use pejl_store::{Fault, Miss, Tx};

pub use super::import_file::{MOST_BYTES, MOST_ROWS};
use super::import_file::{cells, decoded};
use super::import_undo::Undo;
use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::{Office, Place, Visit};

/// Rows between two words about how far it has come.
const STRIDE: usize = 500;
/// How long an upload waits for a yes before it is forgotten.
const WAITS: SignedDuration = SignedDuration::from_hours(24 * 7);
/// An import that takes no longer is waited for; a longer one is left to itself.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// An import with what it would do.
pub struct Waiting {
    /// The import.
    pub import: ImportRow,
    /// What it would do now; `None` where it is done already.
    pub plan: Option<Plan>,
}

/// How far an import has come.
#[derive(Default, Debug)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// So many of so many things written.
    pub fn reading(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    fn step(&self, count: usize) {
        self.done.fetch_add(count, Ordering::Relaxed);
    }
}

/// The imports this process is carrying out.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<HashMap<ImportId, Arc<Progress>>>>);

impl UnderWay {
    fn begin(&self, id: ImportId) -> Option<Running> {
        let progress = Arc::new(Progress::default());
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.contains_key(&id) {
            return None;
        }
        all.insert(id, Arc::clone(&progress));
        Some(Running { all: self.clone(), id, progress })
    }
}

/// Ends with the work, however it ends.
struct Running {
    all: UnderWay,
    id: ImportId,
    progress: Arc<Progress>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

impl Office {
    /// How far an import has come that this process is carrying out.
    pub fn import_progress(&self, id: ImportId) -> Option<Arc<Progress>> {
        self.under_way.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).map(Arc::clone)
    }
}

/// What a file would do, without keeping it.
///
/// # Errors
/// Denied, refused where the file cannot be read, or a fault.
pub async fn preview(tx: &mut Tx, actor: &Actor, place: &Place, mint: &dyn Mint, bytes: &[u8]) -> Result<Plan, Ending> {
    let _ = decide(actor, Action::ImportOrganisation, &Facts::municipality())?;
    let text = decoded(bytes)?;
    planned(tx, actor, place, mint, &text).await
}

async fn planned(tx: &mut Tx, actor: &Actor, place: &Place, mint: &dyn Mint, text: &str) -> Result<Plan, Ending> {
    let sheet = cells(text)?;
    let sight = Sight::of(actor);
    let existing = Existing {
        units: orgs::every_unit(tx, &sight).await?,
        people: orgs::everybody(tx, &sight).await?,
        leaders: orgs::leading_positions(tx, &sight, actor.on).await?,
    };
    Ok(plan(&existing, &sheet, &place.model, actor.on, mint))
}

/// Imports a file at once.
///
/// # Errors
/// Denied, refused where the file cannot be read or a cell is wrong, or a fault.
pub async fn run(desk: &mut Desk, file_name: &str, bytes: &[u8]) -> Result<Counts, Ending> {
    let id = upload(desk, file_name, bytes).await?;
    carry_out(desk, id, &Progress::default()).await
}

/// Keeps a file until somebody has seen what it would do and says yes.
///
/// # Errors
/// Denied, refused where the file cannot be read, or a fault.
pub async fn upload(desk: &mut Desk, file_name: &str, bytes: &[u8]) -> Result<ImportId, Ending> {
    let permit = desk.ask(Action::ImportOrganisation, &Facts::municipality())?;
    let text = decoded(bytes)?;
    let rows = cells(&text)?.rows.len();
    let file_name: String = file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    let import = ImportRow {
        id: ImportId::new(desk.mint()),
        file_name,
        state: ImportState::Previewed,
        total: i64::try_from(rows).unwrap_or(i64::MAX),
        counts: String::new(),
        at: desk.at,
    };
    orgs::keep_import(&mut desk.tx, &permit, &import, &text, desk.at - WAITS).await?;
    Ok(import.id)
}

/// An import, with what it would do where it waits.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn waiting(tx: &mut Tx, actor: &Actor, place: &Place, mint: &dyn Mint, id: ImportId) -> Result<Waiting, Ending> {
    let _ = decide(actor, Action::ImportOrganisation, &Facts::municipality())?;
    let import = orgs::import(tx, place.municipality.id, id).await?;
    let plan = match import.state {
        ImportState::Previewed | ImportState::Failed => {
            let (text, _) = orgs::import_texts(tx, place.municipality.id, id).await?;
            Some(planned(tx, actor, place, mint, &text).await?)
        }
        ImportState::Done | ImportState::Undone => None,
    };
    Ok(Waiting { import, plan })
}

/// The newest imports.
///
/// # Errors
/// Denied, or a fault.
pub async fn imports(tx: &mut Tx, actor: &Actor) -> Result<Vec<ImportRow>, Ending> {
    let permit = decide(actor, Action::ImportOrganisation, &Facts::municipality())?;
    Ok(orgs::imports(tx, &permit, 20).await?)
}

/// Carries out an import that waits, in a task of its own: whoever asked may leave. Comes back when it is done, or after a
/// short while when it takes longer.
///
/// # Errors
/// Not found, denied, refused or a fault, where that is known before coming back.
pub async fn start(office: &Office, visit: &Visit, id: ImportId, path: &str) -> Result<(), Ending> {
    let mut tx = office.db.read().await?;
    orgs::import(&mut tx, visit.place.municipality.id, id).await?;
    drop(tx);
    let Some(running) = office.under_way.begin(id) else { return Ok(()) };
    let (office, actor, place, path) = (office.clone(), visit.actor.clone(), visit.place.clone(), path.to_owned());
    let work = tokio::spawn(async move {
        let mut desk = office.desk_for(actor.clone(), place).await?;
        let outcome = carry_out(&mut desk, id, &running.progress).await;
        let outcome = desk.close(outcome, &path).await;
        if let Err(Ending::Fault(_) | Ending::Conflict) = &outcome {
            broken_off(&office, &actor, id).await?;
        }
        outcome.map(|_| ())
    });
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(stopped)) => Err(corrupt(stopped).into()),
        Err(_) => Ok(()),
    }
}

/// Nothing of it stands; the file is still there to be tried again.
async fn broken_off(office: &Office, actor: &Actor, id: ImportId) -> Result<(), Ending> {
    let permit = decide(actor, Action::ImportOrganisation, &Facts::municipality())?;
    let mut tx = office.db.write().await?;
    orgs::fail_import(&mut tx, &permit, id).await?;
    tx.commit().await?;
    Ok(())
}

fn corrupt(found: impl ToString) -> Fault {
    Fault::Corrupt { doing: "carrying out an import", found: found.to_string(), expected: "an import that ends" }
}

/// Does what the preview showed, planned anew on what stands now.
///
/// # Errors
/// Not found, denied; refused where it is done already, changes nothing, or has a wrong cell; or a fault.
pub async fn carry_out(desk: &mut Desk, id: ImportId, progress: &Progress) -> Result<Counts, Ending> {
    let permit = desk.ask(Action::ImportOrganisation, &Facts::municipality())?;
    let municipality = desk.municipality();
    let import = orgs::import(&mut desk.tx, municipality, id).await?;
    match import.state {
        ImportState::Previewed | ImportState::Failed => {}
        ImportState::Done | ImportState::Undone => return Err(refused("refused-import-done-already")),
    }
    let (text, _) = orgs::import_texts(&mut desk.tx, municipality, id).await?;
    let (actor, place) = (desk.actor.clone(), desk.place.clone());
    let office = desk.office().clone();
    let mut plan = planned(&mut desk.tx, &actor, &place, office.mint(), &text).await?;
    if !plan.faults.is_empty() {
        let sentence = Sentence::new("refused-import-faults").count("count", plan.faults.len());
        return Err(Refused::at("file", sentence).into());
    }
    if plan.is_empty() {
        return Err(refused("refused-import-nothing"));
    }
    progress.total.store(plan.steps(), Ordering::Relaxed);
    write(desk, &permit, &mut plan, progress).await?;
    let event: Event = Sentence::new("event-org-imported")
        .text("file", &import.file_name)
        .count("created", plan.counts.created)
        .count("changed", plan.counts.changed)
        .count("closed", plan.counts.closed)
        .into();
    let undo = serde_json::to_string(&Undo::of(&plan)).map_err(corrupt)?;
    let counts = serde_json::to_string(&plan.counts).map_err(corrupt)?;
    let done = ImportRow { state: ImportState::Done, counts, at: desk.at, ..import };
    orgs::finish_import(&mut desk.tx, &permit, &done, &undo, &event).await?;
    desk.tell(event);
    Ok(plan.counts)
}

fn refused(key: &str) -> Ending {
    Refused::because(Sentence::new(key)).into()
}

/// People first, then units from the top, then positions: nothing points to what is not there yet.
async fn write(desk: &mut Desk, permit: &Permit, plan: &mut Plan, progress: &Progress) -> Result<(), Ending> {
    let count = plan.new_units();
    if count > 0 {
        let first = orgs::next_numbers(&mut desk.tx, permit, "unit", count).await?;
        plan.number(first);
    }
    let (new, changed) = parted(&plan.people);
    for chunk in new.chunks(STRIDE) {
        orgs::insert_people(&mut desk.tx, permit, chunk).await?;
        progress.step(chunk.len());
    }
    for person in &changed {
        orgs::update_person(&mut desk.tx, permit, person).await?;
        progress.step(1);
    }
    orgs::index_people(&mut desk.tx, permit, &changed).await?;
    let (new, changed) = parted(&plan.units);
    for chunk in new.chunks(STRIDE) {
        orgs::insert_units(&mut desk.tx, permit, chunk).await?;
        progress.step(chunk.len());
    }
    for unit in &changed {
        orgs::update_unit(&mut desk.tx, permit, unit).await?;
        progress.step(1);
    }
    orgs::index_units(&mut desk.tx, permit, &changed).await?;
    let (new, changed) = parted(&plan.positions);
    for position in changed {
        orgs::save_position(&mut desk.tx, permit, desk.at, position, None).await?;
        progress.step(1);
    }
    for chunk in new.chunks(STRIDE) {
        orgs::insert_positions(&mut desk.tx, permit, chunk).await?;
        progress.step(chunk.len());
    }
    Ok(())
}

/// The new and the changed.
fn parted<T>(steps: &[Step<T>]) -> (Vec<&T>, Vec<&T>) {
    let (new, changed): (Vec<&Step<T>>, Vec<&Step<T>>) = steps.iter().partition(|step| step.before.is_none());
    (new.into_iter().map(|s| &s.after).collect(), changed.into_iter().map(|s| &s.after).collect())
}

/// Takes an import back: everything it touched stands as it did before.
///
/// # Errors
/// Not found, denied; refused where it is not done, or where something it touched has been changed or built upon since; or
/// a fault.
pub async fn undo(desk: &mut Desk, id: ImportId) -> Result<(), Ending> {
    let permit = desk.ask(Action::ImportOrganisation, &Facts::municipality())?;
    let municipality = desk.municipality();
    let import = orgs::import(&mut desk.tx, municipality, id).await?;
    if import.state != ImportState::Done {
        return Err(refused("refused-import-not-done"));
    }
    let (_, kept) = orgs::import_texts(&mut desk.tx, municipality, id).await?;
    let undo: Undo = serde_json::from_str(&kept).map_err(corrupt)?;
    put_back(desk, &permit, undo).await.map_err(|ending| match ending {
        Ending::Conflict => refused("refused-import-undo-changed"),
        other => other,
    })?;
    let event: Event = Sentence::new("event-org-import-undone").text("file", &import.file_name).into();
    let undone = ImportRow { state: ImportState::Undone, at: desk.at, ..import };
    orgs::finish_import(&mut desk.tx, &permit, &undone, "", &event).await?;
    desk.tell(event);
    Ok(())
}

/// In the opposite order of [`write`]. What has been changed since has another version; what has been built upon, the
/// schema keeps: both end in conflict.
async fn put_back(desk: &mut Desk, permit: &Permit, undo: Undo) -> Result<(), Ending> {
    still_as_entered(desk, &undo).await?;
    let at = desk.at;
    let tx = &mut desk.tx;
    for then in undo.positions {
        let position = then.position().ok_or_else(|| corrupt("a position with an unknown role"))?;
        orgs::save_position(tx, permit, at, &position, None).await?;
    }
    let ids: Vec<_> = undo.new_positions.iter().map(|p| p.0).collect();
    orgs::take_away(tx, permit, Entered::Positions, &ids).await?;
    let units: Vec<_> = undo.units.into_iter().map(super::import_undo::UnitThen::unit).collect();
    for unit in &units {
        orgs::update_unit(tx, permit, unit).await?;
    }
    orgs::index_units(tx, permit, &units.iter().collect::<Vec<_>>()).await?;
    let ids: Vec<_> = undo.new_units.iter().rev().map(|(id, _)| id.0).collect();
    orgs::take_away(tx, permit, Entered::Units, &ids).await?;
    let people: Vec<_> = undo.people.into_iter().map(super::import_undo::PersonThen::person).collect();
    for person in &people {
        orgs::update_person(tx, permit, person).await?;
    }
    orgs::index_people(tx, permit, &people.iter().collect::<Vec<_>>()).await?;
    let ids: Vec<_> = undo.new_people.iter().map(|(id, _)| id.0).collect();
    orgs::take_away(tx, permit, Entered::People, &ids).await?;
    Ok(())
}

/// Whether everything the import entered has been left alone since; else says by name what has not.
async fn still_as_entered(desk: &mut Desk, undo: &Undo) -> Result<(), Ending> {
    const AS_ENTERED: i64 = 1;
    let municipality = desk.municipality();
    let mut touched: Vec<&str> = Vec::new();
    let units: HashMap<_, _> = orgs::versions(&mut desk.tx, municipality, Entered::Units).await?.into_iter().collect();
    let people: HashMap<_, _> = orgs::versions(&mut desk.tx, municipality, Entered::People).await?.into_iter().collect();
    let positions: HashMap<_, _> = orgs::versions(&mut desk.tx, municipality, Entered::Positions).await?.into_iter().collect();
    let is_other = |now: Option<&i64>| now != Some(&AS_ENTERED);
    touched.extend(undo.new_units.iter().filter(|(id, _)| is_other(units.get(&id.0))).map(|(_, name)| name.as_str()));
    touched.extend(undo.new_people.iter().filter(|(id, _)| is_other(people.get(&id.0))).map(|(_, name)| name.as_str()));
    if !touched.is_empty() {
        let names = touched.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let sentence = Sentence::new("refused-import-undo-named").text("names", names).count("count", touched.len());
        return Err(Refused::because(sentence).into());
    }
    if undo.new_positions.iter().any(|id| is_other(positions.get(&id.0))) {
        return Err(Miss::Stale.into());
    }
    Ok(())
}
