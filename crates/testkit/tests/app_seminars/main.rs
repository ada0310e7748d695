//! Goal seminars, through the door that pages use: a whole one, the year after, and each complaint people could have.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod hostile;
mod twice;
mod whole;
mod years;

use pejl_app::Ending;
use pejl_app::seminars::{
    NewProposal, SeminarPage, ask_commission, give_proposal, open_seminar, prioritise_seminar, route_proposal, seminar_page,
    weigh_proposal,
};
use pejl_domain::orgs::Role;
use pejl_domain::seminars::*;
use pejl_kernel::SeminarId;
use pejl_policy::{Actor, Sight};
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{line, prose};

/// Testby with a seminar that was begun.
struct Held {
    scene: Scene,
    id: SeminarId,
    year: i16,
}

impl Held {
    /// The seminar of 2018, collecting proposals.
    async fn begun(db: &TestDb) -> Self {
        let scene = Scene::set(db).await;
        let seminar = scene.deed(scene.town.actor(Role::Consultant), async |desk| open_seminar(desk, 2018).await).await.unwrap();
        Self { id: seminar.id, year: 2018, scene }
    }

    fn keeper(&self) -> Actor {
        self.scene.town.actor(Role::Consultant)
    }

    fn chair(&self) -> Actor {
        self.scene.town.actor_at(Role::CommitteeChair, "boerneudvalg")
    }

    /// Puts an objective before it, by the chair of a committee.
    async fn propose(&self, title: &str) -> Proposal {
        self.propose_as(self.chair(), ProposalKind::Objective, title, "boerneudvalg").await.unwrap()
    }

    async fn propose_as(&self, actor: Actor, kind: ProposalKind, title: &str, unit: &str) -> Result<Proposal, Ending> {
        let content = ProposalContent { title: line(title), text: prose("Det skal være anderledes."), why: prose("") };
        let new = NewProposal { kind, content, group: prose(""), unit: self.scene.town.unit(unit) };
        self.scene.deed(actor, async |desk| give_proposal(desk, self.id, new).await).await
    }

    async fn prioritise(&self) {
        let version = self.page().await.workspace.seminar.version;
        self.scene.deed(self.keeper(), async |desk| prioritise_seminar(desk, self.id, version).await).await.unwrap();
    }

    /// Weighs a proposal as it stands.
    async fn weigh(&self, proposal: &Proposal, outcome: Outcome) -> Proposal {
        let version = self.now(proposal).await.version;
        let id = proposal.id;
        self.scene.deed(self.keeper(), async |desk| weigh_proposal(desk, self.id, id, version, outcome).await).await.unwrap()
    }

    /// Gives a chosen objective route B, with a committee.
    async fn as_goal(&self, proposal: &Proposal, title: &str) {
        let wanted = GoalWanted { unit: self.scene.town.unit("kulturudvalg"), title: line(title), text: prose("Målet.") };
        let (id, version) = (proposal.id, self.now(proposal).await.version);
        let route = Route::Goal(wanted);
        self.scene.deed(self.keeper(), async |desk| route_proposal(desk, self.id, id, version, route).await).await.unwrap();
    }

    /// Asks for a policy, led by a committee: in Testby the council owns it.
    async fn ask(&self, title: &str, serves: &[&Proposal]) -> Commission {
        let content = self.asked(title, serves);
        self.scene.deed(self.keeper(), async |desk| ask_commission(desk, self.id, content).await).await.unwrap()
    }

    fn asked(&self, title: &str, serves: &[&Proposal]) -> CommissionContent {
        CommissionContent {
            way: Way::New,
            existing: None,
            existing_name: prose(""),
            title: line(title),
            task: prose("Skriv politikken."),
            lead: self.scene.town.unit("boerneudvalg"),
            others: vec![self.scene.town.unit("kulturudvalg")],
            serves: serves.iter().map(|proposal| proposal.id).collect(),
            objectives: Vec::new(),
            takes_in: Vec::new(),
        }
    }

    /// The seminar's page, for whoever keeps it.
    async fn page(&self) -> SeminarPage {
        self.page_for(&self.keeper()).await.unwrap()
    }

    async fn page_for(&self, actor: &Actor) -> Result<SeminarPage, Ending> {
        seminar_page(&mut self.scene.read().await, &Sight::of(actor), actor, self.year).await
    }

    async fn now(&self, proposal: &Proposal) -> Proposal {
        self.page().await.workspace.proposal(proposal.id).unwrap().clone()
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
