//! An agreement is drafted, written, heard, amended, reported and ended.

use pejl_domain::agreements::*;
use pejl_domain::models::Heard;
use pejl_kernel::{HearingId, Ore, Prose, SequenceMint, Years};

use crate::fixture::*;

#[test]
fn a_draft_begins_with_the_kinds_headings_and_the_years_themes() {
    let (agreement, event) =
        Agreement::draft(&model(), drafting("udvalgsaftale", committee(), &[schools(), nurseries()]), &[]).unwrap();
    let headings: Vec<_> = agreement.content.sections.iter().map(|s| s.heading.as_str()).collect();
    assert_eq!(headings, ["Mål og indsats", "Årets budget"]);
    assert_eq!(agreement.content.themes[0].theme, key("inklusion"));
    assert_eq!(said(&event, "agents"), "Skoleafdelingen, Dagtilbudsafdelingen");
    let school = Agreement::draft(&model(), drafting("skoleaftale", schools(), &[party(9, "skole", "Nordskolen")]), &[]).unwrap().0;
    assert!(school.content.themes.is_empty());
}

#[test]
fn parties_at_the_wrong_level_are_all_named_at_once() {
    let wrong = drafting("skoleaftale", committee(), &[nurseries(), nurseries(), committee()]);
    assert_eq!(
        reasons(Agreement::draft(&model(), wrong, &[])),
        [
            "principal refused-agreement-principal",
            "agents refused-agreement-several-agents",
            "agents refused-agreement-agent",
            "agents refused-agreement-agent",
            "agents refused-agreement-party-twice",
            "agents refused-agreement-agent",
            "agents refused-agreement-party-twice",
        ]
    );
    assert_eq!(
        reasons(Agreement::draft(&model(), drafting("skoleaftale", schools(), &[]), &[])),
        ["agents refused-agreement-without-agent"]
    );
    assert_eq!(reasons(Agreement::draft(&model(), drafting("kontrakt", schools(), &[]), &[])), ["kind refused-agreement-kind"]);
}

#[test]
fn an_agent_has_one_open_agreement_of_a_kind_a_year() {
    let standing = |state, period| Standing {
        id: agreement_id(7),
        number: number(7),
        kind: key("udvalgsaftale"),
        agents: vec![schools().unit],
        period,
        state,
    };
    let try_beside = |other: Standing| Agreement::draft(&model(), drafting("udvalgsaftale", committee(), &[schools()]), &[other]);
    let two_years = Years { from: 2018, to: 2019 };
    assert_eq!(reasons(try_beside(standing(AgreementState::Approved, two_years))), ["agents refused-agreement-twice"]);
    assert!(try_beside(standing(AgreementState::Closed, two_years)).is_ok());
    assert!(try_beside(standing(AgreementState::Approved, Years { from: 2018, to: 2018 })).is_ok());
}

#[test]
fn an_edit_tells_what_stood_before_and_after() {
    let (agreement, _) = begun().edit(&model(), content(&[&goal()], &[]), &[goal()]).unwrap();
    let mut next = agreement.content.clone();
    next.sections[0].text = prose("Vi vil mere trivsel.");
    next.goals[0].place = GoalPlace::Shared;
    next.frame = next.frame.map(|frame| Frame { amount: Ore(41_150_050), ..frame });
    next.actions = vec![action().id];
    let (_, event) = agreement.edit(&model(), next, &[goal(), action()]).unwrap();
    let told: Vec<String> = event.changes.iter().map(|c| format!("{}: “{}” → “{}”", c.field, c.before, c.after)).collect();
    assert_eq!(
        told,
        [
            "Mål og indsats: “Vi vil trivsel.” → “Vi vil mere trivsel.”",
            "field-frame: “412000000” → “411500.5”",
            "field-actions: “” → “H-2018-002 Trivselsdag”",
            "M-2018-001: “goal-place-own” → “goal-place-shared”",
        ]
    );
}

