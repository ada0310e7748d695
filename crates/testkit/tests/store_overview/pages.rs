//! The pages: an element's, a unit's, the judgements, one's own overview, a search.

use std::collections::BTreeSet;

use jiff::civil::date;
use pejl_domain::chain::counts::Group as CountedIn;
use pejl_domain::chain::{Measure, Outcome, Progress, Stance, State};
use pejl_domain::orgs::Role;
use pejl_policy::Action;
use pejl_store::overview::{
    FoundRow, HomeAsk, Shape, TaskOf, around, counted, coverage, goals_alike, home, how_good, is_one_of_few, joined, loose_ends,
    reaches, states, unit_overview, units_without,
};
use pejl_store::{chain, search};
use pejl_testkit::town::{key, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::testby_chain::{Chain, put_before, titles};

on_both_engines!(an_element_s_page_has_its_line_its_branch_and_what_stands_beside, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let stance = put_before(&town, &mut tx, &chain.department, "boernehave").await;
    put_before(&town, &mut tx, &chain.department, "bibliotek").await;
    let (stance, taken_up) =
        Stance { version: 1, ..stance }.take_up(&town.model, &chain.department, "Æblehaven", date(2018, 6, 1)).unwrap();
    chain::save_stance(&mut tx, &town.permit(Action::AnswerStance), town.at(), &stance, &taken_up).await.unwrap();
    let sight = town.whole_sight();

    let page = around(&mut tx, &sight, chain.department.id, 50).await.unwrap();
    let up: Vec<_> = page.up.iter().map(|u| (u.far, u.element.title.as_str())).collect();
    assert_eq!(up, [(1, "Alle læser"), (1, "Ældre låner bøger"), (2, "Børnepolitik"), (3, "Flere børn trives")]);
    let down: Vec<_> = page.down.iter().map(|d| (d.far, d.element.title.as_str())).collect();
    assert_eq!(down, [(1, "Køb af bøger"), (1, "Tyve minutters læsning")], "each once, by the shortest way");
    assert_eq!((page.rest, page.edges.len()), (0, 8));
    assert_eq!(page.roll_up.iter().map(|r| r.count).sum::<usize>(), 2);
    assert_eq!(titles(&page.beside), ["Åbenhed"]);
    assert_eq!((page.coverage.asked, page.coverage.taken_up, page.coverage.unanswered), (2, 1, 1));
    assert_eq!(page.decision.as_ref().unwrap().body.name, "Børneudvalget");
    assert_eq!(page.decision.unwrap().case_number, "EKS-2018-7");
    assert!(page.responsible.is_none() && page.replaced_by.is_none() && page.replaces.is_empty());
    assert_eq!(titles(page.open_actions.iter().map(|a| &a.element)), ["Køb af bøger"]);
    assert_eq!(page.open_actions_total, 1);

    let page = around(&mut tx, &sight, chain.objective.id, 2).await.unwrap();
    assert_eq!((page.down.len(), page.rest), (2, 4));
    assert_eq!(page.roll_up.iter().map(|r| r.count).sum::<usize>(), 6, "each counted once however many ways it is reached");
    let page = around(&mut tx, &sight, chain.children.id, 9).await.unwrap();
    let holder = page.responsible.unwrap();
    assert_eq!((holder.title.as_str(), holder.unit.name.as_str()), ("Formand for børneudvalget", "Børneudvalget"));
    assert_eq!(holder.person.unwrap().1, "Formand for børneudvalget (prøve)");
    let page = around(&mut tx, &sight, chain.marker.id, 9).await.unwrap();
    assert_eq!((titles(&page.pointing), page.pointing_total), (vec!["Læsebånd hver dag"], 1));
    let unseen = around(&mut tx, &town.sight_at(Role::InstitutionLeader, "bibliotek"), chain.school.id, 9).await;
    assert!(matches!(unseen, Err(pejl_store::Miss::NotFound)));
});

on_both_engines!(what_took_an_element_s_place_is_named_on_both_pages, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let before = town.adopted(&mut tx, "maalsaetning", "byraad", "Før").await;
    let after = town.adopted(&mut tx, "maalsaetning", "byraad", "Efter").await;
    let (before, superseded) = before.supersede(&town.model, &after).unwrap();
    town.save(&mut tx, &before, &superseded).await;
    let sight = town.sight(Role::CouncilMember);
    assert_eq!(around(&mut tx, &sight, before.id, 9).await.unwrap().replaced_by.unwrap().id, after.id);
    assert_eq!(titles(&around(&mut tx, &sight, after.id, 9).await.unwrap().replaces), ["Før"]);
});

