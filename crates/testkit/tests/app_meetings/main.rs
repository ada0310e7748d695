//! Dialogue meetings and briefings, through the door that pages use: a whole meeting, and each complaint that people could
//! have about one.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod briefing;
mod large;
mod merged;
mod minutes;
mod proposing;
mod scribes;

use pejl_app::Ending;
use pejl_app::meetings::{self, MeetingPage, Said, Worded};
use pejl_app::models;
use pejl_app::orgs::establish_unit;
use pejl_domain::meetings::{AgendaItem, Contribution, Form, Meeting, MeetingContent, Speaker};
use pejl_domain::orgs::{Role, UnitContent};
use pejl_kernel::{Clock as _, ContributionId, UnitId};
use pejl_policy::Actor;
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{MODEL, key, line, prose};

/// Testby with guideposts in its model, which its institutions' goals may stand under.
struct Room {
    scene: Scene,
}

const GUIDEPOST: &str = r#"[[element]]
key = "pejlemaerke"
kind = "guidepost"
levels = ["fagudvalg"]
required = ["text"]
adopts = "fagudvalg"
da = { singular = "pejlemærke", plural = "pejlemærker", definite = "pejlemærket", explanation = "En retning fra et dialogmøde." }
en = { singular = "guidepost", plural = "guideposts", definite = "the guidepost", explanation = "A direction from a dialogue meeting." }

"#;

impl Room {
    async fn set(db: &TestDb) -> Self {
        let mut scene = Scene::set(db).await;
        let goals = "[[element]]\nkey = \"institutionsmaal\"";
        let model = MODEL.replace(goals, &format!("{GUIDEPOST}{goals}"));
        let model = model.replace(
            "under = [\"udvalgsmaal\", \"afdelingsmaal\"]",
            "under = [\"udvalgsmaal\", \"afdelingsmaal\", \"pejlemaerke\"]",
        );
        let administrator = scene.town.actor(Role::Administrator);
        scene.deed(administrator, async |desk| models::install(desk, &model).await).await.unwrap();
        scene.place = scene.place_now().await;
        Self { scene }
    }

    fn consultant(&self) -> Actor {
        self.scene.town.actor(Role::Consultant)
    }

    fn chair(&self) -> Actor {
        self.scene.town.actor_at(Role::CommitteeChair, "boerneudvalg")
    }

    fn head(&self) -> Actor {
        self.scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
    }

    fn leader(&self) -> Actor {
        self.scene.town.actor_at(Role::InstitutionLeader, "skole")
    }

    fn unit(&self, handle: &str) -> UnitId {
        self.scene.town.unit(handle)
    }

    /// What is planned: the children's committee with the school and the nursery, about the way to school, today.
    fn content(&self) -> MeetingContent {
        MeetingContent {
            title: line("Dialogmøde om skolevejen"),
            year: 2018,
            step: None,
            form: Form::Mixed,
            grounds: prose("To slags institutioner deler vejen."),
            kind: None,
            area: prose(""),
            theme: prose("Vejen til skole"),
            facilitation: prose(""),
            on: Some(self.scene.town.clock.today()),
            begins: None,
            place: prose("Aulaen"),
            hosts: vec![self.unit("boerneudvalg")],
            units: vec![self.unit("skole"), self.unit("boernehave")],
            agenda: vec![AgendaItem { item: 1, title: line("Enhederne fortæller"), minutes: 30, lead: prose("") }],
        }
    }

    async fn planned(&self, content: MeetingContent) -> Meeting {
        self.scene.deed(self.consultant(), async |desk| meetings::plan_meeting(desk, content).await).await.unwrap()
    }

    /// Planned, its form chosen by the chair, invited by the head of the department.
    async fn invited(&self, content: MeetingContent) -> Meeting {
        let form = content.form;
        let meeting = self.planned(content).await;
        let (id, version) = (meeting.id, meeting.version);
        let chosen = self.scene.deed(self.chair(), async |desk| meetings::choose_form(desk, id, version, form, prose("")).await);
        let version = chosen.await.unwrap().version;
        self.scene.deed(self.consultant(), async |desk| meetings::invite(desk, id, version).await).await.unwrap()
    }

    async fn running(&self) -> Meeting {
        let meeting = self.invited(self.content()).await;
        self.started(&meeting).await
    }

    async fn started(&self, meeting: &Meeting) -> Meeting {
        let (id, version) = (meeting.id, meeting.version);
        self.scene.deed(self.head(), async |desk| meetings::start_meeting(desk, id, version).await).await.unwrap()
    }

    async fn ended(&self, meeting: &Meeting) -> Meeting {
        let (id, version) = (meeting.id, meeting.version);
        self.scene.deed(self.head(), async |desk| meetings::end_meeting(desk, id, version).await).await.unwrap()
    }

    /// Notes a line, as a scribe's browser would send it.
    async fn note(&self, actor: Actor, meeting: &Meeting, said: Said) -> Result<Contribution, Ending> {
        let id = meeting.id;
        self.scene.deed(actor, async |desk| meetings::note(desk, id, said).await).await
    }

    /// The meeting as somebody sees it.
    async fn page(&self, actor: &Actor, meeting: &Meeting) -> MeetingPage {
        let sight = pejl_policy::Sight::of(actor);
        meetings::meeting_page(&mut self.scene.read().await, &sight, actor, meeting.serial).await.unwrap()
    }

    /// A school under the children's department, of the kind that all schools are.
    async fn school(&self, name: &str) -> UnitId {
        let content = UnitContent {
            kind: Some(key("skole")),
            name: line(name),
            parent: Some(self.unit("boerneafdeling")),
            ..self.scene.town.whole_unit("skole").content.clone()
        };
        let administrator = self.scene.town.actor(Role::Administrator);
        self.scene.deed(administrator, async |desk| establish_unit(desk, None, content).await).await.unwrap().id
    }
}

/// A line a politician says.
fn said(browser: &str, text: &str) -> Said {
    Said { key: line(browser), item: Some(1), speaker: Speaker::Politician, unit: None, text: line(text) }
}

/// A guidepost as it is worded.
fn worded(browser: &str, title: &str, from: &[ContributionId]) -> Worded {
    Worded { key: line(browser), title: line(title), text: prose("Alle børn kan gå selv."), from: from.to_vec() }
}

/// Was denied.
fn is_denied<T>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Denied(_)))
}

/// Ended in conflict.
fn is_conflict<T>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Conflict))
}
