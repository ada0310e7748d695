//! Agreements, their editions, signatures, hearings and counter-proposals: saved whole and read back.

use pejl_domain::agreements::{Agreement, AgreementState, Counter, CounterState, Frame, GoalLine, GoalPlace, Proposal, Side};
use pejl_domain::models::Heard;
use pejl_domain::orgs::Role;
use pejl_kernel::{Ore, Years};
use pejl_policy::Action;
use pejl_store::{Miss, agreements, audit, search};
use pejl_testkit::town::{event, key, line, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::fixture::{amended, answered, approved, countered, drafted, frozen, heard, own, save, school, signed, to, try_save};

on_both_engines!(a_saved_agreement_is_read_back_to_the_letter, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.draft(&mut tx, "afdelingsmaal", "boerneafdeling", "Flere læser").await;
    let action = town.draft(&mut tx, "handling", "boerneafdeling", "Læsebånd").await;
    let agents = ["kulturafdeling", "boerneafdeling"];
    let mut draft = drafted(&mut tx, &town, "udvalgsaftale", "boerneudvalg", &agents, 2018).await;
    draft.period = Years::new(2018, 2019).unwrap();
    draft.note = prose("En \"note\"\nmed æøå.");
    draft.content.themes = vec![answered("borgereffekter")];
    draft.content.frame = Some(Frame { amount: Ore(-12_345_678_900), source: line("Budget 2018, bevilling 41") });
    draft.content.follow_up = prose("I juni.");
    draft.content.reporting = prose("Til jul.");
    draft.content.goals = vec![GoalLine { goal: goal.id, place: GoalPlace::Shared, note: prose("Fælles med kultur.") }];
    draft.content.actions = vec![action.id];
    let saved = save(&mut tx, &town, &draft, None).await;
    assert_eq!(saved, Agreement { version: 1, ..draft });
    assert_eq!(saved.number.to_string(), "A-2018-001");

    let seen = agreements::agreement_by_number(&mut tx, &town.whole_sight(), saved.number).await.unwrap();
    assert_eq!((seen.agreement, seen.sees_draft), (saved.clone(), true));
    let next = drafted(&mut tx, &town, "udvalgsaftale", "boerneudvalg", &agents, 2020).await;
    let next = save(&mut tx, &town, &Agreement { predecessor: Some(saved.id), ..next }, None).await;
    assert_eq!((next.predecessor, next.number.to_string().as_str()), (Some(saved.id), "A-2020-001"));
});

on_both_engines!(a_stale_agreement_is_not_saved, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let read = school(&mut tx, &town).await;
    save(&mut tx, &town, &read, None).await;
    let before = audit::length(&mut tx, town.id).await.unwrap();
    assert!(matches!(try_save(&mut tx, &town, &read, None).await, Err(Miss::Stale)));
    assert_eq!(audit::length(&mut tx, town.id).await.unwrap(), before, "what was not saved is not told either");
});

on_both_engines!(an_agreement_of_another_municipality_is_not_found, async |db: &TestDb| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.write().await.unwrap();
    let ours = school(&mut tx, &town).await;
    assert!(matches!(agreements::agreement(&mut tx, neighbour.id, ours.id).await, Err(Miss::NotFound)));
    let sight = neighbour.whole_sight();
    assert!(matches!(agreements::agreement_by_number(&mut tx, &sight, ours.number).await, Err(Miss::NotFound)));
    assert_eq!(school(&mut tx, &neighbour).await.number, ours.number, "the same number is theirs to give");
});

/// The goals of every agreement as its table has them: title, how it came, written, in force.
async fn goal_table(db: &TestDb) -> Vec<String> {
    let rows = db
        .texts(
            "SELECT e.title, g.came, CASE WHEN g.written THEN 'written' ELSE '–' END, CASE WHEN g.in_force THEN 'in force' ELSE '–' END
             FROM agreement_goal g JOIN element e ON e.id = g.goal_id ORDER BY g.place, e.title",
        )
        .await;
    rows.into_iter().map(|row| row.join(" | ")).collect()
}

