//! Testby with an office open in it, for tests of deeds: a clock that moves when it is told to, a desk for whoever acts, and
//! what a deed left behind.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use pejl_app::{Desk, Ending, Office, Place};
use pejl_kernel::{Clock, SequenceMint};
use pejl_policy::Actor;
use pejl_store::audit::{self, Line};
use pejl_store::{Tx, orgs};

use crate::engines::TestDb;
use crate::town::Town;

/// A clock that stands still until it is moved.
pub struct MovedClock(AtomicI64);

impl MovedClock {
    /// Standing at an instant.
    pub fn at(at: Timestamp) -> Self {
        Self(AtomicI64::new(at.as_microsecond()))
    }

    /// Moves it on.
    pub fn forward(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).expect("a step of less than an age");
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).expect("an instant")
    }
}

/// Testby with an office open in it.
pub struct Scene {
    /// The town.
    pub town: Town,
    /// The office.
    pub office: Office,
    /// Where deeds are done.
    pub place: Place,
    /// What the office takes the time from: begins at the town's own instant.
    pub clock: Arc<MovedClock>,
}

impl Scene {
    /// Sets it on a migrated, empty database.
    pub async fn set(db: &TestDb) -> Self {
        let town = Town::enter(db).await;
        let clock = Arc::new(MovedClock::at(town.at()));
        let told: Arc<dyn Clock> = clock.clone();
        let office = Office::new((**db).clone(), told, Arc::new(SequenceMint::after(4_000_000)));
        let place = place(&office, "testby").await;
        Self { town, office, place, clock }
    }

    /// The municipality with the model that is in force now.
    pub async fn place_now(&self) -> Place {
        place(&self.office, "testby").await
    }

    /// Does a deed at a desk of its own, as somebody, and closes the desk.
    ///
    /// # Errors
    /// The deed's own ending.
    pub async fn deed<T>(&self, actor: Actor, deed: impl AsyncFnOnce(&mut Desk) -> Result<T, Ending>) -> Result<T, Ending> {
        let mut desk = self.office.desk_for(actor, self.place.clone()).await.expect("a desk");
        let outcome = deed(&mut desk).await;
        desk.close(outcome, "/testby/proeve").await
    }

    /// A transaction to read in.
    pub async fn read(&self) -> Tx {
        self.office.db().read().await.expect("reading")
    }

    /// Somebody as they are today, with the posts held and stood in for.
    pub async fn today(&self, actor: &Actor) -> Actor {
        let person = actor.person().expect("a person");
        let mut tx = self.read().await;
        let on = self.office.today_in(&self.place.municipality);
        let posts = orgs::posts(&mut tx, actor.municipality, person, on).await.expect("posts");
        Actor { on, posts, ..actor.clone() }
    }

    /// How many lines the trail has.
    pub async fn lines(&self) -> i64 {
        audit::length(&mut self.read().await, self.town.id).await.expect("the trail")
    }

    /// The newest line about a thing.
    pub async fn newest(&self, subject: impl Into<uuid::Uuid>) -> Line {
        let history = audit::history(&mut self.read().await, &self.town.whole_sight(), subject.into(), 1).await;
        history.expect("a history").pop().expect("something that happened")
    }
}

async fn place(office: &Office, slug: &str) -> Place {
    let mut tx = office.db().read().await.expect("reading");
    office.place(&mut tx, slug).await.expect("reading").expect("a municipality")
}

/// The reasons of a refusal: field, or nothing where it concerns the whole, and key.
pub fn reasons<T: std::fmt::Debug>(outcome: Result<T, Ending>) -> Vec<(&'static str, String)> {
    match outcome {
        Err(Ending::Refused(refused)) => {
            refused.reasons.into_iter().map(|r| (r.field.unwrap_or_default(), r.sentence.key)).collect()
        }
        other => panic!("a refusal was due, not {other:?}"),
    }
}
