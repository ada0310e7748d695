//! The door: a login and a password, with a limit on attempts that holds across nodes.

use jiff::SignedDuration;
use pejl_kernel::AccountId;
use pejl_store::{Fault, accounts};

use super::passwords;
use crate::office::Office;

/// What somebody typed at the door.
pub struct Attempt {
    /// The login; case does not matter.
    pub login: String,
    /// The password.
    pub password: String,
    /// From which address.
    pub address: String,
}

/// Why somebody was not let in.
#[derive(Debug)]
pub enum LoginRefused {
    /// No such login, or another password. Which of the two is not told.
    Wrong,
    /// Too many failed attempts: wait so many minutes.
    Wait {
        /// How long.
        minutes: i64,
    },
    /// A fault.
    Fault(Fault),
}

impl From<Fault> for LoginRefused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// How long failed attempts are remembered.
const MINUTES: i64 = 15;
/// How many may fail at one login in that time.
const MOST_PER_LOGIN: i64 = 8;
/// How many may fail from one address: a town hall shares one.
const MOST_PER_ADDRESS: i64 = 60;

impl Office {
    /// Lets somebody in by login and password.
    ///
    /// # Errors
    /// [`LoginRefused`].
    pub async fn log_in(&self, attempt: Attempt) -> Result<AccountId, LoginRefused> {
        let now = self.clock().now();
        let login = attempt.login.trim().to_lowercase();
        let doors = [format!("login:{login}"), format!("address:{}", attempt.address)];
        let doors = [doors[0].as_str(), doors[1].as_str()];
        let since = now - SignedDuration::from_mins(MINUTES);

        let mut tx = self.db.read().await?;
        let [at_login, from_address] = accounts::failed_attempts(&mut tx, doors, since).await?;
        if at_login >= MOST_PER_LOGIN || from_address >= MOST_PER_ADDRESS {
            return Err(LoginRefused::Wait { minutes: MINUTES });
        }
        let known = accounts::credentials(&mut tx, &login).await?;
        drop(tx);

        let (account, hash) = match known {
            Some((id, hash, _)) => (Some(id), hash),
            None => (None, passwords::NOBODY.to_owned()),
        };
        let fits = passwords::fits(attempt.password, hash).await.unwrap_or(false);
        let mut tx = self.db.write().await?;
        match account {
            Some(id) if fits => {
                accounts::saw(&mut tx, id, now).await?;
                tx.commit().await?;
                Ok(id)
            }
            _ => {
                accounts::log_attempt(&mut tx, self.mint(), doors, now, since).await?;
                tx.commit().await?;
                Err(LoginRefused::Wrong)
            }
        }
    }

    /// The demonstration logins; empty outside a demonstration.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn demonstration_logins(&self) -> Result<Vec<accounts::Account>, Fault> {
        let mut tx = self.db.read().await?;
        accounts::demonstration_accounts(&mut tx, self.today()).await
    }

    /// Remembers the language somebody chose.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn choose_language(&self, account: AccountId, language: &str) -> Result<(), Fault> {
        let mut tx = self.db.write().await?;
        accounts::choose_language(&mut tx, account, language).await?;
        tx.commit().await
    }
}
