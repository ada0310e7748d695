//! The plan for units: which unit each row is, what it becomes, and what is wrong.

use std::collections::HashMap;

use jiff::civil::Date;
use pejl_kernel::{Mint, UnitId};

use super::cells::{Cells, Vocabulary, bare_number, spoken_number};
use super::columns::Columns;
use super::{Column, Counts, Existing, Fault, Plan, Planned, Sheet, SheetRow, Step, Turn, goes_on, leaders};
use crate::models::{Key, Model};
use crate::orgs::unit::stands_above;
use crate::orgs::{Unit, UnitContent, UnitFunction};
use crate::sentence::{FieldChange, Refused, Sentence};

/// What an import of this sheet would do. `today` is the day on which new leaders begin and new units without a first day
/// open.
pub fn plan(existing: &Existing, sheet: &Sheet, model: &Model, today: Date, mint: &dyn Mint) -> Plan {
    let columns = match Columns::read(sheet) {
        Ok(columns) => columns,
        Err(faults) => return Plan { faults, ..Plan::default() },
    };
    let mut planner = Planner {
        ground: Ground::of(existing, model, today),
        columns: &columns,
        mint,
        drafts: Vec::new(),
        by_foreign: HashMap::new(),
        by_id: HashMap::new(),
        faults: Vec::new(),
    };
    planner.identify(sheet);
    planner.find_levels();
    planner.draw_up();
    planner.look_below();
    let led = leaders::plan(existing, &planner.ground, &columns, &planner.drafts, mint);
    planner.finished(led, columns.unread.clone())
}

/// What stands, by the names it is looked up under.
pub(super) struct Ground<'e> {
    pub model: &'e Model,
    pub today: Date,
    words: Vocabulary,
    units: &'e [Unit],
    by_foreign: HashMap<&'e str, &'e Unit>,
    by_serial: HashMap<i64, &'e Unit>,
    by_id: HashMap<UnitId, &'e Unit>,
}

impl<'e> Ground<'e> {
    fn of(existing: &'e Existing, model: &'e Model, today: Date) -> Self {
        let units = &existing.units;
        Self {
            model,
            today,
            words: Vocabulary::of(model),
            units,
            by_foreign: units.iter().filter_map(|u| Some((u.foreign_id.as_deref()?, u))).collect(),
            by_serial: units.iter().map(|u| (u.serial, u)).collect(),
            by_id: units.iter().map(|u| (u.id, u)).collect(),
        }
    }
}

/// A row on its way to becoming a unit.
pub(super) struct Draft<'s> {
    pub row: &'s SheetRow,
    id: UnitId,
    before: Option<&'s Unit>,
    foreign: Option<String>,
    level: Option<Key>,
    /// The unit as it will stand; `None` where something in the row is wrong.
    pub after: Option<Unit>,
    changes: Vec<FieldChange>,
}

struct Planner<'s> {
    ground: Ground<'s>,
    columns: &'s Columns,
    mint: &'s dyn Mint,
    drafts: Vec<Draft<'s>>,
    /// The rows of the file by their own ids.
    by_foreign: HashMap<&'s str, usize>,
    by_id: HashMap<UnitId, usize>,
    faults: Vec<Fault>,
}

/// The unit above, as a row names it.
enum Above {
    None,
    Unit(UnitId, Option<Key>),
    Unknown,
}

impl<'s> Planner<'s> {
    /// Which unit each row is.
    fn identify(&mut self, sheet: &'s Sheet) {
        for row in sheet.rows.iter().filter(|row| row.cells.iter().any(|c| !c.trim().is_empty())) {
            let mut cells = Cells::new(self.columns, row.line, &row.cells);
            if let Some((before, foreign)) = self.identity(&mut cells) {
                let id = before.map_or_else(|| UnitId::new(self.mint), |unit| unit.id);
                let known_as = foreign.or_else(|| before.and_then(|u| u.foreign_id.as_deref()));
                let first = known_as.and_then(|f| self.by_foreign.get(f)).or_else(|| self.by_id.get(&id));
                match first {
                    Some(first) => {
                        let line = self.drafts[*first].row.line;
                        let column = if foreign.is_some() { Column::ForeignId } else { Column::Number };
                        cells.fault(column, Sentence::new("import-fault-twice").count("line", line));
                    }
                    None => {
                        let here = self.drafts.len();
                        self.by_id.insert(id, here);
                        if let Some(foreign) = known_as {
                            self.by_foreign.insert(foreign, here);
                        }
                        self.drafts.push(Draft {
                            row,
                            id,
                            before,
                            foreign: known_as.map(str::to_owned),
                            level: None,
                            after: None,
                            changes: Vec::new(),
                        });
                    }
                }
            }
            self.faults.append(&mut cells.faults);
        }
    }

