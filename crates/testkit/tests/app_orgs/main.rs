//! The deeds on the organisation: outcome, row, line in the trail; who may; what each rule refuses; and what is left behind
//! by a deed that was not done.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use jiff::civil::{Date, date};
use pejl_app::orgs::{close_unit, edit_unit, enter_person, establish_unit};
use pejl_app::{Ending, Engine};
use pejl_domain::Sentence;
use pejl_domain::orgs::{PersonContent, Position, Role, Unit, UnitContent, UnitFunction};
use pejl_kernel::{PersonId, PositionId, Span, UnitId};
use pejl_policy::Actor;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{key, line};
use pejl_testkit::{TestDb, engines};

mod desks;
mod positions;
mod units;

fn testby(test: impl AsyncFnOnce(&Scene, &TestDb)) {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let scene = Scene::set(db).await;
        test(&scene, db).await;
    });
}

fn administrator(scene: &Scene) -> Actor {
    scene.town.actor(Role::Administrator)
}

fn unit(scene: &Scene, name: &str, level: &str, above: Option<&str>) -> UnitContent {
    UnitContent {
        name: line(name),
        level: key(level),
        kind: None,
        area: String::new(),
        parent: above.map(|a| scene.town.unit(a)),
        function: UnitFunction::Service,
        from: date(2018, 6, 1),
    }
}

fn called(name: &str, email: &str) -> PersonContent {
    PersonContent { name: line(name), email: email.to_owned() }
}

fn from(from: Date) -> Span {
    Span { from, to: None }
}

async fn unit_now(scene: &Scene, id: UnitId) -> Unit {
    pejl_store::orgs::unit(&mut scene.read().await, scene.town.id, id).await.unwrap()
}

async fn position_now(scene: &Scene, id: PositionId) -> Position {
    pejl_store::orgs::position(&mut scene.read().await, scene.town.id, id).await.unwrap()
}

async fn established(scene: &Scene, content: UnitContent) -> Result<Unit, Ending> {
    scene.deed(administrator(scene), async |desk| establish_unit(desk, None, content).await).await
}

async fn edited(scene: &Scene, id: UnitId, version: i64, content: UnitContent) -> Result<Unit, Ending> {
    scene.deed(administrator(scene), async |desk| edit_unit(desk, id, version, content).await).await
}

async fn closed(scene: &Scene, id: UnitId, on: Date, successor: Option<UnitId>) -> Result<Unit, Ending> {
    let version = unit_now(scene, id).await.version;
    scene.deed(administrator(scene), async |desk| close_unit(desk, id, version, on, successor).await).await
}

async fn entered(scene: &Scene, name: &str) -> PersonId {
    scene.deed(administrator(scene), async |desk| enter_person(desk, None, called(name, "")).await).await.unwrap().id
}

/// Whether the newest line about something says this, as somebody's deed.
async fn told(scene: &Scene, subject: impl Into<uuid::Uuid>, sentence: Sentence, by: &str) {
    let newest = scene.newest(subject).await;
    assert_eq!(newest.event.sentence, sentence);
    assert_eq!(newest.person.as_deref(), Some(by));
}

const BY: &str = "Systemforvalter (prøve)";
