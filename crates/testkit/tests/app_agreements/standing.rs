//! Who stands where: what nobody outside learns, what nobody does for others, and what two do at once.

use pejl_app::Ending;
use pejl_app::agreements::{
    AgreementAsk, AgreementTaskOf, AgreementTasksAsk, CounterGiven, HearingGiven, Meant, Reply, agreement_counts,
    agreement_mentions, agreement_tasks, agreements, agreements_of_element, agreements_of_unit, amend, answer_counter, approve,
    counter, draft_agreement, give_hearing, hand_over_agreements, hear, line_of_sight, open_dialogue, renew, renew_all,
    return_agreement, submit,
};
use pejl_app::chain::{edit_element, return_element};
use pejl_domain::agreements::{Agreement, AgreementState, Proposal, Renewal};
use pejl_domain::chain::State;
use pejl_domain::models::Heard;
use pejl_domain::orgs::Role;
use pejl_policy::{Actor, Sight};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{Town, line, prose};

use super::{
    approved, between, chair, consultant, decided_by, decisions, denied, department_goal, drafted, drafted_below, edited,
    element_now, filled, head, in_dialogue, is_in, now, page, school_goal, school_leader, signed_for, stranger, submitted, verbs,
};

/// The school's agreement, submitted with these goals and actions.
async fn submitted_below(scene: &Scene, goals: &[&pejl_domain::chain::Element], actions: &[pejl_kernel::ElementId]) -> Agreement {
    let draft = drafted_below(scene).await;
    let mut content = filled(&draft, goals);
    content.actions = actions.to_vec();
    let (leader, written) = (school_leader(scene), edited(scene, school_leader(scene), &draft, content).await.unwrap());
    let talked = scene.deed(leader.clone(), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap();
    scene.deed(leader, async |desk| submit(desk, talked.id, talked.version).await).await.unwrap()
}

/// Everything an actor could learn of an agreement and its goal: page, list, counts, unit, goal, search, line of sight.
async fn learns(scene: &Scene, actor: &Actor, agreement: &Agreement) -> Vec<&'static str> {
    let sight = Sight::of(actor);
    let mut learned = Vec::new();
    if page(scene, actor, agreement).await.is_ok() {
        learned.push("page");
    }
    let mut tx = scene.read().await;
    let ask = AgreementAsk { meant: Meant::of(&scene.town.model), most: 50, ..AgreementAsk::default() };
    let (rows, total) = agreements(&mut tx, &sight, &ask).await.unwrap();
    if rows.iter().any(|row| row.agreement.id == agreement.id) || total > 0 {
        learned.push("list");
    }
    if !agreement_counts(&mut tx, &sight, None).await.unwrap().is_empty() {
        learned.push("counts");
    }
    if !agreements_of_unit(&mut tx, &sight, agreement.agents[0]).await.unwrap().is_empty() {
        learned.push("unit");
    }
    let goal = agreement.content.goals[0].goal;
    if !agreements_of_element(&mut tx, &sight, goal).await.unwrap().is_empty() {
        learned.push("goal");
    }
    if !agreement_mentions(&mut tx, &sight, &[agreement.id]).await.unwrap().is_empty() {
        learned.push("search");
    }
    if !line_of_sight(&mut tx, &sight, agreement.agents[0]).await.unwrap().agreements.is_empty() {
        learned.push("line of sight");
    }
    learned
}

