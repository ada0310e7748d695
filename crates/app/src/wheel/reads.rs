//! What the pages of the wheel show.

use pejl_domain::models::{Key, Model, StepKind, WheelStep};
use pejl_domain::wheel::{Changed, Laid, laid, running_into, step};
use pejl_kernel::{UnitId, Years};
use pejl_policy::{Facts, Sight};
use pejl_store::agreements::{self, MadeIn};
use pejl_store::audit::{self, Line};
use pejl_store::orgs::{self, Holding, UnitInLine};
use pejl_store::rounds::{self, RoundRow};
use pejl_store::wheel::{self, ChangedRow, DecidedRow};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;

use super::seats::{Seats, facts};

/// The wheel of some years, for somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WheelYear {
    /// Which year.
    pub year: i16,
    /// Its steps, the earliest first.
    pub steps: Vec<Laid>,
    /// The steps of the year before that are still going on when it begins.
    pub before: Vec<Laid>,
    /// What was changed about any of them, for anybody.
    pub rows: Vec<ChangedRow>,
}

impl WheelYear {
    /// What was changed about a step: for the unit it is laid for, and for all.
    pub fn rows_of<'a>(&'a self, of: &'a Laid) -> impl Iterator<Item = &'a ChangedRow> {
        let is_of = |row: &&ChangedRow| row.changed.step == of.step && row.changed.year == of.year;
        let own = self.rows.iter().filter(is_of).filter(|row| of.unit.is_some() && row.changed.unit == of.unit);
        own.chain(self.rows.iter().filter(is_of).filter(|row| row.changed.unit.is_none()))
    }

    /// What the position that answers for a step is called; empty where none is named.
    pub fn responsible<'a>(&'a self, of: &'a Laid) -> &'a str {
        let named = self.rows_of(of).find(|row| row.changed.responsible.is_some());
        named.map(|row| row.responsible.as_str()).unwrap_or_default()
    }
}

/// The wheels of some years, one after another. One statement.
///
/// # Errors
/// A fault of the database.
pub async fn wheel_years(tx: &mut Tx, sight: &Sight, model: &Model, seats: &Seats, years: Years) -> Result<Vec<WheelYear>, Fault> {
    let rows = wheel::changes(tx, sight, Years { from: years.from - 1, to: years.to }).await?;
    let changed: Vec<Changed> = rows.iter().map(|row| row.changed.clone()).collect();
    let layers = seats.layers();
    let year = |year: i16| {
        let (mut steps, mut before) = (laid(model, year, &layers, &changed), running_into(model, year, &layers, &changed));
        seats.count(&mut steps, &changed);
        seats.count(&mut before, &changed);
        let rows = rows.iter().filter(|row| [year - 1, year].contains(&row.changed.year)).cloned().collect();
        WheelYear { year, steps, before, rows }
    };
    Ok((years.from..=years.to).map(year).collect())
}

/// A step with all that stands around it.
pub struct StepPage {
    /// The step on its days.
    pub laid: Laid,
    /// Its wheel.
    pub wheel: WheelYear,
    /// What was changed about it for those it is looked at for, where anything was.
    pub row: Option<ChangedRow>,
    /// What the question who may do something with it rests on.
    pub facts: Facts,
    /// The units of its level, where several share it, each with whether it said that its own is done.
    pub units: Vec<(UnitInLine, bool)>,
    /// The positions that could answer for it.
    pub positions: Vec<Holding>,
    /// What happened to it, newest first.
    pub history: Vec<Line>,
}

