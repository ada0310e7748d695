//! What leaders say before, and everybody after.

use jiff::SignedDuration;
use pejl_app::Ending;
use pejl_app::letters::{
    CommentMade, InputGiven, InputSide, LetterTaskOf, answer_input, close_letter_input, comment, comments, give_input, inputs,
    publish_letter, tasks,
};
use pejl_domain::letters::{Became, Input, InputFrom, Letter};
use pejl_domain::orgs::Role;
use pejl_policy::Actor;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, line, prose};

use crate::{closed_to_input, head, is_conflict, is_denied, is_not_found, keeper, leader, opened, published, started};

async fn given(scene: &Scene, by: Actor, letter: &Letter, side: InputSide, text: &str) -> Result<Input, Ending> {
    let given = InputGiven { side, theme: None, text: prose(text) };
    scene.deed(by, async |desk| give_input(desk, letter.id, given).await).await
}

on_both_engines!(networks_units_and_people_give_input_and_are_told_what_became_of_it, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let network = InputSide::Network(line("Ledernetværket for skoler"));
    let one = given(&scene, leader(&scene), &letter, network, "Skriv om de unge.").await.unwrap();
    let unit = InputSide::Unit(scene.town.unit("boerneafdeling"));
    let two = given(&scene, head(&scene), &letter, unit, "Færre temaer.").await.unwrap();
    given(&scene, head(&scene), &letter, InputSide::Person, "Jeg selv mener det også.").await.unwrap();

    let answer = async |input: &Input, became, because| {
        scene.deed(keeper(&scene), async |desk| answer_input(desk, input.id, input.version, became, prose(because)).await).await
    };
    assert_eq!(reasons(answer(&two, Became::Partly, "").await), [("because", "refused-letter-input-without-because".to_owned())]);
    answer(&one, Became::TakenIn, "").await.unwrap();
    answer(&two, Became::Partly, "Ét tema er gået ud.").await.unwrap();
    assert!(is_conflict(&answer(&one, Became::Not, "Alligevel ikke.").await), "somebody answered it meanwhile");

    let rows = inputs(&mut scene.read().await, &scene.town.whole_sight(), &letter).await.unwrap();
    let became: Vec<_> = rows.iter().map(|row| row.input.became.as_ref().map(|given| given.became)).collect();
    assert_eq!(became, [Some(Became::TakenIn), Some(Became::Partly), None]);
    assert_eq!(rows[1].input.from, InputFrom::Unit(scene.town.unit("boerneafdeling"), line("Børn og læring")));
    assert!(rows[1].unit.is_some() && !rows[1].by.is_empty() && !rows[1].answered_by.is_empty());

    let closed = scene.deed(keeper(&scene), async |desk| close_letter_input(desk, letter.id, letter.version).await).await.unwrap();
    let waits = scene.deed(keeper(&scene), async |desk| publish_letter(desk, letter.id, closed.version, false).await).await;
    assert_eq!(reasons(waits), [("despite", "refused-letter-input-unanswered".to_owned())]);
    let seen = scene.deed(keeper(&scene), async |desk| publish_letter(desk, letter.id, closed.version, true).await).await;
    assert!(seen.is_ok());
});

on_both_engines!(input_after_the_round_is_closed_is_refused_kindly_with_the_date, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    scene.clock.forward(SignedDuration::from_hours(24 * 16));
    let late = scene.today(&leader(&scene)).await;
    let outcome = given(&scene, late, &letter, InputSide::Person, "Et døgn for sent").await;
    let Err(Ending::Refused(refused)) = outcome else { panic!("{outcome:?}") };
    let sentence = &refused.reasons[0].sentence;
    assert_eq!(sentence.key, "refused-letter-input-over");
    assert!(sentence.args.contains(&("day".to_owned(), pejl_domain::Arg::Date(jiff::civil::date(2018, 6, 30)))));
    assert_eq!(inputs(&mut scene.read().await, &scene.town.whole_sight(), &letter).await.unwrap(), []);
});

on_both_engines!(the_same_input_sent_twice_is_given_once, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let first = given(&scene, leader(&scene), &letter, InputSide::Person, "Trykket to gange").await.unwrap();
    let lines = scene.lines().await;
    let again = given(&scene, leader(&scene), &letter, InputSide::Person, "Trykket to gange").await.unwrap();
    assert_eq!((first, lines), (again, scene.lines().await));
    given(&scene, head(&scene), &letter, InputSide::Person, "Trykket to gange").await.unwrap();
    assert_eq!(inputs(&mut scene.read().await, &scene.town.whole_sight(), &letter).await.unwrap().len(), 2, "others may agree");
});