on_both_engines!(the_tables_beside_the_content_say_what_is_written_and_what_is_in_force, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (a, b, c) = (
        town.draft(&mut tx, "institutionsmaal", "skole", "A").await,
        town.draft(&mut tx, "institutionsmaal", "skole", "B").await,
        town.draft(&mut tx, "institutionsmaal", "skole", "C").await,
    );
    let mut agreement = school(&mut tx, &town).await;
    agreement.content.goals = vec![own(&b), own(&a), own(&b)];
    let agreement = save(&mut tx, &town, &agreement, None).await;
    tx.commit().await.unwrap();
    assert_eq!(goal_table(db).await, ["B | own | written | –", "A | own | written | –"], "each once, in the order of the content");

    let mut tx = db.write().await.unwrap();
    let agreement = approved(&mut tx, &town, agreement).await;
    let mut draft = amended(&mut tx, &town, agreement).await;
    draft.content.goals = vec![own(&c), GoalLine { place: GoalPlace::Shared, ..own(&a) }];
    let draft = save(&mut tx, &town, &draft, None).await;
    tx.commit().await.unwrap();
    assert_eq!(goal_table(db).await, ["B | own | – | in force", "C | own | written | –", "A | shared | written | in force"]);

    let mut tx = db.write().await.unwrap();
    approved(&mut tx, &town, draft).await;
    tx.commit().await.unwrap();
    assert_eq!(goal_table(db).await, ["C | own | written | in force", "A | shared | written | in force"]);
});

on_both_engines!(five_hundred_goals_in_one_agreement_cost_no_more_statements_than_one, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let mut agreement = school(&mut tx, &town).await;
    let mut goals = Vec::new();
    for n in 0..500 {
        let number = pejl_kernel::Number { prefix: pejl_kernel::NumberPrefix::M, year: 2018, serial: 1000 + n };
        let content = town.content(pejl_domain::models::ElementKind::Goal, &format!("Mål {n}"));
        let (goal, told) = town.drafted(number, "institutionsmaal", "skole", content);
        goals.push(town.save(&mut tx, &goal, &told).await);
    }
    agreement.content.goals = goals.iter().take(1).map(own).collect();
    let (_, one) = pejl_store::meter::measure(try_save(&mut tx, &town, &agreement, None)).await;
    agreement.version += 1;
    agreement.content.goals = goals.iter().map(own).collect();
    let (saved, many) = pejl_store::meter::measure(try_save(&mut tx, &town, &agreement, None)).await;
    saved.unwrap();
    assert_eq!(one.statements, many.statements);
    let (page, read) = pejl_store::meter::measure(agreements::agreement_page(&mut tx, &town.whole_sight(), agreement.number)).await;
    let page = page.unwrap();
    assert_eq!((page.goals.len(), page.goals[499].element.content.title.as_str()), (500, "Mål 499"));
    assert!(read.statements <= 14, "{} statements", read.statements);
});

on_both_engines!(the_text_that_is_sealed_is_kept_until_it_is_written_in_again, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    assert_eq!(agreements::frozen_text(&mut tx, town.id, draft.id).await.unwrap(), None);
    let text = frozen("{\"tekst\":\"Det, vi skriver under på — æøå\"}");
    let submitted = save(&mut tx, &town, &Agreement { state: AgreementState::Submitted, ..draft }, Some(&text)).await;
    let kept = save(&mut tx, &town, &Agreement { state: AgreementState::Approved, edition: 1, ..submitted }, None).await;
    assert_eq!(agreements::frozen_text(&mut tx, town.id, kept.id).await.unwrap(), Some(text));
    let amending = save(&mut tx, &town, &Agreement { state: AgreementState::Draft, ..kept }, None).await;
    assert_eq!(agreements::frozen_text(&mut tx, town.id, amending.id).await.unwrap(), None);
    // Submitted without a text is no state at all.
    let unsealed = Agreement { state: AgreementState::Submitted, ..amending };
    assert!(matches!(try_save(&mut tx, &town, &unsealed, None).await, Err(Miss::Fault(_))));
});

