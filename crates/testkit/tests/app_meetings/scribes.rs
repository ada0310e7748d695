//! Two scribes at once, and nets that are away: nothing is lost, nothing is doubled.

use pejl_app::meetings::{mend_contribution, reword_draft, strike_contribution, word_draft};
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use crate::{Room, is_conflict, is_denied, said, worded};

on_both_engines!(two_scribes_at_once_lose_nothing_and_double_nothing, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let writes = async |actor: pejl_policy::Actor, name: &str| {
        for n in 0..10 {
            let sent = said(&format!("{name}-{n}"), &format!("Linje {n} fra {name}"));
            room.note(actor.clone(), &meeting, sent).await.unwrap();
        }
    };
    tokio::join!(writes(room.head(), "chefen"), writes(room.chair(), "formanden"));
    let mut texts: Vec<String> = room.page(&room.chair(), &meeting).await.notes.iter().map(|n| n.said.text.to_string()).collect();
    assert_eq!(texts.len(), 20);
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 20, "each line once");
});

on_both_engines!(a_killed_connection_resends_and_the_line_is_there_once, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let first = room.note(room.head(), &meeting, said("a1", "Der mangler lys.")).await.unwrap();
    let lines = room.scene.lines().await;
    // The answer never came back, so the browser sends the same line again, and once more.
    for _ in 0..2 {
        let again = room.note(room.head(), &meeting, said("a1", "Der mangler lys.")).await.unwrap();
        assert_eq!((again.id, again.text), (first.id, first.text.clone()));
    }
    assert_eq!(room.page(&room.head(), &meeting).await.notes.len(), 1);
    assert_eq!(room.scene.lines().await, lines, "and it is told once");

    let id = meeting.id;
    let word = async || {
        let draft = worded("b1", "Alle kan gå selv", &[first.id]);
        room.scene.deed(room.head(), async |desk| word_draft(desk, id, draft).await).await.unwrap()
    };
    let (one, other) = (word().await, word().await);
    assert_eq!(one.id, other.id);
    assert_eq!(room.page(&room.head(), &meeting).await.drafts.len(), 1);
});

on_both_engines!(a_line_sent_late_comes_in_while_the_minutes_are_a_draft_and_no_longer, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let meeting = room.ended(&meeting).await;
    assert!(room.note(room.head(), &meeting, said("sent", "Sendt, da nettet kom igen.")).await.is_ok());
    let (id, version) = (meeting.id, meeting.version);
    let circulate = async |desk: &mut pejl_app::Desk| pejl_app::meetings::circulate_minutes(desk, id, version).await;
    room.scene.deed(room.head(), circulate).await.unwrap();
    let late = room.note(room.head(), &meeting, said("for-sent", "For sent.")).await;
    assert_eq!(reasons(late), [("", "refused-meeting-state".to_owned())]);
});

on_both_engines!(two_who_reword_the_same_guidepost_both_keep_their_words, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let line_of = room.note(room.head(), &meeting, said("a1", "Der mangler lys.")).await.unwrap();
    let id = meeting.id;
    let draft = worded("b1", "Mere lys", &[line_of.id]);
    let draft = room.scene.deed(room.head(), async |desk| word_draft(desk, id, draft).await).await.unwrap();
    let reword = async |title: &str| {
        let other = worded("b1", title, &[line_of.id]);
        room.scene.deed(room.chair(), async |desk| reword_draft(desk, draft.id, draft.version, other).await).await
    };
    assert_eq!(reword("Trygt at gå om morgenen").await.unwrap().wording, 2);
    assert!(is_conflict(&reword("Lys på alle veje").await), "the second is told, and keeps what was typed");
    let page = room.page(&room.chair(), &meeting).await;
    let wordings: Vec<&str> = page.wordings.iter().map(|w| w.title.as_str()).collect();
    assert_eq!(wordings, ["Mere lys", "Trygt at gå om morgenen"], "every wording is kept");
});

on_both_engines!(a_line_is_mended_and_struck_out_but_not_one_that_a_guidepost_stands_on, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    let kept = room.note(room.head(), &meeting, said("a1", "Der mangler lys.")).await.unwrap();
    let lost = room.note(room.head(), &meeting, said("a2", "Prøve.")).await.unwrap();
    let id = meeting.id;
    let draft = worded("b1", "Mere lys", &[kept.id]);
    room.scene.deed(room.head(), async |desk| word_draft(desk, id, draft).await).await.unwrap();
    let mended = line("Der mangler lys ved krydset.");
    room.scene.deed(room.head(), async |desk| mend_contribution(desk, kept.id, kept.version, mended).await).await.unwrap();
    let struck = room.scene.deed(room.head(), async |desk| strike_contribution(desk, kept.id).await).await;
    assert_eq!(reasons(struck), [("", "refused-contribution-used".to_owned())]);
    for _ in 0..2 {
        room.scene.deed(room.head(), async |desk| strike_contribution(desk, lost.id).await).await.unwrap();
    }
    let texts: Vec<String> = room.page(&room.head(), &meeting).await.notes.iter().map(|n| n.said.text.to_string()).collect();
    assert_eq!(texts, ["Der mangler lys ved krydset."]);
});

on_both_engines!(only_those_who_hold_the_meeting_write_down_what_is_said, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    for (name, actor) in room.scene.town.everybody() {
        let outcome = room.note(actor, &meeting, said(&name, "Jeg var her.")).await;
        let holds = ["committee-chair@boerneudvalg", "department-head@boerneafdeling", "chief-executive@byraad", "director@byraad"];
        let may = holds.contains(&name.as_str()) || name == "consultant@byraad";
        assert_eq!(outcome.is_ok(), may, "{name}");
        assert_eq!(is_denied(&outcome), !may, "{name}");
    }
});
