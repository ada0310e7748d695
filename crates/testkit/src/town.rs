//! Testby: a small municipality with everything in it that a rule could ask about. Four levels in two branches, every role
//! held by somebody, one vacancy; the same ids and the same instant every time.

use jiff::Timestamp;
use jiff::civil::date;
use pejl_domain::chain::{ActionFields, Content, Decision, Element, Tied};
use pejl_domain::models::{self, ElementKind, Key, Model};
use pejl_domain::orgs::{Person, PersonContent, Position, PositionContent, Role, Unit, UnitContent, UnitFunction};
use pejl_domain::{Event, Sentence};
use pejl_kernel::{
    Clock as _, DecisionId, ElementId, FixedClock, Line, ModelVersionId, MunicipalityId, Number, PersonId, PositionId, Prose,
    SequenceMint, Span, UnitId,
};
use pejl_policy::{Action, Actor, Facts, Permit, Post, Sight, Who, decide};
use pejl_store::models::Municipality;
use pejl_store::{Db, Tx, chain, orgs};

/// Testby's model, as a file would hold it.
pub const MODEL: &str = include_str!("../models/testby.toml");

/// The units: handle, name, level, the handle of the unit above.
const UNITS: [(&str, &str, &str, Option<&str>); 8] = [
    ("byraad", "Testby Byråd", "byraad", None),
    ("boerneudvalg", "Børneudvalget", "fagudvalg", Some("byraad")),
    ("kulturudvalg", "Kulturudvalget", "fagudvalg", Some("byraad")),
    ("boerneafdeling", "Børn og læring", "afdeling", Some("boerneudvalg")),
    ("kulturafdeling", "Kultur og fritid", "afdeling", Some("kulturudvalg")),
    ("skole", "Ådalskolen", "institution", Some("boerneafdeling")),
    ("boernehave", "Æblehaven", "institution", Some("boerneafdeling")),
    ("bibliotek", "Øbro Bibliotek", "institution", Some("kulturafdeling")),
];

/// The posts: unit, role, title, whether somebody holds it. Each holder is called after the post.
const POSTS: [(&str, Role, &str, bool); 17] = [
    ("byraad", Role::CouncilMember, "Byrådsmedlem", true),
    ("byraad", Role::ChiefExecutive, "Kommunaldirektør", true),
    ("byraad", Role::Director, "Direktør", true),
    ("byraad", Role::Consultant, "Styringskonsulent", true),
    ("byraad", Role::Controller, "Controller", true),
    ("byraad", Role::Administrator, "Systemforvalter", true),
    ("boerneudvalg", Role::CommitteeChair, "Formand for børneudvalget", true),
    ("boerneudvalg", Role::CommitteeMember, "Medlem af børneudvalget", true),
    ("kulturudvalg", Role::CommitteeChair, "Formand for kulturudvalget", true),
    ("boerneafdeling", Role::DepartmentHead, "Børne- og læringschef", true),
    ("kulturafdeling", Role::DepartmentHead, "Kultur- og fritidschef", true),
    ("skole", Role::InstitutionLeader, "Skoleleder", true),
    ("skole", Role::Employee, "Lærer", true),
    ("skole", Role::WorksCouncilMember, "Tillidsrepræsentant", true),
    ("skole", Role::BoardMember, "Medlem af skolebestyrelsen", true),
    ("boernehave", Role::InstitutionLeader, "Leder af børnehaven", false),
    ("bibliotek", Role::InstitutionLeader, "Biblioteksleder", true),
];

/// Testby, entered in a database.
pub struct Town {
    /// The municipality.
    pub municipality: Municipality,
    /// Its id.
    pub id: MunicipalityId,
    /// Its model.
    pub model: Model,
    /// The installed version of it.
    pub version: ModelVersionId,
    /// Stands still at [`Town::at`].
    pub clock: FixedClock,
    /// Gives the next ids.
    pub mint: SequenceMint,
    units: Vec<(&'static str, Unit)>,
    posts: Vec<(&'static str, Role, PositionId, Option<PersonId>)>,
}

/// A key that is known to be one.
pub fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

/// A line that is known to fit.
pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).expect("a line")
}

/// A text that is known to fit.
pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).expect("a text")
}

/// Something that happened, where it does not matter what.
pub fn event(key: &str) -> Event {
    Sentence::new(key).into()
}

