//! Keeping sessions, for the web's session layer.

use jiff::Timestamp;
use pejl_store::{Fault, accounts};
use sha2::{Digest as _, Sha256};

use crate::office::Office;

/// What is kept of a session's id: who reads the table cannot take a session over.
fn kept(id: &str) -> String {
    Sha256::digest(id.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

impl Office {
    /// Saves a session. Its id is the one the browser holds; only a hash of it is kept.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save_session(&self, session: &accounts::Session) -> Result<(), Fault> {
        let mut tx = self.db.write().await?;
        accounts::save_session(&mut tx, &accounts::Session { id: kept(&session.id), ..session.clone() }).await?;
        tx.commit().await
    }

    /// A session that has not ended: what it holds, as JSON, and when it ends.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load_session(&self, id: &str) -> Result<Option<(String, Timestamp)>, Fault> {
        let mut tx = self.db.read().await?;
        accounts::load_session(&mut tx, &kept(id), self.clock().now()).await
    }

    /// Ends one session, and sweeps away those that ended by themselves.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn delete_session(&self, id: &str) -> Result<(), Fault> {
        let mut tx = self.db.write().await?;
        accounts::delete_session(&mut tx, &kept(id)).await?;
        accounts::sweep_sessions(&mut tx, self.clock().now()).await?;
        tx.commit().await
    }
}