on_both_engines!(a_unit_s_page_has_its_elements_the_units_below_and_what_was_put_before_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    put_before(&town, &mut tx, &chain.children, "skole").await;
    let (sight, shape) = (town.whole_sight(), Shape::of(&town.model));
    let school = unit_overview(&mut tx, &sight, &shape, town.unit("skole")).await.unwrap();
    assert_eq!(
        school.line.iter().map(|u| u.name.as_str()).collect::<Vec<_>>(),
        ["Børn og læring", "Børneudvalget", "Testby Byråd"]
    );
    assert_eq!(titles(school.elements.iter().map(|e| &e.element)), ["Tyve minutters læsning", "Køb af bøger"]);
    assert_eq!(school.elements[0].above.as_ref().unwrap().1, "Læsebånd hver dag");
    assert_eq!((school.elements[1].parents, school.elements[0].children), (2, 1));
    assert_eq!(
        school.states.iter().map(|s| (s.column, s.state, s.count)).collect::<Vec<_>>(),
        [(4, State::Draft, 1), (5, State::Adopted, 1)]
    );
    assert!(school.below.is_empty());
    assert_eq!(titles(school.asked.iter().map(|a| &a.element)), ["Alle læser"]);
    let department = unit_overview(&mut tx, &sight, &shape, town.unit("boerneudvalg")).await.unwrap();
    let below: Vec<_> =
        department.below.iter().map(|b| (b.unit.name.as_str(), b.drafts, b.proposed, b.adopted, b.closed)).collect();
    assert_eq!(below, [("Børn og læring", 1, 1, 2, 0)]);
});

on_both_engines!(the_judgements_count_what_there_is, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let (sight, shape) = (town.whole_sight(), Shape::of(&town.model));

    let decision = town.decision(&mut tx, chain.culture.owner, &key("byraad")).await;
    let (culture, closed) = chain.culture.clone().close(&town.model, Outcome::Met, prose(""), Some(&decision)).unwrap();
    town.save(&mut tx, &culture, &closed).await;
    let counts = states(&mut tx, &sight, &shape, None).await.unwrap();
    let goals: Vec<_> = counts.iter().filter(|c| c.column == 2).map(|c| (c.state, c.count)).collect();
    assert_eq!(goals, [(State::Adopted, 1), (State::Closed(Outcome::Met), 1)]);
    let of_school = states(&mut tx, &sight, &shape, Some(town.unit("skole"))).await.unwrap();
    assert_eq!(of_school.iter().map(|c| c.count).sum::<usize>(), 2);

    let loose = loose_ends(&mut tx, &sight, &shape, None).await.unwrap();
    assert_eq!(loose.iter().map(|l| (l.column, l.orphans, l.breaks)).collect::<Vec<_>>(), [(4, 1, 0)]);

    let numbers = counted(&mut tx, &sight, &shape).await.unwrap();
    let numbers: Vec<_> = numbers.iter().map(|n| (n.column, &n.group, n.name.as_str(), n.count)).collect();
    let (children, culture) = (CountedIn::Unit(town.unit("boerneudvalg")), CountedIn::Unit(town.unit("kulturudvalg")));
    assert_eq!(
        numbers,
        [(0, &CountedIn::Municipality, "", 1), (2, &children, "Børneudvalget", 1), (2, &culture, "Kulturudvalget", 0),]
    );

    let lean = goals_alike(&mut tx, &sight, &shape, None).await.unwrap();
    assert_eq!(lean.iter().map(|a| a.count).sum::<usize>(), 4);
    assert_eq!(lean.iter().filter(|a| a.measure == Some(Measure::Effect)).map(|a| a.count).sum::<usize>(), 1);

    let good = how_good(&mut tx, &sight, &shape, None).await.unwrap();
    assert_eq!(good.iter().map(|g| g.count).sum::<usize>(), 4);
    assert_eq!(good.iter().filter(|g| !g.facts.is_tied).map(|g| (g.column, g.count)).collect::<Vec<_>>(), [(4, 1)]);
    assert!(good.iter().all(|g| g.facts.has_effect && g.facts.is_one_of_few));
});

