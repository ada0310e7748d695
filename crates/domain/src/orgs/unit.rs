//! A unit: a body, a department, an institution; when it exists, where it stands, and what follows it.

use jiff::civil::Date;
use pejl_kernel::{Line, UnitId};

use super::refused;
use crate::models::{Key, Model};
use crate::sentence::{Event, FieldChange, Reason, Refused, Sentence, reason};

/// Whether a unit serves citizens and firms, or the rest of the organisation (H10).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum UnitFunction {
    /// Core service: citizen- and business-facing.
    Service,
    /// Staff and support: has its dialogue with the executive board.
    Support,
}

impl UnitFunction {
    /// How it is stored and written in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Support => "support",
        }
    }

    /// Reads what [`UnitFunction::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Service, Self::Support].into_iter().find(|f| f.as_str() == text)
    }
}

/// What people write about a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitContent {
    /// Its name.
    pub name: Line<200>,
    /// Its level in the model.
    pub level: Key,
    /// What kind of unit, where the model tells kinds apart at its level.
    pub kind: Option<Key>,
    /// A free grouping across the tree ("Børn og unge"); empty where none is meant.
    pub area: String,
    /// The unit above; `None` only at the top level.
    pub parent: Option<UnitId>,
    /// Service or support.
    pub function: UnitFunction,
    /// First day.
    pub from: Date,
}

/// A unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The short number people say: 12 is E-12.
    pub serial: i64,
    /// Its id in the organisation system it was imported from, kept to the letter.
    pub foreign_id: Option<String>,
    /// What people write about it.
    pub content: UnitContent,
    /// Last day; `None` while it goes on.
    pub to: Option<Date>,
    /// The unit that carries on its work.
    pub successor: Option<UnitId>,
    /// Counted up by each save.
    pub version: i64,
}

/// How a unit is closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Closing {
    /// Its last day.
    pub on: Date,
    /// The unit that carries on its work, if one does.
    pub successor: Option<UnitId>,
    /// How many open units stand under it: they must be moved or closed first.
    pub open_units_below: usize,
}

impl Unit {
    /// The number people say: `E-12`.
    pub fn number(&self) -> String {
        format!("E-{}", self.serial)
    }

