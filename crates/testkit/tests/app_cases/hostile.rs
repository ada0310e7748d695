//! Hostile input: what people paste, and more than anybody meant.

use pejl_app::cases::case_page;
use pejl_domain::cases::*;
use pejl_store::cases::{CaseAsk, cases};
use pejl_testkit::deeds::Scene;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use super::{content, drafted, head};

on_both_engines!(letters_quotes_and_markup_come_back_as_they_were_typed, async |db| {
    let scene = Scene::set(db).await;
    let nasty = "Æøå '; DROP TABLE agenda_case; -- <script>alert(\"ål\")</script> ]]> &amp; 😀 {{ 7*7 }}";
    let written = CaseContent {
        title: line(nasty),
        recommendation: vec![line(nasty)],
        sections: vec![Section {
            part: Part::Presentation,
            heading: line("Sagsfremstilling"),
            text: prose(&format!("{nasty}\n\n{nasty}")),
        }],
        ..content()
    };
    let case = drafted(&scene, head(&scene), written.clone(), &[]).await.unwrap();
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), case.number).await.unwrap();
    assert_eq!(page.case.content, written);
});

on_both_engines!(sixty_attachments_and_a_long_text_are_kept_whole, async |db| {
    let scene = Scene::set(db).await;
    let attachment = |n: usize| Attachment {
        title: line(&format!("Bilag {n}: Årsøkonomi & \"ære\"")),
        link: Link::parse(&format!("https://eksempel.dk/bilag/{n}?år=2018&x=%C3%A6")).unwrap(),
    };
    let long = "Ærlig tekst på dansk. ".repeat(900);
    let written = CaseContent {
        attachments: (1..=60).map(attachment).collect(),
        sections: vec![Section { part: Part::Presentation, heading: line("Sagsfremstilling"), text: prose(&long) }],
        ..content()
    };
    let case = drafted(&scene, head(&scene), written.clone(), &[]).await.unwrap();
    let page = case_page(&mut scene.read().await, &scene.town.whole_sight(), case.number).await.unwrap();
    assert_eq!(page.case.content, written);
});

on_both_engines!(what_is_typed_in_the_filter_is_never_taken_for_a_sign, async |db| {
    let scene = Scene::set(db).await;
    drafted(&scene, head(&scene), CaseContent { title: line("100 % af Ålborgs børn"), ..content() }, &[]).await.unwrap();
    drafted(&scene, head(&scene), CaseContent { title: line("En anden sag"), ..content() }, &[]).await.unwrap();
    for (typed, found) in [("100 %", 1), ("ålborg", 1), ("%", 1), ("_", 0), ("'", 0), ("s-2018-00", 2), ("S-2018-002", 1), ("", 2)]
    {
        let ask = CaseAsk { text: typed.to_owned(), most: 50, ..CaseAsk::default() };
        let (_, total) = cases(&mut scene.read().await, &scene.town.whole_sight(), &ask).await.unwrap();
        assert_eq!(total, found, "{typed:?}");
    }
});
