//! What a page costs: the same number of statements with ten elements and with three hundred.

use std::sync::Mutex;

use pejl_testkit::pages::{CONSULTANT, House, Visitor, at_testby};

use crate::chain::Chain;
use crate::rounds::{CLOSED, LEADER, OPEN, Rounds};

const PATHS: [&str; 18] = [
    "/testby",
    "/testby/opgaver",
    "/testby/paamindelser",
    "/testby/kaeden",
    "/testby/kaeden?visning=tabel",
    "/testby/kaeden?visning=liste",
    "/testby/kaeden/daekning",
    "/testby/kaeden/balance",
    "/testby/enhed/E-6",
    "/testby/enhed/E-1",
    "/testby/soeg?q=m%C3%A5l",
    "/testby/ord",
    "/testby/opsaetning/organisation",
    "/testby/kaeden/ny?type=institutionsmaal&enhed=E-6",
    "/testby/aftaler",
    "/testby/aftaler/sigtelinje?enhed=E-6",
    "/testby/aarshjul?aar=2018&enhed=E-6",
    "/testby/aarshjul/2018/maalseminar",
];

/// Adds so many goals to the school and the department, each tied to the one above.
async fn grow(house: &House, chain: &Chain, more: usize) {
    let mut tx = house.office.db().write().await.unwrap();
    let town = &house.town;
    for i in 0..more {
        let (spec, owner, parent) = match i % 3 {
            0 => ("afdelingsmaal", "boerneafdeling", &chain.committee),
            1 => ("institutionsmaal", "skole", &chain.department),
            _ => ("handling", "skole", &chain.school),
        };
        let element = match i % 4 {
            0 if spec != "handling" => town.proposed(&mut tx, spec, owner, &format!("Mål nummer {i}")).await,
            1 => town.draft(&mut tx, spec, owner, &format!("Mål nummer {i}")).await,
            _ => town.adopted(&mut tx, spec, owner, &format!("Mål nummer {i}")).await,
        };
        town.tie(&mut tx, &element, parent).await;
    }
    tx.commit().await.unwrap();
}

async fn costs(visitor: &Visitor, paths: &[String]) -> Vec<(String, u32)> {
    let mut costs = Vec::new();
    for path in paths {
        visitor.get(path).await; // the first visit may read the model from the shelf
        let answer = visitor.get(path).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.status);
        costs.push((path.clone(), answer.statements()));
    }
    costs
}

#[test]
fn a_page_costs_the_same_number_of_statements_with_ten_elements_and_with_three_hundred() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let mut paths: Vec<String> = PATHS.map(ToOwned::to_owned).into();
        paths.push(format!("/testby/maalsaetning/{}", chain.objective.number));
        paths.push(format!("/testby/maal/{}", chain.department.number));
        paths.push(format!("/testby/maal/{}", chain.school.number));
        paths.push(format!("/testby/maal/{}/knyt", chain.orphan.number));
        paths.push(format!("/testby/maal/{}/vedtag", chain.proposed.number));
        let consultant = house.visitor(CONSULTANT).await;
        let leader = house.visitor("institution-leader@skole").await;
        let few = [costs(&consultant, &paths).await, costs(&leader, &paths[..13]).await].concat();
        grow(house, &chain, 300).await;
        let many = [costs(&consultant, &paths).await, costs(&leader, &paths[..13]).await].concat();
        assert_eq!(few, many);
        let most = many.iter().max_by_key(|(_, n)| *n).unwrap();
        assert!(most.1 <= 40, "{} costs {} statements", most.0, most.1);
    });
}

#[test]
fn a_rounds_pages_cost_the_same_number_of_statements_with_few_reports_and_with_three_hundred() {
    let counted = Mutex::new(Vec::new());
    for more in [0, 300] {
        at_testby(async |house, db| {
            let chain = Chain::enter(house).await;
            grow(house, &chain, more).await;
            Rounds::enter(house, db, &chain).await;
            let paths =
                ["", "?enhed=E-4", "/resume?enhed=E-2", "/mangler", "/tilbagemeldinger"].map(|rest| format!("{OPEN}{rest}"));
            let closed = [format!("{CLOSED}?enhed=E-1"), "/testby/opfoelgning".to_owned()];
            let mine = [format!("{OPEN}/min")];
            let (consultant, leader) = (house.visitor(CONSULTANT).await, house.visitor(LEADER).await);
            let cost = [costs(&consultant, &paths).await, costs(&consultant, &closed).await, costs(&leader, &mine).await].concat();
            counted.lock().unwrap().push(cost);
        });
    }
    let counted = counted.into_inner().unwrap();
    assert_eq!(counted[0], counted[1]);
    let most = counted[1].iter().max_by_key(|(_, n)| *n).unwrap();
    assert!(most.1 <= 40, "{} costs {} statements", most.0, most.1);
}