on_both_engines!(a_goal_is_one_of_few_until_its_unit_has_more_than_the_model_means, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let (sight, shape) = (town.whole_sight(), Shape::only(&town.model, |spec| spec.key == key("udvalgsmaal")));
    for more in 0..4 {
        assert!(is_one_of_few(&mut tx, &sight, &shape, chain.children.id).await.unwrap(), "{more}");
        town.draft(&mut tx, "udvalgsmaal", "boerneudvalg", "Et mål til").await;
    }
    town.draft(&mut tx, "udvalgsmaal", "boerneudvalg", "Det sjette").await;
    assert!(!is_one_of_few(&mut tx, &sight, &shape, chain.children.id).await.unwrap());
    assert!(is_one_of_few(&mut tx, &sight, &shape, chain.culture.id).await.unwrap(), "each committee has its own five");
});

on_both_engines!(an_action_in_a_list_says_how_far_it_has_come_and_a_goal_does_not, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let page = around(&mut tx, &town.whole_sight(), chain.department.id, 50).await.unwrap();
    let action = &page.open_actions[0].element;
    assert_eq!((action.title.as_str(), action.progress), ("Køb af bøger", Some(Progress::Planned)));
    assert_eq!(page.element.progress, None);
});

on_both_engines!(where_a_goal_stops_is_seen, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    for unit in ["boernehave", "skole", "bibliotek"] {
        put_before(&town, &mut tx, &chain.children, unit).await;
    }
    let (sight, shape) = (town.whole_sight(), Shape::of(&town.model));
    let [row] = &coverage(&mut tx, &sight, None).await.unwrap()[..] else { panic!("one goal was put before units") };
    assert_eq!((row.element.id, row.coverage.unanswered), (chain.children.id, 3));
    let [row] = &coverage(&mut tx, &sight, Some(town.unit("boerneafdeling"))).await.unwrap()[..] else { panic!("one goal") };
    assert_eq!(row.coverage.asked, 2);
    let [reach] = &reaches(&mut tx, &sight, &shape, 0).await.unwrap()[..] else { panic!("there is one objective") };
    let levels: Vec<_> = reach.levels.iter().map(|l| (l.level.as_str(), l.units, l.of)).collect();
    assert_eq!(levels, [("afdeling", 1, 2), ("byraad", 1, 1), ("fagudvalg", 2, 2), ("institution", 1, 3)]);
    let without = units_without(&mut tx, &sight, chain.objective.id, &key("institution"), None).await.unwrap();
    assert_eq!(without.iter().map(|u| u.name.as_str()).collect::<Vec<_>>(), ["Æblehaven", "Øbro Bibliotek"]);
    assert!(units_without(&mut tx, &sight, chain.objective.id, &key("institution"), Some(&key("skole"))).await.unwrap().is_empty());
});

