//! The deeds on the chain, through the door that pages use: each one's outcome, its row and its line in the trail; who may,
//! and what a refusal says.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::sync::Arc;

use jiff::civil::date;
use pejl_app::chain::{
    self, DecisionGiven, Draft, StanceAnswer, accompany_element, adopt_element, answer_stance, ask_stance, close_element,
    draft_element, edit_element, element_page, hand_over_elements, harvest_benefit, open_verbs, part_element, propose_element,
    put_in_force, return_element, revise_element, set_progress, supersede_element, tie_candidates, tie_element, untie_element,
    withdraw_element,
};
use pejl_app::overview::{joined, search};
use pejl_app::{Desk, Ending, Office, Place};
use pejl_domain::Refused;
use pejl_domain::chain::{Answer, Element, Outcome, Progress, State, Verb};
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_domain::sentence::Arg;
use pejl_kernel::{ElementId, SequenceMint};
use pejl_policy::{Actor, Sight};
use pejl_store::audit;
use pejl_testkit::town::{key, line, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

/// Testby with an office open in it.
struct Scene {
    town: Town,
    office: Office,
    place: Place,
}

/// Does one deed at a desk of its own, as somebody, and closes the desk.
macro_rules! deed {
    ($scene:expr, $actor:expr, $desk:ident => $deed:expr) => {{
        let mut $desk: Desk = $scene.office.desk_for($actor, $scene.place.clone()).await.unwrap();
        let outcome = $deed.await;
        $desk.close(outcome, "/testby/proeve").await
    }};
}

impl Scene {
    async fn set(db: &TestDb) -> Self {
        let town = Town::enter(db).await;
        let office = Office::new((**db).clone(), Arc::new(town.clock), Arc::new(SequenceMint::after(500_000)));
        let mut tx = office.db().read().await.unwrap();
        let place = office.place(&mut tx, "testby").await.unwrap().unwrap();
        Self { town, office, place }
    }

    fn consultant(&self) -> Actor {
        self.town.actor(Role::Consultant)
    }

    fn draft(&self, spec: &str, owner: &str, title: &str, under: &[&Element]) -> Draft {
        let kind = self.town.model.element(&key(spec)).unwrap().kind;
        Draft {
            spec: key(spec),
            owner: self.town.unit(owner),
            year: 2018,
            content: self.town.content(kind, title),
            under: under.iter().map(|e| e.id).collect(),
            beside: Vec::new(),
        }
    }

    async fn drafted(&self, spec: &str, owner: &str, title: &str, under: &[&Element]) -> Element {
        let draft = self.draft(spec, owner, title, under);
        deed!(self, self.consultant(), desk => draft_element(&mut desk, draft)).unwrap()
    }

    async fn proposed(&self, spec: &str, owner: &str, title: &str, under: &[&Element]) -> Element {
        let element = self.drafted(spec, owner, title, under).await;
        deed!(self, self.consultant(), desk => propose_element(&mut desk, element.id, element.version)).unwrap()
    }

    async fn adopted(&self, spec: &str, owner: &str, title: &str, under: &[&Element]) -> Element {
        let element = self.proposed(spec, owner, title, under).await;
        let body = match spec {
            "afdelingsmaal" => "boerneudvalg",
            "institutionsmaal" => "boerneafdeling",
            _ => "byraad",
        };
        let given = self.decided_by(body);
        deed!(self, self.consultant(), desk => adopt_element(&mut desk, element.id, element.version, given)).unwrap()
    }

    /// An adopted committee goal with the objective above it.
    async fn goal(&self) -> Element {
        let objective = self.adopted("maalsaetning", "byraad", "Sunde børn", &[]).await;
        self.adopted("udvalgsmaal", "boerneudvalg", "Flere cykler til skole", &[&objective]).await
    }

    fn decided_by(&self, body: &str) -> DecisionGiven {
        DecisionGiven {
            body: self.town.unit(body),
            on: date(2018, 5, 28),
            case_number: line("EKS-2018-7"),
            text: prose("Punkt 4: vedtaget."),
        }
    }

    async fn now(&self, id: ElementId) -> Element {
        let mut tx = self.office.db().read().await.unwrap();
        pejl_store::chain::element(&mut tx, self.town.id, id).await.unwrap()
    }

    /// The keys of what happened to an element, newest first.
    async fn told(&self, id: ElementId) -> Vec<String> {
        let mut tx = self.office.db().read().await.unwrap();
        let lines = audit::history(&mut tx, &self.town.whole_sight(), id.0, 50).await.unwrap();
        lines.into_iter().map(|l| l.event.sentence.key).collect()
    }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Ending>) -> Refused {
    match outcome {
        Err(Ending::Refused(refused)) => refused,
        other => panic!("not refused: {other:?}"),
    }
}

fn keys(refused: &Refused) -> Vec<&str> {
    refused.reasons.iter().map(|r| r.sentence.key.as_str()).collect()
}

fn text<'r>(refused: &'r Refused, name: &str) -> &'r str {
    let arg = refused.reasons.iter().flat_map(|r| &r.sentence.args).find(|(n, _)| n == name);
    match arg {
        Some((_, Arg::Text(text))) => text,
        other => panic!("no text {name}: {other:?}"),
    }
}

