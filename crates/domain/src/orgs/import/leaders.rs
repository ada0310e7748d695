//! The plan for leaders: who each row names, and what that changes in who leads the unit.

use std::collections::HashMap;

use pejl_kernel::{Line, Mint, PersonId, PositionId, Span, UnitId};

use super::cells::Cells;
use super::columns::Columns;
use super::planning::{Draft, Ground};
use super::{Column, Existing, Fault, Step, goes_on, leading_role};
use crate::models::BodyKind;
use crate::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit};
use crate::sentence::{FieldChange, Sentence};

/// What a leader's position is called where the file does not say.
const TITLE: &str = "Leder";

/// What the file changes in who leads.
#[derive(Default)]
pub(super) struct Led {
    pub people: Vec<Step<Person>>,
    pub positions: Vec<Step<Position>>,
    /// By the row's place: the leader before and after.
    pub changes: HashMap<usize, FieldChange>,
    pub faults: Vec<Fault>,
}

/// Plans the leaders of every row that could be drawn up.
pub(super) fn plan(existing: &Existing, ground: &Ground<'_>, columns: &Columns, drafts: &[Draft<'_>], mint: &dyn Mint) -> Led {
    let names_leaders = [Column::LeaderId, Column::LeaderName, Column::LeaderEmail].into_iter().any(|c| columns.has(c));
    if !names_leaders {
        return Led::default();
    }
    let mut leaders: HashMap<UnitId, Vec<&Position>> = HashMap::new();
    for position in &existing.leaders {
        leaders.entry(position.content.unit).or_default().push(position);
    }
    let mut register = Register::of(&existing.people, mint);
    let mut led = Led::default();
    for (here, draft) in drafts.iter().enumerate() {
        let Some(unit) = draft.after.as_ref().filter(|u| goes_on(u, ground.today)) else { continue };
        let mut cells = Cells::new(columns, draft.row.line, &draft.row.cells);
        let present = leaders.get(&unit.id).map(Vec::as_slice).unwrap_or_default();
        if let Some(meant) = register.meant(&mut cells, present)
            && let Some(title) = title(&mut cells)
        {
            let post = Post { ground, unit, title, mint };
            led.hand_over(here, &register, post, present, meant);
        }
        led.faults.append(&mut cells.faults);
    }
    led.people = register.steps();
    led
}

/// The title a row gives; a fault where it does not fit.
fn title(cells: &mut Cells<'_>) -> Option<Option<Line<120>>> {
    match cells.filled(Column::LeaderTitle) {
        None => Some(None),
        Some(_) => cells.line::<120>(Column::LeaderTitle).map(Some),
    }
}

struct Post<'p> {
    ground: &'p Ground<'p>,
    unit: &'p Unit,
    title: Option<Line<120>>,
    mint: &'p dyn Mint,
}

impl Led {
    /// Makes `meant` lead the unit from today, where somebody else does.
    fn hand_over(&mut self, here: usize, register: &Register<'_>, post: Post<'_>, present: &[&Position], meant: Option<PersonId>) {
        let Some(level) = post.ground.model.level(&post.unit.content.level) else { return };
        let role = leading_role(level);
        // The chief executive and the directors sit with the council; its leader is its chair.
        let is_leading = |p: &&&Position| level.body != BodyKind::Council || p.content.role == Role::CommitteeChair;
        let mut seats: Vec<&Position> = present.iter().filter(is_leading).copied().collect();
        seats.sort_by_key(|p| (p.content.role != role, p.content.span.from, p.id));
        if let Some(person) = meant
            && seats.iter().any(|p| p.content.person == Some(person))
        {
            return;
        }
        let seat = seats.first().copied();
        if seat.is_none_or(|p| p.content.person.is_none()) && meant.is_none() {
            return;
        }
        let name = |person: Option<PersonId>| person.map(|p| register.name(p)).unwrap_or_default();
        let before = name(seat.and_then(|p| p.content.person));
        self.changes.insert(here, FieldChange { field: "unit-leader".to_owned(), before, after: name(meant) });
        match seat {
            Some(seat) => self.take_over(seat, post, meant),
            None => self.positions.extend(set_up(post, role, meant)),
        }
    }

