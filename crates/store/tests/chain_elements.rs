//! Elements, their numbers and editions, and the decisions they rest on.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::date;
use pejl_domain::chain::{
    ActionFields, Comparator, Content, Criterion, Direction, Documentation, Measure, Milestone, Orientation, Outcome, Progress,
    Scope, State, Target,
};
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_kernel::{Figure, Number, NumberPrefix, Ore, Years};
use pejl_policy::Action;
use pejl_store::{Miss, Tx, chain};
use pejl_testkit::town::{all_tied, event, key, line, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

/// Everything a goal can hold.
fn everything(town: &Town) -> Content {
    let figure = |text: &str| text.parse::<Figure>().unwrap();
    let mut content = town.content(ElementKind::Goal, "Flere børn læser for deres skyld");
    content.text = prose("Ét \"citat\", en ny linje\nog æøå – uden tab.");
    content.horizon = Years::new(2018, 2021);
    content.tags = vec![line("læsning"), line("0-6 år")];
    let goal = &mut content.goal;
    goal.vision = prose("Alle læser.");
    goal.motivation = prose("Fordi.");
    goal.target_group = prose("Elever");
    goal.policy_area = prose("Skole");
    goal.orientation = Some(Orientation::Development);
    goal.measure = Some(Measure::Effect);
    goal.scope = Some(Scope::CrossCutting);
    goal.direction = Some(Direction::Up);
    goal.documentation = Some(Documentation::Measurement);
    goal.start = Some(date(2018, 8, 1));
    goal.due = Some(date(2021, 12, 31));
    goal.responsible = Some(town.position_at(Role::InstitutionLeader, "skole"));
    goal.criteria = vec![Criterion {
        comparator: Some(Comparator::AtLeast),
        value: Some(figure("92.5")),
        unit: prose("%"),
        baseline: Some(figure("85")),
        baseline_on: Some(date(2017, 12, 31)),
        targets: vec![Target { on: date(2019, 12, 31), value: figure("88") }],
        ..Criterion::worded(line("92,5 % læser hver uge"))
    }];
    goal.milestones = vec![Milestone { on: date(2019, 6, 30), text: line("Halvvejs") }];
    content
}

async fn entered(tx: &mut Tx, town: &Town, spec: &str, owner: &str, content: Content) -> pejl_domain::chain::Element {
    let kind = town.model.element(&key(spec)).unwrap().kind;
    let number = chain::next_element_number(tx, town.id, kind, 2018).await.unwrap();
    let (draft, event) = town.drafted(number, spec, owner, content);
    let saved = town.save(tx, &draft, &event).await;
    assert_eq!(saved, pejl_domain::chain::Element { version: 1, ..draft });
    saved
}

on_both_engines!(a_saved_element_is_read_back_to_the_letter, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = entered(&mut tx, &town, "institutionsmaal", "skole", everything(&town)).await;
    let by_number = chain::element_by_number(&mut tx, &town.whole_sight(), goal.number).await.unwrap();
    assert_eq!(by_number, goal);
    assert_eq!(goal.number.to_string(), "M-2018-001");
});

on_both_engines!(every_state_is_read_back_with_what_it_holds, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let successor = town.adopted(&mut tx, "maalsaetning", "byraad", "Den nye").await;
    let (old, event) =
        town.adopted(&mut tx, "maalsaetning", "byraad", "Den gamle").await.supersede(&town.model, &successor).unwrap();
    let old = town.save(&mut tx, &old, &event).await;
    assert_eq!((old.state, old.replaced_by), (State::Superseded, Some(successor.id)));

    let (closed, event) = town
        .adopted(&mut tx, "maalsaetning", "byraad", "Den nåede")
        .await
        .close(&town.model, Outcome::Partly, prose("Næsten."), None)
        .unwrap();
    let closed = town.save(&mut tx, &closed, &event).await;
    assert_eq!((closed.state, closed.note.as_str()), (State::Closed(Outcome::Partly), "Næsten."));

    let (returned, event) = town
        .proposed(&mut tx, "maalsaetning", "byraad", "Den uklare")
        .await
        .return_to_draft(&town.model, prose("Sig, for hvem."))
        .unwrap();
    let returned = town.save(&mut tx, &returned, &event).await;
    assert_eq!((returned.state, returned.note.as_str()), (State::Returned, "Sig, for hvem."));
});

