//! The page of one agreement, the line of sight of a unit, what an editor may choose among.

use pejl_domain::agreements::{Agreement, AgreementState, GoalLine, GoalPlace, Side};
use pejl_domain::chain::{AnswerName, Stance};
use pejl_domain::models::Heard;
use pejl_domain::orgs::Role;
use pejl_kernel::{AgreementId, StanceId};
use pejl_policy::Action;
use pejl_store::agreements::{self, ChoiceOf};
use pejl_store::{Tx, chain, meter};
use pejl_testkit::town::{key, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::fixture::{amended, approved, countered, drafted, heard, own, save, school, signed, to};

/// A committee goal under an objective, put before a department and a school; the school's own goal under it.
struct Chain {
    objective: chain::Mention,
    asked: pejl_domain::chain::Element,
    goal: pejl_domain::chain::Element,
    action: pejl_domain::chain::Element,
}

async fn chain_of(tx: &mut Tx, town: &Town) -> Chain {
    let objective = town.adopted(tx, "maalsaetning", "byraad", "Alle trives").await;
    let asked = town.adopted(tx, "udvalgsmaal", "boerneudvalg", "Flere læser").await;
    let goal = town.draft(tx, "institutionsmaal", "skole", "Læsning hver dag").await;
    let action = town.draft(tx, "handling", "skole", "Læsebånd").await;
    town.tie(tx, &asked, &objective).await;
    town.tie(tx, &goal, &asked).await;
    town.tie(tx, &action, &goal).await;
    let (stance, told) = Stance::ask(&town.model, StanceId::new(&town.mint), &asked, town.unit("skole"), "Ådalskolen").unwrap();
    chain::save_stance(tx, &town.permit(Action::AskStance), town.at(), &stance, &told).await.unwrap();
    let owner = chain::UnitMention { id: objective.owner, serial: 1, name: "Testby Byråd".to_owned() };
    let objective = chain::Mention {
        id: objective.id,
        number: objective.number,
        kind: objective.kind,
        level: objective.level,
        title: objective.content.title.to_string(),
        state: objective.state,
        progress: None,
        owner,
    };
    Chain { objective, asked, goal, action }
}

/// The school's agreement with everything in it.
async fn whole(tx: &mut Tx, town: &Town, of: &Chain) -> Agreement {
    let mut agreement = school(tx, town).await;
    let taken_over = GoalLine { goal: of.asked.id, place: GoalPlace::TakenOver, note: prose("Vi tager vores del.") };
    agreement.content.goals = vec![own(&of.goal), taken_over];
    agreement.content.actions = vec![of.action.id];
    save(tx, town, &agreement, None).await
}

on_both_engines!(a_page_has_everything_around_the_agreement, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let agreement = whole(&mut tx, &town, &of).await;
    let mut other = drafted(&mut tx, &town, "virksomhedsaftale", "boerneafdeling", &["boernehave"], 2018).await;
    other.content.goals = vec![GoalLine { place: GoalPlace::Shared, ..own(&of.asked) }];
    let other = save(&mut tx, &town, &other, None).await;
    let next = drafted(&mut tx, &town, "virksomhedsaftale", "boerneafdeling", &["skole"], 2019).await;
    let next = save(&mut tx, &town, &Agreement { predecessor: Some(agreement.id), ..next }, None).await;
    heard(&mut tx, &town, &agreement, Heard::Employees).await;
    countered(&mut tx, &town, &agreement, &of.goal).await;
    let agreement = to(&mut tx, &town, agreement, AgreementState::Submitted).await;
    signed(&mut tx, &town, &agreement, Side::Agent, "skole", Role::InstitutionLeader).await;

    let sight = town.sight(Role::DepartmentHead);
    let (page, reading) = meter::measure(agreements::agreement_page(&mut tx, &sight, agreement.number)).await;
    let page = page.unwrap();
    assert_eq!(reading.statements, 14);
    assert_eq!((&page.agreement, page.sees_draft), (&agreement, true));
    assert_eq!((page.principal.unit.name.as_str(), page.principal.level.as_str()), ("Børn og læring", "afdeling"));
    assert_eq!(page.agents.iter().map(|a| (a.unit.name.as_str(), a.is_open)).collect::<Vec<_>>(), [("Ådalskolen", true)]);
    let line: Vec<_> = page.line.iter().map(|u| u.id).collect();
    assert_eq!(line, town.line_of(town.unit("skole")));

    let goals: Vec<_> = page.goals.iter().map(|g| (g.element.content.title.as_str(), g.place, g.owner.name.as_str())).collect();
    assert_eq!(
        goals,
        [("Læsning hver dag", GoalPlace::Own, "Ådalskolen"), ("Flere læser", GoalPlace::TakenOver, "Børneudvalget"),]
    );
    let serves: Vec<_> = page.goals[0].serves.iter().map(|s| (s.far, s.element.title.as_str())).collect();
    assert_eq!(serves, [(1, "Flere læser"), (2, "Alle trives")]);
    assert_eq!(page.goals[1].serves[0].element, of.objective);
    assert_eq!(page.goals[1].note.as_str(), "Vi tager vores del.");
    assert_eq!(page.goals[1].stances, [(town.unit("skole"), AnswerName::Asked)]);
    assert_eq!((page.goals[1].also_in_total, page.goals[1].also_in[0].id), (1, other.id));
    assert_eq!((page.goals[0].also_in_total, page.goals[0].also_in.len()), (0, 0));
    assert_eq!(page.actions[0].serves, [of.goal.id]);
    assert_eq!(page.put_before.iter().map(|p| p.element.id).collect::<Vec<_>>(), [of.asked.id]);

    assert_eq!((page.hearings.len(), page.hearings[0].by.as_str()), (1, "Tillidsrepræsentant (prøve)"));
    assert_eq!((page.counters.len(), page.counters[0].by.as_str()), (1, "Børne- og læringschef (prøve)"));
    assert_eq!(page.signatures[0].signature.seal, page.frozen.as_ref().unwrap().seal);
    assert!(page.editions.is_empty() && page.decision.is_none() && page.predecessor.is_none());
    assert_eq!(page.successors.iter().map(|a| a.id).collect::<Vec<_>>(), [next.id]);
    assert_eq!(page.history.len(), 6);
    let school = town.sight(Role::InstitutionLeader);
    let page = agreements::agreement_page(&mut tx, &school, agreement.number).await.unwrap();
    assert_eq!(page.goals[1].also_in, [], "another's draft is not given away by a goal both have");
    let page = agreements::agreement_page(&mut tx, &sight, next.number).await.unwrap();
    assert_eq!(page.predecessor.unwrap().agents[0].name, "Ådalskolen");
});