    /// From today on; a holding that began today or begins later is mended where it stands.
    fn take_over(&mut self, seat: &Position, post: Post<'_>, meant: Option<PersonId>) {
        let retitled = |content: PositionContent| PositionContent {
            title: post.title.clone().filter(|_| meant.is_some()).unwrap_or_else(|| content.title.clone()),
            ..content
        };
        match seat.clone().take_over(PositionId::new(post.mint), meant, post.ground.today) {
            Ok((ended, next, _)) => {
                self.positions.push(Step { before: Some(seat.clone()), after: ended });
                self.positions.push(Step { before: None, after: Position { content: retitled(next.content), ..next } });
            }
            Err(_) => {
                let content = retitled(PositionContent { person: meant, ..seat.content.clone() });
                self.positions.push(Step { before: Some(seat.clone()), after: Position { content, ..seat.clone() } });
            }
        }
    }
}

fn set_up(post: Post<'_>, role: Role, meant: Option<PersonId>) -> Option<Step<Position>> {
    let from = if post.unit.version == 0 { post.unit.content.from } else { post.ground.today.max(post.unit.content.from) };
    let title = post.title.or_else(|| Line::parse(TITLE).ok())?;
    let span = Span { from, to: None };
    let content = PositionContent { unit: post.unit.id, role, title, person: meant, span };
    let (position, _) = Position::set_up(PositionId::new(post.mint), content, post.unit.content.name.as_str());
    Some(Step { before: None, after: position })
}

/// Everybody, and those the file brings.
struct Register<'e> {
    known: Vec<Known<'e>>,
    by_id: HashMap<PersonId, usize>,
    by_foreign: HashMap<String, usize>,
    by_email: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    mint: &'e dyn Mint,
}

struct Known<'e> {
    before: Option<&'e Person>,
    now: Person,
    /// The line on which the file first named them.
    named_on: Option<usize>,
}

/// What a row says about its leader.
struct Named<'r> {
    foreign: Option<&'r str>,
    name: Option<&'r str>,
    email: Option<&'r str>,
}

impl<'e> Register<'e> {
    fn of(people: &'e [Person], mint: &'e dyn Mint) -> Self {
        let mut register = Self {
            known: Vec::new(),
            by_id: HashMap::new(),
            by_foreign: HashMap::new(),
            by_email: HashMap::new(),
            by_name: HashMap::new(),
            mint,
        };
        for person in people {
            register.enter(Known { before: Some(person), now: person.clone(), named_on: None });
        }
        register
    }

    fn enter(&mut self, known: Known<'e>) -> usize {
        let here = self.known.len();
        let person = &known.now;
        self.by_id.insert(person.id, here);
        if let Some(foreign) = &person.foreign_id {
            self.by_foreign.insert(foreign.clone(), here);
        }
        if !person.content.email.is_empty() {
            self.by_email.entry(person.content.email.to_lowercase()).or_insert(here);
        }
        self.by_name.entry(person.content.name.as_str().to_lowercase()).or_default().push(here);
        self.known.push(known);
        here
    }

    fn name(&self, id: PersonId) -> String {
        self.by_id.get(&id).map(|here| self.known[*here].now.content.name.to_string()).unwrap_or_default()
    }

    /// Who a row means: `Some(None)` where it names nobody, `None` where it cannot be told and a fault says why.
    fn meant(&mut self, cells: &mut Cells<'_>, present: &[&Position]) -> Option<Option<PersonId>> {
        let named = Named {
            foreign: cells.filled(Column::LeaderId),
            name: cells.filled(Column::LeaderName),
            email: cells.filled(Column::LeaderEmail),
        };
        if named.foreign.is_none() && named.name.is_none() && named.email.is_none() {
            return Some(None);
        }
        let here = match self.find(&named, cells, present)? {
            Some(here) => here,
            None => self.bring(&named, cells)?,
        };
        self.mend(here, &named, cells)?;
        Some(Some(self.known[here].now.id))
    }

