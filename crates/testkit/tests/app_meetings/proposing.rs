//! What was worded in the room becomes guideposts of the chain, once, and can be followed back by anybody.

use jiff::civil::Date;
use pejl_app::chain::{self, DecisionGiven, Draft};
use pejl_app::meetings::{Origin, origins, propose_draft, word_draft};
use pejl_domain::chain::{Element, StateName};
use pejl_domain::meetings::{Meeting, Speaker};
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_kernel::{Clock as _, DraftId, ElementId};
use pejl_policy::Actor;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, line, prose};

use crate::{Room, is_denied, said, worded};

impl Room {
    /// A guidepost worded from two lines at a meeting that has ended.
    async fn worded(&self, title: &str) -> (Meeting, DraftId) {
        let meeting = self.running().await;
        let politician = self.note(self.head(), &meeting, said("a1", "Vi vil have flere til at gå.")).await.unwrap();
        let mut school = said("a2", "Forældrene kører, fordi krydset er farligt.");
        (school.speaker, school.unit) = (Speaker::Unit, Some(self.unit("skole")));
        let school = self.note(self.head(), &meeting, school).await.unwrap();
        let draft = worded("b1", title, &[politician.id, school.id]);
        let id = meeting.id;
        let draft = self.scene.deed(self.head(), async |desk| word_draft(desk, id, draft).await).await.unwrap();
        (self.ended(&meeting).await, draft.id)
    }

    async fn proposed(&self, draft: DraftId) -> Result<Element, pejl_app::Ending> {
        self.scene.deed(self.consultant(), async |desk| propose_draft(desk, draft, None, Vec::new(), None).await).await
    }

    async fn adopted(&self, element: &Element, body: &str, on: Date) -> Element {
        let given = DecisionGiven { body: self.unit(body), on, case_number: line("EKS-2018-9"), text: prose("Vedtaget.") };
        let (id, version) = (element.id, element.version);
        self.scene.deed(self.consultant(), async |desk| chain::adopt_element(desk, id, version, given).await).await.unwrap()
    }

    async fn origins(&self, actor: &Actor, element: ElementId) -> Vec<Origin> {
        origins(&mut self.scene.read().await, &pejl_policy::Sight::of(actor), element).await.unwrap()
    }
}

on_both_engines!(a_guidepost_from_a_meeting_is_adopted_and_an_institutions_goal_leads_back_to_what_was_said, async |db| {
    let room = Room::set(db).await;
    let (meeting, draft) = room.worded("Trygt på vej til skole").await;
    let guidepost = room.proposed(draft).await.unwrap();
    assert_eq!((guidepost.kind, guidepost.state.name()), (ElementKind::Guidepost, StateName::Proposed));
    assert_eq!(guidepost.owner, room.unit("boerneudvalg"));
    let today = room.scene.town.clock.today();
    let guidepost = room.adopted(&guidepost, "boerneudvalg", today).await;

    let goal = Draft {
        spec: key("institutionsmaal"),
        owner: room.unit("skole"),
        year: 2018,
        content: room.scene.town.content(ElementKind::Goal, "Flere går til skole"),
        under: vec![guidepost.id],
        beside: Vec::new(),
    };
    let goal = room.scene.deed(room.leader(), async |desk| chain::draft_element(desk, goal).await).await.unwrap();
    let goal =
        room.scene.deed(room.consultant(), async |desk| chain::propose_element(desk, goal.id, goal.version).await).await.unwrap();
    let goal = room.adopted(&goal, "boerneafdeling", today).await;

    // Anybody reads the way back: a lecturer at the school, and a board member.
    for actor in [room.scene.town.actor_at(Role::Employee, "skole"), room.scene.town.actor_at(Role::BoardMember, "skole")] {
        let found = room.origins(&actor, goal.id).await;
        assert_eq!(found.len(), 1);
        let origin = &found[0];
        assert_eq!((origin.element, origin.meeting), (guidepost.id, meeting.serial), "through the guidepost it serves");
        let said: Vec<_> = origin.from.iter().map(|r| (r.speaker, r.unit.as_ref().map(|u| u.name.as_str()))).collect();
        assert_eq!(said, [(Speaker::Politician, None), (Speaker::Unit, Some("Ådalskolen"))]);
        let written = format!("{found:?}");
        for (name, _) in room.scene.town.everybody() {
            let title = name.split('@').next().unwrap_or_default();
            assert!(!written.contains(&format!("{title} (")), "nobody is named");
        }
    }
    assert_eq!(room.origins(&room.chair(), guidepost.id).await[0].worded.0, "Trygt på vej til skole");
});

on_both_engines!(the_same_guidepost_proposed_twice_is_one, async |db| {
    let room = Room::set(db).await;
    let (_, draft) = room.worded("Trygt på vej til skole").await;
    let (one, other) = (room.proposed(draft).await.unwrap(), room.proposed(draft).await.unwrap());
    assert_eq!(one.id, other.id, "the button pressed twice");
    // Another meeting came to the same words.
    let (second, draft) = room.worded("Trygt på vej til skole!").await;
    let third = room.proposed(draft).await.unwrap();
    assert_eq!(third.id, one.id);
    let from: Vec<i64> = room.origins(&room.chair(), one.id).await.iter().map(|origin| origin.meeting).collect();
    assert_eq!(from.len(), 2, "and both meetings are remembered");
    assert!(from.contains(&second.serial));
});

on_both_engines!(a_guidepost_can_become_part_of_one_that_says_it_otherwise, async |db| {
    let room = Room::set(db).await;
    let (_, draft) = room.worded("Trygt på vej til skole").await;
    let first = room.proposed(draft).await.unwrap();
    let (_, draft) = room.worded("Flere går selv").await;
    let into = Some(first.id);
    let outcome = room.scene.deed(room.consultant(), async |desk| propose_draft(desk, draft, None, Vec::new(), into).await).await;
    assert_eq!(outcome.unwrap().id, first.id);
    assert_eq!(room.origins(&room.chair(), first.id).await.len(), 2);
});

on_both_engines!(a_guidepost_is_not_proposed_while_the_meeting_runs_nor_by_those_who_do_not_hold_it, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let line_of = room.note(room.head(), &meeting, said("a1", "Mere lys.")).await.unwrap();
    let id = meeting.id;
    let draft = worded("b1", "Mere lys", &[line_of.id]);
    let draft = room.scene.deed(room.head(), async |desk| word_draft(desk, id, draft).await).await.unwrap().id;
    let early = room.proposed(draft).await;
    assert_eq!(reasons(early), [("", "refused-meeting-state".to_owned())]);
    room.ended(&meeting).await;
    let leader = room.scene.deed(room.leader(), async |desk| propose_draft(desk, draft, None, Vec::new(), None).await).await;
    assert!(is_denied(&leader));
});
