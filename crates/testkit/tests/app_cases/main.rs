//! Cases, through the door that pages use: from what was proposed to what was decided, and each complaint that people could
//! have about one.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod closed;
mod disqualified;
mod headings;
mod hostile;
mod lists;
mod standing;
mod twice;
mod whole;

use jiff::civil::{Date, date};
use pejl_app::Ending;
use pejl_app::cases::{NewCase, Resolved, decide_case, draft_case, ready_case};
use pejl_domain::cases::*;
use pejl_domain::chain::Element;
use pejl_domain::orgs::Role;
use pejl_kernel::ElementId;
use pejl_policy::Actor;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{line, prose};

/// The day it is in Testby is Friday 15 June 2018.
const MEETING: Date = date(2018, 6, 15);

fn chair(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::CommitteeChair, "boerneudvalg")
}

fn member(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::CommitteeMember, "boerneudvalg")
}

fn head(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
}

fn stranger(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::DepartmentHead, "kulturafdeling")
}

fn consultant(scene: &Scene) -> Actor {
    scene.town.actor(Role::Consultant)
}

/// A goal of the department's that was put before the children's committee.
async fn proposed(scene: &Scene, title: &str) -> Element {
    let mut tx = scene.office.db().write().await.unwrap();
    let goal = scene.town.proposed(&mut tx, "afdelingsmaal", "boerneafdeling", title).await;
    tx.commit().await.unwrap();
    goal
}

/// What is written in a case that is ready for its meeting.
fn content() -> CaseContent {
    CaseContent {
        meeting: Some(MEETING),
        item: Some(4),
        recommendation: vec![line("målet vedtages")],
        sections: vec![
            Section {
                part: Part::Presentation, heading: line("Sagsfremstilling"), text: prose("Afdelingen har foreslået målet.")
            },
            Section { part: Part::Money, heading: line("Økonomi"), text: prose("Holdes inden for rammen.") },
        ],
        ..CaseContent::titled(line("Vedtagelse af mål for Børn og læring"), CaseKind::Decision)
    }
}

fn closed() -> CaseContent {
    CaseContent { access: Access::Closed { reason: prose("Køb af fast ejendom.") }, ..content() }
}

fn new(scene: &Scene, content: CaseContent, adopts: &[&Element]) -> NewCase {
    let adopts = adopts.iter().map(|element| Adopts::Element(element.id)).collect();
    NewCase { body: scene.town.unit("boerneudvalg"), unit: scene.town.unit("boerneafdeling"), content, adopts }
}

async fn drafted(scene: &Scene, by: Actor, content: CaseContent, adopts: &[&Element]) -> Result<Case, Ending> {
    let new = new(scene, content, adopts);
    scene.deed(by, async |desk| draft_case(desk, new).await).await
}

/// A case for the children's committee, on the agenda of today's meeting.
async fn on_agenda(scene: &Scene, content: CaseContent, adopts: &[&Element]) -> Case {
    let case = drafted(scene, consultant(scene), content, adopts).await.unwrap();
    scene.deed(consultant(scene), async |desk| ready_case(desk, case.id, case.version).await).await.unwrap()
}

fn resolved(outcome: Outcome, text: &str) -> Resolved {
    Resolved { on: MEETING, outcome, text: prose(text) }
}

/// What the case names, each on the version that stands.
async fn standing(scene: &Scene, case: &Case) -> Vec<(Adopts, i64)> {
    let mut tx = scene.read().await;
    let mut standing = Vec::new();
    for one in &case.adopts {
        let version = match one {
            Adopts::Element(id) => pejl_store::chain::element(&mut tx, scene.town.id, *id).await.unwrap().version,
            Adopts::Agreement(id) => pejl_store::agreements::agreement(&mut tx, scene.town.id, *id).await.unwrap().version,
        };
        standing.push((*one, version));
    }
    standing
}

async fn decided(scene: &Scene, by: Actor, case: &Case, resolved: Resolved) -> Result<Case, Ending> {
    let adopted = standing(scene, case).await;
    let (id, version) = (case.id, case.version);
    scene.deed(by, async |desk| decide_case(desk, id, version, resolved, adopted).await).await
}

async fn element_now(scene: &Scene, id: ElementId) -> Element {
    pejl_store::chain::element(&mut scene.read().await, scene.town.id, id).await.unwrap()
}

/// How many decisions have been recorded.
async fn decisions(scene: &Scene) -> usize {
    pejl_store::chain::decisions(&mut scene.read().await, &scene.town.whole_sight(), 50).await.unwrap().len()
}

fn is_denied<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Denied(_)))
}

fn is_conflict<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Conflict))
}

fn is_not_found<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::NotFound))
}