    /// The unit a row is about, where it stands already, and the id it gives it.
    fn identity(&self, cells: &mut Cells<'s>) -> Option<(Option<&'s Unit>, Option<&'s str>)> {
        let foreign = cells.filled(Column::ForeignId);
        let number = cells.filled(Column::Number);
        // Beside an id of its own system, a bare number is that system's too; only E-12 is surely ours.
        let ours = number.and_then(|n| spoken_number(n).or_else(|| if foreign.is_none() { bare_number(n) } else { None }));
        let by_number = match (number, ours, foreign) {
            (_, Some(serial), _) => match self.ground.by_serial.get(&serial) {
                Some(unit) => Some(*unit),
                None => {
                    cells.fault(
                        Column::Number,
                        Sentence::new("import-fault-number-unknown").text("found", number.unwrap_or_default()),
                    );
                    return None;
                }
            },
            (Some(number), None, None) => {
                cells.fault(Column::Number, Sentence::new("import-fault-number").text("found", number));
                return None;
            }
            (Some(_) | None, None, Some(_)) => None,
            (None, None, None) => {
                let column = if cells.columns.has(Column::ForeignId) { Column::ForeignId } else { Column::Number };
                cells.fault(column, Sentence::new("import-fault-no-id"));
                return None;
            }
        };
        let by_foreign = foreign.and_then(|f| self.ground.by_foreign.get(f).copied());
        match (by_foreign, by_number) {
            (Some(one), Some(other)) if one.id != other.id => {
                let sentence = Sentence::new("import-fault-two-units").text("one", one.number()).text("other", other.number());
                cells.fault(Column::Number, sentence);
                None
            }
            (None, Some(unit)) if foreign.is_some() && unit.foreign_id.is_some() => {
                let has = unit.foreign_id.as_deref().unwrap_or_default();
                cells
                    .fault(Column::ForeignId, Sentence::new("import-fault-other-id").text("number", unit.number()).text("id", has));
                None
            }
            (found, by_number) => Some((found.or(by_number), foreign)),
        }
    }

    /// The level of each row: known for all before any is asked what it stands under.
    fn find_levels(&mut self) {
        for draft in &mut self.drafts {
            let mut cells = Cells::new(self.columns, draft.row.line, &draft.row.cells);
            draft.level = match (cells.filled(Column::Level), draft.before) {
                (Some(_), _) => cells.level(&self.ground.words),
                (None, Some(before)) => Some(before.content.level.clone()),
                (None, None) => {
                    let levels: Vec<&str> = self.ground.model.levels.iter().map(|l| l.key.as_str()).collect();
                    cells.fault(Column::Level, Sentence::new("import-fault-level-missing").text("known", levels.join(", ")));
                    None
                }
            };
            self.faults.append(&mut cells.faults);
        }
    }

    fn draw_up(&mut self) {
        for here in 0..self.drafts.len() {
            let draft = &self.drafts[here];
            let mut cells = Cells::new(self.columns, draft.row.line, &draft.row.cells);
            let drawn = self.drawn(draft, &mut cells);
            let faults = std::mem::take(&mut cells.faults);
            if faults.is_empty()
                && let Some((unit, changes)) = drawn
            {
                self.drafts[here].after = Some(unit);
                self.drafts[here].changes = changes;
            }
            self.faults.extend(faults);
        }
    }