#[test]
fn an_agreement_names_nothing_twice_and_nothing_that_is_over() {
    let model = model();
    let given_up = goal().withdraw(&model, prose("Ikke mere.")).unwrap().0;
    assert_eq!(
        reasons(begun().edit(&model, content(&[&given_up], &[]), std::slice::from_ref(&given_up))),
        ["goals refused-agreement-element-over"]
    );
    let twice = content(&[&goal(), &goal()], &[&goal()]);
    assert_eq!(
        reasons(begun().edit(&model, twice, &[goal()])),
        ["actions refused-agreement-not-an-action", "goals refused-agreement-element-twice"]
    );
    assert_eq!(reasons(begun().edit(&model, content(&[&action()], &[]), &[action()])), ["goals refused-agreement-not-a-goal"]);
    assert_eq!(reasons(begun().edit(&model, content(&[&goal()], &[]), &[])), ["goals refused-agreement-element-unknown"]);
}

#[test]
fn a_goal_that_has_ended_may_stay_where_it_stood() {
    let (agreement, _) = begun().edit(&model(), content(&[&goal()], &[]), &[goal()]).unwrap();
    let given_up = goal().withdraw(&model(), prose("Ikke mere.")).unwrap().0;
    let mut next = agreement.content.clone();
    next.follow_up = prose("Hvert kvartal.");
    assert!(agreement.edit(&model(), next, &[given_up]).is_ok());
}

#[test]
fn five_hundred_goals_are_many_and_no_fault() {
    let goals: Vec<_> = (1..=500).map(|n| element(n, "maal", SCHOOLS, goal_content(&format!("Mål {n}")))).collect();
    let (agreement, _) = begun().edit(&model(), content(&goals.iter().collect::<Vec<_>>(), &[]), &goals).unwrap();
    assert_eq!(Advice::of(&model(), &agreement, &goals, &[]).fit, Some(pejl_domain::chain::counts::Fit::Over(497)));
}

fn input(group: Heard) -> Hearing {
    Hearing {
        id: HearingId::new(&SequenceMint::after(5000)),
        agreement: agreement_id(1),
        group,
        from: line("MED-udvalget, møde 12. marts"),
        text: prose("Vi bakker op."),
        by: person(1),
        on: TODAY,
    }
}

#[test]
fn groups_are_heard_before_and_not_after() {
    let model = model();
    let (agreement, _) = begun().hear(&model).unwrap();
    let (_, event) = input(Heard::Employees).give(&model, &agreement, TODAY).unwrap();
    assert_eq!(said(&event, "group"), "heard-employees");
    let (after, _) = approved();
    assert_eq!(reasons(input(Heard::Employees).give(&model, &after, TODAY)), ["- refused-agreement-approved"]);
}

#[test]
fn only_the_groups_of_the_model_are_heard_and_they_say_something() {
    let model = model();
    let (agreement, _) = begun().hear(&model).unwrap();
    assert_eq!(reasons(input(Heard::WorksCouncil).give(&model, &agreement, TODAY)), ["group refused-hearing-group"]);
    let silent = Hearing { text: Prose::default(), ..input(Heard::Employees) };
    assert_eq!(reasons(silent.give(&model, &agreement, TODAY)), ["text refused-hearing-without-text"]);
    let ahead = Hearing { on: TODAY.tomorrow().unwrap(), ..input(Heard::Employees) };
    assert_eq!(reasons(ahead.give(&model, &agreement, TODAY)), ["on refused-hearing-ahead"]);
    let school = Agreement::draft(&model, drafting("skoleaftale", schools(), &[party(9, "skole", "Nordskolen")]), &[]).unwrap().0;
    assert!(!school.open_verbs(&model).contains(&AgreementVerb::Hear));
    assert_eq!(reasons(school.hear(&model)), ["- refused-agreement-nobody-to-hear"]);
}

#[test]
fn what_is_in_force_holds_while_the_next_edition_is_written_and_after_it_is_dropped() {
    let (agreement, _) = approved();
    assert_eq!(reasons(agreement.clone().amend(Prose::default())), ["reason refused-agreement-amend-without-reason"]);
    let in_force = agreement.content.clone();
    let (agreement, _) = agreement.amend(prose("Budgettet er vedtaget.")).unwrap();
    assert!(agreement.is_in_force() && agreement.is_being_written());
    assert_eq!(reasons(agreement.clone().withdraw(&model(), prose("Nej."), &[])), ["- refused-agreement-in-force"]);
    let mut next = agreement.content.clone();
    next.follow_up = prose("Hvert kvartal.");
    let (agreement, _) = agreement.edit(&model(), next, &[goal(), action()]).unwrap();
    let (agreement, _) = agreement.drop_amendment(in_force.clone(), &[]).unwrap();
    assert_eq!((agreement.state, agreement.edition), (AgreementState::Approved, 1));
    assert!(agreement.content == in_force && agreement.amending.is_empty());
}

