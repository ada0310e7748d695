//! A meeting with sixty units costs what a meeting with two does.

use pejl_app::meetings::{self, prepare};
use pejl_app::meter;
use pejl_domain::meetings::{Form, MeetingContent, Preparation};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, prose};

use crate::Room;

on_both_engines!(a_meeting_with_sixty_units_is_one_page_in_as_many_statements_as_a_small_one, async |db| {
    let room = Room::set(db).await;
    let small = room.invited(room.content()).await;
    let mut schools = Vec::new();
    for n in 0..60 {
        schools.push(room.school(&format!("Skole {n:02}")).await);
    }
    let content = MeetingContent { form: Form::Alike, kind: Some(key("skole")), units: Vec::new(), ..room.content() };
    let large = room.invited(content).await;
    assert_eq!(large.content.units, schools, "all of the kind, by name, without ticking sixty boxes");
    let id = large.id;
    for school in &schools {
        let brings = Preparation { status: prose("Det går godt."), ..Preparation::default() };
        let done = room.scene.deed(room.head(), async |desk| prepare(desk, id, *school, 0, brings, true).await).await;
        done.unwrap();
    }
    let sight = pejl_policy::Sight::of(&room.head());
    let cost = async |serial| {
        let mut tx = room.scene.read().await;
        let (page, reading) = meter::measure(meetings::meeting_page(&mut tx, &sight, &room.head(), serial)).await;
        (page.unwrap(), reading.statements)
    };
    let ((few, cheap), (many, dear)) = (cost(small.serial).await, cost(large.serial).await);
    assert_eq!((few.units().count(), many.units().count(), many.ready), (2, 60, 60));
    assert_eq!(cheap, dear, "statements do not grow with units");
    let mut tx = room.scene.read().await;
    let (rows, reading) = meter::measure(meetings::meetings(&mut tx, &sight)).await;
    assert_eq!((rows.unwrap().len(), reading.statements), (2, 2));
});
