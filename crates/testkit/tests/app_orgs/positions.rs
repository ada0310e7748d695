//! People, the positions they hold, and who stands in for whom.

use jiff::SignedDuration;
use jiff::civil::date;
use pejl_app::orgs::{appoint_stand_in, edit_person, end_position, enter_person, establish_unit, hand_position, set_up_position};
use pejl_app::shown::UnitFilter;
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::orgs::{Person, Position, PositionContent, Role};
use pejl_domain::sentence::Arg;
use pejl_kernel::{PersonId, Span, UnitId};
use pejl_policy::Actor;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use super::{BY, administrator, called, entered, from, position_now, testby, told, unit};

on_both_engines!(a_person_is_entered_and_changed_with_one_mail_address_each, async |db| {
    let scene = Scene::set(db).await;
    let enter = async |content| scene.deed(administrator(&scene), async |desk| enter_person(desk, None, content).await).await;
    let person: Person = enter(called("Åse Øst (prøve)", "aase@testby.example")).await.unwrap();
    told(&scene, person.id, Sentence::new("event-person-entered").text("name", "Åse Øst (prøve)"), BY).await;
    let lines = scene.lines().await;
    for email in ["aase", "aase@", "@testby.example", "a b@testby.example", "aase@testby", "a@b@c.example"] {
        assert_eq!(reasons(enter(called("En (prøve)", email)).await), [("email", "refused-person-email".to_owned())], "{email}");
    }
    let taken = [("email", "refused-person-email-taken".to_owned())];
    assert_eq!(reasons(enter(called("En (prøve)", "AASE@testby.example")).await), taken);
    let other = enter(called("En (prøve)", "")).await.unwrap();
    let edit = async |id, version, content| {
        scene.deed(administrator(&scene), async |desk| edit_person(desk, id, version, content).await).await
    };
    assert_eq!(reasons(edit(other.id, 1, called("En (prøve)", "aase@testby.example")).await), taken);
    assert_eq!(reasons(edit(other.id, 1, called("En (prøve)", "en.testby")).await), [("email", "refused-person-email".to_owned())]);
    assert_eq!(scene.lines().await, lines + 1);

    // Her own address is no stranger to her.
    edit(person.id, 1, called("Åse Vest (prøve)", "aase@testby.example")).await.unwrap();
    told(&scene, person.id, Sentence::new("event-person-edited").text("name", "Åse Vest (prøve)"), BY).await;
    let page = orgs::person_page(&mut scene.read().await, &scene.town.whole_sight(), person.id).await.unwrap();
    assert_eq!((page.person.version, page.person.content), (2, called("Åse Vest (prøve)", "aase@testby.example")));
    let unknown = edit(PersonId::new(scene.office.mint()), 1, called("Ingen (prøve)", "")).await;
    assert!(matches!(unknown, Err(Ending::NotFound)));
});

on_both_engines!(a_position_that_is_handed_over_keeps_who_held_it_when, async |db| {
    let scene = Scene::set(db).await;
    let post = scene.town.position_at(Role::InstitutionLeader, "skole");
    let leader = scene.town.actor(Role::InstitutionLeader);
    let newcomer = entered(&scene, "Ny leder (prøve)").await;
    let hand = async |id, version, person, on| {
        scene.deed(administrator(&scene), async |desk| hand_position(desk, id, version, person, on).await).await
    };
    let vacant = hand(post, 1, None, date(2018, 5, 1)).await.unwrap();
    let sentence = Sentence::new("event-position-vacated").text("title", "Skoleleder").with("date", Arg::Date(date(2018, 5, 1)));
    told(&scene, scene.town.unit("skole"), sentence, BY).await;
    let next = hand(vacant.id, 1, Some(newcomer), date(2018, 6, 1)).await.unwrap();
    let sentence = Sentence::new("event-position-taken-over").text("title", "Skoleleder").with("date", Arg::Date(date(2018, 6, 1)));
    told(&scene, scene.town.unit("skole"), sentence, BY).await;

    let page = orgs::unit_page(&mut scene.read().await, &scene.town.whole_sight(), 6).await.unwrap();
    let mut held: Vec<_> = page
        .positions
        .iter()
        .filter(|h| h.role == Role::InstitutionLeader)
        .map(|h| (h.span.from, h.span.to, h.person.as_ref().map(|(_, name)| name.as_str())))
        .collect();
    held.sort();
    assert_eq!(
        held,
        [
            (date(2018, 1, 1), Some(date(2018, 4, 30)), Some("Skoleleder (prøve)")),
            (date(2018, 5, 1), Some(date(2018, 5, 31)), None),
            (date(2018, 6, 1), None, Some("Ny leder (prøve)")),
        ]
    );
    // The right goes with the post.
    assert_eq!(scene.today(&leader).await.posts, []);
    let newcomer = Actor { who: pejl_policy::Who::Person(newcomer), ..leader };
    assert_eq!(scene.today(&newcomer).await.posts.iter().map(|p| p.position).collect::<Vec<_>>(), [next.id]);
});