on_both_engines!(each_edition_stands_as_it_was_with_the_decision_behind_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let decision = town.decision(&mut tx, town.unit("boerneafdeling"), &key("fagudvalg")).await;
    let agreement = drafted(&mut tx, &town, "udvalgsaftale", "boerneudvalg", &["boerneafdeling"], 2018).await;
    let agreement = save(&mut tx, &town, &Agreement { decision: Some(decision.id), ..agreement }, None).await;
    let first = approved(&mut tx, &town, agreement).await;
    let draft = amended(&mut tx, &town, first).await;
    let second = approved(&mut tx, &town, draft).await;
    let editions = agreements::agreement_editions(&mut tx, &town.sight(Role::Employee), second.id).await.unwrap();
    let told: Vec<_> = editions.iter().map(|e| (e.edition, e.reason.as_str(), e.content.sections[0].text.as_str())).collect();
    assert_eq!(told, [(2, "Budgettet er vedtaget.", "Hemmelig sparekladde."), (1, "", "Vi vil, at alle børn læser.")]);
    assert_eq!(editions[0].decision.as_ref().map(|d| d.body.as_str()), Some("Børneudvalget"));
    let one = agreements::agreement_edition(&mut tx, town.id, second.id, 1).await.unwrap();
    assert_eq!(one, editions[1]);
    assert!(matches!(agreements::agreement_edition(&mut tx, town.id, second.id, 3).await, Err(Miss::NotFound)));
});

on_both_engines!(a_unit_signs_a_text_once, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let submitted = to(&mut tx, &town, draft, AgreementState::Submitted).await;
    let first = signed(&mut tx, &town, &submitted, Side::Agent, "skole", Role::InstitutionLeader).await;
    let permit = town.permit(Action::SignAgreement);
    let again = agreements::save_signature(&mut tx, &permit, town.at(), &first, &event("event-agreement-signed")).await;
    assert!(matches!(again, Err(Miss::Stale)));
    signed(&mut tx, &town, &submitted, Side::Principal, "boerneafdeling", Role::DepartmentHead).await;
    let units = agreements::signed_units(&mut tx, town.id, submitted.id, &first.seal).await.unwrap();
    assert_eq!(units.len(), 2);
    let rows = agreements::signatures(&mut tx, &town.whole_sight(), submitted.id).await.unwrap();
    let told: Vec<_> = rows.iter().map(|r| (r.signature.side, r.unit.name.as_str(), r.person.as_str())).collect();
    let chief = "Børne- og læringschef (prøve)";
    assert_eq!(told, [(Side::Principal, "Børn og læring", chief), (Side::Agent, "Ådalskolen", "Skoleleder (prøve)")]);
    assert_eq!(rows[1].signature, first);
    let outsider = town.sight_at(Role::InstitutionLeader, "bibliotek");
    assert_eq!(agreements::signatures(&mut tx, &outsider, submitted.id).await.unwrap(), []);
});

on_both_engines!(what_groups_said_is_read_back, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let agreement = school(&mut tx, &town).await;
    let hearing = heard(&mut tx, &town, &agreement, Heard::WorksCouncil).await;
    assert_eq!(agreements::hearings(&mut tx, town.id, agreement.id).await.unwrap(), [hearing]);
    let told = audit::history(&mut tx, &town.whole_sight(), agreement.id.0, 1).await.unwrap();
    assert_eq!(told[0].event.sentence.key, "event-agreement-heard");
});