on_both_engines!(a_goal_goes_from_draft_to_adopted_and_every_step_stands_in_its_history, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;

    assert_eq!((goal.state, goal.edition, goal.number.to_string()), (State::Adopted, 1, "M-2018-001".to_owned()));
    assert_eq!(scene.now(goal.id).await, goal, "the deed gives back what stands in the row");
    assert_eq!(
        scene.told(goal.id).await,
        ["event-element-adopted", "event-element-proposed", "event-tie-made", "event-element-drafted"]
    );
    let mut tx = scene.office.db().read().await.unwrap();
    let page = element_page(&mut tx, &scene.town.whole_sight(), &scene.place, goal.number).await.unwrap();
    assert_eq!(page.editions.len(), 1);
    assert_eq!(page.around.decision.as_ref().unwrap().case_number, "EKS-2018-7");
    assert_eq!(page.around.up[0].element.title, "Sunde børn");
    assert_eq!(page.tied.parents, 1);
    let found = search::find(&mut tx, &scene.town.whole_sight(), "cykler").await.unwrap();
    let (found, total) = joined(&mut tx, &scene.town.whole_sight(), &found, 10).await.unwrap();
    assert_eq!((found.len(), total), (1, 1));
});

on_both_engines!(one_meeting_that_adopts_two_goals_makes_one_decision, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    scene.goal().await;
    let mut tx = scene.office.db().read().await.unwrap();
    assert_eq!(chain::decisions(&mut tx, &scene.town.whole_sight()).await.unwrap().len(), 1);
});

on_both_engines!(two_who_edit_the_same_draft_are_in_conflict_and_the_first_stands, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let draft = scene.drafted("udvalgsmaal", "boerneudvalg", "Mere læsning", &[]).await;
    let (mine, theirs) =
        (scene.town.content(ElementKind::Goal, "Mere højtlæsning"), scene.town.content(ElementKind::Goal, "Mere stillelæsning"));

    let first = deed!(scene, scene.consultant(), desk => edit_element(&mut desk, draft.id, draft.version, theirs)).unwrap();
    let second = deed!(scene, scene.consultant(), desk => edit_element(&mut desk, draft.id, draft.version, mine));

    assert!(matches!(second, Err(Ending::Conflict)), "{second:?}");
    assert_eq!(scene.now(draft.id).await, first);
    assert_eq!(scene.told(draft.id).await, ["event-element-edited", "event-element-drafted"]);
});

on_both_engines!(whoever_is_denied_leaves_no_trace_but_the_denial, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let lines = db.texts("SELECT CAST(serial AS TEXT) FROM audit_line").await.len();
    let member = scene.town.actor(Role::CouncilMember);

    let outcome = deed!(scene, member, desk => withdraw_element(&mut desk, goal.id, goal.version, prose("Nej.")));

    assert!(matches!(&outcome, Err(Ending::Denied(denied)) if denied.sentence.key == "denied-adopt-element"), "{outcome:?}");
    assert_eq!(scene.now(goal.id).await, goal);
    assert_eq!(db.texts("SELECT CAST(serial AS TEXT) FROM audit_line").await.len(), lines);
    assert_eq!(db.texts("SELECT action, path FROM denial").await, [["adopt-element", "/testby/proeve"]]);
});

