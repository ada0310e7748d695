//! The ground that tests of reminders stand on.

use jiff::SignedDuration;
use pejl_app::accounts::create_login;
use pejl_app::reminders::{Digest, Digests, MadeMail, MailContent, Secret};
use pejl_app::rounds::{open_round, plan_round};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::Round;
use pejl_policy::Actor;
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::key;

/// Testby on Friday 15 June 2018 at noon: the school's leader is five days late with two goals in the half-year follow-up, the
/// department's goal is due on Wednesday, and both have a login and a mail address.
pub struct Morning {
    pub scene: Scene,
    pub round: Round,
}

impl Morning {
    pub async fn breaks(db: &TestDb) -> Self {
        let scene = Scene::set(db).await;
        let town = &scene.town;
        let mut tx = scene.office.db().write().await.unwrap();
        for title in ["Flere læser sikkert", "Flere cykler til skole"] {
            town.adopted(&mut tx, "institutionsmaal", "skole", title).await;
        }
        town.adopted(&mut tx, "afdelingsmaal", "boerneafdeling", "Alle børn trives").await;
        tx.commit().await.unwrap();
        let keeper = || scene.town.actor(Role::Consultant);
        let spec = key("halvaar");
        let planned = scene.deed(keeper(), async |desk| plan_round(desk, &spec, 2018).await).await.unwrap();
        let round = scene.deed(keeper(), async |desk| open_round(desk, planned.id, planned.version).await).await.unwrap().round;
        let morning = Self { scene, round };
        morning.give_login(db, &morning.leader(), "leder").await;
        morning.give_login(db, &morning.head(), "chef").await;
        morning
    }

    pub fn leader(&self) -> Actor {
        self.scene.town.actor_at(Role::InstitutionLeader, "skole")
    }

    pub fn head(&self) -> Actor {
        self.scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
    }

    /// A login `testby.NAME` and the address `NAME@testby.example`.
    pub async fn give_login(&self, db: &TestDb, actor: &Actor, name: &str) {
        let person = actor.person().unwrap();
        let operator = self.scene.town.operator();
        let login = format!("testby.{name}");
        self.scene.deed(operator, async |desk| create_login(desk, person, &login, "$argon2id$none", false).await).await.unwrap();
        let set = format!(
            "UPDATE person SET email = '{name}@testby.example' WHERE id IN (SELECT person_id FROM account WHERE login = '{login}')"
        );
        db.raw(&set).await.unwrap();
    }

    /// Whoever sends reminders goes round: the digests that are due, or none.
    pub async fn due(&self) -> Vec<Digest> {
        self.scene.office.due_digests(&self.scene.place).await.unwrap().map(|digests| digests.due).unwrap_or_default()
    }

    /// Goes round and puts what is due in the outbox. How many were put there.
    pub async fn goes_round(&self) -> u64 {
        let Some(Digests { run, due }) = self.scene.office.due_digests(&self.scene.place).await.unwrap() else { return 0 };
        let made = due.iter().map(|digest| self.made(digest)).collect();
        self.scene.office.keep_digests(&self.scene.place, run, made).await.unwrap()
    }

    pub fn made(&self, digest: &Digest) -> MadeMail {
        let secret = Secret::fresh(self.scene.office.mint());
        let content = MailContent {
            name: digest.to.name.clone(),
            language: "da".to_owned(),
            subject: digest.key.period.clone(),
            text: secret.as_str().to_owned(),
            html: "<p>Der venter noget.</p>".to_owned(),
            unsubscribe: format!("https://pejl.example/afmeld/{}", secret.as_str()),
        };
        MadeMail { key: digest.key.clone(), recipient: digest.to.email.clone(), content, secret }
    }

    /// So many hours go by.
    pub fn later(&self, hours: i64) {
        self.scene.clock.forward(SignedDuration::from_hours(hours));
    }
}

/// The outbox: recipient, kind, period, state, attempts; in the order of recipients.
pub async fn outbox(db: &TestDb) -> Vec<String> {
    let rows = db
        .texts("SELECT recipient, kind, period, state, CAST(attempts AS TEXT) FROM outbox ORDER BY recipient, kind, period")
        .await;
    rows.into_iter().map(|row| row.join(" ")).collect()
}
