//! Preparation before, and the four phases of minutes after: who sees what, and who may say something.

use pejl_app::meetings::{
    amend_minutes, approve_minutes, attend, choose_form, circulate_minutes, comment_minutes, give_input, prepare, write_minutes,
};
use pejl_app::overview::{self, FoundRow};
use pejl_domain::meetings::{Form, InputFrom, MeetingState, Preparation};
use pejl_domain::orgs::Role;
use pejl_policy::{Actor, Sight};
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{line, prose};

use crate::{Room, is_conflict, is_denied, said};

on_both_engines!(what_a_unit_brings_is_its_own_until_it_says_that_it_is_ready, async |db| {
    let room = Room::set(db).await;
    let meeting = room.invited(room.content()).await;
    let (id, school) = (meeting.id, room.unit("skole"));
    let brings = Preparation { needs: prose("Et sted at sætte af."), ..Preparation::default() };
    let write = async |actor, version, ready| {
        let brings = brings.clone();
        room.scene.deed(actor, async |desk| prepare(desk, id, school, version, brings, ready).await).await
    };
    assert!(is_denied(&write(room.scene.town.actor_at(Role::InstitutionLeader, "bibliotek"), 0, true).await));
    write(room.leader(), 0, false).await.unwrap();
    assert!(room.page(&room.leader(), &meeting).await.of_unit(school).is_some());
    assert!(room.page(&room.head(), &meeting).await.of_unit(school).is_some(), "whoever holds the meeting");
    let outsider = room.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    assert!(room.page(&outsider, &meeting).await.of_unit(school).is_none());
    assert!(is_conflict(&write(room.leader(), 0, true).await), "opened on another version");
    write(room.leader(), 1, true).await.unwrap();
    let page = room.page(&outsider, &meeting).await;
    assert_eq!((page.ready, page.of_unit(school).is_some()), (1, true));
});

on_both_engines!(employees_and_the_board_have_their_say_once_for_their_own_unit, async |db| {
    let room = Room::set(db).await;
    let meeting = room.invited(room.content()).await;
    let (id, school, nursery) = (meeting.id, room.unit("skole"), room.unit("boernehave"));
    let board = || room.scene.town.actor_at(Role::BoardMember, "skole");
    for _ in 0..2 {
        let give = room.scene.deed(board(), async |desk| give_input(desk, id, school, InputFrom::Board, line("Mere lys.")).await);
        give.await.unwrap();
    }
    let elsewhere =
        room.scene.deed(board(), async |desk| give_input(desk, id, nursery, InputFrom::Board, line("Nej.")).await).await;
    assert!(is_denied(&elsewhere));
    assert_eq!(room.page(&room.chair(), &meeting).await.inputs.len(), 1);
});

on_both_engines!(the_committee_chooses_the_form_and_not_the_administration_under_it, async |db| {
    let room = Room::set(db).await;
    let meeting = room.planned(room.content()).await;
    let id = meeting.id;
    let by_head = room.scene.deed(room.head(), async |desk| choose_form(desk, id, 1, Form::Mixed, prose("")).await).await;
    assert!(is_denied(&by_head));
    let early = room.scene.deed(room.head(), async |desk| pejl_app::meetings::invite(desk, id, 1).await).await;
    assert_eq!(reasons(early), [("form", "refused-meeting-form-not-chosen".to_owned())]);
    let chosen = room.scene.deed(room.chair(), async |desk| choose_form(desk, id, 1, Form::Mixed, prose("")).await).await.unwrap();
    let invited = room.scene.deed(room.head(), async |desk| pejl_app::meetings::invite(desk, id, chosen.version).await).await;
    assert_eq!(invited.unwrap().state, MeetingState::Invited);
});

on_both_engines!(minutes_go_from_draft_to_approved_and_only_those_who_were_there_comment, async |db| {
    let room = Room::set(db).await;
    let meeting = room.running().await;
    room.note(room.head(), &meeting, said("a1", "Mere lys.")).await.unwrap();
    let (id, nursery) = (meeting.id, room.unit("boernehave"));
    room.scene.deed(room.head(), async |desk| attend(desk, id, nursery, true).await).await.unwrap();
    let meeting = room.ended(&meeting).await;
    let text = prose("Et godt møde.");
    let meeting = room.scene.deed(room.head(), async |desk| write_minutes(desk, id, meeting.version, text).await).await.unwrap();
    assert!(room.page(&room.leader(), &meeting).await.meeting.minutes.is_empty(), "a draft is the scribe's");
    let comment = async |actor| room.scene.deed(actor, async |desk| comment_minutes(desk, id, line("Skriv lys med.")).await).await;
    assert_eq!(reasons(comment(room.leader()).await), [("", "refused-meeting-state".to_owned())]);

    let meeting = room.scene.deed(room.head(), async |desk| circulate_minutes(desk, id, meeting.version).await).await.unwrap();
    assert_eq!(room.page(&room.leader(), &meeting).await.meeting.minutes.as_str(), "Et godt møde.");
    for _ in 0..2 {
        comment(room.leader()).await.unwrap();
    }
    comment(room.scene.town.actor_at(Role::CommitteeMember, "boerneudvalg")).await.unwrap();
    assert!(is_denied(&comment(room.scene.town.actor_at(Role::InstitutionLeader, "bibliotek")).await));
    let comments = async |actor: Actor| room.page(&actor, &meeting).await.comments.map(|all| all.len());
    assert_eq!(comments(room.leader()).await, Some(2), "each comment once");
    assert_eq!(comments(room.chair()).await, Some(2));
    let outside = room.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    assert_eq!(comments(outside).await, None, "a signed remark to a text on its way is for those who were there");

    let meeting = room.scene.deed(room.head(), async |desk| amend_minutes(desk, id, meeting.version).await).await.unwrap();
    let by_head = room.scene.deed(room.head(), async |desk| approve_minutes(desk, id, meeting.version).await).await;
    assert!(is_denied(&by_head), "that is the committee's");
    let meeting = room.scene.deed(room.chair(), async |desk| approve_minutes(desk, id, meeting.version).await).await.unwrap();
    assert_eq!(meeting.state, MeetingState::Approved);
    let sight = Sight::of(&room.scene.town.actor_at(Role::InstitutionLeader, "bibliotek"));
    let mut tx = room.scene.read().await;
    let hits = overview::search::find(&mut tx, &sight, "godt møde").await.unwrap();
    let (found, _) = overview::joined(&mut tx, &sight, &hits, 50).await.unwrap();
    assert!(
        matches!(&found[..], [FoundRow::Meeting(one)] if one.serial == meeting.serial),
        "approved minutes are found: {found:?}"
    );
});
