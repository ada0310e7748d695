//! People, the positions they hold, and who stands in for whom.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use jiff::civil::date;
use pejl_domain::orgs::{PersonContent, Position, PositionContent, Role, StandIn};
use pejl_kernel::{PositionId, SequenceMint, Span, StandInId};
use pejl_policy::Action;
use pejl_store::orgs::PersonFilter;
use pejl_store::{Miss, Tx, orgs};
use pejl_testkit::town::line;
use pejl_testkit::{Town, on_both_engines};

on_both_engines!(a_saved_person_is_read_back_and_a_stale_one_is_not_saved, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let id = town.person(&mut tx, "Åse Øst (prøve)").await;
    let first = orgs::person(&mut tx, town.id, id).await.unwrap();
    assert_eq!((first.content.name.as_str(), first.version), ("Åse Øst (prøve)", 1));
    let content = PersonContent { name: line("Åse Vest (prøve)"), email: "aase@testby.example".to_owned() };
    let (edited, event) = first.clone().edit(content).unwrap();
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_person(&mut tx, &permit, town.at(), &edited, &event).await.unwrap();
    assert_eq!(orgs::person(&mut tx, town.id, id).await.unwrap().content, edited.content);
    assert!(matches!(orgs::save_person(&mut tx, &permit, town.at(), &first, &event).await, Err(Miss::Stale)));

    let teacher = town.actor(Role::Employee).person().unwrap();
    assert!(orgs::email_taken(&mut tx, town.id, "AASE@testby.example", teacher).await.unwrap());
    assert!(!orgs::email_taken(&mut tx, town.id, "aase@testby.example", id).await.unwrap());
    assert!(!orgs::email_taken(&mut tx, town.id, "", teacher).await.unwrap());
});

on_both_engines!(people_are_listed_by_name_with_a_position, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    town.person(&mut tx, "Øjvind Århus (prøve)").await;
    let everybody = PersonFilter { most: 100, ..PersonFilter::default() };
    let all = orgs::list_people(&mut tx, &town.whole_sight(), &everybody).await.unwrap();
    assert_eq!(all.len(), 17);
    assert_eq!(
        (all[0].name.as_str(), all[0].position.as_deref()),
        ("Biblioteksleder (prøve)", Some("Biblioteksleder, Øbro Bibliotek"))
    );
    assert_eq!(all.last().unwrap().position, None);
    for name in ["ØJVIND", "århus"] {
        let filter = PersonFilter { name: name.to_owned(), most: 9, ..PersonFilter::default() };
        assert_eq!(orgs::list_people(&mut tx, &town.whole_sight(), &filter).await.unwrap().len(), 1, "{name}");
    }
    let page = PersonFilter { skip: 16, ..everybody };
    assert_eq!(orgs::list_people(&mut tx, &town.whole_sight(), &page).await.unwrap()[0].name, "Øjvind Århus (prøve)");
});

on_both_engines!(a_position_taken_over_keeps_who_held_it_before, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let newcomer = town.person(&mut tx, "Ny leder (prøve)").await;
    let id = town.position_at(Role::InstitutionLeader, "skole");
    let held = orgs::position(&mut tx, town.id, id).await.unwrap();
    let (before, next, event) = held.clone().take_over(PositionId::new(&town.mint), Some(newcomer), date(2018, 6, 1)).unwrap();
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_position(&mut tx, &permit, town.at(), &before, None).await.unwrap();
    orgs::save_position(&mut tx, &permit, town.at(), &next, Some(&event)).await.unwrap();
    assert!(matches!(orgs::save_position(&mut tx, &permit, town.at(), &held, None).await, Err(Miss::Stale)));
    assert_eq!(orgs::position(&mut tx, town.id, next.id).await.unwrap(), Position { version: 1, ..next });

    let positions = orgs::positions_of_unit(&mut tx, &town.whole_sight(), town.unit("skole")).await.unwrap();
    let leaders: Vec<_> = positions
        .iter()
        .filter(|h| h.role == Role::InstitutionLeader)
        .map(|h| (h.person.as_ref().map(|(_, name)| name.as_str()), h.span.to))
        .collect();
    assert_eq!(leaders, [(Some("Ny leder (prøve)"), None), (Some("Skoleleder (prøve)"), Some(date(2018, 5, 31)))]);
    let theirs = orgs::positions_of_person(&mut tx, &town.whole_sight(), newcomer).await.unwrap();
    assert_eq!(theirs.iter().map(|h| (h.unit.as_str(), h.unit_serial)).collect::<Vec<_>>(), [("Ådalskolen", 6)]);
});

on_both_engines!(a_vacant_position_has_no_holder, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.read().await.unwrap();
    let positions = orgs::positions_of_unit(&mut tx, &town.whole_sight(), town.unit("boernehave")).await.unwrap();
    assert_eq!(positions.iter().map(|h| (h.title.as_str(), &h.person)).collect::<Vec<_>>(), [("Leder af børnehaven", &None)]);
});

