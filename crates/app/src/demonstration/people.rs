//! The organisation: units from the top down, people, positions and logins, entered by the operator.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use pejl_domain::orgs::{PersonContent, PositionContent, Role, Unit, UnitContent};
use pejl_kernel::clock::danish_date;
use pejl_kernel::{PersonId, PositionId, Span, UnitId};
use pejl_policy::Actor;

use crate::accounts;
use crate::desk::Desk;
use crate::orgs;

use super::fault::NotImported;
use super::files::{PositionEntry, UnitEntry};
use super::{Folder, Hours};

/// Who and what was entered, by the keys of the files.
pub(super) struct Crew {
    file: std::path::PathBuf,
    units: BTreeMap<String, Unit>,
    people: BTreeMap<String, PersonId>,
    positions: Vec<Post>,
    pub logins: usize,
}

/// A position of the file.
struct Post {
    id: PositionId,
    unit: UnitId,
    role: Role,
    person: Option<PersonId>,
    span: Span,
}

impl Crew {
    /// A unit by its key.
    pub fn unit(&self, file: &Path, entry: &str, key: &str) -> Result<&Unit, NotImported> {
        let right = || format!("there is no unit {key:?}; write the key of a [[unit]] in organisation.toml");
        self.units.get(key).ok_or_else(|| NotImported::entry(file, entry, right()))
    }

    /// The municipality's consultant on a day: nearly every deed is theirs.
    pub fn consultant(&self, on: Date) -> Result<PersonId, NotImported> {
        let post = self.positions.iter().find(|p| p.role == Role::Consultant && p.span.holds(on) && p.person.is_some());
        post.and_then(|p| p.person).ok_or_else(|| {
            let right = format!("nobody holds a position with role = \"consultant\" on {on}; the chain is entered by one");
            NotImported::entry(&self.file, "[[position]]", right)
        })
    }

    /// The first day on which there is a consultant.
    pub fn begins(&self) -> Option<Date> {
        self.positions.iter().filter(|p| p.role == Role::Consultant && p.person.is_some()).map(|p| p.span.from).min()
    }

    /// The position that leads a unit, held or vacant.
    pub fn leading(&self, file: &Path, entry: &str, key: &str) -> Result<PositionId, NotImported> {
        let unit = self.unit(file, entry, key)?.id;
        let post = self.positions.iter().find(|p| p.unit == unit && p.role.leads());
        post.map(|p| p.id).ok_or_else(|| {
            let right = format!("the unit {key:?} has no leading position that could answer for it; add a [[position]] that leads");
            NotImported::entry(file, entry, right)
        })
    }

    /// Who leads a unit on a day; where its post is vacant, the nearest leader above it in the administration.
    pub fn leader(&self, file: &Path, entry: &str, key: &str, on: Date) -> Result<PersonId, NotImported> {
        let unit = self.unit(file, entry, key)?;
        let above = |unit: &&Unit| unit.content.parent.and_then(|id| self.units.values().find(|u| u.id == id));
        let holder = |unit: &Unit, may_be_elected: bool| {
            let leads = |p: &&Post| p.unit == unit.id && p.role.leads() && (may_be_elected || !p.role.is_political());
            self.positions.iter().filter(leads).filter(|p| p.span.holds(on)).find_map(|p| p.person)
        };
        let mut line = std::iter::successors(Some(unit), above);
        let found = holder(unit, true).or_else(|| line.find_map(|u| holder(u, false)));
        found.ok_or_else(|| {
            let right = format!("nobody leads the unit {key:?}, or a unit above it, on {on}; somebody must, to answer for it");
            NotImported::entry(file, entry, right)
        })
    }

    /// Somebody by their key.
    pub fn person(&self, file: &Path, entry: &str, key: &str) -> Result<PersonId, NotImported> {
        let right = || format!("there is no person {key:?}; write the key of a [[person]] in organisation.toml");
        self.people.get(key).copied().ok_or_else(|| NotImported::entry(file, entry, right()))
    }

    /// Who heads a unit in the administration on a day, or the nearest unit above it; nobody, where only the elected do.
    pub fn head(&self, file: &Path, entry: &str, key: &str, on: Date) -> Result<Option<PersonId>, NotImported> {
        let unit = self.unit(file, entry, key)?;
        Ok(self.head_from(Some(unit), on))
    }

    /// Who judges what a unit reports on a day: the head above it, else the chief executive, else the consultant.
    pub fn judge(&self, file: &Path, entry: &str, key: &str, on: Date) -> Result<PersonId, NotImported> {
        let unit = self.unit(file, entry, key)?;
        let above = unit.content.parent.and_then(|id| self.units.values().find(|u| u.id == id));
        let leads_all = |p: &&Post| p.role == Role::ChiefExecutive && p.unit != unit.id && p.span.holds(on);
        let chief = || self.positions.iter().filter(leads_all).find_map(|p| p.person);
        match self.head_from(above, on).or_else(chief) {
            Some(person) => Ok(person),
            None => self.consultant(on),
        }
    }

