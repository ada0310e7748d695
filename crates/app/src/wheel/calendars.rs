//! The secret address of one's own calendar: made, shown once, revoked. Only its hash is kept, so whoever reads the database
//! reads nobody's calendar.

use pejl_domain::Sentence;
use pejl_kernel::CalendarId;
use pejl_policy::{Action, Facts, Sight};
use pejl_store::accounts::Account;
use pejl_store::wheel::{self, Address};
use pejl_store::{Fault, Tx};
use sha2::{Digest as _, Sha256};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::{Office, Visit};

/// A calendar that was asked for by its address.
pub struct Calendar {
    /// Whose it is: seen as they see it.
    pub visit: Visit,
    /// A transaction to read in.
    pub tx: Tx,
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The secret is as long as its hash: there is nothing to guess, so a plain hash keeps it.
fn hash(secret: &str) -> String {
    digits(&Sha256::digest(secret.as_bytes()))
}

/// Makes a new address, and gives its secret back, which nobody can read again. The address before it stops working.
///
/// # Errors
/// Denied, or a fault.
pub async fn make_calendar(desk: &mut Desk, account: &Account) -> Result<String, Ending> {
    let permit = desk.ask(Action::KeepCalendar, &Facts::municipality())?;
    let chance = || Fault::Corrupt { doing: "making a secret", found: "no chance".to_owned(), expected: "thirty-two bytes" };
    let secret = digits(&desk.mint().secret().ok_or_else(chance)?);
    let event = Sentence::new("event-calendar-made").text("name", &account.name).into();
    let id = CalendarId::new(desk.mint());
    wheel::make_address(&mut desk.tx, &permit, desk.at, (id, account.id), &hash(&secret), &event).await?;
    desk.tell(event);
    Ok(secret)
}

/// Revokes one's address: from now on it leads nowhere.
///
/// # Errors
/// Denied, not found where there is none, or a fault.
pub async fn revoke_calendar(desk: &mut Desk, account: &Account) -> Result<(), Ending> {
    let permit = desk.ask(Action::KeepCalendar, &Facts::municipality())?;
    let event = Sentence::new("event-calendar-revoked").text("name", &account.name).into();
    if !wheel::revoke_address(&mut desk.tx, &permit, desk.at, account.id, &event).await? {
        return Err(Ending::NotFound);
    }
    desk.tell(event);
    Ok(())
}

/// One's address in force, where one has one.
///
/// # Errors
/// A fault of the database.
pub async fn address(tx: &mut Tx, sight: &Sight, account: &Account) -> Result<Option<Address>, Fault> {
    wheel::address(tx, sight.municipality(), account.id).await
}

impl Office {
    /// The calendar at a secret address; `None` where it was revoked, never was, or the login is closed.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn calendar(&self, secret: &str) -> Result<Option<Calendar>, Fault> {
        let mut tx = self.db().read().await?;
        let found = wheel::account_of(&mut tx, &hash(secret)).await?;
        drop(tx);
        let Some((account, slug)) = found else { return Ok(None) };
        Ok(self.enter(account, &slug).await?.map(|(visit, tx)| Calendar { visit, tx }))
    }
}
