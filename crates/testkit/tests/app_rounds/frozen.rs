//! A closed round, shown again a year and ten changes later; and two rounds compared.

use jiff::SignedDuration;
use pejl_app::chain::{draft_element, withdraw_element};
use pejl_app::orgs::{edit_unit, end_position, enter_person};
use pejl_app::rounds::{
    FeedbackTo, Typed, close_round, compare, consolidate_round, feedback_to, frozen_body, give_consequence, give_feedback,
    open_round, plan_round, round_page, submit_reports, verify_round,
};
use pejl_domain::orgs::{PersonContent, Role, UnitContent};
use pejl_domain::rounds::frozen::RoundPage;
use pejl_domain::rounds::{FeedbackKind, Mark, Round, RoundState};
use pejl_kernel::UnitId;
use pejl_policy::Sight;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, line, prose};

use crate::{Year, goal, is_conflict, met, not_met, submitted};

impl Year {
    async fn closed(&self) -> Round {
        let id = self.round.id;
        self.scene.deed(self.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
        self.scene.deed(self.consultant(), async |desk| close_round(desk, id, 3, true).await).await.unwrap()
    }

    async fn bodies(&self) -> Vec<(UnitId, String)> {
        let mut tx = self.scene.read().await;
        pejl_store::rounds::kept_bytes(&mut tx, self.scene.town.id, self.round.id).await.unwrap()
    }
}

on_both_engines!(a_closed_round_shows_the_same_bytes_a_year_and_ten_changes_later, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let closed = year.closed().await;
    let (town, scene) = (&year.scene.town, &year.scene);
    let school = town.unit("skole");
    let before = year.bodies().await;
    let body = frozen_body(&mut scene.read().await, &town.whole_sight(), &closed, school).await.unwrap();
    assert_eq!(before.len(), 4, "the school and the three above it");

    scene.clock.forward(SignedDuration::from_hours(24 * 365));
    let administrator = || town.actor(Role::Administrator);
    // One: the school has another name. Two: it is counted to another area.
    let content =
        UnitContent { name: line("Ådalens Skole"), area: "Skoler".to_owned(), ..town.whole_unit("skole").content.clone() };
    scene.deed(administrator(), async |desk| edit_unit(desk, school, 1, content).await).await.unwrap();
    // Three: the leader has left. Four: somebody is new.
    let position = town.position_at(Role::InstitutionLeader, "skole");
    let on = town.actor(Role::Administrator).on;
    scene.deed(administrator(), async |desk| end_position(desk, position, 1, on).await).await.unwrap();
    let person = PersonContent { name: line("Ny (prøve)"), email: String::new() };
    scene.deed(administrator(), async |desk| enter_person(desk, None, person).await).await.unwrap();
    // Five: a goal is withdrawn. Six: another is in force. Seven: one more is drafted.
    let (element, version) = (year.cycling.id, year.cycling.version);
    let withdrawn =
        scene.deed(year.consultant(), async |desk| withdraw_element(desk, element, version, prose("Det er slut.")).await);
    withdrawn.await.unwrap();
    goal(scene, "skole", "Flere svømmer", |_| ()).await;
    let draft = pejl_app::chain::Draft {
        spec: key("afdelingsmaal"),
        owner: town.unit("boerneafdeling"),
        year: 2019,
        content: town.content(pejl_domain::models::ElementKind::Goal, "Flere hopper"),
        under: Vec::new(),
        beside: Vec::new(),
    };
    scene.deed(year.consultant(), async |desk| draft_element(desk, draft).await).await.unwrap();
    // Eight: the next round is open. Nine: the closed one is answered. Ten: something follows.
    let next = scene.deed(year.consultant(), async |desk| plan_round(desk, &key("aarsstatus"), 2019).await).await.unwrap();
    scene.deed(year.consultant(), async |desk| open_round(desk, next.id, 1).await).await.unwrap();
    let (id, from, to) = (closed.id, town.unit("boerneudvalg"), [FeedbackTo { unit: school, goal: None }]);
    let words = prose("Tak for et godt år.");
    let given = scene.deed(year.chair(), async |desk| give_feedback(desk, id, from, &to, FeedbackKind::Praise, words).await);
    given.await.unwrap();
    let (which, grounds) = (key("anerkendelse"), prose("Flere læser sikkert."));
    let given = scene.deed(year.chair(), async |desk| give_consequence(desk, id, school, None, &which, grounds).await);
    given.await.unwrap();

    assert_eq!(year.bodies().await, before);
    let now = year.now().await;
    let mut tx = scene.read().await;
    let page = round_page(&mut tx, &town.whole_sight(), &scene.place, &now, school).await.unwrap();
    assert_eq!(page, RoundPage::thaw(&body).unwrap(), "what is shown is what was kept");
    assert_eq!(page.freeze().unwrap(), body, "to the byte");
    assert_eq!(page.unit.name, "Ådalskolen");
    assert_eq!((page.spread.met, page.spread.not_met), (1, 1), "the goal that was withdrawn since is still red");
    assert!(page.feedback.is_empty() && page.consequences.is_empty());
    assert_eq!(feedback_to(&mut tx, &town.whole_sight(), closed.id, school).await.unwrap().len(), 1, "shown beside, live");
    let verified = verify_round(&mut tx, &town.whole_sight(), &now).await.unwrap();
    assert!(verified.holds() && verified.seal == closed.seal);
});