#[test]
fn what_the_rules_refuse_about_a_position_is_said_beside_its_field() {
    testby(async |scene, _| {
        let post = scene.town.position_at(Role::InstitutionLeader, "skole");
        let teacher = scene.town.actor(Role::Employee).person();
        let lines = scene.lines().await;
        let hand = async |on| {
            reasons(scene.deed(administrator(scene), async |desk| hand_position(desk, post, 1, teacher, on).await).await)
        };
        assert_eq!(hand(date(2017, 12, 31)).await, [("from", "refused-position-not-open".to_owned())]);
        assert_eq!(hand(date(2018, 1, 1)).await, [("from", "refused-position-same-day".to_owned())]);
        let end = async |on| scene.deed(administrator(scene), async |desk| end_position(desk, post, 1, on).await).await;
        assert_eq!(reasons(end(date(2017, 12, 31)).await), [("to", "refused-position-ends-before-it-begins".to_owned())]);
        assert_eq!(scene.lines().await, lines);

        end(date(2018, 6, 30)).await.unwrap();
        let sentence = Sentence::new("event-position-ended").text("title", "Skoleleder").with("date", Arg::Date(date(2018, 6, 30)));
        told(scene, scene.town.unit("skole"), sentence, BY).await;
        assert_eq!(position_now(scene, post).await.content.span.to, Some(date(2018, 6, 30)));
        assert_eq!(hand(date(2018, 7, 1)).await, [("from", "refused-position-not-open".to_owned())]);
    });
}

on_both_engines!(a_position_is_set_up_held_or_vacant_and_a_vacancy_shows, async |db| {
    let scene = Scene::set(db).await;
    let set_up =
        async |content: PositionContent| scene.deed(administrator(&scene), async |desk| set_up_position(desk, content).await).await;
    let content = |person, unit| PositionContent {
        unit,
        role: Role::Director,
        title: line("Direktør for børn"),
        person,
        span: from(date(2018, 6, 1)),
    };
    let (council, teacher) = (scene.town.unit("byraad"), scene.town.actor(Role::Employee).person());
    let held = set_up(content(teacher, council)).await.unwrap();
    assert_eq!(position_now(&scene, held.id).await, Position { version: 1, ..held });
    let sentence = Sentence::new("event-position-set-up").text("title", "Direktør for børn").text("unit", "Testby Byråd");
    told(&scene, council, sentence, BY).await;
    let vacant = set_up(content(None, council)).await.unwrap();
    assert_eq!(position_now(&scene, vacant.id).await.content.person, None);
    for nowhere in [content(Some(PersonId::new(scene.office.mint())), council), content(None, UnitId::new(scene.office.mint()))] {
        assert!(matches!(set_up(nowhere).await, Err(Ending::NotFound)));
    }

    let mut tx = scene.read().await;
    let filter = UnitFilter { vacant: true, most: 20, ..UnitFilter::default() };
    let vacant = orgs::units(&mut tx, &scene.town.whole_sight(), &filter).await.unwrap();
    assert_eq!(vacant.iter().map(|u| (u.name.as_str(), u.leader.as_deref())).collect::<Vec<_>>(), [("Æblehaven", None)]);
});