on_both_engines!(a_draft_of_another_department_is_not_there_for_whoever_may_not_see_it, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let draft = scene.drafted("institutionsmaal", "skole", "Ro i timerne", &[]).await;
    let librarian = scene.town.actor_at(Role::InstitutionLeader, "bibliotek");

    let outcome = deed!(scene, librarian.clone(), desk => propose_element(&mut desk, draft.id, draft.version));
    assert!(matches!(outcome, Err(Ending::NotFound)), "{outcome:?}");
    let mut tx = scene.office.db().read().await.unwrap();
    assert!(matches!(chain::by_number(&mut tx, &Sight::of(&librarian), draft.number).await, Err(Ending::NotFound)));
});

on_both_engines!(a_teacher_may_draft_under_a_goal_but_not_propose, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let teacher = scene.town.actor(Role::Employee);
    let draft = scene.draft("institutionsmaal", "skole", "Cykelbus om morgenen", &[&goal]);

    let draft = deed!(scene, teacher.clone(), desk => draft_element(&mut desk, draft)).unwrap();
    assert_eq!(scene.told(draft.id).await, ["event-tie-made", "event-element-drafted"]);
    let outcome = deed!(scene, teacher, desk => propose_element(&mut desk, draft.id, draft.version));
    assert!(matches!(outcome, Err(Ending::Denied(_))));
    let leader = scene.town.actor(Role::InstitutionLeader);
    deed!(scene, leader, desk => propose_element(&mut desk, draft.id, draft.version)).unwrap();
});

on_both_engines!(what_lacks_an_effect_and_a_parent_is_refused_beside_each_field, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let mut draft = scene.draft("udvalgsmaal", "boerneudvalg", "Mere læsning", &[]);
    draft.content.goal.expected_effect = prose("");
    let draft = deed!(scene, scene.consultant(), desk => draft_element(&mut desk, draft)).unwrap();

    let refused = refused(deed!(scene, scene.consultant(), desk => propose_element(&mut desk, draft.id, draft.version)));

    assert_eq!(keys(&refused), ["refused-missing-expected-effect", "refused-missing-tie"]);
    assert_eq!(refused.reasons.iter().map(|r| r.field).collect::<Vec<_>>(), [Some("expected-effect"), Some("under")]);
    assert_eq!(scene.now(draft.id).await.state, State::Draft);
});

on_both_engines!(a_returned_goal_keeps_its_note_until_it_is_adopted, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let objective = scene.adopted("maalsaetning", "byraad", "Sunde børn", &[]).await;
    let goal = scene.proposed("udvalgsmaal", "boerneudvalg", "Mere motion", &[&objective]).await;

    let goal =
        deed!(scene, scene.consultant(), desk => return_element(&mut desk, goal.id, goal.version, prose("Hvor meget?"))).unwrap();
    assert_eq!((goal.state, goal.note.as_str()), (State::Returned, "Hvor meget?"));
    let content = scene.town.content(ElementKind::Goal, "En times motion om dagen");
    let goal = deed!(scene, scene.consultant(), desk => edit_element(&mut desk, goal.id, goal.version, content)).unwrap();
    let goal = deed!(scene, scene.consultant(), desk => propose_element(&mut desk, goal.id, goal.version)).unwrap();
    assert_eq!(goal.note.as_str(), "Hvor meget?");
    let given = scene.decided_by("byraad");
    let goal = deed!(scene, scene.consultant(), desk => adopt_element(&mut desk, goal.id, goal.version, given)).unwrap();
    assert!(goal.note.is_empty());
});

on_both_engines!(a_decision_by_another_body_or_on_a_day_to_come_is_refused, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let own = scene.proposed("afdelingsmaal", "boerneafdeling", "Trygge skoleveje", &[&goal]).await;
    let tried = async |given: DecisionGiven| {
        refused(deed!(scene, scene.consultant(), desk => adopt_element(&mut desk, own.id, own.version, given)))
    };

    let another_level = tried(scene.decided_by("byraad")).await;
    assert_eq!(keys(&another_level), ["refused-decision-by-another-level"]);
    let another_body = tried(scene.decided_by("kulturudvalg")).await;
    assert_eq!(keys(&another_body), ["refused-decision-by-another-body"]);
    let ahead = tried(DecisionGiven { on: date(2018, 6, 16), ..scene.decided_by("boerneudvalg") }).await;
    assert_eq!(keys(&ahead), ["refused-decision-ahead"]);
    let adopted =
        deed!(scene, scene.consultant(), desk => adopt_element(&mut desk, own.id, own.version, scene.decided_by("boerneudvalg")));
    assert_eq!(adopted.unwrap().state, State::Adopted);
    assert_eq!(db.texts("SELECT case_number FROM decision").await.len(), 2, "no refused decision was recorded");
});