on_both_engines!(a_closed_round_is_neither_reopened_nor_reported_on, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let closed = year.closed().await;
    assert_eq!((closed.state, closed.seal.len()), (RoundState::Closed, 64));
    let id = closed.id;
    let again = year.scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, true).await).await;
    assert!(is_conflict(&again));
    let again = year.scene.deed(year.consultant(), async |desk| close_round(desk, id, closed.version, true).await).await;
    assert_eq!(reasons(again), [("", "refused-round-closed".to_owned())]);
    let page = [Typed { goal: year.reading.id, version: 3, content: not_met() }];
    let outcome = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await;
    assert_eq!(reasons(outcome), [("", "refused-report-round-closed".to_owned())]);
});

on_both_engines!(any_two_rounds_can_be_compared, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let earlier = year.closed().await;
    let scene = &year.scene;
    let new = goal(scene, "skole", "Flere svømmer", |_| ()).await;
    let later = crate::opened(scene, "aarsstatus", 2019).await;
    let id = later.id;
    // Reading falls from green to red, cycling stays red, swimming is asked for the first time.
    let page = [(&year.reading, not_met()), (&year.cycling, not_met()), (&new, met())];
    let page = page.map(|(goal, content)| Typed { goal: goal.id, version: 1, content });
    submitted(scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await);

    let sight = Sight::of(&year.consultant());
    let mut tx = scene.read().await;
    let compared = compare(&mut tx, &sight, (&earlier, &later), None, (0, 50)).await.unwrap();
    assert_eq!((compared.earlier.met, compared.earlier.not_met), (1, 1));
    assert_eq!((compared.later.met, compared.later.not_met), (1, 2));
    let moved: Vec<_> = compared.moved.iter().map(|m| (m.id, m.earlier, m.later)).collect();
    assert_eq!(moved, [(year.reading.id, Some(Some(Mark::Met)), Some(Some(Mark::NotMet))), (new.id, None, Some(Some(Mark::Met))),]);
    let page = round_page(&mut tx, &sight, &scene.place, &later, scene.town.unit("skole")).await.unwrap();
    assert_eq!(page.before.map(|spread| (spread.met, spread.not_met)), Some((1, 1)));
    assert_eq!(page.changed.first().map(|goal| goal.id), Some(year.reading.id));
    let library = scene.town.whole_unit("bibliotek").id;
    let elsewhere = compare(&mut tx, &sight, (&earlier, &later), Some(library), (0, 50)).await.unwrap();
    assert!(elsewhere.moved.is_empty());
});