on_both_engines!(a_stand_in_acts_with_the_holders_rights_and_both_are_on_the_line, async |db| {
    let scene = Scene::set(db).await;
    let (keeper, teacher) = (administrator(&scene), scene.town.actor(Role::Employee));
    let post = scene.town.position_at(Role::Administrator, "byraad");
    let span = Span { from: date(2018, 6, 10), to: Some(date(2018, 6, 20)) };
    let stranger = teacher.person().unwrap();
    let content = || unit(&scene, "Østskolen", "institution", Some("boerneafdeling"));
    let denied = scene.deed(scene.today(&teacher).await, async |desk| establish_unit(desk, None, content()).await).await;
    assert!(matches!(denied, Err(Ending::Denied(_))));

    scene.deed(keeper.clone(), async |desk| appoint_stand_in(desk, post, stranger, span).await).await.unwrap();
    told(&scene, scene.town.unit("byraad"), Sentence::new("event-stand-in-appointed").text("title", "Systemforvalter"), BY).await;
    let page = orgs::unit_page(&mut scene.read().await, &scene.town.whole_sight(), 1).await.unwrap();
    assert_eq!(page.stand_ins, [(post, "Lærer (prøve)".to_owned(), span)]);

    let unit = scene.deed(scene.today(&teacher).await, async |desk| establish_unit(desk, None, content()).await).await.unwrap();
    let newest = scene.newest(unit.id).await;
    assert_eq!((newest.person.as_deref(), newest.standing_in_for.as_deref()), (Some("Lærer (prøve)"), Some(BY)));

    scene.clock.forward(SignedDuration::from_hours(24 * 6)); // the 21st
    let denied = scene.deed(scene.today(&teacher).await, async |desk| establish_unit(desk, None, content()).await).await;
    assert!(matches!(denied, Err(Ending::Denied(_))));
    // The holder had the right all along, in nobody's place.
    let unit = scene.deed(keeper, async |desk| establish_unit(desk, None, content()).await).await.unwrap();
    assert_eq!(scene.newest(unit.id).await.standing_in_for, None);
});

#[test]
fn a_stand_in_is_appointed_by_those_who_may_for_somebody_else_while_the_position_is_open() {
    testby(async |scene, _| {
        let post = scene.town.position_at(Role::InstitutionLeader, "skole");
        let (leader, teacher) = (scene.town.actor(Role::InstitutionLeader), scene.town.actor(Role::Employee));
        let appoint = async |by: &Actor, person: PersonId, first| {
            scene.deed(by.clone(), async |desk| appoint_stand_in(desk, post, person, from(first)).await).await
        };
        let (holder, other, today) = (leader.person().unwrap(), teacher.person().unwrap(), date(2018, 6, 15));
        assert_eq!(reasons(appoint(&leader, holder, today).await), [("person", "refused-stand-in-for-self".to_owned())]);
        assert_eq!(reasons(appoint(&leader, other, date(2017, 6, 15)).await), [("from", "refused-position-not-open".to_owned())]);
        let unknown = PersonId::new(scene.office.mint());
        assert!(matches!(appoint(&leader, unknown, today).await, Err(Ending::NotFound)));
        let head = scene.town.actor(Role::DepartmentHead);
        let other_head = scene.town.actor_at(Role::DepartmentHead, "kulturafdeling");
        for (by, may) in [(&leader, true), (&head, true), (&administrator(scene), true), (&teacher, false), (&other_head, false)] {
            let outcome = appoint(by, other, today).await;
            assert_eq!(outcome.is_ok(), may, "{:?}: {outcome:?}", by.posts);
            assert!(may || matches!(outcome, Err(Ending::Denied(_))));
        }
    });
}