    /// Finds them by their id, else their mail address, else their name where only one has it. `Some(None)`: nobody yet.
    fn find(&self, named: &Named<'_>, cells: &mut Cells<'_>, present: &[&Position]) -> Option<Option<usize>> {
        if let Some(here) = named.foreign.and_then(|f| self.by_foreign.get(f)) {
            return Some(Some(*here));
        }
        if let Some(email) = named.email {
            let Some(here) = self.by_email.get(&email.to_lowercase()) else { return Some(None) };
            if named.foreign.is_some() && self.known[*here].now.foreign_id.is_some() {
                let whose = self.known[*here].now.content.name.to_string();
                cells.fault(Column::LeaderEmail, Sentence::new("import-fault-leader-email-taken").text("name", whose));
                return None;
            }
            return Some(Some(*here));
        }
        if named.foreign.is_some() {
            return Some(None);
        }
        let called = named.name.map(str::to_lowercase).and_then(|n| self.by_name.get(&n)).map(Vec::as_slice).unwrap_or_default();
        let leads = |here: &&usize| present.iter().any(|p| p.content.person == Some(self.known[**here].now.id));
        match called {
            [] => Some(None),
            [one] => Some(Some(*one)),
            many => match many.iter().find(leads) {
                Some(one) => Some(Some(*one)),
                None => {
                    let sentence = Sentence::new("import-fault-leader-ambiguous")
                        .text("name", named.name.unwrap_or_default())
                        .count("count", many.len());
                    cells.fault(Column::LeaderName, sentence);
                    None
                }
            },
        }
    }

    /// Enters somebody new.
    fn bring(&mut self, named: &Named<'_>, cells: &mut Cells<'_>) -> Option<usize> {
        if named.name.is_none() {
            cells.fault(Column::LeaderName, Sentence::new("import-fault-leader-name"));
            return None;
        }
        let name = cells.line::<120>(Column::LeaderName)?;
        let content = PersonContent { name, email: named.email.unwrap_or_default().to_owned() };
        match Person::enter(PersonId::new(self.mint), named.foreign.map(str::to_owned), content) {
            Ok((now, _)) => Some(self.enter(Known { before: None, now, named_on: Some(cells.line) })),
            Err(refused) => {
                refused.reasons.into_iter().for_each(|r| cells.fault(Column::LeaderEmail, r.sentence));
                None
            }
        }
    }

    /// Takes over the name, the address and the id a row gives somebody who is there already.
    fn mend(&mut self, here: usize, named: &Named<'_>, cells: &mut Cells<'_>) -> Option<()> {
        let mut content = self.known[here].now.content.clone();
        if named.name.is_some() {
            content.name = cells.line::<120>(Column::LeaderName)?;
        }
        if let Some(email) = named.email.filter(|e| !e.eq_ignore_ascii_case(&content.email)) {
            content.email = email.to_owned();
            let other = self.by_email.get(&email.to_lowercase()).filter(|other| **other != here);
            if let Some(other) = other {
                let whose = self.known[*other].now.content.name.to_string();
                cells.fault(Column::LeaderEmail, Sentence::new("import-fault-leader-email-taken").text("name", whose));
                return None;
            }
        }
        let known = &mut self.known[here];
        if let Some(line) = known.named_on
            && content != known.now.content
        {
            let sentence =
                Sentence::new("import-fault-leader-differs").count("line", line).text("name", known.now.content.name.as_str());
            cells.fault(Column::LeaderName, sentence);
            return None;
        }
        known.named_on.get_or_insert(cells.line);
        if known.now.foreign_id.is_none()
            && let Some(foreign) = named.foreign
        {
            known.now.foreign_id = Some(foreign.to_owned());
            self.by_foreign.insert(foreign.to_owned(), here);
        }
        if content != known.now.content {
            match known.now.clone().edit(content) {
                Ok((now, _)) => {
                    if !now.content.email.is_empty() {
                        self.by_email.insert(now.content.email.to_lowercase(), here);
                    }
                    known.now = now;
                }
                Err(refused) => {
                    refused.reasons.into_iter().for_each(|r| cells.fault(Column::LeaderEmail, r.sentence));
                    return None;
                }
            }
        }
        Some(())
    }

    fn steps(self) -> Vec<Step<Person>> {
        self.known
            .into_iter()
            .filter(|k| k.before != Some(&k.now))
            .map(|k| Step { before: k.before.cloned(), after: k.now })
            .collect()
    }
}