on_both_engines!(whoever_has_no_part_in_an_agreement_learns_nothing_of_it_until_it_is_in_force, async |db| {
    const ALL: [&str; 7] = ["page", "list", "counts", "unit", "goal", "search", "line of sight"];
    let scene = Scene::set(db).await;
    let neighbour = Town::neighbour(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let outsiders = [
        stranger(&scene),
        scene.town.actor_at(Role::CommitteeChair, "kulturudvalg"),
        scene.town.actor_at(Role::InstitutionLeader, "bibliotek"),
        school_leader(&scene),
        scene.town.actor_at(Role::BoardMember, "skole"),
    ];
    let abroad = [neighbour.actor(Role::Consultant), neighbour.actor_at(Role::CommitteeChair, "boerneudvalg")];
    let member = scene.town.actor_at(Role::CommitteeMember, "boerneudvalg");
    let nobody_learns = async |agreement: &Agreement, when: &str| {
        for outsider in outsiders.iter().chain(&abroad) {
            assert_eq!(learns(&scene, outsider, agreement).await, Vec::<&str>::new(), "{when}: {:?}", outsider.posts);
        }
    };

    let draft = drafted(&scene).await;
    let draft = edited(&scene, head(&scene), &draft, filled(&draft, &[&goal])).await.unwrap();
    nobody_learns(&draft, "a draft").await;
    assert_eq!(learns(&scene, &member, &draft).await, Vec::<&str>::new(), "the elected do not read drafts");
    let talked = scene.deed(head(&scene), async |desk| open_dialogue(desk, draft.id, draft.version).await).await.unwrap();
    nobody_learns(&talked, "in dialogue").await;
    let of_member = page(&scene, &member, &talked).await.unwrap();
    assert!(of_member.may.is_empty() && of_member.side.is_none(), "a member reads; the chair speaks");
    let sent = scene.deed(head(&scene), async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    nobody_learns(&sent, "submitted").await;
    let given = decided_by(&scene, "boerneudvalg");
    let tried = scene.deed(member, async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await;
    assert_eq!(denied(tried), "denied-approve-agreement");
    let given = decided_by(&scene, "boerneudvalg");
    let in_force = scene.deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await.unwrap();
    for outsider in &outsiders {
        assert_eq!(learns(&scene, outsider, &in_force).await, ALL, "{:?}", outsider.posts);
        assert!(page(&scene, outsider, &in_force).await.unwrap().may.is_empty(), "{:?}", outsider.posts);
    }
    for outsider in &abroad {
        assert_eq!(learns(&scene, outsider, &in_force).await, Vec::<&str>::new(), "another municipality");
    }
});

on_both_engines!(who_reads_the_edition_in_force_sees_who_signed_that, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let first = approved(&scene, &[&goal]).await;
    signed_for(&scene, head(&scene), &first, "boerneafdeling").await.unwrap();
    scene.deed(head(&scene), async |desk| amend(desk, first.id, first.version, prose("Ny lov.")).await).await.unwrap();
    let signed = async |actor: &Actor| {
        let ask = AgreementAsk { meant: Meant::of(&scene.town.model), most: 50, ..AgreementAsk::default() };
        let (rows, _) = agreements(&mut scene.read().await, &Sight::of(actor), &ask).await.unwrap();
        rows.iter().map(|row| (row.agreement.state, row.signed)).collect::<Vec<_>>()
    };
    assert_eq!(signed(&stranger(&scene)).await, [(AgreementState::Approved, 1)], "and not that another is being written");
    assert_eq!(signed(&head(&scene)).await, [(AgreementState::Draft, 0)]);
});

on_both_engines!(what_was_signed_is_what_comes_in_force, async |db| {
    let scene = Scene::set(db).await;
    let goal = school_goal(&scene, "Alle lærer at svømme").await;
    let mut tx = scene.office.db().write().await.unwrap();
    let action = scene.town.draft(&mut tx, "handling", "skole", "Svømmehold").await;
    scene.town.tie(&mut tx, &action, &goal).await;
    tx.commit().await.unwrap();
    let sent = submitted_below(&scene, &[&goal], &[action.id]).await;

    // Behind the seal the school rewrites the action, and the head sends the goal back by itself.
    let mut other = action.content.clone();
    other.title = line("Et helt andet hold");
    let action = element_now(&scene, action.id).await;
    scene.deed(school_leader(&scene), async |desk| edit_element(desk, action.id, action.version, other).await).await.unwrap();
    let goal = element_now(&scene, goal.id).await;
    scene.deed(head(&scene), async |desk| return_element(desk, goal.id, goal.version, prose("Hvor mange?")).await).await.unwrap();

    let outcome = scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await;
    let changed = "refused-agreement-element-changed".to_owned();
    assert_eq!(reasons(outcome), [("goals", changed.clone()), ("actions", changed)]);
    assert_eq!(element_now(&scene, action.id).await.state, State::Draft);

    let back = scene
        .deed(head(&scene), async |desk| return_agreement(desk, sent.id, sent.version, prose("Ret målet.")).await)
        .await
        .unwrap();
    let again = scene.deed(school_leader(&scene), async |desk| submit(desk, back.id, back.version).await).await.unwrap();
    let in_force = scene.deed(head(&scene), async |desk| approve(desk, again.id, again.version, None).await).await.unwrap();
    assert!(is_in(&in_force, AgreementState::Approved));
    let begun = element_now(&scene, action.id).await;
    assert_eq!((begun.state, begun.content.title.as_str()), (State::Adopted, "Et helt andet hold"));
    assert_eq!(element_now(&scene, goal.id).await.state, State::Adopted);
});

on_both_engines!(a_unit_agrees_with_those_it_comes_under_and_with_no_others, async |db| {
    let scene = Scene::set(db).await;
    let elsewhere = between(&scene, "virksomhedsaftale", "kulturafdeling", "skole");
    let outcome = scene.deed(stranger(&scene), async |desk| draft_agreement(desk, elsewhere).await).await;
    assert_eq!(reasons(outcome), [("agents", "refused-agreement-not-below".to_owned())]);
    drafted_below(&scene).await; // the school's own is not in the way of anybody's
});

on_both_engines!(a_consultant_records_what_a_body_decided_and_approves_nothing_for_a_leader, async |db| {
    let scene = Scene::set(db).await;
    let goal = school_goal(&scene, "Alle lærer at svømme").await;
    let sent = submitted_below(&scene, &[&goal], &[]).await;
    let alone = scene.deed(consultant(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await;
    assert_eq!(reasons(alone), [("decision", "refused-agreement-leader-approves".to_owned())]);
    assert_eq!(denied(signed_for(&scene, consultant(&scene), &sent, "skole").await), "denied-sign-agreement");
    let given = decided_by(&scene, "boerneafdeling");
    let recorded = scene.deed(consultant(&scene), async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await;
    assert!(recorded.unwrap().decision.is_some());
    assert_eq!(element_now(&scene, goal.id).await.state, State::Adopted, "what the head decided adopts the goal too");
});

on_both_engines!(a_goal_stays_in_the_agreement_while_a_proposal_about_it_waits, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let agreement = in_dialogue(&scene, &[&goal]).await;
    let given = CounterGiven { goal: goal.id, proposal: Proposal::Text(prose("Alle cykler.")), because: prose("Fordi.") };
    let made = scene.deed(chair(&scene), async |desk| counter(desk, agreement.id, given).await).await.unwrap();
    let without = || filled(&agreement, &[]);
    let outcome = edited(&scene, head(&scene), &agreement, without()).await;
    assert_eq!(reasons(outcome), [("goals", "refused-agreement-goal-in-talk".to_owned())]);
    let no = Reply::Decline { answer: prose("Ikke i år.") };
    scene.deed(head(&scene), async |desk| answer_counter(desk, agreement.id, made.id, made.version, no).await).await.unwrap();
    edited(&scene, head(&scene), &agreement, without()).await.unwrap();
});

on_both_engines!(of_two_who_approve_at_once_one_is_told, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let sent = submitted(&scene, &[&goal]).await;
    let before = decisions(&scene).await;
    let (one, two) = tokio::join!(
        scene
            .deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, Some(decided_by(&scene, "boerneudvalg"))).await),
        scene.deed(consultant(&scene), async |desk| {
            approve(desk, sent.id, sent.version, Some(decided_by(&scene, "boerneudvalg"))).await
        }),
    );
    assert!(one.is_ok() != two.is_ok(), "one of them: {one:?} {two:?}");
    assert!(matches!(one.and(two), Err(Ending::Conflict)));
    assert_eq!((now(&scene, sent.id).await.edition, decisions(&scene).await), (1, before + 1));
});

on_both_engines!(an_agreement_returned_while_it_is_approved_is_one_or_the_other, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let sent = submitted(&scene, &[&goal]).await;
    let (approving, returning) = tokio::join!(
        scene
            .deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, Some(decided_by(&scene, "boerneudvalg"))).await),
        scene.deed(consultant(&scene), async |desk| return_agreement(desk, sent.id, sent.version, prose("Nej.")).await),
    );
    assert!(approving.is_ok() != returning.is_ok());
    let (agreement, goal) = (now(&scene, sent.id).await, element_now(&scene, goal.id).await);
    let together = (agreement.state, goal.state);
    assert!(
        [(AgreementState::Approved, State::Adopted), (AgreementState::Returned, State::Returned)].contains(&together),
        "its goals go with it: {together:?}"
    );
});

