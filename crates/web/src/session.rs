//! Sessions, kept in the database by way of the office.

use async_trait::async_trait;
use jiff::Timestamp;
use pejl_app::accounts::Session as Kept;
use pejl_app::{Fault, Office};
use pejl_kernel::AccountId;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{Session, SessionStore};

const ACCOUNT: &str = "account";
const FLASH: &str = "flash";

/// The session layer's way to the database.
#[derive(Clone)]
pub(crate) struct OfficeSessions(pub Office);

impl std::fmt::Debug for OfficeSessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OfficeSessions")
    }
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for OfficeSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.save(record).await // 128 random bits do not collide
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let account = record.data.get(ACCOUNT).and_then(|v| v.as_str()).and_then(|v| v.parse::<AccountId>().ok());
        let expires_at = Timestamp::from_second(record.expiry_date.unix_timestamp()).map_err(backend)?;
        let data = serde_json::to_string(&record.data).map_err(|e| Error::Encode(e.to_string()))?;
        let kept = Kept { id: record.id.to_string(), account, data, expires_at };
        self.0.save_session(&kept).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some((data, expires_at)) = self.0.load_session(&id.to_string()).await.map_err(backend)? else { return Ok(None) };
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&data).map_err(|e| Error::Decode(e.to_string()))?,
            expiry_date: OffsetDateTime::from_unix_timestamp(expires_at.as_second()).map_err(backend)?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0.delete_session(&id.to_string()).await.map_err(backend)
    }
}

/// Who is logged in.
pub(crate) async fn account(session: &Session) -> Option<AccountId> {
    session.get(ACCOUNT).await.ok().flatten()
}

/// Somebody logged in: the session gets another id, so that one planted beforehand is worth nothing.
///
/// # Errors
/// A fault, where the session could not be kept.
pub(crate) async fn logged_in(session: &Session, account: AccountId) -> std::result::Result<(), Fault> {
    let kept = |e: tower_sessions::session::Error| Fault::Corrupt {
        doing: "opening a session",
        found: e.to_string(),
        expected: "a session that is kept",
    };
    session.cycle_id().await.map_err(kept)?;
    session.insert(ACCOUNT, account).await.map_err(kept)
}

/// Leaves a word about what was done for the next page.
pub(crate) async fn leave_word(session: &Session, word: &str) {
    if let Err(error) = session.insert(FLASH, word).await {
        tracing::warn!(%error, "leaving a word for the next page");
    }
}

/// Takes the word left by the page before.
pub(crate) async fn take_word(session: &Session) -> Option<String> {
    match session.get::<String>(FLASH).await {
        Ok(Some(word)) => {
            let _ = session.remove::<String>(FLASH).await;
            Some(word)
        }
        Ok(None) | Err(_) => None,
    }
}