on_both_engines!(the_chair_adopts_in_their_own_committee_and_not_in_another, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let own = scene.proposed("afdelingsmaal", "boerneafdeling", "Trygge skoleveje", &[&goal]).await;
    let given = scene.decided_by("boerneudvalg");

    let other = scene.town.actor_at(Role::CommitteeChair, "kulturudvalg");
    let outcome = deed!(scene, other, desk => adopt_element(&mut desk, own.id, own.version, given.clone()));
    assert!(matches!(outcome, Err(Ending::NotFound)), "a proposal in another branch is not even seen: {outcome:?}");
    let chair = scene.town.actor_at(Role::CommitteeChair, "boerneudvalg");
    deed!(scene, chair, desk => adopt_element(&mut desk, own.id, own.version, given)).unwrap();
});

on_both_engines!(a_goal_in_force_changes_by_a_new_edition_with_reason_and_decision, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let content = scene.town.content(ElementKind::Goal, "Hver anden cykler til skole");
    let revise = async |reason: &str, given| deed!(scene, scene.consultant(), desk => revise_element(&mut desk, goal.id, goal.version, content.clone(), prose(reason), given));

    assert_eq!(keys(&refused(revise("", Some(scene.decided_by("byraad"))).await)), ["refused-revise-without-reason"]);
    assert_eq!(keys(&refused(revise("Vi ved mere nu.", None).await)), ["refused-revise-without-decision"]);
    let given = DecisionGiven { on: date(2018, 6, 11), ..scene.decided_by("byraad") };
    let revised = revise("Vi ved mere nu.", Some(given)).await.unwrap();

    assert_eq!((revised.edition, revised.content.title.as_str()), (2, "Hver anden cykler til skole"));
    let mut tx = scene.office.db().read().await.unwrap();
    let page = element_page(&mut tx, &scene.town.whole_sight(), &scene.place, goal.number).await.unwrap();
    let titles: Vec<&str> = page.editions.iter().map(|e| e.content.title.as_str()).collect();
    assert_eq!(titles, ["Hver anden cykler til skole", "Flere cykler til skole"], "the edition before stands as it was");
});

on_both_engines!(what_is_over_says_how_it_ended, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let other = scene.adopted("maalsaetning", "byraad", "Glade børn", &[]).await;
    let objective = scene.adopted("maalsaetning", "byraad", "Raske børn", &[]).await;

    let close = async |note: &str| deed!(scene, scene.consultant(), desk => close_element(&mut desk, goal.id, goal.version, Outcome::Partly, prose(note), None));
    assert_eq!(keys(&refused(close("").await)), ["refused-close-without-note"]);
    assert_eq!(close("Kun på to skoler.").await.unwrap().state, State::Closed(Outcome::Partly));
    let superseded =
        deed!(scene, scene.consultant(), desk => supersede_element(&mut desk, other.id, other.version, objective.id)).unwrap();
    assert_eq!((superseded.state, superseded.replaced_by), (State::Superseded, Some(objective.id)));
    let withdrawn =
        deed!(scene, scene.consultant(), desk => withdraw_element(&mut desk, objective.id, objective.version, prose("Andet er vigtigere."))).unwrap();
    assert_eq!(withdrawn.state, State::Withdrawn);
    let again =
        deed!(scene, scene.consultant(), desk => withdraw_element(&mut desk, withdrawn.id, withdrawn.version, prose("Igen.")));
    assert_eq!(keys(&refused(again)), ["refused-element-withdrawn"]);
});

