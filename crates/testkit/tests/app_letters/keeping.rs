//! The life of a letter, and who keeps it.

use pejl_app::letters::{
    self, close_comments, letters, newest, open_letter_input, publish_letter, reopen_comments, sealed, start_letter, write_letter,
};
use pejl_app::overview::{self, FoundRow};
use pejl_domain::letters::{LetterContent, LetterState};
use pejl_domain::orgs::Role;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::{
    ROUND, as_seen_by, asked, closed_to_input, content, head, is_conflict, is_denied, is_not_found, keeper, leader, opened,
    published, started,
};

on_both_engines!(starting_the_letter_of_a_year_twice_gives_the_one_that_is_there, async |db| {
    let scene = Scene::set(db).await;
    let first = started(&scene, 2019).await;
    let lines = scene.lines().await;
    let again = LetterContent::titled(line("Et andet brev"));
    let again = scene.deed(keeper(&scene), async |desk| start_letter(desk, 2019, again).await).await.unwrap();
    assert_eq!((first, scene.lines().await), (again, lines));
    let year = LetterContent::titled(line("Et brev fra fortiden"));
    let outcome = scene.deed(keeper(&scene), async |desk| start_letter(desk, 1066, year).await).await;
    assert_eq!(reasons(outcome), [("year", "refused-letter-year".to_owned())]);
});

on_both_engines!(only_the_board_and_the_consultant_keep_letters, async |db| {
    let scene = Scene::set(db).await;
    for actor in [leader(&scene), head(&scene), scene.town.actor(Role::Controller), scene.town.actor(Role::CouncilMember)] {
        let outcome = scene.deed(actor, async |desk| start_letter(desk, 2019, content(Vec::new())).await).await;
        assert!(is_denied(&outcome));
    }
    for role in [Role::ChiefExecutive, Role::Director] {
        let actor = scene.town.actor(role);
        let outcome = scene.deed(actor, async |desk| start_letter(desk, 2019, content(Vec::new())).await).await;
        assert!(outcome.is_ok());
    }
});

on_both_engines!(a_letter_that_is_being_written_is_not_there_for_leaders, async |db| {
    let scene = Scene::set(db).await;
    started(&scene, 2019).await;
    let known = async |actor| {
        let listed = letters(&mut scene.read().await, &Sight::of(&actor), &actor).await.unwrap();
        listed.into_iter().map(|listed| (listed.row.letter.year, listed.is_read)).collect::<Vec<_>>()
    };
    assert!(is_not_found(&as_seen_by(&scene, &leader(&scene), 2019).await));
    assert_eq!(known(leader(&scene)).await, []);
    assert_eq!(known(keeper(&scene)).await, [(2019, true)]);

    closed_to_input(&scene).await;
    assert_eq!(known(leader(&scene)).await, [(2018, false)], "known to be on its way, and not to be read");
    let none = newest(&mut scene.read().await, &Sight::of(&leader(&scene)), &leader(&scene)).await.unwrap();
    assert_eq!(none, None);
});

on_both_engines!(a_letter_published_twice_is_published_once, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = closed_to_input(&scene).await;
    let sent = published(&mut scene, &letter).await;
    let lines = scene.lines().await;
    let again = scene.deed(keeper(&scene), async |desk| publish_letter(desk, letter.id, letter.version, false).await).await;
    assert_eq!(again.unwrap(), sent);
    assert_eq!(scene.lines().await, lines, "and told once");
    let (text, holds) = sealed(&mut scene.read().await, &scene.town.whole_sight(), &sent).await.unwrap();
    assert!(holds && text.contains("Ledelse på tværs"));
    assert_eq!(as_seen_by(&scene, &leader(&scene), 2018).await.unwrap(), sent);
});

on_both_engines!(what_is_published_is_never_rewritten, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = closed_to_input(&scene).await;
    let sent = published(&mut scene, &letter).await;
    let other = content(vec![asked("Noget andet", &[])]);
    let outcome = scene.deed(keeper(&scene), async |desk| write_letter(desk, sent.id, sent.version, other).await).await;
    assert_eq!(reasons(outcome), [("", "refused-letter-published".to_owned())]);
    let closed = scene.deed(keeper(&scene), async |desk| close_comments(desk, sent.id, sent.version).await).await.unwrap();
    assert_eq!((closed.state, &closed.content, &closed.seal), (LetterState::Closed, &sent.content, &sent.seal));
    let open = scene.deed(keeper(&scene), async |desk| reopen_comments(desk, sent.id, closed.version).await).await.unwrap();
    assert_eq!(as_seen_by(&scene, &leader(&scene), 2018).await.unwrap(), open);
    assert!(sealed(&mut scene.read().await, &scene.town.whole_sight(), &open).await.unwrap().1);
});

on_both_engines!(two_who_write_the_letter_at_once_do_not_overwrite_each_other, async |db| {
    let scene = Scene::set(db).await;
    let letter = started(&scene, 2018).await;
    let mut mine = letter.content.clone();
    mine.opening = prose("Min indledning.");
    let mut theirs = letter.content.clone();
    theirs.closing = prose("Deres afslutning.");
    let saved = scene.deed(keeper(&scene), async |desk| write_letter(desk, letter.id, letter.version, mine.clone()).await).await;
    assert_eq!(saved.unwrap().content, mine);
    let chief = scene.town.actor(Role::ChiefExecutive);
    let stale = scene.deed(chief, async |desk| write_letter(desk, letter.id, letter.version, theirs).await).await;
    assert!(is_conflict(&stale));
    assert_eq!(as_seen_by(&scene, &keeper(&scene), 2018).await.unwrap().content, mine);
});

on_both_engines!(a_letter_comes_back_from_the_database_to_the_letter, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    assert_eq!(as_seen_by(&scene, &leader(&scene), 2018).await.unwrap(), letter);
    let moved = pejl_domain::letters::InputRound { to: jiff::civil::date(2018, 7, 15), ..ROUND };
    let later = scene.deed(keeper(&scene), async |desk| open_letter_input(desk, letter.id, letter.version, moved).await).await;
    assert_eq!(as_seen_by(&scene, &leader(&scene), 2018).await.unwrap(), later.unwrap());
});

on_both_engines!(a_letter_is_found_by_its_words_once_it_is_sent_out_and_not_while_it_is_written, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = closed_to_input(&scene).await;
    let sight = Sight::of(&leader(&scene));
    assert_eq!(found(&scene, &sight, "Ledelse på tværs").await, Vec::<String>::new());
    published(&mut scene, &letter).await;
    assert_eq!(found(&scene, &sight, "Ledelse på tværs").await, ["Strategibrev 2018"]);
    assert_eq!(found(&scene, &sight, "tværgående samarbejde").await, ["Strategibrev 2018"]);
});

on_both_engines!(what_happened_to_a_letter_stands_on_its_page_newest_first, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let lines = letters::history(&mut scene.read().await, &Sight::of(&keeper(&scene)), &letter).await.unwrap();
    let keys: Vec<&str> = lines.iter().map(|line| line.event.sentence.key.as_str()).collect();
    assert_eq!(keys, ["event-letter-input-opened", "event-letter-started"]);
});

/// The titles of the letters that a search finds.
async fn found(scene: &Scene, sight: &Sight, words: &str) -> Vec<String> {
    let mut tx = scene.read().await;
    let hits = overview::search::find(&mut tx, sight, words).await.unwrap();
    let (rows, _) = overview::joined(&mut tx, sight, &hits, 50).await.unwrap();
    let title = |row| match row {
        FoundRow::Letter(_, title) => Some(title),
        _ => None,
    };
    rows.into_iter().filter_map(title).collect()
}
