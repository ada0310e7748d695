//! What one wants to be reminded of, and the way out of it without a login.

use pejl_domain::reminders::Choices;
use pejl_kernel::{Mint, MunicipalityId, PersonId};
use pejl_policy::{Action, Facts};
use pejl_store::reminders::{self, Chosen, OutboxStanding, Unsubscriber};
use pejl_store::{Fault, Miss, Tx, orgs};
use sha2::{Digest as _, Sha256};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::Office;

/// A secret that goes out in a mail; only its hash is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Secret(String);

impl Secret {
    /// A fresh one. An id is partly the time, and its last 32 bits at least are chance; four of them are more than anybody guesses.
    pub fn fresh(mint: &dyn Mint) -> Self {
        let ids: Vec<u8> = (0..4).flat_map(|_| mint.fresh().into_bytes()).collect();
        Self(hashed(&ids).chars().take(40).collect())
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn hash(&self) -> String {
        hash(&self.0)
    }
}

fn hash(secret: &str) -> String {
    hashed(secret.as_bytes())
}

fn hashed(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Chooses what one is reminded of oneself, on the version it was chosen on. Whoever chooses no mail gets none that waits either.
///
/// # Errors
/// Not found for the operator, who is nobody; denied; in conflict where it was changed in the meantime; or a fault.
pub async fn choose(desk: &mut Desk, version: i64, choices: Choices) -> Result<(), Ending> {
    let person: PersonId = desk.actor.person().ok_or(Ending::NotFound)?;
    let permit = desk.ask(Action::KeepReminders, &Facts::municipality())?;
    reminders::save_choices(&mut desk.tx, &permit, person, Chosen { choices, version }).await?;
    if choices.is_silent() {
        let at = desk.office().clock().now();
        reminders::give_up_mails_of(&mut desk.tx, &permit, person, at).await?;
    }
    Ok(())
}

/// The address that somebody's mails go to; empty where Pejl has none.
///
/// # Errors
/// Not found, or a fault of the database.
pub async fn address(tx: &mut Tx, municipality: MunicipalityId, person: PersonId) -> Result<String, Ending> {
    Ok(orgs::person(tx, municipality, person).await?.content.email)
}

/// How a municipality's outbox stands, for whoever keeps its logins: what has been done since an instant.
///
/// # Errors
/// Denied, or a fault of the database.
pub async fn outbox(tx: &mut Tx, actor: &pejl_policy::Actor, since: jiff::Timestamp) -> Result<OutboxStanding, Ending> {
    let permit = pejl_policy::decide(actor, Action::KeepLogins, &Facts::municipality())?;
    Ok(reminders::outbox_standing(tx, &permit, since).await?)
}

impl Office {
    /// Whose mail an address to unsubscribe by came with; `None` where there is no such address (any more).
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn unsubscriber(&self, secret: &str) -> Result<Option<Unsubscriber>, Fault> {
        let mut tx = self.db.read().await?;
        reminders::unsubscriber(&mut tx, &hash(secret)).await
    }

    /// Unsubscribes whoever an address came to from all reminders, without a login: who holds the address was sent it. Doing it
    /// twice is doing it once. `None` where there is no such address.
    ///
    /// # Errors
    /// A fault.
    pub async fn unsubscribe(&self, secret: &str) -> Result<Option<Unsubscriber>, Ending> {
        let Some(found) = self.unsubscriber(secret).await? else { return Ok(None) };
        let mut tx = self.db.read().await?;
        let Some(place) = self.place(&mut tx, &found.slug).await? else { return Ok(None) };
        drop(tx);
        let actor = self.actor(&place, found.person).await?;
        let mut desk = self.desk_for(actor, place).await?;
        let outcome = leave(&mut desk, found.person).await;
        desk.close(outcome, "/afmeld").await?;
        Ok(Some(found))
    }
}

async fn leave(desk: &mut Desk, person: PersonId) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let chosen = reminders::choices(&mut desk.tx, municipality, person).await.map_err(Miss::Fault)?;
    choose(desk, chosen.version, chosen.choices.without_mail()).await
}
