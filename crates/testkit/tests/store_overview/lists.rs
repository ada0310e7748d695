//! The map and the lists.

use jiff::civil::date;
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::{Measure, Scope, State, StateName};
use pejl_domain::models::ElementKind;
use pejl_domain::orgs::Role;
use pejl_kernel::ElementId;
use pejl_store::overview::{ListAsk, MapAsk, Narrow, Only, Shape, Side, Sort, list, map};
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::testby_chain::{Chain, list_of, listed, map_of, titles};

on_both_engines!(the_map_shows_every_card_in_its_column_with_what_is_the_matter_with_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let map = map(&mut tx, &town.whole_sight(), &map_of(&town)).await.unwrap();
    assert_eq!(
        map.cards.iter().map(|c| (c.column, c.element.title.as_str())).collect::<Vec<_>>(),
        [
            (0, "Flere børn trives"),
            (1, "Børnepolitik"),
            (2, "Alle læser"),
            (2, "Ældre låner bøger"),
            (3, "Læsebånd hver dag"),
            (4, "Tyve minutters læsning"),
            (4, "Dialogisk oplæsning"),
            (5, "Køb af bøger"),
        ]
    );
    assert_eq!(map.edges.len(), 8);
    assert_eq!(map.columns.iter().map(|c| c.elements).collect::<Vec<_>>(), [1, 1, 2, 1, 2, 1]);
    assert!(map.groups.is_empty());
    let card = |id: ElementId| map.cards.iter().find(|c| c.element.id == id).unwrap();
    assert!(card(chain.nursery.id).is_orphan && !card(chain.school.id).is_orphan);
    assert!(!card(chain.culture.id).is_break, "the department's goal serves it");
    assert!(!card(chain.nursery.id).is_break, "an institution's goal needs nothing under it");
    let across: Vec<&str> = map.cards.iter().filter(|c| c.cuts_across).map(|c| c.element.title.as_str()).collect();
    assert_eq!(across, ["Børnepolitik", "Læsebånd hver dag"]);
    assert_eq!((card(chain.policy.id).below, card(chain.department.id).below), (2, 2));
    assert_eq!(card(chain.children.id).element.number, chain.children.number);
    assert_eq!(card(chain.children.id).element.state, State::Adopted);
    assert_eq!(card(chain.children.id).element.owner.name, "Børneudvalget");
    assert!(map.cards.iter().all(|c| c.side.is_none()));
});

on_both_engines!(a_column_that_is_too_long_comes_as_groups_by_unit, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let sight = town.whole_sight();
    let ask = MapAsk { most: 1, ..map_of(&town) };
    let grouped = map(&mut tx, &sight, &ask).await.unwrap();
    let groups: Vec<_> = grouped.groups.iter().map(|g| (g.column, g.unit.name.as_str(), g.count, g.states.clone())).collect();
    assert_eq!(
        groups,
        [
            (2, "Børneudvalget", 1, vec![(StateName::Adopted, 1)]),
            (2, "Kulturudvalget", 1, vec![(StateName::Adopted, 1)]),
            (4, "Æblehaven", 1, vec![(StateName::Proposed, 1)]),
            (4, "Ådalskolen", 1, vec![(StateName::Draft, 1)]),
        ]
    );
    assert!(grouped.cards.iter().all(|c| c.column != 2 && c.column != 4));
    assert!(grouped.columns[2].is_grouped && !grouped.columns[3].is_grouped);

    let chosen = MapAsk { chosen: Some(chain.department.id), ..ask };
    let chosen = map(&mut tx, &sight, &chosen).await.unwrap();
    let sides: Vec<_> = chosen.cards.iter().map(|c| (c.element.title.as_str(), c.side.unwrap())).collect();
    assert_eq!(
        sides,
        [
            ("Flere børn trives", Side::Above),
            ("Børnepolitik", Side::Above),
            ("Alle læser", Side::Above),
            ("Læsebånd hver dag", Side::Chosen),
            ("Tyve minutters læsning", Side::Below),
            ("Køb af bøger", Side::Below),
        ]
    );
    assert_eq!((chosen.columns[2].on_line, chosen.columns[2].rest_of_line), (2, 1));
    assert_eq!((chosen.columns[4].on_line, chosen.columns[4].rest_of_line), (1, 0));
});

on_both_engines!(the_map_is_narrowed_by_unit_text_tag_and_what_is_the_matter, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let sight = town.whole_sight();
    let mut shown = async |narrow: Narrow| -> Vec<String> {
        let ask = MapAsk { narrow, ..map_of(&town) };
        map(&mut tx, &sight, &ask).await.unwrap().cards.into_iter().map(|c| c.element.title).collect()
    };
    let culture = Narrow { unit: Some(town.unit("kulturudvalg")), ..Narrow::default() };
    assert_eq!(
        shown(culture).await,
        ["Flere børn trives", "Børnepolitik", "Ældre låner bøger", "Læsebånd hver dag", "Tyve minutters læsning", "Køb af bøger"],
        "what it owns, and what its goal is tied to"
    );
    let typed = |text: &str| Narrow { text: text.into(), ..Narrow::default() };
    assert_eq!(shown(typed("ÆLDRE")).await, ["Ældre låner bøger"]);
    assert_eq!(shown(typed("m-2018-1")).await, [chain.children.content.title.as_str()]);
    assert_eq!(shown(typed("100 %")).await, Vec::<String>::new());
    assert_eq!(
        shown(typed("LÆSNING")).await,
        ["Alle læser", "Tyve minutters læsning", "Dialogisk oplæsning"],
        "a tag and two titles"
    );
    assert_eq!(shown(Narrow { tag: "læsning".into(), ..Narrow::default() }).await, ["Alle læser"]);
    let only = |only| Narrow { only: Some(only), ..Narrow::default() };
    assert_eq!(shown(only(Only::Orphans)).await, ["Dialogisk oplæsning"]);
    assert_eq!(shown(only(Only::Breaks)).await, Vec::<String>::new());
    assert_eq!(shown(only(Only::CrossCutting)).await, ["Børnepolitik", "Læsebånd hver dag"]);
    let drafts = Narrow { states: vec![StateName::Draft], ..Narrow::default() };
    assert_eq!(shown(drafts).await, ["Tyve minutters læsning"]);
});