on_both_engines!(an_action_needs_no_adoption_and_its_unit_says_how_it_goes, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let own = scene.adopted("institutionsmaal", "skole", "Cykelbus om morgenen", &[&goal]).await;
    let leader = || scene.town.actor(Role::InstitutionLeader);
    let draft = scene.draft("handling", "skole", "Find voksne til ruterne", &[&own]);

    let action = deed!(scene, leader(), desk => draft_element(&mut desk, draft)).unwrap();
    let action = deed!(scene, leader(), desk => put_in_force(&mut desk, action.id, action.version)).unwrap();
    assert_eq!((action.state, action.edition), (State::Adopted, 1));
    let action =
        deed!(scene, leader(), desk => set_progress(&mut desk, action.id, action.version, Progress::Running, prose(""))).unwrap();
    let action =
        deed!(scene, leader(), desk => harvest_benefit(&mut desk, action.id, action.version, prose("40 børn med."))).unwrap();
    let dropped = deed!(scene, leader(), desk => set_progress(&mut desk, action.id, action.version, Progress::Dropped, prose("")));
    assert_eq!(keys(&refused(dropped)), ["refused-dropped-without-reason"]);
    let closed =
        deed!(scene, leader(), desk => close_element(&mut desk, action.id, action.version, Outcome::Met, prose(""), None)).unwrap();
    assert_eq!(
        scene.told(closed.id).await[..4],
        ["event-element-closed", "event-element-harvested", "event-element-progress", "event-element-put-in-force"]
    );
});

on_both_engines!(a_tie_that_would_close_a_circle_is_refused_and_names_the_path, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let mine = scene.adopted("afdelingsmaal", "boerneafdeling", "Trygge skoleveje", &[&goal]).await;
    let school = scene.adopted("institutionsmaal", "skole", "Cykelbus om morgenen", &[&mine]).await;
    // The department and the school hand their goals to each other, and now the school's could go above the department's.
    let (department, place) = (scene.town.unit("boerneafdeling"), scene.town.unit("skole"));
    let nursery = scene.town.unit("boernehave");
    deed!(scene, scene.consultant(), desk => hand_over_elements(&mut desk, place, nursery)).unwrap();
    deed!(scene, scene.consultant(), desk => hand_over_elements(&mut desk, department, place)).unwrap();
    deed!(scene, scene.consultant(), desk => hand_over_elements(&mut desk, nursery, department)).unwrap();

    let outcome = deed!(scene, scene.consultant(), desk => tie_element(&mut desk, mine.id, school.id));

    let refused = refused(outcome);
    assert_eq!(keys(&refused), ["refused-tie-circle"]);
    assert_eq!(text(&refused, "path"), format!("{} → {}", school.number, mine.number));
});

on_both_engines!(an_element_is_tied_only_where_its_model_says_and_the_refusal_says_where, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let department = scene.adopted("afdelingsmaal", "boerneafdeling", "Trygge skoleveje", &[&goal]).await;
    let objective = scene.adopted("maalsaetning", "byraad", "Glade børn", &[]).await;

    let outcome = deed!(scene, scene.consultant(), desk => tie_element(&mut desk, department.id, objective.id));
    assert_eq!(keys(&refused(outcome)), ["refused-tie-not-under", "refused-tie-may-under"]);
    deed!(scene, scene.consultant(), desk => tie_element(&mut desk, goal.id, objective.id)).unwrap();
    deed!(scene, scene.consultant(), desk => tie_element(&mut desk, goal.id, objective.id)).unwrap();
    deed!(scene, scene.consultant(), desk => untie_element(&mut desk, goal.id, objective.id)).unwrap();
    assert_eq!(scene.told(goal.id).await[..2], ["event-tie-cut", "event-tie-made"], "doing it twice is told once");

    let mut tx = scene.office.db().read().await.unwrap();
    let free = tie_candidates(&mut tx, &scene.town.whole_sight(), &scene.place, &goal, "").await.unwrap();
    let titles: Vec<&str> = free.iter().map(|m| m.title.as_str()).collect();
    assert_eq!(titles, ["Glade børn"], "what it stands under already is not offered");
});

on_both_engines!(a_goal_observes_a_value_marker_and_stops, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let marker = scene.drafted("vaerdimarkoer", "byraad", "Åbenhed", &[]).await;

    deed!(scene, scene.consultant(), desk => accompany_element(&mut desk, goal.id, marker.id)).unwrap();
    deed!(scene, scene.consultant(), desk => part_element(&mut desk, goal.id, marker.id)).unwrap();
    assert_eq!(scene.told(goal.id).await[..2], ["event-tie-unmarked", "event-tie-marked"]);
    let outcome = deed!(scene, scene.consultant(), desk => accompany_element(&mut desk, marker.id, goal.id));
    assert_eq!(keys(&refused(outcome)), ["refused-mark-not-beside"]);
});

