//! Whose tasks they are: what is read for everybody at once is what each of them is shown on their own page.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use pejl_app::accounts::Password;
use pejl_app::demonstration::import;
use pejl_app::reminders::{Crowd, Digest, ToDo, everybody, mine};
use pejl_app::{Office, meter};
use pejl_domain::orgs::Role;
use pejl_kernel::{FixedClock, PersonId, SequenceMint};
use pejl_policy::{Action, Actor, Facts, Sight, decide};
use pejl_store::reminders::{posts_of_all, recipients, unit_tree};
use pejl_testkit::{TestDb, on_both_engines};

use crate::Morning;

fn at_root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)
}

/// In an order of their own, since what has the same date stands in the order it was read.
fn sorted(to_dos: &[ToDo]) -> Vec<String> {
    let mut said: Vec<String> = to_dos.iter().map(|to_do| format!("{to_do:?}")).collect();
    said.sort();
    said
}

on_both_engines!(everybody_is_dealt_exactly_what_their_own_page_shows_them, async |db: &TestDb| {
    let clock = FixedClock("2027-03-01T08:00:00Z".parse().unwrap());
    let office = Office::new((**db).clone(), Arc::new(clock), Arc::new(SequenceMint::default()));
    let password = Password::parse("et langt kodeord").unwrap();
    import(&office, &at_root("demo"), &at_root("models"), password).await.unwrap_or_else(|e| panic!("{e}"));
    for place in office.places().await.unwrap() {
        let operator = Actor::operator(place.municipality.id, office.today_in(&place.municipality));
        let whole = Sight::of(&operator);
        let permit = decide(&operator, Action::SendReminders, &Facts::municipality()).unwrap();
        let mut tx = office.db().read().await.unwrap();
        let posts = posts_of_all(&mut tx, &permit, whole.on()).await.unwrap();
        let mut people: Vec<PersonId> = posts.iter().map(|(person, _)| *person).collect();
        people.dedup();
        assert!(people.len() > 10 && !recipients(&mut tx, &permit).await.unwrap().is_empty());
        let tree = unit_tree(&mut tx, &permit).await.unwrap();
        let crowd = Crowd::of(&people, posts, tree, &whole);
        let dealt = everybody(&mut tx, &whole, &crowd, &place.model).await.unwrap();
        drop(tx);
        let mut all = 0;
        for (person, to_dos) in dealt {
            let actor = office.actor(&place, person).await.unwrap();
            let mut tx = office.db().read().await.unwrap();
            let own = mine(&mut tx, &Sight::of(&actor), &actor, &place.model, usize::MAX).await.unwrap();
            let who: Vec<Role> = actor.posts.iter().map(|post| post.role).collect();
            assert_eq!(sorted(&to_dos), sorted(&own.to_dos), "{}: {who:?}", place.municipality.slug);
            assert_eq!(own.left_out, 0);
            all += to_dos.len();
        }
        assert!(all > 50, "{} has things to do: {all}", place.municipality.slug);
    }
});

on_both_engines!(a_digest_run_costs_as_many_statements_for_many_as_for_two, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    morning.later(68);
    let (two, few) = meter::measure(morning.due()).await;
    for (at, (_, actor)) in morning.scene.town.everybody().into_iter().enumerate() {
        let has_one = [morning.leader(), morning.head()].iter().any(|known| known.person() == actor.person());
        if !has_one {
            morning.give_login(db, &actor, &format!("person{at}")).await;
        }
    }
    let (all, many) = meter::measure(morning.due()).await;
    assert!(all.len() > two.len(), "{} and {}", two.len(), all.len());
    assert_eq!(few.statements, many.statements);
    assert!(many.statements <= 24, "{}", many.statements);
});

on_both_engines!(a_leaders_digest_holds_what_their_units_are_late_with_when_the_days_of_grace_are_over, async |db: &TestDb| {
    let morning = Morning::breaks(db).await;
    // Friday at noon; nobody's Monday has come. On Monday the school is eight days late.
    assert!(morning.due().await.is_empty());
    morning.later(68);
    let due = morning.due().await;
    let of = |email: &str| due.iter().find(|digest| digest.to.email == email).unwrap();
    let keys = |digest: &Digest| digest.to_dos.iter().map(|to_do| to_do.title.key.clone()).collect::<Vec<_>>();
    let leader = of("leder@testby.example");
    assert_eq!(leader.key.period, "2018-W25");
    assert!(keys(leader).contains(&"overview-round-report".to_owned()), "{:?}", keys(leader));
    let chief = of("chef@testby.example");
    let late: Vec<&ToDo> = chief.to_dos.iter().filter(|to_do| to_do.title.key == "overview-round-late").collect();
    assert_eq!(late.len(), 1, "{:?}", keys(chief));
    assert!(late[0].is_late && late[0].due == Some(date(2018, 6, 10)));
    assert!(chief.to_dos.iter().any(|to_do| to_do.due == Some(date(2018, 6, 20)) && !to_do.is_late));
});