    /// Whether it exists on a day.
    pub fn is_open(&self, on: Date) -> bool {
        self.content.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Sets up a unit. `parent_level` is the level of the unit above it.
    ///
    /// # Errors
    /// Refused where the model does not know the level or the kind, or the unit would stand under the wrong level.
    pub fn establish(
        id: UnitId,
        serial: i64,
        foreign_id: Option<String>,
        content: UnitContent,
        model: &Model,
        parent_level: Option<&Key>,
    ) -> Result<(Self, Event), Refused> {
        Refused::unless_none(content_faults(&content, model, parent_level))?;
        let event = Sentence::new("event-unit-established").text("title", content.name.as_str());
        let unit = Self { id, serial, foreign_id, content, to: None, successor: None, version: 0 };
        Ok((unit, event.into()))
    }

    /// Changes what is written about it.
    ///
    /// # Errors
    /// As [`Unit::establish`]; and where it would begin after it ended.
    pub fn edit(mut self, content: UnitContent, model: &Model, parent_level: Option<&Key>) -> Result<(Self, Event), Refused> {
        let mut reasons = content_faults(&content, model, parent_level);
        if content.parent == Some(self.id) {
            reasons.push(reason("parent", refused("refused-unit-under-itself")));
        }
        if self.to.is_some_and(|to| to < content.from) {
            reasons.push(reason("from", refused("refused-unit-begins-after-it-ends")));
        }
        Refused::unless_none(reasons)?;
        let event = Event {
            sentence: Sentence::new("event-unit-edited").text("title", content.name.as_str()),
            changes: changes(&self.content, &content),
        };
        self.content = content;
        Ok((self, event))
    }

    /// Whether a level keeps what stands below it at levels below: asked before [`Unit::edit`] with the levels of the units
    /// right under it. Without it, two edits could put a unit under one of its own.
    ///
    /// # Errors
    /// Refused where one of them would stand at the same level or above.
    pub fn keeps_below(model: &Model, level: &Key, below: &[Key]) -> Result<(), Refused> {
        let astray = below.iter().filter(|lower| !stands_above(model, level, lower)).count();
        if astray == 0 {
            return Ok(());
        }
        Err(Refused::at("level", refused("refused-unit-has-units-astray").count("count", astray)))
    }

    /// Closes it, with the unit that carries on its work where one does.
    ///
    /// # Errors
    /// Refused where it is closed already, would end before it began, would follow itself, or has open units below.
    pub fn close(mut self, closing: Closing) -> Result<(Self, Event), Refused> {
        let mut reasons = Vec::new();
        if self.to.is_some() {
            reasons.push(reason("to", refused("refused-unit-already-closed")));
        }
        if closing.on < self.content.from {
            reasons.push(reason("to", refused("refused-unit-ends-before-it-begins")));
        }
        if closing.successor == Some(self.id) {
            reasons.push(reason("successor", refused("refused-unit-follows-itself")));
        }
        if closing.open_units_below > 0 {
            reasons.push(reason("to", refused("refused-unit-has-open-units").count("count", closing.open_units_below)));
        }
        Refused::unless_none(reasons)?;
        self.to = Some(closing.on);
        self.successor = closing.successor;
        let event = Sentence::new("event-unit-closed")
            .text("title", self.content.name.as_str())
            .with("date", crate::sentence::Arg::Date(closing.on));
        Ok((self, event.into()))
    }
}

/// A unit's level must be the model's; the unit above must stand at a level above; only the top stands under nothing.
fn content_faults(content: &UnitContent, model: &Model, parent_level: Option<&Key>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let Some(level) = model.level(&content.level) else {
        reasons.push(reason("level", refused("refused-unit-level-unknown").text("level", content.level.as_str())));
        return reasons;
    };
    match (&level.above, parent_level) {
        (None, Some(_)) => reasons.push(reason("parent", refused("refused-unit-top-under-something"))),
        (Some(_), None) => reasons.push(reason("parent", refused("refused-unit-without-parent"))),
        (Some(_), Some(parent)) if !stands_above(model, parent, &content.level) => reasons.push(reason(
            "parent",
            refused("refused-unit-under-wrong-level")
                .with("level", crate::sentence::Arg::Level(content.level.clone()))
                .with("parent", crate::sentence::Arg::Level(parent.clone())),
        )),
        (None, None) | (Some(_), Some(_)) => {}
    }
    if let Some(kind) = &content.kind
        && model.unit_kind(kind).is_none()
    {
        reasons.push(reason("kind", refused("refused-unit-kind-unknown").text("kind", kind.as_str())));
    }
    reasons
}

/// Whether one level stands somewhere above another. Since a unit above always stands at a level above, the tree of units
/// cannot close a circle.
pub(super) fn stands_above(model: &Model, upper: &Key, lower: &Key) -> bool {
    let mut here = model.level(lower);
    for _ in 0..model.levels.len() {
        match here.and_then(|l| l.above.as_ref()) {
            Some(above) if above == upper => return true,
            Some(above) => here = model.level(above),
            None => return false,
        }
    }
    false
}

fn changes(before: &UnitContent, after: &UnitContent) -> Vec<FieldChange> {
    let key = |k: &Option<Key>| k.as_ref().map(Key::to_string).unwrap_or_default();
    [
        ("unit-name", before.name.to_string(), after.name.to_string()),
        ("unit-level", before.level.to_string(), after.level.to_string()),
        ("unit-kind", key(&before.kind), key(&after.kind)),
        ("unit-area", before.area.clone(), after.area.clone()),
        ("unit-function", before.function.as_str().to_owned(), after.function.as_str().to_owned()),
        ("unit-from", before.from.to_string(), after.from.to_string()),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(field, before, after)| FieldChange { field: field.to_owned(), before, after })
    .collect()
}