on_both_engines!(pressing_twice_writes_a_hearing_down_once, async |db| {
    let scene = Scene::set(db).await;
    let draft = drafted_below(&scene).await;
    let heard = scene.deed(school_leader(&scene), async |desk| hear(desk, draft.id, draft.version).await).await.unwrap();
    let teacher = scene.town.actor_at(Role::Employee, "skole");
    let said = || HearingGiven { group: Heard::Employees, from: line("Lærermødet"), text: prose("Vi vil gerne.") };
    let tasks = async || {
        let ask = AgreementTasksAsk {
            meant: Meant::of(&scene.town.model),
            leads: vec![scene.town.unit("skole")],
            most: 9,
            ..Default::default()
        };
        let tasks = agreement_tasks(&mut scene.read().await, &Sight::of(&school_leader(&scene)), &ask).await.unwrap();
        tasks.tasks.iter().map(|task| task.of).collect::<Vec<_>>()
    };
    assert_eq!(tasks().await, [], "the leader waits while the groups are heard");
    let give = async || scene.deed(teacher.clone(), async |desk| give_hearing(desk, heard.id, said()).await).await.unwrap();
    let (first, lines) = (give().await, scene.lines().await);
    assert_eq!((give().await.id, scene.lines().await), (first.id, lines));
    assert_eq!(tasks().await, [AgreementTaskOf::SendOn], "when all are heard, it is the leader's again");
    assert!(!verbs(&page(&scene, &school_leader(&scene), &heard).await.unwrap()).is_empty());
});

