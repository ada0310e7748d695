//! The desk a deed is done at.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Event;
use pejl_domain::models::Model;
use pejl_kernel::{Mint, MunicipalityId, UnitId};
use pejl_policy::{Action, Actor, Denied, Facts, Permit, Sight, decide};
use pejl_store::{Tx, accounts, orgs};

use crate::ending::Ending;
use crate::office::{Office, Place};

/// One transaction that writes, with who acts, where, when, and what they may see.
pub struct Desk {
    /// The transaction.
    pub tx: Tx,
    /// Who acts.
    pub actor: Actor,
    /// What they may see.
    pub sight: Sight,
    /// Where.
    pub place: Place,
    /// When, by the municipality's day: one moment for all of a deed.
    pub at: Timestamp,
    /// What has happened so far.
    pub told: Vec<Event>,
    office: Office,
}

impl Desk {
    /// A desk at an instant: now, for all but what is entered from a file.
    pub(crate) async fn open(office: &Office, actor: Actor, place: Place, at: Timestamp) -> Result<Self, Ending> {
        let mut tx = office.db.write().await?;
        pejl_store::queue_writers(&mut tx, place.municipality.id).await?;
        Ok(Self::with(office, tx, actor, place, at))
    }

    /// A desk on a transaction that has begun already.
    pub(crate) fn with(office: &Office, tx: Tx, actor: Actor, place: Place, at: Timestamp) -> Self {
        Self { tx, sight: Sight::of(&actor), actor, place, at, told: Vec::new(), office: office.clone() }
    }

    /// Lets another act at this desk, at another instant: for content that is entered from a file, many deeds at one desk.
    pub(crate) fn pass_to(&mut self, actor: Actor, at: Timestamp) {
        self.sight = Sight::of(&actor);
        self.actor = actor;
        self.at = at;
    }

    /// The municipality.
    pub fn municipality(&self) -> MunicipalityId {
        self.place.municipality.id
    }

    /// The model in force.
    pub fn model(&self) -> Arc<Model> {
        Arc::clone(&self.place.model)
    }

    /// The source of ids.
    pub fn mint(&self) -> &dyn Mint {
        self.office.mint()
    }

    /// The office it stands in.
    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// The date it is where the deed is done.
    pub fn today(&self) -> Date {
        self.actor.on
    }

    /// Asks whether the actor may.
    ///
    /// # Errors
    /// [`Denied`], saying who may.
    pub fn ask(&self, action: Action, facts: &Facts) -> Result<Permit, Denied> {
        decide(&self.actor, action, facts)
    }

    /// The facts of something that belongs to a unit.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn facts_of(&mut self, unit: UnitId) -> Result<Facts, Ending> {
        let municipality = self.municipality();
        let line = orgs::line(&mut self.tx, municipality, unit).await?;
        Ok(Facts { line: line.into_iter().map(|u| u.id).collect(), ..Facts::default() })
    }

    /// Tells what happened.
    pub fn tell(&mut self, event: Event) {
        self.told.push(event);
    }

    /// Ends the deed: what was done lasts, anything else leaves no trace but the denial in the security log. `path` is
    /// where it was asked for.
    ///
    /// # Errors
    /// The deed's own ending, or a fault in committing.
    pub async fn close<T>(self, outcome: Result<T, Ending>, path: &str) -> Result<T, Ending> {
        match outcome {
            Ok(done) => {
                self.tx.commit().await?;
                Ok(done)
            }
            Err(Ending::Denied(denied)) => {
                drop(self.tx); // rolled back before the log is written: one writer at a time
                self.office.log_denial(&self.actor, &denied, path).await?;
                Err(Ending::Denied(denied))
            }
            Err(ending) => Err(ending),
        }
    }
}

impl Office {
    /// Writes a denial in the security log. That goes by the real clock, as logins do, whatever day the municipality stands on.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn log_denial(&self, actor: &Actor, denied: &Denied, path: &str) -> Result<(), Ending> {
        let mut tx = self.db.write().await?;
        let denial =
            accounts::Denial { municipality: actor.municipality, person: actor.person(), action: denied.action.as_str(), path };
        accounts::log_denial(&mut tx, self.mint(), self.clock().now(), &denial).await?;
        tx.commit().await?;
        Ok(())
    }
}