on_both_engines!(the_goals_of_an_agreement_are_read_with_it_also_those_that_are_drafts, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let agreement = whole(&mut tx, &town, &of).await;
    let agreement = to(&mut tx, &town, agreement, AgreementState::Hearing).await;
    let member = town.sight(Role::BoardMember);
    assert!(chain::element_seen(&mut tx, &member, of.goal.id).await.is_err());
    let page = agreements::agreement_page(&mut tx, &member, agreement.number).await.unwrap();
    assert_eq!(page.goals[0].element.content.title.as_str(), "Læsning hver dag");
    assert_eq!(page.actions[0].serves, [of.goal.id]);
});

on_both_engines!(who_is_no_party_reads_nothing_of_an_amendment, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let agreement = whole(&mut tx, &town, &of).await;
    let agreement = approved(&mut tx, &town, agreement).await;
    signed(&mut tx, &town, &agreement, Side::Agent, "skole", Role::InstitutionLeader).await;
    let mut draft = amended(&mut tx, &town, agreement.clone()).await;
    let new = town.draft(&mut tx, "institutionsmaal", "skole", "Spar på bøger").await;
    draft.content.goals = vec![own(&new)];
    let draft = save(&mut tx, &town, &draft, None).await;
    heard(&mut tx, &town, &draft, Heard::Employees).await;
    countered(&mut tx, &town, &draft, &new).await;
    let submitted = to(&mut tx, &town, draft, AgreementState::Submitted).await;
    signed(&mut tx, &town, &submitted, Side::Agent, "skole", Role::InstitutionLeader).await;

    let outsider = town.sight_at(Role::InstitutionLeader, "bibliotek");
    let (page, reading) = meter::measure(agreements::agreement_page(&mut tx, &outsider, submitted.number)).await;
    let page = page.unwrap();
    assert_eq!(reading.statements, 14);
    let as_read = Agreement { version: submitted.version, ..agreement.clone() };
    assert_eq!((&page.agreement, page.sees_draft, page.frozen.as_ref()), (&as_read, false, None));
    assert_eq!(page.goals.iter().map(|g| g.element.id).collect::<Vec<_>>(), [of.goal.id, of.asked.id]);
    assert_eq!((page.counters.len(), page.signatures.len(), page.editions.len()), (0, 1, 1));
    assert_eq!(page.history[0].event.sentence.key, "event-agreement-approved");
    assert!(!format!("{page:?}").contains("Hemmelig") && !format!("{page:?}").contains("Spar på bøger"));

    // Nor does the goal's own page, or a list, give it away.
    assert_eq!(agreements::agreements_of_element(&mut tx, &outsider, new.id).await.unwrap(), []);
    let of_goal = agreements::agreements_of_element(&mut tx, &outsider, of.goal.id).await.unwrap();
    assert_eq!((of_goal[0].0.state, of_goal[0].1), (AgreementState::Approved, Some(GoalPlace::Own)));
    let party = town.sight(Role::InstitutionLeader);
    assert_eq!(agreements::agreements_of_element(&mut tx, &party, new.id).await.unwrap()[0].0.state, AgreementState::Submitted);
});