on_both_engines!(home_has_what_one_should_do_and_nothing_else, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    put_before(&town, &mut tx, &chain.children, "skole").await;
    let (drafted, told) = chain.nursery.clone().return_to_draft(&town.model, prose("Skriv effekten klarere.")).unwrap();
    let awaiting = town.proposed(&mut tx, "institutionsmaal", "skole", "Rolige frikvarterer").await;
    let shape = Shape::of(&town.model);
    let ask = |units: &[&str]| HomeAsk {
        shape: shape.clone(),
        leads: units.iter().map(|u| town.unit(u)).collect(),
        units: units.iter().map(|u| town.unit(u)).collect(),
        most: 10,
        ..HomeAsk::default()
    };
    let of = |home: &pejl_store::overview::Home| -> Vec<(TaskOf, String)> {
        home.tasks.iter().map(|t| (t.of, t.element.as_ref().map_or(t.note.clone(), |e| e.title.clone()))).collect()
    };
    let leader = town.sight_at(Role::InstitutionLeader, "skole");
    let school = home(&mut tx, &leader, &ask(&["skole"])).await.unwrap();
    assert_eq!(
        of(&school),
        [
            (TaskOf::Asked, "Alle læser".into()),
            (TaskOf::Draft, "Tyve minutters læsning".into()),
            (TaskOf::Orphan, "Rolige frikvarterer".into()),
        ]
    );
    assert_eq!(school.totals, [(TaskOf::Asked, 1), (TaskOf::Draft, 1), (TaskOf::Orphan, 1)]);
    assert!(school.news.is_empty(), "on the first visit nothing is news");
    let own: Vec<_> = school.chain.iter().filter(|c| c.is_own).map(|c| c.element.title.as_str()).collect();
    assert_eq!(own, ["Tyve minutters læsning", "Rolige frikvarterer", "Køb af bøger"]);
    assert_eq!(school.chain[0].element.title, "Flere børn trives", "the line goes to the top");

    let head = home(&mut tx, &town.sight(Role::DepartmentHead), &ask(&["boerneafdeling"])).await.unwrap();
    assert_eq!(
        of(&head).into_iter().filter(|(of, _)| *of == TaskOf::Proposal).map(|(_, t)| t).collect::<BTreeSet<_>>(),
        BTreeSet::from(["Dialogisk oplæsning".into(), awaiting.content.title.to_string()]),
        "the department adopts what its institutions propose"
    );
    let chair = home(&mut tx, &town.sight(Role::CommitteeChair), &ask(&["boerneudvalg"])).await.unwrap();
    assert!(of(&chair).contains(&(TaskOf::Overdue, "Alle læser".into())));
    assert!(of(&chair).iter().all(|(of, _)| *of != TaskOf::Proposal), "no committee adopts an institution's goal");

    let consultant = HomeAsk { every_proposal: true, every_vacancy: true, ..ask(&[]) };
    let consultant = home(&mut tx, &town.sight(Role::Consultant), &consultant).await.unwrap();
    assert_eq!(of(&consultant).iter().filter(|(of, _)| *of == TaskOf::Proposal).count(), 2);
    assert!(of(&consultant).contains(&(TaskOf::Vacancy, "Leder af børnehaven".into())));
    assert!(consultant.counts.states.iter().map(|s| s.count).sum::<usize>() >= 9);

    town.save(&mut tx, &drafted, &told).await;
    let since = |line| HomeAsk { since: Some(line), ..ask(&["skole"]) };
    let back = home(&mut tx, &leader, &since(0)).await.unwrap();
    let newest = home(&mut tx, &leader, &since(back.news[0].serial - 1)).await.unwrap();
    assert_eq!(newest.news, back.news[..1], "what came before the last visit is no news");
    assert_eq!(back.news.len(), 10, "the newest ten");
    assert!(back.news.windows(2).all(|pair| pair[0].serial > pair[1].serial));
    assert!(
        back.news.iter().all(|l| l.subject.id != chain.nursery.id.0),
        "what came back to the nursery is not the school's to see"
    );
});

on_both_engines!(a_search_shows_only_what_is_seen_best_first, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    Chain::enter(&town, &mut tx).await;
    let everything = town.whole_sight();
    let found = search::find(&mut tx, &everything, "læs").await.unwrap();
    let titles = |rows: &[FoundRow]| -> BTreeSet<String> {
        let title = |row: &FoundRow| match row {
            FoundRow::Element(element) => element.title.clone(),
            FoundRow::Unit(unit, _, _) => unit.name.clone(),
            FoundRow::Agreement(agreement) => agreement.number.to_string(),
            FoundRow::Case(case) => case.number.to_string(),
            FoundRow::Meeting(meeting) => meeting.title.clone(),
            FoundRow::Letter(_, title) => title.clone(),
            FoundRow::Person(_, name, _) => name.clone(),
        };
        rows.iter().map(title).collect()
    };
    let (rows, total) = joined(&mut tx, &everything, &found, 50).await.unwrap();
    assert_eq!(total, found.len());
    assert!(titles(&rows).contains("Tyve minutters læsning"));
    let library = town.sight_at(Role::InstitutionLeader, "bibliotek");
    let (rows, total) = joined(&mut tx, &library, &found, 1).await.unwrap();
    assert_eq!((rows.len(), total), (1, found.len() - 1), "the school's draft is left out");
    let found = search::find(&mut tx, &everything, "bibliotek").await.unwrap();
    let (rows, _) = joined(&mut tx, &everything, &found, 50).await.unwrap();
    assert_eq!(titles(&rows), BTreeSet::from(["Øbro Bibliotek".into(), "Biblioteksleder (prøve)".into()]));
    assert!(rows.iter().any(|r| matches!(r, FoundRow::Person(_, _, Some(post)) if post == "Biblioteksleder, Øbro Bibliotek")));
    assert!(rows.iter().any(
        |r| matches!(r, FoundRow::Unit(_, level, Some(above)) if level.as_str() == "institution" && above == "Kultur og fritid")
    ));
    assert_eq!(joined(&mut tx, &everything, &[], 50).await.unwrap(), (Vec::new(), 0));
});
