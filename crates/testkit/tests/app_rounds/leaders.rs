//! Those who lead: who changes position, who stands in, who is late, and who answers from elsewhere.

use jiff::SignedDuration;
use pejl_app::orgs::{appoint_stand_in, enter_person, hand_position};
use pejl_app::rounds::{RoundTaskOf, Submission, Typed, hand_over_reports, late, sheet, submit_reports, tasks, write_reports};
use pejl_domain::orgs::{PersonContent, Role};
use pejl_domain::rounds::ReportState;
use pejl_kernel::Span;
use pejl_policy::{Actor, Sight, Who};
use pejl_store::orgs;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use crate::{Year, goal, is_denied, met, not_met, opened, submitted};

impl Year {
    fn administrator(&self) -> Actor {
        self.scene.town.actor(Role::Administrator)
    }

    async fn newcomer(&self, name: &str) -> Actor {
        let content = PersonContent { name: line(name), email: String::new() };
        let person = self.scene.deed(self.administrator(), async |desk| enter_person(desk, None, content).await).await.unwrap();
        Actor { who: Who::Person(person.id), posts: Vec::new(), ..self.administrator() }
    }

    /// What somebody's page asks of them today: the units and the states, and whether they may write.
    async fn on_the_page_of(&self, actor: &Actor) -> Vec<(String, ReportState, bool)> {
        let actor = self.scene.today(actor).await;
        let sheet = sheet(&mut self.scene.read().await, &Sight::of(&actor), &actor, &self.round, None).await.unwrap();
        sheet.goals.into_iter().map(|line| (line.goal.unit.name, line.goal.asked.report.state, line.may_write)).collect()
    }
}

on_both_engines!(a_leader_who_changes_position_in_mid_round_leaves_the_drafts_to_the_new_one, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await];
    year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await.unwrap();

    let new = year.newcomer("Ny skoleleder (prøve)").await;
    let position = year.scene.town.position_at(Role::InstitutionLeader, "skole");
    let today = year.leader().on;
    let version = orgs::position(&mut year.scene.read().await, year.scene.town.id, position).await.unwrap().version;
    let person = new.person();
    let handed = year.scene.deed(year.administrator(), async |desk| hand_position(desk, position, version, person, today).await);
    handed.await.unwrap();

    let (old, new) = (year.scene.today(&year.leader()).await, year.scene.today(&new).await);
    assert_eq!(year.on_the_page_of(&old).await, []);
    assert_eq!(
        year.on_the_page_of(&new).await,
        [("Ådalskolen".to_owned(), ReportState::Draft, true), ("Ådalskolen".to_owned(), ReportState::Missing, true),]
    );
    let sheet = sheet(&mut year.scene.read().await, &Sight::of(&new), &new, &year.round, None).await.unwrap();
    assert_eq!(sheet.goals[0].goal.asked.report.content, met(), "the new leader goes on where the old one stopped");

    let page = [year.typed(&year.reading, not_met()).await];
    let outcome = year.scene.deed(old, async |desk| write_reports(desk, id, &page).await).await;
    assert!(is_denied(&outcome), "the old one no longer writes");
    let outcome = year.scene.deed(new, async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    assert_eq!(outcome, Submission::Done { submitted: 1 });
});

on_both_engines!(who_stands_in_for_the_leader_submits_in_their_place, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let position = year.scene.town.position_at(Role::InstitutionLeader, "skole");
    let deputy = year.scene.town.actor_at(Role::Employee, "skole");
    let (person, span) = (deputy.person().unwrap(), Span { from: deputy.on, to: None });
    let appointed = year.scene.deed(year.leader(), async |desk| appoint_stand_in(desk, position, person, span).await);
    appointed.await.unwrap();
    let deputy = year.scene.today(&deputy).await;
    let page = [year.typed(&year.reading, met()).await];
    submitted(year.scene.deed(deputy, async |desk| submit_reports(desk, id, &page).await).await);
    let stamp = year.asked(&year.reading).await.report.submitted.unwrap();
    assert_eq!((stamp.person, stamp.standing_in_for), (person, year.leader().person()));
    assert!(year.scene.newest(year.reading.id).await.standing_in_for.is_some());
});