    /// The unit a row describes, with what changes in it. Where a cell is wrong, the fault is in `cells`.
    fn drawn(&self, draft: &Draft<'s>, cells: &mut Cells<'s>) -> Option<(Unit, Vec<FieldChange>)> {
        let before = draft.before;
        let name = cells.line::<200>(Column::Name);
        let above = self.above(draft, cells);
        let kind = match cells.get(Column::Kind) {
            None => before.and_then(|b| b.content.kind.clone()),
            Some("") => None,
            Some(_) => cells.kind(&self.ground.words),
        };
        let area = match cells.get(Column::Area) {
            None => before.map(|b| b.content.area.clone()).unwrap_or_default(),
            Some("") => String::new(),
            Some(_) => cells.line::<100>(Column::Area).map(|l| l.to_string()).unwrap_or_default(),
        };
        let function = match cells.filled(Column::Function) {
            None => before.map_or(UnitFunction::Service, |b| b.content.function),
            Some(_) => cells.function()?,
        };
        let from = match cells.filled(Column::From) {
            None => before.map_or(self.ground.today, |b| b.content.from),
            Some(_) => cells.day(Column::From)?,
        };
        let to = match cells.get(Column::To) {
            None => before.and_then(|b| b.to),
            Some("") => None,
            Some(_) => cells.day(Column::To).filter(|day| !super::dates::never_comes(*day)),
        };
        if to.is_some_and(|to| to < from) {
            cells.fault(Column::To, Sentence::new("import-fault-ends-before-it-begins"));
        }
        let (parent, parent_level) = match above {
            Above::None => (None, None),
            Above::Unit(id, Some(level)) => (Some(id), Some(level)),
            // What is wrong above is told there.
            Above::Unit(_, None) | Above::Unknown => return None,
        };
        let content = UnitContent { name: name?, level: draft.level.clone()?, kind, area, parent, function, from };
        let drawn = match before {
            None => Unit::establish(draft.id, 0, draft.foreign.clone(), content, self.ground.model, parent_level.as_ref())
                .map(|(unit, _)| (Unit { to, ..unit }, Vec::new())),
            Some(before) => {
                let was = Unit { to, foreign_id: draft.foreign.clone(), ..before.clone() };
                was.edit(content, self.ground.model, parent_level.as_ref()).map(|(unit, event)| {
                    let changes = self.changes(before, &unit, event.changes);
                    (unit, changes)
                })
            }
        };
        drawn.map_err(|refused| told(cells, refused)).ok()
    }

    /// The unit above, and its level as the file leaves it.
    fn above(&self, draft: &Draft<'s>, cells: &mut Cells<'s>) -> Above {
        let stands = |unit: &Unit| match self.by_id.get(&unit.id) {
            Some(row) => Above::Unit(unit.id, self.drafts[*row].level.clone()),
            None => Above::Unit(unit.id, Some(unit.content.level.clone())),
        };
        let Some(named) = cells.get(Column::Parent) else {
            let parent = draft.before.and_then(|b| b.content.parent);
            return parent.and_then(|p| self.ground.by_id.get(&p)).map_or(Above::None, |u| stands(u));
        };
        if named.is_empty() {
            return Above::None;
        }
        if let Some(row) = self.by_foreign.get(named) {
            let above = &self.drafts[*row];
            return Above::Unit(above.id, above.level.clone());
        }
        let number = spoken_number(named).or_else(|| bare_number(named));
        let stood = self.ground.by_foreign.get(named).or_else(|| number.and_then(|n| self.ground.by_serial.get(&n)));
        match stood {
            Some(unit) => {
                if !self.by_id.contains_key(&unit.id) && !goes_on(unit, self.ground.today) {
                    cells.fault(Column::Parent, Sentence::new("import-fault-parent-closed").text("number", unit.number()));
                }
                stands(unit)
            }
            None => {
                cells.fault(Column::Parent, Sentence::new("import-fault-parent-unknown").text("found", named));
                Above::Unknown
            }
        }
    }

    fn changes(&self, before: &Unit, after: &Unit, mut changes: Vec<FieldChange>) -> Vec<FieldChange> {
        let mut note = |field: &str, before: String, after: String| {
            if before != after {
                changes.push(FieldChange { field: field.to_owned(), before, after });
            }
        };
        if before.content.parent != after.content.parent {
            note("unit-parent", self.name_of(before.content.parent), self.name_of(after.content.parent));
        }
        let day = |day: Option<Date>| day.map(|d| d.to_string()).unwrap_or_default();
        note("unit-to", day(before.to), day(after.to));
        let id = |unit: &Unit| unit.foreign_id.clone().unwrap_or_default();
        note("unit-foreign-id", id(before), id(after));
        changes
    }

