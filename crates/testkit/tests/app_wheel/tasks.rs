//! What the wheel asks of whom, and what comes next.

use jiff::SignedDuration;
use pejl_app::wheel::{StepTaskOf, WheelHome, close_step, entrust_step, home};
use pejl_domain::orgs::Role;
use pejl_policy::{Actor, Sight};
use pejl_testkit::deeds::Scene;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::prose;

use crate::{day, named, testby};

async fn asked(scene: &Scene, actor: &Actor) -> WheelHome {
    let actor = scene.today(actor).await;
    home(&mut scene.read().await, &Sight::of(&actor), &scene.place.model, &actor).await.unwrap()
}

fn of(home: &WheelHome) -> Vec<(StepTaskOf, String)> {
    home.tasks.iter().map(|task| (task.of, task.laid.step.to_string())).collect()
}

on_both_engines!(a_late_step_is_a_task_for_whoever_answers_then_for_those_above, async |db| {
    let scene = testby(db).await; // 15 June 2018: the committees' agreements ended the day before
    let town = &scene.town;
    let leader = town.actor_at(Role::InstitutionLeader, "skole");
    let head = town.actor_at(Role::DepartmentHead, "boerneafdeling");
    let keeper = || town.actor(Role::Consultant);
    let of_step = named("udvalgsaftaler", None);
    let nobody: Vec<_> = of(&asked(&scene, &keeper()).await);
    assert_eq!(nobody.iter().filter(|(of, step)| *of == StepTaskOf::Nobody && step == "udvalgsaftaler").count(), 1);
    assert!(asked(&scene, &leader).await.tasks.is_empty());

    let to = Some(town.position_at(Role::InstitutionLeader, "skole"));
    let given = scene.deed(keeper(), async |desk| entrust_step(desk, &of_step, 0, to).await).await.unwrap();
    let late = asked(&scene, &leader).await;
    assert_eq!(of(&late), [(StepTaskOf::Late, "udvalgsaftaler".to_owned())]);
    assert!(late.tasks[0].is_late && late.tasks[0].responsible.starts_with("Skoleleder"));
    assert_eq!(
        of(&asked(&scene, &head).await),
        [(StepTaskOf::LateBelow, "udvalgsaftaler".to_owned())],
        "right above, from the first day"
    );
    let chair = town.actor_at(Role::CommitteeChair, "boerneudvalg");
    assert!(asked(&scene, &chair).await.tasks.is_empty(), "the elected decide by body, and are not chased");
    assert!(!of(&asked(&scene, &keeper()).await).contains(&(StepTaskOf::Nobody, "udvalgsaftaler".to_owned())));

    let result = prose("Nu er de skrevet.");
    scene
        .deed(leader.clone(), async |desk| close_step(desk, &of_step, given.version, day("2018-06-15"), result).await)
        .await
        .unwrap();
    assert!(asked(&scene, &leader).await.tasks.is_empty() && asked(&scene, &head).await.tasks.is_empty());
});

on_both_engines!(a_step_is_a_task_two_weeks_before_it_begins_and_while_it_goes_on, async |db| {
    let scene = testby(db).await;
    let town = &scene.town;
    let chief = town.actor(Role::ChiefExecutive);
    let to = Some(town.position_at(Role::ChiefExecutive, "byraad"));
    let keeper = town.actor(Role::Consultant);
    scene.deed(keeper, async |desk| entrust_step(desk, &named("budget", None), 0, to).await).await.unwrap();
    let own = async || {
        let home = asked(&scene, &chief).await;
        of(&home).into_iter().filter(|(_, step)| step == "budget").map(|(of, _)| of).collect::<Vec<_>>()
    };
    assert!(own().await.is_empty(), "it is June, and the budget is in October");
    scene.clock.forward(SignedDuration::from_hours(24 * 95)); // 18 September
    assert_eq!(own().await, [StepTaskOf::Begin]);
    scene.clock.forward(SignedDuration::from_hours(24 * 15)); // 3 October
    assert_eq!(own().await, [StepTaskOf::Close]);
});

on_both_engines!(the_next_three_steps_are_those_whose_next_day_comes_first, async |db| {
    let scene = testby(db).await;
    let next = |home: &WheelHome| home.next.iter().map(|l| (l.year, l.step.to_string())).collect::<Vec<_>>();
    let consultant = asked(&scene, &scene.town.actor(Role::Consultant)).await;
    let expected = [(2018, "budget"), (2019, "maalseminar"), (2019, "udvalgsaftaler")].map(|(y, s)| (y, s.to_owned()));
    assert_eq!(next(&consultant), expected);
    let leader = asked(&scene, &scene.town.actor_at(Role::InstitutionLeader, "skole")).await;
    assert_eq!(next(&leader), expected, "a school hears of what those above it hold");
});
