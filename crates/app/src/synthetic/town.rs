//! One synthetic municipality, made from a seed.

use fastrand::Rng;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use pejl_domain::chain::content::{
    ActionFields, Comparator, Content, Criterion, Measure, Milestone, Orientation, Progress, Scope, Target,
};
use pejl_domain::chain::{Decision, Element, Outcome, State};
use pejl_domain::models::{ElementKind, Key, Model};
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit, UnitContent, UnitFunction};
use pejl_domain::sentence::{Arg, Event};
use pejl_kernel::{
    DecisionId, ElementId, Figure, Line, Mint, Number, PersonId, PositionId, Prose, SequenceMint, Span, UnitId, Years,
};
use pejl_store::bulk::Bulk;

use super::Size;
use super::words::{ACTIONS, AIMS, AREAS, EFFECTS, NAMES, PLACES, WHERE};

/// A municipality ready to be written, and who can log in there.
pub(super) struct Made {
    pub bulk: Bulk,
    pub logins: Vec<(&'static str, PersonId)>,
    /// When what is in force came in force.
    pub adopted_at: Timestamp,
}

/// Makes one. The same seed and sizes give the same municipality, to the byte.
pub(super) fn make(model: &Model, size: Size, seed: u64, code: u64) -> Made {
    let mut town = Town {
        model,
        chance: Rng::with_seed(seed),
        mint: SequenceMint::after(code * 100_000_000),
        bulk: Bulk::default(),
        committees: Vec::new(),
        departments: Vec::new(),
        institutions: Vec::new(),
        leaders: Vec::new(),
        numbers: Vec::new(),
        told: Default::default(),
        author: PersonId(uuid_of(0)),
    };
    let logins = town.organisation(size.units.max(4));
    town.decisions();
    town.chain(size);
    town.tell();
    town.bulk.numbers.append(&mut town.numbers);
    let units = town.bulk.units.len() as i64;
    town.bulk.numbers.push(("unit".to_owned(), units));
    Made { bulk: town.bulk, logins, adopted_at: instant(BEGUN[IN_FORCE]) }
}

fn uuid_of(n: u64) -> uuid::Uuid {
    SequenceMint::after(n).fresh()
}

struct Town<'m> {
    model: &'m Model,
    chance: Rng,
    mint: SequenceMint,
    bulk: Bulk,
    committees: Vec<UnitId>,
    departments: Vec<UnitId>,
    institutions: Vec<UnitId>,
    leaders: Vec<(UnitId, PositionId)>,
    numbers: Vec<(String, i64)>,
    /// What happened, by the stretch of the year it happens in.
    told: [Vec<(ElementId, Event)>; 4],
    author: PersonId,
}

const TERM_FROM: i16 = 2026;

/// The first year: drafted in January, proposed in March, in force in May after April's meetings, closed in September.
const DRAFTED: usize = 0;
const PROPOSED: usize = 1;
const IN_FORCE: usize = 2;
const CLOSED: usize = 3;
/// When each of them begins, in seconds.
const BEGUN: [i64; 4] = [1_767_600_000, 1_772_438_400, 1_777_881_600, 1_788_768_000];
/// Seconds that each stretch of the year takes: twenty days.
const STRETCH: i64 = 20 * 86_400;

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or_default()
}

fn day(year: i16, month: i8, day: i8) -> Date {
    date(year, month, day)
}

/// Our own words always fit; an empty line would be a fault of the word lists, which a test reads.
fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    match Line::parse(text) {
        Ok(line) => line,
        Err(_) => line("–"),
    }
}

fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap_or_default()
}