on_both_engines!(the_posts_of_an_actor_are_those_of_the_day_and_those_stood_in_for, async |db| {
    let mut town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let teacher = town.actor(Role::Employee).person().unwrap();
    let leader = town.actor(Role::InstitutionLeader).person().unwrap();
    let position = orgs::position(&mut tx, town.id, town.position_at(Role::InstitutionLeader, "skole")).await.unwrap();
    let span = Span { from: date(2018, 6, 10), to: Some(date(2018, 6, 20)) };
    let (stand_in, event) = StandIn::appoint(StandInId::new(&town.mint), &position, teacher, span).unwrap();
    let permit = town.permit(Action::AppointStandIn);
    orgs::save_stand_in(&mut tx, &permit, town.at(), &stand_in, town.unit("skole"), &event).await.unwrap();
    let ended = PositionContent {
        unit: town.unit("bibliotek"),
        role: Role::Employee,
        title: line("Vikar"),
        person: Some(teacher),
        span: Span { from: date(2017, 1, 1), to: Some(date(2017, 12, 31)) },
    };
    let (ended, event) = Position::set_up(PositionId::new(&town.mint), ended, "Øbro Bibliotek");
    orgs::save_position(&mut tx, &permit, town.at(), &ended, Some(&event)).await.unwrap();

    let on = async |tx: &mut Tx, day| {
        let posts = orgs::posts(tx, town.id, teacher, day).await.unwrap();
        posts.into_iter().map(|p| (p.role, p.standing_in_for)).collect::<Vec<_>>()
    };
    let (own, lent) = ((Role::Employee, None), (Role::InstitutionLeader, Some(leader)));
    let mut both = on(&mut tx, date(2018, 6, 15)).await;
    both.sort_by_key(|(role, _)| *role);
    assert_eq!(both, [lent, own]);
    assert_eq!(on(&mut tx, date(2018, 6, 21)).await, [own]);
    assert_eq!(on(&mut tx, date(2017, 6, 1)).await, [own]); // at the library then
    let shown = orgs::stand_ins(&mut tx, &town.whole_sight(), town.unit("skole")).await.unwrap();
    assert_eq!(shown, [(position.id, "Lærer (prøve)".to_owned(), span)]);

    // Standing in for a vacancy is standing in for nobody else: then it is the stand-in who answers.
    let vacant = town.appoint(&mut tx, "boernehave", Role::DepartmentHead, "Souschef", None).await;
    let position = orgs::position(&mut tx, town.id, vacant).await.unwrap();
    let (stand_in, event) = StandIn::appoint(StandInId::new(&town.mint), &position, leader, span).unwrap();
    orgs::save_stand_in(&mut tx, &permit, town.at(), &stand_in, town.unit("boernehave"), &event).await.unwrap();
    let posts = orgs::posts(&mut tx, town.id, leader, date(2018, 6, 15)).await.unwrap();
    let lent = posts.iter().find(|p| p.position == vacant).unwrap();
    assert_eq!(lent.standing_in_for, Some(leader));
});

on_both_engines!(those_who_lead_the_administration_below_a_unit_are_listed_the_nearest_first, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let leaders = async |tx: &mut Tx, unit: &str| {
        let below = orgs::leading_positions_below(tx, &town.whole_sight(), town.unit(unit)).await.unwrap();
        below.into_iter().map(|held| held.title).collect::<Vec<_>>()
    };
    // A committee's chair leads nobody in the administration; a vacancy can answer for something all the same.
    assert_eq!(leaders(&mut tx, "boerneudvalg").await, ["Børne- og læringschef", "Leder af børnehaven", "Skoleleder"]);
    assert_eq!(leaders(&mut tx, "skole").await, ["Skoleleder"]);
    assert_eq!(leaders(&mut tx, "byraad").await.len(), 7);

    let (ended, event) = {
        let id = town.position_at(Role::InstitutionLeader, "skole");
        orgs::position(&mut tx, town.id, id).await.unwrap().end(date(2018, 6, 14)).unwrap()
    };
    let permit = town.permit(Action::KeepOrganisation);
    orgs::save_position(&mut tx, &permit, town.at(), &ended, Some(&event)).await.unwrap();
    assert!(leaders(&mut tx, "skole").await.is_empty());
});

on_both_engines!(positions_are_called_by_title_and_unit_and_never_across_the_border, async |db| {
    let (town, neighbour) = (Town::enter(db).await, Town::neighbour(db).await);
    let mut tx = db.read().await.unwrap();
    let ids = [
        town.position_at(Role::InstitutionLeader, "skole"),
        neighbour.position_at(Role::InstitutionLeader, "bibliotek"),
        town.position_at(Role::InstitutionLeader, "boernehave"),
        PositionId::new(&SequenceMint::after(9_000_000)),
    ];
    let mut titles = orgs::position_titles(&mut tx, &town.whole_sight(), &ids).await.unwrap();
    titles.sort();
    let mut due = vec![(ids[0], "Skoleleder, Ådalskolen".to_owned()), (ids[2], "Leder af børnehaven, Æblehaven".to_owned())];
    due.sort();
    assert_eq!(titles, due);
    assert!(orgs::position_titles(&mut tx, &town.whole_sight(), &[]).await.unwrap().is_empty());
});