on_both_engines!(an_element_of_another_municipality_is_not_found, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let ours = town.adopted(&mut tx, "maalsaetning", "byraad", "Vores").await;
    assert!(matches!(chain::element(&mut tx, neighbour.id, ours.id).await, Err(Miss::NotFound)));
    let sight = neighbour.whole_sight();
    assert!(matches!(chain::element_by_number(&mut tx, &sight, ours.number).await, Err(Miss::NotFound)));
    assert_eq!(chain::editions(&mut tx, &sight, ours.id).await.unwrap(), []);
    // The same number is theirs to give.
    let theirs = neighbour.draft(&mut tx, "maalsaetning", "byraad", "Deres").await;
    assert_eq!(theirs.number, ours.number);
});

on_both_engines!(a_stale_element_is_not_saved, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let read = town.draft(&mut tx, "maalsaetning", "byraad", "Først").await;
    let (mine, event) = read.clone().edit(&town.model, town.content(ElementKind::Objective, "Min")).unwrap();
    let (yours, _) = read.edit(&town.model, town.content(ElementKind::Objective, "Din")).unwrap();
    town.save(&mut tx, &mine, &event).await;
    let permit = town.permit(Action::DraftElement);
    let before = pejl_store::audit::length(&mut tx, town.id).await.unwrap();
    assert!(matches!(chain::save_element(&mut tx, &permit, town.at(), &yours, &event).await, Err(Miss::Stale)));
    let kept = chain::element(&mut tx, town.id, mine.id).await.unwrap();
    assert_eq!((kept.content.title.as_str(), kept.version), ("Min", 2));
    // What was not saved is not told either.
    assert_eq!(pejl_store::audit::length(&mut tx, town.id).await.unwrap(), before);
});

on_both_engines!(a_number_is_never_given_out_twice_within_a_kind_and_a_year, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut next = async |kind, year| chain::next_element_number(&mut tx, town.id, kind, year).await.unwrap().to_string();
    assert_eq!(next(ElementKind::Goal, 2018).await, "M-2018-001");
    assert_eq!(next(ElementKind::Goal, 2018).await, "M-2018-002");
    assert_eq!(next(ElementKind::Goal, 2019).await, "M-2019-001");
    assert_eq!(next(ElementKind::Objective, 2018).await, "MS-2018-001");
    drop(tx);
    // A number that is taken is refused by the schema too.
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "maalsaetning", "byraad", "Den første").await;
    let (other, told) = town.drafted(draft.number, "maalsaetning", "byraad", draft.content);
    let permit = town.permit(Action::DraftElement);
    assert!(matches!(chain::save_element(&mut tx, &permit, town.at(), &other, &told).await, Err(Miss::Fault(_))));
});

on_both_engines!(two_who_draft_at_once_get_two_numbers, async |db| {
    let town = Town::enter(db).await;
    let one = async |title: &'static str| {
        let mut tx = db.write().await.unwrap();
        let draft = town.draft(&mut tx, "maalsaetning", "byraad", title).await;
        town.linger(&mut tx).await;
        tx.commit().await.unwrap();
        draft.number.serial
    };
    let (a, b) = tokio::join!(one("Den ene"), one("Den anden"));
    assert_eq!([a.min(b), a.max(b)], [1, 2]);
});

on_both_engines!(two_deeds_that_save_the_same_two_things_the_other_way_round_both_come_through, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let x = town.draft(&mut tx, "maalsaetning", "byraad", "X").await.id;
    let y = town.draft(&mut tx, "maalsaetning", "byraad", "Y").await.id;
    tx.commit().await.unwrap();
    let both = async |ids: [_; 2]| {
        let mut tx = db.write().await.unwrap();
        pejl_store::queue_writers(&mut tx, town.id).await.unwrap();
        for id in ids {
            let element = chain::element(&mut tx, town.id, id).await.unwrap();
            town.save(&mut tx, &element, &event("event-element-edited")).await;
            town.linger(&mut tx).await;
        }
        tx.commit().await.unwrap();
    };
    tokio::join!(both([x, y]), both([y, x]));
    let mut tx = db.read().await.unwrap();
    assert_eq!(chain::element(&mut tx, town.id, x).await.unwrap().version, 3);
});