/// The page of a step in a year.
///
/// # Errors
/// Not found, also where the step is not held that year; or a fault.
pub async fn step_page(tx: &mut Tx, sight: &Sight, model: &Model, seats: &Seats, year: i16, key: &Key) -> Result<StepPage, Ending> {
    let wheel = wheel_years(tx, sight, model, seats, Years { from: year, to: year }).await?.pop().ok_or(Ending::NotFound)?;
    let laid = wheel.steps.iter().find(|l| l.step == *key).cloned().ok_or(Ending::NotFound)?;
    let bodies: Vec<UnitInLine> = seats.at(&laid.actor).cloned().collect();
    let own = seats.own(&laid.actor).cloned();
    let line: Vec<UnitInLine> = match (&own, bodies.as_slice()) {
        (Some(own), _) => seats.line.iter().skip_while(|unit| unit.id != own.id).cloned().collect(),
        (None, [only]) => orgs::line(tx, sight.municipality(), only.id).await?,
        (None, _) => Vec::new(),
    };
    let top = seats.all.iter().min_by_key(|unit| model.depth(&unit.level)).map(|unit| unit.id);
    let positions = match own.as_ref().map(|unit| unit.id).or(top) {
        Some(unit) => candidates(tx, sight, unit).await?,
        None => Vec::new(),
    };
    let row = wheel.rows_of(&laid).find(|row| row.changed.unit == laid.unit).cloned();
    let history = match &row {
        Some(row) => audit::history(tx, sight, row.changed.id.0, 30).await?,
        None => Vec::new(),
    };
    let is_done = |unit: &UnitInLine| {
        let of_it = |row: &&ChangedRow| row.changed.unit == Some(unit.id) && row.changed.step == *key && row.changed.year == year;
        wheel.rows.iter().find(of_it).is_some_and(|row| row.changed.done.is_some())
    };
    let units = if bodies.len() > 1 { bodies.iter().map(|unit| (unit.clone(), is_done(unit))).collect() } else { Vec::new() };
    Ok(StepPage { facts: facts(&line, &bodies, laid.responsible), laid, row, units, positions, history, wheel })
}

/// The positions of a unit, and those that lead below it.
async fn candidates(tx: &mut Tx, sight: &Sight, unit: UnitId) -> Result<Vec<Holding>, Fault> {
    let mut all = orgs::positions_of_unit(tx, sight, unit).await?;
    all.retain(|position| position.span.holds(sight.on()));
    for position in orgs::leading_positions_below(tx, sight, unit).await? {
        if !all.iter().any(|known| known.id == position.id) {
            all.push(position);
        }
    }
    Ok(all)
}

/// The most agreements a step's page names.
const AGREEMENTS: i64 = 12;

/// What a step has come to, as far as it exists: follow-up rounds, agreements made in it, decisions.
pub struct CameOf {
    /// The rounds that are reported on within its days.
    pub rounds: Vec<RoundRow>,
    /// The agreements of the kinds that are made in it.
    pub agreements: MadeIn,
    /// The decisions of its bodies within its days.
    pub decisions: Vec<DecidedRow>,
}

/// What a step has come to. A fixed number of statements.
///
/// # Errors
/// A fault of the database.
pub async fn came_of(tx: &mut Tx, sight: &Sight, model: &Model, of: &Laid) -> Result<CameOf, Fault> {
    let Some(spec) = step(model, &of.step) else {
        return Ok(CameOf { rounds: Vec::new(), agreements: MadeIn::default(), decisions: Vec::new() });
    };
    let mut here: Vec<RoundRow> = Vec::new();
    if follows_up(spec, model) {
        here = rounds::rounds(tx, sight).await?;
        here.retain(|row| is_within(row, of));
    }
    let kinds: Vec<Key> =
        model.agreements.iter().filter(|kind| kind.made_in.as_ref() == Some(&of.step)).map(|kind| kind.key.clone()).collect();
    let agreements = agreements::made_in(tx, sight, &kinds, (of.year, makes_for(of)), of.unit, AGREEMENTS).await?;
    let decisions = match spec.kind {
        StepKind::Decision | StepKind::Meeting | StepKind::Seminar => {
            wheel::decided(tx, sight, &of.actor, of.unit, (of.from, of.to)).await?
        }
        StepKind::Dialogue | StepKind::Deadline | StepKind::Round | StepKind::Work => Vec::new(),
    };
    Ok(CameOf { rounds: here, agreements, decisions })
}

/// The year that the agreements of a step run from: a step that ends in the first quarter makes the same year's, a later one
/// the next year's.
fn makes_for(of: &Laid) -> i16 {
    let last = of.by_model.1;
    last.year() + i16::from(last.month() > 3)
}

/// Whether rounds belong to a step: it is one, or a round of the model goes by its name.
fn follows_up(spec: &WheelStep, model: &Model) -> bool {
    spec.kind == StepKind::Round || model.rounds.iter().any(|round| round.key == spec.key)
}

/// Whether a round is reported on within a step's days: from its cut-off to its last deadline they touch.
fn is_within(row: &RoundRow, of: &Laid) -> bool {
    let round = &row.round;
    let last = round.deadlines.iter().map(|d| d.on).max().unwrap_or(round.cut_off);
    let named_so = round.spec == of.step && round.year == of.year;
    named_so || (round.covers_goals() && round.cut_off <= of.to && of.from <= last)
}
