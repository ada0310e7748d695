//! A whole life, and what is said before it is made.

use jiff::civil::date;
use pejl_app::Ending;
use pejl_app::agreements::{
    CounterGiven, HearingGiven, Reply, answer_counter, approve, close_agreement, counter, give_hearing, hear, open_dialogue,
    report_agreement, return_report, submit, take_back_counter, verify,
};
use pejl_app::orgs::appoint_stand_in;
use pejl_domain::agreements::{AgreementState, CounterState, Proposal, Side};
use pejl_domain::chain::{Content, State};
use pejl_domain::models::Heard;
use pejl_domain::orgs::Role;
use pejl_kernel::Span;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{
    chair, consultant, decided_by, denied, department_goal, drafted, drafted_below, edited, element_now, filled, head, in_dialogue,
    is_in, now, page, school_leader, seal, signed_for, stranger, submitted, told, verbs,
};

on_both_engines!(an_agreement_goes_its_whole_way_and_every_step_stands_in_its_history, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let draft = drafted(&scene).await;
    assert_eq!(draft.number.to_string(), "A-2018-001");
    let written = edited(&scene, head(&scene), &draft, filled(&draft, &[&goal])).await.unwrap();
    let heard = scene.deed(head(&scene), async |desk| hear(desk, written.id, written.version).await).await.unwrap();
    let said =
        HearingGiven { group: Heard::WorksCouncil, from: line("MED-udvalget, møde 12. juni"), text: prose("Husk cykelskurene.") };
    scene.deed(consultant(&scene), async |desk| give_hearing(desk, heard.id, said).await).await.unwrap();
    let talked = scene.deed(head(&scene), async |desk| open_dialogue(desk, heard.id, heard.version).await).await.unwrap();

    let given = CounterGiven {
        goal: goal.id,
        proposal: Proposal::Text(prose("Alle skal kunne cykle selv.")),
        because: prose("Sikkert er ikke nok."),
    };
    let made = scene.deed(chair(&scene), async |desk| counter(desk, talked.id, given).await).await.unwrap();
    assert_eq!((made.side, made.state), (Side::Principal, CounterState::Open));
    let answer =
        Reply::AcceptWithChange { agreed: Proposal::Text(prose("Alle fra 4. klasse skal kunne cykle selv.")), answer: prose("") };
    let answered =
        scene.deed(head(&scene), async |desk| answer_counter(desk, talked.id, made.id, made.version, answer).await).await.unwrap();
    assert_eq!(answered.state, CounterState::AcceptedWithChange);
    assert_eq!(element_now(&scene, goal.id).await.content.text, prose("Alle fra 4. klasse skal kunne cykle selv."));

    let sent = scene.deed(head(&scene), async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    assert_eq!(element_now(&scene, goal.id).await.state, State::Proposed);
    signed_for(&scene, head(&scene), &sent, "boerneafdeling").await.unwrap();
    signed_for(&scene, chair(&scene), &sent, "boerneudvalg").await.unwrap();
    let given = decided_by(&scene, "boerneudvalg");
    let in_force = scene.deed(chair(&scene), async |desk| approve(desk, sent.id, sent.version, Some(given)).await).await.unwrap();
    assert!(is_in(&in_force, AgreementState::Approved) && in_force.edition == 1 && in_force.decision.is_some());
    let adopted = element_now(&scene, goal.id).await;
    assert_eq!((adopted.state, adopted.decision), (State::Adopted, in_force.decision), "the same decision adopts its goals");

    let report = prose("Det gik.");
    let reported = scene
        .deed(head(&scene), async |desk| report_agreement(desk, in_force.id, in_force.version, report.clone()).await)
        .await
        .unwrap();
    let again = scene
        .deed(chair(&scene), async |desk| return_report(desk, reported.id, reported.version, prose("Hvor mange?")).await)
        .await
        .unwrap();
    let reported = scene
        .deed(head(&scene), async |desk| report_agreement(desk, again.id, again.version, prose("400 børn.")).await)
        .await
        .unwrap();
    let closed = scene
        .deed(chair(&scene), async |desk| close_agreement(desk, reported.id, reported.version, prose("Tak.")).await)
        .await
        .unwrap();

    assert_eq!(now(&scene, closed.id).await, closed, "the deed gives back what stands in the row");
    assert_eq!(
        told(&scene, closed.id).await,
        [
            "event-agreement-closed-with-note",
            "event-agreement-reported",
            "event-agreement-report-returned",
            "event-agreement-reported",
            "event-agreement-approved-by-decision",
            "event-agreement-signed",
            "event-agreement-signed",
            "event-agreement-submitted",
            "event-counter-accepted-with-change",
            "event-counter-proposed",
            "event-agreement-put-to-dialogue",
            "event-agreement-heard",
            "event-agreement-put-to-hearing",
            "event-agreement-edited",
            "event-agreement-drafted",
        ]
    );
    assert_eq!(
        told(&scene, goal.id).await,
        ["event-element-adopted", "event-element-proposed", "event-element-edited", "event-tie-made", "event-element-drafted"],
        "what happens to a goal in an agreement stands in the goal's own history"
    );

    // Over for whoever would change it, and there for whoever could read it.
    let end = page(&scene, &stranger(&scene), &closed).await.unwrap();
    assert!(end.may.is_empty() && end.unsigned.is_empty());
    assert_eq!(end.text.heard.len(), 1);
    let mut tx = scene.read().await;
    let verified = verify(&mut tx, &Sight::of(&head(&scene)), closed.number, Some(1)).await.unwrap();
    assert!(verified.holds && verified.seal == verified.computed && verified.seal.len() == 64);
    drop(tx);
    let content = filled(&closed, &[]);
    assert_eq!(reasons(edited(&scene, head(&scene), &closed, content).await), [("", "refused-agreement-closed".to_owned())]);
});

