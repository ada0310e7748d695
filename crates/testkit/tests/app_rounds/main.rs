//! Follow-up, through the door that pages use: a whole round, and each complaint that people could have about one.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod answering;
mod evidence;
mod figures;
mod frozen;
mod keeping;
mod leaders;
mod reporting;
mod twice;
mod whole;

use jiff::civil::date;
use pejl_app::Ending;
use pejl_app::rounds::{Asked, Submission, Typed, accept_reports, open_round, plan_round, submit_reports};
use pejl_domain::chain::{Comparator, Content, Criterion, Documentation, Element};
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{Mark, Outlook, ReportContent, Round};
use pejl_kernel::Figure;
use pejl_policy::{Action, Actor};
use pejl_store::{chain, rounds};
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{all_tied, key, line, prose};

/// Testby in a year with a round that is open, and two goals of the school that it asks.
struct Year {
    scene: Scene,
    round: Round,
    reading: Element,
    cycling: Element,
}

impl Year {
    /// The annual status is open; the school has two goals, the department none.
    async fn open(db: &TestDb) -> Self {
        let scene = Scene::set(db).await;
        let reading = goal(&scene, "skole", "Flere læser sikkert", |_| ()).await;
        let cycling = goal(&scene, "skole", "Flere cykler til skole", |_| ()).await;
        let round = opened(&scene, "aarsstatus", 2018).await;
        Self { scene, round, reading, cycling }
    }

    fn leader(&self) -> Actor {
        self.scene.town.actor_at(Role::InstitutionLeader, "skole")
    }

    fn head(&self) -> Actor {
        self.scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
    }

    fn chair(&self) -> Actor {
        self.scene.town.actor_at(Role::CommitteeChair, "boerneudvalg")
    }

    fn consultant(&self) -> Actor {
        self.scene.town.actor(Role::Consultant)
    }

    /// A report as it stands.
    async fn asked(&self, goal: &Element) -> Asked {
        asked(&self.scene, &self.round, goal).await
    }

    /// What somebody types about a goal, on the version that stands.
    async fn typed(&self, goal: &Element, content: ReportContent) -> Typed {
        Typed { goal: goal.id, version: self.asked(goal).await.report.version, content }
    }

    /// Both goals submitted by their leader, one green, one red; and accepted by the head where that is wanted.
    async fn reported(&self, accepted: bool) {
        let page = [self.typed(&self.reading, met()).await, self.typed(&self.cycling, not_met()).await];
        let round = self.round.id;
        let outcome = self.scene.deed(self.leader(), async |desk| submit_reports(desk, round, &page).await).await;
        assert_eq!(outcome.unwrap(), Submission::Done { submitted: 2 });
        if accepted {
            let versions = page.map(|typed| (typed.goal, typed.version + 1));
            let outcome = self.scene.deed(self.head(), async |desk| accept_reports(desk, round, &versions).await).await;
            assert_eq!(outcome.unwrap(), 2);
        }
    }

    /// The round as it stands.
    async fn now(&self) -> Round {
        rounds::round(&mut self.scene.read().await, self.scene.town.id, self.round.id).await.unwrap()
    }
}

/// Plans a round of a year and opens it.
async fn opened(scene: &Scene, spec: &str, year: i16) -> Round {
    let keeper = || scene.town.actor(Role::Consultant);
    let spec = key(spec);
    let planned = scene.deed(keeper(), async |desk| plan_round(desk, &spec, year).await).await.unwrap();
    scene.deed(keeper(), async |desk| open_round(desk, planned.id, planned.version).await).await.unwrap().round
}

/// A report as it stands.
async fn asked(scene: &Scene, round: &Round, goal: &Element) -> Asked {
    rounds::report(&mut scene.read().await, scene.town.id, round.id, goal.id).await.unwrap()
}

/// A goal in force in a unit, with what else it shall say.
async fn goal(scene: &Scene, owner: &str, title: &str, more: impl FnOnce(&mut Content)) -> Element {
    let town = &scene.town;
    let (spec, adopts) = match town.whole_unit(owner).content.level.as_str() {
        "institution" => ("institutionsmaal", "afdeling"),
        "afdeling" => ("afdelingsmaal", "fagudvalg"),
        _ => ("udvalgsmaal", "byraad"),
    };
    let mut content = town.content(ElementKind::Goal, title);
    more(&mut content);
    let mut tx = scene.office.db().write().await.unwrap();
    let number = chain::next_element_number(&mut tx, town.id, ElementKind::Goal, 2018).await.unwrap();
    let (element, event) = town.drafted(number, spec, owner, content);
    let element = town.save(&mut tx, &element, &event).await;
    let (element, event) = element.propose(&town.model, &all_tied()).unwrap();
    let element = town.save(&mut tx, &element, &event).await;
    // What a body has decided is one decision, however many goals it adopts.
    let known = chain::decisions(&mut tx, &town.whole_sight(), 50).await.unwrap().into_iter().map(|row| row.decision);
    let mut known = known.filter(|d| d.level == key(adopts) && town.line_of(element.owner).contains(&d.body));
    let decision = match known.next() {
        Some(decision) => decision,
        None => town.decision(&mut tx, element.owner, &key(adopts)).await,
    };
    let (element, event) = element.adopt(&town.model, &decision).unwrap();
    let element = town.save(&mut tx, &element, &event).await;
    let permit = town.permit(Action::AdoptElement);
    chain::save_edition(&mut tx, &permit, town.at(), &element, &prose("")).await.unwrap();
    tx.commit().await.unwrap();
    element
}

/// A criterion that can be counted: comparator, the value to reach, and where things stood.
fn countable(comparator: Comparator, value: &str, baseline: Option<&str>) -> Criterion {
    Criterion {
        comparator: Some(comparator),
        value: Some(figure(value)),
        baseline: baseline.map(figure),
        baseline_on: baseline.map(|_| date(2017, 12, 31)),
        ..Criterion::worded(line("Det, der tælles"))
    }
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

/// Green, assessed.
fn met() -> ReportContent {
    ReportContent {
        mark: Some(Mark::Met),
        done: prose("Læsemakkere på alle årgange."),
        documentation: Some(Documentation::Assessment),
        effect: prose("Ni af ti læser uden hjælp, vurderer lærerne."),
        ..ReportContent::default()
    }
}

/// Red, with what is the case, why, and what is done now.
fn not_met() -> ReportContent {
    ReportContent {
        mark: Some(Mark::NotMet),
        outlook: Some(Outlook::AtRisk),
        fact: prose("Hver femte cykler."),
        cause: prose("Stien er ikke åbnet."),
        action: prose("Cykelbus fra marts."),
        ..ReportContent::default()
    }
}

/// How many were submitted, where all of them were.
fn submitted(outcome: Result<Submission, Ending>) -> usize {
    match outcome {
        Ok(Submission::Done { submitted }) => submitted,
        other => panic!("not submitted: {other:?}"),
    }
}

/// Ended in conflict.
fn is_conflict<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Conflict))
}

/// Was denied.
fn is_denied<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Denied(_)))
}
