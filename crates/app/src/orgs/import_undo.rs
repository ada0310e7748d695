//! What was there before an import, kept so that it can be put back to the letter.

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_domain::orgs::import::{Plan, Step};
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit, UnitContent, UnitFunction};
use pejl_kernel::{Line, PersonId, PositionId, Span, UnitId};
use serde::{Deserialize, Serialize};

/// Everything an import touched.
#[derive(Serialize, Deserialize, Default)]
pub(super) struct Undo {
    /// Units entered, those above first.
    pub new_units: Vec<(UnitId, String)>,
    pub new_people: Vec<(PersonId, String)>,
    pub new_positions: Vec<PositionId>,
    pub units: Vec<UnitThen>,
    pub people: Vec<PersonThen>,
    pub positions: Vec<PositionThen>,
}

/// A unit as it stood.
#[derive(Serialize, Deserialize)]
pub(super) struct UnitThen {
    id: UnitId,
    serial: i64,
    foreign_id: Option<String>,
    name: Line<200>,
    level: Key,
    kind: Option<Key>,
    area: String,
    parent: Option<UnitId>,
    support: bool,
    from: Date,
    to: Option<Date>,
    successor: Option<UnitId>,
    version: i64,
}

/// A person as they stood.
#[derive(Serialize, Deserialize)]
pub(super) struct PersonThen {
    id: PersonId,
    foreign_id: Option<String>,
    name: Line<120>,
    email: String,
    version: i64,
}

/// A position as it stood.
#[derive(Serialize, Deserialize)]
pub(super) struct PositionThen {
    id: PositionId,
    unit: UnitId,
    role: String,
    title: Line<120>,
    person: Option<PersonId>,
    span: Span,
    version: i64,
}

impl Undo {
    pub fn of(plan: &Plan) -> Self {
        let mut undo = Self::default();
        for Step { before, after } in &plan.units {
            match before {
                None => undo.new_units.push((after.id, after.content.name.to_string())),
                Some(unit) => undo.units.push(UnitThen::of(unit)),
            }
        }
        for Step { before, after } in &plan.people {
            match before {
                None => undo.new_people.push((after.id, after.content.name.to_string())),
                Some(person) => undo.people.push(PersonThen::of(person)),
            }
        }
        for Step { before, after } in &plan.positions {
            match before {
                None => undo.new_positions.push(after.id),
                Some(position) => undo.positions.push(PositionThen::of(position)),
            }
        }
        undo
    }
}

impl UnitThen {
    fn of(unit: &Unit) -> Self {
        let content = unit.content.clone();
        Self {
            id: unit.id,
            serial: unit.serial,
            foreign_id: unit.foreign_id.clone(),
            name: content.name,
            level: content.level,
            kind: content.kind,
            area: content.area,
            parent: content.parent,
            support: content.function == UnitFunction::Support,
            from: content.from,
            to: unit.to,
            successor: unit.successor,
            version: unit.version,
        }
    }

    /// To be saved over what the import left.
    pub fn unit(self) -> Unit {
        let function = if self.support { UnitFunction::Support } else { UnitFunction::Service };
        Unit {
            id: self.id,
            serial: self.serial,
            foreign_id: self.foreign_id,
            content: UnitContent {
                name: self.name,
                level: self.level,
                kind: self.kind,
                area: self.area,
                parent: self.parent,
                function,
                from: self.from,
            },
            to: self.to,
            successor: self.successor,
            version: self.version + 1,
        }
    }
}

impl PersonThen {
    fn of(person: &Person) -> Self {
        let PersonContent { name, email } = person.content.clone();
        Self { id: person.id, foreign_id: person.foreign_id.clone(), name, email, version: person.version }
    }

    /// To be saved over what the import left.
    pub fn person(self) -> Person {
        let content = PersonContent { name: self.name, email: self.email };
        Person { id: self.id, foreign_id: self.foreign_id, content, version: self.version + 1 }
    }
}

impl PositionThen {
    fn of(position: &Position) -> Self {
        let PositionContent { unit, role, title, person, span } = position.content.clone();
        Self { id: position.id, unit, role: role.as_str().to_owned(), title, person, span, version: position.version }
    }

    /// To be saved over what the import left; `None` where its role is none by now.
    pub fn position(self) -> Option<Position> {
        let content = PositionContent {
            unit: self.unit,
            role: Role::parse(&self.role)?,
            title: self.title,
            person: self.person,
            span: self.span,
        };
        Some(Position { id: self.id, content, version: self.version + 1 })
    }
}