on_both_engines!(two_people_who_write_the_same_agreement_lose_nothing_of_either_text, async |db| {
    let scene = Scene::set(db).await;
    let draft = drafted(&scene).await;
    let mut hers = filled(&draft, &[]);
    hers.follow_up = prose("Et møde i juni.");
    let mut his = filled(&draft, &[]);
    his.follow_up = prose("Et møde i september.");
    let first = edited(&scene, head(&scene), &draft, hers.clone()).await.unwrap();
    let lines = scene.lines().await;

    assert!(matches!(edited(&scene, chair(&scene), &draft, his.clone()).await, Err(Ending::Conflict)));
    assert_eq!(now(&scene, draft.id).await.content, hers, "what was saved first stands");
    assert_eq!(scene.lines().await, lines, "and nothing is said to have happened");
    let second = edited(&scene, chair(&scene), &first, his.clone()).await.unwrap();
    assert_eq!(second.content, his, "whoever has read it saves on top of it");
});

on_both_engines!(nobody_submits_or_signs_while_a_counter_proposal_is_open, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let agreement = in_dialogue(&scene, &[&goal]).await;
    let given =
        || CounterGiven { goal: goal.id, proposal: Proposal::Due(Some(date(2018, 12, 1))), because: prose("Inden vinteren.") };
    let made = scene.deed(chair(&scene), async |desk| counter(desk, agreement.id, given()).await).await.unwrap();

    let sent = scene.deed(head(&scene), async |desk| submit(desk, agreement.id, agreement.version).await).await;
    assert_eq!(reasons(sent), [("", "refused-agreement-counter-open".to_owned())]);
    let signed = signed_for(&scene, chair(&scene), &agreement, "boerneudvalg").await;
    assert_eq!(reasons(signed), [("", "refused-agreement-dialogue".to_owned())]);
    let page = page(&scene, &head(&scene), &agreement).await.unwrap();
    assert!(page.in_the_way.iter().any(|reason| reason.sentence.key == "refused-agreement-counter-open"));

    // One at a time; one's own side does not answer; one's own side takes it back.
    assert!(matches!(
        scene.deed(chair(&scene), async |desk| counter(desk, agreement.id, given()).await).await,
        Err(Ending::Refused(_))
    ));
    let own = scene.deed(chair(&scene), async |desk| answer_counter(desk, agreement.id, made.id, 1, Reply::Accept).await).await;
    assert!(matches!(own, Err(Ending::Refused(_))));
    scene.deed(chair(&scene), async |desk| take_back_counter(desk, agreement.id, made.id, made.version).await).await.unwrap();
    assert_eq!(element_now(&scene, goal.id).await.content.goal.due, None);
    let stale = scene.deed(head(&scene), async |desk| answer_counter(desk, agreement.id, made.id, 1, Reply::Accept).await).await;
    assert!(matches!(stale, Err(Ending::Conflict)), "the answer was written to a proposal that was taken back");
    scene.deed(head(&scene), async |desk| submit(desk, agreement.id, agreement.version).await).await.unwrap();
});

on_both_engines!(only_the_parties_own_leaders_negotiate, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let agreement = in_dialogue(&scene, &[&goal]).await;
    let given = || CounterGiven { goal: goal.id, proposal: Proposal::Text(prose("Noget andet.")), because: prose("Fordi.") };
    for nobody in [consultant(&scene), scene.town.actor(Role::Director), scene.town.actor_at(Role::CommitteeMember, "boerneudvalg")]
    {
        let outcome = scene.deed(nobody, async |desk| counter(desk, agreement.id, given()).await).await;
        assert_eq!(denied(outcome), "denied-negotiate-agreement");
    }
    assert_eq!(page(&scene, &chair(&scene), &agreement).await.unwrap().side, Some(Side::Principal));
    assert_eq!(page(&scene, &head(&scene), &agreement).await.unwrap().side, Some(Side::Agent));
    assert_eq!(page(&scene, &consultant(&scene), &agreement).await.unwrap().side, None);
    let mut foreign = given();
    foreign.goal = department_goal(&scene, "Et helt andet mål").await.id;
    let outcome = scene.deed(head(&scene), async |desk| counter(desk, agreement.id, foreign).await).await;
    assert!(matches!(outcome, Err(Ending::NotFound)), "a goal that does not stand in it");
    assert_eq!(Content { ..element_now(&scene, goal.id).await.content }, goal.content);
});