/// What stands in the columns beside the content, in one line each.
async fn read_out(db: &TestDb) -> Vec<String> {
    let rows = db
        .texts(
            "SELECT title, coalesce(orientation, '–'), coalesce(measure, '–'), coalesce(scope, '–'), coalesce(progress, '–'),
                coalesce(CAST(starts_on AS TEXT), '–'), coalesce(CAST(due_on AS TEXT), '–'),
                coalesce((SELECT po.title FROM position po WHERE po.id = e.responsible_id), '–'),
                CASE WHEN has_effect THEN 'effect' ELSE '–' END, CASE WHEN is_measurable THEN 'measurable' ELSE '–' END,
                CASE WHEN has_baseline THEN 'baseline' ELSE '–' END, CASE WHEN has_money THEN 'money' ELSE '–' END
             FROM element e ORDER BY e.prefix, e.serial",
        )
        .await;
    rows.into_iter().map(|row| row.join(" | ")).collect()
}

on_both_engines!(the_columns_beside_the_content_say_what_the_content_says, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = entered(&mut tx, &town, "institutionsmaal", "skole", everything(&town)).await;
    let mut content = town.content(ElementKind::Action, "Læsebånd");
    content.action = Some(ActionFields {
        progress: Progress::Running,
        from: Some(date(2018, 8, 13)),
        to: Some(date(2019, 6, 28)),
        cost: Some(Ore(5_000_000)),
        ..ActionFields::default()
    });
    let action = entered(&mut tx, &town, "handling", "skole", content).await;
    let bare = entered(&mut tx, &town, "maalsaetning", "byraad", Content::titled(line("Kun en titel"))).await;
    tx.commit().await.unwrap();
    let goal_line = "Flere børn læser for deres skyld | development | effect | cross-cutting | – | 2018-08-01 | 2021-12-31 \
                     | Skoleleder | effect | measurable | baseline | money";
    let action_line = "Læsebånd | – | – | – | running | 2018-08-13 | 2019-06-28 | – | – | – | – | –";
    let bare_line = "Kun en titel | – | – | – | – | – | – | – | – | – | – | –";
    assert_eq!(read_out(db).await, [action_line, goal_line, bare_line]);

    // And they follow it, when each is saved anew with what another says.
    let mut tx = db.write().await.unwrap();
    let swapped = pejl_domain::chain::Element { content: bare.content.clone(), ..goal.clone() };
    town.save(&mut tx, &swapped, &event("event-element-edited")).await;
    let swapped = pejl_domain::chain::Element { content: goal.content, ..bare };
    town.save(&mut tx, &swapped, &event("event-element-edited")).await;
    let mut content = action.content.clone();
    content.action.as_mut().unwrap().progress = Progress::Done;
    let done = pejl_domain::chain::Element { content, ..action };
    town.save(&mut tx, &done, &event("event-element-progress")).await;
    tx.commit().await.unwrap();
    assert_eq!(read_out(db).await, [&action_line.replace("running", "done"), bare_line, goal_line]);
});

on_both_engines!(a_content_that_is_not_one_is_a_fault_and_says_nothing_of_what_people_wrote, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "maalsaetning", "byraad", "Hemmelig").await;
    tx.commit().await.unwrap();
    db.raw("UPDATE element SET content = '{\"title\": \"Hemmelig\", \"ukendt\": 1}'").await.unwrap();
    let mut tx = db.read().await.unwrap();
    let Err(Miss::Fault(fault)) = chain::element(&mut tx, town.id, draft.id).await else { panic!("it was read") };
    assert!(!fault.to_string().contains("Hemmelig"), "{fault}");
});

on_both_engines!(the_schema_refuses_a_closed_element_without_an_outcome, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "maalsaetning", "byraad", "Åben").await;
    tx.commit().await.unwrap();
    for sql in [
        "UPDATE element SET state = 'closed'",
        "UPDATE element SET outcome = 'met'",
        "UPDATE element SET state = 'superseded'",
        "UPDATE element SET state = 'unknown'",
        "UPDATE element SET kind = 'wish'",
        "UPDATE element SET title = ''",
    ] {
        assert!(db.raw(sql).await.is_err(), "{sql}");
    }
});