on_both_engines!(next_years_drafts_are_made_of_what_is_in_force_and_draft_nothing_for_others, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let mut tx = scene.office.db().write().await.unwrap();
    let above = scene.town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Børn, der bevæger sig").await;
    tx.commit().await.unwrap();
    let first = approved(&scene, &[&goal, &above]).await;

    let choices = vec![(above.id, Renewal::Change)];
    let outcome = scene.deed(head(&scene), async |desk| renew(desk, first.id, choices).await).await;
    assert_eq!(denied(outcome), "denied-draft-element", "the committee's goal is not the department's to write");

    let amending =
        scene.deed(head(&scene), async |desk| amend(desk, first.id, first.version, prose("Budget.")).await).await.unwrap();
    edited(&scene, head(&scene), &amending, filled(&amending, &[])).await.unwrap();
    let many = scene.deed(consultant(&scene), async |desk| renew_all(desk, 2018, None, None).await).await.unwrap();
    assert_eq!(many.left_out, []);
    let goals: Vec<_> = many.drafted[0].content.goals.iter().map(|line| line.goal).collect();
    assert_eq!(goals, [goal.id, above.id], "what is only being written is not carried on");
});

on_both_engines!(a_unit_that_asks_hands_its_agreements_over_too, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let above = approved(&scene, &[&goal]).await;
    let sent = submitted_below(&scene, &[], &[]).await;
    let below = scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await.unwrap();
    let (from, to) = (scene.town.unit("boerneafdeling"), scene.town.unit("kulturafdeling"));
    let count = scene.deed(consultant(&scene), async |desk| hand_over_agreements(desk, from, to).await).await.unwrap();
    assert_eq!(count, 2);
    assert_eq!(now(&scene, above.id).await.agents, [to]);
    let below = now(&scene, below.id).await;
    assert_eq!((below.principal, &below.agents), (to, &vec![scene.town.unit("skole")]));
    assert!(page(&scene, &stranger(&scene), &below).await.unwrap().sign_for.contains(&to), "the new head signs what it took over");
});