impl Town<'_> {
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.chance.usize(..from.len())]
    }

    fn level(&self, depth: usize) -> Key {
        self.model.levels[depth.min(self.model.levels.len() - 1)].key.clone()
    }

    fn unit(&mut self, name: &str, depth: usize, area: &str, parent: Option<UnitId>, kind: Option<&str>) -> UnitId {
        let id = UnitId::new(&self.mint);
        let kind = kind.and_then(Key::parse).filter(|k| self.model.unit_kind(k).is_some());
        let content = UnitContent {
            name: line(name),
            level: self.level(depth),
            kind,
            area: area.to_owned(),
            parent,
            function: UnitFunction::Service,
            from: day(2010, 1, 1),
        };
        let serial = self.bulk.units.len() as i64 + 1;
        self.bulk.units.push(Unit { id, serial, foreign_id: None, content, to: None, successor: None, version: 0 });
        id
    }

    fn person(&mut self, name: &str) -> PersonId {
        let id = PersonId::new(&self.mint);
        let email = format!("p{}@synteby.example", self.bulk.people.len() + 1);
        self.bulk.people.push(Person { id, foreign_id: None, content: PersonContent { name: line(name), email }, version: 0 });
        id
    }

    fn position(&mut self, unit: UnitId, role: Role, title: &str, person: Option<PersonId>) -> PositionId {
        let id = PositionId::new(&self.mint);
        let span = Span { from: day(2020, 1, 1), to: None };
        let content = PositionContent { unit, role, title: line(title), person, span };
        self.bulk.positions.push(Position { id, content, version: 0 });
        id
    }

    /// A leader, or a vacancy: three in a hundred.
    fn led(&mut self, unit: UnitId, role: Role, title: &str) -> Option<PersonId> {
        let person = (self.chance.u8(..100) >= 3).then(|| self.person(&format!("{title} {}", self.bulk.people.len() + 1)));
        let position = self.position(unit, role, title, person);
        self.leaders.push((unit, position));
        person
    }

    fn organisation(&mut self, units: usize) -> Vec<(&'static str, PersonId)> {
        let council = self.unit("Byrådet", 0, "", None, None);
        let politician = self.person("Byrådsmedlem 1");
        self.position(council, Role::CouncilMember, "Byrådsmedlem", Some(politician));
        let consultant = self.person("Proceskonsulent 1");
        let administrator = self.person("Administrator 1");
        self.author = consultant;
        let committees = (units / 40).clamp(1, AREAS.len());
        for area in AREAS.iter().take(committees) {
            let id = self.unit(&format!("Udvalget for {}", area.to_lowercase()), 1, area, Some(council), None);
            self.committees.push(id);
            self.led(id, Role::CommitteeChair, "Udvalgsformand");
        }
        let departments = (units / 15).max(1);
        for n in 0..departments {
            let at = n % committees;
            let name = format!("{}, afdeling {}", AREAS[at], n / committees + 1);
            let id = self.unit(&name, 2, AREAS[at], Some(self.committees[at]), None);
            self.departments.push(id);
            self.led(id, Role::DepartmentHead, "Afdelingschef");
        }
        self.position(self.departments[0], Role::Consultant, "Proceskonsulent", Some(consultant));
        self.position(self.departments[0], Role::Administrator, "Administrator", Some(administrator));
        let mut leader = None;
        for n in self.bulk.units.len()..units {
            // Skewed: the first departments have most of the institutions.
            let at = self.chance.usize(..departments).min(self.chance.usize(..departments));
            let (sort, kind) = self.pick(&PLACES);
            let name = format!("{sort} {} {}", self.pick(&NAMES), n);
            let area = AREAS[at % committees];
            let id = self.unit(&name, 3, area, Some(self.departments[at]), Some(kind));
            self.institutions.push(id);
            leader = leader.or(self.led(id, Role::InstitutionLeader, "Leder"));
        }
        if self.institutions.is_empty() {
            self.institutions = self.departments.clone();
        }
        let mut logins = vec![("konsulent", consultant), ("politiker", politician), ("administrator", administrator)];
        logins.extend(leader.map(|l| ("leder", l)));
        logins
    }

    fn chain(&mut self, size: Size) {
        let council = self.bulk.units[0].id;
        let objectives: Vec<ElementId> =
            (0..8).map(|n| self.element(ElementKind::Objective, 0, council, &format!("{} hele kommunen", AIMS[n]))).collect();
        let policies: Vec<ElementId> = AREAS
            .iter()
            .map(|area| {
                let id = self.element(ElementKind::Policy, 0, council, &format!("Politik for {}", area.to_lowercase()));
                let above = self.pick(&objectives);
                self.bulk.ties.push((id, above));
                id
            })
            .collect();
        let mut upper: Vec<ElementId> = objectives.iter().chain(&policies).copied().collect();
        let committee_goals = (size.goals / 40).max(1);
        let department_goals = (size.goals / 8).max(1);
        let institution_goals = size.goals.saturating_sub(committee_goals + department_goals);
        let mut leaves = Vec::with_capacity(size.goals);
        for (depth, count) in [(1, committee_goals), (2, department_goals), (3, institution_goals)] {
            let owners = match depth {
                1 => self.committees.clone(),
                2 => self.departments.clone(),
                _ => self.institutions.clone(),
            };
            let mut here = Vec::with_capacity(count);
            for _ in 0..count {
                let owner = owners[self.chance.usize(..owners.len()).min(self.chance.usize(..owners.len()))];
                let title = format!("{} {}", self.pick(&AIMS), self.pick(&WHERE));
                let id = self.element(ElementKind::Goal, depth, owner, &title);
                self.tie_up(id, &upper);
                here.push(id);
            }
            if depth > 1 {
                leaves.extend(&here);
            }
            upper = here;
        }
        for _ in 0..size.actions {
            let under = leaves[self.chance.usize(..leaves.len())];
            let (owner, depth) = self.owner_of(under);
            let title = format!("{} {}", self.pick(&ACTIONS), self.pick(&WHERE));
            let id = self.element(ElementKind::Action, depth, owner, &title);
            self.bulk.ties.push((id, under));
        }
    }

    /// Most serve one thing above, some two, a few none.
    fn tie_up(&mut self, id: ElementId, upper: &[ElementId]) {
        let first = self.chance.usize(..upper.len());
        match self.chance.u8(..100) {
            0..3 => {}
            3..15 if upper.len() > 1 => {
                let second = (first + 1 + self.chance.usize(..upper.len() - 1)) % upper.len();
                self.bulk.ties.push((id, upper[first]));
                self.bulk.ties.push((id, upper[second]));
            }
            _ => self.bulk.ties.push((id, upper[first])),
        }
    }

    fn owner_of(&self, id: ElementId) -> (UnitId, usize) {
        // Elements are made in order, and so are their ids: the place of one follows from its id.
        let at = self.bulk.elements.binary_search_by_key(&id, |e| e.id).unwrap_or(0);
        let element = &self.bulk.elements[at];
        let depth = self.model.levels.iter().position(|l| l.key == element.level).unwrap_or(0);
        (element.owner, depth)
    }

    /// April's meetings: some decisions of each body that adopts something.
    fn decisions(&mut self) {
        let council = self.bulk.units[0].id;
        let meetings = [(0, vec![council], 12), (1, self.committees.clone(), 3), (2, self.departments.clone(), 2)];
        for (depth, bodies, most) in meetings {
            for body in bodies {
                for _ in 0..most {
                    self.decision(body, depth);
                }
            }
        }
    }

    fn decision(&mut self, body: UnitId, depth: usize) {
        let n = self.bulk.decisions.len();
        self.bulk.decisions.push(Decision {
            id: DecisionId::new(&self.mint),
            body,
            level: self.level(depth),
            on: day(TERM_FROM, 4, (n % 28) as i8 + 1),
            case_number: line(&format!("SYN-{TERM_FROM}-{:03}", n + 1)),
            text: prose("Indstillingen blev godkendt."),
        });
    }

    /// A decision by the body at a level, in a unit's line.
    fn decided(&mut self, unit: UnitId, level: &Key) -> Option<Decision> {
        // Units are made in order too, and each knows the one above it.
        let of = |id: UnitId| self.bulk.units.binary_search_by_key(&id, |u| u.id).ok().map(|at| &self.bulk.units[at]);
        let mut line = std::iter::successors(of(unit), |u| u.content.parent.and_then(of));
        let body = line.find(|u| u.content.level == *level)?.id;
        let there: Vec<usize> = (0..self.bulk.decisions.len()).filter(|n| self.bulk.decisions[*n].body == body).collect();
        let at = *self.chance.choice(&there)?;
        Some(self.bulk.decisions[at].clone())
    }

    fn number(&mut self, kind: ElementKind) -> Number {
        let prefix = kind.prefix();
        let series = format!("{}-{TERM_FROM}", prefix.letters());
        let at = self.numbers.iter().position(|(s, _)| *s == series).unwrap_or_else(|| {
            self.numbers.push((series, 0));
            self.numbers.len() - 1
        });
        self.numbers[at].1 += 1;
        Number { prefix, year: TERM_FROM, serial: self.numbers[at].1 as u32 }
    }

    fn element(&mut self, kind: ElementKind, depth: usize, owner: UnitId, title: &str) -> ElementId {
        let id = ElementId::new(&self.mint);
        let number = self.number(kind);
        let level = self.level(depth);
        let adopts = self.model.spec(kind, &level).and_then(|spec| spec.adopts.clone());
        let state = if adopts.is_some() { self.state(kind) } else { self.own_state() };
        let in_force = matches!(state, State::Adopted | State::Closed(_));
        let mut content = self.content(kind, owner, title);
        if let Some(action) = content.action.as_mut().filter(|_| !in_force) {
            action.progress = Progress::Planned;
        }
        let decision = adopts.as_ref().filter(|_| in_force).and_then(|level| self.decided(owner, level));
        let note = match state {
            State::Returned => prose("Skriv, hvordan det følges op."),
            State::Withdrawn => prose("Det blev til noget andet."),
            State::Closed(Outcome::Partly | Outcome::NotMet) => prose("Det lykkedes ikke alle steder inden fristen."),
            State::Draft | State::Proposed | State::Adopted | State::Closed(Outcome::Met) | State::Superseded => Prose::default(),
        };
        let element = Element {
            id,
            kind,
            level,
            number,
            owner,
            content,
            state,
            decision: decision.as_ref().map(|d| d.id),
            replaced_by: None,
            note,
            edition: u32::from(in_force),
            version: 0,
        };
        self.history(&element, adopts.is_some(), decision.as_ref());
        self.bulk.elements.push(element);
        id
    }

    /// Every state that what a body adopts can show, most of it adopted.
    fn state(&mut self, kind: ElementKind) -> State {
        if matches!(kind, ElementKind::Objective | ElementKind::Policy) {
            return State::Adopted;
        }
        match self.chance.u8(..100) {
            0..8 => State::Draft,
            8..13 => State::Proposed,
            13..15 => State::Returned,
            15..17 => State::Withdrawn,
            17..20 => State::Closed(Outcome::Met),
            20..21 => State::Closed(Outcome::Partly),
            21..22 => State::Closed(Outcome::NotMet),
            _ => State::Adopted,
        }
    }

    /// The same for what its unit puts in force itself: nobody proposes or returns it.
    fn own_state(&mut self) -> State {
        match self.chance.u8(..100) {
            0..12 => State::Draft,
            12..15 => State::Withdrawn,
            15..20 => State::Closed(Outcome::Met),
            20..22 => State::Closed(Outcome::Partly),
            _ => State::Adopted,
        }
    }

    fn content(&mut self, kind: ElementKind, owner: UnitId, title: &str) -> Content {
        let mut content = Content::titled(line(title));
        content.text = prose(self.pick(&EFFECTS));
        content.horizon = Years::new(TERM_FROM, TERM_FROM + 3);
        match kind {
            ElementKind::Goal => self.goal(&mut content, owner),
            ElementKind::Action => {
                let progress = self.pick(&[Progress::Planned, Progress::Running, Progress::Running, Progress::Done]);
                let month = self.chance.i8(1..=9);
                content.action = Some(ActionFields {
                    progress,
                    from: Some(day(2026, month, 1)),
                    to: Some(day(2027, month, 1)),
                    ..ActionFields::default()
                });
            }
            ElementKind::Objective
            | ElementKind::Policy
            | ElementKind::Guidepost
            | ElementKind::FocusArea
            | ElementKind::ValueMarker
            | ElementKind::Source => {}
        }
        content
    }

    fn goal(&mut self, content: &mut Content, owner: UnitId) {
        let responsible = self.leaders.iter().find(|(unit, _)| *unit == owner).map(|(_, position)| *position);
        let measure = self.pick(&[Measure::Effect, Measure::Effect, Measure::Output, Measure::Activity]);
        let orientation = self.pick(&[Orientation::Development, Orientation::Development, Orientation::Operations]);
        let scope = self.pick(&[Scope::Specific, Scope::Specific, Scope::CrossCutting, Scope::Own]);
        let (target, due) = (self.chance.i64(60..=98), day(self.chance.i16(2026..=2029), self.chance.i8(1..=12), 28));
        let measurable = self.chance.u8(..100) < 70;
        let effect = self.pick(&EFFECTS);
        let goal = &mut content.goal;
        goal.expected_effect = prose(effect);
        goal.follow_up = prose("Lederen følger op i juni og december og skriver det i opfølgningen.");
        (goal.measure, goal.orientation, goal.scope) = (Some(measure), Some(orientation), Some(scope));
        (goal.start, goal.due, goal.responsible) = (Some(day(2026, 1, 1)), Some(due), responsible);
        let halfway = if due.year() == TERM_FROM { day(TERM_FROM, (due.month() + 1) / 2, 28) } else { day(TERM_FROM, 12, 31) };
        goal.milestones = vec![Milestone { on: halfway, text: line("Halvvejs") }];
        let mut criterion = Criterion::worded(line("Andelen, der er tilfreds, når målet"));
        if measurable {
            criterion.comparator = Some(Comparator::AtLeast);
            criterion.value = Some(Figure::whole(target));
            criterion.unit = prose("%");
            criterion.baseline = Some(Figure::whole(target - 12));
            criterion.baseline_on = Some(day(2025, 12, 31));
            criterion.targets = vec![Target { on: halfway, value: Figure::whole(target - 6) }];
        }
        goal.criteria = vec![criterion];
    }

    /// What happened to it, in the sentences that people's own deeds leave.
    fn history(&mut self, element: &Element, adopted_by_a_body: bool, decision: Option<&Decision>) {
        let model = self.model;
        let told = |key: &str| element.sentence(model, key);
        let noted = |key: &str| told(key).text("note", element.note.as_str());
        let begun = || match decision {
            Some(decision) => {
                told("event-element-adopted").text("case", decision.case_number.as_str()).with("on", Arg::Date(decision.on))
            }
            None => told("event-element-put-in-force"),
        };
        let mut happened = vec![(DRAFTED, told("event-element-drafted"))];
        if adopted_by_a_body && !matches!(element.state, State::Draft | State::Withdrawn) {
            happened.push((PROPOSED, told("event-element-proposed")));
        }
        match element.state {
            State::Draft | State::Proposed => {}
            State::Returned => happened.push((IN_FORCE, noted("event-element-returned"))),
            State::Withdrawn => happened.push((PROPOSED, noted("event-element-withdrawn"))),
            State::Adopted | State::Superseded => happened.push((IN_FORCE, begun())),
            State::Closed(outcome) => {
                happened.push((IN_FORCE, begun()));
                let closed = told("event-element-closed").word("outcome", format!("outcome-{}", outcome.as_str()));
                happened.push((CLOSED, closed));
            }
        }
        for (when, sentence) in happened {
            self.told[when].push((element.id, sentence.into()));
        }
    }

    /// Spreads what happened over the year, oldest first.
    fn tell(&mut self) {
        for (told, begun) in std::mem::take(&mut self.told).into_iter().zip(BEGUN) {
            let count = (told.len() as i64).max(1);
            for (n, (element, event)) in (0..).zip(told) {
                self.bulk.events.push((instant(begun + STRETCH * n / count), self.author, element, event));
            }
        }
    }
}
