//! Search: the same words find the same things on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

use pejl_domain::models::ElementKind;
use pejl_store::{chain, search};
use pejl_testkit::town::{line, prose};
use pejl_testkit::{TestDb, Town, on_both_engines};

/// What is found, by its title, in the order of the alphabet: the engines rank each in their own way.
async fn found(db: &TestDb, town: &Town, typed: &str) -> Vec<String> {
    let mut tx = db.read().await.unwrap();
    let mut titles: Vec<String> =
        search::find(&mut tx, &town.whole_sight(), typed).await.unwrap().into_iter().map(|f| f.title).collect();
    titles.sort();
    titles
}

async fn with_a_goal(db: &TestDb) -> Town {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let number = chain::next_element_number(&mut tx, town.id, ElementKind::Goal, 2018).await.unwrap();
    let mut content = town.content(ElementKind::Goal, "Børnene går oftere på biblioteket");
    content.text = prose("Sundhedspolitikken skal kunne mærkes i dagtilbud/skole.");
    content.tags = vec![line("læselyst")];
    let (draft, event) = town.drafted(number, "udvalgsmaal", "kulturudvalg", content);
    town.save(&mut tx, &draft, &event).await;
    tx.commit().await.unwrap();
    town
}

const GOAL: [&str; 1] = ["M-2018-001 Børnene går oftere på biblioteket"];

on_both_engines!(the_beginning_of_a_word_is_enough, async |db| {
    let town = with_a_goal(db).await;
    for typed in ["børnene", "BØRNENE", "børnen", "går oft", "sundhedspolitikken", "sundhedspolitikk", "sundheds", "læse"] {
        assert_eq!(found(db, &town, typed).await, GOAL, "{typed}");
    }
});

on_both_engines!(letters_that_only_look_alike_are_not_the_same, async |db| {
    let town = with_a_goal(db).await;
    for typed in ["bornene", "gaar", "ornene", "sundhetspolitikken"] {
        assert_eq!(found(db, &town, typed).await, Vec::<String>::new(), "{typed}");
    }
});

on_both_engines!(every_word_must_be_there, async |db| {
    let town = with_a_goal(db).await;
    assert_eq!(found(db, &town, "biblioteket børnene").await, GOAL);
    assert_eq!(found(db, &town, "biblioteket svømmehallen").await, Vec::<String>::new());
    // Small words count too: they do not stand for everything.
    assert_eq!(found(db, &town, "biblioteket og").await, Vec::<String>::new());
    assert_eq!(found(db, &town, "børn og").await, ["Børne- og læringschef (prøve)", "E-4 Børn og læring"]);
});

on_both_engines!(an_element_is_found_by_its_number, async |db| {
    let town = with_a_goal(db).await;
    for typed in ["M-2018-001", "m-2018-001", "2018-001"] {
        assert_eq!(found(db, &town, typed).await, GOAL, "{typed}");
    }
});

on_both_engines!(both_sides_of_a_stroke_are_words, async |db| {
    let town = with_a_goal(db).await;
    assert_eq!(found(db, &town, "skole.").await.len(), 3); // the school leader and the board member too
    assert_eq!(found(db, &town, "dagtilbud").await, GOAL);
});

on_both_engines!(units_and_people_are_found_beside_elements, async |db| {
    let town = with_a_goal(db).await;
    assert_eq!(found(db, &town, "ådalsk").await, ["E-6 Ådalskolen"]);
    assert_eq!(found(db, &town, "biblio").await, ["Biblioteksleder (prøve)", "E-8 Øbro Bibliotek", GOAL[0]]);
    let mut tx = db.read().await.unwrap();
    let found = search::find(&mut tx, &town.whole_sight(), "ådalskolen").await.unwrap();
    assert_eq!((found[0].kind.as_str(), found[0].id), ("unit", town.unit("skole").0));
});

on_both_engines!(what_stands_in_a_title_comes_before_what_stands_in_a_text, async |db| {
    let town = with_a_goal(db).await;
    let mut tx = db.write().await.unwrap();
    town.draft(&mut tx, "maalsaetning", "byraad", "Sundhedspolitikken").await;
    let found = search::find(&mut tx, &town.whole_sight(), "sundhedspolitikken").await.unwrap();
    let titles: Vec<&str> = found.iter().map(|f| f.title.as_str()).collect();
    assert_eq!(titles, ["MS-2018-001 Sundhedspolitikken", GOAL[0]]);
});

on_both_engines!(nothing_typed_finds_nothing_and_no_operator_does_harm, async |db| {
    let town = with_a_goal(db).await;
    let hostile = [
        "",
        "   ",
        "\") OR *",
        "*",
        "\"",
        "'",
        "--",
        "børn* OR fence:*",
        "NOT",
        "børn AND NOT skole",
        "(",
        ":*",
        "&|!",
        "a:*AB",
        "\\",
        "%",
        "{title} : x",
        "NEAR(a b)",
        "børn\0",
        "<->",
        "; DROP TABLE unit",
    ];
    for typed in hostile {
        let mut tx = db.read().await.unwrap();
        let found = search::find(&mut tx, &town.whole_sight(), typed).await;
        assert!(found.is_ok(), "{typed:?}: {:?}", found.err());
    }
    for typed in ["", "   ", "\") OR *", "*", "\"", ":*", "&|!", "%"] {
        assert_eq!(found(db, &town, typed).await, Vec::<String>::new(), "{typed:?}");
    }
});

on_both_engines!(a_saved_change_is_found_by_its_new_words_and_no_longer_by_its_old, async |db| {
    let town = with_a_goal(db).await;
    let mut tx = db.write().await.unwrap();
    let goal = chain::element_by_number(&mut tx, &town.whole_sight(), "M-2018-001".parse().unwrap()).await.unwrap();
    let mut content = goal.content.clone();
    content.title = line("Flere går til svømning");
    let (goal, event) = goal.edit(&town.model, content).unwrap();
    town.save(&mut tx, &goal, &event).await;
    tx.commit().await.unwrap();
    assert_eq!(found(db, &town, "svømning").await, ["M-2018-001 Flere går til svømning"]);
    assert_eq!(found(db, &town, "oftere").await, Vec::<String>::new());
});

on_both_engines!(nothing_is_found_across_the_border, async |db| {
    let town = with_a_goal(db).await;
    let neighbour = Town::neighbour(db).await;
    assert_eq!(found(db, &neighbour, "børnene").await, Vec::<String>::new());
    assert_eq!(found(db, &neighbour, "ådalskolen").await, ["E-6 Ådalskolen"]);
    let fence = format!("m{}", town.id.0.simple());
    assert_eq!(found(db, &neighbour, &fence).await, Vec::<String>::new());
});

on_both_engines!(of_very_many_words_the_first_twelve_count, async |db| {
    let town = with_a_goal(db).await;
    let twelve = "børnene ".repeat(12);
    assert_eq!(found(db, &town, &format!("{twelve} svømmehallen")).await, GOAL);
    assert_eq!(found(db, &town, &"børnene ".repeat(5_000)).await, GOAL);
    assert_eq!(found(db, &town, &"x".repeat(100_000)).await, Vec::<String>::new());
});

on_both_engines!(of_very_many_things_found_two_hundred_are_given_back, async |db| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    for n in 0..205 {
        town.person(&mut tx, &format!("Vikar {n} (prøve)")).await;
    }
    tx.commit().await.unwrap();
    assert_eq!(found(db, &town, "vikar").await.len(), 200);
});
