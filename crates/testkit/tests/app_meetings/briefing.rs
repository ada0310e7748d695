//! The committee's briefing: assembled in a fixed number of statements, edited, and frozen when it is sent.

use pejl_app::meetings::{begin_briefing, briefing_page, draw_briefing, edit_briefing, prepare, send_briefing};
use pejl_app::meter;
use pejl_domain::meetings::briefing::{Briefing, Edited, SectionKind, Source};
use pejl_domain::meetings::{Form, MeetingContent, Preparation};
use pejl_domain::orgs::Role;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, prose};

use crate::{Room, is_conflict, is_denied};

async fn begun(room: &Room) -> Briefing {
    let committee = room.unit("boerneudvalg");
    room.scene.deed(room.head(), async |desk| begin_briefing(desk, committee, 2018).await).await.unwrap()
}

fn section(briefing: &Briefing, kind: SectionKind) -> &pejl_domain::meetings::briefing::Section {
    briefing.paper.sections.iter().find(|section| section.kind == kind).unwrap()
}

on_both_engines!(a_briefing_holds_what_the_units_say_with_where_it_comes_from, async |db| {
    let room = Room::set(db).await;
    let meeting = room.invited(room.content()).await;
    let (id, school) = (meeting.id, room.unit("skole"));
    let brings = Preparation { challenges: prose("Krydset."), needs: prose("Lys."), ..Preparation::default() };
    room.scene.deed(room.leader(), async |desk| prepare(desk, id, school, 0, brings, true).await).await.unwrap();
    let briefing = begun(&room).await;
    let voices = section(&briefing, SectionKind::Voices);
    let said: Vec<_> = voices.lines.iter().map(|line| (line.title.as_str(), line.text.as_str())).collect();
    assert_eq!(said, [("Ådalskolen", "Krydset."), ("Ådalskolen", "Lys.")]);
    let serial = room.scene.town.whole_unit("skole").serial;
    assert_eq!(voices.lines[0].source, Source::Preparation(meeting.serial, serial));
    assert_eq!(section(&briefing, SectionKind::Meetings).lines[0].source, Source::Meeting(meeting.serial));
    assert_eq!(begun(&room).await.id, briefing.id, "beginning twice is beginning once");
});

on_both_engines!(a_briefing_for_a_committee_with_sixty_units_takes_as_many_statements_as_for_two, async |db| {
    let room = Room::set(db).await;
    let committee = room.unit("boerneudvalg");
    let briefing = begun(&room).await;
    let cost = async |version: i64| {
        let mut desk = room.scene.office.desk_for(room.head(), room.scene.place.clone()).await.unwrap();
        let (done, reading) = meter::measure(draw_briefing(&mut desk, committee, 2018, version)).await;
        let done = done.unwrap();
        desk.close(Ok(()), "/testby/proeve").await.unwrap();
        (done, reading.statements)
    };
    let (briefing, few) = cost(briefing.version).await;
    let mut schools = Vec::new();
    for n in 0..60 {
        schools.push(room.school(&format!("Skole {n:02}")).await);
    }
    let content = MeetingContent { form: Form::Alike, kind: Some(key("skole")), units: Vec::new(), ..room.content() };
    let meeting = room.invited(content).await;
    let id = meeting.id;
    for school in &schools {
        let text = prose("Det går godt.");
        let brings = Preparation { status: text.clone(), conditions: text.clone(), challenges: text.clone(), needs: text };
        room.scene.deed(room.head(), async |desk| prepare(desk, id, *school, 0, brings, true).await).await.unwrap();
    }
    let (briefing, many) = cost(briefing.version).await;
    assert_eq!(few, many);
    let voices = section(&briefing, SectionKind::Voices);
    assert_eq!((voices.lines.len(), voices.more), (240, 0), "every unit is heard");
});

on_both_engines!(a_briefing_is_edited_and_stands_for_good_once_it_is_sent, async |db| {
    let room = Room::set(db).await;
    room.invited(room.content()).await;
    let committee = room.unit("boerneudvalg");
    let briefing = begun(&room).await;
    let reads = async |actor: pejl_policy::Actor| {
        let serial = room.scene.town.whole_unit("boerneudvalg").serial;
        let sight = pejl_policy::Sight::of(&actor);
        briefing_page(&mut room.scene.read().await, &sight, &actor, serial, 2018).await.unwrap()
    };
    let member = || room.scene.town.actor_at(Role::CommitteeMember, "boerneudvalg");
    assert!(reads(member()).await.briefing.is_none(), "while it is written, those who write it see it");
    let edit = async |version| {
        let edited = vec![Edited { kind: SectionKind::Opening, text: prose("Tal om skolevejen."), left_out: Vec::new() }];
        room.scene.deed(room.head(), async |desk| edit_briefing(desk, committee, 2018, version, edited).await).await
    };
    let briefing = edit(briefing.version).await.unwrap();
    assert!(is_conflict(&edit(1).await));
    let leader = room.scene.deed(room.leader(), async |desk| send_briefing(desk, committee, 2018, briefing.version).await).await;
    assert!(is_denied(&leader));
    let sent =
        room.scene.deed(room.head(), async |desk| send_briefing(desk, committee, 2018, briefing.version).await).await.unwrap();
    let page = reads(member()).await;
    assert!(page.seal_holds && !page.may_keep);
    assert_eq!(page.briefing.unwrap().seal, sent.seal);
    assert_eq!(reasons(edit(sent.version).await), [("", "refused-briefing-sent".to_owned())]);
    let again = room.scene.deed(room.head(), async |desk| draw_briefing(desk, committee, 2018, sent.version).await).await;
    assert_eq!(reasons(again), [("", "refused-briefing-sent".to_owned())]);
});