on_both_engines!(a_counter_proposal_is_answered_once, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = town.draft(&mut tx, "institutionsmaal", "skole", "Flere læser").await;
    let agreement = school(&mut tx, &town).await;
    let open = countered(&mut tx, &town, &agreement, &goal).await;
    assert_eq!(agreements::open_counters(&mut tx, town.id, agreement.id).await.unwrap(), std::slice::from_ref(&open));
    let answered = Counter {
        state: CounterState::AcceptedWithChange,
        answer: prose("Næsten."),
        agreed: Some(Proposal::Due(Some(jiff::civil::date(2018, 12, 1)))),
        answered: Some((town.actor(Role::InstitutionLeader).person().unwrap(), town.at())),
        ..open
    };
    let permit = town.permit(Action::NegotiateAgreement);
    let told = event("event-agreement-counter-answered");
    agreements::save_counter(&mut tx, &permit, town.at(), &answered, &told).await.unwrap();
    let again = agreements::save_counter(&mut tx, &permit, town.at(), &answered, &told).await;
    assert!(matches!(again, Err(Miss::Stale)));
    assert_eq!(agreements::open_counters(&mut tx, town.id, agreement.id).await.unwrap(), []);
    let read = agreements::counter(&mut tx, town.id, answered.id).await.unwrap();
    assert_eq!(read, Counter { version: 2, ..answered });
});

on_both_engines!(open_agreements_of_the_same_kind_agent_and_years_are_found, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let first = school(&mut tx, &town).await;
    let (skole, kind) = (town.unit("skole"), key("virksomhedsaftale"));
    let mut found = async |agents: &[_], kind: &_, from, to, but| {
        let period = Years::new(from, to).unwrap();
        let found = agreements::overlapping(&mut tx, town.id, kind, agents, period, but).await.unwrap();
        found.into_iter().map(|o| (o.number.to_string(), o.agent_name)).collect::<Vec<_>>()
    };
    let this = [("A-2018-001".to_owned(), "Ådalskolen".to_owned())];
    assert_eq!(found(&[town.unit("boernehave"), skole], &kind, 2017, 2018, None).await, this);
    assert_eq!(found(&[skole], &kind, 2018, 2020, None).await, this);
    assert_eq!(found(&[skole], &kind, 2018, 2018, Some(first.id)).await, []);
    assert_eq!(found(&[skole], &kind, 2019, 2019, None).await, []);
    assert_eq!(found(&[skole], &key("udvalgsaftale"), 2018, 2018, None).await, []);
    assert_eq!(found(&[town.unit("boernehave")], &kind, 2018, 2018, None).await, []);
    let mut tx2 = tx;
    to(&mut tx2, &town, first, AgreementState::Withdrawn).await;
    let none = agreements::overlapping(&mut tx2, town.id, &kind, &[skole], Years::new(2018, 2018).unwrap(), None).await.unwrap();
    assert_eq!(none, []);
});

on_both_engines!(what_a_unit_must_hand_over_are_its_open_agreements, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let live = school(&mut tx, &town).await;
    let gone = drafted(&mut tx, &town, "virksomhedsaftale", "boerneafdeling", &["skole"], 2017).await;
    let gone = save(&mut tx, &town, &gone, None).await;
    to(&mut tx, &town, gone, AgreementState::Withdrawn).await;
    for unit in ["skole", "boerneafdeling"] {
        assert_eq!(
            agreements::live_agreements_of_unit(&mut tx, town.id, town.unit(unit)).await.unwrap(),
            std::slice::from_ref(&live)
        );
    }
    let moved = save(&mut tx, &town, &Agreement { agents: vec![town.unit("boernehave")], ..live }, None).await;
    assert_eq!(moved.agents, [town.unit("boernehave")]);
    assert_eq!(agreements::live_agreements_of_unit(&mut tx, town.id, town.unit("skole")).await.unwrap(), []);
});

on_both_engines!(a_search_finds_what_is_in_force_while_an_amendment_is_written, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let agreement = approved(&mut tx, &town, draft).await;
    amended(&mut tx, &town, agreement).await;
    let mut found = async |words: &str| search::find(&mut tx, &town.whole_sight(), words).await.unwrap();
    assert_eq!(found("børn læser").await.len(), 1);
    assert_eq!(found("A-2018-001").await[0].title, "A-2018-001 Ådalskolen");
    assert_eq!(found("sparekladde").await, []);
});