on_both_engines!(a_unit_answers_for_itself_and_can_be_asked_anew, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let unit = scene.town.unit("skole");
    let leader = || scene.town.actor(Role::InstitutionLeader);

    let unasked = deed!(scene, leader(), desk => answer_stance(&mut desk, goal.id, unit, StanceAnswer::TakenUp));
    assert!(matches!(unasked, Err(Ending::NotFound)));
    deed!(scene, scene.consultant(), desk => ask_stance(&mut desk, goal.id, unit)).unwrap();
    let outcome = deed!(scene, scene.consultant(), desk => answer_stance(&mut desk, goal.id, unit, StanceAnswer::TakenUp));
    assert!(matches!(outcome, Err(Ending::Denied(_))), "the consultant does not answer for a school");
    let outcome = deed!(scene, leader(), desk => answer_stance(&mut desk, goal.id, unit, StanceAnswer::Declined(prose(""))));
    assert_eq!(keys(&refused(outcome)), ["refused-decline-without-reason"]);
    deed!(scene, leader(), desk => answer_stance(&mut desk, goal.id, unit, StanceAnswer::Declined(prose("Alle bor tæt på."))))
        .unwrap();
    deed!(scene, scene.consultant(), desk => ask_stance(&mut desk, goal.id, unit)).unwrap();
    deed!(scene, leader(), desk => answer_stance(&mut desk, goal.id, unit, StanceAnswer::TakenUp)).unwrap();

    let mut tx = scene.office.db().read().await.unwrap();
    let stance = chain::stance_of(&mut tx, &scene.town.whole_sight(), goal.id, unit).await.unwrap().unwrap();
    assert_eq!((stance.answer, stance.answered_on), (Answer::TakenUp, Some(date(2018, 6, 15))));
});

on_both_engines!(a_closing_unit_hands_everything_it_works_on_to_another, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    scene.drafted("institutionsmaal", "skole", "Ro i timerne", &[]).await;
    let own = scene.adopted("institutionsmaal", "skole", "Cykelbus om morgenen", &[&goal]).await;
    let (school, nursery, library) = (scene.town.unit("skole"), scene.town.unit("boernehave"), scene.town.unit("bibliotek"));
    let head = || scene.town.actor(Role::DepartmentHead);

    let elsewhere = deed!(scene, head(), desk => hand_over_elements(&mut desk, school, library));
    assert!(matches!(elsewhere, Err(Ending::Denied(_))), "nobody gives work to somebody else's unit");
    assert_eq!(deed!(scene, head(), desk => hand_over_elements(&mut desk, school, nursery)).unwrap(), 2);
    assert_eq!(scene.now(own.id).await.owner, nursery);
    assert_eq!(scene.told(own.id).await[0], "event-element-handed-over");
    let council = scene.town.unit("byraad");
    let wrong = refused(deed!(scene, scene.consultant(), desk => hand_over_elements(&mut desk, nursery, council)));
    assert_eq!(keys(&wrong), ["refused-hand-over-level", "refused-hand-over-level"]);
    assert_eq!(scene.now(own.id).await.owner, nursery);
});

on_both_engines!(a_page_offers_each_what_they_can_do_and_nothing_else, async |db: &TestDb| {
    let scene = Scene::set(db).await;
    let goal = scene.goal().await;
    let own = scene.proposed("institutionsmaal", "skole", "Cykelbus om morgenen", &[&goal]).await;
    let mut tx = scene.office.db().read().await.unwrap();
    let page = element_page(&mut tx, &scene.town.whole_sight(), &scene.place, own.number).await.unwrap();
    let offered = |actor: &Actor| open_verbs(actor, &scene.place.model, &page.element, &page.facts());

    assert_eq!(offered(&scene.town.actor(Role::Employee)), []);
    assert_eq!(offered(&scene.town.actor(Role::InstitutionLeader)), [Verb::Withdraw]);
    assert_eq!(offered(&scene.town.actor(Role::DepartmentHead)), [Verb::Return, Verb::Adopt, Verb::HandOver, Verb::Withdraw]);
});