on_both_engines!(a_leader_without_the_post_is_denied_and_the_button_is_not_there, async |db| {
    let scene = Scene::set(db).await;
    let draft = drafted_below(&scene).await;
    let teacher = scene.town.actor_at(Role::Employee, "skole");
    let seen = page(&scene, &teacher, &draft).await;
    assert!(seen.is_ok(), "those who work in the unit follow what is written");
    assert!(!verbs(&seen.unwrap()).contains(&"edit"));
    assert_eq!(denied(edited(&scene, teacher, &draft, filled(&draft, &[])).await), "denied-draft-agreement");

    // Another department's head is not even told that there is a draft.
    let nobody = stranger(&scene);
    assert!(matches!(page(&scene, &nobody, &draft).await, Err(Ending::NotFound)));
    let outcome = scene.deed(nobody, async |desk| hear(desk, draft.id, draft.version).await).await;
    assert!(matches!(outcome, Err(Ending::NotFound)));

    // Whoever asks approves; whoever answers does not.
    let written = edited(&scene, school_leader(&scene), &draft, filled(&draft, &[])).await.unwrap();
    let talked =
        scene.deed(school_leader(&scene), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap();
    let sent = scene.deed(school_leader(&scene), async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    let outcome = scene.deed(school_leader(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await;
    assert_eq!(denied(outcome), "denied-approve-agreement");
    assert_eq!(denied(signed_for(&scene, school_leader(&scene), &sent, "boerneafdeling").await), "denied-sign-agreement");
    assert!(!verbs(&page(&scene, &school_leader(&scene), &sent).await.unwrap()).contains(&"approve"));
    assert!(verbs(&page(&scene, &head(&scene), &sent).await.unwrap()).contains(&"approve"));
    let in_force = scene.deed(head(&scene), async |desk| approve(desk, sent.id, sent.version, None).await).await.unwrap();
    assert!(in_force.decision.is_some(), "a leader's yes is the decision; nobody is asked for a case number");
    assert!(!seal(&scene, &in_force).await.is_empty());
});

on_both_engines!(groups_are_heard_before_and_not_after, async |db| {
    let scene = Scene::set(db).await;
    let teacher = scene.town.actor_at(Role::Employee, "skole");
    let draft = drafted_below(&scene).await;
    let written = edited(&scene, school_leader(&scene), &draft, filled(&draft, &[])).await.unwrap();
    let said = |group| HearingGiven { group, from: line("Lærermødet"), text: prose("Vi vil gerne.") };
    let give = async |by, group| scene.deed(by, async |desk| give_hearing(desk, draft.id, said(group)).await).await;
    assert_eq!(reasons(give(teacher.clone(), Heard::Employees).await), [("", "refused-agreement-draft".to_owned())]);
    let leader = school_leader(&scene);
    let heard = scene.deed(leader.clone(), async |desk| hear(desk, written.id, written.version).await).await.unwrap();
    give(teacher.clone(), Heard::Employees).await.unwrap();
    assert_eq!(reasons(give(teacher.clone(), Heard::UserBoard).await), [("group", "refused-hearing-group".to_owned())]);
    assert_eq!(denied(give(head(&scene), Heard::Employees).await), "denied-give-hearing");
    let board = scene.town.actor_at(Role::BoardMember, "skole");
    assert!(verbs(&page(&scene, &board, &heard).await.unwrap()).contains(&"give-input"), "the board reads what it is heard about");

    let talked = scene.deed(leader.clone(), async |desk| open_dialogue(desk, heard.id, heard.version).await).await.unwrap();
    scene.deed(leader, async |desk| submit(desk, talked.id, talked.version).await).await.unwrap();
    assert_eq!(reasons(give(teacher, Heard::Employees).await), [("", "refused-agreement-submitted".to_owned())]);
});

on_both_engines!(whoever_stands_in_for_a_leader_signs_in_the_leaders_place, async |db| {
    let scene = Scene::set(db).await;
    let goal = department_goal(&scene, "Trygge skoleveje").await;
    let sent = submitted(&scene, &[&goal]).await;
    let teacher = scene.town.actor_at(Role::Employee, "skole");
    let post = scene.town.position_at(Role::DepartmentHead, "boerneafdeling");
    let (person, span) = (teacher.person().unwrap(), Span { from: date(2018, 6, 15), to: None });
    assert!(matches!(page(&scene, &teacher, &sent).await, Err(Ending::NotFound)));
    scene.deed(head(&scene), async |desk| appoint_stand_in(desk, post, person, span).await).await.unwrap();

    let standing_in = scene.today(&teacher).await;
    signed_for(&scene, standing_in, &sent, "boerneafdeling").await.unwrap();
    let shown = page(&scene, &chair(&scene), &sent).await.unwrap();
    let signature = &shown.shown.signatures[0];
    assert_eq!(
        (signature.person.as_str(), signature.standing_in_for.as_deref()),
        ("Lærer (prøve)", Some("Børne- og læringschef (prøve)"))
    );
    assert_eq!((signature.signature.side, shown.unsigned), (Side::Agent, vec![scene.town.unit("boerneudvalg")]));
});
