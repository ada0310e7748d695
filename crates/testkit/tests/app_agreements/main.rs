//! The deeds on agreements, through the door that pages use: a whole life, the negotiation, what one decision settles, the
//! turn of the year; who may, and what a refusal says.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod amending;
mod life;
mod settling;
mod standing;
mod turning;

use jiff::civil::date;
use pejl_app::Ending;
use pejl_app::agreements::{
    AgreementDraft, AgreementPage, agreement_page, approve, draft_agreement, edit_agreement, open_dialogue, sign, submit,
};
use pejl_app::chain::DecisionGiven;
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState, GoalLine, GoalPlace};
use pejl_domain::chain::Element;
use pejl_domain::orgs::Role;
use pejl_kernel::{AgreementId, ElementId};
use pejl_policy::{Actor, Sight};
use pejl_store::audit;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{key, line, prose};

/// The department's head, who answers the committee and asks the school.
fn head(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
}

/// Who chairs the committee.
fn chair(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::CommitteeChair, "boerneudvalg")
}

fn consultant(scene: &Scene) -> Actor {
    scene.town.actor(Role::Consultant)
}

fn school_leader(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::InstitutionLeader, "skole")
}

/// What an agreement between a committee and a department is started with.
fn between(scene: &Scene, kind: &str, principal: &str, agent: &str) -> AgreementDraft {
    let (principal, agents) = (scene.town.unit(principal), vec![scene.town.unit(agent)]);
    AgreementDraft { kind: key(kind), principal, agents, from: 2018, years: 1 }
}

/// A draft between the children's committee and its department.
async fn drafted(scene: &Scene) -> Agreement {
    let draft = between(scene, "udvalgsaftale", "boerneudvalg", "boerneafdeling");
    scene.deed(head(scene), async |desk| draft_agreement(desk, draft).await).await.unwrap()
}

/// A draft between the department and the school.
async fn drafted_below(scene: &Scene) -> Agreement {
    let draft = between(scene, "virksomhedsaftale", "boerneafdeling", "skole");
    scene.deed(school_leader(scene), async |desk| draft_agreement(desk, draft).await).await.unwrap()
}

/// What a model asks for, with these goals.
fn filled(agreement: &Agreement, goals: &[&Element]) -> AgreementContent {
    let mut content = agreement.content.clone();
    for section in &mut content.sections {
        section.text = prose("Det, vi er enige om.");
    }
    for theme in &mut content.themes {
        theme.answer = prose("Vi måler hvert halve år.");
    }
    let line = |goal: &&Element| GoalLine { goal: goal.id, place: GoalPlace::Own, note: prose("") };
    content.goals = goals.iter().map(line).collect();
    content
}

async fn edited(scene: &Scene, by: Actor, agreement: &Agreement, content: AgreementContent) -> Result<Agreement, Ending> {
    let (id, version) = (agreement.id, agreement.version);
    scene.deed(by, async |desk| edit_agreement(desk, id, version, content).await).await
}

/// A goal of the department's, drafted under an adopted goal of the committee's.
async fn department_goal(scene: &Scene, title: &str) -> Element {
    let mut tx = scene.office.db().write().await.unwrap();
    let above = scene.town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Flere cykler til skole").await;
    let goal = scene.town.draft(&mut tx, "afdelingsmaal", "boerneafdeling", title).await;
    scene.town.tie(&mut tx, &goal, &above).await;
    tx.commit().await.unwrap();
    goal
}

/// A goal of the school's, drafted under an adopted goal of the committee's.
async fn school_goal(scene: &Scene, title: &str) -> Element {
    let mut tx = scene.office.db().write().await.unwrap();
    let above = scene.town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Flere cykler til skole").await;
    let goal = scene.town.draft(&mut tx, "institutionsmaal", "skole", title).await;
    scene.town.tie(&mut tx, &goal, &above).await;
    tx.commit().await.unwrap();
    goal
}

/// The committee's agreement with these goals, in dialogue.
async fn in_dialogue(scene: &Scene, goals: &[&Element]) -> Agreement {
    let draft = drafted(scene).await;
    let written = edited(scene, head(scene), &draft, filled(&draft, goals)).await.unwrap();
    scene.deed(head(scene), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap()
}

/// The same, submitted.
async fn submitted(scene: &Scene, goals: &[&Element]) -> Agreement {
    let agreement = in_dialogue(scene, goals).await;
    scene.deed(head(scene), async |desk| submit(desk, agreement.id, agreement.version).await).await.unwrap()
}

/// The same, approved by the committee.
async fn approved(scene: &Scene, goals: &[&Element]) -> Agreement {
    let agreement = submitted(scene, goals).await;
    let given = decided_by(scene, "boerneudvalg");
    scene.deed(chair(scene), async |desk| approve(desk, agreement.id, agreement.version, Some(given)).await).await.unwrap()
}

fn decided_by(scene: &Scene, body: &str) -> DecisionGiven {
    DecisionGiven {
        body: scene.town.unit(body),
        on: date(2018, 5, 28),
        case_number: line("EKS-2018-7"),
        text: prose("Punkt 4: godkendt."),
    }
}

async fn signed_for(scene: &Scene, by: Actor, agreement: &Agreement, unit: &str) -> Result<(), Ending> {
    let (unit, seal) = (scene.town.unit(unit), seal(scene, agreement).await);
    scene.deed(by, async |desk| sign(desk, agreement.id, unit, &seal).await).await.map(|_| ())
}

/// The seal of the text that stands; empty where none does.
async fn seal(scene: &Scene, agreement: &Agreement) -> String {
    let page = page(scene, &consultant(scene), agreement).await.unwrap();
    page.shown.frozen.map(|frozen| frozen.seal).unwrap_or_default()
}

async fn page(scene: &Scene, reader: &Actor, agreement: &Agreement) -> Result<AgreementPage, Ending> {
    let mut tx = scene.read().await;
    agreement_page(&mut tx, reader, &Sight::of(reader), &scene.place, agreement.number).await
}

async fn now(scene: &Scene, id: AgreementId) -> Agreement {
    pejl_store::agreements::agreement(&mut scene.read().await, scene.town.id, id).await.unwrap()
}

async fn element_now(scene: &Scene, id: ElementId) -> Element {
    pejl_store::chain::element(&mut scene.read().await, scene.town.id, id).await.unwrap()
}

/// The keys of what happened to something, newest first.
async fn told(scene: &Scene, subject: impl Into<uuid::Uuid>) -> Vec<String> {
    let lines = audit::history(&mut scene.read().await, &scene.town.whole_sight(), subject.into(), 50).await.unwrap();
    lines.into_iter().map(|l| l.event.sentence.key).collect()
}

/// How many decisions have been recorded.
async fn decisions(scene: &Scene) -> usize {
    pejl_store::chain::decisions(&mut scene.read().await, &scene.town.whole_sight(), 50).await.unwrap().len()
}

fn denied<T: std::fmt::Debug>(outcome: Result<T, Ending>) -> String {
    match outcome {
        Err(Ending::Denied(denied)) => denied.sentence.key,
        other => panic!("not denied: {other:?}"),
    }
}

/// The verbs somebody can use, as they are spelled.
fn verbs(page: &AgreementPage) -> Vec<&'static str> {
    page.may.iter().map(|verb| verb.as_str()).collect()
}

/// As a page reader who is somebody else's: whoever heads the other department.
fn stranger(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::DepartmentHead, "kulturafdeling")
}

fn is_in(agreement: &Agreement, state: AgreementState) -> bool {
    agreement.state == state
}