    fn name_of(&self, unit: Option<UnitId>) -> String {
        let Some(id) = unit else { return String::new() };
        match (self.ground.by_id.get(&id), self.by_id.get(&id)) {
            (Some(unit), _) => unit.content.name.to_string(),
            (None, Some(row)) => self.columns.cell(&self.drafts[*row].row.cells, Column::Name).unwrap_or_default().to_owned(),
            (None, None) => String::new(),
        }
    }

    /// A unit that closes has nothing open below it, and one that moves to another level keeps what is below it below.
    fn look_below(&mut self) {
        let untouched = self.ground.units.iter().filter(|u| !self.by_id.contains_key(&u.id));
        let standing = untouched.chain(self.drafts.iter().filter_map(|d| d.after.as_ref()));
        let mut below: HashMap<UnitId, Vec<(&Key, Option<Date>)>> = HashMap::new();
        for unit in standing {
            if let Some(parent) = unit.content.parent {
                below.entry(parent).or_default().push((&unit.content.level, unit.to));
            }
        }
        let mut faults = Vec::new();
        for draft in &self.drafts {
            let (Some(after), Some(below)) = (&draft.after, below.get(&draft.id)) else { continue };
            let mut cells = Cells::new(self.columns, draft.row.line, &draft.row.cells);
            if let Some(last) = after.to.filter(|_| draft.before.is_none_or(|b| b.to != after.to)) {
                let open = below.iter().filter(|(_, to)| to.is_none_or(|to| to > last)).count();
                if open > 0 {
                    cells.fault(Column::To, Sentence::new("refused-unit-has-open-units").count("count", open));
                }
            }
            if draft.before.is_some_and(|b| b.content.level != after.content.level) {
                let astray =
                    below.iter().filter(|(level, _)| !stands_above(self.ground.model, &after.content.level, level)).count();
                if astray > 0 {
                    cells.fault(Column::Level, Sentence::new("import-fault-units-below").count("count", astray));
                }
            }
            faults.append(&mut cells.faults);
        }
        self.faults.append(&mut faults);
    }

    fn finished(mut self, led: leaders::Led, unread: Vec<String>) -> Plan {
        let mut plan = Plan { people: led.people, positions: led.positions, unread, ..Plan::default() };
        let mut changed = Vec::new();
        for (here, draft) in self.drafts.into_iter().enumerate() {
            let Some(after) = draft.after else { continue };
            let mut changes = draft.changes;
            let is_changed = draft.before.is_none_or(|b| *b != after);
            let leader = led.changes.get(&here);
            let turn = match draft.before {
                None => Turn::New,
                Some(b) if b.to.is_none() && after.to.is_some() => Turn::Closed,
                Some(_) if is_changed || leader.is_some() => Turn::Changed,
                Some(_) => Turn::Unchanged,
            };
            plan.counts.take(turn, leader.is_some());
            changes.extend(leader.cloned());
            plan.rows.push(Planned {
                line: draft.row.line,
                name: after.content.name.to_string(),
                serial: draft.before.map(|b| b.serial),
                turn,
                changes,
            });
            if is_changed {
                changed.push(Step { before: draft.before.cloned(), after });
            }
        }
        // A unit is written after the one above it; the numbers of the new follow the file within a level.
        changed.sort_by_key(|step| (step.before.is_some(), self.ground.model.depth(&step.after.content.level)));
        plan.units = changed;
        plan.counts.people = plan.people.iter().filter(|p| p.before.is_none()).count();
        self.faults.extend(led.faults);
        self.faults.sort_by_key(|fault| fault.line);
        plan.faults = self.faults;
        plan
    }
}

impl Counts {
    fn take(&mut self, turn: Turn, is_led_anew: bool) {
        match turn {
            Turn::New => self.created += 1,
            Turn::Changed => self.changed += 1,
            Turn::Closed => self.closed += 1,
            Turn::Unchanged => self.unchanged += 1,
        }
        self.leaders += usize::from(is_led_anew);
    }
}

/// A refusal of the unit's own rules, beside the cell it is about.
fn told(cells: &mut Cells<'_>, refused: Refused) {
    for reason in refused.reasons {
        let column = match reason.field {
            Some("level") => Column::Level,
            Some("parent") => Column::Parent,
            Some("kind") => Column::Kind,
            Some("from") => Column::From,
            Some(_) | None => Column::Name,
        };
        cells.fault(column, reason.sentence);
    }
}