impl Town {
    /// Testby, committed.
    pub async fn enter(db: &Db) -> Self {
        Self::named(db, ("9999", "Testby", "testby"), 0).await
    }

    /// Another municipality with the same model, to see that nothing crosses the border. Its ids are others.
    pub async fn neighbour(db: &Db) -> Self {
        Self::named(db, ("9998", "Naboby", "naboby"), 1_000_000).await
    }

    async fn named(db: &Db, (code, name, slug): (&str, &str, &str), ids_after: u64) -> Self {
        let mint = SequenceMint::after(ids_after);
        let id = MunicipalityId::new(&mint);
        let mut town = Self {
            municipality: Municipality { id, code: code.to_owned(), name: name.to_owned(), slug: slug.to_owned(), stands_on: None },
            id,
            model: models::parse::parse("testby.toml", MODEL)
                .unwrap_or_else(|faults| panic!("Testby's model is not sound: {:#?}", faults.list)),
            version: ModelVersionId::new(&mint),
            clock: FixedClock(Timestamp::from_second(1_529_056_800).expect("15 June 2018, 12:00 in Denmark")),
            mint,
            units: Vec::new(),
            posts: Vec::new(),
        };
        let mut tx = db.write().await.expect("writing");
        let install = town.permit(Action::InstallModel);
        pejl_store::models::enter(&mut tx, &install, town.at(), &town.municipality).await.expect("entering Testby");
        let installed = event("event-model-installed");
        let body = (town.model.name.as_str(), MODEL);
        pejl_store::models::install(&mut tx, &install, town.at(), town.version, body, &installed)
            .await
            .expect("installing the model");
        for (handle, name, level, above) in UNITS {
            town.establish(&mut tx, handle, name, level, above).await;
        }
        for (unit, role, title, is_held) in POSTS {
            town.set_up(&mut tx, unit, role, title, is_held).await;
        }
        tx.commit().await.expect("committing Testby");
        town
    }

    /// The instant everything happens at.
    pub fn at(&self) -> Timestamp {
        self.clock.now()
    }

    /// Sets up one more unit.
    pub async fn establish(&mut self, tx: &mut Tx, handle: &'static str, name: &str, level: &str, above: Option<&str>) -> UnitId {
        let parent = above.map(|a| self.whole_unit(a));
        let content = UnitContent {
            name: line(name),
            level: key(level),
            kind: None,
            area: String::new(),
            parent: parent.map(|p| p.id),
            function: UnitFunction::Service,
            from: date(2018, 1, 1),
        };
        let serial = pejl_store::next_number(tx, self.id, "unit").await.expect("a number");
        let parent_level = parent.map(|p| &p.content.level);
        let (unit, event) = Unit::establish(UnitId::new(&self.mint), serial, None, content, &self.model, parent_level)
            .expect("a unit the model allows");
        let permit = self.permit(Action::KeepOrganisation);
        orgs::save_unit(tx, &permit, self.at(), &unit, &event).await.expect("saving a unit");
        let id = unit.id;
        self.units.push((handle, Unit { version: 1, ..unit }));
        id
    }

    async fn set_up(&mut self, tx: &mut Tx, unit: &'static str, role: Role, title: &str, is_held: bool) {
        let holder = if is_held { Some(self.person(tx, &format!("{title} (prøve)")).await) } else { None };
        self.appoint(tx, unit, role, title, holder).await;
    }

    /// Enters one more person.
    pub async fn person(&self, tx: &mut Tx, name: &str) -> PersonId {
        let content = PersonContent { name: line(name), email: String::new() };
        let (person, event) = Person::enter(PersonId::new(&self.mint), None, content).expect("a person");
        let permit = self.permit(Action::KeepOrganisation);
        orgs::save_person(tx, &permit, self.at(), &person, &event).await.expect("saving a person");
        person.id
    }

    /// Sets up one more position, from the first day of 2018.
    pub async fn appoint(
        &mut self,
        tx: &mut Tx,
        unit: &'static str,
        role: Role,
        title: &str,
        holder: Option<PersonId>,
    ) -> PositionId {
        let content = PositionContent {
            unit: self.unit(unit),
            role,
            title: line(title),
            person: holder,
            span: Span { from: date(2018, 1, 1), to: None },
        };
        let (position, event) = Position::set_up(PositionId::new(&self.mint), content, unit);
        let permit = self.permit(Action::KeepOrganisation);
        orgs::save_position(tx, &permit, self.at(), &position, Some(&event)).await.expect("saving a position");
        self.posts.push((unit, role, position.id, holder));
        position.id
    }