on_both_engines!(who_answers_for_a_goal_of_another_unit_has_it_on_their_page, async |db| {
    let scene = pejl_testkit::deeds::Scene::set(db).await;
    let librarian = scene.town.position_at(Role::InstitutionLeader, "bibliotek");
    let shared = goal(&scene, "skole", "Fælles læsehus", |content| content.goal.responsible = Some(librarian)).await;
    let round = opened(&scene, "aarsstatus", 2018).await;
    let (reading, cycling) = (shared.clone(), shared);
    let year = Year { scene, round, reading, cycling };
    let librarian = year.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    assert_eq!(year.on_the_page_of(&librarian).await, [("Ådalskolen".to_owned(), ReportState::Missing, true)]);
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await];
    year.scene.deed(librarian.clone(), async |desk| write_reports(desk, id, &page).await).await.unwrap();
    let sheet = sheet(&mut year.scene.read().await, &Sight::of(&librarian), &librarian, &year.round, None).await.unwrap();
    assert_eq!(sheet.goals[0].goal.asked.report.content, met(), "they see what they wrote");
    let page = [Typed { version: 2, ..page[0].clone() }];
    submitted(year.scene.deed(librarian, async |desk| submit_reports(desk, id, &page).await).await);
});

on_both_engines!(who_has_not_reported_is_told_of_up_the_line_one_step_at_a_time, async |db| {
    let year = Year::open(db).await;
    let told_of = async |actor: &Actor| {
        let actor = year.scene.today(actor).await;
        let tasks = tasks(&mut year.scene.read().await, &Sight::of(&actor), &actor, 50).await.unwrap();
        tasks.tasks.iter().any(|task| task.of == RoundTaskOf::Late)
    };
    assert!(!told_of(&year.head()).await, "in June nobody is late");

    year.scene.clock.forward(SignedDuration::from_hours(24 * 215)); // 16 January 2019: a day late
    assert!(told_of(&year.head()).await);
    assert!(!told_of(&year.chair()).await, "the head is told first");
    assert!(told_of(&year.consultant()).await, "whoever keeps the round follows them all");
    let today = year.scene.today(&year.head()).await;
    let behind = late(&mut year.scene.read().await, &Sight::of(&today), &year.round).await.unwrap();
    assert_eq!(behind.iter().map(|unit| (unit.unit.name.as_str(), unit.missing)).collect::<Vec<_>>(), [("Ådalskolen", 2)]);

    year.scene.clock.forward(SignedDuration::from_hours(24 * 30));
    assert!(told_of(&year.scene.town.actor(Role::Director)).await);
    for elected in [year.chair(), year.scene.town.actor(Role::CommitteeMember), year.scene.town.actor(Role::CouncilMember)] {
        assert!(!told_of(&elected).await, "the elected answer, and chase nobody: {:?}", elected.posts);
    }
});

on_both_engines!(reports_follow_goals_that_are_handed_to_another_unit, async |db| {
    let year = Year::open(db).await;
    let (from, to) = (year.scene.town.unit("skole"), year.scene.town.unit("boernehave"));
    let moved = year.scene.deed(year.consultant(), async |desk| {
        pejl_app::chain::hand_over_elements(desk, from, to).await?;
        hand_over_reports(desk, from, to).await
    });
    assert_eq!(moved.await.unwrap(), 2);
    assert_eq!(year.asked(&year.reading).await.report.unit, to);
    let (id, page) = (year.round.id, [year.typed(&year.reading, met()).await]);
    let outcome = year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await;
    assert!(is_denied(&outcome), "it is no longer the school's");
    let outcome = year.scene.deed(year.head(), async |desk| submit_reports(desk, id, &page).await).await.unwrap();
    assert_eq!(outcome, Submission::Done { submitted: 1 });
});