on_both_engines!(nobody_speaks_for_a_unit_that_is_not_theirs, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let library = || InputSide::Unit(scene.town.unit("bibliotek"));
    let outcome = given(&scene, leader(&scene), &letter, library(), "På bibliotekets vegne").await;
    assert_eq!(reasons(outcome), [("unit", "refused-letter-input-other-unit".to_owned())]);
    assert!(given(&scene, keeper(&scene), &letter, library(), "Sendt på papir").await.is_ok(), "the keeper writes down for others");
    let teacher = scene.town.actor(Role::Employee);
    assert!(is_denied(&given(&scene, teacher, &letter, InputSide::Person, "Læreren").await));
});

on_both_engines!(hostile_and_huge_input_is_text_and_nothing_else, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let hostile =
        ["<script>alert(1)</script>", "'; DROP TABLE letter; --", "{\"became\":\"taken-in\"}", "Æ\u{202e}baglæns", "한국어 🙂"];
    for text in hostile {
        given(&scene, leader(&scene), &letter, InputSide::Network(line("<b>Net</b>")), text).await.unwrap();
    }
    let longest = "æ".repeat(10_000);
    given(&scene, leader(&scene), &letter, InputSide::Person, &longest).await.unwrap();
    assert!(pejl_kernel::Prose::<10_000>::parse(&"æ".repeat(10_001)).is_err(), "one more is refused at the edge");
    let empty = given(&scene, leader(&scene), &letter, InputSide::Person, " \n ").await;
    assert_eq!(reasons(empty), [("text", "refused-letter-input-empty".to_owned())]);
    let rows = inputs(&mut scene.read().await, &scene.town.whole_sight(), &letter).await.unwrap();
    let texts: Vec<&str> = rows.iter().map(|row| row.input.text.as_str()).collect();
    assert_eq!(texts[..3], hostile[..3]);
    assert_eq!(texts[3], "Æbaglæns", "no mark turns the reading direction");
    assert_eq!(texts[5], longest);
    let unknown = InputGiven { side: InputSide::Person, theme: Some(key("findes-ikke")), text: prose("x") };
    let outcome = scene.deed(leader(&scene), async |desk| give_input(desk, letter.id, unknown).await).await;
    assert_eq!(reasons(outcome), [("theme", "refused-letter-theme-unknown".to_owned())]);
});

on_both_engines!(everybody_with_a_post_comments_and_twice_is_once, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = closed_to_input(&scene).await;
    let made = || CommentMade { theme: Some(key("tvaergaaende-samarbejde")), text: prose("Hvad betyder det for læreren?") };
    let teacher = || scene.town.actor(Role::Employee);
    let early = scene.deed(teacher(), async |desk| comment(desk, letter.id, made()).await).await;
    assert_eq!(reasons(early), [("", "refused-letter-writing".to_owned())]);
    let sent = published(&mut scene, &letter).await;
    let teacher = || scene.town.actor(Role::Employee);
    let first = scene.deed(teacher(), async |desk| comment(desk, sent.id, made()).await).await.unwrap();
    let again = scene.deed(teacher(), async |desk| comment(desk, sent.id, made()).await).await.unwrap();
    assert_eq!(first, again);
    let rows = comments(&mut scene.read().await, &scene.town.whole_sight(), &sent).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].comment.theme, Some(key("tvaergaaende-samarbejde")));
});

on_both_engines!(what_nobody_knows_of_takes_no_input_and_no_comment, async |db| {
    let scene = Scene::set(db).await;
    let letter = started(&scene, 2019).await;
    assert!(is_not_found(&given(&scene, leader(&scene), &letter, InputSide::Person, "Jeg har set det!").await));
    let made = CommentMade { theme: None, text: prose("Jeg har set det!") };
    assert!(is_not_found(&scene.deed(leader(&scene), async |desk| comment(desk, letter.id, made).await).await));
});

on_both_engines!(leaders_are_asked_until_they_have_answered_and_the_keeper_when_the_round_is_over, async |db| {
    let scene = Scene::set(db).await;
    let letter = opened(&scene).await;
    let asked = async |actor: Actor| {
        let actor = scene.today(&actor).await;
        let tasks = tasks(&mut scene.read().await, &pejl_policy::Sight::of(&actor), &actor).await.unwrap();
        tasks.into_iter().map(|task| (task.of, task.is_late, task.count)).collect::<Vec<_>>()
    };
    assert_eq!(asked(leader(&scene)).await, [(LetterTaskOf::Give, false, 0)]);
    assert_eq!(asked(scene.town.actor(Role::CommitteeChair)).await, [], "the letter is not the politicians' to give input to");
    assert_eq!(asked(keeper(&scene)).await, []);
    given(&scene, leader(&scene), &letter, InputSide::Person, "Her er mit.").await.unwrap();
    assert_eq!(asked(leader(&scene)).await, []);
    scene.clock.forward(SignedDuration::from_hours(24 * 16));
    assert_eq!(asked(head(&scene)).await, [], "too late to be asked");
    assert_eq!(asked(keeper(&scene)).await, [(LetterTaskOf::Close, true, 0), (LetterTaskOf::Answer, false, 1)]);
});