on_both_engines!(each_edition_stands_as_it_was_with_the_decision_behind_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let first = town.adopted(&mut tx, "maalsaetning", "byraad", "Flere i job").await;
    let decision = town.decision(&mut tx, first.owner, &key("byraad")).await;
    let content = town.content(ElementKind::Objective, "Flere i job og uddannelse");
    let reason = prose("Uddannelse hører med.");
    let (second, event) = first.clone().revise(&town.model, content, &reason, Some(&decision), &all_tied()).unwrap();
    let second = town.save(&mut tx, &second, &event).await;
    let permit = town.permit(Action::AdoptElement);
    chain::save_edition(&mut tx, &permit, town.at(), &second, &reason).await.unwrap();

    let editions = chain::editions(&mut tx, &town.sight(Role::Employee), first.id).await.unwrap();
    let told: Vec<_> = editions.iter().map(|e| (e.edition, e.content.title.as_str(), e.reason.as_str(), e.at)).collect();
    let at = town.at();
    assert_eq!(told, [(2, "Flere i job og uddannelse", "Uddannelse hører med.", at), (1, "Flere i job", "", at)]);
    let behind: Vec<_> = editions.iter().map(|e| e.decision.as_ref().map(|d| (d.decision.id, d.body.as_str()))).collect();
    let council = "Testby Byråd";
    assert_eq!(behind, [Some((decision.id, council)), first.decision.map(|d| (d, council))]);
    // An edition is frozen once.
    assert!(chain::save_edition(&mut tx, &permit, town.at(), &second, &reason).await.is_err());
});

on_both_engines!(what_needs_no_adoption_has_editions_without_a_decision, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let action = town.adopted(&mut tx, "handling", "skole", "Læsebånd").await;
    let editions = chain::editions(&mut tx, &town.whole_sight(), action.id).await.unwrap();
    assert_eq!(editions.iter().map(|e| (e.edition, e.decision.is_none())).collect::<Vec<_>>(), [(1, true)]);
});

on_both_engines!(the_editions_of_what_is_not_seen_are_not_seen, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.adopted(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let (withdrawn, event) = goal.withdraw(&town.model, prose("Ikke nu.")).unwrap();
    let withdrawn = town.save(&mut tx, &withdrawn, &event).await;
    let librarian = town.sight_at(Role::InstitutionLeader, "bibliotek");
    assert_eq!(chain::editions(&mut tx, &librarian, withdrawn.id).await.unwrap(), []);
    assert_eq!(chain::editions(&mut tx, &town.sight(Role::Employee), withdrawn.id).await.unwrap().len(), 1);
});

on_both_engines!(a_decision_is_read_back_with_the_body_that_made_it, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let decision = town.decision(&mut tx, town.unit("skole"), &key("fagudvalg")).await;
    let read = chain::decision(&mut tx, town.id, decision.id).await.unwrap();
    assert_eq!((read.decision.clone(), read.body.as_str(), read.body_serial), (decision.clone(), "Børneudvalget", 2));
    assert_eq!(chain::decisions(&mut tx, &town.whole_sight(), 10).await.unwrap(), [read]);
    let told = pejl_store::audit::history(&mut tx, &town.whole_sight(), decision.body.0, 1).await.unwrap();
    assert_eq!(told[0].event.sentence.key, "event-decision-recorded");
});

on_both_engines!(what_a_unit_must_hand_over_is_what_is_live, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = town.draft(&mut tx, "institutionsmaal", "skole", "Kladden").await;
    let adopted = town.adopted(&mut tx, "institutionsmaal", "skole", "Målet").await;
    let action = town.adopted(&mut tx, "handling", "skole", "Handlingen").await;
    let (withdrawn, event) =
        town.draft(&mut tx, "institutionsmaal", "skole", "Den droppede").await.withdraw(&town.model, prose("Nej.")).unwrap();
    town.save(&mut tx, &withdrawn, &event).await;
    town.draft(&mut tx, "institutionsmaal", "bibliotek", "En andens").await;
    let live = chain::live_elements_of_unit(&mut tx, town.id, town.unit("skole")).await.unwrap();
    assert_eq!(live, [action, draft, adopted]);

    let mut numbers = Vec::new();
    for element in live {
        let (moved, event) = element.hand_over(&town.model, town.unit("boernehave"), "Æblehaven", key("institution")).unwrap();
        numbers.push(town.save(&mut tx, &moved, &event).await.number);
    }
    assert_eq!(chain::live_elements_of_unit(&mut tx, town.id, town.unit("skole")).await.unwrap(), []);
    assert_eq!(numbers[0], Number { prefix: NumberPrefix::H, year: 2018, serial: 1 });
});