#[test]
fn a_first_draft_has_no_edition_to_go_back_to() {
    assert_eq!(reasons(begun().drop_amendment(begun().content, &[])), ["- refused-agreement-never-in-force"]);
    let verbs = begun().open_verbs(&model());
    assert!(verbs.contains(&AgreementVerb::Withdraw) && !verbs.contains(&AgreementVerb::DropAmendment));
}

#[test]
fn a_year_ends_with_a_report_that_may_come_back_once() {
    let (agreement, _) = approved();
    assert_eq!(reasons(agreement.clone().close(Prose::default())), ["- refused-agreement-approved"]);
    assert_eq!(reasons(agreement.clone().report_at_end(Prose::default())), ["report refused-agreement-report-empty"]);
    let (agreement, _) = agreement.report_at_end(prose("Det gik godt.")).unwrap();
    assert_eq!(reasons(agreement.clone().return_report(Prose::default())), ["note refused-agreement-return-report-without-note"]);
    let (agreement, _) = agreement.return_report(prose("Skriv om budgettet.")).unwrap();
    assert_eq!(agreement.report.as_str(), "Det gik godt.");
    let (agreement, _) = agreement.report_at_end(prose("Det gik godt, og budgettet holdt.")).unwrap();
    let (agreement, event) = agreement.close(Prose::default()).unwrap();
    assert_eq!((agreement.state, event.sentence.key.as_str()), (AgreementState::Closed, "event-agreement-closed"));
}

#[test]
fn a_closed_agreement_is_changed_by_nobody() {
    let (agreement, _) = approved();
    let (agreement, _) = agreement.report_at_end(prose("Det gik godt.")).unwrap();
    let (agreement, _) = agreement.close(Prose::default()).unwrap();
    assert_eq!(agreement.open_verbs(&model()), []);
    let same = agreement.content.clone();
    assert_eq!(reasons(agreement.edit(&model(), same, &[goal(), action()])), ["- refused-agreement-closed"]);
}

#[test]
fn a_unit_that_closes_in_mid_year_hands_its_agreement_over() {
    let model = model();
    let (agreement, _) = approved();
    let (agreement, event) = agreement.hand_over(&model, schools().unit, "Skoleafdelingen", &nurseries()).unwrap();
    assert_eq!(agreement.agents, [nurseries().unit]);
    assert_eq!((said(&event, "from"), said(&event, "unit")), ("Skoleafdelingen".to_owned(), "Dagtilbudsafdelingen".to_owned()));
    let again = |to: Party| agreement.clone().hand_over(&model, nurseries().unit, "Dagtilbudsafdelingen", &to);
    assert_eq!(reasons(again(committee())), ["unit refused-agreement-hand-over-to-party"]);
    assert_eq!(reasons(again(party(9, "skole", "Nordskolen"))), ["unit refused-agreement-hand-over-level"]);
    let stranger = agreement.clone().hand_over(&model, unit(77), "Biblioteket", &schools());
    assert_eq!(reasons(stranger), ["from refused-agreement-hand-over-from"]);
}

#[test]
fn a_successor_that_answers_already_answers_for_both() {
    let two = drafting("udvalgsaftale", committee(), &[schools(), nurseries()]);
    let (agreement, _) = Agreement::draft(&model(), two, &[]).unwrap();
    let (agreement, _) = agreement.hand_over(&model(), schools().unit, "Skoleafdelingen", &nurseries()).unwrap();
    assert_eq!(agreement.agents, [nurseries().unit]);
}

#[test]
fn an_agreement_whose_kind_left_the_model_can_still_be_reported_and_closed() {
    let mut model = model();
    let (agreement, _) = approved();
    model.agreements.clear();
    assert!(agreement.clone().report_at_end(prose("Det gik.")).is_ok());
    assert!(agreement.hand_over(&model, schools().unit, "Skoleafdelingen", &nurseries()).is_ok());
    assert_eq!(reasons(in_dialogue().submit(&model, submission(&both(), &[], &[]))), ["- refused-agreement-kind-gone"]);
}
