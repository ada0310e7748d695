//! What the pages read, on both engines: the map, the lists, an element's page, a unit's page, the judgements, one's own
//! overview and what a search shows; each with a number of statements that does not grow with the data.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on has nothing better to do than to stop

mod lists;
mod pages;
mod testby_chain;

use pejl_domain::orgs::Role;
use pejl_store::overview::{
    HomeAsk, MapAsk, Shape, around, counted, coverage, goals_alike, home, how_good, joined, list, loose_ends, map, reaches, states,
    unit_overview,
};
use pejl_store::{Tx, meter, search};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::testby_chain::{Chain, list_of, map_of};

/// Runs everything once and counts the statements.
async fn statements(town: &Town, tx: &mut Tx, of: &Chain) -> Vec<(&'static str, u32)> {
    let (sight, shape) = (town.sight(Role::DepartmentHead), Shape::of(&town.model));
    let ask = HomeAsk { shape: shape.clone(), leads: vec![town.unit("boerneafdeling")], most: 10, ..HomeAsk::default() };
    let found = search::find(tx, &sight, "læs").await.unwrap();
    let mut counts = Vec::new();
    macro_rules! count {
        ($name:literal, $run:expr) => {{
            let (out, reading) = meter::measure($run).await;
            out.unwrap();
            counts.push(($name, reading.statements));
        }};
    }
    let chosen = MapAsk { chosen: Some(of.objective.id), ..map_of(town) };
    count!("map", map(tx, &sight, &map_of(town)));
    count!("map, one chosen", map(tx, &sight, &chosen));
    count!("list", list(tx, &sight, &list_of(town)));
    count!("element", around(tx, &sight, of.objective.id, 50));
    count!("unit", unit_overview(tx, &sight, &shape, town.unit("skole")));
    count!("states", states(tx, &sight, &shape, None));
    count!("loose ends", loose_ends(tx, &sight, &shape, None));
    count!("counted", counted(tx, &sight, &shape));
    count!("balance", goals_alike(tx, &sight, &shape, None));
    count!("quality", how_good(tx, &sight, &shape, None));
    count!("coverage", coverage(tx, &sight, None));
    count!("reaches", reaches(tx, &sight, &shape, 0));
    count!("home", home(tx, &sight, &ask));
    count!("found", joined(tx, &sight, &found, 50));
    counts
}

on_both_engines!(three_hundred_elements_cost_as_many_statements_as_nine, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let few = statements(&town, &mut tx, &chain).await;
    for n in 0..100 {
        let goal = town.adopted(&mut tx, "afdelingsmaal", "boerneafdeling", &format!("Læsemål {n}")).await;
        town.tie(&mut tx, &goal, &chain.children).await;
        for (spec, owner) in [("institutionsmaal", "skole"), ("handling", "boerneafdeling")] {
            let below = town.draft(&mut tx, spec, owner, &format!("Læseskridt {n}")).await;
            town.tie(&mut tx, &below, &goal).await;
        }
    }
    let many = statements(&town, &mut tx, &chain).await;
    assert_eq!(few, many);
    assert_eq!(
        few,
        [
            ("map", 4),
            ("map, one chosen", 4),
            ("list", 2),
            ("element", 8),
            ("unit", 5),
            ("states", 1),
            ("loose ends", 1),
            ("counted", 1),
            ("balance", 1),
            ("quality", 1),
            ("coverage", 1),
            ("reaches", 3),
            ("home", 5),
            ("found", 8),
        ]
    );
    let (rows, total) = list(&mut tx, &town.whole_sight(), &list_of(&town)).await.unwrap();
    assert_eq!((rows.len(), total), (100, 308));
});
