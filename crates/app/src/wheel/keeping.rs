//! The deeds on a step of the wheel: moved and put back, entrusted, closed with a result and opened again.

use jiff::civil::Date;
use pejl_domain::models::{Key, Model};
use pejl_domain::rounds::Stamp;
use pejl_domain::wheel::deeds::NewDays;
use pejl_domain::wheel::{Changed, Laid, StepDone, laid, step};
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{PositionId, Prose, StepId, UnitId, Years};
use pejl_policy::{Action, Permit};
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::{Miss, wheel};

use crate::desk::Desk;
use crate::ending::Ending;

use super::seats::facts;

/// Which step: its key in the model, the year it begins in, and the unit it is done for; `None` for all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Its key.
    pub step: Key,
    /// Its year.
    pub year: i16,
    /// Whose.
    pub unit: Option<UnitId>,
}

/// A step taken up for a deed.
struct Taken {
    changed: Changed,
    permit: Permit,
    /// The unit's name; empty for all.
    whose: String,
    /// The year as it stands for those the step is changed for.
    laid: Vec<Laid>,
}

/// Takes a step up: whose it is, whether the actor may, and whether it still stands as the form saw it.
async fn take(desk: &mut Desk, named: &Named, version: i64, action: Action) -> Result<Taken, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let actor = step(&model, &named.step).ok_or(Ending::NotFound)?.actor.clone();
    let today = desk.today();
    let bodies = orgs::bodies(&mut desk.tx, municipality, &actor, today).await?;
    // Where one body acts alone, its step is the municipality's.
    let unit = named.unit.filter(|_| bodies.len() > 1);
    let line: Vec<UnitInLine> = match (unit, bodies.as_slice()) {
        (Some(unit), _) => orgs::line(&mut desk.tx, municipality, unit).await?,
        (None, [only]) => orgs::line(&mut desk.tx, municipality, only.id).await?,
        (None, _) => Vec::new(),
    };
    if unit.is_some() && line.first().is_none_or(|unit| unit.level != actor) {
        return Err(Ending::NotFound);
    }
    let years = Years { from: named.year, to: named.year };
    let rows = wheel::changes(&mut desk.tx, &desk.sight, years).await?;
    let changes: Vec<Changed> = rows.into_iter().map(|row| row.changed).collect();
    let laid = around(&model, named.year, unit, &line, &changes);
    let answers = laid.iter().find(|l| l.step == named.step).and_then(|l| l.responsible);
    let permit = desk.ask(action, &facts(&line, &bodies, answers))?;
    let kept = changes.into_iter().find(|c| c.step == named.step && c.unit == unit);
    let changed = match kept {
        Some(changed) => changed,
        None => Changed::begin(StepId::new(desk.mint()), &model, &named.step, named.year, unit)?,
    };
    if changed.version != version {
        return Err(Ending::Conflict);
    }
    let whose = unit.and_then(|_| line.first()).map(|unit| unit.name.clone()).unwrap_or_default();
    Ok(Taken { changed, permit, whose, laid })
}

/// The year as it stands for a unit; for all, also as it stands for every unit that moved something of its own.
fn around(model: &Model, year: i16, unit: Option<UnitId>, line: &[UnitInLine], changes: &[Changed]) -> Vec<Laid> {
    let layers: Vec<(Key, UnitId)> = match unit {
        Some(_) => line.iter().map(|unit| (unit.level.clone(), unit.id)).collect(),
        None => Vec::new(),
    };
    let mut all = laid(model, year, &layers, changes);
    if unit.is_none() {
        for moved in changes.iter().filter(|c| c.moved.is_some()) {
            let Some((of, level)) = moved.unit.zip(step(model, &moved.step).map(|s| s.actor.clone())) else { continue };
            all.extend(laid(model, year, &[(level, of)], changes).into_iter().filter(|l| l.step == moved.step));
        }
    }
    all
}

async fn save(desk: &mut Desk, permit: &Permit, (mut changed, event): (Changed, Event)) -> Result<Changed, Ending> {
    wheel::save_change(&mut desk.tx, permit, desk.at, &changed, &event).await?;
    changed.version += 1;
    desk.tell(event);
    Ok(changed)
}

/// Moves a step, with a reason.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Changed::move_to`], or a fault.
pub async fn move_step(desk: &mut Desk, named: &Named, version: i64, to: NewDays) -> Result<Changed, Ending> {
    let model = desk.model();
    let taken = take(desk, named, version, Action::KeepWheel).await?;
    let done = taken.changed.move_to(&model, &taken.laid, to, &taken.whose)?;
    save(desk, &taken.permit, done).await
}

/// Puts a step back on the days of the rule.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Changed::put_back`], or a fault.
pub async fn put_back_step(desk: &mut Desk, named: &Named, version: i64) -> Result<Changed, Ending> {
    let model = desk.model();
    let taken = take(desk, named, version, Action::KeepWheel).await?;
    let done = taken.changed.put_back(&model, &taken.laid, &taken.whose)?;
    save(desk, &taken.permit, done).await
}

/// Names the position that answers for a step, or none.
///
/// # Errors
/// Not found, denied, in conflict, refused where there is no such position today, or a fault.
pub async fn entrust_step(desk: &mut Desk, named: &Named, version: i64, to: Option<PositionId>) -> Result<Changed, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let taken = take(desk, named, version, Action::KeepWheel).await?;
    if let Some(id) = to {
        let none = || Ending::Refused(Refused::at("responsible", Sentence::new("refused-step-position")));
        let position = match orgs::position(&mut desk.tx, municipality, id).await {
            Ok(position) => position,
            Err(Miss::NotFound) => return Err(none()),
            Err(miss) => return Err(miss.into()),
        };
        if !position.content.span.holds(desk.today()) {
            return Err(none());
        }
    }
    let done = taken.changed.entrust(&model, to, &taken.whose)?;
    save(desk, &taken.permit, done).await
}

/// Says that a step is done, and what came of it.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Changed::close`], or a fault.
pub async fn close_step(desk: &mut Desk, named: &Named, version: i64, on: Date, result: Prose<4000>) -> Result<Changed, Ending> {
    let (model, today) = (desk.model(), desk.today());
    let taken = take(desk, named, version, Action::CloseStep).await?;
    let person = taken.permit.person().ok_or(Ending::NotFound)?;
    let stamp = Stamp { person, standing_in_for: taken.permit.standing_in_for(), at: desk.at };
    let done = taken.changed.close(&model, StepDone { on, result, stamp }, today, &taken.whose)?;
    save(desk, &taken.permit, done).await
}

/// Takes back that a step is done.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Changed::reopen`], or a fault.
pub async fn reopen_step(desk: &mut Desk, named: &Named, version: i64) -> Result<Changed, Ending> {
    let model = desk.model();
    let taken = take(desk, named, version, Action::CloseStep).await?;
    let done = taken.changed.reopen(&model, &taken.whose)?;
    save(desk, &taken.permit, done).await
}
