//! What documents a report: that it is what it says, and who sees it.

use pejl_app::Ending;
use pejl_app::rounds::{Attached, attach_evidence, evidence_file, remove_evidence, submit_reports};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{Evidence, EvidenceKind};
use pejl_kernel::EvidenceId;
use pejl_store::rounds;
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::line;

use crate::{Year, is_denied, met, submitted};

impl Year {
    async fn attached(&self, attached: Attached) -> Result<EvidenceId, Ending> {
        let (id, goal) = (self.round.id, self.reading.id);
        self.scene.deed(self.leader(), async |desk| attach_evidence(desk, id, goal, line("Læsetest"), attached).await).await
    }

    async fn pieces(&self) -> Vec<Evidence> {
        let sight = self.scene.town.whole_sight();
        rounds::evidence_of(&mut self.scene.read().await, &sight, self.round.id, &[self.reading.id]).await.unwrap()
    }
}

fn file(name: &str, bytes: &[u8]) -> Attached {
    Attached::File { name: name.to_owned(), bytes: bytes.to_vec() }
}

on_both_engines!(an_upload_that_lies_about_its_type_is_refused, async |db| {
    let year = Year::open(db).await;
    for lie in [
        file("rapport.pdf", b"MZ\x90\x00 this program cannot be run in DOS mode"),
        file("billede.png", b"<html><script>alert(1)</script></html>"),
        file("tal.csv", b"%PDF-1.7 en pdf"),
        file("side.html", b"<p>Hej</p>"),
        file("tom.pdf", b""),
    ] {
        let told = reasons(year.attached(lie.clone()).await);
        assert_eq!(told.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["file"], "{lie:?}");
    }
    let told = reasons(year.attached(Attached::Link("javascript:alert(1)".to_owned())).await);
    assert_eq!(told[0].0, "link");
    assert!(year.pieces().await.is_empty());
});

on_both_engines!(a_file_is_read_back_to_the_byte_by_those_who_see_the_report, async |db| {
    let year = Year::open(db).await;
    let bytes = "årgang;andel\n3;92,5\n".as_bytes();
    let id = year.attached(file("C:\\skole\\læsetest.csv", bytes)).await.unwrap();
    let EvidenceKind::File { name, size, .. } = &year.pieces().await[0].kind else { panic!("a file was attached") };
    assert_eq!((name.as_str(), *size), ("læsetest.csv", u64::try_from(bytes.len()).unwrap()));

    let leader = year.scene.town.sight_at(Role::InstitutionLeader, "skole");
    let stranger = year.scene.town.sight_at(Role::InstitutionLeader, "bibliotek");
    let read = evidence_file(&mut year.scene.read().await, &leader, id).await.unwrap();
    assert_eq!(read.bytes, bytes);
    let unseen = evidence_file(&mut year.scene.read().await, &stranger, id).await;
    assert!(matches!(unseen, Err(Ending::NotFound)), "a draft is not everybody's");

    let (round, page) = (year.round.id, [year.typed(&year.reading, met()).await]);
    submitted(year.scene.deed(year.leader(), async |desk| submit_reports(desk, round, &page).await).await);
    let read = evidence_file(&mut year.scene.read().await, &stranger, id).await.unwrap();
    assert_eq!(read.bytes, bytes, "what is submitted everybody in the house sees");
    let neighbour = pejl_testkit::Town::neighbour(db).await;
    let unseen = evidence_file(&mut year.scene.read().await, &neighbour.whole_sight(), id).await;
    assert!(matches!(unseen, Err(Ending::NotFound)), "another municipality sees nothing");
});

on_both_engines!(evidence_is_taken_away_while_the_report_is_written_and_not_after, async |db| {
    let year = Year::open(db).await;
    let round = year.round.id;
    let link = year.attached(Attached::Link("https://skole.example/test".to_owned())).await.unwrap();
    let figure = year.attached(Attached::Figure(line("92 % (2017: 88 %)"))).await.unwrap();
    assert_eq!(year.pieces().await.len(), 2);
    let stranger = year.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    let outcome = year.scene.deed(stranger, async |desk| remove_evidence(desk, round, link).await).await;
    assert!(is_denied(&outcome));
    year.scene.deed(year.leader(), async |desk| remove_evidence(desk, round, link).await).await.unwrap();
    assert_eq!(year.pieces().await.iter().map(|piece| piece.id).collect::<Vec<_>>(), [figure]);

    let page = [year.typed(&year.reading, met()).await];
    submitted(year.scene.deed(year.leader(), async |desk| submit_reports(desk, round, &page).await).await);
    let outcome = year.scene.deed(year.leader(), async |desk| remove_evidence(desk, round, figure).await).await;
    assert_eq!(reasons(outcome), [("", "refused-report-submitted".to_owned())]);
});