    fn head_from(&self, unit: Option<&Unit>, on: Date) -> Option<PersonId> {
        let above = |unit: &&Unit| unit.content.parent.and_then(|id| self.units.values().find(|u| u.id == id));
        let holder = |unit: &Unit| {
            let heads = |p: &&Post| p.unit == unit.id && p.role.leads() && !p.role.is_political() && p.span.holds(on);
            self.positions.iter().filter(heads).find_map(|p| p.person)
        };
        std::iter::successors(unit, above).find_map(holder)
    }
}

/// Enters the organisation. What begins after the last day is entered on that day, as something that is to come.
pub(super) async fn enter(
    desk: &mut Desk,
    folder: &Folder,
    hours: &mut Hours,
    last_day: Date,
    password_hash: &str,
) -> Result<Crew, NotImported> {
    let mut crew = Crew {
        file: folder.organisation_file.clone(),
        units: BTreeMap::new(),
        people: BTreeMap::new(),
        positions: Vec::new(),
        logins: 0,
    };
    let first_day = folder.first_day();
    let mut act = |desk: &mut Desk, on: Date| {
        let at = hours.next(on.min(last_day));
        desk.pass_to(Actor::operator(desk.municipality(), danish_date(at)), at);
    };
    for entry in in_order(&folder.organisation.units, |u| u.from) {
        act(desk, entry.from);
        establish(desk, &mut crew, entry).await?;
    }
    for entry in &folder.organisation.people {
        act(desk, first_day);
        let name = format!("[[person]] {}", entry.key);
        let content = PersonContent { name: entry.name.clone(), email: entry.email.clone() };
        let person = orgs::enter_person(desk, None, content)
            .await
            .map_err(|e| NotImported::deed(&crew.file, &name, "entering the person", e))?;
        if crew.people.insert(entry.key.clone(), person.id).is_some() {
            return Err(twice(&crew.file, name));
        }
        if let Some(login) = &entry.login {
            let login = format!("{}.{login}", folder.slug);
            accounts::create_login(desk, person.id, &login, password_hash, true)
                .await
                .map_err(|e| NotImported::deed(&crew.file, &name, "creating the login", e))?;
            crew.logins += 1;
        }
    }
    for entry in in_order(&folder.organisation.positions, |p| p.from) {
        act(desk, entry.from);
        set_up(desk, &mut crew, entry).await?;
    }
    Ok(crew)
}

/// Entries by day; those of one day stay in the file's order.
fn in_order<T>(entries: &[T], day: impl Fn(&T) -> Date) -> Vec<&T> {
    let mut entries: Vec<&T> = entries.iter().collect();
    entries.sort_by_key(|e| day(e));
    entries
}

fn twice(file: &Path, entry: String) -> NotImported {
    NotImported::entry(file, entry, "another entry has the same key; every key stands once")
}

async fn establish(desk: &mut Desk, crew: &mut Crew, entry: &UnitEntry) -> Result<(), NotImported> {
    let name = format!("[[unit]] {}", entry.key);
    let parent = match &entry.parent {
        Some(key) => {
            let above = crew.units.get(key).ok_or_else(|| {
                let right = format!("parent = {key:?} is no unit that begins before it; write one that does, above it in the file");
                NotImported::entry(&crew.file, &name, right)
            })?;
            Some(above.id)
        }
        None => None,
    };
    let content = UnitContent {
        name: entry.name.clone(),
        level: entry.level.clone(),
        kind: entry.kind.clone(),
        area: entry.area.clone(),
        parent,
        function: entry.function,
        from: entry.from,
    };
    let mut unit = orgs::establish_unit(desk, None, content)
        .await
        .map_err(|e| NotImported::deed(&crew.file, &name, "setting up the unit", e))?;
    unit.version = 1;
    match crew.units.insert(entry.key.clone(), unit) {
        None => Ok(()),
        Some(_) => Err(twice(&crew.file, name)),
    }
}

async fn set_up(desk: &mut Desk, crew: &mut Crew, entry: &PositionEntry) -> Result<(), NotImported> {
    let name = format!("[[position]] {} in {}", entry.title, entry.unit);
    let unit = crew.unit(&crew.file, &name, &entry.unit)?.id;
    let person = match &entry.person {
        Some(key) => Some(*crew.people.get(key).ok_or_else(|| {
            let right =
                format!("there is no person {key:?}; write the key of a [[person]], or leave it out where the post is vacant");
            NotImported::entry(&crew.file, &name, right)
        })?),
        None => None,
    };
    let span = Span::new(entry.from, entry.to)
        .ok_or_else(|| NotImported::entry(&crew.file, &name, "it ends before it begins; mend from or to"))?;
    let content = PositionContent { unit, role: entry.role, title: entry.title.clone(), person, span };
    let position = orgs::set_up_position(desk, content)
        .await
        .map_err(|e| NotImported::deed(&crew.file, &name, "setting up the position", e))?;
    crew.positions.push(Post { id: position.id, unit, role: entry.role, person, span });
    Ok(())
}
