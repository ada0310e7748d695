//! Where deeds are done: the database, the clock, the source of ids, and the models in force.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::letters::{YearThemes, with_themes};
use pejl_domain::models::{Model, parse};
use pejl_kernel::clock::{danish_instant, danish_time};
use pejl_kernel::{AccountId, Clock, Mint, ModelVersionId};
use pejl_policy::{Actor, Sight, Who};
use pejl_store::models::{InForce, Municipality};
use pejl_store::{Db, Fault, Tx, accounts, models, orgs};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::orgs::import::UnderWay;

/// The office of one installation. Cheap to clone; holds nothing that another node would need.
#[derive(Clone)]
pub struct Office {
    pub(crate) db: Db,
    clock: Arc<dyn Clock>,
    mint: Arc<dyn Mint>,
    /// Installed versions never change, nor what published letters ask, so what was put together of the two can be kept for
    /// good.
    shelf: Arc<RwLock<HashMap<InForce, Arc<Model>>>>,
    /// How far the imports have come that this process is carrying out; what they did is in the database.
    pub(crate) under_way: UnderWay,
}

/// A municipality with the model it steers by.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which.
    pub municipality: Municipality,
    /// The model in force.
    pub model: Arc<Model>,
}

/// Somebody logged in, in one municipality, on the day it is there.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Where.
    pub place: Place,
    /// Who, with the posts held that day.
    pub actor: Actor,
    /// What they may see.
    pub sight: Sight,
    /// The login.
    pub account: accounts::Account,
    /// The title and unit of a post of theirs; empty where they hold none.
    pub post: String,
}

impl Office {
    /// An office on a database.
    pub fn new(db: Db, clock: Arc<dyn Clock>, mint: Arc<dyn Mint>) -> Self {
        Self { db, clock, mint, shelf: Arc::default(), under_way: UnderWay::default() }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// The source of ids.
    pub fn mint(&self) -> &dyn Mint {
        &*self.mint
    }

    /// Today's date in Denmark: what logins, and whatever belongs to no municipality, go by.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// The date it is in a municipality: the day it stands on, else today's.
    pub fn today_in(&self, municipality: &Municipality) -> Date {
        municipality.stands_on.unwrap_or_else(|| self.today())
    }

    /// The instant it is in a municipality: now; on the day it stands on, at the time of day it is now in Denmark.
    pub fn now_in(&self, municipality: &Municipality) -> Timestamp {
        let now = self.clock.now();
        let there = municipality.stands_on.and_then(|day| danish_instant(day.to_datetime(danish_time(now).time())));
        there.unwrap_or(now)
    }

    /// The municipality with this first path segment, with the model in force.
    ///
    /// # Errors
    /// A fault of the database, or an installed model that no longer reads.
    pub async fn place(&self, tx: &mut Tx, slug: &str) -> Result<Option<Place>, Fault> {
        let Some((municipality, in_force)) = models::municipality_at(tx, slug).await? else { return Ok(None) };
        let model = self.in_force(tx, &municipality, in_force).await?;
        Ok(Some(Place { municipality, model }))
    }

    /// The model of an installed version, as it was installed.
    ///
    /// # Errors
    /// A fault of the database, or an installed model that no longer reads.
    pub async fn model(&self, tx: &mut Tx, municipality: &Municipality, version: ModelVersionId) -> Result<Arc<Model>, Fault> {
        self.in_force(tx, municipality, InForce { version, asked: "[]".to_owned() }).await
    }

    /// A model with what the published strategy letters ask of agreements beside its own themes.
    async fn in_force(&self, tx: &mut Tx, municipality: &Municipality, in_force: InForce) -> Result<Arc<Model>, Fault> {
        let on_shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner).get(&in_force).cloned();
        if let Some(model) = on_shelf {
            return Ok(model);
        }
        let corrupt = |found: String, expected| Fault::Corrupt { doing: "reading what is steered by", found, expected };
        let body = models::body(tx, municipality.id, in_force.version).await?;
        let body = body.ok_or_else(|| corrupt(in_force.version.to_string(), "an installed model"))?;
        let model = parse::parse(&municipality.slug, &body).map_err(|_| corrupt(municipality.slug.clone(), "a sound model"))?;
        let asked: Vec<YearThemes> =
            serde_json::from_str(&in_force.asked).map_err(|e| corrupt(e.to_string(), "the themes of strategy letters"))?;
        let model = Arc::new(with_themes(model, &asked));
        self.shelf.write().unwrap_or_else(PoisonError::into_inner).insert(in_force, Arc::clone(&model));
        Ok(model)
    }

    /// Lets somebody who is logged in into a municipality: who they are there today, and a transaction to read in. `None`
    /// where there is no such municipality, or the login is closed or belongs to another.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn enter(&self, account: AccountId, slug: &str) -> Result<Option<(Visit, Tx)>, Fault> {
        let mut tx = self.db.read().await?;
        let Some(account) = accounts::open_account(&mut tx, account, self.today()).await? else { return Ok(None) };
        let Some(place) = self.place(&mut tx, slug).await? else { return Ok(None) };
        if account.municipality != place.municipality.id {
            return Ok(None);
        }
        let visit = self.visit(&mut tx, place, account).await?;
        Ok(Some((visit, tx)))
    }

    async fn visit(&self, tx: &mut Tx, place: Place, account: accounts::Account) -> Result<Visit, Fault> {
        let on = self.today_in(&place.municipality);
        let posts = orgs::posts(tx, account.municipality, account.person, on).await?;
        let actor = Actor { who: Who::Person(account.person), municipality: account.municipality, on, posts };
        Ok(Visit { place, sight: Sight::of(&actor), actor, post: account.post(), account })
    }

    /// The municipality that a login belongs to, for sending somebody home.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn home_of(&self, account: AccountId) -> Result<Option<String>, Fault> {
        let mut tx = self.db.read().await?;
        Ok(accounts::open_account(&mut tx, account, self.today()).await?.map(|a| a.slug))
    }

    /// A desk to do deeds at, for somebody who is here.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn desk(&self, visit: &Visit) -> Result<Desk, Ending> {
        self.desk_for(visit.actor.clone(), visit.place.clone()).await
    }

    /// A desk for an actor who did not come through a login: the operator, or a person whose deeds are entered from a file.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn desk_for(&self, actor: Actor, place: Place) -> Result<Desk, Ending> {
        let at = self.now_in(&place.municipality);
        self.desk_at(actor, place, at).await
    }

    /// A desk at a given instant, for content that is entered from a file with its own dates. The actor's posts are those of
    /// that day: the caller has read them so.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn desk_at(&self, actor: Actor, place: Place, at: Timestamp) -> Result<Desk, Ending> {
        Desk::open(self, actor, place, at).await
    }

    /// Who a person is on the day it is there, with the posts they hold.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn actor(&self, place: &Place, person: pejl_kernel::PersonId) -> Result<Actor, Fault> {
        let mut tx = self.db.read().await?;
        let on = self.today_in(&place.municipality);
        let posts = orgs::posts(&mut tx, place.municipality.id, person, on).await?;
        Ok(Actor { who: Who::Person(person), municipality: place.municipality.id, on, posts })
    }
}
