//! Creating and closing logins, and passwords anew.

use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{AccountId, PersonId};
use pejl_policy::{Action, Actor, Facts, decide};
use pejl_store::accounts::{self, Account, DenialLine, NewAccount};
use pejl_store::{Fault, Tx, orgs};

use super::passwords::{self, Password};
use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::Office;

/// A login is small letters, digits, dots, hyphens, underscores and at most one @.
fn login_name(text: &str) -> Result<String, Refused> {
    let login = text.trim().to_lowercase();
    let fits =
        (3..=100).contains(&login.len()) && login.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@'));
    if fits { Ok(login) } else { Err(Refused::at("login", Sentence::new("refused-login-form"))) }
}

fn told(key: &str, name: &str, login: &str) -> Event {
    Sentence::new(key).text("name", name).text("login", login).into()
}

/// Creates a login for a person. The password comes hashed, so that the slow part is done before the transaction begins.
///
/// # Errors
/// Not found, denied, refused where the name is taken or the person has a login, or a fault.
pub async fn create_login(
    desk: &mut Desk,
    person: PersonId,
    login: &str,
    password_hash: &str,
    demonstration: bool,
) -> Result<AccountId, Ending> {
    let municipality = desk.municipality();
    let person = orgs::person(&mut desk.tx, municipality, person).await?;
    let permit = desk.ask(Action::KeepLogins, &Facts::municipality())?;
    let login = login_name(login)?;
    let event = told("event-login-created", person.content.name.as_str(), &login);
    let new = NewAccount { id: AccountId::new(desk.mint()), person: person.id, login: &login, password_hash, demonstration };
    if !accounts::create_account(&mut desk.tx, &permit, desk.at, &new, &event).await? {
        return Err(Refused::at("login", Sentence::new("refused-login-taken")).into());
    }
    desk.tell(event);
    Ok(new.id)
}

async fn account_here(desk: &mut Desk, id: AccountId) -> Result<Account, Ending> {
    let account = accounts::open_account(&mut desk.tx, id, desk.actor.on).await?.ok_or(Ending::NotFound)?;
    if account.municipality == desk.municipality() { Ok(account) } else { Err(Ending::NotFound) }
}

/// Gives somebody's login another password and ends its sessions.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn set_password(desk: &mut Desk, id: AccountId, password_hash: &str) -> Result<(), Ending> {
    let account = account_here(desk, id).await?;
    let permit = desk.ask(Action::KeepLogins, &Facts::municipality())?;
    let event = told("event-login-password-set", &account.name, &account.login);
    accounts::set_password(&mut desk.tx, &permit, desk.at, id, password_hash, &event).await?;
    accounts::end_sessions(&mut desk.tx, id).await?;
    desk.tell(event);
    Ok(())
}

/// Gives one's own login another password and ends its sessions. One's own login asks nobody's leave but the old password,
/// which [`change_own_password`] has checked.
///
/// # Errors
/// Not found where the login is another's, denied, or a fault.
pub async fn set_own_password(desk: &mut Desk, id: AccountId, password_hash: &str) -> Result<(), Ending> {
    let account = account_here(desk, id).await?;
    if Some(account.person) != desk.actor.person() {
        return Err(Ending::NotFound);
    }
    let permit = desk.ask(Action::ChangeOwnPassword, &Facts::municipality())?;
    let event = told("event-login-password-set", &account.name, &account.login);
    accounts::set_password(&mut desk.tx, &permit, desk.at, id, password_hash, &event).await?;
    accounts::end_sessions(&mut desk.tx, id).await?;
    desk.tell(event);
    Ok(())
}

/// Closes a login and ends its sessions.
///
/// # Errors
/// Not found, denied, or a fault.
pub async fn close_login(desk: &mut Desk, id: AccountId) -> Result<(), Ending> {
    let account = account_here(desk, id).await?;
    let permit = desk.ask(Action::KeepLogins, &Facts::municipality())?;
    let event = told("event-login-closed", &account.name, &account.login);
    accounts::close_account(&mut desk.tx, &permit, desk.at, id, &event).await?;
    accounts::end_sessions(&mut desk.tx, id).await?;
    desk.tell(event);
    Ok(())
}

/// Whether a person's own password is the one typed: asked before a new one is chosen.
///
/// # Errors
/// Refused beside the field `current` where it is another, or a fault.
pub async fn change_own_password(office: &Office, account: &Account, current: &str) -> Result<(), Ending> {
    let mut tx = office.db().read().await?;
    let known = accounts::credentials(&mut tx, &account.login).await?;
    drop(tx);
    let fits = match known {
        Some((_, hash, _)) => passwords::fits(current.to_owned(), hash).await?,
        None => false,
    };
    if fits { Ok(()) } else { Err(Refused::at("current", Sentence::new("refused-password-current")).into()) }
}

/// Logs somebody out everywhere.
///
/// # Errors
/// A fault of the database.
pub async fn end_all_sessions(office: &Office, account: AccountId) -> Result<(), Fault> {
    let mut tx = office.db().write().await?;
    accounts::end_sessions(&mut tx, account).await?;
    tx.commit().await
}

/// A municipality's logins.
///
/// # Errors
/// Denied, or a fault.
pub async fn logins(tx: &mut Tx, actor: &Actor) -> Result<Vec<Account>, Ending> {
    let permit = decide(actor, Action::KeepLogins, &Facts::municipality())?;
    Ok(accounts::accounts(tx, &permit, actor.on).await?)
}

/// The newest lines of the security log.
///
/// # Errors
/// Denied, or a fault.
pub async fn denial_log(tx: &mut Tx, actor: &Actor) -> Result<Vec<DenialLine>, Ending> {
    let permit = decide(actor, Action::SeeDenials, &Facts::municipality())?;
    Ok(accounts::denials(tx, &permit, 200).await?)
}

/// The hash of a new password, if it is long enough.
impl Password {
    /// Hashes it, off the request threads.
    ///
    /// # Errors
    /// A fault of the machine.
    pub async fn hashed(self) -> Result<String, Fault> {
        passwords::hash_password(self).await
    }
}