    /// Takes its time, without a clock: in a transaction that did not wait for its turn, another gets in between.
    pub async fn linger(&self, tx: &mut Tx) {
        for _ in 0..100 {
            pejl_store::audit::length(tx, self.id).await.expect("reading something");
        }
    }

    /// The unit with this handle.
    pub fn unit(&self, handle: &str) -> UnitId {
        self.whole_unit(handle).id
    }

    /// The unit with this handle, as it was entered.
    pub fn whole_unit(&self, handle: &str) -> &Unit {
        &self.units.iter().find(|(h, _)| *h == handle).expect("a unit of Testby").1
    }

    /// A unit and those above it, nearest first.
    pub fn line_of(&self, unit: UnitId) -> Vec<UnitId> {
        let above = |id: &UnitId| self.units.iter().find(|(_, u)| u.id == *id).and_then(|(_, u)| u.content.parent);
        std::iter::successors(Some(unit), above).collect()
    }

    /// The position of this role in a unit.
    pub fn position_at(&self, role: Role, unit: &str) -> PositionId {
        self.post(|(u, r, _, _)| *r == role && *u == unit).2
    }

    fn post(
        &self,
        is_meant: impl FnMut(&&(&'static str, Role, PositionId, Option<PersonId>)) -> bool,
    ) -> &(&'static str, Role, PositionId, Option<PersonId>) {
        self.posts.iter().find(is_meant).expect("a post of Testby")
    }

    /// The first to hold this role: in the children's branch, where there are two.
    pub fn actor(&self, role: Role) -> Actor {
        self.acting(self.post(|(_, r, _, holder)| *r == role && holder.is_some()))
    }

    /// Who holds this role in a unit.
    pub fn actor_at(&self, role: Role, unit: &str) -> Actor {
        self.acting(self.post(|(u, r, _, holder)| *r == role && *u == unit && holder.is_some()))
    }

    /// Everybody who holds a post, as `role@unit`.
    pub fn everybody(&self) -> Vec<(String, Actor)> {
        let held = self.posts.iter().filter(|post| post.3.is_some());
        held.map(|post| (format!("{}@{}", post.1.as_str(), post.0), self.acting(post))).collect()
    }

    fn acting(&self, (unit, role, position, holder): &(&'static str, Role, PositionId, Option<PersonId>)) -> Actor {
        let post = Post { position: *position, unit: self.unit(unit), role: *role, standing_in_for: None };
        let who = holder.map_or(Who::Operator, Who::Person);
        Actor { who, municipality: self.id, on: self.clock.today(), posts: vec![post] }
    }

    /// Whoever has the command line of the machine.
    pub fn operator(&self) -> Actor {
        Actor::operator(self.id, self.clock.today())
    }

    /// What the first to hold this role sees.
    pub fn sight(&self, role: Role) -> Sight {
        Sight::of(&self.actor(role))
    }

    /// What the holder of this role in a unit sees.
    pub fn sight_at(&self, role: Role, unit: &str) -> Sight {
        Sight::of(&self.actor_at(role, unit))
    }

    /// What the operator sees: everything.
    pub fn whole_sight(&self) -> Sight {
        Sight::of(&self.operator())
    }

    /// A permit for an action, from the first who may: the operator, the consultant, the administrator, the school's leader.
    pub fn permit(&self, action: Action) -> Permit {
        if let Ok(permit) = decide(&self.operator(), action, &Facts::municipality()) {
            return permit;
        }
        let school = Facts { line: self.line_of(self.unit("skole")), ..Facts::default() };
        [Role::Consultant, Role::Administrator, Role::InstitutionLeader]
            .into_iter()
            .find_map(|role| decide(&self.actor(role), action, &school).ok())
            .expect("somebody in Testby who may")
    }

    /// What an element of this kind holds when it is ready to be proposed.
    pub fn content(&self, kind: ElementKind, title: &str) -> Content {
        let mut content = Content::titled(line(title));
        content.text = prose("Det, vi vil.");
        match kind {
            ElementKind::Goal => {
                content.goal.expected_effect = prose("Borgerne mærker det.");
                content.goal.follow_up = prose("Ved årets slutning.");
            }
            ElementKind::Action => content.action = Some(ActionFields::default()),
            ElementKind::Objective
            | ElementKind::Policy
            | ElementKind::Guidepost
            | ElementKind::FocusArea
            | ElementKind::ValueMarker
            | ElementKind::Source => {}
        }
        content
    }

    /// A draft, not yet saved.
    pub fn drafted(&self, number: Number, spec: &str, owner: &str, content: Content) -> (Element, Event) {
        let spec = self.model.element(&key(spec)).expect("a spec of Testby's model");
        let level = self.whole_unit(owner).content.level.clone();
        Element::draft(ElementId::new(&self.mint), number, spec, self.unit(owner), level, content).expect("a draft")
    }

    /// Enters a draft that is ready to be proposed.
    pub async fn draft(&self, tx: &mut Tx, spec: &str, owner: &str, title: &str) -> Element {
        let kind = self.model.element(&key(spec)).expect("a spec of Testby's model").kind;
        let number = chain::next_element_number(tx, self.id, kind, 2018).await.expect("a number");
        let (element, event) = self.drafted(number, spec, owner, self.content(kind, title));
        self.save(tx, &element, &event).await
    }

    /// Saves an element and reads it back.
    pub async fn save(&self, tx: &mut Tx, element: &Element, event: &Event) -> Element {
        let permit = self.permit(Action::DraftElement);
        chain::save_element(tx, &permit, self.at(), element, event).await.expect("saving an element");
        chain::element(tx, self.id, element.id).await.expect("an element")
    }

    /// Enters an element and proposes it.
    pub async fn proposed(&self, tx: &mut Tx, spec: &str, owner: &str, title: &str) -> Element {
        let (element, event) =
            self.draft(tx, spec, owner, title).await.propose(&self.model, &all_tied()).expect("what is ready can be proposed");
        self.save(tx, &element, &event).await
    }

    /// Enters an element and brings it in force: adopted by the body its model names, with its first edition.
    pub async fn adopted(&self, tx: &mut Tx, spec: &str, owner: &str, title: &str) -> Element {
        let adopts = self.model.element(&key(spec)).and_then(|s| s.adopts.clone());
        let (element, event) = match adopts {
            Some(level) => {
                let proposed = self.proposed(tx, spec, owner, title).await;
                let decision = self.decision(tx, proposed.owner, &level).await;
                proposed.adopt(&self.model, &decision).expect("what is proposed can be adopted")
            }
            None => self
                .draft(tx, spec, owner, title)
                .await
                .put_in_force(&self.model, &all_tied())
                .expect("what needs no adoption can be put in force"),
        };
        let element = self.save(tx, &element, &event).await;
        let permit = self.permit(Action::AdoptElement);
        chain::save_edition(tx, &permit, self.at(), &element, &prose("")).await.expect("freezing an edition");
        element
    }

    /// Records a decision by the body of a level in a unit's line.
    pub async fn decision(&self, tx: &mut Tx, unit: UnitId, level: &Key) -> Decision {
        let line_up = self.line_of(unit);
        let body = self.units.iter().map(|(_, u)| u).find(|u| line_up.contains(&u.id) && u.content.level == *level);
        let body = body.expect("a body of that level");
        let decision = Decision {
            id: DecisionId::new(&self.mint),
            body: body.id,
            level: level.clone(),
            on: date(2018, 5, 28),
            case_number: line("EKS-2018-7"),
            text: prose("Vedtaget."),
        };
        let (decision, event) =
            decision.record(body.content.name.as_str(), self.clock.today()).expect("a decision that has been made");
        let permit = self.permit(Action::AdoptElement);
        chain::save_decision(tx, &permit, self.at(), &decision, &event).await.expect("recording a decision");
        decision
    }

    /// Puts one element under another.
    pub async fn tie(&self, tx: &mut Tx, child: &Element, parent: &Element) {
        let permit = self.permit(Action::TieElement);
        let event = pejl_domain::chain::ties::tied(&self.model, child, parent);
        chain::tie(tx, &permit, self.at(), child.id, parent.id, &event).await.expect("tying");
    }
}

/// As if it stood under something and pointed to everything: for elements whose ties are not what is tried.
pub fn all_tied() -> Tied {
    Tied { parents: 1, markers: 1, sources: 1 }
}