on_both_engines!(a_unit_sees_what_it_is_part_of_and_what_is_expected_of_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let agreement = whole(&mut tx, &town, &of).await;
    let sight = town.sight(Role::Employee);
    let (line, reading) = meter::measure(agreements::line_of_sight(&mut tx, &sight, town.unit("skole"))).await;
    let line = line.unwrap();
    assert_eq!(reading.statements, 5);
    assert_eq!(line.agreements.iter().map(|a| a.id).collect::<Vec<_>>(), [agreement.id]);
    let goals: Vec<_> = line.goals.iter().map(|g| (g.goal.title.as_str(), g.serves.len())).collect();
    assert_eq!(goals, [("Læsning hver dag", 2), ("Flere læser", 1)]);
    assert_eq!(line.put_before[0].answer, AnswerName::Asked);
    let empty = agreements::line_of_sight(&mut tx, &sight, town.unit("bibliotek")).await.unwrap();
    assert!(empty.agreements.is_empty() && empty.goals.is_empty() && empty.put_before.is_empty());
});

on_both_engines!(an_editor_chooses_among_the_parties_goals_and_what_was_put_before_them, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let department = town.adopted(&mut tx, "afdelingsmaal", "boerneafdeling", "Bedre bøger").await;
    town.adopted(&mut tx, "institutionsmaal", "bibliotek", "En andens").await;
    let sight = town.sight(Role::InstitutionLeader);
    let choices = agreements::choices(&mut tx, &sight, &[town.unit("skole")], town.unit("boerneafdeling")).await.unwrap();
    let told: Vec<_> = choices.iter().map(|c| (c.of, c.element.id)).collect();
    assert_eq!(
        told,
        [
            (ChoiceOf::Agent, of.goal.id),
            (ChoiceOf::Agent, of.action.id),
            (ChoiceOf::PutBefore, of.asked.id),
            (ChoiceOf::Principal, department.id),
        ]
    );
});

on_both_engines!(the_goals_of_an_agreement_are_loaded_in_the_order_asked, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let of = chain_of(&mut tx, &town).await;
    let loaded = agreements::elements_of(&mut tx, town.id, &[of.goal.id, of.asked.id, of.action.id]).await.unwrap();
    assert_eq!(loaded, [of.goal, of.asked, of.action]);
});

on_both_engines!(a_year_s_agreements_without_a_successor_are_found, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let draft = school(&mut tx, &town).await;
    let sight = town.whole_sight();
    let kind = key("virksomhedsaftale");
    assert_eq!(agreements::without_successor(&mut tx, &sight, 2018, None, None).await.unwrap(), []);
    let agreement = approved(&mut tx, &town, draft).await;
    let department = Some(town.unit("boerneafdeling"));
    let found = agreements::without_successor(&mut tx, &sight, 2018, Some(&kind), department).await.unwrap();
    assert_eq!(found.iter().map(|a| a.id).collect::<Vec<_>>(), [agreement.id]);
    let others = agreements::without_successor(&mut tx, &sight, 2018, None, Some(town.unit("kulturafdeling"))).await.unwrap();
    assert_eq!(others, []);
    let next = Agreement {
        id: AgreementId::new(&town.mint),
        predecessor: Some(agreement.id),
        ..drafted(&mut tx, &town, "virksomhedsaftale", "boerneafdeling", &["skole"], 2019).await
    };
    let next = save(&mut tx, &town, &next, None).await;
    assert_eq!(agreements::without_successor(&mut tx, &sight, 2018, None, None).await.unwrap(), []);
    to(&mut tx, &town, next, AgreementState::Withdrawn).await;
    assert_eq!(agreements::without_successor(&mut tx, &sight, 2018, None, None).await.unwrap().len(), 1);
});