on_both_engines!(a_draft_is_listed_only_for_those_who_work_with_it, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let neighbour = Town::neighbour(db).await;
    let mut tx = db.write().await.unwrap();
    Chain::enter(&town, &mut tx).await;
    let ask =
        ListAsk { narrow: Narrow { states: vec![StateName::Draft, StateName::Proposed], ..Narrow::default() }, ..list_of(&town) };
    let both = ["Tyve minutters læsning", "Dialogisk oplæsning"];
    assert_eq!(listed(&mut tx, &town.sight(Role::DepartmentHead), &ask).await, both);
    assert_eq!(listed(&mut tx, &town.sight_at(Role::InstitutionLeader, "skole"), &ask).await, both[..1]);
    assert_eq!(listed(&mut tx, &town.sight(Role::CommitteeChair), &ask).await, both[1..], "what is proposed, the elected see");
    assert_eq!(listed(&mut tx, &town.sight_at(Role::InstitutionLeader, "bibliotek"), &ask).await, Vec::<String>::new());
    assert_eq!(listed(&mut tx, &neighbour.whole_sight(), &ask).await, Vec::<String>::new());
    let department = map(&mut tx, &town.sight_at(Role::InstitutionLeader, "bibliotek"), &map_of(&town)).await.unwrap();
    let card = department.cards.iter().find(|c| c.element.title == "Læsebånd hver dag").unwrap();
    assert_eq!(card.below, 1, "the school's draft is not counted for those who may not see it");
});

on_both_engines!(a_list_is_filtered_sorted_and_paged, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let chain = Chain::enter(&town, &mut tx).await;
    let sight = town.whole_sight();
    let goals = ListAsk { shape: Shape::only(&town.model, |s| s.kind == ElementKind::Goal), ..list_of(&town) };
    let by = |sort, turned| ListAsk { sort, turned, ..goals.clone() };
    let by_title = ["Alle læser", "Dialogisk oplæsning", "Læsebånd hver dag", "Tyve minutters læsning", "Ældre låner bøger"];
    assert_eq!(listed(&mut tx, &sight, &by(Sort::Title, false)).await, by_title);
    for sort in Sort::ALL {
        for turned in [false, true] {
            assert_eq!(listed(&mut tx, &sight, &by(sort, turned)).await.len(), 5, "{sort:?}");
        }
    }
    assert_eq!(listed(&mut tx, &sight, &by(Sort::Due, false)).await[0], "Alle læser");
    assert_eq!(listed(&mut tx, &sight, &by(Sort::State, false)).await[0], "Tyve minutters læsning");

    let page = ListAsk { skip: 1, most: 2, ..by(Sort::Title, false) };
    let (rows, total) = list(&mut tx, &sight, &page).await.unwrap();
    assert_eq!((titles(rows.iter().map(|r| &r.element)), total), (by_title[1..3].to_vec(), 5));
    let (rows, total) = list(&mut tx, &sight, &ListAsk { skip: 50, ..page }).await.unwrap();
    assert_eq!((rows.len(), total), (0, 5), "beyond the end, how many there are is still known");

    let (rows, _) = list(&mut tx, &sight, &ListAsk { due_before: Some(date(2018, 6, 1)), ..goals.clone() }).await.unwrap();
    let [row] = &rows[..] else { panic!("one goal is due, not {rows:?}") };
    assert_eq!(row.due, Some(date(2018, 3, 1)));
    assert_eq!(row.responsible.as_deref(), Some("Formand for børneudvalget"));
    assert_eq!(row.holder.as_deref(), Some("Formand for børneudvalget (prøve)"));
    assert_eq!((row.column, row.parents, row.children), (0, 1, 1));
    assert_eq!(row.element.id, chain.children.id);

    let missing = |check| ListAsk { missing: Some(check), ..goals.clone() };
    assert_eq!(listed(&mut tx, &sight, &missing(Check::Tied)).await, ["Dialogisk oplæsning"]);
    assert_eq!(listed(&mut tx, &sight, &missing(Check::Owner)).await.len(), 4);
    assert_eq!(listed(&mut tx, &sight, &missing(Check::Decision)).await.len(), 2);
    for check in Check::ALL {
        list(&mut tx, &sight, &missing(*check)).await.unwrap();
    }
    assert_eq!(listed(&mut tx, &sight, &ListAsk { measure: Some(Measure::Effect), ..goals.clone() }).await, ["Alle læser"]);
    assert_eq!(listed(&mut tx, &sight, &ListAsk { scope: Some(Scope::Own), ..goals.clone() }).await, Vec::<String>::new());
    let unit = Narrow { unit: Some(town.unit("boerneafdeling")), ..Narrow::default() };
    assert_eq!(listed(&mut tx, &sight, &ListAsk { narrow: unit, ..goals }).await.len(), 3, "owned at or below");
});
