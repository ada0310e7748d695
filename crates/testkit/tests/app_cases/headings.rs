//! What a body calls the parts of its cases.

use pejl_app::cases::{headings, keep_headings};
use pejl_domain::cases::*;
use pejl_policy::Sight;
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use super::{chair, consultant, is_conflict, is_denied, member};

fn own() -> HeadingSet {
    let of = |part, word: &str| Heading { part, word: line(word) };
    HeadingSet::new(vec![
        of(Part::Other, "Resumé"),
        of(Part::Presentation, "Sagsfremstilling"),
        of(Part::Money, "Økonomi og finansiering"),
        of(Part::Other, "Videre proces"),
        of(Part::Attachments, "Bilag"),
    ])
    .unwrap()
}

on_both_engines!(a_body_chooses_its_own_headings_and_others_keep_theirs, async |db| {
    let scene = Scene::set(db).await;
    let (children, culture) = (scene.town.unit("boerneudvalg"), scene.town.unit("kulturudvalg"));
    let sight = Sight::of(&member(&scene));
    assert_eq!(headings(&mut scene.read().await, &sight, children).await.unwrap(), (HeadingSet::default(), 0));
    scene.deed(chair(&scene), async |desk| keep_headings(desk, children, 0, own()).await).await.unwrap();
    assert_eq!(headings(&mut scene.read().await, &sight, children).await.unwrap(), (own(), 1));
    assert_eq!(headings(&mut scene.read().await, &sight, culture).await.unwrap(), (HeadingSet::default(), 0));
    assert_eq!(scene.newest(children).await.event.sentence.key, "event-headings-kept");
    let again = scene.deed(consultant(&scene), async |desk| keep_headings(desk, children, 0, HeadingSet::default()).await).await;
    assert!(is_conflict(&again), "somebody else chose meanwhile");
    scene.deed(consultant(&scene), async |desk| keep_headings(desk, children, 1, HeadingSet::default()).await).await.unwrap();
    assert_eq!(headings(&mut scene.read().await, &sight, children).await.unwrap(), (HeadingSet::default(), 2));
});

on_both_engines!(headings_are_for_bodies_that_meet_and_kept_by_those_who_write_for_them, async |db| {
    let scene = Scene::set(db).await;
    let school = scene.town.unit("skole");
    let tried = scene.deed(consultant(&scene), async |desk| keep_headings(desk, school, 0, own()).await).await;
    assert_eq!(reasons(tried), [("body", "refused-case-no-body".to_owned())]);
    let children = scene.town.unit("boerneudvalg");
    assert!(is_denied(&scene.deed(member(&scene), async |desk| keep_headings(desk, children, 0, own()).await).await));
});
