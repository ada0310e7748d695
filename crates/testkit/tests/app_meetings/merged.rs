//! A committee that is merged in mid-year.

use jiff::ToSpan as _;
use pejl_app::meetings::{self, propose_draft, word_draft};
use pejl_app::orgs::{close_unit, edit_unit};
use pejl_domain::orgs::{Role, UnitContent};
use pejl_kernel::Clock as _;
use pejl_store::orgs;
use pejl_testkit::on_both_engines;

use crate::{Room, is_denied, said, worded};

on_both_engines!(the_meeting_of_a_committee_that_was_merged_goes_to_its_successor, async |db| {
    let room = Room::set(db).await;
    let town = &room.scene.town;
    let meeting = room.invited(room.content()).await;
    let culture = town.actor_at(Role::CommitteeChair, "kulturudvalg");
    let id = meeting.id;
    let start = async |actor| room.scene.deed(actor, async |desk| meetings::start_meeting(desk, id, meeting.version).await).await;
    assert!(is_denied(&start(culture.clone()).await), "while the committee stands, it is its own");

    // The department moves over, and the committee closes with the other as its successor.
    let administrator = || town.actor(Role::Administrator);
    let (department, old, new) = (town.whole_unit("boerneafdeling"), town.unit("boerneudvalg"), town.unit("kulturudvalg"));
    let moved = UnitContent { parent: Some(new), ..department.content.clone() };
    let (unit, version) = (department.id, department.version);
    room.scene.deed(administrator(), async |desk| edit_unit(desk, unit, version, moved).await).await.unwrap();
    let version = orgs::unit(&mut room.scene.read().await, town.id, old).await.unwrap().version;
    let yesterday = town.clock.today().checked_sub(1.day()).unwrap();
    let closed = room.scene.deed(administrator(), async |desk| close_unit(desk, old, version, yesterday, Some(new)).await);
    closed.await.unwrap();

    let started = start(culture.clone()).await.unwrap();
    let page = room.page(&culture, &started).await;
    let host = page.hosts().next().unwrap();
    assert_eq!((host.unit.name.as_str(), host.now.name.as_str()), ("Børneudvalget", "Kulturudvalget"));
    // And what is worded there is the successor's guidepost.
    let line_of = room.note(culture.clone(), &started, said("a1", "Mere lys.")).await.unwrap();
    let draft = worded("b1", "Mere lys", &[line_of.id]);
    let draft = room.scene.deed(culture.clone(), async |desk| word_draft(desk, id, draft).await).await.unwrap().id;
    room.scene.deed(culture, async |desk| meetings::end_meeting(desk, id, started.version).await).await.unwrap();
    let proposed = room.scene.deed(room.consultant(), async |desk| propose_draft(desk, draft, None, Vec::new(), None).await).await;
    assert_eq!(proposed.unwrap().owner, new);
});
